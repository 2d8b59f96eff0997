"""Words around place names: type words, compass points, prepositions, words that mislead."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TYPES: Final = _words(
    "county township province governorate district region oblast state island islands river "
    "lake valley mountain mountains peninsula bay sea ocean gulf strait canal city village "
    "town municipality prefecture parish borough territory corridor camp crossing dam desert "
    "forest coast beach creek falls delta plateau basin airport heights hills springs twp co"
)
TRAILING_TYPES: Final = frozenset(
    form for word in _TYPES for form in (word, word.capitalize(), word.upper())
)
"""Words that follow a name and say what kind of place it is, in every case."""

LEADING_TYPES: Final = _words("Camp Cape County Fort Gulf Isle Lake Mount Mt. Port River")

OUTSIDE: Final = _words(
    "airport area borough city coast county district governorate islands municipality oblast "
    "parish prefecture province region river state territory town township valley village"
)
"""Type words that stay outside a name that they follow in lower case ("Homs province")."""

_COMPASS: Final = _words(
    "north south east west northeast northwest southeast southwest north-east north-west "
    "south-east south-west"
)
POINTS: Final = frozenset(
    point + ending
    for point in _COMPASS
    for ending in ("", "ern", "-central", "ernmost", "ward", "wards")
) | _words(
    "central coastal downtown eastern-most far government-held greater inner lower mainland "
    "metropolitan mid neighboring neighbouring occupied rebel-held rural upper war-torn"
)
"""Words that stand between a preposition and a place name."""

LOCATIVE: Final = _words(
    "across along around at between beyond entering from in inside into leaving near nearby "
    "off onto opposite outside over reaching surrounding through throughout to toward towards "
    "via within"
)
"""Prepositions after which a name is a place rather than a person."""

WHERE: Final = _words(
    "above across alongside along amid around at atop behind below beneath beside between "
    "beyond down in inside near nearby off on opposite outside over past through throughout "
    "under up within"
)
"""Prepositions that say where an act takes place."""

NOT_WHERE: Final = _words(
    "about amid because citing concerning despite due except like owing regarding than without"
)
"""Prepositions whose phrases tell why or what about, so that places in them are not the act's."""

WHITHER: Final = _words("for into onto to toward towards")
"""Prepositions that say where an act leads."""

TAKES_PLACE: Final = _words(
    "abandon annex approach assault attack barricade batter besiege blast blockade bomb bombard "
    "burn capture cede clear control cordon cross defend demolish destroy devastate encircle "
    "enter evacuate flatten flee flood fortify free garrison hammer hit hold infiltrate invade "
    "isolate leave level liberate loot lose mine near occupy overrun patrol penetrate pillage "
    "pound pummel quit raid ransack ravage raze reach rebuild recapture reclaim reenter regain "
    "relinquish reoccupy retake rock sack seal secure seize shake shell storm strafe strike "
    "surround sweep take target torch tour vacate visit"
)
"""Verbs whose object, where it is a place, is where the act took place."""

SAYING: Final = _words(
    "condemn welcome reiterate urge call accuse criticize criticise blame denounce warn "
    "threaten demand request ask reject refuse praise thank congratulate express say tell "
    "announce agree promise pledge vow support deplore concern endorse appeal sanction "
    "sanctions"
)
"""Verbs and nouns of acts done by words."""

SPATIAL: Final = _words(
    "kilometer kilometre km mile meter metre "
    "city town village province area part district region outskirt suburb neighborhood "
    "neighbourhood street north south east west centre center capital camp port quarter edge "
    "border side airport base state governorate island coast half countryside vicinity dam "
    "crossing bank territory land soil airspace prison hospital university mosque church "
    "heart front line"
)
"""Nouns for parts and kinds of places: "the outskirts of X", "X airport"."""

MOTION: Final = _words(
    "advance arrival attack convoy delivery deployment entry evacuation expedition flight "
    "incursion invasion journey march mission move offensive patrol pilgrimage pullout push "
    "raid retreat return shipment stop tour transfer trip visit voyage withdrawal"
)
"""Nouns of going somewhere: what "to" or "on" governs beside them is where they lead."""

FACILITIES: Final = _words(
    "airbase airfield airport base bridge cathedral checkpoint church dam factory hospital "
    "hotel mall market mosque museum plant port prison refinery school square stadium station "
    "synagogue temple theatre university"
)
"""Kinds of buildings and works that names end in: "X University", "X Airport"."""

INSTITUTIONS: Final = _words("factory hospital hotel museum school theatre university")
"""Those of them that are bodies as well: "at X School" tells of the body and of the place."""

GATHERINGS: Final = _words(
    "ceremony conference event forum gathering interview meeting panel rally reception seminar "
    "session speech summit visit"
)
"""Occasions at which words are said, so that their place is where they are said."""

DAYS: Final = _words(
    "today tonight yesterday day morning afternoon evening night week weekend month year"
)
"""Nouns of time that stand between an act and its place: "said last week in X"."""

COMMON_NOUNS: Final = _words(
    "area civilian country force government group leader man member official part people person "
    "place police president soldier time troop way week woman year"
)
"""Nouns too common for "the X" to be the X that a text has placed, or that move about."""

COMPOUNDS: Final = _words("building complex compound facility premises site")
"""Words that stand for a building named before."""

TOLL_NOUNS: Final = _words("hundred thousand million population majority rest")
"""Nouns that count a people in masses, whose home is then where it happened."""

HOLDS: Final = _words("control hold grip possession part rest much most")
"""Nouns whose complement with "of" is a place held: "control of X"."""

PERSON_TITLES: Final = _words(
    "ayatollah capt captain col colonel dr gen general imam judge justice king lady "
    "lieutenant lord lt maj major minister miss mr mrs ms pope president prince princess prof "
    "queen rep rev reverend sen senator sergeant sgt sheikh sir"
)
"""In lower case, without a full stop."""

ADDRESS_WORDS: Final = _words(
    "Athletic Ave Ave. Avenue Blvd Blvd. Boulevard Chronicle Drive FC Gazette Herald Highway "
    "Journal Lane Post Rd Rd. Road Rovers St St. Street Telegraph Times Tribune United "
    "Wanderers"
)
"""Words after which a place name is part of an address, a newspaper's or a team's name."""

NOT_PLACES: Final = _words(
    "A Airport Al Anadolu April Army Association August Avenue Bank Bet Bible Board Brexit "
    "Capital Center Central Centre Christmas Church City College Committee Congress Council County "
    "Court Data Date December Department District East Easter Eastern Facebook Fatah February "
    "Force Friday God Google Green Hajj Hamas He Hezbollah High Highway Home Hospital House "
    "Houthi Houthis I Interfax Internet Interstate Islam Islamic It January July June Kingdom "
    "Likud March May Media Ministry Monday Mr. Mrs. Navy New North Northeast Northern "
    "Northwest November October Office Old Page Park Parliament Police Ramadan Republic "
    "Reuters Road Saturday School Senate September She Shin Sign South Southeast Southern "
    "Southwest St St. State Station Street Sunday TASS Taliban Tass That The They This "
    "Thursday Time Tuesday Twitter Union University Wagner We Wednesday West Western Xinhua"
)
"""Words that the gazetteer knows as some hamlet's name and that news means otherwise."""


NAME_PARTS: Final = _words(
    "Abu Adan Ain Al Ayn Bab Baba Bad Bahr Balad Ban Bandar Bani Beit Ben Beni Bin Bir Bordj Bou "
    "Burj Cerro Da Dar Dasht Dayr Deir Djebel El Ein Gebel Ghar Grand Great Hajar Hasan Hasi Ibn "
    "Ibrahim Jabal Jebel Kafr Kampong Khalil Khan Khirbet Khor Kot Kuala La Las Le Little Los Lower "
    "Mai Mir Mong Mount Nahr New North Nova Novo Old Oued Petite Phu Porte Puerto Pul Qal Qalat "
    "Qasr Ras Rio Road Sai Saint San Sant Santa Santo Sao Shah Sheikh Sidi South Stara Staro Tal "
    "Tel Tell Um Umm Upper Valley Velyka Villa Wad Wadi West East Zar"
)
"""Words that make up many places' names, so that one of them is no known name within a longer."""


@cache
def common_words() -> frozenset[str]:
    """Ordinary words, in lower case, that are some hamlet's name as well."""
    path = files("dragoman.ontology") / "lexicons" / "common_words.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))

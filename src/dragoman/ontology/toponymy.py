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
    "across along amid around at between beyond in inside near off on outside over through "
    "throughout under within"
)
"""Prepositions that say where an act takes place."""

WHITHER: Final = _words("for into onto to toward towards")
"""Prepositions that say where an act leads."""

TAKES_PLACE: Final = _words(
    "annex approach attack besiege blockade bomb bombard capture cede clear control cross "
    "defend destroy devastate encircle enter evacuate flee free hit invade isolate leave "
    "liberate lose occupy overrun pound raid ravage reach recapture reclaim regain retake "
    "rock seal secure seize shell storm strike surround take target tour visit"
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
    "Center Central Centre Christmas Church City College Committee Congress Council County "
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


@cache
def common_words() -> frozenset[str]:
    """Ordinary words, in lower case, that are some hamlet's name as well."""
    path = files("dragoman.ontology") / "lexicons" / "common_words.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))

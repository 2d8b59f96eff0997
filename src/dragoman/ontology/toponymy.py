"""Words around place names: type words, compass points, prepositions, words that mislead."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

_TYPES: Final = (
    "county township province governorate district region oblast state island islands river "
    "lake valley mountain mountains peninsula bay sea ocean gulf strait canal city village town "
    "municipality prefecture parish borough territory corridor camp crossing dam desert forest "
    "coast beach creek falls delta plateau basin airport heights hills springs twp co"
)
TRAILING_TYPES: Final = frozenset(
    form for word in _TYPES.split() for form in (word, word.capitalize(), word.upper())
)
"""Words that follow a name and say what kind of place it is, in every case."""

LEADING_TYPES: Final = frozenset(
    ["Lake", "Mount", "Mt.", "River", "Fort", "Port", "County", "Cape", "Gulf", "Camp", "Isle"]
)

# Type words that stay outside a name when they follow it in lower case ("Homs [province]").
OUTSIDE: Final = frozenset(
    [
        "county",
        "township",
        "province",
        "governorate",
        "district",
        "region",
        "oblast",
        "state",
        "islands",
        "river",
        "city",
        "village",
        "town",
        "municipality",
        "prefecture",
        "parish",
        "borough",
        "territory",
        "coast",
        "area",
        "airport",
        "valley",
    ]
)

POINTS: Final = frozenset(
    [
        point + ending
        for point in [
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "north-east",
            "north-west",
            "south-east",
            "south-west",
        ]
        for ending in ("", "ern", "-central", "ernmost", "ward", "wards")
    ]
    + ["central", "upper", "lower", "inner", "mid", "rural", "eastern-most", "far", "downtown"]
    + ["greater", "occupied", "war-torn", "mainland", "metropolitan", "coastal", "neighbouring"]
    + ["neighboring", "rebel-held", "government-held"]
)

LOCATIVE: Final = frozenset(
    [
        *[
            "in",
            "at",
            "near",
            "from",
            "to",
            "into",
            "around",
            "outside",
            "inside",
            "across",
            "throughout",
            "within",
            "through",
        ],
        *[
            "toward",
            "towards",
            "via",
            "onto",
            "over",
            "between",
            "beyond",
            "off",
            "along",
            "inside",
            "opposite",
        ],
        *["surrounding", "entering", "leaving", "reaching", "toward", "nearby"],
    ]
)
"""Prepositions after which a name is a place rather than a person."""

WHERE: Final = frozenset(
    [
        *[
            "in",
            "at",
            "near",
            "around",
            "outside",
            "inside",
            "across",
            "throughout",
            "within",
            "on",
            "off",
            "along",
            "over",
        ],
        *["through", "under", "beyond", "between", "amid"],
    ]
)
"""Prepositions that say where an act takes place."""

WHITHER: Final = frozenset(["to", "into", "toward", "towards", "onto", "for"])
"""Prepositions that say where an act leads."""

TAKES_PLACE: Final = frozenset(
    [
        "capture",
        "seize",
        "take",
        "enter",
        "shell",
        "bomb",
        "bombard",
        "attack",
        "strike",
        "hit",
        "pound",
        "raid",
        "storm",
        "target",
        "besiege",
        "invade",
        "occupy",
        "control",
        "retake",
        "recapture",
        "regain",
        "overrun",
        "liberate",
        "free",
        "reach",
        "visit",
        "evacuate",
        "leave",
        "encircle",
        "blockade",
        "rock",
        "destroy",
        "ravage",
        "devastate",
        "annex",
        "reclaim",
        "lose",
        "cede",
        "defend",
        "secure",
        "surround",
        "tour",
        "flee",
        "isolate",
        "clear",
        "cross",
        "approach",
        "seal",
    ]
)
"""Verbs whose object, where it is a place, is where the act took place."""

PERSON_TITLES: Final = frozenset(
    [
        *[
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "sir",
            "lady",
            "lord",
            "gen",
            "general",
            "col",
            "colonel",
            "maj",
            "major",
            "capt",
        ],
        *[
            "captain",
            "lt",
            "lieutenant",
            "sgt",
            "sergeant",
            "sen",
            "senator",
            "rep",
            "rev",
            "reverend",
            "judge",
            "justice",
        ],
        *[
            "president",
            "minister",
            "sheikh",
            "imam",
            "ayatollah",
            "king",
            "queen",
            "prince",
            "princess",
            "pope",
        ],
    ]
)

ADDRESS_WORDS: Final = frozenset(
    [
        *[
            "Street",
            "Avenue",
            "Road",
            "Boulevard",
            "Drive",
            "Lane",
            "Highway",
            "Times",
            "Post",
            "Journal",
            "Tribune",
        ],
        *[
            "Herald",
            "Gazette",
            "Telegraph",
            "Chronicle",
            "FC",
            "United",
            "Rovers",
            "Wanderers",
            "Athletic",
            "Blvd",
        ],
        *["St.", "Ave.", "Rd.", "Blvd.", "Ave", "St", "Rd"],
    ]
)
"""Words after which a place name is part of an address, a newspaper's or a team's name."""

NOT_PLACES: Final = frozenset(
    [
        *[
            "City",
            "Interstate",
            "Highway",
            "Street",
            "Road",
            "Avenue",
            "House",
            "Senate",
            "Congress",
            "Parliament",
            "State",
        ],
        *[
            "District",
            "County",
            "North",
            "South",
            "East",
            "West",
            "Northwest",
            "Northeast",
            "Southwest",
            "Southeast",
        ],
        *[
            "God",
            "Bible",
            "Islam",
            "Ramadan",
            "Easter",
            "Christmas",
            "Brexit",
            "Internet",
            "Facebook",
            "Twitter",
            "Google",
        ],
        *[
            "Hajj",
            "Islamic",
            "St",
            "St.",
            "Mr.",
            "Mrs.",
            "The",
            "A",
            "I",
            "It",
            "He",
            "She",
            "We",
            "They",
            "This",
            "That",
            "University",
        ],
        *[
            "Central",
            "Western",
            "Eastern",
            "Northern",
            "Southern",
            "High",
            "Home",
            "Sunday",
            "Monday",
            "Tuesday",
        ],
        *[
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
        ],
        *[
            "August",
            "September",
            "October",
            "November",
            "December",
            "Union",
            "Republic",
            "Kingdom",
            "Bank",
            "Court",
        ],
        *[
            "Police",
            "School",
            "College",
            "Hospital",
            "Church",
            "Park",
            "Center",
            "Centre",
            "Airport",
            "Station",
            "Board",
        ],
        *[
            "Army",
            "Navy",
            "Force",
            "Council",
            "Committee",
            "Department",
            "Ministry",
            "Office",
            "Association",
            "New",
            "Old",
        ],
        *[
            "Hamas",
            "Hezbollah",
            "Taliban",
            "Islamic",
            "Al",
            "Shin",
            "Bet",
            "Fatah",
            "Houthi",
            "Houthis",
            "Wagner",
            "Likud",
        ],
        *[
            "Reuters",
            "Xinhua",
            "Interfax",
            "TASS",
            "Tass",
            "Anadolu",
            "Green",
            "Page",
            "Data",
            "Media",
            "Time",
            "Date",
            "Sign",
        ],
    ]
)
"""Words that the gazetteer knows as some hamlet's name and that news means otherwise."""


@cache
def common_words() -> frozenset[str]:
    """Ordinary words, in lower case, that are some hamlet's name as well."""
    path = files("dragoman.ontology") / "lexicons" / "common_words.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))

"""Slots around a trigger: closed word lists, who stands where by role frame, tests of fillers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.ontology.word_classes import WordClasses, expand

PARTICLES = frozenset(
    {
        "about", "above", "across", "after", "against", "ahead", "along", "alongside", "among",
        "around", "as", "aside", "at", "away", "back", "before", "behind", "between", "beyond",
        "by", "down", "for", "forward", "from", "in", "inside", "into", "near", "of", "off", "on",
        "onto", "out", "outside", "over", "past", "through", "throughout", "to", "together",
        "toward", "towards", "under", "until", "up", "upon", "with", "within", "without"
    }
)  # fmt: skip
ADVERBS = frozenset(
    {"out", "up", "off", "down", "away", "back", "together", "forward", "ahead", "aside", "apart"}
)
CLAUSES = frozenset({"that", "to-inf", "ing"})
# Where a test or a participant may stand: by grammar, or after a preposition.
SLOTS = PARTICLES | {
    "subject", "object", "indirect", "poss", "demonym", "modifier", "complement", "any",
    "amid", "because of", "despite", "due to", "during", "except", "in front of", "instead of",
    "like", "next to", "on behalf of", "opposite", "out of", "per", "since", "than", "via", "when"
}  # fmt: skip
Part = Literal["verb", "noun", "adjective", "phrase"]

# The slots of the participants, in order of preference: verb actor, verb recipient, noun actor,
# noun recipient. Explained in docs/custom-event-types.md.
ROLES: Mapping[str, tuple[str, str, str, str]] = {
    "act": (
        "subject",
        "object against on at upon toward towards into",
        "by poss demonym from",
        "of on against at to upon toward towards into",
    ),
    "done": (
        "subject",
        "object against to with from for",
        "of by poss demonym",
        "against to with from for",
    ),
    "mutual": (
        "subject with between among object",
        "",
        "between of with among by poss demonym",
        "",
    ),
    "visit": ("subject", "object to with in at", "of by poss demonym", "to with in at"),
    "suffer": ("by from", "subject", "by from", "of poss demonym"),
    "tell": (
        "subject",
        "object indirect to on of from with at against",
        "by poss demonym from",
        "to of on with at against",
    ),
    "get": ("from by", "subject", "from by", "of poss demonym"),
}


@dataclass(frozen=True, slots=True)
class Test:
    """What must stand in a slot: any of `words` or `labels`; nothing of `not_*`; maybe empty."""

    words: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    not_words: frozenset[str] = frozenset()
    not_labels: frozenset[str] = frozenset()
    optional: bool = False

    @property
    def positive(self) -> bool:
        return bool(self.words or self.labels)


def make_test(items: Iterable[str], classes: WordClasses, where: str) -> Test:
    """Compile `["@person", "!dog", "?"]`. Raises OntologyError for an unknown class."""
    parts: dict[tuple[bool, bool], list[frozenset[str]]] = {}
    literal: dict[bool, list[str]] = {False: [], True: []}
    optional = False
    for item in items:
        if item == "?":
            optional = True
            continue
        negative = item.startswith("!")
        bare = item.removeprefix("!")
        if not bare.startswith("@"):
            literal[negative].append(bare)
            continue
        words, labels = expand(bare, classes, where)
        parts.setdefault((negative, False), []).append(words)
        parts.setdefault((negative, True), []).append(labels)

    def union(negative: bool, labels: bool) -> frozenset[str]:
        sets = parts.get((negative, labels), [])
        own = () if labels else literal[negative]
        if len(sets) == 1 and not own:
            return sets[0]
        return frozenset().union(own, *sets)

    return Test(
        union(False, False), union(False, True), union(True, False), union(True, True), optional
    )

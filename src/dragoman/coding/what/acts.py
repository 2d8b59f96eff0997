"""An act in the making: what the steps from lexicon match to trigger hand on to one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.coding.what.steps import Step
from dragoman.language.frames import Arguments, arguments
from dragoman.language.opinion import Opinion
from dragoman.language.parse import Parse
from dragoman.ontology.entries import Entry
from dragoman.ontology.slots import Part, Test
from dragoman.ontology.word_classes import class_words
from dragoman.records import mention

PERSONAL = frozenset(
    {
        "i", "we", "you", "he", "she", "they", "it", "me", "us", "him", "her", "them", "who",
        "himself", "herself", "themselves", "itself", "ourselves", "my", "our", "your", "his",
        "its", "their", "whose"
    }
)  # fmt: skip
PLURAL_NUMERALS = frozenset({"dozen", "hundred", "thousand", "million", "score", "number"})
_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "  # noqa: SIM905
    "june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec day week month year decade century morning afternoon evening night midnight noon "
    "dawn dusk today yesterday tomorrow tonight weekend hour minute second time moment period "
    "overnight eve anniversary ramadan christmas ago".split()
)


@dataclass(slots=True, eq=False)
class Act:
    """A candidate event around the token `head`.

    `slots` are participants by grammatical place; `partners` those of a mutual act that stand
    after with or as object; `clause` carries tense and mood; `weight`: how much of it is named; `absorbed` are acts that were found
    to be part of this one; `by_speaker`: whoever the words belong to does it;
    `harms`: its recipients are those whom a part of it tells to be harmed; `opinion` is what the
    model said of it, where it was asked; `steps` are what shaped it, in order.
    """

    head: int
    part: Part
    entry: str
    type: str
    modes: list[str]
    contexts: list[str]
    confidence: float
    lexical: Entry | None = None
    frame: Arguments | None = None
    slots: dict[str, list[int]] = field(default_factory=dict)
    words: set[int] = field(default_factory=set)
    actors: list[int] = field(default_factory=list)
    recipients: list[int] = field(default_factory=list)
    partners: list[int] = field(default_factory=list)
    clause: int = -1
    top: int = -1
    reciprocal: bool = False
    light: bool = False
    status: mention.Status | None = None
    absorbed: list[Act] = field(default_factory=list)
    by_speaker: bool = False
    weight: int = 0
    dropped: bool = False
    harms: bool = False
    opinion: Opinion | None = None
    steps: list[Step] = field(default_factory=list)


def drop(act: Act, why: str, *tokens: int) -> None:
    """Let the act be none, for a reason in a few words; `tokens` are those that are the reason."""
    act.dropped = True
    act.steps.append(Step("dropped", tokens, why))


def note_places(act: Act, participants: Iterable[int], anchor: int, place: str) -> None:
    """Keep where participants were found: in which place ("subject") around the word `anchor`."""
    act.steps += [Step("place", (k, anchor), place) for k in participants]


def note_part(outer: Act, inner: Act) -> None:
    """Keep that `inner` is a part of `outer`, and where its participants stand."""
    outer.steps.append(Step("part", (inner.head,), inner.entry))
    outer.steps += [step for step in inner.steps if step.kind == "place"]


def note_content(outer: Act, inner: Act, governor: int) -> None:
    """Keep that `inner`, told first, is what `outer` is about, by a governing word."""
    first = [step for step in inner.steps if step.kind != "place"]
    outer.steps[:0] = first
    outer.steps.append(Step("governor", (governor,), f"{inner.type} {outer.type}"))
    outer.steps += [step for step in inner.steps if step.kind == "place"]


_SHORT = 3


def is_time(tree: Parse, i: int) -> bool:
    """Whether a nominal names a time rather than somebody."""
    if tree.dep[i] in ("obl:unmarked", "obl:tmod", "nmod:unmarked", "nmod:tmod"):
        return True
    return tree.lemma[i] in _TIME or (tree.tag[i] == "CD" and len(tree.lower[i]) == 4)


def names(tree: Parse, i: int) -> tuple[str, ...]:
    """The lemmas a phrase is known by: its head's, and with the last compound word before it."""
    lemma = tree.lemma[i]
    found = [lemma]
    if tree.lower[i] != lemma:
        found.append(tree.lower[i])
    elif len(lemma) > _SHORT and lemma.endswith("s"):
        found.append(lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1])
    for k in reversed(tree.children[i]):
        if k < i and tree.dep[k] in ("compound", "amod"):
            found.append(f"{tree.lemma[k]} {lemma}")
            break
    return tuple(found)


def is_somebody(tree: Parse, i: int) -> bool:
    """Whether the phrase names somebody who can act or suffer."""
    if tree.ent[i] in ("PERSON", "ORG", "NORP", "LOC"):
        return True
    if tree.pos[i] == "PRON" or tree.tag[i] == "PRP":
        return tree.lower[i] in PERSONAL or tree.lower[i] in _OTHERS
    lemma = tree.lemma[i]
    if lemma in class_words("somebody") or lemma[:-1] in class_words("somebody"):
        return True
    if tree.tag[i] == "CD" or lemma in PLURAL_NUMERALS:
        return not is_time(tree, i)
    if tree.pos[i] == "PROPN":
        return not is_time(tree, i)
    return any(name in class_words("somebody") for name in names(tree, i))


_OTHERS = frozenset(
    "others everyone everybody someone anyone those these many some several both all "  # noqa: SIM905
    "most nobody one another each".split()
)


def has_label(tree: Parse, i: int, label: str) -> bool:
    """Whether a token is of a class that only the text decides (@WHO, @PERSON …)."""
    if label == "WHO":
        return is_somebody(tree, i)
    if label == "NAME":
        return bool(tree.ent[i]) or tree.pos[i] == "PROPN"
    if label == "PRON":
        return tree.pos[i] == "PRON" and tree.lower[i] in PERSONAL
    if label == "NUM":
        return tree.tag[i] == "CD"
    if label == "COUNTRY":
        return tree.ent[i] in ("LOC", "NORP")
    if label == "SEVERAL":
        return is_several(tree, i)
    if label == "ANY":
        return True
    return tree.ent[i] == label


def is_several(tree: Parse, i: int) -> bool:
    """Whether a phrase is plural or coordinated, so that they can do it with one another."""
    if tree.tag[i] in ("NNS", "NNPS", "CD") or tree.lower[i] in _BOTH:
        return True
    return tree.dep[i] == "conj" or any(tree.dep[k] == "conj" for k in tree.children[i])


_BOTH = frozenset({"both", "they", "two", "neither", "pair", "duo", "trio", "these", "those"})


def passes(test: Test, tree: Parse, i: int) -> bool:
    """Whether the phrase headed by `i` passes a test of its words and labels."""
    known = names(tree, i)
    if test.not_words and any(name in test.not_words for name in known):
        return False
    if test.not_labels and any(has_label(tree, i, label) for label in test.not_labels):
        return False
    if not test.positive:
        return True
    if any(name in test.words for name in known):
        return True
    return any(has_label(tree, i, label) for label in test.labels)


def political(tree: Parse, i: int) -> bool:
    """Whether a participant belongs to politics: a country, force, office, or something of one."""
    if tree.ent[i] in ("LOC", "NORP", "ORG", "PERSON"):
        return True
    if tree.pos[i] in ("PRON", "PROPN") or any(
        n in class_words("political") for n in names(tree, i)
    ):
        return True
    return any(
        tree.ent[k] in ("LOC", "NORP", "ORG") or tree.lemma[k] in class_words("political")
        for k in tree.children[i]
        if tree.dep[k] in ("amod", "compound", "nmod:poss", "nmod", "flat")
    )


def frame(tree: Parse, act: Act) -> Arguments:
    """The arguments around the act's head, worked out once."""
    if act.frame is None:
        act.frame = arguments(tree, act.head)
    return act.frame

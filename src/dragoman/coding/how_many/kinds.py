"""The kind and unit of a count by what is counted, where no word tells what befell it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from dragoman.coding.how_many.currencies import currency_of
from dragoman.coding.how_many.effect_words import EFFECTS, Found, is_person_noun, lemmas_of
from dragoman.coding.how_many.quantities import Quantity
from dragoman.records.values import FigureKind

_TAKING: Final = {"capture", "take", "retake", "seize", "recapture", "liberate", "clear", "lose",
                  "control", "hold", "occupy", "regain", "reclaim", "overrun", "free", "cede",
                  "annex", "recover", "secure", "burn", "destroy"}  # fmt: skip


_MANY: Final = 10
_CHAMBERS: Final = {"parliament", "assembly", "council", "legislature", "senate", "house",
                    "congress", "chamber"}  # fmt: skip


def may_be_counted(counted: Token, quantity: Quantity, effect: Found) -> bool:
    """Whether what befell them can befall what is counted: no cattle, no captured tanks."""
    if counted.i in range(quantity.start, quantity.end):
        return True
    if effect[1].lemma_.lower() in {"capture", "seize", "drive", "force", "expel"}:
        return is_person_noun(counted) or counted.pos_ == "PROPN"
    if effect[0] == "displaced" and effect[1].dep_ == "amod":
        return is_person_noun(counted) or counted.pos_ == "PROPN"
    return counted.lemma_.lower() not in {"cow", "goat", "sheep", "animal", "dog", "horse", "pig",
                                          "chicken", "cattle", "camel", "bird", "home", "house", "building"}  # fmt: skip


def is_of_territory(counted: Token) -> bool:
    for token in (counted, counted.head, *counted.subtree):
        if token.lemma_.lower() in lemmas_of("territory"):
            return True
    return False


def kind_by_noun(counted: Token) -> FigureKind | None:
    lemma = counted.lemma_.lower()
    if lemma.endswith("s") and lemma not in lemmas_of("troops"):
        lemma = lemma.removesuffix("s")
    related = {lemma}
    for child in counted.children:
        if child.dep_ in {"nmod", "compound", "amod"}:
            related.add(child.lemma_.lower())
    if lemma in lemmas_of("aid_units") and related & (
        lemmas_of("aid") | {"food", "flour", "water", "fuel", "goods"}
    ):
        return "aid"  # fmt: skip
    if lemma in lemmas_of("aid"):
        return "aid"
    if lemma in lemmas_of("area_units"):
        return "territory" if "square" in related or lemma in {"hectare", "acre"} else None
    if lemma in lemmas_of("territory") and _is_taken(counted):
        return "territory"
    if lemma in lemmas_of("troops"):
        return "troops"
    if counted.pos_ in {"NOUN", "PROPN"}:
        return "other"
    return None


def _is_taken(counted: Token) -> bool:
    token = counted
    for _ in range(4):
        if token.lemma_.lower() in _TAKING or token.lemma_.lower() in {"control", "capture"}:
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def is_worth_telling(quantity: Quantity, counted: Token) -> bool:
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None or (value < 2 and not quantity.vague):
        return False
    return (counted.tag_ in {"NNS", "NNPS", "NN", "CD"} and counted.lemma_.lower() not in {
        "country", "side", "leader", "minister", "nation", "president", "official", "state",
        "government", "man", "woman", "people", "person", "year-old",
    }) or value >= 10  # fmt: skip


def is_of_interest(quantity: Quantity, counted: Token) -> bool:
    """Whether a count of nothing that befell anybody is worth keeping: arms, strikes and what they
    hit in any number, else ten or more, but no votes, scores, charges and the like."""
    lemma = counted.lemma_.lower().removesuffix("s")
    forms = {lemma, counted.lemma_.lower(), counted.lower_}
    if forms & lemmas_of("uncounted") or not counted.text[:1].isalnum():
        return False
    if forms & {"member", "seat"} and _CHAMBERS & {t.lower_ for t in counted.subtree}:
        return False
    if quantity.vague and (quantity.high or 0) < _MANY:
        return False
    value = quantity.low if quantity.low is not None else quantity.high
    return (value or 0) >= _MANY or bool(forms & lemmas_of("materiel"))


def unit_of(kind: FigureKind, quantity: Quantity, counted: Token) -> str:
    if kind in EFFECTS:
        return "people"
    if kind == "money":
        return currency_of(counted, quantity)
    if quantity.percent:
        return "percent"
    if counted.lemma_.lower() in lemmas_of("area_units"):
        return f"square {counted.lower_}"
    if kind == "troops":
        return "people"
    return counted.lower_

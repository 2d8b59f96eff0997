"""The kind and unit of a count by what is counted, where no word tells what befell it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from dragoman.coding.how_many.currencies import currency_of
from dragoman.coding.how_many.effect_words import (
    EFFECTS,
    Found,
    effects_by,
    is_person_noun,
    lemmas_of,
)
from dragoman.coding.how_many.quantities import Quantity
from dragoman.records.values import FigureKind

_TAKING: Final = {"capture", "take", "retake", "seize", "recapture", "liberate", "clear", "lose",
                  "control", "hold", "occupy", "regain", "reclaim", "overrun", "free", "cede",
                  "annex", "recover", "secure", "burn", "destroy"}  # fmt: skip
_PRICES: Final = {"price", "fare", "wage", "salary", "rent", "exchange"}
_PRICED: Final = {"barrel", "litre", "liter", "gallon", "kilo", "kilogram", "kg", "pound", "ton",
                  "tonne", "ounce", "bushel", "share", "unit", "person", "head", "month", "week",
                  "day", "hour", "year", "night", "piece", "bag", "sack", "bottle", "loaf", "ticket",
                  "megawatt", "dose", "dozen"}  # fmt: skip

_AID_IN_CONTEXT: Final = {"project", "mask", "shelter", "tent", "meal", "supply", "medicine"}
"""Nouns that are help only where help is spoken of."""
_RELIEF: Final = {"aid", "assistance", "relief", "help", "humanitarian", "donate", "donation",
                  "donor", "support", "provide", "supply", "deliver", "delivery", "distribute",
                  "distribution", "fund", "funding", "development", "reconstruction", "recovery",
                  "send", "refugee", "displaced", "victim", "give"}  # fmt: skip
_UNCHANGED: Final = {"aircraft", "people", "personnel", "police", "staff", "cattle", "fish", "crew",
                     "spacecraft", "hovercraft", "militia", "offspring", "troop", "nation", "sheep",
                     "military", "infantry", "cavalry", "ammunition", "munition"}  # fmt: skip
_MANY: Final = 10
_CHAMBERS: Final = {"parliament", "assembly", "council", "legislature", "senate", "house",
                    "congress", "chamber"}  # fmt: skip


def may_be_counted(counted: Token, quantity: Quantity, effect: Found) -> bool:
    """Whether what befell them can befall what is counted: no cattle, no captured tanks."""
    if counted.i in range(quantity.start, quantity.end):
        return True
    if effect[1].lemma_.lower() == "toll":
        named = is_person_noun(counted) or counted.lemma_.lower() in effects_by("noun")
        return named or counted.pos_ != "NOUN" or counted.text[:1].isupper()
    if effect[1].lemma_.lower() in {"capture", "seize", "drive", "force", "expel"}:
        return is_person_noun(counted) or counted.text[:1].isupper()
    if effect[0] == "displaced" and effect[1].dep_ == "amod":
        return is_person_noun(counted) or counted.text[:1].isupper()
    return counted.lemma_.lower() not in lemmas_of("beasts")


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
    if lemma in lemmas_of("aid") and (lemma not in _AID_IN_CONTEXT or _is_of_relief(counted)):
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


def _is_of_relief(counted: Token) -> bool:
    return any(token.lemma_.lower() in _RELIEF for token in counted.sent)


def _is_taken(counted: Token) -> bool:
    token = counted
    for _ in range(4):
        if token.dep_ == "obl" and token.head.pos_ == "VERB":
            return False
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
    if _is_one_of_a_kind(quantity, counted):
        return False
    if forms & {"member", "seat"} and _CHAMBERS & {t.lower_ for t in counted.subtree}:
        return False
    if quantity.vague and (quantity.high or 0) < _MANY:
        return False
    value = quantity.low if quantity.low is not None else quantity.high
    return (value or 0) >= _MANY or bool(forms & lemmas_of("materiel"))


def _is_one_of_a_kind(quantity: Quantity, counted: Token) -> bool:
    """A number that names one thing: "the 787 jet", "a 20-member panel", "a 500-pound bomb"."""
    doc = counted.doc
    if quantity.end < counted.i and doc[quantity.end].text in {"-", "–"}:
        return True
    singular = counted.tag_ in {"NN", "NNP"} and counted.lemma_.lower() not in _UNCHANGED
    return singular and (quantity.low or 0) > 1 and counted.i >= quantity.end


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


def is_measure(counted: Token, quantity: Quantity) -> bool:
    """Distances, ages, shares and scores, also inside a compound ("a 6 point gain")."""
    measures = lemmas_of("measures")
    if counted.lemma_.lower() in measures:
        return True
    doc = counted.doc
    return quantity.end < counted.i and doc[quantity.end].lemma_.lower() in measures


def is_price(counted: Token, quantity: Quantity) -> bool:
    """What one unit costs or pays: "$82 a barrel", "5 pounds per kilo", "the price rose to $3"."""
    doc = counted.doc
    end = max(quantity.end, counted.i + 1 if counted.i < quantity.end + 3 else 0)
    if end + 1 < len(doc) and doc[end].lower_ in {"a", "an", "per", "each"}:
        return doc[end].lower_ == "per" or doc[end + 1].lemma_.lower() in _PRICED
    near = (counted, *list(counted.ancestors)[:2])
    subjects = [c for token in near for c in token.children if c.dep_.startswith("nsubj")]
    return any(
        token.pos_ == "NOUN" and token.lemma_.lower() in _PRICES for token in (*near, *subjects)
    )

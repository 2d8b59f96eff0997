"""Money by its name: signs before an amount and words behind it, as ISO 4217 codes."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from spacy.tokens import Token

from dragoman.coding.how_many.lexicon import currency_marks, figure_lexicon
from dragoman.coding.how_many.quantities import Quantity

_AFTER: Final = 2
"""Words behind the amount among which the currency's name may stand ("Danish kroner")."""
_SMALL: Final = 10_000


@cache
def _names() -> dict[str, str]:
    tables = figure_lexicon()["currency_names"]
    return {name: code for code, names in tables.items() for name in names.split()}


def _name_in(token: Token) -> str | None:
    """The word of the token that names money, singular where the lexicon has it so."""
    if token.pos_ not in {"NOUN", "PROPN", "SYM"}:
        return None
    for form in (token.lower_, token.lemma_.lower(), token.lower_.removesuffix("s")):
        if form in _names():
            return form
    return None


def is_currency(counted: Token, quantity: Quantity) -> bool:
    """By a sign, the counted noun, or the word right behind the numeral ("24 million pounds profit")."""
    if quantity.currency:
        return True
    doc = counted.doc
    if quantity.end < len(doc) and doc[quantity.end].text == "-" and (quantity.low or 0) < _SMALL:
        return False  # a 500-pound bomb
    if _name_in(counted) is not None:
        return True
    return quantity.end < len(doc) and _name_in(doc[quantity.end]) is not None


def currency_of(counted: Token, quantity: Quantity) -> str:
    """The ISO 4217 code, or the currency's own name where the words leave open whose it is."""
    doc = counted.doc
    marks = currency_marks()
    for i in (quantity.start, quantity.start - 1):
        if i < 0:
            continue
        word = doc[i].lower_
        letters = re.match(r"[^\d.,]+", word)
        if letters and letters[0] in marks:
            return marks[letters[0]]
        if i < quantity.start and word in marks:
            return marks[word]
    behind = range(quantity.end, min(len(doc), quantity.end + _AFTER + 1))
    for token in (*(doc[i] for i in behind), counted):
        name = _name_in(token)
        if name is not None:
            return _of_nation(token, name)
    return counted.lemma_.lower()


def _of_nation(token: Token, name: str) -> str:
    nations = figure_lexicon()["currency_nations"].get(name, {})
    before = {token.doc[i].lower_ for i in range(max(0, token.i - 2), token.i)}
    for nation, code in nations.items():
        if nation in before:
            return str(code)
    return _names()[name]

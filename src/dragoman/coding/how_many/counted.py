"""The phrase that says who or what is counted: "people, mostly women and children"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from dragoman.coding.how_many.effect_words import effects_by
from dragoman.coding.how_many.quantities import Quantity

_ADDING: Final = {"further", "additional", "extra"}
_PAUSES: Final = {",", ";", ":", "(", ")", "–", "—"}
_CUT: Final = {"acl:relcl", "acl", "advcl", "conj", "parataxis", "cc", "ccomp", "punct"}
_DETAIL: Final = {"mostly", "mainly", "including", "among", "most", "many", "largely", "half",
                  "some", "all", "both", "majority", "nearly", "almost"}  # fmt: skip
_LONGEST_DETAIL: Final = 12


def counted_noun(quantity: Quantity) -> Token | None:
    """The noun counted; the numeral itself where it stands alone; None where it only names."""
    inside = range(quantity.start, quantity.end)
    doc = quantity.head.doc
    root = quantity.head
    for _ in range(4):
        if root.head.i in inside and root.head != root:
            root = root.head
        else:
            break
    if quantity.end < len(doc) and doc[quantity.end].lower_ == "square":
        return doc[min(quantity.end + 1, len(doc) - 1)]
    if (noun := _taken_from(quantity)) is not None:
        return noun
    for child in _of_what(quantity):
        return child if child.pos_ != "PRON" else root
    if _is_model_number(root):
        return None
    if _is_shared_by_mistake(quantity, root):
        beside = doc[quantity.end]
        return beside if beside.lower_ in effects_by("adjective") else quantity.head
    if (
        root.dep_ in {"nummod", "amod", "compound", "det", "advmod", "nmod"}
        and root.head.pos_ in {"NOUN", "PROPN", "ADJ", "SYM", "VERB"}
        and root.head.i >= quantity.end
        and not any(_parts(doc[i]) for i in range(quantity.end, root.head.i))
    ):
        return root.head
    if quantity.end < len(doc):
        after = doc[quantity.end]
        if root.dep_ == "nummod" and root.head.i < root.i and root.head.pos_ == "PROPN":
            return root if quantity.currency else None
        if after.tag_ in {"NNS", "NNPS"}:
            return after
    return root


def _parts(token: Token) -> bool:
    """Whether what comes after the token is no longer the phrase counted."""
    return token.lower_ in _PAUSES or token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _is_model_number(numeral: Token) -> bool:
    """A second numeral of one noun behind a name: "four Merlin 900 engines"."""
    if numeral.dep_ != "nummod" or numeral.i == 0 or numeral.nbor(-1).pos_ != "PROPN":
        return False
    return any(c.dep_ == "nummod" and c.i < numeral.i for c in numeral.head.children)


def _of_what(quantity: Quantity) -> Iterator[Token]:
    """The noun behind "of": "hundreds of thousands of refugees", "three of the five bridges"."""
    inside = range(quantity.start, quantity.end)
    doc = quantity.head.doc
    for i in inside:
        for child in doc[i].children:
            if child.i < quantity.end or child.i - quantity.end > 5:
                continue
            if child.dep_ in {"nmod", "obl"} and any(
                c.lower_ == "of" and c.dep_ == "case" for c in child.children
            ):
                yield child


def _taken_from(quantity: Quantity) -> Token | None:
    """The noun in "95 of 143 drones", "95 out of 143 drones"."""
    doc, at = quantity.head.doc, quantity.end
    if at < len(doc) and doc[at].lower_ == "out":
        at += 1
    if at + 2 >= len(doc) or doc[at].lower_ != "of" or not doc[at + 1].like_num:
        return None
    return next((t for t in doc[at + 2 : at + 5] if t.tag_ in {"NNS", "NNPS"}), None)


def _is_shared_by_mistake(quantity: Quantity, root: Token) -> bool:
    """Whether the parse gives a numeral to the noun of the next: "killed three and wounded four
    rebels", "26 dead and 65 wounded"."""
    doc = root.doc
    if root.head.i <= quantity.end or root.dep_ not in {"nummod", "amod", "dep", "compound"}:
        return False
    between = doc[quantity.end : root.head.i]
    joins = [token.i for token in between if token.lower_ in {"and", ",", "but", "while"}]
    return bool(joins) and any(
        token.i > joins[0] and (token.pos_ == "NUM" or token.like_num) for token in between
    )


def added_words(quantity: Quantity) -> tuple[int, bool]:
    """The first token of the count with its word of addition, and whether there is one:
    "another 12", "a further 12", "12 more villagers"."""
    doc, start = quantity.head.doc, quantity.outer_start
    before = [doc[i].lower_ for i in range(max(0, start - 2), start)]
    if before[-1:] == ["another"]:
        return start - 1, True
    if before[-1:] and before[-1] in _ADDING:
        return start - (2 if before[0] in {"a", "an"} and len(before) > 1 else 1), True
    inside = {doc[i].lower_ for i in range(start, quantity.start)}
    if inside & (_ADDING | {"another"}):
        return start, True
    after = [doc[i].lower_ for i in range(quantity.end, min(len(doc), quantity.end + 2))]
    more = bool(after) and after[0] in _ADDING | {"more"}
    return start, more and after[1:] not in (["than"], ["or"], ["likely"])


def who_span(quantity: Quantity, counted: Token) -> Span | None:
    """The counted phrase without its numeral, with a detail set off by a comma; None for a bare
    numeral."""
    doc = counted.doc
    if quantity.start <= counted.i < quantity.end or (
        counted.pos_ in {"ADJ", "VERB"} and not counted.text[:1].isupper()
    ):
        return None
    start = quantity.end
    while (
        start < len(doc)
        and doc[start].lower_
        in {
            "of",
            "out",
            "or",
            "so",
            "the",
            "%",
            "percent",
            "more",
            "further",
            "additional",
            "extra",
        }
        and start < counted.i
    ):
        start += 1
    if start > counted.i:
        start = counted.i
    end = _right_edge(counted)
    detail = _detail_end(counted, end)
    return doc[start : max(end, detail)]


def _right_edge(counted: Token) -> int:
    end = counted.i + 1
    if counted.lower_ == "others":
        return end
    for child in counted.children:
        if child.i < counted.i or child.dep_ in _CUT or child.dep_ == "appos":
            continue
        if child.lower_ in effects_by("adjective") and child.i == counted.i + 1:
            continue
        if child.dep_ in {"nmod", "flat", "compound", "fixed", "nmod:unmarked", "amod"}:
            if any(c.dep_ in {"case"} and c.lower_ in {"on", "since", "during", "after", "before",
                                                       "by", "from", "until"}
                   for c in child.children):  # fmt: skip
                continue
            edge = max((t.i for t in child.subtree), default=child.i) + 1
            for part in child.subtree:
                if part.i <= counted.i:
                    continue
                if part.dep_ in {"acl:relcl", "acl", "advcl", "parataxis"}:
                    edge = min(edge, max(counted.i + 1, part.left_edge.i))
                elif (
                    part.tag_ in {"VBD", "VBZ", "VBP"}
                    or part.lower_ == "since"
                    or (part.is_punct and part.lower_ not in {"-", "'", "’"})
                ):
                    edge = min(edge, part.i)
            end = max(end, edge)
    return end


def _detail_end(counted: Token, end: int) -> int:
    """Past ", mostly women and children": a comma, a word of share, up to the next mark."""
    doc, sent_end = counted.doc, counted.sent.end
    if end + 1 >= sent_end or doc[end].lower_ not in {",", "(", "-", "–"}:
        return end
    if doc[end + 1].lower_ not in _DETAIL:
        return end
    for i in range(end + 2, min(sent_end, end + 2 + _LONGEST_DETAIL)):
        token = doc[i]
        if token.is_punct and token.lower_ != "-":
            return i
        if token.pos_ in {"VERB", "AUX", "SCONJ"}:
            return end
        if token.dep_ == "case" and token.lower_ in {"since", "in", "on", "during"}:
            return i
    return end

"""The phrase that says who or what is counted: "people, mostly women and children"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from dragoman.coding.how_many.quantities import Quantity

_CUT: Final = {"acl:relcl", "acl", "advcl", "conj", "parataxis", "cc", "ccomp", "punct"}
_DETAIL: Final = {"mostly", "mainly", "including", "among", "most", "many", "largely", "half",
                  "some", "all", "both", "majority", "nearly", "almost"}  # fmt: skip
_LONGEST_DETAIL: Final = 12


def who_span(quantity: Quantity, counted: Token) -> Span | None:
    """The counted phrase without its numeral, with a detail set off by a comma; None for a bare
    numeral."""
    doc = counted.doc
    if quantity.start <= counted.i < quantity.end or counted.pos_ in {"ADJ", "VERB"}:
        return None
    start = quantity.end
    while (
        start < len(doc)
        and doc[start].lower_ in {"of", "the", "%", "percent"}
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
    for child in counted.children:
        if child.i < counted.i or child.dep_ in _CUT or child.dep_ == "appos":
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

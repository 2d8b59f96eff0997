"""Which places a phrase of territory means, and whether the whole of each."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from dragoman.coding.clauses import coordinated, extent, has_case, lemma_of
from dragoman.coding.findings import Toponym
from dragoman.ontology.holding import load_holding
from dragoman.records.mention import Extent
from dragoman.records.values import Place


def held_places(
    phrases: Sequence[Token], toponyms: Sequence[Toponym], *, partial: bool = False
) -> list[tuple[Place, Span, Extent]]:
    """The places named by the phrases, and whether the whole of each is meant.

    `partial` says that the words around already limit the hold ("partial control of").
    """
    holding = load_holding()
    found: list[tuple[Place, Span, Extent]] = []
    for head in phrases:
        own = _within(head, toponyms)
        lemma, lower = lemma_of(head), head.lower_
        part = lower in holding.partial_heads
        if part and not own:
            own = [(t, True) for t in _after_part(head, toponyms)]
        named = any(t.span.start <= head.i < t.span.end for t, _ in own)
        if not named and not part and lemma not in holding.whole_heads:
            continue
        for toponym, direct in own:
            if not (named or direct or part):
                continue
            limited = (part and not named) or partial or _is_qualified(head)
            assert toponym.place is not None
            found.append((toponym.place, toponym.span, "partial" if limited else "full"))
    return [
        entry
        for n, entry in enumerate(found)
        if not (
            n
            and entry[0].precision == "country"
            and entry[0].country == found[n - 1][0].country
            and _is_within(found[n - 1][1], entry[1])
        )
    ]


def _is_within(inner: Span, outer: Span) -> bool:
    """Whether "inner, outer" is one place told twice, as in "Palmyra, Syria"."""
    return outer.start - inner.end == 1 and inner.doc[inner.end].text == ","


def _after_part(head: Token, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """The names right after "parts of", whatever the parse hangs them on."""
    found: list[Toponym] = []
    doc = head.doc
    at = head.i + 1
    if at >= len(doc) or doc[at].lower_ not in ("of", "in"):
        return []
    for toponym in toponyms:
        if toponym.span.start <= head.i:
            continue
        between = [t.lower_ for t in doc[at : toponym.span.start]]
        if not all(w in ("of", "in", "the", ",", "and", "both") for w in between):
            break
        found.append(toponym)
        at = toponym.span.end
    return found


def _is_qualified(head: Token) -> bool:
    """Whether a direction cuts the place: "northern Aleppo", "eastern Ghouta's suburbs": a part of the place by its direction."""
    return any(
        c.dep_ in ("amod", "compound") and c.lower_.removesuffix("ern") in load_holding().directions
        for c in head.lefts
    )


def _within(head: Token, toponyms: Sequence[Toponym]) -> list[tuple[Toponym, bool]]:
    """Place names of a phrase but not of what is joined to it; whether each stands for the head."""
    start, end = extent(head)
    for c in head.rights:
        if c.dep_ == "appos" and head.lower_ in load_holding().whole_heads:
            continue
        if c.dep_ in ("conj", "acl:relcl", "appos", "parataxis", "acl"):
            end = min(end, c.left_edge.i)
    found: list[tuple[Toponym, bool]] = []
    for toponym in toponyms:
        if not (start <= toponym.span.start and toponym.span.end <= end):
            continue
        root = toponym.span.root
        if root.dep_ != "conj" and any(_is_within(t.span, toponym.span) for t, _ in found):
            continue
        inside = toponym.span.start <= head.i < toponym.span.end
        modifies = root.head == head and root.dep_ in (
            "compound",
            "appos",
            "flat",
            "nmod:desc",
            "amod",
        )
        below = root.head == head and root.dep_ in ("nmod", "obl")
        of = below and has_case(root, "of")
        joined = any(root.head in (t.span.root, *coordinated(t.span.root)) for t, _ in found)
        if inside or modifies or of or (joined and root.dep_ == "conj"):
            found.append((toponym, True))
        elif below and not has_case(root, "from"):
            found.append((toponym, False))
    if any(direct for _, direct in found):
        return [f for f in found if f[1]]
    return found

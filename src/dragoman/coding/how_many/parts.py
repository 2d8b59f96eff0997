"""Counts that are part of another: "26 people, including four children", "of whom 17 are women"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from dragoman.coding.how_many.counted import counted_noun
from dragoman.coding.how_many.effect_words import EFFECTS, effects_by, is_person_noun
from dragoman.coding.how_many.found import FoundFigure
from dragoman.coding.how_many.quantities import Quantity
from dragoman.records.values import FigureKind

_OPENING: Final = {"including", "among", "excluding", "includes", "include", "included"}
_TOLD_OF: Final = {"victims", "prisoners", "refugees", "detainees", "hostages", "martyrs"}
_WHOLES: Final = {"them", "whom", "which", "whose"}
_LINKS: Final = {"of", "were", "are", "was", "is"}
_NEAR: Final = 7
_STOPS: Final = {".", ";", ":"}
_LISTED: Final = {",", "and", "&", ";", "as", "well", "plus", "or"}
_LIST_MARKS: Final = {",", ":", "(", "-", "–", "—", "--", "and", ";"}
_BETWEEN: Final = 2
_LIST_OPENS: Final = {":", "(", ",", "-", "–", "—", "including", ";"}
_LONGEST_ASIDE: Final = 10
_VICTIMS: Final[dict[str, FigureKind]] = {"dead": "killed", "victims": "killed", "deceased": "killed", "slain": "killed",
                   "killed": "killed", "fatalities": "killed",
                   "deaths": "killed", "wounded": "wounded", "injured": "wounded",
                   "missing": "missing", "detainees": "detained", "detained": "detained",
                   "arrested": "detained", "hostages": "abducted", "abducted": "abducted",
                   "kidnapped": "abducted", "displaced": "displaced"}  # fmt: skip


def is_part(counted: Token, quantity: Quantity) -> bool:
    """As in "including 3 children", "among them 3", "3 of them", "of whom 3": inside another count."""
    doc, start = counted.doc, quantity.outer_start
    for token in (counted, quantity.head):
        for child in token.children:
            if child.dep_ in {"case", "mark"} and child.lower_ in _OPENING:
                return not _of_the_harmed(doc, child.i + 1)
        if token.head.lower_ in _OPENING and token.head.i < token.i:
            return token.dep_ in {"obj", "obl", "nmod", "pobj", "conj"}
    before = [doc[i].lower_ for i in range(max(0, start - 3), start)]
    if before[-1:] in (["including"], ["among"]):
        return True
    if before[-2:] in (["among", "them"], ["of", "whom"], ["of", "which"], ["of", "them"]):
        return True
    if before[-1:] == [","] and _opens_aside(doc, start - 1):
        return True
    if before[-1:] == [","] and _is_share_clause(doc, counted.sent.start, start - 1):
        return True
    after = [doc[i].lower_ for i in range(quantity.end, min(len(doc), quantity.end + 2))]
    return len(after) > 1 and after[0] == "of" and after[1] in _WHOLES


def _opens_aside(doc: Doc, comma: int) -> bool:
    """As in "including, officials say, 12 children": "including" and an aside end before it."""
    for i in range(comma - 1, max(0, comma - _LONGEST_ASIDE), -1):
        if doc[i].lower_ == ",":
            return i > 0 and doc[i - 1].lower_ in {"including", "among them"}
        if doc[i].lower_ in _STOPS:
            return False
    return False


def _is_share_clause(doc: Doc, start: int, comma: int) -> bool:
    """As in "Of the 26 killed, 10 were women": the sentence opens with "of" and a count."""
    opening = doc[start:comma]
    return (
        1 < len(opening) <= _LONGEST_ASIDE
        and opening[0].lower_ == "of"
        and not any(token.lower_ == "," for token in opening)
        and any(token.like_num for token in opening)
    )


def people_of_part(counted: Token, quantity: Quantity) -> str | None:
    """Who they are in "two of them children", "six of whom were women", "10 were students"."""
    doc, at = counted.doc, quantity.end
    last = min(len(doc), quantity.end + _NEAR)
    while at < last and doc[at].lower_ in _WHOLES | _LINKS:
        at += 1
    if at == quantity.end or at >= last or doc[at].pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    end = at
    while end < last and doc[end].pos_ in {"NOUN", "PROPN", "ADJ"}:
        end += 1
    return doc[at:end].text if doc[end - 1].pos_ in {"NOUN", "PROPN"} else None


def _of_the_harmed(doc: Doc, i: int) -> bool:
    """As in "among 12 victims": the count of the harmed themselves."""
    return doc[i - 1].lower_ == "among" and any(
        token.lower_ in _TOLD_OF or token.lower_ in _VICTIMS for token in doc[i : i + 4]
    )


def harmed_named(counted: Token, quantity: Quantity) -> tuple[FigureKind, Token] | None:
    """The harm, and its word, in "among the dead were 12 children", "the victims included nine
    foreigners", "three children were among the 14 killed"."""
    doc, start = counted.doc, quantity.outer_start
    before = doc[max(counted.sent.start, start - _NEAR) : start]
    after = doc[max(quantity.end, counted.i + 1) : counted.sent.end][:_NEAR]
    if before and before[-1].lower_ in {"included", "include", "includes"}:
        return _first_harmed(reversed(before[:-1]))
    if before and before[-1].lemma_ == "be":
        for i, token in enumerate(before):
            if token.lower_ == "among" and before[i + 1].lower_ in {"the", "those"}:
                return _first_harmed(before[i + 2 :])
    if len(after) > 2 and after[0].lemma_ == "be" and after[1].lower_ == "among":
        return _first_harmed(after[2:])
    return None


def _first_harmed(tokens: Iterable[Token]) -> tuple[FigureKind, Token] | None:
    return next(((_VICTIMS[t.lower_], t) for t in tokens if t.lower_ in _VICTIMS), None)


def whole_of(
    counted: Token,
    quantity: Quantity,
    earlier: Sequence[FoundFigure],
    kind: FigureKind | None = None,
) -> FoundFigure | None:
    """The count told before in the sentence that this one is a part of; None for no such count.

    One of the `kind` that the part's own words tell goes before a nearer one.
    """
    here = [f for f in earlier if f.counted.sent.start == counted.sent.start]
    if any(f.kind == kind and f.whole is None for f in here):
        here = [f for f in here if f.kind == kind]
    value = quantity.low if quantity.low is not None else quantity.high
    verb = counted.head
    subject = _includers(verb) if verb.lemma_ == "include" and verb.tag_ != "VBG" else None
    for figure in reversed(here):
        if figure.whole is not None or figure.counted.i >= quantity.start:
            continue
        if subject is not None and (figure.counted not in subject or figure.kind == "other"):
            continue
        most = figure.high if figure.high is not None else figure.low
        if value is None or most is None or value < most or figure.high is None:
            return figure if figure.kind not in {"money", "territory"} else None
    return None


def _includers(verb: Token) -> set[Token]:
    """What "include" has for its subject, and what its relative clause hangs on."""
    subjects = {child for child in verb.children if child.dep_.startswith("nsubj")}
    return subjects | ({verb.head} if verb.dep_ == "acl:relcl" else set())


def continues_parts(
    counted: Token, quantity: Quantity, earlier: Sequence[FoundFigure]
) -> FoundFigure | None:
    """The whole that "two women" in "26 people, including four children and two women" is of too."""
    if not earlier or earlier[-1].whole is None:
        return None
    last = earlier[-1]
    end = max(last.span.end, last.counted.i + 1)
    between = counted.doc[end : quantity.outer_start]
    if counted.sent.start != last.counted.sent.start or not 0 < len(between) <= 2:
        return None
    if any(token.lower_ not in _LISTED for token in between):
        return None
    whole = next((f for f in reversed(earlier) if f.counted == last.whole), None)
    if whole is None:
        return None
    told = sum((f.low or 0) for f in earlier if f.whole == last.whole) + (quantity.low or 0)
    is_joined = counted.dep_ == "conj" or counted.head == last.counted.head
    fits = whole.high is None or told <= whole.high
    return whole if is_joined and fits else None


def own_harm(effect: Token | None, whole: FoundFigure, quantity: Quantity) -> bool:
    """Whether the part's own words tell what befell it: "including 600 deaths", "17 died"."""
    if effect is None or effect == whole.head or effect.i < whole.span.start:
        return False
    doc = effect.doc
    low, high = sorted((effect.i, quantity.end - 1))
    return effect.i > whole.counted.i and not any(
        doc[i].lower_ in {",", ")", "("} for i in range(low, high)
    )


def listed_parts(whole: FoundFigure, after: Sequence[Quantity]) -> int:
    """How many of the next quantities break the count down by who they were, adding up to it:
    "20 bodies, eleven women and nine men"."""
    if whole.kind not in EFFECTS or whole.whole is not None or whole.low != whole.high:
        return 0
    doc, total = whole.span.doc, whole.low or 0
    end, told = max(whole.span.end, whole.counted.i + 1), 0.0
    for n, quantity in enumerate(after, start=1):
        between = doc[end : quantity.outer_start]
        if not 0 < len(between) <= _BETWEEN or any(t.lower_ not in _LIST_MARKS for t in between):
            return 0
        counted = counted_noun(quantity)
        if counted is None or not (is_person_noun(counted) or counted.text[:1].isupper()):
            return 0
        told += quantity.low or total + 1
        end = max(quantity.end, counted.i + 1)
        if told == total and n > 1:
            return n
        if told == total - 1 and n > 0 and _one_more(doc, end):
            return n
        if told >= total:
            return 0
    return 0


def _one_more(doc: Doc, end: int) -> bool:
    """As in ", and a woman" behind a list."""
    words = [token.lower_ for token in doc[end : end + 3]]
    return "and" in words[:2] and words[words.index("and") + 1 :][:1] in (["a"], ["an"])


def with_sums(figures: Sequence[FoundFigure]) -> list[FoundFigure]:
    """Counts of a list that add up to the count before it are its parts: "13 bodies: eight
    guerrillas, four soldiers and a civilian"."""
    figures = list(figures)
    for n, whole in enumerate(figures):
        if whole.whole is not None or whole.low is None or whole.low != whole.high:
            continue
        listed = _list_behind(whole, figures[n + 1 :])
        if len(listed) > 1 and sum(f.low or 0 for f in listed) == whole.low:
            for m in range(n + 1, n + 1 + len(listed)):
                figures[m] = replace(figures[m], whole=whole.counted)
    return figures


def _list_behind(whole: FoundFigure, after: Sequence[FoundFigure]) -> list[FoundFigure]:
    """The counts that follow one another, up to a verb, behind a mark that opens a list."""
    doc = whole.span.doc
    end = whole.span.end
    if end >= len(doc) or not any(
        doc[i].lower_ in _LIST_OPENS for i in range(end, min(end + 2, len(doc)))
    ):
        return []
    listed: list[FoundFigure] = []
    for figure in after:
        if figure.counted.sent.start != whole.counted.sent.start or figure.low != figure.high:
            break
        between = doc[end : figure.span.start]
        if len(between) > 4 or any(
            token.pos_ in {"VERB", "AUX"} and token.lower_ not in effects_by("adjective")
            for token in between
        ):
            break
        listed.append(figure)
        end = figure.span.end
        if sum(f.low or 0 for f in listed) >= (whole.low or 0):
            break
    return listed


def index_of_whole(figures: Sequence[FoundFigure], n: int) -> int | None:
    """The place among the figures of the one that figure `n` is a part of."""
    whole = figures[n].whole
    if whole is None:
        return None
    at = whole.idx
    for i, figure in enumerate(figures):
        if i != n and any(span.start <= at < span.end for span in figure.evidence):
            return i
    return None

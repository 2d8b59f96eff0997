"""Which voice each quotation belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from dragoman.coding.clauses import extent, without
from dragoman.coding.whose_word.drafts import Draft
from dragoman.coding.whose_word.quotation import Quotation

_NEAR = 14
"""Tokens between a cue and the quotation that it opens."""


def link_quotations(
    doc: Doc, drafts: list[Draft], quotations: Sequence[Quotation], paragraphs: list[int]
) -> set[int]:
    """Give every quoted sentence its voice; the drafts that quote, by identity.

    1. What is said widens to a quotation that it begins or ends in. 2. A cue without content takes
    the quotation beside it. 3. A quotation without any cue goes on with the voice before it in the
    paragraph, or with the paragraph before where that ended open, in a colon or in a quotation.
    """
    quoting: set[int] = set()
    clausal = [q for q in quotations if q.clausal]
    if not clausal:
        return quoting
    owner: dict[int, Draft] = {}
    speakers = [d for d in drafts if d.takes_quotes]
    for draft in speakers:
        clause = cue_clause(draft)
        for n, q in enumerate(clausal):
            if q.start <= draft.cue.i < q.end:
                continue
            widens = any(q.overlaps(*r) for r in draft.contents)
            stands_before = bool(draft.sources) and _closes(doc, draft, q, clause, paragraphs)
            if (widens and n not in owner) or stands_before:
                draft.contents.append((q.start, q.end))
                owner[n] = draft
                quoting.add(id(draft))
        if id(draft) in quoting:
            _keep_quoted(draft, clause, clausal)
    for draft in speakers:
        if not draft.contents and draft.sources:
            after = _after(doc, draft, clausal, owner)
            if after is not None:
                draft.contents.append((clausal[after].start, clausal[after].end))
                draft.clausal = True
                owner[after] = draft
                quoting.add(id(draft))
    by_cue = sorted((d for d in drafts if d.contents), key=lambda d: d.cue.i)
    for n, q in enumerate(clausal):
        if n in owner or any(r[0] <= q.start and q.end <= r[1] for d in by_cue for r in d.contents):
            continue
        voice = _voice_before(doc, n, clausal, owner, paragraphs, by_cue)
        if voice is not None:
            voice.contents.append((q.start, q.end))
            owner[n] = voice
            quoting.add(id(voice))
    return quoting


def _closes(
    doc: Doc, draft: Draft, q: Quotation, clause: tuple[int, int], paragraphs: list[int]
) -> bool:
    """Whether a reporting clause ends the sentence that the quotation began: "…," he said."""
    if draft.cue.tag_ == "VBG" or not -1 <= clause[0] - q.end <= 1:
        return False
    if paragraphs[q.start] != paragraphs[draft.cue.i]:
        return False
    return q.end < 2 or doc[q.end - 2].text != "." or doc[q.end - 1].text == ","


def cue_clause(draft: Draft) -> tuple[int, int]:
    """From the source to the cue, whichever stands first."""
    near = [extent(s) for s in draft.sources if abs(s.i - draft.cue.i) < 40]
    start = min([draft.cue_range[0], *(a for a, _ in near)])
    end = max([draft.cue_range[1], *(b for _, b in near)])
    return start, end


def _keep_quoted(draft: Draft, clause: tuple[int, int], clausal: Sequence[Quotation]) -> None:
    """After the cue of a quotation that stands before it only further quotations are said.

    ("…," he said in June, "…": "in June" is the reporter's.)
    """
    before = [q for q in clausal if q.end <= clause[0] + 1]
    if not any(q.overlaps(*r) for q in before for r in draft.contents):
        return
    kept: list[tuple[int, int]] = []
    for start, end in without(draft.contents, [clause]):
        if end <= clause[0] + 1:
            first = next((q.start for q in before if q.overlaps(start, end)), start)
            cut = start > first or _opens_sentence(draft.cue.doc, first)
            kept.append((first if cut else start, end))
        else:
            kept.extend((q.start, q.end) for q in clausal if q.overlaps(start, end))
    draft.contents = kept


def _opens_sentence(doc: Doc, start: int) -> bool:
    """Whether a quotation is a sentence of its own, so that the one before it is the reporter's."""
    at = start - 1
    while at >= 0 and doc[at].is_space:
        at -= 1
    return at < 0 or doc[at].text in (".", "?", "!", ":")


def _after(
    doc: Doc, draft: Draft, clausal: Sequence[Quotation], owner: dict[int, Draft]
) -> int | None:
    """The number of the quotation that follows a cue in its own or the next sentence."""
    sentence, clause = draft.cue.sent, cue_clause(draft)
    for n, q in enumerate(clausal):
        if n in owner or q.start < clause[1] or q.start <= draft.cue.i < q.end:
            continue
        if q.start >= sentence.end + 2 or q.start - clause[1] > _NEAR:
            return None
        return n if sum(t.pos_ == "VERB" for t in doc[clause[1] : q.start]) <= 1 else None
    return None


def _voice_before(
    doc: Doc,
    n: int,
    clausal: Sequence[Quotation],
    owner: dict[int, Draft],
    paragraphs: list[int],
    drafts: Sequence[Draft],
) -> Draft | None:
    q = clausal[n]
    before = clausal[n - 1] if n else None
    if before is not None and n - 1 in owner:
        same = paragraphs[before.start] == paragraphs[q.start]
        next_one = paragraphs[q.start] - paragraphs[before.start] == 1
        gap = [t for t in doc[before.end : q.start] if t.pos_ == "VERB"]
        if same and (not gap or owner[n - 1].cue.i >= before.end):
            return owner[n - 1]
        if next_one and (before.runs_on or not gap or owner[n - 1].cue.i >= before.end):
            last = [t for t in doc[before.end : q.start] if not t.is_space]
            if before.runs_on or len(last) < 25:
                return owner[n - 1]
    start = q.start - 1
    while start >= 0 and doc[start].is_space:
        start -= 1
    if start >= 0 and paragraphs[start] == paragraphs[q.start] and doc[start].text in ".!?":
        # the opening mark of what came before may be missing
        sentence = doc[start].sent
        for d in reversed(drafts):
            near = sentence.start <= d.cue.i < sentence.end and d.takes_quotes and d.sources
            if near and d.cue.tag_ in ("VBD", "VBZ") and min(r[0] for r in d.contents) < d.cue.i:
                return d
    if start >= 0 and doc[start].text == ":":
        sentence = doc[start].sent
        inside = [d for d in drafts if sentence.start <= d.cue.i < sentence.end and d.sources]
        if inside:
            return inside[-1]
    return None

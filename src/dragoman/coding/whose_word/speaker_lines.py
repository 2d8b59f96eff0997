"""Speakers named by layout: "Minister: …" at a line's start, "“…” — Name" at its end."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from dragoman.coding.whose_word.drafts import Draft
from dragoman.coding.whose_word.quotation import Quotation
from dragoman.language.columns import columns_of, tokens_spelled
from dragoman.ontology.cues import Cues

_LONGEST_LABEL = 9
_DASHES = frozenset({"—", "–", "―", "--", "-", "~"})


def draft_speaker_lines(
    doc: Doc, cues: Cues, quotations: Sequence[Quotation], paragraphs: Sequence[int]
) -> list[Draft]:
    """Attributions whose cue is a colon after a name or a dash before one."""
    drafts: list[Draft] = []
    start_of: dict[int, int] = {}
    end_of: dict[int, int] = {}
    for i, text in enumerate(columns_of(doc).texts):
        if not text.isspace():
            start_of.setdefault(paragraphs[i], i)
            end_of[paragraphs[i]] = i + 1
    for colon in tokens_spelled(doc, (":",)):
        draft = _label(doc, colon, start_of, end_of, paragraphs, cues)
        if draft is not None:
            drafts.append(draft)
    for q in quotations:
        if q.clausal and q.end + 1 < len(doc) and doc[q.end].text in _DASHES:
            end = end_of[paragraphs[q.start]]
            name = doc[q.end + 1 : end]
            proper = all(t.pos_ in ("PROPN", "ADP", "PUNCT", "ADJ", "NOUN") for t in name)
            if 0 < len(name) <= _LONGEST_LABEL and (proper or _names_somebody(name)):
                draft = Draft(doc[q.end], (q.end, q.end + 1), cues.kinds["say"])
                draft.sources, draft.contents = [_head_of(name)], [(q.start, q.end)]
                draft.takes_quotes = draft.clausal = True
                drafts.append(draft)
    return drafts


def _label(
    doc: Doc,
    colon: Token,
    start_of: dict[int, int],
    end_of: dict[int, int],
    paragraphs: Sequence[int],
    cues: Cues,
) -> Draft | None:
    paragraph = paragraphs[colon.i]
    start, end = start_of[paragraph], end_of[paragraph]
    while start < colon.i and doc[start].is_punct:
        start += 1
    label = doc[start : colon.i]
    if not 0 < len(label) <= _LONGEST_LABEL or end - colon.i < 4 or not _names_somebody(label):
        return None
    rest = doc[colon.i + 1 : end]
    if not any(t.pos_ in ("VERB", "AUX") for t in rest) or doc[start].like_num:
        return None
    draft = Draft(colon, (colon.i, colon.i + 1), cues.kinds["say"], [_head_of(label)])
    draft.contents = [(colon.i + 1, end)]
    draft.clausal = True
    return draft


def _names_somebody(label: Span) -> bool:
    words = list(label)
    if any(t.pos_ in ("VERB", "AUX", "NUM") or t.text in ".;?" for t in words):
        return False
    named = any(t.ent_type_ in ("PERSON", "ORG") for t in words)
    return named or (
        len(words) <= 2
        and all(t.text.isupper() and len(t.text) > 3 and t.pos_ == "PROPN" for t in words)
    )


def _head_of(label: Span) -> Token:
    inside = {t.i for t in label}
    heads = [t for t in label if t.head.i not in inside or t.head == t]
    nominal = [t for t in heads if t.pos_ in ("PROPN", "NOUN", "PRON")]
    return (nominal or heads or list(label))[0]

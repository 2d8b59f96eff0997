"""Speech without quotation marks: a release that says "The minister said:" and lets him speak."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from dragoman.coding.whose_word.drafts import Draft
from dragoman.coding.whose_word.quotation import Quotation
from dragoman.ontology.cues import load_cues

_FIRST_PERSON = frozenset({"i", "we", "our", "us", "my", "me", "ours"})
_MARKS = frozenset({"“", '"', "``", "''", "‘"})
_ENDS = frozenset({"notes", "note", "background", "further", "follow", "media", "ends", "contact"})
_LONGEST = 15


def extend_open_speech(
    doc: Doc, drafts: Sequence[Draft], quotations: Sequence[Quotation], paragraphs: Sequence[int]
) -> None:
    """Give "X said:" the unquoted paragraphs that X goes on to speak.

    After a colon that ends its paragraph the next paragraph is his, and so are those that follow
    until somebody else is reported, the speaker is named, or notes begin; after a colon inside a
    paragraph the rest of it, and then only paragraphs in the first person.
    """
    colons = [
        d for d in drafts if d.sources and d.takes_quotes and _colon_after(doc, d) is not None
    ]
    if not colons:
        return
    bounds: dict[int, tuple[int, int]] = {}
    for token in doc:
        if not token.is_space:
            number = paragraphs[token.i]
            start, _ = bounds.get(number, (token.i, token.i))
            bounds[number] = (start, token.i + 1)
    order = sorted(bounds)
    for draft in colons:
        colon = _colon_after(doc, draft)
        assert colon is not None
        at = order.index(paragraphs[colon])
        inside = bounds[order[at]][1] > colon + 1
        first = (colon + 1, bounds[order[at]][1])
        if not inside:
            if at + 1 >= len(order):
                continue
            at += 1
            first = bounds[order[at]]
        if doc[first[0]].text in _MARKS or any(q.start == first[0] for q in quotations):
            continue
        if any(d is not draft and d.cue.i in range(*first) and _reports(d) for d in drafts):
            continue
        draft.contents.append(first)
        draft.clausal = True
        for number in order[at + 1 : at + _LONGEST]:
            if not _goes_on(doc, draft, drafts, bounds[number], inside):
                break
            draft.contents.append(bounds[number])


def _colon_after(doc: Doc, draft: Draft) -> int | None:
    end = draft.cue_range[1]
    if doc[end - 1].text == ":":
        return end - 1
    for i in range(end, min(end + 6, draft.cue.sent.end)):
        if doc[i].text == ":":
            return i
        if doc[i].pos_ == "VERB":
            return None
    return None


def _reports(draft: Draft) -> bool:
    """Whether a cue reports from outside: a finite verb of saying whose source is no "I" or "we"."""
    if not draft.takes_quotes or draft.cue.tag_ not in ("VBD", "VBZ") or not draft.sources:
        return False
    if draft.cue.lemma_.lower() in load_cues().things_do:
        return False
    return draft.cue.dep_ in ("root", "parataxis") and draft.sources[0].pos_ != "PRON"


def _goes_on(
    doc: Doc, draft: Draft, drafts: Sequence[Draft], bounds: tuple[int, int], only_first: bool
) -> bool:
    start, end = bounds
    if doc[start].text in _MARKS or doc[start].lower_ in _ENDS or end - start < 5:
        return False
    speaker = draft.sources[0]
    names = {t.text for t in speaker.subtree if t.ent_type_ == "PERSON"}
    first_person = False
    for token in doc[start:end]:
        if token.text in names and token.ent_type_ == "PERSON":
            return False
        first_person = first_person or token.lower_ in _FIRST_PERSON
    if only_first and not first_person:
        return False
    return not any(d is not draft and start <= d.cue.i < end and _reports(d) for d in drafts)

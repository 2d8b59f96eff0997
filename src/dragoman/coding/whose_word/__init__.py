"""Whose word: source, cue and content of everything that a text puts on somebody's word.

`find_attributions` reads direct, indirect and mixed quotation, "according to", nouns of saying,
hedges without a source, and chains ("state television quoted the army as saying"). Contents are
half-open token spans; where the cue stands inside what is said, the content has several parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from dragoman.coding.clauses import (
    antecedent,
    coordinated,
    extent,
    is_passive,
    lemma_of,
    trimmed,
    without,
)
from dragoman.coding.whose_word.drafts import Draft
from dragoman.coding.whose_word.open_speech import extend_open_speech
from dragoman.coding.whose_word.quotation import Quotation, find_quotations, paragraph_of
from dragoman.coding.whose_word.quoted_speech import cue_clause, link_quotations
from dragoman.coding.whose_word.said_by_nouns import draft_adjective, draft_noun
from dragoman.coding.whose_word.said_by_phrases import (
    draft_according,
    draft_adverb,
    draft_hedge,
    draft_in_words,
    draft_source_object,
)
from dragoman.coding.whose_word.said_by_verbs import draft_verb
from dragoman.coding.whose_word.speaker_lines import draft_speaker_lines
from dragoman.ontology.cues import CueKind, Cues, load_cues


@dataclass(frozen=True, slots=True)
class Attribution:
    """What one source says by one cue.

    `heads` are the head tokens of the sources (one for each of several joined; a relative pronoun
    is followed to its noun); `sources` are their phrases as written. Both are empty for "reportedly"
    and for an agentless passive. `direct` tells a quotation from a report of what was said,
    `clausal` a clause from a thing ("said that …", "condemned the attack"). `voiced` is false of
    what is only spoken about ("commented on the attack") and of things that show something.
    """

    sources: tuple[Span, ...]
    cue: Span | None
    contents: tuple[Span, ...]
    heads: tuple[Token, ...]
    cue_head: Token
    kind: CueKind
    negated: bool = False
    direct: bool = False
    clausal: bool = False
    voiced: bool = True
    addressees: tuple[Token, ...] = ()

    @property
    def vouches(self) -> bool:
        """Whether the source answers for what is said as a fact."""
        return self.kind.vouches and not self.negated and self.voiced

    def covers(self, token: Token) -> bool:
        """Whether the token is part of what is said."""
        return any(span.start <= token.i < span.end for span in self.contents)

    @property
    def width(self) -> int:
        return sum(len(span) for span in self.contents)


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Every attribution of the text in the order of its cues."""
    if not len(doc) or not doc.has_annotation("DEP"):
        return ()
    cues = load_cues()
    paragraphs = paragraph_of(doc)
    quotations = find_quotations(doc, paragraphs)
    drafts = _draft_all(doc, cues)
    drafts.extend(draft_speaker_lines(doc, cues, quotations, paragraphs))
    quoted = link_quotations(doc, drafts, quotations, paragraphs)
    extend_open_speech(doc, drafts, quotations, paragraphs)
    found = [
        _finish(doc, draft, id(draft) in quoted, quotations) for draft in drafts if _stands(draft)
    ]
    return tuple(sorted((a for a in found if a is not None), key=lambda a: a.cue_head.i))


def attributions_of(
    token: Token, attributions: Sequence[Attribution], *, vouched: bool = True
) -> tuple[Attribution, ...]:
    """The chain that the token stands in, innermost first.

    With `vouched` (the default) only sources that answer for it as a fact: what somebody merely
    wants, doubts, asks or judges is not told on his word.
    """
    chain = [a for a in attributions if a.covers(token) and (a.vouches or not vouched)]
    return tuple(sorted(chain, key=lambda a: (a.width, a.cue_head.i)))


def outermost(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Those whose cue stands in nothing that a named source says: the report's own attributions.

    As annotators of quotations mark them: an apposition takes along the comma that closes it.
    """
    voices = [a for a in attributions if a.sources and not a.kind.attitude]
    return tuple(
        replace(a, sources=tuple(map(_with_comma, a.sources)))
        for a in attributions
        if not any(b is not a and b.covers(a.cue_head) for b in voices)
    )


def _with_comma(source: Span) -> Span:
    doc, end = source.doc, source.end
    closed = end < len(doc) and doc[end].text == "," and any(t.text == "," for t in source)
    set_off = any(c.dep_ in ("appos", "acl:relcl", "acl") for c in doc[source.root.i].children)
    return doc[source.start : end + 1] if closed and set_off else source


def _with_title(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The span with the abbreviated title before a name, or the name after a title alone."""
    titles = load_cues().titles
    while start > 0 and doc[start].pos_ == "PROPN" and doc[start - 1].lower_.rstrip(".") in titles:
        start -= 1
    if doc[end - 1].lower_.rstrip(".") in titles:
        while end < len(doc) and (doc[end].ent_type_ == "PERSON" or doc[end].text == "."):
            end += 1
    return start, end


_DATELINE = 8
_TANKS = ("tank", "tanks")


def _after_dateline(doc: Doc, start: int, head: int) -> int:
    """Past the "GENEVA —" that a sentence opens with."""
    if doc[start].is_sent_start and doc[start].text.isupper() and len(doc[start]) > 1:
        for i in range(start + 1, min(start + _DATELINE, head)):
            if doc[i].text in ("-", "–", "—", "--"):
                return i + 1
    return start


def _draft_all(doc: Doc, cues: Cues) -> list[Draft]:
    drafts: list[Draft] = []
    openings = {phrase[0] for phrase in cues.prepositions}
    for token in doc:
        pos = token.pos_
        draft: Draft | None = None
        if pos == "VERB":
            lemma = lemma_of(token)
            if lemma == "think" and doc[token.i + 1 : token.i + 2].text.lower() in _TANKS:
                continue
            if lemma in cues.source_objects:
                chain = draft_source_object(token, cues)
                if chain:
                    drafts.extend(chain)
                    continue
            particle = next((c for c in token.rights if c.dep_ == "compound:prt"), None)
            if particle is not None:
                frames = cues.verbs.get(f"{lemma}_{particle.lower_}")
            else:
                frames = cues.verbs.get(lemma) or cues.verbs.get(lemma.removesuffix("s"))
            if frames is not None and not _is_saying_of_chain(token, drafts):
                draft = draft_verb(token, frames)
        elif pos == "NOUN":
            lemma = lemma_of(token)
            if lemma in cues.in_ones:
                draft = draft_in_words(token, cues)
            if draft is None and (frames := cues.nouns.get(lemma)) is not None:
                draft = draft_noun(token, frames, cues)
        elif pos == "ADJ":
            frames = cues.adjectives.get(token.lower_)
            if frames is not None:
                draft = draft_adjective(token, frames)
            elif token.lower_ in cues.hedges:
                draft = draft_hedge(token, cues)
        elif pos == "ADV" and token.lower_ in cues.adverbs:
            draft = draft_adverb(token, cues)
        if draft is None and token.lower_ in openings:
            draft = draft_according(token, cues)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _stands(draft: Draft) -> bool:
    """Whether somebody says something; without a source only a hedge or "it is said that" does."""
    if not draft.contents:
        return False
    if draft.sources or draft.cue.pos_ != "VERB":
        return True
    return draft.clausal and draft.kind.vouches and is_passive(draft.cue)


def _is_saying_of_chain(token: Token, drafts: list[Draft]) -> bool:
    return any(draft.cue == token for draft in drafts[-2:])


def _finish(
    doc: Doc, draft: Draft, direct: bool, quotations: Sequence[Quotation]
) -> Attribution | None:
    holes = [*draft.holes]
    ranges = without(draft.contents, [])
    for q in quotations:
        if q.clausal and q.start < draft.cue.i < q.end:
            # whoever is quoted within a quotation speaks no further than it
            holes.extend(((0, q.start + 1), (q.end - 1, len(doc))))
    if (draft.takes_quotes or draft.holes) and any(a <= draft.cue.i < b for a, b in ranges):
        holes.append(draft.cue_range)
        holes.extend(extent(s) for s in draft.sources if not _inside_said(draft))
    if draft.takes_quotes and ranges and ranges[0][0] < draft.cue.i:
        holes.extend(extent(s) for s in draft.sources if s.i > draft.cue.i)
    contents: list[Span] = []
    for start, end in without(ranges, holes):
        span = trimmed(doc[start:end])
        if span is not None and not (contents and _belongs_to_cue(doc, start, draft)):
            contents.append(span)
    if not contents:
        return None
    sources = []
    heads: list[Token] = []
    for source in draft.sources:
        start, end = extent(source)
        for c in source.children:
            if (
                c.dep_ in ("case", "mark", "cc", "fixed")
                and c.i == start
                and c.lower_ not in ("'s", "’s")
            ):
                start += 1
        if source.lower_ not in ("who", "which", "that"):
            pieces = without([(start, end)], [draft.cue_range, *_clauses_in(source, draft)])
            pieces = [p for p in pieces if p[0] <= source.i < p[1]]
            if pieces:
                start, end = pieces[0]
        if draft.cut is not None:
            end = min(end, draft.cut)
        start, end = _with_title(doc, _after_dateline(doc, start, source.i), end)
        span = trimmed(doc[start:end])
        if span is not None and source.dep_ == "nmod:poss" and span[-1].lower_ in ("'s", "’s"):
            span = trimmed(doc[span.start : span.end - 1]) or span
        if span is not None:
            sources.append(span)
        heads.extend(coordinated(antecedent(source)))
    cue = trimmed(doc[slice(*draft.cue_range)], keep_final=True)
    return Attribution(
        sources=tuple(sources),
        cue=cue,
        contents=tuple(contents),
        heads=tuple(heads),
        cue_head=draft.cue,
        kind=draft.kind,
        negated=draft.negated,
        direct=direct,
        clausal=draft.clausal,
        voiced=not draft.about and _can_speak(draft),
        addressees=tuple(h for a in draft.addressees for h in coordinated(antecedent(a))),
    )


def _can_speak(draft: Draft) -> bool:
    """Whether the source is somebody or a document, where things could do the verb as well."""
    cues = load_cues()
    if not draft.sources or lemma_of(draft.cue) not in cues.things_do:
        return True
    for head in coordinated(antecedent(draft.sources[0])):
        lemma = lemma_of(head)
        if head.ent_type_ or head.pos_ in ("PROPN", "PRON") or lemma in cues.people:
            return True
        if lemma in cues.documents or lemma in cues.nouns or lemma.endswith(("er", "or", "ist")):
            return True
    return False


def _belongs_to_cue(doc: Doc, start: int, draft: Draft) -> bool:
    """Whether a later part is the reporter's: "…, he said on Monday" runs on without a comma."""
    if draft.cue.pos_ != "VERB" or not draft.takes_quotes or start == 0:
        return False
    first, last = cue_clause(draft)
    last = max([last, *(extent(a)[1] for a in draft.addressees)])
    return first <= start - 1 < last and doc[start].text not in '“",—–'


def _inside_said(draft: Draft) -> bool:
    """Whether the source stands inside a clause that is itself said (a shared subject)."""
    return draft.cue.dep_ in ("xcomp", "acl", "acl:relcl", "advcl")


def _clauses_in(source: Token, draft: Draft) -> list[tuple[int, int]]:
    """Ranges of a source phrase that are the cue's own clause ("a report saying that …")."""
    start, end = extent(source)
    if start <= draft.cue.i < end:
        top = draft.cue
        while top.head != source and top.head != top and start <= top.head.i < end:
            top = top.head
        return [extent(top)] if top != source else []
    return []

"""Statements: what somebody says in the report's words, to whom, and where they stand.

`code_statements(cast, attributions, events=()) -> tuple[Statement, ...]`, ids s1… in reading order,
one for each source of an attribution. `attributions` come from `find_attributions`; `events` are
the coded events, of which those told inside the statement are named. What is only thought, wanted
or discussed is no statement.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from dragoman.coding.clauses import child, lemma_of
from dragoman.coding.findings import Cast, participants_of, source_of, text_span
from dragoman.coding.status import code_status
from dragoman.coding.whose_word import Attribution
from dragoman.ontology.cues import load_cues
from dragoman.ontology.sides import load_sides
from dragoman.records.mention import EventMention, Stance, Statement
from dragoman.records.spans import TextSpan

_SHORT = 7
_SAYINGS = frozenset({"say", "claim", "report", "believe", "condemn", "concern", "accuse"})
_WITHHOLDING = frozenset({"refuse", "decline"})
_ANONYMITY = frozenset({"name", "identify", "quote", "comment", "elaborate", "anonymity"})
_WISHING = frozenset({"like", "want", "wish"})
_UNSAID = frozenset({"discuss", "ask"})
_STANCES: tuple[Stance, ...] = (
    "concern",
    "condemn",
    "support",
    "demand",
    "deny",
    "claim",
    "promise",
    "other",
)
_LONGEST_PHRASE = 60
_POSITIONS = frozenset({"stance", "position", "view", "policy"})
_AGAINST = frozenset({"against", "opposed", "opposing", "opposition", "rejecting", "condemning"})


def code_statements(
    cast: Cast, attributions: Sequence[Attribution], events: Sequence[EventMention] = ()
) -> tuple[Statement, ...]:
    """Every statement that the report ascribes to a named or described source."""
    found: list[Statement] = []
    seen: set[tuple[str, tuple[TextSpan, ...]]] = set()
    for attribution in attributions:
        if not _is_statement(attribution, attributions):
            continue
        cue = text_span(attribution.cue) if attribution.cue is not None else None
        contents = tuple(text_span(span) for span in attribution.contents)
        addressees = participants_of(attribution.addressees, cast)
        told = tuple(e.id for e in events if _is_told_in(e, contents))
        stance = _stance(attribution)
        for head in attribution.heads:
            if not cast.participants_at(head) and _is_nobodys(head, attribution, attributions):
                continue
            for source in source_of(head, cast, cue):
                key = (source.entity or source.name, contents)
                if key in seen:
                    continue
                seen.add(key)
                speaker = source.entity
                found.append(
                    Statement(
                        id=f"s{len(found) + 1}",
                        source=source,
                        cue=cue,
                        content=contents,
                        addressees=tuple(
                            a for a in addressees if a.entity is None or a.entity != speaker
                        ),
                        events=told,
                        stance=stance,
                    )
                )
    return tuple(found)


def _is_statement(attribution: Attribution, others: Sequence[Attribution]) -> bool:
    if not attribution.heads or attribution.kind.attitude or attribution.kind.name in _UNSAID:
        return False
    if attribution.negated:
        return False
    if attribution.kind.name == "believe" and attribution.cue_head.pos_ != "VERB":
        return False
    cues = load_cues()
    lemma = lemma_of(attribution.cue_head)
    if lemma in cues.things_do and not attribution.voiced:
        return False
    bare = not (attribution.clausal or attribution.direct)
    if bare and (lemma in cues.showing or _only_mentions(attribution)):
        return False
    if _is_unsaid(attribution) or _says_nothing(attribution):
        return False
    # "voiced its call": the noun says it, the verb only carries it
    return not any(
        other is not attribution
        and other.cue is not None
        and other.cue_head.pos_ == "NOUN"
        and other.cue.start <= attribution.cue_head.i < other.cue.end
        for other in others
    )


def _only_mentions(attribution: Attribution) -> bool:
    """Whether a cue without a clause names a subject, deed or opinion, but says nothing of it."""
    kind, lemma = attribution.kind, lemma_of(attribution.cue_head)
    if kind.name == "believe" or (kind.stance == "claim" and not attribution.voiced):
        return True
    if attribution.cue_head.pos_ == "NOUN":
        return kind.name == "report"
    cues = load_cues()
    if lemma in cues.deeds:
        return True
    frames = cues.nouns.get(lemma_of(attribution.contents[0].root), ())
    return lemma in cues.rejecting and not any(f.kind.name in _SAYINGS for f in frames)


def _is_unsaid(attribution: Attribution) -> bool:
    """Whether it is not said yet, only possible, or a refusal to speak ("declined to comment")."""
    cue = attribution.cue_head
    lemma = lemma_of(cue)
    if lemma in _WITHHOLDING:
        return True
    if attribution.kind.stance in ("demand", "deny") and attribution.contents:
        said = attribution.contents[0]
        if len(said) < _SHORT and lemma_of(said.root) in _ANONYMITY:
            return True
    if cue.pos_ != "VERB" or attribution.direct or lemma_of(cue.head) in _WISHING:
        return False
    return code_status(cue, cue) in ("future", "hypothetical")


def _says_nothing(attribution: Attribution) -> bool:
    """Whether all that is said is a pronoun, its noun being lost on the parse."""
    return all(t.pos_ in ("PRON", "ADP", "PUNCT") for span in attribution.contents for t in span)


def _is_nobodys(head: Token, own: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether an unknown source is no voice: a pronoun, a thing, a word that another says."""
    cues = load_cues()
    lemma = lemma_of(head)
    said = lemma in cues.nouns
    if head.pos_ in ("PRON", "NUM", "DET", "VERB", "AUX") or not (
        head.ent_type_ or said or lemma in cues.voices or lemma in load_sides().witnesses
    ):
        return True
    return said and any(other is not own and other.covers(head) for other in others)


def _is_told_in(event: EventMention, contents: Sequence[TextSpan]) -> bool:
    return any(c.start <= event.trigger.start and event.trigger.end <= c.end for c in contents)


def _stance(attribution: Attribution) -> Stance:
    """The cue's own stance; a neutral verb takes that of the noun it says ("reiterated its call")."""
    stance = attribution.kind.stance
    if stance == "claim" and attribution.cue_head.pos_ == "VERB" and attribution.contents:
        stance = _stance_of_noun(attribution.contents[0]) or stance
    return next((s for s in _STANCES if s == stance), "other")


def _stance_of_noun(content: Span) -> str | None:
    if len(content) > _LONGEST_PHRASE:
        return None
    head = content.root
    lemma = lemma_of(head)
    if head.pos_ != "NOUN" or child(head, "nsubj", "cop") is not None:
        return None
    if lemma in _POSITIONS:
        return "condemn" if any(t.lower_ in _AGAINST for t in content) else "support"
    frames = load_cues().nouns.get(lemma)
    if frames is None or frames[0].kind.stance in ("claim", "other"):
        return None
    return frames[0].kind.stance

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
from dragoman.coding.whose_word import Attribution
from dragoman.ontology.cues import load_cues
from dragoman.records.mention import EventMention, Stance, Statement
from dragoman.records.spans import TextSpan

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
    if bare and lemma in cues.showing:
        return False
    # "voiced its call": the noun says it, the verb only carries it
    return not any(
        other is not attribution
        and other.cue is not None
        and other.cue_head.pos_ == "NOUN"
        and other.cue.start <= attribution.cue_head.i < other.cue.end
        for other in others
    )


def _is_nobodys(head: Token, own: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether an unknown source is a bare pronoun, or a word that another already says."""
    if head.pos_ == "PRON":
        return True
    said = lemma_of(head) in load_cues().nouns
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

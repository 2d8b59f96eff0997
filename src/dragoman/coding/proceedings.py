"""What courts do: warrants, cases, indictments, verdicts and rulings.

`code_proceedings(doc, cast, toponyms, times, *, when=None) -> tuple[Proceeding, ...]`, ids p1… in
reading order, each proceeding once. `when(clause, trigger_span)` dates what no expression beside
the act dates. Acts that are only possible, planned or denied are left out; a prosecutor's request
for a warrant is a `case`, for a warrant is a court's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from dragoman.coding.clauses import (
    agent_of,
    child,
    coordinated,
    extent,
    has_case,
    is_passive,
    lemma_of,
    passive_subject_of,
    subject_of,
)
from dragoman.coding.findings import (
    Cast,
    Time,
    Toponym,
    date_of,
    named_head,
    text_span,
    time_at,
)
from dragoman.coding.matters import matter_of, place_of_matter
from dragoman.coding.status import code_status
from dragoman.language.canonical import canonical_text
from dragoman.language.columns import tokens_tagged
from dragoman.ontology.courts import Courts, load_courts
from dragoman.records.mention import Proceeding, ProceedingKind
from dragoman.records.spans import TextSpan, distinct
from dragoman.records.values import Date, Participant

_ONE_SENTENCE = 150
"""Characters within which two words for a ruling tell the same one."""

When = Callable[[Token, Span], Date | None]
_KINDS: dict[str, ProceedingKind] = {
    "warrant": "warrant",
    "case": "case",
    "indictment": "indictment",
    "verdict": "verdict",
    "ruling": "ruling",
}


def code_proceedings(
    doc: Doc,
    cast: Cast,
    toponyms: Sequence[Toponym] = (),
    times: Sequence[Time] = (),
    *,
    when: When | None = None,
) -> tuple[Proceeding, ...]:
    """Every proceeding that the text tells as a fact."""
    courts = load_courts()
    mentions = _find_courts(doc, courts)
    found: list[Proceeding] = []
    for token in tokens_tagged(doc, "NOUN", "VERB"):
        kind = _kind_at(token, courts)
        if kind is None:
            continue
        proceeding = _code(token, _KINDS[kind], cast, toponyms, times, courts, mentions, when)
        if proceeding is not None:
            _merge(found, proceeding)
    return tuple(replace(p, id=f"p{n}") for n, p in enumerate(found, 1))


def _kind_at(token: Token, courts: Courts) -> str | None:
    if _sentences(token):
        return "verdict"
    if token.pos_ == "NOUN":
        return courts.noun_acts.get(lemma_of(token))
    return _verb_kind(token, courts) if token.pos_ == "VERB" else None


def _sentences(token: Token) -> bool:
    """Whether "sentences" is the verb after a court, which parsers take for a noun."""
    if token.lower_ != "sentences" or token.pos_ != "NOUN" or not token.i:
        return False
    return lemma_of(token.nbor(-1)) in ("court", "judge", "tribunal")


def _sentenced(token: Token) -> Token | None:
    """The first person named behind such a verb."""
    for follower in token.doc[token.i + 1 : token.sent.end]:
        if follower.lower_ in ("to", "for") or follower.is_punct:
            return None
        if follower.ent_type_ == "PERSON":
            return follower
    return None


def _verb_kind(verb: Token, courts: Courts) -> str | None:
    lemma = lemma_of(verb)
    particle = child(verb, "compound:prt")
    if particle is not None and (kind := courts.verb_acts.get(f"{lemma}_{particle.lower_}")):
        return kind
    if lemma == "find" and any(c.lower_ == "guilty" for c in verb.children):
        return "verdict"
    return courts.verb_acts.get(lemma)


def _find_courts(doc: Doc, courts: Courts) -> list[tuple[Span, str, bool]]:
    """The courts named, with canonical names; the last tells a name from "the court"."""
    text = canonical_text(doc)
    found = [
        (m.start(), m.end(), courts.name_of(m.group()), True) for m in courts.named.finditer(text)
    ]
    if "ourt" in text or "ribunal" in text:
        for m in courts.patterned.finditer(text):
            if any(a < m.end() and m.start() < b for a, b, _, _ in found):
                continue
            written = m.group()
            start = m.start()
            leading = re.match(
                r"(?:(?:The|A|An|In|On|At|By|But|And|When|After|If|While|Last|This)\s+)+", written
            )
            if leading:
                start, written = start + leading.end(), written[leading.end() :]
            bare = written.lower() in ("court", "tribunal", "courts", "tribunals")
            found.append((start, m.end(), courts.name_of(written), not bare))
    spans = []
    last: str | None = None
    for start, end, name, is_name in sorted(found):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        if is_name:
            last = name
        elif span.start and span.doc[span.start - 1].lower_ == "the" and last is not None:
            name = last
        else:
            name = _placed_court(span) or name
        spans.append((span, name, is_name or name.lower() not in ("court", "tribunal", "courts")))
    return spans


def _placed_court(span: Span) -> str | None:
    """The name of "a court in Moscow": the phrase with its place is the name."""
    for c in span.root.rights:
        if c.dep_ == "nmod" and has_case(c, "in") and c.pos_ == "PROPN":
            return span.doc[span.start : extent(c)[1]].text
    return None


def _code(
    token: Token,
    kind: ProceedingKind,
    cast: Cast,
    toponyms: Sequence[Toponym],
    times: Sequence[Time],
    courts: Courts,
    mentions: Sequence[tuple[Span, str, bool]],
    when: When | None,
) -> Proceeding | None:
    clause = _clause_of(token)
    if token.pos_ == "NOUN" and lemma_of(token) == "warrant" and not _is_arrest(token):
        return None
    if token.pos_ == "NOUN" and lemma_of(clause) in courts.seeking and kind == "warrant":
        kind = "case"
    elif code_status(clause, token) in ("negated", "hypothetical", "future"):
        return None
    court = _court_of(token, clause, mentions, kind)
    heads = _party_heads(token, clause, kind, courts)
    parties = _participants(heads, cast, court)
    matter = matter_of(token, courts)
    lemma = lemma_of(token)
    if kind == "ruling":
        if court is None or not _is_by_court(token, clause, court[0]):
            return None
    elif kind == "case" and token.pos_ == "NOUN" and court is None:
        if matter is None or not parties or not any(c.lower_ == "against" for c in token.subtree):
            return None
    elif not parties or (lemma in courts.weak and court is None and matter is None):
        return None
    if kind == "verdict" and lemma == "sentence" and token.pos_ == "NOUN" and not parties:
        return None
    evidence = [_trigger_span(token, clause)]
    if court is not None:
        evidence.append(text_span(court[0]))
    if matter is not None:
        evidence.append(matter)
    time = time_at((clause, token), times, skip=("since", "from", "until"))
    day = date_of(time) if time is not None else None
    if day is None and when is not None:
        day = when(clause, token.doc[token.i : token.i + 1])
    return Proceeding(
        id="",
        court=court[1] if court is not None else None,
        kind=kind,
        parties=parties,
        matter=matter.quote if matter is not None else None,
        place=place_of_matter(token, matter, toponyms),
        date=day,
        evidence=distinct(evidence),
    )


def _is_arrest(token: Token) -> bool:
    if any(c.lower_ in ("arrest", "detention") for c in token.children):
        return True
    return any(c.dep_ == "nmod" and c.lower_ == "arrest" for c in token.children)


def _clause_of(token: Token) -> Token:
    """The verb over a noun for a proceeding, through prepositions and chains of nouns."""
    current = token
    for _ in range(4):
        if current.pos_ in ("VERB", "AUX") or current.head == current:
            return current
        if current.dep_ not in ("obj", "obl", "nmod", "nsubj", "nsubj:pass", "compound", "conj"):
            return current
        current = current.head
    return current


def _trigger_span(token: Token, clause: Token) -> TextSpan:
    doc = token.doc
    start = token.i
    while start and doc[start - 1].dep_ in ("compound", "amod") and doc[start - 1].head == token:
        start -= 1
    if clause != token and clause.pos_ == "VERB" and 0 < start - clause.i <= 4:
        start = clause.i
    return text_span(doc[start : token.i + 1])


def _court_of(
    token: Token, clause: Token, mentions: Sequence[tuple[Span, str, bool]], kind: str
) -> tuple[Span, str] | None:
    """The court that acts: subject or agent first, then the nearest one of the sentence."""
    sentence = token.sent
    inside = [m for m in mentions if sentence.start <= m[0].start < sentence.end]
    if not inside:
        return None
    actors = {t.i for t in (subject_of(clause), agent_of(clause), agent_of(token)) if t is not None}
    for span, name, _ in inside:
        if any(span.start <= i < span.end for i in actors):
            return span, name
    named = [m for m in inside if m[2]]
    nearest = min(named or inside, key=lambda m: abs(m[0].start - token.i))
    if kind in ("verdict", "indictment", "ruling", "warrant", "case"):
        return nearest[0], nearest[1]
    return None


def _is_by_court(token: Token, clause: Token, court: Span) -> bool:
    """Whether a ruling is the court's own: its subject, agent or possessor is a court or judge."""
    if token.pos_ == "VERB":
        if lemma_of(token) in ("find", "declare", "decide") and child(token, "ccomp") is None:
            return False
        owners = [agent_of(token) if is_passive(token) else subject_of(token)]
    else:
        owners = [child(token, "nmod:poss"), child(token, "compound")]
        owners.extend(c for c in token.rights if c.dep_ == "nmod" and has_case(c, "by"))
        if token.dep_ in ("obj", "nsubj:pass"):
            owners.append(agent_of(clause) if is_passive(clause) else subject_of(clause))
    return any(o is not None and court.start <= o.i < court.end for o in owners)


def _party_heads(token: Token, clause: Token, kind: str, courts: Courts) -> list[Token]:
    heads: list[Token | None] = []
    if _sentences(token):
        return _expanded([_sentenced(token)])
    if token.pos_ == "VERB":
        if is_passive(token) or (token.tag_ == "VBN" and token.dep_ in ("acl", "acl:relcl")):
            heads.append(passive_subject_of(token))
        else:
            heads.append(child(token, "obj"))
            if lemma_of(token) == "sue":
                heads.insert(0, subject_of(token))
        if kind == "ruling":
            heads = [c for c in token.rights if c.dep_ == "obl" and has_case(c, "against")]
        return _expanded(heads)
    arrest = kind != "case" or lemma_of(token) == "warrant"
    if kind == "case":
        heads.append(child(token, "nmod:poss"))
    accused = [
        c
        for holder in (token, clause)
        for c in holder.rights
        if c.dep_ in ("nmod", "obl", "nmod:poss")
        and any(has_case(c, w) for w in ("against", "of", "on", *(("for",) if arrest else ())))
        and not courts.crimes.search(c.doc[slice(*_near(c))].text)
    ]
    against = [c for c in accused if has_case(c, "against")]
    heads.extend(against or [c for c in accused if not has_case(c, "of")][:1])
    if clause.pos_ == "VERB" and clause != token:
        lemma = lemma_of(clause)
        if lemma in ("face", "receive", "get"):
            heads.append(subject_of(clause))
        elif lemma in ("file", "bring", "lodge", "submit", "open", "launch", "initiate"):
            subject = subject_of(clause) if not is_passive(clause) else agent_of(clause)
            if kind == "case":
                heads.insert(0, subject)
    return _expanded(heads)


def _near(token: Token) -> tuple[int, int]:
    start, end = extent(token)
    return max(start, token.i - 3), min(end, token.i + 3)


def _expanded(heads: Iterable[Token | None]) -> list[Token]:
    return [t for head in heads if head is not None for t in coordinated(head)]


def _participants(
    heads: Sequence[Token], cast: Cast, court: tuple[Span, str] | None
) -> tuple[Participant, ...]:
    found: list[Participant] = []
    for head in heads:
        if court is not None and court[0].start <= head.i < court[0].end:
            continue
        for participant in cast.participants_at(named_head(head)) or cast.participants_at(head):
            if court is not None and participant.name == court[1]:
                continue
            same = [
                p for p in found if (p.entity, p.name) == (participant.entity, participant.name)
            ]
            if not same:
                found.append(participant)
    return tuple(found)


def _merge(found: list[Proceeding], new: Proceeding) -> None:
    """One proceeding told twice is one record: same kind and court, and a party in common."""
    ids = {p.entity or p.name for p in new.parties}
    for n, old in enumerate(found):
        same_court = old.court == new.court or old.court is None or new.court is None
        shared = ids & {p.entity or p.name for p in old.parties}
        beside = not ids and not old.parties and _are_near(old, new)
        if old.kind != new.kind or not same_court or not (shared or beside):
            continue
        a, b = old.date, new.date
        if a is not None and b is not None and not (a.inferred or b.inferred or a.value == b.value):
            continue
        parties = list(old.parties)
        known = {p.entity or p.name for p in parties}
        parties.extend(p for p in new.parties if (p.entity or p.name) not in known)
        found[n] = replace(
            old,
            court=old.court or new.court,
            parties=tuple(parties),
            matter=old.matter or new.matter,
            place=old.place or new.place,
            date=old.date or new.date,
            evidence=distinct((*old.evidence, *new.evidence)),
        )
        return
    found.append(new)


def _are_near(old: Proceeding, new: Proceeding) -> bool:
    """Whether two tellings without parties stand in one sentence, more or less."""
    return abs(old.evidence[0].start - new.evidence[0].start) < _ONE_SENTENCE

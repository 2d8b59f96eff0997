"""Who takes part in an act and who tells it, from the words that name them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.coding.findings import named_head, source_of, text_span
from dragoman.coding.reading import Reading
from dragoman.coding.what import Trigger
from dragoman.coding.whose_word import Attribution, attributions_of
from dragoman.ontology.codebook import Codebook
from dragoman.ontology.reference import reference_words
from dragoman.ontology.sides import load_sides
from dragoman.records import Participant, Source, TextSpan

_FIRST_PERSON = reference_words("first")
_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_INSIDE = frozenset({"acl", "acl:relcl", "nmod", "obl", "amod"})
"""Relations of words that tell what others said within somebody's statement."""
_HELPING = frozenset(
    {"support", "help", "assist", "back", "aid", "defend", "protect", "bolster", "reinforce",
     "train", "advise", "prop", "strengthen", "secure", "stabilise", "stabilize"}
)  # fmt: skip
_ADOPTED = frozenset({"resolution", "motion", "declaration", "decree"})
_ADOPTING = frozenset(
    {"adopt", "pass", "approve", "endorse", "back", "vote", "issue", "carry", "sponsor", "agree"}
)
_REMEMBERED = 40
"""Sayings over which a reader still knows who "we" are."""
_MATERIAL_CONFLICT = 4
_UN_SECTOR = "GOV"
_OF_PEOPLE = frozenset({"release", "arrest", "abduct", "torture", "beat", "sexual", "deport"})
"""Modes of what is done to people only: no town is released or arrested."""
_BODIES = {
    "S/RES/": "Security Council",
    "A/RES/": "General Assembly",
    "A/HRC/": "Human Rights Council",
}


def sides(
    reading: Reading, trigger: Trigger, codebook: Codebook
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Actors and recipients; of a mutual act everybody is an actor, nobody is on both sides."""
    actors = tuple(p for p in _participants(reading, trigger.actors) if not _is_town(reading, p))
    if not actors:
        actors = tuple(p for token in trigger.actors for p in _authors(reading, token))
    if not actors and trigger.by_speaker:
        actors = _speakers(reading, trigger.head, remembered=False)
    tokens = trigger.recipients or _given(trigger.head)
    recipients = _participants(reading, (t for t in tokens if not _is_scene(reading, trigger, t)))
    if _OF_PEOPLE & set(trigger.modes):
        recipients = tuple(p for p in recipients if not _is_town(reading, p))
    if not recipients and codebook.quad(trigger.type) == _MATERIAL_CONFLICT:
        recipients = _each_once(p for thing in trigger.recipients for p in _owners(reading, thing))
    if trigger.reciprocal:
        return _each_once((*actors, *recipients)), ()
    acting = {participant.entity for participant in actors}
    if trigger.type == "SUPPORT":
        acting |= _states_of(reading, actors)
    return actors, tuple(p for p in recipients if p.entity not in acting)


def without_tellers(
    actors: tuple[Participant, ...], sources: tuple[Source, ...], trigger: Trigger
) -> tuple[Participant, ...]:
    """The actors without whom the parse has act who only tells it.

    A phrase behind the act and right before the word of saying ("shelling killed nine, the ministry
    said") is that word's subject and not the act's.
    """
    act = text_span(trigger.span)
    telling = {
        span
        for source in sources
        if source.cue is not None
        for span in source.evidence
        if span.start > act.end and 0 <= source.cue.start - span.end <= 1
        if any(span.start <= token.idx < span.end for token in trigger.actors)
    }
    return tuple(actor for actor in actors if not telling.intersection(actor.evidence))


def _states_of(reading: Reading, actors: Iterable[Participant]) -> set[str | None]:
    """The actors' own states: a minister who reiterates his country's stance supports nobody."""
    own = {actor.country for actor in actors if actor.sector == "GOV"} - {None}
    return {e.id for e in reading.cast.entities if e.kind == "country" and e.country in own}


def _is_scene(reading: Reading, trigger: Trigger, token: Token) -> bool:
    """Whether a phrase only tells where something is taken from, or where fighters go to help."""
    case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    entity = reading.cast.entity_at(token)
    if entity is None or token.dep_ not in ("obl", "nmod"):
        return False
    if case == "from" and "seize" in trigger.modes:
        return token.ent_type_ == "LOC" and entity.kind != "country"
    sent = trigger.type == "MOBILIZE" and case in ("to", "into", "in")
    return (
        sent
        and entity.kind in ("place", "country")
        and ("militia" in trigger.modes or any(map(_is_helping, trigger.head.children)))
    )


def _is_helping(clause: Token) -> bool:
    """Whether a clause tells that somebody comes to help: "to support the government's forces"."""
    to = any(child.lower_ == "to" for child in clause.children)
    return clause.dep_ in ("advcl", "xcomp", "acl") and to and clause.lemma_.lower() in _HELPING


def _given(verb: Token) -> tuple[Token, ...]:
    """The one object of a verb that the parser took for an indirect one: "thanked the army"."""
    if any(child.dep_ in ("obj", "ccomp", "xcomp") for child in verb.children):
        return ()
    return tuple(child for child in verb.children if child.dep_ == "iobj")


def _is_town(reading: Reading, participant: Participant) -> bool:
    """Whether it is a place that stands for no government: nobody's town acts."""
    entity = next((e for e in reading.cast.entities if e.id == participant.entity), None)
    return entity is not None and entity.kind == "place"


def _participants(reading: Reading, tokens: Iterable[Token]) -> tuple[Participant, ...]:
    found: list[Participant] = []
    for told in tokens:
        if _is_thing(told):
            continue
        token = told
        if told.dep_ == "compound" and named_head(told.head).ent_type_ == "PERSON":
            token = told.head  # "opposition figure Jane Doe": the person, not the opposition
        elif told.dep_ == "nmod" and told.head.lower_ == "one" and _named(reading, told.head):
            token = told.head  # "one of these groups, the Levant Front"
        people = reading.cast.participants_at(named_head(token))
        people = people or reading.cast.participants_at(token)
        if not people and token.lower_ in _FIRST_PERSON:
            people = _speakers(reading, token)
        found.extend(people)
        for other in (*_members(token), *_companions(told)):
            found.extend(reading.cast.participants_at(named_head(other)))
    return _each_once(found)


def _is_thing(token: Token) -> bool:
    """Whether a common noun only looks like somebody: "federal funds", "movement of livestock"."""
    if token.pos_ != "NOUN" or token.ent_type_:
        return False
    lemma = token.lemma_.lower()
    if lemma in _ATTITUDES:
        cases = {c.lower_ for k in token.children if k.dep_ == "nmod" for c in k.lefts}
        return _ATTITUDES[lemma] in cases
    return lemma in _MEANS


_MEANS = frozenset({"fund", "funds", "money", "funding", "loan", "grant", "budget", "aid"})
_ATTITUDES = {"opposition": "to", "resistance": "to", "movement": "of"}


def _members(token: Token) -> Iterator[Token]:
    """Those named as part of many: "neighbouring states, including Togo and Benin"."""
    yield from _bearers(token)
    for child in token.children:
        cases = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ == "nmod" and child.ent_type_ and "including" in cases:
            yield from (child, *(c for c in child.conjuncts if c.ent_type_ and c.i > child.i))


def _bearers(title: Token) -> Iterator[Token]:
    """Those whose names follow a title in the plural: "judges A and B and prosecutors C and D"."""
    if title.tag_ not in ("NNS", "NNPS"):
        return
    name = named_head(title)
    if name is not title:
        for other in (name, *(c for c in name.conjuncts if c.i > name.i)):
            if other.ent_type_ == "PERSON":
                yield other
            else:
                yield from _bearers(other)


def _companions(token: Token) -> Iterator[Token]:
    """Those told beside a subject: "Egypt, along with Qatar, urged …", "…, joined by Qatar, …"."""
    if not token.dep_.startswith("nsubj"):
        return
    beside = [c for c in token.children if c.i > token.i]
    between = [c for c in token.head.children if token.i < c.i < token.head.i]
    for child in (*beside, *between):
        first = child
        if child.dep_ == "advmod" and child.lower_ in _ALONG:
            first = next((c for c in child.children if c.dep_ == "obl"), child)
        elif child.dep_ == "acl" and child.lower_ in _JOINED:
            first = next((c for c in child.children if c.dep_ == "obl:agent"), child)
        elif child.dep_ in ("obl", "nmod"):
            cases = {c.lower_ for c in child.children if c.dep_ == "case" and c.i < child.i}
            if not cases & _ALONG:
                continue
        else:
            continue
        if first is not child or child.dep_ in ("obl", "nmod"):
            yield from (first, *first.conjuncts)


_ALONG = frozenset({"along", "alongside", "together"})
_JOINED = frozenset({"joined", "accompanied"})


def _named(reading: Reading, token: Token) -> bool:
    """Whether a word means somebody whom the report names."""
    entity = reading.cast.entity_at(token)
    return entity is not None and entity.name[:1].isupper() and entity.name != token.text


def _owners(reading: Reading, thing: Token) -> tuple[Participant, ...]:
    """Whose a thing is: "the group's vehicles", "army positions", "a base of the militia"."""
    if (
        thing.pos_ not in ("NOUN", "PROPN")
        or thing.lemma_.lower() in load_sides().ground
        or any(toponym.span.start <= thing.i < toponym.span.end for toponym in reading.toponyms)
    ):
        return ()
    for child in thing.children:
        if child.dep_ in ("nmod:poss", "compound", "amod"):
            if people := reading.cast.participants_at(child):
                return people
    for child in thing.children:
        if child.dep_ == "nmod" and any(c.lower_ in ("of", "belonging") for c in child.lefts):
            if people := reading.cast.participants_at(child):
                return people
    return ()


def _speakers(
    reading: Reading, token: Token, *, remembered: bool = True
) -> tuple[Participant, ...]:
    """Those whose words the token belongs to, by the innermost source that is somebody.

    `remembered`: else whoever the report let speak last.
    """
    for attribution in attributions_of(token, reading.attributions, vouched=False):
        if people := _people_behind(reading, attribution):
            return people
    if not remembered:
        return ()
    told = sorted(reading.attributions, key=lambda a: a.cue_head.i)
    here = bisect_left(told, token.i, key=lambda a: a.cue_head.i)
    around = told[max(0, here - _REMEMBERED) : here + _REMEMBERED]
    before = [a for a in around if a.cue_head.i < token.i]
    before.sort(key=lambda a: (-_depth(a, around), a.cue_head.i))
    for attribution in reversed(before):
        if people := _people_behind(reading, attribution):
            return people if token.lower_ not in _SINGULAR or _one_person(people) else ()
    return ()


def _depth(attribution: Attribution, others: Iterable[Attribution]) -> int:
    """How far from the report's own voice it stands: 2 inside a phrase, 1 in another's words."""
    cue = attribution.cue_head
    if cue.dep_ in _INSIDE:
        return 2
    inside = (other for other in others if other is not attribution and other.heads)
    return int(any(other.covers(cue) for other in inside))


def _one_person(people: tuple[Participant, ...]) -> bool:
    return len(people) == 1 and people[0].role is not None


def _people_behind(reading: Reading, attribution: Attribution) -> tuple[Participant, ...]:
    heads = attribution.heads
    return _each_once(p for head in heads for p in reading.cast.participants_at(named_head(head)))


def _authors(reading: Reading, document: Token) -> tuple[Participant, ...]:
    """Who speaks in "the resolution": whoever adopts it, or the UN body that adopted the last."""
    if document.lemma_.lower() not in _ADOPTED:
        return ()
    if people := _adopters(reading, document):
        return people
    if document.lemma_.lower() != "resolution":
        return ()
    told = [
        (span.start, instrument)
        for instrument in reading.instruments
        for span in instrument.evidence
        if instrument.symbol and span.start <= document.idx + len(document.text)
    ]
    if not told:
        return ()
    symbol = max(told, key=lambda item: item[0])[1].symbol or ""
    name = next((body for start, body in _BODIES.items() if symbol.startswith(start)), None)
    if name is None:
        return ()
    known = next((e for e in reading.cast.entities if e.country == "UNO" and name in e.name), None)
    evidence = (text_span(document.doc[document.i : document.i + 1]),)
    return (Participant(known.id if known else None, name, "UNO", _UN_SECTOR, None, evidence),)


def _adopters(reading: Reading, document: Token) -> tuple[Participant, ...]:
    """Those who adopt a text: "parliament passed a motion", "a resolution adopted by the council"."""
    verb = document.head
    for _ in range(3):
        if verb.dep_ != "nmod" or verb.pos_ == "VERB":
            break
        verb = verb.head
    verbs = [verb, *(c for c in document.children if c.dep_ in ("acl", "acl:relcl"))]
    for adopting in verbs:
        if adopting.lemma_.lower() not in _ADOPTING:
            continue
        passive = any(c.dep_ in ("aux:pass", "obl:agent") for c in adopting.children)
        doers = [
            c
            for c in adopting.children
            if c.dep_ == ("obl:agent" if passive or adopting.dep_ == "acl" else "nsubj")
        ]
        if people := _participants(reading, (t for d in doers for t in (d, *_and(d)))):
            return people
    return ()


def _and(token: Token) -> Iterator[Token]:
    return (c for c in token.children if c.dep_ == "conj")


def _each_once(people: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple({p.entity or p.name: p for p in people}.values())


def sources_of(reading: Reading, token: Token) -> tuple[Source, ...]:
    """On whose word the token stands, innermost first."""
    sources: dict[str, Source] = {}
    for attribution in attributions_of(token, reading.attributions):
        cue = text_span(attribution.cue) if attribution.cue is not None else None
        for head in attribution.heads:
            for source in _sources_at(reading, named_head(head), cue):
                sources.setdefault(source.entity or source.name.casefold(), source)
    return tuple(sources.values())


def _sources_at(reading: Reading, head: Token, cue: TextSpan | None) -> tuple[Source, ...]:
    """Who a source's phrase means: "I" whoever speaks; of things, only such as can tell."""
    if reading.cast.participants_at(head):
        return source_of(head, reading.cast, cue)
    if head.lower_ in _FIRST_PERSON:
        evidence = (text_span(head.doc[head.i : head.i + 1]),)
        speakers = _speakers(reading, head)
        return tuple(Source(p.entity, p.name, p.country, cue, evidence) for p in speakers)
    if head.pos_ in ("PRON", "DET") or not _is_telling(head):
        return ()
    return source_of(head, reading.cast, cue)


def _is_telling(head: Token) -> bool:
    """Whether what is no person or body can still be a witness: papers, pictures, media."""
    return head.ent_type_ != "" or head.lemma_.lower() in load_sides().witnesses

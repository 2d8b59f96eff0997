"""Nouns, adjectives, prepositions and adverbs that put something on somebody's word."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.clauses import (
    child,
    children,
    extent,
    has_case,
    lemma_of,
    preposition_of,
    subject_of,
)
from dragoman.coding.whose_word.drafts import Draft, cue_range
from dragoman.ontology.cues import Cues, Frame

_SOURCELESS = frozenset({"report", "claim", "say", "accuse"})
_TAKEN = frozenset({"position", "stance", "view", "line"})
_NOT_ALONE = frozenset({"evidence", "data", "fact", "case", "sign", "story", "poll", "survey"})


def draft_noun(noun: Token, frames: tuple[Frame, ...], cues: Cues) -> Draft | None:
    """What a noun of saying says: "X's claim that …", "a statement by X", "X voiced alarm over …", "the message was: …"."""
    frame, content, preposition = _noun_content(noun, frames)
    verb = noun.head if noun.dep_ in ("obj", "nsubj:pass", "xcomp") else None
    carried = verb is not None and lemma_of(verb) in cues.support_verbs
    if verb is not None and lemma_of(verb) == "take":
        carried = lemma_of(noun) in _TAKEN
    if verb is not None and carried and content is None:
        frame, content, preposition = _noun_content(verb, frames, skip=noun)
    if frame is None or content is None:
        return None
    possessor, by = _possessor(noun, content)
    speaker = subject_of(verb) if carried and verb is not None else None
    if speaker is not None:
        possessor, by = speaker, False
    else:
        carried = False
    if possessor is None and (
        frame.kind.name not in _SOURCELESS
        or not (content.dep_ in ("acl", "ccomp") or preposition is not None)
        or lemma_of(noun) in _NOT_ALONE
    ):
        return None
    start = _cue_start(noun, possessor, verb if carried else None)
    end = noun.i + 1
    if preposition is not None and preposition.i == end:
        end += 1
    draft = Draft(noun, (start, end), frame.kind, clausal=content.pos_ in ("VERB", "AUX"))
    a, b = extent(content)
    if preposition is not None and a == preposition.i:
        a += 1
    draft.contents.append((a, b))
    if possessor is not None:
        draft.sources = [possessor]
        if by and a <= possessor.i < b:
            draft.holes.append(extent(possessor))
    if carried and verb is not None:
        draft.negated = any(c.lower_ in ("not", "n't", "n’t", "never") for c in verb.children)
        draft.addressees = [c for c in children(verb, "obl", "iobj") if has_case(c, "to")][:1]
    return draft


def _cue_start(noun: Token, possessor: Token | None, verb: Token | None) -> int:
    start = noun.i
    if verb is not None and verb.i < noun.i:
        return cue_range(verb)[0]
    while start - 1 >= 0:
        before = noun.doc[start - 1]
        if before.head != noun or before.dep_ not in ("amod", "compound", "det", "advmod"):
            break
        if before == possessor:
            break
        start -= 1
    return start


def _noun_content(
    head: Token, frames: tuple[Frame, ...], skip: Token | None = None
) -> tuple[Frame | None, Token | None, Token | None]:
    """The frame, head of what is said and its preposition, among what follows a noun (or verb)."""
    for frame in frames:
        for c in head.rights:
            if c == skip or (skip is not None and c.i < skip.i):
                continue
            if c.dep_ in ("acl", "ccomp", "advcl", "acl:relcl"):
                that = has_case(c, "that")
                if that and frame.clause and child(c, "nsubj", "nsubj:pass", "expl") is not None:
                    return frame, c, None
                if frame.infinitive and any(
                    t.lower_ == "to" and t.dep_ in ("mark", "aux") for t in c.lefts
                ):
                    return frame, c, None
                if c.dep_ == "ccomp" and frame.clause:
                    return frame, c, None
            if c.dep_ in ("nmod", "obl", "acl", "advcl") and frame.prepositions:
                preposition = preposition_of(c)
                if preposition is not None and preposition.lower_ in frame.prepositions:
                    return frame, c, preposition
        if skip is None and frame.clause and child(head, "cop") is not None:
            clause = child(head, "ccomp", "parataxis", "csubj", "csubj:outer")
            if clause is not None and clause.i > head.i:
                return frame, clause, None
    return None, None, None


def _possessor(noun: Token, content: Token) -> tuple[Token | None, bool]:
    """Whose statement it is, and whether a "by" or "from" phrase says so."""
    owner = child(noun, "nmod:poss")
    if owner is not None:
        return owner, False
    for c in noun.rights:
        if c != content and c.dep_ in ("nmod", "obl", "acl") and c.pos_ != "VERB":
            preposition = preposition_of(c)
            if preposition is not None and preposition.lower_ in ("by", "from", "among"):
                return c, True
    if content.i > noun.i:
        for c in content.rights:
            if c.dep_ in ("nmod", "obl") and has_case(c, "by") and content.pos_ == "NOUN":
                return None, False
    return None, False


def draft_adjective(adjective: Token, frames: tuple[Frame, ...]) -> Draft | None:
    """What an adjective tells: "is concerned about …", "was adamant that …"."""
    copula = child(adjective, "cop")
    if copula is None and adjective.dep_ not in ("xcomp", "conj", "advcl", "acl"):
        return None
    subject = child(adjective, "nsubj") or subject_of(adjective)
    if subject is None or subject.dep_ == "expl" or subject.lower_ in ("it", "there"):
        return None
    for frame in frames:
        for c in adjective.rights:
            if c.dep_ in ("ccomp", "advcl", "xcomp") and c.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
                infinitive = any(t.lower_ == "to" and t.dep_ == "mark" for t in c.lefts)
                finite = child(c, "nsubj", "nsubj:pass", "expl") is not None
                if (frame.clause and finite and (c.dep_ == "ccomp" or has_case(c, "that"))) or (
                    infinitive and (frame.infinitive or frame.clause)
                ):
                    draft = Draft(adjective, cue_range(adjective), frame.kind, [subject])
                    draft.contents.append(extent(c))
                    draft.clausal = True
                    return draft
            if c.dep_ in ("obl", "nmod", "advcl", "obl:agent"):
                preposition = preposition_of(c)
                if preposition is not None and preposition.lower_ in frame.prepositions:
                    draft = Draft(adjective, cue_range(adjective, preposition), frame.kind)
                    draft.sources = [subject]
                    start, end = extent(c)
                    draft.contents.append((start + (start == preposition.i), end))
                    return draft
    return None

"""Prepositions and adverbs that put something on somebody's word, and verbs of citing."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.clauses import (
    child,
    children,
    extent,
    has_case,
    is_passive,
    lemma_of,
    subject_of,
)
from dragoman.coding.whose_word.drafts import Draft, cue_range
from dragoman.ontology.cues import Cues, load_cues

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def draft_according(token: Token, cues: Cues) -> Draft | None:
    """What "according to X" puts on X's word: the clause it stands in, less the phrase."""
    doc = token.doc
    words = next(
        (
            phrase
            for phrase in cues.prepositions
            if tuple(t.lower_ for t in doc[token.i : token.i + len(phrase)]) == phrase
        ),
        None,
    )
    if words is None:
        return None
    source = _source_after(token, token.i + len(words))
    if source is None:
        return None
    if len(words) == 1 and not (source.ent_type_ or source.pos_ == "PROPN"):
        return None
    sentence = token.sent
    source_end = min(extent(source)[1], sentence.end)
    draft = Draft(token, (token.i, token.i + len(words)), cues.prepositions[words], [source])
    draft.clausal = draft.takes_quotes = True
    clause = _clause_over(token, source)
    if token.i <= sentence.start + 1:
        draft.cut = _subject_in_apposition(source, clause)
        if draft.cut is not None:
            source_end = draft.cut
        draft.contents.append((source_end, max(extent(clause)[1], source_end)))
    draft.contents.append(extent(clause))
    draft.holes.append((token.i, source_end))
    return draft


def _source_after(token: Token, start: int) -> Token | None:
    """The head of the noun phrase after the preposition, by the parse or by its place."""
    if token.dep_ in ("case", "mark") and token.head.i > token.i and token.head.pos_ in _NOMINAL:
        return token.head
    sentence = token.sent
    for i in range(start, min(start + 12, sentence.end)):
        candidate = token.doc[i]
        if candidate.pos_ in ("VERB", "AUX") or candidate.is_punct:
            return None
        if candidate.pos_ not in _NOMINAL:
            continue
        top = candidate
        while top.head != top and token.i < top.head.i and top.head.pos_ in _NOMINAL:
            top = top.head
        return top
    return None


def _clause_over(token: Token, source: Token) -> Token:
    """The clause that the phrase speaks of: the sentence's, or the one that somebody else says."""
    sentence = token.sent
    if token.i <= sentence.start + 1:
        return sentence.root
    current = source.head if source.head != token else token.head
    detached = token.nbor(-1).text in (",", "—", "–", "--", "(", "”", '"')
    while current.head != current:
        if current.dep_ in ("ccomp", "parataxis"):
            break
        predicate = current.pos_ in ("VERB", "AUX") or child(current, "cop", "nsubj") is not None
        if predicate and not detached:
            break
        current = current.head
    return current


def _subject_in_apposition(source: Token, clause: Token) -> int | None:
    """Where "according to the ministry, the envoy met …" was read with the envoy as an apposition."""
    if child(clause, "nsubj", "nsubj:pass", "csubj", "expl") is not None or clause.i < source.i:
        return None
    for c in source.rights:
        if c.dep_ in ("appos", "conj") and c.left_edge.i > 0:
            comma = c.doc[c.left_edge.i - 1]
            if comma.text == ",":
                return comma.i
    return None


def draft_in_words(noun: Token, cues: Cues) -> Draft | None:
    """What stands "in the minister's view", "in the words of the minister"."""
    kind = cues.in_ones.get(lemma_of(noun))
    if kind is None or noun.dep_ not in ("obl", "nmod", "advmod") or not has_case(noun, "in"):
        return None
    owner = child(noun, "nmod:poss")
    if owner is None:
        owner = next((c for c in children(noun, "nmod") if has_case(c, "of")), None)
    if owner is None:
        return None
    draft = Draft(noun, (noun.left_edge.i, noun.i + 1), kind, [owner])
    clause = noun.sent.root if noun.left_edge.i <= noun.sent.start + 1 else noun.head
    draft.contents.append(extent(clause))
    draft.holes.append(extent(noun))
    draft.clausal = True
    return draft


def draft_adverb(adverb: Token, cues: Cues) -> Draft | None:
    """What "reportedly" or "allegedly" covers: a cue without a source over the clause it stands in."""
    kind = cues.adverbs.get(adverb.lower_)
    if kind is None or adverb.dep_ not in ("advmod", "parataxis", "discourse"):
        return None
    draft = Draft(adverb, (adverb.i, adverb.i + 1), kind, clausal=True)
    draft.contents.append(extent(adverb.head))
    draft.holes.append((adverb.i, adverb.i + 1))
    return draft


def draft_hedge(adjective: Token, cues: Cues) -> Draft | None:
    """What "the alleged attack" hedges: a cue without a source over the noun."""
    kind = cues.hedges.get(adjective.lower_)
    if kind is None or adjective.dep_ != "amod" or adjective.head.i < adjective.i:
        return None
    draft = Draft(adjective, (adjective.i, adjective.i + 1), kind)
    draft.contents.append((adjective.i + 1, extent(adjective.head)[1]))
    return draft


def draft_source_object(verb: Token, cues: Cues) -> list[Draft]:
    """Voices cited: "citing officials", "state television quoted the army as saying …" (two voices)."""
    obj = child(verb, "obj", "iobj")
    passive = is_passive(verb)
    saying = next(
        (c for c in verb.children if c.dep_ in ("advcl", "xcomp", "ccomp") and has_case(c, "as")),
        None,
    )
    if saying is None and obj is not None:
        saying = next((c for c in obj.children if has_case(c, "as") and c.tag_ == "VBG"), None)
    kind = cues.kinds["say"]
    if saying is not None and saying.tag_ == "VBG":
        speaker = child(verb, "nsubj:pass") if passive else obj
        if speaker is None:
            return []
        start = saying.left_edge.i
        inner = Draft(saying, (start, saying.i + 1), kind, [speaker], takes_quotes=True)
        said = child(saying, "ccomp", "obj", "parataxis", "xcomp")
        if said is not None:
            inner.contents.append(extent(said))
            inner.clausal = True
        outlet = (
            subject_of(verb)
            if not passive
            else next(
                (c for c in verb.children if c.dep_ in ("obl", "obl:agent") and has_case(c, "by")),
                None,
            )
        )
        if outlet is None:
            return [inner]
        outer = Draft(verb, cue_range(verb), kind, [outlet], clausal=True)
        outer.contents.append(extent(saying))
        if not passive:
            outer.contents.append(extent(speaker))
        return [inner, outer]
    participle = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "xcomp", "conj")
    if participle and obj is not None and (obj.ent_type_ or _is_somebody(obj)):
        if lemma_of(obj) in cues.grounds:
            return []
        draft = Draft(verb, cue_range(verb), kind, [obj], clausal=True)
        governor = verb.head
        if has_case(governor, "according"):
            # "according to X, quoting Y": both say the clause
            draft.holes.append(extent(governor))
            governor = governor.head
        draft.contents.append(extent(governor))
        draft.holes.append(extent(verb))
        return [draft]
    return []


def _is_somebody(noun: Token) -> bool:
    return lemma_of(noun) in load_cues().people

"""Nouns, adjectives, prepositions and adverbs that put something on somebody's word."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.clauses import (
    child,
    children,
    extent,
    has_case,
    is_passive,
    lemma_of,
    preposition_of,
    subject_of,
)
from dragoman.coding.said_by_verbs import Draft, cue_range
from dragoman.ontology.cues import Cues, Frame

_SOURCELESS = frozenset({"report", "claim", "say", "accuse"})
_NOT_ALONE = frozenset({"evidence", "data", "fact", "case", "sign", "story", "poll", "survey"})


def draft_noun(noun: Token, frames: tuple[Frame, ...], cues: Cues) -> Draft | None:
    """ "X's claim that …", "a statement by X", "X voiced alarm over …", "the message was: …"."""
    frame, content, preposition = _noun_content(noun, frames)
    verb = noun.head if noun.dep_ in ("obj", "nsubj:pass", "xcomp") else None
    carried = verb is not None and lemma_of(verb) in cues.support_verbs
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
    if skip is None and head.dep_ in ("nsubj", "nsubj:outer") and head.head.i > head.i:
        # "their message was that …", "the claim is: …"
        clause = head.head
        copula = child(clause, "cop")
        if copula is not None and copula.i > head.i:
            frame = next((f for f in frames if f.clause), None)
            inner = has_case(clause, "that") or head.dep_ == "nsubj:outer"
            if frame is not None and inner and clause.left_edge.i <= head.i:
                return None, None, None
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
    """ "is concerned about …", "was adamant that …"."""
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


def draft_according(token: Token, cues: Cues) -> Draft | None:
    """ "according to X": the clause that the phrase hangs on, less the phrase."""
    width = next(
        (
            len(words)
            for words in cues.prepositions
            if [t.lower_ for t in token.doc[token.i : token.i + len(words)]] == list(words)
        ),
        0,
    )
    if not width:
        return None
    words = tuple(t.lower_ for t in token.doc[token.i : token.i + width])
    if token.dep_ == "case" and token.head.i > token.i:
        source, top = token.head, token.head
    else:
        inner = child(token, "obl", "nmod", "pobj", "obj", "dep", "ccomp")
        if inner is None:
            return None
        source, top = inner, token
    if top.dep_ == "root" or top.head == top:
        return None
    start, end = extent(top)
    source_start, source_end = extent(source)
    draft = Draft(token, (token.i, token.i + width), cues.prepositions[words])
    draft.sources = [source]
    draft.clausal = draft.takes_quotes = True
    sentence = token.sent
    clause = top.head
    if start <= sentence.start + 1 and not any(t.text in '“"' for t in sentence[:1]):
        clause = sentence.root
    elif clause.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and not _is_predicate(clause):
        clause = _clause_head(clause) if _detached(token) else clause
    draft.cut = _subject_in_apposition(source, clause)
    if draft.cut is not None:
        end = source_end = draft.cut
        draft.contents.append((draft.cut, extent(clause)[1]))
    draft.contents.append(extent(clause))
    draft.holes.append((min(start, token.i), max(end, source_end)))
    draft.holes.append((token.i, source_end))
    return draft


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


def _detached(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text in (",", "—", "–", "(", "”", '"')


def _is_predicate(token: Token) -> bool:
    return child(token, "cop", "nsubj") is not None


def _clause_head(token: Token) -> Token:
    current = token
    while current.head != current and current.pos_ not in ("VERB", "AUX"):
        if _is_predicate(current):
            break
        current = current.head
    return current


def draft_in_words(noun: Token, cues: Cues) -> Draft | None:
    """ "in the minister's view", "in the words of the minister"."""
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
    """ "reportedly", "allegedly": a cue without a source over the clause it stands in."""
    kind = cues.adverbs.get(adverb.lower_)
    if kind is None or adverb.dep_ not in ("advmod", "parataxis", "discourse"):
        return None
    draft = Draft(adverb, (adverb.i, adverb.i + 1), kind, clausal=True)
    draft.contents.append(extent(adverb.head))
    draft.holes.append((adverb.i, adverb.i + 1))
    return draft


def draft_hedge(adjective: Token, cues: Cues) -> Draft | None:
    """ "the alleged attack": a cue without a source over the noun."""
    kind = cues.hedges.get(adjective.lower_)
    if kind is None or adjective.dep_ != "amod" or adjective.head.i < adjective.i:
        return None
    draft = Draft(adjective, (adjective.i, adjective.i + 1), kind)
    draft.contents.append((adjective.i + 1, extent(adjective.head)[1]))
    return draft


def draft_source_object(verb: Token, cues: Cues) -> list[Draft]:
    """ "citing officials", "state television quoted the army as saying …" (two voices)."""
    obj = child(verb, "obj")
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
    if (
        participle
        and obj is not None
        and obj.ent_type_ != ""
        or (participle and obj is not None and obj.pos_ in ("NOUN", "PROPN") and _is_somebody(obj))
    ):
        assert obj is not None
        draft = Draft(verb, cue_range(verb), kind, [obj], clausal=True)
        governor = verb.head
        draft.contents.append(extent(governor))
        draft.holes.append(extent(verb))
        return [draft]
    return []


_PEOPLE = frozenset(
    "official source report document statement diplomat officer witness resident minister ministry "
    "spokesman spokeswoman spokesperson people person police military army agency media newspaper "
    "statistic figure data record intelligence person aide adviser expert analyst lawyer activist "
    "leader commander doctor medic survivor letter email memo study".split()
)


def _is_somebody(noun: Token) -> bool:
    return lemma_of(noun) in _PEOPLE

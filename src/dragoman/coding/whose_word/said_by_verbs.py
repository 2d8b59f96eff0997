"""What a reporting verb says, and who says it: frames of cues.toml matched against the parse."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.clauses import (
    agent_of,
    child,
    children,
    extent,
    has_case,
    is_passive,
    lemma_of,
    passive_subject_of,
    preposition_of,
    subject_of,
)
from dragoman.coding.whose_word.drafts import Draft, cue_range
from dragoman.coding.whose_word.said_beside import (
    clause_after,
    is_cut_off,
    reporter_before,
    said_around,
    speaker_after,
    speaker_before,
    that_clause_after,
    widen_to_sentence,
)
from dragoman.ontology.cues import Frame, load_cues

_CLAUSAL = ("ccomp", "csubj", "csubj:pass", "parataxis")


def draft_verb(verb: Token, frames: tuple[Frame, ...]) -> Draft | None:
    """The attribution that a verb makes, None where it has nothing that is said.

    Tries clauses first, then infinitives, prepositions and objects, so that a verb of many frames
    is read by what it stands with. A verb that may quote is returned without content where a
    quotation may still be found for it (`takes_quotes`).
    """
    reduced = verb.tag_ == "VBN" and verb.dep_ == "acl" and agent_of(verb) is not None
    passive = reduced or is_passive(verb)
    for match in (_clause, _reporting, _object_infinitive, _infinitive, _prepositional, _object):
        for frame in frames:
            draft = match(verb, frame, passive)
            if draft is not None:
                _find_source(draft, passive)
                if draft.takes_quotes:
                    _prefer_what_follows(draft)
                    widen_to_sentence(draft.contents, verb, draft.cue_range, draft.sources)
                return draft
    for frame in frames:
        if frame.quotation and child(verb, "obj", "xcomp", "ccomp", "expl") is not None:
            continue
        if (frame.clause or frame.quotation) and not passive:
            draft = Draft(verb, cue_range(verb), frame.kind, takes_quotes=True)
            draft.addressees = _addressees(verb, frame, passive)
            _find_source(draft, passive)
            that = that_clause_after(verb, draft.cue_range[1])
            around = said_around(verb, draft.cue_range, draft.sources)
            draft.contents.extend([that] if that is not None else around)
            draft.clausal = bool(draft.contents)
            return draft
    return None


def _prefer_what_follows(draft: Draft) -> None:
    """Speech after the verb goes before a clause that the parse found only ahead of it."""
    verb, end = draft.cue, draft.cue_range[1]
    if not draft.contents or max(b for _, b in draft.contents) > verb.i:
        return
    found = that_clause_after(verb, end) or clause_after(verb, end)
    if found is not None:
        draft.contents, draft.holes = [found], []


def _addressees(verb: Token, frame: Frame, passive: bool) -> list[Token]:
    if frame.addressee or frame.object_infinitive:
        if passive:
            subject = passive_subject_of(verb)
            return [subject] if subject is not None else []
        return [c for c in verb.children if c.dep_ in ("obj", "iobj")][:1]
    return [c for c in children(verb, "obl", "iobj") if c.i > verb.i and has_case(c, "to")][:1]


def _complement(verb: Token) -> Token | None:
    """The clause that completes the verb, not one that merely stands beside it."""
    subject = child(verb, "nsubj")
    for c in verb.children:
        if c.dep_ == "ccomp" and not (
            subject is not None and subject.i < c.i < verb.i and _interrupts(c)
        ):
            return c
    for c in verb.children:
        if c.dep_ in ("advcl", "xcomp", "acl") and c.i > verb.i and has_case(c, "that"):
            return c
        if c.dep_ in ("csubj", "csubj:pass") and c.i > verb.i:
            return c
        if c.dep_ == "parataxis" and c.i > verb.i and not _is_aside(c):
            return c
        if c.dep_ == "xcomp" and not _is_infinitive(c) and c.tag_ != "VBG" and c.i > verb.i:
            return c if c.pos_ in ("VERB", "AUX") and child(c, "nsubj") is not None else None
    return None


def _interrupts(clause: Token) -> bool:
    """Whether a clause before its verb is a misread relative clause or apposition."""
    return clause.left_edge.tag_ in ("WP", "WDT", "WRB", "IN", "VBG", "VBN")


def _is_aside(clause: Token) -> bool:
    """Whether a loose clause is a remark about the speaker rather than what is said."""
    return not any(
        verb.text in (":", "“", '"', "``", ",")
        for verb in clause.doc[clause.left_edge.i - 1 : clause.i]
    )


def _is_infinitive(token: Token) -> bool:
    return any(c.dep_ in ("mark", "aux") and c.lower_ == "to" for c in token.lefts)


def _clause(verb: Token, frame: Frame, passive: bool) -> Draft | None:
    if not frame.clause:
        return None
    complement = _complement(verb)
    if complement is None:
        return None
    draft = Draft(verb, cue_range(verb), frame.kind, clausal=True, takes_quotes=True)
    start, end = extent(complement)
    if start <= verb.i < end:
        draft.holes.append(_clause_of(verb, complement))
    draft.holes.extend(
        extent(c)
        for c in complement.rights
        if c.i > verb.i and (reporter_before(c) == verb or _goes_on(c, complement, verb))
    )
    draft.contents.append((start, end))
    draft.addressees = _addressees(verb, frame, passive)
    if complement.dep_ == "ccomp" and not frame.addressee and complement.i > verb.i and not passive:
        # "urged (that) Iran stop": an object read beside a clause belongs to what is said
        obj = child(verb, "obj")
        if obj is not None and verb.i < obj.i < complement.i and not frame.addressee:
            draft.contents.append(extent(obj))
    return draft


def _goes_on(clause: Token, said: Token, verb: Token) -> bool:
    """Whether a clause the parse hangs on what is said is another report beside it.

    ("… said the talks had failed, but he noted that …", "… would leave and warned that …".)
    """
    if clause.tag_ != verb.tag_ or lemma_of(clause) not in load_cues().verbs:
        return False
    subject = child(clause, "nsubj")
    if clause.dep_ == "conj" and subject is None:
        return any(c.dep_ == "aux" and c.tag_ == "MD" for c in said.children)
    if clause.dep_ == "conj":
        start = clause.left_edge.i
        comma = start > 0 and (
            clause.doc[start].text in (",", "—") or clause.doc[start - 1].text in (",", "—", "–")
        )
        return comma and said.tag_ != verb.tag_
    concedes = any(has_case(clause, w) for w in ("though", "although", "while"))
    return clause.dep_ == "advcl" and concedes and subject is not None and subject.pos_ == "PRON"


def _clause_of(verb: Token, said: Token) -> tuple[int, int]:
    """The reporting clause alone: subject, verb and what hangs on them, less the clause said."""
    floor = next((i + 1 for i in range(verb.i - 1, said.i, -1) if verb.doc[i].text == ","), 0)
    own = [
        c
        for c in verb.children
        if c.dep_ not in _CLAUSAL and c.dep_ != "punct" and c.left_edge.i >= floor
    ]
    start = min([verb.i, *(c.left_edge.i for c in own)])
    end = max([verb.i, *(c.right_edge.i for c in own)]) + 1
    return start, end


def _reporting(verb: Token, frame: Frame, passive: bool) -> Draft | None:
    """Speech with its cue inside or behind it ("…, he said"): the verb hangs on what is said."""
    if not frame.clause or verb.dep_ not in ("parataxis", "discourse", "ccomp", "advcl", "conj"):
        return None
    said = verb.head
    as_clause = verb.dep_ == "advcl" and has_case(verb, "as")
    if said == verb or (verb.dep_ != "parataxis" and verb.i < said.i and not as_clause):
        return None
    if verb.tag_ == "VBG" and child(verb, "aux") is None:
        return None
    if verb.dep_ in ("ccomp", "advcl", "conj", "discourse") and not as_clause:
        between = verb.doc[said.i + 1 : _clause_of(verb, said)[0]]
        if not (len(between) and between[-1].text in (",", "”", '"', "''", "—", "–")):
            return None
        if verb.dep_ == "conj" and child(verb, "cc") is not None:
            return None
        if any(c.dep_ == "mark" for c in verb.children):
            return None
        if verb.dep_ == "conj" and child(verb, "nsubj") is None:
            return None
    if (
        not as_clause
        and child(verb, "nsubj", "nsubj:pass", "obj", "expl") is None
        and agent_of(verb) is None
    ):
        return None
    if child(verb, "mark") is not None and not as_clause:
        return None
    draft = Draft(verb, cue_range(verb), frame.kind, clausal=True, takes_quotes=True)
    start, end = extent(said)
    draft.contents.append((start, end))
    draft.holes.append(extent(verb))
    draft.holes.extend(extent(c) for c in said.rights if reporter_before(c) == verb)
    draft.addressees = _addressees(verb, frame, passive) if frame.addressee else []
    return draft


def _object_infinitive(verb: Token, frame: Frame, passive: bool) -> Draft | None:
    if not frame.object_infinitive:
        return None
    objects = children(verb, "obj", "iobj")
    oblique = next(
        (c for c in children(verb, "obl") if any(has_case(c, p) for p in frame.prepositions)), None
    )
    if frame.prepositions:
        objects = [oblique] if oblique is not None else []
        if not objects:
            return None
    target = next(
        (
            c
            for c in verb.children
            if c.i > verb.i
            and (c.dep_ == "xcomp" or (c.dep_ in ("advcl", "ccomp", "acl") and _is_infinitive(c)))
        ),
        None,
    )
    if target is None and objects and not frame.prepositions:
        # "called the vote a mistake": a second bare nominal or an adjective
        target = next(
            (
                c
                for c in verb.children
                if c.i > objects[0].i
                and c.dep_ in ("obj", "obl", "advcl", "dep", "appos")
                and c.pos_ in ("NOUN", "PROPN", "ADJ")
                and preposition_of(c) is None
                and lemma_of(c) not in load_cues().times
                and c.ent_type_ == ""
            ),
            None,
        )
    if target is None:
        for obj in objects:
            inner = child(obj, "acl")
            if inner is not None and _is_infinitive(inner):
                target = inner
                break
    if target is None and not frame.prepositions and frame.kind.name == "say":
        return _naming(verb, frame)
    if target is None or (not objects and not passive and target.dep_ != "ccomp"):
        return None
    preposition = preposition_of(objects[0]) if frame.prepositions else None
    draft = Draft(verb, cue_range(verb, preposition), frame.kind, clausal=True)
    for obj in objects[:1]:
        start, end = extent(obj)
        if preposition is not None and start == preposition.i:
            start += 1
        draft.contents.append((start, end))
        draft.addressees = [obj]
    start, end = extent(target)
    if draft.contents and draft.contents[0][1] <= start and start - draft.contents[0][1] < 3:
        start = draft.contents[0][1]
    draft.contents.append((start, end))
    if passive:
        subject = passive_subject_of(verb)
        draft.addressees = [subject] if subject is not None else []
    return draft


def _naming(verb: Token, frame: Frame) -> Draft | None:
    """What "called the vote a farce" says where the parse has lost one of the two nouns."""
    parts = [c for c in verb.rights if c.dep_ in ("obj", "nsubj", "xcomp", "ccomp", "iobj")]
    if not parts or child(verb, "nsubj") in parts[:1] or child(verb, "compound:prt") is not None:
        return None
    start, end = parts[0].left_edge.i, max(p.right_edge.i for p in parts) + 1
    if end - start < 3 or has_case(parts[0], "for") or has_case(parts[0], "on"):
        return None
    draft = Draft(verb, cue_range(verb), frame.kind, clausal=True)
    draft.contents.append((start, end))
    return draft


def _infinitive(verb: Token, frame: Frame, passive: bool) -> Draft | None:
    if not frame.infinitive:
        return None
    for c in verb.children:
        if c.dep_ not in ("xcomp", "advcl", "ccomp") or c.i < verb.i:
            continue
        if _is_infinitive(c) or (c.dep_ == "xcomp" and c.tag_ == "VBG"):
            draft = Draft(verb, cue_range(verb), frame.kind, clausal=True)
            draft.contents.append(extent(c))
            return draft
    return None


def _prepositional(verb: Token, frame: Frame, passive: bool) -> Draft | None:
    if not frame.prepositions or frame.object_infinitive:
        return None
    for c in verb.children:
        if c.i < verb.i or c.dep_ not in ("obl", "nmod", "advcl", "xcomp", "ccomp", "obl:arg"):
            continue
        preposition = preposition_of(c)
        if preposition is None or preposition.lower_ not in frame.prepositions:
            continue
        start, end = extent(c)
        if start == preposition.i:
            start += 1
        if lemma_of(c) in load_cues().times or start >= end:
            continue
        draft = Draft(verb, cue_range(verb, preposition), frame.kind, clausal=c.pos_ == "VERB")
        draft.about = c.pos_ != "VERB"
        draft.contents.append((start, end))
        if frame.object:
            obj = child(verb, "obj")
            if obj is None and passive:
                obj = passive_subject_of(verb)
            if obj is None:
                continue
            draft.contents.append(extent(obj))
            if obj.i < preposition.i == c.left_edge.i and obj.right_edge.i + 1 == preposition.i:
                draft.contents.append((preposition.i, preposition.i + 1))
        elif frame.addressee:
            draft.addressees = _addressees(verb, frame, passive)
        return draft
    return None


def _object(verb: Token, frame: Frame, passive: bool) -> Draft | None:
    if not frame.object or frame.prepositions:
        return None
    obj = passive_subject_of(verb) if passive else child(verb, "obj")
    if obj is None and not passive and verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod"):
        return None
    if obj is None and not passive and verb.dep_ == "acl:relcl":
        return _gapped(verb, frame)
    if obj is None or (obj.lower_ in load_cues().empty and obj.n_rights == 0):
        return None
    draft = Draft(verb, cue_range(verb), frame.kind)
    draft.contents.append(extent(obj))
    extra = child(verb, "xcomp")
    if extra is not None and extra.i > obj.i:
        draft.contents.append(extent(extra))
    if passive and obj.i < verb.i and verb.head == obj:
        # a reduced relative: what is said is the noun without the clause
        draft.holes.append(extent(verb))
    return draft


def _gapped(verb: Token, frame: Frame) -> Draft | None:
    """What "the rate that he has proposed" says: the noun that the clause describes."""
    noun, subject = verb.head, child(verb, "nsubj")
    if subject is None or subject.tag_ in ("WDT", "WP") or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    draft = Draft(verb, cue_range(verb), frame.kind)
    draft.contents.append((noun.left_edge.i, max(noun.i + 1, verb.left_edge.i)))
    return draft


def _find_source(draft: Draft, passive: bool) -> None:
    verb = draft.cue
    draft.negated = any(c.lower_ in ("not", "n't", "n’t", "never", "cannot") for c in verb.children)
    if passive:
        agent = agent_of(verb)
        draft.sources = [agent] if agent is not None else []
        return
    reporter = reporter_before(verb)
    if reporter is not None:
        subject = child(reporter, "nsubj") or speaker_after(reporter) or speaker_before(reporter)
        subject = subject or subject_of(reporter) or agent_of(reporter)
    else:
        subject = speaker_after(verb) if draft.takes_quotes else None
        subject = subject or subject_of(verb)
        if draft.takes_quotes and (
            subject is None or child(verb, "nsubj") is None or is_cut_off(subject, verb)
        ):
            subject = speaker_before(verb) or subject
    if subject is None and verb.tag_ in ("VBN", "VBD"):
        agent = agent_of(verb)
        if agent is not None:
            draft.sources = [agent]
            return
    if subject is not None and not any(c.dep_ == "expl" and subject == c for c in verb.children):
        draft.sources = [subject]

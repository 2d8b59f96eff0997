"""Reporting clauses by their place in the line, where the parse has not understood them.

Wire style is stiff: "…, the minister said.", "…," said the minister, "…, he said, adding that …".
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dragoman.coding.clauses import child, extent
from dragoman.ontology.cues import load_cues

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
_STARTERS = frozenset({"DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"})
_BEFORE = frozenset({",", "”", '"', "''", "’", "?", "!", "—", "–", "--"})
_QUOTES = frozenset({"“", "”", '"', "''", "``"})
_AFTER = frozenset({",", ".", ";", "—", "–", "--"})
_ADDRESSEE = 6
_NEAR = 15
_TIMES = frozenset({"obl", "obl:unmarked", "advmod", "nmod:unmarked"})


def speaker_after(verb: Token) -> Token | None:
    """The speaker after the verb in "…," said the minister: the noun phrase that begins there."""
    doc = verb.doc
    if verb.i == 0 or verb.i + 1 >= len(doc) or verb.tag_ not in _FINITE:
        return None
    if doc[verb.i - 1].text not in _BEFORE or child(verb, "nsubj") is not None:
        return None
    token = doc[verb.i + 1]
    if token.pos_ not in _STARTERS:
        return None
    top = token
    while (
        top.head != top
        and top.head.i > verb.i
        and top.head.pos_ in _NOMINAL
        and top.dep_ not in ("nsubj", "obj", "appos")
    ):
        top = top.head
    return top if top.pos_ in _NOMINAL else None


def speaker_before(verb: Token) -> Token | None:
    """The noun phrase that ends right before the verb, whatever the parse hangs it on."""
    doc = verb.doc
    at = verb.i - 1
    while at > verb.sent.start and doc[at].dep_ in ("aux", "advmod") and doc[at].pos_ != "NOUN":
        at -= 1
    if verb.tag_ not in _FINITE or at < verb.sent.start or doc[at].pos_ not in _NOMINAL:
        return None
    top = doc[at]
    if top.lower_ in ("who", "which", "that", "what"):
        return None
    while (
        top.head != top
        and top.dep_ in ("nmod", "flat", "compound", "conj", "appos", "nmod:desc", "amod")
        and verb.sent.start <= top.head.i < verb.i
        and top.head.pos_ in _NOMINAL
        and not any(t.text in _BEFORE for t in doc[top.head.i : at])
    ):
        top = top.head
    return top


def said_around(
    verb: Token, cue: tuple[int, int], sources: Sequence[Token]
) -> list[tuple[int, int]]:
    """What a verb of pure saying says where the parse gives it no clause.

    The rest of the sentence where the verb follows its subject; what stands around it where
    subject and verb are set off by commas or end the sentence.
    """
    if verb.lower_ not in load_cues().pure or not sources:
        return []
    doc, sentence = verb.doc, verb.sent
    if doc[cue[1] - 1].text == ":":
        return []
    source = sources[0]
    clause_start = _clause_start(source, cue)
    if _is_set_off(doc, clause_start, cue[1], source, verb):
        if clause_start <= sentence.start:
            return [(doc[clause_start - 1].sent.start, clause_start)]
        ranges = [(sentence.start, clause_start)]
        if cue[1] + 1 < sentence.end and doc[cue[1]].text != ".":
            ranges.append((cue[1], sentence.end))
        return [r for r in ranges if r[1] - r[0] > 2]
    if source.i > verb.i:
        return []
    start = cue[1]
    for c in verb.rights:
        if c.left_edge.i == start and c.dep_ in _TIMES:
            start = c.right_edge.i + 1
    end = sentence.end if verb.dep_ == "root" else extent(verb)[1]
    rest = doc[start:end]
    begins = len(rest) > 3 and (rest[0].lower_ == "that" or rest[0].pos_ in _STARTERS)
    if begins and any(t.tag_ in (*_FINITE, "MD") for t in rest):
        return [(start, end)]
    clause = clause_after(verb, start)
    return [clause] if clause is not None else []


def _clause_start(source: Token, cue: tuple[int, int]) -> int:
    start = min(extent(source)[0], source.i, cue[0])
    while start > 0 and source.doc[start - 1].dep_ in ("det", "amod"):
        start -= 1
    return start


def _is_set_off(doc: Doc, start: int, end: int, source: Token, verb: Token) -> bool:
    """Whether a reporting clause stands between commas, or between a comma and the full stop."""
    if source.i > verb.i or start == 0 or doc[start - 1].text not in _BEFORE:
        return False
    return end >= len(doc) or doc[end].text in _AFTER or doc[end].is_space


def is_cut_off(subject: Token, verb: Token) -> bool:
    """Whether a comma parts the subject the parse chose from another noun right before the verb."""
    if subject.i > verb.i or verb.i - extent(subject)[1] < 1:
        return False
    return any(t.text == "," for t in verb.doc[extent(subject)[1] : verb.i])


def widen_to_sentence(
    contents: list[tuple[int, int]], verb: Token, cue: tuple[int, int], sources: Sequence[Token]
) -> None:
    """What a closing reporting clause says is the sentence before it, from its first word on."""
    if not contents or not sources or min(start for start, _ in contents) > verb.i:
        return
    start = _clause_start(sources[0], cue)
    doc, sentence = verb.doc, verb.sent
    before = start > sentence.start and doc[start - 1].text in _BEFORE
    quoted = any(t.text in _QUOTES for t in doc[sentence.start : start])
    if before and not quoted and sources[0].i < verb.i:
        contents.append((sentence.start, start))


def that_clause_after(verb: Token, start: int) -> tuple[int, int] | None:
    """The clause that "that" opens right after the cue, or after whom it addresses."""
    doc, end = verb.doc, verb.sent.end
    at = start
    while at < end and doc[at].lower_ != "that":
        if at - start > _ADDRESSEE or doc[at].pos_ in ("VERB", "AUX", "CCONJ", "SCONJ", "PUNCT"):
            return None
        at += 1
    if at >= end or doc[at].dep_ != "mark" or doc[at].head.i < at:
        return None
    return at, min(max(extent(doc[at].head)[1], at + 2), end)


def clause_after(verb: Token, start: int) -> tuple[int, int] | None:
    """The finite clause that begins right after the cue, whatever the parse hangs it on."""
    doc = verb.doc
    if start >= verb.sent.end or doc[start].pos_ not in _STARTERS:
        return None
    for token in doc[start : min(start + _NEAR, verb.sent.end)]:
        if token.text in _BEFORE or token.text == ";":
            return None
        finite = token.tag_ in (*_FINITE, "MD")
        if finite or token.pos_ in ("VERB", "AUX"):
            head = token.head if token.dep_ in ("aux", "cop", "aux:pass") else token
            subject = child(head, "nsubj", "nsubj:pass", "expl")
            if subject is None or subject.i < start:
                return None
            return start, min(extent(head)[1], verb.sent.end)
    return None


def reporter_before(verb: Token) -> Token | None:
    """The reporting verb that "adding …" goes on from in "…," he said, adding that …".

    The parse hangs such a participle on what is said as often as on the verb of saying.
    """
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "xcomp", "conj", "acl"):
        return None
    said = verb.head
    if said.i > verb.i or child(verb, "nsubj", "mark") is not None:
        return None
    for candidate in (said.head, *said.children):
        if candidate != said and said.i < candidate.i < verb.i and candidate.pos_ == "VERB":
            above = candidate == said.head and said.dep_ == "ccomp"
            beside = candidate.head == said and candidate.dep_ == "parataxis"
            if above or beside:
                return candidate
    return None

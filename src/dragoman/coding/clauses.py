"""Walks on the parse that attribution and status share: subjects, extents, voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

_SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:outer", "csubj:outer"})
_PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_TRIM = frozenset({",", ";", ":", "-", "–", "—", "--", "…", ".", "?", "!"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})


def lemma_of(token: Token) -> str:
    return token.lemma_.lower()


def children(token: Token, *deps: str) -> list[Token]:
    return [c for c in token.children if c.dep_ in deps]


def child(token: Token, *deps: str) -> Token | None:
    for c in token.children:
        if c.dep_ in deps:
            return c
    return None


def has_case(token: Token, word: str) -> bool:
    """Whether a preposition or conjunction of that form introduces the phrase."""
    return any(c.dep_ in ("case", "mark") and c.lower_ == word for c in token.children)


def preposition_of(token: Token) -> Token | None:
    """The first preposition or conjunction that introduces the phrase."""
    for c in token.lefts:
        if c.dep_ in ("case", "mark") and c.lower_ not in _NO_PREPOSITION:
            return c
    for c in token.lefts:
        if c.dep_ in ("case", "mark") and c.lower_ == "to":
            return c
    return None


_NO_PREPOSITION = frozenset({"'s", "’s", "that", "to", "'", "’"})


def is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("aux:pass", "nsubj:pass", "csubj:pass") for c in verb.children)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; the token itself otherwise."""
    if token.lower_ not in _RELATIVES:
        return token
    for verb in (token.head, token.head.head):
        if verb.dep_ in ("acl:relcl", "acl") and verb.head.i < verb.i:
            return verb.head
    return token


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb in the active voice, also where it is shared, raised or controlled.

    None for a passive (see `agent_of`), an imperative and a verb without any.
    """
    seen = 0
    current = verb
    while seen < 6:
        seen += 1
        for c in current.children:
            if c.dep_ in _SUBJECTS:
                return c
            if c.dep_ in _PASSIVE_SUBJECTS and current is not verb:
                return c
        if is_passive(current) and current is verb:
            return None
        dep, head = current.dep_, current.head
        if head == current:
            return None
        if dep == "conj" and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            current = head
        elif dep == "xcomp":
            obj = child(head, "obj", "iobj")
            if obj is not None and obj.i < verb.i and lemma_of(head) not in _SUBJECT_CONTROL:
                return obj
            current = head
        elif (dep == "advcl" and _bare(current)) or dep in ("aux", "cop", "fixed", "compound"):
            current = head
        elif dep in ("acl", "acl:relcl"):
            return head if head.pos_ in ("NOUN", "PROPN", "PRON") and _bare(current) else None
        elif dep == "ccomp" and _bare(current):
            current = head
        else:
            return None
    return None


_SUBJECT_CONTROL = frozenset({"promise", "threaten", "offer", "use", "take"})


def _bare(verb: Token) -> bool:
    """Whether the clause has no tense of its own, so that its subject is another clause's."""
    if verb.tag_ == "VBG":
        return not any(c.dep_ == "aux" and c.lower_ != "having" for c in verb.children)
    if verb.tag_ in ("VBN", "VBD"):
        return not any(c.dep_ in ("aux", "mark") for c in verb.children)
    return any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)


def agent_of(verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    for c in verb.children:
        if c.dep_ == "obl:agent" or (c.dep_ in ("obl", "nmod") and has_case(c, "by")):
            return c
    return None


def passive_subject_of(verb: Token) -> Token | None:
    for current in (verb, verb.head if verb.dep_ in ("conj", "acl:relcl") else verb):
        found = child(current, *_PASSIVE_SUBJECTS)
        if found is not None:
            return found
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    if verb.dep_ == "xcomp":
        return child(verb.head, "nsubj", "nsubj:pass")
    return None


def coordinated(token: Token) -> tuple[Token, ...]:
    """The token and the heads joined to it, in reading order."""
    found = [token]
    for c in token.rights:
        if c.dep_ == "conj":
            found.extend(coordinated(c))
    return tuple(found)


def extent(token: Token) -> tuple[int, int]:
    """The subtree of a token as a half-open token range, kept inside its sentence."""
    return token.left_edge.i, token.right_edge.i + 1


def trimmed(tokens: Span, *, keep_final: bool = False) -> Span | None:
    """The span without blank tokens and loose punctuation at its ends; None where nothing is left.

    A full stop before a closing quotation mark stays; quotation marks stay where both are inside.
    """
    doc, start, end = tokens.doc, tokens.start, tokens.end
    changed = True
    while changed and start < end:
        changed = False
        first, last = doc[start], doc[end - 1]
        if first.is_space or first.text in _TRIM or first.text in (")", "]"):
            start += 1
            changed = True
        elif (
            last.is_space
            or (last.text in _TRIM and not keep_final)
            or last.text in ("(", "[")
            or (last.text in _QUOTES and last.text not in ("'", "’") and _unmatched(doc[start:end]))
        ):
            end -= 1
            changed = True
        elif first.text in _QUOTES and _unmatched(doc[start:end]) and first.text not in "'’":
            start += 1
            changed = True
    return doc[start:end] if start < end else None


def _unmatched(span: Span) -> bool:
    return sum(t.text in _QUOTES and t.text not in ("'", "’") for t in span) % 2 == 1


def without(
    ranges: Iterable[tuple[int, int]], holes: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Half-open ranges less the holes, joined where they touch, in order."""
    cut = sorted(holes)
    left: list[tuple[int, int]] = []
    for start, end in _joined(ranges):
        for a, b in cut:
            if b <= start or a >= end:
                continue
            if a > start:
                left.append((start, a))
            start = max(start, b)
        if start < end:
            left.append((start, end))
    return left


def _joined(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for start, end in sorted(ranges):
        if current is None:
            current = (start, end)
        elif start <= current[1]:
            current = (current[0], max(current[1], end))
        else:
            yield current
            current = (start, end)
    if current is not None:
        yield current

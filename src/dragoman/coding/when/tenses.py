"""Tense of a clause by its verb forms, as far as dating an act needs it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

_STATES: Final = {"be", "have", "remain", "mean", "show", "include", "know", "believe", "think",
                  "stand", "lie", "contain", "involve", "seem", "appear", "underscore", "face",
                  "reflect", "represent", "constitute", "need", "want"}  # fmt: skip


def _auxiliaries(clause: Token) -> list[Token]:
    return [c for c in clause.children if c.dep_ in {"aux", "aux:pass", "cop"}]


def is_finite(clause: Token) -> bool:
    tags = {clause.tag_, *(c.tag_ for c in _auxiliaries(clause))}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"})


def is_future(clause: Token) -> bool:
    forms = {c.lower_ for c in _auxiliaries(clause)}
    if forms & {"will", "shall", "'ll", "’ll", "wo"}:
        return True
    return clause.dep_ == "xcomp" and clause.tag_ == "VB" and is_future(clause.head)


def is_past(clause: Token) -> bool:
    """Plain past or perfect, in the clause or, where it is not finite, in the one it leans on."""
    token = clause
    for _ in range(5):
        auxiliaries = _auxiliaries(token)
        forms = {c.lower_ for c in auxiliaries}
        if any(c.tag_ == "MD" for c in auxiliaries):
            return False
        if token.tag_ == "VBD" or any(c.tag_ == "VBD" for c in auxiliaries):
            return True
        if forms & {"has", "have", "'ve", "’ve", "had"}:
            return True
        if token.tag_ == "VBN" and not auxiliaries and token.dep_ in {"ROOT", "root"}:
            return True
        if any(c.tag_ in {"VBZ", "VBP"} for c in auxiliaries) or token.tag_ in {"VBZ", "VBP"}:
            return False
        infinitive = token.tag_ == "VB" and any(c.lower_ == "to" for c in token.children)
        if infinitive and token.dep_ != "xcomp":
            return False
        if token.head == token or token.dep_ in {"ccomp", "acl:relcl"}:
            return False
        token = token.head
    return False


def is_telling(clause: Token) -> bool:
    """Present tense of an act, as dispatches and headlines tell it and as words do what they say
    ("condemns", "is looking into"); also of what leans on it ("…, killing two")."""
    token = clause
    for _ in range(5):
        auxiliaries = _auxiliaries(token)
        if any(c.tag_ == "MD" or c.dep_ == "cop" for c in auxiliaries):
            return False
        if token.tag_ in {"VBZ", "VBP"} or any(c.tag_ in {"VBZ", "VBP"} for c in auxiliaries):
            return token.dep_ != "acl:relcl" and token.lemma_.lower() not in _STATES
        if token.tag_ == "VB" and (auxiliaries or token.dep_ not in {"xcomp", "conj"}):
            return False
        if token.head == token or token.dep_ in {"ccomp", "acl:relcl"}:
            return False
        token = token.head
    return False


def is_perfect(clause: Token) -> bool:
    """Present perfect, which no definite past time can date."""
    return any(c.lower_ in {"has", "have", "'ve", "’ve"} for c in _auxiliaries(clause))


def is_before_the_story(clause: Token) -> bool:
    """Past perfect of a clause that nobody is told to have said: before a day that is untold."""
    if not any(c.lower_ == "had" and c.dep_ == "aux" for c in clause.children):
        return False
    return clause.dep_ != "ccomp" and clause.head.dep_ != "ccomp"


def is_ongoing(clause: Token) -> bool:
    forms = {c.lower_ for c in _auxiliaries(clause)}
    if forms & {"has", "have", "'ve", "’ve", "is", "are"}:
        return True
    return clause.tag_ in {"VBZ", "VBP"} or (clause.tag_ in {"VBG", "VBN"} and not forms)

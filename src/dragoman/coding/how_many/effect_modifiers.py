"""Effects that a verb tells of its part, and that modifiers tell of the noun they hang on."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from dragoman.coding.how_many.effect_words import Found, child_of, effects_by, has_object

_RELATIVES: Final = {"who", "which", "that", "whom"}
_HOMES: Final = {"flee", "home", "house", "leave", "abandon", "village", "country"}


def effect_of_modifiers(token: Token) -> Found | None:
    """As in "12 people killed in the raid", "40 wounded soldiers", "two men who died"."""
    for child in token.children:
        if child.dep_ in {"amod", "acl", "acl:relcl", "compound", "conj"} or (
            child.dep_ in {"advmod", "obl", "parataxis", "appos"} and child.i == token.i + 1
        ):
            if any(part.lower_ == "whose" for c in child.children for part in c.children):
                continue  # "a man whose sister was killed"
            if child.dep_ == "acl:relcl" and _has_own_subject(child):
                continue  # "two blasts where a boy was hurt"
            kind = effects_by("adjective").get(child.lower_)
            if kind is not None and not has_object(child) and child.dep_ != "conj":
                return kind, child
            if child.dep_ in {"acl", "acl:relcl"}:
                found = effect_of_verb(child, _relative_role(child))
                if found is not None:
                    return found
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is None or after.tag_ not in {"JJ", "VBN"} or has_object(after):
        return None
    kind = effects_by("adjective").get(after.lower_)
    if kind is None or any(child.dep_ == "aux" for child in after.children):
        return None
    return kind, after


def _has_own_subject(verb: Token) -> bool:
    """Whether a passive clause tells of somebody else than the noun it hangs on."""
    return any(c.dep_ == "nsubj:pass" and c.lower_ not in _RELATIVES for c in verb.children)


def _relative_role(verb: Token) -> str:
    """The counted noun's part in its relative or participial clause."""
    if verb.dep_ == "acl":
        return "obj" if verb.tag_ == "VBN" else "subj"
    for child in verb.children:
        if child.dep_ in {"nsubj:pass", "aux:pass"}:
            return "obj"
        if child.dep_ == "nsubj" and child.lower_ in {"who", "which", "that"}:
            return "subj"
    return "obj"


def effect_of_verb(verb: Token, role: str) -> Found | None:
    lemma = verb.lemma_.lower()
    if role == "obj":
        kind = effects_by("obj").get(lemma) or effects_by("obj").get(lemma.removesuffix("s"))
        if kind is not None and _means(verb, lemma):
            return kind, verb
    if role == "subj":
        kind = effects_by("subj").get(lemma)
        if kind is not None:
            return kind, verb
        if lemma in {"lose", "give"} and child_of(verb, "obj", {"life"}) is not None:
            return "killed", verb
    return None


def _means(verb: Token, lemma: str) -> bool:
    """Verbs that tell the effect only with a second word: "gun down", "force to flee"."""
    if lemma == "gun":
        return any(child.lower_ == "down" for child in verb.children)
    if lemma == "round":
        return any(child.lower_ == "up" for child in verb.children)
    if lemma in {"force", "drive", "expel"}:
        return any(token.lemma_ in _HOMES for token in verb.subtree)
    if lemma == "capture":
        return True
    return True

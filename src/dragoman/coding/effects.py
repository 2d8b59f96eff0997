"""What a count is a count of: killed, wounded, displaced …, by the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Doc, Token

from dragoman.coding.quantities import figure_lexicon
from dragoman.records.values import FigureKind

EFFECTS: Final[tuple[FigureKind, ...]] = (
    "killed", "wounded", "displaced", "detained", "missing", "abducted",
)  # fmt: skip
_CARRIERS: Final = {"total", "number", "group", "crowd", "handful", "pair", "couple", "member",
                    "rest", "remainder", "half", "most", "some", "toll", "hundred", "thousand",
                    "million", "billion", "dozen", "score", "ten", "lot", "percent", "%"}  # fmt: skip
_MEASURING: Final = {"rise", "reach", "stand", "climb", "put", "exceed", "be", "total", "grow",
                     "pass", "surpass", "increase", "jump", "bring", "set", "hit", "top",
                     "amount", "swell", "soar", "go", "number"}  # fmt: skip
_RESULTING: Final = {"leave", "find", "report", "declare", "list", "feel", "presume", "believe",
                     "fear", "make", "render", "pronounce", "include", "be", "go", "number",
                     "shoot", "burn", "beat", "stab", "drop", "fall", "confirm"}  # fmt: skip
_HOMES: Final = {"flee", "home", "house", "leave", "abandon", "village", "country"}
Found = tuple[FigureKind, Token]


@cache
def _by_word(list_name: str) -> dict[str, FigureKind]:
    tables = figure_lexicon()
    return {word: kind for kind in EFFECTS for word in tables[kind].get(list_name, ())}


@cache
def lemmas_of(list_name: str) -> frozenset[str]:
    """One of the noun lists of the lexicon."""
    return frozenset(figure_lexicon()["nouns"][list_name])


def is_person_noun(token: Token) -> bool:
    return token.lemma_.lower() in lemmas_of("people")


def find_effect(counted: Token) -> Found | None:
    """The effect told of what `counted` denotes, and the word that tells it; None for none.

    `counted` is the noun that is counted, or the numeral where no noun is ("killing 12").
    """
    own = _of_itself(counted)
    if own is not None:
        return own
    beside = _beside(counted)
    if beside is not None:
        return beside
    token = counted
    for _ in range(6):
        found = _of_role(token) or _of_modifiers(token)
        if found is not None:
            return found
        parent = _carrier(token)
        if parent is None:
            return None
        token = parent
    return None


def _beside(token: Token) -> Found | None:
    """By the neighbours, for a bare numeral or a conjunct, where parsers err most:
    "killed three and wounded five", "20 were killed and about 100 injured"."""
    if token.pos_ != "NUM" and token.dep_ != "conj":
        return None
    doc = token.doc
    if token.pos_ == "NUM" and token.i > 0:
        before = doc[token.i - 1]
        kind = _by_word("obj").get(before.lemma_.lower())
        if kind is not None and before.pos_ == "VERB" and before.tag_ in {"VBD", "VBG", "VBN"}:
            return kind, before
    i = token.i + 1
    while i < len(doc) and doc[i].lemma_ in {"be", "have", "other", "more"} and i < token.i + 5:
        i += 1
    if i >= len(doc) or doc[i].tag_ not in {"VBN", "VBD", "JJ"} or _has_object(doc[i]):
        return None
    kind = _by_word("adjective").get(doc[i].lower_)
    return (kind, doc[i]) if kind is not None else None


def surface_effect(doc: Doc, start: int, end: int) -> Found | None:
    """By the words on either side of tokens `[start, end)`, for where a bound ("no fewer than 9
    persons died", "injured at least 1,000") leads the parse astray."""
    if start > 0:
        before = doc[start - 1]
        kind = _by_word("obj").get(before.lemma_.lower())
        if kind is not None and before.pos_ == "VERB" and _means(before, before.lemma_.lower()):
            return kind, before
    if start > 0 and doc[start - 1].pos_ == "ADP":
        return None
    i = end
    while i < len(doc) and doc[i].lemma_ in {"be", "have"} and i < end + 3:
        i += 1
    if i >= len(doc) or doc[i].pos_ != "VERB":
        return None
    verb = doc[i]
    if i > end and verb.tag_ == "VBN":
        kind = _by_word("obj").get(verb.lemma_.lower())
        if kind is not None and not _has_object(verb):
            return kind, verb
    kind = _by_word("subj").get(verb.lemma_.lower())
    return (kind, verb) if kind is not None and verb.tag_ in {"VBD", "VBN"} else None


def _of_itself(token: Token) -> Found | None:
    """ "12 deaths", "12 dead", "30 arrests"."""
    lemma = token.lemma_.lower()
    kind = _by_word("adjective").get(token.lower_)
    if kind is not None and token.pos_ in {"ADJ", "NOUN", "VERB"} and not _has_object(token):
        return kind, token
    kind = _by_word("noun").get(lemma)
    if kind is not None and lemma not in {"victim", "prisoner", "refugee"}:
        return kind, token
    if lemma in {"refugee", "prisoner", "victim"}:
        role = _of_role(token)
        return role if role is not None else (_by_word("noun")[lemma], token)
    return None


def _has_object(token: Token) -> bool:
    return any(child.dep_ in {"obj", "iobj", "ccomp"} for child in token.children)


def _of_modifiers(token: Token) -> Found | None:
    """ "12 people killed in the raid", "40 wounded soldiers", "two men who died"."""
    for child in token.children:
        if child.dep_ in {"amod", "acl", "acl:relcl", "compound", "conj"} or (
            child.dep_ in {"advmod", "obl", "parataxis", "appos"} and child.i == token.i + 1
        ):
            kind = _by_word("adjective").get(child.lower_)
            if kind is not None and not _has_object(child) and child.dep_ != "conj":
                return kind, child
            if child.dep_ in {"acl", "acl:relcl"}:
                found = _of_verb(child, _relative_role(child))
                if found is not None:
                    return found
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is None or after.tag_ not in {"JJ", "VBN"} or _has_object(after):
        return None
    kind = _by_word("adjective").get(after.lower_)
    if kind is None or any(child.dep_ == "aux" for child in after.children):
        return None
    return kind, after


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


def _of_verb(verb: Token, role: str) -> Found | None:
    lemma = verb.lemma_.lower()
    if role == "obj":
        kind = _by_word("obj").get(lemma)
        if kind is not None and _means(verb, lemma):
            return kind, verb
    if role == "subj":
        kind = _by_word("subj").get(lemma)
        if kind is not None:
            return kind, verb
        if lemma in {"lose", "give"} and _child(verb, "obj", {"life"}) is not None:
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


def _child(token: Token, dep: str, lemmas: set[str]) -> Token | None:
    for child in token.children:
        if child.dep_ == dep and child.lemma_.lower() in lemmas:
            return child
    return None


def _of_role(token: Token) -> Found | None:
    """By the token's own place: object, subject, "of" a noun, what a toll rises to."""
    dep, parent = token.dep_, token.head
    if parent == token:
        return None
    if parent.pos_ in {"VERB", "AUX"} and _case_of(token) in {"of", "among", "out"}:
        return None
    if dep in {"obj", "iobj", "nsubj:pass", "dep"}:
        return (
            _of_verb(parent, "obj")
            or _of_result(token, parent)
            or _of_toll(token, parent)
            or _of_lives(token, parent)
        )
    if dep == "nsubj":
        if parent.tag_ == "VBN" and not _has_object(parent) and not _is_perfect(parent):
            found = _of_verb(parent, "obj")
            if found is not None:
                return found
        return _of_verb(parent, "subj") or _of_result(token, parent) or _of_toll(token, parent)
    if dep in {"nmod", "obl", "xcomp", "ccomp", "nmod:poss", "root", "ROOT", "acl"}:
        lemma = parent.lemma_.lower()
        if lemma == "life":
            verb = parent.head
            if verb.lemma_.lower() in figure_lexicon()["killed"]["lives"]:
                return "killed", verb
        kind = _by_word("noun").get(lemma)
        if kind is not None and _case_of(token) in {"of", "'s", ""}:
            return kind, parent
        if lemma in {"toll", "count"} or lemma in _MEASURING:
            return _of_toll(token, parent)
        if dep in {"xcomp", "ccomp"}:
            return _of_verb(parent, "obj")
    return None


def _is_perfect(verb: Token) -> bool:
    return any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")


def _case_of(token: Token) -> str:
    for child in token.children:
        if child.dep_ == "case":
            return child.lower_
    return ""


def _of_result(token: Token, verb: Token) -> Found | None:
    """ "left 5 dead", "were found dead", "are missing", "12 people are dead"."""
    kind = _by_word("adjective").get(verb.lower_)
    if kind is not None and (verb.pos_ in {"ADJ", "NOUN"} or verb.lower_ == "missing"):
        return kind, verb
    if verb.lemma_.lower() not in _RESULTING:
        return None
    for child in verb.children:
        if child == token or child.dep_ not in {"xcomp", "obj", "acl", "advmod", "ccomp", "advcl",
                                                "obl"}:  # fmt: skip
            continue
        kind = _by_word("adjective").get(child.lower_)
        if kind is not None and not _counted_by_another(child, token):
            return kind, verb if verb.lemma_ in {"shoot", "burn", "beat", "stab"} else child
    return None


def _counted_by_another(child: Token, token: Token) -> bool:
    return any(c.dep_ == "nummod" and c != token for c in child.children)


def _of_lives(token: Token, verb: Token) -> Found | None:
    """ "claimed 12 lives"."""
    if (
        token.lemma_.lower() == "life"
        and verb.lemma_.lower() in figure_lexicon()["killed"]["lives"]
    ):
        return "killed", verb
    return None


def _of_toll(token: Token, parent: Token) -> Found | None:
    """ "the death toll rose to 52", "a death toll of 52", "the number of dead reached 52"."""
    if parent.lemma_.lower() not in _MEASURING | {"toll", "count"}:
        return None
    measures = [parent, *parent.children]
    for noun in measures:
        if noun == token or (
            noun.dep_
            not in {
                "nsubj",
                "nsubj:pass",
                "obj",
                "root",
                "ROOT",
                "nmod",
                "obl",
                "conj",
                "nsubj:outer",
                "appos",
            }
            and noun != parent
        ):
            continue  # fmt: skip
        lemma = noun.lemma_.lower()
        if lemma == "toll" or (lemma == "count" and _child(noun, "compound", {"body"})):
            kind: FigureKind = "killed"
            for child in noun.children:
                if child.lemma_.lower() in {"injury", "injured", "wounded"}:
                    kind = "wounded"
            return kind, noun
        if lemma in {"number", "total", "figure"}:
            for part in _of_phrases(noun):
                own = _by_word("adjective").get(part.lower_) or _by_word("noun").get(
                    part.lemma_.lower()
                )
                if own is not None:
                    return own, part
                found = _of_modifiers(part)
                if found is not None:
                    return found
        kind_of_noun = _by_word("noun").get(lemma)
        if kind_of_noun is not None and noun.dep_ in {"nsubj", "nsubj:pass"}:
            return kind_of_noun, noun
    return None


def measured_by(numeral: Token) -> Token | None:
    """What "the number of shells fired has risen to 922" counts, for a bare numeral."""
    verb = numeral.head
    if verb.lemma_.lower() not in _MEASURING:
        return None
    for noun in verb.children:
        if noun != numeral and noun.lemma_.lower() in {"number", "total"}:
            for part in _of_phrases(noun):
                return part
    return None


def _of_phrases(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "nmod":
            yield child


def _carrier(token: Token) -> Token | None:
    """The word whose part in the clause the token shares: its first conjunct, what it is "of"."""
    parent = token.head
    if parent == token:
        return None
    if token.dep_ in {"conj", "appos", "flat", "list", "parataxis"}:
        if parent.pos_ in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
            return parent
        return None
    if token.dep_ in {"nmod", "obl"} and parent.pos_ in {"NOUN", "NUM", "PRON"}:
        if _case_of(token) == "of" and (
            parent.lemma_.lower() in _CARRIERS or parent.pos_ in {"NUM", "PRON"}
        ):
            return parent
        if _case_of(token) == "as" or _case_of(token) in {"to", "between"}:
            return parent if parent.pos_ == "NUM" else None
    if token.dep_ in {"nummod", "advmod", "compound", "amod"} and parent.pos_ in {"NOUN", "NUM"}:
        return parent
    return None


def further_effects(effect: Found) -> tuple[Found, ...]:
    """What else befell the same people: "were abducted and later killed"."""
    kind, verb = effect
    more = []
    for child in verb.children:
        if child.dep_ != "conj" or child.tag_ != "VBN" or verb.tag_ != "VBN":
            continue
        if any(c.dep_.startswith(("nsubj", "obj", "nummod")) for c in child.children):
            continue
        if child.nbor(-1).pos_ == "NUM" or child.nbor(-1).tag_ in {"NNS", "CD"}:
            continue
        found = _by_word("obj").get(child.lemma_.lower())
        if found is not None and found != kind:
            more.append((found, child))
    return tuple(more)


def governor_of(token: Token) -> Token:
    """The verb, or predicate noun or adjective, that the token belongs to."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"} or any(c.dep_ == "cop" for c in ancestor.children):
            return ancestor
    return token.head

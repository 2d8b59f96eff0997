"""What a phrase says that somebody is: offices with country, body and whether they are held."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.language.glossary import Glossary, RoleMatch
from dragoman.language.syntax import Tree
from dragoman.ontology.reference import reference_words
from dragoman.ontology.roles import load_roles

_SERVING = frozenset({"serve", "act", "work", "become", "double"})
_BELONGING = reference_words("belonging")


@dataclass(frozen=True, slots=True)
class SaidRole:
    """A role noun said of somebody, the word that heads it, and whether it is held now."""

    match: RoleMatch
    current: bool
    acting: bool


def is_generic(noun: str) -> bool:
    """Whether the noun's sector comes from what its holder belongs to ("Hamas leader")."""
    return noun in _BELONGING


def is_plain(said: SaidRole) -> bool:
    """Whether the noun tells no office or trade: "man", "resident"."""
    return said.match.noun.sector == "CVL" and said.match.noun.normal == "civilian"


def is_current(tree: Tree, match: RoleMatch, first: int) -> bool:
    """False where "former", "ex-", "late" … precedes the role from token `first` on."""
    lexicon = load_roles()
    for index in range(match.start - 1, max(-1, match.start - 7), -1):
        word = tree.lower[index].strip("-")
        if word in lexicon.former and word != "then":
            return False
        if index < first and tree.pos[index] not in ("ADJ", "VERB", "PROPN"):
            break
    return not tree.lower[match.start].startswith(("ex-", "former"))


def said_roles(tree: Tree, glossary: Glossary, head: int, core: tuple[int, int]) -> list[SaidRole]:
    """The offices in a person's phrase: before the name, as its head, and in "who serves as …"."""
    found: list[SaidRole] = []
    for index in range(*core):
        match = glossary.roles.get(index)
        if match is None or match.noun.category != "office":
            continue
        if index != head and not _titles(tree, index, head):
            continue
        if tree.ent[index] == "PERSON" and tree.ent_start[index] < match.start:
            continue  # the surname of "Mary King"
        if index != head and match.form == "deputy" and match.end < head:
            continue
        own = glossary.roles.get(head)
        if index != head and own is not None and own.start <= index < own.end:
            continue  # the "president" of "president-elect"
        if index != head and match.noun.sector == "CVL" and match.noun.normal == "civilian":
            continue
        found.append(_said(tree, match, core[0]))
    for child in tree.children[head]:
        if tree.dep[child] in ("acl:relcl", "acl"):
            found += _served(tree, glossary, child)
    return found


def _said(tree: Tree, match: RoleMatch, first: int) -> SaidRole:
    lexicon = load_roles()
    before = tree.lower[max(0, match.start - 3) : match.start]
    nearest = max((n for n, word in enumerate(before) if word in lexicon.acting), default=None)
    acting = nearest is not None and not {",", ".", "and", "by"} & set(before[nearest:])
    designate = match.end < len(tree.lower) and tree.lower[match.end] in ("-", "elect", "designate")
    return SaidRole(match, is_current(tree, match, first) and not designate, acting)


def _titles(tree: Tree, index: int, head: int) -> bool:
    """Whether a word stands as a title to the head: described by it, or it by the word."""
    node = index
    for _ in range(4):
        if tree.head[node] == head:
            return tree.dep[node] in ("nmod:desc", "compound", "appos", "flat", "nmod", "amod")
        if tree.dep[node] not in ("conj", "compound", "flat", "nmod:desc", "amod"):
            return False
        inside = tree.dep[node] in ("compound", "amod") and tree.ent[tree.head[node]] != "PERSON"
        if inside and tree.texts[index][:1].isupper():  # "General Services Administration"
            return False
        node = tree.head[node]
    return False


def _served(tree: Tree, glossary: Glossary, verb: int) -> list[SaidRole]:
    """Roles in a relative clause: "who also serves as …", "who is …", "who was …"."""
    roles: list[SaidRole] = []
    if tree.child(verb, "cop") is not None:
        match = glossary.roles.get(verb)
        if match is not None and match.noun.category == "office":
            copula = tree.child(verb, "cop")
            past = copula is not None and tree.lower[copula] in ("was", "were", "been")
            roles.append(SaidRole(match, not past, False))
    elif tree.lemma[verb] in _SERVING:
        for child in tree.children[verb]:
            if tree.dep[child] in ("obl", "obj", "xcomp", "nmod"):
                match = glossary.roles.get(child)
                if match is not None and match.noun.category == "office":
                    past = tree.tag[verb] == "VBD"
                    roles.append(SaidRole(match, not past, False))
    return roles


def serving_subject_roles(tree: Tree, glossary: Glossary, head: int) -> list[SaidRole]:
    """Roles that the head's own clause gives it: "X serves as the country's prime minister"."""
    verb = tree.head[head]
    if verb == head or tree.dep[head] not in ("nsubj", "nsubj:pass"):
        return []
    return _served(tree, glossary, verb) if tree.lemma[verb] in _SERVING else []

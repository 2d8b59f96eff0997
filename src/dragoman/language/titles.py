"""Titles before names, attached as English has them whatever the parser made of them."""

from __future__ import annotations

from dragoman.language.glossary import Glossary
from dragoman.language.names import is_first_name, parse_person
from dragoman.language.syntax import Tree
from dragoman.ontology.gazetteer import load_gazetteer


def settle_places(tree: Tree, glossary: Glossary) -> None:
    """Take one-word "persons" and "bodies" that are well-known towns and nobody's name for places, in place."""
    longer = {
        tree.texts[index]
        for index, label in enumerate(tree.ent)
        if label == "PERSON" and not _alone(tree, index)
    }
    for index, label in enumerate(tree.ent):
        if label not in ("PERSON", "ORG") or not _alone(tree, index):
            continue
        if tree.texts[index] in longer or (label == "ORG" and not _bare(tree, index)):
            continue
        name = parse_person(tree.texts[index])
        titled = tree.child(index, "nmod:desc", "flat") is not None
        if titled or index in glossary.listed or name is None or is_first_name(name.surname):
            continue
        places = load_gazetteer().candidates(tree.texts[index])
        if places and places[0].kind != "region" and places[0].population >= _KNOWN_TOWN:
            tree.ent[index] = "LOC"


_KNOWN_TOWN = 100_000
"""Inhabitants of a town that a bare name tagged as a person's is rather taken for."""


def _bare(tree: Tree, index: int) -> bool:
    """Whether the word stands alone with a capital, not in capitals nor as part of a name."""
    text = tree.texts[index]
    return text.istitle() and tree.dep[index] in ("obj", "obl", "nmod", "nsubj:pass", "conj")


def _alone(tree: Tree, index: int) -> bool:
    if tree.ent_start[index] != index:
        return False
    return index + 1 >= len(tree.ent) or not (
        tree.ent[index + 1] and tree.ent_start[index + 1] == index
    )


def attach_titles(tree: Tree, glossary: Glossary) -> None:
    """Hang a role noun that stands right before a person's name on the name, in place.

    "Foreign Secretary Jane Doe said": the name takes the clause's argument, the role describes it.
    """
    for role in sorted(glossary.roles.values(), key=lambda match: match.start):
        if role.noun.category != "office" or role.noun.plural:
            continue
        start = role.end
        if start < len(tree.texts) and not _begins_person(tree, glossary, start):
            start = _after_comma(tree, role.head, start)
        if start >= len(tree.texts) or not _begins_person(tree, glossary, start):
            continue
        if not tree.texts[role.head][:1].isupper() and tree.dep[start] == "nsubj":
            continue
        name = _head_of_name(tree, start)
        if name == role.head:
            continue
        if start == role.end:
            _attach(tree, role.head, name)
        else:
            _move(tree, role.head, name, "appos")


def _after_comma(tree: Tree, head: int, start: int) -> int:
    """Where the name begins in "Minister for Trade, Jane Doe, said", if the parser let it loose."""
    if tree.dep[head] not in ("root", "ROOT", "nsubj", "dep", "parataxis", "dislocated"):
        return start
    for index in range(start, min(start + 7, len(tree.texts) - 1)):
        if tree.texts[index] == ",":
            loose = tree.dep[index + 1] == "nsubj" and tree.ent[index + 1] == "PERSON"
            return index + 1 if loose else start
        if tree.pos[index] in ("VERB", "AUX", "PUNCT"):
            break
    return start


def attach_relatives(tree: Tree, glossary: Glossary) -> None:
    """Hang "who …" on the person named right before it where the parser chose a thing, in place."""
    for index, word in enumerate(tree.lower):
        if word != "who" or index < 2:
            continue
        verb = _relative_verb(tree, index)
        before = index - 2 if tree.texts[index - 1] == "," else index - 1
        if verb is None or tree.ent[before] != "PERSON" or tree.ent[tree.head[verb]] == "PERSON":
            continue
        name = _head_of_name(tree, tree.ent_start[before])
        if name != tree.head[verb] and not _below(tree, name, verb):
            _move(tree, verb, name, "acl:relcl")


def _relative_verb(tree: Tree, index: int) -> int | None:
    node = index
    for _ in range(6):
        if tree.dep[node] == "acl:relcl":
            return node
        if tree.head[node] == node:
            return None
        node = tree.head[node]
    return None


def _begins_person(tree: Tree, glossary: Glossary, start: int) -> bool:
    if tree.ent[start] == "PERSON" and tree.ent_start[start] == start:
        return tree.texts[start][:1].isupper()
    listed = glossary.listed.get(start)
    return listed is not None and listed.start == start and listed.match.listing.kind == "person"


def _head_of_name(tree: Tree, start: int) -> int:
    """The token of the name that begins there whose head lies outside it."""
    end = start + 1
    while end < len(tree.ent) and tree.ent[end] and tree.ent_start[end] == start:
        end += 1
    for index in range(start, end):
        if not start <= tree.head[index] < end or tree.head[index] == index:
            return index
    return start


def _attach(tree: Tree, role: int, name: int) -> None:
    if tree.head[role] == name:
        tree.dep[role] = "nmod:desc"
        return
    inside = _below(tree, name, role)
    argument = tree.dep[role] not in ("compound", "nmod:desc", "flat", "amod", "nmod")
    if inside or (argument and tree.dep[name] in ("flat", "appos", "nmod", "compound", "dep")):
        _move(tree, name, tree.head[role] if tree.head[role] != role else name, tree.dep[role])
    _move(tree, role, name, "nmod:desc")


def _below(tree: Tree, node: int, top: int) -> bool:
    for _ in range(12):
        if tree.head[node] == node:
            return False
        node = tree.head[node]
        if node == top:
            return True
    return False


def _move(tree: Tree, node: int, head: int, dep: str) -> None:
    old = tree.head[node]
    if node in tree.children[old]:
        tree.children[old].remove(node)
    tree.head[node], tree.dep[node] = head, dep
    if head != node:
        tree.children[head].append(node)
        tree.children[head].sort()

"""Phrases that grammar sets equal: appositions, "X is Y", titles, names with their acronyms."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.language.extents import is_month, is_weekday
from dragoman.language.mentions import Mention
from dragoman.language.syntax import Tree


def equated(tree: Tree, mentions: Iterable[Mention]) -> dict[int, int]:
    """Heads that grammar equates with another head: appositions, copulas, "known as"."""
    mentions = tuple(mentions)
    heads = {m.head for m in mentions}
    found = _in_brackets(tree, mentions)
    for index in range(len(tree.head)):
        dep, head = tree.dep[index], tree.head[index]
        if index > 1 and is_month(tree, index) and tree.texts[index - 1] == ",":
            if is_weekday(tree, index - 2):
                found[index] = index - 2
            continue
        if dep == "appos" and index in heads and head in heads:
            apart = ":" in tree.texts[min(index, head) : max(index, head)]
            listing = tree.child(index, "conj") is not None or tree.child(head, "conj") is not None
            if not apart and not listing:
                found[max(index, head)] = min(index, head)
        elif (
            dep == "nmod" and index in heads and head in heads and _one_of(tree, head, index)
        ) or (
            dep == "conj" and index in heads and head in heads and _second_title(tree, head, index)
        ):
            found[index] = head
        elif dep == "nsubj" and index in heads and _titled(tree, index) in heads:
            found[index] = _titled(tree, index)
        elif dep == "nmod:desc" and index in heads and head in heads:
            found[max(index, head)] = min(index, head)
        elif dep == "cop" and tree.lemma[index] == "be":
            subject = _subject(tree, head)
            if subject in heads and head in heads and _asserts(tree, head, index):
                found[max(subject, head)] = min(subject, head)
        elif dep in ("obl", "xcomp", "obj") and tree.lemma[head] in ("serve", "act"):
            case = tree.child(index, "case")
            person = _server(tree, head)
            serving = case is not None and tree.lower[case] == "as" and person in heads
            if serving and index in heads and person is not None:
                found[max(person, index)] = min(person, index)
    return found


def _one_of(tree: Tree, head: int, name: int) -> bool:
    """ "One of these groups, the Levant Front,": the name, set off by commas, is the one."""
    if tree.lower[head] != "one" or tree.child(name, "case") is not None or not tree.ent[name]:
        return False
    return "," in tree.texts[head:name]


def _second_title(tree: Tree, head: int, name: int) -> bool:
    """ "Party leader and former candidate Jane Doe": two titles, one bearer."""
    if tree.ent[name] != "PERSON" or tree.pos[head] != "NOUN" or tree.tag[head] == "NNS":
        return False
    titled = tree.child(name, "nmod:desc") is not None and tree.child(name, "det") is None
    joined = set(tree.texts[head + 1 : tree.ent_start[name]])
    return titled and tree.child(head, "det") is None and "and" in joined and "," not in joined


def _titled(tree: Tree, name: int) -> int:
    """The leader in "Spiritual leader of the community Jane Doe said", read as two subjects."""
    first = tree.ent_start[name]
    others = [c for c in tree.children[tree.head[name]] if c < name and tree.dep[c] == "nsubj"]
    if tree.ent[name] != "PERSON" or not others or tree.pos[others[-1]] != "NOUN":
        return -1
    title = others[-1]
    between = tree.texts[title + 1 : first]
    return -1 if {",", "and", "but", ";"} & set(between) or first - title > 8 else title


def _server(tree: Tree, verb: int) -> int | None:
    """Who serves: the verb's subject, or what its relative clause describes."""
    if tree.dep[verb] == "acl:relcl":
        return tree.head[verb]
    return tree.child(verb, "nsubj")


def _subject(tree: Tree, predicate: int) -> int:
    """What a noun is said to be: its subject, of "which is" the noun before; -1 for several."""
    subject = tree.child(predicate, "nsubj")
    if subject is None:
        return -1
    if tree.dep[predicate] == "acl:relcl" and tree.lower[subject] in ("which", "who", "that"):
        subject = tree.head[predicate]
    return -1 if tree.child(subject, "conj") is not None else subject


def _in_brackets(tree: Tree, mentions: Iterable[Mention]) -> dict[int, int]:
    """Heads of acronyms in brackets, with the head of the full name right before each."""
    before = {m.core[1]: m for m in mentions if m.kind == "nominal" or m.animacy != "person"}
    found: dict[int, int] = {}
    for index in range(2, len(tree.texts) - 1):
        short = tree.texts[index].replace(".", "")
        if tree.texts[index - 1] != "(" or tree.texts[index + 1] not in (")", ",", ";"):
            continue
        named = before.get(index - 1)
        if named is None or named.head >= index or not (short.isupper() and 2 <= len(short) <= 8):
            continue
        capitals = [w for w in tree.texts[named.core[0] : named.core[1]] if w[:1].isupper()]
        if len(capitals) > 1 and any(word[0] == short[0] for word in capitals):
            found[index] = named.head
    return found


def _asserts(tree: Tree, head: int, copula: int) -> bool:
    """Whether "X is Y" says that the two are one: not negated, not modal, Y a plain noun."""
    if tree.pos[head] not in ("NOUN", "PROPN") or tree.child(head, "conj") is not None:
        return False
    for child in tree.children[head]:
        if tree.lower[child] in ("not", "n't", "no", "never"):
            return False
        if tree.dep[child] == "aux" and tree.lower[child] not in ("has", "had", "have", "will"):
            return False
        if tree.dep[child] == "case":
            return False
    return True

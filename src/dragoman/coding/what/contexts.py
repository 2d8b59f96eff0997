"""In what context an act stands: by its entry, its type, and the words of what it is about.

A word counts where it stands in the act's own phrase: its words, those who take part, and what is
asked, said or done. Other clauses of the sentence, relative clauses and appositions do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.coding.what.acts import Act
from dragoman.language.parse import Parse
from dragoman.ontology.codebook import load_codebook
from dragoman.ontology.contexts import Contexts

_OUTSIDE: Final = frozenset({"parataxis", "appos", "acl:relcl", "list", "discourse", "vocative"})
_CONTENT: Final = frozenset({"ccomp", "xcomp", "csubj"})
_CLAUSES: Final = frozenset({"advcl", "acl", "ccomp", "csubj"})
_NAMING: Final = frozenset({"compound", "amod", "flat", "nmod:poss", "nmod"})
_MATERIAL: Final = 4
_HYPHENS: Final = frozenset({"-", "‑", "–"})


def add_contexts(tree: Parse, contexts: Contexts, acts: list[Act]) -> None:
    """Complete each act's contexts, its entry's first."""
    for act in acts:
        own = [*act.contexts, *contexts.types.get(act.type, ())]
        for mode in act.modes:
            own += contexts.types.get(f"{act.type}/{mode}", ())
        told = contexts_of_words(tree, contexts, about(tree, act), hostile=_is_hostile(act))
        act.contexts = list(dict.fromkeys((*own, *told)))


def contexts_of_words(
    tree: Parse, contexts: Contexts, scope: set[int], *, hostile: bool = False
) -> tuple[str, ...]:
    """The contexts that the words of `scope` tell, two words before one.

    `hostile`: also by the words that tell something only of those to whom harm is done.
    """
    found: dict[str, None] = {}
    taken: set[int] = set()
    for i in sorted(scope):
        if i in taken:
            continue
        for pair, last in _pairs(tree, i):
            if last in scope and (pair in contexts.words or pair in contexts.silent):
                found |= dict.fromkeys(contexts.words.get(pair, ()))
                taken.add(last)
                break
        else:
            for word in dict.fromkeys((tree.lemma[i], tree.lower[i])):
                if not (tree.ent[i] and word in contexts.unnamed):
                    found |= dict.fromkeys(contexts.words.get(word, ()))
                    found |= dict.fromkeys(contexts.harmed.get(word, ()) if hostile else ())
    return tuple(found)


def _pairs(tree: Parse, i: int) -> Iterator[tuple[str, int]]:
    """What a word tells with the next, hyphenated or not; each with where it ends."""
    for last in (i + 1, i + 2):
        if last >= len(tree.lemma) or (last == i + 2 and tree.lower[i + 1] not in _HYPHENS):
            return
        joint = " " if last == i + 1 else "-"
        for first in dict.fromkeys((tree.lemma[i], tree.lower[i])):
            for second in dict.fromkeys((tree.lemma[last], tree.lower[last])):
                yield f"{first}{joint}{second}", last


def about(tree: Parse, act: Act) -> set[int]:
    """The tokens of what the act is about."""
    own = set(act.words) | {act.head}
    for part in act.absorbed:
        own |= part.words | {part.head}
    roots = {act.head, *(part.head for part in act.absorbed)}
    if act.part != "noun" or act.light:
        roots.add(act.clause)
    scope = set(own)
    stack = [k for k in roots if k >= 0]
    reached: set[int] = set()
    while stack:
        node = stack.pop()
        if node in reached:
            continue
        reached.add(node)
        scope.add(node)
        stack += [k for k in tree.children[node] if _belongs(tree, act, k, own)]
    for k in (*act.actors, *act.recipients):
        scope |= {k, *(c for c in tree.children[k] if tree.dep[c] in _NAMING)}
    return scope


def _belongs(tree: Parse, act: Act, k: int, own: set[int]) -> bool:
    """Whether a dependent is part of what the act is about."""
    if k in own:
        return True
    dep = tree.dep[k]
    if dep in _OUTSIDE or (dep == "conj" and tree.is_verbal(k)):
        return False
    if dep in _CONTENT:
        return not _is_hostile(act)
    if dep in _CLAUSES:
        infinitive = tree.case(k) == "to" and tree.tag[k] == "VB"
        return not _is_hostile(act) and (infinitive or tree.case(k) in ("of", "for", "on", "over"))
    return True


def _is_hostile(act: Act) -> bool:
    types = load_codebook().types
    return act.type in types and types[act.type].quad == _MATERIAL

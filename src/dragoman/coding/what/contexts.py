"""In what context an act stands: by its entry, its type, and the words of its sentence."""

from __future__ import annotations

from dragoman.coding.what.acts import Act
from dragoman.language.parse import Parse
from dragoman.ontology.contexts import Contexts


def sentence_contexts(tree: Parse, contexts: Contexts, start: int) -> tuple[str, ...]:
    """The contexts that the words of the sentence starting at `start` speak of."""
    found: dict[str, None] = {}
    end = tree.sent_end[start]
    for i in range(start, end):
        lemma = tree.lemma[i]
        for context in contexts.words.get(lemma, ()):
            found[context] = None
        if i + 1 < end:
            for context in contexts.words.get(f"{lemma} {tree.lemma[i + 1]}", ()):
                found[context] = None
    return tuple(found)


def add_contexts(tree: Parse, contexts: Contexts, acts: list[Act]) -> None:
    """Complete each act's contexts, its entry's first."""
    by_sentence: dict[int, tuple[str, ...]] = {}
    for act in acts:
        start = tree.sent[act.head]
        if start not in by_sentence:
            by_sentence[start] = sentence_contexts(tree, contexts, start)
        own = [*act.contexts, *contexts.types.get(act.type, ())]
        for mode in act.modes:
            own += contexts.types.get(f"{act.type}/{mode}", ())
        act.contexts = list(dict.fromkeys((*own, *by_sentence[start])))

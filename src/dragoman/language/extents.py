"""How far a phrase reaches around its head: half-open token ranges, dates and brackets minded."""

from __future__ import annotations

from dragoman.language.syntax import Tree
from dragoman.ontology.reference import reference_words

_OUTSIDE = frozenset(
    {"conj", "cc", "cc:preconj", "appos", "parataxis", "cop", "nsubj", "nsubj:pass", "aux", "mark",
     "discourse", "vocative", "expl", "dislocated", "csubj", "advcl", "list", "orphan",
     "advcl:relcl", "nsubj:outer", "ccomp"}
)  # fmt: skip
_MONTHS = reference_words("months")
_LEADING = frozenset({"cc", "punct", "case", "mark", "cc:preconj", "discourse"})


def extent(tree: Tree, index: int, *, whole: bool, seen: int = 0) -> tuple[int, int]:
    """The range of a token and its dependants, without what is outside the phrase.

    With `whole` false, only what belongs to the bare phrase: determiners, modifiers before the
    head, names.
    """
    start, end = index, index + 1
    if seen > 60:
        return start, end
    for child in tree.children[index]:
        dep = tree.dep[child]
        if dep in _OUTSIDE or dep == "punct" or tree.sentence[child] != tree.sentence[index]:
            continue
        if child < index:
            if dep in ("case", "mark") or tree.pos[child] in ("ADP", "SCONJ", "CCONJ"):
                continue
            left, _ = subtree(tree, child)
            start = min(start, left)
        elif whole or dep in ("flat", "compound", "fixed", "goeswith", "nummod"):
            _, right = subtree(tree, child)
            end = max(end, right)
    if is_weekday(tree, index) and tree.texts[index + 1 : index + 2] == [","]:
        end = index + 1
    if tree.lower[index] in _MONTHS and whole:
        end = date_end(tree, index, end)
    return _trim(tree, index, start, end)


def is_year(tree: Tree, index: int) -> bool:
    text = tree.texts[index]
    return tree.tag[index] == "CD" and len(text) == 4 and text.isdigit() and text[:2] in _CENTURIES


_CENTURIES = frozenset({"19", "20"})


def is_weekday(tree: Tree, index: int) -> bool:
    """Whether the token is the name of a day."""
    return tree.lower[index].endswith("day") and tree.pos[index] == "PROPN"


def is_month(tree: Tree, index: int) -> bool:
    """Whether the token is the name of a month."""
    return tree.lower[index] in _MONTHS and tree.pos[index] == "PROPN"


def begins_date(tree: Tree, index: int) -> bool:
    """Whether the token is a month with its day or year after it: "September 12"."""
    return (
        is_month(tree, index)
        and tree.texts[index + 1 : index + 2] != []
        and (tree.texts[index + 1].isdigit())
    )


def ends_date(tree: Tree, index: int) -> bool:
    """Whether the token is the day or year in a date that a month begins."""
    return tree.texts[index].isdigit() and any(
        begins_date(tree, at) and index < date_end(tree, at, at)
        for at in range(max(0, index - 3), index)
    )


def _trim(tree: Tree, index: int, start: int, end: int) -> tuple[int, int]:
    """A phrase without blanks, an adverb before its article, and half a bracket."""
    while start < index:
        adverb = tree.pos[start] == "ADV" and tree.dep[start + 1] in ("det", "case", "nmod:poss")
        bound = tree.lower[start] in ("least", "most") and tree.lower[start - 1] == "at"
        denied = tree.lower[start] in ("not", "n't", "n’t")
        if not (
            adverb or bound or denied or tree.dep[start] in _LEADING or tree.pos[start] == "SPACE"
        ):
            break
        start += 1
    for at in range(index + 1, end):
        if tree.texts[at] == "(" and ")" not in tree.texts[at:end]:
            end = at
            break
    while end > index + 1 and (
        tree.pos[end - 1] in ("SPACE", "PUNCT") and tree.texts[end - 1] != ")"
    ):
        end -= 1
    return start, end


def date_end(tree: Tree, index: int, end: int) -> int:
    """Past the day and year that follow a month."""
    at = index + 1
    while at < min(index + 4, len(tree.pos)):
        if tree.texts[at].isdigit():
            end = max(end, at + 1)
        elif tree.texts[at] != ",":
            break
        at += 1
    return end


def subtree(tree: Tree, index: int) -> tuple[int, int]:
    low = high = index
    stack = [index]
    while stack:
        node = stack.pop()
        for child in tree.children[node]:
            if tree.dep[child] != "punct":
                low, high = min(low, child), max(high, child)
                stack.append(child)
    return low, high + 1

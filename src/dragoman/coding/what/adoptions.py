"""Adopting a text is typed by what the text does (CODEBOOK): "passed a motion condemning Chad"."""

from __future__ import annotations

from typing import Final

from dragoman.coding.what.acts import Act, drop
from dragoman.language.parse import Parse

_TEXTS: Final = frozenset({"resolution", "motion", "declaration", "decree"})
_ADOPTING: Final = frozenset({"adopt", "pass", "approve", "endorse", "back", "issue", "carry"})


def drop_adoptions(tree: Parse, acts: list[Act]) -> None:
    """Drop the adoption of a text where an act tells what the text does."""
    telling = {
        k: act
        for act in acts
        if not act.dropped
        for k in act.actors
        if tree.lemma[k] in _TEXTS and tree.lemma[tree.head[k]] in _ADOPTING
    }
    for k, content in telling.items():
        for act in acts:
            if act is not content and act.type in ("SUPPORT", "AGREE") and act.head == tree.head[k]:
                drop(act, "is typed by what the text does", content.head)

"""An "it" that stands for nothing, and one that does."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.language.expletives import is_expletive
from dragoman.language.syntax import read_tree


@pytest.mark.parametrize(
    ("text", "expletive"),
    [
        ("It is unclear whether the truce holds.", True),
        ("It was announced that the border would open.", True),
        ("It rained all night.", True),
        ("It was the militia that fled.", True),
        ("The court made it clear that the ban stands.", True),
        ("The army said it had taken the town.", False),
        ("It has taken measures to stop the flood.", False),
        ("The party calls it a mistake.", False),
    ],
)
def test_expletives(nlp: Language, text: str, expletive: bool) -> None:
    tree = read_tree(nlp(text))
    assert is_expletive(tree, tree.lower.index("it")) is expletive

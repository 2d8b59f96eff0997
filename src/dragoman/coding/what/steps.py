"""What shaped an act, step by step: kept by the acts themselves, so that they can be explained.

Each stage adds a step where it does something; nothing is worked out again afterwards. `path` puts
the steps into words.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal[
    "match", "also", "place", "light", "part", "governor", "mood", "duty", "mode", "dropped"
]
"""`match`: an entry's words stand there. `also`: the entry tells this act beside its first.
`place`: where in the grammar a participant stands. `light`: a verb lends its participants.
`part`: another act belongs to this one. `governor`, `mood`, `duty`: a word that makes the act
another or changes its status. `mode`: a word that gives a mode. `dropped`: why it is no act."""


class Step(NamedTuple):
    """One thing that was done to an act, the tokens that made it so, and what it came to.

    Of a `place` the tokens are the participant, the thing of his that stands there where it is
    not he himself, and the word around which he stands; `detail` is the place.
    """

    kind: Kind
    tokens: tuple[int, ...]
    detail: str

"""Against whom: the enemy of an attack or advance that names none, from the rest of the report.

"Forces retook the town" is told against those that the report has the same forces fight; so codes
a human reader, and only where the report leaves no doubt (one enemy, armed, not the actor's own).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dragoman.coding.acts import Act, is_somebody
from dragoman.language.parse import Parse
from dragoman.ontology.word_classes import class_words

_MODES = frozenset({"territory", "aerial", "heavy-weapons", "destroy", "drone"})
_FIGHTS = frozenset(
    {"defeat", "fight", "combat", "counter", "degrade", "destroy", "battle", "confront", "oust",
     "eliminate", "expel", "drive", "push", "war", "clash", "struggle", "dislodge", "rout"}
)  # fmt: skip
_HELD = frozenset({"held", "controlled", "occupied"})


def armed(tree: Parse, i: int) -> bool:
    """Whether a phrase names fighters: a named organisation, rebels, forces."""
    if tree.ent[i] in ("ORG", "MISC") and tree.tag[i].startswith("NNP"):
        return True
    lemma = tree.lemma[i]
    return lemma in class_words("rebel") or lemma in class_words("force")


def _fought(tree: Parse, i: int) -> bool:
    """Whether somebody is told to be fought: "against X", "defeat X", "battle with X"."""
    case = tree.case(i)
    head = tree.head[i]
    if case in ("against", "with") and tree.lemma[head] in _FIGHTS:
        return True
    return case == "against" or (tree.dep[i] == "obj" and tree.lemma[head] in _FIGHTS)


def _key(tree: Parse, i: int) -> str:
    return tree.lower[i]


def add_adversaries(tree: Parse, hostile: Iterable[Act], acts: Iterable[Act]) -> None:
    """Fill the recipients of one-sided attacks; `hostile` are all assaults, unreal ones too."""
    enemies: dict[str, list[int]] = {}
    everybody: list[int] = []
    for act in hostile:
        found = [k for k in act.recipients if armed(tree, k)]
        everybody += found
        for actor in act.actors:
            enemies.setdefault(_key(tree, actor), []).extend(found)
    for i, lower in enumerate(tree.lower):
        if armed(tree, i) and _fought(tree, i) and i not in everybody:
            everybody.append(i)
        if lower in _HELD:
            for k in (i - 2, *tree.children[i]):
                if 0 <= k < i and armed(tree, k) and k not in everybody:
                    everybody.append(k)
    names = Counter(_key(tree, k) for k in everybody)
    for act in acts:
        if act.type != "ASSAULT" or act.reciprocal or not _one_sided(tree, act):
            continue
        own = {_key(tree, k) for k in act.actors}
        pool = [k for key in own for k in enemies.get(key, ()) if _key(tree, k) not in own]
        if not pool:
            rest = [k for k in everybody if _key(tree, k) not in own]
            top = names.most_common(1)
            clear = top and top[0][1] * 2 > sum(names.values()) and top[0][1] > 1
            same = [k for k in rest if tree.sent[k] == tree.sent[act.head]]
            pool = same or ([k for k in rest if _key(tree, k) == top[0][0]] if clear else [])
        if pool:
            nearest = min(pool, key=lambda k: (abs(k - act.head), k))
            act.recipients = [nearest]


def _one_sided(tree: Parse, act: Act) -> bool:
    """Whether an armed actor does it and nobody but places and things is named against."""
    if not act.actors or not _MODES & set(act.modes):
        return False
    if not any(armed(tree, k) or tree.ent[k] in ("LOC", "NORP") for k in act.actors):
        return False
    return not any(is_somebody(tree, k) and tree.ent[k] != "LOC" for k in act.recipients)

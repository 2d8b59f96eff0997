"""Whom people flee: the codebook takes the cause of their flight for its actor."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.what.acts import Act, is_somebody, note_places
from dragoman.coding.what.grammar_slots import owners
from dragoman.coding.what.roles import place_of
from dragoman.language.parse import Parse

_AFTER = frozenset({"after", "as", "when", "because", "since", "while", "amid", "following"})
_FROM = frozenset({"from", "after", "amid", "by", "following", "because", "during", "over", "due"})
_DRIVING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})


def find_causes(tree: Parse, acts: list[Act]) -> None:
    """Give flights without an actor those whose violence the same clause tells as the cause."""
    violent = [act for act in acts if act.type in _DRIVING and not act.dropped]
    for act in acts:
        flight = act.type == "SANCTION" and act.modes[:1] == ["expel"] and act.part == "verb"
        if act.dropped or not flight or any(is_somebody(tree, k) for k in act.actors):
            continue
        for k in _causes(tree, act):
            found = [other for other in violent if other.head == k or other.top == k]
            people = [p for other in found for p in other.actors or _both(other)]
            people = people or [
                p for p in owners(tree, k) if is_somebody(tree, p) and tree.pos[p] != "PRON"
            ]
            people = [p for p in people if p not in act.recipients]
            if people:
                act.actors = list(dict.fromkeys(people))
                note_places(act, act.actors, k, place_of("subject"))
                break


def _both(act: Act) -> list[int]:
    return act.recipients if act.reciprocal else []


def _causes(tree: Parse, act: Act) -> Iterator[int]:
    """The words that may tell why: "fled the offensive", "fled after rebels attacked"."""
    for k in (*act.slots.get("subject", ()), *act.slots.get("object", ())):
        if not is_somebody(tree, k):
            yield k
    nodes = [act.head]
    if tree.dep[act.head] in ("conj", "xcomp"):
        nodes.append(tree.head[act.head])
    for node in nodes:
        for k in tree.children[node]:
            case = set(tree.case(k).split())
            if (tree.dep[k] == "advcl" and case & _AFTER) or (
                tree.dep[k].startswith(("obl", "nmod")) and case & _FROM
            ):
                yield k

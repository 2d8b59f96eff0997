"""What speakers say must be done (REQUEST) or will not be done (REJECT), whatever the verb."""

from __future__ import annotations

from typing import Final

from dragoman.coding.what.acts import Act, drop, is_somebody, note_places, political
from dragoman.coding.what.mood import saying_above
from dragoman.coding.what.roles import with_owners
from dragoman.coding.what.steps import Step
from dragoman.language.frames import arguments
from dragoman.language.parse import Parse

_STATIVE: Final = frozenset(
    {"be", "have", "know", "happen", "need", "change", "affect", "matter", "last", "work", "want",
     "become", "see", "feel", "forget", "suffer", "lose", "get", "like", "believe", "die", "fail"}
)  # fmt: skip
_DUTY: Final = frozenset({"must", "should", "ought"})
_NECESSARY: Final = frozenset(
    {
        "essential",
        "imperative",
        "vital",
        "necessary",
        "crucial",
        "critical",
        "important",
        "urgent",
        "time",
    }
)


def find_obligations(tree: Parse, acts: list[Act]) -> list[Act]:
    """What a speaker says others must do: a REQUEST by the speaker to the clause's subject."""
    taken = {act.clause for act in acts if not act.dropped and act.type in ("REQUEST", "THREATEN")}
    by_clause: dict[int, Act] = {act.clause: act for act in acts if not act.dropped}
    found: list[Act] = []
    for i, lower in enumerate(tree.lower):
        clause = marker = None
        if lower in _DUTY and tree.dep[i] == "aux":
            clause, marker = tree.head[i], i
        elif lower in ("need", "needs", "has", "have") and tree.pos[i] == "VERB":
            inner = next((k for k in tree.kids(i, "xcomp") if tree.case(k) == "to"), None)
            if inner is not None:
                clause, marker = inner, i
        elif lower in _NECESSARY and tree.kid(i, "expl", "nsubj") is not None:
            inner = next(
                (
                    k
                    for k in tree.kids(i, "ccomp", "csubj", "advcl", "acl")
                    if tree.kid(k, "nsubj", "nsubj:pass") is not None
                ),
                None,
            )
            if inner is not None:
                clause, marker = inner, i
        if clause is None or marker is None or clause in taken:
            continue
        if i + 1 < len(tree.lower) and tree.lower[i + 1] == "yet":  # "has yet to sign"
            if clause in by_clause:
                by_clause[clause].status = "negated"
            continue
        act = _obligation(tree, clause, marker)
        if act is not None:
            found.append(act)
            standing = by_clause.get(clause)
            if standing is not None:
                drop(standing, f"over {standing.type} makes it {act.type}", marker)
    return found


def find_refusals(tree: Parse, acts: list[Act]) -> list[Act]:
    """What somebody says they will not do, where no act tells it: a REJECT."""
    taken = {act.clause for act in acts if not act.dropped}
    taken |= {tree.head[clause] for clause in taken if clause >= 0}
    found: list[Act] = []
    for i, lower in enumerate(tree.lower):
        if lower not in ("will", "wo", "would") or tree.dep[i] != "aux":
            continue
        clause = tree.head[i]
        if clause in taken or not tree.negated(clause) or tree.lemma[clause] in _STATIVE:
            continue
        if not tree.is_verbal(clause) or tree.kid(clause, "aux:pass", "cop") is not None:
            continue
        if lower == "would" and saying_above(tree, clause) is None:
            continue
        subjects = [c for s in tree.kids(clause, "nsubj") for c in tree.conjuncts(s)]
        if not any(is_somebody(tree, k) and political(tree, k) for k in subjects):
            continue
        act = Act(
            head=i,  # the refusal is what "will not" tells; the verb tells what does not come
            part="verb",
            entry="reject/will-not",
            type="REJECT",
            modes=[],
            contexts=[],
            confidence=0.65,
            words={clause, i},
            clause=clause,
            top=clause,
        )
        act.actors = with_owners(tree, subjects)
        objects = arguments(tree, clause).objects
        act.recipients = [k for k in with_owners(tree, objects) if is_somebody(tree, k)]
        act.steps.append(Step("duty", (i, clause), "REJECT"))
        note_places(act, act.actors, clause, "subject")
        note_places(act, act.recipients, clause, "object")
        found.append(act)
    return found


def _obligation(tree: Parse, clause: int, marker: int) -> Act | None:
    subjects = tree.kids(clause, "nsubj", "nsubj:pass") or tree.kids(marker, "nsubj")
    obliged = [c for s in subjects for c in tree.conjuncts(s)]
    if not obliged or not any(is_somebody(tree, k) for k in obliged):
        return None
    if any(tree.pos[k] == "PRON" for k in obliged):
        return None
    if not any(political(tree, k) for k in obliged):
        return None
    if any(tree.lower[c] == "any" for k in obliged for c in tree.kids(k, "det")):
        return None
    if tree.kid(clause, "mark") is not None and tree.case(clause) in ("if", "unless", "whether"):
        return None
    act = Act(
        head=clause,
        part="verb",
        entry="request/must",
        type="REQUEST",
        modes=[],
        contexts=[],
        confidence=0.7,
        words={clause, marker},
        clause=clause,
        top=clause,
    )
    act.recipients = with_owners(tree, obliged)
    act.steps.append(Step("duty", (marker, clause), "REQUEST"))
    note_places(act, act.recipients, clause, "subject")
    saying = saying_above(tree, clause)
    if saying is not None:
        act.actors = [k for k in arguments(tree, saying).subjects if k not in act.recipients]
        note_places(act, act.actors, saying, "subject")
    act.by_speaker = not act.actors
    return act

"""What speakers say must be done (REQUEST) or will not be done (REJECT), whatever the verb."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dragoman.coding.what.acts import (
    PLURAL_NUMERALS,
    Act,
    drop,
    is_somebody,
    note_places,
    political,
)
from dragoman.coding.what.mood import GRANTING, saying_above
from dragoman.coding.what.roles import with_owners
from dragoman.coding.what.steps import Step
from dragoman.language.frames import arguments
from dragoman.language.parse import Parse
from dragoman.ontology.word_classes import class_words

_STATIVE: Final = frozenset(
    {"be", "have", "know", "happen", "need", "change", "affect", "matter", "last", "work", "want",
     "become", "see", "feel", "forget", "suffer", "lose", "get", "like", "believe", "die", "fail",
     "run", "compete"}
)  # fmt: skip
_TELLING: Final = frozenset({"tell", "say", "order", "shout", "urge", "warn", "demand", "bark"})
_POLITE: Final = frozenset({"thank", "let", "see", "look", "imagine", "trust", "remember", "wait"})
_PRESS: Final = frozenset({"reporter", "journalist", "press", "television", "radio", "agency"})
_WITHHELD: Final = GRANTING - {"give", "open", "admit"}
_HARMFUL: Final = frozenset(
    {"review", "reconsider", "cut", "end", "act", "respond", "answer", "retaliate", "pull", "quit",
     "close", "halt", "dump", "shelve", "punish", "freeze", "recall", "resign", "strike", "move"}
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
            if _inverted(tree, clause, i):
                continue
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
                more = [k for k in tree.kids(inner, "conj") if tree.kid(k, "nsubj") is not None]
                found += [act for k in more if (act := _due(tree, by_clause, k, i)) is not None]
        if clause is None or marker is None or clause in taken:
            continue
        if i + 1 < len(tree.lower) and tree.lower[i + 1] == "yet":  # "has yet to sign"
            if clause in by_clause:
                by_clause[clause].status = "negated"
            continue
        act = _due(tree, by_clause, clause, marker)
        if act is not None:
            found.append(act)
    return found


def _due(tree: Parse, by_clause: Mapping[int, Act], clause: int, marker: int) -> Act | None:
    """The obligation, in the place of the act that its clause would tell."""
    act = _obligation(tree, clause, marker)
    standing = by_clause.get(clause)
    if act is not None and standing is not None:
        drop(standing, f"over {standing.type} makes it {act.type}", marker)
    return act


def _inverted(tree: Parse, clause: int, marker: int) -> bool:
    """Whether "should" makes a condition or a question: "should he leave", "in case they should"."""
    subject = tree.kid(clause, "nsubj", "nsubj:pass")
    mark = {tree.lower[k] for k in tree.kids(clause, "mark")}
    return (subject is not None and marker < subject) or bool(mark & {"in", "case", "lest"})


def find_commands(tree: Parse, acts: list[Act]) -> list[Act]:
    """Commands quoted with their speaker and whom he tells: "Stop digging, the king told the duke".

    A REQUEST; with "or" and what else will come, a THREATEN.
    """
    found: list[Act] = []
    for i, tag in enumerate(tree.tag):
        saying = tree.head[i]
        if tag != "VB" or tree.dep[i] not in ("ccomp", "parataxis") or i > saying:
            continue
        if any(k < i and tree.pos[k] != "PUNCT" for k in tree.subtree(i)):
            continue
        if tree.lemma[saying] not in _TELLING or tree.lemma[i] in _STATIVE | _POLITE:
            continue
        if tree.kid(i, "nsubj", "nsubj:pass", "aux", "mark", "expl") is not None:
            continue
        told = arguments(tree, saying)
        heard = (*told.indirect, *told.objects, *told.obliques.get("to", ()))
        to = [k for k in heard if is_somebody(tree, k) and political(tree, k)]
        if not to or not any(is_somebody(tree, k) and political(tree, k) for k in told.subjects):
            continue
        if any(tree.lemma[k] in _PRESS or tree.pos[k] == "PRON" for k in to):
            continue
        threat = any(
            tree.lower[c] == "or" for k in tree.kids(i, "conj") for c in tree.kids(k, "cc")
        )
        act = _speech(i, {i, saying}, "THREATEN" if threat else "REQUEST", "command", saying)
        act.actors = with_owners(tree, told.subjects)
        act.recipients = with_owners(tree, to)
        note_places(act, act.actors, saying, "subject")
        note_places(act, act.recipients, saying, "addressee")
        for other in acts:
            if not other.dropped and i <= other.clause < saying and other.type != "ACCUSE":
                drop(other, f"over {other.type} makes it {act.type}", saying)
        found.append(act)
    return found


def find_threats(tree: Parse, acts: list[Act]) -> list[Act]:
    """What speakers say they will do unless others yield, where no act tells it: a THREATEN."""
    taken = {act.clause for act in acts if not act.dropped}
    taken |= {tree.head[clause] for clause in taken if clause >= 0}
    found: list[Act] = []
    for i, lower in enumerate(tree.lower):
        if lower not in ("will", "would", "'ll", "’ll", "might") or tree.dep[i] != "aux":
            continue
        clause = tree.head[i]
        if clause in taken or not tree.is_verbal(clause) or tree.negated(clause):
            continue
        saying = saying_above(tree, clause)
        yielding = [k for k in tree.kids(clause, "advcl") if tree.case(k) in ("unless", "if")]
        if saying is None or saying in taken or not yielding:
            continue
        if tree.case(yielding[0]) == "if" and tree.lemma[clause] not in _HARMFUL:
            continue
        said = arguments(tree, saying)
        doers = arguments(tree, clause).subjects
        if tree.kid(clause, "aux:pass") is None and not any(is_somebody(tree, k) for k in doers):
            continue
        if not any(is_somebody(tree, k) and political(tree, k) for k in said.subjects):
            continue
        act = _speech(clause, {clause, i, saying}, "THREATEN", "unless", clause)
        act.actors = with_owners(tree, said.subjects)
        others = (*said.indirect, *said.objects, *arguments(tree, yielding[0]).subjects)
        act.recipients = [
            k for k in others if is_somebody(tree, k) and k not in act.actors and k not in doers
        ][:1]
        note_places(act, act.actors, saying, "subject")
        found.append(act)
    return found


def _speech(head: int, words: set[int], type_: str, entry: str, clause: int) -> Act:
    """An act that the form of the sentence tells, not a word."""
    act = Act(
        head=head,
        part="verb",
        entry=f"{type_.lower()}/{entry}",
        type=type_,
        modes=[],
        contexts=[],
        confidence=0.65,
        words=words,
        clause=clause,
        top=clause,
    )
    act.steps.append(Step("duty", tuple(sorted(words)), type_))
    return act


def find_refusals(tree: Parse, acts: list[Act]) -> list[Act]:
    """What somebody says they will not do, where no act tells it: a REJECT."""
    taken = {act.clause for act in acts if not act.dropped}
    taken |= {tree.head[clause] for clause in taken if clause >= 0}
    found: list[Act] = []
    for i, lower in enumerate(tree.lower):
        if lower not in ("will", "wo", "would", "did", "does") or tree.dep[i] != "aux":
            continue
        clause = tree.head[i]
        if lower in ("did", "does") and tree.lemma[clause] not in _WITHHELD:
            continue
        if clause in taken or not tree.negated(clause) or tree.lemma[clause] in _STATIVE:
            continue
        if not tree.is_verbal(clause) or tree.kid(clause, "aux:pass", "cop") is not None:
            continue
        if lower == "would" and saying_above(tree, clause) is None and not _withheld(tree, clause):
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


def _withheld(tree: Parse, clause: int) -> bool:
    """Whether "would not", said by nobody, tells a refusal: "Quito would not sell the boats"."""
    if tree.kid(clause, "advcl") is not None or tree.kid(clause, "mark") is not None:
        return False
    if tree.lemma[clause] in ("comment", "say", "elaborate", "specify", "confirm", "disclose"):
        return False
    return not any(tree.lower[k] in ("have", "be") for k in tree.kids(clause, "aux"))


def _predicted(tree: Parse, marker: int) -> bool:
    """Whether the need is only foreseen: "will have to find new land"."""
    return any(tree.lower[k] in ("will", "would", "may", "might") for k in tree.kids(marker, "aux"))


def _mere_people(tree: Parse, k: int) -> bool:
    """Whether advice is given to anybody at all ("residents should boil water"), or of things."""
    if tree.ent[k] or tree.pos[k] == "PROPN":
        return False
    if tree.lemma[k] == "community":
        return False
    return tree.lemma[k] in class_words("civilian") or tree.lemma[k] in PLURAL_NUMERALS


def _obligation(tree: Parse, clause: int, marker: int) -> Act | None:
    subjects = tree.kids(clause, "nsubj", "nsubj:pass") or tree.kids(marker, "nsubj")
    obliged = [c for s in subjects for c in tree.conjuncts(s)]
    if not obliged or not any(is_somebody(tree, k) for k in obliged):
        return None
    if any(tree.pos[k] == "PRON" for k in obliged):
        return None
    if not any(political(tree, k) for k in obliged) or _predicted(tree, marker):
        return None
    if any(tree.lower[c] == "any" for k in obliged for c in tree.kids(k, "det")):
        return None
    if tree.kid(clause, "mark") is not None and tree.case(clause) in ("if", "unless", "whether"):
        return None
    if tree.tag[clause] == "VBG" and any(tree.lower[k] == "be" for k in tree.kids(clause, "aux")):
        return None  # "he must be laughing": a guess
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
    # "The captives should be freed": they are not whom it is asked of.
    suffered = arguments(tree, clause).passive
    act.recipients = [] if suffered else with_owners(tree, obliged)
    act.steps.append(Step("duty", (marker, clause), "REQUEST"))
    note_places(act, act.recipients, clause, "subject")
    saying = saying_above(tree, clause)
    if saying is not None:
        act.actors = [k for k in arguments(tree, saying).subjects if k not in act.recipients]
        note_places(act, act.actors, saying, "subject")
    act.by_speaker = not act.actors
    if not suffered and all(_mere_people(tree, k) for k in obliged):
        drop(act, "advice to anybody")
    return act

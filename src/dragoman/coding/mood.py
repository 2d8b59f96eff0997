"""What mood makes of an act: a promised meeting is AGREE, an announced attack THREATEN, "must" asks.

Codebook: cooperative acts in the future become AGREE, a future withdrawal or ceasefire CONCEDE, a
future attack or coercion that its doer announces THREATEN; refusing ("will not") is REJECT.
"""

from __future__ import annotations

from typing import Final

from dragoman.coding.acts import Act, is_somebody, political
from dragoman.coding.roles import with_owners
from dragoman.language.frames import arguments
from dragoman.language.parse import Parse

COOPERATIVE: Final = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING: Final = frozenset({"RETREAT", "CONCEDE"})
SAYING: Final = frozenset(
    {
        "say", "tell", "announce", "add", "declare", "state", "warn", "stress", "note", "insist",
        "report", "confirm", "reiterate", "argue", "claim", "write", "tweet", "maintain",
        "emphasize", "emphasise", "underline", "repeat", "comment", "believe", "think", "assert",
        "explain", "affirm", "underscore", "respond", "reply", "vow", "pledge", "promise", "agree",
        "urge", "call", "mention", "remark", "suggest", "acknowledge", "conclude", "continue",
    }
)  # fmt: skip
_REFUSAL_MODES: Final = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONSULT": "meet",
    "RETREAT": "yield", "CONCEDE": "yield",
}  # fmt: skip
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
_FIRST: Final = frozenset({"i", "we", "us", "our"})


def auxiliaries(tree: Parse, clause: int) -> set[str]:
    """The auxiliaries of a clause, and of the verb it is coordinated with where it has none."""
    found = {tree.lower[k] for k in tree.children[clause] if tree.dep[k] in ("aux", "cop")}
    found |= {tree.lemma[k] for k in tree.children[clause] if tree.dep[k] == "aux"}
    node = clause
    for _ in range(3):
        if found - {"to"} or tree.dep[node] != "conj":
            break
        node = tree.head[node]
        if tree.kid(clause, "nsubj") is None and tree.tag[clause] in ("VB", "VBN", "VBG"):
            found |= {tree.lower[k] for k in tree.children[node] if tree.dep[k] == "aux"}
    head = tree.head[clause]
    if tree.dep[clause] == "xcomp" and tree.lower[head] == "going" and tree.kid(head, "aux"):
        found.add("will")
    return found


def saying_above(tree: Parse, i: int) -> int | None:
    """The verb of saying whose content the clause of `i` is."""
    for _ in range(10):
        head = tree.head[i]
        for k in tree.children[i]:
            if tree.dep[k] == "parataxis" and tree.lemma[k] in SAYING and tree.kid(k, "nsubj"):
                return k
        if head == i:
            return None
        if tree.dep[i] in ("ccomp", "parataxis") and tree.lemma[head] in SAYING:
            return head
        i = head
    return None


def apply_mood(tree: Parse, acts: list[Act]) -> None:
    """Turn announced acts into what announcing them is."""
    for act in acts:
        if act.dropped or act.clause < 0:
            continue
        aux = auxiliaries(tree, act.clause)
        will = bool(aux & {"will", "shall", "'ll", "’ll", "wo", "wilt"})
        would = bool(aux & {"would", "'d", "’d"})
        if would:
            saying = saying_above(tree, act.clause)
            will = saying is not None and _unconditional(tree, act.clause)
        if not will:
            if aux & {"may", "might", "could", "would", "can"} and act.status is None:
                if act.type in COOPERATIVE | YIELDING and aux & {"may", "might", "would", "could"}:
                    act.status = "hypothetical"
            continue
        if tree.negated(act.clause):
            _refuse(act)
        elif act.type in COOPERATIVE or (act.type == "AGREE" and act.clause != act.head):
            _become(act, "AGREE", "will")
        elif act.type in YIELDING:
            eases = act.type == "CONCEDE" or set(act.modes) & {"withdraw", "ceasefire"}
            _become(act, "CONCEDE" if eases else "AGREE", "will")
        elif act.type in ("ASSAULT", "COERCE", "PROTEST") and _announced(tree, act):
            modes = _threat_modes(act)
            _become(act, "THREATEN", "will")
            act.modes = modes


def _unconditional(tree: Parse, clause: int) -> bool:
    return not any(
        tree.dep[k] == "advcl" and tree.case(k) in ("if", "unless") for k in tree.children[clause]
    )


def _threat_modes(act: Act) -> list[str]:
    if act.type == "PROTEST":
        return []
    if act.type == "COERCE":
        return {"arrest": ["arrest"], "deport": ["expel"]}.get(
            act.modes[0] if act.modes else "", ["restrict"]
        )
    return ["territory"] if act.modes == ["territory"] else ["violence"]


def _become(act: Act, type_: str, how: str) -> None:
    """Let the act be the promise or threat of itself."""
    act.type = type_
    act.entry = f"{type_.lower()}/{how}"
    act.modes = []
    act.lexical = None
    if act.reciprocal and act.partners:
        others = [k for k in act.partners if k in act.actors]
        if others and len(others) < len(act.actors):
            act.actors = [k for k in act.actors if k not in others]
            act.recipients = others
            act.reciprocal = False


def _refuse(act: Act) -> None:
    mode = _REFUSAL_MODES.get(act.type)
    if mode is None and act.type not in ("AGREE",):
        return
    _become(act, "REJECT", "will-not")
    act.modes = [mode] if mode else []


def _announced(tree: Parse, act: Act) -> bool:
    """Whether those who will attack say so themselves."""
    if any(tree.lower[k] in _FIRST for k in act.actors):
        return True
    saying = saying_above(tree, act.clause)
    if saying is None:
        return False
    if act.type != "ASSAULT":
        return True
    sayers = arguments(tree, saying).subjects
    for actor in act.actors:
        if tree.pos[actor] == "PRON" and tree.lower[actor] in ("it", "they", "he", "she"):
            return True
        if any(tree.lemma[actor] == tree.lemma[sayer] for sayer in sayers):
            return True
        near = {tree.lower[k] for k in (actor, *tree.children[actor])}
        if near & {"our", "his", "her", "their", "its"}:
            return True
    return False


def drop_unreal(tree: Parse, acts: list[Act]) -> None:
    """Drop acts that are only a purpose, a condition or a kind: no analyst would record them.

    "forces formed to defeat", "the ability to attack", "until it withdraws", "without shelling".
    """
    contents = _wanted(tree, acts)
    for act in acts:
        if act.dropped or act.clause < 0:
            continue
        if act.head in contents or _unreal(tree, act):
            act.dropped = True


_WANTING: Final = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE"})


def _wanted(tree: Parse, acts: list[Act]) -> set[int]:
    """The tokens inside what is asked, promised, refused or threatened: nothing there is told."""
    inside: set[int] = set()
    for act in acts:
        if act.dropped or act.type not in _WANTING or act.part != "verb":
            continue
        roots = [act.head] if act.entry == "request/must" else []
        for k in tree.children[act.head]:
            infinitive = tree.case(k) == "to" or tree.tag[k] in ("VB", "VBG")
            if tree.dep[k] in ("xcomp", "ccomp", "acl") and infinitive and k > act.head:
                roots.append(k)
        for root in roots:
            inside.update(k for k in tree.subtree(root) if k != act.head)
    return inside


def _unreal(tree: Parse, act: Act) -> bool:
    node = act.top if act.part == "noun" and not act.light else act.clause
    if tree.dep[act.head] == "amod" and act.part == "verb":
        return True
    for steps in range(4):
        head = tree.head[node]
        dep = tree.dep[node]
        if head == node:
            return False
        if dep == "conj":
            node = head
            continue
        if dep in ("advcl", "acl", "xcomp", "ccomp", "csubj"):
            mark = tree.case(node)
            marks = {
                tree.lower[k] for k in tree.children[node] if tree.dep[k] in ("mark", "advmod")
            }
            if marks & _UNREAL_MARKS or (mark == "as" and tree.tag[node] == "VBN"):
                return True
            if mark == "to" and tree.tag[node] in ("VB", "NN"):
                if dep == "advcl" and tree.lemma[head] not in _REAL_PURPOSE:
                    return True
                if dep == "acl" and tree.lemma[head] not in _REAL_NOUNS:
                    return True
            if steps == 0 and mark in _UNREAL_GERUNDS and tree.tag[node] == "VBG":
                return True
        elif dep not in ("parataxis",):
            return False
        node = head
    return False


def drop_retold_talks(tree: Parse, acts: list[Act]) -> None:
    """Drop "discussed" where the talks themselves are told beside it."""
    talks = [act for act in acts if not act.dropped and act.type == "CONSULT"]
    for act in talks:
        if tree.lemma[act.head] not in ("discuss", "talk") or act.partners:
            continue
        for other in talks:
            near = -2 <= tree.sent_number(act.head) - tree.sent_number(other.head) <= 2
            if other is not act and not other.dropped and near and other.entry != act.entry:
                act.dropped = True
                other.absorbed.append(act)
                break


_UNREAL_MARKS: Final = frozenset({"if", "unless", "until", "whether", "lest"})
_UNREAL_GERUNDS: Final = frozenset(
    {
        "without",
        "instead",
        "instead of",
        "at",
        "on",
        "against",
        "about",
        "towards",
        "toward",
        "rather",
    }
)
# Purposes that tell what was done: "used jets to bomb", "flew to Oslo to meet".
_REAL_PURPOSE: Final = frozenset(
    {
        "use", "fly", "travel", "go", "come", "arrive", "gather", "return", "meet", "march",
        "rally", "protest", "take", "join", "hold", "unite", "team", "write", "call", "phone",
        "speak", "raise", "sign", "cross", "storm", "break", "turn", "move", "visit",
        "assemble", "demonstrate", "converge", "sit", "intervene",
    }
)  # fmt: skip
_REAL_NOUNS: Final = frozenset(
    {"decision", "move", "vote", "first", "deal", "agreement", "order", "step"}
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
        act = _obligation(tree, clause, marker)
        if act is not None:
            found.append(act)
            standing = by_clause.get(clause)
            if standing is not None:
                standing.dropped = True
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
            head=clause,
            part="verb",
            entry="reject/will-not",
            type="REJECT",
            modes=[],
            contexts=[],
            confidence=0.65,
            words={clause, i},
            clause=i,
            top=clause,
        )
        act.actors = with_owners(tree, subjects)
        objects = arguments(tree, clause).objects
        act.recipients = [k for k in with_owners(tree, objects) if is_somebody(tree, k)]
        act.clause = saying_above(tree, clause) or i
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
    saying = saying_above(tree, clause)
    if saying is not None:
        act.actors = [k for k in arguments(tree, saying).subjects if k not in act.recipients]
    act.by_speaker = not act.actors
    return act

"""What mood makes of an act: a promised meeting is AGREE, an announced attack THREATEN, "must" asks.

Codebook: cooperative acts in the future become AGREE, a future withdrawal or ceasefire CONCEDE, a
future attack or coercion that its doer announces THREATEN; refusing ("will not") is REJECT.
"""

from __future__ import annotations

from typing import Final

from dragoman.coding.what.acts import Act, is_somebody
from dragoman.coding.what.steps import Step
from dragoman.language.frames import arguments
from dragoman.language.parse import Parse
from dragoman.ontology.word_classes import class_words

COOPERATIVE: Final = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING: Final = frozenset({"RETREAT", "CONCEDE"})
SAYING: Final = frozenset(
    {
        "say", "tell", "announce", "add", "declare", "state", "warn", "stress", "note", "insist",
        "report", "confirm", "reiterate", "argue", "claim", "write", "tweet", "maintain",
        "emphasize", "emphasise", "underline", "repeat", "comment", "believe", "think", "assert",
        "explain", "affirm", "underscore", "respond", "reply", "vow", "pledge", "promise", "agree",
        "urge", "call", "mention", "remark", "suggest", "acknowledge", "conclude", "continue",
        "caution", "growl", "retort", "snap", "hint",
    }
)  # fmt: skip
_REFUSAL_MODES: Final = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONSULT": "meet",
    "RETREAT": "yield", "CONCEDE": "yield",
}  # fmt: skip
_HOSTILE: Final = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE"})
# Who would not, or did not, do this refused it.
GRANTING: Final = frozenset(
    {"let", "allow", "permit", "grant", "give", "admit", "open", "approve", "authorize",
     "authorise", "heed", "relent", "comply", "obey", "budge", "consent"}
)  # fmt: skip
_DID: Final = frozenset({"did", "does"})
_WILL: Final = frozenset({"will", "wo", "shall", "sha", "would", "'ll", "’ll"})
_BE: Final = frozenset({"is", "are", "was", "were", "'s", "'re", "am"})
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
    if tree.lower[clause] == "going" and found & _BE and tree.kid(clause, "xcomp") is not None:
        found.add("will")
    if _scheduled(tree, clause):
        found.add("will")
    return found


def _scheduled(tree: Parse, clause: int) -> bool:
    """Whether somebody "is to" or "is due to" do it: "the troops are to leave by May"."""
    be = [k for k in tree.kids(clause, "cop", "aux") if tree.lower[k] in _BE and k < clause]
    to = [k for k in tree.kids(clause, "mark", "aux") if tree.lower[k] == "to"]
    to += [k for k in tree.kids(clause, "case", "mark") if tree.lower[k] in ("due", "set")]
    if not be or not to or not be[0] < to[-1] < clause:
        return False
    subjects = tree.kids(clause, "nsubj", "nsubj:pass", "nsubj:outer")
    passive = tree.kid(clause, "aux:pass") is not None
    return any(k < be[0] and (passive or is_somebody(tree, k)) for k in subjects)


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
        told, entry = act.type, act.entry
        if _denied(tree, act, aux):
            _refuse(tree, act)
            if act.entry != entry:
                _note(tree, act, f"{told} {act.type}", *_WILL, *_DID)
                continue
        if _threatened(tree, act, aux, will=will):
            modes = _threat_modes(act)
            _become(act, "THREATEN", "will")
            act.modes = modes
            saying = saying_above(tree, act.clause)
            act.words |= {act.head} if saying is None else {act.head, saying}
            _note(tree, act, f"{told} {act.type}", *_WILL)
            continue
        if not will:
            possible = aux & {"may", "might", "would", "could"}
            if possible and act.status is None and act.type in COOPERATIVE | YIELDING:
                act.status = "hypothetical"
                _note(tree, act, f"{act.type} hypothetical", *possible)
            continue
        if tree.negated(act.clause):
            _refuse(tree, act)
        elif act.type in COOPERATIVE or (act.type == "AGREE" and act.clause != act.head):
            _become(act, "AGREE", "will")
        elif act.type in YIELDING:
            eases = act.type == "CONCEDE" or set(act.modes) & {"withdraw", "ceasefire"}
            _become(act, "CONCEDE" if eases else "AGREE", "will")
        if act.entry != entry:
            _note(tree, act, f"{told} {act.type}", *_WILL)


def _note(tree: Parse, act: Act, what: str, *words: str) -> None:
    """Keep what one of these auxiliaries of the clause made of the act."""
    node = act.clause
    for _ in range(3):
        auxiliary = [k for k in tree.kids(node, "aux") if tree.lower[k] in words]
        if auxiliary or tree.dep[node] not in ("conj", "xcomp"):
            break
        node = tree.head[node]
    act.steps.append(Step("mood", (auxiliary[0] if auxiliary else act.clause,), what))


def _denied(tree: Parse, act: Act, aux: set[str]) -> bool:
    """Whether its doer withheld it: "would not let them land", "did not give permission"."""
    if not tree.negated(act.clause) or not any(is_somebody(tree, k) for k in act.actors):
        return False
    if "would" in aux:
        return _unconditional(tree, act.clause) and not aux & {"have", "be"}
    withheld = act.type == "CONCEDE" or (act.type == "RETREAT" and "access" in act.modes)
    return withheld and tree.lemma[act.clause] in GRANTING and bool(aux & _DID)


def _threatened(tree: Parse, act: Act, aux: set[str], *, will: bool) -> bool:
    """Whether its doer says that he will do harm, or that he may if others do not yield."""
    if act.type not in _HOSTILE or tree.negated(act.clause):
        return False
    conditional = not _unconditional(tree, act.clause)
    if conditional and aux & {"would", "may", "might", "could"}:
        will = saying_above(tree, act.clause) is not None
    if act.type in ("PROTEST", "SANCTION", "MOBILIZE") and not conditional:
        return False
    return will and _announced(tree, act)


def _unconditional(tree: Parse, clause: int) -> bool:
    return not any(
        tree.dep[k] == "advcl" and tree.case(k) in ("if", "unless") for k in tree.children[clause]
    )


def _threat_modes(act: Act) -> list[str]:
    if act.type == "PROTEST":
        return []
    if act.type == "SANCTION":
        return ["expel"] if "expel" in act.modes else ["relations"]
    if act.type == "COERCE":
        return {"arrest": ["arrest"], "deport": ["expel"]}.get(
            act.modes[0] if act.modes else "", ["restrict"]
        )
    return ["territory"] if act.modes == ["territory"] else ["violence"]


def _become(act: Act, type_: str, how: str) -> None:
    """Let the act be the promise or threat of itself; what is done jointly is promised so."""
    joint = act.type == "COOPERATE"
    act.type = type_
    act.entry = f"{type_.lower()}/{how}"
    act.modes = []
    act.lexical = None
    if act.reciprocal and act.partners and not joint:
        others = [k for k in act.partners if k in act.actors]
        if others and len(others) < len(act.actors):
            act.actors = [k for k in act.actors if k not in others]
            act.recipients = others
            act.reciprocal = False


def _refuse(tree: Parse, act: Act) -> None:
    """Let "will not" be the act, so that what it denies is not taken for a denial of refusing."""
    mode = _REFUSAL_MODES.get(act.type)
    if mode is None and act.type not in ("AGREE",):
        return
    _become(act, "REJECT", "will-not")
    act.modes = [mode] if mode else []
    will = next((k for k in tree.kids(act.clause, "aux") if tree.lower[k] in _WILL | _DID), None)
    if will is not None:
        act.words |= {act.head, act.clause}
        act.head = will


def _announced(tree: Parse, act: Act) -> bool:
    """Whether those who will do it say so themselves."""
    if any(tree.lower[k] in _FIRST for k in act.actors):
        return True
    saying = saying_above(tree, act.clause)
    if saying is None:
        return False
    sayers = arguments(tree, saying).subjects
    if not act.actors:  # "looters will be shot, the governor said"
        return any(_in_power(tree, k) for k in sayers)
    if any(tree.lower[k] in _THEIR for sayer in sayers for k in tree.children[sayer]):
        return True
    for actor in act.actors:
        if tree.pos[actor] == "PRON" and tree.lower[actor] in ("it", "they", "he", "she"):
            return True
        if any(tree.lemma[actor] in _named_in(tree, sayer) for sayer in sayers):
            return True
        if any(tree.lower[k] in ("its", "their") for s in sayers for k in tree.children[s]):
            return True  # "Chad will strike back, its foreign minister said"
        near = {tree.lower[k] for k in (actor, *tree.children[actor])}
        if near & _THEIR:
            return True
    return False


def _in_power(tree: Parse, i: int) -> bool:
    """Whether somebody can have others shot or jailed."""
    powers = class_words("force") | class_words("official") | class_words("rebel") | _POWERS
    return tree.ent[i] == "LOC" or tree.lemma[i] in powers


_THEIR: Final = frozenset({"our", "his", "her", "their", "its"})
_POWERS: Final = frozenset({"government", "ministry", "council", "junta", "regime", "court"})


def _named_in(tree: Parse, speaker: int) -> set[str]:
    """The lemmas by which a speaker is known: "Chad" in "Chad's foreign minister"."""
    return {tree.lemma[k] for k in (speaker, *tree.kids(speaker, "nmod:poss", "compound", "nmod"))}

"""Governing acts: what an act becomes inside "agreed to", "refused to", "urged X to", "stopped".

The rows of `lexicons/chains.toml` say what the pair becomes; the walk goes from the innermost act
outward, so that "refused to stop the shelling" is read as refuse(stop(shell)).
"""

from __future__ import annotations

from dragoman.coding.what.acts import (
    Act,
    drop,
    is_somebody,
    is_time,
    note_content,
    note_part,
    note_places,
)
from dragoman.coding.what.grammar_slots import noun_slots
from dragoman.coding.what.roles import place_of, with_owners
from dragoman.coding.what.steps import Step
from dragoman.language.frames import arguments
from dragoman.language.parse import Parse
from dragoman.ontology.governors import Become, Chain, Governors
from dragoman.ontology.word_classes import class_words

_STEPS = 6
_THROUGH = frozenset({"order", "try", "announce", "agree", "promise", "send"})
_NAMED = 4  # the weight of a pattern that names a further word
_CLAUSES = ("xcomp", "ccomp", "csubj", "csubj:pass", "acl", "advcl")
_PURPOSE_GOVERNORS = ("urge", "order", "agree", "refuse", "threaten", "promise", "send")
# What those who are sent are told to have done: "sent experts to inspect", "sent jets to bomb".
_SENT_TO = frozenset(
    {"investigate", "probe", "inspect", "destroy", "bomb", "attack", "arrest", "seize", "mediate",
     "negotiate", "raid", "storm", "strike", "shell", "detain", "capture", "evict", "disperse"}
)  # fmt: skip
_LEGISLATING = frozenset({"repeal", "amend", "abolish", "annul"})
_INNER_MODES = {
    "REQUEST": {
        "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "MOBILIZE": "assist",
        "ASSAULT": "assist", "RETREAT": "yield", "CONCEDE": "yield", "AGREE": "yield",
        "CONSULT": "meet", "SANCTION": "change", "ACCUSE": "change", "COERCE": "change",
    },
    "REJECT": {
        "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "RETREAT": "yield",
        "CONCEDE": "yield", "CONSULT": "meet",
    },
    "THREATEN": {
        "ASSAULT": "violence", "MOBILIZE": "violence", "SANCTION": "relations",
        "COERCE": "restrict", "RETREAT": "relations", "REJECT": "relations", "AID": "relations",
    },
}  # fmt: skip


_DEEDS = frozenset(
    {"murder", "killing", "massacre", "attack", "atrocity", "rape", "genocide", "assault", "torture",
     "bombing", "abuse", "aggression", "shooting", "arson", "assassination", "slaughter", "violence"}
)  # fmt: skip


def find_governor(tree: Parse, governors: Governors, node: int) -> tuple[int, Chain, str] | None:
    """The governing word above `node`, its chain, and how the node hangs on it."""
    for _ in range(_STEPS):
        head = tree.head[node]
        dep = tree.dep[node]
        if head == node:
            return None
        if dep == "conj":
            if tree.kid(node, "nsubj", "nsubj:pass") is not None:
                return None
            node = head
            continue
        link = _link(tree, node, dep)
        if not link:
            return None
        if _is_charge(tree, node):
            head = tree.head[head]
        table = governors.verbs if tree.is_verbal(head) else governors.nouns
        chains = table.get(tree.lemma[head], ())
        if not chains and tree.pos[head] in ("ADJ", "VERB", "ADV"):
            chains = governors.adjectives.get(tree.lemma[head], ())
            if not chains and tree.lower[head] in governors.adjectives:
                chains = governors.adjectives[tree.lower[head]]
        beside = {
            tree.lower[k] for k in tree.children[head] if tree.dep[k] in ("compound:prt", "advmod")
        }
        beside |= {
            tree.case(k)
            for k in tree.children[head]
            if tree.dep[k].startswith("obl") and not is_time(tree, k)
        }
        beside |= {tree.lemma[k] for k in tree.kids(head, "obj")}  # "turn a deaf ear to"
        for chain in chains:
            if not all(word in beside or word == link for word in chain.words):
                continue
            clausal = link == "infinitive" and "clause" in chain.links
            if link not in chain.links and link not in chain.words and not clausal:
                continue
            if chain.id == "urge" and tree.lemma[head] == "insist" and _states(tree, node, link):
                continue
            if chain.id == "send" and tree.lemma[node] not in _SENT_TO:
                continue
            if link == "object" and tree.lemma[head] == "commit" and tree.lemma[node] in _DEEDS:
                continue  # who commits a murder promises none
            purpose = dep == "advcl" and link == "infinitive"
            if purpose and (chain.id not in _PURPOSE_GOVERNORS or _has_content(tree, head, node)):
                continue
            return head, chain, link
        return None
    return None


def _is_charge(tree: Parse, node: int) -> bool:
    """Whether a gerund hangs on a verb's object and tells what for: "convicted the man of stealing"."""
    head = tree.head[node]
    return (
        tree.dep[node] == "acl"
        and tree.tag[node] == "VBG"
        and tree.case(node) in ("of", "for")
        and tree.dep[head] in ("obj", "nsubj:pass")
        and tree.is_verbal(tree.head[head])
    )


def _states(tree: Parse, node: int, link: str) -> bool:
    """Whether a clause tells what is so ("that it had left"), not what is to be ("that it leave")."""
    return link == "clause" and (
        tree.tag[node] in ("VBD", "VBZ", "VBN")
        or any(tree.tag[k] in ("VBD", "VBZ") for k in tree.kids(node, "aux", "aux:pass", "cop"))
    )


def _has_content(tree: Parse, head: int, node: int) -> bool:
    """Whether the governor has a content clause before `node`, which then tells its purpose."""
    return any(k < node and tree.dep[k] in ("xcomp", "ccomp", "advcl") for k in tree.children[head])


def _link(tree: Parse, node: int, dep: str) -> str:
    if dep in _CLAUSES:
        mark = tree.case(node)
        if mark == "to" and tree.tag[node] != "VBG":
            return "infinitive"
        return "clause" if mark in ("", "that", "whether") else mark
    if dep in ("obj", "nsubj:pass"):
        return "object"
    if dep.startswith(("obl", "nmod")) and dep != "nmod:poss" and not is_time(tree, node):
        return tree.case(node)
    return "of" if dep == "compound" else ""


def resolve_chains(tree: Parse, governors: Governors, acts: list[Act]) -> list[Act]:
    """All acts with their governors applied; new outer acts stand at the governor's head."""
    by_head = {act.head: act for act in acts if not act.dropped}
    for act in acts:
        for part in act.absorbed:
            by_head.setdefault(part.head, act)
        for word in act.words:  # "declared him guilty of": the word is the act's, no governor
            if tree.dep[word] == "xcomp" and tree.head[word] == act.head and not act.dropped:
                by_head.setdefault(word, act)
    work = sorted((act for act in acts if not act.dropped), key=lambda act: -tree.depth(act.top))
    done = list(acts)
    while work:
        act = work.pop(0)
        if act.dropped:
            continue
        outer = _climb(tree, governors, act, by_head)
        if outer is None:
            continue
        if outer not in done:
            done.append(outer)
        if outer not in work:
            work.insert(0, outer)
    return done


def _climb(tree: Parse, governors: Governors, act: Act, by_head: dict[int, Act]) -> Act | None:
    """Apply governors upward until one takes the act into itself: that outer act, else None."""
    for _ in range(_STEPS):
        found = find_governor(tree, governors, act.top)
        if found is None:
            return None
        outer = _apply(tree, governors, act, found, by_head)
        if outer is not act:
            return outer
    return None


def _row(tree: Parse, act: Act, chain: Chain, g: int) -> Become | None:
    for row in chain.become:
        if row.types and not (
            act.type in row.types or any(f"{act.type}/{mode}" in row.types for mode in act.modes)
        ):
            continue
        if (
            row.only
            and tree.lemma[g] not in row.only
            and " ".join((tree.lemma[g], *chain.words)) not in row.only
        ):
            continue
        return row
    return None


def _apply(
    tree: Parse,
    governors: Governors,
    act: Act,
    found: tuple[int, Chain, str],
    by_head: dict[int, Act],
) -> Act | None:
    """Apply one governor. Returns the act to go on with, None where the chain ends here."""
    g, chain, _ = found
    row = _row(tree, act, chain, g)
    if row is None:
        return None
    type_ = row.type
    if chain.id == "stop" and type_ == "RETREAT" and not holders(tree, g):
        return None  # "the offensive was halted": by whom is not told
    if type_ == "@order":
        type_ = "REQUEST" if _orders_others(tree, g) else "="
    if type_ == "-":
        drop(act, f"({chain.id}) over {act.type} tells no act", g)
        return None
    standing = by_head.get(g)
    named = standing is not None and standing.lexical is not None and standing.weight >= _NAMED
    named = named and chain.id != "send"  # what they were sent to do says more than who was sent
    if named and standing is not None and standing.head == g and standing.type != type_:
        # The governor is itself an act whose pattern names its object: "suspended aid".
        if act.top in standing.words:
            act.dropped = True
            standing.absorbed.append(act)
            note_part(standing, act)
        return None
    if standing is not None and standing.head != g:
        # The governor is itself part of an act: "rejected a call for talks".
        _merge(tree, standing, act, row)
        return None
    if type_ == "=":
        if standing is act:
            return None
        sent = chain.id == "send" and set(act.actors) <= set(arguments(tree, g).objects)
        if (not act.actors or sent) and act.type != "REQUEST":
            act.actors = [k for k in holders(tree, g) if k not in act.recipients]
            note_places(act, act.actors, g, _holding(tree, g))
        through = chain.id == "deny" or (chain.id in _THROUGH and row.status in (None, "actual"))
        if standing is not None and through:
            drop(standing, f"is only a word around {act.type}", g)
        act.status = "negated" if tree.negated(g) else row.status or act.status
        act.steps.append(Step("governor", (g,), f"{act.type} {act.status or 'as it is'}"))
        act.top = g
        if tree.is_verbal(g) or tree.pos[g] == "ADJ":
            act.clause = g
        return act
    if standing is None or standing.dropped or standing.type != type_:
        if standing is not None:
            drop(standing, f"over {act.type} makes it {type_}", g)
        standing = _outer(tree, g, chain, type_)
        by_head[g] = standing
    _merge(tree, standing, act, row)
    return standing


def _orders_others(tree: Parse, g: int) -> bool:
    found = arguments(tree, g)
    people = [k for k in found.objects if is_somebody(tree, k)]
    if not people:
        return False
    return not any(tree.lemma[k] in class_words("force") | class_words("soldier") for k in people)


def holders(tree: Parse, g: int) -> list[int]:
    """Who agrees, refuses, plans …: the governor's subject, agent, possessor or author."""
    if tree.is_verbal(g) or tree.pos[g] == "ADJ":
        found = arguments(tree, g)
        tokens = found.agents if found.passive else found.subjects
    else:
        slots = noun_slots(tree, g)
        tokens = next((slots[s] for s in ("poss", "by", "demonym", "from", "of") if s in slots), [])
        tokens = [k for k in tokens if is_somebody(tree, k)]
        head = tree.head[g]
        if not tokens and tree.dep[g] in ("obj", "obl", "nsubj:pass") and tree.is_verbal(head):
            found = arguments(tree, head)
            tokens = found.agents if found.passive else found.subjects
        elif not tokens and tree.dep[g] in ("obj", "obl") and tree.pos[head] in ("NOUN", "ADJ"):
            tokens = holders(tree, head)
    return [k for k in tokens if not is_time(tree, k)]


def _holding(tree: Parse, g: int) -> str:
    """In what place the holders of a governor stand around it."""
    if tree.is_verbal(g) or tree.pos[g] == "ADJ":
        passive = tree.kid(g, "aux:pass", "nsubj:pass") is not None
        return place_of("subject", passive=passive)
    return "owner"


def _outer(tree: Parse, g: int, chain: Chain, type_: str) -> Act:
    act = Act(
        head=g,
        part="verb" if tree.is_verbal(g) else "noun",
        entry=f"{type_.lower()}/chain-{chain.id}",
        type=type_,
        modes=[],
        contexts=[],
        confidence=0.8,
        words={g},
        clause=g,
        top=g,
    )
    act.actors = with_owners(tree, holders(tree, g))
    note_places(act, act.actors, g, _holding(tree, g))
    if tree.is_verbal(g) or tree.pos[g] == "ADJ":
        act.frame = arguments(tree, g)
    elif tree.is_verbal(tree.head[g]):
        act.clause = act.top = tree.head[g]
    for k in tree.children[g]:
        if tree.dep[k] == "compound:prt":
            act.words.add(k)
    return act


def _addressees(tree: Parse, outer: Act, inner: Act) -> list[int]:
    """Those to whom the governing act is addressed: its objects, "to" and "on" phrases."""
    inside = set(inner.words) | {inner.head}
    found: list[int] = []
    if outer.frame is not None:
        frame = outer.frame
        found = [*frame.indirect, *frame.objects, *frame.obliques.get("to", ())]
        found += frame.obliques.get("on", ())
        if outer.type in ("AGREE", "REJECT", "THREATEN"):
            found += [*frame.obliques.get("with", ()), *frame.obliques.get("against", ())]
    else:
        slots = noun_slots(tree, outer.head)
        found = [*slots.get("to", ()), *slots.get("on", ()), *slots.get("against", ())]
    return [
        k
        for k in found
        if k not in inside
        and k not in outer.actors
        and is_somebody(tree, k)
        and not is_time(tree, k)
    ]


def _merge(tree: Parse, outer: Act, inner: Act, row: Become) -> None:
    """Make `inner` the content of `outer`: recipients, mode, evidence."""
    inner.dropped = True
    outer.absorbed.append(inner)
    outer.words |= inner.words
    note_content(outer, inner, outer.head)
    outer.contexts += [c for c in inner.contexts if c not in outer.contexts]
    if not outer.actors and outer.type not in ("REQUEST",):
        outer.actors = [k for k in inner.actors if k not in outer.recipients]
    addressees = _addressees(tree, outer, inner)
    note_places(outer, addressees, outer.head, "addressee")
    if outer.lexical is not None and outer.recipients:
        addressees = [k for k in outer.recipients if k not in inner.words] or addressees
    doers = [k for k in inner.actors if k not in outer.actors]
    others = [k for k in (*inner.partners, *inner.recipients) if k not in outer.actors]
    if (
        outer.type == "REQUEST"
        or (outer.type == "REJECT" and inner.type == "REQUEST")
        or outer.type == "ACCUSE"
    ):
        order = [addressees, doers]
    else:
        order = [addressees, others, doers if inner.type == "REQUEST" else []]
    outer.recipients = next((list(dict.fromkeys(o)) for o in order if o), [])
    mode = row.mode
    if outer.type in ("REQUEST", "REJECT") and tree.lemma[inner.head] in _LEGISLATING:
        mode = "change"
    table = _INNER_MODES.get(outer.type)
    if mode is None and table is not None:
        if inner.type == outer.type or (outer.type == "REJECT" and inner.type == "REQUEST"):
            mode = inner.modes[0] if inner.modes else None
        elif outer.type == "THREATEN" and inner.type in ("SANCTION", "COERCE") and inner.modes:
            mode = {"expel": "expel", "deport": "expel", "arrest": "arrest"}.get(
                inner.modes[0], table[inner.type]
            )
        elif inner.modes == ["resign"] and outer.type in ("REQUEST", "REJECT"):
            mode = "change"
        elif outer.type == "THREATEN" and inner.type == "ASSAULT" and inner.modes == ["territory"]:
            mode = "territory"
        else:
            mode = table.get(inner.type)
    if mode is not None and mode not in outer.modes:
        outer.modes = [mode] if outer.type in _INNER_MODES else [*outer.modes, mode]

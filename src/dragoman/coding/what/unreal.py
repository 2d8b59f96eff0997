"""Acts that the words speak of and the report does not tell: purposes, conditions, repetitions."""

from __future__ import annotations

from typing import Final

from dragoman.coding.what.acts import Act, drop, is_several, note_part
from dragoman.language.parse import Parse

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
        "assemble", "demonstrate", "converge", "sit", "intervene", "throng", "crowd", "pack",
        "flock", "pour", "stream", "mass", "descend", "chant", "picket",
    }
)  # fmt: skip
# What somebody is helped to do is not told as done.
_ENABLING: Final = frozenset({"assist", "enable", "train", "equip", "advise", "empower"})
_REAL_NOUNS: Final = frozenset(
    {"decision", "move", "vote", "first", "deal", "agreement", "order", "step"}
)
_CRIMES: Final = frozenset({"mass", "school", "nightclub", "random", "domestic", "gang"})
_NAMING: Final = frozenset(
    {"describe", "label", "brand", "dismiss", "denounce", "condemn", "decry", "characterize",
     "characterise", "regard", "see", "view", "portray"}
)  # fmt: skip
_WANTING: Final = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE"})


def drop_unreal(tree: Parse, acts: list[Act]) -> None:
    """Drop acts that are only a purpose, a condition or a kind: no analyst would record them.

    "forces formed to defeat", "the ability to attack", "until it withdraws", "without shelling".
    """
    contents = _wanted(tree, acts)
    for act in acts:
        if act.dropped or act.clause < 0:
            continue
        if act.head in contents:
            drop(act, "is what somebody asks, promises, refuses or threatens", act.head)
        elif _unreal(tree, act):
            drop(act, "is only a purpose, a condition or a kind", act.clause)
        elif _general(tree, act):
            drop(act, "only tells what is done as a rule", act.head)
        elif _untold(tree, act):
            drop(act, "only looks like an act", act.head)


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
            if tree.dep[k] == "obj" and act.type == "REQUEST":
                roots += [c for c in tree.kids(k, "acl") if tree.case(c) in ("to", "for")]
        for root in roots:
            inside.update(k for k in tree.subtree(root) if k != act.head)
    return inside


def _general(tree: Parse, act: Act) -> bool:
    """Whether it tells what is done as a rule: "officials are removed from office by a vote"."""
    verb = act.head
    if act.part != "verb" or tree.tag[verb] != "VBN" or act.actors:
        return False
    helping = [tree.lower[k] for k in tree.kids(verb, "aux", "aux:pass")]
    subjects = tree.kids(verb, "nsubj:pass")
    return helping == ["are"] and bool(subjects) and all(_bare(tree, k) for k in subjects)


def _bare(tree: Parse, i: int) -> bool:
    """Whether a plural stands for its kind: no article, number or name beside it."""
    return tree.tag[i] == "NNS" and not tree.children[i]


def _untold(tree: Parse, act: Act) -> bool:
    """What only looks like an act: a question asked, a talk given, a deal that may come one day."""
    head = act.head
    if act.type == "REQUEST" and tree.lemma[head] == "ask":
        asked = [k for k in tree.children[head] if tree.case(k) in ("for", "to", "that")]
        if not asked and any(tree.lower[k] == "?" for k in tree.subtree(head)):
            return True
        return not asked and any(
            tree.tag[c] in ("WRB", "WP", "WDT") or tree.lower[c] in ("if", "whether")
            for k in tree.kids(head, "ccomp", "advcl")
            for c in (*tree.children[k], k)
        )
    if act.type == "ACCUSE" and tree.dep[head] == "advcl" and tree.case(head) == "to":
        return tree.lemma[tree.head[head]] in ("summon", "call")  # "summoned him to protest"
    if act.type == "REQUEST" and act.part == "verb" and tree.lemma[head] == "call":
        # "called him a coward", "called the centre"
        called = tree.kid(head, "obj")
        names = [k for k in tree.kids(head, "xcomp") if tree.pos[k] in ("NOUN", "PROPN", "ADJ")]
        on = any(tree.case(k) in ("on", "upon", "for") for k in tree.children[head])
        on = on or tree.kid(head, "compound:prt", "advmod") is not None
        return called is not None and (bool(names) or not on)
    if act.type == "AGREE" and tree.lemma[head] in ("agree", "concur"):
        return _opinion(tree, act)
    if act.type == "CONSULT" and tree.lemma[head] == "discuss" and act.part == "verb":
        return not act.partners and not any(is_several(tree, k) for k in act.actors)
    if act.type == "COOPERATE" and act.part == "verb" and "economic" in act.contexts:
        return not act.partners and not any(is_several(tree, k) for k in act.actors)
    if act.type == "ASSAULT" and tree.lemma[head] == "take":
        return any(
            tree.lemma[k] == "part" and tree.kid(k, "nmod") is None for k in tree.kids(head, "obj")
        )
    if act.part != "noun":
        return False
    if act.type == "PROTEST" and tree.lemma[head] == "rally" and len(act.actors) == 1:
        speaker = act.actors[0]  # a candidate's
        return tree.ent[speaker] == "PERSON" or tree.lower[speaker] in ("he", "she", "his", "her")
    if act.type == "CONSULT" and tree.lower[head] == "talk":
        return not act.partners and len(act.actors) < 2
    if any(tree.dep[k] == "det" and tree.lower[k] == "any" for k in tree.children[head]):
        return True
    above = tree.head[head]
    if tree.case(head) == "as" and tree.lemma[above] in _NAMING:
        return True  # "dismissed the report as disinformation"
    if act.type == "ASSAULT" and tree.lemma[head] in ("shooting", "stabbing") and not act.actors:
        # Crime without a political actor is no event (CODEBOOK).
        return any(tree.lower[k] in _CRIMES for k in tree.children[head])
    if tree.lemma[above] == "lead" and tree.lemma[tree.head[above]] in ("information", "tip"):
        return True
    if tree.lemma[above] == "part" and tree.case(head) == "of" and tree.case(above) == "as":
        return act.type in ("AGREE", "CONSULT", "SUPPORT")
    stated = tree.lemma[head] in ("statement", "declaration", "communique", "communiqué")
    return act.type == "AGREE" and stated and tree.case(head) == "in"


_TO_COME: Final = frozenset({"will", "would", "should", "shall", "must", "can", "could", "to"})


def _opinion(tree: Parse, act: Act) -> bool:
    """Whether only views agree: "agreed the book was dull", "he agreed, and spoke of prices"."""
    said = tree.kids(act.head, "ccomp")
    if said:
        aux = {tree.lower[c] for k in said for c in tree.children[k] if tree.dep[c] != "nsubj"}
        return not aux & _TO_COME and any(tree.tag[k] not in ("VB", "VBN", "VBG") for k in said)
    more = ("xcomp", "advcl", "obj", "nsubj:pass", "acl", "parataxis")
    told = tree.kid(act.head, *more) is not None or any(
        tree.dep[k].startswith("obl") for k in tree.children[act.head]
    )
    return act.part == "verb" and not told and len(act.actors) < 2


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
        if dep == "csubj" and any(tree.lower[k] in ("would", "could") for k in tree.children[head]):
            return True  # "executing him would not bring her back"
        if dep in ("advcl", "acl", "xcomp", "ccomp", "csubj"):
            mark = tree.case(node)
            marks = {
                tree.lower[k] for k in tree.children[node] if tree.dep[k] in ("mark", "advmod")
            }
            bare = tree.tag[node] == "VBN" and tree.kid(node, "nsubj", "aux") is None
            if marks & _UNREAL_MARKS or (mark == "as" and bare):
                return True
            if mark == "to" and tree.tag[node] in ("VB", "NN"):
                if tree.lemma[head] in _ENABLING:
                    return True
                if dep == "advcl" and tree.lemma[head] not in _REAL_PURPOSE:
                    return True
                if dep == "acl" and not _real_noun(tree, head):
                    return True
            if steps == 0 and mark in _UNREAL_GERUNDS and tree.tag[node] == "VBG":
                return True
        elif dep not in ("parataxis",):
            return False
        node = head
    return False


def _real_noun(tree: Parse, noun: int) -> bool:
    """Whether what the infinitive after a noun tells was done: "the first envoy to visit"."""
    if tree.lemma[noun] in _REAL_NOUNS:
        return True
    return any(
        tree.lower[k] in ("first", "last", "only", "latest", "second") and tree.dep[k] == "amod"
        for k in tree.children[noun]
    )


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
                note_part(other, act)
                break

"""What an entry demands or forbids around its words."""

from __future__ import annotations

from dragoman.coding.what.acts import Act, passes
from dragoman.language.parse import Parse

_VERBAL_SLOTS = frozenset({"subject", "object", "indirect"})


def allowed(tree: Parse, act: Act) -> bool:
    """Whether the entry's constraints let the match stand."""
    return refusal(tree, act) is None


def refusal(tree: Parse, act: Act) -> str | None:
    """The first of the entry's constraints that forbids the match, None where all let it stand."""
    entry = act.lexical
    assert entry is not None
    for slot, test in entry.where:
        tokens = slot_tokens(tree, act, slot)
        if not tokens:
            verbal = act.part in ("verb", "phrase", "adjective")
            if test.positive and not test.optional and (verbal or slot not in _VERBAL_SLOTS):
                return f"where {slot}: nothing stands there"
            continue
        good = [k for k in tokens if passes(test, tree, k)]
        bad = [tree.lemma[k] for k in tokens if k not in good]
        if bad and not (test.positive and good):
            return f"where {slot}: {', '.join(bad)}"
    if entry.unless.words or entry.unless.labels:
        around = [tree.head[act.head]]
        for k in sorted(act.words):
            around += [c for c in tree.children[k] if not tree.dep[c].startswith("nsubj")]
        for k in around:
            if k != act.head and passes(entry.unless, tree, k):
                return f"unless: {tree.lemma[k]}"
    if entry.unless_near or entry.near:
        start = tree.sent[act.head]
        words = set(tree.lemma[start : tree.sent_end[start]])
        if entry.unless_near & words:
            return f"unless_near: {', '.join(sorted(entry.unless_near & words))}"
        if entry.near and not entry.near & words:
            return "near: none of its words is in the sentence"
    return None


def slot_tokens(tree: Parse, act: Act, slot: str) -> list[int]:
    """The tokens in a slot as constraints see it: participants, modifiers, complements."""
    if slot == "modifier":
        return [
            k
            for k in tree.children[act.head]
            if tree.dep[k] in ("compound", "amod", "nmod:poss") and k < act.head
        ]
    if slot == "complement":
        return [
            k
            for k in tree.children[act.head]
            if tree.dep[k] in ("xcomp", "ccomp", "advcl", "acl") and not _beside(tree, k)
        ]
    if slot == "any":
        return list(tree.children[act.head])
    return [k for k in act.slots.get(slot, ()) if k not in act.words]


def _beside(tree: Parse, i: int) -> bool:
    """Whether a clause only tells what else is said: "brushed it aside, saying it came too late"."""
    return tree.dep[i] == "advcl" and tree.tag[i] == "VBG" and tree.lemma[i] in ("say", "add")

"""Noun acts and the verbs around them: light verbs, happenings, effects, and what merges into one.

"Rebels launched an attack on the base", "the talks took place", "an airstrike killed twelve",
"twelve died in an airstrike", "shelled the town, killing three": one act each.
"""

from __future__ import annotations

from dragoman.coding.what.acts import Act, is_somebody, is_time
from dragoman.coding.what.chains import find_governor
from dragoman.coding.what.lexical import CARRIERS
from dragoman.coding.what.roles import noun_slots, with_owners
from dragoman.language.frames import arguments
from dragoman.language.parse import Parse
from dragoman.ontology.governors import Governors, LightVerb
from dragoman.ontology.word_classes import class_words

_HARM = frozenset(
    {
        "kill", "wound", "injure", "hurt", "destroy", "damage", "die", "leave", "displace", "hit",
        "target", "maim", "strike", "devastate", "demolish", "flatten", "set", "burn", "inflict",
        "capture", "seize", "abduct", "kidnap", "perish", "cause", "force", "claim",
    }
)  # fmt: skip
_PURELY_LIGHT = frozenset({"hold", "make", "give", "take", "have", "do", "issue", "put", "call"})
_EFFECTS = frozenset({"kill", "wound", "injure", "destroy", "damage", "hurt"})
_ATTACKS = frozenset(
    {
        "attack", "storm", "raid", "ambush", "bomb", "shell", "hit", "strike", "open", "fire",
        "assault", "target", "detonate", "bombard", "pound",
    }
)  # fmt: skip
_AIMS = frozenset({"on", "into", "to", "towards", "toward", "against", "at", "through"})
_RESULT_MARKS = frozenset({"when", "after", "as", "while", "by", "in", "during", "once"})


def carrier(tree: Parse, governors: Governors, noun: int) -> int:
    """The noun that stands in the clause for an act's noun: "a series of strikes" → series."""
    node = noun
    for _ in range(4):
        head = tree.head[node]
        if head == node:
            return node
        if (
            (tree.dep[node] == "conj" and tree.pos[head] in ("NOUN", "PROPN"))
            or (tree.dep[node] == "compound" and tree.lemma[head] in CARRIERS)
            or (tree.lemma[head] == "responsibility" and tree.case(node) == "for")
            or (
                tree.dep[node] == "nmod"
                and tree.case(node) == "of"
                and any(chain.id == "aspect" for chain in governors.nouns.get(tree.lemma[head], ()))
            )
        ):
            node = head
        else:
            return node
    return node


def attach(tree: Parse, governors: Governors, act: Act) -> None:
    """Give a noun act its clause, and the participants that its light verb lends it."""
    node = carrier(tree, governors, act.head)
    act.top = node
    verb = _verb_above(tree, node)
    if act.clause < 0:
        act.clause = verb if verb is not None else node
    if node != act.head:
        _lend_from_noun(tree, act, node)
    if find_governor(tree, governors, node) is not None:
        return
    light, verb = _light(tree, governors, act, node)
    if light is None or verb is None:
        return
    act.light = True
    act.clause = act.top = verb
    act.words.add(verb)
    _lend(tree, act, light, verb)


def _lend_from_noun(tree: Parse, act: Act, node: int) -> None:
    entry = act.lexical
    if entry is None:
        return
    slots = noun_slots(tree, node)
    for order, held in ((entry.noun_actor, act.actors), (entry.noun_recipient, act.recipients)):
        for slot in order:
            tokens = [k for k in slots.get(slot, ()) if k != act.head and k not in act.words]
            tokens = [k for k in tokens if is_somebody(tree, k)]
            if tokens and not held:
                held.extend(tokens)


def _verb_above(tree: Parse, node: int) -> int | None:
    k = node
    for _ in range(12):
        if tree.kid(k, "cop") is not None and k != node:
            return k
        head = tree.head[k]
        if head == k:
            return None
        k = head
        if tree.is_verbal(k):
            return k
    return None


def _place(tree: Parse, node: int) -> tuple[int | None, str, str]:
    """The verb that a noun hangs on, "object" or "subject", and the preposition between them."""
    for k in tree.children[node]:
        if tree.dep[k] == "acl" and tree.tag[k] == "VBN":
            return k, "object", ""
    head = tree.head[node]
    dep = tree.dep[node]
    if head == node or not (tree.is_verbal(head) or tree.pos[head] == "ADJ"):
        return None, "", ""
    if dep in ("obj", "nsubj:pass"):
        return head, "object", ""
    if dep == "nsubj":
        return head, "subject", ""
    if dep.startswith(("obl", "nmod")) and not is_time(tree, node):
        return head, "object", tree.case(node)
    if dep == "xcomp":
        return head, "object", ""
    return None, "", ""


def _light(
    tree: Parse, governors: Governors, act: Act, node: int
) -> tuple[LightVerb | None, int | None]:
    verb, place, case = _place(tree, node)
    if verb is None:
        return None, None
    particles = [tree.lower[k] for k in tree.children[verb] if tree.dep[k] == "compound:prt"]
    beside = {tree.lower[k] for k in tree.children[verb]} | {
        tree.lemma[k] for k in tree.children[verb]
    }
    for light in governors.light.get(tree.lemma[verb], ()):
        if light.noun != place or (light.types and act.type not in light.types):
            continue
        words = light.word.split()
        if case and case not in words:
            continue
        if all(word in particles or word == case or word in beside for word in words):
            return light, verb
    return None, None


def _lend(tree: Parse, act: Act, light: LightVerb, verb: int) -> None:
    found = arguments(tree, verb)
    doers = found.agents if found.passive else found.subjects
    node = act.head
    doers = [k for k in doers if k != node and is_somebody(tree, k) and not is_time(tree, k)]
    if light.noun == "object" and light.subject == "actor":
        if act.reciprocal:
            act.partners = act.partners or list(act.actors)
            act.actors = doers + [k for k in act.actors if k not in doers]
        elif not act.actors or (doers and act.actors == act.slots.get("of")):
            act.actors = doers  # "began the withdrawal of its troops": who began it withdraws
        act.recipients = [k for k in act.recipients if k not in act.actors]
    elif light.noun == "object" and light.subject == "recipient":
        subjects = found.objects if found.passive else found.subjects
        act.recipients = act.recipients or [k for k in subjects if k != node]
        for case in ("from", "by"):
            if not act.actors:
                act.actors = [k for k in found.obliques.get(case, ()) if is_somebody(tree, k)]
        act.actors = act.actors or [k for k in found.agents if k != node and is_somebody(tree, k)]
    if light.object == "recipient" and not act.recipients:
        act.recipients = [k for k in found.objects if k != node]
        act.recipients = with_owners(tree, act.recipients)
    entry = act.lexical
    if entry is None or light.id == "effect":
        return
    cases = entry.noun_actor if entry.reciprocal else entry.noun_recipient
    held = act.actors if entry.reciprocal else act.recipients
    if light.subject == "actor" and found.indirect and not entry.reciprocal and not held:
        held.extend(found.indirect)
    for case in (*cases, "to") if not entry.reciprocal else cases:
        tokens = [k for k in found.obliques.get(case, ()) if not is_time(tree, k)]
        tokens = [k for k in tokens if k != node and k not in act.actors and k not in held]
        if tokens and (entry.reciprocal or not held):
            held.extend(with_owners(tree, tokens))
            if entry.reciprocal:
                act.partners += tokens


def merge_parts(tree: Parse, acts: list[Act]) -> None:
    """Join acts that tell one: noun with its verb, method with effect, coordinated blows."""
    by_head = {act.head: act for act in acts if not act.dropped}
    for act in acts:
        if act.dropped:
            continue
        for word in sorted(act.words):
            other = by_head.get(word)
            if other is None or other is act or other.dropped:
                continue
            if act.light and other.head == act.top:
                if len(other.words) > len(act.words):
                    _absorb(other, act)
                    break
                if other.type != act.type and tree.lemma[other.head] not in _PURELY_LIGHT:
                    continue
            _absorb(act, other)
    for act in acts:
        if act.dropped or act.type not in ("ASSAULT", "PROTEST", "COERCE"):
            continue
        outer = _method(tree, act, by_head)
        if outer is not None and not outer.dropped and outer is not act:
            _absorb(outer, act)


def _absorb(outer: Act, inner: Act) -> None:
    """Make `inner` a part of `outer`: evidence and modes always, participants where it lacks."""
    inner.dropped = True
    outer.absorbed.append(inner)
    outer.words |= inner.words
    if inner.part == "verb" and outer.part == "noun" and not outer.light:
        outer.clause = outer.top = inner.head
    if inner.type == outer.type:
        outer.modes += [mode for mode in inner.modes if mode not in outer.modes]
        if not outer.recipients:
            outer.recipients = [k for k in inner.recipients if k not in outer.actors]
        if not outer.actors:
            outer.actors = [
                k for k in inner.actors if k not in outer.recipients and k not in outer.words
            ]


def _method(tree: Parse, act: Act, by_head: dict[int, Act]) -> Act | None:
    """The act of which this one tells the effect or another blow."""
    if act.part != "verb":
        return None
    v = act.head
    harm = tree.lemma[v] in _HARM
    head = tree.head[v]
    if act.type == "PROTEST":
        return _other_form(tree, act, by_head)
    if tree.dep[v] == "advcl" and tree.tag[v] == "VBG" and head in by_head and harm:
        return _same(by_head[head], act)
    if tree.dep[v] in ("advcl", "conj") and harm:
        for other in by_head.values():
            if other.top == head and other.part == "noun" and tree.tag[v] == "VBG":
                return _same(other, act)
    if tree.dep[v] in ("acl", "acl:relcl") and harm and head in by_head:
        return _same(by_head[head], act)
    if tree.dep[v] == "conj" and head in by_head and tree.kid(v, "nsubj", "nsubj:pass") is None:
        first = _standing(by_head[head], by_head)
        effects = tree.lemma[v] in _EFFECTS and tree.lemma[head] in _ATTACKS | _EFFECTS
        if _aims(tree, act) and _aims(tree, by_head[head]) and not effects:
            return None
        if _same(first, act) and (
            not first.recipients or not set(first.recipients) ^ set(act.recipients)
        ):
            return first
        if harm and effects and _same(first, act):
            return first
    if harm and (not act.actors or all(k in by_head for k in act.actors)):
        verbs = [v, *(k for k in tree.kids(v, "conj") if tree.lemma[k] in _EFFECTS)]
        found = _cause(tree, act, verbs, by_head)
        if found is not None:
            return found
    for k in act.slots.get("subject", ()):
        if harm and k in by_head:
            return _same(by_head[k], act)
    return None


def _other_form(tree: Parse, act: Act, by_head: dict[int, Act]) -> Act | None:
    """The protest of which this is another form: "marched, chanting slogans against the tax"."""
    for other in by_head.values():
        if other is act or other.type != "PROTEST" or other.dropped or other.part != "verb":
            continue
        if not act.actors or set(act.actors) != set(other.actors):
            continue
        above, below = tree.head[act.head], tree.head[other.head]
        beside = tree.dep[act.head] == "acl" and above in other.actors
        if beside or other.head == above or (other.head < act.head and above == below):
            return other
    return None


def _aims(tree: Parse, act: Act) -> bool:
    """Whether a blow has an aim of its own: an object, or what its particle leads to."""
    if tree.kid(act.head, "obj") is not None:
        return True
    return any(
        tree.dep[k].startswith("obl") and tree.case(k) in _AIMS and not is_time(tree, k)
        for k in tree.children[act.head]
    )


def _cause(tree: Parse, act: Act, verbs: list[int], by_head: dict[int, Act]) -> Act | None:
    """The act by which harm came: "three were killed and nine hurt when rockets hit the port"."""
    for v in verbs:
        for k in tree.children[v]:
            clause = tree.dep[k] == "advcl"
            if not clause and not tree.dep[k].startswith(("obl", "nmod")):
                continue
            if not clause and tree.case(k) not in _RESULT_MARKS:
                continue
            for other in by_head.values():
                standing = other.head == k or other.top == k or (clause and k in other.words)
                if standing and other is not act and _same(other, act):
                    return other
    return None


def _standing(act: Act, by_head: dict[int, Act]) -> Act:
    """The act itself, or the one that it has become a part of."""
    for _ in range(3):
        if not act.dropped:
            break
        part = act
        act = next((other for other in by_head.values() if part in other.absorbed), act)
    return act


def _same(first: Act, second: Act) -> Act | None:
    return first if first.type == second.type and not first.dropped else None


def told(tree: Parse, act: Act) -> bool:
    """Whether a noun says enough to be an event of its own (light verb, participant, or `alone`)."""
    entry = act.lexical
    if entry is None or act.part == "verb" or act.light or entry.alone or act.absorbed:
        return True
    if act.part == "adjective":
        return True
    if tree.head[act.head] == act.head and act.slots:
        return True  # a headline: "Airstrike on a market"
    people = [k for k in (*act.actors, *act.recipients) if is_somebody(tree, k)]
    return bool(people) or any(
        tree.lemma[k] in class_words("somebody") for k in (*act.actors, *act.recipients)
    )

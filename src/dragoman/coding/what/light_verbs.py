"""Noun acts and the verbs around them: light verbs, happenings, effects, and what merges into one.

"Rebels launched an attack on the base", "the talks took place", "an airstrike killed twelve",
"twelve died in an airstrike", "shelled the town, killing three": one act each.
"""

from __future__ import annotations

from dragoman.coding.what.acts import Act, is_somebody, is_time, note_places
from dragoman.coding.what.chains import find_governor
from dragoman.coding.what.grammar_slots import noun_slots
from dragoman.coding.what.lexical import CARRIERS
from dragoman.coding.what.roles import note_frame, place_of, with_owners
from dragoman.coding.what.steps import Step
from dragoman.language.frames import arguments
from dragoman.language.parse import Parse
from dragoman.ontology.governors import Governors, LightVerb
from dragoman.ontology.word_classes import class_words

_SIDES = frozenset({"actor", "recipient"})


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
        _lend_means(tree, act, node)
        return
    act.light = True
    act.clause = act.top = verb
    act.words.add(verb)
    lent = f": its subject is the {light.subject}" if light.subject in _SIDES else ""
    act.steps.append(Step("light", (verb,), lent))
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
                note_places(act, tokens, node, place_of(slot))


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
    if verb is None or _names_it(tree, node, verb):
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


def _names_it(tree: Parse, node: int, verb: int) -> bool:
    """Whether the verb only says what the act is: "called the stabbing barbarous"."""
    named = tree.dep[node] == "xcomp" or tree.kid(verb, "xcomp") is not None
    return named and tree.lemma[verb] in _NAMING


_NAMING = frozenset({"call", "name", "term", "label", "brand", "dub", "declare", "consider"})
_FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_SAID_WITH = frozenset(
    {"accuse", "charge", "threaten", "link", "credit", "compare", "end", "meet", "face", "greet",
     "begin", "start", "deal", "cope", "concern", "agree", "comply", "help"}
)  # fmt: skip


def _lend_means(tree: Parse, act: Act, node: int) -> None:
    """Let who does something with force use it: "supported the troops with air strikes"."""
    if act.actors or act.type not in _FORCEFUL or tree.case(node) != "with":
        return
    verb = tree.head[node]
    if tree.dep[node] == "nmod" and tree.dep[verb] in ("obj", "obl"):
        if tree.pos[verb] == "NOUN" and not is_somebody(tree, verb):
            return
        verb = tree.head[verb]
    if not tree.is_verbal(verb) or tree.lemma[verb] in _SAID_WITH:
        return
    found = arguments(tree, verb)
    doers = found.agents if found.passive else found.subjects
    act.actors = [k for k in doers if is_somebody(tree, k) and k not in act.recipients]
    place = place_of("subject", passive=found.passive)
    note_places(act, act.actors, verb, place)


def _lend(tree: Parse, act: Act, light: LightVerb, verb: int) -> None:
    found = arguments(tree, verb)
    doers = found.agents if found.passive else found.subjects
    note_frame(act, found, verb)
    node = act.head
    doers = [k for k in doers if k != node and is_somebody(tree, k) and not is_time(tree, k)]
    if light.noun == "object" and light.subject == "actor":
        if act.reciprocal:
            act.partners = act.partners or list(act.actors)
            act.actors = doers + [k for k in act.actors if k not in doers]
        elif not act.actors or (doers and act.actors == act.slots.get("of")):
            act.actors = doers  # "began the withdrawal of its troops": who began it withdraws
        act.recipients = [k for k in act.recipients if k not in act.actors]
    elif (
        light.subject == "recipient"
        and found.objects
        and not found.passive
        and act.head not in (found.objects)
    ):  # "killed the general in an airstrike"
        act.actors = act.actors or doers
        harmed = [k for k in found.objects if k not in act.actors]
        act.recipients = harmed or act.recipients
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

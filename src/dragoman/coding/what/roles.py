"""Actor and recipient from the slots around a trigger, by its entry's roles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dragoman.coding.what.acts import Act, is_somebody, is_time, note_places
from dragoman.coding.what.grammar_slots import SUFFERED, noun_slots, owners, verb_slots
from dragoman.coding.what.steps import Step
from dragoman.language.frames import Arguments, arguments
from dragoman.language.parse import Parse
from dragoman.ontology.countries import country_of_name
from dragoman.ontology.word_classes import class_words

_TOWARDS = frozenset({"to", "for", "with", "against", "from"})
_ARGUMENTS = frozenset(
    {"obj", "nsubj:pass", "iobj", "nsubj", "conj", "compound", "amod", "nmod:poss"}
)
_BY_WORDS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"})
_EACH_OTHER = frozenset({"other", "another"})
_TAKEN = frozenset({"prisoner", "captive", "hostage"})


def _eligible(tree: Parse, act: Act, tokens: Iterable[int]) -> list[int]:
    found: list[int] = []
    for k in tokens:
        if k == act.head or is_time(tree, k):
            continue
        argument = tree.dep[k] in _ARGUMENTS or tree.ent[k] == "LOC" or _is_of(tree, act, k)
        if k in act.words and not (argument and is_somebody(tree, k)):
            continue
        if k in act.words and tree.lemma[k] in _TAKEN and len(act.slots.get("object", ())) > 1:
            continue  # "took two soldiers prisoner"
        if tree.lower[k] in ("there", "what", "which", "that", "this") and not is_somebody(tree, k):
            continue
        if k not in found:
            found.append(k)
    return found


def _is_of(tree: Parse, act: Act, i: int) -> bool:
    """Whether it is the object of a noun for the act: "the expulsion of diplomats"."""
    return tree.dep[i] == "nmod" and tree.head[i] == act.head and tree.case(i) == "of"


def _pick(
    tree: Parse, act: Act, order: Iterable[str], *, together: bool, but: Collection[int] = ()
) -> dict[int, str]:
    """The tokens of the first filled slot that names somebody, or else of the first filled one.

    Each with its slot. `together`: everybody in any of the slots; `but`: those who have a part
    in the act already.
    """
    fallback: dict[int, str] = {}
    joined: dict[int, str] = {}
    for slot in order:
        tokens = [k for k in _eligible(tree, act, act.slots.get(slot, ())) if k not in but]
        if not tokens:
            continue
        people = [k for k in tokens if is_somebody(tree, k) or owners(tree, k)]
        if together:
            for k in people:
                joined.setdefault(k, slot)
        elif people:
            return dict.fromkeys(tokens, slot)
        elif not fallback:
            fallback = dict.fromkeys(tokens, slot)
    if together or not fallback:
        return joined if together else fallback
    # "pledged 3 million in aid to Chad": the somebody stands inside the thing.
    for k in fallback:
        inside = noun_slots(tree, k)
        for inner in (k, *(c for tokens in inside.values() for c in tokens)):
            for slot in order:
                deep = noun_slots(tree, inner).get(slot, ()) if slot in _TOWARDS else ()
                found = [c for c in deep if is_somebody(tree, c)]
                if found:
                    return dict.fromkeys(found, slot)
    return fallback


def with_owners(tree: Parse, tokens: Iterable[int]) -> list[int]:
    """Things replaced by those whose they are, where the phrase tells."""
    return list(_owned(tree, tokens))


def _owned(tree: Parse, tokens: Iterable[int]) -> dict[int, int]:
    """Those whose the tokens are, or who they are themselves; each with the token."""
    found: dict[int, int] = {}
    for k in tokens:
        for c in owners(tree, k) or [k]:
            found.setdefault(c, k)
    return found


def assign(tree: Parse, act: Act) -> None:
    """Set the act's actors and recipients from its slots, by its entry's roles."""
    entry = act.lexical
    if entry is None:
        return
    nominal = act.part == "noun" or (act.part == "phrase" and not act.frame)
    actor_order = entry.noun_actor if nominal else entry.verb_actor
    recipient_order = entry.noun_recipient if nominal else entry.verb_recipient
    if nominal and _has_object(tree, act):
        actor_order = ("poss", *actor_order)
        recipient_order = tuple(slot for slot in recipient_order if slot != "poss")
    mutual = entry.reciprocal
    act.by_speaker = not actor_order
    if mutual and not recipient_order:
        slots = _pick(tree, act, actor_order, together=True)
        act.actors = list(slots)
        firsts = set(act.slots.get("subject", ())) | set(act.slots.get("poss", ()))
        act.partners = [k for k in act.actors if k not in firsts]
        act.reciprocal = True
    else:
        first = _pick(tree, act, actor_order, together=False)
        slots = _pick(tree, act, recipient_order, together=False, but=first) | first
        act.actors = list(first)
        act.recipients = [k for k in slots if k not in first]
        act.reciprocal = mutual and len(act.actors) + len(act.recipients) > 1
        if any(_each_other(tree, k) for k in act.recipients):
            act.recipients = []
            act.reciprocal = True
        elif act.reciprocal:
            act.partners = act.recipients
            act.actors, act.recipients = act.actors + act.recipients, []
    if not act.actors and not nominal and act.type in _BY_WORDS:
        act.actors = _authors(tree, act)
    if nominal and not act.recipients and _suffers(tree, act, slots):
        act.actors, act.recipients = [], act.actors
    doing, done_to = _owned(tree, act.actors), _owned(tree, act.recipients)
    act.actors = list(doing)
    act.recipients = [k for k in done_to if k not in doing]
    _note_slots(act, slots, {**done_to, **doing})
    if not act.recipients and not nominal and not mutual:
        act.recipients = _owners_of_words(tree, act) or _further_on(tree, act, recipient_order)
    act.recipients = _people_within(tree, act) or act.recipients
    if act.type == "AGREE" and not act.recipients and len(act.actors) < 2:
        act.recipients = _partners_of_content(tree, act)
    if act.type in ("ACCUSE", "SUPPORT", "REJECT"):
        # The doer of what is judged is the recipient, not the deed (CODEBOOK).
        act.recipients = [k for k in act.recipients if is_somebody(tree, k)]
    elif entry.modes[:1] == ("territory",):
        act.recipients = [
            k
            for k in act.recipients
            if (tree.ent[k] != "LOC" or _is_country(tree, k)) and is_somebody(tree, k)
        ]


def _has_object(tree: Parse, act: Act) -> bool:
    """Whether a noun has both an owner and an object: "Chad's expulsion of the envoy"."""
    suffering = [k for k in act.slots.get("of", ()) if is_somebody(tree, k)]
    return bool(act.slots.get("poss")) and bool(suffering)


def _is_country(tree: Parse, i: int) -> bool:
    """Whether a place's name is a whole country's: who invades it does it to that country."""
    before = [k for k in tree.kids(i, "compound", "amod", "flat") if tree.ent[k] and k < i]
    name = " ".join(tree.lower[k] for k in (*before, i)).title()
    return country_of_name(name, parts=False) is not None


def _suffers(tree: Parse, act: Act, slots: Mapping[int, str]) -> bool:
    """Whether whose act it is told to be suffers it: "his arrest", "the king's murder"."""
    if tree.lemma[act.head] not in SUFFERED or not act.actors:
        return False
    return all(
        slots.get(k) == "poss"
        and (tree.ent[k] == "PERSON" or (tree.pos[k] == "PRON") or tree.lemma[k] in _HELD)
        for k in act.actors
    )


_HELD = frozenset({"president", "minister", "leader", "journalist", "king", "activist", "general"})


def _owners_of_words(tree: Parse, act: Act) -> list[int]:
    """Whose the thing is that the act's own words name: "defended Oman's decision".

    A pronoun there is mostly the actor's own ("repeated its demand"), and who offers or yields
    something yields his own.
    """
    if act.type in _OWN:
        return []
    things = [k for k in sorted(act.words) if k > act.head and tree.pos[k] == "NOUN"]
    for thing in things:
        people = [k for k in owners(tree, thing) if is_somebody(tree, k)]
        if not people and act.type == "ACCUSE" and tree.kid(thing, "nmod:poss") is not None:
            people = [thing] if is_somebody(tree, thing) else []  # "called in Chad's envoy"
        people = [k for k in people if k not in act.actors and tree.pos[k] != "PRON"]
        if people:
            note_places(act, people, thing, place_of("poss"))
            return people
    return []


_OWN = frozenset({"AGREE", "REQUEST", "CONCEDE", "RETREAT", "AID", "MOBILIZE"})


def _further_on(tree: Parse, act: Act, order: Collection[str]) -> list[int]:
    """Somebody who hangs on another word of the clause: "stands side by side with the miners"."""
    for k in tree.children[act.head]:
        if k < act.head or not tree.dep[k].startswith(("obj", "obl", "xcomp", "advmod")):
            continue
        finite = tree.is_verbal(k) and tree.tag[k] != "VB"
        if finite or is_somebody(tree, k) or is_time(tree, k):
            continue
        for c in tree.kids(k, "nmod", "obl"):
            case = tree.case(c)
            if case in order and case in _TOWARDS and is_somebody(tree, c):
                people = [t for t in tree.conjuncts(c) if t not in act.actors]
                note_places(act, people, k, place_of(case))
                return people
    return []


def _people_within(tree: Parse, act: Act) -> list[int]:
    """Who suffers what is done to a place that they are in: "live in areas held under siege"."""
    if act.type not in ("ASSAULT", "COERCE") or tree.dep[act.head] not in ("acl", "acl:relcl"):
        return []
    place = tree.head[act.head]
    if place not in act.recipients or tree.case(place) not in ("in", "inside", "within", "from"):
        return []
    clause = tree.head[place]
    if tree.dep[place] == "nmod" and is_somebody(tree, clause):
        note_places(act, [clause], place, f"{tree.case(place)}-phrase")
        return tree.conjuncts(clause)
    if not tree.dep[place].startswith(("obl", "root")) and clause != place:
        return []
    subjects = arguments(tree, place if tree.kid(place, "cop") is not None else clause).surface
    people = [k for k in subjects if is_somebody(tree, k) and k not in act.actors]
    note_places(act, people, clause, "subject")
    return people


def _note_slots(act: Act, slots: Mapping[int, str], owned: Mapping[int, int]) -> None:
    passive = act.frame is not None and act.frame.passive
    for owner, thing in owned.items():
        slot = slots.get(thing)
        if slot is not None:
            tokens = (owner, act.head) if owner == thing else (owner, thing, act.head)
            act.steps.append(Step("place", tokens, place_of(slot, passive=passive)))


def place_of(slot: str, *, passive: bool = False) -> str:
    """What grammar calls a slot: "subject", "by-phrase", "possessor"."""
    if passive and slot in _PASSIVE:
        return _PASSIVE[slot]
    return _PLACES.get(slot) or f"{slot}-phrase"


def note_frame(act: Act, found: Arguments, verb: int) -> None:
    """Keep where around the verb those stand who may take part."""
    passive = found.passive
    note_places(
        act, found.agents if passive else found.subjects, verb, place_of("subject", passive=passive)
    )
    note_places(act, found.objects, verb, place_of("object", passive=passive))
    note_places(act, found.indirect, verb, place_of("indirect"))
    for case, tokens in found.obliques.items():
        note_places(act, tokens, verb, place_of(case))


_PASSIVE = {"subject": "by-phrase", "object": "passive subject"}
_PLACES = {
    "subject": "subject", "object": "object", "indirect": "indirect object",
    "poss": "possessor", "demonym": "modifier",
}  # fmt: skip


def _authors(tree: Parse, act: Act) -> list[int]:
    """Whose the statement is: "was condemned in a letter by three governments"."""
    for k in act.slots.get("in", ()):
        slots = noun_slots(tree, k) if tree.lemma[k] in class_words("document") else {}
        for slot in ("by", "poss", "demonym", "from", "of"):
            if found := [c for c in slots.get(slot, ()) if is_somebody(tree, c)]:
                note_places(act, found, k, place_of(slot))
                return found
    return []


def _partners_of_content(tree: Parse, act: Act) -> list[int]:
    """With whom or for whom the promised act is: "committed to working with the tribes"."""
    for k in tree.children[act.head]:
        if tree.dep[k] in ("xcomp", "advcl", "ccomp") and k > act.head:
            slots = verb_slots(tree, arguments(tree, k))
            for slot in ("with", "object", "to", "for"):
                found = [c for c in slots.get(slot, ()) if is_somebody(tree, c)]
                if found:
                    note_places(act, found, k, place_of(slot))
                    return [c for c in found if c not in act.actors]
    return []


def _each_other(tree: Parse, i: int) -> bool:
    """Whether the phrase is "each other('s …)" or "one another('s …)"."""
    words = sorted({i, *tree.children[i], *(c for k in tree.children[i] for c in tree.children[k])})
    return any(
        tree.lower[k] in _EACH_OTHER and k > 0 and tree.lower[k - 1] in ("each", "one")
        for k in words
    )

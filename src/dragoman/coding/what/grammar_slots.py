"""Slots around a verb or noun from grammar: who stands where, before anybody has a part."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coding.what.acts import PLURAL_NUMERALS, is_somebody, is_time
from dragoman.coding.what.doers import doers_by_of
from dragoman.language.frames import Arguments, arguments
from dragoman.language.parse import Parse
from dragoman.ontology.triggers import load_triggers
from dragoman.ontology.word_classes import class_words

_NAMES = ("NORP", "LOC", "ORG", "PERSON")
SUFFERED = frozenset(
    {"arrest", "detention", "imprisonment", "incarceration", "conviction", "sentencing", "murder",
     "assassination", "killing", "abduction", "kidnapping", "execution", "expulsion", "poisoning",
     "deportation", "dismissal", "ouster", "impeachment", "removal", "torture", "captivity",
     "indictment", "prosecution", "extradition", "rescue", "slaying", "sacking", "firing"}
)  # fmt: skip
"""Nouns for acts whose owner suffers them where he is a person: "his arrest"."""
_QUANTITIES = PLURAL_NUMERALS | {
    "group", "series", "range", "lot", "couple", "handful", "majority", "rest", "part", "half",
    "third", "quarter", "most", "some", "many", "several", "all", "one", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "none", "any", "each", "few", "plenty",
    "array", "host", "string", "wave", "pair", "kind", "variety", "ton", "batch", "type",
}  # fmt: skip


def counted(tree: Parse, tokens: Iterable[int]) -> list[int]:
    """Quantities replaced by what they count: "hundreds of officers" → officers."""
    found: list[int] = []
    for i in tokens:
        inner = next(
            (
                k
                for k in tree.children[i]
                if tree.dep[k] == "nmod" and k > i and tree.case(k) == "of"
            ),
            None,
        )
        if inner is not None and (tree.lemma[i] in _QUANTITIES or tree.tag[i] == "CD"):
            found += tree.conjuncts(inner)
        else:
            found.append(i)
    return found


def verb_slots(tree: Parse, found: Arguments) -> dict[str, list[int]]:
    """The slots of a verb or predicate adjective; prepositions by their word."""
    slots: dict[str, list[int]] = {
        "subject": found.agents if found.passive else found.subjects,
        "object": found.objects,
        "indirect": found.indirect,
    }
    for case, tokens in found.obliques.items():
        kept = [k for k in tokens if not is_time(tree, k)]
        if case and kept:
            slots.setdefault(case, []).extend(kept)
    return {slot: counted(tree, tokens) for slot, tokens in slots.items()}


_NOMINAL = frozenset(
    {"amod", "compound", "nmod", "nmod:unmarked", "appos", "flat", "obl", "obl:agent"}
)


def noun_slots(tree: Parse, noun: int) -> dict[str, list[int]]:
    """The slots of a noun: possessor, naming modifiers ("demonym") and prepositional phrases."""
    slots: dict[str, list[int]] = {}
    doers = doers_by_of(tree, noun)
    if doers:
        slots["poss"] = doers
    for k in tree.children[noun]:
        dep = tree.dep[k]
        if k in doers:
            continue
        if dep == "nmod:poss":
            slots.setdefault("poss", []).extend(tree.conjuncts(k))
        elif dep in _NOMINAL:
            case = tree.case(k)
            if case and dep != "appos":
                kept = [c for c in tree.conjuncts(k) if not is_time(tree, c)]
                slots.setdefault(case, []).extend(kept)
                for c in tree.kids(k, "nmod"):  # "an appeal to donors by the agency"
                    if tree.case(c) == "by":
                        slots.setdefault("by", []).extend(tree.conjuncts(c))
            elif dep != "appos" and k < noun and names_somebody(tree, k):
                slots.setdefault("demonym", []).extend(
                    c for c in tree.conjuncts(k) if names_somebody(tree, c)
                )
    return {slot: counted(tree, tokens) for slot, tokens in slots.items() if tokens}


def names_somebody(tree: Parse, i: int) -> bool:
    """Whether a modifier names whose act it is: "Israeli", "Taliban", "army", "rebel"."""
    if tree.ent[i] in _NAMES:
        return True
    if tree.lemma[i] in ("terrorist", "suspect"):
        return False  # the kind of the act, not who does it
    if tree.pos[i] not in ("NOUN", "PROPN"):
        return tree.lemma[i] in class_words("rebel")
    return tree.lemma[i] in _ACTING_WORDS()


def _ACTING_WORDS() -> frozenset[str]:  # noqa: N802
    return class_words("rebel") | class_words("force") | _GOVERNING


_GOVERNING = frozenset({"government", "regime", "opposition", "state", "un", "eu", "nato", "junta"})


def owners(tree: Parse, i: int) -> list[int]:
    """Whose thing it is, where `i` names a thing or an act: "Qaida vehicles", "bases of the army".

    Empty where `i` is somebody, or nobody is named.
    """
    if is_somebody(tree, i):
        return []
    if tree.lemma[i] in SUFFERED | {"death", "funeral"}:
        return [k for k in noun_slots(tree, i).get("by", []) if is_somebody(tree, k)]
    slots = noun_slots(tree, i)
    act = tree.lemma[i] in load_triggers().nouns or tree.lemma[i] in class_words("conduct")
    found = slots.get("poss", []) + slots.get("demonym", [])
    if act:
        found = [k for k in found if tree.ent[k] != "LOC" or tree.dep[k] == "nmod:poss"]
    if found:
        return [k for k in found if is_somebody(tree, k) or tree.ent[k]]
    for slot in ("by",) if act else ("by", "of"):
        inner = [k for k in slots.get(slot, []) if is_somebody(tree, k)]
        if inner:
            return inner
        for k in slots.get(slot, [])[:1]:
            deeper = owners(tree, k) if k > i else []
            if deeper:
                return deeper
    for k in tree.children[i]:
        if tree.dep[k] in ("acl", "acl:relcl") and tree.lemma[k] in ("belong", "hold", "control"):
            return [c for c in tree.children[k] if tree.dep[c].startswith(("obl", "nsubj"))][:1]
        if tree.dep[k] in ("acl", "acl:relcl") and tree.lemma[k] in _AUTHORING:
            by = arguments(tree, k)
            return [c for c in (by.agents or by.subjects) if c != i and is_somebody(tree, c)]
    return []


_AUTHORING = frozenset(
    {
        "propose",
        "draft",
        "submit",
        "table",
        "sponsor",
        "back",
        "offer",
        "present",
        "issue",
        "author",
    }
)

"""Where the lexicon's patterns stand in a text: one best match for each head word."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.what.acts import Act, is_time, passes
from dragoman.coding.what.constraints import allowed
from dragoman.coding.what.grammar_slots import noun_slots, verb_slots
from dragoman.coding.what.steps import Step
from dragoman.language.frames import Arguments, arguments
from dragoman.language.parse import Parse
from dragoman.ontology.entries import Pattern
from dragoman.ontology.slots import Test
from dragoman.ontology.triggers import Triggers

_USUAL = 0.85  # an entry's confidence where it states none; others rank above or below
# A noun in front of these is the kind of the act that they head: "bombing campaign".
CARRIERS = frozenset(
    {"campaign", "operation", "spree", "effort", "drive", "mission", "wave", "process", "run"}
)


def find_matches(tree: Parse, triggers: Triggers, refused: set[int] | None = None) -> list[Act]:
    """The best lexicon match at every head, in reading order, with slots but without roles.

    `refused` takes the heads at which a pattern stood whose entry's constraints forbid it.
    """
    best_at: dict[int, tuple[tuple[float, float, int], Act]] = {}
    for i, lemma in enumerate(tree.lemma):
        best: tuple[tuple[float, float, int], Act] | None = None
        for pattern, act in find_candidates(tree, triggers, i, lemma):
            if not allowed(tree, act):
                if refused is not None:
                    refused.add(act.head)
                continue
            rank = rank_of(pattern)
            if best is None or rank > best[0]:
                best = (rank, act)
        if best is not None:
            standing = best_at.get(best[1].head)
            if standing is None or best[0] > standing[0]:
                best_at[best[1].head] = best
    matches = [best_at[head][1] for head in sorted(best_at)]
    for act in matches:
        act.steps.append(Step("match", tuple(sorted(act.words)), act.entry))
    return matches


def rank_of(pattern: Pattern) -> tuple[float, float, int]:
    """How well a pattern fits where it stands: the highest of those at one head wins."""
    entry = pattern.entry
    return (
        pattern.weight + 0.2 * len(entry.where) + 10 * (entry.confidence - _USUAL),
        entry.confidence,
        -entry.order,
    )


def find_candidates(
    tree: Parse, triggers: Triggers, i: int, lemma: str
) -> Iterator[tuple[Pattern, Act]]:
    """The patterns whose words stand around the token `i`, their constraints not asked yet."""
    pos = tree.pos[i]
    verbal = pos == "VERB" or tree.tag[i].startswith("VB")
    if verbal and lemma in triggers.verbs:
        found = arguments(tree, i)
        slots = verb_slots(tree, found)
        for pattern in triggers.verbs[lemma]:
            words = _verb_words(tree, i, pattern, found, slots)
            if words is not None:
                act = _act(i, pattern, words, {k: list(v) for k, v in slots.items()})
                act.frame = found
                yield pattern, act
    elif pos in ("NOUN", "PROPN", "X") or (verbal and tree.tag[i] in ("VBG", "NN", "NNS")):
        if lemma in triggers.nouns:
            yield from _noun_matches(tree, triggers, i, lemma)
        if tree.lower[i] != lemma and tree.lower[i] in triggers.nouns:
            yield from _noun_matches(tree, triggers, i, tree.lower[i])
        elif lemma.endswith("s") and lemma[:-1] in triggers.nouns:
            yield from _noun_matches(tree, triggers, i, lemma[:-1])
    if tree.lower[i] != lemma and tree.lower[i] in triggers.adjectives:
        lemma = tree.lower[i]
    whole = lemma == tree.lower[i]  # "committed" itself, not "has opened" for "open"
    participle = verbal and whole and tree.tag[i] == "VBN" and tree.dep[i] != "acl"
    if lemma in triggers.adjectives and (pos in ("ADJ", "ADV", "NOUN") or participle):
        yield from _adjective_matches(tree, triggers, i, lemma)
    if lemma in triggers.phrases or tree.lower[i] in triggers.phrases:
        yield from _phrase_matches(tree, triggers, i)


def _act(i: int, pattern: Pattern, words: set[int], slots: dict[str, list[int]]) -> Act:
    entry = pattern.entry
    return Act(
        head=i,
        part=pattern.part,
        entry=entry.id,
        type=entry.type,
        modes=list(entry.modes),
        contexts=list(entry.contexts),
        confidence=entry.confidence,
        lexical=entry,
        words={i, *words},
        slots=slots,
        weight=pattern.weight,
    )


def _verb_words(
    tree: Parse, i: int, pattern: Pattern, found: Arguments, slots: dict[str, list[int]]
) -> set[int] | None:
    """The tokens of a verb pattern's further words, None where one is missing."""
    words: set[int] = set()
    for particle in pattern.particles:
        token = _particle(tree, i, particle, found, slots, bare=not pattern.words)
        if token is None:
            return None
        words.add(token)
    if pattern.clause and not _has_clause(tree, i, pattern.clause):
        return None
    for test, case in zip(pattern.words, pattern.word_cases, strict=True):
        token = _dependent(tree, i, test, case, found, words)
        if token is None:
            return None
        words.add(token)
        for case, tokens in noun_slots(tree, token).items():
            if case not in ("poss", "demonym"):
                slots.setdefault(case, []).extend(t for t in tokens if t not in words)
    return words


def _particle(
    tree: Parse,
    i: int,
    particle: str,
    found: Arguments,
    slots: dict[str, list[int]],
    *,
    bare: bool = True,
) -> int | None:
    """The token of a particle or preposition; a `bare` one leads to no time ("for a year")."""
    for k in tree.children[i]:
        if tree.lower[k] == particle and tree.dep[k] in ("compound:prt", "advmod", "case", "obl"):
            return k
    for k in tree.children[i]:
        if tree.dep[k].startswith(("obl", "nmod", "advcl", "xcomp", "ccomp", "obj")):
            if bare and tree.dep[k].startswith("obl") and is_time(tree, k):
                continue
            for c in tree.children[k]:
                if tree.lower[c] == particle and tree.dep[c] in ("case", "mark"):
                    return c
    for o in found.objects:
        for k in tree.children[o]:
            if tree.dep[k] in ("nmod", "acl", "advcl") and k > o:
                for c in tree.children[k]:
                    if tree.lower[c] == particle and tree.dep[c] in ("case", "mark"):
                        if tree.dep[k] == "nmod":
                            slots.setdefault(particle, []).extend(tree.conjuncts(k))
                        return c
    if i + 1 < len(tree.lower) and tree.lower[i + 1] == particle and tree.head[i + 1] == i:
        return i + 1
    stranded = i + 1 < len(tree.lower) and tree.lower[i + 1] == particle
    return i + 1 if stranded and tree.dep[i + 1] in ("advmod", "compound:prt", "obl") else None


def _has_clause(tree: Parse, i: int, kind: str) -> bool:
    for k in tree.children[i]:
        dep = tree.dep[k]
        if dep not in ("xcomp", "ccomp", "advcl", "acl"):
            continue
        marks = [tree.lower[c] for c in tree.children[k] if tree.dep[c] == "mark"]
        quoted = dep == "ccomp" and k < i  # "it is to sail, he told them" tells them to do nothing
        if kind == "to-inf" and "to" in marks and tree.tag[k] == "VB" and not quoted:
            return True
        if kind == "that" and dep == "ccomp" and "to" not in marks:
            return True
        if kind == "ing" and tree.tag[k] == "VBG":
            return True
    return False


_OBJECT_LIKE = frozenset(
    {"xcomp", "advmod", "amod", "compound:prt", "iobj", "ccomp", "compound", "obl:unmarked"}
)


def _dependent(
    tree: Parse, i: int, test: Test, case: str, found: Arguments, taken: set[int]
) -> int | None:
    """The dependent that a pattern's word names: after `case`, else an object or the like."""
    obliques = [k for tokens in found.obliques.values() for k in tokens]
    if case:
        pool = [k for k in obliques if _has_case(tree, k, case)]
        for o in found.objects:
            pool += [c for c in tree.kids(o, "nmod") if _has_case(tree, c, case)]
        if any(
            tree.lower[k] == case and tree.dep[k] in ("compound:prt", "advmod")
            for k in tree.children[i]
        ):
            pool += [*found.objects, *found.obliques.get("", ())]
    else:
        pool = list(found.objects)
        if len(test.words) == 1:  # "go on strike", whatever the parser hangs it on
            pool += obliques
        pool += [k for k in tree.children[i] if tree.dep[k] in _OBJECT_LIKE]
    for k in pool:
        if k not in taken and passes(test, tree, k):
            return k
    for k in found.objects:
        for c in tree.kids(k, "nmod"):
            of = not case and tree.case(c) == "of"
            if of and c not in taken and passes(test, tree, c):
                return c
    return None


def _has_case(tree: Parse, k: int, case: str) -> bool:
    return case in tree.case(k).split() or any(
        tree.lower[c] == case and tree.dep[c] in ("case", "mark") for c in tree.children[k]
    )


def _noun_matches(
    tree: Parse, triggers: Triggers, i: int, lemma: str
) -> Iterator[tuple[Pattern, Act]]:
    head = tree.head[i]
    if tree.tag[i].startswith("NNP") and _is_name(tree, i):
        return
    slots = noun_slots(tree, i)
    if tree.dep[i] in ("compound", "flat") and head != i:
        if tree.lemma[head] not in CARRIERS:
            return
        for slot, tokens in noun_slots(tree, head).items():
            slots.setdefault(slot, []).extend(t for t in tokens if t != i)
    elif tree.dep[i] == "flat":
        return
    modifiers = [
        k
        for k in tree.children[i]
        if tree.dep[k] in ("compound", "amod", "nmod:poss", "nmod", "nummod", "advmod", "flat")
        and k < i
    ]
    for pattern in triggers.nouns[lemma]:
        words: set[int] = set()
        for test in pattern.words:
            token = next((k for k in modifiers if k not in words and _named(tree, k, test)), None)
            if token is None:
                token = _deep_modifier(tree, modifiers, test, words)
            if token is None:
                break
            words.add(token)
        else:
            if pattern.of is not None:
                places = slots.get(pattern.case, ())
                if not places and tree.dep[i] == "obj" and tree.is_verbal(head):
                    places = arguments(tree, head).obliques.get(pattern.case, ())
                token = next((k for k in places if passes(pattern.of, tree, k)), None)
                if token is None:
                    continue
                if pattern.of.positive:
                    words.add(token)
            mine = {
                slot: [t for t in tokens if t not in words or _may_take_part(tree, slot, t)]
                for slot, tokens in slots.items()
            }
            act = _act(i, pattern, words, mine)
            if pattern.of is not None:
                for word in words:
                    for slot, tokens in noun_slots(tree, word).items():
                        if slot not in ("poss", "demonym", "of"):
                            act.slots.setdefault(slot, []).extend(tokens)
            yield pattern, act


def _may_take_part(tree: Parse, slot: str, i: int) -> bool:
    """Whether a word of the pattern may yet take part: "the expulsion of diplomats"."""
    return slot in ("poss", "demonym") or (slot == "of" and tree.ent[i] in ("", "NORP"))


def _is_name(tree: Parse, i: int) -> bool:
    """Whether a capitalised noun belongs to a name ("the Geneva Conference")."""
    return bool(tree.ent[i]) or any(
        tree.dep[k] in ("compound", "amod", "flat") and tree.tag[k].startswith("NNP")
        for k in tree.children[i]
    )


def _named(tree: Parse, k: int, test: Test) -> bool:
    """Whether a modifier is a word that a pattern names (classes by lemma, labels by entity)."""
    return passes(test, tree, k)


def _deep_modifier(tree: Parse, modifiers: list[int], test: Test, taken: set[int]) -> int | None:
    for k in modifiers:
        for c in tree.children[k]:
            if c not in taken and tree.dep[c] in ("compound", "amod") and passes(test, tree, c):
                return c
    return None


def _adjective_matches(
    tree: Parse, triggers: Triggers, i: int, lemma: str
) -> Iterator[tuple[Pattern, Act]]:
    if tree.dep[i] in ("amod", "compound"):
        return
    found = arguments(tree, i)
    slots = verb_slots(tree, found)
    if (
        found.passive
    ):  # "appalled by": who feels it is the subject, what he feels it at stands after
        slots["subject"], slots["by"] = found.objects, found.agents
    for pattern in triggers.adjectives[lemma]:
        words: set[int] = set()
        for particle in pattern.particles:
            token = _particle(tree, i, particle, found, slots)
            if token is None:
                break
            words.add(token)
        else:
            act = _act(i, pattern, words, {k: list(v) for k, v in slots.items()})
            act.frame = found
            yield pattern, act


def _phrase_matches(tree: Parse, triggers: Triggers, i: int) -> Iterator[tuple[Pattern, Act]]:
    patterns = triggers.phrases.get(tree.lemma[i], ())
    if tree.lower[i] != tree.lemma[i]:
        patterns += triggers.phrases.get(tree.lower[i], ())
    for pattern in patterns:
        where = _sequence(tree, i, pattern.sequence)
        if where is None:
            continue
        inside = set(where)
        head = next((k for k in where if tree.head[k] not in inside or tree.head[k] == k), i)
        act = _act(head, pattern, inside, noun_slots(tree, head))
        governor = head
        if tree.pos[head] in ("VERB", "AUX", "ADJ") or tree.kid(head, "nsubj", "cop") is not None:
            governor = head
        elif tree.head[head] != head:
            governor = tree.head[head]
        if tree.pos[governor] in ("VERB", "AUX", "ADJ") or tree.kid(governor, "nsubj") is not None:
            act.frame = arguments(tree, governor)
            for slot, tokens in verb_slots(tree, act.frame).items():
                kept = [t for t in tokens if t not in inside]
                act.slots[slot] = act.slots.get(slot, []) + kept
            act.clause = governor
        elif tree.dep[head] in ("nmod", "acl"):
            act.slots["subject"] = tree.conjuncts(governor)
            act.frame = Arguments(head)
        yield pattern, act


def _sequence(tree: Parse, i: int, sequence: tuple[str, ...]) -> list[int] | None:
    """Where the words of a fixed phrase stand from `i` on; hyphens and determiners may intervene."""
    where: list[int] = []
    k = i
    for word in sequence:
        while k < len(tree.lower) and where and tree.lower[k] in ("-", "–", "the", "a", "an"):
            if tree.lower[k] == word:
                break
            k += 1
        if k >= len(tree.lower) or (tree.lemma[k] != word and tree.lower[k] != word):
            return None
        where.append(k)
        k += 1
    return where

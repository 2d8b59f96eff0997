"""Modes that the entry does not give: instruments around the trigger, content of what is asked."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coding.what.acts import Act, names, passes
from dragoman.coding.what.constraints import slot_tokens
from dragoman.coding.what.steps import Step
from dragoman.language.parse import Parse
from dragoman.ontology.governors import Governors

_INSTRUMENT_CASES = frozenset(
    {"with", "by", "using", "via", "from", "in", "through", "of", "involving"}
)
_WRECKING = frozenset(
    {"destroy", "flatten", "level", "raze", "demolish", "obliterate", "wreck", "devastate"}
)
_WEAK_CONTENT = frozenset(
    {"return", "give", "accept", "offer", "send", "provide", "hold", "open", "use", "work", "join",
     "call", "request", "proposal", "plan", "bid", "appeal", "step", "action", "push", "allow",
     "let", "change", "host", "respond", "response"}
)  # fmt: skip
_CONTENT = (
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "obj",
    "obl",
    "nsubj:pass",
    "csubj",
    "nmod",
    "parataxis",
)


def add_modes(tree: Parse, governors: Governors, acts: Iterable[Act]) -> None:
    """Complete each act's modes: the entry's own, `when` rows, instruments, content words."""
    for act in acts:
        if act.dropped:
            continue
        _when(tree, act)
        for part in act.absorbed:
            if part.type == act.type and part.lexical is not None:
                _when(tree, part)
                act.modes += [mode for mode in part.modes if mode not in act.modes]
                act.steps += [step for step in part.steps if step.kind == "mode"]
        table = governors.word_modes.get(act.type)
        if table:
            _instruments(tree, act, table)
        content = governors.content_modes.get(act.type)
        if content and not act.modes:
            _content(tree, act, content)


def _when(tree: Parse, act: Act) -> None:
    if act.lexical is None:
        return
    for row in act.lexical.when:
        telling: list[int] = []
        for slot, test in row.slots:
            tokens = slot_tokens(tree, act, slot)
            good = next((k for k in tokens if passes(test, tree, k)), None)
            if good is None:
                break
            telling.append(good)
        else:
            _add(act, (mode for mode in row.modes if mode not in act.modes), telling)
            act.contexts += [c for c in row.contexts if c not in act.contexts]


def _add(act: Act, modes: Iterable[str], words: Iterable[int]) -> None:
    """Give the act modes, and keep which words tell them."""
    for mode in modes:
        act.modes.append(mode)
        act.steps.append(Step("mode", tuple(words), mode))


def _instruments(tree: Parse, act: Act, table: dict[str, str] | object) -> None:
    """Modes by the words of the trigger's phrase, its instrument phrases and its subject."""
    assert isinstance(table, dict)
    where: list[int] = []
    for part in (act, *act.absorbed):
        if part.type != act.type:
            continue
        where += sorted(part.words)
        for word in sorted(part.words):
            for k in tree.children[word]:
                dep = tree.dep[k]
                if dep in ("compound", "amod", "nsubj", "advmod"):
                    where.append(k)
                elif dep.startswith(("obl", "nmod")) and (
                    tree.case(k) in _INSTRUMENT_CASES
                    or (tree.case(k) == "at" and act.type == "CONSULT")
                ):
                    where += _nouns(tree, k)
                elif dep == "advcl" and tree.lemma[k] == "use":
                    where += [c for o in tree.kids(k, "obj") for c in _nouns(tree, o)]
        for slot in ("with", "by", "from", "subject", "using"):
            for k in part.slots.get(slot, ()):
                where += [k, *tree.kids(k, "compound", "amod")]
    found: dict[str, int] = {}
    for k in where:
        for name in names(tree, k):
            mode = table.get(name)
            if mode:
                found.setdefault(mode, k)
    if act.type != "ASSAULT":
        if not act.modes:
            for mode, k in list(found.items())[:1]:
                _add(act, (mode,), (k,))
        return
    if "territory" in act.modes or "clash" in act.modes:
        return
    if "drone" in found and "aerial" in found:
        del found["aerial"]
    if {"aerial", "drone"} & {*found, *act.modes}:
        found.pop("explosives", None)  # what aircraft drop is no bomb that was laid
    if "suicide-attack" in found and "explosives" in found:
        del found["explosives"]
    for mode, k in found.items():
        if mode not in act.modes:
            _add(act, (mode,), (k,))
    wrecks = [k for part in (act, *act.absorbed) for k in part.words if tree.lemma[k] in _WRECKING]
    if wrecks:
        _add(act, ("destroy",) if "destroy" not in act.modes else (), wrecks)
        act.modes.sort(key="destroy".__eq__)  # the method before the effect (CODEBOOK)
    if "crowd-control" in act.modes and "unconventional" in act.modes:
        act.modes.remove("unconventional")  # tear gas is no gas attack


def _nouns(tree: Parse, i: int) -> list[int]:
    return [c for c in tree.conjuncts(i) for c in (c, *tree.kids(c, "compound", "amod"))]


def _content(tree: Parse, act: Act, table: object) -> None:
    """The mode by the first telling word of what is asked, refused or threatened."""
    assert isinstance(table, dict)
    skip = set(act.actors)
    for part in (act.clause, act.head):
        roots = [
            k
            for k in tree.children[part]
            if tree.dep[k].split(":")[0] in {d.split(":")[0] for d in _CONTENT}
            and tree.dep[k] != "acl:relcl"
            and k not in skip
        ]
        for root in sorted(roots, key=lambda k: tree.dep[k] not in ("ccomp", "xcomp", "advcl")):
            telling = [
                (k, mode)
                for k in tree.subtree(root)
                if (mode := table.get(tree.lemma[k]) or table.get(tree.lower[k]))
            ]
            if telling:
                # "return to talks", "an offer of a truce": the thing tells more than the verb
                k, mode = min(telling, key=lambda pair: tree.lemma[pair[0]] in _WEAK_CONTENT)
                _add(act, (mode,), (k,))
                return

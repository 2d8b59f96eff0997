"""Who is meant by reference to others: groups, offices, counterparts, "both sides"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.who.affiliation import CONTEXT
from dragoman.coding.who.draft import Draft, evidence
from dragoman.records.values import Entity, Role

_SIDES = frozenset({"side", "party", "country", "nation", "leader", "minister", "capital",
                    "president", "official", "diplomat", "government", "neighbor", "neighbour",
                    "counterpart", "ally", "power", "man", "statesman", "army", "group"})  # fmt: skip
_MANIFOLD = frozenset({"official", "spokesperson", "lawmaker", "senator", "soldier", "general",
                       "minister", "adviser", "ambassador", "judge", "civilian", "journalist",
                       "activist", "commander", "special envoy", "colonel", "representative",
                       "police officer", "businessman", "governor", "mayor", "leader",
                       "chief executive", "academic", "politician"})  # fmt: skip


def share_countries(draft: Draft) -> None:
    """Give what belongs to an entity ("his army", "the regime's planes") its country."""
    for chain in draft.chains:
        for mention in chain.mentions:
            profile = draft.profiles.get(mention.head)
            numbers = draft.owners.get(mention.head)
            if not numbers or profile is None or profile.strength > CONTEXT or profile.detached:
                continue
            entity = draft.entities[numbers[0]]
            owner = _owner(draft, mention.head)
            if owner is None or not owner.country or owner is entity or entity.kind == "place":
                continue
            known = draft.nations.get(owner.country)
            if entity.kind == "country" and known is not None and known != numbers[0]:
                draft.redirect(numbers[0], known)
            else:
                draft.entities[numbers[0]] = replace(entity, country=owner.country)
                draft.inferred[numbers[0]] = f"its owner, {owner.name}"


def _owner(draft: Draft, head: int) -> Entity | None:
    tree = draft.tree
    for child in tree.children[head]:
        case = tree.child(child, "case") if tree.dep[child] == "nmod" else None
        complement = case is not None and tree.lower[case] == "of"
        if complement or tree.dep[child] in ("nmod:poss", "compound"):
            numbers = draft.owners.get(child)
            if numbers:
                return draft.entities[numbers[0]]
    return None


def identify(draft: Draft) -> None:
    """An office told without a name is whoever the report, or the directory, names for it."""
    holders: dict[tuple[str, str | None], list[int]] = {}
    for number, entity in enumerate(draft.entities):
        if entity.kind == "person" and number in draft.named:
            listing = draft.named[number]
            held = {(r.title, entity.country) for r in entity.roles if r.current}
            day = draft.report.published
            if listing is not None and day is not None:
                held |= {(o.title, o.country) for o in listing.offices if o.held_on(day)}
            for key in sorted(held, key=str):
                holders.setdefault(key, []).append(number)
    for number, entity in enumerate(draft.entities):
        if entity.kind != "person" or number in draft.named or not entity.country:
            continue
        titles = [r.title for r in entity.roles if r.current and r.title not in _MANIFOLD]
        found = {n for title in titles for n in holders.get((title, entity.country), ())}
        if len(found) == 1:
            draft.redirect(number, found.pop())


def resolve_plurals(draft: Draft) -> None:
    """ "both sides", "the two countries", "counterparts from A and B": who was meant."""
    tree = draft.tree
    for index, lemma in enumerate(tree.lemma):
        if lemma == "counterpart":
            _counterpart(draft, index)
        elif lemma in _SIDES and tree.tag[index] in ("NNS", "NNPS"):
            words = {tree.lower[c] for c in tree.children[index]}
            told = "both" in words or {"the", "two"} <= words or {"these", "two"} <= words
            told = told or (lemma in _OPPOSITE and words & {"the", "warring", "rival"} != set())
            nation = any(c in draft.glossary.nations for c in tree.children[index] if c < index)
            if told and not nation and not words & {"other", "more", "at", "all"}:
                _pair(draft, index)
        elif lemma == "both" and tree.dep[index] in ("nsubj", "obj"):
            _pair(draft, index)


def _pair(draft: Draft, index: int) -> None:
    """The two who stood against or beside each other last, else the two spoken of last."""
    wanted = (
        "person" if draft.tree.lemma[index] in ("leader", "minister", "president", "man") else ""
    )
    found = _last_opposed(draft, index) if not wanted else []
    found = found or _last_named(draft, index, wanted)
    if len(found) == 2:
        draft.owners[index] = tuple(found)
        draft.ranges.setdefault(index, (index, index + 1))


def _last_opposed(draft: Draft, index: int) -> list[int]:
    """The two who take part in one act, the last of which exactly two who can be sides do."""
    tree = draft.tree
    for verb in range(index - 1, max(-1, index - _IN_MIND), -1):
        if tree.pos[verb] not in ("VERB", "NOUN") or verb in draft.owners:
            continue
        if tree.sentence[verb] == tree.sentence[index] and verb == tree.head[index]:
            continue
        found = [n for child in tree.children[verb] for n in _sides_at(draft, verb, child)]
        found = list(dict.fromkeys(found))
        if len(found) == 2:
            return found
    return []


def _sides_at(draft: Draft, verb: int, child: int) -> Iterator[int]:
    """Those of a verb's argument, or of a noun's "between"-phrase, who can be a side."""
    tree = draft.tree
    case = tree.child(child, "case")
    word = tree.lower[case] if case is not None else ""
    argument = tree.dep[child] in ("nsubj", "obj", "nsubj:pass", "obl:agent")
    if not (argument and tree.pos[verb] == "VERB") and word not in ("between", "with"):
        return
    for token in (child, *(c for c in tree.children[child] if tree.dep[c] == "conj")):
        for number in draft.owners.get(token, ()):
            if _is_side(draft.entities[number]):
                yield number


def _is_side(entity: Entity) -> bool:
    if entity.kind in ("country", "armed_group"):
        return True
    return entity.kind == "organisation" and bool(_SIDE_SECTORS & set(entity.sectors))


_SIDE_SECTORS = frozenset({"GOV", "MIL", "REB", "PRM", "UAF", "PTY", "OPP"})
_OPPOSITE = frozenset({"side", "party"})
"""Those who are two without a word that says so: "the sides agreed"."""
_IN_MIND = 120
"""Tokens over which a report still speaks of the same two."""


def _last_named(draft: Draft, index: int, wanted: str) -> list[int]:
    """The two countries, armed groups or persons named last, the earlier first."""
    found: list[int] = []
    for at in range(index - 1, max(-1, index - _IN_MIND), -1):
        for number in draft.owners.get(at, ()):
            entity = draft.entities[number]
            fits = entity.kind == wanted if wanted else entity.kind in ("country", "armed_group")
            known = any(draft.entities[n].country == entity.country for n in found)
            if fits and number not in found and not known:
                found.append(number)
        if len(found) == 2:
            break
    return found[::-1]


def _counterpart(draft: Draft, index: int) -> None:
    """A counterpart holds the office of whoever "his" or "her" means, in the country told."""
    named = draft.inner.get(index, index)
    profile = draft.profiles.get(index) or draft.profiles.get(named)
    numbers = draft.owners.get(index) or draft.owners.get(named)
    if profile is None or not numbers:
        return
    titles = [
        role.title
        for child in (*draft.tree.children[index], *draft.tree.children[named])
        if draft.tree.dep[child] == "nmod:poss"
        for number in draft.owners.get(child, ())
        for role in draft.entities[number].roles
        if role.current
    ]
    if not titles:
        return
    held = [
        _counterpart_in(draft, number, country, titles, index)
        for number, country in zip(numbers, profile.countries, strict=False)
    ]
    if held:
        draft.owners[named] = tuple(dict.fromkeys(held))
        draft.roles[named] = titles[0]


def _counterpart_in(draft: Draft, number: int, country: str, titles: list[str], index: int) -> int:
    """The person of that country who holds one of the offices, else the phrase's own entity."""
    for title in titles:
        for other, entity in enumerate(draft.entities):
            same = (
                other not in (number, *draft.gone)
                and entity.kind == "person"
                and entity.country == country
            )
            if same and any(r.title == title and r.current for r in entity.roles):
                draft.gone[number] = other
                draft.roles[index] = title
                return other
    entity = draft.entities[number]
    sectors = tuple(dict.fromkeys(("GOV", *entity.sectors)))
    role = Role(titles[0], country, None, True, evidence(draft.doc, (index, index + 1)))
    draft.entities[number] = replace(entity, sectors=sectors, roles=(role,))
    draft.roles[index] = titles[0]
    return number


def resolve_groups(draft: Draft, entity_of: dict[int, int]) -> None:
    for chain in draft.chains:
        if chain.mentions[0].kind != "group":
            continue
        numbers = tuple(dict.fromkeys(entity_of[m] for m in chain.members if m in entity_of))
        if numbers:
            for mention in chain.mentions[1:]:
                draft.owners[mention.head] = numbers
                draft.ranges[mention.head] = mention.core

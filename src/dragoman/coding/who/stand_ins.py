"""Words that stand for somebody without being his phrase: adjectives, assets, pronouns."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.who.draft import Draft
from dragoman.ontology.reference import reference_words
from dragoman.ontology.roles import load_roles
from dragoman.records.values import Entity

_FIRST_PERSON = reference_words("first")
_PRIVATE = frozenset({"BUS", "EDU", "MED", "REL", "SOC", "LAB", "AGR", "UNK", "JRN"})


def claim_modifiers(draft: Draft) -> None:
    """Demonyms and names that modify a noun mean the country or body that acts by it."""
    done: set[int] = set()
    for index, nation in sorted(draft.glossary.nations.items()):
        if index in draft.owners or nation.start in done:
            continue
        done.add(nation.start)
        head = nation.end - 1
        covered = any(i in draft.inner for i in range(nation.start, nation.end))
        if (head in draft.owners or covered) and not _adjectival(draft, index):
            continue
        number = draft.nation_entity(nation.start, nation.end, nation.country)
        for i in range(nation.start, nation.end):
            draft.owners.setdefault(i, (number,))
            draft.ranges.setdefault(i, (nation.start, nation.end))


def _adjectival(draft: Draft, index: int) -> bool:
    return draft.tree.pos[index] == "ADJ"


def claim_unclaimed(draft: Draft) -> None:
    """Listed names and bodies that no phrase claimed: "IS stronghold", "coalition strikes"."""
    by_listing: dict[str, int] = {}
    by_form: dict[str, int] = {}
    for index, listed in sorted(draft.glossary.listed.items()):
        numbers = draft.owners.get(index)
        if numbers and len(numbers) == 1:
            by_listing.setdefault(listed.match.listing.name, numbers[0])
    for index in draft.glossary.roles:
        numbers = draft.owners.get(index)
        if numbers and len(numbers) == 1:
            by_form[draft.tree.lemma[index]] = numbers[0]
    for index, listed in sorted(draft.glossary.listed.items()):
        claimed = index in draft.owners or index in draft.inner
        if claimed or listed.start != index or listed.match.surname:
            continue
        name = listed.match.listing.name
        span = (listed.start, listed.end)
        head = listed.end - 1
        if name not in by_listing:
            by_listing[name] = draft.bare_entity(head, span)
        draft.claim(head, span, by_listing[name])
    for index, role in sorted(draft.glossary.roles.items()):
        if index in draft.owners or index in draft.inner or draft.tree.dep[index] != "compound":
            continue
        if role.noun.category not in ("body", "armed") or role.noun.sector in _PRIVATE:
            continue
        known = by_form.get(draft.tree.lemma[index])
        if known is None and draft.profiler.read_bare(index).kind is None:
            continue
        if known is None:
            known = draft.bare_entity(index, (role.start, role.end))
            by_form[draft.tree.lemma[index]] = known
        draft.claim(index, (role.start, role.end), known)


def claim_assets(draft: Draft) -> None:
    """What somebody fires, flies or holds stands for him: "army positions", "IS vehicles"."""
    assets = load_roles().assets
    for index, lemma in enumerate(draft.tree.lemma):
        if lemma not in assets or draft.tree.pos[index] != "NOUN":
            continue
        if index in draft.owners:
            _give_to_holder(draft, index)
            continue
        numbers: list[int] = []
        for child in draft.tree.children[index]:
            dep = draft.tree.dep[child]
            owned = dep in ("compound", "amod", "nmod:poss") and child in draft.owners
            if owned and not draft.profiler.affiliations.hyphened(child + 1):
                numbers += draft.owners[child]
                for other in draft.tree.children[child]:
                    if draft.tree.dep[other] == "conj":
                        numbers += draft.owners.get(other, ())
        actors = [n for n in dict.fromkeys(numbers) if draft.entities[n].kind != "place"]
        if actors:
            draft.owners[index] = tuple(actors)
            draft.ranges[index] = (index, index + 1)


def _give_to_holder(draft: Draft, index: int) -> None:
    """Let "IS-held tank" mean the group that holds it."""
    numbers = draft.owners[index]
    if len(numbers) != 1 or len(draft.entities[numbers[0]].mentions) != 1:
        return
    start, end = draft.ranges.get(index, (index, index + 1))
    held = dict.fromkeys(
        number
        for at in range(start, min(end, index))
        for number in draft.owners.get(at, ())
        if number != numbers[0] and draft.entities[number].kind == "armed_group"
    )
    if len(held) == 1:
        draft.redirect(numbers[0], next(iter(held)))


def claim_relatives(draft: Draft) -> None:
    """Relative pronouns mean what their clause describes."""
    for index, tag in enumerate(draft.tree.tag):
        if tag not in ("WDT", "WP", "WP$") and not (
            tag == "IN" and draft.tree.pos[index] == "PRON"
        ):
            continue
        node = index
        for _ in range(6):
            if draft.tree.dep[node] == "acl:relcl":
                head = draft.tree.head[node]
                if head in draft.owners and index not in draft.owners:
                    draft.inner[index] = head
                break
            node = draft.tree.head[node]


def claim_first_persons(draft: Draft) -> None:
    """ "I" and "we" in somebody's words mean him, who speaks for his side."""
    for index, speaker in draft.speakers.items():
        numbers = draft.owners.get(speaker) or draft.owners.get(draft.inner.get(speaker, -1))
        if draft.tree.lower[index] == "our" and numbers:
            _give_side(draft, draft.tree.head[index], draft.entities[numbers[0]])
        if draft.tree.lower[index] in _FIRST_PERSON:
            if numbers and index not in draft.owners:
                draft.owners[index] = numbers
                draft.ranges[index] = (index, index + 1)


def _give_side(draft: Draft, head: int, speaker: Entity) -> None:
    """Let "our men", "our forces" be of the side of whoever says so."""
    numbers = draft.owners.get(head)
    if not numbers or draft.tree.lemma[head] not in _OWN_FORCES:
        return
    entity = draft.entities[numbers[0]]
    if entity is speaker or entity.kind == "person":
        return
    sectors = speaker.sectors if speaker.sector in _ARMED else entity.sectors
    draft.entities[numbers[0]] = replace(
        entity, country=entity.country or speaker.country, sectors=sectors or entity.sectors
    )
    if entity.country is None:
        draft.inferred[numbers[0]] = f"its owner, {speaker.name}"


_OWN_FORCES = frozenset({"man", "boy", "fighter", "force", "troop", "soldier", "army", "hero"})
_ARMED = frozenset({"MIL", "REB", "PRM", "UAF"})

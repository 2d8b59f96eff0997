"""Who: the persons, bodies, groups, countries and peoples of a report, and who stands where.

What the text says comes first, then the directory (read for the report's date), then what a title
alone implies, last the country that the report speaks of around.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.coding.affiliation import CONTEXT
from dragoman.coding.offices import SaidRole
from dragoman.coding.profiles import Profile, Profiler
from dragoman.language.canonical import canonical_text
from dragoman.language.coreference import Chain, Reading, read_chains
from dragoman.language.mentions import Mention
from dragoman.ontology.directory import Listing
from dragoman.ontology.roles import load_roles
from dragoman.records.report import Report
from dragoman.records.spans import TextSpan
from dragoman.records.values import Entity, Participant, Role

_SIDES = frozenset({"side", "party", "country", "nation", "leader", "minister", "capital",
                    "president", "official", "diplomat", "government", "neighbor", "neighbour",
                    "counterpart", "ally", "power", "man", "statesman", "army", "group"})  # fmt: skip
_PRIVATE = frozenset({"BUS", "EDU", "MED", "REL", "SOC", "LAB", "AGR", "UNK", "JRN"})
_MANIFOLD = frozenset({"official", "spokesperson", "lawmaker", "senator", "soldier", "general",
                       "minister", "adviser", "ambassador", "judge", "civilian", "journalist",
                       "activist", "commander", "special envoy", "colonel", "representative",
                       "police officer", "businessman", "academic", "politician"})  # fmt: skip
_NAMELESS = frozenset({"his", "her", "its", "their", "my", "our", "the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Cast:
    """A report's entities and the phrases that mean them, by token index."""

    entities: tuple[Entity, ...]
    _owners: dict[int, tuple[int, ...]]
    _ranges: dict[int, tuple[int, int]]
    _inner: dict[int, int]
    _roles: dict[int, str]

    def participants_at(self, token: Token) -> tuple[Participant, ...]:
        """Who the phrase with that head means; empty where it means nobody who can act."""
        index = self._head(token)
        if index is None:
            return ()
        found = []
        for number in self._owners[index]:
            entity = self.entities[number]
            evidence = _evidence(token.doc, self._ranges.get(index, (token.i, token.i + 1)))
            role = self._roles.get(index) or (entity.roles[0].title if entity.roles else None)
            found.append(
                Participant(
                    entity.id, entity.name, entity.country, entity.sector, role, evidence
                )
            )
        return tuple(found)

    def entity_at(self, token: Token) -> Entity | None:
        """The entity that the phrase with that head means, the first where it means several."""
        index = self._head(token)
        return self.entities[self._owners[index][0]] if index is not None else None

    def _head(self, token: Token) -> int | None:
        index = token.i
        if index in self._owners:
            return index
        if index in self._inner:
            return self._inner[index]
        if token.dep_ in ("flat", "compound", "nmod:desc", "fixed") and token.head.i in self._owners:
            return token.head.i
        return None


def find_cast(doc: Doc, report: Report) -> Cast:
    """The entities of a report in order of first mention, and who each phrase means."""
    reading = read_chains(doc)
    return _Casting(doc, reading, report).cast()


class _Casting:
    """The work of find_cast on one document."""

    def __init__(self, doc: Doc, reading: Reading, report: Report) -> None:
        self.doc = doc
        self.tree = reading.tree
        self.glossary = reading.glossary
        self.chains = reading.chains
        self.speakers = reading.speakers
        self.report = report
        self.profiler = Profiler(reading.tree, reading.glossary, report.published)
        self.entities: list[Entity] = []
        self.owners: dict[int, tuple[int, ...]] = {}
        self.ranges: dict[int, tuple[int, int]] = {}
        self.inner: dict[int, int] = {}
        self.roles: dict[int, str] = {}
        self.profiles: dict[int, Profile] = {}
        self._nations: dict[str, int] = {}
        self.named: dict[int, Listing | None] = {}
        self.gone: set[int] = set()

    def cast(self) -> Cast:
        entity_of: dict[int, int] = {}
        for number, chain in enumerate(self.chains):
            merged = self._merge(chain)
            if merged.kind is None:
                continue
            if len(merged.countries) > 1 and merged.kind in ("population", "organisation"):
                self._split(chain, merged)
                continue
            known = self._known_nation(merged)
            if known is None:
                known = len(self.entities)
                self.entities.append(self._entity(chain, merged))
                if merged.kind == "person" and chain.name is not None and self._proper(chain.name):
                    self.named[known] = merged.listing
                if merged.kind == "country" and merged.country:
                    self._nations[merged.country] = known
            else:
                self._more_mentions(known, chain)
            entity_of[number] = known
            self._place(chain, (known,))
        self._groups(entity_of)
        self._owned_countries()
        self._identify()
        self._modifiers()
        self._unclaimed()
        self._assets()
        self._relatives()
        self._first_persons()
        self._plurals()
        return Cast(tuple(self._ordered()), self.owners, self.ranges, self.inner, self.roles)

    # one chain

    def _merge(self, chain: Chain) -> Profile:
        best = Profile()
        for mention in chain.mentions:
            if mention.kind in ("pronoun", "group"):
                continue
            if mention.name is None and self.tree.dep[mention.head] == "compound":
                continue
            profile = self.profiler.read(mention)
            self.profiles[mention.head] = profile
            if profile.kind is None:
                continue
            best = self._joined(best, profile, mention)
        return best

    def _joined(self, one: Profile, other: Profile, mention: Mention) -> Profile:
        if one.kind is None:
            return replace(other)
        named = mention.kind == "name"
        if named and other.kind in ("person", "organisation", "armed_group", "country"):
            if one.kind in ("population", "place") or (one.kind == "person") != (other.kind == "person"):
                one.kind = other.kind if one.listing is None else one.kind
        if other.strength > one.strength or not one.countries:
            one.countries, one.strength = other.countries, other.strength
        weak = not one.sectors or one.sectors == ("CVL",) or (other.sure_sector and not one.sure_sector)
        if other.sectors and weak:
            one.sectors = tuple(dict.fromkeys((*other.sectors, *one.sectors)))[:3]
            one.sure_sector = one.sure_sector or other.sure_sector
        elif other.roles and not one.roles:
            one.sectors = tuple(dict.fromkeys((*other.sectors, *one.sectors)))[:3]
        one.roles = (*one.roles, *other.roles)
        one.listing = one.listing or other.listing
        return one

    def _entity(self, chain: Chain, profile: Profile) -> Entity:
        assert profile.kind is not None
        kind = profile.kind
        sectors = tuple(s for s in profile.sectors if s)
        if kind == "population" and not sectors:
            sectors = ("CVL",)
        return Entity(
            id="",
            kind=kind,
            name=self._name(chain, profile),
            country=profile.country,
            sectors=sectors,
            roles=self._said(profile),
            mentions=tuple(self._spans(chain)),
        )

    def _name(self, chain: Chain, profile: Profile) -> str:
        if profile.kind == "country" and profile.country:
            nation = next(
                (self.glossary.nations[m.head] for m in chain.mentions if m.head in self.glossary.nations),
                None,
            )
            if nation is not None:
                return nation.country.name
        if chain.name is not None and self._proper(chain.name):
            return " ".join(self._unpossessed(*chain.name).split())
        first = next((m for m in chain.mentions if m.kind == "nominal"), chain.mentions[0])
        return self._phrase(first)

    def _phrase(self, mention: Mention) -> str:
        start, end = mention.core
        while start < end - 1 and self.tree.lower[start] in _NAMELESS:
            start += 1
        return " ".join(self.doc[start:end].text.split())

    def _proper(self, name: tuple[int, int]) -> bool:
        """Whether a range is a name that tables or tagger know, not a mere capitalised noun."""
        tree, glossary = self.tree, self.glossary
        return any(tree.ent[i] or i in glossary.listed or i in glossary.nations for i in range(*name))

    def _unpossessed(self, start: int, end: int) -> str:
        while end - start > 1 and self.tree.lower[end - 1] in ("'s", "’s", "'", "’"):
            end -= 1
        return self.doc[start:end].text

    def _spans(self, chain: Chain) -> Iterator[TextSpan]:
        for mention in chain.mentions:
            if mention.kind != "group":
                yield from _evidence(self.doc, mention.core)

    def _said(self, profile: Profile) -> tuple[Role, ...]:
        roles: dict[str, Role] = {}
        for said in profile.roles:
            title = _title(said)
            if said.match.noun.sector == "CVL" and said.match.noun.normal == "civilian":
                continue
            evidence = _evidence(self.doc, (said.match.start, said.match.end))
            known = roles.get(title)
            if known is not None:
                roles[title] = replace(known, evidence=tuple(sorted({*known.evidence, *evidence})))
            else:
                roles[title] = Role(title, profile.country, None, said.current, evidence)
        day = self.report.published
        if profile.listing is not None and profile.kind == "person" and day is not None:
            for office in profile.listing.offices:
                if office.title in roles and not office.held_on(day):
                    continue
        return tuple(roles.values())

    def _place(self, chain: Chain, numbers: tuple[int, ...]) -> None:
        for mention in chain.mentions:
            if mention.kind == "group":
                continue
            self.owners[mention.head] = numbers
            self.ranges[mention.head] = mention.core
            profile = self.profiles.get(mention.head)
            if profile is not None and profile.roles:
                self.roles[mention.head] = _title(profile.roles[0])
            if mention.name is not None:
                for index in range(*mention.name):
                    self.inner.setdefault(index, mention.head)
            for index in range(*mention.core):
                if self.tree.head[index] == mention.head and index in self.glossary.roles:
                    if self.tree.dep[index] in ("nmod:desc", "flat"):
                        self.inner.setdefault(index, mention.head)

    def _known_nation(self, profile: Profile) -> int | None:
        if profile.kind == "country" and profile.country and profile.sectors[:1] == ("GOV",):
            return self._nations.get(profile.country)
        return None

    def _more_mentions(self, number: int, chain: Chain) -> None:
        entity = self.entities[number]
        spans = tuple(sorted({*entity.mentions, *self._spans(chain)}))
        self.entities[number] = replace(entity, mentions=spans)

    def _split(self, chain: Chain, profile: Profile) -> None:
        """One entity a country for "Turkish and Iranian officials"."""
        numbers = []
        for country in profile.countries:
            part = replace(profile, countries=(country,))
            numbers.append(len(self.entities))
            self.entities.append(self._entity(chain, part))
        self._place(chain, tuple(numbers))

    # beyond one chain

    def _groups(self, entity_of: dict[int, int]) -> None:
        for chain in self.chains:
            if chain.mentions[0].kind != "group":
                continue
            numbers = tuple(
                dict.fromkeys(entity_of[m] for m in chain.members if m in entity_of)
            )
            if numbers:
                for mention in chain.mentions[1:]:
                    self.owners[mention.head] = numbers
                    self.ranges[mention.head] = mention.core

    def _owned_countries(self) -> None:
        """Give what belongs to an entity ("his army", "the regime's planes") its country."""
        for chain in self.chains:
            for mention in chain.mentions:
                profile = self.profiles.get(mention.head)
                numbers = self.owners.get(mention.head)
                if not numbers or profile is None or profile.strength > CONTEXT or profile.detached:
                    continue
                entity = self.entities[numbers[0]]
                owner = self._owner(mention.head)
                if owner is None or not owner.country or owner is entity:
                    continue
                known = self._nations.get(owner.country)
                if entity.kind == "country" and known is not None and known != numbers[0]:
                    self._redirect(numbers[0], known)
                else:
                    self.entities[numbers[0]] = replace(entity, country=owner.country)

    def _redirect(self, old: int, new: int) -> None:
        """Let all that means one entity mean another, which takes its mentions and roles."""
        kept, lost = self.entities[new], self.entities[old]
        titles = {role.title for role in kept.roles}
        self.entities[new] = replace(
            kept,
            mentions=tuple(sorted({*kept.mentions, *lost.mentions})),
            roles=(*kept.roles, *(r for r in lost.roles if r.title not in titles)),
        )
        self.gone.add(old)
        for index, numbers in self.owners.items():
            if old in numbers:
                self.owners[index] = tuple(dict.fromkeys(new if n == old else n for n in numbers))

    def _identify(self) -> None:
        """An office told without a name is whoever the report, or the directory, names for it."""
        holders: dict[tuple[str, str | None], list[int]] = {}
        for number, entity in enumerate(self.entities):
            if entity.kind == "person" and number in self.named:
                listing = self.named[number]
                held = {(r.title, entity.country) for r in entity.roles if r.current}
                day = self.report.published
                if listing is not None and day is not None:
                    held |= {(o.title, o.country) for o in listing.offices if o.held_on(day)}
                for key in sorted(held, key=str):
                    holders.setdefault(key, []).append(number)
        for number, entity in enumerate(self.entities):
            if entity.kind != "person" or number in self.named or len(entity.roles) != 1:
                continue
            role = entity.roles[0]
            found = holders.get((role.title, entity.country), [])
            if len(found) == 1 and role.current and role.title not in _MANIFOLD and entity.country:
                self._redirect(number, found[0])

    def _owner(self, head: int) -> Entity | None:
        for child in self.tree.children[head]:
            if self.tree.dep[child] in ("nmod:poss", "compound"):
                numbers = self.owners.get(child)
                if numbers:
                    return self.entities[numbers[0]]
        return None

    def _modifiers(self) -> None:
        """Demonyms and names that modify a noun mean the country or body that acts by it."""
        done: set[int] = set()
        for index, nation in sorted(self.glossary.nations.items()):
            if index in self.owners or nation.start in done:
                continue
            done.add(nation.start)
            head = nation.end - 1
            if head in self.owners or any(i in self.inner for i in range(nation.start, nation.end)):
                if not self._adjectival(index):
                    continue
            number = self._nation_entity(nation.start, nation.end, nation.country.code,
                                         nation.country.name)  # fmt: skip
            for i in range(nation.start, nation.end):
                self.owners.setdefault(i, (number,))
                self.ranges.setdefault(i, (nation.start, nation.end))

    def _unclaimed(self) -> None:
        """Listed names and bodies that no phrase claimed: "IS stronghold", "coalition strikes"."""
        by_listing: dict[str, int] = {}
        by_form: dict[str, int] = {}
        for index, listed in sorted(self.glossary.listed.items()):
            numbers = self.owners.get(index)
            if numbers and len(numbers) == 1:
                by_listing.setdefault(listed.match.listing.name, numbers[0])
        for index, role in self.glossary.roles.items():
            numbers = self.owners.get(index)
            if numbers and len(numbers) == 1:
                by_form[self.tree.lemma[index]] = numbers[0]
        for index, listed in sorted(self.glossary.listed.items()):
            claimed = index in self.owners or index in self.inner
            if claimed or listed.start != index or listed.match.surname:
                continue
            name = listed.match.listing.name
            span = (listed.start, listed.end)
            head = listed.end - 1
            if name not in by_listing:
                by_listing[name] = self._bare_entity(head, span)
            self._claim(head, span, by_listing[name])
        for index, role in sorted(self.glossary.roles.items()):
            if index in self.owners or index in self.inner or self.tree.dep[index] != "compound":
                continue
            if role.noun.category not in ("body", "armed") or role.noun.sector in _PRIVATE:
                continue
            known = by_form.get(self.tree.lemma[index])
            if known is None:
                known = self._bare_entity(index, (role.start, role.end))
                by_form[self.tree.lemma[index]] = known
            self._claim(index, (role.start, role.end), known)

    def _claim(self, head: int, span: tuple[int, int], number: int) -> None:
        for index in range(*span):
            self.owners.setdefault(index, (number,))
            self.ranges.setdefault(index, span)
        self.owners[head] = (number,)
        spans = tuple(sorted({*self.entities[number].mentions, *_evidence(self.doc, span)}))
        self.entities[number] = replace(self.entities[number], mentions=spans)

    def _bare_entity(self, head: int, span: tuple[int, int]) -> int:
        profile = self.profiler.read_bare(head)
        kind = profile.kind or "organisation"
        name = " ".join(self.doc[span[0] : span[1]].text.split())
        self.entities.append(Entity("", kind, name, profile.country, profile.sectors))
        return len(self.entities) - 1

    def _first_persons(self) -> None:
        """"I" and "we" in somebody's words mean him, who speaks for his side."""
        for index, speaker in self.speakers.items():
            if self.tree.lower[index] in ("i", "me", "we", "us", "our", "my", "ourselves", "myself"):
                numbers = self.owners.get(speaker) or self.owners.get(self.inner.get(speaker, -1))
                if numbers and index not in self.owners:
                    self.owners[index] = numbers
                    self.ranges[index] = (index, index + 1)

    def _relatives(self) -> None:
        """Relative pronouns mean what their clause describes."""
        for index, tag in enumerate(self.tree.tag):
            if tag not in ("WDT", "WP", "WP$") and not (tag == "IN" and self.tree.pos[index] == "PRON"):
                continue
            node = index
            for _ in range(6):
                if self.tree.dep[node] == "acl:relcl":
                    head = self.tree.head[node]
                    if head in self.owners and index not in self.owners:
                        self.inner[index] = head
                    break
                node = self.tree.head[node]

    def _assets(self) -> None:
        """What somebody fires, flies or holds stands for him: "army positions", "IS vehicles"."""
        assets = load_roles().assets
        for index, lemma in enumerate(self.tree.lemma):
            if lemma not in assets or index in self.owners or self.tree.pos[index] != "NOUN":
                continue
            numbers: list[int] = []
            for child in self.tree.children[index]:
                dep = self.tree.dep[child]
                owned = dep in ("compound", "amod", "nmod:poss") and child in self.owners
                if owned and not self.profiler.affiliations.hyphened(child + 1):
                    numbers += self.owners[child]
                    for other in self.tree.children[child]:
                        if self.tree.dep[other] == "conj":
                            numbers += self.owners.get(other, ())
            actors = [n for n in dict.fromkeys(numbers) if self.entities[n].kind != "place"]
            if actors:
                self.owners[index] = tuple(actors)
                self.ranges[index] = (index, index + 1)

    def _adjectival(self, index: int) -> bool:
        return self.tree.pos[index] == "ADJ"

    def _nation_entity(self, start: int, end: int, code: str, name: str) -> int:
        spans = _evidence(self.doc, (start, end))
        known = self._nations.get(code)
        if known is not None:
            entity = self.entities[known]
            mentions = tuple(sorted({*entity.mentions, *spans}))
            self.entities[known] = replace(entity, mentions=mentions)
            return known
        self._nations[code] = len(self.entities)
        self.entities.append(
            Entity("", "country", name, code, ("GOV",), mentions=tuple(spans))
        )
        return self._nations[code]

    def _plurals(self) -> None:
        """"both sides", "the two countries", "counterparts from A and B": who was meant."""
        tree = self.tree
        for index, lemma in enumerate(tree.lemma):
            if lemma == "counterpart":
                self._counterpart(index)
            elif lemma in _SIDES and tree.tag[index] in ("NNS", "NNPS"):
                words = {tree.lower[c] for c in tree.children[index]}
                if words & {"both", "two"} and not words & {"other", "more", "at"}:
                    self._pair(index)
            elif lemma == "both" and tree.dep[index] in ("nsubj", "obj"):
                self._pair(index)

    def _pair(self, index: int) -> None:
        """The two countries or persons spoken of last."""
        wanted = "person" if self.tree.lemma[index] in ("leader", "minister", "president", "man") else ""
        found: list[int] = []
        for at in range(index - 1, max(-1, index - 120), -1):
            numbers = self.owners.get(at)
            if not numbers:
                continue
            for number in numbers:
                entity = self.entities[number]
                fits = entity.kind == wanted if wanted else entity.kind in ("country", "armed_group")
                if fits and number not in found:
                    if not any(self.entities[n].country == entity.country for n in found):
                        found.append(number)
            if len(found) == 2:
                break
        if len(found) == 2:
            self.owners[index] = tuple(reversed(found))
            self.ranges.setdefault(index, (index, index + 1))

    def _counterpart(self, index: int) -> None:
        """A counterpart holds the office of whoever "his" or "her" means, in the country told."""
        profile = self.profiles.get(index)
        numbers = self.owners.get(index)
        if profile is None or not numbers:
            return
        titles = [
            role.title
            for child in self.tree.children[index]
            if self.tree.dep[child] == "nmod:poss"
            for number in self.owners.get(child, ())
            for role in self.entities[number].roles
            if role.current
        ]
        if not titles:
            return
        held = [
            self._counterpart_in(number, country, titles, index)
            for number, country in zip(numbers, profile.countries, strict=False)
        ]
        if held:
            self.owners[index] = tuple(dict.fromkeys(held))

    def _counterpart_in(self, number: int, country: str, titles: list[str], index: int) -> int:
        """The person of that country who holds one of the offices, else the phrase's own entity."""
        for title in titles:
            for other, entity in enumerate(self.entities):
                same = other != number and entity.kind == "person" and entity.country == country
                if same and any(r.title == title and r.current for r in entity.roles):
                    self.gone.add(number)
                    self.roles[index] = title
                    return other
        entity = self.entities[number]
        sectors = tuple(dict.fromkeys(("GOV", *entity.sectors)))
        role = Role(titles[0], country, None, True, _evidence(self.doc, (index, index + 1)))
        self.entities[number] = replace(entity, sectors=sectors, roles=(role,))
        self.roles.setdefault(index, titles[0])
        return number

    def _ordered(self) -> list[Entity]:
        """Entities by first mention, numbered; the owners are renumbered with them."""
        order = sorted(
            (n for n in range(len(self.entities)) if n not in self.gone),
            key=lambda n: (self.entities[n].mentions[0].start if self.entities[n].mentions else 0, n),
        )
        rank = {old: new for new, old in enumerate(order)}
        for index, numbers in self.owners.items():
            self.owners[index] = tuple(rank[n] for n in numbers)
        return [replace(self.entities[old], id=f"e{new + 1}") for new, old in enumerate(order)]


def _title(said: SaidRole) -> str:
    normal = said.match.noun.normal
    return f"acting {normal}" if said.acting else normal


def _evidence(doc: Doc, tokens: tuple[int, int]) -> tuple[TextSpan, ...]:
    """The characters of a token range, blanks at its ends left out; none where it is empty."""
    if not 0 <= tokens[0] < tokens[1] <= len(doc):
        return ()
    first, last = doc[tokens[0]], doc[tokens[1] - 1]
    start, end = first.idx, last.idx + len(last.text)
    text = canonical_text(doc)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (TextSpan(start, end, text[start:end]),) if start < end else ()

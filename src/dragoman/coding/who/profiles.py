"""What one phrase says of its referent: kind, country, sectors and roles."""

from __future__ import annotations

from datetime import date

from dragoman.coding.who.affiliation import (
    CONTEXT,
    EXPLICIT,
    IMPLIED,
    LISTED,
    Affiliation,
    Affiliations,
)
from dragoman.coding.who.inference import Inference
from dragoman.coding.who.offices import SaidRole, said_roles, serving_subject_roles
from dragoman.coding.who.places_of import country_of_place
from dragoman.coding.who.profile import Profile
from dragoman.coding.who.sectors import sectors_of
from dragoman.coding.who.surroundings import Surroundings
from dragoman.language.glossary import Glossary, RoleMatch
from dragoman.language.mentions import Mention
from dragoman.language.syntax import Tree
from dragoman.ontology.countries import part_of_state
from dragoman.ontology.directory import Listing
from dragoman.ontology.reference import reference_words
from dragoman.ontology.roles import load_roles
from dragoman.records.values import EntityKind

_ARMED = frozenset({"REB", "PRM", "UAF"})
_QUANTITIES = reference_words("quantities")
_CAPITALISED = frozenset(
    {"house", "houses", "commons", "lords", "crown", "bench", "power", "base", "diet", "fono",
     "cortes", "states general", "rada"}
)  # fmt: skip
_CROWDS = frozenset({"dozen", "hundred", "thousand", "million", "score"})


class Profiler:
    """Reads the phrases of one document; `day` is the report's date, for the directory."""

    def __init__(self, tree: Tree, glossary: Glossary, day: date | None) -> None:
        self.tree = tree
        self.glossary = glossary
        self.day = day
        self.affiliations = Affiliations(tree, glossary)
        self.around = Surroundings(tree, glossary)
        self.inference = Inference(tree, glossary, self.around)

    def read(self, mention: Mention) -> Profile:
        """The profile of a phrase; of kind None where it denotes nobody who can act."""
        head = mention.head
        listed = self.glossary.listed.get(head)
        if listed is not None and self._trusted(mention):
            return self._of_listing(mention, listed.match.listing)
        nation = self.glossary.nations.get(head)
        longer = (
            mention.name is not None
            and nation is not None
            and (mention.name[1] - mention.name[0] > nation.end - nation.start)
        )
        if nation is not None and not longer:
            return self._of_nation(mention)
        if mention.name is not None and mention.animacy == "person":
            return self.read_person(mention)
        if self.tree.lemma[head] in _QUANTITIES or self.tree.lower[head] in _QUANTITIES:
            inner = self._quantified(mention)
            if inner is not None:
                return inner
            if self.tree.lemma[head] in _CROWDS and mention.plural:
                around = self.inference.home(head, "CVL", "population")
                return Profile("population", _one(around), CONTEXT, ("CVL",))
        role = self.glossary.roles.get(head)
        if role is not None:
            return self._of_role(mention, role)
        if mention.name is not None:
            return self._of_name(mention)
        return Profile()

    def read_bare(self, head: int) -> Profile:
        """The profile of a word that no phrase was found for, such as a name used adjectivally."""
        return self.read(self._bare(head))

    def _trusted(self, mention: Mention) -> bool:
        """Whether a listed surname stands alone, not after somebody else's first name."""
        listed = self.glossary.listed[mention.head]
        if not listed.match.surname or mention.name is None:
            return True
        start, end = mention.name
        return not any(
            self.tree.ent[i] == "PERSON" and self.tree.pos[i] == "PROPN"
            for i in range(start, end)
            if not listed.start <= i < listed.end and i not in self.glossary.roles
        )

    def _affiliation(self, mention: Mention) -> Affiliation:
        return self.affiliations.of(mention.head, mention.core, mention.name)

    def _of_listing(self, mention: Mention, listing: Listing) -> Profile:
        if listing.kind == "person":
            return self._of_listed_person(mention, listing)
        kind: EntityKind = "armed_group" if listing.kind == "armed_group" else "organisation"
        country, strength = _one(listing.country), EXPLICIT
        found = self._affiliation(mention)
        role = self.glossary.roles.get(mention.head)
        others = found.strength == EXPLICIT and found.countries[:1] != list(country)
        if role is not None and others and self._is_all_role(mention.head, role):
            return self._of_role(mention, role)  # "Chile's Defense Department"
        if not country:
            country, strength = tuple(found.countries[:1]), found.strength
        return Profile(kind, country, strength, listing.sectors, listing=listing, sure_sector=True)

    def _is_all_role(self, head: int, role: RoleMatch) -> bool:
        """Whether a listed name is one that any country's body bears: "Supreme Court"."""
        listed = self.glossary.listed[head]
        return role.start <= listed.start and listed.end <= role.end

    def _of_listed_person(self, mention: Mention, listing: Listing) -> Profile:
        """Somebody of the directory; a surname alone yields to a country that the text tells."""
        profile = self.read_person(mention)
        surname = self.glossary.listed[mention.head].match.surname
        told = {role.match.noun.normal for role in profile.roles}
        held = next((office for office in listing.offices if office.title in told), None)
        foreign = profile.strength == EXPLICIT and profile.country != listing.country
        if surname and foreign and held is None:
            return profile
        profile.listing = listing
        office = held or listing.office_on(self.day)
        profile.countries = _one(office.country if office is not None else listing.country)
        profile.strength = EXPLICIT
        if not any(role.match.noun.sector != "CVL" for role in profile.roles):
            profile.sectors = listing.sectors_on(self.day)
        return profile

    def _of_nation(self, mention: Mention) -> Profile:
        nation = self.glossary.nations[mention.head]
        code = (nation.country.code,)
        if nation.nationhood == "demonym":
            tagged = self.tree.tag[mention.head] in ("NNS", "NNPS")
            if (
                nation.plural
                or tagged
                or self.tree.child(mention.head, "nummod", "det") is not None
            ):
                many = nation.plural or tagged or self.tree.pos[mention.head] == "ADJ"
                return Profile("population" if many else "person", code, EXPLICIT, ("CVL",))
        part = part_of_state(_words(self.tree, nation.start, nation.end))
        sector, name = (part.sector, part.name) if part else (nation.sector, None)
        return Profile("country", code, EXPLICIT, (sector,), sure_sector=True, part=name)

    def read_person(self, mention: Mention) -> Profile:
        roles = said_roles(self.tree, self.glossary, mention.head, mention.core)
        roles += serving_subject_roles(self.tree, self.glossary, mention.head)
        found = self._affiliation(mention)
        if not found.countries and mention.name is not None:
            first = mention.name[0]
            town = self.affiliations.place_inside(mention.core[0], first, tagged=True)
            found.add((town,), LISTED)
        profile = Profile("person", tuple(found.countries[:1]), found.strength)
        profile.roles = tuple(roles)
        self._complete(profile, mention, found, [r.match for r in roles])
        return profile

    def _of_role(self, mention: Mention, role: RoleMatch) -> Profile:
        tree, noun = self.tree, role.noun
        if tree.pos[mention.head] in ("VERB", "ADV", "ADP"):
            return Profile()
        if role.form in _CAPITALISED and not tree.texts[mention.head][:1].isupper():
            return Profile()
        if role.form == "parties":
            return Profile("organisation", detached=True)
        found = self._affiliation(mention)
        kind: EntityKind
        roles: tuple[SaidRole, ...] = ()
        if noun.category == "office":
            kind = "person"
            if mention.plural or noun.plural:
                kind = "armed_group" if noun.sector in _ARMED else "population"
            else:
                roles = tuple(said_roles(tree, self.glossary, mention.head, mention.core))
        elif noun.category == "collective":
            kind = "population"
        elif noun.category == "armed":
            kind = "armed_group"
        else:
            kind = "country" if noun.sector == "UNK" else "organisation"
        if noun.category == "body" and noun.sector == "UNK":
            if mention.plural and found.strength < LISTED:
                found.countries = ["EUR"] if role.form.startswith("eu ") else []
            return Profile(kind, tuple(found.countries), found.strength, ("GOV",))
        if noun.normal == "ally" and not found.listings:
            # A country's allies are another's, but "our Chadian allies" are Chad's.
            told = self._told_of_own(mention)
            found.countries, found.strength = told, EXPLICIT if told else CONTEXT
        if noun.category == "body":
            found.add((self.affiliations.place_inside(mention.core[0], mention.head),), LISTED)
        if noun.category != "body" and noun.normal != "ally" and not found.countries:
            town = self.affiliations.place_inside(mention.core[0], mention.head, tagged=True)
            found.add((town,), LISTED)
        if noun.category == "body" and not found.countries and self._is_asset(mention.head):
            return Profile()
        profile = Profile(kind, tuple(found.countries), found.strength, roles=roles)
        if found.opposed and noun.sector in ("MIL", "UAF", "PRM", "CVL", "REB"):
            profile.kind, profile.sectors = "armed_group", ("REB",)
            profile.sure_sector = True
        if noun.sector == "UAF" and any(
            self.tree.ent[i] == "ORG" and i not in self.glossary.roles for i in found.linked
        ):
            profile.sectors = ("REB",)  # fighters of a group that nothing is known of
        if len(profile.countries) > 1 and not (mention.plural or noun.plural):
            profile.countries = profile.countries[:1]
        self._complete(profile, mention, found, [role])
        return profile

    def _quantified(self, mention: Mention) -> Profile | None:
        """What "dozens of villagers" or "members of the army" counts."""
        for child in self.tree.children[mention.head]:
            if self.tree.dep[child] == "nmod" and self.tree.child(child, "case") is not None:
                case = self.tree.child(child, "case")
                if case is not None and self.tree.lower[case] == "of":
                    return self.read(self._bare(child))
        return None

    def _bare(self, head: int) -> Mention:
        """A phrase with that head where none was found as a mention."""
        tree = self.tree
        start = min([head, *(c for c in tree.children[head] if c < head and tree.dep[c] != "case")])
        name = None
        listed, nation = self.glossary.listed.get(head), self.glossary.nations.get(head)
        if listed is not None:
            name = (listed.start, listed.end)
        elif nation is not None:
            name = (nation.start, nation.end)
        plural = tree.tag[head] in ("NNS", "NNPS")
        kind = "name" if name else "nominal"
        return Mention(start, head + 1, head, kind, (start, head + 1), name, plural=plural)  # type: ignore[arg-type]

    def _of_name(self, mention: Mention) -> Profile:
        """A proper name that no table knows: an organisation by its nouns, else by the tagger."""
        assert mention.name is not None
        tree = self.tree
        label = tree.ent[mention.head]
        if any(tree.lemma[i] in _DOCUMENTS for i in range(mention.head, mention.name[1])):
            return Profile()
        inside = [self.glossary.roles[i] for i in range(*mention.name) if i in self.glossary.roles]
        bodies = [r for r in inside if r.noun.category in ("body", "armed")]
        text = " ".join(tree.texts[slice(*mention.name)])
        if label == "LOC" or (not bodies and label != "ORG"):
            code = self.affiliations.place_after(mention.head)
            code = code or (country_of_place(text) if label in ("LOC", "ORG") else None)
            if code is not None or label == "LOC":
                return Profile("place", _one(code), EXPLICIT if code else CONTEXT, ("CVL",))
        if not bodies and label != "ORG":
            return Profile()
        found = self._affiliation(mention)
        firm = tree.lower[mention.name[1] - 1] in _FIRMS and mention.name[1] - mention.name[0] > 1
        for index in range(*mention.name):
            nation = self.glossary.nations.get(index)
            if nation is not None:
                found.add((nation.country.code,), EXPLICIT)
        if not firm:
            town = self.affiliations.place_inside(mention.name[0], mention.name[1] - 1)
            found.add((town,), LISTED)
        profile = Profile("organisation", tuple(found.countries[:1]), found.strength)
        if bodies:
            role = bodies[-1]
            if role.noun.category == "armed":
                profile.kind = "armed_group"
            profile.sectors = (role.noun.sector,)
            self._complete(profile, mention, found, [role])
        elif firm:
            profile.sectors = ("BUS",)
        elif self._has_fighters(mention.head):
            profile.kind, profile.sectors = "armed_group", ("REB",)
            profile.countries = profile.countries or _one(self.around.context(mention.head))
        return profile

    def _has_fighters(self, head: int) -> bool:
        """Whether "fighters of" or "rebels from" governs the name, or "rebel" comes before it."""
        tree = self.tree
        before = tree.lemma[head - 1] if head else ""
        above = tree.head[head]
        member = tree.dep[head] in ("nmod", "compound", "nmod:poss")
        return before in _FIGHTING or (member and tree.lemma[above] in _FIGHTING)

    def _complete(
        self, profile: Profile, mention: Mention, found: Affiliation, roles: list[RoleMatch]
    ) -> None:
        """Sectors from roles and bodies, then a country that the title implies.

        Who speaks for a body of which nothing is known is of no sector and country that we know.
        """
        if self._speaks_for_strangers(mention, found, roles):
            return
        if not profile.sectors:
            current = profile.roles[0].current if profile.roles else True
            profile.sectors = sectors_of(self.tree, found, roles, current=current)
        if not profile.countries:
            code, weak = self.affiliations.implied(roles)
            around = self.around.context(mention.head) if weak else None
            if code is not None:
                profile.countries, profile.strength = (around or code,), IMPLIED
        if not profile.countries and roles:
            self.inference.complete(profile, mention, roles)

    def _speaks_for_strangers(
        self, mention: Mention, found: Affiliation, roles: list[RoleMatch]
    ) -> bool:
        if not roles or roles[0].noun.normal != "spokesperson" or found.listings or found.bodies:
            return False
        own = range(*mention.name) if mention.name is not None else ()
        near = [*found.linked, *(i for i in range(*mention.core) if i not in own)]
        named = (self.tree.ent[i] == "ORG" and i not in self.glossary.roles for i in near)
        return not found.countries and any(named)

    def _is_asset(self, head: int) -> bool:
        """Whether the noun is a thing that somebody uses: nobody's where no owner is told."""
        assets = load_roles().assets
        role = self.glossary.roles.get(head)
        return self.tree.lemma[head] in assets or (role is not None and role.form in assets)

    def _told_of_own(self, mention: Mention) -> list[str]:
        """The country of the adjective beside a possessor: "its Syrian partners"."""
        if self.tree.child(mention.head, "nmod:poss") is None:
            return []
        found = self.tree.child(mention.head, "amod")
        nation = self.glossary.nations.get(found) if found is not None else None
        return [nation.country.code] if nation is not None else []


_FIRMS = reference_words("firms")
_FIGHTING = reference_words("fighting")
_DOCUMENTS = reference_words("documents")


def _one(country: str | None) -> tuple[str, ...]:
    return (country,) if country else ()


def _words(tree: Tree, start: int, end: int) -> str:
    """The words of a name as it is written, without blanks around its hyphens."""
    return " ".join(tree.texts[start:end]).replace(" - ", "-")

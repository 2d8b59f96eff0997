"""The country of somebody whom no words of his phrase place: taken from the report, or nothing.

"The police", "residents", "the opposition" are of the country where the report plays, and only
where it leaves no doubt. Who may come from elsewhere gets none: named soldiers, journalists,
migrants, leaders, allies, delegates, bodies of the world.
"""

from __future__ import annotations

from dragoman.coding.who.affiliation import CONTEXT, IMPLIED
from dragoman.coding.who.profile import Profile
from dragoman.coding.who.sectors import ABROAD
from dragoman.coding.who.surroundings import Surroundings
from dragoman.language.glossary import Glossary, RoleMatch
from dragoman.language.mentions import Mention
from dragoman.language.syntax import Tree

_ARMED = frozenset({"REB", "PRM", "UAF"})
_LOCAL = frozenset({"CVL", "OPP", "COP", "CRM", "UAF", "REB", "PRM", "MED", "LAB", "AGR", "REL",
                    "EDU", "SOC", "BUS", "JUD", "LEG"})  # fmt: skip
"""Sectors whose people are of the place where the sentence has them."""
_FORCES = frozenset({"MIL", "COP", "SPY"})
_OFFICIAL = frozenset({"GOV", "MIL", "COP"})
_NAMED = frozenset({"GOV", "LEG", "PTY", "OPP", "JUD", "COP", "ELI"})
"""Sectors of named people and bodies who are of the country that their report plays in; others
who bear a name may be of anywhere."""
_PRIVATE = frozenset({"CVL", "BUS", "EDU", "JRN", "ELI", "SOC"})
_ABROAD = frozenset({"MIL", "SPY"})
"""One soldier, one contingent or one agent is as often of those who came."""
_COALITION = frozenset({"coalition", "international coalition", "global coalition"})
_DOMESTIC = frozenset({"grand", "ruling", "governing", "government", "opposition", "electoral",
                       "political", "party", "parliamentary", "left-wing", "right-wing"})  # fmt: skip
"""Words of a coalition of parties, not of armies."""
_MANY = frozenset({"governments", "armies", "militaries", "parliaments", "ministries", "embassies",
                   "presidents", "capitals", "navies", "ministers", "prime ministers",
                   "foreign ministers", "leaders", "parties", "sides", "envoys", "delegates",
                   "diplomats", "ambassadors", "negotiators", "mediators"})  # fmt: skip
"""Plurals that are of several countries unless they say of which, or are met somewhere."""
_FOREIGN = frozenset(
    {"international community", "counterpart", "ally", "diplomat", "ambassador", "special envoy",
     "bloc", "power", "powers", "leaders", "people of the world", "multinational", "world leader",
     "leadership figure", "secretary-general", "high representative", "director-general",
     "delegate", "commissioner", "inspector", "defector", "tourist", "foreigner", "expatriate",
     "marine", "marines", "embassy", "consulate", "diplomatic mission", "permanent mission",
     "delegation", "mission", "legation", "friend", "mercenary", "dissident", "exile", "aid worker", "aid agency", "peacekeeper", "hostage", "hostages", "captive",
     "captives", "prisoner of war", "detainees", "stowaway", "traveller", "traveler", "pilgrim"}
)  # fmt: skip
"""Those who are met abroad as often as at home, by the noun's normal form or the form itself."""
_WORLDWIDE = frozenset(
    {"world", "international", "global", "worldwide", "pan", "inter", "intergovernmental", "united",
     "multinational", "transnational", "african", "asian", "european", "arab", "islamic", "eurasian",
     "nordic", "baltic", "gulf", "pacific", "atlantic", "american", "caribbean", "humanitarian"}
)  # fmt: skip
"""Words in the name of a body of several countries."""
_ORIGIN = frozenset({"from", "of"})


class Inference:
    """Countries of a document's phrases by what is told around them."""

    def __init__(self, tree: Tree, glossary: Glossary, around: Surroundings) -> None:
        self.tree = tree
        self.glossary = glossary
        self.around = around

    def complete(self, profile: Profile, mention: Mention, roles: list[RoleMatch]) -> None:
        """Give a profile without a country one, or mark it as nobody's countryman."""
        noun, form = roles[0].noun, roles[0].form
        words = set(self.tree.lower[mention.core[0] : mention.core[1]])
        allied = "coalition" in words and noun.category == "body" and not words & _DOMESTIC
        if form in _COALITION or allied:
            profile.countries, profile.strength = ("IGO",), IMPLIED
            return
        if self._is_from_elsewhere(mention, roles[0], words):
            profile.detached = True
            return
        if noun.sector == "GOV" and mention.plural and self._is_met(mention.head):
            profile.countries = _one(self.around.scene(mention.head))
            return
        if form in _MANY:
            profile.detached = True
            return
        if profile.kind == "armed_group" and self._join_group(profile, mention, noun.sector):
            return
        if self._may_be_anybody(profile, mention, roles[0], words):
            return
        around = self.home(mention.head, noun.sector, profile.kind, kin="local" not in words)
        official = noun.sector in _OFFICIAL
        if around is not None and self.around.is_struck_by(mention.head, around):
            return
        if around is not None and not (official and self.around.faces(mention.head, around)):
            profile.countries, profile.strength = (around,), CONTEXT

    def home(
        self, head: int, sector: str, kind: str | None = None, *, kin: bool = True
    ) -> str | None:
        """The country of somebody of a sector told there without one.

        `kin`: forces may be those that were named just before.
        """
        found = self.around.kin(head, sector) if kin and sector in _FORCES else None
        if found is None and (sector in _LOCAL or kind == "population") and sector != "MIL":
            found = self.around.scene(head)
        found = found or self.around.context(head)
        return found or (self.around.master(head) if sector == "OPP" else None)

    def _is_from_elsewhere(self, mention: Mention, role: RoleMatch, words: set[str]) -> bool:
        """Whether the words say that somebody is of many countries, of another or of ours."""
        if {role.form, role.noun.normal, self.tree.lemma[mention.head]} & _FOREIGN:
            return True
        if role.noun.sector == "REF" and "displaced" not in words:
            return True
        owner = self.tree.child(mention.head, "nmod:poss")
        ours = owner is not None and self.tree.lower[owner] in ("our", "my", "your")
        return ours or (bool(words & ABROAD) and "local" not in words) or self._has_origin(mention)

    def _has_origin(self, mention: Mention) -> bool:
        """Whether the phrase tells of a place that no table knows: "gangs from the Balkans"."""
        tree = self.tree
        for child in tree.children[mention.head]:
            case = tree.child(child, "case") if tree.dep[child] == "nmod" else None
            if case is not None and tree.lower[case] in _ORIGIN and child > mention.head:
                if tree.ent[child] == "LOC" or (tree.lower[case] == "from" and tree.ent[child]):
                    return True
        return False

    def _is_met(self, head: int) -> bool:
        """Whether somebody who came meets them: they are of the place where he does."""
        tree = self.tree
        if tree.dep[head] == "conj":
            head = tree.head[head]
        case = tree.child(head, "case")
        met = tree.dep[head] == "obj" and tree.lemma[tree.head[head]] == "meet"
        return met or (case is not None and tree.lower[case] == "with")

    def _join_group(self, profile: Profile, mention: Mention, sector: str) -> bool:
        """Let nameless fighters be of the armed group that the report speaks of."""
        group = self.around.armed_group(mention.head)
        before = self.tree.texts[mention.core[0] + 1 : mention.head]
        plain = not any(word[:1].isupper() for word in before)
        if group is None or not plain or sector not in _ARMED:
            return False
        profile.countries = (group.country,) if group.country else ()
        profile.sectors = group.sectors
        return True

    def _may_be_anybody(
        self, profile: Profile, mention: Mention, role: RoleMatch, words: set[str]
    ) -> bool:
        """Whether a single private person, or one who bears a name, may be of any country."""
        noun = role.noun
        one = not noun.plural and not mention.plural and mention.definite == "indef"
        if one and (
            noun.sector in _ABROAD or (noun.category == "office" and noun.sector in _PRIVATE)
        ):
            return True
        if mention.name is None or profile.kind not in ("person", "organisation"):
            return False
        sectors = {*profile.sectors, noun.sector}
        return not sectors & _NAMED or bool(words & _WORLDWIDE)


def _one(country: str | None) -> tuple[str, ...]:
    return (country,) if country else ()

"""Who and what a text speaks of: names, noun phrases and pronouns with their grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.language.expletives import is_expletive
from dragoman.language.extents import (
    begins_date,
    date_end,
    ends_date,
    extent,
    is_month,
    is_year,
    subtree,
)
from dragoman.language.glossary import Glossary
from dragoman.language.syntax import Tree
from dragoman.ontology.reference import reference_words
from dragoman.ontology.roles import load_roles

MentionKind = Literal["name", "nominal", "pronoun", "group"]
Animacy = Literal["person", "body", "place", "thing", "time"]

_INSIDE = frozenset(
    {"flat", "fixed", "goeswith", "compound:prt", "nmod:desc", "case", "cc", "punct", "aux", "det"}
)
_MONTHS = reference_words("months")
TIME_NOUNS = reference_words("time_nouns")
_PERSONAL: dict[str, tuple[str, bool, str]] = {}
for _words, _features in (
    ("he him his himself", ("m", False, "3")),
    ("she her hers herself", ("f", False, "3")),
    ("it its itself", ("n", False, "3")),
    ("they them their theirs themselves", ("", True, "3")),
    ("i me my mine myself", ("", False, "1")),
    ("we us our ours ourselves", ("", True, "1")),
    ("you your yours yourself yourselves", ("", False, "2")),
    ("this that these those", ("n", False, "d")),
    ("here there", ("n", False, "p")),
    ("who which whose whom", ("", False, "r")),
):
    for _word in _words.split():
        _PERSONAL[_word] = _features


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that refers: tokens `[start, end)`, its head, and what its form says.

    `core` is the phrase without clauses, complements and appositions, also half-open. `name` is
    the range of the proper name inside, if any. `person` is "1", "2", "3", "d"(emonstrative),
    "p"(lace word), or "" for phrases that are no pronouns. `members` are the heads of a
    coordination's parts.
    """

    start: int
    end: int
    head: int
    kind: MentionKind
    core: tuple[int, int]
    name: tuple[int, int] | None = None
    gender: str = ""
    plural: bool = False
    animacy: Animacy | None = None
    definite: str = ""
    person: str = ""
    members: tuple[int, ...] = ()


def _definite(tree: Tree, index: int, name: bool) -> str:
    for child in tree.children[index]:
        dep, word = tree.dep[child], tree.lower[child]
        if dep == "det":
            if word == "the":
                return "def"
            if word in ("this", "that", "these", "those", "both"):
                return "dem"
            if word in ("a", "an", "some", "any", "no", "every", "each", "another", "several"):
                return "indef"
        elif dep == "nmod:poss":
            return "poss"
    return "name" if name else ""


def _plural(tree: Tree, index: int) -> bool:
    tag = tree.tag[index]
    if tag in ("NNS", "NNPS"):
        return True
    return tree.lower[index] in ("police", "people", "both", "many", "others", "some", "all")


def _name_range(tree: Tree, glossary: Glossary, index: int) -> tuple[int, int] | None:
    listed = glossary.listed.get(index)
    if listed is not None:
        start, end = listed.start, listed.end
        if tree.ent[index] == "PERSON" and listed.match.listing.kind == "person":
            start, end = _ent_range(tree, index, start, end)
        return start, end
    nation = glossary.nations.get(index)
    if tree.ent[index] and tree.ent[index] != "NORP":
        start, end = _ent_range(tree, index, index, index + 1)
        if tree.ent[index] == "PERSON":
            flats = [c for c in tree.children[index] if tree.dep[c] == "flat" and c > index]
            end = max([end, *(c + 1 for c in flats)])
        if nation is None or end - start > nation.end - nation.start:
            return start, end
    if nation is not None and nation.nationhood != "demonym":
        return nation.start, nation.end
    if tree.lower[index] in _MONTHS and tree.pos[index] == "PROPN":
        return index, date_end(tree, index, index + 1)
    if is_year(tree, index):
        return index, index + 1
    role = glossary.roles.get(index)
    if role is not None and role.noun.category in ("office", "body"):
        return None
    if tree.pos[index] == "PROPN" and tree.tag[index] != "JJ":
        start, end = index, index + 1
        while start > 0 and tree.head[start - 1] == index and tree.dep[start - 1] == "compound":
            start -= 1
        while end < len(tree.head) and tree.head[end] == index and tree.dep[end] == "flat":
            end += 1
        return start, end
    return None


def _ent_range(tree: Tree, index: int, start: int, end: int) -> tuple[int, int]:
    first = tree.ent_start[index]
    past = index + 1
    while past < len(tree.ent) and tree.ent[past] and tree.ent_start[past] == first:
        past += 1
    return min(start, first), max(end, past)


def _animacy(tree: Tree, glossary: Glossary, index: int, name: bool) -> Animacy | None:
    if tree.lemma[index] in TIME_NOUNS or is_month(tree, index) or is_year(tree, index):
        return "time"
    listed = glossary.listed.get(index)
    if listed is not None:
        return "person" if listed.match.listing.kind == "person" else "body"
    nation = glossary.nations.get(index)
    if nation is not None:
        return "person" if nation.plural else "place"
    role = glossary.roles.get(index)
    label = tree.ent[index]
    if label == "PERSON":
        return "person"
    if label == "LOC":
        return "place"
    if label == "ORG":
        return "body"
    if role is not None:
        return "person" if role.noun.category == "office" else "body"
    return None if name else "thing"


def _gender(tree: Tree, glossary: Glossary, start: int, end: int, head: int) -> str:
    """ "m" or "f" by a listed name, an honorific, or the nouns of which the phrase is made."""
    honorifics = load_roles().honorifics
    for index in range(start, min(end, start + 12)):
        listed = glossary.listed.get(index)
        if listed is not None and listed.match.listing.gender and listed.end == end:
            return listed.match.listing.gender
        if index != head and tree.dep[index] in _FOREIGN:
            continue
        word = tree.lower[index].strip(".")
        found = honorifics.get(word) if tree.texts[index][:1].isupper() else None
        if found in ("m", "f"):
            return found
        if index == head or tree.head[index] == head:
            gender = _GENDERED.get(word) or _GENDERED.get(tree.lower[index].rpartition("-")[2])
            if gender:
                return gender
    return ""


_FOREIGN = frozenset({"nmod:poss", "nmod", "obl", "amod", "conj", "appos"})
_GENDERED = {
    **dict.fromkeys(reference_words("men"), "m"),
    **dict.fromkeys(reference_words("women"), "f"),
}


def find_mentions(tree: Tree, glossary: Glossary) -> tuple[Mention, ...]:
    """All referring phrases in reading order, longer before shorter at one start."""
    found: list[Mention] = []
    for index, pos in enumerate(tree.pos):
        mention = None
        if pos == "PRON" or (pos == "DET" and tree.dep[index] in ("nsubj", "obj", "nsubj:pass")):
            mention = _pronoun(tree, index)
        if mention is None and pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "SYM", "X", "DET"):
            mention = _phrase(tree, glossary, index)
        if mention is not None:
            found.append(mention)
            group = _group(tree, mention)
            if group is not None:
                found.append(group)
    found.sort(key=lambda m: (m.start, -m.end))
    return tuple(found)


def _pronoun(tree: Tree, index: int) -> Mention | None:
    features = _PERSONAL.get(tree.lower[index])
    if features is None or tree.dep[index] in ("expl", "fixed", "det", "mark"):
        return None
    if is_expletive(tree, index):
        return None
    gender, plural, person = features
    if person == "d" and tree.tag[index] in ("WDT", "WP"):
        gender, person = "", "r"
    if person == "p" or (tree.lower[index] in ("that", "this") and tree.dep[index] == "mark"):
        return None
    person_of: Animacy | None = "person" if gender in ("m", "f") or person in ("1", "2") else None
    return Mention(
        index, index + 1, index, "pronoun", (index, index + 1), None, gender, plural,
        person_of, "", person,
    )  # fmt: skip


def _phrase(tree: Tree, glossary: Glossary, index: int) -> Mention | None:
    if begins_date(tree, index):
        return _date(tree, index)
    if ends_date(tree, index):
        return None
    dep, pos = tree.dep[index], tree.pos[index]
    name = _name_range(tree, glossary, index)
    if name is not None and _within(tree, name, index):
        nation = glossary.nations.get(index)
        if nation is None or nation.nationhood == "demonym" or dep in _INSIDE:
            return None
        name = (nation.start, nation.end)
        if _within(tree, name, index):
            return None
    if dep in _INSIDE and not (dep == "nmod:desc" and _own(tree, glossary, name, index)):
        return None
    adjective = dep in ("amod", "advmod") or tree.tag[index] in ("JJ", "RB")
    if name is None and adjective and tree.child(index, "det") is None:
        return None
    modifying = dep == "compound" and not _own(tree, glossary, name, index)
    if modifying and (pos != "NOUN" or index in glossary.roles or _hyphened(tree, index)):
        return None
    if pos == "PROPN" and _in_title(glossary, index):
        return None
    if pos in ("ADJ", "NUM", "SYM", "X", "DET", "PRON") and name is None:
        nominal = dep in ("nsubj", "nsubj:pass", "obj", "obl:agent", "iobj", "nmod", "obl", "conj")
        if not nominal or pos in ("SYM", "X"):
            return None
        if pos != "ADJ" or tree.child(index, "det") is None:
            if glossary.roles.get(index) is None and pos not in ("NUM", "DET", "PRON"):
                return None
            if pos == "PRON" and tree.lower[index] not in ("both", "others", "many", "some"):
                return None
    start, end = extent(tree, index, whole=True)
    first, last = extent(tree, index, whole=False)
    if name is not None:
        first, last = min(first, name[0]), max(last, name[1])
        start, end = min(start, first), max(end, last)
    core = (first, last)
    return Mention(
        start,
        end,
        index,
        "name" if name is not None else "nominal",
        core,
        name,
        _gender(tree, glossary, *core, index),
        _plural(tree, index)
        and (name is None or index not in glossary.nations or glossary.nations[index].plural),
        _animacy(tree, glossary, index, name is not None),
        _definite(tree, index, name is not None),
    )


def _date(tree: Tree, index: int) -> Mention:
    """ "September 12, 2015", whichever of its words the parser took for the head."""
    whole = index, date_end(tree, index, index + 1)
    return Mention(*whole, index, "name", whole, whole, animacy="time", definite="name")


def _within(tree: Tree, name: tuple[int, int], index: int) -> bool:
    """Whether a word is a part of the name that another of its words leads."""
    head = tree.head[index]
    inside = head != index and name[0] <= index < name[1] and name[0] <= head < name[1]
    return inside and tree.dep[index] not in _APART


_APART = frozenset({"conj", "appos", "list", "parataxis", "dislocated"})


def _hyphened(tree: Tree, index: int) -> bool:
    """Whether a word is a part of a compound written with a hyphen."""
    around = tree.texts[max(0, index - 1) : index] + tree.texts[index + 1 : index + 2]
    return bool({"-", "–", "‑"} & set(around))


def _own(tree: Tree, glossary: Glossary, name: tuple[int, int] | None, index: int) -> bool:
    """Whether a name inside a larger phrase is somebody's or some place's own."""
    if name is None or name[0] <= tree.head[index] < name[1]:
        return False
    return bool(tree.ent[index]) or index in glossary.nations or index in glossary.listed


def _in_title(glossary: Glossary, index: int) -> bool:
    """Whether the word is the complement in a title such as "Secretary of State"."""
    for back in range(1, 4):
        role = glossary.roles.get(index - back)
        if role is not None and role.head < index < role.end and role.noun.category == "office":
            return True
    return False


def _group(tree: Tree, mention: Mention) -> Mention | None:
    """The coordination that the mention's head leads, as a plural of its own."""
    others = [c for c in tree.children[mention.head] if tree.dep[c] == "conj"]
    if not others or tree.dep[mention.head] == "conj":
        return None
    others = [c for c in others if tree.pos[c] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")]
    if not others:
        return None
    _, end = subtree(tree, others[-1])
    person = mention.animacy == "person"
    return Mention(
        mention.start,
        max(end, mention.end),
        mention.head,
        "group",
        (mention.start, max(end, mention.end)),
        plural=True,
        animacy="person" if person else mention.animacy,
        members=(mention.head, *others),
    )

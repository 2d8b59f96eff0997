"""Personal and corporate names: their parts, their variants, and when two may name one bearer."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from dragoman.ontology.phrases import key_of
from dragoman.ontology.reference import reference_words
from dragoman.ontology.roles import load_roles

PARTICLES = reference_words("particles")
_FAMILY, _FAMILY_SURELY = reference_words("family_first"), reference_words("family_surely")
FILIAL = reference_words("filial")
_CORPORATE = reference_words("corporate")
_SOUNDS = (
    (re.compile(r"ph"), "f"), (re.compile(r"kh|gh"), "k"), (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"), (re.compile(r"sh|ch|tsch|zh"), "s"), (re.compile(r"[qc]"), "k"),
    (re.compile(r"[wv]"), "v"), (re.compile(r"[zj]"), "z"),
)  # fmt: skip


_ALIKE = 0.6
"""Share of letters that two spellings of one name keep: "Mursi" and "Morsi", not "Patton" and
"Putin"; read off the directory's own variants."""


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """A folded word's consonants, for transliterations: "mohammed", "muhamad" → "mhmd"."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    first, rest = word[:1], re.sub(r"[aeiouyh]", "", word[1:])
    if first in "aeiouy":
        first = "a"
    return re.sub(r"(.)\1+", r"\1", first + rest)


def sounds_of(word: str) -> frozenset[str]:
    """The skeletons of a word; an Arabic qaf at its start is written q, k or g ("Qaddafi")."""
    own = skeleton(word)
    return frozenset({own, "g" + own[1:]}) if word[:1] == "q" else frozenset({own})


@dataclass(frozen=True, slots=True)
class PersonName:
    """The folded words of a personal name without titles; `surname` without particles.

    `second` is the word before the surname in a name of three or more, which may be a first of two
    surnames; `generation` is "jr", "sr", "ii" and the like; `filial` says that the last word is
    the father's name ("bin"), not one's own.
    """

    words: tuple[str, ...]
    surname: str
    first: str | None
    second: str | None = None
    generation: str = ""
    filial: bool = False

    @property
    def full(self) -> bool:
        return self.first is not None


_TITLE_NAMES = frozenset({"don", "dean", "earl", "king", "marshal", "prince", "major", "pope"})
"""Titles that are also first names: "Don Blake" is no "Don"."""
_ELIDED = re.compile(r"[A-Za-z]['’]")  # "O'Brien", "D'Souza": no initial
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"} | {
    number: number for number in ("ii", "iii", "iv")
}
_HYPHENED = re.compile(r"[^\W\d_]+ ?[-‑] ?[a-z][^\W\d_]*$")  # "Jae-in", a given name


@lru_cache(maxsize=8192)
def parse_person(text: str) -> PersonName | None:
    """A personal name's parts; None where nothing is left after the titles."""
    words = [w for w in key_of(text) if w]
    if words and words[-1] == "s" and len(words) > 1:
        words = words[:-1]
    lexicon = load_roles()
    while len(words) > (2 if words[0] in _TITLE_NAMES else 1) and (
        words[0] in lexicon.honorifics
        or lexicon.nouns.get((words[0],))
        or words[0] in ("gen", "lt")
    ):
        words = words[1:]
    generation = ""
    while len(words) > 1 and words[-1] in _GENERATIONS:
        generation = _GENERATIONS[words[-1]]
        words = words[:-1]
    if not words:
        return None
    if _family_first(words, text):
        return PersonName(tuple(words), words[0], "".join(words[1:]), generation=generation)
    content = [w for w in words if w not in PARTICLES and len(w) > 1] or words
    first = content[0] if len(content) > 1 else None
    if first is None and len(words) > 1 and _names_first(words, text):
        first = words[0]
    second = content[-2] if len(content) > 2 and len(content[-2]) > 3 else None
    filial = first is not None and len(words) > 2 and words[-2] in FILIAL
    return PersonName(tuple(words), content[-1], first, second, generation, filial)


def _family_first(words: list[str], text: str) -> bool:
    """Whether the family name stands first, as in China and Korea: "Xi Jinping", "Moon Jae-in"."""
    if len(words) == 3 and _HYPHENED.search(text):
        return words[0] not in PARTICLES and not is_first_name(words[1])
    if len(words) == 3 and words[0] in _FAMILY:
        return max(map(len, words[1:])) <= _SYLLABLE and not any(map(is_first_name, words[1:]))
    return len(words) == 2 and words[0] in _FAMILY_SURELY and words[1] not in _FAMILY


_SYLLABLE = 5
"""Letters of the longest syllable of a Korean or Chinese given name: "Kyung", "Xiang"."""


def _names_first(words: list[str], text: str) -> bool:
    """Whether the first of two words, an initial or a particle, is a first name: "Ben Chan"."""
    if len(words[0]) == 1:
        return not _ELIDED.match(text)
    return is_first_name(words[0]) and words[0] in PARTICLES


@cache
def _genders() -> dict[str, str]:
    source = files("dragoman.ontology").joinpath("lexicons/first_names.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: gender for gender, names in data.items() for name in names.split()}


def is_first_name(word: str) -> bool:
    """Whether a folded word is a first name that the tables know."""
    return word in _genders()


def gender_of(name: PersonName) -> str:
    """ "m" or "f" where the first name tells it, else ""."""
    return _genders().get(name.first, "") if name.first else ""


def same_word(one: str, other: str) -> bool:
    """Whether two folded words are the same name, transliteration allowed for."""
    if one == other:
        return True
    if len(one) < 4 or len(other) < 4:
        return False
    return (
        not sounds_of(one).isdisjoint(sounds_of(other))
        and Levenshtein.normalized_similarity(one, other) >= _ALIKE
    )


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    forms: dict[str, frozenset[str]] = {}
    for line in reference_words("nicknames"):
        group = frozenset(line.split("/"))
        for form in group:
            forms[form] = forms.get(form, frozenset()) | group
    return forms


def same_first(one: str, other: str) -> bool:
    """Whether two first names may be one person's: alike, cut short, or a pet form."""
    if one == other or other in _nicknames().get(one, ()):
        return True
    sexes = {_genders().get(one), _genders().get(other)} - {None}
    if len(sexes) > 1 or (one[:-1] == other[:-1] and {one[-1], other[-1]} == {"a", "o"}):
        return False
    shorter, longer = sorted((one, other), key=len)
    return same_word(one, other) or (len(shorter) > 2 and longer.startswith(shorter))


def same_person(one: PersonName, other: PersonName) -> bool:
    """Whether two names with a first name each may be one person's.

    The surnames must agree and so must the first names: equal, an initial, a shorter form, or one
    among the other's further names. Where either has no first name this says nothing: False.
    """
    if not one.full or not other.full:
        return False
    if one.generation and other.generation and one.generation != other.generation:
        return False
    if one.words == other.words:
        return True
    assert one.first is not None
    assert other.first is not None
    if not same_word(one.surname, other.surname):
        shorter, longer = sorted((one, other), key=lambda n: len(n.words))
        inside = all(any(same_word(w, v) for v in longer.words) for w in shorter.words)
        return inside and same_word(one.first, other.first)
    first, second = one.first, other.first
    if same_first(first, second) or (len(first) > 2 and first in other.words):
        return True
    if len(second) > 2 and second in one.words:
        return True
    initials = {w[0] for w in one.words if len(w) == 1} | {w[0] for w in other.words if len(w) == 1}
    return first[0] == second[0] and first[0] in initials


def acronyms_of(text: str) -> frozenset[str]:
    """The acronyms that a name may give, small words counted or not."""
    words = re.findall(r"[^\W\d_]+", text)
    capital = "".join(w[0] for w in words if w[0].isupper())
    content = "".join(w[0] for w in words if w.lower() not in _CORPORATE)
    every = "".join(w[0] for w in words)
    return frozenset(a.upper() for a in (capital, content, every) if len(a) > 1)

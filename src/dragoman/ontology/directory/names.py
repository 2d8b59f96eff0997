"""Listed names over a text's words, and listings by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dragoman.ontology.directory.listings import Alias, Listing, keys_of
from dragoman.ontology.phrases import PhraseIndex, Words, key_of


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A listed name in a text: half-open word range, the aliases that fit, best listed first."""

    start: int
    end: int
    aliases: tuple[Alias, ...]

    @property
    def listing(self) -> Listing:
        return self.aliases[0].listing

    @property
    def surname(self) -> bool:
        return all(alias.surname for alias in self.aliases)


class Supply(Protocol):
    """A user's own listings, asked for by the words of a text."""

    def among(self, words: Collection[str]) -> Iterable[Alias]:
        """The aliases of whose folded words the first two are among these."""
        ...


class Directory:
    """All listings, and their names over a text's words; a user's own come before ours."""

    def __init__(self, aliases: Iterable[Alias], supply: Supply | None = None) -> None:
        self._aliases = tuple(aliases)
        self._index: PhraseIndex[Alias] = PhraseIndex(
            (key, alias) for alias in self._aliases for key in keys_of(alias)
        )
        self._supply = supply
        self._own: PhraseIndex[Alias] = PhraseIndex(())
        self._asked: frozenset[str] = frozenset()
        self._known: set[tuple[tuple[str, ...], Alias]] = set()

    @property
    def aliases(self) -> Iterator[Alias]:
        """Every name that is bundled, as the tables have them."""
        return iter(self._aliases)

    def over(self, supply: Supply) -> Directory:
        """This directory with a user's own listings over it; ours are shared, not copied."""
        above = Directory((), supply)
        above._aliases, above._index = self._aliases, self._index
        return above

    def lookup(self, name: str) -> tuple[Listing, ...]:
        """The listings that bear that name (a leading article is dropped), a user's own first."""
        key = key_of(name)
        self._ask(key)
        bare = key[1:] if key[:1] == ("the",) else key
        found: list[Alias] = []
        for index in (self._own, self._index):
            found += index.get(key) or index.get(bare)
        return tuple(dict.fromkeys(alias.listing for alias in found))

    def matches(self, words: Words) -> Iterator[NameMatch]:
        """Listed names, left to right, the longest at each place, none overlapping."""
        self._ask(words.folded)
        past = 0
        for start, end, aliases in self._found(words.folded):
            if start < past:
                continue
            fitting = tuple(a for a in aliases if _fits(a, words, start, end))
            if fitting:
                past = end
                yield NameMatch(start, end, fitting)

    def _found(self, folded: tuple[str, ...]) -> Iterator[tuple[int, int, tuple[Alias, ...]]]:
        """What both indexes hold, by place, the longest first and a user's own before ours."""
        if not self._known:
            for start, end, aliases in self._index.matches(folded):
                yield start, end, tuple(aliases)
            return
        both: dict[tuple[int, int], tuple[Alias, ...]] = {}
        for index in (self._own, self._index):
            for start, end, aliases in index.matches(folded):
                both[start, end] = (*both.get((start, end), ()), *aliases)
        for start, end in sorted(both, key=lambda span: (span[0], -span[1])):
            yield start, end, both[start, end]

    def _ask(self, words: Collection[str]) -> None:
        """Take what the supply has under these words, unless they were just asked for."""
        if self._supply is None or self._asked.issuperset(words):
            return
        self._asked = frozenset(words)
        for alias in self._supply.among(self._asked):
            for key in keys_of(alias):
                if (key, alias) not in self._known:
                    self._known.add((key, alias))
                    self._own.add(key, alias)


def _fits(alias: Alias, words: Words, start: int, end: int) -> bool:
    """Whether the capitals of the text allow the name there."""
    text = words.text[words.starts[start] : words.ends[end - 1]]
    if alias.exact:
        after = words.text[words.ends[end - 1] : words.ends[end - 1] + 2]
        if len(after) == 2 and after[0] in "-–" and after[1].isdigit():
            return False
        bare = text.replace(".", "")
        if bare != alias.form or (len(text) != len(bare) and end - start == 1):
            return False
        if end - start > 1 and "." not in text and " " in text and " " not in alias.form:
            return False
        return not (len(bare) < 4 and _shouting(words, start, end))
    first = text[0]
    if end - start == 1:
        return first.isupper() or text[-1].isupper() or not first.isalpha()
    return any(c.isupper() for c in text) or alias.form.islower()


def _shouting(words: Words, start: int, end: int) -> bool:
    """Whether both neighbours are in capitals too, as in a headline set in capitals."""
    near = [i for i in (start - 1, end) if 0 <= i < len(words.folded)]
    return bool(near) and all(words.surface(i).isupper() for i in near)

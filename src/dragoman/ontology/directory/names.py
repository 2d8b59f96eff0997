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
    """Where listings come from: asked for by the words of a text, so that what is never met is
    never read."""

    def among(self, words: Collection[str]) -> Iterable[Alias]:
        """The aliases of whose folded words the first two are among these; it may give more, and
        need not give again what it has given before."""
        ...


class _Layer:
    """A supply, and the names that it has given so far."""

    def __init__(self, supply: Supply) -> None:
        self.index: PhraseIndex[Alias] = PhraseIndex(())
        self._supply = supply
        self._asked: frozenset[str] = frozenset()
        self._known: set[tuple[tuple[str, ...], Alias]] = set()

    def ask(self, words: Collection[str]) -> None:
        """Take what the supply has under these words, unless they were just asked for."""
        if self._asked.issuperset(words):
            return
        self._asked = frozenset(words)
        for alias in self._supply.among(self._asked):
            for key in keys_of(alias):
                if (key, alias) not in self._known:
                    self._known.add((key, alias))
                    self.index.add(key, alias)


class Directory:
    """Listings by name, and their names over a text's words; supplies given first go before."""

    def __init__(self, *supplies: Supply) -> None:
        self._layers = tuple(_Layer(supply) for supply in supplies)

    def over(self, supply: Supply) -> Directory:
        """This directory with a user's own listings over it; ours are shared, not copied."""
        above = Directory(supply)
        above._layers += self._layers
        return above

    def lookup(self, name: str) -> tuple[Listing, ...]:
        """The listings that bear that name (a leading article is dropped), a user's own first."""
        key = key_of(name)
        bare = key[1:] if key[:1] == ("the",) else key
        found: list[Alias] = []
        for layer in self._layers:
            layer.ask(key)
            found += layer.index.get(key) or layer.index.get(bare)
        return tuple(dict.fromkeys(alias.listing for alias in found))

    def matches(self, words: Words) -> Iterator[NameMatch]:
        """Listed names, left to right, the longest at each place, none overlapping."""
        past = 0
        for start, end, aliases in self._found(words.folded):
            if start < past:
                continue
            fitting = tuple(a for a in aliases if _fits(a, words, start, end))
            if fitting:
                past = end
                yield NameMatch(start, end, fitting)

    def _found(self, folded: tuple[str, ...]) -> Iterator[tuple[int, int, tuple[Alias, ...]]]:
        """What the layers hold, by place, the longest first."""
        found: dict[tuple[int, int], tuple[Alias, ...]] = {}
        for layer in self._layers:
            layer.ask(folded)
            for start, end, aliases in layer.index.matches(folded):
                found[start, end] = (*found.get((start, end), ()), *aliases)
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            yield start, end, found[start, end]


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

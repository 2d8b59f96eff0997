"""A report's cast while it is put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from dragoman.coding.who.offices import SaidRole
from dragoman.coding.who.profile import Profile
from dragoman.coding.who.profiles import Profiler
from dragoman.language.canonical import canonical_text
from dragoman.language.coreference import Chain, Reading
from dragoman.language.mentions import Mention
from dragoman.ontology.countries import Country, part_of_state
from dragoman.ontology.directory import Listing
from dragoman.ontology.reference import reference_words
from dragoman.records.report import Report
from dragoman.records.spans import TextSpan
from dragoman.records.values import Entity

_AMOUNTS = reference_words("quantities")
_NAMELESS = reference_words("nameless")
"""Words that begin a phrase and are no part of its name: articles, owners, amounts and bounds."""


def title_of(said: SaidRole) -> str:
    normal = said.match.noun.normal
    return f"acting {normal}" if said.acting else normal


def evidence(doc: Doc, tokens: tuple[int, int]) -> tuple[TextSpan, ...]:
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


def outermost(spans: Iterable[TextSpan]) -> tuple[TextSpan, ...]:
    """The spans in reading order without those that lie inside another."""
    kept: list[TextSpan] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)


def spans_of(doc: Doc, chain: Chain) -> Iterator[TextSpan]:
    """The bare phrases of a chain as spans of the text."""
    for mention in chain.mentions:
        if mention.kind != "group":
            yield from evidence(doc, mention.core)


class Draft:
    """The entities so far and whom each phrase means.

    `owners` gives entity numbers by head token, `ranges` the phrase's tokens, `inner` the head for
    other tokens of a phrase, `roles` the office told there, `named` the persons that bear a name
    with their listing, `nations` countries by code and parts of them by name, `gone` the numbers merged into others,
    `inferred` what a country was taken from that no words of the phrase tell.
    """

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
        self.nations: dict[str, int] = {}
        self.named: dict[int, Listing | None] = {}
        self.gone: dict[int, int] = {}
        self.inferred: dict[int, str] = {}

    def claim(self, head: int, span: tuple[int, int], number: int) -> None:
        for index in range(*span):
            self.owners.setdefault(index, (number,))
            self.ranges.setdefault(index, span)
        self.owners[head] = (number,)
        spans = tuple(sorted({*self.entities[number].mentions, *evidence(self.doc, span)}))
        self.entities[number] = replace(self.entities[number], mentions=spans)

    def bare_entity(self, head: int, span: tuple[int, int]) -> int:
        profile = self.profiler.read_bare(head)
        kind = profile.kind or "organisation"
        name = " ".join(self.doc[span[0] : span[1]].text.split())
        self.entities.append(Entity("", kind, name, profile.country, profile.sectors))
        return len(self.entities) - 1

    def redirect(self, old: int, new: int) -> None:
        """Let all that means one entity mean another, which takes its mentions and roles."""
        kept, lost = self.entities[new], self.entities[old]
        titles = {role.title for role in kept.roles}
        self.entities[new] = replace(
            kept,
            mentions=tuple(sorted({*kept.mentions, *lost.mentions})),
            roles=(*kept.roles, *(r for r in lost.roles if r.title not in titles)),
        )
        self.gone[old] = new
        for index, numbers in self.owners.items():
            if old in numbers:
                self.owners[index] = tuple(dict.fromkeys(new if n == old else n for n in numbers))

    def nation_entity(self, start: int, end: int, country: Country) -> int:
        """The entity of the country, or part of one, that the tokens speak of; made where new."""
        spans = evidence(self.doc, (start, end))
        part = part_of_state(self.doc[start:end].text)
        key, name = (part.name, part.name) if part else (country.code, country.name)
        known = self.nations.get(key)
        if known is not None:
            entity = self.entities[known]
            mentions = tuple(sorted({*entity.mentions, *spans}))
            self.entities[known] = replace(entity, mentions=mentions)
            return known
        self.nations[key] = len(self.entities)
        sectors = (part.sector if part else "GOV",)
        self.entities.append(Entity("", "country", name, country.code, sectors, mentions=spans))
        return self.nations[key]

    def more_mentions(self, number: int, chain: Chain) -> None:
        entity = self.entities[number]
        spans = tuple(sorted({*entity.mentions, *spans_of(self.doc, chain)}))
        self.entities[number] = replace(entity, mentions=spans)

    def known_nation(self, profile: Profile) -> int | None:
        if (
            profile.kind == "country"
            and profile.country
            and profile.sectors[:1] in (("GOV",), ("PRE",))
        ):
            return self.nations.get(profile.part or profile.country)
        return None

    def proper(self, name: tuple[int, int]) -> bool:
        """Whether a range is a name that tables or tagger know, not a mere capitalised noun."""
        tree, glossary = self.tree, self.glossary
        return any(
            tree.ent[i] or i in glossary.listed or i in glossary.nations for i in range(*name)
        )

    def phrase(self, mention: Mention) -> str:
        start, end = mention.core
        if self.tree.lower[end : end + 2] == ["opposed", "to"]:
            end = min(mention.end, end + 6)
        past = self._bare_start(start, end, mention.head)
        return " ".join(self.doc[past:end].text.split())

    def _bare_start(self, start: int, end: int, head: int) -> int:
        """Where the name in a phrase begins: "people" in "at least 48 people"."""
        tree = self.tree
        last = min(head, end - 1)
        while start < last:
            age = tree.texts[start + 1][:1] in ("-", "‑", "–")
            number = tree.tag[start] == "CD" and not age and not self._counts_name(start)
            if number or tree.lower[start] in _NAMELESS:
                start += 1
            elif tree.lower[start] in ("so", "self") and tree.texts[start + 1] == "-":
                start = min(start + 3, last)
            elif tree.texts[start] in "-–‑,\"“'‘" and start + 1 <= last:
                start += 1
            elif tree.lower[start + 1] == "of" and tree.lower[start] in _AMOUNTS:
                start = min(start + 2, last)
            else:
                break
        return start

    def _counts_name(self, index: int) -> bool:
        """Whether a number belongs to a name ("the 14th Brigade", "March 23 Movement")."""
        return bool(self.tree.ent[index]) or self.tree.dep[index] == "compound"

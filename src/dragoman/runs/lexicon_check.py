"""A lexicon tried by its own sentences: those that its entries must code, and those they must not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.coding.what import Trigger, find_triggers
from dragoman.coding.what.rivals import find_rivals
from dragoman.language.pipeline import annotate
from dragoman.ontology.entries import Entry
from dragoman.ontology.lexicon import Lexicon, load_lexicon


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one sentence of an entry.

    `must_code`: whether it is one of `codes`, else of `skips`. `found`: the acts that were coded,
    as "TYPE mode by entry". `why`: what kept the entry from coding it, where it must.
    """

    entry: Entry
    sentence: str
    must_code: bool
    fine: bool
    found: tuple[str, ...] = ()
    why: str = ""


def count_sentences(entries: Iterable[Entry]) -> int:
    return sum(len(entry.codes) + len(entry.skips) for entry in entries)


def check_entries(
    nlp: Language, lexicon: Lexicon, entries: Iterable[Entry] | None = None
) -> Iterator[Verdict]:
    """A verdict on each sentence of the entries, by default all, in their order."""
    asked = [
        (entry, sentence, must_code)
        for entry in (lexicon.triggers.entries if entries is None else entries)
        for must_code, sentences in ((True, entry.codes), (False, entry.skips))
        for sentence in sentences
    ]
    docs = annotate(nlp, (sentence for _, sentence, _ in asked))
    for (entry, sentence, must_code), doc in zip(asked, docs, strict=True):
        found = find_triggers(doc, lexicon, ask=False)
        if _coded(entry, found, must_code=must_code) == must_code:
            yield Verdict(entry, sentence, must_code, fine=True)
            continue
        told = tuple(f"{' '.join((act.type, *act.modes))} by {act.entry}" for act in found)
        why = _hindrance(doc, lexicon, entry) if must_code else ""
        yield Verdict(entry, sentence, must_code, fine=False, found=told, why=why)


def check_ours_under(nlp: Language, lexicon: Lexicon) -> Iterator[Verdict]:
    """Verdicts on our entries' sentences that are fine with our lexicon alone, but not with this."""
    own = {entry.id for entry in lexicon.own_entries}
    ours = [entry for entry in lexicon.triggers.entries if entry.id not in own]
    for verdict in check_entries(nlp, lexicon, ours):
        if verdict.fine:
            continue
        alone = find_triggers(next(annotate(nlp, (verdict.sentence,))), load_lexicon(), ask=False)
        if _coded(verdict.entry, alone, must_code=verdict.must_code) == verdict.must_code:
            yield verdict


def _coded(entry: Entry, found: Iterable[Trigger], *, must_code: bool) -> bool:
    """Whether the entry's act is told: with its modes where it must be, else in any mode."""
    modes = set(entry.modes) if must_code else set()
    return any(act.type == entry.type and modes <= set(act.modes) for act in found)


def _hindrance(doc: Doc, lexicon: Lexicon, entry: Entry) -> str:
    rivals = [rival for rival in find_rivals(doc, lexicon) if rival.entry.id == entry.id]
    if not rivals:
        lemmas = " ".join(token.lemma_ for token in doc)
        return f"none of its words is among the lemmas: {lemmas}"
    rival = next((r for r in rivals if r.fate != "incomplete"), rivals[0])
    return f"at {rival.head.text!r} {rival.fate}: {rival.why}"

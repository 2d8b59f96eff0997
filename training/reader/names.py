"""Gold names for the treebanks: Universal NER on EWT, entity mentions on GUM, nationalities."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.reader.sentences import Document, Sentence, tag_names
from training.reader.treebanks import RawDocument, RawSentence

UNER_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}

GUM_LABELS = {
    "person": "PERSON",
    "place": "LOC",
    "organization": "ORG",
    "object": "MISC",
    "event": "MISC",
    "abstract": "MISC",
}
"""GUM's entity types that can be names; animals, plants, substances and times are left out."""

_TITLES = """
mr mr. mrs mrs. ms ms. dr dr. sir madam lord lady president premier chancellor king queen prince
princess pope minister secretary senator governor mayor ambassador envoy director chairman
spokesman spokeswoman spokesperson judge justice professor general colonel major captain lieutenant
sergeant commander officer lt. gen. col. maj. sgt. spc. prime foreign defense defence sheikh
representative mom dad mum god ceo counsel
"""
TITLES = frozenset(_TITLES.split())
"""Words that precede a person's name without being part of it, as Universal NER has it."""

_LINKING = "of the for and & - – . ' ’s 's de del la al bin ibn van von"
LINKING = frozenset(_LINKING.split())
"""Words that may stand inside a name but not at its ends."""


def read_uner(path: Path) -> dict[str, list[str]]:
    """IOB2 tags by sentence identifier; OTH is kept, malformed and missing tags become O."""
    tags: dict[str, list[str]] = {}
    current: list[str] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# sent_id"):
            current = tags.setdefault(line.partition("=")[2].strip(), [])
        elif line[:1].isdigit():
            current.append(line.split("\t")[2])
    return {identifier: _repair(sequence) for identifier, sequence in tags.items()}


def _repair(sequence: list[str]) -> list[str]:
    repaired: list[str] = []
    previous = "O"
    for tag in sequence:
        kind = tag[2:]
        if kind != "OTH":
            kind = UNER_LABELS.get(kind, "")
        if not kind:
            tag = "O"
        elif tag.startswith("I-") and previous[2:] == kind:
            tag = f"I-{kind}"
        else:
            tag = f"B-{kind}"
        repaired.append(tag)
        previous = tag
    return repaired


class NationalityTagger:
    """Tells "Syrian" and "Muslims" (NORP) from other capitalised adjectives.

    An adjective counts as a nationality, religion or political adjective where its lemma keeps
    the capital and the treebanks never write the word in lower case.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        seen: Counter[str] = Counter()
        for document in documents:
            for sentence in document.sentences:
                seen.update(word for word in sentence.words if word.islower())
        self._common = {word for word, count in seen.items() if count > 1}

    def is_nationality(self, sentence: Sentence, index: int) -> bool:
        """Whether the word at `index` stands for a nationality or a creed by itself."""
        assert sentence.xpos
        assert sentence.lemmas
        word, lemma = sentence.words[index], sentence.lemmas[index]
        return (
            sentence.xpos[index] == "JJ"
            and len(word) > 3
            and word[0].isupper()
            and word[1:].islower()
            and lemma[:1].isupper()
            and lemma.lower() not in self._common
        )


def name_ewt(sentence: Sentence, tags: list[str], nationalities: NationalityTagger) -> None:
    """Set the sentence's names from Universal NER; OTH splits into NORP and MISC."""
    assert sentence.xpos
    spans: list[tuple[int, int, str]] = []
    start = 0
    while start < len(tags):
        end = start + 1
        if tags[start] != "O":
            kind = tags[start][2:]
            while end < len(tags) and tags[end] == f"I-{kind}":
                end += 1
            if kind == "OTH":
                people = ("JJ", "NNPS") if end - start == 1 else ("JJ",)
                kind = "NORP" if sentence.xpos[end - 1] in people else "MISC"
            spans.append((start, end, kind))
        start = end
    sentence.names = tag_names(len(tags), spans + _lone_nationalities(sentence, nationalities))


def _lone_nationalities(
    sentence: Sentence, nationalities: NationalityTagger
) -> list[tuple[int, int, str]]:
    return [
        (index, index + 1, "NORP")
        for index in range(len(sentence.words))
        if nationalities.is_nationality(sentence, index)
    ]


def name_gum(document: Document, raw: RawDocument, nationalities: NationalityTagger) -> None:
    """Set names from GUM's entity mentions: the named core of each mention, by its syntax."""
    for sentence, raw_sentence in zip(document.sentences, raw.sentences, strict=True):
        spans = []
        for start, end, kind, identity in _mentions(raw_sentence):
            core = _named_core(sentence, start, end, kind, identity)
            if core is not None:
                spans.append((*core, _label(sentence, core, kind)))
        spans += _lone_nationalities(sentence, nationalities)
        sentence.names = tag_names(len(sentence.words), spans)


def _label(sentence: Sentence, core: tuple[int, int], kind: str) -> str:
    assert sentence.xpos
    start, end = core
    if kind == "person" and end - start == 1 and sentence.xpos[start] == "NNPS":
        return "NORP"
    return GUM_LABELS[kind]


def _mentions(raw: RawSentence) -> list[tuple[int, int, str, str]]:
    """(start, end, entity type, Wikipedia title or "") of each mention of a nameable type."""
    opened: defaultdict[str, list[tuple[int, str, str]]] = defaultdict(list)
    mentions: list[tuple[int, int, str, str]] = []
    for index, row in enumerate(raw.rows):
        for match in re.finditer(r"\(([^()]+)(\))?|([^()]+)\)", row.misc.get("Entity", "")):
            if match[1]:
                fields = match[1].split("-", 7)
                kind = fields[1] if len(fields) > 1 else ""
                identity = fields[7] if len(fields) > 7 else ""
                opened[fields[0]].append((index, kind, identity))
            closing = match[3] or (match[1].split("-", 1)[0] if match[2] else "")
            if closing and opened[closing]:
                start, kind, identity = opened[closing].pop()
                if kind in GUM_LABELS:
                    mentions.append((start, index + 1, kind, identity))
    return mentions


def _named_core(
    sentence: Sentence, start: int, end: int, kind: str, identity: str
) -> tuple[int, int] | None:
    """The half-open range of the proper name that heads a mention; None if it has none."""
    assert sentence.upos
    assert sentence.heads
    words, upos, heads = sentence.words, sentence.upos, sentence.heads
    outward = [i for i in range(start, end) if not start <= heads[i] - 1 < end]
    proper = [i for i in outward if upos[i] == "PROPN"] if len(outward) > 1 else outward
    if not proper:
        return None
    head = proper[0]
    titled = _titled_range(words[start:end], identity)
    if titled is not None:
        low, high = start + titled[0], start + titled[1]
        if kind == "person" and words[low].lower() in TITLES:
            return None
        if upos[head] == "PROPN" or low <= head < high:
            return (low, high) if words[low][:1].isupper() else None
    if upos[head] != "PROPN" or not words[head][:1].isupper():
        return None
    members = _name_members(sentence, start, end, head, kind)
    low, high = _contiguous(words, members, head)
    if kind == "person":
        while low < high and words[low].lower() in TITLES:
            low += 1
    return (low, high) if low < high else None


def _titled_range(words: list[str], identity: str) -> tuple[int, int] | None:
    """Where the linked Wikipedia title stands word for word in the mention."""
    title = [
        part.lower().rstrip(",") for part in re.split(r"[_ ]", re.sub(r"_?\(.*", "", identity))
    ]
    title = [part for part in title if part]
    lowered = [word.lower() for word in words]
    for low in range(len(words) - len(title) + 1 if title else 0):
        if lowered[low : low + len(title)] == title:
            return low, low + len(title)
    return None


def _name_members(sentence: Sentence, start: int, end: int, head: int, kind: str) -> set[int]:
    """Words of the mention that belong to the name headed by `head`."""
    assert sentence.upos
    assert sentence.heads
    assert sentence.labels
    assert sentence.xpos
    members = {head}
    institution = kind in ("organization", "event", "place")
    grown = True
    while grown:
        grown = False
        for index in range(start, end):
            if index in members or sentence.heads[index] - 1 not in members:
                continue
            label, capital = sentence.labels[index], sentence.words[index][:1].isupper()
            proper = sentence.upos[index] == "PROPN"
            if (
                (label in ("flat", "compound", "goeswith", "fixed") and (proper or capital))
                or (label == "flat" and sentence.upos[index] in ("NUM", "PART", "SYM"))
                or (
                    label == "amod"
                    and capital
                    and index < head
                    and (institution or sentence.xpos[index].startswith("NNP"))
                )
                or (
                    label == "nmod"
                    and proper
                    and kind not in ("person", "place")
                    and _joined_by(sentence, index, start, ("of", "for"))
                )
                or (label == "conj" and proper and kind == "organization" and index > head)
            ):
                members.add(index)
                grown = True
    return members


def _joined_by(sentence: Sentence, index: int, start: int, prepositions: tuple[str, ...]) -> bool:
    assert sentence.heads
    assert sentence.labels
    return any(
        sentence.heads[other] - 1 == index
        and sentence.labels[other] == "case"
        and sentence.words[other].lower() in prepositions
        for other in range(start, index)
    )


def _contiguous(words: list[str], members: set[int], head: int) -> tuple[int, int]:
    """The unbroken run of members around the head; linking words inside it are kept."""
    low, high = head, head + 1
    while low - 1 >= min(members) and (low - 1 in members or words[low - 1].lower() in LINKING):
        low -= 1
    while high <= max(members) and (high in members or words[high].lower() in LINKING):
        high += 1
    while low < head and words[low].lower() in LINKING:
        low += 1
    while high - 1 > head and words[high - 1].lower() in LINKING:
        high -= 1
    return low, high

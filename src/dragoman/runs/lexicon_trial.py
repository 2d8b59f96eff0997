"""One sentence under a lexicon: which entries have a word in it, and the records that result."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.what.rivals import Rival, find_rivals
from dragoman.records import EventMention
from dragoman.runs.reader import Reader


@dataclass(frozen=True, slots=True)
class Trial:
    """`lemmas` are those of the sentence's words, as entries must write them."""

    lemmas: tuple[str, ...]
    rivals: tuple[Rival, ...]
    events: tuple[EventMention, ...]


def try_sentence(reader: Reader, sentence: str) -> Trial:
    """Code the sentence and tell how. Raises InputError where it cannot be coded."""
    events = reader.code(sentence).events
    doc = reader.parse(sentence)
    lemmas = tuple(token.lemma_ for token in doc if not token.is_space)
    return Trial(lemmas, find_rivals(doc, reader.lexicon), events)

"""A lexicon tried by its own sentences, and one sentence tried by a lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.ontology.lexicon import Lexicon, read_lexicon
from dragoman.runs.lexicon_check import check_entries, check_ours_under, count_sentences
from dragoman.runs.lexicon_trial import try_sentence
from dragoman.runs.reader import Reader
from dragoman.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language


def changed(folder: Path, old: str, new: str) -> Lexicon:
    path = folder / "triggers" / "heritage.toml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return read_lexicon(folder)


def test_all_is_fine(nlp: Language, heritage: Path) -> None:
    lexicon = read_lexicon(heritage)
    verdicts = list(check_entries(nlp, lexicon, lexicon.own_entries))
    assert [(verdict.must_code, verdict.fine) for verdict in verdicts] == [
        (True, True),
        (False, True),
    ]
    assert count_sentences(lexicon.own_entries) == 2


def test_a_word_that_is_missing(nlp: Language, heritage: Path) -> None:
    lexicon = changed(heritage, "Militiamen looted the museum", "Militiamen emptied the museum")
    verdict = next(check_entries(nlp, lexicon, lexicon.own_entries))
    assert (verdict.fine, verdict.found) == (False, ())
    assert verdict.why.startswith("none of its words is among the lemmas: militiaman empty the")


def test_another_entry_is_named(nlp: Language, heritage: Path) -> None:
    lexicon = changed(heritage, "Rioters looted a supermarket", "Thieves looted the shrine")
    verdict = list(check_entries(nlp, lexicon, lexicon.own_entries))[1]
    assert (verdict.must_code, verdict.fine) == (False, False)
    assert verdict.found == ("HERITAGE loot by heritage/loot",)


def test_what_ours_loses(nlp: Language, heritage: Path) -> None:
    assert list(check_ours_under(nlp, read_lexicon(heritage))) == []
    lexicon = changed(heritage, '["loot @heritage"]', '["loot @heritage", "bomb @building"]')
    lost = list(check_ours_under(nlp, lexicon))
    assert all(verdict.entry.type == "ASSAULT" for verdict in lost)


def test_a_sentence_is_tried(nlp: Language, heritage: Path) -> None:
    reader = Reader(nlp, Settings(lexicons=str(heritage)))
    trial = try_sentence(reader, "Militiamen looted the museum.")
    assert trial.lemmas[:2] == ("militiaman", "loot")
    assert [(event.type, event.modes, event.cameo) for event in trial.events] == [
        ("HERITAGE", ("loot",), None)
    ]
    assert trial.rivals[0].entry.id == "heritage/loot"

import json
from pathlib import Path

import pytest
from training.events.markup import MarkupError, read_file, read_line

TRAINING = Path(__file__).parents[2] / "training" / "events"


def test_a_marked_line_becomes_text_and_spans() -> None:
    record = read_line(
        "1 ACCUSE/disapprove actual; 2 ASSAULT/heavy-weapons actual | "
        "[a1s2:Juba] {1:accused} [r1a2:the militia] of {2:shelling} [r2:a camp]."
    )
    assert record["text"] == "Juba accused the militia of shelling a camp."
    accuse, assault = record["events"]
    assert accuse["trigger"][0]["quote"] == "accused"
    assert accuse["recipient"] == assault["actor"]
    assert assault["modes"] == ["heavy-weapons"]
    assert assault["source"][0]["quote"] == "Juba"


def test_words_that_tell_no_act_keep_their_reason() -> None:
    record = read_line("0 sport | The hosts {0:attacked} from the start.")
    assert record["events"] == []
    assert record["distractors"][0] == {
        "start": 10, "end": 18, "quote": "attacked", "reason": "sport"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("1 ASSAULT actual", "no ' | '"),
        ("1 WAR actual | They {1:fought}.", "no such type"),
        ("1 AID/phone actual | They {1:helped}.", "has no mode"),
        ("1 AID maybe | They {1:helped}.", "no such status"),
        ("1 AID actual | They helped.", "no trigger"),
        ("1 AID actual | They {1:helped.", "not closed"),
        ("1 AID actual | They {1:helped}] them.", "stray"),
        ("1 AID actual | [a2:They] {1:helped}.", "no act 2"),
    ],
)
def test_what_is_marked_wrongly_is_said(line: str, wrong: str) -> None:
    with pytest.raises(MarkupError, match=wrong):
        read_line(line)


def test_a_file_tells_its_topics(tmp_path: Path) -> None:
    path = tmp_path / "x_1.txt"
    path.write_text("# topic: chad-1983\n0 law | A bill on {0:raids}.\nnonsense\n", "utf-8")
    (line, topic, record), (_, _, error) = read_file(path)
    assert (line, topic) == (2, "chad-1983")
    assert isinstance(record, dict)
    assert isinstance(error, MarkupError)


@pytest.mark.parametrize("path", sorted(TRAINING.glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_span_of_the_training_set_slices_to_its_quote(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        spans = [s for e in record["events"] for v in e.values() if isinstance(v, list) for s in v]
        for span in (*spans, *record["distractors"]):
            if isinstance(span, dict):
                assert record["text"][span["start"] : span["end"]] == span["quote"]
        assert all(event["trigger"] for event in record["events"])


def test_writers_share_no_sentence_and_there_are_enough() -> None:
    texts = [
        json.loads(line)["text"]
        for path in TRAINING.glob("*.jsonl")
        for line in path.read_text("utf-8").splitlines()
    ]
    assert len(texts) == len(set(texts)) >= 6000

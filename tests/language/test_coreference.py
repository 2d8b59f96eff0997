"""Coreference: names in their forms, roles, pronouns; two of one surname stay two."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language.coreference import cluster_ranges, find_chains
from dragoman.language.names import (
    acronyms_of,
    gender_of,
    parse_person,
    same_person,
    same_word,
)


def clusters(nlp: Language, text: str) -> list[set[str]]:
    return [{text[a:b] for a, b in ranges} for ranges in cluster_ranges(nlp(text))]


def together(nlp: Language, text: str, *phrases: str) -> bool:
    return any(set(phrases) <= cluster for cluster in clusters(nlp, text))


def test_parts_of_personal_names() -> None:
    name = parse_person("Gen. Khalifa al-Haftar")
    assert name is not None
    assert (name.surname, name.first) == ("haftar", "khalifa")
    queen = parse_person("Angela Merkel")
    assert queen is not None
    assert gender_of(queen) == "f"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mohammed Morsi", "Mohamed Mursi", True),
        ("J. Doe", "Jane Doe", True),
        ("Jane Doe", "John Doe", False),
        ("Jane Doe", "Jane Roe", False),
        ("Abu Bakr al-Baghdadi", "Abu Bakr Baghdadi", True),
    ],
)
def test_two_names_of_one_person(one: str, other: str, same: bool) -> None:
    first, second = parse_person(one), parse_person(other)
    assert first is not None
    assert second is not None
    assert same_person(first, second) is same


def test_transliterations_and_acronyms() -> None:
    assert same_word("zelensky", "zelenskiy")
    assert not same_word("putin", "patton")
    assert "WHO" in acronyms_of("World Health Organization")


def test_a_surname_takes_up_the_full_name(nlp: Language) -> None:
    text = "President Maria Lopez met farmers on Monday. Lopez promised them new roads."
    assert any(any("Maria Lopez" in m for m in c) and "Lopez" in c for c in clusters(nlp, text))


def test_two_people_who_share_a_surname_stay_two(nlp: Language) -> None:
    text = "Nora Haddad praised the court. Karim Haddad rejected the ruling on Tuesday."
    assert not any(
        any("Nora" in m for m in c) and any("Karim" in m for m in c) for c in clusters(nlp, text)
    )


def test_a_pronoun_agrees_in_gender(nlp: Language) -> None:
    text = "Angela Brandt met Robert Fischer in Bonn. She said the talks were useful."
    she = next((c for c in clusters(nlp, text) if "She" in c), set())
    assert any("Brandt" in m for m in she)


def test_names_of_one_group_are_one(nlp: Language) -> None:
    text = "Fighters of ISIL left the town. Daesh had held the town for a year."
    assert together(nlp, text, "ISIL", "Daesh")


def test_no_range_is_in_two_clusters(nlp: Language) -> None:
    text = "Kenya and Uganda signed the pact. The two countries said they would keep it."
    ranges = [span for cluster in cluster_ranges(nlp(text)) for span in cluster]
    assert len(ranges) == len(set(ranges))


def test_a_document_without_a_parse() -> None:
    doc = Doc(Vocab(), words=["Nothing", "is", "parsed", "here", "."])
    assert isinstance(find_chains(doc), tuple)
    assert find_chains(Doc(Vocab())) == ()


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.text(min_size=1, max_size=6), max_size=12), data=st.data())
def test_any_tree_of_any_words(words: list[str], data: st.DataObject) -> None:
    labels = ["nsubj", "obj", "conj", "appos", "nmod", "nmod:desc", "compound", "acl:relcl", "cop"]
    tags = ["NOUN", "PROPN", "PRON", "VERB", "ADJ", "PUNCT"]
    count = len(words)
    heads = [data.draw(st.integers(0, count - 1)) for _ in words]
    # each token hangs on an earlier one or on itself, so that the heads form trees
    heads = [min(head, index) for index, head in enumerate(heads)]
    doc = Doc(
        Vocab(),
        words=words,
        heads=heads,
        deps=[data.draw(st.sampled_from(labels)) for _ in words],
        pos=[data.draw(st.sampled_from(tags)) for _ in words],
    )
    chains = find_chains(doc)
    assert chains == find_chains(doc)
    for chain in chains:
        for mention in chain.mentions:
            assert 0 <= mention.start <= mention.head < mention.end <= count


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "Former mayor Michael Bloomberg praised the senator. Bloomberg endorsed Joe Biden.",
            ("Former mayor Michael Bloomberg", "Bloomberg"),
        ),
        (
            "Minister Beto O'Rourke condemned the raid. O'Rourke criticized the mayor.",
            ("Minister Beto O'Rourke", "O'Rourke"),
        ),
        (
            "Don Blakeney criticized the party. A jury convicted Blakeney.",
            ("Don Blakeney", "Blakeney"),
        ),
        (
            "The town was captured by Islamic State. The jihadist group took over a barracks.",
            ("Islamic State", "The jihadist group"),
        ),
        (
            "Kenyan Foreign Minister Grace Wanjala spoke. The Kenyan minister thanked the crowd.",
            ("Kenyan Foreign Minister Grace Wanjala", "The Kenyan minister"),
        ),
    ],
)
def test_two_phrases_for_one(nlp: Language, text: str, phrases: tuple[str, ...]) -> None:
    assert together(nlp, text, *phrases)


def test_the_government_is_no_ministry(nlp: Language) -> None:
    text = "The Interior Ministry counted the votes. The government denied it. The army deployed."
    assert not together(nlp, text, "The Interior Ministry", "The government")
    assert not together(nlp, text, "The Interior Ministry", "The army")


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "Rebels of the Northern Front hold the town. The Northern Front took it in May. "
            "The Kenyan army has said it is preparing an attack.",
            ("The Kenyan army", "it"),
        ),
        (
            "The resolution demanded full access for the Red Cross and asked it to watch the truce.",
            ("the Red Cross", "it"),
        ),
    ],
)
def test_it_is_who_says_so_or_is_asked(nlp: Language, text: str, phrases: tuple[str, ...]) -> None:
    assert together(nlp, text, *phrases)


def test_they_are_not_we(nlp: Language) -> None:
    text = "We have met the miners. We respect the miners and support them."
    assert not together(nlp, text, "We", "them")

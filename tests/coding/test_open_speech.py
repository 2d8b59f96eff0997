from __future__ import annotations

from spacy.language import Language

from dragoman.coding.whose_word import attributions_of, find_attributions

RELEASE = """The minister visited the border on Monday.

The Foreign Minister said:

The attack on the convoy was a crime. Soldiers shelled the road for hours.

We have sent aid to the town, and our doctors have reached it.

Further information

The ministry was founded in 1921."""


def _voices(nlp: Language, text: str, word: str) -> list[str]:
    doc = nlp(text)
    token = next(t for t in doc if t.text == word)
    return [h.text for a in attributions_of(token, find_attributions(doc)) for h in a.heads]


def test_unquoted_paragraphs_after_a_colon_are_the_speakers(nlp: Language) -> None:
    assert _voices(nlp, RELEASE, "shelled") == ["Minister"]
    assert _voices(nlp, RELEASE, "sent") == ["Minister"]


def test_the_report_around_them_is_not(nlp: Language) -> None:
    assert _voices(nlp, RELEASE, "visited") == []
    assert _voices(nlp, RELEASE, "founded") == []


def test_after_a_colon_inside_a_paragraph_only_the_first_person_goes_on(nlp: Language) -> None:
    text = (
        "The general said: The army shelled the road.\n\n"
        "We sent troops to the town.\n\nRebels burned a bridge."
    )
    assert _voices(nlp, text, "shelled") == ["general"]
    assert _voices(nlp, text, "sent") == ["general"]
    assert _voices(nlp, text, "burned") == []

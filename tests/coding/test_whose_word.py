from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.coding.whose_word import (
    Attribution,
    attributions_of,
    find_attributions,
    outermost,
)


def _one(nlp: Language, text: str, cue: str) -> Attribution:
    found = [a for a in find_attributions(nlp(text)) if a.cue is not None and cue in a.cue.text]
    assert found, f"no attribution by {cue!r} in {text!r}"
    return found[0]


def test_who_is_quoted_by_a_source_says_the_same(nlp: Language) -> None:
    text = "According to the agency Yonhap, quoting state radio, the army has left the border."
    assert _said(_one(nlp, text, "quoting")) == ["the army has left the border"]


def _said(attribution: Attribution) -> list[str]:
    return [span.text for span in attribution.contents]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The minister said that the talks had failed.",
            "The minister",
            "said",
            "that the talks had failed",
        ),
        (
            "The talks had failed, the minister said on Monday.",
            "the minister",
            "said",
            "The talks had failed",
        ),
        (
            "“The talks have failed,” said the foreign minister.",
            "the foreign minister",
            "said",
            "“The talks have failed,”",
        ),
        (
            "According to the ministry, troops entered the city.",
            "the ministry",
            "According to",
            "troops entered the city",
        ),
        (
            "Troops entered the city, according to the ministry.",
            "the ministry",
            "according to",
            "Troops entered the city",
        ),
        (
            "The president promised to release the prisoners.",
            "The president",
            "promised",
            "to release the prisoners",
        ),
        (
            "Rebels denied the report.",
            "Rebels",
            "denied",
            "the report",
        ),
        (
            "The council called for an immediate ceasefire.",
            "The council",
            "called for",
            "an immediate ceasefire",
        ),
        (
            "The envoy urged Iran to return to the talks.",
            "The envoy",
            "urged",
            "Iran to return to the talks",
        ),
        (
            "Residents told reporters that soldiers had burned the market.",
            "Residents",
            "told",
            "that soldiers had burned the market",
        ),
    ],
)
def test_source_cue_and_content(
    nlp: Language, text: str, source: str, cue: str, content: str
) -> None:
    attribution = _one(nlp, text, cue)
    assert [s.text for s in attribution.sources] == [source]
    assert attribution.cue is not None
    assert attribution.cue.text == cue
    assert _said(attribution) == [content]


def test_a_split_quotation_is_one_content_in_two_parts(nlp: Language) -> None:
    attribution = _one(nlp, "“We will stay,” she said. “Nobody will move us.”", "said")
    assert _said(attribution) == ["“We will stay,”", "“Nobody will move us.”"]
    assert attribution.direct


def test_a_quotation_goes_on_over_paragraphs(nlp: Language) -> None:
    text = "“We will stay,” the mayor said. “The town is ours.\n\n“Nobody will move us.”"
    attribution = _one(nlp, text, "said")
    assert "Nobody will move us" in _said(attribution)[-1]


def test_every_act_inside_a_closing_attribution_carries_it(nlp: Language) -> None:
    doc = nlp("The army shelled the town and rebels burned a bridge, the ministry said on Friday.")
    attributions = find_attributions(doc)
    for word in ("shelled", "burned"):
        token = next(t for t in doc if t.text == word)
        chain = attributions_of(token, attributions)
        assert [h.text for a in chain for h in a.heads] == ["ministry"]
    said = next(t for t in doc if t.text == "said")
    assert attributions_of(said, attributions) == ()


def test_a_chain_is_told_innermost_first(nlp: Language) -> None:
    doc = nlp("State television quoted the army as saying that rebels had shelled the port.")
    shelled = next(t for t in doc if t.text == "shelled")
    chain = attributions_of(shelled, find_attributions(doc))
    assert [a.heads[0].text for a in chain] == ["army", "television"]


def test_a_plural_source_has_several_heads(nlp: Language) -> None:
    attribution = _one(nlp, "France and Germany said that the vote was a sham.", "said")
    assert [h.text for h in attribution.heads] == ["France", "Germany"]


def test_a_relative_pronoun_is_followed_to_its_noun(nlp: Language) -> None:
    attribution = _one(nlp, "The envoy, who said that the talks had failed, left.", "said")
    assert [h.text for h in attribution.heads] == ["envoy"]


def test_what_is_wanted_or_condemned_is_not_vouched_for(nlp: Language) -> None:
    doc = nlp("The minister condemned the attack on the mosque.")
    attributions = find_attributions(doc)
    attack = next(t for t in doc if t.text == "attack")
    assert attributions_of(attack, attributions) == ()
    (attribution,) = attributions_of(attack, attributions, vouched=False)
    assert attribution.kind.stance == "condemn"


def test_who_does_not_say_it_does_not_vouch(nlp: Language) -> None:
    attribution = _one(nlp, "The army did not say that rebels had left.", "say")
    assert attribution.negated
    assert not attribution.vouches


def test_reportedly_is_a_cue_without_a_source(nlp: Language) -> None:
    attribution = _one(nlp, "The rebels reportedly seized a dam.", "reportedly")
    assert attribution.sources == ()
    assert attribution.vouches


def test_a_participle_goes_on_for_the_reporter(nlp: Language) -> None:
    text = "“We see no threat,” the mayor said, adding that schools would open."
    attribution = _one(nlp, text, "adding")
    assert [h.text for h in attribution.heads] == ["mayor"]
    assert _said(attribution) == ["that schools would open"]


def test_a_carried_noun_is_its_subjects_word(nlp: Language) -> None:
    attribution = _one(nlp, "The envoy expressed deep concern over the fighting.", "concern")
    assert [h.text for h in attribution.heads] == ["envoy"]
    assert attribution.kind.stance == "concern"
    assert _said(attribution) == ["the fighting"]


def test_outermost_leaves_what_stands_in_another_voice(nlp: Language) -> None:
    attributions = find_attributions(
        nlp("The minister said that rebels had claimed that the dam was safe.")
    )
    assert len(attributions) == 2
    assert [a.cue_head.text for a in outermost(attributions)] == ["said"]


def test_without_a_parse_there_is_nothing() -> None:
    assert find_attributions(Doc(Vocab(), words=["He", "said", "so"])) == ()
    assert find_attributions(Doc(Vocab(), words=[])) == ()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "he", "said", "that", ",", ".", ":", "according", "to", "—", "\n\n",
             "citing", "sources", "reportedly", "لا", "🙂", "the", "minister", "'", "quoted", "as",
             "saying", "told", "concern", "over", "expressed", "é"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_text_gives_spans_inside_it(nlp: Language, words: list[str]) -> None:
    doc = nlp(" ".join(words))
    for attribution in find_attributions(doc):
        for span in (*attribution.sources, *attribution.contents):
            assert 0 <= span.start < span.end <= len(doc)
        starts = [span.start for span in attribution.contents]
        assert starts == sorted(starts)

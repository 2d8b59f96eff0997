from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Token

from dragoman.coding.status import code_status, find_mood
from dragoman.coding.when import find_times
from dragoman.records.mention import Status

NEWS = date(2024, 12, 7)

ACTUAL = """The army *shelled* the town on Monday.
France condemned the *attack* on the embassy.
The army carried out an *airstrike* on Sunday.
Militants have been *attacking* villages in the north.
The army is *shelling* the town.
Army shells town, *kills* 12
They forced residents to *leave* the village.
The rebels managed to *capture* the base.
He is accused of *ordering* the killing of a journalist.
He said the rebels *shelled* the hospital.
The militia attacked the convoy, *killing* nine soldiers.
Protesters not only *blocked* the road but also burned cars.
The *attack* could hurt relations between the two countries.
The group helped *free* the hostages.
Since 2014, the group has *attacked* villages.
The army began *withdrawing* from the town.
The rebels were able to *seize* the airport.
The EU imposed *sanctions* on Belarus.
They reportedly *shelled* the town.
He told the court that he was instead *kidnapped* in Beirut.
The president called for talks, *accusing* the rebels of fraud."""

FUTURE = """The two leaders will *meet* in Geneva next week.
The ministers are due to *meet* on Thursday.
The president plans to *visit* Ankara.
*Talks* are scheduled for Friday.
Officials discussed plans for a *meeting* in May.
The army will carry out an *airstrike* on Sunday.
The minister said the army would *withdraw* from the province.
The envoy arrived ahead of *talks* with the rebels.
The two sides agreed to *hold* talks.
Officials expect the army to *withdraw*.
He is expected to *meet* the president.
The ministry is to *host* a conference in June."""

HYPOTHETICAL = """If the army *attacks* the town, rebels will respond.
The army could *attack* the town within days.
Troops may have *killed* the hostages.
He traveled to Cairo to *meet* the foreign minister.
Soldiers were sent to *seize* the airport.
Residents fear an *attack* on the city.
He called for an *attack* on the militia.
The general threatened *strikes* against the capital.
The threat of *strikes* has grown.
The army would have *withdrawn* if the rebels had agreed.
The prime minister urged Iran to *release* the sailors.
The bank wants to avoid *sanctions*.
The ministry warned that Russia could *strike* the port.
The army launched an operation to *retake* the city.
The EU is considering *sanctions* against Belarus.
The army did not rule out a *strike*."""

NEGATED = """The army did not *shell* the town.
The army has not *attacked* the village.
Police denied *beating* the students.
Rebels failed to *capture* the city.
The government denied that troops had *fired* on civilians.
Police prevented an *attack* on the embassy.
The army did not carry out the *airstrike*.
The raid ended without *clashes*.
Neither side *opened* fire.
No one was *killed* in the raid.
The army stopped short of *storming* the compound.
Police foiled a planned *bombing*.
The militia never *attacked* the convoy.
The two countries have refused to *sign* the treaty.
Nobody *attacked* the embassy.
The *meeting* was cancelled."""

HISTORICAL = """In 2012, the army *shelled* the town.
Russia *annexed* Crimea in 2014.
A decade ago, rebels *seized* the city."""


def _cases(status: Status, lines: str) -> list[tuple[str, Status]]:
    return [(line, status) for line in lines.splitlines()]


def _clause(head: Token) -> Token:
    carried = head.pos_ == "NOUN" and head.dep_ in ("obj", "nsubj", "nsubj:pass")
    return head.head if carried else head


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        *_cases("actual", ACTUAL),
        *_cases("future", FUTURE),
        *_cases("hypothetical", HYPOTHETICAL),
        *_cases("negated", NEGATED),
        *_cases("historical", HISTORICAL),
    ],
)
def test_status_of_the_starred_act(nlp: Language, marked: str, status: Status) -> None:
    before, word, after = marked.split("*")
    doc = nlp(before + word + after)
    head = next(t for t in doc if t.idx == len(before))
    assert code_status(_clause(head), head, find_times(doc, NEWS), NEWS) == status


def test_a_hint_stands_unless_the_text_denies_it(nlp: Language) -> None:
    told = nlp("The army struck the port.")
    denied = nlp("The army did not strike the port.")
    assert code_status(told[2], told[2], hint="hypothetical") == "hypothetical"
    assert code_status(denied[4], denied[4], hint="hypothetical") == "negated"


def test_last_month_is_news_and_not_history(nlp: Language) -> None:
    doc = nlp("The army shelled the town last month.")
    assert code_status(doc[2], doc[2], find_times(doc, NEWS), NEWS) == "actual"


@pytest.mark.parametrize(
    ("text", "status", "word"),
    [
        ("Troops will attack the town.", "future", "will"),
        ("Troops did not attack the town.", "negated", "not"),
        ("Troops plan to attack the town.", "future", "plan"),
        ("Troops may attack the town.", "hypothetical", "may"),
        ("Troops attacked the town.", "actual", None),
    ],
)
def test_the_word_that_sets_the_status(
    nlp: Language, text: str, status: str, word: str | None
) -> None:
    head = next(token for token in nlp(text) if token.lemma_ == "attack")
    mood = find_mood(head, head)
    assert (mood.status, mood.word.text if mood.word else None) == (status, word)

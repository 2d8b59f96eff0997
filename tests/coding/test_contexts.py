"""In what context an act stands: all 37 are reached, and a mere word in the sentence gives none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.ontology.codebook import load_codebook
from dragoman.ontology.contexts import load_contexts
from dragoman.records.codec import to_json

if TYPE_CHECKING:
    from dragoman.runs.reader import Reader

TOLD = {
    "military": (
        "Sudanese soldiers attacked the garrison.",
        "Poland promised Ukraine forty tanks.",
    ),
    "intelligence": (
        "Germany expelled two Russian spies.",
        "Australia agreed to share intelligence with Japan.",
    ),
    "executive": (
        "Jordan's king dismissed the cabinet.",
        "The African Union condemned the coup in Gabon.",
    ),
    "legislative": (
        "Hungary's parliament condemned the Romanian minister.",
        "Opposition senators urged the president to withdraw the bill.",
    ),
    "election": (
        "The Georgian opposition rejected the election results.",
        "The African Union urged Malawi to hold the referendum.",
    ),
    "political_institutions": (
        "Thousands protested in Tunis against the new constitution.",
        "The Ukrainian premier called for constitutional reform.",
    ),
    "pro_democracy": (
        "Pro-democracy activists marched in Yangon.",
        "Washington urged Niger's junta to restore democracy.",
    ),
    "pro_autocracy": (
        "Togo's opposition condemned the president's dictatorship.",
        "The Burundian opposition denounced the lifting of the term limit.",
    ),
    "economic": (
        "China imposed tariffs on Canada.",
        "The IMF approved a loan for Pakistan.",
    ),
    "legal": (
        "The Kenyan court convicted the former minister.",
        "Chile and Peru signed a border treaty.",
    ),
    "reparations": (
        "Namibia demanded reparations from Germany.",
        "Japan refused compensation to Korean labourers.",
    ),
    "human_rights": (
        "The UN condemned the massacre of villagers by the Congolese army.",
        "Gambia accused Myanmar of genocide.",
    ),
    "rights_freedoms": (
        "Turkish police arrested three journalists.",
        "Students marched in Budapest for press freedom.",
    ),
    "repression": (
        "The UN condemned the crackdown in Belarus.",
        "The Egyptian government freed eleven political prisoners.",
    ),
    "human_security": (
        "Norway sent food to Somalia.",
        "Canada promised Yemen relief against the famine.",
    ),
    "gender": (
        "Women marched in Warsaw against the abortion ban.",
        "Soldiers raped two women in the Ethiopian town.",
    ),
    "lgbt": (
        "Ugandan police arrested gay activists.",
        "The European Union criticised Hungary's law against same-sex couples.",
    ),
    "religion_ethnicity": (
        "Gunmen attacked a mosque in Burkina Faso.",
        "Pakistan condemned the killing of Muslims in India.",
    ),
    "inequality": (
        "Thousands marched in Rio against racism.",
        "The UN condemned apartheid in South Africa.",
    ),
    "diplomatic": (
        "Manila summoned the Chinese ambassador.",
        "The Omani and Egyptian foreign ministers met in Cairo.",
    ),
    "territory": (
        "The UN condemned Russia's annexation of Crimea.",
        "Separatist fighters seized the town from the Cameroonian army.",
    ),
    "peacekeeping": (
        "Rebels shot at UN peacekeepers in Mali.",
        "Kenya sent a peacekeeping force to Haiti.",
    ),
    "health": (
        "Cuba sent doctors to Italy.",
        "Gunmen stormed a hospital in Sudan.",
    ),
    "asylum": (
        "Sweden granted asylum to the Iranian activist.",
        "Britain agreed to send asylum seekers to Rwanda.",
    ),
    "migration": (
        "Algeria deported 300 migrants to Niger.",
        "Italy asked Tunisia to stop illegal immigration.",
    ),
    "disasters": (
        "Greece sent rescue teams to Turkey after the earthquake.",
        "Japan sent tents to flood victims in Pakistan.",
    ),
    "natural_resource": (
        "Iraq agreed to sell oil to Jordan.",
        "Egypt and Ethiopia discussed the Nile dam.",
    ),
    "environment": (
        "Activists marched in Berlin against climate change.",
        "Brazil and Norway signed an accord on deforestation.",
    ),
    "technology": (
        "The United States banned exports of semiconductors to China.",
        "Iran shut down the internet.",
    ),
    "terrorism": (
        "France condemned the terrorist attack in Mali.",
        "A suicide bomber killed nine soldiers in Kabul.",
    ),
    "cbrn": (
        "The Syrian army attacked the town with chlorine.",
        "Iran and Russia held talks on the nuclear programme.",
    ),
    "cyber": (
        "Russian hackers attacked the Estonian ministry.",
        "Albania accused Iran of a cyberattack.",
    ),
    "misinformation": (
        "The European Union accused Russia of disinformation.",
        "Moldova's president condemned Russian propaganda.",
    ),
    "crime": (
        "Haitian police killed two gang leaders.",
        "Mexico and the United States agreed to fight organised crime.",
    ),
    "corruption": (
        "Prosecutors in Peru charged the president with corruption.",
        "Thousands protested in Sofia against graft.",
    ),
    "illegal_drugs": (
        "Colombian soldiers seized two tonnes of cocaine.",
        "Jordanian troops killed two drug smugglers at the border.",
    ),
    "trafficking": (
        "Italian police arrested eleven human traffickers.",
        "Nigerien soldiers arrested eleven smugglers in the desert.",
    ),
}


def test_every_context_is_asked_for() -> None:
    assert tuple(TOLD) == load_codebook().contexts


@pytest.mark.parametrize(
    ("context", "text"), [(context, text) for context, texts in TOLD.items() for text in texts]
)
def test_context_is_told(reader: Reader, context: str, text: str) -> None:
    told = reader.code(text).events
    assert told
    assert context in {name for event in told for name in event.contexts}, list(map(str, told))


@pytest.mark.parametrize(
    ("context", "text"),
    [
        ("economic", "Rebels attacked soldiers near the bank of the river."),
        (
            "rights_freedoms",
            "The Kenyan minister told a press conference that rebels shelled Goma.",
        ),
        ("legal", "Law enforcement officers used tear gas against protesters in Nairobi."),
        ("natural_resource", "Police fired tear gas at protesters in Nairobi."),
        ("territory", "Norway called for a negotiated settlement in Yemen."),
        ("election", "Chad attacked rebels at the border, weeks after Benin held elections."),
        ("health", "The French president, whose wife is a doctor, met the king of Spain."),
        ("pro_democracy", "The Democratic Republic of Congo expelled Rwanda's ambassador."),
        ("military", "Nurses marched in Lima, and in Quito the army raised a flag."),
        ("crime", "The UN accused Eritrea of war crimes."),
    ],
)
def test_a_word_that_only_stands_there_gives_no_context(
    reader: Reader, context: str, text: str
) -> None:
    told = reader.code(text).events
    assert told
    assert context not in {name for event in told for name in event.contexts}, list(map(str, told))


def test_a_report_bears_the_contexts_of_its_records_most_frequent_first(reader: Reader) -> None:
    text = (
        "Chad's army shelled rebels. Chad's army bombed the rebels' camp on Tuesday. "
        "Chad imposed tariffs on Libya."
    )
    coding = reader.code(text)
    assert coding.contexts[0] == "military"
    assert "economic" in coding.contexts
    assert to_json(coding)["document"]["contexts"] == list(coding.contexts)


def test_two_words_go_before_one() -> None:
    contexts = load_contexts()
    assert not contexts.silent & set(contexts.words)
    assert set(contexts.words["cyberattack"]) == {"cyber"}

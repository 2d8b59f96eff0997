"""CAMEO code, score and quad of a record follow from its type, modes and contexts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.ontology.codebook import load_codebook

if TYPE_CHECKING:
    from dragoman.runs.reader import Reader

TOLD = [
    ("Japan will send food to Sudan.", "AGREE", "0333", 2.5, 1),
    ("The Omani minister spoke by phone with his Egyptian counterpart.", "CONSULT", "041", 1.5, 1),
    ("Leaders of Chad, Togo and Benin met at a summit in Accra.", "CONSULT", "040", 4.0, 1),
    ("Canada thanked Norway.", "SUPPORT", "051", 5.0, 1),
    ("Chile and Peru signed a border treaty.", "SUPPORT", "057", 5.0, 1),
    ("France announced the withdrawal of its troops from Niger.", "CONCEDE", "087", 4.5, 1),
    ("India and Japan held joint naval exercises.", "COOPERATE", "062", 9.5, 2),
    ("Germany delivered tanks to Ukraine.", "AID", "072", 10.0, 2),
    ("Norway sent food to Somalia.", "AID", "073", 10.0, 2),
    ("Armenian troops withdrew from the valley.", "RETREAT", "0874", 8.0, 2),
    ("Ukraine asked Poland for ammunition.", "REQUEST", "023", 0.5, 3),
    ("Egypt condemned Israel.", "ACCUSE", "111", -2.0, 3),
    ("Prosecutors in Peru charged the president with corruption.", "ACCUSE", "1121", -3.5, 3),
    ("UN experts investigated torture in Syria.", "ACCUSE", "092", -3.5, 3),
    ("Hungary refused to send weapons to Ukraine.", "REJECT", "122", -1.5, 3),
    ("North Korea threatened to bomb Seoul.", "THREATEN", "138", -3.5, 3),
    ("The court issued an arrest warrant for the general.", "THREATEN", "137", -3.5, 3),
    ("Students rioted in Dhaka.", "PROTEST", "145", -7.0, 4),
    ("Nurses went on strike in Kenya.", "PROTEST", "143", -5.0, 4),
    ("The United States imposed sanctions on Mali.", "SANCTION", "163", -6.0, 4),
    ("India expelled the Canadian ambassador.", "SANCTION", "161", -5.5, 4),
    ("A Russian court found the journalist guilty of espionage.", "SANCTION", "116", -6.0, 4),
    ("Rebels drove thousands of villagers from their homes.", "SANCTION", "201", -5.5, 4),
    ("Rwanda sent troops to Mozambique.", "MOBILIZE", "154", -6.5, 4),
    ("Iranian police arrested two students.", "COERCE", "173", -7.0, 4),
    ("The Syrian army besieged the town.", "COERCE", "191", -7.0, 4),
    ("Russian jets bombed the port of Odesa.", "ASSAULT", "195", -9.5, 4),
    ("Rebels clashed with Malian soldiers.", "ASSAULT", "190", -9.0, 4),
]


def test_every_type_is_told() -> None:
    assert {type_ for _, type_, *_ in TOLD} == set(load_codebook().types)


@pytest.mark.parametrize(("text", "type_", "cameo", "score", "quad"), TOLD)
def test_codes_of_a_record(
    reader: Reader, text: str, type_: str, cameo: str, score: float, quad: int
) -> None:
    (event,) = reader.code(text).events
    assert (event.type, event.cameo, event.score, event.quad) == (type_, cameo, score, quad)

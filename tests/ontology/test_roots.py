from dragoman.ontology.lexicon import load_lexicon
from dragoman.ontology.roots import load_conventions, root_of


def test_conventions_name_entries_and_modes_that_exist() -> None:
    entries = load_lexicon().triggers.by_id
    types = load_lexicon().codebook.types
    for convention in load_conventions():
        assert not convention.entry or convention.entry in entries
        assert not convention.mode or convention.mode in types[convention.type].modes


def test_a_verdict_counts_with_accusations_and_other_sanctions_stay() -> None:
    assert root_of("SANCTION", ("convict",), "sanction/convict") == "ACCUSE"
    assert root_of("SANCTION", ("expel",), "sanction/expel") == "SANCTION"


def test_a_convention_of_an_entry_regards_that_entry_alone() -> None:
    assert root_of("SANCTION", (), "sanction/sanction") == "COERCE"
    assert root_of("SANCTION", (), "sanction/break-ties") == "SANCTION"

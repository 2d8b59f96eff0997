"""How the gazetteer's tables are built. Run `python -m training.gazetteer`; never imported."""

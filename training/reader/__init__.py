"""How the bundled reader is trained. Run `python -m training.reader --help`; never imported."""

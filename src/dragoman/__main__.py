"""`python -m dragoman` is the command `dragoman`."""

from dragoman.cli.app import main

main()

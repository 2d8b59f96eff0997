"""Bytes -> Report: text, HTML and JSON lines from files, folders and standard input."""

from dragoman.intake.dates import read_day
from dragoman.intake.details import Details
from dragoman.intake.paths import Intake, read_paths

__all__ = ["Details", "Intake", "read_day", "read_paths"]

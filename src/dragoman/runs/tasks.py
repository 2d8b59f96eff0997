"""Tasks: narrow views of the coder for benchmarks, over the same code path as `dragoman code`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import batched
from typing import Any

from spacy.tokens import Doc

from dragoman.errors import InputError
from dragoman.language.pipeline import annotate
from dragoman.records import Report
from dragoman.records.codec import to_json
from dragoman.runs.reader import Reader

Line = Mapping[str, Any]

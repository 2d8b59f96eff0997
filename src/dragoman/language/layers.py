"""Names of the span groups that the rooms hang on a Doc, each spelled once."""

from __future__ import annotations

from typing import Final

TIMES: Final = "times"
PLACES: Final = "places"
QUANTITIES: Final = "quantities"
TRIGGERS: Final = "triggers"
MENTIONS: Final = "mentions"
SOURCES: Final = "sources"
CUES: Final = "cues"
CONTENTS: Final = "contents"

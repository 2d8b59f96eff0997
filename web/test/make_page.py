"""Write the page of the sample coding, as many times over as asked: make_page.py COUNT FILE."""

import json
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from dragoman.exports.page import write_page  # noqa: E402
from dragoman.records.codec import from_json  # noqa: E402

sample = from_json(json.loads((ROOT / "tests/data/coding.json").read_text(encoding="utf-8")))
count = int(sys.argv[1])
codings = (
    sample
    if count == 1
    else replace(sample, report=replace(sample.report, id=str(n), title=f"Report number {n}"))
    for n in range(1, count + 1)
)
with open(sys.argv[2], "w", encoding="utf-8") as file:
    file.writelines(write_page(codings))

"""Scores of attribution: who says what, by which words (task `attribution`).

Gold and predictions are the contract's records: `{"id", "attributions": [{"source": [range],
"cue": [range], "content": [range]}]}`, a range being half-open code points; gold records carry
the text as well, from which tokens are cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def _ranges(attribution: Mapping[str, Any], role: str) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((r["start"], r["end"]) for r in attribution[role]))


def _tokens(ranges: Iterable[tuple[int, int]], starts: Sequence[int]) -> frozenset[int]:
    return frozenset(
        s for a, b in ranges for s in starts[bisect_left(starts, a) : bisect_left(starts, b)]
    )


def _f1(matched: float, predicted: float, gold: float) -> tuple[float, float, float]:
    precision = matched / predicted if predicted else 0.0
    recall = matched / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def score_attributions(
    gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]
) -> dict[str, float]:
    """Exact F1 and token-overlap precision, recall and F1 of each role, and two joint figures.

    Token overlap counts each token of a text once for each role (the union over attributions).
    `attribution_f1` wants all three roles exactly right; `content_found` is the share of gold
    contents of which one predicted content covers at least half the tokens, `source_for_content`
    the share of those whose predicted source shares a token with the gold source.
    """
    by_id = {p["id"]: p["attributions"] for p in predicted}
    exact = dict.fromkeys(ROLES, 0)
    overlap = dict.fromkeys(ROLES, 0)
    counts = {role: [0, 0, 0, 0] for role in ROLES}
    whole = [0, 0, 0]
    found = sourced = contents = sources = 0
    for record in gold:
        text = record["text"]
        starts = [m.start() for m in _TOKEN.finditer(text)]
        golds, preds = record["attributions"], by_id.get(record["id"], [])
        for role in ROLES:
            g = {r for a in golds if (r := _ranges(a, role))}
            p = {r for a in preds if (r := _ranges(a, role))}
            exact[role] += len(g & p)
            counts[role][0] += len(p)
            counts[role][1] += len(g)
            gt = _tokens((x for r in g for x in r), starts)
            pt = _tokens((x for r in p for x in r), starts)
            overlap[role] += len(gt & pt)
            counts[role][2] += len(pt)
            counts[role][3] += len(gt)
        g3 = {tuple(_ranges(a, role) for role in ROLES) for a in golds}
        p3 = {tuple(_ranges(a, role) for role in ROLES) for a in preds}
        whole = [whole[0] + len(g3 & p3), whole[1] + len(p3), whole[2] + len(g3)]
        cut = [[_tokens(_ranges(p, role), starts) for role in ROLES] for p in preds]
        for a in golds:
            content = _tokens(_ranges(a, "content"), starts)
            source = _tokens(_ranges(a, "source"), starts)
            if not content:
                continue
            contents += 1
            covering = [p for p in cut if len(p[2] & content) >= len(content) / 2]
            found += bool(covering)
            if source:
                sources += 1
                sourced += any(p[0] & source for p in covering)
    scores: dict[str, float] = {}
    for role in ROLES:
        scores[f"{role}_exact_f1"] = _f1(exact[role], *counts[role][:2])[2]
        precision, recall, f1 = _f1(overlap[role], *counts[role][2:])
        scores[f"{role}_precision"], scores[f"{role}_recall"] = precision, recall
        scores[f"{role}_f1"] = f1
    scores["attribution_f1"] = _f1(*whole)[2]
    scores["content_found"] = found / contents if contents else 0.0
    scores["source_for_content"] = sourced / sources if sources else 0.0
    return scores

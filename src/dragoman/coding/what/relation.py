"""Views of a text's events: what one party does to another, and the types by salience."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span

from dragoman.coding.what import find_acts
from dragoman.coding.what.acts import Act
from dragoman.language.parse import Parse, parse_of
from dragoman.ontology.lexicon import Lexicon, load_lexicon
from dragoman.ontology.triggers import Triggers

# What is left when nothing in the text is known: the commonest act between two named parties.
_LAST_RESORT: Final = "CONSULT"


def relation(
    doc: Doc, source: Span | None, target: Span | None, lexicon: Lexicon | None = None
) -> str:
    """The PLOVER type of what the source does to the target; always answers.

    The act whose participants are the two; else the one that stands nearest to both in the
    parse; else the most salient; else a word of the lexicon without its constraints.
    """
    tree = parse_of(doc)
    ours = set(range(source.start, source.end)) if source is not None else set()
    theirs = set(range(target.start, target.end)) if target is not None else set()
    lexicon = lexicon or load_lexicon()
    acts = find_acts(doc, lexicon)
    best: tuple[float, str] | None = None
    for act in acts:
        score = _closeness(tree, act, ours, theirs)
        if best is None or score > best[0]:
            best = (score, act.type)
    if best is not None:
        return best[1]
    return next(_lenient(tree, lexicon.triggers, ours | theirs), _LAST_RESORT)


def _closeness(tree: Parse, act: Act, ours: set[int], theirs: set[int]) -> float:
    actors, recipients = set(act.actors), set(act.recipients)
    score = act.confidence - 0.1 * _depth(tree, act.top)
    if actors & ours:
        score += 5
    if recipients & theirs:
        score += 4
    if act.reciprocal and actors & theirs:
        score += 4
    if act.words & theirs and actors & ours:
        score += 2
    if act.head in ours:
        score += 3 if not actors & theirs else 1
    if act.head in theirs:
        score -= 2
    if actors & theirs and not act.reciprocal:
        score -= 3
    if recipients & ours:
        score -= 3
    clause = act.clause if act.clause >= 0 else act.head
    if not recipients & theirs and theirs & set(tree.subtree(clause)):
        score += 1.5
    if not actors & ours and ours & set(tree.subtree(clause)):
        score += 1.5
    if act.status in ("negated", "hypothetical"):
        score -= 0.5
    return score


def _depth(tree: Parse, i: int) -> int:
    steps = 0
    while tree.head[i] != i and steps < 40:
        i = tree.head[i]
        steps += 1
    return steps


def _lenient(tree: Parse, triggers: Triggers, parties: set[int]) -> Iterator[str]:
    """Types of lexicon words without their constraints, the shallowest words first."""
    order = sorted(range(len(tree.lemma)), key=lambda i: (_depth(tree, i), i))
    for i in order:
        if i in parties:
            continue
        table = triggers.verbs if tree.is_verbal(i) else triggers.nouns
        bare = [p for p in table.get(tree.lemma[i], ()) if not (p.words or p.particles)]
        for pattern in sorted(bare, key=lambda p: p.weight):  # "say yes" is no sense of "say"
            yield pattern.entry.type


def event_types(doc: Doc, lexicon: Lexicon | None = None) -> list[str]:
    """The types of the events that a short text tells, most salient first, each once."""
    tree = parse_of(doc)
    acts = [act for act in find_acts(doc, lexicon) if act.status != "hypothetical"]
    acts.sort(key=lambda act: (_depth(tree, act.top), -act.confidence, act.head))
    return list(dict.fromkeys(act.type for act in acts))

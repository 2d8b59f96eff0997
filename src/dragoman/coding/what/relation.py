"""Views of a text's events: what one party does to another, and the types by salience."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span

from dragoman.coding.what import find_acts
from dragoman.coding.what.acts import Act
from dragoman.coding.what.second_opinion import adviser_of
from dragoman.language.opinion import NO_EVENT
from dragoman.language.parse import Parse, parse_of
from dragoman.ontology.lexicon import Lexicon, load_lexicon
from dragoman.ontology.roots import root_of
from dragoman.ontology.triggers import Triggers

# What is left when nothing in the text is known: the commonest act between two named parties.
_LAST_RESORT: Final = "CONSULT"
# What the lexicon's word weighs against the model's log probability, by how the act found bears
# on the two parties. Chosen on our own held-out sentences and on the plainness of news: where an
# entry has both parties in its roles the model is not heard.
_WEIGHTS: Final = {"both": math.inf, "one": 9.0, "far": 3.0, "word": 2.0}
_LEAST: Final = 1e-4
_ALSO: Final = 0.2
"""The probability from which a rival type is listed after the lexicon's."""


def relation(
    doc: Doc, source: Span | None, target: Span | None, lexicon: Lexicon | None = None
) -> str:
    """The PLOVER type of what the source does to the target; always answers.

    The act whose participants are the two; else the one that stands nearest to both in the
    parse, or a word of the lexicon without its constraints, each weighed against what the model
    says of the two parties. Answers in PLV's terms where its borders are others (`ontology.roots`).
    """
    tree = parse_of(doc)
    ours = set(range(source.start, source.end)) if source is not None else set()
    theirs = set(range(target.start, target.end)) if target is not None else set()
    lexicon = lexicon or load_lexicon()
    acts = find_acts(doc, lexicon)
    best = max(acts, key=lambda act: _closeness(tree, act, ours, theirs), default=None)
    if best is not None:
        type_, fit = best.type, _fit(best, ours, theirs)
    else:
        type_, fit = next(_lenient(tree, lexicon.triggers, ours | theirs), _LAST_RESORT), "word"
    adviser = adviser_of(doc, tree)
    if adviser is not None and (ours or theirs):
        answer = adviser.of_words((), sorted(ours), sorted(theirs)).types
        votes = {name: math.log(p + _LEAST) for name, p in answer.items() if name != NO_EVENT}
        votes[type_] = votes.get(type_, 0.0) + _WEIGHTS[fit]
        chosen = max(votes, key=lambda name: votes[name])
    else:
        chosen = type_
    if best is None or chosen != best.type:
        return chosen
    return root_of(best.type, best.modes, best.entry)


def _fit(act: Act, ours: set[int], theirs: set[int]) -> str:
    """Whether the act has both parties in their roles, one of them, or neither."""
    actors, recipients = set(act.actors), set(act.recipients)
    if actors & ours and (recipients | (actors if act.reciprocal else set())) & theirs:
        return "both"
    return "one" if (actors | recipients) & (ours | theirs) else "far"


def _closeness(tree: Parse, act: Act, ours: set[int], theirs: set[int]) -> float:
    actors, recipients = set(act.actors), set(act.recipients)
    score = act.confidence - 0.1 * tree.depth(act.top)
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


def _lenient(tree: Parse, triggers: Triggers, parties: set[int]) -> Iterator[str]:
    """Types of lexicon words without their constraints, the shallowest words first."""
    order = sorted(range(len(tree.lemma)), key=lambda i: (tree.depth(i), i))
    for i in order:
        if i in parties:
            continue
        table = triggers.verbs if tree.is_verbal(i) else triggers.nouns
        # "say yes" tells nothing of "say", unless it is no everyday word
        told = [p for p in table.get(tree.lemma[i], ()) if not (p.entry.weak and p.weight)]
        for pattern in sorted(told, key=lambda p: p.weight):
            yield pattern.entry.type


def event_types(doc: Doc, lexicon: Lexicon | None = None) -> list[str]:
    """The types of the events that a short text tells, most salient first, each once.

    After those of the acts found stand the rivals that the model holds possible for them; where
    no act was found, what it holds possible for the text's most telling verb.
    """
    tree = parse_of(doc)
    acts = [act for act in find_acts(doc, lexicon) if act.status != "hypothetical"]
    acts.sort(key=lambda act: (tree.depth(act.top), -act.confidence, act.head))
    types = [act.type for act in acts]
    adviser = adviser_of(doc, tree)
    if adviser is not None:
        known = [act for act in acts if act.type in adviser.model.types]
        asked = [act.opinion or adviser.of_act(act) for act in known]
        rivals = [(p, name) for opinion in asked for name, p in opinion.types.items()]
        if not acts:
            rivals = [(p, name) for name, p in adviser.at_a_guess().items()]
        types += [name for p, name in sorted(rivals, reverse=True) if p >= _ALSO]
    return [name for name in dict.fromkeys(types) if name != NO_EVENT]

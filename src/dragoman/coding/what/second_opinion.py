"""Where the lexicon is silent or unsure, the model is asked: acts it finds, acts it doubts.

Of verbs that no entry knows it is asked where its gate lets them through and their doer belongs to
politics; what it decides then bears its name and its probability. Of the lexicon's acts it is asked
where they are not told plainly: it may strike one, and how far it agrees counts in the record's
confidence. About types that are not ours it is not asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from dragoman.coding.what.acts import Act, drop, is_somebody, is_time, political
from dragoman.coding.what.mood import SAYING
from dragoman.coding.what.roles import note_frame, with_owners
from dragoman.language.frames import arguments, predicate_sides
from dragoman.language.opinion import NO_EVENT, Opinion, OpinionModel, Question, load_opinion
from dragoman.language.parse import Parse
from dragoman.language.states import States, states_of
from dragoman.ontology.word_classes import class_words

ENTRY: Final = "model/opinion"

_PROMISING: Final = 0.97
"""What the gate must say of a verb for a question to be worth its time."""
_SURE: Final = 0.93
"""The least probability of a type that makes an act of an unknown verb."""
_NONE: Final = 0.8
_HARDLY: Final = 0.1
"""An act of the lexicon goes where the model finds "no event" so likely and its type so unlikely."""
_MODE: Final = 0.5
_MEANS: Final = frozenset(
    {"aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "firearms",
     "unconventional"}
)  # fmt: skip
_PLAIN: Final = SAYING | frozenset(
    {
        "be", "have", "do", "become", "remain", "seem", "appear", "know", "see", "hear", "live",
        "include", "involve", "mean", "show", "contain", "exist", "happen", "occur", "want",
        "need", "like", "hope", "think", "feel", "expect", "consider", "describe", "base",
        "locate", "own", "work", "win", "lose", "play", "born", "die", "retire", "study",
    }
)  # fmt: skip
_COURTS: Final = frozenset({"court", "judge", "tribunal", "prosecutor"})
_ARMED: Final = ("force", "soldier", "rebel")
_MUTUAL: Final = frozenset({"CONSULT", "COOPERATE"})
_NO_PREDICATE: Final = frozenset({"amod", "compound", "fixed", "flat", "case", "mark", "aux"})


@dataclass(frozen=True, slots=True)
class Adviser:
    """The model with one parsed text before it."""

    model: OpinionModel
    states: States
    tree: Parse

    def of(
        self, trigger: Collection[int], actors: Collection[int], recipients: Collection[int]
    ) -> Opinion:
        """The answer about words and the phrases of those who stand around them."""

        def phrases(heads: Collection[int]) -> tuple[int, ...]:
            return tuple(k for head in heads for k in range(*self.tree.phrase(head)))

        return self.of_words(trigger, phrases(actors), phrases(recipients))

    def of_words(
        self, trigger: Collection[int], actors: Collection[int], recipients: Collection[int]
    ) -> Opinion:
        """The answer about tokens as they are given, at least one, in the sentences they span."""
        tree = self.tree
        marked = [*trigger, *actors, *recipients]
        sentence = range(tree.sent[min(marked)], tree.sent_end[tree.sent[max(marked)]])
        return self.model.ask(
            self.states, sentence, Question(tuple(trigger), tuple(actors), tuple(recipients))
        )

    def of_act(self, act: Act) -> Opinion:
        """The answer about an act that the lexicon has found."""
        start = self.tree.sent[act.head]
        inside = range(start, self.tree.sent_end[start])

        def here(tokens: Collection[int]) -> list[int]:
            return [k for k in tokens if k in inside]

        return self.of(here({*act.words, act.head}), here(act.actors), here(act.recipients))

    def at_a_guess(self) -> Mapping[str, float]:
        """Probabilities of types for the verb that promises most, whoever does it; none without."""
        verbs = [i for i, pos in enumerate(self.tree.pos) if pos == "VERB"]
        if not verbs:
            return {}
        verb = verbs[int(self.model.promise(self.states, verbs).argmax())]
        return self.of((verb,), *predicate_sides(self.tree, verb)).types


def adviser_of(doc: Doc, tree: Parse) -> Adviser | None:
    """The model before this text; None where another pipeline than the bundled one read it."""
    states = states_of(doc)
    return Adviser(load_opinion(), states, tree) if states is not None else None


def words_of(acts: Iterable[Act]) -> set[int]:
    """All words that the lexicon has seen: of what it found, and of what it let drop."""
    seen: set[int] = set()
    for act in acts:
        seen |= act.words | {act.head}
        if not act.dropped:
            seen |= {act.clause, act.top}
        for part in act.absorbed:
            seen |= part.words
    return seen


def find_untold(adviser: Adviser, taken: Collection[int]) -> Iterator[Act]:
    """Acts of verbs that no entry knows; `taken` are the words of what the lexicon has seen."""
    tree = adviser.tree
    verbs = [i for i in range(len(tree.lemma)) if i not in taken and _worth_a_look(tree, i)]
    if not verbs:
        return
    promises = adviser.model.promise(adviser.states, verbs)
    for verb, promise in zip(verbs, promises, strict=True):
        if promise < _PROMISING:
            continue
        doers, others = predicate_sides(tree, verb)
        opinion = adviser.of((verb,), doers, others)
        if opinion.best != NO_EVENT and opinion.types[opinion.best] >= _SURE:
            yield _act(tree, verb, doers, others, opinion)


def _worth_a_look(tree: Parse, i: int) -> bool:
    """Whether a verb is told of somebody in politics, and not one that tells of no act."""
    if tree.pos[i] != "VERB" or tree.dep[i] in _NO_PREDICATE or tree.lemma[i] in _PLAIN:
        return False
    found = arguments(tree, i)
    sides = found.agents if found.passive else found.subjects
    if found.passive and not sides:
        sides = found.objects
    return any(is_somebody(tree, k) and political(tree, k) for k in sides)


def _act(
    tree: Parse, verb: int, doers: Iterable[int], others: Iterable[int], opinion: Opinion
) -> Act:
    type_, frame = opinion.best, arguments(tree, verb)
    modes = _modes(opinion, type_)
    actors = [k for k in with_owners(tree, doers) if is_somebody(tree, k)]
    recipients = [
        k
        for k in with_owners(tree, others)
        if k not in actors and not is_time(tree, k) and is_somebody(tree, k)
    ]
    mutual = type_ in _MUTUAL and "visit" not in modes
    act = Act(
        head=verb,
        part="verb",
        entry=ENTRY,
        type=type_,
        modes=modes,
        contexts=[],
        confidence=opinion.types[type_],
        frame=frame,
        words={verb, *(k for k in tree.children[verb] if tree.dep[k] == "compound:prt")},
        actors=actors + recipients if mutual else actors,
        recipients=[] if mutual else recipients,
        partners=recipients if mutual else [],
        clause=verb,
        top=verb,
        reciprocal=mutual and len(actors) + len(recipients) > 1,
        opinion=opinion,
    )
    note_frame(act, frame, verb)
    return act


def _modes(opinion: Opinion, type_: str) -> list[str]:
    """The modes of a type that the model holds likely, the likeliest first."""
    likely = [(p, mode.partition("/")) for mode, p in opinion.modes.items() if p >= _MODE]
    return [mode for _, (own, _, mode) in sorted(likely, reverse=True) if own == type_]


def doubt(adviser: Adviser, acts: Sequence[Act]) -> None:
    """Ask about the lexicon's acts; drop those that the model firmly takes for none."""
    for act in acts:
        if act.dropped or act.lexical is None or act.type not in adviser.model.types:
            continue
        if _plain(adviser.tree, act):
            continue
        act.opinion = adviser.of_act(act)
        none, own = act.opinion.types[NO_EVENT], act.opinion.types[act.type]
        if none >= _NONE and own < _HARDLY:
            drop(act, f"the second opinion: no event {none:.2f}, {act.type} {own:.2f}")


def _plain(tree: Parse, act: Act) -> bool:
    """Whether an act is told so plainly that the model may not overrule it.

    Force told by its means or its doers, and dealings of two named sides: where little else stands
    in the sentence ("the army stormed the town") the model is easily mistaken.
    """
    if act.type == "ASSAULT" and _MEANS & set(act.modes):
        return True
    sides = act.actors, act.recipients
    if any(tree.lemma[k] in class_words(kind) for kind in _ARMED for side in sides for k in side):
        return True
    named = [sum(_named(tree, k) for k in side) for side in sides]
    whose = act.type == "ASSAULT" and act.part == "noun" and named[0]  # "Russia's invasion"
    return all(named) or (act.reciprocal and sum(named) > 1) or bool(whose)


def _named(tree: Parse, i: int) -> bool:
    """Whether a phrase names a country, people, body or person, or a court."""
    if tree.lemma[i] in _COURTS:
        return True
    start, end = tree.phrase(i)
    return any(tree.ent[k] for k in range(start, end))

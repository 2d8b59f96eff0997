"""What happened: the events that a text tells, each with its words, type, modes and participants.

Lexicon match → roles → the verb around a noun → parts that tell one act → governing acts
("refused to", "urged X to") → mood ("will meet" is a promise) → a second opinion, by a model →
modes and contexts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from dragoman.coding.what.acts import Act, drop, is_somebody, political
from dragoman.coding.what.adoptions import drop_adoptions
from dragoman.coding.what.causes import find_causes
from dragoman.coding.what.chains import resolve_chains
from dragoman.coding.what.contexts import add_contexts
from dragoman.coding.what.duties import (
    find_commands,
    find_obligations,
    find_refusals,
    find_threats,
)
from dragoman.coding.what.effects import merge_parts
from dragoman.coding.what.lexical import find_matches
from dragoman.coding.what.light_verbs import attach
from dragoman.coding.what.light_verbs import told as is_told
from dragoman.coding.what.modes import add_modes
from dragoman.coding.what.mood import apply_mood
from dragoman.coding.what.path import path_of
from dragoman.coding.what.roles import assign
from dragoman.coding.what.second_opinion import ENTRY as MODEL_ENTRY
from dragoman.coding.what.second_opinion import adviser_of, doubt, find_untold, words_of
from dragoman.coding.what.steps import Step
from dragoman.coding.what.unreal import drop_retold_talks, drop_unreal
from dragoman.language.parse import Parse, parse_of
from dragoman.ontology.lexicon import Lexicon, load_lexicon
from dragoman.ontology.slots import Part
from dragoman.records.mention import Status

_WEAK = 0.5
# Participles that say who somebody is: "forces opposed to", "groups allied with".
_DESCRIBING = frozenset(
    {"oppose", "ally", "align", "back", "support", "lead", "loyal", "affiliate"}
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """One act that the text tells, around its trigger `span`.

    `actors` and `recipients` are the head tokens of participants' phrases, coordination expanded;
    of a `reciprocal` act everybody is an actor. `clause` carries tense, mood and negation.
    `entry` names the lexicon entry. `by_speaker`: no actor is named, whoever the words belong to
    does it ("The army must withdraw"). `evidence` are the tokens that told it, trigger included.
    `path` says in short lines how the act came to be this. `part` is what its words are, `weak` says
    that its entry needs company to be believed. `by_model`: no entry told it, the second
    opinion did; `agreed` is the probability that the model gave an entry's act, where it was asked.
    """

    span: Span
    head: Token
    clause: Token
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    entry: str
    confidence: float
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    reciprocal: bool
    status_hint: Status | None = None
    by_speaker: bool = False
    evidence: tuple[Token, ...] = ()
    path: tuple[str, ...] = ()
    part: Part = "verb"
    weak: bool = False
    by_model: bool = False
    agreed: float | None = None


def find_acts(doc: Doc, lexicon: Lexicon | None = None, *, ask: bool = True) -> list[Act]:
    """The acts of a text by token indices, in reading order; by our own lexicon unless given.

    `ask`: whether the model gives a second opinion where the lexicon is silent or unsure.
    """
    return weigh_acts(doc, lexicon, ask=ask)[0]


def weigh_acts(
    doc: Doc, lexicon: Lexicon | None = None, *, ask: bool = True
) -> tuple[list[Act], list[Act]]:
    """The acts of a text, and what could have been one and is not, its last step saying why.

    What was found to be a part of another act is among the others' `absorbed` as well.
    """
    lexicon = lexicon or load_lexicon()
    tree, governors = parse_of(doc), lexicon.governors
    refused: set[int] = set()
    acts = matches = find_matches(tree, lexicon.triggers, refused)
    for act in acts:
        assign(tree, act)
        act.top = act.head
        if act.part == "noun" or (act.part == "phrase" and act.frame is None):
            attach(tree, governors, act)
        elif act.clause < 0:
            act.clause = act.head
    merge_parts(tree, acts)
    find_causes(tree, acts)
    acts = resolve_chains(tree, governors, acts)
    acts += find_obligations(tree, acts)
    acts += find_refusals(tree, acts)
    acts += find_commands(tree, acts)
    acts += find_threats(tree, acts)
    drop_unreal(tree, acts)
    drop_retold_talks(tree, acts)
    apply_mood(tree, acts)
    adviser = adviser_of(doc, tree) if ask else None
    if adviser is not None:
        untold = list(find_untold(adviser, refused | words_of((*matches, *acts))))
        drop_unreal(tree, untold)
        acts += untold
    drop_adoptions(tree, acts)
    for act in acts:
        if not act.dropped and (why := _weakness(tree, act)):
            drop(act, why)
    if adviser is not None:
        doubt(adviser, acts)
    acts.sort(key=lambda act: (act.head, act.entry))
    told = [act for act in acts if not act.dropped]
    add_modes(tree, governors, told)
    add_contexts(tree, lexicon.contexts, told)
    return told, [act for act in acts if act.dropped]


def _weakness(tree: Parse, act: Act) -> str:
    """Why an act is not told well enough: too little of a noun, no politics of an everyday word.

    Empty where it is.
    """
    entry = act.lexical
    nobody = not (act.actors or act.recipients or act.by_speaker)
    plain = entry is None or (act.part != "noun" and not entry.alone)
    if nobody and act.modes == ["territory"]:  # "the town has been retaken": the place is told
        plain = not any(tree.ent[k] == "LOC" for k in act.slots.get("object", ()))
    if nobody and plain:
        return "nobody does it and it is done to nobody"
    asked_by_nobody = act.type == "REQUEST" and not act.actors and not act.by_speaker
    named = any(tree.ent[k] or tree.pos[k] == "PROPN" for k in act.recipients)
    if asked_by_nobody and not named:
        return "nobody asks it of anybody by name"
    if entry is None:
        return ""
    if not is_told(tree, act):
        return "a mere noun, without a light verb or anybody who takes part"
    if _static(tree, act):
        return "it only describes somebody"
    people = [*act.actors, *act.recipients]
    if entry.weak and not any(political(tree, k) for k in people):
        return "an everyday word, and nobody in it belongs to politics"
    if entry.confidence <= _WEAK and not act.by_speaker:
        for side, doing in ((act.actors, "does it"), (act.recipients, "suffers it")):
            if not any(is_somebody(tree, k) for k in side):
                return f"an unsure word, and nobody is told who {doing}"
    return ""


def _static(tree: Parse, act: Act) -> bool:
    """Whether it only describes somebody: "forces opposed to the regime", "groups backed by X"."""
    if act.part == "adjective":
        return tree.dep[act.head] in ("acl", "amod")
    first = act.head + 1
    after = tree.lower[first] if first < len(tree.lower) else ""
    if tree.lemma[act.head] in _DESCRIBING and after in ("to", "by", "with", "from"):
        return tree.kid(act.head, "aux", "aux:pass", "cop") is None
    described = act.part == "verb" and tree.dep[act.head] == "acl" and tree.tag[act.head] == "VBN"
    return described and act.type in ("SUPPORT", "REJECT", "MOBILIZE", "THREATEN")


def find_triggers(
    doc: Doc, lexicon: Lexicon | None = None, *, ask: bool = True
) -> tuple[Trigger, ...]:
    """The events that a text tells, in reading order; see `find_acts`."""
    tree = parse_of(doc)
    acts = find_acts(doc, lexicon, ask=ask)
    return tuple(_trigger(doc, tree, act) for act in _with_twins(acts))


def _with_twins(acts: list[Act]) -> list[Act]:
    """The acts, and beside them the further ones that their entries tell of."""
    found: list[Act] = []
    for act in acts:
        found.append(act)
        entry = act.lexical
        for type_, modes in entry.also if entry is not None and entry.type == act.type else ():
            steps = [*act.steps, Step("also", (), f"{act.type} {type_}")]
            found.append(replace(act, type=type_, modes=list(modes), steps=steps))
    return found


def _trigger(doc: Doc, tree: Parse, act: Act) -> Trigger:
    def tokens(indices: list[int]) -> tuple[Token, ...]:
        return tuple(doc[k] for k in dict.fromkeys(indices))

    return Trigger(
        span=_span(doc, tree, act),
        head=doc[act.head],
        clause=doc[act.clause if act.clause >= 0 else act.head],
        type=act.type,
        modes=tuple(act.modes),
        contexts=tuple(act.contexts),
        entry=act.entry,
        confidence=act.confidence,
        actors=tokens(act.actors),
        recipients=tokens(act.recipients),
        reciprocal=act.reciprocal,
        status_hint=act.status,
        by_speaker=act.by_speaker,
        evidence=tokens(sorted(act.words)),
        path=path_of(doc, act),
        part=act.part,
        weak=act.lexical is not None and act.lexical.weak,
        by_model=act.entry == MODEL_ENTRY,
        agreed=(
            act.opinion.types.get(act.type)
            if act.opinion is not None and act.entry != MODEL_ENTRY
            else None
        ),
    )


def _span(doc: Doc, tree: Parse, act: Act) -> Span:
    """The trigger's characters: the run of its own words around the head, light verb included."""
    own = set(act.words) - {w for part in act.absorbed for w in part.words if part.type != act.type}
    own.add(act.head)
    if tree.dep[act.head] == "aux":
        own.add(tree.head[act.head])
    start = end = act.head
    while start - 1 in own or (start - 2 in own and tree.pos[start - 1] in ("DET", "PART")):
        start -= 1
    while end + 1 in own or (end + 2 in own and tree.pos[end + 1] in ("DET", "PART", "ADP")):
        end += 1
    return doc[start : end + 1]

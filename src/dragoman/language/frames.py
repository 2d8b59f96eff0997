"""Predicates and their arguments over Universal Dependencies.

A frame tells who does what to whom around a verb, a predicate adjective or noun, with what the
grammar moves elsewhere brought home: passives, relative and reduced relative clauses, coordination,
control (infinitives, gerunds) and light governors. Arguments are the heads of their phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from spacy.tokens import Span, Token

from dragoman.language.parse import NOMINAL, Parse, parse_of

_DEPTH: Final = 8
# Verbs whose object, not subject, does what the infinitive or the marked gerund tells.
OBJECT_CONTROL: Final = frozenset(
    {
        "urge", "ask", "tell", "order", "command", "instruct", "direct", "force", "compel",
        "oblige", "coerce", "press", "pressure", "push", "allow", "let", "permit", "enable", "help",
        "assist", "authorize", "authorise", "invite", "call", "want", "expect", "require", "beg",
        "request", "advise", "encourage", "persuade", "convince", "get", "make", "see", "watch",
        "hear", "find", "leave", "send", "deploy", "accuse", "suspect", "blame", "condemn",
        "criticize", "criticise", "charge", "convict", "acquit", "praise", "thank", "commend",
        "prevent", "stop", "keep", "bar", "ban", "prohibit", "forbid", "block", "discourage",
        "dissuade", "deter", "warn", "remind", "summon", "implore", "plead", "exhort", "entreat",
        "lobby", "task", "appoint", "recruit", "hire", "train", "drive", "lead", "cause", "prompt",
        "sentence", "believe", "consider", "think", "report", "say", "allege", "know", "show",
        "exclude", "rescue", "free"
    }
)  # fmt: skip


@dataclass(slots=True)
class Arguments:
    """A frame by token indices; see Frame."""

    predicate: int
    subjects: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    indirect: list[int] = field(default_factory=list)
    agents: list[int] = field(default_factory=list)
    obliques: dict[str, list[int]] = field(default_factory=dict)
    complements: list[int] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    surface: list[int] = field(default_factory=list)
    passive: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Who does what to whom around a predicate; coordination is expanded.

    `obliques` are keyed by preposition ("" for bare ones); `complements` are the clauses that
    depend on the predicate; `negated` regards the predicate's own negation.
    """

    predicate: Token
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    indirect: tuple[Token, ...]
    agents: tuple[Token, ...]
    obliques: Mapping[str, tuple[Token, ...]]
    complements: tuple[Token, ...]
    passive: bool
    negated: bool

    @property
    def actors(self) -> tuple[Token, ...]:
        """Those who do it: the active's subject, the passive's agent."""
        return self.agents if self.passive else self.subjects

    @property
    def undergoers(self) -> tuple[Token, ...]:
        """Those it is done to: the active's object, the passive's subject."""
        return self.objects


_COPULAR: Final = frozenset({"remain", "stay", "seem", "appear", "become", "stand", "feel", "look"})
# Participles that tell the state of their subject: "is committed to", "was concerned about".
_STATES: Final = frozenset(
    {
        "commit", "prepare", "determine", "concern", "worry", "alarm", "dedicate", "intend",
        "oppose", "interest", "unite", "outrage", "dismay", "appal", "appall", "disappoint",
        "resolve", "incline", "inclined", "horrify", "sadden", "involve", "poise",
    }
)  # fmt: skip


def is_passive(tree: Parse, i: int) -> bool:
    """Whether the verb stands in the passive, reduced relatives and bare participles included."""
    kids = tree.children[i]
    deps = [tree.dep[k] for k in kids]
    if tree.lemma[i] in _STATES and "obl:agent" not in deps and tree.tag[i] == "VBN":
        return any(tree.case(k) == "by" for k in kids)
    if "aux:pass" in deps:
        return True
    if "nsubj:pass" in deps or "csubj:pass" in deps:
        # A subject that the parser took for a passive's, with no sign of one: "groups called for".
        return tree.dep[i] in ("conj", "xcomp", "acl", "advcl", "acl:relcl") and "aux" not in deps
    if tree.tag[i] != "VBN" or "aux" in deps or "nsubj" in deps or "cop" in deps:
        return False
    dep = tree.dep[i]
    if dep == "xcomp" and tree.lemma[tree.head[i]] in _COPULAR:
        return False
    if dep in ("acl", "amod", "acl:relcl", "advcl", "xcomp", "root", "ROOT", "ccomp"):
        return "obj" not in deps
    if dep == "conj":
        return "obj" not in deps and is_passive(tree, tree.head[i])
    return False


def _own(tree: Parse, i: int) -> Arguments:
    """The arguments that hang on the predicate itself."""
    found = Arguments(i, passive=tree.is_verbal(i) and is_passive(tree, i))
    found.passive = found.passive or (tree.tag[i] == "VBN" and is_passive(tree, i))
    found.negated = tree.negated(i)
    for k in tree.children[i]:
        dep = tree.dep[k]
        if dep in ("nsubj", "nsubj:pass", "nsubj:outer", "expl:pass"):
            if _is_dateline(tree, k):
                continue
            if k > i and found.surface and not found.objects:
                found.objects += tree.conjuncts(k)  # a second subject behind the verb is none
            else:
                found.surface += tree.conjuncts(k)
        elif dep == "expl" and tree.kid(i, "xcomp") is not None and found.passive:
            found.surface.append(k)  # "it is thought to have shelled the port"
        elif dep == "obj" and (not tree.case(k) or _at_least(tree, k)):
            found.objects += tree.conjuncts(k)
        elif dep == "iobj":
            found.indirect += tree.conjuncts(k)
        elif (
            dep.startswith("obl") or dep == "obj" or (dep.startswith("nmod") and tree.is_verbal(i))
        ):
            case = tree.case(k)
            hands = _by_hands(tree, k) if case == "at" else []
            if hands:
                found.agents += hands
            elif case == "at" and _at_least(tree, k):
                found.objects += tree.conjuncts(k)
            elif (case == "by" and found.passive and dep != "obl:unmarked") or (
                dep == "obl:agent" and "by" in case.split()
            ):
                found.agents += tree.conjuncts(k)
            else:
                for c in tree.conjuncts(k):
                    found.obliques.setdefault(tree.case(c) or case, []).append(c)
        elif dep == "xcomp" and found.passive and tree.tag[k] not in ("VB", "VBG"):
            found.complements.append(k)
            for c in tree.children[k]:
                if tree.dep[c].startswith(("obl", "nmod")) and tree.case(c) == "by":
                    found.agents += tree.conjuncts(c)
        elif dep in ("ccomp", "xcomp", "advcl", "csubj", "parataxis", "acl"):
            found.complements.append(k)
        elif dep == "compound:prt":
            found.particles.append(tree.lower[k])
    return found


def _is_dateline(tree: Parse, i: int) -> bool:
    """Whether a name that the parser took for a subject is where the report is from: "ROME - "."""
    start = tree.sent[i]
    named = all(tree.ent[k] == "LOC" or tree.lower[k] == "," for k in range(start, i + 1))
    after = tree.lower[i + 1] if i + 1 < len(tree.lower) else ""
    return named and after in _DASHES


_DASHES: Final = frozenset({"-", "–", "—", "--"})


def _by_hands(tree: Parse, i: int) -> list[int]:
    """Those at whose hands somebody suffers: "killed at the hands of the militia"."""
    if tree.lower[i] not in ("hands", "hand"):
        return []
    return [
        c
        for k in tree.children[i]
        if tree.dep[k] == "nmod:poss" or (tree.dep[k] == "nmod" and tree.case(k) == "of")
        for c in tree.conjuncts(k)
    ]


def _at_least(tree: Parse, i: int) -> bool:
    """Whether "at" belongs to a count that the parser hung as a place: "killed at least nine"."""
    inner = [c for k in tree.children[i] for c in (k, *tree.children[k])]
    return any(tree.lower[c] in ("least", "most") for c in inner)


def _governed_subject(tree: Parse, i: int, depth: int) -> list[int]:
    """The understood subject of an infinitive, gerund or participle, from its governor."""
    head = tree.head[i]
    if not (tree.is_verbal(head) or tree.pos[head] in ("ADJ", "NOUN", "PROPN")):
        return []
    governor = arguments(tree, head, depth + 1)
    patient = governor.objects or governor.indirect
    if tree.lemma[head] in OBJECT_CONTROL and patient and not _phones(tree, head):
        marked = tree.case(i)
        if tree.dep[i] in ("xcomp", "ccomp") or marked in ("of", "for", "from", "with"):
            return patient
        if tree.dep[i] == "advcl" and marked == "to" and tree.lemma[head] in _SENDING:
            return patient
    if tree.dep[i] == "advcl" and governor.passive:
        return governor.agents or governor.surface
    if governor.surface or governor.agents:
        return governor.surface or governor.agents
    return governor.subjects


def _phones(tree: Parse, i: int) -> bool:
    """Whether "call" is a call by telephone, whose purpose is the caller's, and no call on others."""
    if tree.lemma[i] != "call":
        return False
    beside = {tree.lower[k] for k in tree.children[i]}
    beside |= {tree.case(k) for k in tree.children[i] if tree.dep[k].startswith("obl")}
    return not beside & {"on", "upon", "for", "in", "out"}


_RANKS: Final = frozenset({"first", "last", "only", "latest"})
_SENDING: Final = frozenset(
    ["urge", "ask", "order", "send", "deploy", "call", "press", "tell", "train"]
)


def _noun_holder(tree: Parse, noun: int, depth: int) -> list[int]:
    """Whose plan, offer or ability it is: the possessor, or the subject of what it is object of."""
    for k in tree.children[noun]:
        if tree.dep[k] == "nmod:poss":
            return tree.conjuncts(k)
    for k in tree.children[noun]:
        if tree.dep[k].startswith("nmod") and tree.case(k) in ("of", "by"):
            return tree.conjuncts(k)
        if tree.dep[k] in ("amod", "compound") and tree.ent[k] in ("NORP", "LOC", "ORG"):
            return [k]
    head = tree.head[noun]
    if tree.dep[noun] in ("obj", "obl") and tree.is_verbal(head) and depth < _DEPTH:
        found = arguments(tree, head, depth + 1)
        return found.agents if found.passive else found.surface
    return []


def _relative(tree: Parse, i: int, found: Arguments) -> None:
    """Fill the gap of a relative clause with the noun that it describes."""
    nouns = tree.conjuncts(tree.head[i])
    pronoun = tree.relative_pronoun(i)
    if pronoun is not None:
        if pronoun in found.surface:
            found.surface = nouns
        elif pronoun in found.objects:
            found.objects = nouns
        else:
            for case, tokens in found.obliques.items():
                if pronoun in tokens:
                    found.obliques[case] = nouns
            found.agents = [n for a in found.agents for n in (nouns if a == pronoun else [a])]
    elif not found.surface:
        found.surface = nouns
    elif not (found.objects or found.passive or _adverbial(tree, i)):
        found.objects = nouns


def _past_noun(tree: Parse, i: int) -> int | None:
    """The verb that a participle goes with where the parser hung it on a noun of its clause.

    "The army has proven its skill in battle, pushing the rebels back": pushing is no second battle,
    nor is it the skill that pushes.
    """
    head = tree.head[i]
    if tree.tag[i] != "VBG" or tree.pos[head] != "NOUN" or head > i:
        return None
    joined = tree.dep[i] == "conj" and tree.kid(i, "cc") is None
    apart = tree.dep[i] == "acl" and tree.lower[i - 1] == "," and not tree.ent[head]
    if not (joined or (apart and tree.dep[head].startswith(("obj", "obl", "nmod")))):
        return None
    for _ in range(_DEPTH):
        if tree.is_verbal(head):
            return head
        if tree.head[head] == head:
            return None
        head = tree.head[head]
    return None


def _adverbial(tree: Parse, i: int) -> bool:
    """Whether a relative clause tells where or when rather than whom, or has no verb."""
    asks = any(tree.lower[k] in ("where", "when", "why", "how") for k in tree.children[i])
    return asks or not tree.is_verbal(i)


def arguments(tree: Parse, i: int, depth: int = 0) -> Arguments:
    """The frame around `i` by indices."""
    found = _own(tree, i)
    if depth > _DEPTH:
        return found
    dep = tree.dep[i]
    head = tree.head[i]
    if dep == "acl:relcl" and head != i:
        _relative(tree, i, found)
    elif not found.surface and head != i:
        governor = _past_noun(tree, i)
        if governor is not None:
            first = arguments(tree, governor, depth + 1)
            found.surface = first.agents if first.passive else first.surface
        elif dep == "conj" and (tree.is_verbal(head) or tree.pos[head] == "ADJ"):
            first = arguments(tree, head, depth + 1)
            found.surface = first.surface
            if found.passive and not found.agents:
                found.agents = first.agents if first.passive else []
        elif dep == "acl":
            if tree.tag[i] in ("VBG", "VBN"):
                found.surface = tree.conjuncts(head) if tree.pos[head] in NOMINAL else []
            elif any(tree.lower[k] in _RANKS for k in tree.kids(head, "amod")):
                found.surface = tree.conjuncts(head)  # "the first envoy to visit"
            else:
                found.surface = _noun_holder(tree, head, depth)
        elif dep in ("xcomp", "ccomp", "advcl", "csubj") or (
            dep == "parataxis" and tree.tag[i] == "VBG"
        ):
            found.surface = _governed_subject(tree, i, depth)
        elif dep == "parataxis" and tree.pos[head] in NOMINAL and head < i:
            if tree.tag[i] in ("VBZ", "VBD", "VBP"):
                found.surface = tree.conjuncts(head)
        elif dep == "amod" and tree.tag[i] in ("VBN", "VBG"):
            found.surface = tree.conjuncts(head)
    if not found.objects and not found.passive and depth == 0:
        found.objects = _shared_object(tree, i)
    if found.passive:
        if found.objects and not found.indirect and i not in found.objects:
            found.indirect = [k for k in found.surface if k not in found.objects]
        found.objects = found.objects or list(found.surface)
        found.subjects = []
    else:
        found.subjects = found.surface
    return found


def _shared_object(tree: Parse, i: int) -> list[int]:
    """The object of "attacked and killed the guards" also for the first verb."""
    for k in tree.children[i]:
        if (
            tree.dep[k] == "conj"
            and tree.is_verbal(k)
            and k - i <= _NEAR
            and tree.tag[k] == tree.tag[i]
        ):
            if any(tree.dep[c].startswith(("obl", "ccomp", "xcomp")) for c in tree.children[i]):
                return []
            return [c for o in tree.kids(k, "obj") for c in tree.conjuncts(o)]
    return []


_NEAR: Final = 3


_PARTNERS: Final = frozenset({"to", "with", "against", "on", "at", "from", "for", "upon", "toward"})


def predicate_sides(tree: Parse, i: int) -> tuple[list[int], list[int]]:
    """Who does it, and those it is done to, with or against, as far as the grammar tells."""
    found = arguments(tree, i)
    doers = found.agents if found.passive else found.subjects
    others = [*found.indirect, *found.objects]
    for case, tokens in found.obliques.items():
        if case in _PARTNERS:
            others += [k for k in tokens if tree.ent[k] or tree.pos[k] == "PRON"]
    return doers, [k for k in dict.fromkeys(others) if k not in doers]


def frame_of(token: Token) -> Frame:
    """The frame around a verb, predicate adjective or noun."""
    doc = token.doc
    found = arguments(parse_of(doc), token.i)

    def tokens(indices: list[int]) -> tuple[Token, ...]:
        return tuple(doc[k] for k in indices)

    return Frame(
        token,
        tokens(found.subjects),
        tokens(found.objects),
        tokens(found.indirect),
        tokens(found.agents),
        {case: tokens(items) for case, items in found.obliques.items()},
        tokens(found.complements),
        found.passive,
        found.negated,
    )


def phrase(token: Token) -> Span:
    """The phrase headed by `token`, without relative clauses, appositions and final punctuation."""
    start, end = parse_of(token.doc).phrase(token.i)
    return token.doc[start:end]

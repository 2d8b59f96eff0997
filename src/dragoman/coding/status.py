"""Status: whether an act is actual, future, hypothetical, negated or historical (CODEBOOK.md).

The walk goes from the word for the act up to the verb that carries its tense and on through those
governors whose mood is the act's as well: infinitives, light verbs, participles, coordination.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.coding.ages import Time, is_old
from dragoman.coding.clauses import child, has_case, lemma_of
from dragoman.ontology.moods import Moods, load_moods
from dragoman.records.mention import Status

_DEEPEST = 10
_NEGATORS = frozenset({"not", "n't", "n’t", "never"})


class Mood(NamedTuple):
    """A status and the word that sets it, None where no single word does."""

    status: Status
    word: Token | None = None


def code_status(
    clause: Token,
    head: Token,
    times: Sequence[Time] = (),
    published: date | None = None,
    hint: Status | None = None,
) -> Status:
    """The status of the act named by `head`, told by the verb or predicate `clause`.

    `hint` is what the lexicon entry already knows ("plans a strike"); negation in the text and an
    old date overrule it, anything else does not.
    """
    return find_mood(clause, head, times, published, hint).status


def find_mood(
    clause: Token,
    head: Token,
    times: Sequence[Time] = (),
    published: date | None = None,
    hint: Status | None = None,
) -> Mood:
    """The status as `code_status` gives it, with the word that sets it."""
    mood = _mood_of(head, clause)
    if mood.status == "negated":
        return mood
    if hint is not None:
        return Mood(hint)
    if mood.status != "actual":
        return mood
    if times and is_old(clause, head, times, published):
        return Mood("historical")
    return mood


def _mood_of(head: Token, clause: Token) -> Mood:
    moods = load_moods()
    token = head
    for _ in range(_DEEPEST):
        if token.pos_ in ("VERB", "AUX") or child(token, "cop") is not None:
            mood = _own_mood(token, moods)
        else:
            mood = _noun_mood(token, moods)
        if mood is not None and (mood.status == "negated" or token.pos_ in ("VERB", "AUX")):
            return mood
        above = _above(token, clause, moods)
        if isinstance(above, str):
            if mood is None or above == "negated":
                return Mood(_status(above), token.head)
            return mood
        if mood is not None:
            return mood
        if above is None:
            break
        token = above
    return Mood("actual")


def _status(mood: str) -> Status:
    for status in _STATUSES:
        if status == mood:
            return status
    return "actual"


_STATUSES: tuple[Status, ...] = ("future", "hypothetical", "negated", "actual")


def _own_mood(verb: Token, moods: Moods) -> Mood | None:
    """What the verb's auxiliaries, negation, conjunction and form say; None where nothing does."""
    infinitive = obliged = False
    found: Mood | None = None
    for c in verb.children:
        lower = c.lower_
        if c.dep_ in ("advmod", "neg", "det", "cc:preconj", "cc") and lower in moods.adverbs:
            if lower == "no" and c.dep_ == "advmod" and child(c, "advmod", "fixed") is not None:
                continue
            if moods.adverbs[lower] == "negated":
                if not _is_not_only(c):
                    return Mood("negated", c)
            elif found is None:
                found = Mood("hypothetical", c)
        elif c.dep_ in ("nsubj", "nsubj:pass", "obj") and _negative_quantifier(c):
            return Mood("negated", c)
        elif c.dep_ in ("aux", "aux:pass", "cop"):
            negator = next((g for g in c.children if g.lower_ in _NEGATORS), None)
            if negator is not None:
                return Mood("negated", negator)
            mood = moods.modals.get(lower)
            obliged = obliged or (c.dep_ in ("aux", "cop") and lemma_of(c) == "be")
            if lower == "to":
                infinitive = True
            elif mood == "would":
                found = Mood(_would(verb), c)
            elif mood is not None:
                found = Mood(_status(mood), c)
        elif c.dep_ in ("case", "mark") and lower == "due" and verb.tag_ == "VB":
            infinitive = obliged = True
        elif c.dep_ == "mark":
            mood = moods.subordinators.get(lower)
            if mood == "negated":
                return Mood("negated", c)
            if mood is not None:
                found = Mood("hypothetical", c)
            if lower == "to":
                infinitive = True
            elif lower in ("instead", "rather") or (lower == "of" and _short(c)):
                return Mood("negated", c)
    if found is not None:
        return found
    if infinitive and obliged and verb.tag_ == "VB":
        return Mood("future", verb)
    if verb.tag_ == "VB" and not infinitive and verb.dep_ in ("root", "parataxis", "ccomp"):
        bare = not any(
            c.dep_ in ("aux", "nsubj", "nsubj:pass", "expl", "cop") for c in verb.children
        )
        if bare and verb.pos_ == "VERB":
            return Mood("hypothetical", verb)
    if verb.dep_ == "root" and verb.sent[-1].text == "?" and not _is_asking(verb):
        return Mood("hypothetical", verb.sent[-1])
    return None


def _is_asking(verb: Token) -> bool:
    """A question for who, when or why takes the act for granted."""
    return any(c.tag_ in ("WRB", "WP", "WDT") for c in verb.subtree if c.head == verb)


def _is_not_only(token: Token) -> bool:
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ == "never" and following == "before":
        return True
    return following in ("only", "just", "merely", "simply", "until")


def _short(mark: Token) -> bool:
    return mark.i > 0 and mark.nbor(-1).lower_ in ("short", "instead")


def _negative_quantifier(token: Token) -> bool:
    if token.lower_ in ("nobody", "none", "nothing", "neither", "no-one"):
        return True
    return any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in token.children)


def _would(verb: Token) -> Status:
    """The mood of "would": after "said he would" the future of a past report; elsewhere a condition."""
    current = verb
    while current.dep_ in ("conj", "xcomp") and current.head != current:
        current = current.head
    reporter = current.head if current.dep_ in ("ccomp", "acl", "xcomp") else None
    if reporter is None:
        reporter = next(
            (c for c in current.children if c.dep_ == "parataxis" and c.tag_ == "VBD"), None
        )
    if reporter is not None and reporter.tag_ in ("VBD", "VBN", "VBG", "NN", "NNS"):
        return "future"
    return "hypothetical"


def _noun_mood(noun: Token, moods: Moods) -> Mood | None:
    prepositions: list[str] = []
    for c in noun.lefts:
        if c.dep_ == "det" and c.lower_ in ("no", "neither"):
            return Mood("negated", c)
        if c.dep_ in ("amod", "compound", "advmod") and c.lower_ in moods.adjectives:
            return Mood(_status(moods.adjectives[c.lower_]), c)
        if c.dep_ in ("case", "mark"):
            prepositions.append(c.lower_)
            prepositions.extend(g.lower_ for g in c.children if g.dep_ == "fixed")
    if prepositions:
        words = tuple(prepositions)
        if words in moods.prepositions:
            return Mood(_status(moods.prepositions[words]), noun)
        start = noun.left_edge.i
        before = tuple(t.lower_ for t in noun.doc[max(0, start - 3) : start + len(words)])
        for phrase, mood in moods.prepositions.items():
            if len(phrase) > 1 and before[-len(phrase) :] == phrase:
                return Mood(_status(mood), noun)
    return None


def _above(token: Token, clause: Token, moods: Moods) -> Token | str | None:
    """The governor whose mood the act shares, the mood a governor gives it, or None at the end."""
    dep, head = token.dep_, token.head
    if head == token:
        return None
    verbal = token.pos_ in ("VERB", "AUX")
    infinitive = any(c.dep_ in ("mark", "aux") and c.lower_ == "to" for c in token.lefts)
    if dep == "conj":
        own = any(c.dep_ in ("aux", "nsubj", "nsubj:pass", "cop") for c in token.children)
        if verbal and own and not infinitive:
            return _shared_governor(head)
        return head
    if verbal and dep in ("xcomp", "ccomp", "advcl", "acl", "obl", "csubj", "nmod", "obj"):
        governor = _governor(head, moods.clause)
        finite = token.tag_ in ("VBD", "VBZ", "VBP") or any(
            c.dep_ in ("aux", "aux:pass", "cop") and c.tag_ in ("MD", "VBD", "VBZ", "VBP")
            for c in token.children
        )
        if governor is not None and dep not in ("advcl", "obl"):
            return _given(governor, head, token, finite)
        if dep == "advcl" and _is_set_off(token):
            return head
        if dep in ("advcl", "obl") and governor is not None and (infinitive or not finite):
            marked = any(c.dep_ == "mark" and c.lower_ not in ("to", "that") for c in token.lefts)
            if not marked or governor == "negated":
                return _given(governor, head, token, finite)
        if dep in ("xcomp", "obj") or (dep == "ccomp" and not finite):
            if infinitive and head.pos_ == "AUX" and lemma_of(head) == "be":
                return "future"
            if infinitive and lemma_of(head) == "have":
                return head
            return head
        if dep == "advcl" and infinitive:
            return "hypothetical" if not has_case(token, "only") else None
        if dep == "advcl" and token.tag_ == "VBG" and child(token, "mark") is None:
            return head
        if dep == "advcl" and not finite and has_case(token, "by"):
            return head
        if dep == "advcl" and any(has_case(token, w) for w in ("before", "when", "until", "once")):
            mood = _own_mood(head, moods)
            return head if mood is not None and mood.status == "future" else None
        if dep == "acl" and infinitive:
            return "hypothetical"
        if dep == "acl" and token.tag_ in ("VBG", "VBN") and not finite:
            return None
        return None
    if verbal and dep == "parataxis":
        return None
    if not verbal and dep in ("obj", "obl", "nmod", "nsubj:pass", "nsubj", "compound", "obl:agent"):
        return _noun_above(token, clause, moods)
    if not verbal and dep in ("xcomp", "ccomp", "advcl", "appos"):
        governor = _governor(head, moods.clause)
        return _given(governor, head, token, False) if governor else None
    return None


def _is_set_off(participle: Token) -> bool:
    """Whether a participle only goes along with the verb above: "called for talks, blaming …"."""
    if participle.tag_ != "VBG" or child(participle, "mark", "aux") is not None:
        return False
    start = participle.left_edge.i
    return "," in (participle.doc[start].text, participle.doc[max(0, start - 1)].text)


def _shared_governor(first: Token) -> Token | str | None:
    """A second finite clause shares only what stands over both, so the walk goes on above."""
    moods = load_moods()
    if first.dep_ in ("ccomp", "xcomp", "acl") and first.head != first:
        mood = _governor(first.head, moods.clause)
        if mood is not None and mood != "actual":
            return mood
    return None


def _governor(head: Token, lookup: Mapping[str, str]) -> str | None:
    particle = child(head, "compound:prt")
    lemma = lemma_of(head)
    if particle is not None and (found := lookup.get(f"{lemma}_{particle.lower_}")):
        return found
    if lemma == "go" and head.lower_ == "going" and _is_auxiliary_going(head):
        return "future"
    return lookup.get(lemma) or lookup.get(head.lower_)


def _is_auxiliary_going(head: Token) -> bool:
    return any(c.dep_ == "aux" and lemma_of(c) == "be" for c in head.children)


def _given(mood: str, governor: Token, token: Token, finite: bool) -> Token | str | None:
    """What the governor makes of the clause, turned round where it is itself negated."""
    negated = any(
        c.lower_ in ("not", "n't", "n’t", "never") and c.dep_ in ("advmod", "aux", "neg")
        for c in governor.children
    )
    if mood == "negated":
        if negated:
            return "hypothetical" if lemma_of(governor) in ("rule", "exclude") else None
        outer = _mood_of(governor, governor).status
        return "hypothetical" if outer in ("hypothetical", "future") else "negated"
    if lemma_of(governor) == "able" and any(
        c.dep_ == "cop" and c.tag_ == "VBD" for c in governor.children
    ):
        return "negated" if negated else None
    if mood == "actual":
        return None if finite else governor
    if governor.lower_ in ("attempting", "trying") and child(governor, "aux") is not None:
        return governor
    if finite and mood == "hypothetical" and lemma_of(governor) in load_moods().asserting:
        return None
    if negated and mood == "future":
        return "negated"
    return mood


def _noun_above(noun: Token, clause: Token, moods: Moods) -> Token | str | None:
    head = noun.head
    dep = noun.dep_
    lemma = lemma_of(head)
    if dep == "nsubj":
        if child(head, "cop") is not None and any(
            c.dep_ == "aux" and moods.modals.get(c.lower_) == "would" for c in head.children
        ):
            return "hypothetical"
        return head if lemma in moods.occur and head.pos_ == "VERB" else None
    governor = _governor(head, moods.noun)
    light = lemma in moods.light or (
        (prt := child(head, "compound:prt")) is not None and f"{lemma}_{prt.lower_}" in moods.light
    )
    if dep in ("nsubj:pass", "obj"):
        if governor is not None:
            return _given(governor, head, noun, False)
        if light or lemma in moods.occur:
            return head
        return None
    if dep in ("obl", "nmod"):
        cases = {c.lower_ for c in noun.lefts if c.dep_ in ("case", "mark")}
        if head.pos_ == "VERB":
            if governor is not None and cases & {
                "for",
                "of",
                "against",
                "on",
                "to",
                "from",
                "about",
            }:
                return _given(governor, head, noun, False)
            if lemma in ("take", "participate", "engage", "enter") and "in" in cases:
                return head
            return None
        if governor is not None and cases & {"for", "of", "to", "from", "against"}:
            return _given(governor, head, noun, False)
        if cases <= {"of"} and lemma in ("series", "round", "wave", "campaign", "number", "spate"):
            return head
        return None
    if dep == "compound" and governor in ("future", "hypothetical"):
        return governor
    return None

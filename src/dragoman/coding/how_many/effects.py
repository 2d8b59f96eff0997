"""What a count is a count of: killed, wounded, displaced …, by the words that govern it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from dragoman.coding.how_many.effect_modifiers import effect_of_modifiers, effect_of_verb
from dragoman.coding.how_many.effect_words import (
    Found,
    case_of,
    effects_by,
    has_object,
    lemmas_of,
)
from dragoman.coding.how_many.lexicon import figure_lexicon
from dragoman.coding.how_many.tolls import MEASURING, effect_of_toll, toll_of_predicate

_CARRIERS: Final = {"total", "number", "group", "crowd", "handful", "pair", "couple", "member",
                    "rest", "remainder", "half", "most", "some", "toll", "hundred", "thousand",
                    "million", "billion", "dozen", "score", "ten", "lot", "percent", "%"}  # fmt: skip
_RESULTING: Final = {"leave", "find", "report", "declare", "list", "feel", "presume", "believe",
                     "fear", "make", "render", "pronounce", "include", "be", "go", "number",
                     "shoot", "burn", "beat", "stab", "drop", "fall", "confirm", "remain", "stay",
                     "lie", "turn", "end", "become"}  # fmt: skip


def find_effect(counted: Token) -> Found | None:
    """The effect told of what `counted` denotes, and the word that tells it; None for none.

    `counted` is the noun that is counted, or the numeral where no noun is ("killing 12").
    """
    own = _of_itself(counted)
    if own is not None:
        return own
    if counted.pos_ == "NUM" and any(child.dep_ == "cop" for child in counted.children):
        stood_at = toll_of_predicate(counted)
        if stood_at is not None:
            return stood_at
    beside = _beside(counted)
    if beside is not None:
        return beside
    token = counted
    if counted.lemma_.lower() in lemmas_of("casualties"):
        return None
    for _ in range(6):
        found = (
            effect_of_role(token)
            or _of_lives(counted, token.head)
            or _shared_modifier(token, counted)
        )
        if found is not None and found[1].lemma_.lower() == "toll":
            return effect_of_modifiers(token) or found  # "a toll of 12 people wounded"
        if found is not None:
            return found
        parent = _carrier(token)
        if parent is None:
            return None
        token = parent
    return None


def _shared_modifier(token: Token, counted: Token) -> Found | None:
    """What stands before a first conjunct is told of it alone: "seven dead children and 40 cases"."""
    found = effect_of_modifiers(token)
    if found is not None and token != counted and found[1].i < token.i < counted.i:
        return None
    return found


def _beside(token: Token) -> Found | None:
    """By the neighbours, for a bare numeral or a conjunct, where parsers err most:
    "killed three and wounded five", "20 were killed and about 100 injured"."""
    if token.pos_ != "NUM" and token.dep_ != "conj":
        return None
    doc = token.doc
    if token.pos_ == "NUM" and token.i > 0:
        before = doc[token.i - 1]
        kind = effects_by("obj").get(before.lemma_.lower())
        if kind is not None and before.pos_ == "VERB" and before.tag_ in {"VBD", "VBG", "VBN"}:
            return kind, before
    i = token.i + 1
    while i < len(doc) and doc[i].lemma_ in {"be", "have", "other", "more"} and i < token.i + 5:
        i += 1
    if i >= len(doc) or doc[i].tag_ not in {"VBN", "VBD", "JJ"} or has_object(doc[i]):
        return None
    kind = effects_by("adjective").get(doc[i].lower_)
    return (kind, doc[i]) if kind is not None else None


def surface_effect(doc: Doc, start: int, end: int) -> Found | None:
    """By the words on either side of tokens `[start, end)`, for where a bound ("no fewer than 9
    persons died", "injured at least 1,000") leads the parse astray."""
    if start > 0:
        before = doc[start - 1]
        acts = before.pos_ == "VERB" or before.tag_ == "NNS"  # "police arrests 35 people"
        found = effect_of_verb(before, "obj") if acts else None
        if found is not None:
            return found
    if start > 0 and doc[start - 1].pos_ == "ADP":
        return None
    i = end
    while i < len(doc) and doc[i].lemma_ in {"be", "have"} and i < end + 3:
        i += 1
    if i >= len(doc) or doc[i].pos_ != "VERB":
        return None
    verb = doc[i]
    if i > end and verb.tag_ == "VBN":
        kind = effects_by("obj").get(verb.lemma_.lower())
        if kind is not None and not has_object(verb):
            return kind, verb
    kind = effects_by("subj").get(verb.lemma_.lower())
    return (kind, verb) if kind is not None and verb.tag_ in {"VBD", "VBN"} else None


def effect_just_before(counted: Token, start: int) -> Found | None:
    """By the verb right before the count, where the parse gives the count to an earlier one:
    "killed three and wounded four rebels"."""
    doc = counted.doc
    if start < 1 or doc[start - 1].tag_ not in {"VBD", "VBN", "VBG"}:
        return None
    verb = doc[start - 1]
    if verb.dep_ in {"amod", "acl", "acl:relcl"} or counted.head == verb:
        return None
    if any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children):
        return None
    if start > 1 and doc[start - 2].lower_ not in {"and", ",", "or", "but", "also"}:
        return None
    return effect_of_verb(verb, "obj")


def taken_captive(counted: Token) -> Found | None:
    """As in "took 30 soldiers prisoner", "were taken captive", "took 12 men into custody"."""
    for verb in (counted.head, *(c for c in counted.head.children if c.dep_ == "conj")):
        if verb.lemma_.lower() not in {"take", "hold", "lead"}:
            continue
        if counted.dep_ not in {"obj", "nsubj:pass", "nsubj"}:
            continue
        if counted.dep_ == "nsubj" and not any(c.dep_ == "aux:pass" for c in verb.children):
            continue
        for i in range(verb.i + 1, min(len(verb.doc), max(verb.i, counted.i) + 5)):
            token = verb.doc[i]
            if token.i == counted.i:
                continue
            if token.lower_ in {"hostage", "captive", "hostages", "captives"}:
                return "abducted", token
            if token.lower_ in {"prisoner", "prisoners"}:
                if any(c.dep_ == "nummod" for c in token.children):
                    continue  # "killed 9 and took 20 prisoners" counts two things
                return "detained", token
            if token.lower_ == "custody" and verb.doc[i - 1].lower_ in {"into", "in"}:
                return "detained", token
    return None


def _of_itself(token: Token) -> Found | None:
    """As in "12 deaths", "12 dead", "30 arrests"."""
    lemma = token.lemma_.lower()
    kind = effects_by("adjective").get(token.lower_)
    if kind is not None and token.pos_ in {"ADJ", "NOUN", "VERB"} and not has_object(token):
        return kind, token
    kind = effects_by("noun").get(lemma)
    for child in token.children:
        if kind is not None and child.dep_ == "amod" and child.lower_ in {"dead", "slain"}:
            return "killed", token  # "three dead hostages"
    if kind is not None and lemma not in {"victim", "prisoner", "refugee"}:
        return kind, token
    if lemma in {"refugee", "prisoner", "victim"}:
        role = effect_of_role(token)
        return role if role is not None else (effects_by("noun")[lemma], token)
    return None


def effect_of_role(token: Token) -> Found | None:
    """By the token's own place: object, subject, "of" a noun, what a toll rises to."""
    dep, parent = token.dep_, token.head
    if parent == token:
        return None
    if parent.pos_ in {"VERB", "AUX"} and case_of(token) in {"of", "among", "out"}:
        return None
    if dep in {"obj", "iobj", "nsubj:pass", "dep"}:
        return (
            effect_of_verb(parent, "obj")
            or _of_result(token, parent)
            or effect_of_toll(token, parent)
            or _of_lives(token, parent)
            or _of_losses(token, parent)
        )
    if dep == "nsubj":
        if parent.tag_ == "VBN" and not has_object(parent) and not _is_perfect(parent):
            found = effect_of_verb(parent, "obj")
            if found is not None:
                return found
        return (
            effect_of_verb(parent, "subj")
            or _of_result(token, parent)
            or effect_of_toll(token, parent)
        )
    if dep in {"nmod", "obl", "xcomp", "ccomp", "nmod:poss", "root", "ROOT", "acl"}:
        lemma = parent.lemma_.lower()
        if lemma == "life":
            verb = parent.head
            if verb.lemma_.lower() in figure_lexicon()["killed"]["lives"]:
                return "killed", verb
        kind = effects_by("noun").get(lemma)
        if kind is not None and case_of(token) in {"of", "'s", "’s", "'", "’", ""}:
            return kind, parent
        if lemma in {"toll", "count"} or lemma in MEASURING:
            return effect_of_toll(token, parent)
        if dep in {"xcomp", "ccomp"}:
            return effect_of_verb(parent, "obj")
    return None


def _is_perfect(verb: Token) -> bool:
    return any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")


_RESULTS = frozenset({"xcomp", "obj", "acl", "advmod", "ccomp", "advcl", "obl"})
"""Relations in which a verb's result stands to it."""


def _of_result(token: Token, verb: Token) -> Found | None:
    """As in "left 5 dead", "were found dead", "are missing", "12 people are dead"."""
    kind = effects_by("adjective").get(verb.lower_)
    if kind is not None and (verb.pos_ in {"ADJ", "NOUN"} or verb.lower_ == "missing"):
        return kind, verb
    if verb.lemma_.lower() not in _RESULTING:
        return None
    for child in verb.children:
        if child == token or child.dep_ not in _RESULTS:
            continue
        kind = effects_by("adjective").get(child.lower_)
        if kind is not None and not _counted_by_another(child, token):
            return kind, verb if verb.lemma_ in {"shoot", "burn", "beat", "stab"} else child
    return None


def _counted_by_another(child: Token, token: Token) -> bool:
    return any(c.dep_ == "nummod" and c != token for c in child.children)


def _of_lives(token: Token, verb: Token) -> Found | None:
    """As in "claimed 12 lives"."""
    if (
        token.lemma_.lower() == "life"
        and verb.lemma_.lower() in figure_lexicon()["killed"]["lives"]
    ):
        return "killed", verb
    return None


def _of_losses(token: Token, verb: Token) -> Found | None:
    """As in "the army lost 12 soldiers"; who loses members or seats loses nobody's life."""
    if verb.lemma_.lower() == "lose" and token.lemma_.lower() in lemmas_of("troops"):
        return "killed", verb
    return None


def _carrier(token: Token) -> Token | None:
    """The word whose part in the clause the token shares: its first conjunct, what it is "of"."""
    parent = token.head
    if parent == token:
        return None
    if token.dep_ in {"conj", "appos", "flat", "list", "parataxis"}:
        if parent.pos_ in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
            return parent
        return None
    if token.dep_ in {"nmod", "obl"} and parent.pos_ in {"NOUN", "NUM", "PRON"}:
        if case_of(token) == "of" and (
            parent.lemma_.lower() in _CARRIERS or parent.pos_ in {"NUM", "PRON"}
        ):
            return parent
        if case_of(token) == "as" or case_of(token) in {"to", "between"}:
            return parent if parent.pos_ == "NUM" else None
    if token.dep_ in {"nummod", "advmod", "compound", "amod"} and parent.pos_ in {"NOUN", "NUM"}:
        return parent
    return None


def harmed_either_way(effect: Found) -> bool:
    """As in "killed or wounded 800", "40 dead and wounded": one count of both, of neither alone."""
    kind, word = effect
    doc, i = word.doc, word.i
    for joint, other in ((i - 1, i - 2), (i + 1, i + 2)):
        if not 0 <= other < len(doc) or doc[joint].lower_ not in {"and", "or", "and/or"}:
            continue
        of_other = effects_by("adjective").get(doc[other].lower_)
        if {kind, of_other} == {"killed", "wounded"}:
            return True
    return False


def further_effects(effect: Found) -> tuple[Found, ...]:
    """What else befell the same people: "were abducted and later killed"."""
    kind, verb = effect
    more = []
    for child in verb.children:
        participle = child.tag_ == "VBN" or child.lower_ == "found"
        if child.dep_ != "conj" or not participle or verb.tag_ != "VBN":
            continue
        if any(c.dep_.startswith(("nsubj", "obj", "nummod")) for c in child.children):
            continue
        if any(t.pos_ == "NUM" for t in verb.doc[verb.i + 1 : child.i]):
            continue
        found = effects_by("obj").get(child.lemma_.lower())
        if child.lower_ == "found":  # "were kidnapped and found dead"
            told = (effects_by("adjective").get(c.lower_) for c in child.children)
            found = next((k for k in told if k is not None), None)
        if found is not None and found != kind:
            more.append((found, child))
    return tuple(more)

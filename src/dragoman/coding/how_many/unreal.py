"""Harm that is told but did not come about: threatened, planned, possible, denied, narrowly missed."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

_MODALS: Final = {"could", "would", "might", "should", "shall", "must", "may", "can", "will", "ca",
                  "wo", "'ll", "’ll", "'d", "’d"}  # fmt: skip
_COUNTERFACTUAL: Final = {"would", "could", "should", "'d", "’d"}
_INTENDING: Final = {"threaten", "plot", "plan", "intend", "want", "vow", "swear", "try", "attempt",
                     "seek", "aim", "prepare", "conspire", "pledge", "promise", "hope", "wish",
                     "order", "urge", "call", "refuse", "decide", "expect", "fail", "ask", "tell",
                     "warn", "risk", "consider", "discuss"}  # fmt: skip
_INTENTS: Final = {"plot", "plan", "threat", "attempt", "bid", "conspiracy", "intention", "order",
                   "mission", "call", "desire", "scheme", "effort", "intent", "decision", "wish",
                   "aim", "goal", "instruction", "risk", "danger", "prevent", "conspire"}  # fmt: skip
_NARROWLY: Final = {"nearly", "almost", "narrowly"}
_DENYING: Final = {"not", "n't", "n’t", "never"}
_CONDITIONS: Final = {"if", "unless", "lest"}


def did_not_happen(effect: Token) -> bool:
    """Whether the word that tells the harm tells it as no fact.

    "May have died" and "feared dead" are how tolls are told while they are counted, and stand.
    """
    children = {child.lower_ for child in effect.children if child.i < effect.i}
    if children & _NARROWLY and effect.pos_ == "VERB":
        return True
    if effect.pos_ in {"NOUN", "PROPN"}:
        return _is_intended(effect)
    if children & (_DENYING | _CONDITIONS):
        return True
    if children & _MODALS and "have" not in children:
        return True
    if children & _COUNTERFACTUAL and "have" in children:
        return True
    return _is_intended(effect)


def _is_intended(effect: Token) -> bool:
    """As in "threatened to kill", "a plot to bomb", "the mission of assassinating"."""
    above = effect.head
    if above == effect:
        return False
    lemma = above.lemma_.lower()
    if effect.dep_ in {"xcomp", "ccomp", "advcl", "acl", "csubj"} and effect.tag_ == "VB":
        marked = any(child.lower_ == "to" for child in effect.children)
        return marked and lemma in _INTENDING | _INTENTS
    if effect.dep_ in {"acl", "advcl", "nmod", "obl"} and effect.tag_ in {"VBG", "NN", "NNS"}:
        return lemma in _INTENTS and effect.dep_ in {"acl", "nmod"}
    if effect.dep_ == "conj":
        return above.tag_ == effect.tag_ == "VB" and _is_intended(above)
    return False

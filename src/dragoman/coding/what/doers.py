"""Whose act a noun tells by an of-phrase: "the refusal of the rebels to leave" is the rebels'.

An of-phrase is the object of most nouns for acts ("the arrest of the minister"), but the subject
where the noun has another complement that is the act's object or content.
"""

from __future__ import annotations

from dragoman.coding.what.acts import is_somebody
from dragoman.language.parse import Parse

_HELP = frozenset({"help", "assistance", "support", "backing", "aid", "cooperation", "blessing"})
"""What is done with somebody's "… of" is done with what he gives."""
_AGAINST = frozenset({"on", "against"})
_FOR = frozenset({"support", "backing", "help", "sympathy", "respect", "solidarity", "aid"})
"""Nouns whose for-phrase tells whom the act is for."""


def doers_by_of(tree: Parse, noun: int) -> list[int]:
    """Those of the noun's of-phrase who do the act; empty where they suffer it, or it is things."""
    of = next((k for k in tree.kids(noun, "nmod") if tree.case(k) == "of"), None)
    if of is None or not is_somebody(tree, of):
        return []
    after = [k for k in (*tree.children[noun], *tree.children[of]) if k > of]
    content = any(tree.dep[k] == "acl" and _has_to(tree, k) for k in after if tree.head[k] == noun)
    onto = any(_is_target(tree, noun, k) for k in after)
    helping = tree.case(noun) == "with" and tree.lemma[noun] in _HELP
    return tree.conjuncts(of) if content or onto or helping else []


def _has_to(tree: Parse, clause: int) -> bool:
    """Whether a clause is an infinitive: "the refusal of … to leave"."""
    return any(tree.dep[k] == "mark" and tree.lower[k] == "to" for k in tree.children[clause])


def _is_target(tree: Parse, noun: int, phrase: int) -> bool:
    """Whether a phrase tells whom the act is aimed at: "the attack of … on …"."""
    if tree.dep[phrase] != "nmod" or not (is_somebody(tree, phrase) or tree.ent[phrase]):
        return False
    case = tree.case(phrase)
    return case in _AGAINST or (case == "for" and tree.lemma[noun] in _FOR)

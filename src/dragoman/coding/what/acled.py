"""The ACLED sub-event type that a report tells, by its words, its coded acts and who does them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Doc

from dragoman.coding.what import find_acts
from dragoman.coding.what.acts import Act
from dragoman.language.parse import Parse, parse_of
from dragoman.ontology.acled import Label, load_labels
from dragoman.ontology.lexicon import Lexicon
from dragoman.ontology.word_classes import class_words

_LAST_RESORT = "ATTACK"
_PROTESTERS = frozenset({"protester", "protestor", "demonstrator", "marcher", "crowd", "student"})
_STATE = frozenset(
    {"army", "police", "troop", "troops", "soldier", "government", "military", "coalition", "navy"}
)


def acled(doc: Doc, lexicon: Lexicon | None = None) -> str:
    """The label with the highest sum of its words' and acts' weights; always answers."""
    tree = parse_of(doc)
    words = _words(tree)
    found = find_acts(doc, lexicon)
    acts = _acts(tree, found)
    side = _side(tree, found)
    best = (0.0, _LAST_RESORT)
    for label in load_labels():
        score = _score(label, words, acts)
        if label.side and side and label.side != side:
            score *= 0.4
        if score > best[0]:
            best = (score, label.name)
    return best[1]


def _words(tree: Parse) -> Counter[str]:
    """How often each lemma and pair of lemmas stands; twice in the first sentence, at most thrice."""
    found: Counter[str] = Counter()
    first_end = tree.sent_end[0] if tree.sent_end else 0
    for i, lemma in enumerate(tree.lemma):
        weight = 2 if i < first_end else 1
        forms = {lemma, tree.lower[i]}
        if i + 1 < len(tree.lemma):
            following = i + 1
            if tree.pos[following] == "DET" and following + 1 < len(tree.lemma):
                following += 1
            forms.add(f"{lemma} {tree.lemma[following]}")
            forms.add(f"{tree.lower[i]} {tree.lower[following]}")
        for form in forms:
            found[form] += weight
    return found


def _acts(tree: Parse, acts: list[Act]) -> Counter[str]:
    found: Counter[str] = Counter()
    first_end = tree.sent_end[0] if tree.sent_end else 0
    for act in acts:
        weight = 2 if act.head < first_end else 1
        found[act.type] += weight
        for mode in act.modes:
            found[f"{act.type}/{mode}"] += weight
        for group in _suffering(tree, act):
            found[f"{act.type}>{group}"] += weight
    return found


def _suffering(tree: Parse, act: Act) -> set[str]:
    """To whom an act is done: "fighters" by fighters, "protesters", "civilians"."""
    groups: set[str] = set()
    for recipient in act.recipients:
        lemmas = {tree.lemma[recipient], *(tree.lemma[k] for k in tree.children[recipient])}
        if lemmas & _PROTESTERS:
            groups.add("protesters")
        elif lemmas & (_STATE | class_words("rebel") | class_words("soldier")):
            taken = "territory" in act.modes  # who takes ground has labels of his own
            if not taken and any(_is_fighter(tree, k) for k in act.actors):
                groups.add("fighters")
        elif lemmas & class_words("civilian"):
            groups.add("civilians")
    return groups


def _is_fighter(tree: Parse, k: int) -> bool:
    lemmas = {tree.lemma[k], *(tree.lemma[c] for c in tree.children[k])}
    return bool(lemmas & (_STATE | class_words("rebel") | class_words("soldier")))


def _score(label: Label, words: Mapping[str, int], acts: Mapping[str, int]) -> float:
    if label.needs and not any(word in words for word in label.needs):
        return 0.0
    score = sum(weight * min(words.get(word, 0), 3) for word, weight in label.words.items())
    score += sum(weight * min(acts.get(act, 0), 2) for act, weight in label.acts.items())
    if label.also and any(word in words for word in label.also):
        score += label.bonus
    elif label.also:
        score *= 0.5
    elif label.needs:
        score += label.bonus
    if any(word in words for word in label.halved_by):
        score *= 0.5
    return score


def _side(tree: Parse, acts: list[Act]) -> str | None:
    """Whether the state's forces or rebels take the territory that the report tells of."""
    for act in acts:
        if act.type != "ASSAULT" or "territory" not in act.modes:
            continue
        for actor in act.actors:
            lemmas = {tree.lemma[actor], *(tree.lemma[k] for k in tree.children[actor])}
            if lemmas & class_words("rebel"):
                return "rebel"
            if lemmas & _STATE or tree.lemma[actor] in class_words("force"):
                return "state"
            if tree.ent[actor] == "ORG":
                return "rebel"
    return None

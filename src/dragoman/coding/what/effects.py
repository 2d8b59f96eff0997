"""Parts of one act: a noun with its verb, an attack with the harm it did, protest in two forms.

"Shelled the town, killing three", "six were hurt when a bomb went off", "marched, chanting".
"""

from __future__ import annotations

from dragoman.coding.what.acts import Act, is_somebody, is_time, note_part
from dragoman.language.parse import Parse
from dragoman.ontology.word_classes import class_words

_HARM = frozenset(
    {
        "kill", "wound", "injure", "hurt", "destroy", "damage", "die", "leave", "displace", "hit",
        "target", "maim", "strike", "devastate", "demolish", "flatten", "set", "burn", "inflict",
        "capture", "seize", "abduct", "kidnap", "perish", "cause", "force", "claim",
    }
)  # fmt: skip
_PURELY_LIGHT = frozenset({"hold", "make", "give", "take", "have", "do", "issue", "put", "call"})
_EFFECTS = frozenset({"kill", "wound", "injure", "destroy", "damage", "hurt"})
_ATTACKS = frozenset(
    {
        "attack", "storm", "raid", "ambush", "bomb", "shell", "hit", "strike", "open", "fire",
        "assault", "target", "detonate", "bombard", "pound",
    }
)  # fmt: skip
_AIMS = frozenset({"on", "into", "to", "towards", "toward", "against", "at", "through"})
_RESULT_MARKS = frozenset({"when", "after", "as", "while", "by", "in", "during", "once"})


def merge_parts(tree: Parse, acts: list[Act]) -> None:
    """Join acts that tell one: noun with its verb, method with effect, coordinated blows."""
    by_head = {act.head: act for act in acts if not act.dropped}
    for act in acts:
        if act.dropped:
            continue
        for word in sorted(act.words):
            other = by_head.get(word)
            if other is None or other is act or other.dropped:
                continue
            if act.light and other.head == act.top:
                if len(other.words) > len(act.words):
                    _absorb(tree, other, act)
                    break
                if other.type != act.type and tree.lemma[other.head] not in _PURELY_LIGHT:
                    continue
                if tree.lemma[other.head] in _PURELY_LIGHT:
                    other.modes = []  # "took part in the attack" takes no ground
            _absorb(tree, act, other)
    _join_words(tree, acts)
    for act in acts:
        if act.dropped or act.type not in ("ASSAULT", "PROTEST", "COERCE"):
            continue
        outer = _method(tree, act, by_head)
        if outer is not None and not outer.dropped and outer is not act:
            _absorb(tree, outer, act)
        elif not act.actors:
            _joint(tree, act, by_head)


def _join_words(tree: Parse, acts: list[Act]) -> None:
    """Join acts of words told in two phrases: "held talks, hosted by Oman", "a view in favour of"."""
    for act in acts:
        head = tree.head[act.head]
        for other in acts:
            if act.dropped or other.dropped or other is act or other.type != act.type:
                continue
            if act.part == "phrase" and act.clause == other.head and act.type == "SUPPORT":
                _absorb(tree, other, act)
            hosted = "third-party" in act.modes and tree.dep[act.head] == "acl"
            if hosted and "third-party" not in other.modes and head in other.words:
                _absorb(tree, other, act)
                other.actors += [k for k in act.actors if k not in other.actors]


def _suffer(tree: Parse, outer: Act, effect: Act) -> None:
    """Let the people whom an attack harms be its recipients, not the place where it struck."""
    if not (outer.type == effect.type == "ASSAULT" and tree.lemma[effect.head] in _EFFECTS):
        return
    harmed = [k for k in effect.recipients if is_somebody(tree, k) and tree.ent[k] != "LOC"]
    harmed = [k for k in harmed if k not in outer.actors]
    places = class_words("place") | class_words("building")
    told = [
        k
        for k in outer.recipients
        if is_somebody(tree, k) and tree.ent[k] != "LOC" and tree.lemma[k] not in places
    ]
    if harmed and (not told or outer.harms):
        outer.recipients = list(dict.fromkeys((*told, *harmed)))
        outer.harms = True


def _joint(tree: Parse, act: Act, by_head: dict[int, Act]) -> None:
    """Whoever is killed in a joint operation is killed by those who run it (CODEBOOK)."""
    for k in tree.children[act.head]:
        other = by_head.get(k)
        if (
            other is not None
            and not other.dropped
            and other.type == "COOPERATE"
            and act.type == "ASSAULT"
            and tree.lemma[k] in ("operation", "mission", "raid", "patrol")
            and tree.case(k) in _RESULT_MARKS
        ):
            act.actors = [c for c in other.actors if c not in act.recipients]
            other.dropped = True
            act.absorbed.append(other)
            act.words |= other.words
            note_part(act, other)


def _absorb(tree: Parse, outer: Act, inner: Act) -> None:
    """Make `inner` a part of `outer`: evidence and modes always, participants where it lacks."""
    _suffer(tree, outer, inner)
    inner.dropped = True
    outer.absorbed.append(inner)
    outer.words |= inner.words
    note_part(outer, inner)
    if inner.part == "verb" and outer.part == "noun" and not outer.light:
        outer.clause = outer.top = inner.head
    if inner.type == outer.type:
        outer.modes += [mode for mode in inner.modes if mode not in outer.modes]
        if not outer.recipients:
            outer.recipients = [k for k in inner.recipients if k not in outer.actors]
        if not outer.actors:
            outer.actors = [
                k for k in inner.actors if k not in outer.recipients and k not in outer.words
            ]


def _method(tree: Parse, act: Act, by_head: dict[int, Act]) -> Act | None:
    """The act of which this one tells the effect or another blow."""
    if act.part != "verb":
        return None
    v = act.head
    harm = tree.lemma[v] in _HARM
    head = tree.head[v]
    if act.type == "PROTEST":
        return _other_form(tree, act, by_head)
    if tree.dep[v] == "advcl" and tree.tag[v] == "VBG" and head in by_head and harm:
        return _same(by_head[head], act)
    if tree.dep[v] in ("advcl", "conj") and harm:
        for other in by_head.values():
            if other.top == head and other.part == "noun" and tree.tag[v] == "VBG":
                return _same(other, act)
    if tree.dep[v] in ("acl", "acl:relcl") and harm:
        # "left a car bomb that killed nine"
        for other in by_head.values():
            if other is not act and (other.head == head or head in other.words):
                return _same(other, act)
    if harm:
        # "a mine laid by the rebels killed nine"
        for k in tree.kids(v, "nsubj"):
            for c in tree.kids(k, "acl", "acl:relcl"):
                if c in by_head and by_head[c].part == "verb":
                    return _same(by_head[c], act)
    beside = head in by_head and not (act.actors and by_head[head].part == "noun")
    if tree.dep[v] == "conj" and beside and tree.kid(v, "nsubj", "nsubj:pass") is None:
        first = _standing(by_head[head], by_head)
        effects = tree.lemma[v] in _EFFECTS and tree.lemma[head] in _ATTACKS | _EFFECTS
        if _aims(tree, act) and _aims(tree, by_head[head]) and not effects:
            return None
        if _same(first, act) and (
            not first.recipients or not set(first.recipients) ^ set(act.recipients)
        ):
            return first
        if harm and effects and _same(first, act):
            return first
    if harm and (not act.actors or all(k in by_head for k in act.actors)):
        verbs = [v, *(k for k in tree.kids(v, "conj") if tree.lemma[k] in _EFFECTS)]
        found = _cause(tree, act, verbs, by_head)
        if found is not None:
            return found
    for k in act.slots.get("subject", ()):
        if harm and k in by_head:
            return _same(by_head[k], act)
    return None


def _other_form(tree: Parse, act: Act, by_head: dict[int, Act]) -> Act | None:
    """The protest of which this is another form: "marched, chanting slogans against the tax"."""
    for other in by_head.values():
        if other is act or other.type != "PROTEST" or other.dropped or other.part != "verb":
            continue
        if not act.actors or set(act.actors) != set(other.actors):
            continue
        above, below = tree.head[act.head], tree.head[other.head]
        beside = tree.dep[act.head] == "acl" and above in other.actors
        if beside or other.head == above or (other.head < act.head and above == below):
            return other
    return None


def _aims(tree: Parse, act: Act) -> bool:
    """Whether a blow has an aim of its own: an object, or what its particle leads to."""
    if tree.kid(act.head, "obj") is not None:
        return True
    return any(
        tree.dep[k].startswith("obl") and tree.case(k) in _AIMS and not is_time(tree, k)
        for k in tree.children[act.head]
    )


def _cause(tree: Parse, act: Act, verbs: list[int], by_head: dict[int, Act]) -> Act | None:
    """The act by which harm came: "three were killed and nine hurt when rockets hit the port"."""
    for v in verbs:
        for k in tree.children[v]:
            clause = tree.dep[k] == "advcl"
            if not clause and not tree.dep[k].startswith(("obl", "nmod")):
                continue
            if not clause and tree.case(k) not in _RESULT_MARKS:
                continue
            for other in by_head.values():
                standing = other.head == k or other.top == k or (clause and k in other.words)
                if standing and other is not act and _same(other, act):
                    return other
    return None


def _standing(act: Act, by_head: dict[int, Act]) -> Act:
    """The act itself, or the one that it has become a part of."""
    for _ in range(3):
        if not act.dropped:
            break
        part = act
        act = next((other for other in by_head.values() if part in other.absorbed), act)
    return act


def _same(first: Act, second: Act) -> Act | None:
    return first if first.type == second.type and not first.dropped else None

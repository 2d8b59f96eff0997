"""The parse of a Doc as plain lists of indices, with the walks that coding needs.

Tokens are named by their index in the Doc. A Doc without a parse gives roots only, which every
reader of it bears: no frames, no events, no error. Kept with the Doc, so it is built once.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from dragoman.language.columns import columns_of
from dragoman.language.lemmas import regular_lemma

_KEY: Final = "dragoman.parse"
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
# Dependents that are no part of the phrase that a head names.
_OUTSIDE: Final = frozenset({"acl:relcl", "appos", "parataxis", "conj", "cc", "punct", "list"})
_RELATIVE: Final = frozenset({"who", "whom", "which", "that", "whose"})
_NOT: Final = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody"})
_APOSTROPHES: Final = frozenset({"'s", "’s", "'", "’"})


_HYPHENS: Final = frozenset({"-", "‑", "–"})
_SECOND_HALVES: Final = frozenset(
    {"in", "ins", "up", "ups", "out", "outs", "off", "offs", "down", "downs", "back", "fire",
     "strike", "strikes", "raid", "raids"}
)  # fmt: skip
# Past forms that the reader's rules leave as they stand.
_IRREGULAR: Final = {
    "overthrew": "overthrow", "overran": "overrun", "overthrown": "overthrow", "withdrew": "withdraw",
    "undertook": "undertake", "forbade": "forbid", "besought": "beseech", "overrode": "override",
    "overcame": "overcome", "upheld": "uphold", "withheld": "withhold", "rebuilt": "rebuild",
    "slew": "slay", "slain": "slay", "shelled": "shell", "retook": "retake", "retaken": "retake",
    "besieged": "besiege", "ringe": "ring", "outlawed": "outlaw", "strove": "strive", "swore": "swear",
}  # fmt: skip


# Base forms that look like another form of a verb.
_BARE: Final = frozenset(
    {"bring", "sing", "ring", "fling", "cling", "sting", "swing", "spring", "wring", "string",
     "need", "feed", "speed", "proceed", "succeed", "exceed", "bleed", "breed", "embed", "shed",
     "wed", "heed", "seed", "weed", "concede", "cede"}
)  # fmt: skip


def _lemma(lemma: str, tag: str) -> str:
    """The reader's lemma in lower case, mended where the tag missed the verb's form."""
    lower = lemma.lower()
    if tag in ("VB", "VBP") and lower not in _BARE:
        if lower.endswith("ing") and len(lower) > 5:
            return regular_lemma(lower, "VBG")
        if lower.endswith("ed") and len(lower) > 4:
            return regular_lemma(lower, "VBD")
        if lower.endswith("s") and len(lower) > 4 and lower[-2] not in "suia":
            return regular_lemma(lower, "VBZ")
    return _IRREGULAR.get(lower, lower)


class Parse:
    """Heads, relations, lemmas (lower case), tags and children by token index."""

    __slots__ = (
        "children", "dep", "ent", "head", "lemma", "lower", "pos", "sent", "sent_end", "starts", "tag",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        columns = columns_of(doc)
        self.head = columns.head
        self.dep = columns.dep
        self.lower = columns.lower
        self.lemma = list(map(_lemma, columns.lemma, columns.tag))
        self.pos = columns.pos
        self.tag = columns.tag
        self.ent = columns.ent
        self.children: list[list[int]] = [[] for _ in self.head]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)
        for i, lower in enumerate(self.lower):
            if lower in _HYPHENS and 0 < i < len(self.lower) - 1:
                self._join_hyphen(i)
        self.sent = [0] * len(self.head)
        self.sent_end: dict[int, int] = {}
        start = 0
        for i, begins in enumerate(columns.starts):
            if begins:
                start = i
            self.sent[i] = start
            self.sent_end[start] = i + 1
        self.starts = {start: number for number, start in enumerate(self.sent_end)}

    def _join_hyphen(self, i: int) -> None:
        """Give "sit - in", "build - up", "cease - fire" the lemma of the whole at its head."""
        first, last = i - 1, i + 1
        if self.lower[last] not in _SECOND_HALVES or self.pos[first] in ("VERB", "AUX"):
            return
        whole = f"{self.lower[first]}-{self.lower[last].removesuffix('s')}"
        self.lemma[last if self.head[first] == last else first] = whole

    def sent_number(self, i: int) -> int:
        """The number of the sentence that `i` stands in, from 0."""
        return self.starts[self.sent[i]]

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of `i` whose relation is one of `deps`."""
        return [k for k in self.children[i] if self.dep[k] in deps]

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of the relations."""
        for k in self.children[i]:
            if self.dep[k] in deps:
                return k
        return None

    def case(self, i: int) -> str:
        """The preposition or marker of a dependent, "" without one; "out of" gives "out of"."""
        for k in self.children[i]:
            if self.dep[k] in ("case", "mark") and self.lower[k] not in _APOSTROPHES:
                more = [self.lower[f] for f in self.children[k] if self.dep[f] == "fixed"]
                return " ".join((self.lower[k], *more))
        for k in self.children[i]:
            if self.dep[k] in ("appos", "flat", "compound"):
                for c in self.children[k]:
                    if c < i and self.dep[c] == "case" and self.lower[c] not in _APOSTROPHES:
                        return self.lower[c]
        return ""

    def conjuncts(self, i: int) -> list[int]:
        """`i` and the nominals coordinated with it, in reading order."""
        found = [i]
        for k in self.children[i]:
            if self.dep[k] == "conj" and self.pos[k] not in ("VERB", "AUX", "ADV"):
                found += self.conjuncts(k)
        found.sort()
        return found

    def subtree(self, i: int) -> list[int]:
        """All tokens below and including `i`, in reading order."""
        found: list[int] = []
        stack = [i]
        while stack:
            k = stack.pop()
            found.append(k)
            stack.extend(self.children[k])
        found.sort()
        return found

    def depth(self, i: int) -> int:
        """How many steps the root is above `i`."""
        steps = 0
        while self.head[i] != i and steps < len(self.head):
            i = self.head[i]
            steps += 1
        return steps

    def phrase(self, i: int) -> tuple[int, int]:
        """[start, end) of the phrase that `i` heads, without relative clauses, appositions,
        conjuncts and the preposition in front."""
        found = {i}
        stack = [
            k
            for k in self.children[i]
            if self.dep[k] not in _OUTSIDE
            and not (self.dep[k] in ("case", "mark", "cop") and k < i)
            and not (self.dep[k] in ("advcl", "acl") and k > i)
        ]
        while stack:
            k = stack.pop()
            found.add(k)
            stack.extend(
                c for c in self.children[k] if self.dep[c] not in ("acl:relcl", "parataxis")
            )
        start, end = i, i + 1
        while start - 1 in found:
            start -= 1
        while end in found:
            end += 1
        while end > i + 1 and self.pos[end - 1] == "PUNCT":
            end -= 1
        return start, end

    def is_verbal(self, i: int) -> bool:
        return self.pos[i] in ("VERB", "AUX")

    def negated(self, i: int) -> bool:
        """Whether a negation stands directly with `i` (not, never, no)."""
        return any(
            self.lower[k] in _NOT and self.dep[k] in ("advmod", "det", "neg", "cc:preconj")
            for k in self.children[i]
        )

    def relative_pronoun(self, i: int) -> int | None:
        """The relative pronoun of a relative clause, direct or inside one of its arguments."""
        for k in self.children[i]:
            if self.lower[k] in _RELATIVE and self.pos[k] in ("PRON", "DET", "SCONJ"):
                if self.dep[k] != "mark":
                    return k
            elif self.dep[k] in ("nsubj", "nsubj:pass", "obj", "obl"):
                for c in self.children[k]:
                    if self.lower[c] in ("whose", "which", "whom") and c < i:
                        return c
        return None


def parse_of(doc: Doc) -> Parse:
    """The Doc's parse, built once and kept with the Doc."""
    parse = doc.user_data.get(_KEY)
    if not isinstance(parse, Parse):
        parse = Parse(doc)
        doc.user_data[_KEY] = parse
    return parse

r"""A small language for rules over words; `timeline.said.chart` reads a text by them.

A rule says in one row what its words mean: `the? day:<day> of? month:MONTH` gives a point, the value
`Fields(day=…, month=…)`. In a pattern, lower case is the word itself (a mark stands for itself, `\?` and `\(` for a
question mark and a parenthesis), upper case a class of words or a shape of number or word (`NAME` begins with a capital
letter, `SMALL` with none, `ANYWORD` is any word, `TOKEN` anything), `<point>` whatever the rules for points read; `name:` captures, `?` makes optional, `^`
asks that no space stands before, `( a | b )` chooses, `!SEP` asks that no SEP stands next. A word with a capital letter, here or in a class, stands in
running text only for the word written with one: `May`, `Sun`; `…s` in a class is every word that ends so.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from timeline.said.frozen import Frozen
from timeline.said.steps import (
    ANYWORD,
    PHRASE,
    Code,
    Guard,
    Step,
    Words,
    class_of,
    codes_of,
    first_steps,
    guards_of,
    is_word,
    seconds_in,
    steps_of,
)

Vocabulary = Mapping[str, Mapping[Any, str]]
"""Classes of words: for each meaning the words that have it, between commas."""


class Rule(Frozen):
    """One row of a grammar: words in this order give this value.

    `gives` is the kind of phrase, `value` makes the value of what the pattern captured (None: not this rule, after
    all). It does not hold where the pattern `unless` fits: what stands behind `_` in it is sought after the phrase,
    what stands before `_` just before it; `( SEP _ | _ NUM )` is either; `^_` is a phrase with no space before. `unless_amid` is the same for running text,
    where `_` alone says that the rule is only for what is typed. `examples` are whole texts with the EDTF that they are
    read as on Friday 2023-02-10, `never` those that look like this rule and are no such thing, with what they are
    instead; `amid` are running texts of that day, with what TIMEX3 writes for the expressions in them ("" for none).
    """

    name: str
    gives: str
    pattern: str
    value: Callable[..., Any]
    unless: str = ""
    unless_amid: str = ""
    examples: Mapping[str, str] = MappingProxyType({})
    never: Mapping[str, str] = MappingProxyType({})
    amid: Mapping[str, str] = MappingProxyType({})


class Row(NamedTuple):
    """A rule, translated."""

    value: Callable[..., Any]
    first: Step | None
    guards: tuple[Guard, ...]


Next = frozenset[Code] | None
"""What a token can be that follows; None: anything, for nothing need follow."""


class Candidate(NamedTuple):
    """A row that can begin with some token: what follows the token in it, or the phrases that may stand first in it."""

    row: Row
    seconds: Next
    leads: tuple[tuple[str, Next], ...]


class Opening(NamedTuple):
    """The rows of a kind that can begin with some token, and of all of them: what follows it, or which phrases lead.

    `known` says whether one of them understands the token alone.
    """

    rows: tuple[Candidate, ...]
    seconds: Next
    leads: tuple[str, ...]
    known: bool


class Grammar:
    """The rules of a language over its words, for typed dates, or those `amid` running text.

    Each kind of phrase is translated when it is first looked for.
    """

    def __init__(self, vocabulary: Vocabulary, rules: Iterable[Rule], *, amid: bool = False) -> None:
        self.vocabulary = vocabulary
        self.rows = tuple(rule for rule in rules if not amid or rule.unless_amid != "_")
        self._amid = amid
        self._classes: dict[str, Words] = {}
        self._translated: dict[str, tuple[Row, ...]] = {}
        self._openers: dict[str, frozenset[Code]] = {}
        self._openings: dict[tuple[str, Code], Opening] = {}
        self._nexts: dict[int, Next] = {}  # by the step, which is not hashed: it holds all that follow

    def words(self, name: str) -> Words:
        """A class of words by its name, empty when the language has none."""
        if name not in self._classes:
            self._classes[name] = class_of(self.vocabulary.get(name, {}))
        return self._classes[name]

    def openers(self, gives: str) -> frozenset[Code]:
        """What a phrase of a kind can begin with: `token.digits or token.word` is among it, or it holds ANYWORD."""
        if gives not in self._openers:
            kinds, codes = [gives], set[Code]()
            for kind in kinds:  # which grows
                for row in self.translated(kind):
                    for step in first_steps(row.first):
                        if step is not None and step.kind == PHRASE:
                            kinds.extend({step.what}.difference(kinds))
                        elif step is not None:
                            codes.update(codes_of(step))
            self._openers[gives] = frozenset(codes)
        return self._openers[gives]

    def opening(self, gives: str, code: Code) -> Opening | None:
        """What can be of a kind of phrase that begins with a token; None when nothing can."""
        found = self._openings.get((gives, code))
        if found is None:
            opener = self._opener(gives, code)
            if opener is None:
                return None
            found = self._openings.get((gives, opener)) or self._opening(gives, opener)
            self._openings[gives, opener] = found
        return found

    def _opener(self, gives: str, code: Code) -> Code | None:
        """As what a token can begin a phrase: as itself, or as any word, for words that no rule names are all alike."""
        openers = self.openers(gives)
        if code in openers:
            return code
        return ANYWORD if ANYWORD in openers and is_word(code) else None

    def _opening(self, gives: str, code: Code) -> Opening:
        rows: list[Candidate] = []
        known = False
        for row in self.translated(gives):
            seconds: set[Code] | None = set()
            leads: list[tuple[str, Next]] = []
            for step in first_steps(row.first):
                if step is None:
                    continue
                if step.kind == PHRASE:
                    if self._opener(step.what, code) is not None:
                        leads.append((step.what, self._next(step)))
                    continue
                for second in seconds_in(step, code):
                    known = known or second is None
                    after = self._next(step) if second is None else (second,)
                    seconds = None if seconds is None or after is None else seconds.union(after)
            if seconds is None or seconds or leads:
                rows.append(Candidate(row, None if seconds is None else frozenset(seconds), tuple(leads)))
        every = [each.seconds for each in rows]
        told = frozenset[Code]().union(*(each for each in every if each is not None))
        kinds = dict.fromkeys(kind for each in rows for kind, _ in each.leads)
        return Opening(tuple(rows), None if None in every else told, tuple(kinds), known)

    def _next(self, step: Step) -> Next:
        """What can follow a step."""
        if id(step) not in self._nexts:
            codes: set[Code] = set()
            for each in first_steps(step.then):
                if each is not None:
                    codes.update(self.openers(each.what) if each.kind == PHRASE else codes_of(each))
            free = ANYWORD in codes or None in first_steps(step.then)
            self._nexts[id(step)] = None if free else frozenset(codes)
        return self._nexts[id(step)]

    def translated(self, gives: str) -> tuple[Row, ...]:
        """The rules of one kind of phrase."""
        if gives not in self._translated:
            self._translated[gives] = tuple(
                Row(
                    rule.value,
                    steps_of(rule.pattern.split(), self.words),
                    (
                        *guards_of(rule.unless, self.words),
                        *(guards_of(rule.unless_amid, self.words) if self._amid else ()),
                    ),
                )
                for rule in self.rows
                if rule.gives == gives
            )
        return self._translated[gives]

r"""A small language for rules over words; `timeline.said.chart` reads a text by them.

A rule says in one row what its words mean: `the? day:<day> of? month:MONTH` gives a point, the value
`Fields(day=…, month=…)`. In a pattern, lower case is the word itself (a mark stands for itself, `\?` and `\(` for a
question mark and a parenthesis), upper case a class of words or a shape of number or word (`NAME` begins with a capital
letter, `SMALL` with none, `ANYWORD` is any word, `TOKEN` anything), `<point>` whatever the rules for points read; `name:` captures, `?` makes optional, `^`
asks that no space stands before, `( a | b )` chooses, `!SEP` asks that no SEP stands next. A word with a capital letter, here or in a class, stands in
running text only for the word written with one: `May`, `Sun`; `…s` in a class is every word that ends so.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from timeline.said.steps import (
    PHRASE,
    Code,
    Guard,
    Step,
    Words,
    class_of,
    codes_of,
    first_steps,
    guards_of,
    steps_of,
)
from timeline.tuples import NamedTuple

Vocabulary = Mapping[str, Mapping[Any, str]]
"""Classes of words: for each meaning the words that have it, between commas."""


def same(**got: Any) -> Any:
    """The one thing that a pattern captured: what a rule gives that only passes it on."""
    (value,) = got.values()
    return value


class Rule(NamedTuple):
    """One row of a grammar: words in this order give this value.

    `gives` is the kind of phrase, `value` makes the value of what the pattern captured (None: not this rule, after
    all). It does not hold where the pattern `unless` fits: what stands behind `_` in it is sought after the phrase,
    what stands before `_` just before it; `( SEP _ | _ NUM )` is either; `^_` is a phrase with no space before. `unless_amid` is the same for running text,
    where `_` alone says that the rule is only for what is typed. `examples` are whole texts with the EDTF that they are
    read as on Friday 2023-02-10, "" for those that look like this rule and are refused; `amid` are running texts of
    that day, with what TIMEX3 writes for the expressions in them ("" for none).
    """

    name: str
    gives: str
    pattern: str
    value: Callable[..., Any]
    examples: Mapping[str, str] = MappingProxyType({})
    unless: str = ""
    unless_amid: str = ""
    amid: Mapping[str, str] = MappingProxyType({})


class Row(NamedTuple):
    """A rule, translated: with its first step, and those of its steps that may take the first token.

    `unless` is what must not stand around it, as its rule writes it.
    """

    value: Callable[..., Any]
    first: Step | None
    begins: tuple[Step, ...]
    unless: tuple[str, ...]


class Grammar:
    """The rules of a language over its words, for typed dates, or those `amid` running text.

    Each kind of phrase is translated when it is first looked for.
    """

    def __init__(self, vocabulary: Vocabulary, rules: Iterable[Rule], *, amid: bool = False) -> None:
        self.vocabulary = vocabulary
        self.rows = tuple(rule for rule in rules if not amid or rule.unless_amid != "_")
        self.amid = amid
        self._classes: dict[str, Words] = {}
        self._rules: dict[str, list[Rule]] = {}
        for rule in self.rows:
            self._rules.setdefault(rule.gives, []).append(rule)
        self._translated: dict[str, tuple[Row, ...]] = {}
        self._begins: dict[str, tuple[frozenset[str], frozenset[Code]]] = {}
        self._openers: dict[str, frozenset[Code]] = {}

    @cached_property
    def named(self) -> frozenset[str]:
        """The words that its patterns name themselves."""
        terms = {term for row in self.rows for term in row.pattern.split()}
        return frozenset(term.lstrip("^!").rpartition(":")[2].rstrip("?") for term in terms)

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
                phrases, own = self._own_openers(kind)
                kinds.extend(phrases.difference(kinds))
                codes |= own
            self._openers[gives] = frozenset(codes)
        return self._openers[gives]

    def _own_openers(self, gives: str) -> tuple[frozenset[str], frozenset[Code]]:
        """The kinds of phrases that a phrase of a kind can begin with, and the tokens that its own rows ask for first."""
        if gives not in self._begins:
            steps = [step for row in self.translated(gives) for step in row.begins]
            phrases = frozenset(step.what for step in steps if step.kind == PHRASE)
            tokens = (codes_of(step) for step in steps if step.kind != PHRASE)
            self._begins[gives] = phrases, frozenset[Code]().union(*tokens)
        return self._begins[gives]

    def translated(self, gives: str) -> tuple[Row, ...]:
        """The rules of one kind of phrase."""
        if gives not in self._translated:
            self._translated[gives] = tuple(self._row(rule) for rule in self._rules.get(gives, ()))
        return self._translated[gives]

    def _row(self, rule: Rule) -> Row:
        first = steps_of(rule.pattern.split(), self.words)
        unless = (rule.unless, rule.unless_amid) if self.amid else (rule.unless,)
        begins = tuple(step for step in first_steps(first) if step is not None)
        return Row(rule.value, first, begins, tuple(filter(None, unless)))

    def guards(self, row: Row) -> tuple[Guard, ...]:
        """What must not stand around a phrase that a row reads: asked for when it reads one, which most never do."""
        return tuple(guard for text in row.unless for guard in guards_of(text, self.words))

r"""A small language for rules over words, and the chart that reads a text by them.

A rule says in one row what its words mean: `the? day:<day> of? month:MONTH` gives a point, the value
`Fields(day=…, month=…)`. In a pattern, lower case is the word itself (a mark stands for itself, `\?` and `\(` for a
question mark and a parenthesis), upper case a class of words or a shape of number, `<point>` whatever the rules
for points read; `name:` captures, `?` makes optional, `^` asks that no space stands before, `( a | b )` chooses.

The chart keeps, for each kind of phrase and each place, every end that a phrase can have there, and the value of the
first rule that ends so. Thus each rule is tried at most once at each place.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from timeline.said.frozen import Frozen
from timeline.said.tokens import Token, tokens_of
from timeline.said.values import Value

_TERM = re.compile(r"(?P<tight>\^)?(?:(?P<name>[a-z_]+\d?):(?=.))?(?P<item>\\?.+?)(?P<optional>(?<!\\)\?)?")
_DEEPEST = 24  # phrases within phrases; a sensible date has about 6
# Shapes of numbers: the fewest and the most digits.
_SHAPES: Mapping[str, tuple[int, int]] = {
    "D1": (1, 1), "D2": (2, 2), "D3": (3, 3), "D4": (4, 4), "D8": (8, 8), "D12": (1, 2), "D34": (3, 4), "NUM": (1, 12),
}  # fmt: skip

Vocabulary = Mapping[str, Mapping[Any, str]]
"""Classes of words: for each meaning the words that have it, between commas."""


class Rule(Frozen):
    """One row of a grammar: words in this order give this value.

    `gives` is the kind of phrase, `value` makes the value of what the pattern captured (None: not this rule, after
    all). It does not hold where the pattern `unless` fits: what stands behind `_` in it is sought after the phrase,
    what stands before `_` just before it. `examples` are whole texts with the EDTF that they are read as on
    Friday 2023-02-10, `never` those that look like this rule and are no such thing, with what they are instead.
    """

    name: str
    gives: str
    pattern: str
    value: Callable[..., Any]
    unless: str = ""
    examples: Mapping[str, str] = MappingProxyType({})
    never: Mapping[str, str] = MappingProxyType({})


class _Item(NamedTuple):
    kind: str  # word, class, shape, phrase or choice
    what: Any
    name: str
    optional: bool
    tight: bool


_Sequence = tuple[_Item, ...]
_Classes = dict[str, dict[str, list[tuple[tuple[str, ...], Any]]]]


class Grammar:
    """The rules of a language over its words; each kind of phrase is translated when it is first looked for."""

    def __init__(self, vocabulary: Vocabulary, rules: Iterable[Rule]) -> None:
        self.vocabulary = vocabulary
        self.rows = tuple(rules)
        self._classes: _Classes = {}
        self._translated: dict[str, list[tuple[Rule, _Sequence, _Sequence, _Sequence]]] = {}

    def rules(self, gives: str) -> list[tuple[Rule, _Sequence, _Sequence, _Sequence]]:
        """The rules of one kind, each with its pattern and what must not stand before and after it."""
        if gives not in self._translated:
            rows = []
            for rule in (row for row in self.rows if row.gives == gives):
                before, _, after = rule.unless.partition("_")
                rows.append(
                    (rule, self._sequence(rule.pattern), self._sequence(before), self._sequence(after))
                )
            self._translated[gives] = rows
        return self._translated[gives]

    def words(self, name: str) -> dict[str, list[tuple[tuple[str, ...], Any]]]:
        """A class of words: for each first word, the words that follow it and the meaning, the longest first."""
        if name not in self._classes:
            table: dict[str, list[tuple[tuple[str, ...], Any]]] = defaultdict(list)
            for meaning, texts in self.vocabulary.get(name, {}).items():
                for text in texts.split(", "):
                    first, *rest = (token.word for token in tokens_of(text))
                    table[first].append((tuple(rest), meaning))
            for rows in table.values():
                rows.sort(key=lambda row: -len(row[0]))
            self._classes[name] = table
        return self._classes[name]

    def _sequence(self, text: str) -> _Sequence:
        return self._choice(text.split(), 0)[0][0]

    def _choice(self, terms: list[str], at: int) -> tuple[list[_Sequence], int]:
        """The sequences up to the parenthesis that closes the group that begins at `at`."""
        found: list[_Sequence] = []
        items: list[_Item] = []
        while at < len(terms):
            term, at = terms[at], at + 1
            if term in ("(", "^("):
                inner, at = self._choice(terms, at)
                items.append(_Item("choice", inner, "", terms[at - 1] == ")?", term[0] == "^"))
            elif term in (")", ")?"):
                break
            elif term == "|":
                found.append(tuple(items))
                items = []
            else:
                items.append(self._item(term))
        return [*found, tuple(items)], at

    def _item(self, term: str) -> _Item:
        match = _TERM.fullmatch(term)
        assert match is not None
        what, kind = match["item"], "word"
        if what[0] == "<" and len(what) > 1:
            kind, what = "phrase", what[1:-1]
        elif what in _SHAPES:
            kind, what = "shape", _SHAPES[what]
        elif what.isupper() and len(what) > 1:
            kind, what = "class", self.words(what)
        else:
            what = what.removeprefix("\\")
        return _Item(kind, what, match["name"] or "", bool(match["optional"]), bool(match["tight"]))


class Chart:
    """What can be read of one text by a grammar. `reach` is the first token that no rule has understood."""

    def __init__(self, grammar: Grammar, text: str) -> None:
        self.text = text
        self.tokens: Sequence[Token] = tokens_of(text)
        self.reach = 0
        self._grammar = grammar
        self._found: dict[tuple[str, int], dict[int, Any]] = {}
        self._depth = 0

    def whole(self, gives: str) -> Value | None:
        """The value of the whole text as one phrase of that kind; None when it is no such phrase."""
        found: Value | None = self.at(gives, 0).get(len(self.tokens))
        return found

    def at(self, gives: str, place: int) -> dict[int, Any]:
        """The values of the phrases of that kind that begin at a token, by the token after each."""
        key = (gives, place)
        if key in self._found:
            return self._found[key]
        self._found[key] = found = {}
        if self._depth < _DEEPEST and place < len(self.tokens):
            self._depth += 1
            for rule, pattern, before, after in self._grammar.rules(gives):
                for end, got in self._walk(pattern, 0, place, {}):
                    if end in found or end == place or self._forbidden(before, after, place, end):
                        continue
                    value = rule.value(**got)
                    if value is not None:
                        found[end] = self._worded(value, place, end)
            self._depth -= 1
        return found

    def _worded(self, value: Any, place: int, end: int) -> Any:
        if isinstance(value, Value) and not value.words:
            return value.but(words=self.text[self.tokens[place].start : self.tokens[end - 1].end])
        return value

    def _forbidden(self, before: _Sequence, after: _Sequence, place: int, end: int) -> bool:
        if after and any(True for _ in self._walk(after, 0, end, {})):
            return True
        starts = range(max(place - len(before), 0), place) if before else ()
        return any(place == stop for start in starts for stop, _ in self._walk(before, 0, start, {}))

    def _walk(
        self, items: _Sequence, index: int, at: int, got: dict[str, Any]
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each end that the items from `index` on can have, with what they captured; the longest of each item first."""
        if index == len(items):
            yield at, got
            return
        item = items[index]
        for end, captured in self._match(item, at):
            yield from self._walk(items, index + 1, end, got | captured if captured else got)
        if item.optional:
            yield from self._walk(items, index + 1, at, got)

    def _match(self, item: _Item, at: int) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each end that one item can have, with what it captured."""
        if at >= len(self.tokens) or (item.tight and not self.tokens[at].tight):
            return
        if item.kind == "choice":
            for sequence in item.what:
                yield from self._walk(sequence, 0, at, {})
        elif item.kind == "phrase":
            for end, value in sorted(self.at(item.what, at).items(), reverse=True):
                yield end, {item.name: value} if item.name else {}
        else:
            for end, value in self._words(item, at):
                self.reach = max(self.reach, end)
                yield end, {item.name: value} if item.name else {}

    def _words(self, item: _Item, at: int) -> Iterator[tuple[int, Any]]:
        """Each end of a word, a number or a member of a class, and its meaning."""
        token = self.tokens[at]
        if item.kind == "word" and token.word == item.what:
            yield at + 1, token.word
        elif item.kind == "shape" and item.what[0] <= token.digits <= item.what[1]:
            yield at + 1, token.number
        elif item.kind == "class":
            for rest, meaning in item.what.get(token.word, ()):
                end = at + 1 + len(rest)
                if tuple(each.word for each in self.tokens[at + 1 : end]) == rest:
                    yield end, meaning

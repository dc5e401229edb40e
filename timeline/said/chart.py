"""The chart that reads a text by the rules of a grammar.

It keeps, for each kind of phrase and each place, every end that a phrase can have there, and the value of the first
rule that ends so. Thus each rule is tried at most once at each place, and only where its first token and the next can
be those of the text.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from timeline.said.openings import Candidate, Next, Ward, openings_of
from timeline.said.patterns import Grammar
from timeline.said.steps import (
    ANY,
    CHOICE,
    CLASS,
    ENDINGS,
    NUMBER,
    OTHER,
    PHRASE,
    WORD,
    Entry,
    Step,
    Words,
    is_word,
)
from timeline.said.tokens import Token, tokens_of
from timeline.said.values import Value

_DEEPEST = 24  # phrases within phrases; a sensible date has about 6
_NOTHING: Mapping[int, Any] = MappingProxyType({})


class Chart:
    """What can be read of one text by a grammar. `reach` is the first token that no rule has understood.

    `dotted` are the words that are shortened with a full stop, which ends no sentence.
    In running text (`cased`) capital letters count where the grammar writes them, and a blank line is a token.
    """

    def __init__(self, grammar: Grammar, text: str, *, cased: bool = False) -> None:
        self.text = text
        shortened = grammar.words("SHORTENED") or None if cased else None
        self.tokens: Sequence[Token] = tokens_of(text, breaks=cased, shortened=shortened)
        self.reach = 0
        self._cased = cased
        self.dotted = grammar.words("DOTTED") if cased else {}
        self.openings = openings_of(grammar)
        self._cut = (*self.tokens, Token(word="", start=len(text), end=len(text), tight=False, digits=0))
        self.codes = [token.digits or token.word for token in self._cut] + [""]
        self._found: dict[int, dict[str, Mapping[int, Any]]] = {}
        self._depth = 0

    def whole(self, gives: str) -> Value | None:
        """The value of the whole text as one phrase of that kind; None when it is no such phrase."""
        found: Value | None = self.at(gives, 0).get(len(self.tokens))
        return found

    def at(self, gives: str, place: int) -> Mapping[int, Any]:
        """The values of the phrases of that kind that begin at a token, by the token after each.

        Where nothing can begin it takes 0.4 µs, at "the" before another noun 3, at "21 March 2022" 85.
        """
        there = self._found.get(place)
        if there is None:
            there = self._found[place] = {}
        elif (known := there.get(gives)) is not None:
            return known
        opening = self.openings.opening(gives, self.codes[place])
        if opening is None:
            there[gives] = _NOTHING
            return _NOTHING
        found: dict[int, Any] = {}
        there[gives] = found
        if opening.known and self.reach <= place:
            self.reach = place + 1
        second = self.codes[place + 1]
        if (opening.seconds is None or second in opening.seconds) and self._depth < _DEEPEST:
            self._depth += 1
            for candidate in opening.before(second):
                follows = candidate.follows
                if follows is None or second in follows or self._can_go_on(candidate.leads, place):
                    self._read(candidate, place, found)
            self._depth -= 1
        return found

    def _can_go_on(self, leads: Iterable[tuple[str, Next]], place: int) -> bool:
        """Whether what follows one of the phrases that may stand first in a row can follow there."""
        there = self._found[place]
        for kind, follows in leads:
            for end in there[kind] if kind in there else self.at(kind, place):
                if follows is None or self.codes[end] in follows:
                    return True
        return False

    def _read(self, candidate: Candidate, place: int, found: dict[int, Any]) -> None:
        """Add what one rule reads at a place."""
        if candidate.same:
            for end, value in _longest_first(self.at(candidate.same, place)):
                found.setdefault(end, value)
            return
        row = candidate.row
        ends: list[tuple[int, Any]] = []
        self._walk(row.first, place, None, ends)
        wards = self.openings.wards(row) if ends else ()
        for end, last in ends:
            if end in found or end == place or (wards and self._warded(wards, place, end)):
                continue
            value = row.value(**_captured(last))
            if value is not None:
                found[end] = self._worded(value, place, end)

    def _worded(self, value: Any, place: int, end: int) -> Any:
        if isinstance(value, Value) and not value.words:
            words = self.text[self._cut[place].start : self._cut[end - 1].end]
            return value.but(words=words, span=(place, end))
        return value

    def _warded(self, wards: Iterable[Ward], place: int, end: int) -> bool:
        """Whether what must not stand before and after a phrase does."""
        for guard, begins, follows in wards:
            if guard.tight and not self._cut[place].tight:
                continue
            if guard.after and not (
                (follows is None or self.codes[end] in follows) and self._ends(guard.after, end)
            ):
                continue
            if not guard.before:
                return True
            for start in range(max(place - guard.width, 0), place):
                if (begins is None or self.codes[start] in begins) and place in self._ends(
                    guard.before, start
                ):
                    return True
        return False

    def _ends(self, first: Step | None, at: int) -> list[int]:
        ends: list[tuple[int, Any]] = []
        self._walk(first, at, None, ends)
        return [end for end, _ in ends]

    def _walk(  # noqa: C901, PLR0912 - one loop over the kinds of steps: a call each would cost as much again
        self, step: Step | None, at: int, got: Any, ends: list[tuple[int, Any]]
    ) -> None:
        """Add each end that the steps from one on can have, with what they captured; the longest of each step first.

        What is captured is (what was before, name, value): most walks end in nothing, and a dictionary each would cost more.
        """
        while step is not None:
            kind, what, name, tight, optional, then = step
            token = self._cut[at]
            value: Any = None
            if tight and not token.tight:
                pass
            elif kind == WORD:
                value = what if token.word == what else None
            elif kind == NUMBER:
                value = token.number if what[0] <= token.digits <= what[1] else None
            elif kind == CLASS:
                for entry in what.get(token.word) or (_ending(what, token.word) if ENDINGS in what else ()):
                    if self._stands(entry, at):
                        end = at + 1 + len(entry.rest)
                        if end > self.reach:  # noqa: PLR1730 - `max` takes three times as long, here and below
                            self.reach = end
                        self._walk(then, end, (got, name, entry.meaning) if name else got, ends)
            elif kind == PHRASE:
                found = self.at(what, at)
                if found:  # two of three times nothing is
                    for end, inner in _longest_first(found):
                        self._walk(then, end, (got, name, inner) if name else got, ends)
            elif kind == CHOICE:
                for branch in what if token.word else ():
                    self._walk(branch, at, got, ends)
            elif kind == OTHER:
                if self._ends(what, at):
                    return
                step = then
                continue
            elif kind == ANY:
                value = token.word or None
            elif is_word(token.word) and (what is None or self._capital(at) == what):
                value = token.word
            if value is not None:
                if at >= self.reach:
                    self.reach = at + 1
                now = (got, name, value) if name else got
                if not optional:
                    step, at, got = then, at + 1, now
                    continue
                self._walk(then, at + 1, now, ends)
            if not optional:
                return
            step = then
        ends.append((at, got))

    def _stands(self, entry: Entry, at: int) -> bool:
        """Whether the words of a class stand at a token, the first of which does, with the capitals they must have."""
        return (
            not entry.rest
            or entry.rest == tuple(token.word for token in self._cut[at + 1 : at + 1 + len(entry.rest)])
        ) and not (
            self._cased and entry.capitals and not all(self._capital(at + each) for each in entry.capitals)
        )

    def _capital(self, at: int) -> bool:
        return self.text[self._cut[at].start].isupper()


def _ending(what: Words, word: str) -> Iterable[Entry]:
    """The entries of a class that a word ends in."""
    return [
        entry._replace(rest=())
        for entry in what.get(ENDINGS, ())
        if is_word(word) and word.endswith(entry.rest)
    ]


def _longest_first(found: Mapping[int, Any]) -> Iterable[tuple[int, Any]]:
    """The phrases found at a place, the longest first."""
    return sorted(found.items(), reverse=True) if len(found) > 1 else found.items()


def _captured(got: Any) -> dict[str, Any]:
    """What a walk captured, by name; of two things of one name the later."""
    found: dict[str, Any] = {}
    while got:
        got, name, value = got
        found.setdefault(name, value)
    return found

"""What a regular expression may cost, told from its parse: which of its repetitions can share what they read.

From one place a match takes steps in proportion to the text, unless two repetitions without an end can take the same
characters one after the other: where what follows fails, one gives back what the other takes, for each length anew.
Two are quadratic; one that comes to itself again, through a repetition around it, is exponential. They are parted by a
character that has to stand between them and that the first cannot take.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_CHARS = "".join(map(chr, (*range(0x250), *range(0x3B0, 0x460), *range(0x2000, 0x2070), 0x3042, 0x65E5)))
_MANY = 100  # so many times, and more, are without an end
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
_LOOKS = (op.ASSERT, op.ASSERT_NOT, op.AT)  # take nothing
_KEPT = (
    op.ASSERT,
    op.ASSERT_NOT,
    op.ATOMIC_GROUP,
    op.POSSESSIVE_REPEAT,
)  # give nothing back once they are left


class Sharing(NamedTuple):
    """Two repetitions of a pattern that can take the same characters in turn; the same one, where it `nests`."""

    nests: bool
    first: str
    second: str


def sharing(pattern: re.Pattern[str]) -> list[Sharing]:
    """The repetitions that make a pattern cost more than steps in proportion to the text, from one place."""
    return list(_Parsed(pattern).found())


class _Parsed:
    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.tree = parser.parse(pattern.pattern, pattern.flags)
        self.flags = self.tree.state.flags
        self.known: dict[int, frozenset[str]] = {}

    def found(self) -> Iterator[Sharing]:
        yield from self._within(list(self.tree), [])

    def _within(self, items: Sequence[Any], after: list[Any]) -> Iterator[Sharing]:
        """Those that begin in a sequence. `after`: the sequences that follow it outwards, and the repeats it is in."""
        for place, item in enumerate(items):
            rest = [list(items[place + 1 :]), *after]
            if item[0] in _REPEATS:
                least, most, body = item[1]
                looped = [item, *rest] if most > 1 else rest
                if most != least and any(map(_is_endless, [item, *after])):
                    yield from self._shared(item, rest, endless=most >= _MANY)
                yield from self._within(list(body), looped)
            else:
                bodies = _bodies(item)
                if item[0] is op.BRANCH and any(map(_is_endless, after)):
                    if any(self._alike(*two) for two in combinations(bodies, 2)):
                        yield Sharing(nests=True, first=self._text(item), second=self._text(item))
                    if not all(map(_takes, bodies)):
                        yield from self._shared(item, rest, endless=False)
                for body in bodies:
                    yield from self._within(body, [] if item[0] in _KEPT else rest)

    def _shared(self, item: Any, after: list[Any], *, endless: bool) -> Iterator[Sharing]:
        chars = self.chars([item])
        passed: list[Any] = []
        for part in after:
            # Of a repeat, once more from the beginning: it comes to itself, or to what parts it from itself.
            loops = _is_repeat(part)
            met, parted = self._met(list(part[1][2]) if loops else part, chars, item)
            if loops and _is_endless(part) and any(one is item for one, _ in met):
                yield Sharing(nests=True, first=self._text(item), second=self._text(part))
            for one, between in met if endless else ():
                # What each round of the first has to take, or stands between, and the second cannot take, ends the second.
                first_or_between = [*item[1][2], *passed, *between]
                if one is not item and _is_endless(one) and not self._parts(first_or_between, one):
                    yield Sharing(nests=False, first=self._text(item), second=self._text(one))
            if not loops:
                passed += part
                if parted:
                    return

    def _parts(self, items: Sequence[Any], item: Any) -> bool:
        """Whether a sequence has to take a character that an item cannot."""
        return self._met(items, self.chars([item]), None)[1]

    def _met(
        self, items: Sequence[Any], chars: frozenset[str], until: Any
    ) -> tuple[list[tuple[Any, list[Any]]], bool]:
        """The repetitions that can follow with nothing but these characters before, and what that is; whether something parts."""
        met: list[tuple[Any, list[Any]]] = []
        for place, item in enumerate(items):
            between = list(items[:place])
            if item is until:
                return [*met, (item, between)], True
            if item[0] in _LOOKS:
                if self._forbidden(item) >= chars and all(one[0] in _LOOKS for one in between):
                    return met, True  # the repetition gives nothing back: it is all that may not follow
                continue
            if item[0] in _REPEATS and self.firsts([item]) & chars:
                met.append((item, between))
            bodies = _parts(item)
            if bodies:
                results = [self._met(body, chars, until) for body in bodies]
                met += [(one, between + inner) for found, _ in results for one, inner in found]
                if until is not None and any(one is until for one, _ in met):
                    return met, True
                needed = item[0] not in _REPEATS or item[1][0] > 0
                if needed and all(parted for _, parted in results):
                    return met, True
            elif not self.chars([item]) & chars:
                return met, True
        return met, False

    def _forbidden(self, item: Any) -> frozenset[str]:
        """The characters of which a look ahead says that none may follow."""
        if item[0] is not op.ASSERT_NOT or item[1][0] != 1 or len(item[1][1]) != 1 or _parts(item[1][1][0]):
            return frozenset()
        return self.chars(list(item[1][1]))

    def _alike(self, one: list[Any], other: list[Any]) -> bool:
        """Whether two alternatives may take the same: texts do where one begins with the other."""
        if all(kind is op.LITERAL for kind, _ in (*one, *other)):
            return all(mine == its for mine, its in zip(one, other, strict=False))
        return bool(self.firsts(one) & self.firsts(other))

    def firsts(self, items: Sequence[Any]) -> frozenset[str]:
        """The characters with which what a sequence takes can begin."""
        found: frozenset[str] = frozenset()
        for item in items:
            bodies = [] if item[0] in _LOOKS else _parts(item)
            if bodies:
                found = found.union(*map(self.firsts, bodies))
            elif item[0] not in _LOOKS:
                found |= self.chars([item])
            if _takes([item]):
                break
        return found

    def chars(self, items: Sequence[Any]) -> frozenset[str]:
        """The characters that a sequence can take, wherever in it."""
        found: set[str] = set()
        for item in items:
            if item[0] in _LOOKS:
                continue
            bodies = _parts(item)
            if bodies:
                found.update(*map(self.chars, bodies))
            elif item[0] is op.GROUPREF:
                found.update(_CHARS)
            else:
                if id(item) not in self.known:
                    one = parser.SubPattern(self.tree.state, [item])
                    matches = compiler.compile(one, self.flags & ~re.DEBUG).fullmatch
                    self.known[id(item)] = frozenset(char for char in _CHARS if matches(char))
                found.update(self.known[id(item)])
        return frozenset(found)

    def _text(self, item: Any) -> str:
        return repr(parser.SubPattern(self.tree.state, [item]))


def _is_repeat(part: Any) -> bool:
    return isinstance(part, tuple) and part[0] in _REPEATS


def _is_endless(part: Any) -> bool:
    return _is_repeat(part) and bool(part[1][1] >= _MANY)


def _takes(items: Sequence[Any]) -> bool:
    """Whether a sequence takes a character at least."""
    for item in items:
        if item[0] in _LOOKS or item[0] is op.GROUPREF:
            continue
        if item[0] in (*_REPEATS, op.POSSESSIVE_REPEAT):
            if item[1][0] > 0 and _takes(list(item[1][2])):
                return True
        elif all(map(_takes, _bodies(item))):
            return True
    return False


def _parts(item: Any) -> list[list[Any]]:
    return [list(item[1][2])] if item[0] in _REPEATS else _bodies(item)


def _bodies(item: Any) -> list[list[Any]]:
    """The sequences of which one is part of an item, or all are alternatives."""
    kind, value = item
    if kind is op.BRANCH:
        return [list(one) for one in value[1]]
    if kind is op.SUBPATTERN:
        return [list(value[3])]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [list(value[1])]
    if kind is op.ATOMIC_GROUP:
        return [list(value)]
    if kind is op.POSSESSIVE_REPEAT:
        return [list(value[2])]
    if kind is op.GROUPREF_EXISTS:
        return [list(one or ()) for one in value[1:]]
    return []

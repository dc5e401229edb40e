"""Whether two events, each told in its own words, are one: by their dates, the words of their titles, and who takes part."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator

from timeline.dates.event_date import EventDate
from timeline.folding import fold
from timeline.model import Event
from timeline.states import state_named
from timeline.tuples import NamedTuple

_ALIKE = 0.6  # share of the words of the shorter title that the other has
_ALIKE_KINDS = 0.8  # the same, of two kinds
_ALIKE_DEEDS = 0.3  # the same, where two or more actors did one kind of thing on one day
_MONTH = 31  # days that a date may mean at most, to be like another one
_BEFORE = 7  # days for which what an article tells without a date may lie before it
STEM = 5  # letters by which the forms of a word are known: signed, signing


class _Told(NamedTuple):
    """What is compared of an event."""

    event: Event
    days: tuple[int, int] | str
    words: frozenset[str]
    numbers: frozenset[str]
    states: frozenset[str]


class Events:
    """Events that are found by one like them, each by its number from 0; in time that the words of their months take."""

    def __init__(self) -> None:
        self._told: list[_Told] = []
        self._by_word: dict[Hashable, list[int]] = {}

    def add(self, event: Event) -> int:
        """Let it be found; its number."""
        one = _compared(event)
        for key in _keys(one):
            self._by_word.setdefault(key, []).append(len(self._told))
        self._told.append(one)
        return len(self._told) - 1

    def like(self, event: Event) -> Iterator[int]:
        """The events that seem to be this one, those of most words in common first."""
        one = _compared(event)
        shared = Counter(at for key in _keys(one) for at in self._by_word.get(key, ()))
        return (at for at, _ in shared.most_common() if _alike(one, self._told[at]))


def _compared(event: Event) -> _Told:
    words = re.findall(r"\w+", fold(event.title))
    return _Told(
        event=event,
        days=_days(event.date),
        words=frozenset(word[:STEM] for word in words if len(word) > 3 and not word.isdecimal()),
        numbers=frozenset(word for word in words if word.isdecimal()),
        states=frozenset(str(state) for name in event.actors if (state := state_named(name))),
    )


def _days(date: EventDate) -> tuple[int, int] | str:
    """The first and the last day of a date; the text of one that means more than a month, or is open behind."""
    first, last = date.first_day, date.last_day
    if last is None:
        return date.text
    first = last - _BEFORE if first is None else first
    return (first, last) if last - first < _MONTH else date.text


def _keys(one: _Told) -> set[Hashable]:
    when = {one.days} if isinstance(one.days, str) else {day // _MONTH for day in one.days}
    return {(word, at) for word in one.words for at in when}


def _alike(one: _Told, other: _Told) -> bool:
    if (
        not _agree(one.days, other.days)
        or _differ(one.numbers, other.numbers)
        or _differ(one.states, other.states)
    ):
        return False
    fewer = min(len(one.words), len(other.words))
    if fewer < 2:
        return fold(one.event.title) == fold(other.event.title)
    kinds = {one.event.kind, other.event.kind}
    deeds = (
        len(kinds) == 1
        and kinds != {""}
        and one.days == other.days
        and len(set(one.event.actors) & set(other.event.actors)) > 1
    )
    least = _ALIKE_DEEDS if deeds else _ALIKE if len(kinds) == 1 or "" in kinds else _ALIKE_KINDS
    return len(one.words & other.words) >= least * fewer


def _agree(one: tuple[int, int] | str, other: tuple[int, int] | str) -> bool:
    """Whether two dates are one, or one of them lies within the other."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) in (one, other)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name some, and none that the other does."""
    return bool(one and other) and not one & other

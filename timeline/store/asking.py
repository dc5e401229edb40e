"""Which records of a block meet a condition, as far as the index tells.

Of each block two sets: the records that may meet it, and those among them that do. Which of the others do is for the record to say.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.dates.event_date import EventDate
from timeline.model import Event
from timeline.query.algebra import All, AnyOf, Everything, Not, Predicate, leaves
from timeline.query.periods import Happened, On, Since, Until
from timeline.query.texts import Actor, Name
from timeline.store.index import DAYS, FAR, Block, Bytes
from timeline.store.postings import NUMBERS, Sets, members

_SOME_DAY = EventDate("2000")
_MOST_WORDS = 3  # that are looked for, the longest: short ones stand in many words
_LETTERS = {"tag": "t", "place": "p", "kind": "k", "status": "s"}


class Told(NamedTuple):
    """The records of a block that may meet a condition, and those that certainly do."""

    may: int
    must: int


class _Meant(NamedTuple):
    """The names that a condition on names asks for, by their numbers; `others`: the events are meant that have none of these."""

    numbers: Sequence[int]
    others: bool


class Question:
    """A condition, asked of the blocks of an index."""

    def __init__(self, where: Predicate, names: Sequence[str]) -> None:
        self._where = where
        self._meant: Mapping[Predicate, _Meant] = {
            leaf: _meant(leaf, letter, names) for leaf in leaves(where) if (letter := _letter(leaf))
        }

    @property
    def answered(self) -> bool:
        """Whether the index can leave out any record."""
        return self._narrows(self._where)

    def of(self, opened: "Opened") -> Told:
        """What a block tells of its records."""
        return self._told(self._where, opened, opened.every)

    def _narrows(self, where: Predicate) -> bool:
        if isinstance(where, All):
            return any(map(self._narrows, where.parts))
        if isinstance(where, AnyOf):
            return all(map(self._narrows, where.parts))
        if isinstance(where, Not):
            return where.part in self._meant or _days(where.part) is not None
        return where in self._meant or _days(where) is not None or bool(_words(where))

    def _told(self, where: Predicate, opened: "Opened", among: int) -> Told:
        """What is told of some of the records."""
        if isinstance(where, Everything):
            return Told(among, among)
        if isinstance(where, All):
            may = must = among
            for part in sorted(where.parts, key=self._cost):
                if may:
                    told = self._told(part, opened, may)
                    may, must = told.may, must & told.must
            return Told(may, must & may)
        if isinstance(where, AnyOf):
            may = must = 0
            for part in where.parts:
                told = self._told(part, opened, among)
                may, must = may | told.may, must | told.must
            return Told(may, must)
        if isinstance(where, Not):
            told = self._told(where.part, opened, among)
            return Told(among & ~told.must, among & ~told.may)
        if where in self._meant:
            numbers, others = self._meant[where]
            found = opened.named(numbers)
            found = among & (~found if others else found)
            return Told(found, found)
        days = _days(where)
        if days is not None:
            certain = isinstance(where, Happened) and where.certain
            odd = opened.odd & among
            found = opened.during(*days, among & ~odd, certain=certain)
            return Told(found | odd, found)
        return Told(opened.worded(_words(where)) & among, 0)

    def _cost(self, part: Predicate) -> int:
        return 0 if part in self._meant else 1 if _days(part) is not None else 2


class Opened:
    """A block of an index, read as far as it is asked. Damaged where it is not what was written."""

    def __init__(self, file: Bytes, block: Block) -> None:
        self._file = file
        self.block = block
        data = file.part(block.at, block.names, block.names_sum)
        size, count = data[:8].cast(NUMBERS)
        self._numbers = data[8 : 8 + 4 * count].cast(NUMBERS)
        data = data[8 + 4 * count :]
        records = block.records
        self._first, self._last = data[: 4 * records].cast(DAYS), data[4 * records : 8 * records].cast(DAYS)
        self.rows = data[8 * records : 12 * records + 4].cast(NUMBERS)
        self._odd = data[12 * records + 4 : size]
        self._named = Sets(data[size:], count, records)

    @property
    def rows_at(self) -> int:
        """Where its rows stand in the index."""
        return self.block.at + self.block.names + self.block.words

    @property
    def every(self) -> int:
        """All of its records."""
        return (1 << self.block.records) - 1

    @property
    def odd(self) -> int:
        """Those whose own days do not tell when they may have happened."""
        return Sets(self._odd, 1, self.block.records)[0]

    def named(self, numbers: Sequence[int]) -> int:
        """Those that have one of the names with these numbers."""
        wanted, found = frozenset(numbers), 0
        for place, number in enumerate(self._numbers):
            if number in wanted:
                found |= self._named[place]
        return found

    def during(self, first: int | None, last: int | None, among: int, *, certain: bool) -> int:
        """Those of some records whose days touch the days from the first to the last, or certainly lie within them."""
        begins, ends = (self._first, self._last) if certain else (self._last, self._first)
        low, high = -FAR if first is None else first, FAR if last is None else last
        found = 0
        for number in members(among):
            if begins[number] >= low and ends[number] <= high:
                found |= 1 << number
        return found

    def worded(self, words: Sequence[bytes]) -> int:
        """Those in which each of the words may stand."""
        if not words:
            return self.every
        block = self.block
        data = self._file.part(block.at + block.names, block.words, block.words_sum)
        count, size = data[:8].cast(NUMBERS)
        every = bytes(data[8 : 8 + size])
        sets = Sets(data[8 + size :], count, block.records)
        found = self.every
        for word in words:
            if not found:
                break
            having, at, place, before = 0, every.find(word), 0, 0
            while at >= 0:
                place += every.count(b"\0", before, at)
                before = every.find(b"\0", at)
                having |= sets[place - 1]
                at = every.find(word, before)
            found &= having
        return found


def _letter(leaf: Predicate) -> str:
    """The letter of the field in whose names a condition looks; none for other conditions."""
    if type(leaf) is Actor:
        return "a"
    return _LETTERS.get(leaf.field, "") if type(leaf) is Name else ""


def _meant(leaf: Predicate, letter: str, names: Sequence[str]) -> _Meant:
    """Which of all names a condition asks for: it is put to events that have nothing else."""
    others = leaf(Event(date=_SOME_DAY, title="-"))
    numbers = [
        number
        for number, name in enumerate(names)
        if name[:1] == letter and leaf(_with(letter, name[1:])) is not others
    ]
    return _Meant(numbers, others)


def _with(letter: str, name: str) -> Event:
    if letter == "a":
        return Event(date=_SOME_DAY, title="-", actors=(name,))
    if letter == "t":
        return Event(date=_SOME_DAY, title="-", tags=(name,))
    if letter == "p":
        return Event(date=_SOME_DAY, title="-", place=name)
    if letter == "k":
        return Event(date=_SOME_DAY, title="-", kind=name)
    return Event(date=_SOME_DAY, title="-", status=name)


def _days(where: Predicate) -> tuple[int | None, int | None] | None:
    """The days within which an event is to have happened, where nothing reaches farther than it says."""
    if not isinstance(where, Happened) or where.circa:
        return None
    date = where.date
    if any(day is not None and not -FAR < day < FAR for day in (date.first_day, date.last_day)):
        return None
    if isinstance(where, Since):
        return date.first_day, None
    if isinstance(where, Until):
        return None, date.last_day
    return (date.first_day, date.last_day) if isinstance(where, On) else None


def _words(where: Predicate) -> list[bytes]:
    """Words, folded, each of which stands in the record of every event that meets the condition."""
    return [word.encode() for word in sorted(where.words, key=len, reverse=True)[:_MOST_WORDS]]

"""Which records of a block meet a condition, as far as the index tells.

Of each block two sets: the records that may meet it, and those among them that do. Which of the others do is for the record to say.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial

from timeline.dates.event_date import EventDate
from timeline.model import Event
from timeline.query.algebra import All, AnyOf, Everything, Not, Predicate
from timeline.query.periods import Happened, On, Since, Until
from timeline.query.texts import Actor, Name
from timeline.store.index import DAYS, FAR, Block, Bytes
from timeline.store.postings import NUMBERS, Sets, members
from timeline.tuples import NamedTuple

_SOME_DAY = EventDate("2000")
_MOST_WORDS = 3  # that are looked for, the longest: short ones stand in many words
_LETTERS = {"tag": "t", "place": "p", "kind": "k", "status": "s"}


class Told(NamedTuple):
    """The records of a block that may meet a condition, and those that certainly do."""

    may: int
    must: int


class Part(NamedTuple):
    """What tells of a condition: how long that takes, whether it leaves any record out, and how it is told of some records of a block."""

    cost: int
    narrows: bool
    told: "Callable[[Opened, int], Told]"


def part_of(where: Predicate, names: Sequence[str]) -> Part:
    """What tells of a condition, in blocks whose names are known by their numbers."""
    if isinstance(where, All | AnyOf):
        parts = sorted((part_of(one, names) for one in where.parts), key=_cost)
        told = [one.told for one in parts]
        if isinstance(where, All):
            return Part(3, any(one.narrows for one in parts), partial(_all, told))
        return Part(3, all(one.narrows for one in parts), partial(_any, told))
    if isinstance(where, Not):
        part = part_of(where.part, names)
        return Part(part.cost, part.narrows and part.cost < 2, partial(_not, part.told))
    if isinstance(where, Everything):
        return Part(0, narrows=False, told=_every)
    if letter := _letter(where):
        return Part(0, narrows=True, told=_named(where, letter, names))
    days = _days(where)
    if days is not None and isinstance(where, Happened):
        return Part(1, narrows=True, told=partial(_during, *days, where.certain))
    words = [word.encode() for word in sorted(where.words, key=len, reverse=True)[:_MOST_WORDS]]
    return Part(2, bool(words), partial(_worded, words))


class Opened:
    """A block of an index, read as far as it is asked. Damaged where it is not what was written.

    `every` is the set of all its records, `odd` of those whose own days do not tell when they may have happened. `rows` are
    the places where their rows begin, and where the last ends.
    """

    def __init__(self, file: Bytes, block: Block) -> None:
        self._file = file
        self.block = block
        data = file.part(block.at, block.names, block.names_sum)
        size, count = data[:8].cast(NUMBERS)
        self._numbers = data[8 : 8 + 4 * count].cast(NUMBERS)
        data = data[8 + 4 * count :]
        records = block.records
        self._first, self._last = data[: 4 * records].cast(DAYS), data[4 * records : 8 * records].cast(DAYS)
        self.every = (1 << records) - 1
        self.rows = data[8 * records : 12 * records + 4].cast(NUMBERS)
        self.odd = Sets(data[12 * records + 4 : size], 1, records)[0]
        self._named = Sets(data[size:], count, records)

    @property
    def rows_at(self) -> int:
        """Where its rows stand in the index."""
        return self.block.at + self.block.names + self.block.words

    def named(self, numbers: Sequence[int]) -> int:
        """Those that have one of the names with these numbers."""
        own, found = self._numbers, 0
        if len(numbers) * 8 > len(own):
            wanted = frozenset(numbers)
            places = [place for place, number in enumerate(own) if number in wanted]
        else:
            places = [
                at for number in numbers if (at := bisect_left(own, number)) < len(own) and own[at] == number
            ]
        for place in places:
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


def _cost(part: Part) -> int:
    return part.cost


def _every(_opened: Opened, among: int) -> Told:
    return Told(among, among)


def _all(parts: Sequence[Callable[[Opened, int], Told]], opened: Opened, among: int) -> Told:
    may = must = among
    for part in parts:
        if may:
            told = part(opened, may)
            may, must = told.may, must & told.must
    return Told(may, must & may)


def _any(parts: Sequence[Callable[[Opened, int], Told]], opened: Opened, among: int) -> Told:
    may = must = 0
    for part in parts:
        told = part(opened, among)
        may, must = may | told.may, must | told.must
    return Told(may, must)


def _not(part: Callable[[Opened, int], Told], opened: Opened, among: int) -> Told:
    told = part(opened, among)
    return Told(among & ~told.must, among & ~told.may)


def _named(where: Predicate, letter: str, names: Sequence[str]) -> Callable[[Opened, int], Told]:
    """What tells of a condition on names: it is put to events that have one name and nothing else, and to one that has none."""
    others = where(Event(date=_SOME_DAY, title="-"))
    numbers = [
        number
        for number, name in enumerate(names)
        if name[:1] == letter and where(_with(letter, name[1:])) is not others
    ]
    return partial(_of_names, numbers, others)


def _of_names(numbers: Sequence[int], others: bool, opened: Opened, among: int) -> Told:  # noqa: FBT001 - a partial gives it
    """Those that have one of some names; `others`, that have none of them."""
    found = opened.named(numbers)
    found = among & (~found if others else found)
    return Told(found, found)


def _during(first: int | None, last: int | None, certain: bool, opened: Opened, among: int) -> Told:  # noqa: FBT001 - as above
    odd = opened.odd & among
    found = opened.during(first, last, among & ~odd, certain=certain)
    return Told(found | odd, found)


def _worded(words: Sequence[bytes], opened: Opened, among: int) -> Told:
    return Told(opened.worded(words) & among, 0)


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

"""Which records of a block meet a condition, as far as the index tells.

Of each block two sets: the records that may meet it, and those among them that do. Which of the others do is for the record to say.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from timeline.dates.event_date import EventDate
from timeline.model import Event
from timeline.query.algebra import All, AnyOf, Everything, Not, Predicate
from timeline.query.periods import Happened, On, Since, Until
from timeline.query.texts import Actor, Name
from timeline.store.index import FAR, Block
from timeline.store.opened import Opened
from timeline.tuples import NamedTuple

_SOME_DAY = EventDate("2000")
_MOST_WORDS = 3  # that are looked for, the longest: short ones stand in many words
_LETTERS = {"tag": "t", "place": "p", "kind": "k", "status": "s"}


class Told(NamedTuple):
    """The records of a block that may meet a condition, and those that certainly do."""

    may: int
    must: int


class Part(NamedTuple):
    """What tells of a condition: how long that takes, whether it leaves any record out, how it is told of some records of a block, and from which day to which something must happen to meet it."""

    cost: int
    narrows: bool
    told: Callable[[Opened, int], Told]
    first: int = -FAR
    last: int = FAR

    def may_stand_in(self, block: Block) -> bool:
        """Whether a record of a block may meet the condition, by the days to which they reach."""
        return block.first <= self.last and block.last >= self.first


def part_of(where: Predicate, names: Sequence[str]) -> Part:
    """What tells of a condition, in blocks whose names are known by their numbers."""
    if isinstance(where, All | AnyOf):
        asked = _together if isinstance(where, All) else _singly
        parts = sorted(asked(where.parts, names), key=_cost)
        told = [one.told for one in parts]
        first, last = [one.first for one in parts], [one.last for one in parts]
        if isinstance(where, All):
            return Part(
                3,
                any(one.narrows for one in parts),
                partial(_all, told),
                max(first, default=-FAR),
                min(last, default=FAR),
            )
        return Part(
            3,
            all(one.narrows for one in parts),
            partial(_any, told),
            min(first, default=-FAR),
            max(last, default=FAR),
        )
    if isinstance(where, Not):
        part = part_of(where.part, names)
        return Part(part.cost, part.narrows and part.cost < 2, partial(_not, part.told))
    if isinstance(where, Everything):
        return Part(0, narrows=False, told=_every)
    if letter := _letter(where):
        return Part(0, narrows=True, told=_named(where, letter, names))
    if days := _days(where):
        return _part_of_days(*days)
    words = [word.encode() for word in sorted(where.words, key=len, reverse=True)[:_MOST_WORDS]]
    return Part(2, bool(words), partial(_worded, words))


def _singly(parts: Sequence[Predicate], names: Sequence[str]) -> Iterable[Part]:
    return (part_of(one, names) for one in parts)


def _together(parts: Sequence[Predicate], names: Sequence[str]) -> Iterator[Part]:
    """What tells of conditions that are all to be met: of those on days at once, in half the time."""
    days = [*map(_days, parts)]
    for certain in (False, True):
        if alike := [one for one in days if one and one[2] is certain]:
            firsts, lasts, _ = zip(*alike, strict=True)
            yield _part_of_days(max(firsts), min(lasts), certain)
    yield from _singly([part for part, one in zip(parts, days, strict=True) if one is None], names)


def _part_of_days(first: int, last: int, certain: bool) -> Part:  # noqa: FBT001 - as `_days` has it
    return Part(1, True, partial(_during, first, last, certain), first, last)


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


def _during(first: int, last: int, certain: bool, opened: Opened, among: int) -> Told:  # noqa: FBT001 - as above
    if first <= opened.block.first and opened.block.last <= last:
        return Told(among, among)
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


def _days(where: Predicate) -> tuple[int, int, bool] | None:
    """The days within which an event is to have happened, where nothing reaches farther than it says; and whether for certain."""
    if not isinstance(where, Happened) or where.circa:
        return None
    date = where.date
    first = -FAR if date.first_day is None else date.first_day
    last = FAR if date.last_day is None else date.last_day
    if not -FAR <= first <= last <= FAR:
        return None
    if isinstance(where, Since):
        return first, FAR, where.certain
    if isinstance(where, Until):
        return -FAR, last, where.certain
    return (first, last, where.certain) if isinstance(where, On) else None

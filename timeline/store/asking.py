"""Which records of a block meet a condition, as far as the index tells.

Of each block two sets: the records that may meet it, and those among them that do. Which of the others do is for the record to say.
"""

from collections.abc import Callable, Sequence
from functools import partial

from timeline.dates.event_date import EventDate
from timeline.model import Event
from timeline.query.algebra import All, AnyOf, Everything, Not, Predicate
from timeline.query.periods import Happened, On, Since, Until
from timeline.query.texts import Actor, Name
from timeline.store.index import FAR
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
    """What tells of a condition: how long that takes, whether it leaves any record out, and how it is told of some records of a block."""

    cost: int
    narrows: bool
    told: Callable[[Opened, int], Told]


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

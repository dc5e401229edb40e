"""What stands for an event on an axis: points for days, light spans for doubt, solid spans for what lasts.

An event is one piece or several: an interval whose start is doubtful has a light piece and a solid one; a set has
one for each date in it. Bounds are days; None is the end of the axis.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.dates.edtf_values import DateSet, Edge, Edtf, Interval, Point
from timeline.dates.event_date import EventDate
from timeline.frozen import dataclass
from timeline.views.axis import Days

if TYPE_CHECKING:
    from timeline.query.narrowing import Limits

POINT, DOUBT, SOLID = "point", "doubt", "solid"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of days in one ink. None is a bound that is open or not known. `qualifier` is what is said of its date."""

    ink: str
    first: int | None
    last: int | None
    qualifier: int = 0


@lru_cache(maxsize=1 << 12)
def pieces(date: EventDate, limits: "Limits | None" = None) -> tuple[Piece, ...]:
    """The pieces that stand for a date, from the first to the last, as far as they lie within the limits of its event.

    >>> [(piece.ink, piece.first, piece.last) for piece in pieces(EventDate("1970-01-02/1970-02"))]
    [('solid', 1, 31), ('doubt', 32, 58)]
    """
    days = limits.of(date) if limits else None
    return tuple(_within(_pieces(date.value), *days)) if days else tuple(_pieces(date.value))


def busy(date: EventDate, limits: "Limits | None" = None) -> Iterator[Days]:
    """The days on which the event starts, ends or may stand: where an axis may not be cut."""
    for piece in pieces(date, limits):
        first, last = piece.first, piece.last
        if piece.ink == SOLID or first is None or last is None:
            if first is not None:
                yield first, first
            if last is not None:
                yield last, last
        else:
            yield first, last


def lasts_on(date: EventDate) -> bool:
    """Whether it is an interval without an end, which lasts until today and longer."""
    return isinstance(date.value, Interval) and date.value.end is Edge.OPEN


def _pieces(value: Edtf) -> Iterator[Piece]:
    if isinstance(value, Interval):
        yield from _lasting(value)
    elif isinstance(value, DateSet):
        yield from _members(value)
    else:
        yield _single(value)


def _within(whole: Iterable[Piece], first_day: int | None, last_day: int | None) -> Iterator[Piece]:
    """What is left of the pieces from the first day to the last."""
    for piece in whole:
        first = max((day for day in (piece.first, first_day) if day is not None), default=None)
        last = min((day for day in (piece.last, last_day) if day is not None), default=None)
        if first is None or last is None or first <= last:
            yield replace(piece, first=first, last=last)


def _single(point: Point) -> Piece:
    ink = POINT if point.first_day == point.last_day else DOUBT
    return Piece(ink, point.first_day, point.last_day, point.qualifier)


def _lasting(interval: Interval) -> Iterator[Piece]:
    """An interval: solid while it certainly lasts, light where it may have begun or ended, or may still last."""
    start, end = interval.start, interval.end
    first = last = None  # the days between which it certainly lasts
    if isinstance(start, Point):
        first = (
            start.last_day + 1 if start.qualifier and start.first_day == start.last_day else start.last_day
        )
    if isinstance(end, Point):
        last = end.first_day - 1 if end.qualifier and end.first_day == end.last_day else end.first_day
    if (
        isinstance(start, Point)
        and isinstance(end, Point)
        and first is not None
        and last is not None
        and first > last
    ):
        yield Piece(DOUBT, start.first_day, end.last_day, interval.qualifier)
        return
    if isinstance(start, Point) and first is not None and start.first_day < first:
        yield Piece(DOUBT, start.first_day, first - 1, start.qualifier)
    yield Piece(DOUBT if Edge.UNKNOWN in (start, end) else SOLID, first, last)
    if isinstance(end, Point) and last is not None and last < end.last_day:
        yield Piece(DOUBT, last + 1, end.last_day, end.qualifier)


def _members(dates: DateSet) -> Iterator[Piece]:
    """A set: each date in it, light because it is one of them, or because it is wider than a day."""
    found = []
    for member in dates.members:
        if isinstance(member, Point):
            one = _single(member)
            ink = one.ink if dates.kind == "all-of" else DOUBT
            found.append(Piece(ink, one.first, one.last, one.qualifier))
        else:
            first = member.start.first_day if isinstance(member.start, Point) else None
            last = member.end.last_day if isinstance(member.end, Point) else None
            found.append(Piece(DOUBT, first, last))
    yield from sorted(found, key=lambda piece: -(10**18) if piece.first is None else piece.first)

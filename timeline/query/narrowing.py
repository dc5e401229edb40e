"""When an event can have happened, since others follow or precede it (contract, section 11).

Whatever follows an event did not begin before it: not before the first day on which that can have begun, along chains
of any length; whatever precedes one not after its last. What an event may have begun on are the days of its own date and
of those that sources give instead. Nothing is narrowed by what cannot be: dates that contradict `after` and `before`,
and circles, are left out, and so are ids that no event has, or several.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import inf
from typing import TypeAlias

from timeline.dates.edtf_values import DateSet, Interval, Point, Span
from timeline.dates.event_date import EventDate
from timeline.model import Event
from timeline.query.claims import possible_dates
from timeline.query.knots import knots
from timeline.tuples import NamedTuple

Days: TypeAlias = tuple[int | None, int | None]
_Bounds: TypeAlias = tuple[float, float]
_Graph: TypeAlias = Mapping[int, Sequence[int]]  # places of events, and those of whatever follows each


class Limits(NamedTuple):
    """The days between which an event began, by what it follows and what follows it: infinite where nothing says so."""

    first: float = -inf
    last: float = inf

    def of(self, date: EventDate) -> Days | None:
        """The first and the last day that a date of the event can mean within the limits.

        None where they leave it as it is, or nothing of it: what contradicts them stands as it is stated.

        >>> june, may = EventDate("1970-06-01").first_day, EventDate("1970-05")
        >>> Limits(first=june).of(EventDate("1970")), Limits(first=june).of(may), Limits(last=june).of(may)
        ((151, 364), None, None)
        """
        begun = [
            (max(first, self.first), min(last, self.last))
            for first, last in _beginnings(date)
            if max(first, self.first) <= min(last, self.last)
        ]
        if not begun:
            return None
        first = _day(min(first for first, _ in begun))
        last = date.last_day if date.kind in _LASTING else _day(max(last for _, last in begun))
        return None if (first, last) == (date.first_day, date.last_day) else (first, last)

    def certainly_during(self, date: EventDate, first_day: int | None, last_day: int | None) -> bool:
        """Whether all that a date of the event can mean within the limits lies in the days from first to last."""
        first, last = self.of(date) or (date.first_day, date.last_day)
        starts = first_day is None or (first is not None and first >= first_day)
        return starts and (last_day is None or (last is not None and last <= last_day))


def may_follow(second: EventDate, first: EventDate) -> bool:
    """Whether what has the one date may have begun no earlier than what has the other: then a relation narrows, or is plain.

    >>> may_follow(EventDate("2022"), EventDate("2022-03")), may_follow(EventDate("2021/2023"), EventDate("2022-03"))
    (True, False)
    """
    return max(last for _, last in _beginnings(second)) >= min(begun for begun, _ in _beginnings(first))


def limits_of(events: Sequence[Event]) -> dict[int, Limits]:
    """The limits of every event that what it follows, or what follows it, narrows: by the identity of the event."""
    following = _following(events)
    groups = list(knots(following))
    order = [group[0] for group in reversed(groups) if len(group) == 1]
    apart = set(chain.from_iterable(group for group in groups if len(group) > 1))
    apart.update(_contradicted(events, following))
    stated = {place: _bounds(events[place]) for place in order}
    found = _narrowed([place for place in order if place not in apart], following, stated)
    # What begins too late and what ends too early narrow all events from the one to the other to nothing, and them alone.
    possible = [place for place, (first, last) in found.items() if first <= last]
    if len(possible) < len(found):
        found = _narrowed(possible, following, stated)
    return {id(events[place]): Limits(*bounds) for place, bounds in found.items() if bounds != stated[place]}


def _following(events: Sequence[Event]) -> dict[int, list[int]]:
    """The events that follow each, by their places: each relation once, and only to an id that one event has."""
    named = set(chain.from_iterable((*event.after, *event.before) for event in events))
    places: dict[str, int | None] = {}
    for place, event in enumerate(events):
        if event.id in named:
            places[event.id] = None if event.id in places else place
    following: dict[int, dict[int, None]] = {}
    for place, event in enumerate(events):
        for ids, follows in ((event.after, True), (event.before, False)):
            for other in map(places.get, ids):
                if other is not None and other != place:
                    first, second = (other, place) if follows else (place, other)
                    following.setdefault(first, {})[second] = None
    return {place: [*others] for place, others in following.items()}


def _contradicted(events: Sequence[Event], following: _Graph) -> Iterator[int]:
    """The events whose own dates put them the other way round for certain."""
    for first, others in following.items():
        for second in others:
            if events[second].date.certainly_before(events[first].date):
                yield from (first, second)


def _narrowed(order: Sequence[int], following: _Graph, stated: Mapping[int, _Bounds]) -> dict[int, _Bounds]:
    """The days between which each event began, by the bounds of all that lead to it and all to which it leads."""
    first = {place: stated[place][0] for place in order}
    last = {place: stated[place][1] for place in order}
    for place in order:
        for other in following.get(place, ()):
            if other in first:
                first[other] = max(first[other], first[place])
    for place in reversed(order):
        last[place] = min([last[place], *(last.get(other, inf) for other in following.get(place, ()))])
    return {place: (first[place], last[place]) for place in order}


def _bounds(event: Event) -> _Bounds:
    begun = [bounds for date in possible_dates(event) for bounds in _beginnings(date)]
    return min(first for first, _ in begun), max(last for _, last in begun)


_LASTING = frozenset(("interval", "all-of"))


def _beginnings(date: EventDate) -> Iterator[_Bounds]:
    """The runs of days on one of which what has this date began: of an interval its start, of a set each date in it."""
    value = date.value if date.kind in ("interval", "one-of", "all-of") else None
    if isinstance(value, Interval):
        start = value.start if isinstance(value.start, Point) else None
        yield (start.first_day, start.last_day) if start else (-inf, _or(value.last_day, inf))
    elif isinstance(value, DateSet) and value.kind == "one-of":
        yield from map(_member, value.members)
    elif isinstance(value, DateSet):  # it happened on all of them: first on one that is no later than any
        yield _or(value.first_day, -inf), min(last for _, last in map(_member, value.members))
    else:
        yield _or(date.first_day, -inf), _or(date.last_day, inf)


def _member(member: Point | Span) -> _Bounds:
    start, end = (member, member) if isinstance(member, Point) else (member.start, member.end)
    return (
        start.first_day if isinstance(start, Point) else -inf,
        end.last_day if isinstance(end, Point) else inf,
    )


def _or(day: int | None, otherwise: float) -> float:
    return otherwise if day is None else day


def _day(bound: float) -> int | None:
    return None if bound in (-inf, inf) else int(bound)

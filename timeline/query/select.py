"""Choosing events and putting them in order.

`select` is the one seam that a faster engine replaces.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from timeline.errors import UsageError, shown
from timeline.folding import fold
from timeline.model import Event
from timeline.query.company import Company
from timeline.query.spelling import nearest


def select(events: Iterable[Event], where: Callable[[Event], bool]) -> Sequence[Event]:
    """The events that meet the condition, in the order in which they stand.

    A condition that asks for other events too is told all of them.
    """
    every = Company.of(events)
    among = getattr(where, "among", None)
    return every.choose(among(every) if among else where)


def arrange(events: Iterable[Event], *, by: str = "date", reverse: bool = False) -> Sequence[Event]:
    """The events in one of the `ORDERS`; equal ones by date, then as they stand in the collection.

    Reversed, everything stands the other way round, except that events without the field come last either way.
    By `actor`, the actors are compared in the order in which the record names them; by `source-date`, the
    earliest date of a source counts; by `sources`, how many there are.
    """
    if by not in ORDERS:
        raise UsageError(f"order {shown(by)} is not known", hint=nearest(by, tuple(ORDERS)))
    if isinstance(events, Company) and (arranged := events.arranged(by, reverse=reverse)) is not None:
        return arranged
    ordered = sorted(events, key=_date)
    key = ORDERS[by]
    absent: list[Event] = []
    if key is not _date:
        keyed = [(key(event), event) for event in ordered]
        absent = [event for value, event in keyed if not value]
        ordered = [event for _, event in sorted((pair for pair in keyed if pair[0]), key=_first)]
    if reverse:
        ordered.reverse()
        absent.reverse()
    return (*ordered, *absent)


def with_context(
    hits: Sequence[Event], everything: Sequence[Event], count: int, *, by: str = "date", reverse: bool = False
) -> tuple[tuple[Event, bool], ...]:
    """The hits with up to `count` neighbours of each on either side, and whether each event is only a neighbour.

    Neighbours are taken from the whole collection in the same order. Hits are told by identity: an event that
    another collection has too, word for word, is its neighbour and no hit.
    """
    if not count:
        return tuple((event, False) for event in hits)
    chosen = {id(event) for event in hits}
    ordered = arrange(everything, by=by, reverse=reverse)
    return tuple(
        (ordered[place], id(ordered[place]) not in chosen) for place in _near(ordered, chosen, count)
    )


def _near(ordered: Sequence[Event], chosen: set[int], count: int) -> Iterator[int]:
    """The places of the chosen events and of those at most `count` places away, each once, ascending."""
    following = 0  # the first place not yet given
    for place, event in enumerate(ordered):
        if id(event) in chosen:
            end = min(place + count + 1, len(ordered))
            yield from range(max(following, place - count), end)
            following = end


def _first(pair: tuple[Any, Event]) -> Any:
    return pair[0]


def _date(event: Event) -> Any:
    return event.date.sort_key


def _title(event: Event) -> Any:
    return fold(event.title)


def _actor(event: Event) -> Any:
    return tuple(map(fold, event.actors))


def _place(event: Event) -> Any:
    return fold(event.place)


def _kind(event: Event) -> Any:
    return fold(event.kind)


def _source_date(event: Event) -> Any:
    return min((source.date.sort_key for source in event.sources if source.date is not None), default=())


def _sources(event: Event) -> Any:
    return len(event.sources)


# What events are compared by; an empty key is an absent value.
ORDERS: Mapping[str, Callable[[Event], Any]] = {
    "date": _date,
    "title": _title,
    "actor": _actor,
    "place": _place,
    "kind": _kind,
    "source-date": _source_date,
    "sources": _sources,
}

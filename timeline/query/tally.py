"""How many events there are of each: actor, pair of actors, tag, kind, or whatever a field says; the first and the last."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import NamedTuple

from timeline.dates.order import SortKey
from timeline.errors import UsageError, shown
from timeline.model import Event
from timeline.naming import Names
from timeline.query.lanes import LANES, lanes_of
from timeline.query.own import own_texts
from timeline.query.spelling import nearest


class Tally(NamedTuple):
    """What the events have in common, how many they are, and the first and last of them in the order of time."""

    names: tuple[str, ...]
    events: int
    first: Event
    last: Event


def tallies(events: Iterable[Event], by: str, names: Names | None = None) -> tuple[Tally, ...]:
    """The events counted by a field, one of `LANES` or one of the user's own, the fullest first.

    Two fields with a comma between count pairs; the same field twice, pairs of two different names in one event. An
    event of several names counts for each. Raises UsageError for a field that is neither.

    >>> from timeline.dates.event_date import EventDate
    >>> visit = Event(date=EventDate("2018"), title="Visit", actors=("Japan", "Russia"))
    >>> [(one.names, one.events) for one in tallies([visit], "actor,actor")]
    [(('Japan', 'Russia'), 1)]
    """
    fields = [field.strip() for field in by.split(",")]
    ordered = sorted(events, key=_moment)
    _check(fields, ordered)
    found: dict[tuple[str, ...], Tally] = {}
    for event in ordered:
        for key in _keys(event, fields, names):
            known = found.get(key)
            found[key] = (
                Tally(key, 1, event, event)
                if known is None
                else known._replace(events=known.events + 1, last=event)
            )
    return tuple(sorted(found.values(), key=_fullest))


def _keys(event: Event, fields: list[str], names: Names | None) -> Iterator[tuple[str, ...]]:
    values = [_values(event, field, names) for field in fields]
    if len(fields) == 2 and fields[0] == fields[1]:
        for pair in combinations(values[0], 2):
            yield tuple(sorted(pair))
    else:
        yield from product(*values)


def _values(event: Event, field: str, names: Names | None) -> tuple[str, ...]:
    if field in LANES:
        return lanes_of(event, field, names)
    return tuple(dict.fromkeys(filter(None, own_texts(event, field)))) or (f"(no {field})",)


def _check(fields: list[str], events: list[Event]) -> None:
    """Refuse more than two fields, and one that is no lane and that no event has."""
    if len(fields) > 2:
        raise UsageError("events are counted by one field or two", hint=f"write --by {','.join(fields[:2])}")
    for field in fields:
        if field not in LANES and not any(own_texts(event, field) for event in events):
            raise UsageError(
                f"{shown(field)} is no field to count by",
                hint=f"{nearest(field, tuple(LANES))}, or a field of your own",
            )


def _moment(event: Event) -> SortKey:
    return event.date.sort_key


def _fullest(tally: Tally) -> tuple[int, SortKey]:
    return -tally.events, tally.first.date.sort_key

"""The events that are there, as far as they are asked of who may come to them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from timeline.dates.event_date import EventDate
from timeline.errors import InvalidData
from timeline.model import Event
from timeline.record import InvalidRecord
from timeline.store.ids import places_of
from timeline.store.read import Searched, StoredRecord, read_events
from timeline.tuples import NamedTuple


class Present(NamedTuple):
    """The ids of the events of a collection, and those events, in order, whose own dates may touch another."""

    ids: Collection[str]
    touching: Callable[[EventDate], Iterable[Event]]


def present_in(collection: Path, stored: Sequence[StoredRecord]) -> Present:
    """The events of a collection with these records; the first that is none is raised as InvalidData, with its place."""
    if isinstance(stored, Searched):
        events_in(collection, stored.unproven)
        return Present(stored.places, stored.touching)
    events = events_in(collection, stored)
    return Present(places_of(stored), lambda _date: events)


def events_in(collection: Path, stored: Sequence[StoredRecord]) -> tuple[Event, ...]:
    """The events that records of a collection are; the first that is none is raised as InvalidData, with its place."""
    try:
        return tuple(one.event for one in stored)
    except InvalidRecord:
        read_events([collection])  # tells the line
        raise InvalidData(
            f"{collection}: was changed by another program meanwhile; nothing is written"
        ) from None

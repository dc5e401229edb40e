"""Which events a writing command means: those that are named, and those that a query finds."""

from collections.abc import Callable, Sequence
from pathlib import Path

from timeline.cli.options import Choice, Clock
from timeline.cli.settings import config
from timeline.errors import Refused
from timeline.model import Event
from timeline.record import InvalidRecord
from timeline.store.ids import positions
from timeline.store.read import StoredRecord, read_events

Condition = Callable[[Event], bool]


def condition(query: str, clock: Clock, data: Sequence[Path]) -> Condition | None:
    """What a query asks for, by the saved queries and the names beside the collection; None where it is empty."""
    if not query:
        return None
    # Only here: what a query can ask for costs 24 ms to import.
    from timeline.cli.choosing import where  # noqa: PLC0415

    return where(Choice(), [query], clock, config(data))


def meant(stored: Sequence[StoredRecord], ids: Sequence[str], asked: Condition | None) -> list[int]:
    """The places of the records that are named, and of those that are asked for. Refused when there are none."""
    places = dict.fromkeys(positions(stored, ids))
    if asked:
        places |= {at: None for at, one in enumerate(stored) if asked(_event(one))}
    if not places:
        raise Refused("no event matches", hint="try the query with: timeline show")
    return list(places)


def _event(one: StoredRecord) -> Event:
    try:
        return Event.from_record(one.record, one.origin)
    except InvalidRecord:
        read_events([Path(one.origin.path)])  # tells the line
        raise

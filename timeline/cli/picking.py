"""Which events a writing command means: those that are named, and those that a query finds."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.collection import named
from timeline.cli.options import Choice, Clock, Meant
from timeline.cli.settings import config
from timeline.errors import Refused, UsageError
from timeline.model import Event
from timeline.record import InvalidRecord
from timeline.store.ids import positions
from timeline.store.read import StoredRecord, read_events, read_records

if TYPE_CHECKING:
    from timeline.query.algebra import Predicate

Chosen = Callable[[Sequence[StoredRecord]], list[int]]


def condition(
    query: str,
    clock: Clock,
    data: Sequence[Path],
    own: Callable[[], Collection[str]] | None = None,
    choice: Choice = Choice(),
) -> "Predicate | None":
    """What a query and options ask for, by the saved queries and the names beside the collection; None where they are empty.

    `own` gives the fields of the user's own; where it is None, any name with a dot may be one.
    """
    if not query and not choice.narrows:
        return None
    # Only here: what a query can ask for costs 24 ms to import.
    from timeline.cli.choosing import where  # noqa: PLC0415

    return where(choice, [query] if query else [], clock, config(data), own)


def chosen(ids: Sequence[str], meant: Meant, clock: Clock, data: Sequence[Path]) -> Chosen:
    """What finds the records that are named, and those that a query finds; UsageError where neither is given."""
    if not ids and not meant.where:
        raise UsageError("which event?", hint="name its id, or choose with --where QUERY")
    choice = Choice(within=meant.within)
    asked = condition(meant.where, clock, data, partial(_own_fields_in, data), choice)
    return partial(_places, ids=ids, asked=asked)


def _own_fields_in(data: Sequence[Path]) -> set[str]:
    """The fields of the user's own that the records of a collection have."""
    # Only for those who ask for such a field.
    from timeline.query.own import own_fields  # noqa: PLC0415

    return own_fields(read_records(named(data)))


def _places(stored: Sequence[StoredRecord], *, ids: Sequence[str], asked: "Predicate | None") -> list[int]:
    """The places of records in a collection, those that are named first. Refused when there are none."""
    places = dict.fromkeys(positions(stored, ids))
    if asked:
        # Only for those who ask.
        from timeline.cli.choosing import strange_ids  # noqa: PLC0415
        from timeline.query.select import select  # noqa: PLC0415

        events = [event_of(one) for one in stored]
        if strange := strange_ids(asked, events):
            wrong, meant = strange[0]
            raise Refused(wrong, hint=meant)
        found = set(map(id, select(events, asked)))
        places |= {at: None for at, event in enumerate(events) if id(event) in found}
    if not places:
        raise Refused("no event matches", hint="try the query with: timeline show")
    return list(places)


def event_of(one: StoredRecord) -> Event:
    """The event that a record is; InvalidData with its place where it is none."""
    try:
        return one.event
    except InvalidRecord:
        read_events([Path(one.origin.path)])  # tells the line
        raise

"""Events that come into a collection: one by hand, those of an article, or the rows of a file.

All are judged by the one guard. What is there already is refused, left out or passed over, as each command needs it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline.dates.wording import wording
from timeline.errors import Refused, shown
from timeline.model import Event
from timeline.record import Record
from timeline.upkeep.guard import Guard

_T = TypeVar("_T")


def placed(record: Record, there: Iterable[Event], *, force: bool) -> Record:
    """The record of one new event with an id, its references in full; Refused when the guard says no.

    With `force`, it may look like another event, and refer to nothing. An id in use is refused all the same.
    """
    guard = Guard(there)
    record = guard.whole(record)
    event = Event.from_record(record)
    if guard.in_use(event.id):
        raise Refused(f"the id {shown(event.id)} is in use", hint="leave out --id, and one is made")
    if not force:
        twin = guard.twin(event)
        if twin is not None:
            place = f"{twin.origin.path}:{twin.origin.line}: " if twin.origin else ""
            raise Refused(
                f"{place}looks the same: {wording(twin.date)}, {shown(twin.title)}",
                hint="--force adds it all the same",
            )
        for id_ in guard.loose(event):
            raise Refused(f"no event has the id {shown(id_)}", hint="--force refers to it all the same")
    return {"id": guard.admit(event)} | record


def named(events: Iterable[Event], there: Iterable[Event]) -> list[Record]:
    """The records of events, each with an id that neither the collection nor one before it has."""
    guard = Guard(there)
    return [_named(event, guard) for event in events]


def unlike(events: Iterable[Event], there: Iterable[Event]) -> tuple[list[Record], list[tuple[Event, Event]]]:
    """The records of events that look like none that is there or came before, and the others, each with its twin."""
    guard = Guard(there)
    records: list[Record] = []
    twins: list[tuple[Event, Event]] = []
    for event in events:
        twin = guard.twin(event)
        if twin is None:
            records.append(_named(event, guard))
        else:
            twins.append((event, twin))
    return records, twins


def _named(event: Event, guard: Guard) -> Record:
    return replace(event, id=guard.admit(event)).to_record()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What comes of many events at once: records to add, in their order, and what a person should hear of the others.

    `clashes` have the id of another event. `retold` are passed over though they say what the event that is there
    does not, with it and the names of those fields. `loose` refer to an id that no event has.
    """

    records: Sequence[Record]
    clashes: Sequence[Event]
    retold: Sequence[tuple[Event, Event, Sequence[str]]]
    loose: Sequence[tuple[Event, str]]


def intake(events: Sequence[Event], there: Iterable[Event]) -> Intake:
    """Take in the events that are not there yet, in whatever order they come.

    Which of two rows of one event comes in, and which of two events gets the `-2` behind its id, is decided by what
    they say: those that bring an id first, then by date, title and actors, and of rows of one event the fullest.
    """
    guard = Guard(there)
    records: dict[int, Record] = {}
    clashes: dict[int, Event] = {}
    retold: dict[int, tuple[Event, Event, Sequence[str]]] = {}
    for at in sorted(range(len(events)), key=lambda at: _precedence(events[at])):
        event = events[at]
        same = guard.same(event)
        if same is not None:
            if differing := _differing(event, same):
                retold[at] = event, same, differing
        elif guard.in_use(event.id):
            clashes[at] = event
        else:
            records[at] = {"id": guard.admit(event)} | event.to_record()
    return Intake(
        records=_in_order(records),
        clashes=_in_order(clashes),
        retold=_in_order(retold),
        loose=[(events[at], id_) for at in sorted(records) for id_ in guard.loose(events[at])],
    )


def _in_order(found: Mapping[int, _T]) -> list[_T]:
    return [found[at] for at in sorted(found)]


def _precedence(event: Event) -> tuple[bool, str, str, list[str], int, str]:
    import json  # noqa: PLC0415 - 1 ms, for those who bring many

    text = json.dumps(event.to_record(), sort_keys=True)
    return not event.id, event.date.text, event.title, sorted(event.actors), -len(text), text


def _differing(event: Event, there: Event) -> list[str]:
    """The fields in which the event says something that the one that is there does not."""
    record, other = event.to_record(), there.to_record()
    return [name for name, value in record.items() if name != "id" and value != other.get(name)]

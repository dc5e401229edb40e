"""The one guard of every command that adds events: what is there already, what looks like it, which ids are in use.

It says what it sees; each command decides what follows. `add` refuses, `draft` leaves out, `import` passes over.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from timeline.identity import near_duplicate, new_id, whole_id
from timeline.model import REFERENCES, Event, Record

_T = TypeVar("_T")
_Told = tuple[str, str, frozenset[str]]


class Guard:
    """The events of a collection, and those that were let in since."""

    def __init__(self, there: Iterable[Event]) -> None:
        self._events: list[Event] = []
        self._by_id: dict[str, Event] = {}
        self._by_telling: dict[_Told, Event] = {}
        for event in there:
            self._remember(event, event.id)

    def in_use(self, id_: str) -> bool:
        """Whether an event has the id."""
        return id_ in self._by_id

    def same(self, event: Event) -> Event | None:
        """The event that this one is: by its id, or without one by date, title and actors.

        An id that an event of another date and another title has is no sign of the same event: two people
        number their rows from 1.
        """
        if not event.id:
            return self._by_telling.get(_telling(event))
        other = self._by_id.get(event.id)
        if other and (other.date.text == event.date.text or other.title.strip() == event.title.strip()):
            return other
        return None

    def whole(self, record: Record) -> Record:
        """The record with its references in full, where a person gave the beginning of one id."""
        return whole_references(record, self._by_id)

    def twin(self, event: Event) -> Event | None:
        """The first event that looks the same: its date touches, and its title nearly equals."""
        return near_duplicate(event, self._events)

    def loose(self, event: Event) -> Iterator[str]:
        """The ids to which the event refers and that no event has."""
        for name in REFERENCES:
            for id_ in getattr(event, name):
                if id_ not in self._by_id:
                    yield id_

    def admit(self, event: Event) -> str:
        """Let an event in; its id, which is made when it has none."""
        id_ = event.id or new_id(event.date.text, event.title, self._by_id)
        self._remember(event, id_)
        return id_

    def _remember(self, event: Event, id_: str) -> None:
        self._events.append(event)
        self._by_telling.setdefault(_telling(event), event)
        if id_:
            self._by_id.setdefault(id_, event)


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


def whole_references(record: Record, ids: Collection[str]) -> Record:
    """The record with its references in full, where a person gave a beginning that only one of the ids has."""
    whole: Record = {}
    for name in REFERENCES:
        items = record.get(name)
        if isinstance(items, list):
            whole[name] = [whole_id(item, ids) if isinstance(item, str) else item for item in items]
    return record | whole


def _telling(event: Event) -> _Told:
    return event.date.text, event.title.strip(), frozenset(event.actors)


def _precedence(event: Event) -> tuple[bool, str, str, list[str], int, str]:
    text = json.dumps(event.to_record(), sort_keys=True)
    return not event.id, event.date.text, event.title, sorted(event.actors), -len(text), text


def _differing(event: Event, there: Event) -> list[str]:
    """The fields in which the event says something that the one that is there does not."""
    record, other = event.to_record(), there.to_record()
    return [name for name, value in record.items() if name != "id" and value != other.get(name)]

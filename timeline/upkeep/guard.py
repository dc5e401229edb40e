"""The one guard of every command that adds events: what is there already, what looks like it, which ids are in use.

It says what it sees; each command decides what follows. `add` refuses, `draft` leaves out, `import` passes over.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator

from timeline.identity import near_duplicate, new_id, whole_id
from timeline.model import Event
from timeline.record import REFERENCES, Record
from timeline.upkeep.origins import signs

_Told = tuple[str, str, frozenset[str]]


class Guard:
    """The events of a collection, and those that were let in since."""

    def __init__(self, there: Iterable[Event]) -> None:
        self._events = [*there]
        self._by_id: dict[str, Event] = {}
        for event in self._events:
            self._by_id.setdefault(event.id, event)
        self._by_id.pop("", None)
        self._told = 0  # of how many it is noted what they tell: only who asks for that pays
        self._by_telling: dict[_Told, Event] = {}
        self._by_sign: dict[Hashable, Event] = {}

    def in_use(self, id_: str) -> bool:
        """Whether an event has the id."""
        return id_ in self._by_id

    def same(self, event: Event) -> Event | None:
        """The event that this one is: by its id, by its rows, or without these by date, title and actors.

        An id that an event of another date and another title has is no sign of the same event: two people
        number their rows from 1. An imported event is known by the rows that it comes from (`timeline.upkeep.origins`).
        """
        if not event.id:
            self._note()
            known = signs(event)
            found = (self._by_sign[sign] for sign in known if sign in self._by_sign)
            return next(found, None) if known else self._by_telling.get(_telling(event))
        other = self._by_id.get(event.id)
        if other and (other.date.text == event.date.text or other.title.strip() == event.title.strip()):
            return other
        return None

    def twin(self, event: Event) -> Event | None:
        """The first event that looks the same: its date touches, and its title nearly equals."""
        return near_duplicate(event, self._events)

    def loose(self, event: Event) -> Iterator[str]:
        """The ids to which the event refers and that no event has."""
        return loose(event, self._by_id)

    def admit(self, event: Event) -> str:
        """Let an event in; its id, which is made when it has none."""
        id_ = event.id or new_id(event.date.text, event.title, self._by_id)
        self._events.append(event)
        self._by_id.setdefault(id_, event)
        return id_

    def _note(self) -> None:
        """Note what events tell, and of which rows, since the last time."""
        for event in self._events[self._told :]:
            self._by_telling.setdefault(_telling(event), event)
            for sign in signs(event):
                self._by_sign.setdefault(sign, event)
        self._told = len(self._events)


def loose(event: Event, ids: Collection[str]) -> Iterator[str]:
    """What an event refers to, of which none of the ids is."""
    return (id_ for name in REFERENCES for id_ in getattr(event, name) if id_ not in ids)


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

"""Events that come into a collection: one by hand, those of an article, or the rows of a file.

All are judged by the one guard. What is there already is refused, left out or passed over, as each command needs it.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias, TypeVar

from timeline.dates.wording import wording
from timeline.errors import Refused, shown
from timeline.identity import near_duplicate, new_id
from timeline.model import Event
from timeline.record import REFERENCES, Record, Value, source_of
from timeline.store.present import Present
from timeline.upkeep.guard import Guard, loose, whole_references
from timeline.upkeep.origins import IMPORTED, row_id, several, signs, with_rows

Retold: TypeAlias = tuple[Event, Event, Sequence[str]]

_T = TypeVar("_T")

_REFERENCES = frozenset(REFERENCES)
_UNITED = ("sources", "tags", *REFERENCES)  # what rows of one event may each say another part of


def placed(record: Record, there: Present, *, force: bool) -> Record:
    """The record of one new event with an id, its references in full; Refused when the guard says no.

    With `force`, it may look like another event, and refer to nothing. An id in use is refused all the same.
    """
    record = whole_references(record, there.ids)
    event = Event.from_record(record)
    if event.id in there.ids:
        raise Refused(f"the id {shown(event.id)} is in use", hint="leave out --id, and one is made")
    if not force:
        twin = near_duplicate(event, there.touching(event.date))
        if twin is not None:
            place = f"{twin.origin.path}:{twin.origin.line}: " if twin.origin else ""
            raise Refused(
                f"{place}looks the same: {wording(twin.date)}, {shown(twin.title)}",
                hint="--force adds it all the same",
            )
        for id_ in loose(event, there.ids):
            raise Refused(f"no event has the id {shown(id_)}", hint="--force refers to it all the same")
    return {"id": event.id or new_id(event.date.text, event.title, there.ids)} | record


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

    `changed` are the records of events that are there, by their place, with what an event of the same id says now, and
    `updated` are those events, each with it and the names of the fields. `merged` events are one with another of the
    same lot. `clashes` have the id of another event. `retold` are passed over though they say what the event that is there
    does not, with it and the names of those fields. `loose` refer to an id that no event has.
    """

    records: Sequence[Record]
    changed: Mapping[int, Record]
    updated: Sequence[Retold]
    merged: int
    clashes: Sequence[Event]
    retold: Sequence[Retold]
    loose: Sequence[tuple[Event, str]]


def intake(events: Sequence[Event], there: Sequence[Event], *, update: bool = False) -> Intake:
    """Take in the events that are not there yet, in whatever order they come; with `update`, change those that are.

    An update is for the event of that id, or of that row, whatever else it says. Its other fields stay, and so does
    what vouches for it.

    Which of two rows of one event comes in, and which of two events gets the `-2` behind its id, is decided by what
    they say: those that bring an id first, then by date, title and actors, and of rows of one event the fullest. Its
    sources, tags and references are those of all these rows.
    """
    guard = Guard(there)
    known = reversed([*enumerate(there)]) if update else ()
    places = {name: at for at, event in known for name in _names(event)}
    changed: dict[int, Record] = {}
    records: dict[int, Record] = {}
    clashes: dict[int, Event] = {}
    retold: dict[int, Retold] = {}
    updated: dict[int, Retold] = {}
    met: set[int] = set()
    admitted: dict[int, int] = {}
    joined: set[int] = set()
    merged = 0
    for at in in_precedence(events):
        event = events[at]
        place = next((places[name] for name in _names(event) if name in places), None) if places else None
        same = guard.same(event) if place is None else there[place]
        if same is not None:
            merged += id(same) in met
            met.add(id(same))
            if id(same) in admitted:
                first = admitted[id(same)]
                records[first] = with_lists_of(records[first], event)
                joined.add(first)
                differing = [name for name in _differing(event, same) if name not in _UNITED]
            else:
                differing = _differing(event, same)
            if place is not None and place not in changed:
                record = brought_up_to_date(same.to_record(), event)
                if record != same.to_record():
                    changed[place] = record
                    updated[at] = (
                        event,
                        same,
                        [name for name in differing if record.get(name) != same.to_record().get(name)],
                    )
            elif differing:
                retold[at] = event, same, differing
        elif guard.in_use(event.id):
            clashes[at] = event
        else:
            records[at] = {"id": guard.admit(event)} | event.to_record()
            met.add(id(event))
            admitted[id(event)] = at
    return Intake(
        records=_in_order(records),
        changed=changed,
        updated=_in_order(updated),
        merged=merged,
        clashes=_in_order(clashes),
        retold=_in_order(retold),
        loose=[
            (events[at], id_)
            for at in sorted(records)
            if not _REFERENCES.isdisjoint(records[at])
            for id_ in guard.loose(Event.from_record(records[at]) if at in joined else events[at])
        ],
    )


def with_lists_of(record: Record, event: Event) -> Record:
    """A record with the sources, tags and references that another row of the same event has besides."""
    said = event.to_record()
    united = dict(record)
    for name in _UNITED[1:]:
        there, more = record.get(name, []), said.get(name, [])
        if more and isinstance(there, list):
            united[name] = [*there, *(item for item in more if item not in there)]
    if event.sources:
        there = record.get("sources", [])
        united["sources"] = _united(
            there if isinstance(there, list) else [there], [source.to_record() for source in event.sources]
        )
    if more_rows := said.get(IMPORTED):
        united[IMPORTED] = with_rows(record.get(IMPORTED, ""), more_rows)
    return united


def with_sources(record: Record, event: Event) -> Record:
    """A record with the sources of another event that are none of its own: none has their address, or without one their title."""
    value = record.get("sources", [])
    there = value if isinstance(value, list) else [value]
    more = [one for one in (source.to_record() for source in event.sources) if not _twin_of(one, there)]
    return record | {"sources": [*there, *more]} if more else record


def brought_up_to_date(record: Record, event: Event) -> Record:
    """A record with what an event of the same id says now: its fields, and its sources among those that are there.

    A draft takes no standing back from what a person has vouched for. Where several rows tell one event, another of them
    brings its sources, and has no better words.
    """
    if several(event):
        return with_lists_of(record, event)
    said = event.to_record()
    if event.status == "draft":
        said.pop("status")
    if sources := [source.to_record() for source in event.sources]:
        there = record.get("sources", [])
        said["sources"] = _united(there if isinstance(there, list) else [there], sources)
    return record | said


def _names(event: Event) -> list[Hashable]:
    """What an event is known by: its id, and the rows that it comes from."""
    return [event.id, *signs(event)] if event.id else signs(event)


def _united(there: Sequence[Value], sources: Sequence[Record]) -> list[Value]:
    """Sources with those that come to them; one of the same address, or without one of the same title, is renewed."""
    united = list(there)
    for source in sources:
        if found := _twin_of(source, united):
            at, old = found
            united[at] = old | source
        elif source not in united:
            united.append(source)
    return united


def _twin_of(source: Record, there: Sequence[Value]) -> tuple[int, Record] | None:
    """The first source that has its address, or where it has none its title, with the place where it stands."""
    name = "url" if "url" in source else "title"
    for at, one in enumerate(there if name in source else ()):
        old = source_of(one)
        if isinstance(old, dict) and old.get(name) == source[name]:
            return at, old
    return None


def _in_order(found: Mapping[int, _T]) -> list[_T]:
    return [found[at] for at in sorted(found)]


def in_precedence(events: Sequence[Event]) -> list[int]:
    """The places of events by `precedence`, of which a date and a title tell most."""
    told = sorted((not event.id, event.date.text, event.title, at) for at, event in enumerate(events))
    order: list[int] = []
    for _, alike in groupby(told, key=lambda one: one[:3]):
        places = [at for *_, at in alike]
        order += sorted(places, key=lambda at: precedence(events[at])) if len(places) > 1 else places
    return order


def precedence(event: Event) -> tuple[bool, str, str, list[str], int, str, str]:
    """What decides which of several rows of one event comes first: an id, date, title, actors, and then how much they say.

    Of two that say as much it is the id that their row had elsewhere.
    """
    from timeline.formats.json_values import json_text  # noqa: PLC0415 - 1 ms, for those who bring many

    text = json_text(event.to_record())
    return not event.id, event.date.text, event.title, sorted(event.actors), -len(text), row_id(event), text


def _differing(event: Event, there: Event) -> list[str]:
    """The fields in which the event says something that the one that is there does not."""
    record, other = event.to_record(), there.to_record()
    return [name for name, value in record.items() if name != "id" and value != other.get(name)]

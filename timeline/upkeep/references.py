"""Ids and the references to them: what else changes when the id of an event changes, or goes."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from timeline.errors import Refused, shown
from timeline.identity import new_id
from timeline.record import REFERENCES, Record, Value
from timeline.store.ids import mentioning, places_of
from timeline.store.read import StoredRecord
from timeline.upkeep.fields import items_of, with_names


def check_references(stored: Sequence[StoredRecord], edited: Mapping[int, Record]) -> None:
    """Refuse new references to ids that no event has, or will have."""
    new = [
        id_
        for at, record in edited.items()
        for name in REFERENCES
        for id_ in items_of(record.get(name, []))
        if id_ not in items_of(stored[at].record.get(name, []))
    ]
    if new:
        places, own = places_of(stored), {str(record.get("id", "")) for record in edited.values()}
        for id_ in new:
            if id_ not in own and edited.keys() >= {*places.get(id_, ())}:
                raise Refused(f"no event has the id {shown(id_)}", hint="--force refers to it all the same")


def renamed(
    stored: Sequence[StoredRecord], chosen: Sequence[int], new: str, edited: Mapping[int, Record]
) -> dict[int, Record]:
    """The changed records with the new id, and those that refer to the old one."""
    if len(chosen) > 1:
        raise Refused(f"{len(chosen)} events cannot all have the id {shown(new)}", hint="name one event")
    if any(at not in chosen for at in places_of(stored).get(new, ())):
        raise Refused(f"the id {shown(new)} is in use", hint="choose another")
    return _with_ids(stored, {chosen[0]: new}, edited)


def renewed(
    stored: Sequence[StoredRecord], chosen: Sequence[int], edited: Mapping[int, Record]
) -> dict[int, Record]:
    """The changed records with ids made anew of their dates and titles, and those that refer to the old ones."""
    taken = {*places_of(stored)}
    ids: dict[int, str] = {}
    for at in chosen:
        taken.discard(stored[at].id)
        ids[at] = new_id(str(edited[at].get("date", "")), str(edited[at].get("title", "")), taken)
        taken.add(ids[at])
    return _with_ids(stored, ids, edited)


def names_old_date(old: Mapping[str, Value], new: Mapping[str, Value]) -> bool:
    """Whether the id still begins with a date that the event no longer has."""
    id_ = str(new.get("id", ""))
    was, now = (new_id(str(record.get("date", "")), "") for record in (old, new))
    return was != now and old.get("id") == id_ and f"{id_}-".startswith(f"{was}-")


def referring(
    stored: Sequence[StoredRecord], ids: Collection[str]
) -> Iterator[tuple[StoredRecord, str, str]]:
    """Each reference of another record to one of the ids: the record, the field and the id."""
    for one in map(stored.__getitem__, mentioning(stored, ids)):
        if one.id not in ids:
            for name in REFERENCES:
                yield from ((one, name, id_) for id_ in items_of(one.record.get(name, "")) if id_ in ids)


def redirected(
    stored: Sequence[StoredRecord], ids: Mapping[str, str], edited: Mapping[int, Record]
) -> dict[int, Record]:
    """The records that refer to an old id, with the new one in its place, or with no reference where that is ""."""
    changed = {}
    for at in sorted({*mentioning(stored, ids), *edited}):
        was = edited[at] if at in edited else stored[at].record
        names = [name for name in REFERENCES if any(id_ in ids for id_ in items_of(was.get(name, "")))]
        record = {**was} if names else {}
        for name in names:
            record = with_names(record, name, ids)
        if names and record != was:
            changed[at] = record
    return changed


def _with_ids(
    stored: Sequence[StoredRecord], ids: Mapping[int, str], edited: Mapping[int, Record]
) -> dict[int, Record]:
    named = {**edited, **{at: {**edited[at], "id": id_} for at, id_ in ids.items()}}
    return named | redirected(stored, {stored[at].id: id_ for at, id_ in ids.items() if stored[at].id}, named)

"""Several events made one: lists and sources united, references led to it, and what cannot be united told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.errors import Refused, UsageError, shown
from timeline.identity import whole_id
from timeline.record import LIST_FIELDS, REFERENCES, Record, Value, source_of
from timeline.store.ids import nearest
from timeline.store.read import StoredRecord
from timeline.upkeep.changes import Edited, checked
from timeline.upkeep.fields import SAID_OF, items_of, listed, with_names
from timeline.upkeep.origins import IMPORTED, with_rows
from timeline.upkeep.references import redirected

_STANDING = "status"  # an event without one is reported: it takes none from another


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What one of the events said in a field, and the value that stands there; a date may be `cited` by its sources still."""

    id: str
    field: str
    value: Value
    stands: Value
    cited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What becomes of the records, and what the events said that the one they become does not."""

    edited: Edited
    lost: Sequence[Lost]


def merged(stored: Sequence[StoredRecord], places: Sequence[int], takes: Iterable[str]) -> Merged:
    """The first of the events with all that the others say besides, in their order; they go, and references follow.

    Where they differ the first one's word stands, or that of the event of which a field is taken: `ID.FIELD`. A source of
    an event that had another date says so in its `event_date`.
    """
    if len(places) < 2:
        raise UsageError("one event is nothing to merge", hint="name another: timeline merge KEEP OTHER")
    ones: dict[str, Record] = {stored[at].id: {**stored[at].record} for at in places}
    record = _united(list(ones.values()), _taken(ones, takes))
    for name in REFERENCES:
        record = with_names(record, name, dict.fromkeys(ones, ""))
    kept, gone = places[0], frozenset(places[1:])
    follow = redirected(stored, dict.fromkeys(ones, str(record["id"])), {kept: record})
    records = {at: one for at, one in follow.items() if at not in gone} | {kept: record}
    return Merged(
        edited=Edited(records={kept: record, **checked(stored, records)}, removed=gone),
        lost=list(_lost(ones, record)),
    )


def _taken(ones: Mapping[str, Record], takes: Iterable[str]) -> dict[str, Record]:
    """The fields that are taken, each with the record that it is taken of."""
    taken = {}
    for take in takes:
        id_, _, name = take.rpartition(".")
        record = ones.get(whole_id(id_, ones))
        if not (id_ and name):
            raise UsageError(
                f"--take {shown(take)} is not ID.FIELD", hint="write it like --take 2022-talks.title"
            )
        if record is None:
            raise Refused(
                f"--take {shown(take)}: no such event is merged",
                hint=nearest(id_, ones, f"one of {', '.join(ones)}"),
            )
        if not record.get(name):
            raise Refused(
                f"--take {shown(take)}: the event has no {name}",
                hint=nearest(name, record, f"it has {', '.join(record)}"),
            )
        taken[name] = record
    return taken


def _united(ones: Sequence[Record], taken: Mapping[str, Record]) -> Record:
    """All that the records say, as one; what is said of a field stands only beside the value of which it was said."""
    found: Record = {}
    names = dict.fromkeys(name for one in ones for name in one)
    for name in sorted(names, key=lambda name: name in SAID_OF):
        of = SAID_OF.get(name, "")
        among = [taken[name]] if name in taken else ones[:1] if name == _STANDING else ones
        among = [one for one in among if one.get(of, "") == found.get(of, "")] if name not in taken else among
        if name == "sources":
            value = _sources(among, found.get("date", ""))
        else:
            value = _value(name, [one[name] for one in among if one.get(name)])
        if value:
            found[name] = value
    return {name: found[name] for name in names if name in found}


def _value(name: str, values: Sequence[Value]) -> Value:
    """What several records say in one field: all of it, where it is a list or a mapping of the user's own, else the first."""
    if name in LIST_FIELDS:
        values = [value if isinstance(value, str) else listed({name: value}, name) for value in values]
    united = values[0] if values else ""
    for value in values[1:]:
        if name == IMPORTED:
            united = with_rows(united, value)
        elif not _holds(united, value):
            united = _both(united, value, every=name in LIST_FIELDS)
    return united


def _both(one: Value, other: Value, *, every: bool = False) -> Value:
    """Two values as one; texts that are no items of a list cannot be, and the first stands."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {**other, **one}
    if every or isinstance(one, list) or isinstance(other, list):
        there = _items(one)
        return [*there, *(item for item in _items(other) if item not in there)]
    return one


def _holds(whole: Value, part: Value) -> bool:
    """Whether one value says all that another does."""
    there = _items(whole)
    return all(item in there or any(_is_more(one, item) for one in there) for item in _items(part))


def _is_more(one: Value, other: Value) -> bool:
    """Whether a mapping says all that another does."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return False
    return all(one.get(name) == value for name, value in other.items())


def _sources(ones: Sequence[Record], date: Value) -> Value:
    """The sources of all the records; one that two of them cite stands once, with what both say of it."""
    united: list[Value] = []
    for one in ones:
        for item in _claiming(one, date):
            source = source_of(item)
            at = next((at for at, there in enumerate(united) if _same(source_of(there), source)), None)
            if at is None:
                united.append(item)
            elif not _holds(source_of(united[at]), source):
                united[at] = _both(source_of(united[at]), source)
    own = ones[0].get("sources", "") if ones else ""
    return own if united == _items(own) else united


def _claiming(record: Record, date: Value) -> Iterator[Value]:
    """The sources of a record, each with the date that it gave the event where that becomes another."""
    own = record.get("date", "")
    for item in _items(record.get("sources", "")):
        source = source_of(item)
        if isinstance(source, dict) and own != date and not source.get("event_date") and _dates(source):
            yield {**source, "event_date": own}
        else:
            yield item


def _dates(source: Record) -> bool:
    supports = items_of(source.get("supports", ""))
    return not supports or "date" in supports


def _same(one: Value, other: Value) -> bool:
    """Whether two sources are one: of one address, or without any of one title, where nothing differs, nor the dates they give."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return one == other
    name = "url" if "url" in one or "url" in other else "title"
    both = {*one} & {*other} | {"event_date", "supports"}
    return bool(one.get(name)) and name in other and all(one.get(field) == other.get(field) for field in both)


def _items(value: Value) -> list[Value]:
    return [value] if isinstance(value, str | dict) and value else [*value]


def _lost(ones: Mapping[str, Record], record: Record) -> Iterator[Lost]:
    """What one of the records says that the record does not; of sources and references nothing is lost."""
    for id_, one in ones.items():
        for name, value in ({_STANDING: "reported"} | one).items():
            stands = record.get(name, "reported" if name == _STANDING else "")
            if name not in ("id", "sources", *REFERENCES) and not _holds(stands, value):
                cited = name == "date" and any(
                    isinstance(source, dict) and source.get("event_date") == value
                    for source in _items(record.get("sources", ""))
                )
                yield Lost(id=id_, field=name, value=value, stands=stands, cited=cited)

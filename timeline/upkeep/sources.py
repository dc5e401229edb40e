"""Which source of an event is meant: one more, the one with a number, or the first of an event that has none."""

from collections.abc import Mapping, Sequence

from timeline.errors import Refused, UsageError
from timeline.record import Record, Value, source_of
from timeline.store.read import StoredRecord
from timeline.upkeep.fields import with_fields


def with_source(
    stored: StoredRecord, record: Record, said: Record, *, number: int | None = None, another: bool = False
) -> Record:
    """The record with what is said of its source; a field said to be empty goes, and so does an empty source.

    Where the event has a source, `number`, from 1, or `another` says which is meant, and none is guessed: a quote that
    stays under another title would be a false citation. `stored` is the record as it stands in its file.
    """
    if not said:
        return record
    place = f"{stored.origin.path}:{stored.origin.line}: "
    items = record.get("sources", [])
    if isinstance(items, dict):
        raise Refused(
            f"{place}sources is a mapping and no list", hint=f"mend it first: timeline edit {stored.id}"
        )
    items = [items] if isinstance(items, str) and items else list(items)
    if number is not None:
        if number > len(items):
            raise Refused(
                f"{place}there is no source {number}: the event has {len(items) or 'none'}",
                hint="--add-source adds one",
            )
        at = number - 1
        old = _mapping(items[at])
        items[at : at + 1] = _filled(old | ({"retrieved": ""} if _another_copy(old, said) else {}) | said)
    elif items and not another:
        which = (
            "--source 1 changes it"
            if len(items) == 1
            else f"--source N changes one of them, from 1 to {len(items)}"
        )
        raise UsageError(
            f"{place}the event has {_count(len(items))} already",
            hint=f"{which}, --add-source adds another",
        )
    else:
        items += _filled(said)
    return with_fields(record, {"sources": items})


def taken_days(record: Mapping[str, Value]) -> list[Value]:
    """The days on which copies of its sources were taken."""
    items = record.get("sources", [])
    return [item["retrieved"] for item in items if isinstance(item, dict) and "retrieved" in item]


def _another_copy(source: Record, said: Record) -> bool:
    """Whether a copy takes the place of one that it is not: the day on which that was taken is not its own."""
    if not (source.get("file") and said.get("file")):
        return False
    name = "sha256" if source.get("sha256") else "file"
    return source[name] != said[name]


def _mapping(source: Value) -> Record:
    """A source as a mapping."""
    mapping = source_of(source)
    return dict(mapping) if isinstance(mapping, dict) else {}


def _filled(source: Record) -> Sequence[Record]:
    """The source without its empty fields, or no source where nothing is left."""
    filled = {name: value for name, value in source.items() if value}
    return [filled] if filled else []


def _count(sources: int) -> str:
    return "a source" if sources == 1 else f"{sources} sources"

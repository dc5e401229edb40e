"""Rows that tell one event, as that event: what each of them says, whatever their order."""

from collections.abc import Sequence

from timeline.model import Event
from timeline.record import Record, Value
from timeline.upkeep.intake import precedence, with_lists_of


def united(events: Sequence[Event]) -> tuple[list[Event], int]:
    """The events with those of one id made one, and how many are one with another.

    The surest date and the fullest row come first: its words stand. Actors, tags, sources and what was imported are those of all.
    """
    alike: dict[str, list[Event]] = {}
    for at, event in enumerate(events):
        alike.setdefault(event.id or f" {at}", []).append(event)
    made = [_one(rows) if len(rows) > 1 else rows[0] for rows in alike.values()]
    return made, len(events) - len(made)


def _one(rows: Sequence[Event]) -> Event:
    first, *others = sorted(rows, key=precedence)
    record: Record = first.to_record()
    for event in others:
        record = with_lists_of(record, event)
        said = event.to_record()
        for name in ("actors", "imported"):
            if items := _items(record.get(name, ""), said.get(name, "")):
                record[name] = items
    return Event.from_record(record, first.origin)


def _items(*values: Value) -> Value:
    """The items of two lists, each once; of one item alone it is no list."""
    items: list[Value] = []
    for value in values:
        for item in value if isinstance(value, list) else [value]:
            if item and item not in items:
                items.append(item)
    return items[0] if len(items) == 1 else items

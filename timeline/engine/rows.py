"""Events out of the rows of a table, and those fields of them that are counted by."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from timeline.formats.csv import COLUMNS, SOURCE_COLUMNS
from timeline.formats.json_values import json_value
from timeline.model import Event, Origin, unread
from timeline.record import Record

FETCHED = (*(name for name in COLUMNS if name not in ("earliest", "latest")), "rivals", "row")
"""The columns of which an event is made."""
SOURCE_LANE = "source_lane"
COUNTED_BY: Mapping[str, Sequence[str]] = {
    "date": ("date",),
    "title": (),
    "actor": ("actors",),
    "tag": ("tags",),
    "kind": ("kind",),
    "place": ("place",),
    "status": ("status",),
    "file": ("file",),
    "source": (SOURCE_LANE, "sources"),
}
"""By what the events of a table are counted without fetching each, and which columns say it."""
_TEXTS = ("id", "date", "title", "summary", "actors", "place", "kind", "tags", "status")


def event_of(row: Sequence[Any], origin: Origin) -> Event:
    """The event of a row of the columns FETCHED, read no further than it is asked."""
    cells = dict(zip(FETCHED, row, strict=True))
    record: Record = {name: cells[name] for name in _TEXTS if cells[name]}
    if cells["sources"]:
        record["sources"] = json_value(cells["sources"], 1)
    elif source := {name: text for name in SOURCE_COLUMNS if (text := cells[f"source_{name}"])}:
        record["sources"] = [source]
    if cells["extra"]:
        record |= cast("Record", json_value(cells["extra"], 1))
    return unread(record, origin, disputed=cells["rivals"])


def alike(cells: Mapping[str, Any], date: str, title: str, origin: Origin) -> Event:
    """An event that stands for all that have the same in the columns by which they are counted."""
    record: Record = {name: value for name in _TEXTS if (value := cells.get(name))}
    if cells.get("sources"):
        record["sources"] = json_value(cells["sources"], 1)
    elif lane := cells.get(SOURCE_LANE):
        record["sources"] = [{"publisher": lane}]
    return unread(record | {"date": date, "title": title}, origin, disputed=False)

"""Events out of the rows of a table, and those fields of them that are counted by."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, cast

from timeline.dates.event_date import EventDate
from timeline.errors import InvalidData, shown
from timeline.formats.csv import COLUMNS, SOURCE_COLUMNS
from timeline.formats.joined import JOINED, NOBODY, names_of
from timeline.formats.json_values import json_value
from timeline.model import Event, Origin, unread
from timeline.record import STATUSES, Record, Value

MAKE_ANEW = "make it anew: timeline export -o events.parquet, or timeline import -o events.parquet"
FETCHED = (*(name for name in COLUMNS if name not in ("earliest", "latest")), "rivals", "row")
"""The columns of which an event is made."""
SOURCE_LANE = "source_lane"
COUNTED_BY: Mapping[str, Sequence[str]] = {
    "date": ("date",),
    "title": (),
    "actor": ("joined_actors",),
    "tag": ("joined_tags",),
    "kind": ("kind",),
    "place": ("place",),
    "status": ("status",),
    "file": ("file",),
    "source": (SOURCE_LANE, "sources"),
}
"""By what the events of a table are counted without fetching each, and which columns say it."""
_KINDS = {"sources": "of sources", "extra": "of fields"}
_TEXTS = ("id", "date", "title", "summary", "actors", "place", "kind", "tags", "status")


def event_of(row: Sequence[Any], origin: Origin) -> Event:
    """The event of a row of the columns FETCHED, read no further than it is asked."""
    cells = dict(zip(FETCHED, row, strict=True))
    if fault := _fault(cells):
        raise InvalidData(f"{fault} in row {origin.line}", hint=MAKE_ANEW, path=origin.path)
    record: Record = {name: cells[name] for name in _TEXTS if cells[name]}
    if cells["sources"]:
        record["sources"] = _json(cells, "sources", origin, list)
    elif source := {name: text for name in SOURCE_COLUMNS if (text := cells[f"source_{name}"])}:
        record["sources"] = [source]
    if cells["extra"]:
        record |= cast("Record", _json(cells, "extra", origin, dict))
    return _dated(record, origin, disputed=cells["rivals"])


def alike(cells: Mapping[str, Any], origin: Origin) -> Event:
    """An event that stands for all that have the same in the columns by which they are counted, with a date where that is told."""
    record: Record = {name: value for name in _TEXTS if (value := cells.get(name))}
    if "status" in record and record["status"] not in STATUSES:
        raise InvalidData(f"{_status(cells)} in row {origin.line}", hint=MAKE_ANEW, path=origin.path)
    for name, text in JOINED.items():
        if names := names_of(cells.get(text, NOBODY)):
            record[name] = [*names]
    if cells.get("sources"):
        record["sources"] = _json(cells, "sources", origin, list)
    elif lane := cells.get(SOURCE_LANE):
        record["sources"] = [{"publisher": lane}]
    return (_dated if "date" in cells else unread)(record, origin, disputed=False)


def _fault(cells: Mapping[str, Any]) -> str:
    """What the columns of an event cannot say, as only files have it that others wrote; nothing else is looked for."""
    if not cells["title"]:
        return 'column "title" has no text'
    if cells["status"] and cells["status"] not in STATUSES:
        return _status(cells)
    empty = next((name for name in JOINED if None in cells[name]), "")
    return f"column {shown(empty)} has no name" if empty else ""


def _status(cells: Mapping[str, Any]) -> str:
    return f'column "status" has no status, but {shown(cells["status"])}'


def _json(
    cells: Mapping[str, Any], column: str, origin: Origin, kind: type[list[Any] | dict[str, Any]]
) -> Value:
    """What a column has in JSON: the list of sources, or the fields without a column."""
    said: Any = None
    with suppress(InvalidData):
        said = json_value(cells[column], 1)
    inner = said if isinstance(said, list) else []
    if not isinstance(said, kind) or not all(isinstance(one, str | dict) for one in inner):
        message = f"column {shown(column)} is no JSON {_KINDS[column]} in row {origin.line}"
        raise InvalidData(message, hint=MAKE_ANEW, path=origin.path)
    return cast("Value", said)


def _dated(record: Record, origin: Origin, *, disputed: bool) -> Event:
    """The event of a record; InvalidData where a file is so damaged that this has no date."""
    event = unread(record, origin, disputed=disputed)
    if cast("EventDate | None", event.date) is None:
        said = record.get("date", "")
        message = f'column "date" has no date in row {origin.line}, but {shown(str(said))}'
        raise InvalidData(message, hint=MAKE_ANEW, path=origin.path)
    return event

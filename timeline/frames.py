"""Events as rows of a data frame, polars' or pandas', and back."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from timeline.errors import Unavailable
from timeline.formats.json_values import json_text, json_value
from timeline.model import Event
from timeline.record import LIST_FIELDS, RECORD_FIELDS, Record

# What a data frame has of an event, and as what: the fields of a record, and beside `date` the days it can mean.
FRAME_COLUMNS: Mapping[str, str] = {
    "id": "text",
    "date": "text",
    "earliest": "day",
    "latest": "day",
    **{name: "text" for name in RECORD_FIELDS if name not in ("id", "date")},
    **dict.fromkeys(LIST_FIELDS, "list"),
    "lat": "number",
    "lon": "number",
    "sources": "json",
    "extra": "json",
}


def library(name: str) -> Any:
    """The module of that name; Unavailable, with what installs it, where it is not there."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise Unavailable(f"{name} is not installed", hint=f"pip install {name}") from None


def row_of(event: Event) -> dict[str, Any]:
    """An event as a row of a data frame: None where it says nothing, JSON where a cell cannot hold it."""
    row: dict[str, Any] = dict.fromkeys(FRAME_COLUMNS)
    row |= {name: getattr(event, name) or None for name in RECORD_FIELDS}
    row |= {"lat": event.lat, "lon": event.lon, "date": event.date.text}
    row |= {"earliest": event.date.first, "latest": event.date.last}
    row |= {name: list(getattr(event, name)) for name in LIST_FIELDS}
    row["sources"] = json_text([source.to_record() for source in event.sources]) if event.sources else None
    row["extra"] = json_text(dict(event.extra)) if event.extra else None
    return row


def record_of(row: Mapping[str, Any]) -> Record:
    """A row of a data frame as a record; a cell that is of no use there is left for the record's reader to tell."""
    record: Record = {}
    for name, value in row.items():
        kind = FRAME_COLUMNS.get(name, "text")
        if kind == "day" or _is_absent(value):
            continue
        if kind == "list" and not isinstance(value, str):
            record[name] = [str(item) for item in value] if isinstance(value, Iterable) else value
        elif kind == "json":
            read = json_value(value, 1) if isinstance(value, str) else value
            record |= read if name == "extra" and isinstance(read, dict) else {name: read}
        else:
            record[name] = str(value)
    return {name: value for name, value in record.items() if value != []}


def _is_absent(value: Any) -> bool:
    """Whether a cell says nothing, as None does, and pandas' NaN and NA."""
    if value is None or hasattr(value, "__len__"):
        return value is None
    try:
        return bool(value != value)  # noqa: PLR0124 - of NaN alone
    except TypeError:  # NA is neither true nor false
        return True

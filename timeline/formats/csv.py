"""CSV for spreadsheets (contract: CSV): RFC 4180, columns in a fixed order, formulas defused, and a way back."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from timeline.dates.calendar import day_iso
from timeline.formats.delimited import table_of
from timeline.formats.format import Format, ReadOptions, Row, WriteOptions
from timeline.formats.json_values import json_text
from timeline.formats.lists import joined_items
from timeline.formats.rows import records
from timeline.formats.text import opened
from timeline.model import Event, Source, fields_of
from timeline.record import RECORD_FIELDS, SOURCE_FIELDS

SOURCE_COLUMNS = ("title", "publisher", "author", "date", "url", "archived", "quote")
COLUMNS = (
    *("id", "date", "earliest", "latest", "title", "summary", "actors", "place", "kind", "tags", "status"),
    *(f"source_{name}" for name in SOURCE_COLUMNS),
    *("sources", "extra"),
)
_OTHERS = tuple(name for name in RECORD_FIELDS if name not in COLUMNS)
_OTHERS_OF_SOURCES = tuple(name for name in SOURCE_FIELDS if name not in SOURCE_COLUMNS)

# OWASP's characters that begin a formula, behind any number of the quotes that defuse one.
_BEGINNINGS = frozenset("'=+-@\t\r")
_formula = re.compile(r"'*[=+\-@\t\r]")


class _Row:
    """A place to catch the one line that csv.writer writes."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def write(events: Iterable[Event], options: WriteOptions = WriteOptions()) -> Iterator[str]:  # noqa: B008 - frozen
    """The header, then one row an event."""
    row = _Row()
    writer = csv.writer(row, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    yield "\ufeff" * options.bom + row.text
    for event in events:
        cells = cells_of(event)
        writer.writerow(cells if options.plain else [_defuse(cell) for cell in cells])
        yield row.text


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """Each row's record, by the mapping that is known or guessed."""
    with opened(stream, options) as text:
        yield from records(table_of(text, options, COLUMNS), options)


def cells_of(event: Event) -> list[str]:
    """What an event has in each of the columns, formulas and all."""
    date = event.date
    first = event.sources[0] if event.sources else Source()
    rest = fields_of(event, _OTHERS) | dict(event.extra)
    return [
        event.id,
        date.text,
        "" if date.first_day is None else day_iso(date.first_day),
        "" if date.last_day is None else day_iso(date.last_day),
        event.title,
        event.summary,
        joined_items(event.actors),
        event.place,
        event.kind,
        joined_items(event.tags),
        event.status,
        *(str(getattr(first, name) or "") for name in SOURCE_COLUMNS),
        "" if _columns_hold(event.sources) else json_text([source.to_record() for source in event.sources]),
        json_text(rest) if rest else "",
    ]


def _columns_hold(sources: Sequence[Source]) -> bool:
    if len(sources) != 1:
        return not sources
    if sources[0].extra or any(getattr(sources[0], name) for name in _OTHERS_OF_SOURCES):
        return False
    return any(getattr(sources[0], name) for name in SOURCE_COLUMNS)


def _defuse(cell: str) -> str:
    return "'" + cell if cell[:1] in _BEGINNINGS and _formula.match(cell) else cell


FORMAT = Format(write=write, read=read)

"""CSV for spreadsheets (contract: CSV): RFC 4180, columns in a fixed order, formulas defused, and a way back."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from timeline.dates.calendar import day_iso
from timeline.dates.event_date import EventDate
from timeline.formats.delimited import table_of
from timeline.formats.format import Format, ReadOptions, Row, WriteOptions
from timeline.formats.json_values import json_text
from timeline.formats.lists import joined_items
from timeline.formats.rows import records
from timeline.formats.text import opened
from timeline.model import Event
from timeline.record import RECORD_FIELDS

SOURCE_COLUMNS = ("title", "publisher", "author", "date", "url", "archived", "quote")
COLUMNS = (
    *("id", "date", "earliest", "latest", "title", "summary", "actors", "place", "kind", "tags", "status"),
    *(f"source_{name}" for name in SOURCE_COLUMNS),
    *("sources", "extra"),
)
_HELD = frozenset(COLUMNS).intersection(RECORD_FIELDS)
_HELD_OF_SOURCES = frozenset(SOURCE_COLUMNS)

_JSON = COLUMNS.index("sources")  # from here on cells begin with a bracket

# OWASP's characters that begin a formula, behind any number of the quotes that defuse one.
_formula = re.compile(r"'*[=+\-@\t\r]")
_may_begin = re.compile(r",['=+\-@\t\r]")


def write(events: Iterable[Event], options: WriteOptions = WriteOptions()) -> Iterator[str]:  # noqa: B008 - frozen
    """The header, then one row an event."""
    yield "\ufeff" * options.bom + _row(COLUMNS, plain=True)
    for event in events:
        yield _row(cells_of(event), plain=options.plain)


def _row(cells: Sequence[str], *, plain: bool) -> str:
    """A row in RFC 4180, with formulas only where it is `plain`.

    `csv.writer` looks at each character, in more than three times the time. Of most rows one look at all their texts tells
    that nothing is to be done for these.
    """
    joined = "," + ",".join(cells[:_JSON])
    if not plain and _may_begin.search(joined):
        cells = [_defuse(cell) for cell in cells]
    elif '"' not in joined and "\n" not in joined and "\r" not in joined:
        if joined.count(",") > _JSON:
            joined = "".join([f',"{cell}"' if "," in cell else "," + cell for cell in cells[:_JSON]])
        return f"{joined[1:]},{_quoted(cells[_JSON])},{_quoted(cells[_JSON + 1])}\r\n"
    return ",".join(map(_quoted, cells)) + "\r\n"


def _quoted(cell: str) -> str:
    if "," in cell or '"' in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """Each row's record, by the mapping that is known or guessed."""
    with opened(stream, options) as text:
        yield from records(table_of(text, options, COLUMNS), options)


def cells_of(event: Event) -> list[str]:
    """What an event has in each of the columns, formulas and all."""
    return cells_of_record(event.to_record(), days_of(event.date))


def days_of(date: EventDate) -> tuple[str, str]:
    """The first and the last day of a date, "" where it is open."""
    if date.kind == "day" and date.level == 0:  # most: then it is written as all days are
        return date.text, date.text
    first, last = date.first_day, date.last_day
    return "" if first is None else day_iso(first), "" if last is None else day_iso(last)


def cells_of_record(record: Mapping[str, Any], days: tuple[str, str]) -> list[str]:
    """What an event has in each of the columns, by its record and the days of its date."""
    sources = record.get("sources", ())
    first = sources[0] if sources else {}
    rest = {} if record.keys() <= _HELD else {name: record[name] for name in record if name not in _HELD}
    text = record.get
    return [
        text("id", ""),
        text("date", ""),
        *days,
        text("title", ""),
        text("summary", ""),
        joined_items(text("actors", ())),
        text("place", ""),
        text("kind", ""),
        joined_items(text("tags", ())),
        text("status", ""),
        *[first.get(name, "") for name in SOURCE_COLUMNS],
        ""
        if not sources or (len(sources) == 1 and first and first.keys() <= _HELD_OF_SOURCES)
        else json_text(sources),
        json_text(rest) if rest else "",
    ]


def _defuse(cell: str) -> str:
    return "'" + cell if _formula.match(cell) else cell


FORMAT = Format(write=write, read=read)

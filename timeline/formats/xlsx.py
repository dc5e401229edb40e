"""Excel workbooks: a sheet of the events in the columns of our CSV, and one of their sources, every text a text."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

from timeline.dates.calendar import day_iso, days_from_civil
from timeline.dates.forms import YEAR_10000
from timeline.dates.wording import wording
from timeline.errors import Refused
from timeline.formats.csv import COLUMNS, cells_of
from timeline.formats.format import Carries, WriteOptions
from timeline.formats.json_values import json_text
from timeline.formats.links import web_address
from timeline.model import Event, Source
from timeline.record import SOURCE_FIELDS
from timeline.registry import optional

ROWS = 1_048_575
"""Events that a sheet can hold, below the names of its columns."""

_defused = re.compile(r"'+[=+\-@\t\r]")
_unwritable = re.compile("[\ufffe\uffff]")  # XML 1.0, 2.2; readers leave Excel's escapes of them as they are
_LONGEST = 32_767  # characters of a cell
_LINKS = 65_530  # of a sheet
_LONGEST_LINK = 2_079  # characters
_EPOCH = days_from_civil(1899, 12, 30)  # day 0 of Excel, which has a 29 February 1900
_FIRST = days_from_civil(1900, 3, 1)
_WIDTHS = {"title": 50, "summary": 60, "quote": 50, "source_title": 40, "source_quote": 40, "event": 40}
_USUAL = 16
_LINKED = ("source_url", "source_archived", "url", "archived")
_OF_SOURCE = ("event", "event_title", *SOURCE_FIELDS, "other")


def write(events: Iterable[Event], options: WriteOptions) -> Iterator[bytes]:
    """The workbook, in one piece, the same for the same events."""
    xlsxwriter = optional("xlsxwriter", "writing workbooks needs XlsxWriter", "tables")
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": options.title, "created": import_module("datetime").datetime(2000, 1, 1)})
    there = list(events)
    if len(there) > ROWS:
        raise Refused(
            f"a sheet holds {ROWS:,} events, and these are {len(there):,}", hint="choose fewer: --first N"
        )
    _Sheet(book, "Events", COLUMNS).fill(map(_of_event, there))
    _Sheet(book, "Sources", _OF_SOURCE).fill(
        _of_source(event, one) for event in there for one in event.sources
    )
    book.close()
    yield file.getvalue()


class _Sheet:
    """A sheet whose first row, which stays in sight, names the columns, each with a filter."""

    def __init__(self, book: Any, name: str, columns: Sequence[str]) -> None:
        self.sheet = book.add_worksheet(name)
        self.columns = columns
        self.links = _LINKS
        self.text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.day = book.add_format({"valign": "top", "align": "left", "num_format": "yyyy-mm-dd"})
        self.link = book.add_format({"valign": "top", "font_color": "#0563C1", "underline": 1})
        head = book.add_format({"bold": True, "bottom": 1})
        for column, one in enumerate(columns):
            self.sheet.write_string(0, column, one, head)
            self.sheet.set_column(column, column, _WIDTHS.get(one, _USUAL))
        self.sheet.freeze_panes(1, 0)

    def fill(self, rows: Iterable[Mapping[str, str | int]]) -> None:
        """Write what each row has in the columns: texts, and the numbers of days."""
        last = 0
        for last, row in enumerate(rows, 1):
            for column, name in enumerate(self.columns):
                if value := row.get(name, ""):
                    self._write(last, column, value, link=name in _LINKED)
        self.sheet.autofilter(0, 0, last, len(self.columns) - 1)

    def _write(self, row: int, column: int, value: str | int, *, link: bool) -> None:
        if isinstance(value, int):
            self.sheet.write_number(row, column, value, self.day)
            return
        address = web_address(value) if link and self.links else ""
        if address and len(address) <= _LONGEST_LINK:
            self.links -= 1
            self.sheet.write_url(row, column, address, self.link, value)
        else:
            self.sheet.write_string(row, column, _cut(value), self.text)


def _of_event(event: Event) -> dict[str, str | int]:
    """The cells of an event; its first and last day are days of Excel's, where it has them."""
    # A text is no formula here. Readers take a "'" off what looks like a defused one, as in our CSV: it gets another.
    cells = [f"'{cell}" if _defused.match(cell) else cell for cell in cells_of(event)]
    row: dict[str, str | int] = dict(zip(COLUMNS, cells, strict=True))
    return row | {"earliest": _day(event.date.first_day), "latest": _day(event.date.last_day)}


def _of_source(event: Event, source: Source) -> dict[str, str | int]:
    record = source.to_record()
    row: dict[str, str | int] = {name: str(getattr(source, name) or "") for name in SOURCE_FIELDS}
    other = {name: value for name, value in record.items() if name not in SOURCE_FIELDS}
    return row | {
        "event": event.id,
        "event_title": f"{wording(event.date)}: {event.title}",
        "supports": "; ".join(source.supports),
        "other": json_text(other) if other else "",
    }


def _day(day: int | None) -> str | int:
    if day is None:
        return ""
    return day - _EPOCH if _FIRST <= day < YEAR_10000 else day_iso(day)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _also(event: Event) -> Iterator[str]:
    """What is lost of an event beside fields: what is longer than a cell, and two characters that XML has not."""
    cells = cells_of(event)
    if any(len(cell) > _LONGEST for cell in cells):
        yield f"text beyond {_LONGEST:,} characters"
    if any(_unwritable.search(cell) for cell in cells):
        yield "characters that XML has not"


CARRIES = Carries(also=_also)

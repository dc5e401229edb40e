"""CSV for spreadsheets (contract: CSV): RFC 4180, columns in a fixed order, formulas defused, and a way back."""

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from timeline.dates.event_date import day_iso
from timeline.errors import InvalidData, shown
from timeline.formats.format import Format, WriteOptions
from timeline.formats.jsonl import json_text, json_value
from timeline.model import Event, Record, Source, Value

TEXT_COLUMNS = ("id", "date", "title", "summary", "place", "kind", "status")
LIST_COLUMNS = ("actors", "tags")
SOURCE_COLUMNS = ("title", "publisher", "author", "date", "url", "archived", "quote")
COLUMNS = (
    *("id", "date", "earliest", "latest", "title", "summary", "actors", "place", "kind", "tags", "status"),
    *(f"source_{name}" for name in SOURCE_COLUMNS),
    *("sources", "extra"),
)

# OWASP's characters that begin a formula, behind any number of the quotes that defuse one.
_formula = re.compile(r"'*[=+\-@\t\r]")
_defused = re.compile(r"'+[=+\-@\t\r]")
_item = re.compile(r"((?:[^;\\]|\\.|\\\Z)*)(?:; ?|\Z)", re.DOTALL)
_escape = re.compile(r"\\(.)", re.DOTALL)


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
    yield row.text
    for event in events:
        cells = _cells(event)
        writer.writerow(cells if options.plain else [_defuse(cell) for cell in cells])
        yield row.text


def read(stream: TextIO) -> Iterator[tuple[int, Record]]:
    """Each row's record. Columns beyond ours become fields of their names; `earliest` and `latest` follow from the date."""
    csv.field_size_limit(sys.maxsize)
    reader = csv.reader(stream, strict=True)
    try:
        header = next(reader, None)
        if header is None:
            raise InvalidData("1: the file is empty", hint="a CSV file begins with its column names")
        names = _header(header)
        for cells in reader:
            if cells:
                yield reader.line_num, _record(names, cells, reader.line_num)
    except csv.Error as error:
        raise InvalidData(
            f"{reader.line_num}: not CSV: {error}", hint='write a quote inside a cell as ""'
        ) from None


def _cells(event: Event) -> list[str]:
    date = event.date
    first = event.sources[0] if event.sources else Source()
    record = event.to_record()
    rest = {name: value for name, value in record.items() if name not in COLUMNS} | dict(event.extra)
    return [
        event.id,
        date.text,
        "" if date.first_day is None else day_iso(date.first_day),
        "" if date.last_day is None else day_iso(date.last_day),
        event.title,
        event.summary,
        _joined(event.actors),
        event.place,
        event.kind,
        _joined(event.tags),
        event.status,
        *(str(getattr(first, name) or "") for name in SOURCE_COLUMNS),
        "" if _columns_hold(event.sources) else json_text([source.to_record() for source in event.sources]),
        json_text(rest) if rest else "",
    ]


def _columns_hold(sources: Sequence[Source]) -> bool:
    if len(sources) != 1:
        return not sources
    record = sources[0].to_record()
    return bool(record) and record.keys() <= set(SOURCE_COLUMNS)


def _joined(items: Sequence[str]) -> str:
    r"""The items as one cell.

    >>> _joined(["a;b", "c"])
    'a\\;b; c'
    """
    return "; ".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def _split(cell: str) -> list[Value]:
    r"""The items of a cell, as `_joined` made it or as a person typed it.

    >>> _split('a\\;b; c')
    ['a;b', 'c']
    """
    items = [_escape.sub(r"\1", match[1]) for match in _item.finditer(cell)]
    return [item for item in items if item]


def _defuse(cell: str) -> str:
    return "'" + cell if _formula.match(cell) else cell


def _restore(cell: str) -> str:
    return cell[1:] if _defused.match(cell) else cell


def _header(cells: list[str]) -> list[str]:
    names = [cell.removeprefix("\ufeff").strip() for cell in cells]
    for name in names:
        if name and names.count(name) > 1:
            raise InvalidData(f"1: column {shown(name)} occurs twice", hint="rename one of them")
    missing = [name for name in ("date", "title") if name not in names]
    if missing:
        raise InvalidData(
            f"1: no column {shown(missing[0])}", hint="the first line names the columns: date,title,…"
        )
    return names


def _record(names: Sequence[str], cells: Sequence[str], line: int) -> Record:
    if len(cells) > len(names):
        raise InvalidData(
            f"{line}: {len(cells)} cells, but {len(names)} columns", hint="quote a cell that has a comma"
        )
    row = {name: _restore(cell) for name, cell in zip(names, cells, strict=False) if cell and name}
    record: Record = {name: row.pop(name) for name in TEXT_COLUMNS if name in row}
    record |= {name: _split(row.pop(name)) for name in LIST_COLUMNS if name in row}
    first: Record = {name: row.pop(f"source_{name}") for name in SOURCE_COLUMNS if f"source_{name}" in row}
    if "sources" in row:
        record["sources"] = json_value(row.pop("sources"), line)
    elif first:
        record["sources"] = [first]
    rest = json_value(row.pop("extra", "{}"), line)
    if not isinstance(rest, dict):
        raise InvalidData(f"{line}: extra must be a JSON object", hint='write {"field": "value"}')
    others = {name: cell for name, cell in row.items() if name not in ("earliest", "latest")}
    return record | others | rest


FORMAT = Format(write=write, read=read)

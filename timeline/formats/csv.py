"""CSV for spreadsheets (contract: CSV): RFC 4180, columns in a fixed order, formulas defused, and a way back."""

import csv
import io
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from timeline.counting import counted
from timeline.dates.calendar import day_iso
from timeline.errors import InvalidData, shown
from timeline.formats.dated import read_dates
from timeline.formats.format import Format, ReadOptions, Row, WriteOptions
from timeline.formats.jsonl import json_text, json_value
from timeline.model import Event, Source
from timeline.record import LIST_FIELDS, RECORD_FIELDS, SOURCE_DATES, SOURCE_FIELDS, Record, Value, source_of

TEXT_COLUMNS = ("id", "date", "title", "summary", "place", "kind", "status")
DATE_COLUMNS = ("date", *(f"source_{name}" for name in SOURCE_DATES))
REQUIRED = ("date", "title")
SOURCE_COLUMNS = ("title", "publisher", "author", "date", "url", "archived", "quote")
COLUMNS = (
    *("id", "date", "earliest", "latest", "title", "summary", "actors", "place", "kind", "tags", "status"),
    *(f"source_{name}" for name in SOURCE_COLUMNS),
    *("sources", "extra"),
)

SEPARATORS = ",;\t|"

# What people call our columns. One counts only where no column has our own name for it.
SYNONYMS = {
    "year": "date",
    "event": "title",
    "headline": "title",
    "location": "place",
    "participants": "actors",
    "source": "sources",
    "url": "source_url",
}

_known = {*COLUMNS, *RECORD_FIELDS, *(f"source_{name}" for name in SOURCE_FIELDS)}
_derived = ("earliest", "latest")
_SHOWN = 12  # columns that a message names
_said_separator = re.compile(r'"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)  # a line that Excel writes
# OWASP's characters that begin a formula, behind any number of the quotes that defuse one.
_formula = re.compile(r"'*[=+\-@\t\r]")
_defused = re.compile(r"'+[=+\-@\t\r]")
_item = re.compile(r"((?:[^;\\]|\\.)*\\?)(?:; ?|\Z)", re.DOTALL)
_escape = re.compile(r"\\([;\\])")


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
        cells = _cells(event)
        writer.writerow(cells if options.plain else [_defuse(cell) for cell in cells])
        yield row.text


def read(stream: TextIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """Each row's record. Columns beyond ours become fields of their names; `earliest` and `latest` follow from the date."""
    csv.field_size_limit(sys.maxsize)
    text = stream.read().removeprefix("\ufeff")
    said = _said_separator.match(text)
    body = text[said.end() :] if said else text
    line = 2 if said else 1
    separator = said[1] if said else _separator(body)
    if separator != "," and not said:
        options.note(f"{line}: the columns are parted by {shown(separator)}")
    table: Table | None = None
    # What people type may have a blank before a quotation mark; in what we wrote a blank is a blank.
    by_hand = not _ours(_names(_header(body, separator)))
    reader = csv.reader(
        io.StringIO(body, newline=""), delimiter=separator, strict=True, skipinitialspace=by_hand
    )
    while True:
        at = line + reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error:
            # In the strict reading, and with cells of any length, nothing else can be wrong.
            message = f"{at}: not CSV: a quotation mark stands inside a cell, or does not close"
            raise InvalidData(message, hint='write a quote inside a cell as ""') from None
        if not any(cell.strip() for cell in cells):
            continue
        if table is None:
            table = Table.of(cells, at, separator, options)
        else:
            try:
                yield at, table.record(cells, at)
            except InvalidData as error:
                yield at, error
    if table is None:
        raise InvalidData(f"{line}: the file is empty", hint="a CSV file begins with its column names")


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


def _split(cell: str) -> list[str]:
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


def _separator(text: str) -> str:
    """What parts the columns: the sign that finds a date and a title in the first line, or else the most columns."""

    def found(sign: str) -> tuple[bool, int]:
        cells = _header(text, sign)
        return {*REQUIRED} <= {*_names(cells)}, len(cells)

    return max(SEPARATORS, key=found)


def _header(text: str, separator: str) -> list[str]:
    """The cells of the first line, and none where that is no CSV."""
    try:
        lines = io.StringIO(text.lstrip("\r\n"), newline="")
        return next(csv.reader(lines, delimiter=separator, skipinitialspace=True), [])
    except csv.Error:
        return []


def _ours(names: Sequence[str]) -> bool:
    """Whether our export wrote the file: all its columns are there."""
    return {*COLUMNS} <= {*names}


def _names(header: Sequence[str]) -> list[str]:
    """The columns' names: ours in whatever case or by what people call them, a number where there is none, or theirs.

    >>> _names(["Date", "EVENT", "Source URL", "my note", " "])
    ['date', 'title', 'source_url', 'my note', 'column-5']
    """
    names = []
    for at, cell in enumerate(header, 1):
        name = cell.strip()
        known = name.casefold().replace(" ", "_")
        names.append(known if known in _known else name or f"column-{at}")
    for at, name in enumerate(names):
        meant = SYNONYMS.get(name.casefold(), name)
        if meant not in names:
            names[at] = meant
    return names


@dataclass(slots=True, kw_only=True)
class Table:
    """The columns of a file and how its cells are read; `ours` when our export wrote them, and no cell is trimmed."""

    names: Sequence[str]
    nameless: set[str]
    ours: bool
    separator: str
    options: ReadOptions

    @classmethod
    def of(cls, header: Sequence[str], line: int, separator: str, options: ReadOptions) -> "Table":
        """The table that begins with these names; InvalidData where it lacks one or has one twice."""
        cells = [cell.strip() for cell in header]
        names = _names(cells)
        nameless = {name for cell, name in zip(cells, names, strict=True) if not cell}
        for name in names:
            if names.count(name) > 1:
                raise InvalidData(f"{line}: column {shown(name)} occurs twice", hint="rename one of them")
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            seen = ", ".join(map(shown, cells[:_SHOWN])) + " …" * (len(cells) > _SHOWN)
            raise InvalidData(
                f"{line}: no column {shown(missing[0])} among {seen}",
                hint="the first line names the columns: date,title,…",
            )
        taken = [
            f"{shown(cell)} as {name}"
            for cell, name in zip(cells, names, strict=True)
            if cell and cell != name
        ]
        if taken:
            options.note(f"{line}: takes the column {', '.join(taken)}")
        ours = _ours(names)
        if not ours and {*_derived} & {*names}:
            options.note(f"{line}: {' and '.join(_derived)} follow from the date, and are not taken")
        return cls(names=names, nameless=nameless, ours=ours, separator=separator, options=options)

    def record(self, cells: Sequence[str], line: int) -> Record:
        """The record of one row."""
        names = self.names
        if any(cell.strip() for cell in cells[len(names) :]):
            raise InvalidData(
                f"{line}: {counted(len(cells), 'cell')}, but {counted(len(names), 'column')}",
                hint=f"put a cell that holds {shown(self.separator)} in double quotes",
            )
        row = {name: text for name, cell in zip(names, cells, strict=False) if (text := self._text(cell))}
        for name in sorted(self.nameless & row.keys()):
            self.nameless.remove(name)
            self.options.note(f"{line}: a cell stands under no name, and is kept as the field {shown(name)}")
        read_dates(row, DATE_COLUMNS, self.options, line=line, edtf=self.ours)
        record: Record = {name: row.pop(name) for name in TEXT_COLUMNS if name in row}
        record |= {name: self._list(row.pop(name)) for name in LIST_FIELDS if name in row}
        first: Record = {name: row.pop(f"source_{name}") for name in SOURCE_FIELDS if f"source_{name}" in row}
        if sources := self._sources(row.pop("sources", ""), first, line):
            record["sources"] = sources
        rest = json_value(row.pop("extra", "{}"), line)
        if not isinstance(rest, dict):
            raise InvalidData(f"{line}: extra must be a JSON object", hint='write {"field": "value"}')
        others = {name: cell for name, cell in row.items() if name not in _derived}
        return record | others | rest

    def _sources(self, cell: str, first: Record, line: int) -> Value:
        """All sources as JSON, or else the one whose fields have columns, told by an address or a title."""
        if cell and (self.ours or cell.startswith("[")):
            return json_value(cell, line)
        named = source_of(cell) if cell else {}
        assert isinstance(named, dict)
        return [named | first] if named or first else []

    def _text(self, cell: str) -> str:
        text = _restore(cell)
        return text if self.ours else text.strip()

    def _list(self, cell: str) -> list[Value]:
        return [item if self.ours else item.strip() for item in _split(cell) if self.ours or item.strip()]


FORMAT = Format(write=write, read=read)

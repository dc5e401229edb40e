"""Workbooks of Excel and LibreOffice: the table on one of their sheets."""

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO
from xml.parsers.expat import ExpatError, ParserCreate

from timeline.errors import InvalidData, shown
from timeline.formats.csv import COLUMNS
from timeline.formats.format import Format, ReadOptions, Row
from timeline.formats.heading import headed, named
from timeline.formats.rows import records
from timeline.formats.table import Table
from timeline.formats.xlsx import CARRIES, write
from timeline.mapping import NOTHING, Mapping
from timeline.registry import optional

LARGEST = 1 << 29
"""Bytes that the parts of a workbook may have unpacked: one of 200 KB can be made to hold more than any memory."""

MOST_CELLS = 50_000_000
"""Cells of a sheet from its first to its last corner, all of which the library lays out, at 24 bytes each."""

_UNREADABLE = "not a workbook that can be read"
_AGAIN = "open it and save it anew, or save the sheet as CSV"

# Where a cell says that it stands (Office Open XML), and how often a row and a cell repeat (OpenDocument).
_place = re.compile(r'\br="([A-Z]{1,7})([0-9]{1,12})"')
_times = re.compile(r'repeated="([0-9]{1,12})"')


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """The rows of a sheet: the one that is asked for, or the first that can be seen and holds anything."""
    calamine = optional("python_calamine", "reading workbooks needs python-calamine", "tables")
    data = stream.read()
    _check_size(data)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        name, rows = _sheet(book, options.mapping.sheet)
    except calamine.CalamineError as error:
        told = "it has a password" if isinstance(error, calamine.PasswordError) else _UNREADABLE
        raise InvalidData(f"1: {told}", hint=_AGAIN) from None
    several = len(book.sheet_names) > 1 and not options.mapping.sheet
    yield from records(_table(rows, options, Mapping(sheet=name) if several else NOTHING), options)


def _sheet(book: Any, asked: str) -> tuple[str, list[list[Any]]]:
    names = [one.name for one in book.sheets_metadata if "WorkSheet" in str(one.typ)]
    if asked and asked not in names:
        raise InvalidData(f"1: no sheet {shown(asked)}", hint=f"there are {', '.join(map(shown, names))}")
    seen = [one.name for one in book.sheets_metadata if "Visible" in str(one.visible)]
    rows: list[list[Any]] = []
    name = asked
    for name in [asked] if asked else [one for one in names if one in seen]:
        rows = list(book.get_sheet_by_name(name).iter_rows())
        if rows:
            break
    return name, rows


def _table(rows: Sequence[Sequence[Any]], options: ReadOptions, found: Mapping) -> Table:
    texts = ((line, [as_cell(cell) for cell in row]) for line, row in enumerate(rows, 1))
    filled = ((line, cells) for line, cells in texts if any(cell.strip() for cell in cells))
    line, cells, below = headed(filled, options)
    if not line and not options.mapping.columns:
        raise InvalidData("1: the sheet is empty", hint="name another: --sheet NAME")
    names = named(cells, line)
    nameless = frozenset(name for name, cell in zip(names, cells, strict=True) if not cell.strip())
    ours = {*COLUMNS} <= {*names}  # our export wrote it: a blank at the end of a cell is a blank
    return Table(
        names=names,
        nameless=nameless,
        line=line or 1,
        rows=below,
        found=found,
        exact=ours,
        edtf=ours,
        ours=ours,
    )


def as_cell(value: object) -> str:
    """The text of a cell: a whole number without a point, a day without an hour, where it has none.

    >>> as_cell(2018.0), as_cell(dt.datetime(2022, 3, 21)), as_cell(True), as_cell(dt.time(15))
    ('2018', '2022-03-21', 'true', '15:00')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        day = value.date().isoformat()
        return day if value.time() == dt.time() else f"{day}T{value.time().isoformat('seconds')}"
    if isinstance(value, dt.time):
        return value.isoformat("seconds" if value.second else "minutes")
    return str(value)


def _check_size(data: bytes) -> None:
    """Refuse a workbook whose sheets no memory could hold, or that is no XML: calamine 0.9 reads on for ever there."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(one.file_size for one in archive.infolist())
            cells = 0 if size > LARGEST else max(map(_extent, _sheets(archive)), default=0)
    except ExpatError:
        raise InvalidData(f"1: {_UNREADABLE}", hint=_AGAIN) from None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        return  # no archive, or a broken one: the library will tell
    if size > LARGEST or cells > MOST_CELLS:
        raise InvalidData("1: larger than what can be read at once", hint="save the sheet as CSV")


def _sheets(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in archive.namelist():
        if name.endswith(".xml"):
            part = archive.read(name)
            ParserCreate().Parse(part, True)
            if name.startswith("xl/worksheets/") or name == "content.xml":
                yield part.decode("latin-1")  # a character a byte


def _extent(sheet: str) -> int:
    """How many cells a sheet lays out at the most."""
    rows = columns = 1
    for found in _place.finditer(sheet):
        column = 0
        for letter in found[1]:
            column = 26 * column + ord(letter) - 64
        rows, columns = max(rows, int(found[2])), max(columns, column)
    below = 0
    for row in sheet.split("<table:table-row")[1:]:
        across = wide = 0
        for cell in row.split("<table:table-cell")[1:]:
            across += _repeats(cell)
            wide = across if "office:value" in cell else wide
        below += _repeats(row)
        rows, columns = (max(rows, below), max(columns, wide)) if wide else (rows, columns)
    return rows * columns


def _repeats(tag: str) -> int:
    times = _times.search(tag, 0, tag.find(">"))
    return int(times[1]) if times else 1


XLSX = Format(read=read, write=write, carries=CARRIES)
ODS = Format(read=read)

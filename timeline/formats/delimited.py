"""A table of text: cells parted by commas, semicolons, tabs or bars, some of them in quotation marks (RFC 4180)."""

import csv
import io
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal, TextIO

from timeline.errors import InvalidData, shown
from timeline.formats.format import ReadOptions
from timeline.formats.recipe import Columns, key
from timeline.formats.synonyms import guessed
from timeline.formats.table import Table
from timeline.mapping import NOTHING, TARGETS, Mapping

SEPARATORS = ",;\t|"

_SAMPLE = 1 << 16  # characters in which the first line with a cell is looked for
_said_delimiter = re.compile(r'"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)  # a line that Excel writes


def table_of(stream: TextIO, options: ReadOptions, ours: Sequence[str]) -> Table:
    """The table that a text holds; it is exact where its columns are all of `ours`, as our export wrote it."""
    csv.field_size_limit(sys.maxsize)
    asked = options.mapping
    sample = stream.read(_SAMPLE).removeprefix("\ufeff")
    said = _said_delimiter.match(sample)
    body = sample[said.end() :] if said else sample
    delimiter = asked.delimiter or (said[1] if said else _delimiter(body, asked))
    stream.seek(0)
    line = 1
    if said:
        stream.readline()
        line = 2
    names = _header(body, delimiter, quoted=asked.quoted)
    exact = {*ours} <= {*names}
    # What people type may have a blank before a quotation mark; in what we wrote a blank is a blank.
    rows = _rows(stream, delimiter, line, quoted=asked.quoted, by_hand=not exact)
    at, cells = next(rows, (0, list[str]()))
    if not at and not asked.columns:
        raise InvalidData(f"{line}: the file is empty", hint="a CSV file begins with its column names")
    if asked.columns and at and [*map(key, cells)] != [*map(key, asked.columns)]:
        rows = chain([(at, cells)], rows)
    names = [*asked.columns] or named(cells, at)
    told = not (asked.delimiter or said or delimiter == ",")
    return Table(
        names=names,
        nameless=frozenset(name for name, cell in zip(names, cells, strict=False) if not cell.strip()),
        line=at or line,
        rows=rows,
        found=Mapping(delimiter=delimiter) if told else NOTHING,
        exact=exact,
        edtf=exact,
        ours=exact,
        hint=f"put a cell that holds {shown(delimiter)} in double quotes",
    )


def named(cells: Sequence[str], line: int) -> list[str]:
    """The names of columns, with a number where there is none; InvalidData where one stands there twice."""
    names = [cell.strip() or f"column-{at}" for at, cell in enumerate(cells, 1)]
    seen: set[str] = set()
    alike: set[str] = set()
    ours = {key(name) for name in TARGETS}
    for name in names:
        if name in seen or (key(name) in alike and key(name) in ours):
            hint = "rename one of them; where the first line is no names, say them: --columns A,B"
            raise InvalidData(f"{line}: column {shown(name)} occurs twice", hint=hint)
        seen.add(name)
        alike.add(key(name))
    return names


def _rows(
    stream: TextIO, delimiter: str, line: int, *, quoted: bool, by_hand: bool
) -> Iterator[tuple[int, list[str]]]:
    """The rows that have a cell, each with its first line. Here the text is read, row by row."""
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(stream, delimiter=delimiter, quoting=quoting, strict=True, skipinitialspace=by_hand)
    while True:
        at = line + reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # In the strict reading, and with cells of any length, nothing else can be wrong.
            message = f"{at}: not CSV: a quotation mark stands inside a cell, or does not close"
            raise InvalidData(message, hint='write a quote inside a cell as ""') from None
        if any(cell.strip() for cell in cells):
            yield at, cells


def _delimiter(text: str, asked: Mapping) -> str:
    """What parts the columns: the sign by which most fields are found in the first line, or else the most columns."""

    def found(sign: str) -> tuple[int, int]:
        cells = [cell.strip() for cell in _header(text, sign, quoted=asked.quoted)]
        if asked.columns:
            return -abs(len(asked.columns) - len(cells)), len(cells)
        columns = Columns(cells, {})
        recipes = [text for texts in asked.fields.values() for text in texts if columns.named(text)]
        return len(recipes) + len(guessed(cells, {})), len(cells)

    return max(SEPARATORS, key=found)


def _header(text: str, delimiter: str, *, quoted: bool) -> list[str]:
    """The cells of the first line, and none where that is no CSV."""
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    try:
        lines = io.StringIO(text.lstrip("\r\n"), newline="")
        return next(csv.reader(lines, delimiter=delimiter, quoting=quoting, skipinitialspace=True), [])
    except csv.Error:
        return []

"""A table of text: cells parted by commas, semicolons, tabs or bars, some of them in quotation marks (RFC 4180)."""

import csv
import io
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Literal, TextIO

from timeline.errors import InvalidData, shown
from timeline.formats.format import ReadOptions
from timeline.formats.heading import ABOVE, headed, known, named
from timeline.formats.table import Table
from timeline.mapping import NOTHING, Mapping

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
    first = next(_sampled(body, delimiter, quoted=asked.quoted), [])
    exact = {*ours} <= {*(cell.strip() for cell in first)}
    # What people type may have a blank before a quotation mark; in what we wrote a blank is a blank.
    at, cells, rows = headed(_rows(stream, delimiter, line, quoted=asked.quoted, by_hand=not exact), options)
    if not at:
        hint = (
            "fetch it again, or leave it out" if asked.columns else "a CSV file begins with its column names"
        )
        raise InvalidData(f"{line}: the file is empty", hint=hint)
    told = not (asked.delimiter or said or delimiter == ",")
    names = named(cells, at)
    return Table(
        names=names,
        nameless=frozenset(name for name, cell in zip(names, cells, strict=True) if not cell.strip()),
        line=at or line,
        rows=rows,
        found=Mapping(delimiter=delimiter) if told else NOTHING,
        exact=exact,
        edtf=exact,
        ours=exact,
        hint=f"put a cell that holds {shown(delimiter)} in double quotes",
    )


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
    """What parts the columns: the sign by which most fields are found in one of the first lines, or else the most columns."""

    def found(sign: str) -> tuple[int, int]:
        rows = list(islice(_sampled(text, sign, quoted=asked.quoted), ABOVE))
        if asked.columns and rows:
            return -abs(len(asked.columns) - len(rows[0])), len(rows[0])
        return max(((len(known(cells, asked)), len(cells)) for cells in rows), default=(0, 0))

    return max(SEPARATORS, key=found)


def _sampled(text: str, delimiter: str, *, quoted: bool) -> Iterator[list[str]]:
    """The first rows that have a cell, as far as they are CSV."""
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    lines = io.StringIO(text, newline="")
    with suppress(csv.Error):
        for cells in csv.reader(lines, delimiter=delimiter, quoting=quoting, skipinitialspace=True):
            if any(cell.strip() for cell in cells):
                yield cells

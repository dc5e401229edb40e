"""Where in a table the names of its columns stand: in its first row, or below what somebody wrote above them."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from timeline.errors import InvalidData, shown
from timeline.formats.fitting import hint_of_preset
from timeline.formats.format import ReadOptions
from timeline.formats.recipe import Columns, key
from timeline.formats.synonyms import guessed
from timeline.mapping import TARGETS, Mapping

ABOVE = 10
"""Rows in which the names of the columns are looked for."""

Cells = tuple[int, list[str]]
"""A row that has a cell, with its line."""


def headed(rows: Iterator[Cells], options: ReadOptions) -> tuple[int, list[str], Iterator[Cells]]:
    """The line of the names, what stands there, and the rows below; line 0 where there is no row at all.

    The names are the first row in which a date and a title are found, or else the first row. That rows above them are
    passed over is told. Of a table whose columns are named by the user every row is one, but for one that repeats the names;
    InvalidData where the first rows have other numbers of cells.
    """
    asked = options.mapping
    first = list(islice(rows, 1))
    if not first:
        return 0, [], iter(())
    if asked.columns:
        repeated = [*map(key, first[0][1])] == [*map(key, asked.columns)]
        first += [] if repeated else islice(rows, ABOVE - 1)
        _check_width(first, len(asked.columns))
        return first[0][0], [*asked.columns], rows if repeated else chain(first, rows)
    seen = first
    while not _tells(seen[-1][1], asked):
        more = list(islice(rows, 1))
        if not more or len(seen) == ABOVE:
            (line, cells), *below = seen
            return line, cells, chain(below, more, rows)
        seen += more
    line, cells = seen[-1]
    if len(seen) > 1:
        options.note(
            f"{line}: takes this line for the names of the columns, and passes over what stands above it"
        )
    return line, cells, rows


def _check_width(rows: Sequence[Cells], width: int) -> None:
    """Refuse rows that all have more cells than columns are named, or as many as another preset names."""
    line, cells = rows[0]
    fitting = hint_of_preset(cells, "")
    fewer = fitting and all(len(row) < width - 1 for _, row in rows)  # the last column of GDELT came later
    if fewer or all(any(cell.strip() for cell in row[width:]) for _, row in rows):
        hint = fitting or "name as many: --columns, or columns in the preset"
        raise InvalidData(f"{line}: {len(cells)} cells, but {width} columns", hint=hint)


def known(cells: Sequence[str], asked: Mapping) -> set[str]:
    """The fields that would be found, were these the names of the columns."""
    names = [cell.strip() for cell in cells]
    columns = Columns(names, asked.labels)
    said = {name for name, texts in asked.fields.items() if any(map(columns.whole, texts))}
    return {*said, *guessed(names, {})}


def named(cells: Sequence[str], line: int) -> list[str]:
    """The names of columns, with a number where there is none; InvalidData where one stands there twice."""
    names = [cell.strip() or f"column-{at}" for at, cell in enumerate(cells, 1)]
    seen: set[str] = set()
    alike: set[str] = set()
    ours = {key(name) for name in TARGETS}
    for name in names:
        if name in seen or (key(name) in alike and key(name) in ours):
            hint = "rename one of them; where the first line is no names, say them: --columns A,B"
            raise InvalidData(f"{line}: column {shown(name)} occurs twice", hint=hint_of_preset(names, hint))
        seen.add(name)
        alike.add(key(name))
    return names


def _tells(cells: Sequence[str], asked: Mapping) -> bool:
    return {"date", "title"} <= {
        *known(cells, asked),
        *asked.constants,
        *(name for one in asked.each for name in one),
    }

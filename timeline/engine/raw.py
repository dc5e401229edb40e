"""The rows of other people's tables, as an engine reads them: all text, no quoting, and every line accounted for."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from timeline.engine.planned import Plan
from timeline.formats.parquet_table import quoted
from timeline.tuples import NamedTuple

_CHUNK = 1 << 18
MOST_LINES = 1 << 40  # of a file: what the number of a row is counted in


class Lines(NamedTuple):
    """What the bytes of a file say of its lines: how many there are, and how each ends."""

    number: int
    ending: str


def lines_of(path: Path, *, quoted_cells: bool) -> Lines | None:
    """The lines of a file; None where they do not all end alike, or a quotation mark may be one."""
    ends, returns, pairs, last = 0, 0, 0, b"\n"
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            ends += chunk.count(b"\n")
            if b"\r" in chunk or last == b"\r":
                returns += chunk.count(b"\r")
                pairs += (last + chunk).count(b"\r\n")
            if b"\0" in chunk or (quoted_cells and b'"' in chunk):
                return None
            last = chunk[-1:]
    if returns and not (returns == pairs == ends):
        return None
    return Lines(ends + (last != b"\n"), r"\r\n" if returns else r"\n")


def column(at: int) -> str:
    """The name of a table's column of that place."""
    return f"c{at}"


def table_of(field: str) -> str:
    """The name of the table of what a field's cells stand for."""
    return f"of_{field.replace('.', '_')}"


def cell_read(at: int, begun: str = "") -> str:
    """A cell of the rows, as far as it is read: of one that begins as said, what so begins."""
    name = f"raw.{column(at)}"
    return f"coalesce(nullif(regexp_extract({name}, {quoted(f'^{begun}')}), ''), {name})" if begun else name


class Source(NamedTuple):
    """A file: its place among all, where it is, its lines, and how many of these stand above its rows."""

    number: int
    path: Path
    lines: Lines
    head: int


def take_lines(connection: Any, plan: Plan, source: Source) -> int:
    """Take the rows of a file, but for those that are certainly not asked for; how many these are, or -1 where lines are amiss."""
    number, path, lines, head = source
    table, mapping = plan.reader.table, plan.reader.mapping
    width = len(table.names)
    columns = ", ".join(f"'{column(at)}': 'VARCHAR'" for at in range(width + 1))
    read = (
        f"read_csv({quoted(path)}, delim = {quoted(mapping.delimiter or ',')}, quote = '', escape = '', comment = '', "
        f"header = false, skip = {head}, auto_detect = false, null_padding = true, nullstr = '\n', strict_mode = true, "
        f"new_line = '{lines.ending}', columns = {{{columns}}})"
    )
    cells = [column(at) for at in plan.places]
    # What is null is not there: of a row that ends too early, and of each the column that none has.
    early = f" OR {column(plan.reader.least - 1)} IS NULL" if plan.reader.least else ""
    unwanted = _unwanted(plan) if plan.coded and not mapping.everything else "false"
    # Numbered as they are read, rows are read by one processor: of 1,000,000 1.5 times as long.
    connection.execute(
        f"CREATE TABLE lines AS SELECT more, CASE WHEN NOT ({unwanted}) THEN [{', '.join(cells)}] END AS cells "  # noqa: S608 - as above
        f"FROM (SELECT *, coalesce({column(width)}, '') != ''{early} AS more FROM {read})"
    )
    ((count, kept),) = connection.execute("SELECT count(*), count(cells) FROM lines").fetchall()
    if head + count != lines.number:
        return -1
    apart = ", ".join(f"coalesce(cells[{at}], '')" for at, _ in enumerate(cells, 1))
    connection.execute(
        f"INSERT INTO raw SELECT {number * MOST_LINES} + line, {number}, line, more, {apart} "  # noqa: S608 - as above
        f"FROM (SELECT {head} + row_number() OVER () AS line, * FROM lines) WHERE cells IS NOT NULL"
    )
    connection.execute("DROP TABLE lines")
    return int(count - kept)


def create_raw(connection: Any, plan: Plan) -> None:
    """Make room for rows: each has its number among all, its file, its line, and whether it has more cells than the table columns, or too few."""
    cells = "".join(f", {column(at)} VARCHAR" for at in plan.places)
    connection.execute(f"CREATE TABLE raw (number BIGINT, file INTEGER, line BIGINT, more BOOLEAN{cells})")


def _unwanted(plan: Plan) -> str:
    """What is true of rows that are certainly rows, and certainly not between two parties.

    Cells that are alike say the same, whatever that is. A row is one where a cell of its date begins with a mark that can be seen.
    """
    triage = plan.reader.triage
    assert triage
    parts = [part.at for name in ("source", "target") for part in triage.parts[name]]
    places = [at for at in parts if at is not None]
    if len(places) < len(parts) or len(parts) != 2:
        return "false"
    one, other = (f"coalesce({column(at)}, '')" for at in places)
    empty = ", ".join(map(quoted, ("", *plan.reader.mapping.empty)))
    dated = " OR ".join(
        f"coalesce({column(at)}, '') BETWEEN '!' AND '~'" for at in plan.fields["date"].places
    )
    return f"({one} IN ({empty}) OR {other} IN ({empty}) OR {one} = {other}) AND ({dated}) AND NOT more"


def lines_at(path: Path, numbers: Sequence[int]) -> dict[int, bytes]:
    """Some lines of a file, by their numbers from 1."""
    wanted = {*numbers}
    found: dict[int, bytes] = {}
    with path.open("rb") as file:
        for at, line in enumerate(file, 1):
            if at in wanted:
                found[at] = line
                if len(found) == len(wanted):
                    break
    return found

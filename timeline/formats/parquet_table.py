"""A table of events in Parquet: its columns, and how an engine writes it from rows that give what it cannot work out itself.

Dates are whole numbers, so that far years, open ends, doubt and order are the same to every engine; texts stand folded
beside themselves, so that none has to fold. Nothing is null. The rows stand in the order of dates.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from timeline.dates.event_date import EventDate
from timeline.errors import Unavailable
from timeline.formats.csv import COLUMNS
from timeline.formats.joined import JOINED, joined
from timeline.formats.sealed import seal
from timeline.registry import optional

MARK = "timeline"
"""The key of a file's metadata under which a table that we wrote says in which version of its columns."""
VERSION = "1"
LISTS = ("actors", "tags")
NAMED = ("actors", "place", "kind", "tags")
"""Columns of which the metadata lists every name, where these are not too many."""
MOST_NAMES = 20_000
BEFORE_ALL, AFTER_ALL = -(10**15), 10**15
"""Days before and after every day of the calendar: an open end."""
NEVER = 10**16
"""The day of what has no date at all."""
BETWEEN = "\x1f"
"""What stands between the texts of `folded_rest`, and in none of them."""
ORDER = ("order_day", "order_second", "order_side", "order_width", "order_instant", "order_doubt")
"""The total order of dates, in six whole numbers (`timeline.dates.order.sort_key`)."""

_TOLD: Mapping[str, str] = {
    **dict.fromkeys(COLUMNS, "VARCHAR"),
    **dict.fromkeys(LISTS, "VARCHAR[]"),
    **dict.fromkeys(("earliest_day", "latest_day", *ORDER), "BIGINT"),
    **dict.fromkeys(("source_count", "published_earliest", "published_latest"), "BIGINT"),
    **dict.fromkeys(("rivals", "leans", "vouched"), "BOOLEAN"),
}
_FOLDED: Mapping[str, str] = {
    **dict.fromkeys(("folded_title", "folded_summary", "folded_place", "folded_kind"), "VARCHAR"),
    "folded_actors": "VARCHAR[]",
    "folded_rest": "VARCHAR",
}
TYPES: Mapping[str, str] = {**_TOLD, **_FOLDED, **dict.fromkeys(JOINED.values(), "VARCHAR")}
"""Every column of a table, and its type as DuckDB calls it."""
GIVEN: Mapping[str, str] = {
    **_TOLD,
    **{name: type_ for name, type_ in _FOLDED.items() if name != "folded_rest"},
    **dict.fromkeys(("folded_tags", "folded_quotes"), "VARCHAR[]"),
    "number": "BIGINT",
}
"""The columns of the rows of which a table is written.

Folded texts may be null where those that they fold are of ASCII, but for `folded_quotes`, one for each source; `number` orders rows of one date.
"""
_LISTED = {text: column for column, text in JOINED.items()}
_PART = "events.parquet"
_MEMORY = "1GB"  # above which what is sorted or grouped is written to disk
_PIECE = 1 << 20  # bytes


@contextmanager
def writing() -> Iterator[Any]:
    """DuckDB, to write a table with; Unavailable, in words, where it is not installed or cannot."""
    duckdb = optional("duckdb", "writing Parquet needs DuckDB", "engine")
    try:
        yield duckdb
    except duckdb.Error as error:
        raise Unavailable(f"DuckDB cannot write the table: {error}") from error


def pieces_of(table: Path) -> Iterator[bytes]:
    """What is in a file, some of it at a time."""
    with table.open("rb") as file:
        yield from iter(lambda: file.read(_PIECE), b"")


def working_in(duckdb: Any, folder: Path) -> Any:
    """An engine that keeps in a folder what its memory cannot hold, and says nothing: DuckDB 2 draws a bar where answers go."""
    connection = duckdb.connect(config={"temp_directory": str(folder), "memory_limit": _MEMORY})
    connection.execute("SET enable_progress_bar = false")
    return connection


def write_table(connection: Any, rows: str, names: str, path: Path) -> None:
    """Write rows of the columns GIVEN, which stand in a table or come of a function of the engine, in order, and seal them."""
    connection.execute(
        f"COPY (SELECT {', '.join(map(_column, TYPES))} FROM "  # noqa: S608 - ours
        f"(SELECT * FROM {rows} ORDER BY {', '.join(ORDER)}, number)) "
        f"TO {quoted(path)} (FORMAT parquet, COMPRESSION zstd, "
        f"KV_METADATA {{{MARK}: '{VERSION}', names: {quoted(names)}}})"
    )
    seal(path)


def write_years(connection: Any, rows: str, names: str, folder: Path) -> None:
    """Write rows as a folder of tables, one for each year."""
    connection.execute(f"CREATE TABLE of_all_years AS FROM {rows}")  # which are asked for several times
    rows = "of_all_years"
    year = (
        "CASE WHEN order_day < -719528 THEN 'before' WHEN order_day > 2932896 THEN 'after' "  # the years 0000 to 9999
        "ELSE lpad(year(DATE '1970-01-01' + order_day::INTEGER)::VARCHAR, 4, '0') END"
    )
    found = connection.execute(f"SELECT DISTINCT {year} FROM {rows}").fetchall()  # noqa: S608 - ours
    for (one,) in found:
        place = folder / f"year={one}"
        place.mkdir()
        write_table(connection, f"(FROM {rows} WHERE {year} = '{one}')", names, place / _PART)
    if not found:
        write_table(connection, rows, names, folder / _PART)


def _column(name: str) -> str:
    """What a column is made of: of ASCII the engine folds texts as we do."""
    if name not in _FOLDED:
        return f"{joined(_LISTED[name])} AS {name}" if name in _LISTED else name
    if name == "folded_rest":
        parts = f"list_concat({_fold('actors')}, [{_fold('place')}], {_fold('tags')}, [{_fold('kind')}], folded_quotes)"
        mark = f"chr({ord(BETWEEN)})"
        return f"array_to_string([replace(one, {mark}, ' ') FOR one IN {parts}], {mark}) AS {name}"
    return f"{_fold(name.removeprefix('folded_'))} AS {name}"


def _fold(name: str) -> str:
    lower = f"[lower(one) FOR one IN {name}]" if name in LISTS else f"lower({name})"
    return f"coalesce(folded_{name}, {lower})"


class Named:
    """The names that stand in the columns of names; of a column that has too many none are known any longer."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, None]] = {name: {} for name in NAMED}

    def meet(self, column: str, names: Iterable[str]) -> None:
        """Take some names of a column."""
        if (known := self._known.get(column)) is not None:
            known.update(dict.fromkeys(names))
            if len(known) > MOST_NAMES:
                del self._known[column]

    def __str__(self) -> str:
        return json.dumps({column: [*names] for column, names in self._known.items()})


def days_and_order(date: EventDate) -> dict[str, int]:
    """The days of a date, and its place in the order."""
    return {
        "earliest_day": earliest(date),
        "latest_day": latest(date),
        **dict(zip(ORDER, date.sort_key, strict=True)),
    }


def earliest(date: EventDate) -> int:
    """The first day of a date."""
    return BEFORE_ALL if date.first_day is None else date.first_day


def latest(date: EventDate) -> int:
    """The last day of a date."""
    return AFTER_ALL if date.last_day is None else date.last_day


def quoted(value: object) -> str:
    """A text as DuckDB's SQL has it."""
    text = str(value).replace("'", "''")
    return f"'{text}'"

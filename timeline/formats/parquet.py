"""Parquet for table engines: the columns of our CSV, lists as lists, and beside them what queries ask, worked out once.

Dates are whole numbers, so that far years, open ends, doubt and order are the same to every engine; texts stand folded
beside themselves, so that none has to fold. Nothing is null. The rows stand in the order of dates.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from timeline.errors import Unavailable
from timeline.folding import fold
from timeline.formats.csv import COLUMNS, cells_of
from timeline.formats.format import Format, WriteOptions
from timeline.model import Event
from timeline.query.claims import date_given
from timeline.registry import optional

MARK = "timeline"
"""The key of a file's metadata under which a table that we wrote says in which version of its columns."""
VERSION = "1"
LISTS = ("actors", "tags")
NAMED = ("actors", "place", "kind", "tags")
"""Columns of which the metadata lists every name, where these are not too many."""
BEFORE_ALL, AFTER_ALL = -(10**15), 10**15
"""Days before and after every day of the calendar: an open end."""
NEVER = 10**16
"""The day of what has no date at all."""
ORDER = ("order_day", "order_second", "order_side", "order_width", "order_instant", "order_doubt")
"""The total order of dates, in six whole numbers (`timeline.dates.order.sort_key`)."""
BETWEEN = "\x1f"
"""What stands between the texts of `folded_rest`, and in none of them."""
_MOST_NAMES = 20_000
_PIECE = 1 << 20  # bytes

TYPES: Mapping[str, str] = {
    **dict.fromkeys(COLUMNS, "VARCHAR"),
    **dict.fromkeys(LISTS, "VARCHAR[]"),
    **dict.fromkeys(("earliest_day", "latest_day", *ORDER), "BIGINT"),
    **dict.fromkeys(("source_count", "published_earliest", "published_latest"), "BIGINT"),
    **dict.fromkeys(("rivals", "leans", "vouched"), "BOOLEAN"),
    **dict.fromkeys(("folded_title", "folded_summary", "folded_place", "folded_kind"), "VARCHAR"),
    "folded_actors": "VARCHAR[]",
    "folded_rest": "VARCHAR",
}
"""Every column of a table, and its type as DuckDB calls it."""


def write(events: Iterable[Event], _options: WriteOptions = WriteOptions()) -> Iterator[bytes]:  # noqa: B008 - frozen
    """The whole file, in pieces, once all events are known."""
    duckdb = optional("duckdb", "writing Parquet needs DuckDB", "engine")
    with TemporaryDirectory(prefix="timeline-") as folder:
        rows, table = Path(folder, "rows.jsonl"), Path(folder, "table.parquet")
        names = _Names()
        with rows.open("w", encoding="utf-8") as file:
            for number, event in enumerate(events):
                row = row_of(event)
                names.meet(row)
                file.write(json.dumps(row | {"number": number}) + "\n")
        try:
            _sorted(duckdb, rows, table, names)
        except duckdb.Error as error:
            raise Unavailable(f"DuckDB cannot write the table: {error}") from error
        with table.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def row_of(event: Event) -> dict[str, Any]:
    """What an event has in each of the columns."""
    row: dict[str, Any] = dict(zip(COLUMNS, cells_of(event), strict=True))
    row |= {name: list(getattr(event, name)) for name in LISTS}
    date, dates = event.date, [source.date for source in event.sources if source.date is not None]
    row |= {"earliest_day": _earliest(date.first_day), "latest_day": _latest(date.last_day)}
    row |= zip(ORDER, date.sort_key, strict=True)
    row["source_count"] = len(event.sources)
    row["published_earliest"] = min((_earliest(one.first_day) for one in dates), default=NEVER)
    row["published_latest"] = min((_latest(one.last_day) for one in dates), default=NEVER)
    row["rivals"] = bool(event.rival_dates)
    row["leans"] = bool(event.after or event.before)
    row["vouched"] = any(date_given(event, source) is not None for source in event.sources)
    row["folded_title"], row["folded_summary"] = fold(event.title), fold(event.summary)
    row["folded_place"], row["folded_kind"] = fold(event.place), fold(event.kind)
    row["folded_actors"] = [*map(fold, event.actors)]
    quotes = (fold(source.quote) for source in event.sources)
    rest = (*row["folded_actors"], row["folded_place"], *map(fold, event.tags), row["folded_kind"], *quotes)
    row["folded_rest"] = BETWEEN.join(text.replace(BETWEEN, " ") for text in rest)
    return row


class _Names:
    """The names that stand in the columns of names."""

    def __init__(self) -> None:
        self.known: dict[str, dict[str, None]] = {name: {} for name in NAMED}

    def meet(self, row: Mapping[str, Any]) -> None:
        """Take the names of a row; of a column that has too many, none are known any longer."""
        for column in [*self.known]:
            names = self.known[column]
            names |= dict.fromkeys(row[column] if column in LISTS else (row[column],))
            if len(names) > _MOST_NAMES:
                del self.known[column]

    def __str__(self) -> str:
        return json.dumps({column: [*names] for column, names in self.known.items()})


def _sorted(duckdb: Any, rows: Path, table: Path, names: _Names) -> None:
    columns = ", ".join(f"{name}: '{type_}'" for name, type_ in {**TYPES, "number": "BIGINT"}.items())
    with duckdb.connect(config={"temp_directory": str(table.parent)}) as connection:
        connection.execute(
            f"COPY (SELECT {', '.join(TYPES)} FROM read_json({quoted(rows)}, format = 'newline_delimited', "  # noqa: S608 - quoted, or ours
            f"columns = {{{columns}}}, maximum_object_size = {1 << 28}) ORDER BY {', '.join(ORDER)}, number) "
            f"TO {quoted(table)} (FORMAT parquet, COMPRESSION zstd, "
            f"KV_METADATA {{{MARK}: '{VERSION}', names: {quoted(names)}}})"
        )


def quoted(value: object) -> str:
    """A text as DuckDB's SQL has it."""
    text = str(value).replace("'", "''")
    return f"'{text}'"


def _earliest(day: int | None) -> int:
    return BEFORE_ALL if day is None else day


def _latest(day: int | None) -> int:
    return AFTER_ALL if day is None else day


FORMAT = Format(write=write)

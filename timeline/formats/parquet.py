"""Parquet for table engines: the columns of our CSV, lists as lists, and beside them what queries ask, worked out once."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from timeline.folding import fold
from timeline.formats.csv import COLUMNS, cells_of_record, days_of
from timeline.formats.format import Format, WriteOptions
from timeline.formats.parquet_table import (
    GIVEN,
    LISTS,
    NAMED,
    NEVER,
    Named,
    days_and_order,
    earliest,
    latest,
    pieces_of,
    quoted,
    working_in,
    write_table,
    write_years,
    writing,
)
from timeline.model import Event
from timeline.record import parse_date
from timeline.store.working import working_folder

_FOLDED = ("title", "summary", "place", "kind")
_LONGEST = 1 << 24  # bytes of a row, at least: of so many the engine makes its buffers


def write(events: Iterable[Event], _options: WriteOptions = WriteOptions()) -> Iterator[bytes]:  # noqa: B008 - frozen
    """The whole file, in pieces, once all events are known."""
    with working_folder() as folder:
        table = folder / "table.parquet"
        with writing() as duckdb:
            _write(duckdb, events, table, write_table, folder)
        yield from pieces_of(table)


def write_folder(events: Iterable[Event], folder: Path) -> None:
    """A folder of files, one for each year."""
    with working_folder() as working, writing() as duckdb:
        _write(duckdb, events, folder, write_years, working)


def _write(
    duckdb: Any,
    events: Iterable[Event],
    target: Path,
    write_rows: Callable[[Any, str, str, Path], None],
    folder: Path,
) -> None:
    rows, names, longest = folder / "rows.jsonl", Named(), _LONGEST
    with rows.open("w", encoding="utf-8") as file:
        for number, event in enumerate(events):
            row = row_of(event)
            for column in NAMED:
                names.meet(column, row[column] if column in LISTS else (row[column],))
            line = json.dumps({**row, "number": number})
            longest = max(longest, len(line) + 1)
            file.write(f"{line}\n")
    columns = ", ".join(f"{name}: '{type_}'" for name, type_ in GIVEN.items())
    read = (
        f"read_json({quoted(rows)}, format = 'newline_delimited', columns = {{{columns}}}, "
        f"maximum_object_size = {longest})"
    )
    with working_in(duckdb, folder) as connection:
        write_rows(connection, read, str(names), target)
    rows.unlink()


def row_of(event: Event) -> dict[str, Any]:
    """What an event has in the columns GIVEN, but for its number; by its record, for to make its sources takes twice as long."""
    record: dict[str, Any] = event.to_record()
    days, dated = _dated(record["date"])
    row: dict[str, Any] = dict(zip(COLUMNS, cells_of_record(record, days), strict=True))
    row["actors"], row["tags"] = record.get("actors", ()), record.get("tags", ())
    row |= dated
    sources = record.get("sources", ())
    published = [_published(source["date"]) for source in sources if "date" in source]
    row["source_count"] = len(sources)
    row["published_earliest"] = min((first for first, _ in published), default=NEVER)
    row["published_latest"] = min((last for _, last in published), default=NEVER)
    row["rivals"] = any("event_date" in source for source in sources)
    row["leans"] = "after" in record or "before" in record
    row["vouched"] = any(map(_vouches, sources))
    row["folded_quotes"] = [fold(source.get("quote", "")) for source in sources]
    row |= {f"folded_{name}": fold(text) for name in _FOLDED if not (text := row[name]).isascii()}
    row |= {
        f"folded_{name}": [*map(fold, texts)]
        for name in LISTS
        if not all(map(str.isascii, texts := row[name]))
    }
    return row


@lru_cache(maxsize=1 << 12)
def _dated(text: str) -> tuple[tuple[str, str], Mapping[str, int]]:
    date = parse_date(text)
    return days_of(date), days_and_order(date)


@lru_cache(maxsize=1 << 12)
def _published(text: str) -> tuple[int, int]:
    date = parse_date(text)
    return earliest(date), latest(date)


def _vouches(source: Mapping[str, Any]) -> bool:
    """Whether a source gives its event a date (`timeline.query.claims.date_given`)."""
    return "event_date" in source or "date" in source.get("supports", ("date",))


FORMAT = Format(write=write, folder=write_folder)

"""Parquet: a table engine finds in it what the CSV says, in the order of dates, and what queries ask, worked out."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings
from outside import hostile_events
from table_rows import table_row

from timeline.dates.event_date import EventDate
from timeline.errors import Unavailable
from timeline.formats import parquet, parquet_table
from timeline.model import Event, Source
from timeline.query.select import arrange

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")


def table(folder: Path, events: list[Event]) -> Path:
    path = folder / "events.parquet"
    path.write_bytes(b"".join(parquet.write(events)))
    return path


def rows(path: Path) -> list[dict[str, Any]]:
    with duckdb.connect() as connection:
        found = connection.execute("FROM read_parquet(?)", [str(path)])
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@settings(max_examples=20)
@given(event_lists(max_size=8))
def test_a_table_has_every_event_in_the_order_of_dates(
    tmp_path_factory: pytest.TempPathFactory, events: list[Event]
) -> None:
    found = rows(table(tmp_path_factory.mktemp("table"), events))
    assert found == [table_row(event) for event in arrange(events)]


def test_no_text_of_an_event_harms_its_row(tmp_path: Path) -> None:
    events = list(hostile_events())
    assert rows(table(tmp_path, events)) == [table_row(event) for event in arrange(events)]


def test_the_columns_have_their_types_even_without_a_row(tmp_path: Path) -> None:
    path = table(tmp_path, [])
    described = duckdb.sql(f"DESCRIBE FROM read_parquet('{path}')").fetchall()
    assert {name: type_ for name, type_, *_ in described} == dict(parquet_table.TYPES)
    assert rows(path) == []


def test_bounds_are_whole_numbers_and_texts_are_folded() -> None:
    source = Source(title="x", quote="Straße", date=EventDate("2022-03"))
    row = table_row(
        Event(
            date=EventDate("../1956"), title="São Tomé", actors=("Łódź",), tags=("a\x1fb",), sources=(source,)
        )
    )
    assert (row["earliest_day"], row["latest_day"], row["order_day"]) == (
        parquet_table.BEFORE_ALL,
        -4749,
        -4749,
    )
    assert (row["published_earliest"], row["published_latest"], row["vouched"]) == (19052, 19082, True)
    assert (row["folded_title"], row["folded_actors"]) == ("sao tome", ["lodz"])
    assert row["folded_rest"].split(parquet_table.BETWEEN) == ["lodz", "", "a b", "", "strasse"]


def test_the_metadata_lists_the_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_table, "MOST_NAMES", 2)
    dated = [
        Event(date=EventDate("2018"), title="A", actors=("Japan", "Côte d'Ivoire"), tags=(str(number),))
        for number in range(3)
    ]
    path = table(tmp_path, dated)
    kept = dict(duckdb.sql(f"SELECT key, value FROM parquet_kv_metadata('{path}')").fetchall())
    assert kept[parquet_table.MARK.encode()] == parquet_table.VERSION.encode()
    assert json.loads(kept[b"names"]) == {"actors": ["Japan", "Côte d'Ivoire"], "place": [""], "kind": [""]}


def test_who_lacks_the_library_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(Unavailable) as caught:
        list(parquet.write([]))
    assert caught.value.message == "writing Parquet needs DuckDB"
    assert caught.value.hint == 'pip install "timeline[engine]"'


def test_a_disk_that_is_full_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_table, "VERSION", "'")  # what DuckDB refuses, as it would a full disk
    with pytest.raises(Unavailable, match="DuckDB cannot write the table"):
        list(parquet.write([]))

"""Ids that an engine gives are those that an import gives."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.identity import new_id

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")

identified = pytest.importorskip("timeline.engine.identified", reason="narwhals is not installed")

DATES = st.sampled_from(
    ["2018", "2018-03-01", "1950~/..", "../2018", "-0043-03-15", "-004X", "Y-17E7", "[2018,2019]", ""]
)
TITLES = st.one_of(
    st.text("ab é-'漢", max_size=80),
    st.lists(st.sampled_from(["talks", "of", "a" * 61, "b" * 49, "São", "—"]), max_size=9).map(" ".join),
)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(DATES, TITLES), min_size=1, max_size=30))
@example(
    [("2018", "a" * 55), ("2018", "a" * 56), ("2018", "a" * 55 + " b"), ("", ""), ("", "漢"), ("", "b" * 70)]
)
def test_slugs_are_those_of_an_import(
    tmp_path_factory: pytest.TempPathFactory, events: list[tuple[str, str]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("slugs")
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE events (date VARCHAR, title VARCHAR)")
        connection.executemany("INSERT INTO events VALUES (?, ?)", events)
        identified.make_slugs(connection, folder)
        found = connection.execute("SELECT date, title, slug FROM slugs").fetchall()
    assert sorted(found) == sorted((date, title, new_id(date, title)) for date, title in {*events})

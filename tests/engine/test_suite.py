"""The suite of questions: Python, the index and DuckDB answer each of them alike."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

import pytest
from engine_suite import answers, cuts, every_question, pictures, random_events, standing, write

from timeline.model import Event
from timeline.store import indexing, stored
from timeline.store.stored import Stored
from timeline.yaml_write import format_record

pytest.importorskip("duckdb", reason="DuckDB is not installed")
asked = pytest.importorskip("timeline.engine.asked", reason="narwhals is not installed")


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return random_events(200)


@pytest.fixture(scope="module")
def expected(events: list[Event]) -> dict[str, object]:
    return all_of(standing(events))


def all_of(events: Sequence[Event]) -> dict[str, object]:
    return dict([*answers(events, [*every_question()]), *cuts(events, (False, True))])


@pytest.fixture
def small() -> Iterator[None]:
    """Small files and blocks stand for large ones."""
    with patch.multiple(stored, LARGE=0, _INDEXED=0), patch.object(indexing, "_BLOCK", 600):
        yield


def test_duckdb_answers_as_python_does(
    tmp_path: Path, events: list[Event], expected: dict[str, object]
) -> None:
    tables = asked.Tables([write(tmp_path / "tables", events)])
    assert all_of(tables) == expected


def test_duckdb_counts_and_draws_as_python_does(tmp_path: Path, events: list[Event]) -> None:
    tables = asked.Tables([write(tmp_path / "tables", events)])
    assert dict(pictures(tables)) == dict(pictures(standing(events)))


@pytest.mark.usefixtures("small")
def test_the_index_answers_as_python_does(
    tmp_path: Path, events: list[Event], expected: dict[str, object]
) -> None:
    file = tmp_path / "events.yaml"
    there = standing(events)
    file.write_text("".join(format_record(one.to_record()) for one in there), encoding="utf-8")
    Stored([file], tmp_path / "index").choose(bool)
    assert all_of(Stored([file], tmp_path / "index")) == expected

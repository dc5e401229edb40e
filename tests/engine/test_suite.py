"""The suite of questions: Python, the index and DuckDB answer each of them alike."""

from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from engine_suite import apart, by_index, every_answer, pictures, random_events, standing, write

from timeline.model import Event
from timeline.store.narrowed import Narrowed

pytest.importorskip("duckdb", reason="DuckDB is not installed")
asked = pytest.importorskip("timeline.engine.asked", reason="narwhals is not installed")


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return random_events(200)


@pytest.fixture(scope="module")
def expected(events: list[Event]) -> dict[str, object]:
    return dict(every_answer(standing(events)))


def test_duckdb_answers_as_python_does(
    tmp_path: Path, events: list[Event], expected: dict[str, object]
) -> None:
    tables = asked.Tables([write(tmp_path / "tables", events)])
    assert dict(every_answer(tables)) == expected


def test_duckdb_counts_and_draws_as_python_does(tmp_path: Path, events: list[Event]) -> None:
    tables = asked.Tables([write(tmp_path / "tables", events)])
    assert dict(pictures(tables)) == dict(pictures(standing(events)))


def test_the_index_answers_as_python_does(tmp_path: Path, events: list[Event]) -> None:
    there, told, ask = apart(events), [], Narrowed._asked
    found: dict[str, object] = {}
    itself: set[str] = set()

    def asking(*words: Any) -> object:
        told.append(ask(*words))
        return told[-1]

    with patch.object(Narrowed, "_asked", asking):
        for question, answer in by_index(tmp_path, there):
            found[question] = answer
            if any(one is not None for one in told):
                itself.add(question.partition(":")[0])
            told.clear()
    assert found == dict(every_answer(there))
    # It leaves to Python what takes many records, which other events may: but never all that is asked of a field that it keeps.
    assert itself >= {"actor", "place", "kind", "tag", "status", "source", "title", "summary", "text"}

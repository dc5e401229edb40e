"""What would nearly have matched in a large file is told by its index as its events tell it."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from event_strategies import events
from hypothesis import given, settings
from hypothesis import strategies as st
from query_strategies import TODAY, Asked, questions

from timeline.model import Event
from timeline.query.language import parse_query
from timeline.query.nearly import nearly
from timeline.store import index, indexing, narrowed, read, stored
from timeline.store.read import read_events
from timeline.store.stored import Stored
from timeline.yaml_write import format_record

RECORDS = "".join(
    f"- id: e{at}\n  date: {1900 + at % 50}\n  title: Talks {at}\n  actors: [Norway, New Zealand]\n"
    f"  place: {place}\n  tags: [summit, round-{at % 3}]\n  kind: treaty\n"
    for at, place in enumerate(("Bonn", "New York", "New Delhi", "Łódź") * 20)
)
QUERIES = (
    *("tag:sumit", "actor:norwy", "place:bon", "place:new", "kind:treatie", "bonn tag:sumit", "actor:bonn"),
    *(
        "tag:summit place:rome",
        "tag:round-1 since:1960",
        "id:e400",
        "summit norwya",
        "tag:round-1 place:bonn on:1948",
    ),
    *("before:x", "status:draft", "1901 NOT tag:summit", "tag actor bonn place:rome"),
)


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Small files and blocks stand for large ones."""
    with patch.multiple(stored, LARGE=0, _INDEXED=0), patch.object(indexing, "_BLOCK", 600):
        yield


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hints")


@given(events(max_size=6), st.one_of(questions(certain=False), questions(certain=True)), st.booleans())
@settings(deadline=None)
def test_hints_are_the_same_with_an_index_and_without(
    shared: Path, collection: list[Event], asked: Asked, certain: bool
) -> None:
    file = shared / "events.yaml"
    file.write_text("".join(format_record(one.to_record()) for one in collection), encoding="utf-8")
    where = parse_query(asked.text, today=TODAY, certain=certain)
    with patch.object(index, "_GRAIN", 1 << 62):  # several files of one time and size are tried
        Stored([file], shared).choose(where)
        there = Stored([file], shared)
        assert nearly(where.among(there), there) == nearly(where.among(collection), collection)


@pytest.mark.parametrize("query", QUERIES)
def test_an_index_gives_hints_without_the_file_being_read(tmp_path: Path, query: str) -> None:
    file, folder = tmp_path / "events.yaml", tmp_path / "cache"
    file.write_text(RECORDS, encoding="utf-8")
    where = parse_query(query, today=TODAY)
    told = nearly(where, read_events([file]))
    with patch.multiple(index, _GRAIN=-(1 << 62)), patch.object(narrowed, "_SHARE", 0):
        Stored([file], folder).choose(where)
        there = Stored([file], folder)
        with patch.object(stored, "read_events", wraps=read.read_events) as reading:
            assert nearly(where, there) == told
    assert reading.called == (query == "before:x")

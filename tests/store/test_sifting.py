"""Events that are found without making the others are those that would be found among all."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from event_strategies import events
from hypothesis import given, settings
from hypothesis import strategies as st
from query_strategies import TODAY, Asked, questions

from timeline.errors import InvalidData
from timeline.model import Event
from timeline.query.language import parse_query
from timeline.query.select import select, with_context
from timeline.store import sifting, stored
from timeline.store.read import read_events
from timeline.store.stored import Stored
from timeline.yaml_write import format_record

EVENT = """\
- id: e{at}
  date: {year}-03
  title: Talks {at} in Zürich
  actors: [Norway, Chile]
  tags: [round-{odd}]
  sources:
    - title: x
      url: https://example.org/{at}
"""


def file_of(folder: Path, collection: list[Event]) -> Path:
    path = folder / "events.yaml"
    path.write_text("".join(format_record(event.to_record()) for event in collection), encoding="utf-8")
    return path


def many(number: int) -> str:
    return "".join(EVENT.format(at=at, year=1900 + at % 100, odd=at % 7) for at in range(number))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sifting")


@given(events(max_size=6), questions(certain=False), st.sampled_from((7, 100, 1 << 20)))
@settings(deadline=None)
def test_what_is_sifted_is_what_is_selected(
    folder: Path, collection: list[Event], asked: Asked, block: int
) -> None:
    path = file_of(folder, collection)
    every = read_events([path])
    where = parse_query(asked.text, today=TODAY)
    with patch.object(stored, "LARGE", 0), patch.object(sifting, "_BLOCK", block):
        found = Stored([path]).choose(where)
    assert found == select(every, where)
    assert [event.origin for event in found] == [event.origin for event in select(every, where)]


@given(events(max_size=4), questions(certain=True))
@settings(deadline=None)
def test_what_is_certain_among_stored_events_is_so_among_all(
    folder: Path, collection: list[Event], asked: Asked
) -> None:
    path = file_of(folder, collection)
    where = parse_query(asked.text, today=TODAY, certain=True)
    with patch.object(stored, "LARGE", 0):
        assert select(Stored([path]), where) == select(read_events([path]), where)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(many(6000), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("query", "number"),
    [("tag:round-3 since:1950", 429), ("zurich", 6000), ("title:4711", 1), ("place:x", 0), ("NOT Zürich", 0)],
)
def test_a_large_file_is_sifted(large: Path, query: str, number: int) -> None:
    where = parse_query(query, today=TODAY)
    found = Stored([large]).choose(where)
    assert found == select(read_events([large]), where)
    assert len(found) == number


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("tag:ROÜND-3 title:talks", 858),
        ("tag:round-3*", 858),
        ("id:e17", 2),
        ("place:zurich", 3),
        ("kind:x", 0),
    ],
)
def test_a_name_is_found_wherever_its_words_stand(large: Path, query: str, number: int) -> None:
    """Among records that are passed over in rows: some in another shape, with other dates, and one whose words are a title's alone."""
    more = "- date: 2022/2023\n  title: tag round-3 kind x\n  place: Zürich\n"
    large.write_text(f"{many(3000)}{more}{more}{more}{many(3000)}", encoding="utf-8")
    where = parse_query(query, today=TODAY)
    found = Stored([large]).choose(where)
    assert [(event, event.origin) for event in found] == [
        (event, event.origin) for event in select(read_events([large]), where)
    ]
    assert len(found) == number


def test_sifting_keeps_no_more_than_it_finds(large: Path) -> None:
    large.write_text(many(20_000), encoding="utf-8")
    where = parse_query("title:4711", today=TODAY)

    def most(read: Callable[[], object]) -> int:
        tracemalloc.start()
        try:
            read()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    Stored([large]).choose(where)  # makes what is kept of all files
    assert most(lambda: Stored([large]).choose(where)) < most(lambda: read_events([large])) / 2


def test_found_events_are_among_all_of_them(large: Path) -> None:
    collection = Stored([large])
    (hit,) = select(collection, parse_query("title:4711", today=TODAY))
    assert collection.limits == {}
    near = with_context([hit], collection, 1)
    assert [(event.id, beside) for event, beside in near] == [
        ("e4611", True),
        ("e4711", False),
        ("e4811", True),
    ]


def test_an_event_that_follows_another_is_told_of_by_all(large: Path) -> None:
    large.write_text(many(6000) + "- date: 1950\n  title: Later\n  after: e50\n", encoding="utf-8")
    collection = Stored([large])
    assert len(select(collection, parse_query("Later", today=TODAY))) == 1
    assert collection.limits


def test_what_is_wrong_anywhere_is_told_with_its_line(large: Path) -> None:
    large.write_text(f"{many(6000)}- date: 2022-02-30\n  title: T\n{many(3)}", encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        Stored([large]).choose(parse_query("title:4711", today=TODAY))
    assert (caught.value.path, caught.value.line) == (str(large), 48_001)


def test_a_folder_beside_a_large_file_is_read(large: Path) -> None:
    folder = large.parent / "more"
    folder.mkdir()
    (folder / "one.yaml").write_text("- date: 2022\n  title: Title 4711\n", encoding="utf-8")
    found = Stored([large, folder]).choose(parse_query("title:4711", today=TODAY))
    assert [event.title for event in found] == ["Talks 4711 in Zürich", "Title 4711"]


def test_a_file_that_cannot_be_read_is_told(large: Path) -> None:
    pipe = large.parent / "pipe.yaml"
    os.mkfifo(pipe)
    with pytest.raises(Exception, match="is a pipe"):
        Stored([pipe, large]).choose(parse_query("x", today=TODAY))

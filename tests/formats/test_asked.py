"""What a query asks of a few cells of a row decides before the row is read."""

import io
from typing import Any

import pytest

from timeline.errors import InvalidData
from timeline.formats.csv import read as read_csv
from timeline.formats.format import ReadOptions
from timeline.mapping import Mapping
from timeline.model import Event
from timeline.query.language import parse_query
from timeline.query.reads import terms
from timeline.said.reading import read_date
from timeline.said.understood import Understood


def by_hand(text: str) -> Understood:
    return read_date(text, today=19398)


def test_a_row_whose_actors_nobody_asks_for_is_read_no_further() -> None:
    asked: list[tuple[str, ...]] = []

    def wanted(event: Event) -> bool:
        asked.append(event.actors)
        return "Japan" in event.actors

    text = "date,title,A,B\n2022,x,Japan, Russia\n2023,y,Oslo,\nsoon,z,Oslo,\nsoon,z,Japan,\n"
    mapping = Mapping(fields={"actors": ("A", "B")})
    options = ReadOptions(date=by_hand, mapping=mapping, asked=[(frozenset({"actors"}), wanted)])
    rows = list(read_csv(io.BytesIO(text.encode()), options))
    assert [line for line, row in rows if row is None] == [3, 4]
    assert [line for line, row in rows if isinstance(row, InvalidData)] == [5]
    assert asked == [("Japan", "Russia"), ("Oslo",), ("Japan",)]


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ({}, [3]),
        ({"constants": {"kind": ("rally",)}}, [3]),
        ({"constants": {"tags": ("a",)}}, [3]),
        ({"constants": {"date": ("2022",)}}, []),
        ({"each": ({"end": ("B",)},)}, []),
        ({"fields": {"sources": ("A",)}}, []),
        ({"fields": {"extra": ("A",)}}, []),
    ],
)
def test_cells_decide_only_what_nothing_else_says(said: dict[str, Any], decided: list[int]) -> None:
    text = "date,title,A,B\n2022,x,,\n2023,y,,\n"
    asked = parse_query("until:2022", today=19398)
    options = ReadOptions(date=by_hand, mapping=Mapping(**said), asked=[*terms(asked)])
    rows = list(read_csv(io.BytesIO(text.encode()), options))
    assert [line for line, row in rows if row is None] == decided


def test_a_note_of_a_row_is_made_once_however_often_its_cells_are_looked_at() -> None:
    notes: list[str] = []
    options = ReadOptions(
        date=by_hand, note=notes.append, asked=[*terms(parse_query("since:2000", today=19398))]
    )
    assert len(list(read_csv(io.BytesIO(b"date,title\n7 Feb,x\n7 Feb,y\n"), options))) == 2
    assert [note.partition(":")[0] for note in notes] == ["2", "3"]


def test_what_is_counted_in_the_end_is_not_asked_of_a_row() -> None:
    text = "date,title,summary,vote\n2022,x,of trade,no\n2022,x,of trade,yes\n2022,y,of trade,yes\n"
    asked = parse_query('summary:"no 1"', today=19398)
    mapping = Mapping(tally={"event": ("title",), "count": ("vote",)})
    options = ReadOptions(date=by_hand, mapping=mapping, asked=[*terms(asked)])
    found = [row for _, row in read_csv(io.BytesIO(text.encode()), options) if isinstance(row, dict)]
    assert [asked(Event.from_record(record)) for record in found] == [True, False]


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ({}, [3]),
        ({"fields": {"source.url": ("A",)}}, [3]),
        ({"fields": {"source.quote": ("A",)}}, []),
        ({"fields": {"sources": ("A",)}}, []),
        ({"constants": {"tags": ("Yalta",)}}, []),
    ],
)
def test_a_word_anywhere_is_looked_for_in_all_that_a_row_says(
    said: dict[str, Any], decided: list[int]
) -> None:
    text = "date,title,A,place\n2022,x,,Yalta\n2023,y,Yalta,\n"
    options = ReadOptions(
        date=by_hand, mapping=Mapping(**said), asked=[*terms(parse_query("yalta", today=19398))]
    )
    rows = list(read_csv(io.BytesIO(text.encode()), options))
    assert [line for line, row in rows if row is None] == decided

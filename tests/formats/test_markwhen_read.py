"""markwhen coming in: what is an event, what its line and the lines below say, and what is told of the rest."""

import io
from pathlib import Path

import pytest
from rows import records

from timeline.errors import InvalidData
from timeline.formats.foreign import read_files
from timeline.formats.format import ReadOptions
from timeline.formats.markwhen import FORMAT, read
from timeline.said.reading import read_date
from timeline.said.understood import DayOrder, Understood

REAL = Path(__file__).resolve().parents[2] / "../shared/events/markwhen"
DATES = [  # what stands before the colon, the date
    ("2022-03-21", "2022-03-21"),
    ("- 2022-03", "2022-03"),
    ("2012~", "2012~"),
    ("2012-01-01/2012-02", "2012-01-01/2012-02"),
    ("1968-04 / 1968-05", "1968-04/1968-05"),
    ("2018 - 2020", "2018/2020"),
    ("2018 to March 2020", "2018/2020-03"),
    ("2020 - now", "2020/.."),
    ("Dec 2, 1999", "1999-12-02"),
    ("44 BCE", "-0043"),
    ("300 BCE - 200 BCE", "-0299/-0199"),
    ("2022-01-01 10:30", "2022-01-01T10:30:00"),
    ("2022-01-01T10:00:00Z/2022-01-01T12:00:00Z", "2022-01-01T10:00:00Z"),
    ("1/2/2023", "2023-02-01"),
    ("1/2/2023-3/2/2023", "2023-02-01/2023-02-03"),
]
NO_EVENTS = ["Note: x", "In 2012 he said: x", "https://a.org/2012: x", "see 2012: x", "2012", "2012:x", ": x"]


def reader(text: str) -> Understood:
    return read_date(text, today=19398, order=DayOrder.DAY_FIRST)


OPTIONS = ReadOptions(date=reader)


@pytest.mark.parametrize(("head", "date"), DATES)
def test_a_line_that_begins_with_a_date_is_an_event(head: str, date: str) -> None:
    assert records(FORMAT, f"{head}: Talks end", OPTIONS) == [{"date": date, "title": "Talks end"}]


@pytest.mark.parametrize("line", NO_EVENTS)
def test_any_other_line_is_none(line: str) -> None:
    told: list[str] = []
    assert list(read(io.BytesIO(line.encode()), ReadOptions(note=told.append))) == []
    assert told == ["1: no line begins with a date and a colon"]


def test_tags_properties_and_lines_below_are_fields() -> None:
    text = """---
title: 2012: a header
---
section Talks
2022: Talks end #talks No. #1
location: Tokyo
participants: [Japan, "Russia"]
id: talks-end

They *end*.
key: is a word here
// a comment
- [ ] write it down
endSection
2023: Rally
"""
    told: list[str] = []
    assert records(FORMAT, text, ReadOptions(date=reader, note=told.append)) == [
        {
            "id": "talks-end",
            "date": "2022",
            "title": "Talks end No. #1",
            "summary": "They *end*.\nkey: is a word here\n- [ ] write it down",
            "actors": ["Japan", "Russia"],
            "place": "Tokyo",
            "tags": ["talks"],
        },
        {"date": "2023", "title": "Rally"},
    ]
    assert told == ["1: not taken: 1 section", "5: taken as --map actors=participants"]


def test_the_header_says_whether_the_day_stands_first() -> None:
    assert records(FORMAT, "dateFormat: M/d/y\n\n1/2/2023: a\n", OPTIONS) == [
        {"date": "2023-01-02", "title": "a"}
    ]
    assert records(FORMAT, "dateFormat: d/M/y\n\n1/2/2023: a\n") == [{"date": "2023-02-01", "title": "a"}]


def test_what_counts_from_another_event_is_told_with_its_line() -> None:
    with pytest.raises(InvalidData) as caught:
        records(FORMAT, "2022: a\n5 days: b\n", OPTIONS)
    assert caught.value.message.startswith('2: date "5 days" is not understood')


def test_what_was_changed_in_the_line_is_what_comes_back() -> None:
    text = '2022: Talks\nid: "t"\nedtf: "2022~"\n\nOne two\n'
    assert records(FORMAT, text)[0]["date"] == "2022~"
    assert records(FORMAT, text.replace("2022: T", "2023: T"))[0]["date"] == "2023"
    kept = '2022: Two blanks\nid: "t"\ntitle: "Two  blanks"\nsummary: "One\\ntwo"\n\nOne two\n'
    assert records(FORMAT, kept) == [
        {"id": "t", "date": "2022", "title": "Two  blanks", "summary": "One\ntwo"}
    ]
    changed = kept.replace("2022: Two", "2022: Three").replace("\n\nOne two", "\n\nTwo")
    assert records(FORMAT, changed) == [
        {"id": "t", "date": "2022", "title": "Three blanks", "summary": "Two"}
    ]


@pytest.mark.parametrize("path", sorted(REAL.glob("*.mw")), ids=lambda path: path.stem)
def test_a_real_document_is_read(path: Path) -> None:
    reading = read_files([path], "", reader, reader)
    assert reading.rows == len(reading.events) + reading.bad
    assert not reading.bad

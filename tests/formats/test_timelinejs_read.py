"""TimelineJS coming in: the slides of both versions, in the words that a reader sees."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from timeline.errors import InvalidData
from timeline.formats import FORMATS
from timeline.formats.foreign import read_files
from timeline.formats.format import ReadOptions
from timeline.formats.json import read as read_json
from timeline.formats.timelinejs import read
from timeline.record import Record
from timeline.said.understood import Understood

REAL = Path(__file__).resolve().parents[2] / "../shared/events/timelinejs"
DATES: list[tuple[dict[str, Any], str]] = [  # of a slide, and in EDTF
    ({"start_date": {"year": "602"}, "end_date": {"year": "629"}}, "0602/0629"),
    ({"start_date": {"year": "1815", "month": "12", "day": ""}}, "1815-12"),
    ({"start_date": {"year": 2012, "month": 1, "day": 3, "hour": 6, "minute": 45}}, "2012-01-03T06:45:00"),
    ({"start_date": {"year": "-44", "month": "3", "day": "15"}}, "-0043-03-15"),
    ({"start_date": {"year": "-13800"}}, "Y-13799"),
    ({"start_date": {"year": "2012"}, "end_date": {"year": "2012"}}, "2012"),
]
DATES_1 = [
    ("1963,8,9", "1963-08-09"),
    ("1963", "1963"),
    ("2011,12,10,07,02,10", "2011-12-10T07:02:10"),
    ("2011-12-10", "2011-12-10"),
    ("August 1963", "August 1963"),  # for the one reader of dates
]


def as_written(text: str) -> Understood:
    return Understood(edtf=text)


def records(value: object, options: ReadOptions = ReadOptions()) -> list[Record]:  # noqa: B008 - frozen
    found = [row for _, row in read(io.BytesIO(json.dumps(value).encode()), options)]
    wrong = [row for row in found if isinstance(row, InvalidData)]
    if wrong:
        raise wrong[0]
    return [row for row in found if isinstance(row, dict)]


@pytest.mark.parametrize(("slide", "date"), DATES)
def test_a_slide_has_the_date_that_its_numbers_say(slide: dict[str, Any], date: str) -> None:
    there = records({"events": [{**slide, "text": {"headline": "Talks"}}]})
    assert there == [{"date": date, "title": "Talks"}]


@pytest.mark.parametrize(("text", "date"), DATES_1)
def test_a_slide_of_the_first_version_too(text: str, date: str) -> None:
    assert records({"timeline": {"date": [{"startDate": text, "headline": "Talks"}]}}) == [
        {"date": date, "title": "Talks"}
    ]


def test_what_a_slide_says_and_shows_becomes_fields() -> None:
    slide = {
        "start_date": {"year": "2022"},
        "display_date": "spring of 2022",
        "text": {
            "headline": "<b>Talks</b> end",
            "text": "<p>One &amp; two.</p><script>x</script><p>See <a href='https://a.org/x'>the text</a></p>",
        },
        "media": {"url": "https://a.org/p.jpg", "caption": "The <i>table</i>", "credit": "AP"},
        "group": "talks",
        "location": {"name": "Tokyo", "lat": 35.68, "lon": 139.69},
        "unique_id": "a",
        "background": {"color": "#fff"},
    }
    told: list[str] = []
    document = {"events": [slide], "eras": [{}, {}]}
    assert records(document, ReadOptions(note=told.append)) == [
        {
            "date": "2022",
            "date_as_written": "spring of 2022",
            "title": "Talks end",
            "summary": "One & two.\nSee the text",
            "place": "Tokyo",
            "lat": "35.68",
            "lon": "139.69",
            "tags": ["talks"],
            "sources": [
                {"title": "The table", "publisher": "AP", "url": "https://a.org/p.jpg"},
                {"title": "the text", "url": "https://a.org/x"},
            ],
            "imported": {"from": "timelinejs", "id": "a"},
        }
    ]
    assert told == ["1: not taken: 1 background, 2 eras"]


def test_no_address_that_a_program_would_run_is_taken() -> None:
    slide = {
        "start_date": {"year": "2022"},
        "text": {"headline": "a"},
        "media": {"url": "javascript:alert(1)"},
    }
    assert records({"events": [slide]}) == [{"date": "2022", "title": "a"}]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (
            {"events": [{"text": {"headline": "a"}}, {"start_date": {"year": "1"}}]},
            "1: no date to begin with",
        ),
        ({"events": [3, {"start_date": {"year": "1"}}]}, "1: no slide"),
        ({"events": [{"date": "2022"}]}, "1: no slide has a start_date"),
    ],
)
def test_what_is_no_slide_is_told(document: object, message: str) -> None:
    with pytest.raises(InvalidData) as caught:
        records(document)
    assert caught.value.message == message
    assert caught.value.hint


def test_what_was_changed_in_the_file_is_what_comes_back() -> None:
    kept = {"id": "t", "date": "2022-03-21~", "title": "Talks", "kind": "talks", "status": "draft"}
    shown = {"start_date": {"year": 2022, "month": 3, "day": 21}, "display_date": "c. 21 Mar 2022"}
    text = {"headline": "Talks end", "text": "<p>talks · draft</p>"}
    slide = {**shown, "text": text, "group": "anything", "unique_id": "t", "timeline_record": kept}
    assert records({"events": [slide]}) == [{**kept, "title": "Talks end"}]


def test_the_content_of_a_json_file_says_that_it_is_one() -> None:
    slide = {"start_date": {"year": "2022"}, "text": {"headline": "a"}}
    told: list[str] = []
    stream = io.BytesIO(json.dumps({"title": {}, "events": [slide]}).encode())
    assert [row for _, row in read_json(stream, ReadOptions(note=told.append))] == [
        {"date": "2022", "title": "a"}
    ]
    assert told == ["1: taken as -f timelinejs"]


@pytest.mark.parametrize("path", sorted(REAL.glob("*.json")), ids=lambda path: path.stem)
def test_a_real_timeline_is_events_and_mistakes_that_add_up(path: Path) -> None:
    reading = read_files([path], "", as_written, as_written)
    assert reading.rows == len(json.loads(path.read_text())["events"]) == len(reading.events) + reading.bad
    assert {error.message.split(": ", 1)[1] for error in reading.wrong} <= {"title is missing"}
    assert "timelinejs" in FORMATS

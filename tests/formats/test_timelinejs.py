"""TimelineJS: it takes every slide at its date, and shows the texts of the events as text; its sheet holds the same."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from html import unescape
from typing import Any

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings
from outside import hostile_events, node

from timeline.formats import timelinejs, timelinejs_csv
from timeline.formats.format import WriteOptions
from timeline.formats.timelinejs import left_out
from timeline.formats.timelinejs_csv import COLUMNS
from timeline.model import Event

READER = """
    const { JSDOM, VirtualConsole } = require("jsdom");
    const page = "<!doctype html><body><div id='t'></div></body>";
    const { window } = new JSDOM(page, {
        runScripts: "outside-only", pretendToBeVisual: true, virtualConsole: new VirtualConsole(),
    });
    window.matchMedia = () => ({ matches: false, addListener() {}, addEventListener() {} });
    window.eval(readFileSync(file, "utf8"));
    const timeline = new window.TL.Timeline("t", JSON.parse(text), {});
    while (!timeline.config?.events) await new Promise((done) => setTimeout(done, 10));
    const { events, messages } = timeline.config;
    const found = events.map((one) => [one.unique_id, one.start_date.data.date_obj]);
    process.stdout.write(JSON.stringify({ messages, events: found }), () => process.exit(0));
"""


def event(**fields: Any) -> Event:
    return Event.from_record({"date": "2022-03-21", "title": "Talks", **fields})


def document(events: Iterable[Event], **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(timelinejs.write(events, WriteOptions(**options))))
    return found


def rows(events: Iterable[Event]) -> list[dict[str, str]]:
    return list(
        csv.DictReader(io.StringIO("".join(timelinejs_csv.write(events, WriteOptions())), newline=""))
    )


DATES = [  # date, start, end
    ("2022-03-21", {"year": 2022, "month": 3, "day": 21}, None),
    ("2022-03~", {"year": 2022, "month": 3}, None),
    ("1950?", {"year": 1950}, None),
    ("195X", {"year": 1950}, {"year": 1959}),
    ("1950~/2022-03-21", {"year": 1950}, {"year": 2022, "month": 3, "day": 21}),
    ("2018/..", {"year": 2018}, None),
    ("../2018", {"year": 2018}, None),
    ("2001-21", {"year": 2001, "month": 3}, {"year": 2001, "month": 5}),
    ("-0043-03-15", {"year": -44, "month": 3, "day": 15}, None),
    ("0000", {"year": -1}, None),
    (
        "2023-02-10T15:04:00Z",
        {"year": 2023, "month": 2, "day": 10, "hour": 15, "minute": 4, "second": 0},
        None,
    ),
]


@pytest.mark.parametrize(("date", "start", "end"), DATES)
def test_a_date_is_as_precise_as_it_is(date: str, start: dict[str, int], end: dict[str, int] | None) -> None:
    (one,) = document([event(date=date)])["events"]
    assert (one["start_date"], one.get("end_date")) == (start, end)
    (row,) = rows([event(date=date)])
    assert {name: row[name.capitalize()] for name in start if name in ("year", "month", "day")} == {
        name: str(value) for name, value in start.items() if name in ("year", "month", "day")
    }
    assert row["Time"] == ("15:04:00" if "hour" in start else "")
    assert row["End Year"] == (str(end["year"]) if end else "")


def test_the_date_stands_there_in_words() -> None:
    (one,) = document([event(date="1950~")])["events"]
    assert one["display_date"] == "c. 1950"
    assert rows([event(date="1950~")])[0]["Display Date"] == "c. 1950"


def test_what_has_no_date_to_begin_with_is_left_out_and_said() -> None:
    out = [event(date="../.."), event(date="Y-17E7")]
    assert list(map(left_out, out)) == ["events without a date", "events beyond 200,000 years"]
    assert document(out) == {"events": []}
    assert rows(out) == []


def test_a_group_is_the_kind_or_what_is_asked_for() -> None:
    one = event(kind="talks", actors=["Japan", "Russia"], tags=["x"])
    assert document([one])["events"][0]["group"] == "talks"
    assert document([one], by="actor", title="T")["events"][0]["group"] == "Japan"
    assert [slide["group"] for slide in document([one, event(box="7")], by="box")["events"]] == [
        "(no box)",
        "7",
    ]
    assert document([one], title="A < B")["title"] == {"text": {"headline": "A &lt; B"}}


@settings(max_examples=30)
@given(event_lists())
def test_the_sheet_holds_what_the_json_holds(events: Sequence[Event]) -> None:
    slides, sheet = document(events)["events"], rows(events)
    assert len(slides) == len(sheet) == len([event for event in events if not left_out(event)])
    for one, row in zip(slides, sheet, strict=True):
        # A cell that begins like a formula begins with the same character as HTML writes it.
        said = unescape(row["Display Date"])
        assert (row["Year"], said) == (str(one["start_date"]["year"]), one["display_date"])
        assert set(row) == set(COLUMNS)


def test_no_cell_is_a_formula() -> None:
    for row in rows(hostile_events()):
        for name, cell in row.items():
            assert name in ("Year", "End Year") or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell


def test_no_text_is_html() -> None:
    html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    for given_, one in zip(hostile_events(), document(hostile_events())["events"], strict=True):
        for text in (one["text"]["headline"], one["text"]["text"], one["display_date"]):
            for node_ in parser.parseFragment(text).iter():
                assert node_.tag in ("DOCUMENT_FRAGMENT", "p", "ul", "li", "a")
                assert set(node_.attrib) <= {"href"}
                assert node_.attrib.get("href", "http").startswith("http")
        headline = "".join(parser.parseFragment(one["text"]["headline"]).itertext())
        assert (
            headline.split() == given_.title.replace("\x1b", "\\x1b").replace("\x00", "\\x00").split()
            or not given_.title.isprintable()
        )


def test_timelinejs_takes_every_slide_at_its_date() -> None:
    dates = [date for date, *_ in DATES if not date.startswith(("-", "0000"))]
    events = [event(id=f"e{at}", date=date) for at, date in enumerate(dates)]
    answer = node(READER, "@knight-lab/timelinejs/dist/js/timeline.js", json.dumps(document(events)))
    assert answer["messages"] == {"errors": [], "warnings": []}
    found = {one[0]: one[1][:10] for one in answer["events"]}
    starts = [start for date, start, _ in DATES if date in dates]
    assert found == {
        f"e{at}": f"{start['year']:04}-{start.get('month', 1):02}-{start.get('day', 1):02}"
        for at, start in enumerate(starts)
    }


def test_timelinejs_takes_every_text() -> None:
    events = hostile_events()
    answer = node(READER, "@knight-lab/timelinejs/dist/js/timeline.js", json.dumps(document(events)))
    assert answer["messages"] == {"errors": [], "warnings": []}
    assert len(answer["events"]) == len(events)

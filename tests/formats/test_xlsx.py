"""Workbooks: what Excel and other readers have of them is the events, no text is a formula, and it all comes back."""

import datetime as dt
import io
import sys
from collections.abc import Sequence
from typing import Any

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings
from outside import hostile_events

from timeline.errors import Refused, Unavailable
from timeline.formats import xlsx
from timeline.formats.csv import COLUMNS
from timeline.formats.format import ReadOptions, WriteOptions
from timeline.formats.loss import loss
from timeline.formats.workbook import XLSX
from timeline.formats.workbook import read as read_workbook
from timeline.model import Event

pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")


def day(*parts: int) -> dt.datetime:
    return dt.datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - what a cell holds has no zone


def event(**fields: Any) -> Event:
    return Event.from_record({"date": "2022-03", "title": "Talks", **fields})


def book(events: Sequence[Event]) -> bytes:
    (data,) = xlsx.write(events, WriteOptions(title="History"))
    assert isinstance(data, bytes)
    return data


def opened(events: Sequence[Event]) -> Any:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    return openpyxl.load_workbook(io.BytesIO(book(events)))


def back(events: Sequence[Event]) -> list[Event]:
    pytest.importorskip("python_calamine", reason="python-calamine is not installed")
    found = []
    for _, row in read_workbook(io.BytesIO(book(events)), ReadOptions()):
        assert isinstance(row, dict), row
        found.append(Event.from_record(row))
    return found


@settings(max_examples=40)
@given(event_lists())
def test_what_comes_back_is_equal(events: Sequence[Event]) -> None:
    there = [event for event in events if not loss([event], XLSX.carries)]
    assert back(there) == there


def test_every_text_comes_back() -> None:
    events = hostile_events()
    there = [event for event in events if not loss([event], XLSX.carries)]
    assert back(there) == there
    assert len(events) - len(there) == sum(
        "\ufffe" in event.title or "\uffff" in event.title for event in events
    )
    assert len(back(events)) == len(events)


def test_the_first_row_stays_in_sight_and_filters() -> None:
    one = event(sources=[{"url": "https://x.org/a b", "archived": "javascript:alert(1)"}, "Two"])
    events, sources = opened([one, event()])
    assert (events.title, events.freeze_panes, events.auto_filter.ref) == ("Events", "A2", "A1:T3")
    assert [cell.value for cell in events[1]] == [*COLUMNS]
    assert (sources.title, sources.freeze_panes, sources.max_row) == ("Sources", "A2", 3)
    link = events.cell(2, COLUMNS.index("source_url") + 1)
    assert (link.value, link.hyperlink.target) == ("https://x.org/a b", "https://x.org/a%20b")
    assert events.cell(2, COLUMNS.index("source_archived") + 1).hyperlink is None
    assert [cell.value for cell in sources[3]][1:3] == ["Mar 2022: Talks", "Two"]


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        ("2022-03~", day(2022, 3, 1), day(2022, 3, 31)),
        ("1900-03-01", day(1900, 3, 1), day(1900, 3, 1)),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("-0043", "-0043-01-01", "-0043-12-31"),
        ("9999/..", day(9999, 1, 1), None),
        ("Y10000", "10000-01-01", "10000-12-31"),
    ],
)
def test_days_are_days_of_excel_from_march_1900_on(
    date: str, earliest: dt.datetime | str, latest: dt.datetime | str | None
) -> None:
    sheet = opened([event(date=date)])["Events"]
    assert [cell.value for cell in sheet[2]][1:4] == [date, earliest, latest]


def test_no_text_is_a_formula_or_a_link_to_a_program() -> None:
    events = hostile_events()
    for sheet in opened(events):
        assert sheet.max_row == len(events) + 1
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                assert cell.data_type in "sdn"
                assert cell.data_type != "n" or cell.value is None
                assert cell.hyperlink is None or cell.hyperlink.target.startswith(("http://", "https://"))


def test_the_same_events_are_the_same_bytes() -> None:
    assert book([event()]) == book([event()])


def test_what_is_longer_than_a_cell_is_cut_and_said() -> None:
    long = event(summary="x" * 40_000)
    assert loss([long, event()], XLSX.carries) == {"text beyond 32,767 characters": 1}
    (one,) = back([long])
    assert one.summary == "x" * 32_766 + "…"


def test_more_links_than_a_sheet_holds_are_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_LINKS", 1)
    sheet = opened([event(sources=["https://a.org"]), event(sources=["https://b.org"])])["Events"]
    column = COLUMNS.index("source_url") + 1
    links = [sheet.cell(row, column).hyperlink is not None for row in (2, 3)]
    assert links == [True, False]
    assert sheet.cell(3, column).value == "https://b.org"


def test_more_events_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 1)
    with pytest.raises(Refused) as caught:
        book([event(), event()])
    assert caught.value.message == "a sheet holds 1 events, and these are 2"


def test_who_lacks_the_library_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(Unavailable) as caught:
        book([])
    assert caught.value.message == "writing workbooks needs XlsxWriter"
    assert caught.value.hint == 'pip install "timeline[tables]"'

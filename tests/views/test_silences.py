"""The list of silences tells how long each lasts, and what stands on either side."""

import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from strategies import edtf_texts

from timeline.model import Event
from timeline.views.options import Shown, ViewOptions
from timeline.views.silences import draw_silences


def drawn(*dates: str, count: int = 3, by: str | None = None, width: int = 60) -> str:
    events = [
        Event.from_record(
            {"date": date, "title": f"Event {number}", "actors": ["Russia" if number % 2 else "Japan"]}
        )
        for number, date in enumerate(dates, 1)
    ]
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(
        draw_silences([Shown(one) for one in events], ViewOptions(by=by, gaps=count)), end=""
    )
    return out.getvalue()


def test_a_silence_is_told_with_its_length_its_days_and_its_neighbours() -> None:
    assert drawn("2018", "2022-03", "2022-03-21", "2023-02-07") == (
        "3 years 2 months  1 Jan 2019 – 28 Feb 2022\n"
        "  after  2018  Event 1\n"
        "  before Mar 2022  Event 2\n"
        "10 months 6 days  1 Apr 2022 – 6 Feb 2023\n"
        "  after  Mar 2022  Event 2\n"
        "  before 7 Feb 2023  Event 4\n"
        "2 silences between 4 events\n"
    )


@settings(deadline=None)
@given(
    texts=st.lists(edtf_texts(), max_size=8), width=st.integers(40, 70), by=st.sampled_from([None, "actor"])
)
@example(texts=["2021-09-20", "[2022-10-21..2023-11-22]", "2024-05-06"], width=40, by="actor")
def test_no_line_is_wider_than_asked(texts: list[str], width: int, by: str | None) -> None:
    assert max(map(cell_len, drawn(*texts, width=width, by=by).split("\n"))) <= width


def test_lanes_are_silent_for_themselves() -> None:
    out = drawn("2018", "2019", "2020", "2021", by="actor", count=1)
    assert out.splitlines()[0] == "1 year  1 Jan – 31 Dec 2020  Japan"


@pytest.mark.parametrize(
    "dates", [("-9999", "9999-12-31", "Y10000"), ("Y-100000", "2020"), ("2020", "Y17E7")]
)
@pytest.mark.parametrize("width", [40, 100])
def test_far_years_are_told(dates: tuple[str, ...], width: int) -> None:
    out = drawn(*dates, width=width)
    assert "year" in out
    assert max(map(len, out.splitlines())) <= width


def test_without_silences_it_says_so() -> None:
    assert drawn("2018", "2018") == "0 silences between 2 events\n"


def test_days_of_far_years_go_on_below() -> None:
    text = drawn("Y-1E8", "Y-10000", width=40)
    assert "  1 Jan 100,000,000 BC – 31 Dec 10,002\n  BC\n" in text
    assert max(map(len, text.split("\n"))) <= 40

"""A line an event: date, whole title, id."""

import re

import pytest
from event_strategies import events as some_events
from hypothesis import given, settings
from hypothesis import strategies as st
from view_drawing import drawn, event, in_order, shipped

from timeline.model import Event
from timeline.views import list as view
from timeline.views.cells import width as cells_of
from timeline.views.ink import Surface
from timeline.views.options import ViewOptions
from timeline.views.pen import BOLD, Pen, Span


@pytest.mark.parametrize("width", [40, 60, 100, 160])
def test_titles_and_ids_are_whole(width: int) -> None:
    left = 15 if width < 80 else 23  # behind the dates
    words = [word for line in drawn("list", shipped(), width).split("\n") for word in line[left:].split()]
    assert words == [word for one in shipped() for word in (*one.title.split(), one.id)]


@settings(deadline=None)
@given(events=some_events(max_size=6), width=st.integers(40, 130))
def test_every_event_has_its_line(events: list[Event], width: int) -> None:
    assert drawn("list", in_order(events), width, unbroken=True).count("\n") == len(events)
    assert drawn("list", in_order(events), width).count("\n") >= len(events)


def test_ids_stand_below_one_another_where_they_fit() -> None:
    lines = drawn("list", shipped(), 160).split("\n")
    assert len({line.index(one.id) for line, one in zip(lines, shipped(), strict=False)}) == 1
    edges = [line for line in drawn("list", shipped(), 60).split("\n") if re.search(r"[a-z]-[a-z-]+$", line)]
    assert {len(line) for line in edges} == {60}


def test_a_title_of_a_page_moves_no_other_id() -> None:
    events = [event("2018", "short", id="a"), event("2019", "long " * 99 + "long", id="b")]
    first, second, _ = drawn("list", events, unbroken=True).split("\n")
    assert len(first) < 140
    assert second.endswith("long  b")


def test_what_keeps_an_event_from_being_a_plain_report_is_said() -> None:
    text = drawn("list", [event("2018", status="disputed"), event("2019")], context={1})
    assert text == "2018  Something happens [disputed]\n2019  Something happens [context]\n"


@given(st.text(min_size=1, max_size=12), st.text("ab条", max_size=8), st.integers(0, 12), st.booleans())
def test_what_fits_in_one_line_is_drawn_as_what_is_wrapped(
    words: str, name: str, more: int, beside: bool
) -> None:
    pen = Pen(Surface(80), ViewOptions())
    title: list[Span] = [(pen.text(words), BOLD)]
    size = cells_of(title[0][0]), cells_of(name)
    room = sum(size) + 2 + more
    column = size[0] + 2 + more if beside else 0
    line = view._in_one_line(title, name, size, room, column)
    assert [_joined(one) for one in view._titled(title, name, room, column, pen)] == [_joined(line)]


def _joined(line: list[Span]) -> str:
    return "".join(text for text, _ in line)

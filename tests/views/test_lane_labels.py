"""What stands beside the marks of lanes, how many lanes there are, and rival dates among them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from view_drawing import contested, drawn, event, in_order, shipped

from timeline.dates.calendar import day_iso, days_from_civil
from timeline.query.lanes import lanes_by

some_days = st.lists(
    st.tuples(st.integers(10_000, 20_000), st.sampled_from(("x", "y", "z"))), min_size=1, max_size=40
)


def _parts(text: str) -> tuple[str, str]:
    """The lanes, below their axis, and the key."""
    lanes, key, *_ = text.split("\n\n")
    return lanes, key


@settings(deadline=None)
@given(some=some_days, width=st.integers(40, 120))
def test_numbers_stand_beside_every_mark_and_in_the_key(some: list[tuple[int, str]], width: int) -> None:
    events = in_order(event(day_iso(day), f"Title {kind}", kind=kind) for day, kind in some)
    lanes, key = _parts(drawn("lanes", events, width, by="kind", labels="all"))
    body = lanes[re.search(r"^[xyz]\b", lanes, re.MULTILINE).start() :]  # type: ignore[union-attr] # there is a lane
    marks = re.findall(r"● (\d+)|(\d+) ●|^ *(\d+)$", body, re.MULTILINE)
    assert sorted(int("".join(found)) for found in marks) == list(range(1, len(events) + 1))
    for number, (one, line) in enumerate(zip(events, key.split("\n"), strict=True), 1):
        assert line.split()[0] == str(number)
        assert line.endswith(one.title)


@pytest.mark.parametrize("width", [60, 100, 160])
def test_the_key_has_every_title_whole(width: int) -> None:
    _, key = _parts(drawn("lanes", shipped(), width, labels="all"))
    words = " ".join(" ".join(line[18 if width < 80 else 26 :].split()) for line in key.split("\n"))
    assert words == " ".join(one.title for one in shipped())


def test_an_event_of_several_lanes_has_one_number_in_all() -> None:
    lanes, _ = _parts(drawn("lanes", [event("2018", "T", actors=["Japan", "Russia"])], labels="all"))
    assert re.findall(r"░ 1\b|\b1 ░", lanes) or lanes.count(" 1") == 2


def test_without_labels_there_are_marks_and_no_words() -> None:
    lanes = drawn("lanes", shipped(), 100, by="kind", labels="none").split("\n\n")[0]
    names = [name for one in shipped() for name in lanes_by("kind", shipped())(one)]
    body = lanes[min(lanes.index(f"\n{name}") for name in names) :]
    assert set(re.findall(r"[a-z]+", body)) <= set(names)
    assert "━" in body
    assert body.count("░") > 5


def test_marks_without_labels_share_rows() -> None:
    events = [event(f"2018-{month:02}-04") for month in range(1, 13)]
    assert (
        len(drawn("lanes", events, 60, labels="none").split("\n\n")[0].split("\n")) == 5
    )  # three of the axis


@settings(deadline=None)
@given(some=some_days, top=st.integers(1, 4))
def test_the_fullest_lanes_are_kept_and_the_others_counted(some: list[tuple[int, str]], top: int) -> None:
    events = in_order(event(day_iso(day), kind=kind) for day, kind in some)
    text = drawn("lanes", events, 100, by="kind", top=top)
    sizes = sorted(
        ([kind for _, kind in some].count(kind) for kind in {kind for _, kind in some}), reverse=True
    )
    assert f"{sum(sizes[:top])} event" in text
    left = re.search(r"(\d+) more lanes? left out, and (\d+) events? that", text.replace("\n", " "))
    expected = (len(sizes[top:]), sum(sizes[top:])) if sizes[top:] else None
    assert (left and (int(left[1]), int(left[2]))) == expected


def test_an_event_of_a_lane_that_is_left_out_may_stand_in_another() -> None:
    text = drawn("lanes", [event("2018", actors=["A"]), event("2019", actors=["A", "B"])], top=1)
    assert "2 events in 1 lane by actor; 1 more lane left out\n" in text


def test_top_counts_the_other_lanes_of_a_density_together() -> None:
    events = [event("2018", actors=["A", "B", "C"]), event("2018", actors=["A", "B"])]
    head, row, *_ = drawn("density", events, 100, by="actor", top=2).split("\n")
    assert head.split() == ["all", "A", "B", "(others)"]
    assert row.split()[-1] == "1"


def test_top_keeps_that_many_rows_and_columns_of_a_matrix() -> None:
    text = drawn("matrix", shipped(), 100, top=2)
    assert text.count("┌") == 2
    assert "Russian Foreign Ministry" not in text
    assert "6 more rows and 6 more columns left out" in text.replace("\n", " ")


@settings(deadline=None)
@given(
    day=st.integers(days_from_civil(2018, 1, 1), days_from_civil(2018, 12, 31)),
    rival=st.integers(days_from_civil(2018, 1, 1), days_from_civil(2018, 12, 31)),
    width=st.integers(64, 160),
)
def test_a_rival_date_stands_on_its_own_day(day: int, rival: int, width: int) -> None:
    source = {"publisher": "TASS", "event_date": day_iso(rival)}
    ends = [event("2018-01-01", kind="a"), event("2018-12-31", kind="a")]
    events = in_order([*ends, event(day_iso(day), "E", kind="b", sources=[source])])
    lines = (
        drawn("lanes", events, width, by="kind", labels="none", scale="linear").split("\n\n")[0].split("\n")
    )
    left, right = next((line.index("├"), line.index("┤")) for line in lines if "├" in line)
    marks = [line.index("□") for line in lines if "□" in line]
    assert len(marks) == (day != rival)
    for mark in marks:
        share = (rival - days_from_civil(2018, 1, 1) + 0.5) / 365
        assert abs(mark - left - share * (right - left + 1)) <= 1


def test_rival_dates_say_who_gives_them_and_are_no_further_events() -> None:
    text = drawn("lanes", contested(), 160, by="kind")
    assert "□ [Kyodo News, Jun 2018] Talks begin" in text
    assert "╌ [Interfax, Jun 2018] Talks begin" in text
    assert "□ date that a source gives instead" in text
    assert "4 events in 3 lanes by kind" in text


def test_rival_dates_are_counted_apart_where_there_are_many_events() -> None:
    source = {"publisher": "TASS", "event_date": "2018-09"}
    events = [event(f"2018-{month:02}-04", sources=[source]) for month in range(1, 13)]
    lines = drawn("lanes", events, 80, by="kind").split("\n")
    (row,) = [line for line in lines if "[according to another source]" in line]
    assert "◉" in row
    assert sum(line.count("●") for line in lines) == 13

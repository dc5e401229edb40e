"""Counts in buckets: whole, honest about doubt, and complete."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from view_drawing import drawn, event, in_order

from timeline.dates.calendar import day_iso
from timeline.dates.event_date import EventDate
from timeline.errors import UsageError
from timeline.views.buckets import (
    MOST_BUCKETS,
    PERIODS,
    Counts,
    bucket_words,
    first_day_of,
    fit_period,
    number_of,
    possible_days,
)

days = st.integers(-(10**6), 10**6)
periods = pytest.mark.parametrize("per", PERIODS)
dates = st.one_of(
    st.integers(0, 4000).map(day_iso),
    st.integers(0, 4000).map(lambda day: day_iso(day)[:7]),
    st.integers(0, 4000).map(lambda day: day_iso(day)[:4]),
    st.tuples(st.integers(0, 3000), st.integers(1, 900)).map(
        lambda two: f"{day_iso(two[0])}/{day_iso(sum(two))}"
    ),
    st.sampled_from(["197X", "[1970,1975-06]", "{1971,1972}", "[..1980]", "1975/..", "../1975", "1971-22"]),
)


@periods
@given(day=days)
def test_a_day_lies_in_its_bucket(per: str, day: int) -> None:
    number = number_of(day, per)
    assert first_day_of(number, per) <= day < first_day_of(number + 1, per)
    assert bucket_words(number, per)


@periods
@given(texts=st.lists(dates, min_size=1, max_size=20))
def test_buckets_add_up_to_the_events(per: str, texts: list[str]) -> None:
    runs = [possible_days(EventDate(text)) for text in texts]
    bounds = [run for own in runs for run in own]
    if not bounds:
        return
    first = number_of(min(start for start, _ in bounds), per)
    counts = Counts(per, first, number_of(max(end for _, end in bounds), per))
    for own in runs:
        counts.add(own)
    counts.close()
    assert sum(counts.certain) + counts.spread_events + counts.apart == counts.events == len(texts)
    assert sum(counts.spread) == pytest.approx(counts.spread_events)
    naive = [0.0] * len(counts.spread)
    for own in runs:
        every = [day for start, end in own for day in range(start, end + 1)]
        if every and number_of(every[0], per) != number_of(every[-1], per):
            for day in every:
                naive[number_of(day, per) - first] += 1 / len(every)
    assert counts.spread == pytest.approx(naive, abs=1e-9)


@settings(deadline=None)
@given(
    texts=st.lists(dates, min_size=1, max_size=20),
    per=st.sampled_from(["month", "quarter", "year", "decade"]),
)
def test_every_bucket_has_its_row_or_is_told_in_a_run_of_empty_ones(texts: list[str], per: str) -> None:
    text = drawn("density", in_order(event(text) for text in texts), 100, per=per)
    assert f"{len(texts)} event" in text
    runs = [run for one in texts for run in possible_days(EventDate(one))]
    if not runs:
        return
    first, last = number_of(min(runs)[0], per), number_of(max(end for _, end in runs), per)
    held = {number for start, end in runs for number in range(number_of(start, per), number_of(end, per) + 1)}
    number = first
    for line in text.split("\n"):
        if number > last:
            break
        if folded := re.fullmatch(rf" *┊  (\d+) empty {per}s", line):
            run = range(number, number + int(folded[1]))
            assert len(run) > 3
            assert not held.intersection(run)
            assert {run[0] - 1, run[-1] + 1} <= held
            number = run[-1] + 1
        else:
            assert re.split(r" {2,}", line.strip())[0] == bucket_words(number, per)
            number += 1
    assert number == last + 1


def test_three_empty_buckets_have_rows_and_four_have_one_line() -> None:
    texts = ["2000", "2004", "2009"]
    for by in (None, "actor"):
        lines = drawn("density", map(event, texts), 60, per="year", by=by, ascii=True).split("\n")
        rows = [line.split() for line in lines[bool(by) :]]
        assert [row[0] for row in rows[:7]] == ["2000", "2001", "2002", "2003", "2004", ":", "2009"]
        assert rows[5] == [":", "4", "empty", "years"]


def test_a_year_does_not_pile_on_january() -> None:
    text = drawn("density", [event("2018"), event("2018-03-21")], 60, per="quarter")
    assert text.split("\n")[0].split()[:4] == ["Q1", "2018", "1", "+0.2"]
    assert "1 spread over several" in text


def test_too_many_buckets_are_refused_with_what_would_work() -> None:
    far = [[(0, 0)], [(first_day_of(number_of(0, "week") + MOST_BUCKETS, "week"), 10**5)]]
    with pytest.raises(UsageError, match="too many to draw") as refused:
        fit_period(far, "day")
    assert refused.value.hint == "use --per month"
    with pytest.raises(UsageError) as hopeless:
        fit_period([[(-(10**12), 10**12)]], None)
    assert hopeless.value.hint == "choose fewer events with --since and --until"


@pytest.mark.parametrize(
    ("texts", "per"),
    [
        (["2018-03-21"], "day"),
        (["2018-03-21", "2018-06-21"], "week"),
        (["2018"], "year"),
        (["1945~", "2022-03-21", "2023-02-10"], "decade"),
    ],
)
def test_the_finest_comfortable_bucket_that_holds_most_events_is_chosen(texts: list[str], per: str) -> None:
    assert fit_period([possible_days(EventDate(text)) for text in texts], None) == per


def test_unknown_buckets_are_refused_with_a_hint() -> None:
    with pytest.raises(UsageError, match='buckets per "yaer" are not known') as refused:
        fit_period([], "yaer")
    assert refused.value.hint
    assert "year" in refused.value.hint


def test_lanes_without_room_are_counted_together() -> None:
    events = [event("2018", actors=[f"Actor {number}", "Japan"]) for number in range(30)]
    text = drawn("density", events, 100, by="actor")
    assert "(others)" in text
    assert text.split("\n")[1].split()[-1] == "26"  # all but those of the four lanes that fit beside Japan


@pytest.mark.parametrize(
    "crowds",
    [
        [("2018-03-21", 1, "ABCDEFGH")],
        [("2018", 1, "ABC"), ("../2018", 1, "AB"), ("2018/2020", 99, "A")],
        [("2018-03-21", 1000, "ABCDEFGHIJ"), ("[2018..2020]", 1100, "ABCDEFGHIJ"), ("1955", 1, "")],
        [("[2018..2020]", 12_000, "ABC"), ("2018-03-21", 100, "B")],
        [("-0043-03-15", 9, "ABC"), ("195X", 12, "ABCDEF"), ("2018", 1, "")],
        [("Y-17E7", 2, "ABC")],
    ],
)
@pytest.mark.parametrize("by", [None, "actor"])
def test_numbers_of_any_length_fit_below_one_another(
    crowds: list[tuple[str, int, str]], by: str | None
) -> None:
    events = [one for date, times, actors in crowds for one in [event(date, actors=[*actors])] * times]
    for width in range(40, 131, 1 if len(events) < 1000 else 18):
        head, *rows = drawn("density", events, width, by=by).split("\n")
        assert max(map(cell_len, (head, *rows))) <= width
        if column := re.match(" +all ", head):
            counts = [row for row in rows[: rows.index("")] if " empty " not in row]
            assert {row[column.end() - 1 : column.end()] for row in counts} == {" "}


@pytest.mark.parametrize("width", [40, 44, 60])
def test_the_fullest_lane_is_always_shown(width: int) -> None:
    dates = [day_iso(17000 + number) for number in range(20)] + ["2016"]
    events = [event(date, actors=["Japan", f"Actor {number}"]) for number, date in enumerate(dates)]
    text = drawn("density", events, width, by="actor", per="day")
    assert "Japan" in text.split("\n")[0]
    assert ("(others)" in text.split("\n")[0]) != ("no room for 21 more lanes" in text.replace("\n", " "))
    assert max(map(len, text.split("\n"))) <= width


def test_context_is_not_counted() -> None:
    dates = ["2012", "2018-03-21", "2019", "2030"]
    text = drawn("density", [event(date) for date in dates], 60, per="year", context={0, 3})
    assert text.split("\n")[:3] == [" 2018  1  ██████", " 2019  1  ██████", "total  2"]
    assert "2 events: 2 within one year; 2 as context, not counted" in text
    assert "1 as context" in drawn("density", [event("2018")], 60, context={0})
    split = drawn(
        "density",
        [event(date, actors=["Japan"]) for date in dates],
        60,
        by="actor",
        per="year",
        context={0, 3},
    )
    assert "total    2       2\n" in split


@pytest.mark.parametrize("by", [None, "kind"])
@pytest.mark.parametrize("width", [40, 59, 61, 100])
def test_a_full_bar_with_a_light_end_fits(by: str | None, width: int) -> None:
    events = [*(event("2018-03-21") for _ in range(60)), event("2017/2019"), event("201X")]
    text = drawn("density", events, width, per="year", by=by)
    assert max(map(len, text.split("\n"))) <= width

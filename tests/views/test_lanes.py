"""A picture of lanes is read back: every mark stands where the dates at the ends of its stretch say."""

import re
from dataclasses import dataclass
from io import StringIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import plain_dates
from view_drawing import console, drawn, event, in_order

from timeline.dates.calendar import MONTH_NAMES, day_iso, days_from_civil, days_in_month
from timeline.dates.event_date import EventDate
from timeline.errors import UsageError
from timeline.model import Event, Origin
from timeline.views.axis import fit_axis, length_words
from timeline.views.glyphs import ASCII, UNICODE, Glyphs
from timeline.views.marks import pieces
from timeline.views.options import Shown, ViewOptions
from timeline.views.silences import draw_silences
from timeline.views.ticks import head

MONTHS = {name[:3]: number for number, name in enumerate(MONTH_NAMES) if name}
LENGTHS = re.compile(r"( *[0-9,]+ (years?|months?|days?|y|mo|d)\b)+")
RECENT = days_from_civil(1900, 1, 1), days_from_civil(2030, 1, 1)


@dataclass
class Scale:
    """One stretch as printed: its columns, and the days that its ends say."""

    left: int
    right: int
    first: int
    last: int

    def column(self, day: float) -> float:
        return self.left + (day - self.first) * (self.right - self.left + 1) / (self.last - self.first + 1)


def _days(label: str) -> tuple[int, int]:
    """First and last day of a printed end: a day, a month or a year."""
    before = label.endswith(" BC")
    *front, year_text = label.removesuffix(" BC").replace("AD ", "").split(" ")
    year = int(year_text.replace(",", ""))
    year = 1 - year if before else year
    if not front:
        return days_from_civil(year, 1, 1), days_from_civil(year, 12, 31)
    month = MONTHS[front[-1]]
    if len(front) == 2:
        return (days_from_civil(year, month, int(front[0])),) * 2
    return days_from_civil(year, month, 1), days_from_civil(year, month, days_in_month(year, month))


def _scales(lines: list[str], glyphs: Glyphs) -> tuple[int, list[Scale]]:
    """The number of the line with the axis, and its stretches."""
    breaks = re.escape(glyphs.break_marks)
    axis_line = next(
        number
        for number, line in enumerate(lines)
        if re.fullmatch(rf" *[{re.escape(glyphs.axis_start + glyphs.axis + glyphs.axis_tick)}].*", line)
        and glyphs.axis * 3 in line
    )
    axis = lines[axis_line]
    start = len(axis) - len(axis.lstrip())
    scales, left = [], start
    lengths = 0  # rows of them
    while LENGTHS.fullmatch(lines[lengths]):
        lengths += 1
    ends = lines[lengths:axis_line]
    for part in re.split(breaks, axis[start:]):
        right = left + len(part) - 1
        labels = [
            label
            for line in ends
            for label in re.split(r" {2,}", line.ljust(right + 1)[left : right + 1].strip())
            if label
        ]
        scales.append(Scale(left, right, _days(labels[0])[0], _days(labels[-1])[1]))
        left = right + 1 + len(glyphs.break_marks)
    return axis_line, scales


def _assert_close(column: int, day: float, scales: list[Scale]) -> None:
    scale = next(
        scale
        for scale in scales
        if scale.first <= day <= scale.last + 1 and scale.left <= column <= scale.right
    )
    assert abs(column - scale.column(day)) <= 1, (column, day, scale)


def _assert_marks_stand_right(events: list[Event], text: str, glyphs: Glyphs) -> None:
    lines = text.split("\n")
    axis_line, scales = _scales(lines, glyphs)
    ink = glyphs.marks["day"] + glyphs.doubtful + glyphs.shade + glyphs.stroke + glyphs.break_marks + "~?%"
    for number, one in enumerate(events):
        row, line = next(
            (place, line)
            for place, line in enumerate(lines)
            if place > axis_line and re.search(rf"\bE{number}\b", line)
        )
        title = re.search(rf"\bE{number}\b", line)
        assert title
        left, right = line[: title.start()].rstrip(" "), line[title.end() :]
        # A guide of a break may stand beside a title: it is no mark.
        inked = rf"(?<![{re.escape(ink)}])(?!(?:{re.escape(glyphs.break_marks)})+(?: |$))[{re.escape(ink)}]+"
        first = last = None
        if title.start() - len(left) == 1 and (run := re.search(rf"{inked}$", left)):
            last = run.end() - 1
        elif re.match(rf" {inked}", right):
            first = title.end() + 1
        else:  # the title stands in a row of its own
            above = lines[row - 1]
            assert re.fullmatch(inked, above[scales[0].left :].strip())
            last = len(above) - 1
            first = len(above) - len(above[scales[0].left :].lstrip())
        found = pieces(one.date)
        point = found[0].ink == "point"
        if first is not None and found[0].first is not None:
            _assert_close(first, found[0].first + (0.5 if point else 0), scales)
        if last is not None and found[-1].last is not None:
            _assert_close(last, found[-1].last + (0.5 if point else 1), scales)


dates = st.one_of(
    st.integers(*RECENT).map(day_iso),
    st.integers(*RECENT).map(lambda day: day_iso(day)[:7]),
    st.integers(*RECENT).map(lambda day: day_iso(day)[:4] + "~"),
    st.tuples(st.integers(*RECENT), st.integers(0, 3000)).map(
        lambda two: f"{day_iso(two[0])}/{day_iso(sum(two))}"
    ),
    plain_dates(),
)


@settings(deadline=None)
@given(
    texts=st.lists(dates, min_size=1, max_size=12),
    width=st.integers(40, 160),
    scale=st.sampled_from(["broken", "linear"]),
    ascii_only=st.booleans(),
    lanes=st.integers(1, 3),
)
def test_every_mark_stands_where_the_printed_ends_say(
    texts: list[str], width: int, scale: str, *, ascii_only: bool, lanes: int
) -> None:
    ordered = in_order(event(text) for text in texts)
    events = [
        event(one.date.text, f"E{number}", kind=f"lane{number % lanes}") for number, one in enumerate(ordered)
    ]
    text = drawn("lanes", events, width, by="kind", scale=scale, ascii=ascii_only)
    _assert_marks_stand_right(events, text, ASCII if ascii_only else UNICODE)


@settings(deadline=None)
@given(
    days=st.lists(st.tuples(st.integers(-(10**7), 10**7), st.integers(0, 900)), min_size=1, max_size=30),
    cells=st.integers(30, 200),
    broken=st.booleans(),
)
def test_an_axis_shows_every_busy_day_and_fills_its_columns(
    days: list[tuple[int, int]], cells: int, *, broken: bool
) -> None:
    axis = fit_axis([(first, first + more) for first, more in days], cells, broken=broken)
    assert broken or len(axis.stretches) == 1
    for first, more in days:
        left, right = axis.span(first, first + more)
        assert 0 <= left <= axis.point(first) <= right < cells
        assert axis.stretch_of(first) == axis.stretch_of(first + more)
    assert axis.stretches[-1].column + axis.stretches[-1].cells == cells
    for _, (first, last) in axis.breaks:
        assert first <= last


def test_only_what_is_open_both_ways_is_refused_in_words() -> None:
    with pytest.raises(UsageError, match="no event here has a first or a last day"):
        drawn("lanes", [event("../..")])
    assert "▶" in drawn("lanes", [event("../.."), event("2018")])


def test_many_events_of_a_lane_are_counted_and_none_is_lost() -> None:
    events = [event("2018-03-21"), event("2018-12-31"), *[event("2018-06-30") for _ in range(20)]]
    text = drawn("lanes", events, 100, by="kind")
    assert text.count("●") == 3  # two days, and one in the legend
    assert "◉ 20" in text


def test_a_lane_of_many_events_keeps_their_doubt() -> None:
    events = [event(f"2018-{month:02}-04?") for month in range(1, 13)] + [event("2018-12-30?")]
    text = drawn("lanes", events, 80, by="kind")
    assert text.count("◎") == 14  # one in the legend
    assert "●" not in text
    assert "[uncertain]" in text


def test_a_lane_of_many_events_keeps_drafts_doubtful_spans_and_context_apart() -> None:
    plain = [event(f"2018-{month:02}-04") for month in range(1, 13)]
    others = [event("2018-03~"), event("2018-06-20", status="draft"), event("2018-09-10", status="reported")]
    text = drawn("lanes", [*plain, *others, event("2018-08-20")], 80, by="kind", context={15})
    rows = text.split("\n")
    assert next(row for row in rows if "[draft]" in row).count("●") == 1
    assert "░" in next(row for row in rows if "[approximate]" in row)
    assert next(row.strip() for row in rows if "·" in row) == "·"
    assert next(row for row in rows if "(no kind)" in row).count("●") == 13


def test_what_a_full_row_says_stands_below_it() -> None:
    events = [event("2018?") for _ in range(13)]
    rows = drawn("lanes", events, 80, by="kind").split("\n")
    at = next(number for number, row in enumerate(rows) if "(no kind)" in row)
    assert rows[at].endswith("◉")
    assert rows[at + 1].strip() == "[uncertain]"


def test_a_wider_picture_keeps_more_titles() -> None:
    events = [event(f"2018-{month:02}-04", f"T{month}", kind="k") for month in range(1, 13)]
    events += [event(f"2018-{month:02}-24", f"U{month}", kind="k") for month in range(1, 6)]
    assert "U5" not in drawn("lanes", events, 80, by="kind")
    assert "U5" in drawn("lanes", events, 160, by="kind")


@pytest.mark.parametrize(
    ("text", "mark"), [("/2018", "◁░"), ("2018/", "░▷"), ("[..2018]", "◁░"), ("2018-06/..", "━▶")]
)
def test_an_end_without_a_date_is_marked_whatever_lies_over_it(text: str, mark: str) -> None:
    body = drawn("lanes", [event(text)], 80, by="kind").split("┤")[-1]
    assert mark in body.partition("\n\n")[0]


def test_what_is_cut_is_not_called_a_silence_where_something_stands() -> None:
    text = drawn("lanes", [event("1950~/2022", "talks"), event("1950-06"), event("2022-03-21")], 80)
    assert "╱╱ nothing starts or ends: cut; every stretch has its own scale" in text
    assert "silence" not in text


def test_a_silence_is_cut_and_intervals_run_through_it() -> None:
    events = [event("1950~/2022", "talks"), event("1950-06"), event("2022-03-21")]
    text = drawn("lanes", events, 80, by="kind")
    assert "71 years" in text
    assert "━╱╱━" in text
    assert "╱╱" not in drawn("lanes", events, 80, by="kind", scale="linear")


def test_today_is_marked_where_the_axis_shows_it() -> None:
    today = days_from_civil(2022, 6, 1)
    events = [event("2022-01-01"), event("2022-07-01"), event("2022-12-31")]
    assert "▼ today, 1 Jun 2022" in drawn("lanes", events, 80, today=today)


def test_where_today_is_beside_the_axis_is_said_while_it_is_near() -> None:
    events = [event("2022-01-01"), event("2022-12-31")]
    assert "today, 19 Jan 2023, is 19 days after the last event" in drawn(
        "lanes", events, 80, today=days_from_civil(2023, 1, 19)
    )
    assert "today, 1 Sep 2021, is 4 months before the first event" in drawn(
        "lanes", events, 80, today=days_from_civil(2021, 9, 1)
    )
    assert "today" not in drawn("lanes", events, 80, today=days_from_civil(2032, 1, 1))
    apart = [event(day) for day in ("1950-01-01", "1950-03-01", "2022-01-01", "2022-03-01")]
    assert "today, 1 Jan 2000, is where the axis is cut" in drawn(
        "lanes", apart, 80, today=days_from_civil(2000, 1, 1)
    )


def test_what_lasts_is_drawn_until_today() -> None:
    today = days_from_civil(2023, 3, 1)
    for text in ("2018-01-01/..", "2018~/.."):
        lines = drawn("lanes", [event(text), event("2019-05-01")], 80, today=today).split("\n")
        axis_line, scales = _scales(lines, UNICODE)
        _assert_close(lines[axis_line].index("▼"), today + 0.5, scales)
        assert any("▼ today, 1 Mar 2023" in line for line in lines)
    for text in ("2018-01-01/2020", "2018-01-01/"):
        assert "▼" not in drawn("lanes", [event(text), event("2019-05-01")], 80, today=today)


def _gap(first: int, last: int) -> str:
    """The length that `--gaps` tells of the silence from the first to the last day."""
    screen = console(100)
    events = [event(day_iso(first - 1)), event(day_iso(last + 1))]
    screen.print(draw_silences([Shown(one) for one in events], ViewOptions(gaps=1)), end="")
    assert isinstance(screen.file, StringIO)
    return screen.file.getvalue().partition("  ")[0]


@given(
    first=st.integers(-3_000_000, 2_000_000), days=st.one_of(st.integers(1, 1000), st.integers(1, 900_000))
)
@example(first=days_from_civil(2001, 1, 1), days=1095)
@example(first=days_from_civil(2023, 1, 31), days=59)
def test_a_break_is_as_long_as_the_silence_that_gaps_tells(first: int, days: int) -> None:
    gap = _gap(first, first + days - 1)
    told = {
        unit: int(number.replace(",", "")) for number, unit in re.findall(r"([0-9,]+) (year|month|day)", gap)
    }
    months = 12 * told.get("year", 0) + told.get("month", 0)
    number, unit = length_words(first, first + days - 1).split(" ")
    expected = (months // 12, "year") if months >= 24 else (months, "month") if months >= 2 else (days, "day")
    assert (int(number.replace(",", "")), unit.removesuffix("s")) == expected


@given(first=st.integers(-(10**6), 10**6), days=st.integers(1, 10**6), eras=st.integers(-(10**6), 10**6))
def test_far_years_are_as_long_as_near_ones(first: int, days: int, eras: int) -> None:
    far = first + eras * 146_097  # days in 400 years
    assert length_words(far, far + days - 1) == length_words(first, first + days - 1)


@settings(deadline=None)
@given(
    days=st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=40),
    each=st.integers(0, 400),
    cells=st.integers(30, 200),
)
def test_lengths_of_breaks_are_whole_and_apart(days: list[int], each: int, cells: int) -> None:
    axis = fit_axis([(day, day + each) for day in days], cells, broken=True)
    rows = head(axis, UNICODE, None)
    lengths = [row for row in rows if LENGTHS.fullmatch(row)]
    told = sorted(words for row in lengths for words in re.split(" {2,}", row.strip()))
    long, short = (
        sorted(length_words(*between, short=short) for _, between in axis.breaks) for short in (False, True)
    )
    assert told in (long, short)
    assert len(lengths) < 2 or told == short


def test_many_breaks_tell_their_lengths_in_short() -> None:
    years = [1263, 1264, 1265, 1305, 1306, 1307, 1649, 1650, 1651, 1927, 1928, 1975, *range(1976, 1987), 2023]
    text = drawn("lanes", [event(str(year)) for year in years], 60, by="kind")
    assert re.split(" {2,}", text.split("\n")[0].strip()) == ["39 y", "341 y", "275 y", "46 y"]


@pytest.mark.parametrize(
    ("text", "inks"),
    [
        ("2022-03-21", ["point"]),
        ("2022-03", ["doubt"]),
        ("2022-03-21/2022-03-25", ["solid"]),
        ("1950~/2022-03-21", ["doubt", "solid"]),
        ("2022-03/2022-03-21", ["doubt"]),
        ("2018/..", ["doubt", "solid"]),
        ("2018/", ["doubt", "doubt"]),
        ("../..", ["solid"]),
        ("[2018,2020]", ["doubt", "doubt"]),
        ("{2018-01-01,2020-01-01}", ["point", "point"]),
        ("[..2017]", ["doubt"]),
    ],
)
def test_what_stands_for_a_date(text: str, inks: list[str]) -> None:
    assert [piece.ink for piece in pieces(EventDate(text))] == inks


def test_breaks_give_way_where_their_labels_have_no_room() -> None:
    days = [(year * 365 + offset,) * 2 for year in (0, 100, 300, 700, 1500) for offset in (0, 3)]
    assert len(fit_axis(days, 200, broken=True).stretches) == 5
    assert len(fit_axis(days, 30, broken=True).stretches) == 2
    assert len(fit_axis(days, 5, broken=True).stretches) == 1


def test_evenly_spaced_days_are_not_cut_apart() -> None:
    assert len(fit_axis([(day, day) for day in range(0, 400, 100)], 80, broken=True).stretches) == 1
    assert len(fit_axis([(0, 0), (30_000, 30_000)], 80, broken=True).stretches) == 2


def test_context_is_a_small_dot_and_says_so() -> None:
    text = drawn("lanes", [event("2018-01-01", "One"), event("2018-02-01", "Two")], 80, context={1})
    assert "· [context] Two" in text
    assert "1 event in 1 lane by actor, 1 as context" in text


def test_context_is_not_counted() -> None:
    events = [event("2018-03-21"), *(event("2018-06-21") for _ in range(20)), event("2018-09-21")]
    text = drawn("lanes", events, 60, by="kind", context=range(1, 20))
    marks = text.partition("(no kind)")[2].partition("\n\n")[0]
    assert marks.split() == ["●", "●", "●", "·"]
    assert "so many at once" not in text
    assert "3 events in 1 lane by kind, 19 as context" in text


@pytest.mark.parametrize("view", ["lanes", "density"])
def test_lanes_that_begin_alike_have_labels_that_differ(view: str) -> None:
    events = [
        Event.from_record(
            {"date": "2022", "title": "x"}, Origin(path=f"long/path/to/collections/{name}", line=1)
        )
        for name in ("kyodo.yaml", "tass.yaml")
    ]
    text = drawn(view, events, 80, by="file")
    assert "kyodo.yaml" in text
    assert "tass.yaml" in text


def test_a_lane_of_a_source_has_the_dates_that_it_gives() -> None:
    sources = [{"publisher": "Handbook"}, {"publisher": "Gazette", "event_date": "1855-01-26"}]
    lines = drawn("lanes", [event("1855-02-07", "Signed", sources=sources)], 100, by="source").splitlines()
    (handbook,) = (line for line in lines if line.startswith("Handbook"))
    (gazette,) = (line for line in lines if line.startswith("Gazette"))
    assert ("●" in handbook, "□" in handbook) == (True, False)
    assert ("●" in gazette, "□" in gazette) == (False, True)
    assert sum("Signed" in line for line in lines) == 2


def test_a_source_that_vouches_for_no_date_has_no_date_in_its_lane() -> None:
    atlas, handbook = {"publisher": "Atlas", "supports": ["place"]}, {"publisher": "Handbook"}
    events = [
        event("1855-02-07", "Signed", sources=[atlas, handbook]),
        event("1855-03-07", "Ratified", sources=[atlas]),
        event("1855-04-07", "Published"),
    ]
    lines = drawn("lanes", events, 100, by="source").splitlines()
    stands = {line[:15].strip(): line for line in lines if "●" in line and "day" not in line}
    assert stands.keys() == {"Handbook", "(no date given)", "(no source)"}
    assert [
        name for word in ("Signed", "Ratified", "Published") for name, line in stands.items() if word in line
    ] == [*stands]
    again = {**atlas, "event_date": "1855-02"}  # which it gives all the same
    assert "Atlas" in drawn("lanes", [event("1855-02-07", "Signed", sources=[again])], 100, by="source")

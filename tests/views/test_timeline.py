"""The default picture says what the events say, and no more."""

import re
from collections.abc import Sequence
from io import StringIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import edtf_texts
from view_drawing import console, contested, drawn, event, in_order, shipped

from timeline.counting import counted
from timeline.query.claims import rivals
from timeline.views.options import Shown, ViewOptions
from timeline.views.spine import END, EVENT, FOR_EVER, FROM_EVER, RIVAL, Row, rows, rows_of
from timeline.views.steps import steps
from timeline.views.timeline import draw_timeline
from timeline.views.words import heading, interval_ends


def _lines(*dates: str, width: int = 100, **options: object) -> list[str]:
    events = in_order(event(date, f"E{number}") for number, date in enumerate(dates))
    return drawn("timeline", events[:: -1 if options.get("reversed") else 1], width, **options).split("\n")  # type: ignore[arg-type]


def test_a_day_month_and_year_have_glyphs_of_their_own_and_only_they_are_explained() -> None:
    text = drawn("timeline", [event("2018"), event("2022-03"), event("2022-03-21")])
    assert text.endswith("\n● day   ◐ month   ○ year   3 events\n")


@pytest.mark.parametrize(("date", "glyph"), [("2022-03-21~", "●~"), ("2022-03?", "◐?"), ("2022%", "○%")])
def test_doubt_is_marked_and_explained(date: str, glyph: str) -> None:
    text = drawn("timeline", [event(date)])
    assert f"{glyph} Something happens" in text
    assert f"   {glyph[1]} " in text


@pytest.mark.parametrize(
    ("date", "glyph"),
    [
        ("2022-XX-XX", "○"),
        ("2022-XX-21", "○"),
        ("2022-XX", "○"),
        ("2026-12-XX", "◐"),
        ("2026-12-1X", "◐"),
        ("156X-12-25", "◌"),
        ("XXXX-12-XX", "◌"),
        ("XXXX-12", "◌"),
        ("1565-12-25", "●"),
    ],
)
def test_a_date_with_unspecified_digits_is_as_vague_as_it_is_wide(date: str, glyph: str) -> None:
    assert f"{glyph}  Something happens" in drawn("timeline", [event(date)])
    assert drawn("card", [event(date)]).startswith(f"{glyph}  Something")


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("XXXX-12", "unknown year"),
        ("18XX/1950", "19th century"),
        ("-18XX", "19th century BC"),
        ("156X-12-25", "1560s"),
        ("1950S2", "1900–1999"),
        ("195X~", "1950s"),
        ("Y-17E8", "1,700,000,001 BC"),
        ("[2018,2020]", "2018"),
        ("../2018", "2018"),
    ],
)
def test_a_heading_is_whole_and_as_vague_as_the_start(date: str, year: str, width: int) -> None:
    assert year in [line.rstrip(" ┃") for line in _lines(date, width=width)]


def test_elapsed_time_stands_between_neighbours() -> None:
    assert any("┊  10 months 17 days" in line for line in _lines("2022-03-21", "2023-02-07"))


def test_elapsed_time_is_the_same_backwards() -> None:
    assert any("┊  10 months 17 days" in line for line in _lines("2022-03-21", "2023-02-07", reversed=True))


def test_without_the_order_of_time_nothing_is_said_about_it() -> None:
    events = [event("2023-02-07"), event("2020/2022"), event("2022-03-21")]
    text = drawn("timeline", events, ordered_by="title")
    assert "┊" not in text
    assert "┃" not in text
    assert not any(line.startswith("20") for line in text.split("\n"))


def test_years_head_their_events() -> None:
    lines = _lines("2022-03-21", "2022-05-01", "2023-02-07")
    assert [line.split()[0] for line in lines[:-3] if line[:1].strip()] == ["2022", "2023"]


def test_an_interval_runs_beside_the_events_it_covers_and_its_end_has_a_date() -> None:
    text = "\n".join(_lines("2020-01-01/2022-05-01", "2021-03-04", "2022-03-21", "2023-01-01"))
    assert "┏━◆  E0" in text
    assert "┃ ●  E1" in text
    assert "┃ ●  E2" in text
    assert " 1 May 2022 ┗━┤  end of “E0”" in text
    assert "  ●  E3" in text


def test_an_interval_over_before_the_next_event_needs_no_row_of_its_own() -> None:
    text = "\n".join(_lines("2020-01-01/2020-02-01", "2021-03-04"))
    assert "┏━◆  E0" in text
    assert "┗━┤" in text
    assert "end of" not in text


def test_elapsed_time_past_an_end_says_what_it_measures() -> None:
    assert any(
        "2 years from start to start" in line for line in _lines("2019/2022-05", "2021-03-04", "2023-03-04")
    )


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    ("dates", "passed"),
    [
        (["2025-04-05/2025-08-20", "2025-09-01"], "4 months 27 days from start to start"),
        (["2019/2022", "2025"], "about 6 years from start to start"),
        (["{2018,2020}", "2025"], "about 7 years from start to start"),
        (["2019/2022", "2021-03-04"], "about 2 years"),
        (["2018/..", "2021-03-04"], "about 3 years"),
        (["2018", "2021-03-04"], "about 3 years"),
        (["2019/2022-05", "2021-03-04", "2023-03-04"], "2 years from start to start"),
        (["2019/2021-03-04", "2021-03-04", "2023-03-04"], "2 years"),
    ],
)
def test_forwards_and_backwards_say_what_elapsed_time_measures(
    dates: list[str], passed: str, width: int, *, backwards: bool
) -> None:
    lines = [line.partition("┊")[2].strip() for line in _lines(*dates, width=width, reversed=backwards)]
    said = re.sub(r" +", " ", " ".join(lines)).strip()
    assert said.startswith(passed) if backwards else said.endswith(passed)
    assert said.count("from") == passed.count("from")


def test_intervals_without_a_bar_say_so_too() -> None:
    dates = [f"20{number:02}/2050" for number in range(10, 14)]
    lines = _lines(*dates, "2015-04-05/2015-08-20", "2015-09-01")
    assert any("4 months 27 days from start to start" in line for line in lines)


def test_open_ends_stay_open() -> None:
    text = "\n".join(_lines("../2019", "2018/..", "2020-01-01"))
    assert "▲ │  no start: “E0”" in text
    assert "no end: “E1”" in text
    assert "unknown end: “E0”" in "\n".join(_lines("2018/", "2020"))


def test_more_intervals_than_columns_are_counted() -> None:
    text = "\n".join(_lines(*(f"20{number:02}/2050" for number in range(10, 16)), "2020"))
    assert "+3  ┃ ┃ ┃ ○  E6" in text
    assert "+n intervals running, without a bar" in text


def test_context_and_status_are_said_in_words() -> None:
    events = [
        event("2018", status="disputed"),
        event("2019", status="draft"),
        event("2020", status="reported"),
    ]
    text = drawn("timeline", events, context={2})
    assert "Something happens [disputed]" in text
    assert "Something happens [draft]" in text
    assert "· " in text
    assert "Something happens [context]" in text
    assert text.endswith("2 events, 1 as context\n")


def test_a_note_is_shown_beside_the_title() -> None:
    screen = console(80)
    screen.print(draw_timeline([Shown(event("2018"), note="only in a.yaml")], ViewOptions()), crop=False)
    assert isinstance(screen.file, StringIO)
    assert "Something happens [only in a.yaml]" in screen.file.getvalue()


def test_many_actors_are_counted_and_the_card_names_them() -> None:
    actors = [f"Actor{number}" for number in range(20)]
    one = event("2018", actors=actors)
    assert "Actor7 and 12 more" in drawn("timeline", [one])
    assert "Actor19" in drawn("card", [one])


def test_the_source_is_named() -> None:
    source = {"publisher": "TASS", "date": "2023-02-10"}
    assert "— TASS, 10 Feb 2023 (+1)" in drawn("timeline", [event("2018", sources=[source, source])])
    assert "— example.org" in drawn(
        "timeline", [event("2018", sources=[{"url": "https://www.example.org/a"}])]
    )


def test_an_actor_has_one_colour_in_every_picture() -> None:
    one = drawn("timeline", [event("2018", actors=["Japan", "Russia"])], colour=True)
    other = drawn("card", [event("2020", actors=["Russia", "Japan"])], colour=True)
    for name in ("Japan", "Russia"):
        colour = one[: one.index(name)].rpartition("\x1b")[2]
        assert other[: other.index(name)].rpartition("\x1b")[2] == colour


@settings(deadline=None)
@given(texts=st.lists(edtf_texts(), max_size=25), columns=st.integers(1, 3), backwards=st.booleans())
def test_bars_begin_once_and_end_once(texts: list[str], columns: int, *, backwards: bool) -> None:
    events = [Shown(one) for one in in_order(event(text) for text in texts)]
    ordered: Sequence[Shown] = events[::-1] if backwards else events
    drawn_rows = rows(ordered, columns, backwards=backwards)
    assert [row.index for row in drawn_rows if row.what == EVENT] == list(range(len(events)))
    running = 0
    for row in drawn_rows:
        assert row.above == running
        changed = row.above ^ row.below
        assert changed in (0, 1 << row.column if row.column >= 0 else 0)
        assert (changed == 0) == (row.column < 0 or row.brief)
        assert row.below < 1 << columns
        running = row.below
    assert running == 0
    for what in (END, FROM_EVER, FOR_EVER):
        ends = [row.index for row in drawn_rows if row.what == what]
        assert len(ends) == len(set(ends))


def test_an_end_row_stands_before_the_first_event_that_is_certainly_later() -> None:
    dates = ["2020/2021-06-15", "2021-06-01", "2021-06-15", "2021-06", "2021-06-16"]
    events = [Shown(one) for one in in_order(map(event, dates))]
    kinds = [(row.what, events[row.index].event.date.text) for row in rows(events, 3)]
    assert kinds[-2:] == [(END, "2020/2021-06-15"), (EVENT, "2021-06-16")]


def test_a_row_knows_what_it_is() -> None:
    assert Row(EVENT, 3).column == -1


def test_ends_of_an_interval() -> None:
    assert interval_ends(event("../2018").date)[0] is None
    assert counted(0, "event") == "0 events"


def test_every_shipped_title_is_there() -> None:
    text = drawn("timeline", shipped(), 160)
    assert all(one.title in text for one in shipped())


def test_the_kind_stands_before_the_actors_and_alone_where_there_are_none() -> None:
    text = drawn("timeline", [event("2018", kind="cameo:036", actors=["Japan"]), event("2019", kind="rally")])
    assert "│  cameo:036 · Japan\n" in text
    assert "│  rally\n" in text


def test_an_unknown_start_fits_beside_the_heading_of_a_far_year() -> None:
    text = drawn("timeline", [event("Y-17E7"), event("/2021-01-05")], 40)
    assert max(map(len, text.split("\n"))) <= 40


@pytest.mark.parametrize("width", [60, 100])
def test_what_follows_what_is_said_on_both_events(width: int) -> None:
    events = [
        event("2018", "Talks", id="talks", before=["treaty"]),
        event("2019", "Treaty", id="treaty", after=["gone"]),
        event("2020", "A parade", after=["talks", "treaty"]),
    ]
    lines = [line.partition("│  ")[2] for line in drawn("timeline", events, width).split("\n") if "│" in line]
    assert lines == [
        "before “Treaty”, “A parade”",
        "after “Talks”, gone · before “A parade”",
        "after “Talks”, “Treaty”",
    ]


def test_the_title_of_another_event_is_cut_and_what_is_not_drawn_has_its_id() -> None:
    text = drawn(
        "timeline", [event("2018", "Long " * 30, id="a"), event("2019", after=["a", "b"])], ascii=True
    )
    assert '|  after "Long Long' in text
    assert '...", b' in text


@settings(deadline=None)
@example(  # the last year of the rival comes long after the end of the interval's bar
    texts=[("1971", []), ("1970/1970", []), ("1970", ["1970", "[..1970,197X]"])], columns=1, backwards=False
)
@given(
    texts=st.lists(st.tuples(edtf_texts(), st.lists(edtf_texts(), max_size=3)), max_size=8),
    columns=st.integers(1, 3),
    backwards=st.booleans(),
)
def test_every_rival_date_has_its_row_in_the_order_of_time(
    texts: list[tuple[str, list[str]]], columns: int, *, backwards: bool
) -> None:
    events = [
        Shown(one)
        for one in in_order(
            event(text, sources=[{"event_date": other} for other in others]) for text, others in texts
        )
    ]
    ordered: Sequence[Shown] = events[::-1] if backwards else events
    drawn_rows = rows(ordered, columns, backwards=backwards)
    running = 0
    for row in drawn_rows:
        assert row.above == running
        running = row.below
    said = [(row.index, row.claim.date.text) for row in drawn_rows if row.claim]
    others = [(place, claim.date.text) for place, one in enumerate(ordered) for claim in rivals(one.event)]
    assert sorted(said) == sorted(others)
    dated = [
        row.claim.date if row.claim else ordered[row.index].event.date
        for row in drawn_rows
        if row.what in (EVENT, RIVAL)
    ]
    keys = [date.sort_key for date in dated]
    assert keys == sorted(keys, reverse=backwards)


@pytest.mark.parametrize("backwards", [False, True])
def test_each_date_stands_under_its_year_whoever_gives_it(*, backwards: bool) -> None:
    shown = [Shown(one) for one in in_order(contested())][:: -1 if backwards else 1]
    options = ViewOptions(reversed=backwards)
    under, seen = "", []
    for step in steps(rows_of(shown, 3, options)[0], shown, options):
        under = step.year or under
        seen += [step.year] * bool(step.year)
        if step.row.what in (EVENT, RIVAL):
            date = step.row.claim.date if step.row.claim else shown[step.row.index].event.date
            assert under == heading(date)
    assert seen == ["2019", "2018", "2017"][:: 1 if backwards else -1]


def test_a_rival_date_names_its_event_and_who_gives_it() -> None:
    text = drawn("timeline", contested(), 100)
    assert re.search(r"  1 Apr 2018 . *□  “Talks begin” according to Kyodo News, Jun 2018\n", text)
    assert re.search(r"c\. 2017 .*□~ “Talks begin” according to Interfax", text)
    assert "“Talks end” according to TASS, Jun 2018 and 1 more\n" in text
    assert "“Talks end” according to Jun 2018\n" not in text
    assert "□ date that a source gives instead" in text


def test_time_passed_across_a_rival_date_runs_from_event_to_event() -> None:
    rival = {"publisher": "TASS", "event_date": "2018-05-01"}
    text = drawn("timeline", [event("2018-04-01", sources=[rival]), event("2018-06-01")])
    assert "┊  2 months from event to event\n" in text


def test_out_of_the_order_of_time_rival_dates_stand_below_their_event() -> None:
    text = drawn("timeline", contested()[::-1], ordered_by="title")
    lines = [line[line.index(mark) :] for line in text.split("\n") for mark in "◐□" if f"{mark}  " in line]
    assert [line[:13] for line in lines[:3]] == ["◐  Talks end ", "□  “Talks end", "□  “Talks end"]


def test_of_many_that_follow_the_first_are_named() -> None:
    events = [event("2018", id="a"), *(event("2019", f"E{number}", after=["a"]) for number in range(12))]
    assert "“E7” and 4 more\n" in drawn("timeline", events, 160)

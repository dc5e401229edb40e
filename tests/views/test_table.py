"""A row an event, in columns that fit."""

import re

import pytest
from rich.cells import cell_len
from view_drawing import drawn, event, shipped

from timeline.errors import UsageError


def test_one_row_an_event_below_a_head_and_a_rule() -> None:
    lines = drawn("table", shipped(), 160).split("\n")
    assert lines[0].split("  ")[0] == "date"
    assert set(lines[1]) == {"─", " "}
    starts = [line for line in lines[2:-3] if line[0] != " "]
    assert all(one.title[:30] in line for one, line in zip(shipped(), starts, strict=True))
    assert lines[-2] == "8 events"


def test_columns_without_content_are_left_out() -> None:
    assert drawn("table", [event("2018")]).split("\n")[0].split() == ["date", "title"]


def test_columns_without_room_are_named() -> None:
    assert "; no room for: tags, place, kind" in drawn("table", shipped(), 60)


def test_a_cut_is_marked_and_a_date_is_never_cut_in_two() -> None:
    text = drawn("table", [event("2021-09-20/2022-10-21", "a" * 250, actors=["Japan"])], 60)
    assert "20 Sep 2021 – 21 Oct 2022  aaa" in text
    assert text.count("aaa\n") == 4
    assert text.count("a…\n") == 1
    assert "Japan" in text


@pytest.mark.parametrize("width", [60, 100, 160])
def test_a_title_wraps_and_is_whole(width: int) -> None:
    table = drawn("table", shipped(), width, columns=("title", "kind"))
    wide = table.split("\n")[1].index(" ")
    words = " ".join(line[:wide].strip() for line in table.split("\n")[2:-3])
    assert words == " ".join(one.title for one in shipped())


def test_what_stands_beside_a_title_has_its_lines_and_at_least_two() -> None:
    one = event(
        "2018",
        "Short",
        actors=["Ministry of Foreign Affairs", "Japan", "Ministry of Trade", "France", "Russia"],
    )
    lines = drawn("table", [one], 60).split("\n")
    assert lines[2:4] == [
        "2018  Short  Ministry of Foreign Affairs, Japan, Ministry of",
        "             Trade, France, Russia",
    ]


def test_columns_are_those_asked_for_in_their_order_even_empty() -> None:
    source = {"publisher": "TASS", "quote": "closed"}
    one = event("2018~", id="a", x={"y": ["1", "2"]}, sources=[source, source], summary="Two\nlines.")
    names = ("id", "kind", "x.y", "x", "edtf", "sources", "summary", "Quote", "actor", "status")
    lines = drawn("table", [one], columns=names).split("\n")
    assert lines[0].split() == [
        "id",
        "kind",
        "x.y",
        "x",
        "edtf",
        "sources",
        "summary",
        "quote",
        "actors",
        "status",
    ]
    assert re.split(" {2,}", lines[2]) == [
        "a",
        "1; 2",
        "1; 2",
        "2018~",
        "2",
        "Two lines.",
        "closed",
        "reported",
    ]


def test_columns_asked_for_last_go_first() -> None:
    text = drawn("table", shipped(), 60, columns=("title", "summary", "actors", "quote"))
    assert text.endswith("; no room for: quote, actors\n")
    assert "title" in text.split("\n")[0]


def test_an_unknown_column_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match='column "titel" is not known') as refused:
        drawn("table", shipped(), columns=("titel",))
    assert refused.value.hint == 'did you mean "title"?'
    with pytest.raises(UsageError) as own:
        drawn("table", [event("2018", grade="x")], columns=("grad",))
    assert own.value.hint == 'did you mean "grade"?'


def test_a_date_without_room_goes_on_below() -> None:
    events = [
        event("2021-09-20/2022-10-21", "a" * 9),
        event("[2021-09-20..2022-10-21]", "b" * 30, status="disputed"),
    ]
    for colour in (False, True):
        text = re.sub(r"\x1b\[[\d;]*m", "", drawn("table", events, 40, colour=colour, context={0}))
        assert [line[:14].rstrip() for line in text.split("\n")[2:7]] == [
            "20 Sep 2021 –",
            "21 Oct 2022",
            "between 20 Sep",
            "2021 and 21",
            "Oct 2022",
        ]


def test_a_source_and_actors_give_way_before_a_date() -> None:
    source = {"publisher": "TASS", "date": "2023-02-10"}
    one = event("1950~/2022-03-21", "a" * 200, actors=["Japan, the whole of it"], sources=[source])
    for width, gone in ((60, "; no room for: source, actors"), (80, "; no room for: source")):
        text = drawn("table", [one], width)
        assert "c. 1950 – 21 Mar 2022  aaa" in text
        assert text.endswith(f"{gone}\n")


def test_what_keeps_an_event_from_being_a_plain_report_comes_first() -> None:
    text = drawn("table", [event("2018", "a" * 200, status="disputed"), event("2019")], 60, context={1})
    assert "2018  [disputed]\n      aaa" in text
    assert "[context] Something" in text
    assert text.endswith("1 event, 1 as context\n")


def test_wide_characters_keep_the_columns_aligned() -> None:
    events = [event("2018", "条約", actors=["日本"]), event("2018", "treaty", actors=["Japan"])]
    lines = drawn("table", events).split("\n")
    start = lines[3].index("Japan")
    assert lines[2].index("日本") == start - 2  # two wide characters fewer before it


def test_a_late_long_row_wraps_and_widens_nothing() -> None:
    events = [event("2018") for _ in range(2000)]
    events[1001] = event("2018", "x" * 300)
    assert all(len(line) <= 80 for line in drawn("table", events, 80).split("\n"))


def test_colours_change_no_word() -> None:
    events = [
        event("2018", "A [b] c", status="disputed", actors=["Ministry, of Trade", "Japan", "條約" * 20]),
        event("2019", "Neighbour", actors=["Japan"]),
    ]
    for width in (50, 70, 100, 160):
        coloured = re.sub(r"\x1b\[[\d;]*m", "", drawn("table", events, width, colour=True, context={1}))
        bare = [line.rstrip() for line in coloured.split("\n")]
        assert bare == drawn("table", events, width, context={1}).split("\n")


def test_an_actor_that_begins_with_an_accent_takes_the_room_that_was_measured() -> None:
    """Coloured, each name is drawn by itself, and gets a circle to stand on that the whole list did not have."""
    events = [event("{2021-02-01,2021-02-03}", "a", actors=["a", "a\r\r\r\u3000", "\u0301a"])]
    plain, coloured = (drawn("table", events, 40, colour=colour) for colour in (False, True))
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "\N{DOTTED CIRCLE}\u0301a" in drawn("table", events, 60)
    assert all(cell_len(line) <= 40 for line in plain.split("\n"))

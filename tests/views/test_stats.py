"""Counts of events, with the first and the last of each."""

import pytest
from rich.console import Console
from view_drawing import event, shipped

from timeline.model import Event
from timeline.views.options import Shown, ViewOptions
from timeline.views.stats import draw_stats

NAMES = [
    event("2018-03", "Talks", actors=["Japan", "Russia"], kind="talks"),
    event("2022", "Visit", actors=["Japan", "Black Sea Economic Cooperation Organization"]),
]


def told(events: list[Event], cells: int = 80, **options: object) -> str:
    console = Console(width=cells, no_color=True)
    with console.capture() as captured:
        shown = [Shown(one) for one in events]
        console.print(draw_stats([one.event for one in shown], ViewOptions(**options)), end="", crop=False)  # type: ignore[arg-type]
    return captured.get()


def test_pairs_stand_in_a_table_with_their_first_and_last_event() -> None:
    assert told(NAMES, by="actor,actor") == (
        "actor with actor                                    events  first     last\n"
        "Japan, Russia                                            1  Mar 2018  Mar 2018\n"
        "Black Sea Economic Cooperation Organization, Japan       1  2022      2022\n"
        "\n"
        "2 events\n"
    )


def test_without_a_field_each_has_its_fullest_names_and_one_that_nobody_fills_none() -> None:
    text = told(shipped())
    assert "\n3 more: --by actor\n" in text
    assert text.index("actor with actor") < text.index("kind") < text.index("\ntag ")
    assert "imported" not in text
    assert "place" not in told(NAMES)


@pytest.mark.parametrize("cells", [40, 60, 160])
def test_a_name_wraps_and_is_never_cut(cells: int) -> None:
    text = told(NAMES, cells, by="actor")
    assert all(len(line) <= cells for line in text.splitlines())
    for word in ["Black", "Sea", "Economic", "Cooperation", "Organization"]:
        assert word in text


def test_a_program_gets_each_name_on_a_line() -> None:
    assert "Black Sea Economic Cooperation Organization, Japan       1" in told(
        NAMES, 40, by="actor,actor", unbroken=True
    )


def test_top_keeps_the_fullest_and_says_how_many_it_leaves() -> None:
    assert told(NAMES, by="actor", top=1).splitlines()[1:3] == [
        "Japan       2  Mar 2018  2022",
        "2 more",
    ]


def test_of_no_events_nothing_is_told() -> None:
    assert told([]) == ""

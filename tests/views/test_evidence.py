"""The dates that an event's sources give, side by side."""

import re

import pytest
from event_strategies import whole_events
from hypothesis import given, settings
from rich.console import Console

from timeline.dates.event_date import EventDate
from timeline.errors import harmless
from timeline.model import Event, Source
from timeline.query.claims import claims
from timeline.views.evidence import draw_evidence
from timeline.views.options import Shown, ViewOptions
from timeline.views.words import date_words

GAZETTE = Source(
    publisher="Gazette",
    date=EventDate("1855-03"),
    event_date=EventDate("1855-01-26"),
    at="p. 3",
    grade="B2",
    quote="on 26 January",
)
TIMES = Source(publisher="Times", event_date=EventDate("1855-02"))
HANDBOOK = Source(title="Handbook")
ATLAS = Source(url="https://example.org/atlas", supports=("place",))


def signed(*sources: Source) -> Event:
    return Event(
        id="treaty",
        date=EventDate("1855-02-07"),
        date_as_written="26 January 1855 O.S.",
        title="The treaty is signed",
        sources=sources,
    )


def told(*events: Event, cells: int = 80) -> str:
    console = Console(width=cells, no_color=True)
    with console.capture() as captured:
        console.print(draw_evidence([Shown(one) for one in events], ViewOptions()), end="")
    return captured.get()


def test_each_date_stands_with_those_who_give_it() -> None:
    one = signed(HANDBOOK, GAZETTE, TIMES, ATLAS)
    assert told(one) == (
        "●  The treaty is signed\n"
        "  7 Feb 1855 (26 January 1855 O.S.)  treaty\n"
        "\n"
        "  26 Jan 1855  1 source\n"
        "    Gazette, Mar 1855, p. 3, grade B2\n"
        "      “on 26 January”\n"
        "\n"
        "  Feb 1855  1 source\n"
        "    Times\n"
        "\n"
        "  7 Feb 1855  the event's own date, 1 source\n"
        "    Handbook\n"
        "\n"
        "  gives no date  1 source\n"
        "    example.org, for place\n"
        "\n"
        "  contested: 3 sources give 3 dates, and no day lies in all of them\n"
    )


def test_a_date_of_its_own_that_no_source_gives_stands_with_those_that_one_does() -> None:
    assert (
        "    Gazette, Mar 1855, p. 3, grade B2\n"
        "      “on 26 January”\n"
        "\n"
        "  7 Feb 1855  the event's own date, no source\n"
        "\n"
        "  one source only\n"
    ) in told(signed(GAZETTE))
    assert "no source\n" not in told(signed(GAZETTE, HANDBOOK)) + told(signed(ATLAS))


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        ((), "no source gives a date"),
        ((ATLAS,), "no source gives a date"),
        ((HANDBOOK, ATLAS), "one source only"),
        ((HANDBOOK, HANDBOOK), "agreed: 2 sources give 7 Feb 1855"),
        (
            (HANDBOOK, TIMES),
            "agreed, more or less closely: 2 sources give 2 dates, and a day lies in all of them",
        ),
        ((HANDBOOK, GAZETTE), "contested: 2 sources give 2 dates, and no day lies in all of them"),
        (
            (Source(event_date=EventDate("1855/..")), Source(event_date=EventDate("../1854"))),
            "contested: 2 sources give 2 dates, and no day lies in all of them",
        ),
    ],
)
def test_the_last_line_counts(sources: tuple[Source, ...], count: str) -> None:
    assert told(signed(*sources), cells=100).splitlines()[-1] == f"  {count}"


@settings(deadline=None)
@given(whole_events())
def test_every_claim_is_told_with_its_sources_and_nothing_commands_the_terminal(one: Event) -> None:
    text = told(one, cells=120)
    flat = re.sub(r"\s", "", text)
    for claim in claims(one):
        assert re.sub(r"\s", "", date_words(claim.date)) in flat
        for source in claim.sources:
            for words in (source.quote, source.at, source.grade):
                for line in words.split("\n"):
                    assert re.sub(r"\s", "", harmless(line)) in flat
    assert harmless(text.replace("\n", "")) == text.replace("\n", "")

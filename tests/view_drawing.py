"""Draw events as a test wants them: on a console of a given width, with or without colour."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console

from timeline.model import Event
from timeline.query.company import Company
from timeline.record import Record
from timeline.store.read import read_events
from timeline.views import VIEWS
from timeline.views.options import Shown, ViewOptions

SHIPPED = Path(__file__).parents[1] / "data" / "events.yaml"


def shipped() -> list[Event]:
    """The events that come with the project, in the order of time, wherever the project lies."""
    events = (replace(event, origin=None) for event in read_events([SHIPPED]))
    return in_order(events)


def in_order(events: Iterable[Event]) -> list[Event]:
    """The events in the order of time."""
    return sorted(events, key=lambda event: event.date.sort_key)


EVERY_FORM = (
    *(
        "2021-03-04",
        "2021-03-04T15:30:00+03:00",
        "2021-04",
        "2021-22",
        "2021-34",
        "2021",
        "202X",
        "20XX",
        "Y-17E7",
    ),
    *(
        "2021-05-01~",
        "2021-05?",
        "2021%",
        "[2020,2022]",
        "[..2019-12]",
        "[2023..]",
        "{2021-02-01,2021-02-03}",
    ),
    *(
        "2020-11/2021-06-30",
        "2021-05-01/2021-05-03",
        "2019?/2021~",
        "2021-02-10/..",
        "../2020",
        "/2021-01-05",
        "2022/",
        "../..",
    ),
)


def every_form() -> list[Event]:
    """An event of each form a date has, in the order of time."""
    return in_order(
        event(text, f"An event of {text}", actors=["Japan", "Russia"], kind=f"kind {number % 3}")
        for number, text in enumerate(EVERY_FORM)
    )


def contested() -> list[Event]:
    """Events whose sources give other dates than their own, and that follow one another."""

    def source(publisher: str, event_date: str = "") -> Record:
        return {"publisher": publisher, "date": "2018-06", "event_date": event_date}

    sources = [source("TASS"), source("Kyodo News", "2018-04-01"), source("Interfax", "2017~")]
    return in_order(
        [
            event(
                "2018-03",
                "Talks begin",
                id="talks",
                kind="talks",
                actors=["Japan", "Russia"],
                sources=sources,
            ),
            event(
                "2018-02/2018-05-10", "A visit", kind="visit", sources=[source("TASS", "2018-02/2018-05-12")]
            ),
            event("2018-05-02", "Rally", kind="rally", actors=["Japan"], after=["talks", "2018-visit"]),
            event(
                "2019-02",
                "Talks end",
                kind="talks",
                actors=["Japan", "Russia"],
                after=["talks"],
                status="disputed",
                sources=[
                    source("TASS", "2019-02-08"),
                    source("Kyodo News", "2019-02-08"),
                    source("", "[2019-02-07,2019-02-09]"),
                ],
            ),
        ]
    )


def narrowed() -> list[Event]:
    """Events of wide dates that follow and precede events of closer ones."""
    return in_order(
        [
            event("2022-03-21", "Russia ends the talks", id="end", kind="talks"),
            event("2022", "The ambassador is recalled", id="recall", kind="visit", after=["end"]),
            event(
                "2022",
                "A visit is called off",
                id="visit",
                kind="visit",
                after=["recall"],
                date_as_written="in the year before the election",
            ),
            event("2022-09-05", "Japan protests", kind="statement", after=["visit"]),
            event("[2021,2023-05]", "A note is handed over", kind="statement", after=["end"]),
            event("2021/2024", "A treaty is in force", kind="treaty", before=["end"]),
            event("[2023-02..]", "Talks are proposed", kind="talks", status="draft", after=["visit"]),
            event("[..2022]", "A first draft is written", kind="talks", before=["end"]),
        ]
    )


def event(date: str, title: str = "Something happens", **fields: Any) -> Event:
    """An event of a date and whatever else matters."""
    record: Record = {"date": date, "title": title, **fields}
    return Event.from_record(record)


def console(width: int, *, colour: bool = False, **settings: Any) -> Console:
    """A console that writes into memory and asks the environment nothing."""
    return Console(
        file=StringIO(),
        width=width,
        height=25,
        color_system="truecolor" if colour else None,
        force_terminal=colour,
        legacy_windows=False,
        _environ={},
        **settings,
    )


def drawn(
    view: str,
    events: Iterable[Event],
    width: int = 100,
    *,
    colour: bool = False,
    context: Collection[int] = (),
    **options: Any,
) -> str:
    """The events, in the order given, as a view draws them; `context` numbers those that are context."""
    company = Company(events)
    shown = [
        Shown(one, context=number in context, limits=company.limits.get(id(one)))
        for number, one in enumerate(company)
    ]
    screen = console(width, colour=colour)
    screen.print(VIEWS.load(view)(shown, ViewOptions(**options)), crop=False, end="")
    assert isinstance(screen.file, StringIO)
    return screen.file.getvalue()

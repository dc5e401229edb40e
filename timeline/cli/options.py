"""Options that two commands share, spelled once, and bundles of them that a command takes as one value."""

import math
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from timeline.cli.completing import completed
from timeline.tuples import NamedTuple

EMPTY = cast("list[Any]", ())  # Typer wants list annotations; a default that is a list would be shared

Query = Annotated[
    list[str],
    typer.Argument(
        metavar="QUERY",
        autocompletion=completed("queries"),
        help="Words to search for, and field:value terms.",
        show_default=False,
    ),
]


def path_option(metavar: str, help_: str, *flags: str, envvar: str | None = None) -> Any:
    """An option that takes a path; whether it can be read is for the store to say, with the contract's exit code."""
    return typer.Option(
        *flags, metavar=metavar, help=help_, envvar=envvar, readable=False, show_default=False
    )


def _data(help_: str) -> Any:
    return path_option("PATH", help_, "--data", "-d", envvar="TIMELINE_DATA")


Data = Annotated[list[Path], _data("A collection: YAML, a table, or a folder of either. May be repeated.")]
YamlData = Annotated[list[Path], _data("A collection: a YAML file or a folder of them. May be repeated.")]
OneData = Annotated[list[Path], _data("The collection: a YAML file or a folder of them.")]
Today = Annotated[str, typer.Option(metavar="DATE", show_default=False, help="Take DATE for today.")]
DayFirst = Annotated[bool, typer.Option("--day-first", help="Read 03/02/2023 as 3 February.")]
Century = Annotated[
    int | None,
    typer.Option(
        metavar="YEAR", min=0, max=9900, show_default=False, help="Read 22 as a year of the 100 from YEAR on."
    ),
]
Language = Annotated[
    str, typer.Option(metavar="NAME", show_default=False, help="Read in this language: en, fr or ru.")
]
Calendar = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        show_default=False,
        help="Take dates that name no calendar for dates by this one: julian.",
    ),
]
MonthFirst = Annotated[bool, typer.Option("--month-first", help="Read 03/02/2023 as March 2.")]


def _number(seconds: float) -> float:
    if math.isnan(seconds):  # of which `min` says nothing
        raise typer.BadParameter('"nan" is no number of seconds')
    return seconds


Wait = Annotated[
    float,
    typer.Option(metavar="SECONDS", min=0, callback=_number, help="How long to wait for another writer."),
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Never use the pager.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")]


def text_option(metavar: str, help_: str, complete: str = "", *flags: str) -> Any:
    """An option that takes text; `complete` names the sort of values that a shell offers."""
    return typer.Option(
        *flags, metavar=metavar, help=help_, autocompletion=completed(complete), show_default=False
    )


Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="[ID]...", autocompletion=completed("ids"), show_default=False, help="The events."
    ),
]
Where = Annotated[str, text_option("QUERY", "The events that QUERY finds, besides those named.", "queries")]
Within = Annotated[
    str, text_option("LENGTH", "How far around:ID or around:DATE reaches: 30d, 2w, 3m or 1y; 30d.")
]
Order = Annotated[
    str, text_option("KEY", "Order by date, title, actor, place, kind, source-date or sources.", "orders")
]
Reverse = Annotated[bool, typer.Option("--reverse", help="The last event first.")]
FormatName = Annotated[
    str,
    text_option(
        "FORMAT",
        "The format, of those of timeline help formats; by default the file's ending says, or csv.",
        "formats",
        "--format",
        "-f",
    ),
]


class Clock(NamedTuple):
    """How dates are read: which day is today, what 03/02/2023 and 22 mean, and in which language."""

    today: Today = ""
    day_first: DayFirst = False
    month_first: MonthFirst = False
    century: Century = None
    language: Language = ""


class Meant(NamedTuple):
    """Which events a command changes, besides those that are named."""

    where: Where = ""
    within: Within = ""


class Choice(NamedTuple):
    """Which events: every option narrows, and one given twice narrows twice."""

    since: Annotated[list[str], text_option("DATE", "Events that possibly happened in DATE or later.")] = (
        EMPTY
    )
    until: Annotated[list[str], text_option("DATE", "Events that possibly happened in DATE or earlier.")] = (
        EMPTY
    )
    on: Annotated[list[str], text_option("DATE", "Events that possibly happened in DATE.")] = EMPTY
    certain: Annotated[
        bool, typer.Option("--certain", help="Only events whose whole date lies in the period.")
    ] = False
    actor: Annotated[list[str], text_option("NAME", "Events in which NAME takes part.", "actors")] = EMPTY
    place: Annotated[list[str], text_option("NAME", "Events at the place NAME.", "places")] = EMPTY
    kind: Annotated[list[str], text_option("KIND", "Events of that kind.", "kinds")] = EMPTY
    tag: Annotated[list[str], text_option("TAG", "Events with that tag.", "tags")] = EMPTY
    status: Annotated[
        list[str],
        text_option("STATUS", "Events that are draft, reported, confirmed or disputed.", "statuses"),
    ] = EMPTY
    source: Annotated[list[str], text_option("TEXT", "Events with TEXT in a source.")] = EMPTY
    known_by: Annotated[list[str], text_option("DATE", "Events with a source published by DATE.")] = EMPTY
    as_of: Annotated[
        str,
        text_option("DATE", "Events as the sources published by DATE tell them: their dates, and no others."),
    ] = ""
    within: Within = ""
    order: Order = "date"
    reverse: Reverse = False
    first: Annotated[int | None, typer.Option(metavar="N", min=0, help="Keep the first N events.")] = None
    last: Annotated[int | None, typer.Option(metavar="N", min=0, help="Keep the last N events.")] = None
    no_index: Annotated[bool, typer.Option("--no-index", help="Neither use nor make an index.")] = False
    preset: Annotated[
        str,
        text_option("NAME", "Read rows in the files of --data as a preset says, by an engine.", "presets"),
    ] = ""
    engine: Annotated[
        str, text_option("NAME", "What answers of tables: spark, or else duckdb.", "engines")
    ] = ""
    master: Annotated[
        str, text_option("URL", "Where Spark runs: local[*], this machine, or spark://HOST:PORT.")
    ] = ""

    @property
    def narrows(self) -> bool:
        """Whether an option asks for something of each event, or says how something is asked."""
        return bool(self.within) or any(getattr(self, name) for name in _NARROWING)


_NARROWING = tuple(name for name, default in Choice._field_defaults.items() if default is EMPTY)

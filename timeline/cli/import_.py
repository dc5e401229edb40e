"""`timeline import`: bring events in from another format."""

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.composing import composed
from timeline.cli.incoming import Incoming, say_reading
from timeline.cli.mapped import Mapped
from timeline.cli.options import (
    EMPTY,
    Calendar,
    Choice,
    Clock,
    DryRun,
    FormatName,
    OneData,
    Wait,
    Within,
    path_option,
    text_option,
)
from timeline.cli.picking import condition
from timeline.cli.supplying import Supplying
from timeline.cli.tabling import Tabling, brought, place_of


@composed(example="timeline import events.csv --where 'since:2022'")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            readable=False,
            help="The files to read, or folders of notes.",
            show_default=False,
        ),
    ],
    *,
    format_: FormatName = "",
    where: Annotated[str, text_option("QUERY", "Only the events that QUERY finds.", "queries")] = "",
    since: Annotated[
        list[str], text_option("DATE", "Events that possibly happened in DATE or later.")
    ] = EMPTY,
    until: Annotated[
        list[str], text_option("DATE", "Events that possibly happened in DATE or earlier.")
    ] = EMPTY,
    within: Within = "",
    mapped: Mapped,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Leave out rows that are no event.")] = False,
    output: Annotated[
        Path | None,
        path_option("FILE", "Make FILE.parquet, a table, and no collection.", "--output", "-o"),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Change the events that are there by what their rows say now.")
    ] = False,
    data: OneData = EMPTY,
    clock: Clock,
    calendar: Calendar = "",
    dry_run: DryRun = False,
    wait: Wait = 10,
) -> None:
    """Bring events in from another format; all of them or none. Prints their ids.

    Columns are known by their names, or by what --map or a preset says; what is guessed is told. Dates are read as they
    are typed. Every row that is no event is told, and then nothing is written, but with --skip-bad. What is there
    already is passed over: the event with that id, or of that row of its data set, or else one of the same date, title and
    actors. An id that another event has is refused.
    """
    path = place_of(output, files, data, {"--update": update, "--dry-run": dry_run})
    asked = condition(where, clock, data, choice=Choice(since=since, until=until, within=within))
    if brought(mapped, files, format_, clock, calendar, asked, output, skip_bad=skip_bad):
        return
    reading = mapped.read(files, format_, clock, calendar, asked)
    if not dry_run:
        mapped.save(reading, files)
    say_reading(reading, skip_bad=skip_bad)
    come = Tabling if output is not None else Supplying if reading.of_sources else Incoming
    come(reading, update=update).come_in(path, dry_run=dry_run, wait=wait)

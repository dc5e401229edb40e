"""`timeline add`: put one event into the collection."""

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.collection import only_path
from timeline.cli.composing import composed
from timeline.cli.diff import print_diff
from timeline.cli.fields import Fields
from timeline.cli.options import EMPTY, Clock, DryRun, OneData, Wait
from timeline.cli.turn import turn
from timeline.cli.words import ask, say_error
from timeline.errors import DateError, UsageError
from timeline.record import RECORD_FIELDS, Record
from timeline.store import write
from timeline.upkeep.intake import placed
from timeline.upkeep.judgement import check_new


@composed(example='timeline add "Talks resume in Geneva" --date "March 2024" --actor Russia --actor Japan')
def add(
    title: Annotated[
        str, typer.Argument(metavar="[TITLE]", help="What happened, in one line.", show_default=False)
    ] = "",
    *,
    id_: Annotated[
        str, typer.Option("--id", metavar="ID", show_default=False, help="A unique name; made by default.")
    ] = "",
    fields: Fields,
    data: OneData = EMPTY,
    clock: Clock,
    force: Annotated[
        bool,
        typer.Option("--force", help="Add it even if an event looks the same, or a referred id is unknown."),
    ] = False,
    dry_run: DryRun = False,
    wait: Wait = 10,
) -> None:
    """Put one event into the collection, and print its id.

    On a terminal, what is missing and required is asked for.
    """
    path = only_path(data)
    record = _asked(title, id_, fields, clock, path)
    check_new(record)
    make = partial(placed, record, force=force)
    if dry_run:
        print_diff(write.plan_add(path, make))
    else:
        print(write.add(path, make, turn(wait)))  # noqa: T201 - the id is what add prints


def _asked(title: str, id_: str, fields: Fields, clock: Clock, collection: Path) -> Record:
    """The record, with title and date asked for where a person is there to answer."""
    asking = sys.stdin.isatty() and sys.stderr.isatty()
    while not title.strip():
        if not asking:
            raise UsageError("the title is missing", hint='timeline add "What happened" --date 2022-03-21')
        title = ask("What happened")
    record = fields.record(clock)
    while "date" not in record:
        if not asking:
            raise UsageError(
                "the date is missing", hint='add --date "21 March 2022", --date 2022-03 or --date "c. 1950"'
            )
        typed = ask("When")
        try:
            record |= Fields(date=typed).record(clock)
        except DateError as error:
            say_error(error)
    source = {name: value for name, value in fields.source(clock, collection).items() if value}
    record |= {"id": id_, "title": title.strip(), "sources": [source] if source else []}
    ordered = {name: record.pop(name) for name in RECORD_FIELDS if name in record}
    return {name: value for name, value in (ordered | record).items() if value}

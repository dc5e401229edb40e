"""`timeline import`: bring events in from another format."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.clock import date_reader
from timeline.cli.collection import only_path
from timeline.cli.composing import composed
from timeline.cli.diff import print_diff
from timeline.cli.options import EMPTY, Calendar, Clock, DryRun, FormatName, OneData, Wait, text_option
from timeline.cli.picking import Condition, condition
from timeline.cli.words import note, say_all
from timeline.counting import counted
from timeline.errors import Refused, shown
from timeline.formats.foreign import Reading, read_files
from timeline.model import Event
from timeline.record import Record
from timeline.store import write
from timeline.store.output import check_apart
from timeline.upkeep.intake import Intake, intake

_TOLD = 10  # notes of one kind


@composed(example="timeline import events.csv --where 'since:2022'")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", readable=False, help="The files to read.", show_default=False),
    ],
    *,
    format_: FormatName = "",
    where: Annotated[str, text_option("QUERY", "Only the events that QUERY finds.", "queries")] = "",
    data: OneData = EMPTY,
    clock: Clock,
    calendar: Calendar = "",
    dry_run: DryRun = False,
    wait: Wait = 10,
) -> None:
    """Bring events in from another format; all of them or none. Prints their ids.

    Dates are read as they are typed, in EDTF or in words; any row that is no event is told, and nothing is written.
    What is there already is passed over: the event with that id or, without an id, one of the same date, title and
    actors. An id that another event has is refused.
    """
    path = only_path(data)
    check_apart(files, path)
    reading = read_files(files, format_, date_reader(clock, calendar), date_reader(clock))
    incoming = _Incoming(_chosen(reading, condition(where, clock, data)))
    if dry_run:
        print_diff(write.plan_append(path, incoming))
        incoming.say()
    else:
        incoming.say(write.append_many(path, incoming, wait=wait, on_wait=note))


class _Incoming:
    """What becomes of events from elsewhere, given what is there; afterwards, what a person should hear of it."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        self.notes: list[str] = []

    def __call__(self, there: Sequence[Event]) -> Sequence[Record]:
        taken = intake(self.events, there)
        if taken.clashes:
            say_all([_clash(event) for event in taken.clashes])
        self.notes = _notes(taken)
        return taken.records

    def say(self, ids: Sequence[str] | None = None) -> None:
        """Print the ids of those that came in, if any could, and say the rest."""
        for id_ in ids or ():
            print(id_)  # noqa: T201 - the ids are what import prints
        for line in self.notes:
            note(line)
        if ids is not None:
            note(f"{counted(len(ids), 'event')} added, {len(self.events) - len(ids)} there already")


def _chosen(reading: Reading, asked: Condition | None) -> Sequence[Event]:
    """The events of all files that are asked for; when a row is none, every such row is told and nothing comes of it."""
    for line in (line for guessed in reading.guessed for line in _some(guessed)):
        note(line)
    if reading.wrong:
        say_all(reading.wrong)
    return [event for event in reading.events if asked is None or asked(event)]


def _clash(event: Event) -> Refused:
    return Refused(
        f"{_place(event)}the id {shown(event.id)} is in use by another event",
        hint="compare them: timeline show --diff, or change the id",
    )


def _notes(taken: Intake) -> list[str]:
    """What a person should hear of events that came in, or were passed over: the first of each kind, and how many."""
    retold = [
        f"{_place(event)}{shown(there.id or there.title)} is there already, and differs: {', '.join(fields)}"
        for event, there, fields in taken.retold
    ]
    loose = [
        f"{_place(event)}refers to {shown(id_)}, which no event has as its id" for event, id_ in taken.loose
    ]
    return [*_some(retold), *_some(loose)]


def _some(lines: Sequence[str]) -> list[str]:
    more = len(lines) - _TOLD
    return [*lines[:_TOLD], f"… {more} more like this"] if more > 0 else list(lines)


def _place(event: Event) -> str:
    return f"{event.origin.path}:{event.origin.line}: " if event.origin else ""

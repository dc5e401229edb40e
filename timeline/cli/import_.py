"""`timeline import`: bring events in from another format."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.choosing import where as condition
from timeline.cli.collection import only_path
from timeline.cli.diff import print_diff
from timeline.cli.options import (
    EMPTY,
    Choice,
    Clock,
    DryRun,
    FormatName,
    OneData,
    Wait,
    composed,
    text_option,
)
from timeline.cli.words import note, say_all
from timeline.errors import InvalidData, Refused, Unavailable, shown
from timeline.formats import FORMATS, format_of
from timeline.guard import Intake, intake
from timeline.model import Event, InvalidRecord, Origin, Record
from timeline.store import write

_TOLD = 10  # notes of one kind


@composed(example="timeline import events.csv --where 'since:2022'")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", readable=False, help="The files to read.", show_default=False),
    ],
    *,
    format_: FormatName = "",
    where: Annotated[str, text_option("QUERY", "Only the events that QUERY finds.")] = "",
    data: OneData = EMPTY,
    clock: Clock,
    dry_run: DryRun = False,
    wait: Wait = 10,
) -> None:
    """Bring events in from another format; all of them or none. Prints their ids.

    What is there already is passed over: the event with that id or, without an id, one of the same date, title and
    actors. An id that another event has is refused.
    """
    path = only_path(data)
    events = [event for file in files for event in _read(file, format_)]
    if where:
        asked = condition(Choice(), [where], clock)
        events = [event for event in events if asked(event)]

    said: list[str] = []

    def make(there: Sequence[Event]) -> Sequence[Record]:
        taken = intake(events, there)
        if taken.clashes:
            say_all([_clash(event) for event in taken.clashes])
        said[:] = _notes(taken)
        return taken.records

    if dry_run:
        print_diff(write.plan_append(path, make))
    else:
        ids = write.append_many(path, make, wait=wait, on_wait=note)
        for id_ in ids:
            print(id_)  # noqa: T201 - the ids are what import prints
        said.append(
            f"{len(ids)} {'event' if len(ids) == 1 else 'events'} added, {len(events) - len(ids)} there already"
        )
    for line in said:
        note(line)


def _read(file: Path, name: str) -> Iterator[Event]:
    """The events of a file, each with its place; InvalidData begins with the file and the line."""
    form = FORMATS.load(name or format_of(file))
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            for line, record in form.read(stream):
                try:
                    yield Event.from_record(record, Origin(path=str(file), line=line))
                except InvalidRecord as error:
                    raise InvalidData(f"{line}: {error.message}", hint=error.hint) from None
    except InvalidData as error:
        raise InvalidData(f"{file}:{error.message}", hint=error.hint) from None
    except UnicodeDecodeError as error:
        raise InvalidData(
            f"{file}: byte {error.object[error.start]:#04x} is not UTF-8", hint="save it as UTF-8"
        ) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Unavailable(f"{file}: cannot read it: {reason}", hint="name a file that is there") from None


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

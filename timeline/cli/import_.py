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
from timeline.cli.words import note
from timeline.errors import InvalidData, Refused, Unavailable, shown
from timeline.formats import FORMATS, format_of
from timeline.identity import new_id
from timeline.model import Event, InvalidRecord, Origin, Record
from timeline.store import write


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

    An event that the collection has already, word for word, is passed over; one whose id another event has is
    refused.
    """
    path = only_path(data)
    events = [event for file in files for event in _events(file, format_)]
    if where:
        asked = condition(Choice(), [where], clock)
        events = [event for event in events if asked(event)]

    def make(there: Sequence[Event]) -> list[Record]:
        return _new(events, there)

    if dry_run:
        print_diff(write.plan_append(path, make))
        return
    ids = write.append_many(path, make, wait=wait, on_wait=note)
    for id_ in ids:
        print(id_)  # noqa: T201 - the ids are what import prints
    note(f"{len(ids)} events added, {len(events) - len(ids)} there already")


def _events(file: Path, name: str) -> Iterator[Event]:
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


def _new(events: Sequence[Event], there: Sequence[Event]) -> list[Record]:
    """The records of the events that are not there yet; each gets an id that no other has."""
    known = {event.id: event for event in there if event.id}
    nameless = [event for event in there if not event.id]
    records = []
    for event in events:
        twin = known.get(event.id) if event.id else next((one for one in nameless if one == event), None)
        if twin == event:
            continue
        if twin is not None:
            place = f"{event.origin.path}:{event.origin.line}: " if event.origin else ""
            raise Refused(
                f"{place}the id {shown(event.id)} is in use by another event",
                hint="compare them: timeline show --diff, or change the id",
            )
        record = event.to_record()
        if not event.id:
            record = {"id": new_id(event.date.text, event.title, known)} | record
        known[str(record["id"])] = event
        records.append(record)
    return records

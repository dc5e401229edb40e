"""What becomes of events from elsewhere, given what is there; and what a person should hear of it."""

from collections.abc import Sequence
from pathlib import Path

from timeline.cli.diff import print_diff
from timeline.cli.progress import watched
from timeline.cli.turn import turn
from timeline.cli.words import note, say_all, say_some
from timeline.counting import counted
from timeline.errors import Refused, shown
from timeline.formats.foreign import Reading
from timeline.model import Event
from timeline.store import write
from timeline.store.change import Change
from timeline.store.output import new_folder, write_output
from timeline.upkeep.intake import Intake, Retold, intake
from timeline.upkeep.uniting import united

_TOLD = 10  # notes of one kind


def say_reading(reading: Reading, *, skip_bad: bool) -> None:
    """Say what was guessed of files, and every row that is no event; nothing comes of them then, but with `skip_bad`."""
    for line in (line for guessed in reading.guessed for line in some(guessed)):
        note(line)
    if reading.wrong and skip_bad and reading.readable:
        say_some(reading.wrong, more=reading.untold)
    elif reading.wrong:
        say_all(reading.wrong, more=reading.untold)


def carry_out(make: write.MakeChange, path: Path, *, dry_run: bool, wait: float) -> None:
    """Change the collection as `make` says, or show what would be changed."""
    if dry_run:
        print_diff(write.plan_take_in(path, make))
    else:
        write.take_in(path, make, turn(wait))


class Incoming:
    """Events that come in, all of them or none."""

    def __init__(self, reading: Reading, *, update: bool) -> None:
        self.reading = reading
        self.update = update
        self.events, self.merged, self.outside = united(reading.events, reading.asked)
        self.taken: Intake | None = None

    def __call__(self, there: Sequence[Event]) -> Change:
        """The change that takes them in; an id that another event has is refused."""
        taken = intake(self.events, there, update=self.update)
        if taken.clashes:
            say_all([_clash(event) for event in taken.clashes])
        self.taken = taken
        return Change(added=taken.records, edited=taken.changed)

    def come_in(self, path: Path, *, dry_run: bool, wait: float) -> None:
        """Change the collection, or show what would be changed; print the ids of those that came in, and say the rest."""
        carry_out(self, path, dry_run=dry_run, wait=wait)
        taken = self.taken
        assert taken is not None
        if taken.records and not dry_run:
            ids = [str(record["id"]) for record in taken.records]
            print("\n".join(ids))  # noqa: T201 - the ids are what import prints
        events = self._tell(taken)
        if not dry_run:
            updated = f"{len(taken.changed):,} updated, " if self.update else ""
            there = events - len(taken.records) - len(taken.changed)
            note(f"{counted(len(taken.records), 'event')} added, {updated}{there:,} there already")

    def into_table(self, path: Path) -> None:
        """Write the events as a table, as a collection that had none would have them; say the rest."""
        there = path.is_file()
        written = self.write_table(path)
        assert self.taken is not None
        self._tell(self.taken)
        say_written(written, path, replaced=there)

    def write_table(self, path: Path) -> int:
        """Write the table alone; how many events it has."""
        # Only here: to what is written as a table YAML owes nothing.
        from timeline.formats import parquet  # noqa: PLC0415

        records = self(()).added
        made = map(Event.from_record, records)
        events = watched(made, total=len(records), what="writing the table")
        if path.suffix:
            write_output(path, parquet.write(events))
        else:
            with new_folder(path) as folder:
                parquet.write_folder(events, folder)
        return len(records)

    def _tell(self, taken: Intake) -> int:
        """Say what a person should hear, and how many rows became what; they add up. How many are events."""
        for line in _notes(taken):
            note(line)
        return self.tell_counts(taken)

    def tell_counts(self, taken: Intake) -> int:
        """Say only how many rows became what; how many are events."""
        reading = self.reading
        merged = self.merged + taken.merged
        events = len(reading.events) - merged - self.outside
        say_counts(reading.rows, events, reading.outside + self.outside, merged + reading.alike, reading.bad)
        return events


def say_written(events: int, path: Path, *, replaced: bool) -> None:
    """Say how many events a table has, and that there was one."""
    note(f"{counted(events, 'event')} written{f'; {path} is replaced' if replaced else ''}")


def say_counts(rows: int, events: int, outside: int, merged: int, bad: int) -> None:
    """Say how many rows became what, where not every one is an event."""
    if outside or merged or bad:
        others = [
            *([f"{outside:,} outside the filter"] if outside else []),
            *([f"{merged:,} merged"] if merged else []),
        ]
        note(f"{counted(rows, 'row')}: {', '.join([counted(events, 'event'), *others])}; {bad:,} skipped")


def _clash(event: Event) -> Refused:
    return Refused(
        f"{_place(event)}the id {shown(event.id)} is in use by another event",
        hint="compare them: timeline show --diff, or change the id",
    )


def _notes(taken: Intake) -> list[str]:
    """What a person should hear of events that came in, or were passed over: the first of each kind, and how many."""
    loose = [
        f"{_place(event)}refers to {shown(id_)}, which no event has as its id" for event, id_ in taken.loose
    ]
    return [*(_updated(one) for one in taken.updated), *retold_notes(taken.retold), *some(loose)]


def retold_notes(retold: Sequence[Retold]) -> list[str]:
    """What a person should hear of events that were passed over though they say something else."""
    return some([_retold(one, "is there already, and differs") for one in retold])


def _retold(one: Retold, said: str) -> str:
    event, there, fields = one
    return f"{_place(event)}{shown(there.id or there.title)} {said}: {', '.join(fields)}"


def _updated(one: Retold) -> str:
    """What an update changes, field by field."""
    event, there, fields = one
    old, new = there.to_record(), event.to_record()
    told = [
        f"{name} {shown(str(old[name]))} is {shown(str(new[name]))}"
        if isinstance(old.get(name), str) and isinstance(new[name], str)
        else name
        for name in fields
    ]
    return f"{_place(event)}{shown(there.id)} is updated: {', '.join(told)}"


def some(lines: Sequence[str]) -> list[str]:
    """The first of many lines, and how many more there are."""
    more = len(lines) - _TOLD
    return [*lines[:_TOLD], f"… {more} more like this"] if more > 0 else list(lines)


def _place(event: Event) -> str:
    return f"{event.origin.path}:{event.origin.line}: " if event.origin else ""

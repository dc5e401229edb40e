"""What becomes of sources from elsewhere, given the events that are there."""

from collections.abc import Sequence
from pathlib import Path

from timeline.cli.incoming import carry_out, some
from timeline.cli.words import note
from timeline.counting import counted
from timeline.errors import shown
from timeline.formats.foreign import Reading
from timeline.model import Event
from timeline.store.change import Change
from timeline.upkeep.supplement import Supplement, supplement


class Supplying:
    """Sources that come to events, all of them or none."""

    def __init__(self, reading: Reading, *, update: bool) -> None:
        self.reading = reading
        self.update = update
        self.taken: Supplement | None = None
        self.ids: list[str] = []

    def __call__(self, there: Sequence[Event]) -> Change:
        """The change that brings them in."""
        self.taken = supplement(self.reading.events, there, update=self.update)
        self.ids = [there[at].id for at in self.taken.changed]
        return Change(edited=self.taken.changed)

    def come_in(self, path: Path, *, dry_run: bool, wait: float) -> None:
        """Change the collection, or show what would be changed; print the ids of the events that have more sources, and say the rest."""
        carry_out(self, path, dry_run=dry_run, wait=wait)
        taken = self.taken
        assert taken is not None
        for id_ in () if dry_run else self.ids:
            print(id_)  # noqa: T201 - the ids are what import prints
        told = [
            f"{row.origin.path}:{row.origin.line}: a source of {shown(id_)} is there already, and differs: {', '.join(names)}"
            for row, id_, names in taken.retold
            if row.origin
        ]
        for line in some(told):
            note(line)
        if taken.unnamed:
            note(f"no event names: {', '.join(some(taken.unnamed))}")
        counts = [
            f"{number:,} {said}"
            for number, said in (
                (taken.added, "added"),
                (taken.filled, "filled in"),
                (taken.there, "there already"),
                (taken.nowhere, "of no event here"),
            )
            if number
        ]
        rows = counted(self.reading.rows, "row")
        note(f"{rows}: {', '.join([*counts, f'{self.reading.bad:,} skipped'])}")
        note(f"{counted(len(self.ids), 'event')} changed")

"""The drafts of a collection, while a person is asked about them: each answer changes the file."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from timeline.cli.choosing import say_strange_ids
from timeline.cli.picking import event_of
from timeline.cli.turn import turn
from timeline.cli.words import note
from timeline.drafts.copy_text import LARGEST, copy_text
from timeline.drafts.passages import draft_picture
from timeline.errors import Refused, TimelineError, shown
from timeline.model import Event, Source
from timeline.query.algebra import Predicate
from timeline.query.select import arrange, select
from timeline.record import Record
from timeline.store.change import Change, records_of
from timeline.store.copies import read_copy
from timeline.store.files import folder_of
from timeline.store.held import Held
from timeline.store.read import StoredRecord
from timeline.store.write import rewrite_held
from timeline.upkeep.changes import Edits, edited, removed
from timeline.upkeep.references import referring
from timeline.views.paragraphs import Paragraph


class Drafts:
    """Drafts in a row, each as it was last seen in its file; what another hand has changed since is seen again first."""

    def __init__(self, path: Path, status: str, wait: float) -> None:
        self._path, self._status, self._wait = path, status, wait
        self._held = Held(path)
        stored = records_of(self._held.files())
        self.events = tuple(map(event_of, stored))
        self._stored = dict(zip(map(id, self.events), stored, strict=True))
        self._row: list[StoredRecord | None] = []

    def take(self, asked: Predicate | None, *, order: str, reverse: bool) -> None:
        """Put those that are asked for in a row."""
        drafts = tuple(event for event in self.events if event.status == "draft")
        if asked:
            say_strange_ids(asked, self.events)
            found = set(map(id, select(self.events, asked)))
            drafts = tuple(event for event in drafts if id(event) in found)
        self._row = [self._stored[id(event)] for event in arrange(drafts, by=order, reverse=reverse)]

    def __len__(self) -> int:
        return len(self._row)

    def event(self, at: int) -> Event | None:
        """A draft as it stands; None of one that is no longer there."""
        one = self._row[at]
        return event_of(one) if one else None

    def picture(self, at: int) -> Sequence[Paragraph]:
        """The event, with its sentences in the kept copies of its sources."""
        one = self._at(at)
        event = event_of(one)
        heading = "  ".join(filter(None, (f"{at + 1:,} of {len(self):,}", event.id, event.status)))
        return [*draft_picture(event, heading, self._copies)]

    def twin(self, _at: int) -> bool:
        """None is told as another's: those were united when they came in."""
        return False

    def accept(self, at: int, *, anew: bool) -> None:  # noqa: ARG002 - it has no twin
        """Vouch for it."""
        self.edit(at, {"status": self._status})

    def edit(self, at: int, given: Record) -> None:
        """Change its fields."""

        def decide(stored: Sequence[StoredRecord], place: int) -> Change:
            change = edited(stored, [place], Edits(given=given))
            for name in change.outdated:
                note(f"  the id {shown(name)} keeps the old date")
            return Change(edited=change.records)

        self._rewrite(at, decide)

    def reject(self, at: int) -> None:
        """Remove it."""

        def decide(stored: Sequence[StoredRecord], place: int) -> Change:
            for one, name, gone in referring(stored, {stored[place].id} - {""}):
                note(f"  {one.origin.path}:{one.origin.line}: {name} refers to {gone}, which will be nothing")
            return removed(stored, [place])

        self._rewrite(at, decide)

    def _rewrite(self, at: int, decide: Callable[[Sequence[StoredRecord], int], Change]) -> None:
        """Change the draft as `decide` says, which is given all records and its place among them."""
        row = self._row[at]

        def placed(stored: Sequence[StoredRecord]) -> Change:
            nonlocal row
            place = self._place(stored, at)
            change = decide(stored, place)
            record = change.edited.get(place, stored[place].record)
            row = None if place in change.removed else stored[place]._replace(record=record)
            return change

        rewrite_held(self._held, placed, turn(self._wait))
        self._row[at] = row

    def _place(self, stored: Sequence[StoredRecord], at: int) -> int:
        """Where a draft stands; Refused, and seen again, where another hand has changed it or taken it out."""
        seen = self._at(at)
        for place, one in enumerate(stored):
            if one.record == seen.record:
                return place
        named = [one for one in stored if one.id and one.id == seen.id]
        self._row[at] = named[0] if len(named) == 1 else None
        what = "changed" if self._row[at] else "taken out"
        raise Refused(
            f"{shown(seen.id) if seen.id else 'this event'} was {what} by another program meanwhile"
        )

    def _copies(self, source: Source) -> Sequence[str]:
        """The kept copy of a source, where there is one that can be read: `check --files` tells of the others."""
        if not source.file:
            return ()
        path = folder_of(self._path) / source.file
        with suppress(TimelineError):
            _, data = read_copy(path, most=LARGEST)
            return [one.text for one in copy_text(data, str(path)).texts]
        return ()

    def _at(self, at: int) -> StoredRecord:
        one = self._row[at]
        assert one is not None
        return one

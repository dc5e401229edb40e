"""`timeline edit`: change fields of events, or open one in an editor."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.changing import Citing, Heading, ListChanges, edits_of
from timeline.cli.collection import only_path
from timeline.cli.completing import completed
from timeline.cli.composing import composed
from timeline.cli.diff import print_diff
from timeline.cli.fields import Fields
from timeline.cli.options import EMPTY, Clock, DryRun, OneData, Wait, text_option
from timeline.cli.picking import Condition, asked_of_stored, meant
from timeline.cli.words import note
from timeline.errors import UsageError, shown
from timeline.store import write
from timeline.store.change import Change
from timeline.store.read import StoredRecord
from timeline.upkeep.changes import Edited, Edits, edited


@composed(example="timeline edit 2022-03-21-talks-ended --status confirmed --add-tag diplomacy")
def edit(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="[ID]...", autocompletion=completed("ids"), show_default=False, help="The events."
        ),
    ] = EMPTY,
    *,
    where: Annotated[
        str, text_option("QUERY", "The events that QUERY finds, besides those named.", "queries")
    ] = "",
    heading: Heading,
    values: Fields,
    citing: Citing,
    lists: ListChanges,
    unset: Annotated[list[str], text_option("FIELD", "Take the field out. May be repeated.")] = EMPTY,
    data: OneData = EMPTY,
    clock: Clock,
    force: Annotated[
        bool, typer.Option("--force", help="Refer to ids all the same that no event has.")
    ] = False,
    dry_run: DryRun = False,
    wait: Wait = 10,
) -> None:
    """Change fields of events, or open one in $EDITOR.

    A list option replaces the list; --add-… and --drop-… change it. --source-… give an event its first source;
    where it has one, --source N or --add-source says which is meant. Only the fields that change are written: all
    else in the record, comments too, stays as it stands. Prints the ids of the changed events.
    """
    path = only_path(data)
    edits = edits_of(heading, values, citing, lists, unset, clock)
    editing = _Editing(ids, where, asked_of_stored(where, clock, data), edits, force=force)
    if not edits:
        _by_hand(path, ids, wait, alone=not (where or dry_run))
    elif dry_run:
        print_diff(write.plan_rewrite(path, editing))
    else:
        write.rewrite(path, editing, wait=wait, on_wait=note)
        editing.say()


class _Editing:
    """What becomes of the records of a collection; afterwards, what came of it."""

    def __init__(
        self, ids: Sequence[str], where: str, asked: Condition | None, edits: Edits, *, force: bool
    ) -> None:
        if not ids and not where:
            raise UsageError("which event?", hint="name its id, or choose with --where QUERY")
        self.ids, self.asked, self.edits, self.force = ids, asked, edits, force
        self.outcome = Edited()

    def __call__(self, stored: tuple[StoredRecord, ...]) -> Change:
        places = meant(stored, self.ids, self.asked)
        self.outcome = edited(stored, places, self.edits, force=self.force)
        return Change(edited=self.outcome.records)

    def say(self) -> None:
        """Print the ids of the events that changed."""
        _say_changed(self.outcome.ids)
        for name in self.outcome.outdated:
            note(f"the id {shown(name)} keeps the old date; --new-id makes a new one")


def _by_hand(path: Path, ids: Sequence[str], wait: float, *, alone: bool) -> None:
    if len(ids) != 1 or not alone:
        raise UsageError(
            "one event at a time opens in the editor, and not for a dry run",
            hint="name one id, or give options to change many",
        )
    # Only for those who edit by hand: 2 ms.
    from timeline.cli.editor import edit_by_hand  # noqa: PLC0415

    _say_changed(edit_by_hand(path, ids[0], wait))


def _say_changed(ids: Sequence[str]) -> None:
    for name in ids:
        print(name)  # noqa: T201 - the ids are what edit prints
    if not ids:
        note("nothing to change")

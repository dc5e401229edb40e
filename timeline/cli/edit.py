"""`timeline edit`: change fields of events, or open one in an editor."""

from collections.abc import Sequence
from typing import Annotated

import typer

from timeline.cli.changing import Citing, Heading, ListChanges, edits_of
from timeline.cli.collection import only_path
from timeline.cli.composing import composed
from timeline.cli.fields import Fields
from timeline.cli.options import EMPTY, Clock, DryRun, Ids, Meant, OneData, Wait, text_option
from timeline.cli.picking import chosen
from timeline.cli.revising import edit_collection
from timeline.store.read import StoredRecord
from timeline.upkeep.changes import Edited, edited


@composed(example="timeline edit 2022-03-21-talks-ended --status confirmed --add-tag diplomacy")
def edit(
    ids: Ids = EMPTY,
    *,
    meant: Meant,
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
    """Change fields of events, or open them in $EDITOR.

    A list option replaces the list; --add-… and --drop-… change it. --source-… give an event its first source;
    where it has one, --source N or --add-source says which is meant. Only the fields that change are written: all
    else in the record, comments too, stays as it stands. Prints the ids of the changed events.
    """
    path = only_path(data)
    edits = edits_of(heading, values, citing, lists, unset, clock, path)
    places = chosen(ids, meant, clock, data)
    if not edits:
        # Only for those who edit by hand: 2 ms.
        from timeline.cli.editor import edit_by_hand  # noqa: PLC0415

        edit_by_hand(path, places, dry_run=dry_run, wait=wait)
        return

    def decide(stored: Sequence[StoredRecord]) -> Edited:
        return edited(stored, places(stored), edits, force=force)

    edit_collection(path, decide, dry_run=dry_run, wait=wait)

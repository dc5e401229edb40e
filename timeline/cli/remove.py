"""`timeline remove`: take events out."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.collection import indexes, only_path
from timeline.cli.composing import composed
from timeline.cli.diff import print_diff
from timeline.cli.options import EMPTY, Clock, DryRun, Ids, Meant, OneData, Wait
from timeline.cli.picking import Chosen, chosen
from timeline.cli.turn import turn
from timeline.cli.words import agree, note
from timeline.errors import Refused, Unavailable
from timeline.record import Value
from timeline.store import write
from timeline.store.change import Change, look_into, records_of
from timeline.store.read import StoredRecord
from timeline.upkeep.changes import removed
from timeline.upkeep.references import referring


@composed(example="timeline remove 2022-03-bsec-status --dry-run")
def remove(
    ids: Ids = EMPTY,
    *,
    meant: Meant,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask; needed where nobody can answer.")
    ] = False,
    cascade: Annotated[
        bool,
        typer.Option("--cascade", help="Also take the ids out of after, before and related of other events."),
    ] = False,
    data: OneData = EMPTY,
    clock: Clock,
    dry_run: DryRun = False,
    wait: Wait = 10,
) -> None:
    """Take events out, and nothing else.

    Shows the events and asks. References to them in other events are reported, or taken out with --cascade.
    """
    path = only_path(data)
    places = chosen(ids, meant, clock, data)
    if dry_run:
        print_diff(write.plan_rewrite(path, _removal(path, places, None, cascade=cascade)))
        return
    known = look_into(path, indexes=indexes())
    agreed = _agreed(records_of(known), places, yes=yes, cascade=cascade)
    write.rewrite(path, _removal(path, places, agreed, cascade=cascade), turn(wait), known)


def _removal(
    path: Path, chosen_in: Chosen, agreed: Sequence[Mapping[str, Value]] | None, *, cascade: bool
) -> write.Decide:
    """What takes the events out, as long as they are those to which a person agreed."""

    def decide(stored: Sequence[StoredRecord]) -> Change:
        places = chosen_in(stored)
        if agreed is not None and [stored[at].record for at in sorted(places)] != agreed:
            raise Unavailable(
                f"{path}: was changed by another program meanwhile; nothing is removed", hint="look again"
            )
        return removed(stored, places, cascade=cascade)

    return decide


def _agreed(
    stored: Sequence[StoredRecord], chosen_in: Chosen, *, yes: bool, cascade: bool
) -> list[Mapping[str, Value]]:
    """The records that go, as they were shown when a person agreed; Refused where nobody does."""
    places = chosen_in(stored)
    _show(stored, places, cascade=cascade)
    if not yes:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise Refused("removing asks first, and nobody is here to answer", hint="add --yes")
        if not agree("Remove?"):
            raise Refused("nothing is removed")
    return [stored[at].record for at in sorted(places)]


def _show(stored: Sequence[StoredRecord], places: Sequence[int], *, cascade: bool) -> None:
    """Say which events go, and which others refer to them."""
    for at in places:
        record, origin = stored[at].record, stored[at].origin
        note(
            f"{stored[at].id or f'{origin.path}:{origin.line}'}: {record.get('date', '')}, {record.get('title', '')}"
        )
    follows = "which goes too" if cascade else "which will be nothing; --cascade takes it out"
    for one, name, gone in referring(stored, {stored[at].id for at in places if stored[at].id}):
        note(f"  {one.origin.path}:{one.origin.line}: {name} refers to {gone}, {follows}")

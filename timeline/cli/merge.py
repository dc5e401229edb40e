"""`timeline merge`: one event of several."""

from collections.abc import Sequence
from typing import Annotated

import typer

from timeline.cli.collection import only_path
from timeline.cli.completing import completed
from timeline.cli.composing import composed
from timeline.cli.options import EMPTY, DryRun, OneData, Wait, text_option
from timeline.cli.revising import edit_collection
from timeline.cli.words import note
from timeline.errors import shown
from timeline.record import Value
from timeline.store.ids import positions
from timeline.store.read import StoredRecord
from timeline.upkeep.changes import Edited
from timeline.upkeep.merging import Lost, merged
from timeline.yaml_write import in_brackets


@composed(example="timeline merge 2022-03-21-talks-ended 2022-03-talks --dry-run")
def merge(
    keep: Annotated[
        str, typer.Argument(metavar="KEEP", autocompletion=completed("ids"), help="The event that stays.")
    ],
    others: Annotated[
        list[str],
        typer.Argument(
            metavar="OTHER...", autocompletion=completed("ids"), help="Those that become part of it."
        ),
    ],
    *,
    take: Annotated[
        list[str], text_option("ID.FIELD", "Take this field of that event. May be repeated.")
    ] = EMPTY,
    data: OneData = EMPTY,
    dry_run: DryRun = False,
    wait: Wait = 10,
) -> None:
    """Make one event of several: KEEP, with all that the others say besides.

    Lists and sources are united, and references follow. Where the events differ, KEEP's word stands and the other is
    told; --take ID.FIELD has it the other way. The sources of another date say so in their event_date.
    """

    def decide(stored: Sequence[StoredRecord]) -> Edited:
        found = merged(stored, positions(stored, [keep, *others]), take)
        for one in found.lost:
            note(_words(one))
        if found.lost:
            note("--take ID.FIELD has another of them stand")
        return found.edited

    edit_collection(only_path(data), decide, dry_run=dry_run, wait=wait)


def _words(lost: Lost) -> str:
    instead = f"gives way to {_text(lost.stands)}" if lost.stands else "is left out"
    cited = "; its sources keep it as event_date" if lost.cited else ""
    return f"{lost.id}: {lost.field} {_text(lost.value)} {instead}{cited}"


def _text(value: Value) -> str:
    return shown(value if isinstance(value, str) else in_brackets(value))

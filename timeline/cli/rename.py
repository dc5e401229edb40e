"""`timeline rename`: one name for another, everywhere."""

from typing import Annotated

import typer

from timeline.cli.collection import only_path
from timeline.cli.completing import completed
from timeline.cli.composing import composed
from timeline.cli.options import EMPTY, DryRun, OneData, Wait
from timeline.cli.revising import edit_collection
from timeline.upkeep.renaming import renamed_everywhere


@composed(example='timeline rename actor "Russian Federation" Russia --dry-run')
def rename(
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT", autocompletion=completed("renamable"), help="actor, tag, place, kind or id."
        ),
    ],
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", autocompletion=completed("names"), help="The name, as it is spelled."),
    ],
    new: Annotated[
        str, typer.Argument(metavar="NEW", autocompletion=completed("names"), help="What it becomes.")
    ],
    *,
    data: OneData = EMPTY,
    dry_run: DryRun = False,
    wait: Wait = 10,
) -> None:
    """Put one name for another everywhere: of an actor, a tag, a place, a kind or an id.

    A name keeps its place in a list, and one that is there already stands once. References follow an id. Prints the
    ids of the changed events.
    """
    edit_collection(
        only_path(data),
        lambda stored: renamed_everywhere(stored, what, old, new.strip()),
        dry_run=dry_run,
        wait=wait,
    )

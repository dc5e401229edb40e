"""`timeline undo`: take back the last change."""

from typing import Annotated

import typer

from timeline.cli.collection import only_path
from timeline.cli.composing import composed
from timeline.cli.options import EMPTY, DryRun, OneData, Wait
from timeline.cli.turn import turn
from timeline.cli.undoing import forget, take_back, would_take_back


@composed(example="timeline undo --dry-run")
def undo(
    *,
    data: OneData = EMPTY,
    dry_run: DryRun = False,
    forgetting: Annotated[
        bool, typer.Option("--forget", help="Take nothing back, and empty the journal: of every collection.")
    ] = False,
    wait: Wait = 10,
) -> None:
    """Take back the last change of the collection, and print the files that are as before.

    Once more takes back the change before that one, and so on. It is refused when the files are no longer as the change
    left them, and shows what differs. What is taken back cannot be brought back.
    """
    if forgetting:
        forget(turn(wait))
        return
    path = only_path(data)
    (would_take_back if dry_run else take_back)(path, turn(wait))

"""`timeline move`: events taken to another file or collection."""

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.collection import only_path, paths
from timeline.cli.composing import composed
from timeline.cli.diff import print_diff
from timeline.cli.options import EMPTY, Clock, DryRun, Ids, Meant, OneData, Wait, path_option
from timeline.cli.picking import chosen
from timeline.cli.revising import say_changed
from timeline.cli.turn import turn
from timeline.store.moving import move as move_records
from timeline.store.moving import plan_move
from timeline.upkeep.moving import moving


@composed(example="timeline move --where until:1999 --to archive.yaml --dry-run")
def move(
    ids: Ids = EMPTY,
    *,
    meant: Meant,
    to: Annotated[
        Path, path_option("PATH", "Where they go: a file, which is made, or a folder, with a file for each.")
    ],
    cascade: Annotated[
        bool,
        typer.Option(
            "--cascade",
            help="Take references between what goes and what stays out of after, before and related.",
        ),
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Leave such references, and kept copies of sources that are not found there."
        ),
    ] = False,
    data: OneData = EMPTY,
    clock: Clock,
    dry_run: DryRun = False,
    wait: Wait = 10,
) -> None:
    """Take events, as they stand, to another file or another collection.

    A record keeps its own text, with its comments and those directly above it. Within a folder nothing else changes; into
    another collection, references between what goes and what stays stand in the way. Prints the ids of the events that
    have moved.
    """
    path = only_path(data)
    (target,) = paths([to])
    decide = moving(path, target, chosen(ids, meant, clock, data), cascade=cascade, force=force)
    if dry_run:
        print_diff(plan_move(path, target, decide))
    else:
        say_changed(move_records(path, target, decide, turn(wait)))

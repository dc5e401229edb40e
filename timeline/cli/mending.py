"""What `timeline check --fix` repairs, and says of it."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from timeline.checks.repairs import repairs
from timeline.cli.diff import print_diff
from timeline.cli.turn import turn
from timeline.cli.words import note, say_error
from timeline.errors import InvalidData, Refused
from timeline.store.change import FileChange
from timeline.store.write import plan_rewrite, rewrite


def mend(paths: Iterable[Path], *, wait: float, dry_run: bool, showing: bool) -> dict[str, bytes]:
    """Repair collections, or only plan to, `showing` the diff or not; what the files that are repaired now hold, by where they really are."""
    mended: dict[str, bytes] = {}
    for path in paths:
        changes = _repaired(path, wait=wait, dry_run=dry_run)
        if not dry_run:
            # Before anything else can fail.
            for change in changes:
                note(f"{change.path}: repaired")
            mended |= {os.path.realpath(change.path): change.new for change in changes}
        if showing:
            print_diff(changes)
    return mended


def _repaired(path: Path, *, wait: float, dry_run: bool) -> Sequence[FileChange]:
    """What is repaired in a collection. What cannot be is said and no more: what is wrong is still to be told."""
    try:
        if dry_run:
            return plan_rewrite(path, repairs)
        return [one.change for one in rewrite(path, repairs, turn(wait))]
    except InvalidData:
        note(f"{path}: nothing is repaired while a file of it cannot be read")
    except Refused as error:
        say_error(error)
    return ()

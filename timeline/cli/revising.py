"""A change of the events that are there, as every command that makes one carries it out: shown, or written and told."""

from collections.abc import Callable, Sequence
from pathlib import Path

from timeline.cli.diff import print_diff
from timeline.cli.turn import turn
from timeline.cli.words import note
from timeline.counting import counted
from timeline.errors import shown
from timeline.store import write
from timeline.store.change import Change
from timeline.store.read import StoredRecord
from timeline.upkeep.changes import Edited

_NAMELESS = "an event without an id"


def edit_collection(
    path: Path, decide: Callable[[Sequence[StoredRecord]], Edited], *, dry_run: bool, wait: float
) -> None:
    """Change events as is decided on the records under the lock, and print their ids; or show what would be written."""
    outcome = Edited()

    def change(stored: Sequence[StoredRecord]) -> Change:
        nonlocal outcome
        outcome = decide(stored)
        return Change(edited=outcome.records, removed=outcome.removed)

    if dry_run:
        print_diff(write.plan_rewrite(path, change))
    else:
        write.rewrite(path, change, turn(wait))
        say_changed(outcome.ids)
    _say_asides(outcome)


def _say_asides(outcome: Edited) -> None:
    """What a change of one field means for others."""
    for name in outcome.outdated:
        note(f"the id {shown(name)} keeps the old date; --new-id makes a new one")
    for name, fields in outcome.left:
        unset = " ".join(f"--unset {field}" for field in fields)
        note(f"{name or _NAMELESS}: {', '.join(fields)} as before; {unset} takes out what is no longer so")
    for name in outcome.undated:
        note(f"{name or _NAMELESS}: retrieved told of the copy before, and went with it")


def say_changed(ids: Sequence[str]) -> None:
    """Print the ids of the events that changed, of those that have one."""
    named = [name for name in ids if name]
    for name in named:
        print(name)  # noqa: T201 - the ids are what these commands print
    if nameless := len(ids) - len(named):
        note(f"and {counted(nameless, 'event')} without an id")
    if not ids:
        note("nothing to change")

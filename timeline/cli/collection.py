"""Which collection a command reads or writes."""

import os
from collections.abc import Sequence
from pathlib import Path

from timeline.cli.words import note
from timeline.errors import Unavailable, UsageError
from timeline.store.files import find_collection, unfinished


def paths(data: Sequence[Path]) -> list[Path]:
    """The collections a reading command merges: those named, or the nearest one; what was left half done there is taken back."""
    found = named(data)
    folder = journal()
    if folder is not None and unfinished(folder):
        # Only after a kill, or beside a writer: 4 ms.
        from timeline.store.commit import roll_back  # noqa: PLC0415
        from timeline.store.journal import Turn  # noqa: PLC0415

        roll_back(Turn(say=note, journal=folder), found)
    return found


def named(data: Sequence[Path]) -> list[Path]:
    """The collections that are named, or the nearest one, as they stand."""
    if data:
        return list(data)
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise Unavailable("the current folder is no longer there", hint="cd to another") from None
    return [
        Path(os.path.relpath(find_collection(here), here))
    ]  # as a person would type it, and errors show it


def only_path(data: Sequence[Path]) -> Path:
    """The one collection a writing command writes to."""
    return paths([only_named(data)] if data else [])[0]


def only_named(data: Sequence[Path]) -> Path:
    """The one collection that is named."""
    if len(data) > 1:
        raise UsageError("a writing command needs exactly one collection", hint="name one: --data PATH")
    return data[0]


def journal() -> Path | None:
    """Where changes are kept until they are done, and to be taken back; None where a user has no place for that."""
    state, shared = os.environ.get("TIMELINE_STATE"), os.environ.get("XDG_STATE_HOME", "")
    if not state and not os.path.isabs(shared):  # noqa: PTH117 - a relative one is to be ignored, says the specification
        shared = os.path.expanduser("~/.local/state")  # noqa: PTH111 - Path's own raises where there is no home
        if shared.startswith("~"):
            return None
    return Path(state or os.path.join(shared, "timeline")).absolute() / "changes"  # noqa: PTH118

"""Which collection a command reads or writes."""

import os
from collections.abc import Sequence
from pathlib import Path

from timeline.cli.words import note
from timeline.errors import Unavailable, UsageError
from timeline.store.files import TABLES, find_collection, refuse_tables, unfinished

_PATTERN = frozenset("*?[")


def paths(data: Sequence[Path], *, tables: bool = False) -> list[Path]:
    """The collections a reading command merges: those named, or the nearest one; what was left half done there is taken back.

    A table is refused, but where `tables` are asked for.
    """
    found = named(data)
    if not tables:
        refuse_tables(found, "only show, export and stats read")
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
        return [one for path in data for one in _meant(path)]
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise Unavailable("the current folder is no longer there", hint="cd to another") from None
    return [
        Path(os.path.relpath(find_collection(here), here))
    ]  # as a person would type it, and errors show it


def _meant(path: Path) -> list[Path]:
    """The tables that a pattern finds, which no shell has opened; else the path as it stands."""
    if path.suffix.lower() not in TABLES or not _PATTERN.intersection(str(path)) or os.path.lexists(path):
        return [path]
    # Only for patterns: 2 ms.
    from glob import glob  # noqa: PLC0415

    return [Path(found) for found in sorted(glob(str(path), recursive=True))] or [path]  # noqa: PTH207 - a whole path


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
    folder = _own("TIMELINE_STATE", "XDG_STATE_HOME", "~/.local/state")
    return None if folder is None else folder / "changes"


def indexes() -> Path | None:
    """Where the indexes of large files are kept; None where a user has no place for them."""
    return _own("TIMELINE_CACHE", "XDG_CACHE_HOME", "~/.cache")


def _own(variable: str, base: str, default: str) -> Path | None:
    """A folder of the user's: the one that a variable names, else `timeline` in the one that another names, or in the default."""
    named, shared = os.environ.get(variable), os.environ.get(base, "")
    if not named and not os.path.isabs(shared):  # noqa: PTH117 - a relative one is to be ignored, says the specification
        shared = os.path.expanduser(default)  # noqa: PTH111 - Path's own raises where there is no home
        if shared.startswith("~"):
            return None
    return Path(named or os.path.join(shared, "timeline")).absolute()  # noqa: PTH118

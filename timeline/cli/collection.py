"""Which collection a command reads or writes."""

import os
from collections.abc import Sequence
from pathlib import Path

from timeline.errors import Unavailable, UsageError
from timeline.model import Event
from timeline.store.files import find_collection
from timeline.store.read import read_events


def paths(data: Sequence[Path]) -> list[Path]:
    """The collections a reading command merges: those named, or the nearest one."""
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
    return only_named(data) if data else paths(data)[0]


def only_named(data: Sequence[Path]) -> Path:
    """The one collection that is named."""
    if len(data) > 1:
        raise UsageError("a writing command needs exactly one collection", hint="name one: --data PATH")
    return data[0]


def read(data: Sequence[Path]) -> tuple[Event, ...]:
    """Every event of the collections, in their order."""
    return read_events(paths(data))

"""From words at the prompt to events: which collection, and which of its events."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from timeline.cli.options import Choice, Clock
from timeline.cli.words import note
from timeline.errors import Unavailable, UsageError
from timeline.model import Event
from timeline.query.select import arrange
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


def chosen(
    events: Sequence[Event],
    choice: Choice,
    words: Sequence[str],
    clock: Clock,
    data: Sequence[Path] = (),
    twins: Mapping[int, Event] | None = None,
) -> tuple[Event, ...]:
    """The events that are asked for, in the order that is asked for. Says so when there are none.

    `data` says beside which collections the saved queries are. An event that has a twin, by identity, is also found
    by what the twin says.
    """
    if words or any(getattr(choice, name) for name in NARROWING):
        # Only here: what a query can ask for costs 15 ms to import, a fifth of the start of a plain `show`.
        from timeline.cli.choosing import found  # noqa: PLC0415

        hits = found(events, choice, words, clock, data, twins or {})
    else:
        hits = tuple(events)
        if not hits:
            note("the collection has no events")
    hits = arrange(hits, by=choice.order, reverse=choice.reverse)
    hits = hits[: choice.first] if choice.first is not None else hits
    return hits[max(len(hits) - choice.last, 0) :] if choice.last is not None else hits


NARROWING = tuple(field.name for field in fields(Choice) if isinstance(field.default, tuple))

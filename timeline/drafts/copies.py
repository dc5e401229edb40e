"""Kept copies looked into: whether each is there, is what it was, and has the quotes of the sources that name it.

A collection may come from a stranger, and name any file of its reader's. So what a file holds is told only where the record
has its SHA-256: who wrote that has seen it.
"""

import re
import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from timeline.counting import counted
from timeline.drafts.copy_text import LARGEST, copy_text
from timeline.errors import InvalidData, TimelineError, Unavailable, shown
from timeline.model import Event, Source
from timeline.record import Problem
from timeline.store.copies import read_copy

LOST = "E503"
CHANGED = "E504"
NOT_IN_COPY = "E505"

_NEAREST = 10  # quotes of one copy for which the nearest words are looked for
_sha256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What a kept copy is found to be: why it cannot be had, or its hash.

    `absent` are the quotes that do not stand in it, each with the nearest words that do; `unread` says why some were not
    looked for: Unavailable where that takes an extra.
    """

    lost: Unavailable | None = None
    sha256: str = ""
    absent: Mapping[str, str] = field(default_factory=dict)
    unread: TimelineError | None = None


def quotes_by_copy(events: Iterable[tuple[Event, Path]]) -> dict[Path, list[str]]:
    """The kept copies that events name, each with the quotes that should stand in it; a collection's folder is with each event."""
    wanted: dict[Path, dict[str, None]] = {}
    for event, folder in events:
        for _, source in _with_copies(event):
            quotes = wanted.setdefault(folder / source.file, {})
            if source.quote.strip():
                quotes[source.quote] = None
    return {path: list(quotes) for path, quotes in wanted.items()}


def examine(path: Path, quotes: Collection[str]) -> Examined:
    """Read a copy once, and look for the quotes in it."""
    try:
        sha256, data = read_copy(path, most=LARGEST if quotes else 0)
    except Unavailable as error:
        return Examined(lost=error)
    if not quotes:
        return Examined(sha256=sha256)
    try:
        read = copy_text(data, str(path))
    except Unavailable as error:
        return Examined(sha256=sha256, unread=error)
    missing = [quote for quote in quotes if not any(text.has(quote) for text in read.texts)]
    if missing and read.stopped:
        words = f"{counted(len(missing), 'quote')} not checked: {read.stopped}"
        return Examined(sha256=sha256, unread=InvalidData(words, path=path))
    nearest = (
        max((text.nearest(quote) for text in read.texts), key=len) for quote in islice(missing, _NEAREST)
    )
    return Examined(
        sha256=sha256, absent=dict.fromkeys(missing, "") | dict(zip(missing, nearest, strict=False))
    )


def copy_problems(
    event: Event, *, folders: Mapping[str, Path], examined: Mapping[Path, Examined]
) -> Iterator[Problem]:
    """What is wrong with the kept copies of an event: lost, changed, or without the quote.

    `folders` are those of the collections, by the files in which their events stand.
    """
    assert event.origin is not None
    for number, source in _with_copies(event):
        path = folders[event.origin.path] / source.file
        found = examined[path]
        named = f"the kept copy {shown(source.file)}"
        edit = f"timeline edit {event.id or 'ID'} --source {number + 1} --source-file"
        if found.lost is not None:
            hint = f"put it back, or name another: {edit} FILE"
            yield _problem(LOST, number, "file", f"{named}: {found.lost.said}", hint)
            continue
        same = source.sha256.strip().lower() == found.sha256
        if source.sha256 and not same:
            is_one = _sha256.fullmatch(source.sha256.strip().lower())
            message = (
                f"{named} has changed" if is_one else f"{shown(source.sha256)} is the SHA-256 of no file"
            )
            hint = f"put the old one back, or take it as it is: {edit} {shlex.quote(str(path))}"
            yield _problem(CHANGED, number, "sha256", message, hint)
        if source.quote in found.absent:
            near = found.absent[source.quote] if same else ""
            hint = f"the nearest there is {shown(near, limit=200)}" if near else "quote it word for word"
            message = f"quote {shown(source.quote)} does not stand in {named}"
            yield _problem(NOT_IN_COPY, number, "quote", message, hint)


def _problem(code: str, number: int, name: str, message: str, hint: str) -> Problem:
    return Problem(code=code, field=("sources", number, name), message=message, hint=hint)


def _with_copies(event: Event) -> Iterator[tuple[int, Source]]:
    """The sources of which a copy is kept, by their place."""
    return ((number, source) for number, source in enumerate(event.sources) if source.file)

"""The events of collections as commands ask for them: no more are made than an answer needs."""

import stat
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.model import Event, Origin
from timeline.query.company import Company
from timeline.store.read import LARGE, read_events

if TYPE_CHECKING:
    from timeline.query.narrowing import Limits


class Stored(Company):
    """The events of all collections, one after another, read no sooner and no further than they are asked for.

    What `read_events` raises is raised then.
    """

    def __init__(self, collections: Sequence[Path]) -> None:
        self._collections = collections
        self._found: dict[Origin | None, Event] = {}
        self._sifted = False

    @cached_property
    def every(self) -> tuple[Event, ...]:
        """All of the events; those that were found before are the same."""
        return tuple(self._found.get(event.origin, event) for event in read_events(self._collections))

    def choose(self, where: Callable[[Event], bool]) -> tuple[Event, ...]:
        """The events that meet a condition, in the order in which they stand."""
        sizes = [*map(_size, self._collections)]
        if "every" not in self.__dict__ and all(sizes) and sum(sizes) > LARGE:
            # Only for large files: 10 ms.
            from timeline.store.sifting import Unusual, sifted  # noqa: PLC0415

            try:
                found = [event for collection in self._collections for event in sifted(collection, where)]
            except Unusual:
                return super().choose(where)
            self._sifted = True
            return tuple(self._found.setdefault(event.origin, event) for event in found)
        return super().choose(where)

    @cached_property
    def limits(self) -> "Mapping[int, Limits]":
        """When each event can have happened that others narrow: no other, where all were sifted."""
        if not self._sifted:
            self.choose(_none)
        return {} if self._sifted else super().limits


def _size(path: Path) -> int:
    """The size of a file; of a folder, and of what cannot be looked at, nothing."""
    try:
        status = path.stat()
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _none(_event: Event) -> bool:
    return False

"""The events of collections as commands ask for them: no more are made than an answer needs."""

import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.model import Event, Origin
from timeline.query.company import Company
from timeline.store.read import LARGE, read_events

if TYPE_CHECKING:
    from timeline.query.narrowing import Limits
    from timeline.store.indexing import Watch
    from timeline.store.narrowed import Narrowed

_FIELDS = {"actor": "actors", "tag": "tags"}
_INDEXED = 1 << 22  # bytes of a file from which an index of it pays: some thousands of events


class Stored(Company):
    """The events of all collections, one after another, read no sooner and no further than they are asked for.

    What `read_events` raises is raised then.
    """

    def __init__(
        self, collections: Sequence[Path], indexes: Path | None = None, watch: "Watch | None" = None
    ) -> None:
        """`indexes` is the folder of the indexes of large files, if there may be any; `watch` sees to one that is made."""
        self._collections = collections
        self._indexes = indexes
        self._watch = watch
        self._found: dict[Origin | None, Event] = {}
        self._asked: dict[Path, Narrowed | None] = {}
        self._sifted = False

    @cached_property
    def every(self) -> tuple[Event, ...]:
        """All of the events; those that were found before are the same."""
        return tuple(self._found.get(event.origin, event) for event in read_events(self._collections))

    def choose(self, where: Callable[[Event], bool]) -> Sequence[Event]:
        """The events that meet a condition, in the order in which they stand."""
        if "every" in self.__dict__ or not self._pays:
            return super().choose(where)
        found = self._chosen(where)
        if found is None:
            chosen = super().choose(where)
            for beside in map(self._beside, self._collections):
                if beside and not (beside.stands or beside.tried or any(map(_leans, self.every))):
                    beside.make()
            return chosen
        self._sifted = True
        return tuple(self._found.setdefault(event.origin, event) for event in found)

    @property
    def _pays(self) -> bool:
        """Whether the collections are large, and each a file or a folder that may have an index."""
        sizes = [*map(_size, self._collections)]
        folders = [path for path, size in zip(self._collections, sizes, strict=True) if not size]
        return (sum(sizes) > LARGE or bool(folders)) and all(map(self._beside, folders))

    def meets(self, where: Callable[[Event], bool]) -> bool:
        """Whether some event meets a condition: an index tells at the first that does."""
        told = [beside.meets(where) for beside in self._indexed()]
        return any(told) if told and None not in told else super().meets(where)

    def names(self, field: str) -> Iterable[str]:
        """The names that stand in a field, as indexes tell them, or the events."""
        told = [beside.values(_FIELDS.get(field, field), "") for beside in self._indexed()]
        return (
            super().names(field) if not told or None in told else {name for one in told for name in one or ()}
        )

    def _indexed(self) -> "Sequence[Narrowed]":
        """The indexes of all collections; none where one of them has none, or all events are read already."""
        beside = [] if "every" in self.__dict__ else [*map(self._beside, self._collections)]
        known = [one for one in beside if one and one.stands]
        return known if len(known) == len(beside) else []

    def _chosen(self, where: Callable[[Event], bool]) -> list[Event] | None:
        """The events of large files that meet a condition; None where all are to be read."""
        found: list[Event] = []
        for collection in self._collections:
            beside = self._beside(collection)
            if beside and beside.wanted:  # what reads all for it need not read all for the answer, too
                beside.make()
            told = beside.events(where) if beside else None
            if told is None and beside and beside.is_folder:
                return None
            if told is None:
                # Only for large files that no index tells of: 10 ms.
                from timeline.store.sifting import Unusual, sifted  # noqa: PLC0415

                try:
                    told = sifted(collection, where)
                except Unusual:
                    return None
                if beside and not beside.stands and not beside.tried:
                    beside.make()
            found += told
        return found

    def _beside(self, path: Path) -> "Narrowed | None":
        """The index beside a large file or a folder, renewed where there was one; none for what is small or cannot be opened."""
        if self._indexes is None or not is_indexed(path):
            return None
        if path not in self._asked:
            # Only here: 3 ms.
            from timeline.store.narrowed import Narrowed  # noqa: PLC0415

            self._asked[path] = Narrowed.renewed(path, self._indexes, self._watch)
        return self._asked[path]

    @cached_property
    def limits(self) -> "Mapping[int, Limits]":
        """When each event can have happened that others narrow: no other, where all were sifted."""
        if not self._sifted:
            self.choose(_none)
        return {} if self._sifted else super().limits


def is_indexed(path: Path) -> bool:
    """Whether an index of a file pays, or may pay, of a folder."""
    return _size(path) >= _INDEXED or os.path.isdir(path)  # noqa: PTH112 - Path's own raises for a name that is too long


def _size(path: Path) -> int:
    """The size of a file; of a folder, and of what cannot be looked at, nothing."""
    try:
        status = path.stat()
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _leans(event: Event) -> bool:
    return bool(event.after or event.before)


def _none(_event: Event) -> bool:
    return False

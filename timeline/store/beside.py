"""A large file and the index beside it: whether that tells of the file as it is, and what it tells at once."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from timeline.store.index import LETTERS, OWN, Bytes, Damaged, Index, Stamp, loaded, place_of
from timeline.store.opened import ids_in, names_in

if TYPE_CHECKING:
    from timeline.store.indexing import Watch


class Beside:
    """A large file beside which an index stands, if it could be made."""

    def __init__(self, path: Path, folder: Path, watch: "Watch | None" = None) -> None:
        """OSError where the file cannot be opened."""
        self._path = str(path)
        self._name = str(path.resolve())
        self._file = Bytes(path)
        self._place = place_of(folder, self._name)
        self._watch = watch
        self._made = False
        self._known: tuple[Bytes, Index] | None = None
        with suppress(OSError, Damaged):
            file = Bytes(self._place)
            self._known = file, loaded(file, self._name)

    @classmethod
    def renewed(
        cls, path: Path, folder: Path, watch: "Watch | None" = None, *, anew: bool = False
    ) -> Self | None:
        """The same, with the index renewed where there was one, or `anew` even where there was none; None where the file cannot be opened."""
        try:
            beside = cls(path, folder, watch)
        except OSError:
            return None
        if (beside.old or anew) and not beside.stands:
            beside.make()
        return beside

    @property
    def stands(self) -> bool:
        """Whether the index is known to tell of the file as it is: it has just been compared, or can be told by times."""
        if self._known is None:
            return False
        index = self._known[1]
        return (index.settled or self._made) and index.stamp == Stamp.of(self._file.status())

    @property
    def old(self) -> bool:
        """Whether there is an index of the file, be it as it was."""
        return self._known is not None

    def make(self) -> None:
        """Make the index, of what stands there of it where that is of use; whatever fails, there is none."""
        # Only when the file has changed: 20 ms.
        from timeline.store.indexing import index, unwatched  # noqa: PLC0415
        from timeline.store.sifting import Unusual  # noqa: PLC0415

        old, self._known = self._known, None
        with suppress(OSError, Damaged, Unusual):
            stamp = index(self._name, self._file, self._place, old, self._watch or unwatched)
            file = Bytes(self._place)
            known = loaded(file, self._name)
            if known.stamp == stamp:
                self._known, self._made = (file, known), True

    def values(self, field: str, begins: str) -> set[str] | None:
        """The values of a field that begin so when they are folded; without a field, those of the user's own. None where the index is damaged."""
        if self._known is None:
            return None
        try:
            if field == "id":
                return ids_in(*self._known, begins) - {""}
            return names_in(*self._known, LETTERS[field] if field else OWN, begins)
        except (OSError, Damaged):
            self._known = None
            return None

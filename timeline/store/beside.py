"""A large file, or a folder of files, and the index beside it: whether that tells of the file as it is, and what it tells at once."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from timeline.errors import Unavailable
from timeline.store.index import LETTERS, OWN, Bytes, Damaged, Index, Stamp, loaded, place_of
from timeline.store.opened import ids_in, names_in

if TYPE_CHECKING:
    from timeline.store.indexing import Watch
    from timeline.store.listing import Listing
    from timeline.store.stretches import WholeFile, WholeFolder

_MANY = 500  # files of a folder, which take 70 ms to be read


class Beside:
    """A large file, or a folder of files, beside which an index stands, if it could be made."""

    def __init__(self, path: Path, folder: Path, watch: "Watch | None" = None) -> None:
        """OSError where the file cannot be opened, Unavailable where the folder cannot be looked through."""
        self._path = str(path)
        self._name = str(path.resolve())
        self._listing: Listing | None = _listed(path) if path.is_dir() else None
        self._file: Bytes | None = Bytes(path) if self._listing is None else None
        self._place = place_of(folder, self._name)
        self._watch = watch
        self.tried = self._made = False
        self._known: tuple[Bytes, Index] | None = None
        with suppress(OSError, Damaged):
            file = Bytes(self._place)
            self._known = file, loaded(file, self._name)

    @classmethod
    def renewed(
        cls, path: Path, folder: Path, watch: "Watch | None" = None, *, anew: bool = False
    ) -> Self | None:
        """The same, with the index renewed where there was one, or `anew` even where there was none; None where there can or need be none."""
        try:
            beside = cls(path, folder, watch)
        except (OSError, Unavailable):
            return None
        if not beside.pays:
            return None
        if (beside.old or anew) and not beside.stands:
            beside.make()
        return beside

    @property
    def pays(self) -> bool:
        """Whether asking an index is worth it: of a folder, where opening its files takes longer."""
        return self._listing is None or len(self._listing) >= _MANY

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files."""
        return self._listing is not None

    @property
    def stands(self) -> bool:
        """Whether the index is known to tell of the file as it is: it has just been compared, or can be told by times."""
        if self._known is None:
            return False
        index = self._known[1]
        if self._file is None:
            return self._made or (self._listing is not None and index.listing == self._listing.told)
        return (index.settled or self._made) and index.stamp == Stamp.of(self._file.status())

    @property
    def old(self) -> bool:
        """Whether there is an index of the file, be it as it was, that tells of its events."""
        return self._known is not None and self._known[1].tells

    @property
    def wanted(self) -> bool:
        """Whether an index is to be made before something is asked: there was none, and it has not been tried."""
        return self._known is None and not self.tried

    def make(self, whole: "WholeFile | WholeFolder | None" = None) -> None:
        """Make the index, of what stands there of it where that is of use; whatever fails, there is none.

        Of the `whole` file as it is given, where more is known of it.
        """
        # Only when the file has changed: 20 ms.
        from timeline.store.indexing import index, unwatched  # noqa: PLC0415
        from timeline.store.sifting import Unusual  # noqa: PLC0415
        from timeline.store.stretches import WholeFile, WholeFolder  # noqa: PLC0415

        old, self._known, self.tried = self._known, None, True
        with suppress(OSError, Damaged, Unusual):
            whole = whole or (
                WholeFile(self._file)
                if self._file
                else WholeFolder(self._listing or _listed(Path(self._path)))
            )
            made = index(self._name, whole, self._place, old, self._watch or unwatched)
            file = Bytes(self._place)
            known = loaded(file, self._name)
            if (known.stamp, known.listing) == (made.stamp, made.listing):
                self._known, self._made = (file, known), True

    def values(self, field: str, begins: str) -> set[str] | None:
        """The values of a field that begin so when they are folded; without a field, those of the user's own. None where the index is damaged."""
        if not self.old or self._known is None:
            return None
        try:
            if field == "id":
                return ids_in(*self._known, begins) - {""}
            return names_in(*self._known, LETTERS[field] if field else OWN, begins)
        except (OSError, Damaged):
            self._known = None
            return None


def _listed(folder: Path) -> "Listing":
    from timeline.store.listing import Listing  # noqa: PLC0415 - only for folders

    return Listing(folder)

"""Events taken to another file or collection: which go, what changes with them, and what stands in their way."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from timeline.errors import Refused, shown
from timeline.identity import file_stem
from timeline.record import Record, Value
from timeline.store.files import belongs, folder_of
from timeline.store.ids import some
from timeline.store.moving import Decide, Moving
from timeline.store.read import StoredRecord
from timeline.upkeep.references import redirected, referring

Choose = Callable[[Sequence[StoredRecord]], Sequence[int]]


def moving(
    source: Path, target: Path, choose: Choose, *, cascade: bool = False, force: bool = False
) -> Decide:
    """What takes the chosen events of one collection to another file or folder; those that are there already stay.

    Within a collection nothing else changes. Refused where an id is in use in another one, and where a reference between
    what goes and what stays, or a kept copy of a source, would find nothing there: unless `cascade` takes such references
    out, or `force` leaves both.
    """
    inside = belongs(target, source)
    here, there = folder_of(source), folder_of(source if inside else target)

    def decide(stored: Sequence[StoredRecord], others: Sequence[StoredRecord]) -> Moving:
        places = [at for at in choose(stored) if not _is_in(stored[at], target)]
        going = [stored[at] for at in places]
        _check_files(going, target)
        if not force:
            _check_copies(going, here, there)
        if inside or belongs(source, target):
            return Moving(places=places)
        _check_ids(going, others)
        staying = [one for at, one in enumerate(stored) if at not in places]
        gone, left = _ids(going) - _ids(staying), _ids(staying) - _ids(others)
        if not (cascade or force):
            _check_references([*referring(staying, gone), *referring(going, left)], gone)
        return Moving(places=places, edited=_cut(stored, places, gone, left) if cascade else {})

    return decide


def _file(one: StoredRecord, target: Path) -> Path:
    """The file into which an event goes."""
    return target / f"{file_stem(one.id)}.yaml" if target.is_dir() else target


def _is_in(one: StoredRecord, target: Path) -> bool:
    return os.path.realpath(one.origin.path) == os.path.realpath(_file(one, target))


def _ids(stored: Sequence[StoredRecord]) -> set[str]:
    return {one.id for one in stored if one.id}


def _check_files(going: Sequence[StoredRecord], target: Path) -> None:
    """Refuse to make a file of an event in a folder where there is one, or is to be one, of that name."""
    taken: set[Path] = set()
    for one in going if target.is_dir() else ():
        path = _file(one, target)
        if path in taken or os.path.lexists(path):
            raise Refused(f"{path}: exists already", hint=f"put the event into it: --to {path}")
        taken.add(path)


def _check_ids(going: Sequence[StoredRecord], others: Sequence[StoredRecord]) -> None:
    """Refuse an id that an event of the other collection has."""
    taken = {one.id: one.origin for one in others}
    for one in going:
        if one.id in taken:
            there = taken[one.id]
            raise Refused(
                f"{there.path}:{there.line}: the id {shown(one.id)} is in use",
                hint=f"give one of the two another id first: timeline rename id {one.id} NEW",
            )
        if one.id:
            taken[one.id] = one.origin


def _check_references(ties: Sequence[tuple[StoredRecord, str, str]], gone: set[str]) -> None:
    """Refuse to tear references, naming those that refer."""
    if not ties:
        return
    one, name, id_ = ties[0]
    what = "goes to another collection" if id_ in gone else "stays"
    all_ = list(dict.fromkeys(tie[0].id for tie in ties))
    raise Refused(
        f"{one.origin.path}:{one.origin.line}: {name} refers to {shown(id_)}, which {what}"
        + (f"; {len(all_)} events have such references: {some(all_)}" if len(all_) > 1 else ""),
        hint="move them together; --cascade takes such references out, --force leaves them",
    )


def _check_copies(going: Sequence[StoredRecord], here: Path, there: Path) -> None:
    """Refuse to leave the kept copy of a source behind."""
    for one in going:
        for file in _copies(one.record):
            if os.path.exists(here / file) and not os.path.exists(there / file):  # noqa: PTH110 - Path's own raises for a name that is too long
                raise Refused(
                    f"{one.origin.path}:{one.origin.line}: its kept copy {shown(file)} is not in {shown(str(there))}",
                    hint="copy it there first; --force moves the event without it",
                )


def _copies(record: Mapping[str, Value]) -> Iterator[str]:
    """The paths of the kept copies of its sources."""
    sources = record.get("sources", "")
    for source in sources if isinstance(sources, list) else [sources]:
        file = source.get("file") if isinstance(source, dict) else None
        if isinstance(file, str) and file:
            yield file


def _cut(
    stored: Sequence[StoredRecord], places: Sequence[int], gone: set[str], left: set[str]
) -> dict[int, Record]:
    """The records without references from what stays to what has gone, and from what goes to what is left."""
    of_staying, of_going = (redirected(stored, dict.fromkeys(ids, ""), {}) for ids in (gone, left))
    return {at: record for at, record in of_staying.items() if at not in places} | {
        at: record for at, record in of_going.items() if at in places
    }

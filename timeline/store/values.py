"""The different values of a field in collections: for completion, which looks at no more than it offers."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from timeline.folding import fold
from timeline.query.own import own_fields
from timeline.record import LIST_FIELDS, Record
from timeline.store.read import read_records
from timeline.store.stored import is_indexed


def values_of(collections: Sequence[Path], field: str, begins: str, indexes: Path | None) -> set[str]:
    """The values that begin so when they are folded; without a field, the paths of the fields of the user's own.

    `indexes` is the folder of the indexes of large files, if they may be asked: they say what the file does. The file is no
    further checked than being YAML. What `read_records` raises is raised.
    """
    found: set[str] = set()
    for collection in collections:
        known = _indexed(collection, field, begins, indexes)
        found |= _read(collection, field, begins) if known is None else known
    return found


def _indexed(collection: Path, field: str, begins: str, indexes: Path | None) -> set[str] | None:
    """Those that an index tells, which is made where there is none yet: reading all takes longer."""
    if indexes is None or not is_indexed(collection):
        return None
    # Only for large files: 2 ms.
    from timeline.store.beside import Beside  # noqa: PLC0415

    beside = Beside.renewed(collection, indexes, anew=True)
    return beside.values(field, begins) if beside else None


def _read(collection: Path, field: str, begins: str) -> set[str]:
    records = read_records([collection])
    found = {value for record in records for value in _texts(record, field)} if field else own_fields(records)
    return {value for value in found if value and fold(value).startswith(begins)}


def _texts(record: Record, field: str) -> Iterable[str]:
    value = record.get(field, "")
    if isinstance(value, str):
        return (value,)
    return (one for one in value if isinstance(one, str)) if field in LIST_FIELDS else ()

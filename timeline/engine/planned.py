"""What an engine can make of a mapping: which fields a row has, of which columns each is made, and by which steps.

A field that is a column as it stands is the engine's own; what takes more is worked out once for all rows that have the same in
its columns, by the same steps that read a row.
"""

import re
from collections.abc import Sequence

from timeline.errors import InvalidData
from timeline.formats.fields import Step
from timeline.formats.format import ReadOptions
from timeline.formats.rows import RowReader
from timeline.formats.table import Table
from timeline.mapping import END, EXTRA, LISTS, PRECISION, SOURCE, Mapping
from timeline.model import Event
from timeline.record import RECORD_FIELDS, SOURCE_DATES, Record, Value
from timeline.tuples import NamedTuple
from timeline.upkeep.origins import IMPORTED

TEXTS = ("title", "summary", "place", "kind", "status")
LISTED = ("actors", "tags")
APART = ("lat", "lon", "place_precision")
"""Fields of a record that have no column of their own, in the order in which a record has them."""
SOURCES = ("title", "publisher", "author", "date", "url", "archived")
_PLAIN = re.compile(r"[ !#-\[\]-~]+")
_FIELDS = ("date", *TEXTS, *LISTED, *APART)


class Field(NamedTuple):
    """A field, the places of the columns that it is made of, and the steps; `same` is one that is its column's cell.

    Of a cell that begins as `begun` says nothing else is read.
    """

    name: str
    places: tuple[int, ...]
    steps: Sequence[Step]
    of_source: bool = False
    same: bool = False
    begun: str = ""


class Plan(NamedTuple):
    """The fields that a table's rows have, by their name, those that all have, and what knows a row again."""

    reader: RowReader
    fields: dict[str, Field]
    constants: Record
    own: Sequence[str]
    imported: Sequence[str]
    coded: bool
    merged: bool
    origin: str

    @property
    def places(self) -> list[int]:
        """The columns that are read."""
        found = {at for field in self.fields.values() for at in field.places}
        if triage := self.reader.triage:
            found |= {self.reader.table.names.index(name) for name in triage.columns}
        return sorted(found)


def planned(table: Table, mapping: Mapping, reader: RowReader, options: ReadOptions) -> Plan | None:
    """What an engine can make of a table; None where it takes Python's rows."""
    silent = RowReader(table, mapping, options)
    if (
        table.exact
        or len(silent.ways) != 1
        or mapping.each
        or silent.tally
        or silent.nameless
        or mapping.rows == "sources"
    ):
        return None
    fields: dict[str, Field] = {}
    for name, at in silent.others:
        fields[name] = Field(name, (at,), (), same=True)
    for name, parts in silent.found.items():
        if name in (END, PRECISION):
            continue
        named = [*parts]
        made = {name: parts}
        if name == "date":
            made |= {more: silent.found[more] for more in (END, PRECISION) if more in silent.found}
            named = [part for each in made.values() for part in each]
        event, source = silent.steps(made, silent.dating)
        places = sorted({table.names.index(column) for part in named for column in part.columns})
        inner = name.removeprefix(SOURCE)
        same = len(parts) == 1 and parts[0].at is not None and _any_text(name)
        begun = parts[0].begun if len(named) == 1 else ""
        fields[name] = Field(name, tuple(places), [*event, *source], inner != name, same, begun)
    return _whole(silent, reader, mapping, fields)


def _whole(silent: RowReader, reader: RowReader, mapping: Mapping, fields: dict[str, Field]) -> Plan | None:
    constants: Record = dict(silent.constants) | {
        f"{SOURCE}{name}": value for name, value in silent.of_source
    }
    names = [*fields, *constants]
    own = [name for name in names if name not in _FIELDS and not name.startswith(SOURCE)]
    imported = [name for name in own if name.startswith(f"{IMPORTED}.")]
    plain = [name for name in own if name not in imported]
    known = all(
        name in RECORD_FIELDS or name.removeprefix(SOURCE) in SOURCES for name in names if name not in own
    )
    coded = silent.triage is not None
    origin = constants.get(f"{IMPORTED}.from", "")
    if (
        len({*names}) < len(names)
        or not known
        or EXTRA in names
        or "id" in names
        or "date" not in fields
        or "title" not in names
        or not isinstance(origin, str)
        or (coded and not origin)
        or (imported and plain)
        or any(name in RECORD_FIELDS or "." in name for name in plain)
        or any("." in name.removeprefix(f"{IMPORTED}.") for name in imported)
        or f"{IMPORTED}.event" in names
        or any(isinstance(value, list) != (name in LISTED) for name, value in constants.items())
        or any(name.removeprefix(SOURCE) in SOURCE_DATES or name in LISTS[2:] for name in constants)
        or not all(map(_is_plain, constants.items()))
    ):
        return None
    merged = coded and mapping.merge != "none"
    return Plan(
        reader, fields, constants, plain, [name.partition(".")[2] for name in imported], coded, merged, origin
    )


def _is_plain(constant: tuple[str, Value]) -> bool:
    """Whether what all events have is right, and JSON and a comparison take it as it stands."""
    name, value = constant
    texts = [value] if isinstance(value, str) else value
    if name in ("date", "lat", "lon") or not all(
        isinstance(text, str) and _PLAIN.fullmatch(text) and text == text.strip() for text in texts
    ):
        return False
    if name not in RECORD_FIELDS:
        return True
    try:
        return Event.from_record({"title": "-", name: value, "date": "2000"}).to_record()[name] == value
    except InvalidData:
        return False


def _any_text(name: str) -> bool:
    """Whether a field may be any text, and is not changed."""
    if name.startswith(SOURCE):
        return name.removeprefix(SOURCE) in SOURCES and name.removeprefix(SOURCE) not in SOURCE_DATES
    return name not in RECORD_FIELDS

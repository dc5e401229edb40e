"""A table: what a file says in rows and columns, before anything is known of what they mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from timeline.errors import InvalidData
from timeline.mapping import NOTHING, Mapping
from timeline.record import Value

TableRow: TypeAlias = "tuple[int, Sequence[Value] | InvalidData]"


@dataclass(slots=True, kw_only=True)
class Table:
    """Rows of cells below the names of their columns, which stand on `line`.

    `nameless` are those that have no name of their own. `found` is what was guessed of the table's form, in words of a
    mapping. With `exact` a program wrote the cells: blanks at their ends belong to them. `edtf` says that it wrote dates
    in EDTF, and `ours` that the program was this one. `hint` is for a row that has more cells than there are columns.
    """

    names: Sequence[str]
    line: int
    rows: Iterable[TableRow] = ()
    nameless: frozenset[str] = frozenset()
    found: Mapping = field(default=NOTHING)
    exact: bool = False
    edtf: bool = False
    ours: bool = False
    hint: str = "take out what is too much"

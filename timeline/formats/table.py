"""A table: what a file says in rows and columns, before anything is known of what they mean."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from timeline.errors import InvalidData, shown
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

    def told(self, columns: Sequence[str]) -> str:
        """The names of some columns, in their order; of three and more that stand side by side the first and the last."""
        return ", ".join(self._stretches(columns))

    def _stretches(self, columns: Sequence[str]) -> Iterator[str]:
        places = {name: at for at, name in enumerate(self.names)}
        for _, stretch in groupby(enumerate(columns), key=lambda one: places[one[1]] - one[0]):
            names = [shown(name) for _, name in stretch]
            yield f"{names[0]} to {names[-1]}" if len(names) > 2 else ", ".join(names)

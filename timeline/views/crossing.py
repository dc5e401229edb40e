"""Two fields set against each other: how many events stand in each row and in each column, before anyone draws it."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

from timeline.counting import counted
from timeline.query.lanes import fields_of, lanes_by
from timeline.views.options import Shown, ViewOptions

_DEFAULT = "actor"


class Crossing:
    """The counts of events, but not of their context, that stand in a row and in a column; the fullest come first.

    `rows` and `columns` are how many events each name has, `both` how many two names share. UsageError when
    `options.by` names a field that no event has, or more than two.
    """

    def __init__(self, shown: Sequence[Shown], options: ViewOptions) -> None:
        down, *others = fields_of(options.by or _DEFAULT)
        across = others[0] if others else down
        self.fields = down, across
        self.top = options.top or sys.maxsize
        self.both: Counter[tuple[str, str]] = Counter()
        counted_ones = [one for one in shown if not one.context]
        events = [one.event for one in counted_ones]
        self.events = sum(one.times for one in counted_ones)
        rows_of, columns_of = (lanes_by(field, events, options.names) for field in self.fields)
        rows: Counter[str] = Counter()
        columns: Counter[str] = Counter()
        for one in counted_ones:
            own, beside = rows_of(one.event), columns_of(one.event)
            for name in own:
                rows[name] += one.times
            for name in beside:
                columns[name] += one.times
            for pair in product(own, beside):
                self.both[pair] += one.times
        if down == across:  # who takes no part is with nobody
            columns.pop(f"(no {across})", None)
        self.rows, self.columns = _fullest(rows), _fullest(columns)

    def is_same(self, row: str, column: str) -> bool:
        """Whether a name is set against itself."""
        return self.fields[0] == self.fields[1] and row == column

    def words(self, kept: int) -> str:
        """What was counted, and what is left out where `kept` columns are drawn."""
        rows, columns = self.fields
        words = [
            f"{counted(self.events, 'event')}, {rows} by {columns}: an event counts wherever it stands in both"
        ]
        further = [
            counted(number, f"more {what}")
            for names, what in ((self.rows, "row"), (self.columns, "column"))
            if (number := len(names) - self.top) > 0
        ]
        if further:
            words.append(f"{' and '.join(further)} left out")
        if left_out := min(len(self.columns), self.top) - kept:
            words.append(f"no room for {counted(left_out, 'more column')}")
        return "; ".join(words)


def _fullest(names: Mapping[str, int]) -> dict[str, int]:
    """The names by how many events they have; those of the same number as they came."""
    return dict(sorted(names.items(), key=lambda one: -one[1]))

"""Two fields set against each other: how many events stand in each row and in each column, before anyone draws it."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.counting import counted
from timeline.errors import UsageError
from timeline.errors import shown as quoted
from timeline.query.lanes import LANES, lanes_of
from timeline.query.spelling import nearest
from timeline.views.options import Shown, ViewOptions

_DEFAULT = "actor"


class Crossing:
    """The counts of events, but not of their context, that stand in a row and in a column; the fullest come first.

    `rows` and `columns` are how many events each name has, `both` how many two names share. UsageError when
    `options.by` names no field, or more than two.
    """

    def __init__(self, shown: Sequence[Shown], options: ViewOptions) -> None:
        self.fields = _fields(options.by or _DEFAULT)
        self.top = options.top or sys.maxsize
        down, across = self.fields
        self.both: Counter[tuple[str, str]] = Counter()
        self.events = 0
        rows: Counter[str] = Counter()
        columns: Counter[str] = Counter()
        for one in shown:
            if one.context:
                continue
            self.events += 1
            own = lanes_of(one.event, down, options.names)
            others = own if down == across else lanes_of(one.event, across, options.names)
            rows.update(own)
            columns.update(others)
            self.both.update((row, column) for row in own for column in others)
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
        if (further := len(self.rows) - self.top) > 0:
            words.append(f"{counted(further, 'more row')} left out")
        if left_out := min(len(self.columns), self.top) - kept:
            words.append(f"no room for {counted(left_out, 'more column')}")
        return "; ".join(words)


def _fields(by: str) -> tuple[str, str]:
    """What rows and columns are: one field against itself, or two. UsageError when it is something else."""
    fields = [field.strip() for field in by.split(",")]
    for field in fields:
        if field not in LANES:
            raise UsageError(f"lanes by {quoted(field)} are not known", hint=nearest(field, tuple(LANES)))
    if len(fields) > 2:
        raise UsageError(
            "a matrix has rows and columns: two fields", hint=f"write --by {','.join(fields[:2])}"
        )
    return fields[0], fields[-1]


def _fullest(names: Mapping[str, int]) -> dict[str, int]:
    """The names by how many events they have; those of the same number as they came."""
    return dict(sorted(names.items(), key=lambda one: -one[1]))

"""Who with whom: how many events each two actors share, or whatever two fields are set against each other."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.segment import Segment

from timeline.counting import counted
from timeline.errors import UsageError
from timeline.errors import shown as quoted
from timeline.query.lanes import LANES, lanes_of
from timeline.query.spelling import nearest
from timeline.views.cells import pad, width, wrap
from timeline.views.drawn import Drawn
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import BOLD, DIM, Pen, Span

_MOST_NAME = 28  # cells of a row's name
_GAP = 2
_LEAST_HEAD = 14  # cells that the name of the last column has above it
_DEFAULT = "actor"


def draw_matrix(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """Counts of events in rows and columns: actor by actor, or the two fields that `by` names, with a comma between."""
    rows, columns = _fields(options.by or _DEFAULT)
    return Drawn(options, _Matrix([one for one in shown if not one.context], rows, columns, options).lines)


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


class _Matrix:
    """The counts of events that stand in a row and in a column, the fullest first."""

    def __init__(self, shown: Sequence[Shown], rows: str, columns: str, options: ViewOptions) -> None:
        self.fields = rows, columns
        self.events = len(shown)
        self.top = options.top or sys.maxsize
        self.rows: Counter[str] = Counter()
        self.columns: Counter[str] = Counter()
        self.both: Counter[tuple[str, str]] = Counter()
        for one in shown:
            down = lanes_of(one.event, rows, options.names)
            across = down if rows == columns else lanes_of(one.event, columns, options.names)
            self.rows.update(down)
            self.columns.update(across)
            self.both.update((row, column) for row in down for column in across)

    def lines(self, pen: Pen, cells: int) -> Iterator[Segment]:
        if not self.rows:
            return
        rows, columns = (_fullest(names) for names in (self.rows, self.columns))
        if self.fields[0] == self.fields[1]:  # who takes no part is with nobody
            columns = [name for name in columns if name != f"(no {self.fields[1]})"]
        number = max(2, *(len(f"{count:,}") for count in self.columns.values()))
        every = max(len("all"), *(len(f"{count:,}") for count in self.rows.values()))
        label = min(max(width(pen.text(name)) for name in rows), _MOST_NAME, cells // 3)
        start = label + _GAP + every  # where the column of all events ends
        fitting = max((cells - start - _LEAST_HEAD) // (_GAP + number) + 1, 1)
        kept = columns[: min(fitting, self.top)]
        yield from self._head(kept, start, number, pen, cells)
        labels = pen.labels(rows, label)
        for row in rows[: self.top]:
            head: list[Span] = [
                (pad(labels[row], label), pen.actor_style(row) + BOLD),
                (f"{self.rows[row]:>{_GAP + every},}", None),
            ]
            yield from pen.line([*head, *self._counts(row, kept, _GAP + number, pen)])
        yield from self._total(len(columns[: self.top]) - len(kept), max(len(rows) - self.top, 0), pen, cells)

    def _head(
        self, columns: Sequence[str], start: int, number: int, pen: Pen, cells: int
    ) -> Iterator[Segment]:
        """The names of the columns on steps, each whole where it can: from its corner a line leads down to its column."""
        glyphs = pen.glyphs
        places = [start + (at + 1) * (_GAP + number) - 1 for at in range(len(columns))]
        for step, (name, place) in enumerate(zip(columns, places, strict=True)):
            label = pen.cut(pen.text(name), cells - place - 2)
            spans: list[Span] = []
            at = 0
            for column, other in zip(places[:step], columns, strict=False):
                spans += [(" " * (column - at), None), (glyphs.spine, pen.actor_style(other))]
                at = column + 1
            spans += [(" " * (place - at), None), (f"{glyphs.step} ", pen.actor_style(name))]
            yield from pen.line([*spans, (label, pen.actor_style(name) + BOLD)])
        spans, at = [(" " * (start - 3) + "all", DIM)], start
        for column, name in zip(places, columns, strict=True):
            spans += [(" " * (column - at), None), (glyphs.spine, pen.actor_style(name))]
            at = column + 1
        yield from pen.line(spans)

    def _counts(self, row: str, columns: Sequence[str], cells: int, pen: Pen) -> Iterator[Span]:
        """The count in each column: a dash for a name with itself, a dot for none."""
        for column in columns:
            count = self.both[row, column]
            if self.fields[0] == self.fields[1] and row == column:
                yield f"{pen.glyphs.dash:>{cells}}", DIM
            else:
                yield (
                    f"{f'{count:,}' if count else pen.glyphs.marks['context']:>{cells}}",
                    None if count else DIM,
                )

    def _total(self, left_out: int, further: int, pen: Pen, cells: int) -> Iterator[Segment]:
        rows, columns = self.fields
        words = [
            f"{counted(self.events, 'event')}, {rows} by {columns}: an event counts wherever it stands in both"
        ]
        if further:
            words.append(f"{counted(further, 'more row')} left out")
        if left_out:
            words.append(f"no room for {counted(left_out, 'more column')}")
        yield from pen.line([])
        for text in wrap("; ".join(words), cells):
            yield from pen.line([(text, DIM)])


def _fullest(names: Mapping[str, int]) -> list[str]:
    """The names by how many events they have; those of the same number as they came."""
    return sorted(names, key=lambda name: -names[name])

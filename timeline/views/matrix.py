"""Who with whom: how many events each two actors share, or whatever two fields are set against each other."""

from collections.abc import Iterator, Sequence

from timeline.views.cells import pad, width, wrap
from timeline.views.crossing import Crossing
from timeline.views.drawn import Drawn
from timeline.views.ink import Segment
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import DIM, Pen, Span

_MOST_NAME = 28  # cells of a row's name
_GAP = 2
_LEAST_HEAD = 14  # cells that the name of the last column has above it


def draw_matrix(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """Counts of events in rows and columns: actor by actor, or the two fields that `by` names, with a comma between."""
    return Drawn(options, _Matrix(Crossing(shown, options)).lines)


class _Matrix:
    """The counts, drawn row by row."""

    def __init__(self, found: Crossing) -> None:
        self.found = found

    def lines(self, pen: Pen, cells: int) -> Iterator[Segment]:
        found = self.found
        if not found.rows:
            return
        rows, columns = list(found.rows), list(found.columns)
        number = max([2, *(len(f"{count:,}") for count in found.columns.values())])
        every = max(len("all"), *(len(f"{count:,}") for count in found.rows.values()))
        label = min(max(width(pen.text(name)) for name in rows), _MOST_NAME, cells // 3)
        start = label + _GAP + every  # where the column of all events ends
        fitting = max((cells - start - _LEAST_HEAD) // (_GAP + number) + 1, 1)
        kept = columns[: min(fitting, found.top)]
        yield from self._head(kept, start, number, pen, cells)
        labels = pen.labels(rows, label)
        for row in rows[: found.top]:
            head: list[Span] = [
                (pad(labels[row], label), pen.actor_style(row).strong),
                (f"{found.rows[row]:>{_GAP + every},}", None),
            ]
            yield from pen.line([*head, *self._counts(row, kept, _GAP + number, pen)])
        yield from pen.line([])
        for text in wrap(found.words(len(kept)), cells):
            yield from pen.line([(text, DIM)])

    def _head(
        self, columns: Sequence[str], start: int, number: int, pen: Pen, cells: int
    ) -> Iterator[Segment]:
        """The names of the columns on steps, each whole where it can: from its corner a line leads down to its column."""
        glyphs = pen.glyphs
        places = [start + (at + 1) * (_GAP + number) - 1 for at in range(len(columns))]
        for step, (name, place) in enumerate(zip(columns, places, strict=True)):
            label = pen.label(name, cells - place - 2)
            spans: list[Span] = []
            at = 0
            for column, other in zip(places[:step], columns, strict=False):
                spans += [(" " * (column - at), None), (glyphs.spine, pen.actor_style(other))]
                at = column + 1
            spans += [(" " * (place - at), None), (f"{glyphs.step} ", pen.actor_style(name))]
            yield from pen.line([*spans, (label, pen.actor_style(name).strong)])
        spans, at = [(" " * (start - 3) + "all", DIM)], start
        for column, name in zip(places, columns, strict=True):
            spans += [(" " * (column - at), None), (glyphs.spine, pen.actor_style(name))]
            at = column + 1
        yield from pen.line(spans)

    def _counts(self, row: str, columns: Sequence[str], cells: int, pen: Pen) -> Iterator[Span]:
        """The count in each column: a dash for a name with itself, a dot for none."""
        for column in columns:
            count = self.found.both[row, column]
            if self.found.is_same(row, column):
                yield f"{pen.glyphs.dash:>{cells}}", DIM
            else:
                yield (
                    f"{f'{count:,}' if count else pen.glyphs.marks['context']:>{cells}}",
                    None if count else DIM,
                )

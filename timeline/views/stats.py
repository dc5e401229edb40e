"""How many events there are of each, the first and the last of them: a table, or a short one for each field."""

from collections.abc import Iterator, Mapping, Sequence

from timeline.counting import counted
from timeline.model import Event
from timeline.query.groups import Group, groups
from timeline.views.cells import pad, width, wrap
from timeline.views.drawn import Drawn
from timeline.views.ink import Segment, Style
from timeline.views.options import ViewOptions
from timeline.views.pen import BOLD, DATE, DIM, Pen, Span
from timeline.views.words import date_words

_FIELDS = ("actor", "actor,actor", "kind", "place", "tag", "source", "status")
_BRIEF = 5  # names of each field, where none is asked for
_GAP = 2
_LEAST_NAME = 12  # cells: with less beside it, a name stands above


def draw_stats(events: Sequence[Event], options: ViewOptions) -> Drawn:
    """The events counted by `options.by`; without it by each field in turn, the fullest five names of each.

    Raises UsageError for a field that cannot be counted by.
    """
    fields = (options.by,) if options.by else _FIELDS
    tables = {field: groups(events, field, options.names) for field in fields}
    return Drawn(options, _Stats(tables, len(events), options).lines)


class _Stats:
    """One table a field, all with the same columns."""

    def __init__(self, tables: Mapping[str, Sequence[Group]], events: int, options: ViewOptions) -> None:
        self.tables = {
            field: rows
            for field, rows in tables.items()
            if options.by or any(not name.startswith("(no ") for row in rows for name in row.names)
        }
        self.events = events
        self.asked, self.unbroken = bool(options.by), options.unbroken
        self.most = options.top or (None if options.by else _BRIEF)

    def lines(self, pen: Pen, cells: int) -> Iterator[Segment]:
        if not self.events:
            return
        told = {field: [_told(row, pen) for row in rows[: self.most]] for field, rows in self.tables.items()}
        heads = {field: (field.replace(",", " with "), "events", "first", "last") for field in told}
        every = [*heads.values(), *(row for rows in told.values() for row in rows)]
        name, *widths = (max(width(row[at]) for row in every) for at in range(4))
        name = name if self.unbroken else min(name, cells - sum(widths) - 3 * _GAP)
        for number, (field, rows) in enumerate(told.items()):
            if number:
                yield from pen.line([])
            yield from _line(heads[field], (name, *widths), (BOLD, DIM, DIM, DIM), pen)
            for row in rows:
                yield from _line(row, (name, *widths), (None, None, DATE, DATE), pen)
            if left := len(self.tables[field]) - len(rows):
                more = counted(left, "more", "more")
                yield from pen.line([(f"{more}" if self.asked else f"{more}: --by {field}", DIM)])
        yield from pen.line([])
        for text in wrap(counted(self.events, "event"), cells):
            yield from pen.line([(text, DIM)])


def _told(row: Group, pen: Pen) -> tuple[str, str, str, str]:
    dates = (pen.text(date_words(event.date)) for event in (row.first, row.last))
    return pen.text(", ".join(row.names)), f"{row.events:,}", *dates  # type: ignore[return-value]


def _line(
    row: Sequence[str], widths: Sequence[int], styles: Sequence[Style | None], pen: Pen
) -> Iterator[Segment]:
    """A row in columns; where its name finds no room beside them, it stands above."""
    name, count, *dates = row
    above = width(name) > widths[0] < _LEAST_NAME
    first, *further = [name] if above else wrap(name, widths[0])
    spans: list[Span] = [(pad(first, widths[0]), styles[0])]
    if above:
        yield from pen.line(spans)
        spans = [(" " * max(widths[0], 0), None)]
    spans.append((" " * _GAP + f"{count:>{widths[1]}}", styles[1]))
    for text, cells, style in zip(dates, widths[2:], styles[2:], strict=True):
        spans.append((" " * _GAP + pad(text, cells), style))
    yield from pen.line(spans)
    for text in further:
        yield from pen.line([(text, styles[0])])

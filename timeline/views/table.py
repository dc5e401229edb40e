"""One row an event, in columns as wide as their content needs and the terminal allows."""

from collections.abc import Iterator, Mapping, Sequence

from timeline.counting import counted
from timeline.views.cells import width, wrap
from timeline.views.columns import DEFAULT, Column, columns_of
from timeline.views.drawn import Drawn
from timeline.views.ink import Segment
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import BOLD, DATE, DIM, Pen, Span, parts_of
from timeline.views.phrases import date_lines, lines_below

_SAMPLE = 500  # rows that are measured, evenly spread, so that the first row need not wait for the last
_GAP = 2
_MOST_LINES = 6  # of a title or a summary; the card has all
_MOST_OTHER = 2  # of any other cell, in a row that is no higher
_GIVE_WAY = ("tags", "place", "kind", "source", "actors")  # the first to go where there is no room
_WIDE = 90  # cells, below which a title gives way earlier
_LEAST_NARROW_TITLE = 24
_LEAST_DATE = 13  # the longest day and a dash: a longer date takes several lines
_GROW = ("title", "actors", "kind", "tags", "source", "place", "date")  # who gets the room that is left


def draw_table(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """A table of events: date, title, actors, place, kind, tags, source, or the columns that are asked for.

    UsageError where there is no such column.
    """
    columns = columns_of([one.event for one in shown], options.columns or DEFAULT) if shown else {}
    return Drawn(options, _Table(shown, columns, asked=bool(options.columns)).lines)


class _Table:
    """Rows of cells that wrap; a row is as high as its date, its title or its summary needs."""

    def __init__(self, shown: Sequence[Shown], columns: Mapping[str, Column], *, asked: bool) -> None:
        self.shown = shown
        self.columns = columns
        self.asked = asked

    def lines(self, pen: Pen, room: int) -> Iterator[Segment]:
        if not self.shown:
            return
        widths, left_out = self._widths(pen, room)
        yield from pen.line(
            _joined([[(pen.cut(pen.text(name), cells), BOLD)] for name, cells in widths.items()], widths)
        )
        yield from pen.line(_joined([[(pen.glyphs.rule * cells, DIM)] for cells in widths.values()], widths))
        for one in self.shown:
            yield from self._row(one, widths, pen)
        context = sum(one.context for one in self.shown)
        total = counted(len(self.shown) - context, "event") + (f", {context:,} as context" if context else "")
        if left_out:
            total += f"; no room for: {', '.join(map(pen.text, left_out))}"
        yield from pen.line([])
        for text in wrap(total, room):
            yield from pen.line([(text, DIM)])

    def _row(self, shown: Shown, widths: Mapping[str, int], pen: Pen) -> Iterator[Segment]:
        """An event's lines; a date is never cut, since a part of it says something else."""
        cells: dict[str, list[list[Span]]] = {}
        height = 1
        for name, room in widths.items():
            spans = self.columns[name].words(shown, pen)
            if shown.context:
                spans = [(text, DIM) for text, _ in spans]
            cells[name] = _date(shown, spans, room, pen) if name == "date" else list(pen.wrapped(spans, room))
            most = (
                len(cells[name])
                if name == "date"
                else _MOST_LINES
                if self.columns[name].tall
                else _MOST_OTHER
            )
            height = max(height, min(len(cells[name]), most))
        for name, room in widths.items():
            if len(cells[name]) > height:
                cells[name][height - 1 :] = [_cut(cells[name][height - 1 :], room, pen)]
        for number in range(height):
            row = [lines[number] if number < len(lines) else [] for lines in cells.values()]
            yield from pen.line(_joined(row, widths))

    def _widths(self, pen: Pen, cells: int) -> tuple[dict[str, int], list[str]]:
        """How wide each column is, and which found no room.

        Columns are as wide as their content where that fits; else the widest give way, and the last ones go. The date
        comes first: it is whole wherever a title of some words still stands beside it.
        """
        sample = self.shown[:: max(len(self.shown) // _SAMPLE, 1)]
        natural = {
            name: (max(_width(column.words(one, pen)) for one in sample), width(pen.text(name)))
            for name, column in self.columns.items()
        }
        wanted = {name: max(both) for name, both in natural.items() if self.asked or both[0]}
        least = {name: min(room, self.columns[name].least) for name, room in wanted.items()}
        if "title" in least and (self.asked or cells < _WIDE):
            least["title"] = min(least["title"], _LEAST_NARROW_TITLE)
        if "date" in least:
            least["date"] = min(least["date"], max(cells - _GAP - least.get("title", 0), _LEAST_DATE))
        left_out: list[str] = []
        for name in list(reversed(least))[:-1] if self.asked else _GIVE_WAY:
            if name in least and sum(least.values()) + _GAP * (len(least) - 1) > cells:
                del least[name]
                left_out.append(name)
        room = cells - _GAP * (len(least) - 1)
        widths = {name: min(wanted[name], self.columns[name].most) for name in least}
        while sum(widths.values()) > room:
            name = max(widths, key=lambda name: widths[name] / least[name])
            if widths[name] <= 1:
                break
            widths[name] -= 1
        for name in dict.fromkeys((*_GROW, *widths)):
            if name in widths:
                widths[name] += max(0, min(wanted[name] - widths[name], room - sum(widths.values())))
        return widths, left_out


def _date(shown: Shown, spans: Sequence[Span], room: int, pen: Pen) -> list[list[Span]]:
    """The date in lines, and below it what stands beside it; on one line where all fits."""
    if _width(spans) <= room:
        return [[*spans]]
    lines = date_lines(shown.event.date, spans[0][0], room, pen)
    style = DIM if shown.context else DATE
    below = [line for text, _ in spans[1:] for line in lines_below(text, room)]
    told = [(text, style) for text in lines] + [(text, DIM) for text in below]
    return [[span] for span in told]


def _cut(lines: Sequence[Sequence[Span]], room: int, pen: Pen) -> list[Span]:
    """As much of several lines as one holds, with a mark that something is missing."""
    first, *rest = lines
    spans = [*first, (" ", DIM), *rest[0]]
    text = pen.cut("".join([words for words, _ in spans]), room)
    kept = text.removesuffix(pen.glyphs.ellipsis)
    return [*next(parts_of(spans, [(0, len(kept))])), (text[len(kept) :], DIM)]


def _joined(cells: Sequence[Sequence[Span]], widths: Mapping[str, int]) -> list[Span]:
    """The cells of a line, each padded to its column."""
    spans: list[Span] = []
    for number, (cell, room) in enumerate(zip(cells, widths.values(), strict=True)):
        spans += cell
        if number < len(cells) - 1:
            spans.append((" " * (room + _GAP - _width(cell)), None))
    return spans


def _width(spans: Sequence[Span]) -> int:
    return sum([width(text) for text, _ in spans])

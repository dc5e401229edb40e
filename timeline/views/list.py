"""One line an event: its date, its whole title, its id."""

from collections.abc import Iterator, Sequence
from functools import partial

from rich.segment import Segment

from timeline.views.cells import pad, width, wrap_offsets
from timeline.views.drawn import Drawn
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import DATE, DIM, Pen, Span, spans_between
from timeline.views.phrases import date_lines, title_spans
from timeline.views.words import date_words

_GAP = 2
_MOST_DATE, _NARROW_DATE = (
    25,
    13,
)  # cells: two days with a dash between; a day and a dash, where the title needs the room
_NARROW = 80
_MOST_TITLE = 120  # cells behind which ids stand below one another; a longer title moves its own


def draw_list(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """A line an event: date, whole title, id."""
    return Drawn(options, partial(_lines, shown, options))


def _lines(shown: Sequence[Shown], options: ViewOptions, pen: Pen, cells: int) -> Iterator[Segment]:
    """The ids below one another where they fit behind the longest title, else at the right edge."""
    if not shown:
        return
    dates = [pen.text(date_words(one.event.date)) for one in shown]
    titles = [title_spans(one, pen) for one in shown]
    ids = [pen.text(one.event.id) for one in shown]
    longest = max(map(_width, titles)), max(map(width, ids))
    most = max(map(width, dates)) if options.unbroken else _MOST_DATE if cells >= _NARROW else _NARROW_DATE
    column = min(max(map(width, dates)), most)
    room = sum(longest) + _GAP if options.unbroken else cells - column - _GAP
    beside = min(longest[0], _MOST_TITLE) + _GAP if sum(longest) + _GAP <= room else 0
    for one, words, title, name in zip(shown, dates, titles, ids, strict=True):
        date = date_lines(one.event.date, words, column, pen)
        lines = list(_titled(title, name, room, beside))
        for number in range(max(len(date), len(lines))):
            left = date[number] if number < len(date) else ""
            spans: list[Span] = [(pad(left, column + _GAP), DIM if one.context else DATE)]
            yield from pen.line(spans + (lines[number] if number < len(lines) else []))


def _titled(title: list[Span], name: str, room: int, beside: int) -> Iterator[list[Span]]:
    """The title in lines, and behind it the id: in the column `beside`, or where that is 0 at the right edge."""
    text = "".join([part for part, _ in title])
    *above, last = (spans_between(title, start, end) for start, end in wrap_offsets(text, room))
    yield from above
    for start, end in wrap_offsets(name, room):
        part = name[start:end]
        at = max(beside, _width(last) + _GAP) if beside else room - width(part)
        if _width(last) + _GAP > at and last:
            yield last
            last = []
        yield [*last, (" " * (at - _width(last)), None), (part, DIM)]
        last = []


def _width(spans: Sequence[Span]) -> int:
    return sum([width(text) for text, _ in spans])

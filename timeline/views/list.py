"""One line an event: its date, its whole title, its id."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import zip_longest

from timeline.dates.written import written_beside
from timeline.views.cells import pad, width, wrap_offsets
from timeline.views.drawn import Drawn
from timeline.views.ink import Segment
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import DATE, DIM, Pen, Span
from timeline.views.phrases import date_lines, title_spans
from timeline.views.words import date_words, narrowed_words

_GAP = 2
_MOST_DATE, _NARROW_DATE = (
    25,
    13,
)  # cells: two days with a dash between; a day and a dash, where the title needs the room
_NARROW, _WIDE = 80, 100
_MOST_WRITTEN = (
    36  # cells: a date and the words of its source, drawn in a wide list only, where one line holds both
)
_MOST_TITLE = 120  # cells behind which ids stand below one another; a longer title moves its own


def draw_list(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """A line an event: date, whole title, id."""
    return Drawn(options, partial(_lines, shown, options))


def numbered(shown: Sequence[Shown], pen: Pen, cells: int) -> Iterator[Segment]:
    """A key: a line an event, with its number, its date and its whole title."""
    number = len(f"{len(shown):,}")
    dates = [_date(one, pen, cells) for one in shown]
    column = _column(dates, cells)
    room = cells - number - column - 2 * _GAP
    bodies = [list(pen.wrapped(_title(one, pen), room)) for one in shown]
    heads = [f"{at:>{number},}{' ' * _GAP}" for at in range(1, len(shown) + 1)]
    yield from _beside_dates(shown, pen, dates=dates, column=column, bodies=bodies, heads=heads)


def _lines(shown: Sequence[Shown], options: ViewOptions, pen: Pen, cells: int) -> Iterator[Segment]:
    """The ids below one another where they fit behind the longest title, else at the right edge."""
    if not shown:
        return
    dates = [_date(one, pen, 0 if options.unbroken else cells) for one in shown]
    titles = [_title(one, pen) for one in shown]
    ids = [pen.text(one.event.id) for one in shown]
    sizes = [(_width(title), width(name)) for title, name in zip(titles, ids, strict=True)]
    longest = max(size for size, _ in sizes), max(size for _, size in sizes)
    column = max(map(width, dates)) if options.unbroken else _column(dates, cells)
    room = sum(longest) + _GAP if options.unbroken else cells - column - _GAP
    beside = min(longest[0], _MOST_TITLE) + _GAP if sum(longest) + _GAP <= room else 0
    bodies = (
        [_in_one_line(title, name, size, room, beside)]
        if sum(size) + _GAP <= room
        else [*_titled(title, name, room, beside, pen)]
        for title, name, size in zip(titles, ids, sizes, strict=True)
    )
    yield from _beside_dates(shown, pen, dates=dates, column=column, bodies=bodies, heads=[""] * len(shown))


def _column(dates: Sequence[str], cells: int) -> int:
    """How wide the dates' column is."""
    most = _MOST_WRITTEN if cells >= _WIDE else _MOST_DATE if cells >= _NARROW else _NARROW_DATE
    return min(max(map(width, dates)), most)


def _date(shown: Shown, pen: Pen, cells: int) -> str:
    """The date, with the words of its source beside it where there is room for them."""
    event = shown.event
    date = date_words(event.date)
    if cells >= _WIDE and event.date_as_written:
        both = pen.text(date + written_beside(event.date, event.date_as_written))
        if width(both) <= _MOST_WRITTEN:
            return both
    return pen.text(date)


def _title(shown: Shown, pen: Pen) -> list[Span]:
    """The title, and what other events leave of the date."""
    spans = title_spans(shown, pen)
    if shown.limits and (narrowed := narrowed_words(shown.event.date, shown.limits)):
        spans.append((f" [{pen.text(narrowed)}]", DIM))
    return spans


def _beside_dates(  # noqa: PLR0913 - what a line is made of
    shown: Sequence[Shown],
    pen: Pen,
    *,
    dates: Sequence[str],
    column: int,
    bodies: Iterable[Sequence[Sequence[Span]]],
    heads: Sequence[str],
) -> Iterator[Segment]:
    """The lines of each event: what stands at their head, the date, and the lines beside it."""
    for one, words, body, head in zip(shown, dates, bodies, heads, strict=True):
        style = DIM if one.context else DATE
        if len(body) == 1 and len(words) <= column and width(words) <= column:  # most, in half the time
            yield from pen.line([(head, DIM), (pad(words, column + _GAP), style), *body[0]])
            continue
        date = date_lines(one.event.date, words, column, pen)
        for number, (left, right) in enumerate(zip_longest(date, body, fillvalue="")):
            yield from pen.line(
                [
                    (head if number == 0 else " " * len(head), DIM),
                    (pad(left, column + _GAP), style),
                    *right,
                ]
            )


def _in_one_line(title: list[Span], name: str, size: tuple[int, int], room: int, beside: int) -> list[Span]:
    """As `_titled`, where both fit: most events do, in a fifth of the time."""
    wide, long = size
    at = max(beside, wide + _GAP) if beside else room - long
    return [*title, (" " * (at - wide), None), (name, DIM)]


def _titled(title: list[Span], name: str, room: int, beside: int, pen: Pen) -> Iterator[list[Span]]:
    """The title in lines, and behind it the id: in the column `beside`, or where that is 0 at the right edge."""
    *above, last = pen.wrapped(title, room)
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
    if len(spans) == 1:
        return width(spans[0][0])
    return sum([width(text) for text, _ in spans])

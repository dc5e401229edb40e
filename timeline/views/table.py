"""One row an event, in columns as wide as their content needs and the terminal allows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from rich.segment import Segment

from timeline.counting import counted
from timeline.views.cells import width, wrap
from timeline.views.drawn import Drawn
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import BOLD, DATE, DIM, STATUS, WARNING, Pen, Span, spans_between, standing
from timeline.views.phrases import date_lines
from timeline.views.words import date_words, source_words, tag_words

_SAMPLE = 500  # rows that are measured, evenly spread, so that the first row need not wait for the last
_GAP = 2


def draw_table(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """A table of events: date, title, actors, place, kind and tags, source."""
    return Drawn(options, partial(_lines, shown))


def _lines(shown: Sequence[Shown], pen: Pen, room: int) -> Iterator[Segment]:
    if not shown:
        return
    widths, left_out = _widths(shown, pen, room)
    yield from pen.line(_joined([([(name, BOLD)], cells) for name, cells in widths.items()]))
    yield from pen.line(_joined([([(pen.glyphs.rule * cells, DIM)], cells) for cells in widths.values()]))
    for one in shown:
        yield from _row(one, widths, pen)
    context = sum(one.context for one in shown)
    total = counted(len(shown) - context, "event") + (f", {context:,} as context" if context else "")
    if left_out:
        total += f"; no room for: {', '.join(left_out)}"
    yield from pen.line([])
    for text in wrap(total, room):
        yield from pen.line([(text, DIM)])


def _row(shown: Shown, widths: Mapping[str, int], pen: Pen) -> Iterator[Segment]:
    """An event's row; a date that is wider than its column goes on below, since a part of it says something else."""
    cells: list[tuple[list[Span], int]] = []
    rest: list[str] = []
    for name, room in widths.items():
        text = pen.text(_COLUMNS[name](shown))
        if name == "date" and (len(text) > room or width(text) > room):
            text, *rest = date_lines(shown.event.date, text, room, pen)
        text = pen.cut(text, room)
        if pen.colour:
            cells.append((_coloured(name, text, shown, pen), room))
        else:
            cells.append(([(text, None)], room))
    yield from pen.line(_joined(cells))
    for text in rest:
        yield from pen.line([(text, DIM if shown.context else DATE)])


def _joined(cells: Sequence[tuple[list[Span], int]]) -> list[Span]:
    """The cells of a row, each padded to its column."""
    spans: list[Span] = []
    for number, (cell, room) in enumerate(cells):
        spans += cell
        if number < len(cells) - 1:
            spans.append((" " * (room + _GAP - sum([width(text) for text, _ in cell])), None))
    return spans


def _coloured(name: str, text: str, shown: Shown, pen: Pen) -> list[Span]:
    if shown.context:
        return [(text, DIM)]
    if name == "actors":
        spans: list[Span] = []
        for actor in shown.event.actors:
            spans += [(", ", DIM)] if spans else []
            spans.append((pen.text(actor), pen.actor_style(actor)))
        whole = "".join([words for words, _ in spans])
        kept = len(text if text == whole else text[: -len(pen.glyphs.ellipsis)])
        return [*spans_between(spans, 0, kept), (text[kept:], DIM)]
    if name == "title":
        words = text[: len(pen.text(_standing(shown)))]
        return [(words, STATUS.get(shown.event.status, WARNING)), (text[len(words) :], None)]
    return [(text, DATE if name == "date" else DIM)]


def _widths(shown: Sequence[Shown], pen: Pen, cells: int) -> tuple[dict[str, int], list[str]]:
    """How wide each column is, and which found no room.

    Columns are as wide as their content where that fits; else the widest give way, and the last ones go. The date
    comes first: it is whole wherever a title of some words still stands beside it.
    """
    sample = shown[:: max(len(shown) // _SAMPLE, 1)]
    natural = {
        name: max(len(name), *(width(pen.text(words(one))) for one in sample))
        for name, words in _COLUMNS.items()
        if any(words(one) for one in sample)
    }
    title = _LEAST["title"] if cells >= 90 else _LEAST_NARROW_TITLE
    least = {name: min(room, _LEAST[name]) for name, room in natural.items()}
    least["title"] = min(natural["title"], title)
    least["date"] = min(least["date"], max(cells - _GAP - least["title"], _LEAST_DATE))
    left_out: list[str] = []
    for name in ("kind, tags", "place", "source", "actors"):
        if name in least and sum(least.values()) + _GAP * (len(least) - 1) > cells:
            del least[name]
            left_out.append(name)
    room = cells - _GAP * (len(least) - 1)
    widths = {name: min(natural[name], _MOST[name]) for name in least}
    while sum(widths.values()) > room:
        name = max(widths, key=lambda name: widths[name] / least[name])
        if widths[name] <= 4:
            break
        widths[name] -= 1
    for name in ("title", "actors", "kind, tags", "source", "place", "date"):
        if name in widths:
            widths[name] += max(0, min(natural[name] - widths[name], room - sum(widths.values())))
    return widths, left_out


def _standing(shown: Shown) -> str:
    """What keeps an event from being a plain report, in words."""
    status = shown.event.status
    if not (shown.context or shown.note or status):
        return ""
    words = "[context] " if shown.context else ""
    if status and status != "reported":
        words += f"[{status}] "
    return f"{words}[{shown.note}] " if shown.note else words


def _title(shown: Shown) -> str:
    """The title, after what a cut must not take away."""
    return _standing(shown) + shown.event.title


def _kind_and_tags(shown: Shown) -> str:
    event = shown.event
    tags = " ".join(map(tag_words, event.tags))
    return f"{event.kind} {tags}".strip()


def _source(shown: Shown) -> str:
    sources = shown.event.sources
    if not sources:
        return ""
    return source_words(sources[0]) + (f" (+{len(sources) - 1})" if len(sources) > 1 else "")


_COLUMNS: Mapping[str, Callable[[Shown], str]] = {
    "date": lambda shown: date_words(shown.event.date),
    "title": _title,
    "actors": lambda shown: ", ".join(map(standing, shown.event.actors)),
    "place": lambda shown: shown.event.place,
    "kind, tags": _kind_and_tags,
    "source": _source,
}
_LEAST = {"date": 25, "title": 36, "actors": 14, "place": 10, "kind, tags": 14, "source": 17}
_LEAST_NARROW_TITLE = 24
_LEAST_DATE = 13  # the longest day and a dash: a longer date takes several lines
_MOST = {"date": 28, "title": 72, "actors": 32, "place": 20, "kind, tags": 32, "source": 28}

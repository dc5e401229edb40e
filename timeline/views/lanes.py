"""One lane an actor, tag, kind, place, source, status or file, over a proportional axis of days."""

from collections.abc import Iterator, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style

from timeline.counting import counted
from timeline.dates.event_date import EventDate
from timeline.errors import UsageError
from timeline.query.claims import rivals
from timeline.query.lanes import lanes_of
from timeline.views.axis import Axis, Days, fit_axis, length_words
from timeline.views.canvas import Canvas
from timeline.views.cells import pad, width
from timeline.views.drawn import Drawn
from timeline.views.glyphs import QUALIFIER_MARKS, QUALIFIER_MEANINGS, RIVAL_MEANING
from timeline.views.lane_rows import LaneRows
from timeline.views.list import numbered
from timeline.views.marks import busy, lasts_on
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import BOLD, DIM, Pen, actor_style
from timeline.views.phrases import legend
from timeline.views.ticks import head
from timeline.views.words import day_name

_NARROW = 64  # cells, below which a lane's name gets a line of its own
_MOST_NAME = 22
_CUT = "nothing starts or ends: cut; every stretch has its own scale"
DEFAULT_LANES = "actor"


def draw_lanes(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """Lanes over an axis; UsageError when no event has a date that has a place on it."""
    by = options.by or DEFAULT_LANES
    lanes: dict[str, list[Shown]] = {}
    for one in shown:
        for name in lanes_of(one.event, by, options.names):
            lanes.setdefault(name, []).append(one)
    fullest = sorted(lanes.items(), key=lambda lane: -len(lane[1]))
    kept = dict(fullest[: options.top])
    inside = {id(one) for events in kept.values() for one in events}
    drawn = [one for one in shown if id(one) in inside]
    days = [period for one in drawn for date in _dates(one) for period in busy(date)]
    if shown and not days:
        raise UsageError(
            "no event here has a first or a last day: an axis has nothing to begin with",
            hint="use --view timeline",
        )
    left_out = len(lanes) - len(kept), len(shown) - len(drawn)
    return Drawn(options, _Lanes(drawn, kept, options, days, left_out).lines)


def _dates(shown: Shown) -> list[EventDate]:
    """The date of an event, and those that its sources give instead."""
    return [shown.event.date, *(claim.date for claim in rivals(shown.event))]


class _Lanes:
    """Lanes over an axis, drawn lane by lane. `left_out` are lanes that are not drawn, and events in none that is."""

    def __init__(
        self,
        shown: Sequence[Shown],
        lanes: Mapping[str, Sequence[Shown]],
        options: ViewOptions,
        days: Sequence[Days],
        left_out: tuple[int, int],
    ) -> None:
        self.shown = shown
        self.lanes = lanes
        self.options = options
        self.days = days
        self.left_out = left_out

    def lines(self, pen: Pen, cells: int) -> Iterator[Segment]:
        lanes = self.lanes
        if not self.shown:
            return
        names = [pen.text(name) for name in lanes]
        indent = 0 if cells < _NARROW else min(max(map(width, names)), _MOST_NAME) + 1
        axis = fit_axis(self._busy(), max(cells - indent, 8), broken=self.options.scale == "broken")
        today = self.options.today
        guide = today if today is not None and axis.stretch_of(today) else None
        for text in head(axis, pen.glyphs, today):
            yield from pen.line([(" " * indent, None), (text, DIM)])
        numbers = {id(one): number for number, one in enumerate(self.shown, 1)}
        drawing = LaneRows(axis, pen, self.options.labels, numbers)
        labels = pen.labels(lanes, indent - 1 if indent else cells)
        for name, events in lanes.items():
            style = actor_style(name)
            rows = drawing.rows(events, style)
            label = labels[name]
            if not indent:
                yield from pen.line([(label, _bold(style))])
            for number, canvas in enumerate(rows):
                _guides(canvas, axis, pen, guide)
                first = [(pad(label if number == 0 else "", indent), _bold(style))] if indent else []
                yield from pen.line([*first, *canvas.spans()])
        if self.options.labels == "all":
            yield from pen.line([])
            yield from numbered(self.shown, pen, cells)
        yield from self._legend(drawing, cells)

    def _legend(self, drawing: LaneRows, cells: int) -> Iterator[Segment]:
        pen, glyphs, used = drawing.pen, drawing.pen.glyphs, drawing.used
        signs = {
            "point": (glyphs.marks["day"], "day"),
            "doubtful": (glyphs.doubtful, "day, approximate or uncertain"),
            "context": (glyphs.marks["context"], "context, not chosen itself"),
            "doubt": (glyphs.shade * 2, "on one of these days"),
            "solid": (glyphs.stroke * 2, "from start to end"),
            "open": (f"{glyphs.stroke_from_ever} {glyphs.stroke_for_ever}", "open end"),
            "unbounded": (f"{glyphs.doubt_from_ever} {glyphs.doubt_for_ever}", "no limit known"),
            "rival": (glyphs.rival, RIVAL_MEANING),
            "rival span": (glyphs.rival_span * 2, f"{RIVAL_MEANING}: one of these days"),
            "count": ("2-9", "so many at once"),
            "many": (glyphs.many, "ten or more"),
        }
        parts = [sign for what, sign in signs.items() if what in used]
        parts += [
            sign
            for sign in zip(QUALIFIER_MARKS, QUALIFIER_MEANINGS, strict=True)
            if sign[1] and sign[0] in used
        ]
        if len(drawing.axis.stretches) > 1:
            parts.append((glyphs.break_marks, _CUT))
        today = self.options.today
        if today is not None:
            shows_today = drawing.axis.stretch_of(today) is not None
            words = f"today, {day_name(today)}"
            if shows_today:
                parts.append((glyphs.today_mark, words))
            elif beside := self._beside(today):
                parts.append(("", f"{words}, {beside}"))
        context = sum(one.context for one in self.shown)
        by = self.options.by or DEFAULT_LANES
        total = f"{counted(len(self.shown) - context, 'event')} in {counted(len(self.lanes), 'lane')} by {by}"
        total += f", {context:,} as context" if context else ""
        lanes, events = self.left_out
        total += f"; {counted(lanes, 'more lane')} left out" if lanes else ""
        total += (
            f", and {counted(events, 'event')} that {'stands' if events == 1 else 'stand'} in none of these"
            if events
            else ""
        )
        yield from pen.line([])
        yield from legend(parts, total, pen, cells)

    def _busy(self) -> Sequence[Days]:
        """The days that the axis has to show: today is one of them while something lasts on."""
        today = self.options.today
        if (
            today is None
            or today <= self._last()
            or not any(lasts_on(date) for one in self.shown for date in _dates(one))
        ):
            return self.days
        return [*self.days, (today, today)]

    def _beside(self, today: int) -> str:
        """Where today is when the axis does not show it; nothing when it is further off than the events are apart."""
        first, last = min(first for first, _ in self.days), self._last()
        if today - last > last - first or first - today > last - first:
            return ""
        if today > last:
            return f"is {length_words(last, today - 1)} after the last event"
        if today < first:
            return f"is {length_words(today, first - 1)} before the first event"
        return "is where the axis is cut"

    def _last(self) -> int:
        return max(last for _, last in self.days)


def _guides(canvas: Canvas, axis: Axis, pen: Pen, today: int | None) -> None:
    """Show breaks and today where nothing else stands."""
    for column, _ in axis.breaks:
        if canvas.is_blank(column) and canvas.is_blank(column + 1):
            canvas.write(column, pen.glyphs.break_marks, DIM)
    if today is not None and canvas.is_blank(axis.point(today)):
        canvas.put(axis.point(today), pen.glyphs.today, DIM)


def _bold(style: Style) -> Style:
    return style + BOLD

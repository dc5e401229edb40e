"""One lane an actor, tag, kind, place, source, status or file, over a proportional axis of days."""

from collections.abc import Iterator, Sequence
from functools import partial

from timeline.views.axis import Axis
from timeline.views.canvas import Canvas
from timeline.views.cells import pad, width
from timeline.views.drawn import Drawn
from timeline.views.glyphs import QUALIFIER_MARKS, QUALIFIER_MEANINGS, RIVAL_MEANING
from timeline.views.ink import Segment, Style
from timeline.views.lane_plan import CUT, LanePlan, plan_lanes
from timeline.views.lane_rows import LaneRows
from timeline.views.list import numbered
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import DIM, Pen, actor_style
from timeline.views.phrases import legend
from timeline.views.ticks import head

_NARROW = 64  # cells, below which a lane's name gets a line of its own
_MOST_NAME = 22


def draw_lanes(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """Lanes over an axis; UsageError when no event has a date that has a place on it."""
    return Drawn(options, partial(_lines, plan_lanes(shown, options)))


def _lines(plan: LanePlan, pen: Pen, cells: int) -> Iterator[Segment]:
    lanes, options = plan.lanes, plan.options
    if not plan.shown:
        return
    names = [pen.text(name) for name in lanes]
    indent = 0 if cells < _NARROW else min(max(map(width, names)), _MOST_NAME) + 1
    axis = plan.axis(max(cells - indent, 8))
    guide, _ = plan.today(axis)
    for text in head(axis, pen.glyphs, options.today):
        yield from pen.line([(" " * indent, None), (text, DIM)])
    numbers = {id(one): number for number, one in enumerate(plan.shown, 1)}
    drawing = LaneRows(axis, pen, options.labels, numbers)
    labels = pen.labels(lanes, indent - 1 if indent else cells)
    for name in lanes:
        style = actor_style(name)
        rows = drawing.rows(plan.lanes[name], style)
        label = labels[name]
        if not indent:
            yield from pen.line([(label, _bold(style))])
        for number, canvas in enumerate(rows):
            _guides(canvas, axis, pen, guide)
            first = [(pad(label if number == 0 else "", indent), _bold(style))] if indent else []
            yield from pen.line([*first, *canvas.spans()])
    if options.labels == "all":
        yield from pen.line([])
        yield from numbered(plan.shown, pen, cells)
    yield from _legend(plan, drawing, cells)


def _legend(plan: LanePlan, drawing: LaneRows, cells: int) -> Iterator[Segment]:
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
        sign for sign in zip(QUALIFIER_MARKS, QUALIFIER_MEANINGS, strict=True) if sign[1] and sign[0] in used
    ]
    if len(drawing.axis.stretches) > 1:
        parts.append((glyphs.break_marks, CUT))
    today, words = plan.today(drawing.axis)
    if words:
        parts.append((glyphs.today_mark if today is not None else "", words))
    yield from pen.line([])
    yield from legend(parts, plan.total(), pen, cells)


def _guides(canvas: Canvas, axis: Axis, pen: Pen, today: int | None) -> None:
    """Show breaks and today where nothing else stands."""
    for column, _ in axis.breaks:
        if canvas.is_blank(column) and canvas.is_blank(column + 1):
            canvas.write(column, pen.glyphs.break_marks, DIM)
    if today is not None and canvas.is_blank(axis.point(today)):
        canvas.put(axis.point(today), pen.glyphs.today, DIM)


def _bold(style: Style) -> Style:
    return style.strong

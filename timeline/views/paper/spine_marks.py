"""The marks of a timeline on paper, and the bars of its intervals beside the spine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.views.glyphs import mark_of
from timeline.views.options import Shown
from timeline.views.paper import shapes
from timeline.views.paper.colours import Colours
from timeline.views.paper.key import Sign
from timeline.views.paper.pen import element
from timeline.views.spine import END, EVENT, FOR_EVER, Row

_COLUMN = 11.0  # pixels of the column of a bar
_BAR = 6.0
_BLANK = 7.0  # radius around a mark that is kept free of the spine
_LAST = 8.0  # pixels from the end of a brief interval to the end of its row

_MEANINGS = {
    "day": "day",
    "doubt": "known less closely, or not certain",
    "interval": "interval, its bar from start to end",
    "before": "on or before",
    "after": "on or after",
    "rival": "date that a source gives instead",
    "context": "context, not chosen itself",
}


def blank(x: float, y: float, colours: Colours) -> str:
    """What keeps the spine away from a mark."""
    return element("circle", cx=x, cy=y, r=_BLANK, fill=colours.paper)


def kind_of(shown: Shown) -> str:
    """Which mark an event has: a day is certain, an interval lasts, all else is known less closely."""
    what = mark_of(shown.event.date)
    if what in ("interval", "before", "after"):
        return what
    return "day" if what == "day" and not shown.event.date.qualifier else "doubt"


def mark(kind: str, x: float, y: float, ink: str, colours: Colours) -> str:
    """A mark: filled for a day, lighter with a dashed edge for doubt, a bar for what lasts, hollow for a rival date."""
    if kind == "interval":
        return element("rect", x=x - 4, y=y - 6, width=8, height=12, rx=2, fill=ink)
    if kind in ("before", "after"):
        return shapes.doubt_arrow(x, y, ink, down=kind == "after")
    if kind == "rival":
        return shapes.rival_point(x, y, ink, colours, radius=5.5)
    return shapes.point(x, y, ink, radius=5) if kind == "day" else shapes.doubt_point(x, y, ink, radius=5)


def signs(used: set[str], colours: Colours) -> Iterator[Sign]:
    """The key: what was used, what it means."""
    for kind, words in _MEANINGS.items():
        if kind in used:
            ink = colours.muted if kind == "context" else colours.ink
            yield Sign(mark("day" if kind == "context" else kind, 5, 0, ink, colours), 10, words)


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of running intervals in columns from `left` to the spine."""

    left: float
    columns: Sequence[int]
    colours: Colours

    @property
    def spine(self) -> float:
        """Where the spine is."""
        return self.left + _COLUMN * len(self.columns) + 4

    def line(self, top: float, bottom: float, *, dashes: str | None = None) -> str:
        """A part of the spine."""
        x, ink = self.spine, self.colours.muted
        return element(
            "line", x1=x, y1=top, x2=x, y2=bottom, stroke=ink, stroke_width=1.2, stroke_dasharray=dashes
        )

    def running(self, bits: int, height: float) -> str:
        """The bars that run beside a row, a bit a column."""
        return "".join(self._bar(column, 0, height) for column in self.columns if bits >> column & 1)

    def joined(self, row: Row, middle: float, height: float) -> str:
        """The bar that begins or ends at a row, and the line that joins it to the spine; an arrow where it is open."""
        x, ink = self._x(row.column), self._ink(row.column)
        top, bottom = 0.0, middle
        if row.brief:
            top, bottom = middle, height - _LAST
        elif row.below >> row.column & 1:
            top, bottom = middle, height
        bar = self._bar(row.column, top, bottom)
        if row.what not in (EVENT, END):
            return bar + shapes.arrow_along(x, middle, ink, down=row.what == FOR_EVER)
        ends = [middle, bottom] if row.brief else [middle]
        return bar + "".join(
            element("line", x1=x, y1=y, x2=self.spine, y2=y, stroke=ink, stroke_width=1.5) for y in ends
        )

    def _bar(self, column: int, top: float, bottom: float) -> str:
        # Half a pixel more, so that no seam shows between two rows.
        x, high = self._x(column) - _BAR / 2, bottom - top + 0.5
        return element("rect", x=x, y=top, width=_BAR, height=high, fill=self._ink(column))

    def _x(self, column: int) -> float:
        return self.left + _COLUMN * self.columns.index(column)

    def _ink(self, column: int) -> str:
        return self.colours.inks[column]

"""The rows of one lane: each event in a row where it and its title fit, or, when there are many, counts."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.style import Style

from timeline.views.axis import Axis
from timeline.views.canvas import Canvas
from timeline.views.cells import width
from timeline.views.glyphs import QUALIFIER_MARKS
from timeline.views.marks import DOUBT, POINT, SOLID, Piece, pieces
from timeline.views.options import Shown
from timeline.views.pen import DIM, Pen

MOST_TITLED = 12  # events of a lane, above which titles and single marks give way to counts
_ENOUGH_TITLE = 32  # cells of a title for which an event shares a row with others
_LEAST_TITLE = 6  # a shorter piece of a title says nothing
_GAP = 2  # columns after a title


@dataclass(slots=True)
class _Mark:
    """An event on the axis: its pieces in columns, what it is called, and the columns it takes."""

    shown: Shown
    parts: list[tuple[Piece, int, int]]
    first: int
    last: int


@dataclass(slots=True)
class LaneRows:
    """Draws lanes on one axis; `used` remembers which signs a legend has to explain."""

    axis: Axis
    pen: Pen
    used: set[str] = field(default_factory=set)

    def rows(self, events: Sequence[Shown], ink: Style | None) -> list[Canvas]:
        """The rows of one lane, its marks in one ink."""
        marks = sorted((self._mark(shown) for shown in events), key=lambda mark: (mark.first, mark.last))
        return self._titled(marks, ink) if len(marks) <= MOST_TITLED else self._counted(marks, ink)

    def _mark(self, shown: Shown) -> _Mark:
        parts = []
        for piece in pieces(shown.event.date):
            if piece.ink == POINT and piece.first is not None:
                column = self.axis.point(piece.first)
                parts.append((piece, column, column))
            else:
                parts.append((piece, *self.axis.span(piece.first, piece.last)))
        return _Mark(shown, parts, min(part[1] for part in parts), max(part[2] for part in parts))

    def _title(self, shown: Shown) -> str:
        """The title, before it what a cut must not take away."""
        event = shown.event
        notes = [event.status] if event.status and event.status != "reported" else []
        notes += [shown.note] if shown.note else []
        notes += ["context"] if shown.context else []
        return self.pen.text("".join(f"[{note}] " for note in notes) + event.title)

    def _titled(self, marks: Sequence[_Mark], ink: Style | None) -> list[Canvas]:
        """One mark an event, with its title at its right; at its left only in a row of its own.

        So it is plain which mark a title belongs to. Where the mark leaves no room at all the title stands below.
        """
        cells = self.axis.cells
        rows: list[tuple[Canvas, int]] = []  # and where each is free again
        for mark in marks:
            title = self._title(mark.shown)
            style = DIM if mark.shown.context else None
            size = width(title)
            left, right = mark.first - 1, cells - mark.last - 2
            shares = right >= min(size, _ENOUGH_TITLE, cells // 2)
            number = next((n for n, (_, free) in enumerate(rows) if shares and mark.first >= free), len(rows))
            alone = number == len(rows)
            if alone:
                rows.append((Canvas(cells), 0))
            canvas = rows[number][0]
            self._draw(mark, canvas, ink)
            fuller_at_left = alone and (right < size <= left or (not shares and right < left))
            if not fuller_at_left and right >= min(size, _LEAST_TITLE):
                title = self.pen.cut(title, right)
                canvas.write(mark.last + 2, title, style)
                rows[number] = canvas, mark.last + 2 + width(title) + _GAP
                continue
            rows[number] = canvas, cells
            if left >= min(size, _LEAST_TITLE):
                title = self.pen.cut(title, left)
                canvas.write(left - width(title), title, style)
                continue
            below = Canvas(cells)
            title = self.pen.cut(title, cells)
            below.write(min(mark.first, cells - width(title)), title, style)
            rows.append((below, cells))
        return [canvas for canvas, _ in rows]

    def _draw(self, mark: _Mark, canvas: Canvas, ink: Style | None) -> None:
        glyphs, context = self.pen.glyphs, mark.shown.context
        ink = DIM if context else ink
        for piece, first, last in sorted(
            mark.parts, key=lambda part: (DOUBT, SOLID, POINT).index(part[0].ink)
        ):
            doubtful = piece.ink == POINT and mark.shown.event.date.qualifier
            self.used.add("context" if context else "doubtful" if doubtful else piece.ink)
            if piece.ink == POINT:
                canvas.put(first, self._point(mark), ink)
                continue
            canvas.fill(first, last, glyphs.shade if piece.ink == DOUBT else glyphs.stroke, ink)
            self._cross(canvas, first, last, ink)
            if piece.qualifier:
                sign = QUALIFIER_MARKS[piece.qualifier]
                self.used.add(sign)
                canvas.put((first + last) // 2, sign, ink)
            if piece.first is None:
                canvas.put(first, self._edge(piece, glyphs.doubt_from_ever, glyphs.stroke_from_ever), ink)
            if piece.last is None:
                canvas.put(last, self._edge(piece, glyphs.doubt_for_ever, glyphs.stroke_for_ever), ink)

    def _point(self, mark: _Mark) -> str:
        glyphs = self.pen.glyphs
        if mark.shown.context:
            return glyphs.marks["context"]
        return glyphs.doubtful if mark.shown.event.date.qualifier else glyphs.marks["day"]

    def _edge(self, piece: Piece, doubt: str, solid: str) -> str:
        self.used.add("unbounded" if piece.ink == DOUBT else "open")
        return doubt if piece.ink == DOUBT else solid

    def _cross(self, canvas: Canvas, first: int, last: int, ink: Style | None) -> None:
        """Mark the breaks that a span runs through."""
        for column, _ in self.axis.breaks:
            if first < column <= last:
                canvas.write(column, self.pen.glyphs.break_marks, ink)

    def _counted(self, marks: Sequence[_Mark], ink: Style | None) -> list[Canvas]:
        """How many points, doubtful spans and intervals each column has, a row for each of the three."""
        counts = {what: [0] * (self.axis.cells + 1) for what in (POINT, DOUBT, SOLID)}
        edges: list[tuple[str, int, str]] = []
        for mark in marks:
            for piece, first, last in mark.parts:
                count = counts[piece.ink]
                self.used.add(piece.ink)
                count[first] += 1
                count[last + 1] -= 1
                glyphs = self.pen.glyphs
                if piece.first is None:
                    edges.append(
                        (piece.ink, first, self._edge(piece, glyphs.doubt_from_ever, glyphs.stroke_from_ever))
                    )
                if piece.last is None:
                    edges.append(
                        (piece.ink, last, self._edge(piece, glyphs.doubt_for_ever, glyphs.stroke_for_ever))
                    )
        rows = []
        for what, changes in counts.items():
            if any(changes):
                rows.append(self._count_row(what, changes, ink))
                for piece_ink, column, edge in edges:
                    if piece_ink == what:
                        rows[-1].put(column, edge, ink)
        return rows

    def _count_row(self, what: str, changes: Sequence[int], ink: Style | None) -> Canvas:
        glyphs, canvas = self.pen.glyphs, Canvas(self.axis.cells)
        one = {POINT: glyphs.marks["day"], DOUBT: glyphs.shade, SOLID: glyphs.stroke}[what]
        running, crowded = 0, []
        for column in range(self.axis.cells):
            running += changes[column]
            if running:
                letter = one if running == 1 else str(running) if running < 10 else glyphs.many
                canvas.put(column, letter, ink)
                self.used |= {"count"} if 1 < running < 10 else set()
                if running > 9:
                    self.used.add("many")
                    crowded.append((column, running))
        for column, _ in self.axis.breaks:
            if not canvas.is_blank(column):
                canvas.write(column, glyphs.break_marks, ink)
        if what == POINT:
            for column, number in crowded:
                words = f"{number:,}"
                places = range(column + 1, column + len(words) + 3)
                if places[-1] < self.axis.cells and all(map(canvas.is_blank, places)):
                    canvas.write(column + 2, words, DIM)
        return canvas

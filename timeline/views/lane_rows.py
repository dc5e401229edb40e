"""The rows of one lane: each event in a row where it and its title fit, or, when there are many, counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from timeline.dates.event_date import EventDate
from timeline.query.claims import Claim
from timeline.views.axis import Axis
from timeline.views.canvas import Canvas
from timeline.views.cells import width
from timeline.views.glyphs import QUALIFIER_MARKS, QUALIFIER_MEANINGS
from timeline.views.ink import Style
from timeline.views.lane_plan import Dated, most_titled
from timeline.views.marks import DOUBT, POINT, SOLID, Piece, pieces
from timeline.views.options import Shown
from timeline.views.pen import DIM, Pen
from timeline.views.words import sources_words

if TYPE_CHECKING:
    from timeline.query.narrowing import Limits

_ENOUGH_TITLE = 32  # cells of a title for which an event shares a row with others
_LEAST_TITLE = 6  # a shorter piece of a title says nothing
_GAP = 2  # columns after a title

# The date of a mark, what narrows it, the status and note of its event, and whether it is the event's own.
_Alike: TypeAlias = "tuple[EventDate, Limits | None, str, str, bool]"
_Part: TypeAlias = tuple[Piece, int, int]  # a piece, its first and its last column


@dataclass(slots=True)
class _Mark:
    """An event on the axis, or a rival date of it: its pieces in columns, what it is called, and the columns it takes."""

    shown: Shown
    claim: Claim | None
    parts: list[_Part]
    first: int
    last: int


@dataclass(slots=True)
class LaneRows:
    """Draws lanes on one axis; `used` remembers which signs a legend has to explain.

    `labels` says what stands beside a mark: a title as far as it fits, for `all` its number among `numbers`, by
    identity, or for `none` nothing.
    """

    axis: Axis
    pen: Pen
    labels: str = "fit"
    numbers: Mapping[int, int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    _placed: "dict[tuple[EventDate, Limits | None], tuple[list[_Part], int, int]]" = field(
        default_factory=dict
    )

    def rows(self, dates: Iterable[Dated], ink: Style | None) -> list[Canvas]:
        """The rows of one lane, its marks in one ink."""
        dates = [*dates]
        if self.labels == "all" or sum(one.times for one in dates) <= most_titled(self.axis.cells):
            marks = sorted((self._mark(dated) for dated in dates), key=lambda mark: (mark.first, mark.last))
            return self._titled(marks, ink)
        context = [self._mark(dated) for dated in dates if dated.shown.context]
        return self._counted([one for one in dates if not one.shown.context], ink) + self._context(context)

    def _mark(self, dated: Dated) -> _Mark:
        shown, date, claim, _ = dated
        same = date, shown.limits
        if same not in self._placed:  # a date stands in several lanes
            parts = [self._part(piece) for piece in pieces(date, shown.limits)]
            self._placed[same] = parts, min(part[1] for part in parts), max(part[2] for part in parts)
        return _Mark(shown, claim, *self._placed[same])

    def _part(self, piece: Piece) -> _Part:
        if piece.ink == POINT and piece.first is not None:
            column = self.axis.point(piece.first)
            return piece, column, column
        return piece, *self.axis.span(piece.first, piece.last)

    def _title(self, mark: _Mark) -> str:
        """What stands beside a mark: before a title what a cut must not take away, with a rival date who gives it."""
        shown = mark.shown
        if self.labels != "fit":
            return str(self.numbers[id(shown)]) if self.labels == "all" else ""
        notes = [*_notes(shown), "context"] if shown.context else _notes(shown)
        notes = [sources_words(mark.claim.sources), *notes] if mark.claim else notes
        return self.pen.text(f"{_bracketed(notes)} {shown.event.title}" if notes else shown.event.title)

    def _titled(self, marks: Sequence[_Mark], ink: Style | None) -> list[Canvas]:
        """One mark an event, with its title at its right; at its left only in a row of its own.

        So it is plain which mark a title belongs to. Where the mark leaves no room at all the title stands below.
        """
        cells = self.axis.cells
        rows: list[tuple[Canvas, int]] = []  # and where each is free again
        for mark in marks:
            title = self._title(mark)
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
            if not title:
                rows[number] = canvas, mark.last + _GAP
                continue
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
        """The inks of all pieces, over them the signs of doubt, over these the ends that are open or not known."""
        glyphs, context = self.pen.glyphs, mark.shown.context
        ink = DIM if context else ink
        signs: dict[int, int] = {}
        for piece, first, last in sorted(
            mark.parts, key=lambda part: (DOUBT, SOLID, POINT).index(part[0].ink)
        ):
            doubtful = piece.ink == POINT and piece.qualifier
            self.used.add(self._sign(mark, piece))
            if piece.ink == POINT:
                letter = glyphs.rival if mark.claim else glyphs.doubtful if doubtful else glyphs.marks["day"]
                canvas.put(first, glyphs.marks["context"] if context else letter, ink)
                continue
            span = glyphs.rival_span if mark.claim else glyphs.shade if piece.ink == DOUBT else glyphs.stroke
            canvas.fill(first, last, span, ink)
            self._cross(canvas, first, last, ink)
            if piece.qualifier:
                middle = (first + last) // 2
                signs[middle] = signs.get(middle, 0) | piece.qualifier
        for column, qualifier in signs.items():
            self.used.add(QUALIFIER_MARKS[qualifier])
            canvas.put(column, QUALIFIER_MARKS[qualifier], ink)
        self._ends(mark.parts, canvas, ink)

    def _sign(self, mark: _Mark, piece: Piece) -> str:
        """Which sign of the legend a piece of a mark is."""
        if mark.shown.context:
            return "context"
        if mark.claim:
            return "rival" if piece.ink == POINT else "rival span"
        return "doubtful" if piece.ink == POINT and piece.qualifier else piece.ink

    def _ends(self, parts: Iterable[_Part], canvas: Canvas, ink: Style | None) -> None:
        """Mark the ends that are open or not known."""
        glyphs = self.pen.glyphs
        ended = [part for part in parts if None in (part[0].first, part[0].last)]
        for piece, first, _ in ended:
            doubt = piece.ink == DOUBT
            self.used.add("unbounded" if doubt else "open")
            if piece.first is None:
                canvas.put(first, glyphs.doubt_from_ever if doubt else glyphs.stroke_from_ever, ink)
        for piece, _, last in ended:
            if piece.last is None:
                canvas.put(last, glyphs.doubt_for_ever if piece.ink == DOUBT else glyphs.stroke_for_ever, ink)

    def _cross(self, canvas: Canvas, first: int, last: int, ink: Style | None) -> None:
        """Mark the breaks that a span runs through."""
        for column, _ in self.axis.breaks:
            if first < column <= last:
                canvas.write(column, self.pen.glyphs.break_marks, ink)

    def _counted(self, dates: Sequence[Dated], ink: Style | None) -> list[Canvas]:
        """How many points, doubtful spans and intervals each column has, a row for each of the three.

        What a title would say of doubt and of drafts, rows of their own say.
        """
        alike: dict[_Alike, list[Dated]] = {}
        for dated in dates:
            shown = dated.shown
            same = dated.date, shown.limits, shown.event.status, shown.note, dated.claim is None
            alike.setdefault(same, []).append(dated)
        groups: dict[tuple[str, str, str], Counter[_Part]] = {}
        for each in alike.values():
            mark, times = self._mark(each[0]), sum(one.times for one in each)
            notes = [*_notes(mark.shown), *(["according to another source"] if mark.claim else [])]
            for part in mark.parts:
                piece = part[0]
                doubt = [QUALIFIER_MEANINGS[piece.qualifier]] if piece.qualifier else []
                group = _bracketed(notes + doubt), piece.ink, self._sign(mark, piece)
                groups.setdefault(group, Counter())[part] += times
        rows = []
        for (said, _, sign), parts in sorted(
            groups.items(), key=lambda one: (one[0][0], (POINT, DOUBT, SOLID).index(one[0][1]))
        ):
            self.used.add(sign)
            rows.append(self._count_row(sign, parts, ink))
            rows += self._say(self.pen.text(said), rows[-1])
        return rows

    def _say(self, words: str, canvas: Canvas) -> list[Canvas]:
        """Write the words where the row has room for them; the row below that holds them when it has none."""
        size, cells = width(words), self.axis.cells
        if not size:
            return []
        inked = [column for column in range(cells) if not canvas.is_blank(column)]
        if inked[-1] + 1 + size < cells:
            canvas.write(inked[-1] + 2, words, DIM)
            return []
        if inked[0] > size:
            canvas.write(inked[0] - 1 - size, words, DIM)
            return []
        below = Canvas(cells)
        words = self.pen.cut(words, cells)
        below.write(min(inked[0], cells - width(words)), words, DIM)
        return [below]

    def _context(self, marks: Sequence[_Mark]) -> list[Canvas]:
        """The days of all context in a row of its own: it is not counted."""
        if not marks:
            return []
        self.used.add("context")
        canvas = Canvas(self.axis.cells)
        for _, first, last in (part for mark in marks for part in mark.parts):
            canvas.fill(first, last, self.pen.glyphs.marks["context"], DIM)
            self._cross(canvas, first, last, DIM)
        return [canvas]

    def _count_row(self, sign: str, parts: Mapping[_Part, int], ink: Style | None) -> Canvas:
        glyphs, canvas = self.pen.glyphs, Canvas(self.axis.cells)
        one = {
            POINT: glyphs.marks["day"],
            "doubtful": glyphs.doubtful,
            "rival": glyphs.rival,
            DOUBT: glyphs.shade,
            SOLID: glyphs.stroke,
            "rival span": glyphs.rival_span,
        }[sign]
        changes = [0] * (self.axis.cells + 1)
        for (_, first, last), times in parts.items():
            changes[first] += times
            changes[last + 1] -= times
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
        self._ends(parts, canvas, ink)
        if sign in (POINT, "doubtful", "rival"):
            for column, number in crowded:
                words = f"{number:,}"
                places = range(column + 1, column + len(words) + 3)
                if places[-1] < self.axis.cells and all(map(canvas.is_blank, places)):
                    canvas.write(column + 2, words, DIM)
        return canvas


def _notes(shown: Shown) -> list[str]:
    """What keeps the event from being a plain report, in words."""
    status = shown.event.status
    return [note for note in ("" if status == "reported" else status, shown.note) if note]


def _bracketed(notes: Iterable[str]) -> str:
    return " ".join(f"[{note}]" for note in notes)

"""Lanes for paper: every event on the axis with its whole title beside it, in as many lines as that takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.views.lane_plan import CUT, Dated, plan_lanes
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper import shapes
from timeline.views.paper.colours import inks_of
from timeline.views.paper.key import Sign, key
from timeline.views.paper.lane_marks import Mark
from timeline.views.paper.letters import balanced, cut, line_height, width, wrap
from timeline.views.paper.notes import first_link, notes_of
from timeline.views.paper.pen import Sheet, element, group, plain, text
from timeline.views.paper.scale import CELL, Scale
from timeline.views.paper.sheets import Block, Picture, room
from timeline.views.words import date_words, sources_words

_MOST_TITLED = 24  # marks of a lane, above which titles give way to the marks alone
_NAME, _TITLE = 12.0, 11.0
_MOST_NAME = 0.24  # of the room
_WIDEST, _COMFORTABLE, _NARROWEST = 230.0, 140.0, 90.0  # pixels of a title
_BESIDE, _APART = 5.0, 12.0  # pixels from a mark to its title, and from that to the next mark
_MARK = 13.0  # how high a mark stands


@dataclass(slots=True)
class _Placed:
    """A mark with its title in lines, whose left or right edge is at x; or below the mark."""

    mark: Mark
    lines: list[str] = field(default_factory=list)
    x: float = 0.0
    anchor: str | None = None
    below: bool = False
    left: float = 0.0
    right: float = 0.0

    @property
    def height(self) -> float:
        """How high it is with its title."""
        tall = line_height(_TITLE) * len(self.lines)
        return _MARK + tall if self.below else max(_MARK, tall)


def draw(shown: Sequence[Shown], options: ViewOptions, sheet: Sheet) -> Picture:
    """The lanes; UsageError when no event has a date that has a place on an axis."""
    plan = plan_lanes(shown, options)
    if not shown:
        return Picture(what="Lanes of no events", blocks=[])
    label = (
        min(max(width(plain(name), _NAME, bold=True) for name in plan.lanes), _MOST_NAME * room(sheet)) + 14
    )
    axis = plan.axis(int((room(sheet) - label) / CELL))
    today, words = plan.today(axis)
    lanes = _Lanes(sheet, Scale(axis, label), options.labels, inks_of(plan.lanes, sheet.colours))
    if options.labels == "all":
        lanes.numbers = {id(one): number for number, one in enumerate(plan.shown, 1)}
    blocks = [block for name in plan.lanes for block in lanes.blocks(name, plan.lanes[name])]
    if options.labels == "all":
        blocks += lanes.listed(plan.shown)
    return Picture(
        what=f"Lanes by {options.by or 'actor'}",
        head=lanes.scale.head(today, sheet),
        behind=lambda height: lanes.scale.behind(height, today, sheet),
        blocks=blocks,
        foot=[key(lanes.signs(today, words), plan.total(), sheet)],
    )


@dataclass(slots=True)
class _Lanes:
    """Lanes on one scale; `used` remembers what the key has to explain."""

    sheet: Sheet
    scale: Scale
    labels: str
    inks: Mapping[str, str]
    numbers: Mapping[int, int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def blocks(self, name: str, dates: Sequence[Dated]) -> Iterator[Block]:
        """One lane: a block for each row of marks; its name beside the first, and again where a page begins."""
        marks = sorted(
            (Mark(dated.shown, dated.date, dated.claim, self.scale) for dated in dates),
            key=lambda mark: (mark.left, mark.right),
        )
        titled = self.labels != "none" and (self.labels == "all" or len(marks) <= _MOST_TITLED)
        if not titled and self.labels == "fit":
            self.used.add("untitled")
        rows = _rows([self._placed(mark, titled=titled) for mark in marks])
        ink = self.inks[name]
        lines = wrap(plain(name), self.scale.left - 14, _NAME, bold=True)
        label = text(0, 6, lines, _NAME, ink, bold=True)
        # Where a page begins within the lane its row may be low.
        again = text(0, 6, [cut(plain(name), self.scale.left - 14, _NAME, bold=True)], _NAME, ink, bold=True)
        rule = element(
            "line", x1=0, y1=0, x2=self.scale.right, y2=0, stroke=self.sheet.colours.rule, stroke_width=1
        )
        least = line_height(_NAME) * len(lines) + 12
        for at, row in enumerate(rows):
            last = at == len(rows) - 1
            top = 7.0 if at == 0 else 2.0
            height = top + max(placed.height for placed in row) + (7 if last else 2)
            if at == 0:
                height = max(height, least)
            inside = "".join([self._drawn(placed, top, ink) for placed in row])
            yield Block(height, (rule + label if at == 0 else "") + inside, "" if at == 0 else rule + again)

    def _placed(self, mark: Mark, *, titled: bool) -> _Placed:
        """The title at the right of the mark where it fits, else at its left, else below."""
        placed = _Placed(mark, left=mark.left, right=mark.right)
        words = self._words(mark) if titled else ""
        if not words:
            return placed
        whole = min(width(words, _TITLE), _WIDEST)
        right = self.scale.right - mark.right - _BESIDE
        left = mark.left - _BESIDE - self.scale.left
        if right >= min(whole, _COMFORTABLE) or right >= max(left, min(whole, _NARROWEST)):
            placed.lines = balanced(words, min(right, _WIDEST), _TITLE)
            placed.x = mark.right + _BESIDE
            placed.right = placed.x + _widest(placed.lines)
        elif left >= min(whole, _NARROWEST):
            placed.lines = balanced(words, min(left, _WIDEST), _TITLE)
            placed.x, placed.anchor = mark.left - _BESIDE, "end"
            placed.left = placed.x - _widest(placed.lines)
        else:
            placed.lines = wrap(words, min(2 * _WIDEST, self.scale.right - self.scale.left), _TITLE)
            placed.below = True
            placed.x = max(min(mark.left, self.scale.right - _widest(placed.lines)), self.scale.left)
            placed.left, placed.right = (
                min(placed.left, placed.x),
                max(placed.right, placed.x + _widest(placed.lines)),
            )
        return placed

    def _words(self, mark: Mark) -> str:
        """What stands beside a mark: the title, after it what keeps it from being a plain report."""
        if self.numbers:
            return str(self.numbers[id(mark.shown)])
        said = [sources_words(mark.claim.sources)] if mark.claim else []
        notes = "".join(f" [{note}]" for note in (*said, *notes_of(mark.shown)))
        return plain(mark.shown.event.title + notes)

    def _drawn(self, placed: _Placed, top: float, ink: str) -> str:
        mark, colours = placed.mark, self.sheet.colours
        tall = line_height(_TITLE)
        if mark.shown.context:
            self.used.add("context")
        y = top + _MARK / 2 if placed.below or len(placed.lines) < 2 else top + tall / 2
        inside = mark.drawn(y, ink, colours, self.used)
        if placed.lines:
            above = top + _MARK if placed.below else y - tall / 2
            fill = colours.muted if mark.shown.context or mark.claim else colours.ink
            inside += text(placed.x, above, placed.lines, _TITLE, fill, anchor=placed.anchor)
        event = mark.shown.event
        link = first_link(event.sources if mark.claim is None else mark.claim.sources, self.sheet)
        told = plain(f"{date_words(mark.date)}: {event.title}")
        return group(inside, title=told, link=link, data={"date": mark.date.text, "event": plain(event.id)})

    def listed(self, shown: Sequence[Shown]) -> Iterator[Block]:
        """The numbered events: number, date, whole title."""
        colours, size = self.sheet.colours, _TITLE
        number = width(f"{len(shown):,}", size) + 10
        dates = min(
            max(width(plain(date_words(one.event.date)), size) for one in shown) + 14, 0.25 * room(self.sheet)
        )
        yield Block(14, "", bare=True)
        for at, one in enumerate(shown, 1):
            date = wrap(plain(date_words(one.event.date)), dates - 14, size)
            notes = "".join(f" [{note}]" for note in notes_of(one))
            title = wrap(plain(one.event.title + notes), room(self.sheet) - number - dates, size)
            inside = text(number - 10, 0, [f"{at:,}"], size, colours.muted, anchor="end")
            inside += text(number, 0, date, size, colours.muted)
            inside += text(number + dates, 0, title, size, colours.ink)
            yield Block(
                line_height(size) * max(len(date), len(title)) + 2,
                group(inside, link=first_link(one.event.sources, self.sheet)),
                bare=True,
            )

    def signs(self, today: int | None, words: str) -> Iterator[Sign]:
        """The key: what was used, what it means."""
        colours, ink = self.sheet.colours, self.sheet.colours.ink
        signs = {
            "point": Sign(shapes.point(5, 0, ink), 10, "day"),
            "solid span": Sign(shapes.solid(0, 24, 0, ink), 24, "from start to end"),
            "doubt": Sign(shapes.doubt_point(5, 0, ink), 10, "day not certain"),
            "doubt span": Sign(shapes.doubt(0, 24, 0, ink), 24, "on one of these days"),
            "rival": Sign(shapes.rival_point(5, 0, ink, colours), 10, "date that a source gives instead"),
            "open": Sign(
                shapes.arrow(0, 0, ink, left=True) + shapes.arrow(24, 0, ink, left=False),
                24,
                "open or unknown end",
            ),
            "context": Sign(shapes.point(5, 0, colours.muted), 10, "context, not chosen itself"),
        }
        yield from (sign for what, sign in signs.items() if what in self.used)
        if len(self.scale.axis.stretches) > 1:
            drawn = element(
                "rect",
                x=0,
                y=-6,
                width=12,
                height=12,
                fill=colours.band,
                stroke=colours.muted,
                stroke_dasharray="1 2",
            )
            yield Sign(drawn, 12, CUT)
        if words:
            line = element("line", x1=1, y1=-6, x2=1, y2=6, stroke=ink, stroke_dasharray="4 3")
            yield Sign(line, 3, words) if today is not None else Sign("", 0, words)
        if "untitled" in self.used:
            yield Sign("", 0, f"lanes of more than {_MOST_TITLED} marks have no titles beside them")


def _rows(placed: Sequence[_Placed]) -> list[list[_Placed]]:
    """The marks in rows, each in the first that is free where it and its title stand."""
    rows: list[list[_Placed]] = []
    for one in placed:
        row = next(
            (
                row
                for row in rows
                if all(one.left >= other.right + _APART or one.right + _APART <= other.left for other in row)
            ),
            None,
        )
        if row is None:
            rows.append([one])
        else:
            row.append(one)
    return rows


def _widest(lines: Sequence[str]) -> float:
    return max((width(line, _TITLE) for line in lines), default=0.0)

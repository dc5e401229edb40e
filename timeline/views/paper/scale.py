"""The axis of the terminal on paper: its columns become pixels, and a day stands where it is inside its stretch."""

from dataclasses import dataclass
from itertools import pairwise

from timeline.views.axis import BREAK, Axis, Stretch, length_words
from timeline.views.paper.letters import line_height, width
from timeline.views.paper.pen import Sheet, element, text
from timeline.views.paper.sheets import Block
from timeline.views.ticks import ticks

CELL = 7.5  # pixels of a column: what a letter of an axis takes
_SIZE = 10.5
_GAP = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis whose first column begins at `left`."""

    axis: Axis
    left: float

    @property
    def right(self) -> float:
        """Where the axis ends."""
        return self.left + self.axis.cells * CELL

    def at(self, day: int, halves: int = 0) -> float:
        """Where a day that the axis shows begins; so many half days later, its middle or its end."""
        stretch = self.axis.stretch_of(day)
        assert stretch is not None
        return self.left + stretch.offset(day, halves) * CELL

    def span(self, first: int | None, last: int | None) -> tuple[float, float]:
        """Where days begin and end; None is the end of the axis."""
        return (
            self.left if first is None else self.at(first),
            self.right if last is None else self.at(last, 2),
        )

    def head(self, today: int | None, sheet: Sheet) -> Block:
        """What stands above the lanes: lengths of the breaks, first and last days, the line, its ticks."""
        colours, parts, y = sheet.colours, [], 0.0
        rows: list[list[tuple[float, float]]] = []
        for column, (first, last) in self.axis.breaks:
            words = length_words(first, last, short=len(self.axis.breaks) > 2)
            half = width(words, _SIZE) / 2
            x = min(max(self.left + (column + BREAK / 2) * CELL, self.left + half), self.right - half)
            row = _free(rows, x - half, x + half)
            parts.append(
                text(x, row * line_height(_SIZE), [words], _SIZE, colours.muted, italic=True, anchor="middle")
            )
        y += len(rows) * line_height(_SIZE)
        stacked = any(self._stacked(stretch) for stretch in self.axis.stretches)
        for stretch in self.axis.stretches:
            first_words, last_words = stretch.labels
            start, end = self._ends(stretch)
            parts.append(text(start, y, [first_words], _SIZE, colours.ink, bold=True))
            if last_words:
                below = y + line_height(_SIZE) * stacked
                parts.append(text(end, below, [last_words], _SIZE, colours.ink, bold=True, anchor="end"))
        y += line_height(_SIZE) * (1 + stacked) + 4
        for column, _ in self.axis.breaks:
            x = self.left + (column + BREAK / 2) * CELL
            parts += [
                _line((x + step - 3, y + 5), (x + step + 3, y - 5), colours.muted, 1.2)
                for step in (-2.5, 2.5)
            ]
        labels = False
        for stretch in self.axis.stretches:
            start, end = self._ends(stretch)
            parts.append(_line((start, y), (end, y), colours.muted, 1.2))
            parts += [_line((x, y), (x, y + 5), colours.muted, 1.2) for x in (start, end)]
            free = start
            for day, words in ticks(stretch):
                x = self.at(day)
                parts.append(_line((x, y), (x, y + 4), colours.muted, 1))
                if x >= free and x + 3 + width(words, _SIZE) <= end:
                    parts.append(text(x + 3, y + 3, [words], _SIZE, colours.muted))
                    free, labels = x + 3 + width(words, _SIZE) + _GAP, True
        if today is not None:
            x = self.at(today, 1)
            parts.append(
                element(
                    "polygon",
                    points=f"{x - 4:.2f},{y - 4:.2f} {x + 4:.2f},{y - 4:.2f} {x:.2f},{y:.2f}",
                    fill=colours.ink,
                )
            )
        return Block(y + (line_height(_SIZE) + 5 if labels else 9), "".join(parts))

    def behind(self, height: float, today: int | None, sheet: Sheet) -> str:
        """What lies behind the lanes: faint ticks, the breaks, today."""
        colours, parts = sheet.colours, []
        for stretch in self.axis.stretches:
            for day, _ in ticks(stretch):
                parts.append(_line((self.at(day), 0), (self.at(day), height), colours.rule, 0.6))
        for left, right in pairwise(self.axis.stretches):
            start, end = self._ends(left)[1], self._ends(right)[0]
            parts.append(element("rect", x=start, y=0.0, width=end - start, height=height, fill=colours.band))
            parts += [_line((x, 0), (x, height), colours.muted, 0.8, "1 3") for x in (start, end)]
        if today is not None:
            x = self.at(today, 1)
            parts.append(_line((x, 0), (x, height), colours.muted, 1, "4 3"))
        return "".join(parts)

    def _ends(self, stretch: Stretch) -> tuple[float, float]:
        return self.left + stretch.column * CELL, self.left + (stretch.column + stretch.cells) * CELL

    def _stacked(self, stretch: Stretch) -> bool:
        first, last = stretch.labels
        return bool(last) and (
            width(first, _SIZE, bold=True) + width(last, _SIZE, bold=True) + _GAP > stretch.cells * CELL
        )


def _free(rows: list[list[tuple[float, float]]], left: float, right: float) -> int:
    """The first row with room between left and right, which are then taken."""
    for number, row in enumerate(rows):
        if all(right + _GAP <= first or last + _GAP <= left for first, last in row):
            row.append((left, right))
            return number
    rows.append([(left, right)])
    return len(rows) - 1


def _line(
    start: tuple[float, float], end: tuple[float, float], ink: str, wide: float, dashes: str | None = None
) -> str:
    (x1, y1), (x2, y2) = start, end
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=ink, stroke_width=wide, stroke_dasharray=dashes)

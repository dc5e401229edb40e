"""The bars of running intervals, in columns beside a spine."""

from collections.abc import Sequence

from timeline.views.pen import BARS, DIM, Pen, Span
from timeline.views.spine import Row


class Bars:
    """How bars are drawn beside a row, in columns that are taken from the spine outwards.

    `hidden_width` are the cells in which running intervals without a bar are counted.
    """

    def __init__(self, pen: Pen, columns: Sequence[int], hidden_width: int) -> None:
        self.glyphs = pen.glyphs
        self.colour = pen.colour
        self.columns = columns
        self.hidden_width = hidden_width
        self.known: dict[tuple[int, int, str], list[Span]] = {}

    def connected(self, row: Row, hidden: str) -> list[Span]:
        """The bars beside an event: one that begins or ends here is joined to the spine."""
        if row.column < 0:
            return self.beside(row.below, -1, "", hidden)
        begins = row.brief or row.below >> row.column & 1
        corner = self.glyphs.bar_top if begins else self.glyphs.bar_bottom
        return self.corner(row.above & row.below, row.column, corner, hidden)

    def corner_row(self, row: Row, joint: str) -> list[Span]:
        """The bars beside the row at which one has ended, or begins."""
        ends = row.above >> row.column & 1
        corner = self.glyphs.bar_bottom if ends else self.glyphs.bar_top
        return [*self.corner(row.above & row.below, row.column, corner, ""), (joint, DIM)]

    def corner(self, running: int, at: int, corner: str, hidden: str) -> list[Span]:
        """The bars beside a line on which one of them turns to the spine."""
        glyphs, style = self.glyphs, BARS[at]
        spans: list[Span] = [(f"{hidden:<{self.hidden_width}}", DIM)] if self.hidden_width else []
        for column in self.columns:
            if column < at:
                spans.append((glyphs.bar + " " if running >> column & 1 else "  ", BARS[column]))
            elif column == at:
                spans.append((corner + glyphs.bar_across, style))
            else:
                crossed = glyphs.bar_crossed if running >> column & 1 else glyphs.bar_across
                spans.append((crossed + glyphs.bar_across, style))
        return spans

    def beside(self, running: int, at: int, glyph: str, hidden: str = "") -> list[Span]:
        """The bars that run beside a line, and a glyph in one column."""
        known = self.known.get((running, at, glyph + hidden))
        if known is None:
            known = [(f"{hidden:<{self.hidden_width}}", DIM)] if self.hidden_width else []
            for column in self.columns:
                here = glyph if column == at else self.glyphs.bar if running >> column & 1 else " "
                known.append((here + " ", BARS[column]))
            if not self.colour:
                known = [("".join([text for text, _ in known]), None)] if known else []
            self.known[running, at, glyph + hidden] = known
        return known

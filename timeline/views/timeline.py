"""The default picture: events down a spine, in the order of time, each as closely as its date is known."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from timeline.counting import counted
from timeline.dates.written import written_beside
from timeline.query.relations import Relations, relations_of
from timeline.views.bars import Bars
from timeline.views.cells import pad_left, width, wrap
from timeline.views.drawn import Drawn
from timeline.views.glyphs import MEANINGS, QUALIFIER_MARKS, QUALIFIER_MEANINGS, RIVAL_MEANING, mark_of
from timeline.views.ink import Segment
from timeline.views.options import Shown, ViewOptions
from timeline.views.pen import BOLD, DATE, DIM, HEADING, ITALIC_DIM, Pen, Span
from timeline.views.phrases import (
    date_lines,
    detail_groups,
    legend,
    lines_below,
    named,
    relation_groups,
    title_spans,
)
from timeline.views.spine import END, EVENT, FOR_EVER, RIVAL, Row, rows_of
from timeline.views.steps import Step, steps
from timeline.views.words import date_words, interval_ends, sources_words


def draw_timeline(shown: Sequence[Shown], options: ViewOptions) -> Drawn:
    """A vertical spine with the events beside it."""
    return Drawn(options, partial(_lines, shown, options))


def _lines(shown: Sequence[Shown], options: ViewOptions, pen: Pen, cells: int) -> Iterator[Segment]:
    if shown:
        yield from _Spine(shown, options, pen, cells).segments()


class _Spine:
    """One drawing: its columns, and what of the legend it has used."""

    def __init__(self, shown: Sequence[Shown], options: ViewOptions, pen: Pen, cells: int) -> None:
        self.shown = shown
        self.options = options
        self.pen = pen
        self.glyphs = pen.glyphs
        self.cells = cells
        self.relations = relations_of([one.event for one in shown])
        self.dates = [pen.text(date_words(one.event.date)) for one in shown]
        most = 3 if cells >= 72 else 2 if cells >= 50 else 1
        self.rows, used = rows_of(shown, most, options)
        self.steps = list(steps(self.rows, shown, options))
        self.date_width = self._date_width()
        self.hidden_width = 4 if any(row.hidden for row in self.rows) else 0
        self.room = max(cells - self.date_width - self.hidden_width - 2 * used.bit_count() - 5, 8)
        self.bars = Bars(pen, range(most - used.bit_count(), most), self.hidden_width)
        self.marks: set[str] = set()
        self.qualifiers: set[int] = set()
        self.rivals = False

    def _date_width(self) -> int:
        """How wide the dates' column is: years stand out to its left, an interval's dash stays with its start."""
        longest = max(map(len, self.dates))
        years = min(max(len(self.pen.text(step.year)) for step in self.steps), 18)
        if self.cells >= 72:
            return max(min(14, longest + 2), years)
        lines = [
            width(line)
            for one, text in zip(self.shown, self.dates, strict=True)
            if len(text) > 11 and one.event.date.is_interval
            for line in date_lines(one.event.date, text, 12, self.pen)
        ]
        return max(min(11, longest), years, *lines)

    def segments(self) -> Iterator[Segment]:
        line = self.pen.line
        for step in self.steps:
            for spans in self._pause(step):
                yield from line(spans)
            row = step.row
            lines = (
                self._event(row)
                if row.what == EVENT
                else self._rival(row)
                if row.what == RIVAL
                else self._interval_end(row)
            )
            for spans in lines:
                yield from line(spans)
        yield from self._legend()

    def _pause(self, step: Step) -> Iterator[list[Span]]:
        """The lines between two events: a new year at the left, the elapsed time at the right."""
        if not step.passed and not step.year:
            return
        year = self.pen.cut(self.pen.text(step.year), self.date_width)
        for words in wrap(self.pen.text(step.passed), self.room):
            spans: list[Span] = [(year + " " * (self.date_width - width(year) + 1), HEADING)]
            spans += self.bars.beside(step.row.above, -1, "")
            spans.append((f"{' ' if step.first else self.glyphs.pause}  ", DIM))
            spans.append((words, ITALIC_DIM))
            year = ""
            yield spans

    def _event(self, row: Row) -> Iterator[list[Span]]:
        shown = self.shown[row.index]
        event, pen = shown.event, self.pen
        dates = date_lines(event.date, self.dates[row.index], self.date_width, pen)
        dates += lines_below(pen.text(written_beside(event.date, event.date_as_written)), self.date_width)
        mark = "context" if shown.context else mark_of(event.date)
        qualifier = event.date.qualifier
        self.marks.add(mark)
        self.qualifiers.add(qualifier)
        glyph = self.glyphs.marks[mark] + QUALIFIER_MARKS[qualifier]
        dim = DIM if shown.context else None
        texts = list(pen.wrapped(title_spans(shown, pen), self.room))
        texts += self._details(detail_groups(event, pen, plain=shown.context))
        relations = self.relations.get(row.index) or Relations()
        texts += self._details(relation_groups(shown, relations, self.shown, pen, self.room))
        height = max(len(texts), len(dates), 2 if row.column >= 0 and row.brief else 1)
        spine = self.glyphs.spine
        for number in range(height):
            date = dates[number] if number < len(dates) else ""
            spans: list[Span] = [(" " * (self.date_width - width(date)) + date + " ", dim or DATE)]
            if number == 0:
                hidden = f"+{row.hidden}" if row.hidden else ""
                spans += self.bars.connected(row, hidden)
                spans.append((glyph + " ", dim or BOLD))
            elif row.brief and number == height - 1:
                spans += self.bars.corner(row.above, row.column, self.glyphs.bar_bottom, "")
                spans.append((self.glyphs.joint + "  ", DIM))
            else:
                below = row.below | 1 << row.column if row.brief else row.below
                spans += self.bars.beside(below, -1, "")
                spans.append((spine + "  ", DIM))
            if number < len(texts):
                spans += texts[number]
            yield spans

    def _rival(self, row: Row) -> Iterator[list[Span]]:
        """A date that sources give instead: a hollow mark that names its event, and them."""
        shown, pen, claim = self.shown[row.index], self.pen, row.claim
        assert claim is not None
        dates = date_lines(claim.date, pen.text(date_words(claim.date)), self.date_width, pen)
        self.qualifiers.add(claim.date.qualifier)
        self.rivals = True
        words = (
            f"{named(shown.event, pen, self.room - 2)} according to {pen.text(sources_words(claim.sources))}"
        )
        texts = wrap(words, self.room)
        for number in range(max(len(dates), len(texts))):
            date = dates[number] if number < len(dates) else ""
            mark = f"{self.glyphs.rival}{QUALIFIER_MARKS[claim.date.qualifier]} " if number == 0 else ""
            yield [
                (pad_left(date, self.date_width) + " ", DIM if shown.context else DATE),
                *self.bars.beside(row.below, -1, ""),
                (mark or f"{self.glyphs.spine}  ", DIM),
                (texts[number] if number < len(texts) else "", DIM),
            ]

    def _details(self, groups: Iterable[list[Span]]) -> list[list[Span]]:
        """The groups in lines: each stays whole where it can, without the joint at a line's start."""
        lines: list[list[Span]] = []
        used = self.room
        for group in groups:
            cells = sum([width(text) for text, _ in group])
            if lines and used + cells <= self.room:
                lines[-1] += group
                used += cells
                continue
            lines += self.pen.wrapped(group[1:] if lines or group[0][0] == "" else group, self.room)
            used = sum([width(text) for text, _ in lines[-1]])
        return lines

    def _interval_end(self, row: Row) -> Iterator[list[Span]]:
        """The row at which an interval's bar has ended, or shows that it has no end in sight."""
        pen, event = self.pen, self.shown[row.index].event
        end = interval_ends(event.date)[1]
        first, last = self.glyphs.quotes
        title = pen.text(event.title)
        if row.what == END:
            assert end is not None
            date, words = pen.text(date_words(end)), "end of"
            mark = QUALIFIER_MARKS[end.qualifier]
            self.qualifiers.add(end.qualifier)
            spans = self.bars.corner_row(row, self.glyphs.joint)
        else:
            side, text = (
                ("end", event.date.text.partition("/")[2])
                if row.what == FOR_EVER
                else ("start", event.date.text)
            )
            date, mark = "", " "
            words = f"{'no' if text.startswith('..') else 'unknown'} {side}:"
            arrow = self.glyphs.bar_for_ever if row.what == FOR_EVER else self.glyphs.bar_from_ever
            spans = [*self.bars.beside(row.above | row.below, row.column, arrow), (self.glyphs.spine, DIM)]
        dates = wrap(date, self.date_width)
        text = pen.cut(
            f"{words} {first}{pen.cut(title, max(self.room - len(words) - 3, 1))}{last}", self.room
        )
        for number, date in enumerate(dates):
            yield [
                (pad_left(date, self.date_width) + " ", DATE),
                *(spans if number == 0 else [*self.bars.beside(row.below, -1, ""), (self.glyphs.spine, DIM)]),
                (f"{mark} {text}" if number == 0 else "", DIM),
            ]

    def _legend(self) -> Iterator[Segment]:
        """What the glyphs that were used mean, and how many events there are."""
        pen, glyphs = self.pen, self.glyphs
        parts = [(glyphs.marks[mark], meaning) for mark, meaning in MEANINGS.items() if mark in self.marks]
        parts += [
            (QUALIFIER_MARKS[qualifier], QUALIFIER_MEANINGS[qualifier])
            for qualifier in sorted(self.qualifiers)
            if qualifier
        ]
        if self.rivals:
            parts.append((glyphs.rival, RIVAL_MEANING))
        if self.hidden_width:
            parts.append(("+n", "intervals running, without a bar"))
        context = sum(one.context for one in self.shown)
        total = counted(len(self.shown) - context, "event")
        if context:
            total += f", {context:,} as context"
        yield from pen.line([])
        yield from legend(parts, total, pen, self.cells)

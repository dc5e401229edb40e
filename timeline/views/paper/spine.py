"""A timeline for paper: the events down a spine, each with its whole title and what is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.counting import counted
from timeline.dates.event_date import EventDate
from timeline.dates.written import written_beside
from timeline.query.relations import Relations, relations_of
from timeline.views.options import Shown, ViewOptions
from timeline.views.paper.key import key
from timeline.views.paper.letters import balanced, line_height, width, wrap
from timeline.views.paper.notes import first_link
from timeline.views.paper.pen import Sheet, days_data, group, moved, plain, text
from timeline.views.paper.sheets import Block, Picture, room
from timeline.views.paper.spine_marks import Bars, blank, kind_of, mark, signs
from timeline.views.paper.spine_words import date_lines, detail_lines, quoted
from timeline.views.spine import END, EVENT, FOR_EVER, RIVAL, Row, rows_of
from timeline.views.steps import Step, steps
from timeline.views.words import date_words, interval_ends, sources_words

_COLUMNS = 4  # bars of intervals beside the spine, at most
_DATE, _TITLE, _DETAIL, _YEAR, _PASSED = 11.5, 14.0, 11.5, 15.0, 10.5
_LEAST_DATE, _MOST_DATE = 60.0, 140.0
_BESIDE = 16.0  # pixels from the spine to what stands beside it
_TOP, _BELOW = 3.0, 7.0  # pixels above and below an event
_BRIEF = 30.0  # of an interval that is over before the next event, at least


def draw(shown: Sequence[Shown], options: ViewOptions, sheet: Sheet) -> Picture:
    """The timeline, a block for each of its rows."""
    if not shown:
        return Picture(what="Timeline of no events", blocks=[])
    spine = _Spine(shown, options, sheet)
    blocks = [spine.block(step) for step in steps(spine.rows, shown, options)]
    context = sum(one.context for one in shown)
    total = counted(len(shown) - context, "event") + (f", {context:,} as context" if context else "")
    return Picture(what="Timeline", blocks=blocks, foot=[key(signs(spine.used, sheet.colours), total, sheet)])


@dataclass(slots=True)
class _Spine:
    """Columns from left to right: dates, bars of intervals, the spine, what is said. `used` is for the key."""

    shown: Sequence[Shown]
    options: ViewOptions
    sheet: Sheet
    used: set[str] = field(default_factory=set)
    rows: list[Row] = field(init=False)
    bars: Bars = field(init=False)
    relations: dict[int, Relations] = field(init=False)
    dates: float = field(init=False)  # where dates end

    def __post_init__(self) -> None:
        shown, options = self.shown, self.options
        self.rows, used = rows_of(shown, _COLUMNS, options)
        columns = [column for column in range(_COLUMNS) if used >> column & 1]
        self.relations = relations_of([one.event for one in shown])
        longest = max(width(plain(date_words(one.event.date)), _DATE) for one in shown)
        self.dates = min(max(longest, _LEAST_DATE), _MOST_DATE, 0.3 * room(self.sheet))
        self.bars = Bars(self.dates + 14, columns, self.sheet.colours)

    @property
    def beside(self) -> float:
        """Where what is said begins."""
        return self.bars.spine + _BESIDE

    @property
    def room(self) -> float:
        """How wide it may be."""
        return room(self.sheet) - self.beside

    def block(self, step: Step) -> Block:
        """A row, under the year and the time that stand before it: no page comes between."""
        row = step.row
        before = self._before(step)
        block = {EVENT: self._event, RIVAL: self._rival}.get(row.what, self._end)(row)
        return Block(before.height + block.height, before.inside + moved(block.inside, 0, before.height))

    def _before(self, step: Step) -> Block:
        """What stands above an event: a new year, and the time that has passed."""
        if not step.year and not step.passed:
            return Block(0, "")
        colours = self.sheet.colours
        passed = wrap(plain(step.passed), self.room, _PASSED)
        year = wrap(plain(step.year), self.dates, _YEAR, bold=True)
        above = line_height(_PASSED) * len(passed), line_height(_YEAR) * len(year)
        height = max(26.0 if year else 20.0, above[0] + 8, above[1] + 4)
        inside = "" if step.first else self.bars.line(0, height, dashes="1.5 3")
        inside += self.bars.running(step.row.above, height)
        if passed:
            y = (height - above[0]) / 2
            inside += text(self.beside, y, passed, _PASSED, colours.muted, italic=True)
        if year:
            y = height - above[1] - 2
            inside += text(self.dates, y, year, _YEAR, colours.ink, bold=True, anchor="end")
        return Block(height, inside)

    def _event(self, row: Row) -> Block:
        shown, colours = self.shown[row.index], self.sheet.colours
        event, ink = shown.event, colours.muted if shown.context else colours.ink
        dates = date_lines(event.date, self.dates, _DATE)
        if written := plain(written_beside(event.date, event.date_as_written)).strip():
            dates += wrap(written, self.dates, _DATE)
        title = balanced(plain(event.title), self.room, _TITLE, bold=True)
        details = list(detail_lines(shown, self.relations.get(row.index), self.shown, self.room, _DETAIL))
        size = line_height(_TITLE)
        y = _TOP + size * len(title)
        said = text(self.beside, _TOP, title, _TITLE, ink, bold=True)
        said += text(self.beside, y, details, _DETAIL, colours.muted) if details else ""
        y += line_height(_DETAIL) * len(details)
        height = max(y, _TOP + line_height(_DATE) * len(dates) + 2, _BRIEF * row.brief) + _BELOW
        said += text(self.dates, _TOP + (size - line_height(_DATE)) / 2, dates, _DATE, ink, anchor="end")
        middle = _TOP + size / 2
        running = row.above & row.below if row.column >= 0 and not row.brief else row.below
        behind = self._behind(row, running, middle, height)
        kind = kind_of(shown)
        self.used |= {kind, "context"} if shown.context else {kind}
        drawn = blank(self.bars.spine, middle, colours) + self._mark(kind, middle, event.date, ink)
        return Block(
            height,
            behind
            + group(
                drawn + said,
                title=plain(f"{date_words(event.date)}: {event.title}"),
                link=first_link(event.sources, self.sheet),
                data={"date": event.date.text, "event": plain(event.id)},
            ),
        )

    def _rival(self, row: Row) -> Block:
        """A date that sources give instead: a hollow mark that names its event, and them."""
        event, claim, colours = self.shown[row.index].event, row.claim, self.sheet.colours
        assert claim is not None
        self.used.add("rival")
        dates = date_lines(claim.date, self.dates, _DATE)
        height, middle, said = self._aside(
            dates, f"{quoted(event)} according to {sources_words(claim.sources)}"
        )
        drawn = blank(self.bars.spine, middle, colours) + self._mark("rival", middle, claim.date, colours.ink)
        data = {"date": claim.date.text, "event": plain(event.id)}
        link = first_link(claim.sources, self.sheet)
        behind = self._behind(row, row.below, middle, height)
        return Block(height, behind + group(drawn + said, link=link, data=data))

    def _end(self, row: Row) -> Block:
        """The row at which the bar of an interval has ended, or shows that it has no end in sight."""
        event = self.shown[row.index].event
        start, _, last = event.date.text.partition("/")
        end = interval_ends(event.date)[1]
        if row.what == END and end is not None:
            dates, words = date_lines(end, self.dates, _DATE), "end of"
        else:
            side, edtf = ("end", last) if row.what == FOR_EVER else ("start", start)
            dates, words = [], f"{'no' if edtf == '..' else 'unknown'} {side}:"
        height, middle, said = self._aside(dates, f"{words} {quoted(event)}")
        return Block(height, self._behind(row, row.above & row.below, middle, height) + said)

    def _aside(self, dates: Sequence[str], words: str) -> tuple[float, float, str]:
        """A row that is no event: its height, where its mark stands, and what is said."""
        muted, lines = self.sheet.colours.muted, wrap(plain(words), self.room, _DETAIL)
        height = max(line_height(_DATE) * len(dates), line_height(_DETAIL) * len(lines)) + 10
        said = text(self.dates, 4, dates, _DATE, muted, anchor="end") if dates else ""
        said += text(self.beside, 4, lines, _DETAIL, muted)
        return height, 4 + line_height(_DETAIL) / 2, said

    def _behind(self, row: Row, running: int, middle: float, height: float) -> str:
        joined = self.bars.joined(row, middle, height) if row.column >= 0 else ""
        return self.bars.line(0, height) + self.bars.running(running, height) + joined

    def _mark(self, kind: str, y: float, date: EventDate, ink: str) -> str:
        drawn = mark(kind, self.bars.spine, y, ink, self.sheet.colours)
        return group(drawn, data=days_data(date.first_day, date.last_day))

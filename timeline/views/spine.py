"""Which rows a timeline has, and which bars run beside each: one a running interval, in a few columns.

A bar begins at its interval's event and runs down to a row of its own where the interval has ended, before the
first event that is certainly later. An interval that ends before the next event begins needs no such row, and
one that finds every column taken gets no bar: it is counted instead. In a drawing that runs backwards in time
all of this is turned upside down.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush

from timeline.dates.event_date import EventDate
from timeline.query.claims import Claim, rivals
from timeline.views.options import Shown, ViewOptions

EVENT, END, FROM_EVER, FOR_EVER, RIVAL = "event", "end", "from ever", "for ever", "rival"


class Row:
    """One row: an event, the end of an interval, an interval's open end, or a rival date of an event (`claim`).

    `index` is the event's place among those drawn. `above` and `below` are the bars that run over and under the
    row, a bit a column; `column` is the one whose bar begins or ends here, or -1. `brief` marks an interval that
    is over before the next event. `hidden` counts the running intervals without a bar.
    """

    __slots__ = ("above", "below", "brief", "claim", "column", "hidden", "index", "what")

    def __init__(  # noqa: PLR0913 - a row is all of this
        self,
        what: str,
        index: int,
        above: int = 0,
        below: int = 0,
        *,
        column: int = -1,
        brief: bool = False,
        hidden: int = 0,
        claim: Claim | None = None,
    ) -> None:
        self.what = what
        self.index = index
        self.above = above
        self.below = below
        self.column = column
        self.brief = brief
        self.hidden = hidden
        self.claim = claim


def rows_of(events: Sequence[Shown], columns: int, options: ViewOptions) -> tuple[list[Row], int]:
    """The rows of a timeline, and as bits which columns its bars stand in: none where events do not come in the order of time."""
    if options.chronological:
        laid = rows(events, columns, backwards=options.reversed)
    else:
        laid = rows_without_bars(events)
    used = 0
    for row in laid:
        used |= row.above | row.below | (1 << row.column if row.column >= 0 else 0)
    return laid, used


def rows(events: Sequence[Shown], columns: int, *, backwards: bool = False) -> list[Row]:
    """The rows of a timeline whose events come in the order of time, or backwards."""
    if not backwards:
        return list(_with_rivals(_Layout(events, columns).rows(), events))
    last = len(events) - 1
    laid = list(_with_rivals(_Layout(events[::-1], columns).rows(), events[::-1]))
    laid.reverse()
    for row in laid:
        row.index = last - row.index
        row.above, row.below = row.below, row.above
        if row.brief:  # its bar would stand on its head
            row.brief, row.column = False, -1
    return laid


def rows_without_bars(events: Sequence[Shown]) -> list[Row]:
    """The rows where the events do not come in the order of time: neighbours say nothing about each other."""
    return [
        row
        for index, one in enumerate(events)
        for row in (
            Row(EVENT, index),
            *(Row(RIVAL, index, claim=claim) for claim in rivals(one.event)),
        )
    ]


def _with_rivals(laid: Iterable[Row], events: Sequence[Shown]) -> Iterator[Row]:
    """The rows, and among them, in the order of time, the dates that sources give instead of an event's own."""
    waiting = [(claim, index) for index, one in enumerate(events) for claim in rivals(one.event)]
    waiting.sort(key=lambda rival: rival[0].date.sort_key, reverse=True)
    running = 0
    for row in laid:
        while waiting and _stands_before(waiting[-1][0].date, row, events[row.index].event.date):
            claim, index = waiting.pop()
            yield Row(RIVAL, index, running, running, claim=claim)
        running = row.below
        yield row
    for claim, index in reversed(waiting):
        yield Row(RIVAL, index, claim=claim)


def _stands_before(rival: EventDate, row: Row, date: EventDate) -> bool:
    """Whether a rival date comes before the row of an event of a date."""
    if row.what == EVENT:
        return rival.sort_key < date.sort_key
    if row.what == END:
        first = rival.last_day if rival.first_day is None else rival.first_day  # as the order has it
        last = date.last_day
        return first is None or (last is not None and first <= last)
    return row.what == FOR_EVER


class _Layout:
    """The bars that run while one goes down the events."""

    def __init__(self, events: Sequence[Shown], columns: int) -> None:
        self.events = events
        self.columns = columns
        self.running = 0
        self.ends: list[tuple[int, int, int]] = []  # last day, index, column
        self.hidden: list[int] = []  # last days
        self.endless = 0  # hidden and without an end
        self.from_ever: dict[int, int] = {}  # index -> column
        self.for_ever: list[tuple[int, int]] = []

    def rows(self) -> Iterator[Row]:
        dates = [shown.event.date for shown in self.events]
        for index, date in enumerate(dates):
            if date.is_interval and date.open_start and not date.open_end:
                column = self._take()
                if column >= 0:
                    self.from_ever[index] = column
                    yield self._row(Row(FROM_EVER, index, self.running & ~(1 << column), column=column))
        last = len(dates) - 1
        for index, date in enumerate(dates):
            day = date.first_day if date.first_day is not None else date.last_day
            if day is not None and (self.ends or self.hidden):
                yield from self._ended_before(day)
            above = self.running
            if not date.is_interval:
                yield Row(EVENT, index, above, above, hidden=len(self.hidden) + self.endless)
                continue
            following = None
            if index < last:
                following = dates[index + 1].first_day
                if following is None:
                    following = dates[index + 1].last_day
            yield self._row(
                self._interval(
                    index, date.last_day, following, open_start=date.open_start, last=index == last
                )
            )
        yield from self._ended_before(None)
        for index, column in self.for_ever:
            above = self.running
            self.running &= ~(1 << column)
            yield self._row(Row(FOR_EVER, index, above, column=column))

    def _interval(
        self, index: int, end: int | None, following: int | None, *, open_start: bool, last: bool
    ) -> Row:
        above = self.running
        if open_start and end is not None:
            column = self.from_ever.pop(index, -1)
            if column >= 0:
                self.running &= ~(1 << column)
            return Row(EVENT, index, above, column=column)
        brief = end is not None and (last or (following is not None and end < following))
        column = self._take()
        if brief:
            if column >= 0:
                self.running = above
            return Row(EVENT, index, above, column=column, brief=column >= 0)
        if column >= 0 and end is not None:
            heappush(self.ends, (end, index, column))
        elif column >= 0:
            self.for_ever.append((index, column))
        elif end is not None:
            heappush(self.hidden, end)
        else:
            self.endless += 1
        return Row(EVENT, index, above, column=column)

    def _ended_before(self, day: int | None) -> Iterator[Row]:
        while self.hidden and (day is None or self.hidden[0] < day):
            heappop(self.hidden)
        while self.ends and (day is None or self.ends[0][0] < day):
            _, index, column = heappop(self.ends)
            above = self.running
            self.running &= ~(1 << column)
            yield self._row(Row(END, index, above, column=column))

    def _row(self, row: Row) -> Row:
        row.below = self.running
        row.hidden = len(self.hidden) + self.endless
        return row

    def _take(self) -> int:
        """The free column nearest to the spine, now taken; -1 when there is none."""
        for column in range(self.columns - 1, -1, -1):
            if not self.running >> column & 1:
                self.running |= 1 << column
                return column
        return -1

"""What stands between the rows of a timeline: a new year, and the time that has passed since the event before."""

from collections.abc import Iterator, Sequence

from timeline.dates.elapsed import elapsed, may_end_before
from timeline.tuples import NamedTuple
from timeline.views.options import Shown, ViewOptions
from timeline.views.spine import END, EVENT, RIVAL, Row
from timeline.views.words import heading

_FROM_STARTS = " from start to start"


class Step(NamedTuple):
    """A row; before it `year`, the heading of a new year, and `passed`, the time since the event before, or nothing."""

    row: Row
    year: str = ""
    passed: str = ""
    first: bool = False  # no event stands before it


def steps(rows: Sequence[Row], shown: Sequence[Shown], options: ViewOptions) -> Iterator[Step]:
    """The rows with what stands before each: in the order of time, a year above the first date of it, whoever gives that."""
    previous: Row | None = None
    year, ended, apart = "", None, False
    for row in rows:
        new = ""
        if options.chronological and row.what in (EVENT, RIVAL):
            now = heading(row.claim.date if row.claim else shown[row.index].event.date)
            year, new = now, now if now != year else ""
        if row.what != EVENT:
            if row.what == RIVAL:
                apart = True
            elif row.what == END:
                day = shown[row.index].event.date.last_day
                ended = day if ended is None or day is None else max(day, ended)
            yield Step(row, new, first=previous is None)
            continue
        passed = ""
        if options.chronological:
            passed = _passed(previous, row, ended, shown, backwards=options.reversed)
            if passed and apart:
                passed = passed.removesuffix(_FROM_STARTS) + " from event to event"
        yield Step(row, new, passed, first=previous is None)
        previous, ended, apart = row, None, False


def _passed(
    previous: Row | None, row: Row, ended: int | None, shown: Sequence[Shown], *, backwards: bool
) -> str:
    """The time between two events, and what it measures where it could be taken for the time after an end.

    `ended` is the last day on which a bar ends between the two.
    """
    if previous is None:
        return ""
    earlier, later = shown[previous.index].event.date, shown[row.index].event.date
    if backwards:
        earlier, later = later, earlier
    passed = elapsed(earlier, later)
    after_end = ended is not None and ended != earlier.last_day
    if passed and (after_end or may_end_before(earlier, later)):
        passed += _FROM_STARTS
    return passed

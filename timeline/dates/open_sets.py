"""One moment before, after or by a date, as EDTF sets with an open end: "before 2018" is `[..2017]`."""

from collections.abc import Callable
from typing import Final

from timeline.dates.stated import Said, unit_text
from timeline.errors import DateError, shown


def finer(one: str, other: str) -> str:
    """The more precise of two units."""
    order = ("day", "month", "season", "year", "years")
    return min(one, other, key=order.index)


def bounds(said: Said) -> tuple[int, int]:
    """The first and last day of a date. Raises DateError when one of them is open."""
    date = said.date
    if date.first_day is None or date.last_day is None:
        raise DateError(f"date {shown(said.words)} has no known first and last day", hint="give both ends")
    return date.first_day, date.last_day


def _before(said: Said) -> str:
    """One moment before the whole of a date."""
    # Earlier on the same day is before 15:00, too.
    day = bounds(said)[0] - (0 if said.time else 1)
    return f"[..{unit_text(day, said.unit)}{said.mark}]"


def _after(said: Said) -> str:
    """One moment after the whole of a date."""
    day = bounds(said)[1] + (0 if said.time else 1)
    return f"[{unit_text(day, said.unit)}{said.mark}..]"


def _by(said: Said) -> str:
    """One moment in a date or before it."""
    return f"[..{unit_text(bounds(said)[1], said.unit)}{said.mark}]"


def _not_before(said: Said) -> str:
    """One moment in a date or after it."""
    return f"[{unit_text(bounds(said)[0], said.unit)}{said.mark}..]"


OPEN_SETS: Final[dict[str, Callable[[Said], str]]] = {
    "before": _before,
    "after": _after,
    "by": _by,
    "not before": _not_before,
}

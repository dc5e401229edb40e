"""Which day is today, and what a typed date means on it."""

from datetime import datetime

from timeline.cli.options import Clock
from timeline.cli.words import note
from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.dates.reading import DayOrder, read_date
from timeline.errors import UsageError, shown


def today(clock: Clock) -> int:
    """The day number of today: the one given, or the real one."""
    real = datetime.now().astimezone()
    day = days_from_civil(real.year, real.month, real.day)
    if not clock.today:
        return day
    given = EventDate.parse(read_date(clock.today, today=day, order=day_order(clock)).edtf)
    if given.kind not in ("day", "time") or given.first_day is None:
        raise UsageError(f"--today {shown(clock.today)} is not one day", hint="write it like 2023-02-10")
    return given.first_day


def day_order(clock: Clock) -> DayOrder | None:
    """The order of day and month that was asked for, if one was."""
    if clock.day_first and clock.month_first:
        raise UsageError("--day-first and --month-first contradict each other", hint="give one of them")
    return DayOrder.DAY_FIRST if clock.day_first else DayOrder.MONTH_FIRST if clock.month_first else None


def typed_date(text: str, clock: Clock) -> str:
    """The EDTF of a date that a person typed; what was taken for granted is said on stderr."""
    understood = read_date(text, today=today(clock), order=day_order(clock))
    if understood.note:
        note(understood.note)
    return understood.edtf

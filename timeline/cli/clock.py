"""Which day is today, and which of two numbers is a day."""

from datetime import datetime

from timeline.cli.options import Clock
from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.dates.reading import read_date
from timeline.dates.understood import DayOrder
from timeline.errors import UsageError, shown


def today(clock: Clock) -> int:
    """The day number of today: the one given, or the real one."""
    real = datetime.now().astimezone()
    day = days_from_civil(real.year, real.month, real.day)
    return _day_of(clock, day) if clock.today else day


def _day_of(clock: Clock, real: int) -> int:
    edtf = read_date(clock.today, today=real, order=day_order(clock)).edtf
    return one_day(edtf, f"--today {shown(clock.today)}")


def one_day(edtf: str, said: str) -> int:
    """The number of the day that a date is; UsageError, with what was `said`, where it is none or several."""
    given = EventDate.parse(edtf)
    if given.kind not in ("day", "time") or given.first_day is None:
        raise UsageError(f"{said} is not one day", hint="write it like 2023-02-10")
    return given.first_day


def day_order(clock: Clock) -> DayOrder | None:
    """The order of day and month that was asked for, if one was."""
    if clock.day_first and clock.month_first:
        raise UsageError("--day-first and --month-first contradict each other", hint="give one of them")
    return DayOrder.DAY_FIRST if clock.day_first else DayOrder.MONTH_FIRST if clock.month_first else None

"""How what a person types is read as a date: on which day, and with which habits."""

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.cli.options import Clock
from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.errors import UsageError, shown

if TYPE_CHECKING:
    from timeline.said.understood import DateReader, DayOrder, Understood


_CALENDARS = {"": "", "gregorian": "", "julian": "julian"}


def today(clock: Clock) -> int:
    """The day number of today: the one given, or the real one."""
    real = datetime.now().astimezone()
    day = days_from_civil(real.year, real.month, real.day)
    return _day_of(clock, day) if clock.today else day


def date_reader(clock: Clock, calendar: str = "") -> "DateReader":
    """The reader of dates that a person types, with what the options say; `calendar` is that of dates which name none."""
    return _reader(clock, today(clock), calendar_of(calendar))


def calendar_of(named: str) -> str:
    """The calendar that `--calendar` names, "" for our own."""
    name = named.lower()
    if name not in _CALENDARS:
        raise UsageError(f"--calendar {shown(named)} is not known", hint="give julian or gregorian")
    return _CALENDARS[name]


def _reader(clock: Clock, day: int, calendar: str = "") -> "DateReader":
    # Only for those who type a date: 2 ms.
    from timeline.said.reading import read_date  # noqa: PLC0415

    order = day_order(clock)

    # Of the 100,000 dates of a table two thirds come again: a tenth of the time.
    @lru_cache(maxsize=1 << 14)
    def read(text: str) -> "Understood":
        return read_date(
            text,
            today=day,
            order=order,
            century=clock.century,
            language=clock.language.lower() or None,
            calendar=calendar,
        )

    return read


def _day_of(clock: Clock, real: int) -> int:
    edtf = _reader(clock, real)(clock.today).edtf
    return one_day(edtf, f"--today {shown(clock.today)}")


def one_day(edtf: str, said: str) -> int:
    """The number of the day that a date is; UsageError, with what was `said`, where it is none or several."""
    given = EventDate.parse(edtf)
    if given.kind not in ("day", "time") or given.first_day is None:
        raise UsageError(f"{said} is not one day", hint="write it like 2023-02-10")
    return given.first_day


def day_order(clock: Clock) -> "DayOrder | None":
    """The order of day and month that was asked for, if one was."""
    from timeline.said.understood import DayOrder  # noqa: PLC0415 - as above

    if clock.day_first and clock.month_first:
        raise UsageError("--day-first and --month-first contradict each other", hint="give one of them")
    return DayOrder.DAY_FIRST if clock.day_first else DayOrder.MONTH_FIRST if clock.month_first else None

"""Which day is today."""

from datetime import datetime

from timeline.cli.options import Clock
from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.errors import UsageError, shown


def today(clock: Clock) -> int:
    """The day number of today: the one given, or the real one."""
    real = datetime.now().astimezone()
    day = days_from_civil(real.year, real.month, real.day)
    return _day_of(clock, day) if clock.today else day


def _day_of(clock: Clock, real: int) -> int:
    # Only for those who say which day is today: 1 ms.
    from timeline.cli.typed import day_order  # noqa: PLC0415
    from timeline.dates.reading import read_date  # noqa: PLC0415

    given = EventDate.parse(read_date(clock.today, today=real, order=day_order(clock)).edtf)
    if given.kind not in ("day", "time") or given.first_day is None:
        raise UsageError(f"--today {shown(clock.today)} is not one day", hint="write it like 2023-02-10")
    return given.first_day

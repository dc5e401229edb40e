"""Which day is today."""

from datetime import datetime

from timeline.cli.options import Clock
from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.errors import DateError, UsageError, shown


def today(clock: Clock) -> int:
    """The day number of today: the one given, or the real one."""
    real = datetime.now().astimezone()
    day = days_from_civil(real.year, real.month, real.day)
    return _day_of(clock.today, day) if clock.today else day


def _day_of(text: str, real: int) -> int:
    try:
        given = EventDate.parse(text)
    except DateError:
        # Here, and not above: English with dateutil costs 45 ms to import, and most typed dates are EDTF.
        from timeline.dates.english import parse_english  # noqa: PLC0415

        given = EventDate.parse(parse_english(text, today=real).edtf)
    if given.kind not in ("day", "time") or given.first_day is None:
        raise UsageError(f"--today {shown(text)} is not one day", hint="write it like 2023-02-10")
    return given.first_day

"""What a person types where a date is wanted, read on the day that is today."""

from timeline.cli.clock import today
from timeline.cli.options import Clock
from timeline.cli.words import note
from timeline.dates.reading import DayOrder, read_date
from timeline.errors import UsageError


def typed_date(text: str, clock: Clock) -> str:
    """The EDTF of a date that a person typed; what was taken for granted is said on stderr."""
    understood = read_date(text, today=today(clock), order=day_order(clock))
    if understood.note:
        note(understood.note)
    return understood.edtf


def day_order(clock: Clock) -> DayOrder | None:
    """The order of day and month that was asked for, if one was."""
    if clock.day_first and clock.month_first:
        raise UsageError("--day-first and --month-first contradict each other", hint="give one of them")
    return DayOrder.DAY_FIRST if clock.day_first else DayOrder.MONTH_FIRST if clock.month_first else None

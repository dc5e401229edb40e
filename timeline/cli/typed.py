"""What a person types where a date is wanted, read on the day that is today."""

from timeline.cli.clock import day_order, today
from timeline.cli.options import Clock
from timeline.cli.words import note
from timeline.dates.reading import read_date


def typed_date(text: str, clock: Clock) -> str:
    """The EDTF of a date that a person typed; what was taken for granted is said on stderr."""
    understood = read_date(text, today=today(clock), order=day_order(clock))
    if understood.note:
        note(understood.note)
    return understood.edtf

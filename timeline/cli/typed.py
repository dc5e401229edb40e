"""What a person types where a date is wanted, read as the options say."""

from timeline.cli.clock import date_reader
from timeline.cli.options import Clock
from timeline.cli.words import note
from timeline.said.understood import Understood


def typed(text: str, clock: Clock) -> Understood:
    """A date that a person typed; what was taken for granted is said on stderr."""
    understood = date_reader(clock)(text)
    if understood.note:
        note(understood.note)
    return understood


def typed_date(text: str, clock: Clock) -> str:
    """The EDTF of a date that a person typed."""
    return typed(text, clock).edtf

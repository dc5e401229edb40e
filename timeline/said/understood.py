"""What a typed date is read as, and what its reader may be told first: the values that all readers of dates share."""

from collections.abc import Callable
from enum import Enum

from timeline.said.frozen import Frozen


class DayOrder(Enum):
    """Which of the first two numbers of `03/02/2023` is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Understood(Frozen):
    """A typed date as it will be stored, and what its reader should be told about it, if anything.

    `as_written` are the words where they name the day by another calendar, to be kept beside it.
    """

    edtf: str
    note: str | None = None
    as_written: str | None = None


DateReader = Callable[[str], Understood]
"""How a text is read as a date: on which day, in which order of day and month, century and language."""

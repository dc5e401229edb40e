"""What a typed date is read as, and what its reader may be told first: the values that all readers of dates share."""

from dataclasses import dataclass
from enum import Enum


class DayOrder(Enum):
    """Which of the first two numbers of `03/02/2023` is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A typed date as it will be stored, and what its reader should be told about it, if anything."""

    edtf: str
    note: str | None = None

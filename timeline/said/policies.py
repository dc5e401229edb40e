"""Which way a date leans that words leave open, by where they stand: the one table of it.

A standpoint is the day that something is said on. What is typed leans to the past, since a collection holds what has
happened; news leans to its dateline, and a history to the time it has reached.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Literal

from timeline.said.frozen import Frozen
from timeline.said.understood import DayOrder

Place = Literal["typed", "news", "narrative"]


class Lean(Enum):
    """Which one of many is meant: the latest that has begun, the nearest, the next to come; or nobody can tell."""

    LATEST = "latest"
    NEAREST = "nearest"
    NEXT = "next"
    REFUSE = "refuse"


_PLACES: tuple[Place, ...] = ("typed", "news", "narrative")
_ROWS = {  #                      typed        news          narrative
    "weekday":                  (Lean.LATEST, Lean.NEAREST, Lean.LATEST),
    "last weekday":             (Lean.LATEST, Lean.LATEST,  Lean.LATEST),
    "this weekday":             (Lean.REFUSE, Lean.NEAREST, Lean.NEAREST),
    "next weekday":             (Lean.REFUSE, Lean.NEXT,    Lean.NEXT),
    "day of a month":           (Lean.LATEST, Lean.NEAREST, Lean.NEXT),
    "day of the month":         (Lean.LATEST, Lean.NEAREST, Lean.NEXT),
    "month":                    (Lean.LATEST, Lean.LATEST,  Lean.NEXT),
    "last month":               (Lean.LATEST, Lean.LATEST,  Lean.LATEST),
    "next month":               (Lean.REFUSE, Lean.NEXT,    Lean.NEXT),
    "feast":                    (Lean.LATEST, Lean.NEAREST, Lean.NEXT),
}  # fmt: skip
LEANINGS: Mapping[tuple[str, Place], Lean] = {
    (kind, place): lean for kind, leans in _ROWS.items() for place, lean in zip(_PLACES, leans, strict=True)
}


class Standpoint(Frozen):
    """Where something is said: on the day number `today`, in a text of that sort, by someone with these habits.

    `order` is which of two numbers is the day, `century` the first of the hundred years that two digits may mean,
    `calendar` the one (of `timeline.dates.calendars`) of days and months that name none, "" our own.
    """

    today: int
    place: Place = "typed"
    order: DayOrder | None = None
    century: int | None = None
    calendar: str = ""

    def lean(self, kind: str) -> Lean:
        """Which way that kind of words leans here."""
        return LEANINGS[kind, self.place]

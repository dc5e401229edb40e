"""Which way a date leans that words leave open, by where they stand: the one table of it.

What is typed leans to the past, since a collection holds what has
happened; news leans to its dateline by the tense of the clause, and a history to the time it has reached.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Literal

from timeline.said.frozen import Frozen
from timeline.said.understood import DayOrder

PAST, UNTOLD, AHEAD = -1, 0, 1
"""The tense of a clause: it tells of what has been, of neither, or of what is to come."""

Place = Literal["typed", "past", "news", "ahead", "narrative"]
"""What is typed; news told in the past, in no tense that is known, of what is to come; a history."""


class Lean(Enum):
    """Which one of many is meant.

    The latest that has begun, the one before it, the nearest, the next to come; the one of the same week, month or year; one of the
    week after; the one that a story which runs on has come to; or nobody can tell.
    """

    LATEST = "latest"
    BEFORE = "before"
    NEAREST = "nearest"
    NEXT = "next"
    OWN = "own"
    WEEK_AFTER = "week after"
    TOLD = "told"
    REFUSE = "refuse"


_PLACES: tuple[Place, ...] = ("typed", "past", "news", "ahead", "narrative")
_ROWS = {  #                      typed        past         news          ahead            narrative
    "weekday":                  (Lean.LATEST, Lean.LATEST, Lean.LATEST,  Lean.NEXT,       Lean.NEXT),
    "last weekday":             (Lean.BEFORE, Lean.BEFORE, Lean.BEFORE,  Lean.BEFORE,     Lean.BEFORE),
    "this weekday":             (Lean.REFUSE, Lean.OWN,    Lean.OWN,     Lean.OWN,        Lean.OWN),
    "next weekday":             (Lean.REFUSE, Lean.WEEK_AFTER, Lean.WEEK_AFTER, Lean.WEEK_AFTER, Lean.NEXT),
    "weekend":                  (Lean.LATEST, Lean.LATEST, Lean.LATEST,  Lean.NEXT,       Lean.NEXT),
    "day of a month":           (Lean.LATEST, Lean.LATEST, Lean.NEAREST, Lean.NEXT,       Lean.TOLD),
    "day of the month":         (Lean.LATEST, Lean.LATEST, Lean.OWN,     Lean.NEXT,       Lean.OWN),
    "month":                    (Lean.LATEST, Lean.LATEST, Lean.LATEST,  Lean.NEXT,       Lean.TOLD),
    "season":                   (Lean.LATEST, Lean.LATEST, Lean.LATEST,  Lean.NEXT,       Lean.OWN),
    "quarter":                  (Lean.LATEST, Lean.LATEST, Lean.LATEST,  Lean.OWN,        Lean.OWN),
    "half":                     (Lean.LATEST, Lean.OWN,    Lean.OWN,     Lean.OWN,        Lean.OWN),
    "last month":               (Lean.LATEST, Lean.BEFORE, Lean.BEFORE,  Lean.BEFORE,     Lean.BEFORE),
    "this month":               (Lean.OWN,    Lean.OWN,    Lean.OWN,     Lean.OWN,        Lean.OWN),
    "next month":               (Lean.REFUSE, Lean.NEXT,   Lean.NEXT,    Lean.NEXT,       Lean.NEXT),
    "feast":                    (Lean.LATEST, Lean.LATEST, Lean.NEAREST, Lean.NEXT,       Lean.OWN),
}  # fmt: skip
LEANINGS: Mapping[tuple[str, Place], Lean] = {
    (kind, place): lean for kind, leans in _ROWS.items() for place, lean in zip(_PLACES, leans, strict=True)
}
_BY_TENSE: Mapping[int, Place] = {PAST: "past", UNTOLD: "news", AHEAD: "ahead"}


def place_of(tense: int, *, narrative: bool) -> Place:
    """Where a clause of a text stands: in a history, or in news of that tense."""
    return "narrative" if narrative else _BY_TENSE[tense]


class Standpoint(Frozen):
    """Where something is typed: on the day number `today`, by someone with these habits.

    `order` is which of two numbers is the day, `century` the first of the hundred years that two digits may mean,
    `calendar` the one (of `timeline.dates.calendars`) of days and months that name none, "" our own.
    """

    today: int
    order: DayOrder | None = None
    century: int | None = None
    calendar: str = ""

"""The year of a dateline that prints none: what the text bounds it by, and which weekday something was said on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from timeline.dates.calendar import WEEKDAY_NAMES, weekday
from timeline.dates.periods import Period
from timeline.drafts.dateline_why import (
    OLDEST,
    UNDATED,
    Bound,
    DatelineWhy,
    Earliest,
    NoSuchDay,
    Only,
    Several,
    Unbounded,
    dated_because,
)
from timeline.drafts.mention import Mention
from timeline.said.policies import AHEAD, PAST

_CLOSE = (
    1  # years between the newest date told and the dateline, beyond which the year is worth a second look
)

SaidOn: TypeAlias = "tuple[int, str] | None"
"""The weekday (Monday 0) on which something was said, and the words that say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when a text says it was written.

    `day` is None when no date is found or its year cannot be told; then `month_day` may hold what is printed and
    `candidates` the years that fit. `start` and `end` are the printed date's place in the text and `body` where it goes on
    behind the dateline or header, all 0 when there is none.
    """

    day: Period | None = None
    place: str = ""
    publisher: str = ""
    why: DatelineWhy = UNDATED
    start: int = 0
    end: int = 0
    body: int = 0
    month_day: tuple[int, int] | None = None
    candidates: tuple[int, ...] = ()

    @property
    def reason(self) -> str:
        """Why it is taken for the day, or why none is, in words."""
        return dated_because(self.why)

    @property
    def ambiguous(self) -> bool:
        """Whether the text prints a day and a month whose year only its reader can tell."""
        return self.day is None and self.month_day is not None


def day_index(year: int, month: int, day: int) -> int:
    """The day number of a date, of the 28th where the month is too short."""
    try:
        return Period.day(year, month, day).index
    except ValueError:
        return Period.day(year, month, 28).index


def dated(base: Dateline, year: int, why: DatelineWhy) -> Dateline:
    """The dateline in a year, and why in that one."""
    month, day = base.month_day or (1, 1)
    try:
        return replace(base, day=Period.day(year, month, day), why=why)
    except ValueError:
        return replace(base, why=NoSuchDay(month=month, day=day, year=year))


def inferred(
    base: Dateline,
    mentions: tuple[Mention, ...],
    printed: int | None,
    said: Callable[[], SaidOn],
    today: int | None,
) -> Dateline:
    """The dateline in the earliest year that fits what the text tells; without a year where several fit equally.

    `printed` is the weekday that the dateline prints, if any, and `said` gives the one on which something was said.
    """
    month, day = base.month_day or (1, 1)
    newest = _newest_past(mentions, today)
    latest = Period("day", today).year if today is not None else newest[0].year + 1 if newest else None
    if latest is None:
        return replace(base, why=Unbounded())
    first = newest[0].year if newest else latest - OLDEST
    years = [
        year
        for year in range(first, latest + 1)
        if _exists(year, month, day)
        and (today is None or day_index(year, month, day) <= today)
        and (newest is None or day_index(year, month, day) >= newest[0].first_day)
    ]
    on = said() if printed is None else (printed, WEEKDAY_NAMES[printed])
    bound = Bound(words=newest[1] if newest else "")
    if on is not None:
        reach = (0,) if printed is not None else (0, 1)
        fitting = [year for year in years if (weekday(day_index(year, month, day)) - on[0]) % 7 in reach]
        if fitting and newest:
            loose = fitting[0] - newest[0].year > _CLOSE
            why = Earliest(
                year=fitting[0],
                bound=bound,
                weekday=on[0],
                after=weekday(day_index(fitting[0], month, day)) != on[0],
                words=on[1],
                others=tuple(fitting[1:]) if loose else (),
            )
            return replace(dated(base, fitting[0], why), candidates=tuple(fitting))
        years = fitting or years
    if len(years) == 1:
        return replace(dated(base, years[0], Only(year=years[0], bound=bound)), candidates=tuple(years))
    return replace(base, why=Several(years=tuple(years), bound=bound), candidates=tuple(years))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        Period.day(year, month, day)
    except ValueError:
        return False
    return True


def _newest_past(mentions: tuple[Mention, ...], today: int | None) -> tuple[Period, str] | None:
    """The newest date with its year that the text tells of as past: a day, or a month or year that a past tense tells of."""
    best: tuple[Period, str] | None = None
    for mention in mentions:
        period = mention.period
        if mention.anchor is not None or mention.type not in ("DATE", "TIME") or period is None:
            continue
        if period.unit not in ("day", "month", "year") or (today is not None and period.first_day > today):
            continue
        if best and period.first_day <= best[0].first_day:
            continue
        if mention.tense == PAST or (mention.tense != AHEAD and period.unit == "day"):
            best = period, mention.text
    return best

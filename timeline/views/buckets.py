"""Calendar buckets, and how much of an event falls into each.

An event whose possible days all lie in one bucket counts there, whole. One that may fall into several is spread
over them by its possible days, evenly, since nothing says which is likelier. An interval counts where it starts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING

from timeline.dates.calendar import civil_from_days, days_from_civil
from timeline.dates.edtf_values import Interval, Point
from timeline.dates.event_date import EventDate
from timeline.dates.names import month_name, year_name, years_name
from timeline.errors import UsageError, shown
from timeline.query.spelling import nearest
from timeline.views.axis import Days
from timeline.views.marks import pieces
from timeline.views.words import day_name

if TYPE_CHECKING:
    from timeline.query.narrowing import Limits

PERIODS = ("day", "week", "month", "quarter", "year", "decade")
MOST_BUCKETS = 10_000
_PARTED = ("interval", "one-of", "all-of")  # kinds of dates that have ends, or members
_COMFORTABLE = 40  # rows of a picture that nobody asked to be finer


def number_of(day: int, per: str) -> int:
    """The number of the bucket that holds a day; neighbours have neighbouring numbers.

    >>> [number_of(19398, per) for per in PERIODS]  # 10 February 2023
    [19398, 2771, 24277, 8092, 2023, 202]
    """
    if per == "day":
        return day
    if per == "week":
        return (day + 3) // 7  # day 0 was a Thursday
    year, month, _ = civil_from_days(day)
    months = year * 12 + month - 1
    return {"month": months, "quarter": months // 3, "year": year, "decade": year // 10}[per]


def first_day_of(number: int, per: str) -> int:
    """The first day of a bucket; the inverse of `number_of`."""
    if per == "day":
        return number
    if per == "week":
        return number * 7 - 3
    months = number * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[per]
    return days_from_civil(months // 12, months % 12 + 1, 1)


def bucket_words(number: int, per: str) -> str:
    """What people call a bucket; a week is named by its Monday.

    >>> bucket_words(24277, "month"), bucket_words(8092, "quarter"), bucket_words(202, "decade")
    ('Feb 2023', 'Q1 2023', '2020s')
    """
    if per in ("day", "week"):
        return day_name(first_day_of(number, per))
    if per == "month":
        return f"{month_name(number % 12 + 1)} {year_name(number // 12)}"
    if per == "quarter":
        return f"Q{number % 4 + 1} {year_name(number // 4)}"
    if per == "year":
        return year_name(number)
    return f"{number * 10}s" if number >= 10 else years_name(number * 10, number * 10 + 9)


def possible_days(date: EventDate, limits: "Limits | None" = None) -> list[Days]:
    """The days within the limits of its event on which it may have started, in runs; none when they have no bound."""
    if not limits and date.kind not in _PARTED and date.first_day is not None and date.last_day is not None:
        return [(date.first_day, date.last_day)]  # as of most, which need not be parsed for it
    value = date.value
    if isinstance(value, Interval):
        start = value.start
        if not isinstance(start, Point):
            return []
        first, _ = (limits.of(date) if limits else None) or (None, None)
        return [(start.first_day if first is None else first, start.last_day)]
    runs: list[Days] = []
    for piece in pieces(date, limits):
        if piece.first is None or piece.last is None:
            return []
        if runs and piece.first <= runs[-1][1] + 1:
            runs[-1] = runs[-1][0], max(runs[-1][1], piece.last)
        else:
            runs.append((piece.first, piece.last))
    return runs


def fit_period(events: Sequence[Sequence[Days]], per: str | None, times: Sequence[int] | None = None) -> str:
    """The period asked for, or the finest that makes a comfortable picture and holds most events whole.

    Each event is its runs of possible days, and stands for one, or as many as `times` says. UsageError when the period is unknown, or when there would be more
    buckets than anyone can look at.
    """
    if per is not None and per not in PERIODS:
        raise UsageError(f"buckets per {shown(per)} are not known", hint=nearest(per, PERIODS))
    ends = [(runs[0][0], runs[-1][1]) for runs in events if runs]
    weights = [number for runs, number in zip(events, times or repeat(1, len(events)), strict=True) if runs]
    if not ends:
        return per or "year"
    first, last = min(first for first, _ in ends), max(last for _, last in ends)
    counts = {name: number_of(last, name) - number_of(first, name) + 1 for name in PERIODS}
    chosen = per or next(
        (name for name in PERIODS if counts[name] <= _COMFORTABLE and _holds_most(ends, weights, name)),
        "decade",
    )
    if counts[chosen] > MOST_BUCKETS:
        coarser = next((name for name in PERIODS if counts[name] <= MOST_BUCKETS), None)
        raise UsageError(
            f"{counts[chosen]:,} {chosen}s from {day_name(first)} to {day_name(last)} are too many to draw",
            hint=f"use --per {coarser}" if coarser else "choose fewer events with --since and --until",
        )
    return chosen


def _holds_most(ends: Sequence[Days], times: Sequence[int], per: str) -> bool:
    whole = sum(
        number
        for (first, last), number in zip(ends, times, strict=True)
        if number_of(first, per) == number_of(last, per)
    )
    return 2 * whole >= sum(times)


@dataclass(slots=True)
class Counts:
    """How many events fall into each bucket from `first` to `last`: for certain, and spread over several."""

    per: str
    first: int
    last: int
    events: int = 0
    apart: int = 0  # events without a bound, in no bucket
    certain: list[int] = field(default_factory=list)
    spread: list[float] = field(default_factory=list)
    spread_events: int = 0
    _rates: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        size = self.last - self.first + 1
        self.certain, self.spread, self._rates = [0] * size, [0.0] * size, [0.0] * (size + 1)

    def add(self, runs: Sequence[Days], times: int = 1) -> None:
        """Count an event, or so many, that may have happened on any of these days."""
        self.events += times
        if not runs:
            self.apart += times
            return
        first = number_of(runs[0][0], self.per)
        if first == number_of(runs[-1][1], self.per):
            self.certain[first - self.first] += times
            return
        self.spread_events += times
        share = times / sum(last - first + 1 for first, last in runs)
        for start, end in runs:
            self._spread(start, end, share)

    def _spread(self, start: int, end: int, share: float) -> None:
        """Give each bucket its share of every day from start to end: the outer ones now, those between at the close."""
        first, last = number_of(start, self.per), number_of(end, self.per)
        if first == last:
            self.spread[first - self.first] += share * (end - start + 1)
            return
        self.spread[first - self.first] += share * (first_day_of(first + 1, self.per) - start)
        self.spread[last - self.first] += share * (end - first_day_of(last, self.per) + 1)
        self._rates[first + 1 - self.first] += share
        self._rates[last - self.first] -= share

    def close(self) -> None:
        """Add what wide dates give to the buckets between their outer ones."""
        rate, day = 0.0, first_day_of(self.first, self.per)
        for number in range(len(self.certain)):
            following = first_day_of(self.first + number + 1, self.per)
            rate += self._rates[number]
            if rate > 1e-15:
                self.spread[number] += rate * (following - day)
            day = following
        self._rates = [0.0] * len(self._rates)

"""Which of many days, weekdays, months and years a standpoint leans to (`timeline.said.policies` says which way)."""

from collections.abc import Mapping
from typing import TypeVar

from timeline.dates.calendar import civil_from_days, days_from_civil, days_in_month, weekday
from timeline.errors import DateError, shown
from timeline.said.points import day_text
from timeline.said.policies import Lean, Standpoint

T = TypeVar("T", int, tuple[int, int])
_STEPS = {None: "weekday", -1: "last weekday", 0: "this weekday", 1: "next weekday"}


def year_leant(month: int, day: int, kind: str, at: Standpoint) -> int:
    """The year of the month or day that the standpoint leans to."""
    year = civil_from_days(at.today)[0]
    days = {
        each: days_from_civil(each, month, day)
        for each in range(year - 8, year + 9)  # 29 February may be eight years away
        if day <= days_in_month(each, month)
    }
    return leant(days, kind, at)


def leant(days: Mapping[T, int], kind: str, at: Standpoint) -> T:
    """The one that the standpoint leans to, of several with their day numbers."""
    lean = at.lean(kind)
    if lean is Lean.NEAREST:
        return min(days, key=lambda each: abs(days[each] - at.today))
    if lean is Lean.NEXT:
        return min((number, each) for each, number in days.items() if number >= at.today)[1]
    return max((number, each) for each, number in days.items() if number <= at.today)[1]


def month_leant(day: int, at: Standpoint) -> tuple[int, int]:
    """The year and month of "the 25th"."""
    year, month, _ = civil_from_days(at.today)
    months = [divmod(year * 12 + month - 1 + step, 12) for step in range(-3, 4)]
    days = {
        (each, number + 1): days_from_civil(each, number + 1, day)
        for each, number in months
        if day <= days_in_month(each, number + 1)
    }
    return leant(days, "day of the month", at)


def weekday_leant(wanted: int, step: int | None, words: str, at: Standpoint) -> int:
    """The day number of the last, this or next weekday, or of one without such a word. DateError where nobody can tell."""
    kind, latest = _STEPS[step], at.today - (weekday(at.today) - wanted) % 7
    if at.lean(kind) is Lean.REFUSE:
        first = latest if step == 0 else latest + 7
        raise ambiguous(words, f"{day_text(first)} or {day_text(first + 7)}")
    return leant(
        {day: day for day in (latest - 7, latest, latest + 7) if step not in (-1, 1) or day != at.today},
        kind,
        at,
    )


def ambiguous(words: str, readings: str) -> DateError:
    """The refusal of words that can mean more than one date."""
    return DateError(f"date {shown(words)} can mean more than one", hint=f"write {readings}")

"""Dates in numbers alone: "2022/03/21", "13.02.2023", "03/2022"; several readings are refused, not guessed."""

from timeline.dates.calendar import MONTH_NAMES, days_in_month
from timeline.dates.english_tokens import Cursor
from timeline.dates.stated import Stated, impossible, year_text
from timeline.dates.understood import DayOrder
from timeline.errors import DateError, shown

_LEAP_YEAR = 2000
_MONTHS = "months go from 1 to 12"


def numeric_date(cursor: Cursor, order: DayOrder | None) -> Stated | None:
    """Two or three numbers with one separator, at the cursor; None when that is not what stands there."""
    start = cursor.at
    separator = cursor.word(1)
    if separator not in {"/", ".", "-"}:
        return None
    count = 1
    while count < 4 and cursor.word(2 * count - 1) == separator and cursor.number(2 * count) is not None:
        if not (cursor.tight(2 * count - 1) and cursor.tight(2 * count)):
            break
        count += 1
    if cursor.number() is None or count not in {2, 3}:
        return None
    numbers = [cursor.number(2 * index) or 0 for index in range(count)]
    lengths = [cursor.digits(2 * index) for index in range(count)]
    if max(lengths) > 4:
        return None
    if count == 2:
        return _two_numbers(cursor, separator, numbers, lengths, order)
    cursor.at += 5
    said = cursor.since(start)
    if lengths[0] > 2 and max(lengths[1:]) <= 2:
        year, month, day = numbers
    elif lengths[2] > 2 and max(lengths[:2]) <= 2:
        year = numbers[2]
        day, month = _ordered(said, numbers[0], numbers[1], year, order)
    else:
        raise DateError(
            f"date {shown(said)} is not understood: a year needs four digits",
            hint="write the date as 2022-03-21",
        )
    _refuse_no_month(said, month, "write the date as 2022-03-21")
    return Stated(year=year, month=month, day=day)


def _two_numbers(
    cursor: Cursor, separator: str, numbers: list[int], lengths: list[int], order: DayOrder | None
) -> Stated | None:
    """A year with a month, or (with a stroke) a day with a month."""
    start = cursor.at
    first, second = numbers
    if lengths[0] > 2 and lengths[1] <= 2:
        cursor.at += 3
        said, step = cursor.since(start), 10 ** lengths[1]
        later = first // step * step + second  # 1648/9 and 1939-45 may be two years
        pair = f"{year_text(first)}/{year_text(later)}" if later > first else ""
        if pair and lengths[1] == 1 and separator != "." and second:
            either = f"{year_text(first)}-{second:02d} or {pair}"
            raise DateError(f"date {shown(said)} can mean {either}", hint=f"write {either}")
        _refuse_no_month(said, second, f"for the years write {pair}" if pair else _MONTHS)
        return Stated(year=first, month=second)
    if lengths[0] <= 2 < lengths[1] and (separator != "-" or first <= 12):
        cursor.at += 3
        _refuse_no_month(cursor.since(start), first, _MONTHS)
        return Stated(year=second, month=first)
    if separator == "/" and max(lengths) <= 2:
        cursor.at += 3
        said = cursor.since(start)
        day, month = _ordered(said, first, second, None, order)
        _refuse_no_month(said, month, "write the date as 21 March 2022")
        return Stated(month=month, day=day)
    return None


def _refuse_no_month(said: str, month: int, hint: str) -> None:
    if not 1 <= month <= 12:
        raise impossible(said, f"there is no month {month}", hint)


def _ordered(said: str, first: int, second: int, year: int | None, order: DayOrder | None) -> tuple[int, int]:
    """Day and month, when only one order of the two gives a date or the order is known."""
    readings = {
        DayOrder.DAY_FIRST: (first, second),
        DayOrder.MONTH_FIRST: (second, first),
    }
    possible = {
        each: (day, month)
        for each, (day, month) in readings.items()
        if 1 <= month <= 12 and 1 <= day <= days_in_month(_LEAP_YEAR if year is None else year, month)
    }
    if order in possible:
        return possible[order]
    if len(set(possible.values())) == 1:
        return next(iter(possible.values()))
    if possible:
        shown_year = "" if year is None else f" {year}"
        both = " or ".join(f"{day} {MONTH_NAMES[month]}{shown_year}" for day, month in possible.values())
        raise DateError(
            f"date {shown(said)} can mean {both}",
            hint="write the month as a word, or give --day-first or --month-first",
        )
    # Neither order is a date: the one whose month exists says best what is wrong.
    return readings[DayOrder.DAY_FIRST] if second <= 12 or first > 12 else readings[DayOrder.MONTH_FIRST]

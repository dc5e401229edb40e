"""Days, months and years without anything else, and intervals from one to another: most stored dates, which need no grammar."""

from functools import lru_cache

from timeline.dates.calendar import days_from_civil, days_in_month

_TWO_DIGITS = {f"{number:02}": number for number in range(32)}


def plain_bounds(text: str) -> tuple[str, int, int] | None:
    """Kind, first and last day of a day, month or year without anything else, or of an interval between two; None for every other text.

    >>> plain_bounds("1970-01-02"), plain_bounds("1970/1970-01"), plain_bounds("1970~")
    (('day', 1, 1), ('interval', 0, 30), None)
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _bounds(text)
    first, last = _bounds(start), _bounds(end)
    if first is None or last is None or first[1] > last[2]:
        return None
    return "interval", first[1], last[2]


def _bounds(text: str) -> tuple[str, int, int] | None:
    length = len(text)
    if length == 10:
        month, day = _month(text[:7]), _TWO_DIGITS.get(text[8:])
        if not month or not day or text[7] != "-" or day > month[1]:
            return None
        first = month[0] + day
        return "day", first, first
    if length == 7:
        month = _month(text)
        return ("month", month[0] + 1, month[0] + month[1]) if month else None
    if length != 4 or not text.isdecimal() or not text.isascii():
        return None
    year = int(text)
    return "year", days_from_civil(year, 1, 1), days_from_civil(year, 12, 31)


@lru_cache(maxsize=1 << 12)  # those of 340 years
def _month(text: str) -> tuple[int, int] | None:
    """The day before a month, and how many days it has."""
    month = _TWO_DIGITS.get(text[5:])
    if not month or month > 12 or text[4] != "-" or not text[:4].isdecimal() or not text.isascii():
        return None
    year = int(text[:4])
    return days_from_civil(year, month, 0), days_in_month(year, month)

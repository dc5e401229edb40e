"""Days, months and years without anything else: 95 of 100 stored dates, which need no grammar."""

from timeline.dates.calendar import days_from_civil, days_in_month

_TWO_DIGITS = {f"{number:02}": number for number in range(32)}


def plain_bounds(text: str) -> tuple[str, int, int] | None:
    """Kind, first and last day of a day, month or year without anything else; None for every other text."""
    length = len(text)
    if length not in (10, 7, 4) or not text[:4].isdecimal() or not text.isascii():
        return None
    year = int(text[:4])
    if length == 4:
        return "year", days_from_civil(year, 1, 1), days_from_civil(year, 12, 31)
    month = _TWO_DIGITS.get(text[5:7])
    if not month or month > 12 or text[4] != "-":
        return None
    if length == 7:
        first = days_from_civil(year, month, 1)
        return "month", first, first + days_in_month(year, month) - 1
    day = _TWO_DIGITS.get(text[8:])
    if not day or text[7] != "-" or (day > 28 and day > days_in_month(year, month)):
        return None
    first = days_from_civil(year, month, day)
    return "day", first, first

"""Times of day as people write them: "15:00", "3 pm", "15:00 +03:00", as the `T15:00:00+03:00` of EDTF."""

from timeline.dates.english_tokens import Cursor
from timeline.dates.english_words import ZONES
from timeline.errors import DateError, shown

_HALVES = {"am": 0, "pm": 12}


def time_ahead(cursor: Cursor) -> bool:
    """Whether the number at the cursor is an hour rather than a day or a year."""
    return cursor.word(1) in {":", *_HALVES} or (cursor.number(2) is not None and cursor.word(3) in _HALVES)


def clock_time(cursor: Cursor) -> str:
    """The time of day at the cursor, with its offset, in EDTF; "" when there is none.

    >>> clock_time(Cursor("3 pm")), clock_time(Cursor("15:00 UTC+3"))
    ('T15:00:00', 'T15:00:00+03:00')
    """
    start = cursor.at
    if cursor.take("noon"):
        return "T12:00:00" + _offset(cursor)
    if not (time_ahead(cursor) and 0 < cursor.digits() <= 2):
        return ""
    fields = [cursor.number() or 0]
    cursor.at += 1
    while cursor.word() in {":", "."} and len(fields) < 3 and cursor.digits(1) == 2 and cursor.tight(1):
        fields.append(cursor.number(1) or 0)
        cursor.at += 2
    half = cursor.take_one(_HALVES)
    if not half and len(fields) == 1:
        cursor.at = start
        return ""
    hour, minute, second = (*fields, 0, 0)[:3]
    said = cursor.since(start)
    if (hour, minute, second) > (24, 0, 0) or minute > 59 or second > 59 or (half and not 1 <= hour <= 12):
        raise DateError(f"time {shown(said)} is not a time of day", hint="write 15:00 or 3 pm")
    if half:
        hour = hour % 12 + _HALVES[half]
    return f"T{hour:02d}:{minute:02d}:{second:02d}" + _offset(cursor)


def _offset(cursor: Cursor) -> str:
    """The offset "UTC", "+03:00" or "UTC+3" as EDTF writes it; "" when none is said."""
    start = cursor.at
    universal = cursor.take_one(ZONES)
    sign = cursor.take_one({"+", "-"})
    hours, digits = cursor.number(), cursor.digits()
    if (
        not sign
        or hours is None
        or not cursor.tight()
        or digits not in {1, 2, 4}
        or (digits == 1 and not universal)
    ):
        cursor.at = start + 1 if universal else start
        return "Z" if universal else ""
    cursor.at += 1
    hours, minutes = divmod(hours, 100) if digits == 4 else (hours, 0)
    if digits < 4 and cursor.word() == ":" and cursor.digits(1) == 2:
        minutes = cursor.number(1) or 0
        cursor.at += 2
    return f"{sign}{hours:02d}:{minutes:02d}"

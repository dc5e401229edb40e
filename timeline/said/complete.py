"""Complete dates in the many forms that dateutil knows and our own rules do not claim, and nothing less.

dateutil fills what is missing from a default, takes two-digit years for the system clock's century, skips words
such as "and", and lets a weekday choose the day. So it is shown only texts of numbers, months, weekdays and
UTC, with a year of four digits; it reads them under two defaults and every order of day and month; and an answer
counts when all of them agree on a year, a month and a day that the text really has.
"""

import datetime as dt
import warnings
from typing import Final

from dateutil.parser import parse

from timeline.errors import DateError, shown
from timeline.said.en.words import VOCABULARY
from timeline.said.tokens import Token, tokens_of
from timeline.said.understood import DayOrder

_WEEKDAYS: Final = {word: day for day, words in VOCABULARY["WEEKDAY"].items() for word in words.split(", ")}
_MONTHS: Final = {word for words in VOCABULARY["MONTH"].values() for word in words.split(", ")}
_WORDS: Final = {*_MONTHS, *_WEEKDAYS, "am", "pm", "utc", "gmt", "z", "t", "st", "nd", "rd", "th", "h", "m", "of"}  # fmt: skip
_MARKS: Final = frozenset(".,:+")
_JOINTS: Final = frozenset("-/")  # within one word only: between words they may mean a range
# No field of one is the same in the other, so what both readings share was said.
_DEFAULTS: Final = (dt.datetime(1996, 1, 1, 1, 1, 1), dt.datetime(2003, 2, 2, 2, 2, 2))  # noqa: DTZ001 - fields only


def complete_date(text: str, order: DayOrder | None) -> str | None:
    """EDTF of a text that names one complete day, with or without a time; None when dateutil cannot vouch for it.

    >>> complete_date("20220321T1500", None)
    '2022-03-21T15:00:00'
    """
    tokens = tokens_of(text)
    marks = _MARKS if " " in text else _MARKS | _JOINTS
    if not text[:1].isalnum() or not all(
        token.digits or token.word in _WORDS or token.word in marks for token in tokens
    ):
        return None
    # A weekday moves dateutil's default to a day that nobody said: it is checked afterwards instead.
    for token in reversed(tokens):
        if token.word in _WEEKDAYS:
            text = text[: token.start] + text[token.end :]
    readings: dict[bool, str] = {}
    year_first = tokens[0].digits >= 4  # then month and day follow in that order
    for day_first in (False,) if year_first else (True, False):
        first, second = (_reading(text, default, day_first=day_first) for default in _DEFAULTS)
        if first is None or second is None or first.date() != second.date() or not _fits(tokens, first):
            continue
        readings[day_first] = _edtf(first, second)
    if order is not None and len(readings) == 2:
        return readings[order is DayOrder.DAY_FIRST]
    found = sorted(set(readings.values()))
    if len(found) > 1:
        raise DateError(f"date {shown(text)} can mean {' or '.join(found)}", hint="write the month as a word")
    return found[0] if found else None


def _reading(text: str, default: dt.datetime, *, day_first: bool) -> dt.datetime | None:
    """What dateutil makes of the text. It raises much more than its ParserError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found: dt.datetime = parse(text, default=default, dayfirst=day_first)
    except (ValueError, OverflowError, TypeError, AttributeError, ArithmeticError, LookupError, Warning):
        return None
    return found


def _fits(tokens: tuple[Token, ...], found: dt.datetime) -> bool:
    """Whether the text has the year in four digits (alone or at the head of 20220321) and the right weekday."""
    year = f"{found.year:04d}"
    heads = [token.word for token in tokens if token.digits and len(token.word) in {4, 8, 12, 14}]
    weekdays = {_WEEKDAYS[token.word] for token in tokens if token.word in _WEEKDAYS}
    return any(head.startswith(year) for head in heads) and weekdays <= {found.weekday()}


def _edtf(first: dt.datetime, second: dt.datetime) -> str:
    """The day, and the time and offset when both readings have them; a time needs its minutes said."""
    day = first.date().isoformat()
    if first.hour != second.hour:
        return day
    minute = first.minute if first.minute == second.minute else 0
    moment = first.second if first.second == second.second else 0
    offset = first.strftime("%z")
    zone = "" if not offset else "Z" if offset == "+0000" else f"{offset[:3]}:{offset[3:]}"
    return f"{day}T{first.hour:02d}:{minute:02d}:{moment:02d}{zone}"

"""EDTF by someone who counts by another calendar: its days and months in ours.

EDTF is Gregorian by definition; but a column of `1855-01-26` may be typed off a Russian newspaper. Years, seasons and
other parts of years are taken as ours: whoever says "1855" counts no days.
"""

import re

from timeline.dates.calendars import CALENDARS, bounds_by
from timeline.dates.event_date import EventDate
from timeline.errors import DateError, shown
from timeline.said.points import day_text, of_days
from timeline.said.typable import AS_EDTF
from timeline.said.why import Converted, Why

_DAY = re.compile(r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"(-?[0-9]{4})-(0[1-9]|1[0-2])")
_LEFT = re.compile(r"(?<=[0-9X])-[~?%]?(?:0[1-9]|1[0-2]|X)")  # of a month or day that is not converted


def converted(text: str, calendar: str) -> tuple[str, tuple[Why, ...]]:
    """EDTF with its days, or the one month that it is, by that calendar put into ours, and why it differs, if it does.

    DateError where it has others, as in `1855-01-26/1855-02`.

    >>> [converted(text, "julian")[0] for text in ("1855", "1855-01", "1855-01-26~", "1855-01-26/..", "[1854,1855-01-26]")]
    ['1855', '[1855-01-13..1855-02-12]', '1855-02-07~', '1855-02-07/..', '[1854,1855-02-07]']
    """
    ours = _converted(text, calendar)
    return ours, (Converted(calendar=CALENDARS[calendar].name),) if ours != text else ()


def _converted(text: str, calendar: str) -> str:

    def ours(found: re.Match[str]) -> tuple[int, int]:
        return bounds_by(calendar, *map(int, found.groups()))

    try:
        if month := _MONTH.fullmatch(text):
            return of_days(*ours(month), text).text
        if not _LEFT.search(_DAY.sub("", text.partition("T")[0])):
            return EventDate.parse(_DAY.sub(lambda day: day_text(ours(day)[0]), text)).text
    except (ValueError, DateError):  # a year too far away
        pass
    raise DateError(
        f"date {shown(text)} cannot be converted from the {CALENDARS[calendar].name} calendar",
        hint=f"write it in words, or {AS_EDTF}{text} where it is by our calendar",
    )

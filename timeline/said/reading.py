"""What a person types where a date is wanted: EDTF first, then the words of a language, then complete dates.

What the contract leaves open is read so that no precision is invented:

- Early, mid and late divide a period in thirds: `late March 2024` is `[2024-03-21..2024-03-31]`, `early 2022` is
  `[2022-01..2022-04]`, `late 1990s` is `[1997..1999]`, `early 19th century` is `[1800..1833]`; the middle of a decade
  or century is about its middle year (`1995~`, `1850~`). "Start", "beginning", "middle" and "end of" say the same.
- Halves and quarters of a year are EDTF's own (`2022-40`, `2022-33`); of a month or century they are sets.
- "3 weeks ago" is a day, "2 months ago" a month, "2 years ago" a year: as exact as the unit.
- A month or day without a year is the latest that has begun by today, and a note says which year was taken.
  In a list or range it takes its neighbour's year, and the year beside it when December comes before January.
- `between March 2018 and 2020` is `[2018-03..2020-12]`: the same moments, in one precision.
- An interval's end cannot be a set, so `from early March 2024` keeps the month, and a note says so.
- Words that can mean several things are refused with what they can mean: `1900s`, `next Friday`, `03/02/2023`, `1648/9`.
- `2021-May` and `2021-Q3` are a month and a quarter; `2021 - May 2022` lasts.
- A hint offers no date that leaves out a digit of what was typed, changes its meaning or takes a year from today.
"""

import re
from collections.abc import Sequence
from typing import Final

from timeline.dates.event_date import EventDate
from timeline.errors import DateError, shown
from timeline.said.policies import Standpoint
from timeline.said.typable import AS_EDTF, pair_of_years, typable
from timeline.said.understood import DayOrder, Understood
from timeline.said.why import Converted, Why, told

_LONGEST = 200  # characters; the longest sensible date phrase has about 60
_END_MARKS: Final = ".,;!"  # of a sentence: they say nothing of a date
_EXAMPLES: Final = "write it like 21 March 2022, March 2022, c. 1950, before 2018, or 2022-03-21"


def read_date(  # noqa: PLR0913 (each habit of whoever types is an option of its own)
    text: str,
    *,
    today: int,
    order: DayOrder | None = None,
    century: int | None = None,
    language: str | None = None,
    calendar: str = "",
) -> Understood:
    """The date a person means, on the day number `today`. Raises DateError, which names what is not understood.

    `century` is the first of the hundred years that a year of two digits may mean, `language` the one to read in,
    `calendar` ("julian") that of days and months which name none, in EDTF's order, too; "" is our own.

    >>> read_date("2018~", today=19398).edtf, read_date("c. March 1950", today=19398).edtf
    ('2018~', '1950-03~')
    """
    typed = text.strip()
    if typed.startswith(AS_EDTF):
        return Understood(edtf=EventDate.parse(typed.removeprefix(AS_EDTF).strip()).text)
    _refuse_doubtful(typed)
    at = Standpoint(today=today, order=order, century=century, calendar=calendar)
    try:
        known = EventDate.parse(typed)
    except DateError as error:
        no_edtf = error
    else:
        return _by_calendar(typed, known.text, calendar) if calendar else Understood(edtf=known.text)
    # Here, and not above: the rules take 10 ms to import, and most typed dates are EDTF.
    from timeline.said.phrase import read_phrase  # noqa: PLC0415

    said = typed.rstrip(_END_MARKS).strip()
    if len(said) > _LONGEST:
        raise DateError(f"date {shown(said)} is too long: {len(said)} characters", hint=_EXAMPLES)
    if not said:
        raise DateError("a date is missing", hint=_EXAMPLES)
    try:
        settled = read_phrase(said, at, language, _EXAMPLES)
    except DateError as no_words:
        if _meant_as_edtf(text):
            raise no_edtf from no_words
        raise
    return _understood(typed, said, settled.edtf, settled.whys)


def _by_calendar(typed: str, edtf: str, calendar: str) -> Understood:
    """What EDTF says whose days and months are those of another calendar."""
    from timeline.said.converted import converted  # noqa: PLC0415 - as above

    return _understood(typed, typed, *converted(edtf, calendar))


def _understood(typed: str, said: str, edtf: str, whys: Sequence[Why]) -> Understood:
    as_written = typed if any(isinstance(why, Converted) for why in whys) else None
    return Understood(edtf=edtf, note=told(said, edtf, whys), as_written=as_written)


def _refuse_doubtful(typed: str) -> None:
    """Raise DateError for EDTF that people type for something else."""
    if years := pair_of_years(typed):
        part = typable(typed)
        raise DateError(
            f"date {shown(typed)} can mean a part of the year {typed[:4]}, or the years {years}",
            hint=f"write {part} or {years}",
        )
    if re.fullmatch(r"\?-[0-9]{4}", typed):
        year = typed[2:]
        raise DateError(
            f"date {shown(typed)} can mean an uncertain year -{year}, or an unknown time until {year}",
            hint=f'write "-{year}?" or "/{year}"',
        )


def _meant_as_edtf(text: str) -> bool:
    """Whether a text that is no date in any language was written in EDTF's signs."""
    far = text[:1] == "Y" and text[1:2] in tuple("-0123456789")
    signs = far or any(sign in text for sign in ("[", "{", "..", "X")) or ("/" in text and "-" in text)
    return signs and text == text.upper()

"""What is wrong with a text that is no EDTF date, in words, and what to write instead.

Each function returns the DateError to raise. A hint that says `write "…"` shows an expression that was parsed.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from timeline.dates.calendar import MONTH_LENGTHS, MONTH_NAMES, days_in_month
from timeline.errors import DateError, shown

FORMS = 'dates look like "2018", "2022-03", "2023-02-10", "1950~", "2018/2020"'
_LONGEST_REPAIRED = 60  # characters; a longer text is shown, not mended


def not_a_date(text: str, hint: str) -> DateError:
    """The text has the form of a date, but the calendar has no such date."""
    return DateError(f"{shown(text)} is not a calendar date", hint=hint)


def no_such_month(text: str) -> DateError:
    """The month, or the code of the season, is out of range."""
    if re.fullmatch(r"[?~%]?-?[0-9X]{4}[?~%]?-[?~%]?[0-9X]{2}[?~%]?", text):
        return not_a_date(text, "months go from 01 to 12, seasons and quarters from 21 to 41")
    return not_a_date(text, "months go from 01 to 12")


def no_such_day(text: str, year: int | None, month: int, day: int) -> DateError:
    """The day is out of range; without a year, in every year that the text can mean."""
    if not day:
        name = text.rpartition("-")[0]
        return not_a_date(text, f'a month without a day is "{name}"')
    if not 1 <= day <= 31:
        return not_a_date(text, "days go from 01 to 31")
    if year is None:
        longest = 29 if month == 2 and day > 29 else MONTH_LENGTHS[month]
        return not_a_date(text, f"{MONTH_NAMES[month]} has {longest} days")
    name = f"{year:05}" if year < 0 else f"{year:04}"
    return not_a_date(text, f"{MONTH_NAMES[month]} {name} has {days_in_month(year, month)} days")


def no_such_time(text: str, hour: str) -> DateError:
    """The hour, minute or second is out of range."""
    if hour > "23":
        hint = "hours go from 00 to 23; 24:00:00 is the end of a day"
    else:
        hint = "minutes and seconds go from 00 to 59"
    return DateError(f"{shown(text)} is not a time of day", hint=hint)


def no_such_offset(text: str) -> DateError:
    """The offset from UTC is out of range, or minus zero."""
    return DateError(
        f"{shown(text)} has no valid offset from UTC",
        hint='offsets go from -12:00 to +14:00, and no offset is written "Z"',
    )


def negative_zero(text: str) -> DateError:
    """The year is minus zero."""
    return not_a_date(text, 'there is no year -0000: 1 BC is "0000", 2 BC is "-0001"')


def too_far(text: str) -> DateError:
    """The year is too far from ours to be computed."""
    return DateError(f"{shown(text)} is too far away", hint="years go from -100000000000 to 100000000000")


def unclosed_set(text: str, closing: str) -> DateError:
    """A set begins, but its bracket is not the last character."""
    return DateError(
        f"{shown(text)} does not end with {shown(closing)}", hint=f"end the set with {shown(closing)}"
    )


def reversed_ends(text: str, turned: str) -> DateError:
    """The end comes before the start in every reading."""
    hint = "exchange the ends" + (f': "{turned}"' if len(turned) <= _LONGEST_REPAIRED else "")
    return DateError(f"{shown(text)} ends before it starts", hint=hint)


def time_within(text: str, what: str) -> DateError:
    """A time of day stands where only a date may."""
    return DateError(
        f"{shown(text)} has a time of day within {what}",
        hint=f'leave the time out: "{text[: text.index("T")]}"',
    )


class UnreadableError(DateError):
    """A part of an expression has no form of EDTF; what to write instead is not looked for yet."""

    def __init__(self, part: str) -> None:
        super().__init__(f"{shown(part)} is not an EDTF date")
        self.part = part


def unreadable(whole: str, part: str, readable: Callable[[str], bool]) -> DateError:
    """The part of the whole has no form of EDTF; `readable` tells which repaired text is an expression."""
    hint = _advice(part)
    if len(whole) <= _LONGEST_REPAIRED and part:
        mendings = chain(
            ["".join(whole.split())], (whole.replace(part, repaired, 1) for repaired in _repairs(part))
        )
        hint = next((f'write "{mended}"' for mended in mendings if readable(mended)), hint)
    return DateError(f"{shown(part)} is not an EDTF date", hint=hint)


def _advice(text: str) -> str:
    """A hint for a text that cannot be mended without asking what is meant."""
    if text.count("/") > 1:
        return 'an interval has two ends, as in "2018/2020"'
    if match := re.fullmatch(r"(-?)([0-9]{1,3})[?~%]?", text):
        year = f"{match[1]}{match[2]:0>4}"
        return f'years have four digits, as in "{year}"; a century is "19XX", a decade "195X"'
    if re.fullmatch(r"-?[0-9]{5,}", text[:200]):
        return "years have four digits, and a far one begins with Y; days as a spreadsheet counts them are no dates"
    if re.fullmatch(r"Y.*-[0-9-]+", text[:200]):
        return "a year with Y has no months and days"
    if "(" in text:
        return 'a qualifier stands behind or before what it qualifies, without parentheses: "2004-06~-11"'
    return FORMS


# Compiled when a text is wrong, not at start-up: 1.5 ms.
_UNPADDED = r"(-?[0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?([?~%]?)"
_JOINED = r"([0-9]{4})([0-9]{2})([0-9]{2})"
_LOOSE_TIME = (
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?"
    r" ?(?:([Zz])|([+-][0-9]{2}):?([0-9]{2})?)?"
)


def _repairs(text: str) -> Iterator[str]:
    """Texts near this one, the likeliest first; not all of them are dates."""
    plain = "".join(text.split()).replace("–", "-").replace("—", "-").replace("−", "-")
    yield plain
    yield from _padded(plain)
    yield from _timed(" ".join(text.split()).replace("−", "-"))
    yield plain.upper()
    yield plain.replace("u", "X")  # the drafts of 2012 wrote u, open and unknown
    yield plain.lower().replace("unknown", "").replace("open", "..")
    yield plain.replace("?~", "%").replace("~?", "%")
    yield f"[{plain}]"  # 1984.. and 1670..1672
    yield plain.replace("..", "/", 1)
    if match := re.fullmatch(r"(-?[0-9]{4})-([0-9]{4})", plain):
        yield f"{match[1]}/{match[2]}"
    if match := re.fullmatch(r"[Yy]?(-?)\+?0*([1-9][0-9]*|0)([?~%]?)", plain):
        if len(match[2]) > 4 and plain[0] in "Yy+":
            yield f"Y{match[1]}{match[2]}{match[3]}"
        elif plain[0] in "Yy+":
            yield f"{match[1]}{match[2]:0>4}{match[3]}"


def _padded(text: str) -> Iterator[str]:
    """Dates with missing zeros, other separators, or none."""
    if match := re.fullmatch(_UNPADDED, text):
        year, month, day, qualifier = match.groups("")
        yield "-".join([year, f"{month:0>2}"] + [f"{day:0>2}"] * bool(day)) + qualifier
    if match := re.fullmatch(_JOINED, text):
        yield "-".join(match.groups())


def _timed(text: str) -> Iterator[str]:
    """Times with a blank for the T, without seconds, with a fraction of a second, with an offset without colon."""
    if match := re.fullmatch(_LOOSE_TIME, text):
        day, hour, minute, second, utc, hours, minutes = match.groups("")
        zone = "Z" if utc else f"{hours}:{minutes or '00'}" if hours else ""
        yield f"{day}T{hour:0>2}:{minute}:{second or '00'}{zone}"

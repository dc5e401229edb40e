"""What expressions that name a piece of the calendar mean: days, months, years, centuries, seasons, quarters."""

import re
from dataclasses import replace

from timeline.dates.calendar import MONTH_NAMES, civil_from_days
from timeline.dates.calendars import bounds_by
from timeline.dates.periods import Period
from timeline.drafts.english_words import ANYMONTH, ERA
from timeline.drafts.numerals import ordinal, spelled_year
from timeline.drafts.reading import AHEAD, PAST, UNTOLD, Found, Reading, Setting, dated
from timeline.drafts.word_lists import word_list

_YEAR_PREPOSITIONS = frozenset(
    word_list(
        "in since by of from until till before after during between and to around about through "
        "throughout circa c late early mid or for the / - ( as at into than"
    )
)


def year_of(setting: Setting, words: tuple[str, ...]) -> int | None:
    """The year in the words; two digits are taken near the dateline, as people mean them."""
    year = spelled_year(words)
    if year is None or len(words[0].lstrip("'’")) != 2 or not words[0].lstrip("'’").isdigit():
        return year
    around = setting.here.year if setting.here else 2000
    return max(
        (century + year for century in range(0, 3000, 100)),
        key=lambda full: (full <= around + 10, full if full <= around + 10 else -full),
    )


def with_era(year: int, found: Found) -> int:
    """The year as astronomers count it: 44 BC is -43."""
    era = found.word("era") if found.has("era") else ""
    sign = next((value for name, value in ERA.items() if name.lower() == era), 1)
    return 1 - year if sign < 0 else year


def calendar_day(found: Found, setting: Setting) -> Reading | None:
    """A day, a month and a year."""
    words = found.words("year")
    year = int(words[0]) if found.has("era") and words[0].isdigit() else year_of(setting, words)
    day, month = ordinal(found.words("day")), ANYMONTH[month_key(found)]
    if year is None or day is None:
        return None
    if _old_style(found):
        return _julian_day(year, month, day)
    return full_day(with_era(year, found), month, day, "the date in full")


def _old_style(found: Found) -> bool:
    """Whether the words behind a date say that it is of the Julian calendar: O.S., (O.S.), Old Style."""
    at = 1 if found.after() == "(" else 0
    return found.after(at) == "o.s" or (found.after(at), found.after(at + 1)) == ("old", "style")


def _julian_day(year: int, month: int, day: int) -> Reading | None:
    try:
        first, _ = bounds_by("julian", year, month, day)
    except ValueError:
        return None
    words = f"the date in full, Old Style: {day} {MONTH_NAMES[month]} {year} of the Julian calendar"
    return dated(Period("day", first), words, explicit=True)


def split_day(found: Found, setting: Setting) -> Reading | None:
    """May 3-5, 2021: two days that share month and year."""
    year, month = year_of(setting, found.words("year")), ANYMONTH[month_key(found)]
    first, second = ordinal(found.words("day")), ordinal(found.words("day2"))
    if year is None or first is None or second is None or first >= second:
        return None
    one = full_day(year, month, first, "day whose year is said later")
    two = full_day(year, month, second, "day whose month is said before")
    if one is None or two is None:
        return None
    return Reading(
        parts=((found.first, found.match.end("day"), one), (found.match.start("day2"), found.end, two))
    )


def month_key(found: Found, name: str = "month") -> str:
    """The captured month as `english_words` has it."""
    word = found.raw(name).split()[0].rstrip(".").split("-")[0]
    return word if word in ANYMONTH else word.lower() if word.lower() in ANYMONTH else word.capitalize()


def full_day(year: int, month: int, day: int, reason: str) -> Reading | None:
    """The reading of a day that the text names in full; None when the calendar has no such day."""
    try:
        return dated(Period.day(year, month, day), reason, explicit=True)
    except ValueError:
        return None


def numeric(found: Found, setting: Setting) -> Reading | None:
    """A date in figures: ISO, day first or month first as only one of them fits, American otherwise."""
    text = found.raw("date")
    if text.isdigit():
        return full_day(int(text[:4]), int(text[4:6]), int(text[6:]), "ISO date")
    iso = re.match(r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ](.+))?$", text)
    if iso:
        reading = full_day(int(iso[1]), int(iso[2]), int(iso[3]), "ISO date")
        if reading and iso[4]:
            return replace(reading, type="TIME", clock=f"T{iso[4]}", value=f"{reading.value}T{iso[4]}")
        return reading
    parts = re.split(r"\W+", text)
    named = [part for part in parts if not part.isdigit()]
    if named:
        numbers = [int(part) for part in parts if part.isdigit()]
        year = next((n for n in numbers if n > 31), None)
        day = next((n for n in numbers if n <= 31), None)
        key = (
            named[0]
            if named[0] in ANYMONTH
            else named[0].lower()
            if named[0].lower() in ANYMONTH
            else named[0].capitalize()
        )
        return full_day(year, ANYMONTH[key], day, "the date in full") if year and day else None
    if len(parts) == 2:
        return dated(
            Period.of_month(int(parts[1]), int(parts[0])), "month and year in figures", explicit=True
        )
    first, second = int(parts[0]), int(parts[1])
    year = year_of(setting, (parts[2],))
    if year is None or ("." in text and first <= 31 and second > 12):
        return None
    day_first = first > 12 or ("." in text and second <= 12)
    day, month = (first, second) if day_first else (second, first)
    reason = (
        "figures, day first"
        if day_first
        else "figures, month first"
        if second > 12
        else "figures, read month first as Americans do"
    )
    return full_day(year, month, day, reason)


def calendar_month(found: Found, setting: Setting) -> Reading | None:
    """A month of a year."""
    words = found.words("year")
    year = int(words[0]) if found.has("era") and words[0].isdigit() else year_of(setting, words)
    if year is None or month_key(found) not in ANYMONTH:
        return None
    return dated(
        Period.of_month(with_era(year, found), ANYMONTH[month_key(found)]),
        "the month of a year",
        explicit=True,
    )


def numbered_day(found: Found, setting: Setting) -> Reading | None:
    """A day by its number in the month told: "the 21st"."""
    number = ordinal(found.words("number"))
    here = setting.last_day if setting.narrative else setting.here
    if here is None or here.unit != "day" or number is None or not 1 <= number <= 31:
        return None
    if not found.has("number") or (
        found.tokens.codes[found.match.start("number")] != "D" and found.match.end("number") == found.end
    ):
        return None
    if found.match.end("number") == found.end and (
        found.tokens.codes[found.end : found.end + 1] in ("w", "W") and found.after() not in ("and", "to")
    ):
        return None  # the 21st district
    month, reason = here.within("month"), "day of the dateline's month"
    told = UNTOLD if setting.narrative else setting.tense(found.tokens, found.first, found.end)
    if (
        told == PAST and number > civil_from_days(here.first_day)[2]
    ):  # what has been is not ahead of the dateline
        month, reason = month.shift(-1), "day of the month before the dateline's, in the past tense"
    elif told == AHEAD and number < civil_from_days(here.first_day)[2]:
        month, reason = month.shift(1), "day of the month after the dateline's, in the future tense"
    try:
        return dated(Period.day(month.year, month.month, number), reason, anchor=here)
    except ValueError:
        return None

"""Days, months, seasons and years in words, in the orders people write them: "21 March 2022", "Mar 21, 2022"."""

from dataclasses import replace

from timeline.dates import english_words as words
from timeline.dates.clock_times import time_ahead
from timeline.dates.english_tokens import Cursor
from timeline.dates.long_periods import ordinal, year_and_era
from timeline.dates.stated import Stated, two_digit_year


def _year_after(cursor: Cursor) -> tuple[int | None, str]:
    """The year that ends a phrase, after "of", a comma or a dash; (None, "") when there is none."""
    start = cursor.at
    separated = (
        cursor.take(",")
        or cursor.take("of")
        or cursor.take("in")
        or (cursor.tight() and cursor.take_one("-/."))
    )
    if found := year_and_era(cursor):
        return found
    if cursor.take("'") or not separated or cursor.tight():
        number = cursor.number()
        if number is not None and cursor.digits() <= 2 and not time_ahead(cursor):
            raise two_digit_year(cursor.text, number)
    cursor.at = start
    return None, ""


def day_first(cursor: Cursor) -> Stated | None:
    """A day before its month: "21 March 2022", "the 5th of March", "21-Mar-2022"."""
    start = cursor.at
    day = ordinal(cursor)
    if day is None and 0 < cursor.digits() <= 2:
        day = cursor.number()
        cursor.at += 1
    for name in ("of", "the", "-", "/", "."):
        if name.isalpha() or name == "." or cursor.tight(1):
            cursor.take(name)
    month = words.MONTHS.get(cursor.take_one(words.MONTHS))
    if day is None or month is None:
        cursor.at = start
        return None
    year, era = _year_after(cursor)
    return Stated(day=day, month=month, year=year, era=era)


def month_first(cursor: Cursor) -> Stated | None:
    """A month, and what follows it: "March 2022", "March 5, 2022", "March the 5th"."""
    month = words.MONTHS.get(cursor.take_one(words.MONTHS))
    if month is None:
        return None
    before_day = cursor.at
    if found := _year_after_month(cursor):
        return Stated(month=month, year=found[0], era=found[1])
    if (cursor.word(), cursor.word(2)) == ("-", "-") and cursor.tight() and cursor.tight(2):
        day, cursor.at = cursor.number(1), cursor.at + 3
        if day is not None and cursor.tight() and (found := year_and_era(cursor)):  # Sep-23-2020
            return Stated(month=month, day=day, year=found[0], era=found[1])
        cursor.at = before_day
    cursor.take("the")
    day = ordinal(cursor)
    if day is None and 0 < cursor.digits() <= 2 and cursor.word(1) != ":" and not time_ahead(cursor):
        day = cursor.number()
        cursor.at += 1
    if day is None:
        cursor.at = before_day
        return Stated(month=month)
    year, era = _spaced_year(cursor)
    return Stated(month=month, day=day, year=year, era=era)


def month_after_year(cursor: Cursor) -> Stated | None:
    """A year and, after a hyphen without spaces, its month or part: "2021-May", "2021-May-03", "2021-Q3"."""
    start = cursor.at
    year = cursor.number()
    if year is not None and cursor.digits() == 4 and cursor.tight(1) and cursor.tight(2):
        cursor.at += 1
        if cursor.take("-"):
            found = _month_and_day(cursor) or season(cursor)
            if found is not None and found.year is None:
                return replace(found, year=year)
    cursor.at = start
    return None


def _month_and_day(cursor: Cursor) -> Stated | None:
    """A month name, and its day; None when a year follows, which makes the month the end of a range."""
    month = words.MONTHS.get(cursor.take_one(words.MONTHS))
    if month is None:
        return None
    ahead = 1 if cursor.word() == "-" and cursor.tight() and cursor.tight(1) else 0
    if 0 < cursor.digits(ahead) <= 2:
        day, cursor.at = cursor.number(ahead), cursor.at + ahead + 1
        return Stated(month=month, day=day)
    return None if cursor.number() is not None else Stated(month=month)


def _year_after_month(cursor: Cursor) -> tuple[int, str] | None:
    start = cursor.at
    _ = (
        cursor.take(",")
        or cursor.take("of")
        or cursor.take("in")
        or (cursor.tight() and cursor.take_one("-/."))
    )
    if cursor.word() == "'" and cursor.number(1) is not None:
        raise two_digit_year(cursor.text, cursor.number(1) or 0)
    found = year_and_era(cursor)
    if found is None:
        cursor.at = start
    return found


def _spaced_year(cursor: Cursor) -> tuple[int | None, str]:
    """The year after "March 5", which a comma may precede, but no dash."""
    start = cursor.at
    cursor.take(",")
    found = year_and_era(cursor)
    if found is None:
        cursor.at = start
        return None, ""
    return found


def season(cursor: Cursor) -> Stated | None:
    """A part of a year: "spring 2024", "winter 2023/24", "Q1 2022", "2022 H1"."""
    start = cursor.at
    year_first = year_and_era(cursor)
    code = words.SEASONS.get(cursor.take_one(words.SEASONS))
    if code is None and (name := cursor.take_one({"q", "h"})):
        number = cursor.number() or 0
        if cursor.tight() and 1 <= number <= (4 if name == "q" else 2):
            code = (words.FIRST_QUARTER if name == "q" else words.FIRST_HALF) + number - 1
            cursor.at += 1
    if code is None:
        cursor.at = start
        return None
    year, era = year_first or _year_after(cursor)
    if code == words.SEASONS["winter"] and year is not None and cursor.word() in {"-", "/"}:
        second = cursor.number(1)
        if second in {year + 1, (year + 1) % 100}:
            cursor.at += 2
    return Stated(month=code, year=year, era=era)


def year_alone(cursor: Cursor) -> Stated | None:
    """A year, or a bare number ("3", "5, 2021") that a neighbour may explain."""
    if found := year_and_era(cursor):
        return Stated(year=found[0], era=found[1])
    start = cursor.at
    if cursor.take("'") and cursor.digits() == 2:
        raise two_digit_year(cursor.text, cursor.number() or 0)
    cursor.at = start
    day = ordinal(cursor)
    if day is None and 0 < cursor.digits() <= 2:
        day = cursor.number()
        cursor.at += 1
    if day is None:
        return None
    said = cursor.since(start)
    year, era = _spaced_year(cursor) if cursor.word() == "," else (None, "")
    return Stated(number=day, year=year, era=era, words=said if year is None else cursor.since(start))

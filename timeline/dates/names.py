"""What people call one date: `Mar 2022`, `44 BC`, `19th century`, `a day in 2004`, `c. 1950 (uncertain)`."""

from timeline.dates.calendar import MONTH_NAMES, civil_from_days, days_in_month
from timeline.dates.edtf_values import Point, Qualifier
from timeline.dates.unspecified import matching_days, matching_months, year_range

_SEASON_NAMES = ("spring", "summer", "autumn", "winter")
_PARTS = {37: "first third", 38: "second third", 39: "last third", 40: "first half", 41: "second half"}
_OVER_NEW_YEAR = (24, 28, 30)
_SEVERAL = 4  # alternatives that a name lists; more are left to the digits


def name_point(point: Point) -> str:
    """A single date in words, with what is said of its certainty; its EDTF digits when words would say less."""
    return _qualified(point, bare_name(point))


def bare_name(point: Point) -> str:
    """A single date in words, without what is said of its certainty."""
    if point.kind == "time":
        return _time_name(point)
    if "X" in point.year + point.month + point.day:
        return _unspecified_name(point) or "-".join(filter(None, (point.year, point.month, point.day)))
    year, month, day = civil_from_days(point.first_day)
    if point.kind == "year":
        return _estimated_name(point) if "S" in point.year else year_name(year)
    if point.kind == "season":
        return _season_name(int(point.month), _season_year(int(point.month), year))
    return (
        f"{day} {month_name(month)} {year_name(year)}"
        if point.day
        else f"{month_name(month)} {year_name(year)}"
    )


def plain_name(text: str) -> str:
    """A day, a month or a year in words that is written without anything else: most stored dates, which need no grammar.

    >>> plain_name("2022-03-01"), plain_name("0044-12"), plain_name("0000")
    ('1 Mar 2022', 'Dec AD 44', '1 BC')
    """
    year = text[:4] if text[0] != "0" else year_name(int(text[:4]))
    if len(text) == 4:
        return year
    month = month_name(int(text[5:7]))
    return f"{month} {year}" if len(text) == 7 else f"{int(text[8:])} {month} {year}"


def plain_names(start: str, end: str) -> str:
    """What lasts from one such date to another, in words: what they share is said once.

    >>> plain_names("2022-03-01", "2022-03-09"), plain_names("2021-11", "2022-02"), plain_names("1950", "1950")
    ('1–9 Mar 2022', 'Nov 2021 – Feb 2022', 'throughout 1950')
    """
    if start == end:
        return f"throughout {plain_name(start)}"
    if len(start) == len(end) == 4:
        return years_name(int(start), int(end))
    if len(start) != len(end) or start[:4] != end[:4]:
        return f"{plain_name(start)} – {plain_name(end)}"
    first, last = month_name(int(start[5:7])), month_name(int(end[5:7]))
    year = plain_name(start[:4])
    if len(start) == 7:
        return f"{first}–{last} {year}"
    if first == last:
        return f"{int(start[8:])}–{int(end[8:])} {first} {year}"
    return f"{int(start[8:])} {first} – {int(end[8:])} {last} {year}"


def year_name(year: int) -> str:
    """The year as people write it: without zeros in front, with BC, far ones with commas.

    >>> year_name(2018), year_name(-43), year_name(0), year_name(44), year_name(170_000_000)
    ('2018', '44 BC', '1 BC', 'AD 44', '170,000,000')
    """
    if year <= 0:
        return f"{_number(1 - year)} BC"
    return f"AD {year}" if year < 100 else _number(year)


def month_name(month: int) -> str:
    """The first three letters of the month's name."""
    return MONTH_NAMES[month][:3]


def years_name(low: int, high: int) -> str:
    """The years from low to high.

    >>> years_name(2018, 2020), years_name(-49, -40), years_name(-43, 14), years_name(5, 9)
    ('2018–2020', '50–41 BC', '44 BC – AD 14', 'AD 5–9')
    """
    if low == high:
        return year_name(low)
    if high <= 0:
        return f"{_number(1 - low)}–{_number(1 - high)} BC"
    if low <= 0 or low < 100 <= high:
        return f"{year_name(low)} – {year_name(high)}"
    return f"{year_name(low)}–{_number(high)}"


def joined(words: list[str], conjunction: str) -> str:
    """The words with commas, and the conjunction before the last.

    >>> joined(["1667", "1668", "1760"], "or")
    '1667, 1668 or 1760'
    """
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}" if len(words) > 1 else words[0]


def _number(number: int) -> str:
    return str(number) if number <= 9999 else f"{number:,}"


def _ordinal(number: int) -> str:
    ending = "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _qualified(point: Point, name: str) -> str:
    """The name with `c.` when its finest part is approximate, and the uncertain parts behind it."""
    if not point.qualifier:
        return name
    parts = {"year": point.qualifiers[0]}
    if point.month:
        parts["season" if point.kind == "season" else "month"] = point.qualifiers[1]
    if point.day:
        parts["day"] = point.qualifiers[2]
    approximate = [part for part, mark in parts.items() if mark & Qualifier.APPROXIMATE]
    uncertain = [part for part, mark in parts.items() if mark & Qualifier.UNCERTAIN]
    remarks = []
    if approximate and approximate[-1] == list(parts)[-1]:
        name = f"c. {name}"
    elif approximate and approximate == uncertain:
        return f"{name} ({joined(approximate, 'and')} approximate and uncertain)"
    elif approximate:
        remarks.append(f"{joined(approximate, 'and')} approximate")
    if len(uncertain) == len(parts):
        remarks.append("uncertain")
    elif uncertain:
        remarks.append(f"{joined(uncertain, 'and')} uncertain")
    return f"{name} ({', '.join(remarks)})" if remarks else name


def _season_name(code: int, year: str) -> str:
    """A season, quarter, third or half of a year (Level 2, Sub-year groupings)."""
    if 33 <= code <= 36:
        return f"Q{code - 32} {year}".rstrip()
    if code in _PARTS:
        return f"{_PARTS[code]} of {year or 'a year'}"
    side = "" if code <= 24 else " (northern)" if code <= 28 else " (southern)"
    return f"{_SEASON_NAMES[(code - 21) % 4]} {year}".rstrip() + side


def _season_year(code: int, year: int) -> str:
    """The year of a season, or the two years that its winter, or southern summer, lies in."""
    return (
        f"{year}–{(year + 1) % 100:02}" if code in _OVER_NEW_YEAR and 100 <= year <= 9999 else year_name(year)
    )


def _time_name(point: Point) -> str:
    year, month, day = civil_from_days(point.first_day)
    minutes, second = divmod(point.second or 0, 60)
    clock = f"{minutes // 60:02}:{minutes % 60:02}" + (f":{second:02}" if second else "")
    zone = ""
    if point.offset == 0:
        zone = " UTC"
    elif point.offset is not None:
        hours, rest = divmod(abs(point.offset), 60)
        zone = f" {'-' if point.offset < 0 else '+'}{hours:02}:{rest:02}"
    return f"{day} {month_name(month)} {year_name(year)} {clock}{zone}"


def _estimated_name(point: Point) -> str:
    """An estimated year and the years it stands for (Level 2, Significant digits)."""
    mantissa, _, exponent = point.year.partition("S")[0].lstrip("Y").partition("E")
    low, high = civil_from_days(point.first_day)[0], civil_from_days(point.last_day)[0]
    if low == high:
        return year_name(low)
    return f"est. {year_name(int(mantissa) * 10 ** int(exponent or 0))} ({years_name(low, high)})"


def _unspecified_name(point: Point) -> str | None:
    """A date with unspecified digits; None when only its digits say it well."""
    if point.kind == "year":
        return "unknown year" if point.year == "XXXX" else _period(point.year, "")
    if point.kind == "season":
        period = _period(point.year, "the ")
        return None if period is None else f"{_season_name(int(point.month), '')} in {period}"
    if not point.day:
        return _within(_month_alternatives(point.month), point.year)
    if point.day == "XX":
        if point.month == "XX":
            return _within("a day", point.year)
        return (
            _within(f"a day in {month_name(int(point.month))}", point.year) if point.month.isdigit() else None
        )
    if point.month.isdigit():
        return _within(_day_alternatives(point), point.year)
    if point.month == "XX" and point.day.isdigit():
        return _within(f"the {_ordinal(int(point.day))} of a month", point.year)
    return None


def _within(what: str, year: str) -> str | None:
    """Something less than a year in the year that the digits tell."""
    if year == "XXXX":
        return f"{what}, year unknown"
    if "X" not in year:
        indefinite = what in ("a day", "a month") or what.startswith("the ")
        return f"{what} in {year_name(int(year))}" if indefinite else f"{what} {year_name(int(year))}"
    period = _period(year, "the ")
    return None if period is None else f"{what} in {period}"


def _period(year: str, article: str) -> str | None:
    """A decade, century or millennium, or the years from and to; None for other unspecified digits."""
    known = year.rstrip("X")
    if "X" in known:
        return None
    low, high = year_range(year)
    digits = known.lstrip("-")
    before_christ = " BC" if year[0] == "-" else ""
    if len(digits) == 3:
        return f"{article}{low}s" if low >= 100 else f"some year in {years_name(low, high)}"
    if len(digits) == 2:
        return f"{article}{_ordinal(int(digits) + 1)} century{before_christ}"
    if len(digits) == 1:
        return f"{article}{_ordinal(int(digits) + 1)} millennium{before_christ}"
    return None


def _month_alternatives(pattern: str) -> str:
    if pattern == "XX":
        return "a month"
    months = matching_months(pattern)
    if months[-1] - months[0] == len(months) - 1 and len(months) > 1:
        return f"a month in {month_name(months[0])}–{month_name(months[-1])}"
    return joined([month_name(month) for month in months], "or")


def _day_alternatives(point: Point) -> str:
    month = int(point.month)
    longest = days_in_month(2000 if "X" in point.year else int(point.year), month)
    days = [day for day in matching_days(point.day) if day <= longest]
    if len(days) <= _SEVERAL:
        return f"{joined([str(day) for day in days], 'or')} {month_name(month)}"
    return f"a day in {days[0]}–{days[-1]} {month_name(month)}"

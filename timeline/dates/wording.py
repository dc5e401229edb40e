"""A date in English for people, in the precision stored: `Mar 2022`, `before 2018`, `1–3 May 2021`.

In EDTF `a/b` lasts from a to b, and `[a..b]` is one moment not known more closely; so are the words: a dash and
`since` for what lasts, `between`, `or` and `before` for what is not known. Words never say more than the EDTF.
"""

from timeline.dates.calendar import civil_from_days, days_from_civil, days_in_month
from timeline.dates.edtf_values import DateSet, Edge, Interval, Point, Span
from timeline.dates.event_date import EventDate
from timeline.dates.names import (
    bare_name,
    joined,
    month_name,
    name_point,
    plain_name,
    plain_names,
    year_name,
    years_name,
)

_LONGEST = 44  # characters; a set that takes more is counted, not listed
_MOST_MEMBERS = 4
_PLAIN = ("day", "month", "year")  # which stand by themselves at level 0
_UNDATED = {
    (Edge.OPEN, Edge.OPEN): "always",
    (Edge.OPEN, Edge.UNKNOWN): "until an unknown date",
    (Edge.UNKNOWN, Edge.OPEN): "since an unknown date",
}


def wording(date: EventDate) -> str:
    """The date in words; never fails, and falls back to the digits of the EDTF where no honest words are short.

    >>> [wording(EventDate(text)) for text in ("2022-03", "1950%", "18XX", "-0043-03-15", "[..2017]", "2018/..")]
    ['Mar 2022', 'c. 1950 (uncertain)', '19th century', '15 Mar 44 BC', 'before 2018', 'since 2018']
    """
    if date.level == 0 and date.kind in _PLAIN:
        return plain_name(date.text)
    if date.level == 0 and date.is_interval:  # a seventh of the time of the grammar
        start, _, end = date.text.partition("/")
        return plain_names(start, end)
    value = date.value
    if isinstance(value, Point):
        return name_point(value)
    return _interval_words(value) if isinstance(value, Interval) else _set_words(value)


def _interval_words(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if isinstance(start, Point) and isinstance(end, Point):
        if (
            start.year == end.year
            and start.month == end.month
            and start.day == end.day
            and _is_exact(start, end)
        ):
            return f"throughout {bare_name(start)}"
        return _from_to(start, end)
    if isinstance(start, Point):
        return f"since {name_point(start)}" if end is Edge.OPEN else f"{name_point(start)} – unknown"
    if not isinstance(end, Point):
        return _UNDATED[start, end]
    return f"until {name_point(end)}" if start is Edge.OPEN else f"unknown – {name_point(end)}"


def _from_to(start: Point, end: Point) -> str:
    """Both ends with a dash, what they share said once: `1–3 May 2021`, `Nov 2021 – Feb 2022`."""
    if not _is_exact(start, end):
        return f"{name_point(start)} – {name_point(end)}"
    shared, first, last = _shared(start, end)
    if not shared:
        if start.kind == end.kind == "year":
            return years_name(civil_from_days(start.first_day)[0], civil_from_days(end.first_day)[0])
        return f"{first} – {last}"
    dash = " – " if " " in last else "–"
    return f"{first}{dash}{last} {shared}"


def _shared(start: Point, end: Point) -> tuple[str, str, str]:
    """What two exact dates of one precision share in words, and what is left of each; or nothing, and both."""
    year, month, day = civil_from_days(start.first_day)
    last_year, last_month, last_day = civil_from_days(end.first_day)
    if start.kind == end.kind and year == last_year:
        if start.kind == "month":
            return year_name(year), month_name(month), month_name(last_month)
        if start.kind == "day" and month == last_month:
            return f"{month_name(month)} {year_name(year)}", str(day), str(last_day)
        if start.kind == "day":
            return year_name(year), f"{day} {month_name(month)}", f"{last_day} {month_name(last_month)}"
    return "", bare_name(start), bare_name(end)


def _is_exact(*points: Point) -> bool:
    """Whether all are days, months or years with every digit known and nothing said of their certainty."""
    return all(
        point.kind in ("day", "month", "year")
        and not point.qualifier
        and "X" not in point.year + point.month + point.day
        and "S" not in point.year
        for point in points
    )


def _set_words(dates: DateSet) -> str:
    one = dates.kind == "one-of"
    if len(dates.members) == 1:
        member = dates.members[0]
        if isinstance(member, Point):
            return name_point(member)
        return _moment_words(member) if one else _every_words(member)
    if len(dates.members) <= _MOST_MEMBERS:
        words = _list_words(dates.members, "or" if one else "and")
        if len(words) <= _LONGEST:
            return words
    return _count_words(dates, one=one)


def _list_words(members: tuple[Point | Span, ...], conjunction: str) -> str:
    points = [member for member in members if isinstance(member, Point)]
    if len(points) == len(members) and _is_exact(*points):
        pairs = [_shared(points[0], point) for point in points[1:]]
        suffixes = {shared for shared, _, _ in pairs}
        if len(suffixes) == 1 and "" not in suffixes and len({pair[1] for pair in pairs}) == 1:
            return f"{joined([pairs[0][1], *(last for _, _, last in pairs)], conjunction)} {suffixes.pop()}"
    return joined([_member_words(member) for member in members], conjunction)


def _member_words(member: Point | Span) -> str:
    if isinstance(member, Point):
        return name_point(member)
    start, end = member.start, member.end
    if isinstance(start, Point) and isinstance(end, Point):
        return _from_to(start, end)
    return _moment_words(member)


def _moment_words(span: Span) -> str:
    """One moment within a range: `before 2018`, `after 2018`, `between 2018 and 2020`, `early Mar 2024`."""
    start, end = span.start, span.end
    if isinstance(start, Point) and isinstance(end, Point):
        if start == end:
            return name_point(start)
        if not _is_exact(start, end):
            return f"between {name_point(start)} and {name_point(end)}"
        shared, first, last = _shared(start, end)
        return _part_of_month(start, end) or f"between {first} and {last} {shared}".rstrip()
    if isinstance(end, Point):
        if _is_exact(end):
            return f"before {_name_of_day(end.last_day + 1, end.kind)}"
        return f"{name_point(end)} or earlier"
    assert isinstance(start, Point)
    if _is_exact(start):
        return f"after {_name_of_day(start.first_day - 1, start.kind)}"
    return f"{name_point(start)} or later"


def _part_of_month(start: Point, end: Point) -> str | None:
    """The third of a month that the days are: 1 to 10 early, 11 to 20 mid, the rest late."""
    year, month, day = civil_from_days(start.first_day)
    if start.kind != "day" or end.kind != "day":
        return None
    length = days_in_month(year, month)
    for first, last, part in ((1, 10, "early "), (11, 20, "mid-"), (21, length, "late ")):
        if day == first and end.last_day == days_from_civil(year, month, last):
            return f"{part}{month_name(month)} {year_name(year)}"
    return None


def _name_of_day(day: int, kind: str) -> str:
    """The day, or the month or year that it belongs to."""
    year, month, number = civil_from_days(day)
    if kind == "year":
        return year_name(year)
    return (
        f"{month_name(month)} {year_name(year)}"
        if kind == "month"
        else f"{number} {month_name(month)} {year_name(year)}"
    )


def _every_words(span: Span) -> str:
    """All the dates of a range: `every year 1980–1985`, `every month since Mar 2020`."""
    start, end = span.start, span.end
    if isinstance(start, Point) and isinstance(end, Point):
        return f"every {start.kind} {_from_to(start, end)}"
    if isinstance(start, Point):
        return f"every {start.kind} since {name_point(start)}"
    assert isinstance(end, Point)
    return f"every {end.kind} until {name_point(end)}"


def _count_words(dates: DateSet, *, one: bool) -> str:
    """A long set by its number and its years: `one of 12 dates, 1667–1760`."""
    exact = all(isinstance(member, Point) for member in dates.members)
    number = f"{len(dates.members):,}" if exact else "several"
    years = ""
    if dates.first_day is not None and dates.last_day is not None:
        years = ", " + years_name(civil_from_days(dates.first_day)[0], civil_from_days(dates.last_day)[0])
    elif dates.first_day is not None:
        years = f" since {year_name(civil_from_days(dates.first_day)[0])}"
    elif dates.last_day is not None:
        years = f" until {year_name(civil_from_days(dates.last_day)[0])}"
    return f"one of {number} dates{years}" if one else f"{number} dates{years}"

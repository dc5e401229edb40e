"""The grammar of EDTF, the Extended Date/Time Format of the Library of Congress (4 February 2019), levels 0 to 2.

`parse_edtf` turns an expression into a value of `timeline.dates.edtf_values`. Where implementations disagree the
specification's text decides:

- Seasons are meteorological: spring is March to May, winter is December to February of the next year; 25 to 28
  are the northern seasons, 29 to 32 the southern ones, 33 to 36 quarters, 37 to 39 spans of four months, 40 and 41
  half-years (Level 2, Sub-year groupings).
- `1950S2` is some year from 1900 to 1999: the estimate 1950 has two significant digits (Level 2, Significant digits).
  With as many digits as the year has, or more, nothing is left to estimate: `1950S4` and `1950S5` are 1950.
- An interval has no time of day. `../`, `/..` and `../..` are open or unknown at their ends, `/` alone says nothing.
  One is wrong only when no reading of it puts its start at or before its end: `1985-XX-02/1985-XX-01` stands.
- A set has no spaces, and both ends of a `..` in it have one precision; `..` before the first member and after the
  last means every date before and after.
- `Y` begins a year of more than four digits, or one with an exponent: `Y1700` is refused, `Y17E2` stands.
- Offsets from UTC go from -12:00 to +14:00, never -00:00 (ISO 8601-1, 5.3.4.1). 24:00:00 is the end of its day, and
  the minute has no second 60. Fractions of a second, week dates, ordinal dates and the two-digit century are not in EDTF.
- Years beyond 10^11 either way are refused, before any number of that size is computed: a day and a second of any
  year that remains fit 64 bits.
"""

from timeline.dates import mistakes
from timeline.dates.edtf_points import parse_point
from timeline.dates.edtf_values import DateSet, Edge, Edtf, Interval, Point, Span, sum_of_qualifiers
from timeline.errors import DateError, shown


def parse_edtf(text: str) -> Edtf:
    """What an EDTF expression of level 0, 1 or 2 says; DateError, with what is wrong in words, for any other text.

    >>> parse_edtf("2022-03").kind, parse_edtf("[1667,1668]").kind, parse_edtf("1950~/..").level
    ('month', 'one-of', 1)
    """
    try:
        return _expression(text)
    except mistakes.UnreadableError as error:
        raise mistakes.unreadable(text, error.part, readable) from None


def readable(text: str) -> bool:
    """Whether the text is an EDTF expression."""
    try:
        _expression(text)
    except DateError:
        return False
    return True


def _expression(text: str) -> Edtf:
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    return parse_point(text)


def _set(text: str) -> DateSet:
    kind, closing = ("one-of", "]") if text[0] == "[" else ("all-of", "}")
    if text[-1] != closing:
        raise mistakes.unclosed_set(text, closing)
    parts = text[1:-1].split(",")
    end = len(parts) - 1
    members: list[Point | Span] = []
    firsts: list[int] = []
    lasts: list[int] = []
    open_start = open_end = False
    qualifier = 0
    for place, part in enumerate(parts):
        member = _span(part, first=place == 0, last=place == end) if ".." in part else _member(part)
        members.append(member)
        start, stop = (member.start, member.end) if isinstance(member, Span) else (member, member)
        if isinstance(start, Point):
            firsts.append(start.first_day)
        else:
            open_start = True
        if isinstance(stop, Point):
            lasts.append(stop.last_day)
        else:
            open_end = True
        qualifier |= sum_of_qualifiers((start, stop))
    return DateSet(
        kind=kind,
        members=tuple(members),
        first_day=None if open_start else min(firsts),
        last_day=None if open_end else max(lasts),
        qualifier=qualifier,
    )


def _span(part: str, *, first: bool, last: bool) -> Span:
    before, _, after = part.partition("..")
    start = _member(before) if before else Edge.OPEN
    end = _member(after) if after else Edge.OPEN
    if isinstance(start, Point) and isinstance(end, Point):
        if start.kind != end.kind:
            raise DateError(
                f"the ends of {shown(part)} differ in precision",
                hint="both ends of a .. in a set are days, or months, or years, as in [2018-01..2018-03]",
            )
        if start.first_day > end.last_day:
            raise mistakes.reversed_ends(part, f"{after}..{before}")
    elif start is end:
        raise DateError(
            f"{shown(part)} is a range without a date", hint='write a date beside it, as in "[..2018]"'
        )
    elif start is Edge.OPEN and not first:
        raise DateError(
            f"{shown(part)} is not the first member of its set", hint="put the range without a start first"
        )
    elif end is Edge.OPEN and not last:
        raise DateError(
            f"{shown(part)} is not the last member of its set", hint="put the range without an end last"
        )
    return Span(start=start, end=end)


def _member(part: str) -> Point:
    if not part:
        raise DateError("a set has an empty member", hint='write dates between commas, as in "[2022,2023]"')
    point = parse_point(part)
    if point.kind == "time":
        raise mistakes.time_within(part, "a set")
    return point


def _interval(text: str) -> Interval:
    before, _, after = text.partition("/")
    if "/" in after:
        raise mistakes.UnreadableError(text)
    start, end = _end(before), _end(after)
    level = 1 if isinstance(start, Edge) or isinstance(end, Edge) else 0
    for point in (start, end):
        if isinstance(point, Point):
            # Unspecified digits within an interval are of level 2 (Level 2, Interval).
            level = max(level, 2 if "X" in point.year + point.month + point.day else point.level)
    if isinstance(start, Point) and isinstance(end, Point):
        if start.first_day > end.last_day:
            raise mistakes.reversed_ends(text, f"{after}/{before}")
    elif start is Edge.UNKNOWN and end is Edge.UNKNOWN:
        raise DateError(
            f"{shown(text)} is an interval without a date",
            hint='write a date at one end, as in "../2018" or "2018/.."',
        )
    return Interval(start=start, end=end, level=level)


def _end(part: str) -> Point | Edge:
    if not part:
        return Edge.UNKNOWN
    if part == "..":
        return Edge.OPEN
    point = parse_point(part)
    if point.kind == "time":
        raise mistakes.time_within(part, "an interval")
    return point

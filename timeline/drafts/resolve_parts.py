"""What parts of a period mean: "the end of" a year, "the third quarter of" it, "the first day of" a month."""

from dataclasses import replace

from timeline.dates.periods import UNITS, Period, finer
from timeline.drafts.numerals import cardinal, ordinal
from timeline.drafts.reading import Found, Reading, Setting, dated
from timeline.drafts.units import ANY_UNIT, EDGES, duration, modifier


def edge(found: Found, _setting: Setting) -> Reading | None:
    """The beginning, middle or end of a period."""
    inner = found.inner
    if inner is None or inner.type in ("DURATION", "SET") or inner.parts:
        return None
    words = found.words("edge") or found.words("way")
    mod = next((EDGES[word] for word in words if word in EDGES), None)
    if inner.period is None or inner.clock:
        return replace(inner, mod=mod) if inner.clock and "-" not in words else None
    if (
        found.has("way")
        and inner.period.unit == "day"
        and not inner.explicit
        and found.words("way")[0] in ("earlier", "later")
    ):
        return replace(inner, mod=mod)
    if found.has("way") and inner.explicit and words[0] in ("later", "earlier"):
        return None
    return replace(inner, mod=mod, edtf=part_of_period(inner.period, mod) or inner.edtf)


def part_of_period(period: Period, mod: str | None) -> str | None:
    """EDTF for the beginning, middle or end of a month, a year, a decade or a century.

    >>> part_of_period(Period.of_month(2024, 3), "START"), part_of_period(Period("century", 19), "MID")
    ('[2024-03-01..2024-03-10]', '1950~')
    >>> part_of_period(Period("year", 2024), "END"), part_of_period(Period("decade", 199), "START")
    ('[2024-09..2024-12]', '[1990..1993]')
    """
    if mod not in ("START", "MID", "END"):
        return None
    third = ("START", "MID", "END").index(mod)
    if period.unit == "month":
        days = ((1, 10), (11, 20), (21, period.last_day - period.first_day + 1))[third]
        return f"[{period.within('day').shift(days[0] - 1).edtf}..{period.within('day').shift(days[1] - 1).edtf}]"
    if period.unit == "year":
        months = ((0, 3), (4, 7), (8, 11))[third]
        first = Period.of_month(period.index, 1)
        return f"[{first.shift(months[0]).edtf}..{first.shift(months[1]).edtf}]"
    if period.unit == "century" and mod == "MID" and period.index >= 0:
        return f"{period.index:02d}50~"
    if period.unit == "season":
        return f"{period.within('month').shift(third).edtf}~"
    if period.unit == "decade" and mod == "MID" and period.index >= 0:
        return f"{period.index:03d}5~"
    if period.unit in ("decade", "century") and period.index >= 0:
        size = 1 if period.unit == "decade" else 10
        years = ((0, 3), (4, 6), (7, 9)) if size == 1 else ((0, 33), (34, 66), (67, 99))
        year = period.year
        return f"[{year + years[third][0]:04d}..{year + years[third][1]:04d}]"
    return None


def settled(found: Found) -> Period | None:
    """The period of the expression that follows, where it has one."""
    inner = found.inner
    return inner.period if inner and inner.type in ("DATE", "TIME") and not inner.parts else None


def half_of(found: Found, _setting: Setting) -> Reading | None:
    """The second half of a year; of longer periods, their beginning or end."""
    period, number = settled(found), ordinal(found.words("number"))
    if period is None or found.inner is None:
        return None
    if period.unit == "year":
        return replace(
            dated(Period.of_year(period.index, "half", 2 if number in (2, -1) else 1), "half of a year"),
            anchor=found.inner.anchor,
            explicit=found.inner.explicit,
        )
    mod = "END" if number in (2, -1) else "START"
    return (
        replace(found.inner, mod=mod, edtf=_half_edtf(period, mod) or found.inner.edtf)
        if finer("day", period.unit)
        else None
    )


def _half_edtf(period: Period, mod: str) -> str | None:
    if period.unit == "century" and period.index >= 0:
        first = period.year + (50 if mod == "END" else 0)
        return f"[{first:04d}..{first + 49:04d}]"
    return part_of_period(period, mod)


def quarter_of(found: Found, _setting: Setting) -> Reading | None:
    """The third quarter of that year."""
    period, number = settled(found), ordinal(found.words("number"))
    number = 4 if number == -1 else number
    if period is None or period.unit != "year" or number is None or number > 4 or found.inner is None:
        return None
    return replace(
        dated(Period.of_year(period.index, "quarter", number), "quarter of a year"), anchor=found.inner.anchor
    )


def nth_of(found: Found, _setting: Setting) -> Reading | None:
    """The first day of March, the last week of the year, the second decade of the century."""
    period, number = settled(found), ordinal(found.words("number"))
    unit = ANY_UNIT[found.word("unit")]
    if (
        period is None
        or number is None
        or found.inner is None
        or unit not in UNITS
        or not finer(unit, period.unit)
    ):
        return None
    if number > 0:
        first = period.within("day").within(unit)
        first = first if first.first_day >= period.first_day or unit == "week" else first.shift(1)
        target = first.shift(number - 1)
    else:
        target = Period("day", period.last_day).within(unit)
    if target.first_day > period.last_day:
        return None
    return dated(
        target, f"counted within {period.value}", anchor=found.inner.anchor, explicit=found.inner.explicit
    )


def days_of(found: Found, _setting: Setting) -> Reading | None:
    """The first two weeks of 2021: a length."""
    period = settled(found)
    if period is None:
        return None
    count = cardinal(found.words("count")) if found.has("count") else None
    return Reading(
        type="DURATION",
        value=duration(count, ANY_UNIT[found.word("unit")]),
        reason=f"a length within {period.value}",
        mod="START" if found.word("way") in ("first", "opening") else "END",
    )


def approximately(found: Found, _setting: Setting) -> Reading | None:
    """Around a date."""
    inner = found.inner
    word = found.tokens.word(found.first).lower()
    if (
        inner is None
        or inner.type != "DATE"
        or inner.parts
        or word in ("just", "only", "over", "some", "barely")
        or inner.period is None
    ):
        return None
    if word == "c" and found.after() == "":
        return None
    if word == "sometime":
        return inner
    mod = modifier((word,))
    edtf = (
        inner.edtf + "~"
        if inner.edtf and inner.edtf[-1:].isdigit() and "/" not in inner.edtf and "S" not in inner.edtf
        else inner.edtf
    )
    return replace(inner, mod=mod or "APPROX", edtf=edtf)


def paired_edge(found: Found, _setting: Setting) -> Reading | None:
    """Mid- to late March."""
    inner = found.inner
    if inner is None or inner.period is None or not inner.mod or inner.parts:
        return None
    mod = EDGES[found.word("edge")]
    first = replace(inner, mod=mod, edtf=part_of_period(inner.period, mod) or inner.edtf)
    return Reading(
        parts=((found.match.start("edge"), found.match.start("edge") + 1, first), (*found.inner_span, inner))
    )


def possessed(found: Found, _setting: Setting) -> Reading | None:
    """Next year's first quarter."""
    period, number = settled(found), ordinal(found.words("number"))
    piece = found.word("piece")
    size = 4 if piece == "quarter" else 2
    number = size if number == -1 else number
    if (
        period is None
        or period.unit != "year"
        or number is None
        or not 1 <= number <= size
        or found.inner is None
    ):
        return None
    return replace(
        dated(Period.of_year(period.index, piece, number), f"{piece} of that year"), anchor=found.inner.anchor
    )


def possessed_edge(found: Found, _setting: Setting) -> Reading | None:
    """The year's end."""
    inner = found.inner
    if inner is None or inner.period is None or inner.clock or inner.parts:
        return None
    mod = EDGES[found.word("edge")]
    return replace(inner, mod=mod, edtf=part_of_period(inner.period, mod) or inner.edtf)

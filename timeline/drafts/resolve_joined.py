"""What two expressions mean together: "the end of" + a date, "Friday" + "morning", "15 to" + "22 February"."""

from dataclasses import replace

from timeline.dates.calendar import weekday
from timeline.dates.periods import Period, finer
from timeline.drafts.english_words import ANYDAY, ANYMONTH, ANYSEASON, PART
from timeline.drafts.numerals import cardinal, ordinal
from timeline.drafts.reading import Found, Reading, Setting, dated
from timeline.drafts.resolve_ago import moved_by
from timeline.drafts.resolve_calendar import month_key
from timeline.drafts.resolve_clock import at_time, clock_text, in_part
from timeline.drafts.units import ANY_UNIT, EDGES, UNTOLD_VALUES, step_of


def weekday_and(found: Found, _setting: Setting) -> Reading | None:
    """A weekday beside its date: the date it is, checked against the weekday, which may settle the year."""
    inner = found.inner
    word = found.raw("day").rstrip(".")
    number = ANYDAY.get(word, ANYDAY.get(word.lower(), ANYDAY.get(word.capitalize(), 0)))
    if inner is None or inner.period is None or inner.period.unit != "day" or inner.clock == "TXX":
        return None
    if (inner.period.unit == "day" and inner.reason.startswith(("weekday", "the dateline"))) or inner.parts:
        return None
    if inner.explicit or weekday(inner.period.index) == number:
        wrong = weekday(inner.period.index) != number
        return replace(
            inner,
            reason=inner.reason
            + ("; its weekday is not the one the text names" if wrong else ", and its weekday"),
        )
    day, month = inner.period, inner.period.month
    for step in (-1, 1, -2, 2, -3, 3):
        other = day.moved(step, "year")
        if weekday(other.index) == number and other.month == month:
            return replace(
                inner,
                period=other,
                value=other.value,
                edtf=other.edtf,
                reason="the nearest year in which that date has that weekday",
            )
    return replace(inner, reason=inner.reason + "; its weekday is not the one the text names")


def month_of(found: Found, _setting: Setting) -> Reading | None:
    """July of that year."""
    inner = found.inner
    if inner is None or inner.period is None or inner.period.unit != "year" or inner.mod or inner.clock:
        return None
    if found.match.end() - found.match.start() == 1 and inner.explicit:
        return None
    return replace(
        dated(Period.of_month(inner.period.index, ANYMONTH[month_key(found)]), "month of that year"),
        anchor=inner.anchor,
    )


def month_day_of(found: Found, _setting: Setting) -> Reading | None:
    """25 July of that year."""
    inner = found.inner
    tail = "" if found.has("month") else "2"
    day = ordinal(found.words("day" + tail))
    if (
        inner is None
        or inner.period is None
        or inner.period.unit != "year"
        or inner.mod
        or day is None
        or inner.explicit
    ):
        return None
    try:
        return dated(
            Period.day(inner.period.index, ANYMONTH[month_key(found, "month" + tail)], day),
            "day of that year",
            anchor=inner.anchor,
        )
    except ValueError:
        return None


def season_of(found: Found, _setting: Setting) -> Reading | None:
    """The spring of that year."""
    inner = found.inner
    if inner is None or inner.period is None or inner.period.unit != "year" or inner.mod:
        return None
    return replace(
        dated(
            Period.of_year(inner.period.index, "season", ANYSEASON[found.word("season")]),
            "season of that year",
        ),
        anchor=inner.anchor,
    )


def numbered_day_of(found: Found, _setting: Setting) -> Reading | None:
    """The 5th of last month."""
    inner, number = found.inner, ordinal(found.words("number"))
    if inner is None or inner.period is None or inner.period.unit != "month" or number is None:
        return None
    try:
        return dated(
            Period.day(inner.period.year, inner.period.month, number),
            "day of that month",
            anchor=inner.anchor,
        )
    except ValueError:
        return None


def part_of(found: Found, _setting: Setting) -> Reading | None:
    """The night of 20 June."""
    inner = found.inner
    if inner is None or inner.period is None or inner.period.unit != "day" or inner.clock or inner.parts:
        return None
    return replace(
        in_part(
            inner.period,
            PART[found.word("part")],
            "part of that day",
            inner.anchor,
            EDGES.get(found.word("edge")),
        ),
        explicit=inner.explicit,
    )


def eve_of(found: Found, _setting: Setting) -> Reading | None:
    """The eve of a day."""
    inner = found.inner
    if inner is None or inner.period is None or inner.period.unit != "day" or inner.parts:
        return None
    return dated(inner.period.shift(-1), "the day before", anchor=inner.anchor, explicit=inner.explicit)


def time_of(found: Found, _setting: Setting) -> Reading | None:
    """8 p.m. on Friday."""
    inner, times = found.inner, clock_text(found.words("time"))
    if (
        inner is None
        or inner.period is None
        or inner.period.unit != "day"
        or inner.clock.startswith("T0")
        or times is None
        or inner.parts
    ):
        return None
    return replace(
        at_time(inner.period, times[0], times[1], inner.reason, inner.anchor), explicit=inner.explicit
    )


def at_clock(found: Found, setting: Setting) -> Reading | None:
    """Friday at 8 p.m."""
    return None if found.after() in ("on", "of") else time_of(found, setting)


def offset(found: Found, _setting: Setting) -> Reading | None:
    """Two days before a date."""
    inner, unit = found.inner, ANY_UNIT[found.word("unit")]
    if (
        inner is None
        or inner.period is None
        or inner.parts
        or inner.type != "DATE"
        or unit in ("hour", "minute", "second")
    ):
        return None
    count = cardinal(found.words("count")) if found.has("count") else 1.0
    sign = -1 if found.words("way")[0] in ("before", "prior") else 1
    if count is None:
        return Reading(value=UNTOLD_VALUES.get(unit, "XXXX"), reason="how many is not said")
    if found.words("way")[0] == "since" or (
        found.words("way")[0] == "from"
        and found.tokens.word(found.inner_span[1]).lower() in ("to", "until", "till", "through")
    ):
        return None  # "64 days from 1 May to 3 July": a length beside a range
    if finer(unit, inner.period.unit) and not (inner.period.unit == "year" and unit == "month"):
        return None
    moved = moved_by(inner.period, sign * count, unit)
    return None if moved is None else dated(moved, f"counted from {inner.period.value}", anchor=inner.period)


def and_part(found: Found, _setting: Setting) -> Reading | None:
    """Friday morning."""
    inner = found.inner
    if (
        inner is None
        or inner.period is None
        or inner.period.unit != "day"
        or inner.clock
        or inner.parts
        or found.word("part").endswith("s")
    ):
        return None
    return replace(
        in_part(
            inner.period, PART[found.word("part")], inner.reason, inner.anchor, EDGES.get(found.word("edge"))
        ),
        explicit=inner.explicit,
    )


def of_year(found: Found, setting: Setting) -> Reading | None:
    """March last year, 5 May of the same year."""
    inner, words = found.inner, found.words("step")
    told = words[-1] in ("same", "that", "following", "previous", "preceding", "succeeding")
    here = setting.there if told or setting.narrative else setting.here
    if inner is None or here is None or inner.explicit or inner.clock or inner.parts or inner.period is None:
        return None
    if inner.period.unit not in ("day", "month", "season", "quarter", "half") or inner.reason.startswith(
        ("the dateline", "weekday", "the day")
    ):
        return None
    year = here.year + step_of(words)
    period = inner.period.moved(year - inner.period.year, "year")
    if inner.period.unit == "season":
        period = Period("season", inner.period.index % 4 + 4 * year)
    return replace(
        inner, period=period, value=period.value, edtf=period.edtf, reason=f"in the year {year}", anchor=here
    )


def eve_weekend(found: Found, _setting: Setting) -> Reading | None:
    """A feast's weekend."""
    inner = found.inner
    if (
        inner is None
        or inner.period is None
        or inner.period.unit != "day"
        or not inner.reason.startswith("day with a name")
    ):
        return None
    week = inner.period.within("weekend")
    return dated(
        week if weekday(inner.period.index) >= 3 else week.shift(-1),
        "the weekend of that day",
        anchor=inner.anchor,
    )

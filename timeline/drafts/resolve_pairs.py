"""What two expressions mean that share a month, a year or an era: "15 to 22 February", "264 to 146 BC"."""

from timeline.dates.periods import Period
from timeline.drafts.english_words import ANYMONTH, ANYSEASON
from timeline.drafts.numerals import ordinal
from timeline.drafts.reading import Found, Reading, Setting, dated
from timeline.drafts.resolve_calendar import month_key
from timeline.drafts.resolve_months import is_month
from timeline.drafts.units import ANY_UNIT


def paired_day(found: Found, _setting: Setting) -> Reading | None:
    """3 to 5 May: two days that share the month."""
    inner = found.inner
    if inner is None or inner.period is None or inner.clock or inner.mod:
        return None
    shared = inner.parts[0][2].period if inner.parts else inner.period
    day = ordinal(found.words("day"))
    if shared is None or shared.unit != "day" or day is None or not 1 <= day <= 31:
        return None
    start_word = found.tokens.word(found.inner_span[0]).lower()
    if not (start_word[:1].isdigit() or start_word == "the" or ordinal((start_word,))):
        return None
    try:
        first = Period.day(shared.year, shared.month, day)
    except ValueError:
        return None
    if day >= int(shared.value[-2:]):
        return None
    reading = dated(first, "day whose month is said later", anchor=inner.anchor, explicit=inner.explicit)
    parts = [(found.match.start("day"), found.match.end("day"), reading)]
    second = ordinal(found.words("day2")) if found.has("day2") else None
    if second and day < second < int(shared.value[-2:]):
        parts.append(
            (
                found.match.start("day2"),
                found.match.end("day2"),
                dated(
                    Period.day(shared.year, shared.month, second),
                    "day whose month is said later",
                    anchor=inner.anchor,
                ),
            )
        )
    rest = inner.parts or ((*found.inner_span, inner),)
    return Reading(parts=(*parts, *rest))


def paired_era(found: Found, _setting: Setting) -> Reading | None:
    """264 to 146 BC: two years that share the era."""
    inner = found.inner
    year = 1 - int(found.word("year"))
    if (
        inner is None
        or inner.period is None
        or inner.reason != "year BC"
        or inner.parts
        or year >= inner.period.index
    ):
        return None
    first = dated(Period("year", year), "year BC, its era said later", explicit=True)
    return Reading(parts=((found.first, found.match.end("year"), first), (*found.inner_span, inner)))


def paired_month(found: Found, _setting: Setting) -> Reading | None:
    """January and February 1937: two months that share the year."""
    inner = found.inner
    if (
        inner is None
        or inner.period is None
        or not inner.explicit
        or inner.period.unit != "month"
        or inner.parts
        or inner.mod
    ):
        return None
    name = found.raw("month").rstrip(".")
    month = ANYMONTH.get(name) or ANYMONTH.get(name.lower()) or 0
    if not month or name.islower():
        return None
    year = inner.period.year - (1 if month > inner.period.month else 0)
    first = dated(Period.of_month(year, month), "month whose year is said later", explicit=True)
    return Reading(
        parts=((found.match.start("month"), found.match.end("month"), first), (*found.inner_span, inner))
    )


def paired_month_day(found: Found, _setting: Setting) -> Reading | None:
    """July 1 to July 3, 1863: two days that share the year."""
    inner = found.inner
    if (
        inner is None
        or inner.period is None
        or not inner.explicit
        or inner.period.unit != "day"
        or inner.parts
        or inner.clock
    ):
        return None
    tail = "" if found.has("month") else "2"
    month, day = ANYMONTH[month_key(found, "month" + tail)], ordinal(found.words("day" + tail))
    try:
        first = Period.day(inner.period.year, month, day or 0)
    except ValueError:
        return None
    if first > inner.period:
        first = first.moved(-1, "year")
    start = min(found.match.start("month" + tail), found.match.start("day" + tail))
    end = max(found.match.end("month" + tail), found.match.end("day" + tail))
    return Reading(
        parts=(
            (start, end, dated(first, "day whose year is said later", explicit=True)),
            (*found.inner_span, inner),
        )
    )


def paired_season(found: Found, _setting: Setting) -> Reading | None:
    """The spring and summer of 1919."""
    inner = found.inner
    if inner is None or inner.period is None or inner.period.unit != "season" or inner.parts:
        return None
    first = dated(
        Period.of_year(inner.period.index // 4, "season", ANYSEASON[found.word("season")]),
        "season whose year is said later",
        anchor=inner.anchor,
        explicit=inner.explicit,
    )
    end = found.match.end("season")
    return Reading(parts=((found.first, end, first), (*found.inner_span, inner)))


def and_day(found: Found, _setting: Setting) -> Reading | None:
    """April 6-7: two days that share the month."""
    inner = found.inner
    day = ordinal(found.words("day"))
    if (
        inner is None
        or inner.period is None
        or inner.period.unit != "day"
        or inner.clock
        or inner.parts
        or day is None
    ):
        return None
    if found.tokens.codes[found.match.start("day")] not in "abceD":
        return None
    last = found.tokens.word(found.inner_span[1] - 1).lower()
    if not (last[:1].isdigit()) or len(last) > 4:
        return None
    own = int(inner.period.value[-2:])
    after = found.after()
    if (
        day <= own
        or after in ANY_UNIT
        or is_month(after)
        or after in ("%", "percent", ":", "million")
        or (
            found.tokens.codes[found.end : found.end + 1] == "w"
            and found.word("glue") in ("and", "or", "to")
            and after.endswith("s")
        )
    ):
        return None
    try:
        second = Period.day(inner.period.year, inner.period.month, day)
    except ValueError:
        return None
    return Reading(
        parts=(
            (*found.inner_span, inner),
            (
                found.match.start("day"),
                found.end,
                dated(second, "day whose month is said before", anchor=inner.anchor, explicit=inner.explicit),
            ),
        )
    )


def and_short_year(found: Found, _setting: Setting) -> Reading | None:
    """1939-45: the second year in two figures."""
    inner = found.inner
    word = found.word("year")
    if (
        inner is None
        or inner.period is None
        or inner.period.unit != "year"
        or inner.parts
        or inner.mod
        or len(word) != 2
    ):
        return None
    if (
        found.tokens.ends[found.inner_span[1] - 1] != found.tokens.starts[found.inner_span[1]]
        or found.after() in ("-", "/")
        or inner.period.index < 1000
    ):
        return None
    year = inner.period.index // 100 * 100 + int(word)
    if year <= inner.period.index:
        return None
    return Reading(
        parts=(
            (*found.inner_span, inner),
            (
                found.match.start("year"),
                found.end,
                dated(Period("year", year), "year of two figures after a full one", explicit=True),
            ),
        )
    )

"""What decades, centuries, seasons, quarters, halves and weeks of the calendar mean."""

from timeline.dates.periods import Period
from timeline.drafts.english_words import ANYSEASON, HALF_YEAR, ONES, ROMAN_QUARTER
from timeline.drafts.numerals import decade_of, ordinal
from timeline.drafts.reading import AHEAD, Found, Reading, Setting, dated
from timeline.drafts.resolve_calendar import with_era, year_of
from timeline.drafts.word_lists import word_list


def calendar_decade(found: Found, setting: Setting) -> Reading | None:
    """A decade, of the dateline's century or the one before when it is not said."""
    start, said = decade_of(found.word("decade"))
    if found.has("hundred"):
        start, said = ONES[found.word("hundred")] * 100 + start, True
    elif not said:
        if found.word("decade").endswith("ies") and found.before() in ("their", "his", "her", "my"):
            return None
        around = setting.here.year if setting.here else 2000
        start = start + around // 100 * 100
        start -= 100 if start > around else 0
    if start % 100 == 0 and said and start % 1000 and start < 1900:
        return dated(Period("century", start // 100), "the hundreds of a century", explicit=True)
    return dated(Period("decade", start // 10), "decade", explicit=said)


def calendar_century(found: Found, _setting: Setting) -> Reading | None:
    """A century by its number."""
    number = ordinal(found.words("number"))
    if not number or number < 1 or number > 40:
        return None
    index = -number if with_era(1, found) < 1 else number - 1
    return dated(Period("century", index), "century", explicit=True)


def two_centuries(found: Found, _setting: Setting) -> Reading | None:
    """Two centuries that share the word."""
    first, second = ordinal(found.words("number")), ordinal(found.words("second"))
    if not first or not second or max(first, second) > 40:
        return None
    start = found.match.start("second")
    later = dated(Period("century", second - 1), "century", explicit=True)
    earlier = dated(Period("century", first - 1), "century, its noun said later", explicit=True)
    return Reading(parts=((found.first, found.match.end("number"), earlier), (start, found.end, later)))


def calendar_season(found: Found, setting: Setting) -> Reading | None:
    """A season of a year."""
    year = year_of(setting, found.words("year"))
    return (
        None
        if year is None
        else dated(
            Period.of_year(year, "season", ANYSEASON[found.word("season")]), "season of a year", explicit=True
        )
    )


def bare_season(found: Found, setting: Setting) -> Reading | None:
    """A season alone: the latest up to the dateline, or the next one in the future tense."""
    before = found.before()
    if found.word("season") == "fall" and (
        before not in ("in", "during", "by", "since", "until") or found.after() in ("of", "in")
    ):
        return None
    articled = found.tokens.word(found.first).lower() == "the"
    if not articled and before not in word_list(
        "in by since until during of last this early late mid every for to and -"
    ):
        return None
    if found.after() in (
        "offensive",
        "games",
        "olympics",
        "camp",
        "school",
        "house",
        "palace",
        "war",
        "onion",
        "break",
        "water",
    ):
        return None
    here = setting.here
    number = ANYSEASON[found.word("season")]
    if here is None:
        return Reading(
            value=f"XXXX-{('SP', 'SU', 'FA', 'WI')[number - 1]}",
            reason="no year is named, and there is no dateline",
        )
    if setting.narrative:
        return dated(Period.of_year(here.year, "season", number), "year of the date told last", anchor=here)
    now = here.within("season")
    back = now.shift(-((now.index - (number - 1)) % 4))
    if setting.tense(found.tokens, found.first, found.end) == AHEAD and back != now:
        return dated(back.shift(4), "the next such season, in the future tense", anchor=here)
    return dated(back, "the latest such season up to the dateline", anchor=here)


def calendar_quarter(found: Found, setting: Setting) -> Reading | None:
    """A quarter of a year."""
    year = year_of(setting, found.words("year") or found.words("year2"))
    code = found.word("code") or found.word("code2")
    number = ROMAN_QUARTER[code] if code else ordinal(found.words("number"))
    number = 4 if number == -1 else number
    if year is None or number is None or not 1 <= number <= 4:
        return None
    return dated(Period.of_year(year, "quarter", number), "quarter of a year", explicit=True)


def bare_quarter(found: Found, setting: Setting) -> Reading | None:
    """A quarter alone: of the dateline's year, or the year before when it would lie ahead."""
    here = setting.here
    number = ROMAN_QUARTER[found.word("code")] if found.has("code") else ordinal(found.words("number"))
    if number is None or number > 4:
        return None
    if here is None:
        return Reading(
            value=f"XXXX-Q{number}" if number > 0 else "XXXX-Q4",
            reason="no year is named, and there is no dateline",
        )
    now = here.within("quarter")
    if number == -1 and "last" in found.words("number"):
        return dated(now.shift(-1), "the quarter before the dateline's", anchor=here)
    number = 4 if number == -1 else number
    quarter = Period.of_year(here.year, "quarter", number)
    if quarter > now and setting.tense(found.tokens, found.first, found.end) != AHEAD:
        quarter = quarter.shift(-4)
    return dated(quarter, "the latest such quarter up to the dateline", anchor=here)


def calendar_half(found: Found, setting: Setting) -> Reading | None:
    """A half of a year."""
    year = year_of(setting, found.words("year") or found.words("year2"))
    code = found.word("code") or found.word("code2")
    number = HALF_YEAR[code] if code else ordinal(found.words("number"))
    return (
        None
        if year is None
        else dated(
            Period.of_year(year, "half", 2 if number in (2, -1) else 1), "half of a year", explicit=True
        )
    )


def bare_half(found: Found, setting: Setting) -> Reading | None:
    """A half of the year told."""
    if setting.here is None:
        return None
    number = ordinal(found.words("number"))
    return dated(
        Period.of_year(setting.here.year, "half", 2 if number in (2, -1) else 1),
        "half of the dateline's year",
        anchor=setting.here,
    )


def numbered_week(found: Found, setting: Setting) -> Reading | None:
    """An ISO week by its number."""
    year = (
        year_of(setting, found.words("year"))
        if found.has("year")
        else setting.here.year
        if setting.here
        else None
    )
    number = int(found.word("number"))
    if year is None or not 1 <= number <= 53:
        return None
    return dated(
        Period.day(year, 1, 4).within("week").shift(number - 1),
        "ISO week",
        anchor=None if found.has("year") else setting.here,
    )

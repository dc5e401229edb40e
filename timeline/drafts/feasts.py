"""Days with names: those with a fixed date, those by weekday, and those that follow Easter."""

from timeline.dates.calendar import days_from_civil, days_in_month, weekday
from timeline.drafts.english_words import MONTH
from timeline.drafts.numerals import spelled_year
from timeline.drafts.periods import Period, easter
from timeline.drafts.reading import AHEAD, UNTOLD, Found, Reading, Setting, dated

_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year": (1, 1),
    "new year day": (1, 1),
    "new year eve": (12, 31),
    "halloween": (10, 31),
    "independence day": (7, 4),
    "valentine day": (2, 14),
    "st patrick": (3, 17),
    "saint patrick": (3, 17),
    "st patrick day": (3, 17),
    "saint patrick day": (3, 17),
    "boxing day": (12, 26),
    "epiphany": (1, 6),
    "all saints day": (11, 1),
    "bastille day": (7, 14),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "veterans day": (11, 11),
    "victory day": (5, 9),
    "may day": (5, 1),
    "earth day": (4, 22),
    "april fools day": (4, 1),
    "groundhog day": (2, 2),
    "international women day": (3, 8),
    "united nations day": (10, 24),
    "human rights day": (12, 10),
    "europe day": (5, 9),
    "nowruz": (3, 21),
    "candlemas": (2, 2),
    "michaelmas": (9, 29),
    "fourth": (7, 4),
    "4th": (7, 4),
}
# month, weekday (Monday 0), which (-1 the last)
_BY_WEEKDAY = {
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "labor day": (9, 0, 1),
    "labour day": (5, 0, 1),
    "memorial day": (5, 0, -1),
    "martin luther king day": (1, 0, 3),
    "columbus day": (10, 0, 2),
    "presidents day": (2, 0, 3),
    "mother day": (5, 6, 2),
    "father day": (6, 6, 3),
}
_FROM_EASTER = {
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "good friday": -2,
    "maundy thursday": -3,
    "palm sunday": -7,
    "ash wednesday": -46,
    "ascension day": 39,
    "pentecost": 49,
    "whit monday": 50,
}
_AFTER_THANKSGIVING = {"black friday": 1, "cyber monday": 4}


def feast_day(name: str, year: int) -> Period | None:
    """The day of that name in the year; None when the name is no feast's.

    >>> feast_day("thanksgiving", 2022).value, feast_day("good friday", 2023).value, feast_day("black friday", 2010).value
    ('2022-11-24', '2023-04-07', '2010-11-26')
    """
    if name in _FIXED:
        return Period.day(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return Period("day", easter(year) + _FROM_EASTER[name])
    if name in _BY_WEEKDAY or name in _AFTER_THANKSGIVING:
        month, day_of_week, which = _BY_WEEKDAY[name if name in _BY_WEEKDAY else "thanksgiving"]
        first = days_from_civil(year, month, 1)
        day = first + (day_of_week - weekday(first)) % 7 + 7 * (which - 1)
        if which < 0:
            last = days_from_civil(year, month, days_in_month(year, month))
            day = last - (weekday(last) - day_of_week) % 7
        return Period("day", day + _AFTER_THANKSGIVING.get(name, 0))
    return None


def feast(found: Found, setting: Setting) -> Reading | None:  # noqa: C901, PLR0912 - each way a feast is written
    """A day with a name, of the year said, or the nearest the tense allows."""
    words = tuple(
        word for word in found.words("name") if word not in ("'s", "'", ".", "’s", "of", "july", "’")
    )
    name = " ".join(words)
    if (
        name in ("new year", "fourth", "4th")
        and "'s" not in found.tokens.words(found.first, found.end)
        and found.tokens.word(found.first).lower() != "the"
        and found.before() not in ("before", "after", "since", "until", "by", "at")
    ):
        return None
    if name == "victory day" and found.before() in ("a", "the"):
        return None
    year = spelled_year(found.words("year"))
    month = MONTH.get(found.raw("month")) if found.has("month") else None
    if year is None and month is None and name == "ides":
        return None
    if year is not None and year < 100:
        year += 2000 if year < 60 else 1900
    if name == "ides":
        if year is None or month is None:
            return None
        return dated(
            Period.day(year, month, 15 if month in (3, 5, 7, 10) else 13),
            "the ides of that month",
            explicit=True,
        )
    if year is not None:
        day = feast_day(name, year)
        return dated(day, "day with a name", explicit=True) if day else None
    here = setting.here
    if here is None:
        fixed = _FIXED.get(name)
        return (
            Reading(value=f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}", reason="no year is named") if fixed else None
        )
    if setting.narrative or here.unit != "day":
        day = feast_day(name, here.year)
        return dated(day, "day with a name, in the year told last", anchor=here) if day else None
    days = [day for step in (-1, 0, 1) if (day := feast_day(name, here.year + step))]
    tense = setting.tense(found.tokens, found.first, found.end)
    if not days:
        return None
    if tense == UNTOLD:
        day = min(days, key=lambda day: abs(day.index - here.index))
    elif tense == AHEAD:
        day = next(day for day in days if day.index >= here.index)
    else:
        day = [day for day in days if day.index <= here.index][-1]
    return dated(day, "day with a name, as near the dateline as the tense allows", anchor=here)

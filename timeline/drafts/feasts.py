"""Days with names: those with a fixed date, those by weekday, and those that follow Easter."""

from timeline.dates.feasts import FIXED, feast_day
from timeline.dates.periods import Period
from timeline.drafts.english_words import MONTH
from timeline.drafts.numerals import spelled_year
from timeline.drafts.reading import AHEAD, UNTOLD, Found, Reading, Setting, dated


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
        fixed = FIXED.get(name)
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

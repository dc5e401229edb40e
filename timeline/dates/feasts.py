"""Days with names: those with a fixed date, those by weekday, and those that follow Easter."""

from timeline.dates.calendar import days_from_civil, days_in_month, weekday
from timeline.dates.calendars import julian_days
from timeline.dates.periods import Period

FIXED = {
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
    "orthodox christmas": (1, 7),  # 25 December of the Julian calendar, from 1901 to 2100
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


def feast_day(name: str, year: int, *, julian: bool = False) -> Period | None:
    """The day of that name in the year, `julian` by that calendar; None when the name is no feast's.

    >>> feast_day("thanksgiving", 2022).value, feast_day("good friday", 2023).value, feast_day("black friday", 2010).value
    ('2022-11-24', '2023-04-07', '2010-11-26')
    """
    if julian and name == "orthodox christmas":
        name = "christmas"
    elif julian and name in _FROM_EASTER:
        name = f"orthodox {name}"
    if name in FIXED:
        return Period("day", julian_days(year, *FIXED[name])) if julian else Period.day(year, *FIXED[name])
    if name in _FROM_EASTER:
        return Period("day", easter(year) + _FROM_EASTER[name])
    if (western := name.removeprefix("orthodox ")) != name and western in _FROM_EASTER:
        return Period("day", orthodox_easter(year) + _FROM_EASTER[western])
    if name in _BY_WEEKDAY or name in _AFTER_THANKSGIVING:
        month, day_of_week, which = _BY_WEEKDAY[name if name in _BY_WEEKDAY else "thanksgiving"]
        first = days_from_civil(year, month, 1)
        day = first + (day_of_week - weekday(first)) % 7 + 7 * (which - 1)
        if which < 0:
            last = days_from_civil(year, month, days_in_month(year, month))
            day = last - (weekday(last) - day_of_week) % 7
        return Period("day", day + _AFTER_THANKSGIVING.get(name, 0))
    return None


def easter(year: int) -> int:
    """The day number of Western Easter Sunday (the anonymous Gregorian computus).

    >>> Period("day", easter(2023)).value
    '2023-04-09'
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return days_from_civil(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """The day number of Easter Sunday by the Julian calendar (Meeus's algorithm).

    >>> Period("day", orthodox_easter(2023)).value
    '2023-04-16'
    """
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    return julian_days(year, month, day + 1)

"""The proleptic Gregorian calendar in plain integers: any year, year 0 included, no range limits.

Days are counted from 1970-01-01 (day 0). The year 0000 exists and is 1 BC (ISO 8601-1, 4.3.2).
The arithmetic starts the year in March, so that a leap day is the last day of a year.
"""

MONTH_NAMES = (  # by month number
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # by month number, February common
_DAYS_SINCE_MARCH = (0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275)  # by month number
_DAY_OF_EPOCH = 719469  # days from 0000-02-29 to 1970-01-01
_DAYS_IN_400_YEARS = 146097


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February.

    >>> [year for year in (-4, 0, 1900, 2000, 2023, 2024) if is_leap(year)]
    [-4, 0, 2000, 2024]
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days the month has in that year.

    >>> days_in_month(2023, 2), days_in_month(2024, 2)
    (28, 29)
    """
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month]


def days_from_civil(year: int, month: int, day: int) -> int:
    """The day number of a calendar day; the inverse of `civil_from_days`.

    >>> days_from_civil(1970, 1, 1), days_from_civil(2023, 2, 10), days_from_civil(-43, 3, 15)
    (0, 19398, -735160)
    """
    if month < 3:
        year -= 1
    return 365 * year + year // 4 - year // 100 + year // 400 + _DAYS_SINCE_MARCH[month] + day - _DAY_OF_EPOCH


def civil_from_days(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number; the inverse of `days_from_civil`.

    >>> civil_from_days(19398), civil_from_days(-735160)
    ((2023, 2, 10), (-43, 3, 15))
    """
    era, day_of_era = divmod(number + _DAY_OF_EPOCH - 1, _DAYS_IN_400_YEARS)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153  # months since March
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    year = era * 400 + year_of_era
    return (year, shifted + 3, day) if shifted < 10 else (year + 1, shifted - 9, day)


def weekday(number: int) -> int:
    """The weekday of a day number, Monday 0 to Sunday 6.

    >>> weekday(0), weekday(19398)  # a Thursday and a Friday
    (3, 4)
    """
    return (number + 3) % 7


def day_iso(day: int) -> str:
    """The ISO form of a day number, with as many digits as the year needs (contract: CSV).

    >>> day_iso(19052), day_iso(-792211), day_iso(62090505472)
    ('2022-03-01', '-0199-01-01', '170000000-01-01')
    """
    year, month, number = civil_from_days(day)
    return f"{year:05}-{month:02}-{number:02}" if year < 0 else f"{year:04}-{month:02}-{number:02}"

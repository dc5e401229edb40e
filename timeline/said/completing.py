"""What a phrase takes from its neighbours, where its words leave something out, and what is refused of it.

"1-3 May 2021" gives the 1 its month, "28 December - 3 January 2022" the December its year, 2021.
"""

from collections.abc import Sequence

from timeline.dates.calendar import MONTH_NAMES, WEEKDAY_NAMES, days_in_month, weekday
from timeline.errors import DateError, shown
from timeline.said.points import FIRST_MONTHS
from timeline.said.policies import Standpoint
from timeline.said.values import Fields, Number, Part, Value, Year
from timeline.said.why import Took, Why


def shared(values: Sequence[Value], whys: list[Why]) -> list[Value]:
    """The values with what their neighbours say for them too: the month of two days, the year or era of two dates."""
    cores = [core(value) for value in values]
    for index in reversed(range(len(cores) - 1)):
        cores[index] = _numbered(_of_era(cores[index], cores[index + 1]), cores[index + 1])
    for index in range(1, len(cores)):
        cores[index] = _numbered(cores[index], cores[index - 1])
    for index in reversed(range(len(cores) - 1)):
        cores[index] = _dated(cores[index], cores[index + 1], -1, whys)
    for index in range(1, len(cores)):
        cores[index] = _dated(cores[index], cores[index - 1], 1, whys)
    return [_with_core(value, core) for value, core in zip(values, cores, strict=True)]


def dated_by(item: Value, later: Value) -> Value:
    """A month or day in the year of a later date, or in the year before it."""
    return _with_core(item, _dated(core(item), core(later), -1, []))


def year_number(year: Year, at: Standpoint, words: str) -> int:
    """The astronomical year. Raises DateError when it is none, or when its century was not said and no habit tells."""
    if year.short:
        if at.century is None:
            raise short_year(words, year.number)
        return at.century + (year.number - at.century) % 100
    if year.era and year.number == 0:
        raise DateError(f"date {shown(words)}: there is no year 0 in BC and AD", hint="write 1 BC or AD 1")
    return year.astronomical


def short_year(words: str, number: int) -> DateError:
    """The refusal of a year of two digits, with what it can mean, and what the habit of a century would read."""
    likely = 1950 + (number - 50) % 100
    return DateError(
        f'date {shown(words)} is not understood: "{number:02d}" needs a month, or the four digits of a year',
        hint=f"write the year as {1900 + number % 100}, {2000 + number % 100} or AD {number or 1}"
        f" (--century 1950 reads it as {likely})",
    )


def refuse_long_month(said: Fields, year: int, *, named: bool = True) -> None:
    """Raise DateError when the month has no such day; `named` says whether the year was."""
    month, day = 1 if said.month is None else said.month, said.day
    if day is None or (month <= 12 and 1 <= day <= days_in_month(year, month)):
        return
    if not 1 <= month <= 12:
        raise impossible(said.words, f"there is no month {month}", "months go from 1 to 12")
    length = days_in_month(year, month)
    name = f"{MONTH_NAMES[month]} {said_year(year)}" if named else MONTH_NAMES[month]
    raise impossible(
        said.words,
        f"{name} has {length} days",
        f"its days go from 1 to {length}; if the day is not known, leave it out",
    )


def refuse_other_weekday(said: Fields, year: int, number: int) -> None:
    """Raise DateError when the day, which has that number, is not of the weekday that was said."""
    if said.weekday is None or said.weekday == weekday(number):
        return
    day = f"{said.day} {MONTH_NAMES[said.month or 0]} {said_year(year)}"
    hint = f"leave {WEEKDAY_NAMES[said.weekday]} out, or give the day that was one"
    raise impossible(said.words, f"{day} is a {WEEKDAY_NAMES[weekday(number)]}", hint)


def impossible(words: str, why: str, hint: str) -> DateError:
    """The refusal of a date that the calendar does not have."""
    return DateError(f"date {shown(words)} is not a calendar date: {why}", hint=hint)


def said_year(year: int) -> str:
    """A year as people write it.

    >>> said_year(2022), said_year(-43)
    ('2022', '44 BC')
    """
    return str(year) if year > 0 else f"{1 - year} BC"


def core(value: Value) -> Value:
    """A date without the part of it that was said."""
    return core(value.base) if isinstance(value, Part) else value


def _with_core(value: Value, core: Value) -> Value:
    if isinstance(value, Part):
        return value.but(base=_with_core(value.base, core))
    return core.but(words=core.words or value.words)


def _of_era(item: Value, neighbour: Value) -> Value:
    """A bare number or year before a year with its era: the 300 of "300 to 200 BC"."""
    era = neighbour.year.era if isinstance(neighbour, Fields) and neighbour.year else ""
    if not era or (isinstance(neighbour, Fields) and neighbour.month is not None):
        return item
    if isinstance(item, Number):
        return _as_fields(item, year=Year(number=item.number, era=era))
    if isinstance(item, Fields) and item.year and not item.year.era and item.month is None:
        return item.but(year=item.year.but(era=era, short=False))
    return item


def _as_fields(item: Value, **fields: object) -> Fields:
    said = Fields(words=item.words, doubt=item.doubt, clock=item.clock)
    return said.but(**fields)


def _numbered(item: Value, neighbour: Value) -> Value:
    """A bare number, or a day with a year, beside a day of a month: a day of that month."""
    if not isinstance(neighbour, Fields) or neighbour.day is None or neighbour.month is None:
        return item
    if isinstance(item, Number):
        return _as_fields(item, day=item.number, month=neighbour.month)
    if isinstance(item, Fields) and item.day is not None and item.month is None:
        return item.but(month=neighbour.month)
    return item


def _dated(item: Value, neighbour: Value, direction: int, whys: list[Why]) -> Value:
    """A month or day with its neighbour's year, or the year beside it when the order of the two asks for it."""
    if not isinstance(item, Fields) or not item.yearless or not isinstance(neighbour, Fields):
        return item
    if neighbour.year is None:
        return item
    place, other = _place_in_year(item), _place_in_year(neighbour)
    rolled = neighbour.month is not None and (place > other if direction < 0 else place < other)
    if not rolled:
        return item.but(year=neighbour.year)
    whys.append(Took(what="year"))
    earlier = direction if neighbour.year.era != "BC" else -direction
    return item.but(year=neighbour.year.but(number=neighbour.year.number + earlier))


def _place_in_year(item: Fields) -> tuple[int, int]:
    month = item.month or 1
    return FIRST_MONTHS.get(month, month), item.day or 1

"""What a date phrase said, field by field, and the EDTF it is stored as once its neighbours have completed it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.dates.calendar import MONTH_NAMES, civil_from_days, days_from_civil, days_in_month, weekday
from timeline.dates.english_words import FIRST_MONTHS, WEEKDAY_NAMES
from timeline.dates.event_date import EventDate
from timeline.errors import DateError, shown

APPROXIMATE, UNCERTAIN = 1, 2
_MARKS = ("", "~", "?", "%")
_PARTS = "parts are early, mid and late of a month or more, and halves and quarters of a year or more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A phrase in the fields that were said; what was not said is None.

    `number` is a bare number of one or two digits that only a neighbour can explain (the 1 of "1-3 May");
    `month` may be an EDTF season, quarter or half; `whole` is EDTF for what has no fields (a decade, "yesterday")
    and `unit` its precision; `portion` is (which, of how many): (0, 3) is early.
    """

    words: str = ""
    number: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    era: str = ""
    weekday: int | None = None
    time: str = ""
    whole: str = ""
    unit: str = ""
    qualifier: int = 0
    portion: tuple[int, int] | None = None

    @property
    def yearless(self) -> bool:
        """Whether a month or a day was named without its year."""
        return self.year is None and self.month is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """EDTF of one completed phrase, without its qualifier; `unit` is day, month, season, year or years.

    `within_interval` is what an interval can hold of it: a set such as early March becomes its month.
    """

    text: str
    unit: str
    mark: str
    within_interval: str
    words: str
    time: str = ""

    @property
    def qualified(self) -> str:
        """The EDTF with its qualifier."""
        if self.text.startswith("["):
            first, _, last = self.text[1:-1].partition("..")
            return f"[{first}{self.mark}..{last}{self.mark}]"
        return self.text + (self.time or self.mark)

    @property
    def date(self) -> EventDate:
        """The date it denotes."""
        return EventDate.parse(self.text)


def year_text(year: int) -> str:
    """A year in EDTF: four digits, a sign when it is before 1 BC, `Y` beyond 9999.

    >>> [year_text(year) for year in (750, 0, -43, -11999)]
    ['0750', '0000', '-0043', 'Y-11999']
    """
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:05d}" if year < 0 else f"{year:04d}"


def unit_text(day_number: int, unit: str) -> str:
    """The day, month or year that holds a day number, in EDTF."""
    year, month, day = civil_from_days(day_number)
    if unit in {"year", "years"}:
        return year_text(year)
    if abs(year) > 9999:
        raise DateError("a year beyond 9999 has no months and days in EDTF", hint="give years alone")
    return f"{year_text(year)}-{month:02d}" + (f"-{day:02d}" if unit == "day" else "")


def completed(phrases: Sequence[Stated], today: int) -> tuple[list[Stated], bool]:
    """The phrases with fields taken from their neighbours, or a year from the clock; True when one was guessed.

    "1-3 May 2021" gives the 1 its month, "28 December - 3 January 2022" the December its year, 2021.
    """
    said = list(phrases)
    guessed = False
    for index in reversed(range(len(said) - 1)):
        said[index] = _numbered(_of_era(said[index], said[index + 1]), said[index + 1])
    for index in range(1, len(said)):
        said[index] = _numbered(said[index], said[index - 1])
    for index in reversed(range(len(said) - 1)):
        said[index], rolled = _dated(said[index], said[index + 1], -1)
        guessed |= rolled
    for index in range(1, len(said)):
        said[index], rolled = _dated(said[index], said[index - 1], 1)
        guessed |= rolled
    for index in reversed(range(len(said))):
        if index + 1 < len(said):
            said[index], _ = _dated(said[index], said[index + 1], -1)
        if said[index].yearless:
            said[index] = replace(said[index], year=_latest_year(said[index], today))
            guessed = True
    return said, guessed


def stored(said: Stated) -> Said:
    """The EDTF of one completed phrase. Raises DateError when the calendar has no such date."""
    mark = _MARKS[said.qualifier]
    if said.number is not None:
        raise two_digit_year(said.words, said.number)
    text, unit = said.whole, said.unit
    if not text:
        text, unit = _fields_text(said)
    if said.time:
        if said.qualifier:
            raise DateError(
                f"date {shown(said.words)}: EDTF has no doubt about a time of day",
                hint="leave out the doubt, or the time",
            )
        if unit != "day":
            raise DateError(f"date {shown(said.words)} has a time of day, but no day", hint="add the day")
    if said.portion:
        part, fine = _portion_text(said, text, unit)
        return Said(text=part.rstrip("~"), unit=fine, mark=_MARKS[said.qualifier | part.endswith("~")],
                    within_interval=text if part.startswith("[") else part.rstrip("~"), words=said.words)  # fmt: skip
    within = "" if text.startswith("[") else text
    return Said(text=text, unit=unit, mark=mark, within_interval=within, words=said.words, time=said.time)


def two_digit_year(text: str, number: int) -> DateError:
    """The refusal of a year of two digits, with both centuries shown."""
    return DateError(
        f'date {shown(text)} is not understood: "{number:02d}" needs a month, or the four digits of a year',
        hint=f"write the year as {1900 + number % 100}, {2000 + number % 100} or AD {number or 1}",
    )


def impossible(words: str, why: str, hint: str) -> DateError:
    """The refusal of a date that the calendar does not have."""
    return DateError(f"date {shown(words)} is not a calendar date: {why}", hint=hint)


def _of_era(item: Stated, neighbour: Stated) -> Stated:
    """A bare number or year before a year with its era: the 300 of "300 to 200 BC"."""
    if neighbour.era and not item.era and item.month is None and neighbour.month is None:
        bare = item.number if item.number is not None else item.year
        if bare is not None:
            year = 1 - bare if neighbour.era == "BC" else bare
            return replace(item, number=None, year=year, era=neighbour.era)
    return item


def _numbered(item: Stated, neighbour: Stated) -> Stated:
    """A bare number beside a day of a month, read as a day."""
    if item.number is not None and neighbour.day is not None and neighbour.month is not None:
        return replace(item, number=None, day=item.number, month=neighbour.month)
    return item


def _dated(item: Stated, neighbour: Stated, direction: int) -> tuple[Stated, bool]:
    """A month or day with its neighbour's year, or the year beside it when the order of the two asks for it."""
    if not item.yearless or neighbour.year is None:
        return item, False
    place, other = _place_in_year(item)[0], _place_in_year(neighbour)[0]
    rolled = neighbour.month is not None and (place > other if direction < 0 else place < other)
    return replace(item, year=neighbour.year + (direction if rolled else 0)), rolled


def _place_in_year(item: Stated) -> tuple[int, int]:
    month = item.month or 1
    return FIRST_MONTHS.get(month, month), item.day or 1


def _latest_year(said: Stated, today: int) -> int:
    """The latest year in which the month or day has begun by today."""
    month, day = _place_in_year(said)
    _refuse_long_month(said, 2000)  # a leap year: 29 February may be meant
    year = civil_from_days(today)[0]
    while day > days_in_month(year, month) or days_from_civil(year, month, day) > today:
        year -= 1
    return year


def _refuse_long_month(said: Stated, year: int) -> None:
    month, day = said.month or 1, said.day
    if day is None or (month <= 12 and 1 <= day <= days_in_month(year, month)):
        return
    length, name = days_in_month(year, month), MONTH_NAMES[month]
    of_year = f"{name} {said_year(said.year)}" if said.year is not None else name
    raise impossible(
        said.words,
        f"{of_year} has {length} days",
        f"its days go from 1 to {length}; if the day is not known, leave it out",
    )


def said_year(year: int) -> str:
    """A year as people write it.

    >>> said_year(2022), said_year(-43)
    ('2022', '44 BC')
    """
    return str(year) if year > 0 else f"{1 - year} BC"


def _fields_text(said: Stated) -> tuple[str, str]:
    assert said.year is not None
    text = year_text(said.year)
    if said.month is None:
        return text, "year"
    if abs(said.year) > 9999:
        raise DateError(
            f"date {shown(said.words)}: a year beyond 9999 has no months in EDTF", hint="give the year alone"
        )
    _refuse_long_month(said, said.year)
    if said.day is None:
        return f"{text}-{said.month:02d}", "month" if said.month <= 12 else "season"
    number = days_from_civil(said.year, said.month, said.day)
    if said.weekday not in {None, weekday(number)}:
        day = f"{said.day} {MONTH_NAMES[said.month]} {said_year(said.year)}"
        hint = f"leave {WEEKDAY_NAMES[said.weekday or 0]} out, or give the day that was one"
        raise impossible(said.words, f"{day} is a {WEEKDAY_NAMES[weekday(number)]}", hint)
    return f"{text}-{said.month:02d}-{said.day:02d}", "day"


def _portion_text(said: Stated, text: str, unit: str) -> tuple[str, str]:
    """Early, mid, late, a half or a quarter of a period, and its finer unit; a `~` marks the middle of years."""
    assert said.portion is not None
    which, count = said.portion
    date = EventDate.parse(text)
    if unit == "day" or date.first_day is None or date.last_day is None:
        raise DateError(f"date {shown(said.words)} is not understood: a part of {shown(text)}", hint=_PARTS)
    if unit == "year" and count in {2, 4}:
        return f"{text}-{(40 if count == 2 else 33) + which}", "season"
    (year, month, _), (last_year, last_month, _) = (
        civil_from_days(date.first_day),
        civil_from_days(date.last_day),
    )
    bounds: tuple[int, ...]
    if unit == "month":
        size = days_in_month(year, month)
        bounds = (0, 10, 20, size) if count == 3 else (0, size // 2, size)
        fine, names = "day", [f"{text}-{day:02d}" for day in range(1, size + 1)]
    elif unit == "years":
        if (which, count) == (1, 3):
            return year_text(year + (last_year - year + 1) // 2) + "~", "year"
        size = last_year - year + 1
        bounds = (
            (0, -(-size // 3), size - size // 3, size)
            if count == 3
            else tuple(range(0, size + 1, size // count))
        )
        fine, names = "year", [year_text(each) for each in range(year, last_year + 1)]
    else:
        size = (last_year - year) * 12 + last_month - month + 1
        bounds = (0, size // 3, 2 * size // 3, size)
        fine = "month"
        names = [
            f"{year_text(year + (month + n - 1) // 12)}-{(month + n - 1) % 12 + 1:02d}" for n in range(size)
        ]
    if len(bounds) != count + 1:
        raise DateError(
            f"date {shown(said.words)} is not understood: that part of {shown(text)}", hint=_PARTS
        )
    first, last = names[bounds[which]], names[bounds[which + 1] - 1]
    return (f"{first}~" if first == last else f"[{first}..{last}]"), fine

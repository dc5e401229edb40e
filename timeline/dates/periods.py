"""Calendar periods as whole numbers: a day, a week, a quarter, a century, each counted from year 0.

A `Period` is a unit and an index on that unit's own number line, so that "three quarters later" is an addition.
Its `value` is TIMEX3's text for it (TimeML 1.2.1, after ISO 8601), its `edtf` ours.
"""

from timeline.dates.calendar import civil_from_days, days_from_civil, days_in_month
from timeline.tuples import NamedTuple

MONTHS_IN = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
SEASONS = ("SP", "SU", "FA", "WI")  # meteorological, spring first: EDTF 21 to 24
MANY_YEARS = ("decade", "century", "millennium")
UNITS = (
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
)
# A fortnight is told by its weeks; what passes within a day is smaller than all.
_SIZES = {unit: at for at, unit in enumerate(UNITS)} | {"fortnight": UNITS.index("week")}
_SIZES |= dict.fromkeys(("hour", "minute", "second"), -1)
_EPOCH_MONDAY = -3  # 1969-12-29, the Monday of the week that holds day 0


class Period(NamedTuple):
    """One stretch of the calendar: the `index`-th of its `unit` (days from 1970-01-01, weeks from that week's Monday).

    >>> Period.day(2023, 2, 10).value, Period.of_month(2022, 3).shift(-3).value
    ('2023-02-10', '2021-12')
    """

    unit: str
    index: int  # type: ignore[assignment]  # and nobody looks for the place of something in a period

    @staticmethod
    def day(year: int, month: int, day: int) -> "Period":
        """One civil day; ValueError when the month has no such day."""
        if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
            raise ValueError(f"{year}-{month}-{day}")
        return Period("day", days_from_civil(year, month, day))

    @staticmethod
    def of_month(year: int, month: int) -> "Period":
        """One month; ValueError outside 1 to 12."""
        if not 1 <= month <= 12:
            raise ValueError(f"{year}-{month}")
        return Period("month", year * 12 + month - 1)

    @staticmethod
    def of_year(year: int, unit: str = "year", number: int = 1) -> "Period":
        """A year, or its `number`-th quarter, half or season."""
        return Period(unit, year * (12 // MONTHS_IN[unit]) + number - 1)

    def shift(self, count: int) -> "Period":
        """The period `count` of its own units later."""
        return Period(self.unit, self.index + count)

    def moved(self, count: int, unit: str) -> "Period":
        """The period of the same size `count` units later; a day keeps its number, or the month's last."""
        if unit == self.unit:
            return self.shift(count)
        if unit in ("week", "weekend", "fortnight"):
            return Period("day", self.first_day + count * (14 if unit == "fortnight" else 7)).within(
                self.unit
            )
        if unit == "day":
            return Period("day", self.first_day + count).within(self.unit)
        months = count * MONTHS_IN[unit]
        if self.unit == "day":
            year, month, day = civil_from_days(self.index)
            total = year * 12 + month - 1 + months
            year, month = total // 12, total % 12 + 1
            return Period.day(year, month, min(day, days_in_month(year, month)))
        year, month, _ = civil_from_days(self.first_day)
        return Period("month", year * 12 + month - 1 + months).within(self.unit)

    def within(self, unit: str) -> "Period":
        """The period of `unit` that holds this one's first day (a winter belongs to the year it begins in)."""
        if unit == self.unit:
            return self
        first = self.first_day
        if unit == "day":
            return Period("day", first)
        if unit in ("week", "weekend"):
            return Period(unit, (first - _EPOCH_MONDAY) // 7)
        year, month, _ = civil_from_days(first)
        months = year * 12 + month - 1
        if unit == "season":
            return Period("season", (months - 2) // 3)
        return Period(unit, months // MONTHS_IN[unit])

    @property
    def first_day(self) -> int:
        """Its first day's number."""
        if self.unit == "day":
            return self.index
        if self.unit == "week":
            return self.index * 7 + _EPOCH_MONDAY
        if self.unit == "weekend":
            return self.index * 7 + _EPOCH_MONDAY + 5
        months = self.index * MONTHS_IN[self.unit] + (2 if self.unit == "season" else 0)
        return days_from_civil(months // 12, months % 12 + 1, 1)

    @property
    def last_day(self) -> int:
        """Its last day's number."""
        return (
            self.index
            if self.unit == "day"
            else self.first_day + 1
            if self.unit == "weekend"
            else self.shift(1).first_day - 1
        )

    @property
    def year(self) -> int:
        """The year it begins in (astronomical: 0 is 1 BC)."""
        return self.index if self.unit == "year" else civil_from_days(self.first_day)[0]

    @property
    def month(self) -> int:
        """The month it begins in."""
        return civil_from_days(self.first_day)[1]

    @property
    def value(self) -> str:
        """TIMEX3's text: 2023-02-10, 2023-W06, 2023-W06-WE, 2023-Q1, 2023-H1, 2023-SP, 2023, 202, 20, BC0490."""
        if self.unit in ("week", "weekend"):
            year = civil_from_days(self.index * 7 + _EPOCH_MONDAY + 3)[
                0
            ]  # an ISO week's year is its Thursday's
            number = (self.index * 7 + _EPOCH_MONDAY + 3 - days_from_civil(year, 1, 1)) // 7 + 1
            return f"{_year(year)}-W{number:02d}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "day":
            year, month, day = civil_from_days(self.index)
            return f"{_year(year)}-{month:02d}-{day:02d}"
        if self.unit in MANY_YEARS:
            width = {"decade": 3, "century": 2, "millennium": 1}[self.unit]
            return f"{self.index:0{width}d}" if self.index >= 0 else f"BC{-self.index - 1:0{width}d}"
        per_year = 12 // MONTHS_IN[self.unit]
        year, number = divmod(self.index, per_year)
        tail = {
            "month": f"-{number + 1:02d}",
            "quarter": f"-Q{number + 1}",
            "half": f"-H{number + 1}",
            "season": f"-{SEASONS[number % 4]}",
        }
        return _year(year) + tail.get(self.unit, "")

    @property
    def edtf(self) -> str:
        """The same in EDTF; a week or a weekend, which EDTF has not, as one moment among its days.

        >>> Period("century", 19).edtf, Period.of_year(2022, "quarter", 1).edtf, Period("week", 0).edtf
        ('19XX', '2022-33', '[1969-12-29..1970-01-04]')
        """
        if self.unit in ("week", "weekend"):
            return f"[{Period('day', self.first_day).edtf}..{Period('day', self.last_day).edtf}]"
        if self.unit == "day":
            year, month, day = civil_from_days(self.index)
            return f"{edtf_year(year)}-{month:02d}-{day:02d}"
        if self.unit in MANY_YEARS:
            if self.index >= 0:
                return f"{self.value}{'X' * (4 - len(self.value))}"
            return f"-{self.value[2:]}{'X' * (6 - len(self.value))}"
        year, number = divmod(self.index, 12 // MONTHS_IN[self.unit])
        first = {"month": 1, "season": 21, "quarter": 33, "half": 40}
        return edtf_year(year) + (f"-{number + first[self.unit]:02d}" if self.unit in first else "")


def edtf_year(year: int) -> str:
    """A year as EDTF writes it: four digits, a sign before year 0, `Y` beyond 9999.

    >>> edtf_year(44), edtf_year(-43), edtf_year(-11999)
    ('0044', '-0043', 'Y-11999')
    """
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def finer(one: str, other: str) -> bool:
    """Whether the unit `one` is smaller than the unit `other`.

    >>> finer("day", "month"), finer("year", "year")
    (True, False)
    """
    return _SIZES[one] < _SIZES[other]

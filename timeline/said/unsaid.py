"""What was left unsaid of a day: its year, its month, or which one is meant beside its weekday, as the story has it."""

from timeline.dates.calendar import weekday
from timeline.dates.periods import Period
from timeline.said.completing import impossible
from timeline.said.nearest import days_in, kind_of, nearest, part_in
from timeline.said.policies import Lean
from timeline.said.standing import Groundless, Standing
from timeline.said.values import Fields, Value, Year, counted

_SHORT_AHEAD = 10  # years: two digits are the latest year that ends so, up to this far ahead
_LEAPS = 8
_SOUGHT = 3  # years on either side, in which a day that must be a weekday is sought


def on_weekday(said: Fields, number: int, standing: Standing) -> Value:
    """A weekday and the number of its day: the nearest such day that is one."""
    here = standing.day()
    months = [here.within("month").shift(step) for step in (0, 1, -1, 2, -2, 3, -3)]
    many = [day for month in months for day in days_in(month.month, number, [month.year])]
    found = next((day for day in many if weekday(day.index) == said.weekday), None)
    if found is None and standing.strict:
        raise impossible(said.words, "no month near today has such a day", "add the month and the year")
    if found is None:
        raise Groundless
    standing.leant("day of the month", Lean.NEAREST.value)
    return standing.known(said, found)


def in_year(said: Fields, month: int, standing: Standing) -> Fields:
    """A day or a part of a year in the year that the story leans to, or in the nearest where it has its weekday."""
    here, kind = standing.here(), "day of a month" if said.day is not None else kind_of(month)
    # 29 February may be eight years away, and a day that must be a weekday is sought.
    far = _LEAPS if (month, said.day) == (2, 29) else 1 if said.weekday is None else _SOUGHT + 1
    lean, years = standing.lean(kind), range(here.year - far, here.year + far + 1)
    if said.day is not None:
        many = days_in(month, said.day, years)
    else:
        many = [part_in(year, month) for year in years]
    if here.unit not in ("day", "week", "weekend", "month") and lean in (Lean.LATEST, Lean.NEAREST):
        here = Period("day", here.last_day)
    found = nearest(many, lean, here)
    if found is None:
        raise Groundless
    standing.leant("day" if said.day is not None else kind, lean.value)
    wanted, leant = said.weekday, found
    if wanted is not None and weekday(leant.index) != wanted and not standing.strict:
        fitting = [
            day for day in many if weekday(day.index) == wanted and abs(day.year - leant.year) <= _SOUGHT
        ]
        found = min(fitting, key=lambda day: abs(day.index - leant.index), default=leant)
        standing.weekday(fits=False, sought=bool(fitting))
    year = found.index // 4 if found.unit == "season" else found.year
    return said.but(year=counted(year), weekday=wanted if standing.strict else None)


def whole_year(year: Year, standing: Standing) -> Year:
    """A year of two digits in its century."""
    if not year.short or standing.strict:
        return year
    century, here = standing.story.habits.century, standing.story.here
    if century is not None:
        return Year(number=century + (year.number - century) % 100)
    latest = (here.year if here else 2000) + _SHORT_AHEAD
    return Year(number=latest - (latest - year.number) % 100)


def beside_weekday(said: Fields, year: Year, standing: Standing) -> Fields:
    """A day in full beside its weekday: the day, whatever the weekday says."""
    many = days_in(said.month or 0, said.day or 0, [year.astronomical])
    standing.weekday(fits=any(weekday(day.index) == said.weekday for day in many))
    return said.but(weekday=None)


def in_or_after(told: Period, number: int) -> Period:
    """That day of the month told; before the day told, of the next month where that is nearer: 28 May to the 3rd."""
    month = told.within("month")
    own, later = (days_in(each.month, number, [each.year]) for each in (month, month.shift(1)))
    whole = own and (told.unit == "month" or own[0] > told)
    found = nearest(own if whole else [*own, *later], Lean.NEAREST, told)
    if found is None:
        raise Groundless
    return found

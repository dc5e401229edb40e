"""What words of a text lean on: each leaf of a value that names no date of its own is put where the story says."""

from collections.abc import Sequence
from functools import singledispatch

from timeline.dates.calendar import civil_from_days
from timeline.dates.calendars import CALENDARS
from timeline.dates.periods import Period
from timeline.errors import DateError, shown
from timeline.said.away import away, away_from, near
from timeline.said.completing import dated_by, impossible, refuse_long_month, shared
from timeline.said.nearest import days_in, feasts_in, nearest
from timeline.said.policies import Lean
from timeline.said.standing import Groundless, Standing
from timeline.said.unsaid import beside_weekday, in_or_after, in_year, on_weekday, whole_year
from timeline.said.values import (
    Again,
    Away,
    Decade,
    Double,
    Either,
    Feast,
    Fields,
    Known,
    Lasting,
    Near,
    Number,
    Part,
    Several,
    SoFar,
    Value,
    Week,
    Within,
    Years,
    counted,
)
from timeline.said.why import Converted

_STEPS = {-1: Lean.LATEST, 0: Lean.OWN, 1: Lean.NEXT}


@singledispatch
def ground(value: Value, standing: Standing) -> Value:
    """The value with all that leans put on the story. Raises Groundless when it leans on what was not told."""
    base = getattr(value, "base", None)
    return value if base is None else value.but(base=ground(base, standing))


@ground.register
def _double(said: Double, standing: Standing) -> Value:
    """Two dates that are one day say all of it themselves, but perhaps the year."""
    days = [each for each in (said.base, said.other) if isinstance(each, Fields)]
    if said.year or any(day.year for day in days):
        return said
    newer = ground(said.other, standing)
    assert isinstance(newer, Fields)
    return said.but(year=newer.year)


@ground.register
def _several(said: Several, standing: Standing) -> Value:
    return said.but(members=tuple(completed(said.members, standing)))


def completed(values: Sequence[Value], standing: Standing) -> list[Value]:
    """Dates that explain each other, with nothing left out that a neighbour or the story can give."""
    found: list[Value] = []
    for value in reversed(shared(values, standing.whys if standing.strict else [])):
        found.append(ground(dated_by(value, found[-1]) if found else value, standing))
    return found[::-1]


@ground.register
def _lasting(said: Lasting, standing: Standing) -> Value:
    return said.but(start=ground(said.start, standing), end=ground(said.end, standing))


@ground.register
def _either(said: Either, standing: Standing) -> Value:
    readings = [each for each in said.readings if not _impossible(each)]
    if len(readings) > 1:
        return said.but(readings=tuple(ground(each, standing) for each in readings))
    (one,) = readings or said.readings[:1]
    return ground(one.instead_of(said), standing)


def _impossible(value: Value) -> DateError | None:
    """Why no calendar has a day of a month, whichever year it is of."""
    try:
        if isinstance(value, Fields):
            refuse_long_month(value, 2000, named=False)
    except DateError as error:
        return error
    return None


@ground.register
def _fields(said: Fields, standing: Standing) -> Value:
    if said.year is not None:
        if standing.strict:
            return said
        year = whole_year(said.year, standing)
        said = said.but(year=year)
        return beside_weekday(said, year, standing) if said.weekday is not None else said
    if said.month is None:
        return said if said.day is None or said.weekday is None else on_weekday(said, said.day, standing)
    if error := _impossible(said):
        raise error
    return in_year(said, said.month, standing)


@ground.register
def _number(said: Number, standing: Standing) -> Value:
    """A day of the month: near the day told in the same sentence, else of the month told, or of the one before or after it."""
    if standing.strict and not said.ordinal:
        return said
    if not 1 <= said.number <= 31:
        raise impossible(said.words, f"no month has a day {said.number}", "days go from 1 to 31")
    beside = standing.beside()
    if beside is not None and beside.unit in ("day", "month") and beside != standing.story.dateline:
        dateline, after = standing.story.dateline, in_or_after(beside, said.number)
        if standing.place != "past" or dateline is None or after <= dateline:  # what has been is not ahead
            standing.anchor = beside
            standing.leant("day of the month", "nearest", told=True)
            return standing.named(said, after)
    here, lean = standing.day(), standing.lean("day of the month")
    months = [here.within("month").shift(step) for step in range(-3, 4)]
    if lean is Lean.OWN:
        months = months[3:4]
    many = [day for month in months for day in days_in(month.month, said.number, [month.year])]
    found = nearest(many, Lean.NEAREST if lean is Lean.OWN else lean, here)
    if found is None:
        raise Groundless
    standing.leant("day of the month", lean.value)
    return standing.named(said, found)


@ground.register
def _decade(said: Decade, standing: Standing) -> Value:
    century, here = standing.story.habits.century, standing.story.here
    around = century + 99 if century is not None else here.year if here else 2000
    first = around - (around - said.number) % 100
    if standing.strict and century is None and first // 100 == around // 100:
        either = f"19{said.number}s or 20{said.number}s" if said.number else "190X or 200X"
        raise DateError(f"date {shown(said.words)} is not understood: which century?", hint=f"write {either}")
    return Years(first=first, last=first + 9).instead_of(said)


@ground.register
def _week(said: Week, standing: Standing) -> Value:
    if said.day is not None or standing.strict:
        return said
    year = standing.here().year if said.year is None else said.year
    return standing.known(said, Period.day(year, 1, 4).within("week").shift(said.number - 1))


@ground.register
def _feast(said: Feast, standing: Standing) -> Value:
    if said.year is not None:
        return said.but(year=whole_year(said.year, standing))
    here = standing.here()
    lean = standing.lean("feast") if here.unit == "day" else Lean.OWN
    if said.step is not None:
        lean, here = _STEPS[said.step], here.shift(said.step)  # the last and the next are not today
    calendar = standing.story.habits.calendar
    found = nearest(feasts_in(said.name, range(here.year - 1, here.year + 2), calendar), lean, here)
    if found is None:
        raise Groundless
    standing.leant("such day", lean.value)
    if calendar:
        standing.whys.append(Converted(calendar=CALENDARS[calendar].name))
    return standing.known(said, found)


@ground.register
def _away(said: Away, standing: Standing) -> Value:
    return (
        away(said, standing) if said.base is None else away_from(said, ground(said.base, standing), standing)
    )


@ground.register
def _so_far(said: SoFar, standing: Standing) -> Value:
    """Earlier this month: up to the dateline. A history has no such day, and means the beginning or the end."""
    base = ground(said.base, standing)
    if not standing.story.narrative:
        return said.but(base=base)
    return Part(which=0 if said.side < 0 else 2, count=3, base=base).instead_of(said)


ground.register(near)


@ground.register
def _within(said: Within, standing: Standing) -> Value:
    """A day or part of a year in a year that other words tell, or a day in such a month."""
    base, item = ground(said.base, standing), said.item
    number = _year_of(base)
    if number is None:
        raise Groundless
    month = base.period.month if isinstance(base, Known) and base.period.unit == "month" else None
    if isinstance(item, Number) and month is not None:
        item = Fields(month=month, day=item.number, part=item.part, clock=item.clock, doubt=item.doubt)
    if isinstance(item, Near):
        day = ground(item, standing)
        if isinstance(day, Known) and day.period.unit == "day":
            item = Fields(month=day.period.month, day=civil_from_days(day.period.index)[2])
    if isinstance(item, Week):
        return ground(item.but(year=number, words=said.words, span=said.span), standing)
    if not isinstance(item, Fields | Feast):
        raise Groundless
    return item.but(year=counted(number), words=said.words, span=said.span, doubt=said.doubt | item.doubt)


def _year_of(base: Value) -> int | None:
    if isinstance(base, Known):
        return base.period.year
    return base.year.astronomical if isinstance(base, Fields) and base.year is not None else None


@ground.register
def _again(said: Again, standing: Standing) -> Value:
    """What was told last, or the same piece of another year."""
    base = ground(said.base, standing) if said.base is not None else None
    here = standing.here("last")
    if base is None:
        here = here if said.unit is None else here.within(said.unit)
        standing.leant(here.unit, "own", told=True)
        return standing.known(said, here)
    year = _year_of(base)
    if said.unit in ("month", "quarter") and here.unit != said.unit:
        here = (standing.story.here or here).within(said.unit)
    if year is None or here.unit not in ("day", "month", "quarter", "half", "week"):
        return base.but(words=said.words, span=said.span)
    standing.leant(here.unit, "told", told=True)
    years = year - here.year
    return standing.known(
        said, here.moved(52 * years, "week") if here.unit == "week" else here.moved(years, "year")
    )

"""What is counted from a date, or named from one: two days later, last week, Friday, next March."""

from timeline.dates.calendar import weekday
from timeline.dates.periods import MANY_YEARS, finer
from timeline.errors import DateError, shown
from timeline.said.nearest import kind_of, part_in
from timeline.said.points import PART_NAMES, day_text
from timeline.said.policies import Lean
from timeline.said.standing import Groundless, Standing
from timeline.said.values import APPROXIMATE, WITHIN_DAY, Away, Known, Near, Value

_HOLDS_A_DAY = ("day", "week", "weekend")
# "More than two years ago" is before that year, as TIMEX3 writes it.
_MODS = {
    ("MORE_THAN", -1): "BEFORE", ("MORE_THAN", 1): "AFTER", ("LESS_THAN", -1): "AFTER", ("LESS_THAN", 1): "BEFORE",
}  # fmt: skip
_STEPS = {None: "", -1: "last ", 0: "this ", 1: "next "}
_FURTHEST = 10**9  # units: beyond, no year is within EDTF's


def away(said: Away, standing: Standing) -> Value:
    """So long from what the words lean on, as precise as the unit. Raises Groundless."""
    if said.count > _FURTHEST:
        raise DateError(
            f"date {shown(said.words)} is too far away: {said.count} {said.unit}s",
            hint="write the year: Y-170000",
        )
    past = said.told == "past" and standing.place == "past"
    told = "last" if past or (standing.story.narrative and said.told != "near") else said.told
    told = "" if told == "past" else told
    if said.unit in WITHIN_DAY:
        raise Groundless(standing.day(told))
    here = standing.day(told) if told == "near" else standing.here(told)
    if told and said.unit == "day" and finer("month", here.unit) and standing.story.last_day is not None:
        here = standing.day("last")  # days are counted from a day, whichever year was told in between
    count = said.way * said.count
    said = said.but(mod=_MODS.get((said.mod, said.way), said.mod))
    standing.moved(count, said.unit, told=bool(told))
    moved, unit = here.moved(count, said.unit), said.unit
    for length in said.more:
        if length.count is not None and length.unit not in WITHIN_DAY:
            moved, unit = moved.moved(said.way * int(length.count), length.unit), length.unit
    unit = "week" if unit == "fortnight" else unit
    if said.exact and moved.unit == "day":
        return standing.known(said, moved)
    if unit in MANY_YEARS:
        return standing.known(said, moved.within("year")).but(doubt=said.doubt | APPROXIMATE)
    if finer(unit, here.unit):
        raise Groundless(here)
    period = moved if finer(unit, moved.unit) or moved.unit == unit else moved.within(unit)
    exact = moved if unit in ("week", "weekend") and moved.unit == "day" else None
    return standing.known(said, period, exact)


def away_from(said: Away, base: Value, standing: Standing) -> Value:
    """So long before or after another date, as precise as both allow."""
    if standing.strict or not isinstance(base, Known):
        return said.but(base=base)
    here, count = base.period, said.way * said.count
    if finer(said.unit, here.unit) and (here.unit, said.unit) != ("year", "month"):
        raise Groundless(here)
    return standing.known(said, here if finer(said.unit, here.unit) else here.moved(count, said.unit))


def near(said: Near, standing: Standing) -> Value:
    """The last, this or next of its kind. Raises Groundless."""
    if said.weekday is not None:
        return _weekday(said, said.weekday, standing)
    told = "last" if standing.story.narrative and not said.told else said.told
    if said.month is not None:
        return _month(said, said.month, told, standing)
    unit = said.unit
    assert unit is not None
    if said.step is None:
        return _leaning_unit(said, unit, standing)
    here = standing.day(told) if unit == "day" else standing.here(told)
    if (unit in ("week", "weekend") and here.unit not in _HOLDS_A_DAY) or (
        unit == "month" and here.unit not in (*_HOLDS_A_DAY, "month")
    ):
        raise Groundless(here)
    standing.moved(said.step, unit, told=bool(told))
    if unit == "fortnight":
        return standing.known(said, here.within("week").shift(2 * said.step))
    return standing.known(said, here.within(unit).shift(said.step))


def _leaning_unit(said: Near, unit: str, standing: Standing) -> Value:
    """The weekend, without more: the latest, or the next where what is to come is told."""
    here = standing.day()
    lean = standing.lean("weekend")
    own = here.within(unit)
    standing.leant(unit, lean.value)
    return standing.known(said, own.shift(-1 if lean is Lean.LATEST and own.first_day > here.index else 0))


def _weekday(said: Near, number: int, standing: Standing) -> Value:
    """A weekday: of the week told just before, or before or after the day that it leans on."""
    story, told = standing.story, bool(said.told)
    beside = standing.beside() if said.step is None and not told and not story.narrative else None
    if beside is not None and beside.unit == "week":
        standing.anchor = beside
        standing.leant("weekday", "week told")
        return standing.known(said, beside.within("day").shift(number))
    here = standing.day("last" if said.told == "last" else "")
    behind = (weekday(here.index) - number) % 7
    lean = standing.lean(f"{_STEPS[said.step]}weekday")
    if told and said.step in (0, 1):
        lean = Lean.LATEST if said.step == 0 else Lean.NEXT
    if lean is Lean.REFUSE:
        first = here.shift(-behind if said.step == 0 else 7 - behind).index
        raise _ambiguous(said, f"{day_text(first)} or {day_text(first + 7)}")
    if lean in (Lean.LATEST, Lean.BEFORE):
        step, word = -behind if lean is Lean.LATEST else -(behind or 7), lean.value
    elif lean is Lean.NEXT:
        ahead = (7 - behind) % 7
        step, word = (ahead or 7, "after") if said.step == 1 else (ahead, "next")
    else:
        weeks = 1 if lean is Lean.WEEK_AFTER else 0
        monday = here.within("week").shift(weeks).first_day
        step, word = monday + number - here.index, "week after" if weeks else "own"
    standing.leant("weekday", word, told=told)
    return standing.known(said, here.shift(step))


def _month(said: Near, month: int, told: str, standing: Standing) -> Value:
    """A month or part of a year: the last, this or next of its name."""
    here, kind, lean = standing.here(told), kind_of(month), standing.lean(f"{_STEPS[said.step or 0]}month")
    if lean is Lean.REFUSE:
        name = PART_NAMES[month].capitalize()
        raise _ambiguous(said, f"{name} {here.year} or {name} {here.year + 1}")
    many = [part_in(year, month) for year in range(here.year - 2, here.year + 3)]
    if here.unit in (*_HOLDS_A_DAY, "month", kind):
        now = here.within(kind)
    else:
        now = many[2].shift(-1) if said.step == 1 else many[2]
    if said.step == -1:
        found = [one for one in many if one < now or (lean is Lean.LATEST and one == now)][-1]
    elif said.step == 1:
        found = next(one for one in many if one > now)
    else:
        found = now if now in many else many[2]
    standing.leant(kind, {-1: "before", 0: "own", 1: "after"}[said.step or 0], told=bool(told))
    return standing.named(said, found)


def _ambiguous(said: Near, readings: str) -> DateError:
    return DateError(f"date {shown(said.words)} can mean more than one", hint=f"write {readings}")

"""What words of a text lean on: each leaf of a value that names no date of its own is put where the story says."""

from collections.abc import Callable
from functools import singledispatchmethod

from timeline.dates.calendar import weekday
from timeline.dates.periods import Period, finer
from timeline.said.nearest import days_in, feasts_in, kind_of, nearest, part_in
from timeline.said.policies import LEANINGS, Lean, place_of
from timeline.said.story import Story
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
    Night,
    Number,
    Several,
    Untold,
    Value,
    Week,
    Within,
    Year,
    Years,
)
from timeline.said.why import Leant, Moved, Unanchored, Weekday, Why

_WITHIN_DAY = ("hour", "minute", "second")
_YEAR_UNITS = ("decade", "century", "millennium")
_SHORT_AHEAD = 10  # years: two digits are the latest year that ends so, up to this far ahead


class Groundless(Exception):
    """Nothing was told that the words could lean on; `here` is what was, where it is too coarse."""

    def __init__(self, here: Period | None = None) -> None:
        super().__init__()
        self.here = here


class Grounds:
    """Puts the values of one mention on a story, and keeps what they leant on."""

    def __init__(self, story: Story, tense: int, near: Callable[[], Period | None]) -> None:
        self.story = story
        self.place = place_of(tense, narrative=story.narrative)
        self.whys: list[Why] = []
        self.anchor: Period | None = None
        self._near_by = near

    def _lean(self, kind: str) -> Lean:
        return LEANINGS[kind, self.place]

    def _here(self, told: str = "") -> Period:
        """What words lean on, kept as the anchor. Raises Groundless when nothing was told."""
        story = self.story
        here = story.there if told == "last" else story.here
        if told == "near":
            here = self._near_by() or (story.last_day if story.narrative else here)
        if here is None:
            raise Groundless
        self.anchor = here
        return here

    def _day(self, told: str = "") -> Period:
        """The same, which must be a day."""
        story = self.story
        if story.narrative or told == "last":
            if story.last_day is not None:
                self.anchor = story.last_day
                return story.last_day
            if story.narrative:
                raise Groundless(story.last)
        here = self._here(told)
        if here.unit != "day":
            raise Groundless(here)
        return here

    def _known(self, said: Value, period: Period, exact: Period | None = None) -> Known:
        return Known(
            period=period, exact=exact, words=said.words, span=said.span, doubt=said.doubt, clock=said.clock,
            part=said.part, mod=said.mod,
        )  # fmt: skip

    def _leant(self, kind: str, lean: str, *, told: bool = False) -> None:
        self.whys.append(Leant(kind=kind, lean=lean, on=self.story.on(self.anchor, told=told)))

    @singledispatchmethod
    def ground(self, value: Value) -> Value:
        """The value with all that leans put on the story. Raises Groundless when it leans on what was not told."""
        base = getattr(value, "base", None)
        return value if base is None else value.but(base=self.ground(base))

    @ground.register
    def _double(self, said: Double) -> Value:
        return said

    @ground.register
    def _several(self, said: Several) -> Value:
        return said.but(members=tuple(map(self.ground, said.members)))

    @ground.register
    def _lasting(self, said: Lasting) -> Value:
        return said.but(start=self.ground(said.start), end=self.ground(said.end))

    @ground.register
    def _either(self, said: Either) -> Value:
        return said.but(readings=tuple(map(self.ground, said.readings)))

    @ground.register
    def _fields(self, said: Fields) -> Value:
        if said.year is not None:
            said = said.but(year=self._year(said.year))
            return self._on_weekday(said) if said.weekday is not None else said
        if said.month is None:
            return said
        here = self._here()
        kind = "day of a month" if said.day is not None else kind_of(said.month)
        lean = self._lean(kind)
        years = range(here.year - 8, here.year + 9)
        if said.day is not None:
            many = days_in(said.month, said.day, years)
        else:
            many = [part_in(year, said.month) for year in years]
        if here.unit not in ("day", "week", "weekend", "month") and lean in (Lean.LATEST, Lean.NEAREST):
            here = Period("day", here.last_day)
        found = nearest(many, lean, here)
        if found is None:
            raise Groundless
        self._leant("day" if said.day is not None else kind, lean.value)
        if said.weekday is not None and weekday(found.index) != said.weekday:
            fitting = [
                one for one in many if weekday(one.index) == said.weekday and abs(one.year - found.year) <= 3
            ]
            found = min(fitting, key=lambda one: abs(one.index - found.index), default=found)
            self.whys.append(Weekday(is_="sought" if fitting else "another"))
        year = found.index // 4 if found.unit == "season" else found.year
        return said.but(year=Year(number=year) if year > 0 else Year(number=1 - year, era="BC"), weekday=None)

    def _year(self, year: Year) -> Year:
        if not year.short:
            return year
        around = (self.story.here.year if self.story.here else 2000) + _SHORT_AHEAD
        return Year(number=around - (around - year.number) % 100)

    def _on_weekday(self, said: Fields) -> Fields:
        """A day in full beside its weekday: the day, whatever the weekday says."""
        assert said.year is not None
        year = 1 - said.year.number if said.year.era == "BC" else said.year.number
        fits = any(
            weekday(day.index) == said.weekday for day in days_in(said.month or 0, said.day or 0, [year])
        )
        self.whys.append(Weekday(is_="fits" if fits else "another"))
        return said.but(weekday=None)

    @ground.register
    def _number(self, said: Number) -> Value:
        here = self._day()
        lean = self._lean("day of the month")
        months = [here.within("month").shift(step) for step in range(-3, 4)]
        if lean is Lean.OWN:
            months = months[3:4]
        many = [day for month in months for day in days_in(month.month, said.number, [month.year])]
        found = nearest(many, Lean.NEAREST if lean is Lean.OWN else lean, here)
        if found is None:
            raise Groundless
        self._leant("day of the month", lean.value)
        return self._known(said, found)

    @ground.register
    def _decade(self, said: Decade) -> Value:
        around = self.story.here.year if self.story.here else 2000
        first = around - (around - said.number) % 100
        return Years(
            first=first, last=first + 9, words=said.words, span=said.span, doubt=said.doubt, mod=said.mod
        )

    @ground.register
    def _week(self, said: Week) -> Value:
        if said.day is not None:
            return said
        return self._known(said, Period.day(said.year, 1, 4).within("week").shift(said.number - 1))

    @ground.register
    def _feast(self, said: Feast) -> Value:
        if said.year is not None:
            return said.but(year=self._year(said.year))
        here = self._here()
        lean = self._lean("feast") if here.unit == "day" else Lean.OWN
        found = nearest(feasts_in(said.name, range(here.year - 1, here.year + 2)), lean, here)
        if found is None:
            raise Groundless
        self._leant("such day", lean.value)
        return self._known(said, found)

    @ground.register
    def _away(self, said: Away) -> Value:
        if said.base is not None:
            return self._away_from(said)
        told = "last" if self.story.narrative and not said.told else said.told
        if said.unit in _WITHIN_DAY:
            self._day(told)
            raise Groundless(self.anchor)
        here = self._day(told) if said.unit == "day" or told == "near" else self._here(told)
        count = said.way * said.count
        unit = "week" if said.unit == "fortnight" else said.unit
        self.whys.append(Moved(count=count, unit=said.unit, on=self.story.on(self.anchor, told=bool(told))))
        moved = here.moved(count, said.unit)
        if said.exact and moved.unit == "day":
            return self._known(said, moved)
        if finer(unit, here.unit) and unit not in _YEAR_UNITS:
            raise Groundless(here)
        period = moved if finer(unit, moved.unit) or moved.unit == unit else moved.within(unit)
        exact = moved if unit in ("week", "weekend") and moved.unit == "day" else None
        return self._known(said, period, exact)

    def _away_from(self, said: Away) -> Value:
        """So long before or after another date, as precise as both allow."""
        base = self.ground(said.base) if said.base is not None else None
        if not isinstance(base, Known):
            return said.but(base=base)
        here, count = base.period, said.way * said.count
        if finer(said.unit, here.unit) and (here.unit, said.unit) != ("year", "month"):
            raise Groundless(here)
        return self._known(said, here if finer(said.unit, here.unit) else here.moved(count, said.unit))

    @ground.register
    def _near(self, said: Near) -> Value:
        if said.weekday is not None:
            return self._weekday(said, said.weekday)
        if said.month is not None:
            return self._month(said, said.month)
        assert said.unit is not None
        told = "last" if self.story.narrative and not said.told else said.told
        if said.step is None:
            return self._weekend(said)
        unit = said.unit
        here = self._day(told) if unit == "day" else self._here(told)
        if (unit in ("week", "weekend") and here.unit not in ("day", "week", "weekend")) or (
            unit == "month" and here.unit not in ("day", "week", "weekend", "month")
        ):
            raise Groundless(here)
        self.whys.append(Moved(count=said.step, unit=unit, on=self.story.on(self.anchor, told=bool(told))))
        if unit == "fortnight":
            return self._known(said, here.within("week").shift(2 * said.step))
        return self._known(said, here.within(unit).shift(said.step))

    def _weekend(self, said: Near) -> Value:
        here = self._day()
        lean = self._lean("weekend")
        own = here.within(said.unit or "weekend")
        step = -1 if lean is Lean.LATEST and own.first_day > here.index else 0
        self._leant(said.unit or "weekend", lean.value)
        return self._known(said, own.shift(step))

    def _weekday(self, said: Near, number: int) -> Value:
        """A weekday: of the week told just before, or before or after the day that it leans on."""
        story = self.story
        told = bool(said.told)
        here = self._day("last" if told else "")
        week, behind = story.last, (weekday(here.index) - number) % 7
        if (
            said.step is None
            and not told
            and not story.narrative
            and week
            and week.unit == "week"
            and self._near_week()
        ):
            self._leant("weekday", "week told")
            return self._known(said, week.within("day").shift(number))
        kind = {None: "weekday", -1: "last weekday", 0: "this weekday", 1: "next weekday"}[said.step]
        lean = self._lean(kind)
        if told and said.step in (0, 1):
            lean = Lean.LATEST if said.step == 0 else Lean.NEXT
        if lean is Lean.LATEST:
            step, word = (-(behind or 7), "before") if said.step == -1 else (-behind, "latest")
        elif lean is Lean.NEXT:
            ahead = (7 - behind) % 7
            step, word = (ahead or 7, "after") if said.step == 1 else (ahead, "next")
        else:
            week_on = 1 if lean is Lean.WEEK_AFTER else 0
            monday = here.within("week").shift(week_on).first_day
            step, word = monday + number - here.index, "week after" if week_on else "own"
        self._leant("weekday", word, told=told)
        return self._known(said, here.shift(step))

    def _near_week(self) -> bool:
        """Whether the week told last was told in the same sentence."""
        return False

    def _month(self, said: Near, month: int) -> Value:
        """A month or part of a year: the last, this or next of its name."""
        told = "last" if self.story.narrative and not said.told else said.told
        here, kind = self._here(told), kind_of(month)
        small = here.unit in ("day", "week", "weekend", "month", kind)
        now = (
            here.within(kind)
            if small
            else part_in(here.year, 1 if kind == "month" else month - month % 10 + 1)
        )
        many = [part_in(year, month) for year in range(here.year - 2, here.year + 3)]
        if said.step == 0 and now not in many:
            found = next(one for one in many if one.year == here.year)
        elif said.step == 0:
            found = now
        elif said.step == -1:
            found = [one for one in many if one < now][-1]
        else:
            found = next(one for one in many if one > now)
        self._leant(kind, {-1: "before", 0: "own", 1: "after"}[said.step or 0], told=bool(told))
        return self._known(said, found)

    @ground.register
    def _untold(self, said: Untold) -> Value:
        return said.but(base=self.ground(said.base))

    @ground.register
    def _within(self, said: Within) -> Value:
        """A day or month in a year that other words tell, or a day in such a month."""
        base = self.ground(said.base)
        item = said.item
        period = base.period if isinstance(base, Known) else None
        number = base.year.number if isinstance(base, Fields) and base.year else None
        if period is not None:
            number = period.year
        if number is None:
            raise Groundless
        year = Year(number=number) if number > 0 else Year(number=1 - number, era="BC")
        carried = {"words": said.words, "span": said.span, "doubt": said.doubt | item.doubt}
        if isinstance(item, Number) and period is not None and period.unit == "month":
            return Fields(
                year=year, month=period.month, day=item.number, part=item.part, clock=item.clock, **carried
            )
        if isinstance(item, Fields | Feast):
            return item.but(year=year, **carried)
        raise Groundless

    @ground.register
    def _again(self, said: Again) -> Value:
        """What was told last, or the same piece of another year."""
        if said.base is None:
            here = self._here("last")
            if said.unit is not None and said.unit != here.unit:
                here = here.within(said.unit)
            self._leant(said.unit or here.unit, "own", told=True)
            return self._known(said, here)
        base = self.ground(said.base)
        year = (
            base.period.year
            if isinstance(base, Known)
            else base.year.number
            if isinstance(base, Fields) and base.year
            else 0
        )
        here = self._here("last")
        if said.unit in ("month", "quarter") and here.unit != said.unit:
            here = (self.story.here or here).within(said.unit)
        if here.unit not in ("day", "month", "quarter", "half", "week"):
            return base.but(words=said.words, span=said.span)
        self._leant(here.unit, "told", told=True)
        if here.unit == "week":
            return self._known(said, here.moved(52 * (year - here.year), "week"))
        return self._known(said, here.moved(year - here.year, "year"))

    @ground.register
    def _night(self, said: Night) -> Value:
        return said.but(base=self.ground(said.base))


def wanting(why_here: Period | None) -> Unanchored:
    """The reason of words that lean on what was not told."""
    return Unanchored(wants="date" if why_here else "dateline")

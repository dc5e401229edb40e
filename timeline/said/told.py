"""What one expression of a text means: its value put on the story, as TIMEX3 and as EDTF."""

from collections.abc import Callable, Sequence

from timeline.dates.periods import Period
from timeline.errors import DateError
from timeline.said.completing import dated_by, shared
from timeline.said.dated import Dating
from timeline.said.frozen import Frozen
from timeline.said.grounds import ground
from timeline.said.measures import Fiscal, Lasts, Often, Vaguely
from timeline.said.nearest import days_in
from timeline.said.placing import placed
from timeline.said.policies import Standpoint
from timeline.said.standing import Groundless, Standing
from timeline.said.story import Story
from timeline.said.timex import Timex, of_period, undated
from timeline.said.values import Away, Fields, Length, Near, Part, Value
from timeline.said.why import Measured, Why

_MEASURES: dict[type[Value], str] = {Lasts: "length", Often: "often", Vaguely: "vague", Fiscal: "fiscal"}


class Reading(Frozen):
    """What one expression means: TIMEX3's of it, the `period` of the calendar behind it, the EDTF that is stored.

    `anchor` is the date that it leans on, None when the text itself says it all; `tense` that of its clause; `placed`
    what was said, put on the story.
    """

    said: Value
    placed: Value
    timex: Timex
    tense: int
    period: Period | None = None
    edtf: str | None = None
    anchor: Period | None = None
    whys: tuple[Why, ...] = ()

    @property
    def explicit(self) -> bool:
        """Whether the text itself gave the year."""
        return self.period is not None and self.anchor is None


def read(said: Value, standing: Callable[[], Standing], tense: int) -> Reading | None:
    """What a single date, length or vague time means where it stands; None when it means nothing after all."""
    (found,) = read_all([said], standing, tense)
    return found


def read_all(values: Sequence[Value], standing: Callable[[], Standing], tense: int) -> list[Reading | None]:
    """What dates mean that explain each other, each where it stands: the 3 and the 5 May of "3-5 May"."""
    values = shared(values, []) if len(values) > 1 else values
    readings: list[Reading | None] = []
    later: Value | None = None
    for value in reversed(values):
        # A part of a month leans by itself: "mid- to late March".
        told = value if later is None or isinstance(value, Part) else dated_by(value, later)
        readings.append(_read(told, standing(), tense))
        last = readings[-1]
        later = last.placed if last is not None else None
    return readings[::-1]


def _read(said: Value, standing: Standing, tense: int) -> Reading | None:
    story = standing.story
    if story.narrative and isinstance(said, Near) and said.told == "near":
        return None  # the day of a history is carried or saved
    said = _in_place(said, standing)
    measure = _MEASURES.get(type(said))
    if measure is not None:
        return _measured(said, story, measure, tense)
    try:
        value = ground(said, standing)
    except Groundless as untold:
        timex = undated(said, untold.here)
        return Reading(
            said=said, placed=said, timex=timex, tense=tense, anchor=untold.here, whys=(untold.why,)
        )
    except DateError:
        return None
    dating = Dating(_standpoint(story), standing.whys)
    try:
        edtf, period, value = placed(value, dating)
    except DateError:
        return _beyond(said, value, tense)
    if period is None or (period.unit != "day" and (value.clock is not None or value.part)):
        return None
    return Reading(
        said=said, placed=value, timex=of_period(value, period), tense=tense, period=period,
        edtf=edtf, anchor=standing.anchor, whys=tuple(dict.fromkeys(standing.whys)),
    )  # fmt: skip


def _beyond(said: Value, value: Value, tense: int) -> Reading | None:
    """A day or month of a year in which EDTF has none; all else that is no date means nothing."""
    if (
        not isinstance(value, Fields)
        or value.year is None
        or value.year.number <= 9999
        or value.month is None
        or not 1 <= value.month <= 12
    ):
        return None
    days = days_in(value.month, value.day or 1, [value.year.number])
    if not days or value.year.era == "BC":
        return None
    period = days[0] if value.day else days[0].within("month")
    return Reading(said=said, placed=value, timex=of_period(value, period), tense=tense, period=period)


def _in_place(said: Value, standing: Standing) -> Value:
    """What words say in news, and in a history: "in two weeks" is a length where nothing is to come, "today" its reader's."""
    if not isinstance(said, Away) or said.base is not None:
        return said
    if said.ahead and standing.place != "ahead":
        return Lasts(lengths=(Length(count=said.count, unit=said.unit),)).instead_of(said)
    if standing.story.narrative and not (said.count or said.told or said.clock or said.part):
        return Vaguely(way=0).instead_of(said)
    return said


def _standpoint(story: Story) -> Standpoint:
    here = story.here
    today = here.last_day if here else 0
    return Standpoint(today=today, order=story.order, calendar=story.habits.calendar)


def _measured(said: Value, story: Story, measure: str, tense: int) -> Reading | None:
    here = story.here if isinstance(said, Vaguely) else None
    if isinstance(said, Vaguely):
        soon = bool(said.told) and said.unit is None
        if not story.narrative if said.former else story.narrative and soon:
            return None  # "former" is a time in histories alone, and "soon" in news
    whys = (Measured(kind=measure),)  # type: ignore[arg-type]  # the kinds of the table above
    found = Reading(said=said, placed=said, timex=undated(said, here), tense=tense, whys=whys)
    if isinstance(said, Lasts) and said.way and said.base is None and not story.narrative and story.dateline:
        span = _span(said, story.dateline)
        return found.but(edtf=span, anchor=story.dateline) if span else found
    return found


def _span(said: Lasts, here: Period) -> str | None:
    """The days of "the last two weeks" and "the next six months", up to the dateline or from the day after it."""
    (length, *more) = said.lengths
    count, unit = length.count, length.unit
    if more or count is None or said.mod or count != int(count) or count > 1000:
        return None
    many, back = int(count), said.way < 0
    if unit == "quarter":
        own = here.within("quarter")
        first, last = (own.shift(-many), own.shift(-1)) if back else (own.shift(1), own.shift(many))
        return f"{first.within('month').edtf}/{Period('day', last.last_day).within('month').edtf}"
    if unit not in ("day", "week", "month", "year", "fortnight", "decade"):
        return None
    if back:
        return f"{here.moved(-many, unit).edtf}/{here.edtf}"
    return f"{here.shift(1).edtf}/{here.moved(many, unit).edtf}"

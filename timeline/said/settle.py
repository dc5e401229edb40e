"""What was said, put on a standpoint: the EDTF it is stored as, and what was taken for granted.

In EDTF `a/b` lasts from a to b, and `[a..b]` is one moment not known more closely; words follow that.
"""

from timeline.dates.calendar import MONTH_NAMES
from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period
from timeline.errors import DateError, shown
from timeline.said.dated import Dating
from timeline.said.frozen import Frozen
from timeline.said.grounds import completed
from timeline.said.points import UNITS, Point, day_text
from timeline.said.policies import Standpoint
from timeline.said.standing import Standing
from timeline.said.story import Habits, Story
from timeline.said.typable import typable
from timeline.said.understood import DayOrder
from timeline.said.values import Beside, Between, Edge, Either, Fields, Lasting, Near, Night, Several, Value
from timeline.said.why import Coarser, Why


class Settled(Frozen):
    """The EDTF of what was said on a day, and what was taken for granted."""

    edtf: str
    whys: tuple[Why, ...] = ()


def settle(value: Value, at: Standpoint) -> Settled:
    """What a value means at a standpoint. Raises DateError when it means nothing, or more than one thing.

    >>> from timeline.said.values import Year
    >>> settle(Fields(day=7, month=2), Standpoint(today=19398))
    Settled(edtf='2023-02-07', whys=(Leant(kind='day', lean='latest', on='dateline'),))
    """
    settling = _Settling(at)
    edtf = EventDate.parse(settling.edtf(settling.chosen(value))).text
    return Settled(edtf=edtf, whys=tuple(dict.fromkeys(settling.standing.whys)))


class _Settling:
    """Joins the dates of one phrase."""

    def __init__(self, at: Standpoint) -> None:
        self.at = at
        habits = Habits(order=at.order, century=at.century, calendar=at.calendar)
        story = Story(dateline=Period("day", at.today), narrative=False, habits=habits)
        self.standing = Standing(story, "typed")
        self.dating = Dating(at, self.standing.whys)

    def chosen(self, value: Value) -> Value:
        """The value with one reading where it had several. Raises DateError when nobody can tell which."""
        if isinstance(value, Either):
            return self._reading(value).instead_of(value)
        if isinstance(value, Lasting | Between):
            return value.but(start=self.chosen(value.start), end=self.chosen(value.end))
        if isinstance(value, Several):
            return value.but(members=tuple(self.chosen(each) for each in value.members))
        base = getattr(value, "base", None)
        return value if base is None else value.but(base=self.chosen(base))

    def _reading(self, either: Either) -> Value:
        found: dict[str, Value] = {}
        errors = []
        asked = tuple(DayOrder).index(self.at.order) if either.asks == "order" and self.at.order else None
        for number, reading in enumerate(either.readings):
            said = reading.but(words=either.words)
            try:
                edtf = settle(said, self.at).edtf
            except DateError as error:
                errors.append(error)
            else:
                found.setdefault(edtf, said)
                if number == asked:
                    return said
        if not found:
            raise errors[0]
        if len(found) > 1 and not either.usual:
            raise self._several(either, found)
        return next(iter(found.values()))

    def _several(self, either: Either, found: dict[str, Value]) -> DateError:
        if either.asks != "order":
            both = " or ".join(typable(edtf) for edtf in found)
            return DateError(f"date {shown(either.words)} can mean {both}", hint=f"write {both}")
        days = " or ".join(_named(edtf, said) for edtf, said in found.items())
        return DateError(
            f"date {shown(either.words)} can mean {days}",
            hint="write the month as a word, or give --day-first or --month-first",
        )

    def edtf(self, value: Value) -> str:
        """The EDTF of any value."""
        if isinstance(value, Lasting):
            return self._lasting(value)
        if isinstance(value, Between):
            return self._between(value)
        if isinstance(value, Beside):
            return self._beside(value)
        if isinstance(value, Several):
            return self._several_dates(value)
        if isinstance(value, Night):
            return self._night(value)
        return self._points(value)[0].edtf

    def _points(self, *values: Value, doubt: int = 0) -> list[Point]:
        whole = completed(values, self.standing)
        return [self.dating.point(each.but(doubt=each.doubt | doubt)) for each in whole]

    def _lasting(self, value: Lasting) -> str:
        dates = [end for end in (value.start, value.end) if not isinstance(end, Edge)]
        points = self._points(*dates, doubt=value.doubt)
        if len(points) == 2 and points[0].text[0] != "[" and points[1].text[0] != "[":
            start, end = points
            if isinstance(value.start, Near) and value.start.step is None and start.days > end.days:
                # "Friday to Monday", said on a Tuesday: the Friday before that Monday.
                earlier = day_text(start.days[0] - 7)
                points[0] = start = start.but(text=earlier, whole=earlier)
            _refuse_backwards(value.words, start, end)
        ends = iter(points)
        sides = [
            (".." if side.open else "") if isinstance(side, Edge) else self._end(value, next(ends))
            for side in (value.start, value.end)
        ]
        return "/".join(sides)

    def _end(self, value: Value, point: Point) -> str:
        """A point as one end of an interval."""
        if point.clock:
            raise DateError(
                f"date {shown(value.words)}: an interval has no times of day", hint="give the days alone"
            )
        if not point.whole:
            raise DateError(
                f"date {shown(value.words)}: {shown(point.words or point.text)} cannot be an interval's end",
                hint="give a year",
            )
        if point.text.startswith("["):
            self.standing.whys.append(Coarser(words=point.words))
        return point.whole + point.mark

    def _between(self, value: Between) -> str:
        start, end = self._points(value.start, value.end, doubt=value.doubt)
        if start.doubt != end.doubt and end.doubt & 2:
            raise DateError(
                f"date {shown(value.words)} doubts {shown(end.words)}, or the whole",
                hint="say probably before the whole, or leave the doubt out",
            )
        first, last = (start.days[1] + 1, end.days[0] - 1) if value.inside else (start.days[0], end.days[1])
        if not value.inside:
            _refuse_backwards(value.words, start, end)
        if first > last:
            raise DateError(
                f"date {shown(value.words)} leaves no time between the two",
                hint="say them the other way round",
            )
        unit = min(start.unit, end.unit, key=UNITS.index)
        earliest, latest = day_text(first, unit) + start.mark, day_text(last, unit) + end.mark
        return earliest if earliest == latest else f"[{earliest}..{latest}]"

    def _beside(self, value: Beside) -> str:
        """One moment on one side of a date. Earlier on the same day is before 15:00, too."""
        (point,) = self._points(value.base, doubt=value.doubt)
        first, last = point.days
        step = 0 if point.clock else 1
        unit, mark = point.unit, point.mark
        return {
            "before": lambda: f"[..{day_text(first - step, unit)}{mark}]",
            "after": lambda: f"[{day_text(last + step, unit)}{mark}..]",
            "by": lambda: f"[..{day_text(last, unit)}{mark}]",
            "not before": lambda: f"[{day_text(first, unit)}{mark}..]",
        }[value.side]()

    def _several_dates(self, value: Several) -> str:
        points = self._points(*value.members, doubt=value.doubt)
        if any(each.clock for each in points):
            raise DateError(
                f"date {shown(value.words)}: a set has no times of day", hint="give the days alone"
            )
        if value.every and any(each.text.startswith("[") for each in points):
            raise DateError(
                f'date {shown(value.words)} joins uncertain days with "and"', hint="give each its own event"
            )
        members = ",".join(each.edtf.strip("[]") for each in points)
        return f"{{{members}}}" if value.every else f"[{members}]"

    def _night(self, value: Night) -> str:
        """The two days that a night lies in."""
        base = value.base
        days = base.members if isinstance(base, Several) else (base,)
        points = self._points(*days, doubt=value.doubt)
        first, last = points[0].days[0], points[-1].days[1]
        if len(points) == 1:
            last += 1
        if any(each.unit != "day" or each.doubt or each.clock for each in points) or last != first + 1:
            raise DateError(f"date {shown(value.words)} names no night", hint="a night lies between two days")
        return f"[{day_text(first)}..{day_text(last)}]"


def _refuse_backwards(words: str, start: Point, end: Point) -> None:
    if start.days[0] > end.days[1]:
        raise DateError(
            f"date {shown(words)} ends before it begins",
            hint=f"{end.text} comes before {start.text}: say them the other way round",
        )


def _named(edtf: str, said: Value) -> str:
    """A day in words that leave no doubt which number is the month."""
    if not isinstance(said, Fields) or said.month is None or said.day is None:
        return edtf
    year = f" {edtf[:4]}" if said.year is not None else ""
    return f"{said.day} {MONTH_NAMES[said.month]}{year}"

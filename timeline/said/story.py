"""What a text has told so far: its dateline, and the dates that later expressions lean on."""

from timeline.dates.periods import MANY_YEARS, Period, finer
from timeline.said.frozen import Frozen
from timeline.said.understood import DayOrder
from timeline.said.why import On


class Habits(Frozen):
    """How a text writes dates, where it is not as its language and its time have it.

    `order` is which of two numbers is the day, `century` the first of the hundred years that two digits may mean, and
    `calendar` ("julian") that of days and months which name none.
    """

    order: DayOrder | None = None
    century: int | None = None
    calendar: str = ""


USUAL = Habits()


class Story:
    """The dateline of a text, whether it narrates, and the dates it told last.

    News without a dateline may lean (`leaning`) on the newest day that it told in full, which is nearest to its own; a
    history leans on what it told.
    `habits` are those of its dates.
    """

    def __init__(
        self, *, dateline: Period | None, narrative: bool, leaning: bool = True, habits: Habits = USUAL
    ) -> None:
        self.dateline = dateline
        self.narrative = narrative
        self.leaning = leaning
        self.habits = habits
        self.order = (
            habits.order or DayOrder.DAY_FIRST
        )  # in a text as its language writes it, unless it is told
        self.last: Period | None = None  # the date told last, of any size
        self.last_day: Period | None = None
        self.last_explicit: Period | None = (
            None  # the date told last whose year the text itself gave; of days, the newest
        )
        # The token after the expression that told it, -1 in another stretch of the text.
        self.told_at = -1
        self.day_at = -1

    @property
    def here(self) -> Period | None:
        """What "this year" and "on Friday" lean on: the dateline, or in a history the date told last."""
        if self.narrative:
            return self.last or self.dateline
        told = self.last_explicit if self.leaning else None
        return self.dateline or (told if told is not None and told.unit == "day" else None)

    @property
    def there(self) -> Period | None:
        """What "the following year" and "two days later" lean on: the date told last."""
        return self.last or self.dateline

    def on(self, anchor: Period | None, *, told: bool) -> On:
        """What the anchor is, for the reason."""
        if self.narrative or (told and anchor is not None and anchor != self.dateline):
            return "told"
        return "dateline" if self.dateline else "day"

    def begin_stretch(self) -> None:
        """Another stretch of the text, whose tokens are counted anew."""
        self.told_at = self.day_at = -1

    def near(self, first: int, *, broken: bool) -> Period | None:
        """The day told last, when it was in this paragraph and at most a week before the dateline: what "the day" leans on."""
        day, here = self.last_day, self.dateline
        if day is None or here is None or broken or not 0 <= self.day_at <= first:
            return None
        return day if 0 <= here.index - day.index <= 7 else None

    def remember(self, period: Period, end: int, *, explicit: bool, named: bool) -> None:
        """Let later expressions lean on a date; a year that belongs to a name (`named`) does not move a history."""
        if period.unit in MANY_YEARS or (self.narrative and named and finer("month", period.unit)):
            return
        self.last, self.told_at = period, end
        if period.unit == "day":
            self.last_day, self.day_at = period, end
        told = self.last_explicit
        if explicit and not (told and told.unit == period.unit == "day" and period.index < told.index):
            self.last_explicit = period

"""What the words of one mention lean on: the story they stand in, and which way their clause leans."""

from collections.abc import Callable

from timeline.dates.calendar import civil_from_days
from timeline.dates.periods import Period
from timeline.said.policies import LEANINGS, Lean, Place
from timeline.said.story import Story
from timeline.said.values import Fields, Known, Value, counted
from timeline.said.why import Leant, Moved, Unanchored, Weekday, Why


class Groundless(Exception):
    """Nothing was told that the words could lean on; `here` is what was, where it is too coarse."""

    def __init__(self, here: Period | None = None) -> None:
        super().__init__()
        self.here = here

    @property
    def why(self) -> Unanchored:
        """The reason in a word."""
        return Unanchored(wants="date" if self.here else "dateline")


class Standing:
    """Where one mention stands, and what it has leant on so far: the `anchor`, and the reasons.

    `near` and `beside` give the day told near by, and the date told in the same sentence, which a weekday or a day of
    the month alone belongs to: they are asked for when they are wanted.
    """

    def __init__(
        self,
        story: Story,
        place: Place,
        near: Callable[[], Period | None] = lambda: None,
        beside: Callable[[], Period | None] = lambda: None,
    ) -> None:
        self.story = story
        self.beside = beside
        self.place = place
        self.strict = place == "typed"  # what is doubtful is refused there, and not guessed
        self.whys: list[Why] = []
        self.anchor: Period | None = None
        self._near_by = near

    def lean(self, kind: str) -> Lean:
        """Which way words of that kind lean here."""
        return LEANINGS[kind, self.place]

    def here(self, told: str = "") -> Period:
        """What words lean on, kept as the anchor. Raises Groundless when nothing was told."""
        story = self.story
        here = story.there if told == "last" else story.here
        if told == "near":
            here = self._near_by() or (story.last_day if story.narrative else here)
        if here is None:
            raise Groundless
        self.anchor = here
        return here

    def day(self, told: str = "") -> Period:
        """The same, which must be a day."""
        story = self.story
        if story.narrative or told == "last":
            if story.last_day is not None:
                self.anchor = story.last_day
                return story.last_day
            if story.narrative:
                raise Groundless(story.last)
        here = self.here(told)
        if here.unit != "day":
            raise Groundless(here)
        return here

    def known(self, said: Value, period: Period, exact: Period | None = None) -> Known:
        """A piece of the calendar in the words of what was said."""
        return Known(period=period, exact=exact).instead_of(said)

    def named(self, said: Value, period: Period) -> Value:
        """A day by its number or a month by its name, which the calendar of the story may count otherwise."""
        if not self.story.habits.calendar or period.unit not in ("day", "month"):
            return self.known(said, period)
        year, month, number = civil_from_days(period.first_day)
        day = number if period.unit == "day" else None
        return Fields(year=counted(year), month=month, day=day).instead_of(said)

    def leant(self, kind: str, lean: str, *, told: bool = False) -> None:
        """Keep that one of a kind was taken."""
        self.whys.append(Leant(kind=kind, lean=lean, on=self.story.on(self.anchor, told=told)))

    def moved(self, count: int, unit: str, *, told: bool) -> None:
        """Keep that so many units were counted."""
        self.whys.append(Moved(count=count, unit=unit, on=self.story.on(self.anchor, told=told)))

    def weekday(self, *, fits: bool, sought: bool = False) -> None:
        """Keep how a weekday agrees with the date beside it."""
        self.whys.append(Weekday(is_="sought" if sought else "fits" if fits else "another"))

"""What happened around an event or a date: `around:ID`, `around:DATE`."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING, ClassVar

from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length, reach
from timeline.dates.wording import wording
from timeline.frozen import dataclass
from timeline.model import Event
from timeline.query.algebra import Predicate
from timeline.query.claims import possible_dates
from timeline.query.company import Company
from timeline.query.linked import ids_meant
from timeline.query.periods import during
from timeline.query.spelling import spelled

if TYPE_CHECKING:
    from timeline.query.narrowing import Limits

THIRTY_DAYS = Length(30, "d")


@dataclass(frozen=True, slots=True)
class Around(Predicate):
    """Events near the event of an id, itself included, or near a date: `date` is what the text is as one, if it can be.

    An event's id goes before a date, and a date before the beginning of an id; which it is, `among` tells. With `prefix` every
    event whose id begins so is meant. `circa` is how far a `~` of an event reaches, be it near or the one that is meant.
    """

    text: str
    date: EventDate | None = None
    within: Length = THIRTY_DAYS
    prefix: bool = False
    certain: bool = field(default=False, kw_only=True)
    circa: Length | None = field(default=None, kw_only=True)
    _centres: tuple[EventDate, ...] = field(default=(), compare=False, repr=False)
    _limits: "Mapping[int, Limits]" = field(default_factory=dict, compare=False, repr=False)
    cost: ClassVar[int] = 3

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        if self.certain:
            limits = self._limits.get(id(event))
            dates = possible_dates(event)
            return any(all(self._near(date, one, limits) for date in dates) for one in self._middle)
        return any(self.at(event, date) for date in possible_dates(event))

    def at(self, event: Event, date: EventDate) -> bool:
        """Whether the event possibly meets the condition on this one of its dates; for certain, on all of them."""
        return self(event) if self.certain else any(self._near(date, one) for one in self._middle)

    @property
    def dated(self) -> bool:
        """Whether one date may meet the condition where another does not."""
        return not self.certain

    @property
    def _middle(self) -> tuple[EventDate, ...]:
        return self._centres or ((self.date,) if self.date else ())

    def _near(self, date: EventDate, centre: EventDate, limits: "Limits | None" = None) -> bool:
        meant = self.circa if self._centres and not self.certain else None
        first, last = reach(centre, meant)
        days = self.within.from_day(first, -1), self.within.from_day(last, 1)
        return during(date, days, certain=self.certain, limits=limits, circa=self.circa)

    def among(self, events: Sequence[Event]) -> Predicate:
        """The condition with the dates of the event that is meant, and with what the events say of one another."""
        exact = {self.text} & {event.id for event in events} if not self.prefix else set()
        meant = exact or (set() if self.date else ids_meant(events, self.text, prefix=self.prefix))
        centres = tuple(event.date for event in events if event.id in meant)
        limits = Company.of(events).limits if self.certain else {}
        return replace(self, _centres=centres, _limits=limits)

    def __str__(self) -> str:
        return f"around:{spelled(self.text, prefix=self.prefix)}"

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        about = "the event" if self._centres else wording(self.date) if self.date else "the event"
        named = f"{about} “{self.text}{'…' if self.prefix else ''}”" if about == "the event" else about
        likely = "certainly" if self.certain else "possibly"
        return f"{likely} happened within {self.within} of {named}"

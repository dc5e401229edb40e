"""Conditions on when: since, until, on a date, as a source has it, and known by then.

Doubt is told apart by `certain` (contract, section 3): a period is met *possibly* when the bounds of the date
touch it, *certainly* when they lie inside it. A date without a first or last day sets no bound on that side. An event
happened possibly on any date that a source gives it, and certainly when all of them lie inside (section 11); what it
follows and what follows it narrow what is certain, and hide nothing that is possible. What is marked `~` may reach farther: that widens what
is possible, and nothing of what is certain (section 1).
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from itertools import product
from typing import TYPE_CHECKING, ClassVar

from timeline.dates.calendar import day_iso
from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length, possibly_during
from timeline.dates.wording import wording
from timeline.errors import DateError
from timeline.frozen import dataclass
from timeline.model import Event
from timeline.query.algebra import All, Not, Predicate, Several
from timeline.query.claims import claims
from timeline.query.company import Company

if TYPE_CHECKING:
    from timeline.query.narrowing import Limits


@dataclass(frozen=True, slots=True)
class Period(Predicate):
    """What the conditions on when share: a date, and whether they ask for possible events or for certain ones.

    `circa` is how far a `~` of an event or a source reaches; that of the date that is asked for reaches nowhere.
    """

    # Its kinds are no dataclasses of their own: they add no field.
    date: EventDate
    certain: bool = field(default=False, kw_only=True)
    circa: Length | None = field(default=None, kw_only=True)

    @property
    def _likely(self) -> str:
        return "certainly" if self.certain else "possibly"


@dataclass(frozen=True, slots=True)
class Happened(Period):
    """What the conditions on when an event happened share: the days within which its date is to lie.

    Called by itself it knows only what the event says; `among` tells what others make certain of it.
    """

    _limits: "Mapping[int, Limits]" = field(default_factory=dict, kw_only=True, compare=False, repr=False)
    cost: ClassVar[int] = 3  # a date is parsed: 7 µs

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        limits = self._limits.get(id(event)) if self._limits else None
        own = self._met(event.date, limits)
        if own is self.certain:  # else no other date matters: possible by its own, or not certain by it
            for date in event.rival_dates:
                if self._met(date, limits) is not own:
                    return not own
        return own

    def at(self, event: Event, date: EventDate) -> bool:
        """Whether the event possibly meets the condition on this one of its dates; for certain, on all of them."""
        return self(event) if self.certain else self._met(date)

    def among(self, events: Sequence[Event]) -> Predicate:
        """The condition with what the events say of one another, where it asks for what is certain."""
        limits = Company.of(events).limits if self.certain else {}
        return replace(self, _limits=limits) if limits else self

    @property
    def dated(self) -> bool:
        """Whether one date may meet the condition where another does not."""
        return not self.certain

    def _met(self, date: EventDate, limits: "Limits | None" = None) -> bool:
        return during(date, self._days, certain=self.certain, limits=limits, circa=self.circa)

    @property
    def _days(self) -> tuple[int | None, int | None]:
        return self.date.first_day, self.date.last_day

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        return f"{self._likely} happened {_when(*self._days)}"


class Since(Happened):
    """Events on or after the first day of a date."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"since:{self.date}"

    @property
    def _days(self) -> tuple[int | None, int | None]:
        return self.date.first_day, None


class Until(Happened):
    """Events on or before the last day of a date."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"until:{self.date}"

    @property
    def _days(self) -> tuple[int | None, int | None]:
        return None, self.date.last_day


class On(Happened):
    """Events within the days of a date, the first and the last included."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"on:{self.date}"


class Claimed(Period):
    """Events of which at least one source gives a date within the days of a date, be it the event's own or a rival one."""

    __slots__ = ()
    cost: ClassVar[int] = 3

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        days = self.date.first_day, self.date.last_day
        return any(
            during(claim.date, days, certain=self.certain, circa=self.circa) for claim in claims(event)
        )

    def __str__(self) -> str:
        return f"claim:{self.date}"

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        when = _when(self.date.first_day, self.date.last_day)
        return f"{self._likely} happened {when} as a source has it"


class KnownBy(Period):
    """Events of which at least one source was published on or before the last day of a date.

    A publication date is doubted like any other: a source of `2022` possibly was out by March 2022, and
    certainly by the end of the year. A source without a date vouches for no day.
    """

    __slots__ = ()
    cost: ClassVar[int] = 3

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        days = None, self.date.last_day
        return any(
            source.date is not None and during(source.date, days, certain=self.certain, circa=self.circa)
            for source in event.sources
        )

    def __str__(self) -> str:
        return f"known-by:{self.date}"

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        return f"{self._likely} had a source published {_when(None, self.date.last_day)}"


def during(
    date: EventDate,
    days: tuple[int | None, int | None],
    *,
    certain: bool,
    limits: "Limits | None" = None,
    circa: Length | None = None,
) -> bool:
    """Whether a date possibly touches the days from the first to the last, or certainly lies inside them, within its event's limits.

    Its `~` possibly reaches as far as `circa`.
    """
    if not certain:
        return possibly_during(date, *days, circa)
    if limits:
        return limits.certainly_during(date, *days)
    return date.certainly_during(*days)


def backwards(where: Predicate) -> tuple[EventDate, EventDate] | None:
    """The dates since and until which conditions that hold together ask for events, where the second ends before the first."""
    parts = where.parts if isinstance(where, Several) else (where.part,) if isinstance(where, Not) else ()
    if isinstance(where, All):
        starts = [part.date for part in parts if isinstance(part, Since)]
        ends = [part.date for part in parts if isinstance(part, Until)]
        for start, end in product(starts, ends):
            if start.first_day is not None and end.last_day is not None and end.last_day < start.first_day:
                return start, end
    return next(filter(None, map(backwards, parts)), None)


def _when(first_day: int | None, last_day: int | None) -> str:
    if first_day is None:
        return "on some day" if last_day is None else f"on or before {_day(last_day)}"
    if last_day is None:
        return f"on or after {_day(first_day)}"
    return f"on {_day(first_day)}" if first_day == last_day else f"from {_day(first_day)} to {_day(last_day)}"


def _day(number: int) -> str:
    text = day_iso(number)
    try:
        return wording(EventDate.parse(text))
    except DateError:  # a year of more than four digits: EDTF does not write its days
        return text

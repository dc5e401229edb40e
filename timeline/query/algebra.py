"""What a condition on events is, and how conditions join: all of them, any of them, not this one.

A predicate is a value: called on an event, compared, printed as query text, said in a sentence. `str` gives its
query text, which `timeline.query.language.parse_query` undoes; `meaning` says in words which events it chooses.

An event may have several dates, where its sources differ. Conditions that hold together hold of one of them: a period is
not met by one claim after its beginning and another before its end. The contrary is that of the whole event.

A predicate is data, so an engine may read it instead of calling it.
"""

import operator
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from typing import ClassVar

from timeline.dates.event_date import EventDate
from timeline.frozen import dataclass
from timeline.model import Event
from timeline.query.claims import possible_dates


class Predicate(ABC):
    """A condition that an event meets or not. `cost` ranks how long that takes to find out."""

    __slots__ = ()
    cost: ClassVar[int] = 2

    @abstractmethod
    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""

    def at(self, event: Event, date: EventDate) -> bool:  # noqa: ARG002 (most do not ask when)
        """Whether the event, if it happened on this one of its dates, meets the condition."""
        return self(event)

    @property
    def dated(self) -> bool:
        """Whether `at` may tell one date of an event from another."""
        return False

    @property
    def words(self) -> frozenset[str]:
        """Words, folded, each of which stands somewhere in the record of every event that meets the condition."""
        return frozenset()

    def among(self, events: Sequence[Event]) -> "Predicate":  # noqa: ARG002 (most ask for nothing else)
        """The condition as it stands among these events, where it asks for more than the event it is called on."""
        return self

    @classmethod
    def tests(cls, parts: Sequence["Predicate"]) -> Sequence[Callable[[Event], bool]]:
        """What finds out whether an event meets one of several conditions of this kind: each, where they are not asked together."""
        return parts

    @property
    @abstractmethod
    def clause(self) -> str:
        """The condition as a clause whose subject is "events that"."""

    @property
    def meaning(self) -> str:
        """Which events are chosen, in a sentence."""
        return f"events that {self.clause}"

    @property
    def contrary(self) -> str:
        """The query text of the contrary."""
        return f"NOT {_enclosed(self)}"

    @property
    def contrary_clause(self) -> str:
        """The contrary as a clause."""
        return f"are not among those that {_enclosed_clause(self)}"


@dataclass(frozen=True, slots=True)
class Everything(Predicate):
    """No condition: every event meets it."""

    cost: ClassVar[int] = 0

    def __call__(self, event: Event) -> bool:  # noqa: ARG002 (whatever the event)
        """Whether the event meets the condition."""
        return True

    def __str__(self) -> str:
        return "*"

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        return "are in the collection"


@dataclass(frozen=True, slots=True)
class Several(Predicate):
    """What `All` and `AnyOf` have in common: parts, tried cheapest first, and printed as they were given."""

    parts: tuple[Predicate, ...]
    _tried: tuple[Callable[[Event], bool], ...] = field(init=False, compare=False, repr=False)
    _dated: tuple[Predicate, ...] = field(init=False, compare=False, repr=False)
    cost: ClassVar[int] = 8

    def __post_init__(self) -> None:
        object.__setattr__(self, "_tried", tuple(sorted(self.parts, key=_cost)))
        object.__setattr__(self, "_dated", tuple(part for part in self.parts if part.dated))

    @property
    def dated(self) -> bool:
        """Whether one date may meet the conditions where another does not."""
        return bool(self._dated)

    def among(self, events: Sequence[Event]) -> Predicate:
        """The conditions as they stand among these events."""
        parts = tuple(part.among(events) for part in self.parts)
        return self if all(map(operator.is_, parts, self.parts)) else type(self)(parts)


class All(Several):
    """Every one of several conditions."""

    __slots__ = ()

    def __call__(self, event: Event) -> bool:
        """Whether the event meets every condition."""
        for part in self._tried:
            if not part(event):
                return False
        return len(self._dated) <= 1 or any(self._at(event, date) for date in possible_dates(event))

    @property
    def words(self) -> frozenset[str]:
        """The words that any of the conditions needs."""
        return frozenset[str]().union(*(part.words for part in self.parts))

    def at(self, event: Event, date: EventDate) -> bool:
        """Whether the event meets every condition on this one of its dates."""
        return all(part.at(event, date) for part in self.parts)

    def _at(self, event: Event, date: EventDate) -> bool:
        return all(part.at(event, date) for part in self._dated)

    def __str__(self) -> str:
        return " ".join(map(_enclosed, self.parts))

    @property
    def clause(self) -> str:
        """The conditions as a clause."""
        return " and ".join(map(_enclosed_clause, self.parts))


class AnyOf(Several):
    """At least one of several conditions."""

    __slots__ = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        kinds: dict[type[Predicate], list[Predicate]] = {}
        for part in sorted(self.parts, key=_cost):
            kinds.setdefault(type(part), []).append(part)
        tests = [test for kind, parts in kinds.items() for test in kind.tests(parts)]
        object.__setattr__(self, "_tried", tuple(tests))

    def __call__(self, event: Event) -> bool:
        """Whether the event meets one of the conditions."""
        for part in self._tried:  # noqa: SIM110 (a generator costs 0.4 µs an event)
            if part(event):
                return True
        return False

    def at(self, event: Event, date: EventDate) -> bool:
        """Whether the event meets one of the conditions on this one of its dates."""
        return any(part.at(event, date) for part in self.parts)

    def __str__(self) -> str:
        return " OR ".join(map(_enclosed, self.parts))

    @property
    def clause(self) -> str:
        """The conditions as a clause."""
        return " or ".join(map(_enclosed_clause, self.parts))


@dataclass(frozen=True, slots=True)
class Not(Predicate):
    """The contrary of a condition."""

    part: Predicate
    cost: ClassVar[int] = 8

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        return not self.part(event)

    def among(self, events: Sequence[Event]) -> Predicate:
        """The contrary of the condition as it stands among these events."""
        part = self.part.among(events)
        return self if part is self.part else Not(part)

    def __str__(self) -> str:
        return self.part.contrary

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        return self.part.contrary_clause


def all_of(parts: Iterable[Predicate]) -> Predicate:
    """Every one of the conditions, in the simplest form: nothing nested, nothing said twice.

    >>> all_of([Everything(), all_of([])])
    Everything()
    """
    flat: dict[Predicate, None] = {}
    for part in parts:
        flat |= dict.fromkeys(part.parts if isinstance(part, All) else (part,))
    flat.pop(Everything(), None)
    if Not(Everything()) in flat:
        return Not(Everything())
    return All(tuple(flat)) if len(flat) > 1 else next(iter(flat), Everything())


def any_of(parts: Iterable[Predicate]) -> Predicate:
    """At least one of the conditions, in the simplest form."""
    flat: dict[Predicate, None] = {}
    for part in parts:
        flat |= dict.fromkeys(part.parts if isinstance(part, AnyOf) else (part,))
    flat.pop(Not(Everything()), None)
    if Everything() in flat:
        return Everything()
    return AnyOf(tuple(flat)) if len(flat) > 1 else next(iter(flat), Not(Everything()))


def none_of(part: Predicate) -> Predicate:
    """The contrary of the condition; the contrary of a contrary is the condition."""
    return part.part if isinstance(part, Not) else Not(part)


def leaves(where: Predicate) -> Iterator[Predicate]:
    """The conditions that no others are joined in, those of which the contrary is asked as well."""
    if isinstance(where, Several):
        for part in where.parts:
            yield from leaves(part)
    elif isinstance(where, Not):
        yield from leaves(where.part)
    else:
        yield where


def simplified(where: Predicate) -> Predicate:
    """The condition in its simplest form, which chooses the same events.

    >>> simplified(Not(Not(AnyOf((All((Everything(),)), Not(Everything()))))))
    Everything()
    """
    if isinstance(where, All):
        return all_of(map(simplified, where.parts))
    if isinstance(where, AnyOf):
        return any_of(map(simplified, where.parts))
    if isinstance(where, Not):
        return none_of(simplified(where.part))
    return where


def _cost(part: Predicate) -> int:
    return part.cost


def _enclosed(part: Predicate) -> str:
    return f"({part})" if isinstance(part, Several) else str(part)


def _enclosed_clause(part: Predicate) -> str:
    return f"({part.clause})" if isinstance(part, Several) else part.clause

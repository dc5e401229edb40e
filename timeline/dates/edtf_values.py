"""What an EDTF expression says, as values: a single date, an interval, a set.

Section names are those of the Library of Congress specification of 4 February 2019.
Every value knows its conformance level, its qualifier, and its first and last possible day (None: no bound).
"""

from enum import Enum, IntEnum

from timeline.tuples import NamedTuple


class Qualifier(IntEnum):
    """How sure a date is (Level 1, Qualification of a date); the values join by `|`: `~` and `?` make `%`."""

    NONE = 0
    APPROXIMATE = 1
    UNCERTAIN = 2
    BOTH = 3


class Edge(Enum):
    """An end of an interval that is no date (Level 1, Extended Interval): `..` is open, blank is unknown."""

    OPEN = ".."
    UNKNOWN = ""


class Point(NamedTuple):
    """One date: a time, a day, a month, a season or a year, with its digits as written.

    `year`, `month` and `day` hold the characters between qualifiers: `2018`, `-0044`, `20XX`, `Y-17E7`, `1950S2`;
    `month` is a season's code where `kind` is `season`. `qualifiers` are those of year, month and day.
    `second` is the second of the day as stated, `offset` the minutes that the zone is ahead of UTC.
    """

    kind: str
    level: int
    year: str
    first_day: int
    last_day: int
    month: str = ""
    day: str = ""
    qualifiers: tuple[int, int, int] = (0, 0, 0)
    second: int | None = None
    offset: int | None = None

    @property
    def qualifier(self) -> int:
        """What is said of any component, said of the whole."""
        year, month, day = self.qualifiers
        return year | month | day


class Interval(NamedTuple):
    """A time that lasts from a start to an end (Level 0, Time Interval; Level 1 and 2, Extended Interval)."""

    start: Point | Edge
    end: Point | Edge
    level: int

    @property
    def kind(self) -> str:
        """What it is, as points and sets have it."""
        return "interval"

    @property
    def first_day(self) -> int | None:
        """The first day the start can denote."""
        return self.start.first_day if isinstance(self.start, Point) else None

    @property
    def last_day(self) -> int | None:
        """The last day the end can denote."""
        return self.end.last_day if isinstance(self.end, Point) else None

    @property
    def qualifier(self) -> int:
        """What is said of either end, said of the whole."""
        return sum_of_qualifiers((self.start, self.end))


class Span(NamedTuple):
    """Consecutive dates in a set (Level 2, Set representation): `1670..1672`, `..1984`, `1760..`."""

    start: Point | Edge
    end: Point | Edge


class DateSet(NamedTuple):
    """One of several dates, `[…]`, or all of them, `{…}` (Level 2, Set representation)."""

    kind: str
    members: tuple[Point | Span, ...]
    first_day: int | None
    last_day: int | None
    qualifier: int
    level: int = 2


Edtf = Point | Interval | DateSet


def sum_of_qualifiers(parts: tuple[Point | Edge, ...]) -> int:
    """What is said of any of the parts, said of all together."""
    total = 0
    for part in parts:
        if isinstance(part, Point):
            total |= part.qualifier
    return total

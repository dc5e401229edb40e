"""What words say of time that names no date: how long, how often, vaguely when, and years that begin when a country says."""

from timeline.said.values import Length, Told, Unit, Value, Year


class Lasts(Value):
    """A length of time that is no date: "two years and six months" are two lengths.

    `way` is 1 when it begins at the standpoint ("the next two weeks"), -1 when it ends there. With a `base` it is
    the first (`way` 1) or last (-1) so much of a period.
    """

    lengths: tuple[Length, ...]
    way: int = 0
    base: Value | None = None


class Often(Value):
    """Again and again: so often in a length, on a weekday, in a month or part of a year, at a part of the day."""

    every: Length | None = None
    weekday: int | None = None
    month: int | None = None


class Vaguely(Value):
    """The past (`way` -1), the present (0) or the future (1) without measure; `unit` where some were said but not counted.

    A `former` one only histories mark.
    """

    way: int
    unit: Unit | None = None
    told: Told = ""
    former: bool = False


class Fiscal(Value):
    """A fiscal year, or a quarter of one: its months differ by country."""

    year: Year
    quarter: int | None = None

"""Conditions on how many there are: `sources:2..`, `actors:2`, `tags:..3`."""

import re
from typing import ClassVar

from timeline.counting import counted
from timeline.errors import UsageError, shown
from timeline.frozen import dataclass
from timeline.model import Event
from timeline.query.algebra import Predicate
from timeline.query.spelling import spelled

COUNTED = ("actors", "tags", "sources")
_range = re.compile(r"(\d{1,9})|(\d{0,9})\.\.(\d{0,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Count(Predicate):
    """Events whose record lists so many in a field, one of COUNTED: from `least` to `most`, None for any number."""

    field: str
    least: int = 0
    most: int | None = None
    cost: ClassVar[int] = 1

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        number = len(getattr(event, self.field))
        return self.least <= number and (self.most is None or number <= self.most)

    def __str__(self) -> str:
        if self.least == self.most:
            return f"{self.field}:{self.least}"
        return f"{self.field}:{self.least or ''}..{'' if self.most is None else self.most}"

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        one = self.field.removesuffix("s")
        if self.most is None:
            return f"have at least {counted(self.least, one)}"
        if self.least == self.most:
            return f"have {counted(self.least, one)}" if self.least else f"have no {one}"
        if not self.least:
            return f"have at most {counted(self.most, one)}"
        return f"have {self.least:,} to {counted(self.most, one)}"


def count_of(field: str, value: str) -> Predicate:
    """The condition that a number, or a range of them, says of a field; UsageError where it is neither.

    >>> str(count_of("sources", "2..")), count_of("actors", "2").clause
    ('sources:2..', 'have 2 actors')
    """
    match = _range.fullmatch(value.strip())
    if match is None or not any(match.groups()):
        one = field.removesuffix("s")
        hint = f"write {field}:2, {field}:2.. or {field}:..3; {one}:{spelled(value.strip() or 'NAME')} asks for one by its name"
        raise UsageError(f"{shown(value)} is no number of {field}", hint=hint)
    exact, least, most = (int(text) if text else None for text in match.groups())
    if exact is not None:
        return Count(field, exact, exact)
    least = least or 0
    if most is not None and most < least:
        raise UsageError(f"{shown(value)} ends before it begins", hint=f"write {field}:{most}..{least}")
    return Count(field, least, most)

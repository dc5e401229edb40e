"""Records of a large file, each found sound by one expression, and read no further than is asked.

A file is looked at as a text that has a character for each byte, which is made of it at once, and has its places.

The expression says all that makes an event of a record in the usual shape: its fields, each once, with valid texts, lists,
numbers and dates. What it does not fit is for `timeline.yaml_plain` and for the parser. Fields stand in the order of the
contract until a record has them in another, which is then tried for those that follow.
"""

import re
from collections.abc import Iterator, KeysView
from typing import Any

from timeline.errors import DateError
from timeline.record import Record, Value, Written, parse_date
from timeline.yaml_fits import DAY, Fit, Shape, fitting, passing, shape_of
from timeline.yaml_plain import said
from timeline.yaml_values import read, settled

_SHAPES = 8  # tried of one file, at most: each takes 8 ms to make
_NARROW = 4  # of them hold no fields but those of the records so far: a seventh of the time
_lasting = re.compile(rf" ?({DAY})/({DAY})").fullmatch


class SoundRecord(Written):
    """A record of which nothing is wrong: its fields are made out of its text when they are asked for."""

    __slots__ = ("_fit", "_found")

    def __init__(self, found: re.Match[str], fit: Fit) -> None:
        self._found = found
        self._fit = fit

    def __getitem__(self, name: str) -> Value:
        group = self._fit.groups.get(name)
        text = None if group is None else self._found[group]
        if text is None:
            raise KeyError(name)
        return read(name, text)

    def get(self, name: str, default: Any = None, /) -> Any:
        """The field, or the default: 0.2 µs where it is not there."""
        group = self._fit.groups.get(name)
        text = None if group is None else self._found[group]
        return default if text is None else read(name, text)

    def __contains__(self, name: object) -> bool:
        group = self._fit.groups.get(name)  # type: ignore[call-overload] # as any mapping is asked
        return group is not None and self._found[group] is not None

    def keys(self) -> KeysView[str]:
        """The names of its fields: half the time of what a mapping makes of its own."""
        return dict.fromkeys(self).keys()

    def __iter__(self) -> Iterator[str]:
        return (name for name, group in self._fit.groups.items() if self._found[group] is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def plain(self) -> Record:
        """The record as its event's `to_record` makes it: all of its fields at once."""
        fit = self._fit
        return settled(self._found.groups(), fit.ordered, fit.shape.source, fit.shape.dash)

    def exact(self) -> Record:
        """The record as it is written: all of its fields at once."""
        fit = self._fit
        return settled(self._found.groups(), fit.ordered, fit.shape.source, fit.shape.dash, exact=True)

    @property
    def text(self) -> str:
        """Its own text and the comments behind it, with a character for each byte."""
        return self._found[0]

    def written(self, name: str) -> str:
        """What stands behind the colon of a field, with a character for each byte; nothing where it is not there."""
        group = self._fit.groups.get(name)
        return (group and self._found[group]) or ""

    @property
    def lists(self) -> list[str]:
        """What stands behind the colon of each list that it has, with a character for each byte."""
        return [written for group in self._fit.lists if (written := self._found[group])]

    @property
    def own(self) -> bool:
        """Whether it has fields that are not of the contract."""
        own = self._fit.own
        return bool(own) and any(self._found[group] is not None for group in own)

    @property
    def disputed(self) -> bool:
        """Whether a source may give a date in place of its own."""
        return self._fit.disputed and "event_date:" in self._found[0]

    @property
    def leans(self) -> bool:
        """Whether it says what it follows, or what follows it."""
        leaning = self._fit.leaning
        return bool(leaning) and any(self._found[group] for group in leaning)

    def alone(self) -> "SoundRecord":
        """The same, which keeps no more text than its own in memory."""
        found = self._found.re.match(self._found[0])
        assert found is not None
        return SoundRecord(found, self._fit)


class Shapes:
    """The shapes that the records of a file have had so far, and the one that the last of them had."""

    __slots__ = ("_fit", "_last", "_tried")

    def __init__(self) -> None:
        self._last = Shape(("date", "title"), ("title",))
        self._tried = {self._last}
        self._fit = fitting(self._last)

    def record(self, text: str, at: int) -> tuple[int, SoundRecord | None]:
        """Where the record that begins at a place of a text ends; and the record, or None where it has no usual shape.

        The text ends with a record, or with comments behind it.
        """
        found = self._fit.match(text, at + 2) or self._other(text, at)
        if found is None or ((date := found[self._fit.other_date]) and not _is_date(date)):
            return text.find("\n- ", at) + 1 or len(text), None
        return found.end(), SoundRecord(found, self._fit)

    def passed(self, text: str, at: int, to: int) -> int:
        """Where, of the records between two places of a text, those end that have the shape of the last one and lean on no other."""
        match, other_date, leaning = passing(self._fit.shape)
        while at < to:
            found = match(text, at + 2)
            if found is None or (leaning and any(found[group] for group in leaning)):
                break
            if (date := found[other_date]) and not _is_date(date):
                break
            at = found.end()
        return at

    def _other(self, text: str, at: int) -> re.Match[str] | None:
        """The record, where it has another shape than the last one, which is then that of those that follow."""
        shape = shape_of(text[at : text.find("\n- ", at) + 1 or len(text)], self._last)
        if len(self._tried) == _NARROW:
            shape = shape.widened()
        if shape == self._last or (shape not in self._tried and len(self._tried) == _SHAPES):
            return None
        self._tried.add(shape)
        fit = fitting(shape)
        found = fit.match(text, at + 2)
        if found:
            self._last, self._fit = shape, fit
        return found


def _is_date(text: str) -> bool:
    lasting = _lasting(text)
    if lasting and len(lasting[1]) == len(lasting[2]) and lasting[1] <= lasting[2]:
        return (
            True  # most that are no plain ones: of 100,000 records, 12 % with such, a twentieth of the time
        )
    try:
        parse_date(said(text))
    except DateError:
        return False
    return True

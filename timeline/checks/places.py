"""Where the fields of records stand in the text of a file."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from yaml.error import YAMLError

from timeline.checks.finding import FieldPath
from timeline.yaml_outline import outline
from timeline.yaml_places import Outline

_PIECE = 1 << 14  # characters of a text in which line ends are counted
# A dash, or a field's name without brackets or quotation marks before it: nothing of a record above it.
_own_lines = re.compile(r" *(?:-[ \t\r\n]|\w)")


class Places:
    """The lines of fields. A record is outlined on its own where its own lines can be told: 10,000 findings in 3 s."""

    def __init__(self, text: str, lines: Sequence[int]) -> None:
        self.text = text
        self.lines = lines
        self.outlines: dict[int, Outline | None] = {}
        self.whole: Outline | None = None

    def line(self, number: int, field: FieldPath) -> int:
        """The line of a field of one of the records, or of the nearest place that is known."""
        first = self.lines[number]
        if number not in self.outlines:
            self.outlines[number] = self._outline(number)
        if own := self.outlines[number]:
            return first - 1 + own.line(0, field)
        try:
            self.whole = self.whole or outline(self.text)
            # Where an item of the list is no record, positions do not agree: the record's line must do.
            agrees = len(self.whole.records) == len(self.lines) and self.whole.line(number) == first
            return self.whole.line(number, field) if agrees else first
        except (YAMLError, UnicodeEncodeError):
            return first

    def _outline(self, number: int) -> Outline | None:
        """The outline of the lines of one record, when they can be read on their own as that record."""
        first = self.lines[number]
        last = self.lines[number + 1] if number + 1 < len(self.lines) else None
        text = self.text[self._begin(first) : self._begin(last) if last else None]
        if not _own_lines.match(text):
            return None
        try:
            own = outline(text)
        except (YAMLError, UnicodeEncodeError):
            return None
        # A line in brackets may hold several: which of them is meant, only the whole text can tell.
        return own if len(own.records) == 1 else None

    @cached_property
    def _above(self) -> list[int]:
        """How many lines end before each piece of the text."""
        pieces = range(0, len(self.text), _PIECE)
        return [0, *accumulate(self.text.count("\n", at, at + _PIECE) for at in pieces)]

    def _begin(self, line: int) -> int:
        """Where a line begins, counted from 1: in its piece line ends are looked for one by one."""
        if line == 1:
            return 0
        piece = bisect_left(self._above, line - 1) - 1
        at = piece * _PIECE - 1
        for _ in range(line - 1 - self._above[piece]):
            at = self.text.index("\n", at + 1)
        return at + 1

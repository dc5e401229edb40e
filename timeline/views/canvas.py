"""A row of a drawing in which every column has a character and an ink, written in any order."""

from collections.abc import Iterator

from timeline.views.cells import graphemes
from timeline.views.ink import Style
from timeline.views.pen import Span


class Canvas:
    """One row of `cells` columns. A wide character takes its column and the next, which then holds nothing."""

    __slots__ = ("inks", "letters")

    def __init__(self, cells: int) -> None:
        self.letters: list[str | None] = [None] * cells
        self.inks: list[Style | None] = [None] * cells

    def put(self, column: int, letter: str, ink: Style | None) -> None:
        """Write one character of one cell."""
        self.letters[column] = letter
        self.inks[column] = ink

    def fill(self, first: int, last: int, letter: str, ink: Style | None) -> None:
        """Write the same character into the columns from first to last."""
        for column in range(first, last + 1):
            self.put(column, letter, ink)

    def write(self, column: int, text: str, ink: Style | None) -> None:
        """Write a text that fits, from a column on."""
        spans = ((i, i + 1, 1) for i in range(len(text))) if text.isascii() else graphemes(text)
        for first, last, size in spans:
            if size:
                self.put(column, text[first:last], ink)
                for covered in range(column + 1, column + size):
                    self.put(covered, "", ink)
                column += size

    def is_blank(self, column: int) -> bool:
        """Whether nothing is written in the column, not even a space."""
        return self.letters[column] is None

    def spans(self) -> Iterator[Span]:
        """The row as spans, neighbours of one ink together."""
        letters, inks = self.letters, self.inks
        start = 0
        for column in range(1, len(letters) + 1):
            if column == len(letters) or inks[column] != inks[start]:
                yield (
                    "".join([" " if letter is None else letter for letter in letters[start:column]]),
                    inks[start],
                )
                start = column

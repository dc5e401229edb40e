"""What a table asks of an engine."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from timeline.engine.files import File


class Engine(Protocol):
    """What answers of the rows of files; its frames are those that narwhals knows.

    `standing` says whether rows come as they stand in the files where no order is asked for, `failures` is what is raised
    where rows cannot be fetched.
    """

    standing: bool
    failures: type[Exception]

    def frame(self, files: Sequence[File]) -> Any:
        """All rows of files: the columns of a table, `file` and `row`."""

    def rows(self, frame: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a frame, fetched some at a time."""

    def keep(self, numbers: Iterable[int], column: str) -> Any:
        """Numbers of rows as a frame to join, in which a column of that name is true."""

    def keep_pairs(self, pairs: Iterable[tuple[object, int]], columns: tuple[str, str]) -> Any:
        """Pairs of what a column has with a whole number, as a frame of two columns to join."""

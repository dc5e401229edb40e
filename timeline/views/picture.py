"""Pictures in files: which endings there are, and how large a picture is."""

from collections.abc import Mapping
from math import sqrt
from pathlib import Path, PurePath

from timeline.errors import UsageError, shown
from timeline.views.drawn import Drawn

DEFAULT_COLUMNS = 100
_COLUMN = 7.5  # pixels on paper of a column of the terminal
# What each ending is: pictures of pages, a page for browsers, or what the terminal shows.
PICTURES: Mapping[str, str] = {
    ".svg": "pages",
    ".png": "pages",
    ".pdf": "pages",
    ".html": "page",
    ".txt": "text",
}


def ending(path: str) -> str:
    """The ending of a picture's name; UsageError where no picture has it."""
    found = PurePath(path).suffix.lower()
    if found not in PICTURES:
        raise UsageError(
            f"{shown(path)} is not the name of a picture", hint=f"end it in {', '.join(PICTURES)}"
        )
    return found


def size(columns: int | None) -> tuple[int, int]:
    """The width of a picture of so many columns, and the height of a page of it, which is as A4: in pixels."""
    width = round((columns or DEFAULT_COLUMNS) * _COLUMN)
    return width, round(width * sqrt(2))


def page_names(path: Path, pages: int) -> list[Path]:
    """The files of a picture's pages: the first has the name asked for, the others a number more.

    >>> [path.name for path in page_names(Path("talks.svg"), 3)]
    ['talks.svg', 'talks-2.svg', 'talks-3.svg']
    """
    return [path, *(path.with_stem(f"{path.stem}-{at}") for at in range(2, pages + 1))]


def plain(drawing: Drawn, columns: int) -> str:
    """The drawing as text without any colour, as a terminal shows it."""
    return "".join(drawing.text(columns))

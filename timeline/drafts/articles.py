"""Articles where they lie: in a file, or in a folder of them."""

import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from timeline.drafts.article import Setup
from timeline.drafts.dateline_year import dated_by
from timeline.drafts.pages import TEXT_SUFFIXES, Page, read_page
from timeline.errors import Unavailable
from timeline.store.files import read_bytes, unavailable


def pages_at(path: Path) -> Iterator[Page]:
    """The article, or every article of a folder in the order of their names."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        raise Unavailable(
            f"{path}: there is no such article", hint="give a file, a folder of articles, or - for stdin"
        ) from None
    except OSError as error:
        raise unavailable(path, error, "read") from None
    if not is_folder:
        yield read_page(read_bytes(path)[0], str(path))
        return
    files = sorted(
        file for file in path.rglob("*") if file.suffix.lower() in TEXT_SUFFIXES and file.is_file()
    )
    if not files:
        raise Unavailable(f"{path}: holds no article", hint=f"articles end in {', '.join(TEXT_SUFFIXES)}")
    for file in files:
        yield read_page(read_bytes(file)[0], str(file))


def in_company(setups: Iterable[Setup]) -> Iterator[Setup]:
    """The articles of one folder: a dateline without a year has that of the days that the others print near it.

    Only where these agree: each of them within a month of the dateline in one year, and in no other. From the first that
    asks for the others on, each waits for all of them, without what was read of it.
    """
    printed: set[int] = set()
    waiting: list[Setup] = []
    for setup in setups:
        line = setup.dateline
        if line.day is not None and not line.inferred:
            printed.add(line.day.index)
        if waiting or line.ambiguous:
            waiting.append(setup._replace(opening=None))
        else:
            yield setup
    for setup in waiting:
        yield _dated(setup, printed) if setup.dateline.ambiguous else setup


def _dated(setup: Setup, printed: Collection[int]) -> Setup:
    """An article whose dateline has no year, in the only one that the days of the others allow."""
    by_others = {dated_by(setup.dateline, day, "folder") for day in printed}
    alone = len({line.day for line in by_others if line.day}) == 1 == len(by_others)
    return setup._replace(dateline=by_others.pop()) if alone else setup

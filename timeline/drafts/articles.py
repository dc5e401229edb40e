"""Articles where they lie: in a file, in a folder of them, or in the archive in which quotes are looked up."""

import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from timeline.drafts.article import Setup
from timeline.drafts.dateline_year import dated_by
from timeline.drafts.pages import TEXT_SUFFIXES, Page, read_page
from timeline.drafts.pdf import is_pdf, pdf_text
from timeline.drafts.quoting import Searched
from timeline.errors import InvalidData, TimelineError, Unavailable
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
            waiting.append(replace(setup, opening=None))
        else:
            yield setup
    for setup in waiting:
        yield _dated(setup, printed) if setup.dateline.ambiguous else setup


def _dated(setup: Setup, printed: Collection[int]) -> Setup:
    """An article whose dateline has no year, in the only one that the days of the others allow."""
    by_others = {dated_by(setup.dateline, day, "folder") for day in printed}
    alone = len({line.day for line in by_others if line.day}) == 1 == len(by_others)
    return replace(setup, dateline=by_others.pop()) if alone else setup


def archived_texts(folder: Path) -> tuple[dict[str, Searched], list[TimelineError]]:
    """The texts of all files of an archive by their names, whatever these end in, and why some are not whole or not there.

    Hidden files are passed by. Unavailable where there is no folder, where one of its files cannot be had, or where HTML cannot
    be read for want of its library.
    """
    texts: dict[str, Searched] = {}
    unread: list[TimelineError] = []
    try:
        files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
        if not folder.is_dir():
            raise Unavailable(f"{folder}: there is no such folder", hint="name the folder of the articles")
        for path in files:
            text, stopped = _archived(path.read_bytes(), str(path))
            texts |= {str(path): Searched(text)} if text else {}
            unread += [stopped] if stopped else []
    except OSError as error:
        raise unavailable(folder, error, "read") from error
    return texts, unread


def _archived(data: bytes, name: str) -> tuple[str, TimelineError | None]:
    """The text of a file, as far as it can be read, and why no farther."""
    if not is_pdf(data):
        try:
            return read_page(data, name).text, None
        except InvalidData:
            return "", InvalidData("not searched: it is no text, nor PDF", path=name)
    try:
        read = pdf_text(data, name)
    except Unavailable as error:
        return "", error
    return read.text, InvalidData(
        f"not searched to its end: {read.stopped}", path=name
    ) if read.stopped else None

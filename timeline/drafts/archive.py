"""The archive in which quotes are looked up: a folder of articles as somebody keeps them."""

from pathlib import Path

from timeline.drafts.pages import read_page
from timeline.drafts.pdf import is_pdf, pdf_text
from timeline.drafts.quoting import Searched
from timeline.errors import InvalidData, TimelineError, Unavailable
from timeline.store.files import unavailable


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

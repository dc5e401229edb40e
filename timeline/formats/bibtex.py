"""BibTeX and biblatex: the sources of the events, each once, in which no text is a command of TeX."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from timeline.dates.event_date import EventDate
from timeline.dates.forms import forms_of
from timeline.dates.wording import wording
from timeline.errors import DateError, InvalidData, harmless
from timeline.formats.bibliography import Entry, sources_of
from timeline.formats.dated import joined
from timeline.formats.format import Format, ReadOptions, Row, WriteOptions
from timeline.formats.links import web_address
from timeline.formats.references import CARRIES, references
from timeline.formats.text import opened
from timeline.model import Event, Source
from timeline.registry import optional

# BibTeX counts braces wherever they stand, behind a backslash too.
_COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&#%_"},
    }
)
_LETTERS = {text: chr(sign) for sign, text in _COMMANDS.items()}
# The field of a source, and those of an entry in the order in which they are tried: an article's paper before its publisher.
_TAKEN = {
    "title": ("title",),
    "author": ("author", "editor"),
    "publisher": ("journaltitle", "journal", "booktitle", "organization", "institution", "publisher"),
    "url": ("url",),
    "doi": ("doi",),
    "retrieved": ("urldate",),
    "archived": ("archiveurl",),
}
_DATES = ("date", "year", "month", "day")
_EXTRA = "bibliography"

_command = re.compile(r"\\text[a-z]{5,16}\{\}|\\[$&#%_]")
_archived = re.compile(r"archived at (\S{1,2000}?)(?:,|\Z)")
_accessed = re.compile(r"accessed (.{1,60})\Z")


def write(events: Iterable[Event], _options: WriteOptions) -> Iterator[str]:
    """An entry a source."""
    for key, source in references(events).items():
        lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(source) if value]
        yield f"@{'online' if web_address(source.url) else 'misc'}{{{key},\n{''.join(lines)}}}\n\n"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "author", _whole(source.author)
    yield "title", _whole(source.title)
    yield "organization", _whole(source.publisher)
    if source.date is not None:
        yield from _date(source.date)
    address = web_address(source.url)
    yield "url", address
    read = source.retrieved
    if read is not None and _is_plain(read):
        yield "urldate", read.text
    notes = [
        "" if address else source.url,
        f"archived at {source.archived}" if source.archived else "",
        f"accessed {wording(read)}" if read is not None and not _is_plain(read) else "",
    ]
    yield "note", _text(", ".join(filter(None, notes)))


def _date(date: EventDate) -> Iterator[tuple[str, str]]:
    """The date for biblatex, and the year for BibTeX; where a day, month or year says too much, words."""
    if not _is_plain(date):
        yield "year", _text(wording(date))
        return
    yield "date", date.text
    yield "year", date.text.partition("-")[0]


def _is_plain(date: EventDate) -> bool:
    return not forms_of(date)


def _whole(text: str) -> str:
    """A name or a title that is neither taken apart nor put into lower case."""
    return f"{{{_text(text)}}}" if text.strip() else ""


def _text(text: str) -> str:
    return harmless(" ".join(text.split())).translate(_COMMANDS)


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """The source that each entry is; InvalidData for what is no entry. Unavailable where the library is missing."""
    with opened(stream, options) as file:
        text = file.read()
    yield from sources_of(_entries(text), options)


def _entries(text: str) -> Iterator[tuple[int, Entry | InvalidData]]:
    bibtex = optional("bibtexparser", "reading BibTeX needs bibtexparser", _EXTRA)
    latex = optional("pylatexenc.latex2text", "reading BibTeX needs pylatexenc", _EXTRA)
    plain = latex.LatexNodes2Text(math_mode="verbatim", keep_comments=True).latex_to_text
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # we tell what is wrong
    library = bibtex.parse_string(text)
    for block in library.blocks:
        line = block.start_line + 1
        # An entry whose key stands there twice is one all the same, and told where the others are known.
        entry = getattr(block, "ignore_error_block", block)
        if hasattr(entry, "entry_type"):
            try:
                yield line, _entry(entry, plain)
            except DateError as error:
                yield line, InvalidData(f"{line}: {error}", hint=error.hint)
        elif block in library.failed_blocks:
            hint = "an entry is @article{key, title = {…}}, each brace closed"
            yield line, InvalidData(f"{line}: this is no entry", hint=hint)


def _entry(block: Any, plain: Callable[[str], str]) -> Entry:
    fields = {field.key.lower(): str(field.value) for field in block.fields}
    texts = {name: _plain(text, plain) for name, text in fields.items()}
    taken = {
        field: next((texts[name] for name in names if texts.get(name)), "") for field, names in _TAKEN.items()
    }
    note = texts.get("note", "")
    found = {"archived": _archived.search(note), "retrieved": _accessed.search(note)}
    said = {name: match[1] for name, match in found.items() if match and not taken[name]}
    author = "; ".join(taken["author"].split(" and "))
    left = fields.keys() - {name for names in _TAKEN.values() for name in names} - {*_DATES, "note"}
    return Entry(block.key, {**taken, **said, "author": author, "date": _dated(texts)}, left)


def _dated(texts: Mapping[str, str]) -> str:
    """The date of biblatex, which is EDTF; or BibTeX's year, month and day, each of which may be in words."""
    return texts.get("date") or joined([texts.get(name, "").strip() for name in ("day", "month", "year")])


def _plain(text: str, plain: Callable[[str], str]) -> str:
    """The text that a value sets. Commands that stand for one sign are that; an address may have signs that are none in TeX."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(_LETTERS.get(found[0], found[0]))
        return chr(0xE000 + len(kept) - 1) if len(kept) < 0x1000 else kept[-1]

    text = _command.sub(keep, text)
    text = plain(text) if "\\" in text else text.replace("{", "").replace("}", "")
    return "".join(kept[ord(sign) - 0xE000] if 0 <= ord(sign) - 0xE000 < len(kept) else sign for sign in text)


FORMAT = Format(write=write, read=read, sources=True, carries=CARRIES)

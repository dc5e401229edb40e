"""BibTeX and biblatex: the sources of the events, each once, in which no text is a command of TeX."""

from collections.abc import Iterable, Iterator

from timeline.dates.event_date import EventDate
from timeline.dates.forms import forms_of
from timeline.dates.wording import wording
from timeline.errors import harmless
from timeline.formats.format import Format, WriteOptions
from timeline.formats.links import web_address
from timeline.formats.references import CARRIES, references
from timeline.model import Event, Source

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


FORMAT = Format(write=write, carries=CARRIES)

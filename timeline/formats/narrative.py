"""Markdown to read on paper: chapters of prose with notes for the sources, as pandoc and GitHub set footnotes."""

from collections.abc import Iterable, Iterator

from timeline.dates.written import written_beside
from timeline.formats.chapters import chapters
from timeline.formats.citation import Citations, long_date
from timeline.formats.format import Carries, Format, WriteOptions, fields
from timeline.formats.markdown import inline
from timeline.model import Event


def write(events: Iterable[Event], options: WriteOptions) -> Iterator[str]:
    """The title, a chapter for each year or lane, a paragraph for each event, and the notes."""
    if options.title:
        yield f"# {inline(options.title)}\n\n"
    citations = Citations()
    notes: list[str] = []
    for name, events_of in chapters(events, options).items():
        yield f"## {inline(name)}\n\n"
        for event in events_of:
            mark = f"[^{len(notes) + 1}]" if event.sources else ""
            notes += [citations.note(event.sources)] if event.sources else []
            yield f"{_paragraph(event)}{mark}\n\n"
    for number, note in enumerate(notes, 1):
        yield "\n" * (number > 1) + f"[^{number}]: {note}\n"


def _paragraph(event: Event) -> str:
    """When and where, what, and what more is to be said."""
    date = long_date(event.date) + written_beside(event.date, event.date_as_written)
    when = ", ".join(filter(None, (inline(date), inline(event.place))))
    sentences = [f"**{when}.**", _sentence(event.title), _sentence(event.summary)]
    if event.status:
        sentences.append(f"*({inline(event.status)})*")
    return " ".join(filter(None, sentences))


def _sentence(text: str) -> str:
    """The text with a full stop behind it, unless a sentence ends there."""
    line = inline(text)
    return line if not line or line[-1] in ".!?…" or line[-2:-1] in ".!?" else f"{line}."


CARRIES = Carries(
    fields=fields(
        "date date_as_written title summary place status",
        sources="title publisher author date url archived quote at retrieved",
    )
)
FORMAT = Format(write=write, carries=CARRIES)

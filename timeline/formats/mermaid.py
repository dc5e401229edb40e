"""Mermaid's timeline, which GitHub and many wikis draw: a section a year, or by what is asked for."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from timeline.dates.wording import wording
from timeline.errors import harmless
from timeline.formats.chapters import chapters
from timeline.formats.format import Carries, Format, WriteOptions, fields
from timeline.model import Event

# What begins a comment, a directive, an event, a character reference, TeX or HTML; with references for all of them
# no text is read as anything else. Mermaid reads them as "#58;".
_signs = re.compile(r"[#%:;<>&\\`$]")


def write(events: Iterable[Event], options: WriteOptions) -> Iterator[str]:
    """The title, and below its section each date with what happened; in a Markdown file as a block of code."""
    fenced = options.ending == ".md"
    yield "```mermaid\n" * fenced + "timeline\n"
    if options.title:
        yield f"    title {_text(options.title)}\n"
    for name, events_of in chapters(events, options).items():
        yield f"    section {_text(name)}\n"
        for date, same in groupby(events_of, key=lambda event: wording(event.date)):
            period = f"        {_text(date)} "
            for event in same:
                yield f"{period}: {_text(event.title)}\n"
                period = " " * len(period)
    if fenced:
        yield "```\n"


def _text(text: str) -> str:
    """The text on one line, every sign that means something to Mermaid as a reference.

    >>> print(_text("15:00 #1"))
    15#58;00 #35;1
    """
    line = harmless(" ".join(text.split())) or "–"
    return _signs.sub(lambda match: f"#{ord(match[0])};", line)


FORMAT = Format(write=write, carries=Carries(fields=fields("date title")))

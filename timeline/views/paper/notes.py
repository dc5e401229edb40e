"""What is said of an event beside its title, and where it leads."""

from collections.abc import Iterable

from timeline.model import Source
from timeline.views.options import Shown
from timeline.views.paper.pen import Sheet, address


def notes_of(shown: Shown) -> list[str]:
    """What keeps the event from being a plain report, in words."""
    status = shown.event.status
    notes = ["" if status == "reported" else status, shown.note, "context" if shown.context else ""]
    return [note for note in notes if note]


def first_link(sources: Iterable[Source], sheet: Sheet) -> str:
    """The address of the first source that has one on the web, or of its copy."""
    if not sheet.links:
        return ""
    return next(
        (link for source in sources for url in (source.url, source.archived) if (link := address(url))), ""
    )

"""What stands beside the spine of a timeline on paper, in lines."""

from collections.abc import Collection, Iterator, Sequence

from timeline.dates.event_date import EventDate
from timeline.model import Event
from timeline.query.relations import Relations
from timeline.views.options import Shown
from timeline.views.paper.letters import width, wrap
from timeline.views.paper.notes import notes_of
from timeline.views.paper.pen import plain
from timeline.views.words import date_words, interval_ends, narrowed_words, sources_words, tag_words

_MOST_NAMES = 8  # named in a line


def date_lines(date: EventDate, room: float, size: float) -> list[str]:
    """A date in lines: the end of an interval begins one of its own."""
    words = plain(date_words(date))
    if date.is_interval and width(words, size) > room and None not in (ends := interval_ends(date)):
        start, end = (plain(date_words(part)) for part in ends if part)
        return [*wrap(f"{start} –", room, size), *wrap(end, room, size)]
    return wrap(words, room, size)


def detail_lines(
    shown: Shown, relations: Relations | None, others: Sequence[Shown], room: float, size: float
) -> Iterator[str]:
    """The lines below a title: kind, actors, place, tags, source, each whole where it can be; what it follows."""
    event = shown.event
    if notes := notes_of(shown):
        yield from wrap(plain(" ".join(f"[{note}]" for note in notes)), room, size)
    actors, tags = _named(event.actors, ", "), _named([tag_words(tag) for tag in event.tags], " ")
    parts = [plain(part) for part in (event.kind, actors, event.place, tags) if part]
    if event.sources and (said := sources_words(event.sources)):
        parts.append(plain(f"— {said}"))
    for line in _grouped(parts, room, size):
        yield from wrap(line, room, size)
    for word, found in (("after", relations.after), ("before", relations.before)) if relations else ():
        names = [other if isinstance(other, str) else quoted(others[other].event) for other in found]
        if names:
            yield from wrap(plain(f"{word} {_named(names, ', ')}"), room, size)
    if narrowed := narrowed_words(event.date, shown.limits):
        yield from wrap(plain(narrowed), room, size)


def quoted(event: Event) -> str:
    """An event as another line names it."""
    return f"“{event.title}”"


def _named(names: Collection[str], joint: str) -> str:
    told = joint.join(list(names)[:_MOST_NAMES])
    return f"{told} and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else told


def _grouped(parts: Sequence[str], room: float, size: float) -> Iterator[str]:
    line = ""
    for part in parts:
        joined = f"{line}{' ' if part.startswith('—') else ' · '}{part}" if line else part
        if line and width(joined, size) > room:
            yield line
            line = part
        else:
            line = joined
    if line:
        yield line

"""A folder of Markdown notes (Obsidian and others): a file an event, its record in front, and links to names and notes."""

import re
from collections.abc import Iterable, Iterator, Mapping

from timeline.dates.wording import wording
from timeline.formats.format import Format, WriteOptions
from timeline.formats.markdown import guarded, inline, linked
from timeline.identity import file_stem, free_id, new_id
from timeline.model import Event, Source
from timeline.yaml_write import format_record

# A name that a link may hold: nothing in it means something to a wiki link, and a file can be called so.
_linkable = re.compile(r"[^\W_(](?:[^\W_]|(?<=[^\W_])_(?=[^\W_])|[ .,'’()–-]){0,119}")
_RELATIONS = {"after": "After", "before": "Before", "related": "See also"}


def files(events: Iterable[Event], _options: WriteOptions) -> Iterator[tuple[str, str]]:
    """The name and the text of each event's note; notes are called by their ids, or by date and title."""
    there = list(events)
    taken: set[str] = set()
    stems = []
    for event in there:
        stems.append(free_id(file_stem(event.id or new_id(event.date.text, event.title)), taken))
        taken.add(stems[-1])
    notes = {event.id: stem for event, stem in zip(reversed(there), reversed(stems), strict=True) if event.id}
    for event, stem in zip(there, stems, strict=True):
        yield f"{stem}.md", "".join(_note(event, notes))


def _note(event: Event, notes: Mapping[str, str]) -> Iterator[str]:
    yield f"---\n{format_record(event.to_record(), listed=False)}---\n\n"
    yield f"# {inline(event.title)}\n\n"
    yield f"**{inline(wording(event.date))}**{f', {_link(event.place)}' if event.place else ''}\n\n"
    for line in event.summary.splitlines():
        if line.strip():
            yield f"{guarded(inline(line))}\n\n"
    if event.actors:
        yield f"Actors: {', '.join(map(_link, event.actors))}\n\n"
    for name, word in _RELATIONS.items():
        if ids := getattr(event, name):
            yield f"{word}: {', '.join(_link(notes.get(id_, id_)) for id_ in ids)}\n\n"
    if event.sources:
        yield "## Sources\n\n"
        yield from (f"- {guarded(_cited(source))}\n" for source in event.sources)


def _link(name: str) -> str:
    """A link to the note of that name; text where no note can be called so."""
    return f"[[{name}]]" if _linkable.fullmatch(name) and name == name.strip() else inline(name)


def _cited(source: Source) -> str:
    parts = [
        inline(source.author),
        linked(source.title or source.url or source.archived, source.url),
        inline(source.publisher),
        inline(wording(source.date)) if source.date else "",
        inline(source.at),
        linked("archived", source.archived) if source.archived else "",
        f"“{inline(source.quote)}”" if source.quote else "",
    ]
    return ", ".join(part for part in parts if part) or "a source without a name"


FORMAT = Format(files=files)

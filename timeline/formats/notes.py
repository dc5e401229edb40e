"""A folder of Markdown notes (Obsidian and others): a file an event, its record in front, and links to names and notes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from timeline.dates.wording import wording
from timeline.errors import InvalidData, InvalidYaml
from timeline.formats.format import Format, ReadOptions, Row, WriteOptions
from timeline.formats.markdown import guarded, inline, linked
from timeline.formats.recipe import key
from timeline.formats.shapes import field_of
from timeline.formats.stated import of_records
from timeline.formats.text import opened
from timeline.identity import file_stem, free_id, new_id
from timeline.model import Event, Source
from timeline.record import Record, Value
from timeline.yaml_text import parse_records
from timeline.yaml_write import format_record

# A name that a link may hold: nothing in it means something to a wiki link, and a file can be called so.
_linkable = re.compile(r"[^\W_(](?:[^\W_]|(?<=[^\W_])_(?=[^\W_])|[ .,'’()–-]){0,119}")
_RELATIONS = {"after": "After", "before": "Before", "related": "See also"}
_front = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_day_before = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}[ _-]{1,3}(?=\S)")  # as many name their notes
_heading = re.compile(r"\s*#[ \t]+(\S.*)$", re.MULTILINE)
_blank = re.compile(r"\n[ \t]*\n")
# [[folder/Note#heading|words]]: the note, and the words that are shown of it.
_wiki = re.compile(r"!?\[\[([^\[\]|#]{1,300})(?:#[^\[\]|]{0,200})?(?:\|([^\[\]]{0,200}))?\]\]")


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
    yield from _text(event, notes)


def _text(event: Event, notes: Mapping[str, str]) -> Iterator[str]:
    """What a person reads of an event below its record."""
    yield f"# {inline(event.title)}\n\n"
    yield f"**{inline(wording(event.date))}**{f', {_link(event.place)}' if event.place else ''}\n\n"
    for line in event.summary.splitlines():
        if line.strip():
            yield f"{guarded(inline(line))}\n\n"
    if event.actors:
        yield f"Actors: {', '.join(map(_link, event.actors))}\n\n"
    for name, word in _RELATIONS.items():
        if ids := getattr(event, name):
            yield f"{word}: {', '.join(_link(notes.get(id_, file_stem(id_))) for id_ in ids)}\n\n"
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


def read(stream: BinaryIO, options: ReadOptions = ReadOptions()) -> Iterator[Row]:  # noqa: B008 - frozen
    """The event of one note, in whatever words its front matter has; a note without a date is none, and that is told."""
    with opened(stream, options) as file:
        text = file.read().replace("\r\n", "\n")
    front = _front.match(text)
    if text.startswith("---\n") and not front:
        raise InvalidData("1: what stands in front has no end", hint='end it with a line "---"')
    try:
        found = parse_records(front[1]) if front else ()
    except InvalidYaml as error:
        raise InvalidData(f"{error.line + 1}: {error.said}", hint=error.hint) from None
    record = {name: value for one in found for name, value in one.record.items()}
    if front is None or not any(value and field_of(name) == "date" for name, value in record.items()):
        options.note("1: a note without a date is no event")
        return
    yield from of_records([(2, _whole(record, text[front.end() :], options.name), False)], options)


def _whole(record: Record, body: str, name: str) -> Record:
    """The record with what only the text below it says, or the name of the file: its title, its id and its summary."""
    written = _paragraphs(_written(record))
    ours = written[:2] == _paragraphs(body)[:2] != []
    if not ours:
        record = {field: _unlinked(field, value) for field, value in record.items()}
    heading = _heading.match(body)
    title = heading[1] if heading else _day_before.sub("", name) or name
    fields = set(map(field_of, record))
    whole = {
        **({"id": new_id("", name)} if name else {}),
        **record,
        **({} if "title" in fields else {"title": _words_of(title)}),
    }
    # A paragraph that we would write of this record says nothing new.
    told = [one for one in _paragraphs(body[heading.end() if heading else 0 :]) if one not in written]
    if told and "summary" not in fields:
        whole["summary"] = "\n\n".join(map(_words_of, told))
    return whole


def _written(record: Record) -> str:
    """The text that our export puts below a record, where it would be one of ours."""
    try:
        return "".join(_text(Event.from_record(record), {}))
    except InvalidData:
        return ""


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, in which blank lines stand between."""
    return [part.strip() for part in _blank.split(text) if part.strip()]


def _unlinked(name: str, value: Value) -> Value:
    """A value without the brackets of its links; what refers to an event is that note's name as an id."""
    if isinstance(value, list):
        return [_unlinked(name, _linked(one)) for one in value]
    if not isinstance(value, str):
        return value
    if key(name) == "tags":
        return value.removeprefix("#")
    link = _wiki.fullmatch(value.strip())
    if not link:
        return _words_of(value)
    return new_id("", _note_of(link)) if name in _RELATIONS else _note_of(link)


def _linked(value: Value) -> Value:
    """What a link without quotation marks is for YAML, a list in a list, as the link's text."""
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value


def _words_of(text: str) -> str:
    """A text with the words of its links."""
    return _wiki.sub(lambda link: link[2] or _note_of(link), text)


def _note_of(link: re.Match[str]) -> str:
    return link[1].rpartition("/")[2]


FORMAT = Format(files=files, read=read)

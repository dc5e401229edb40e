"""Lanes: the named rows among which a drawing, a count or a silence spreads events."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from timeline.errors import UsageError, shown
from timeline.model import Event, Source
from timeline.naming import NO_NAMES, Names
from timeline.query.fields import EVENT_ATTRIBUTES, SOURCE_ATTRIBUTES, said
from timeline.query.own import own_fields
from timeline.query.spelling import nearest

Lanes: TypeAlias = Callable[[Event], tuple[str, ...]]  # those in which an event stands


def lanes_by(by: str, events: Sequence[Event], names: Names | None = None) -> Lanes:
    """In which lanes a field puts an event: at least one, each once; an event of two actors stands in two.

    `by` is one of the `LANES`, or any other field in which one of these events or of their sources says something, of the
    user's own as well, with a dot for a field in a field. UsageError where it is none.

    An actor or a place that the `names` know has one lane under all its names, and so has a state, with its common
    English name unless they call it otherwise; a source's lane is its publisher's, or the next best name it has. What
    says nothing stands in the lane `(no actor)`, `(no tag)`, ….
    """
    read = LANES.get(by) or _any_field(by, events)

    def lanes(event: Event) -> tuple[str, ...]:
        found = dict.fromkeys(name for name in read(event, names or NO_NAMES) if name)
        return tuple(found) or (f"(no {by})",)

    return lanes


def fields_of(by: str) -> tuple[str, ...]:
    """The one field or the two that are named, with a comma between; UsageError for more."""
    fields = tuple(field.strip() for field in by.split(","))
    if len(fields) > 2:
        raise UsageError("events are counted by one field or two", hint=f"write --by {','.join(fields[:2])}")
    return fields


def _any_field(by: str, events: Sequence[Event]) -> "_Reader":
    """What reads a field that is none of the `LANES`."""
    name = by.lower().replace("_", "-")
    if name not in _PLURALS and (not events or any(any(said(event, by)) for event in events)):
        return partial(_said, by)
    known = (*LANES, *_OTHERS, *sorted(own_fields(event.extra for event in events)))
    otherwise = f"one of {', '.join(LANES)}, or any other field that they have"
    hint = otherwise if name in _OTHERS else nearest(by, known, otherwise)
    raise UsageError(f"no event here has the field {shown(by)}", hint=hint)


def _said(field: str, event: Event, _names: Names) -> Iterable[str]:
    return said(event, field)


def source_lane(source: Source) -> str:
    """The lane of a source: its publisher's, or the next best name that it has."""
    return source.publisher or source.author or source.title or source.url or source.archived


def _actors(event: Event, names: Names) -> Iterable[str]:
    return map(names.actor, event.actors)


def _tags(event: Event, _names: Names) -> Iterable[str]:
    return event.tags


def _kinds(event: Event, _names: Names) -> Iterable[str]:
    return (event.kind,)


def _places(event: Event, names: Names) -> Iterable[str]:
    return (names.place(event.place),)


def _sources(event: Event, _names: Names) -> Iterable[str]:
    return map(source_lane, event.sources)


def _statuses(event: Event, _names: Names) -> Iterable[str]:
    return (event.standing,)


def _files(event: Event, _names: Names) -> Iterable[str]:
    return (event.origin.path,) if event.origin else ()


_Reader: TypeAlias = Callable[[Event, Names], Iterable[str]]

LANES: Mapping[str, _Reader] = {
    "actor": _actors,
    "tag": _tags,
    "kind": _kinds,
    "place": _places,
    "source": _sources,
    "status": _statuses,
    "file": _files,
}
_PLURALS = ("actors", "tags", "sources", "extra")  # told by the lanes above, or by the names of fields
_OTHERS = tuple(name for name in (*EVENT_ATTRIBUTES, *SOURCE_ATTRIBUTES) if name not in (*LANES, *_PLURALS))

"""Lanes: the named rows among which a drawing, a count or a silence spreads events."""

from collections.abc import Callable, Iterable, Mapping

from timeline.errors import UsageError, shown
from timeline.model import Event, Source
from timeline.query.spelling import nearest
from timeline.states import state_named


def lanes_of(event: Event, by: str) -> tuple[str, ...]:
    """The lanes in which an event stands, at least one, each once: an event of two actors stands in two.

    A state has one lane under all its names and codes, with its common English name; a source's lane is its
    publisher's, or the next best name it has. Without any, the lane is called `(no actor)`, `(no tag)`, ….
    UsageError when `by` is none of the `LANES`.
    """
    if by not in LANES:
        raise UsageError(f"lanes by {shown(by)} are not known", hint=nearest(by, tuple(LANES)))
    return tuple(dict.fromkeys(name for name in LANES[by](event) if name)) or (f"(no {by})",)


def _actors(event: Event) -> Iterable[str]:
    for actor in event.actors:
        state = state_named(actor)
        yield state.name if state else actor


def _tags(event: Event) -> Iterable[str]:
    return event.tags


def _kinds(event: Event) -> Iterable[str]:
    return (event.kind,)


def _places(event: Event) -> Iterable[str]:
    return (event.place,)


def _sources(event: Event) -> Iterable[str]:
    return map(_source, event.sources)


def _source(source: Source) -> str:
    return source.publisher or source.author or source.title or source.url or source.archived


def _files(event: Event) -> Iterable[str]:
    return (event.origin.path,) if event.origin else ()


LANES: Mapping[str, Callable[[Event], Iterable[str]]] = {
    "actor": _actors,
    "tag": _tags,
    "kind": _kinds,
    "place": _places,
    "source": _sources,
    "file": _files,
}

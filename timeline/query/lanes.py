"""Lanes: the named rows among which a drawing, a count or a silence spreads events."""

from collections.abc import Callable, Iterable, Mapping

from timeline.errors import UsageError, shown
from timeline.model import Event, Source
from timeline.naming import NO_NAMES, Names
from timeline.query.spelling import nearest


def lanes_of(event: Event, by: str, names: Names | None = None) -> tuple[str, ...]:
    """The lanes in which an event stands, at least one, each once: an event of two actors stands in two.

    An actor or a place that the `names` know has one lane under all its names, and so has a state, with its common
    English name unless they call it otherwise; a source's lane is its
    publisher's, or the next best name it has. Without any, the lane is called `(no actor)`, `(no tag)`, ….
    UsageError when `by` is none of the `LANES`.
    """
    if by not in LANES:
        raise UsageError(f"lanes by {shown(by)} are not known", hint=nearest(by, tuple(LANES)))
    return tuple(dict.fromkeys(name for name in LANES[by](event, names or NO_NAMES) if name)) or (
        f"(no {by})",
    )


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


LANES: Mapping[str, Callable[[Event, Names], Iterable[str]]] = {
    "actor": _actors,
    "tag": _tags,
    "kind": _kinds,
    "place": _places,
    "source": _sources,
    "status": _statuses,
    "file": _files,
}

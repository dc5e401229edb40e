"""What a query reads of an event, so that a row which does not say it need not be read any further."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from timeline.model import Event
from timeline.query.algebra import All, Not, Predicate, Several, all_of
from timeline.query.counts import Count
from timeline.query.periods import Happened
from timeline.query.texts import Actor, Name, Words

_FIELDS = {"tag": "tags"}
_TEXT = frozenset(
    {"id", "title", "summary", "actors", "place", "tags", "kind", "source.quote"}
)  # what a bare word searches
_PLAIN = _TEXT | {"date"}


def terms(asked: Callable[[Event], bool]) -> Iterator[tuple[frozenset[str], Callable[[Event], bool]]]:
    """The terms of a query that read a few fields alone, and of which each must hold, with these fields.

    >>> from timeline.query.language import parse_query
    >>> asked = parse_query("kind:treaty (actor:JP OR tag:a) Yalta", today=0)
    >>> [(sorted(fields)[:2], str(term)) for fields, term in terms(asked)]
    [(['kind'], 'kind:treaty'), (['actors', 'tags'], 'actor:JP OR tag:a'), (['actors', 'id'], 'Yalta')]
    """
    found: dict[frozenset[str], list[Callable[[Event], bool]]] = {}
    for part in asked.parts if isinstance(asked, All) else (asked,):
        fields = _read(part)
        if fields and fields <= _PLAIN:
            found.setdefault(fields, []).append(part)
    for fields, parts in found.items():
        yield fields, parts[0] if len(parts) == 1 else partial(_each, parts)


def of_rows_and_of_events(asked: Predicate) -> tuple[Predicate, Predicate]:
    """What a query asks of each row, and what only the event can answer that many rows tell: how many sources it has.

    >>> from timeline.query.language import parse_query
    >>> [str(part) for part in of_rows_and_of_events(parse_query("sources:3.. kind:treaty", today=0))]
    ['kind:treaty', 'sources:3..']
    """
    parts = asked.parts if isinstance(asked, All) else (asked,)
    counting = [part for part in parts if _counts(part)]
    return all_of(part for part in parts if part not in counting), all_of(counting)


def _counts(part: Predicate) -> bool:
    if isinstance(part, Several):
        return any(map(_counts, part.parts))
    return _counts(part.part) if isinstance(part, Not) else isinstance(part, Count)


def _each(parts: Sequence[Callable[[Event], bool]], event: Event) -> bool:
    return all(part(event) for part in parts)


def _read(part: object) -> frozenset[str]:
    """The fields that a condition reads; none where that is not known."""
    if isinstance(part, Several):
        read = [_read(one) for one in part.parts]
        return frozenset[str]().union(*read) if all(read) else frozenset()
    if isinstance(part, Not):
        return _read(part.part)
    if isinstance(part, Actor):
        return frozenset({"actors"})
    if isinstance(part, Happened):
        return frozenset({"date"})
    if not isinstance(part, Name | Words):
        return frozenset()
    return _TEXT if part.field == "text" else frozenset({_FIELDS.get(part.field, part.field)})

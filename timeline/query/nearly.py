"""When no event meets a condition: what may have been meant, and what would nearly have matched.

Everything is told from the condition and the events, as a phrase each, the surest first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import combinations, islice, pairwise

from timeline.dates.event_date import EventDate
from timeline.errors import DateError, shown
from timeline.folding import fold
from timeline.model import Event
from timeline.query.algebra import All, AnyOf, Predicate, all_of, leaves
from timeline.query.around import Around
from timeline.query.company import Company
from timeline.query.linked import Linked
from timeline.query.periods import KnownBy, Period
from timeline.query.spelling import spelled
from timeline.query.texts import Actor, Name, Words

_SINGLE = ("kind", "place", "status", "id")  # fields of which an event has one
_NAMED = ("actor", "tag", "kind", "place")
_MOST = 4  # phrases; more are no help
# Which field asks for a date where one of these asks for an id.
_PERIODS = {"after": "since", "follows": "since", "before": "until", "leads-to": "until"}
_IDS = "timeline show --view list has the ids"
_MOST_IDS = 20_000  # ids among which the nearest is looked for: 50 ms
_MOST_PARTS = 12  # conditions that are looked at one by one: each takes a look at every event


def nearly(where: Predicate, events: Iterable[Event]) -> tuple[str, ...]:
    """What to ask instead of a condition that none of the events meets."""
    told: dict[str, None] = {}
    for hint in _hints(where, Company.of(events)):
        told[hint] = None
        if len(told) == _MOST:
            break
    return tuple(told)


def _hints(where: Predicate, events: Company) -> Iterator[str]:
    parts = where.parts if isinstance(where, All) else (where,)
    yield from _contradictions(parts)
    known = tuple(part for part in parts if isinstance(part, KnownBy))
    if known:
        yield from _undated(known, tuple(part for part in parts if part not in known), events)
    yield from _possible(parts, events)
    asked = list(islice(_leaves(where), _MOST_PARTS))
    unmet = [leaf for leaf in asked if not events.meets(leaf)]
    yield from _parted(asked, unmet)
    for leaf in unmet:
        if isinstance(leaf, Words) and leaf.field == "text" and _is_date(leaf.text):
            yield f"{leaf.text} is looked for as a word; on:{leaf.text} is the date"
        if isinstance(leaf, Actor | Name | Words):
            yield from _nearest(leaf, events)
    yield from (f"{wrong}: {meant}" for wrong, meant in strange_ids(where, events))
    if not unmet and 1 < len(parts) <= _MOST_PARTS:
        yield from _without_one(parts, events)


def strange_ids(where: Predicate, events: Sequence[Event]) -> Iterator[tuple[str, str]]:
    """What is wrong with each id that a condition or its contrary asks for, and what may be meant.

    No event has it, or several have ids that begin so. One that an event refers to may be asked for all the same.
    """
    asked = [
        leaf
        for leaf in leaves(where)
        if isinstance(leaf, Linked) or (isinstance(leaf, Around) and not leaf.date)
    ]
    ids = list(dict.fromkeys(event.id for event in events if event.id)) if asked else []
    for leaf in asked:
        begin = [one for one in ids if one.startswith(leaf.text)]
        if leaf.text in ids or len(begin) == 1 or (begin and leaf.prefix) or _is_referred_to(leaf, events):
            continue
        field = leaf.field if isinstance(leaf, Linked) else "around"
        if field in _PERIODS and _is_date(leaf.text):
            yield f"{field} asks for an id", f"{_PERIODS[field]}:{leaf.text} is the date"
        elif begin:
            asks = f"{field}:{spelled(leaf.text, prefix=True)} asks for all"
            yield f"{len(begin)} ids begin with {shown(leaf.text)}", f"{', '.join(begin[:_MOST])}; {asks}"
        else:
            near = get_close_matches(fold(leaf.text), ids if len(ids) <= _MOST_IDS else (), n=1)
            meant = f"the nearest is {field}:{spelled(near[0])}" if near else _IDS
            yield f"no event has the id {shown(leaf.text)}", meant


def _is_referred_to(leaf: Linked | Around, events: Sequence[Event]) -> bool:
    """Whether an event refers to what is asked for, which may have been left out of the collection."""
    referred = (id_ for one in events for id_ in (*one.after, *one.before, *one.related))
    return any(id_.startswith(leaf.text) if leaf.prefix else id_ == leaf.text for id_ in referred)


def _leaves(where: Predicate) -> Iterator[Actor | Name | Words | Linked | Around]:
    """The names, words and ids that are asked for; not those of which the contrary is."""
    if isinstance(where, All | AnyOf):
        for part in where.parts:
            yield from _leaves(part)
    elif isinstance(where, Actor | Name | Words | Linked | Around):
        yield where


def _contradictions(parts: Sequence[Predicate]) -> Iterator[str]:
    """Two names asked of a field of which every event has one."""
    names = [part for part in parts if isinstance(part, Name) and part.field in _SINGLE]
    for one, other in combinations(names, 2):
        if one.field == other.field and not (one.matches(other.text) or other.matches(one.text)):
            yield f"an event has one {one.field}: to find either, write {one} OR {other}"


def _undated(known: Sequence[KnownBy], others: Sequence[Predicate], events: Sequence[Event]) -> Iterator[str]:
    """How many events a `known-by` leaves out because no source of theirs says when it was published."""
    rest = all_of(others)
    left = sum(rest(event) and all(source.date is None for source in event.sources) for event in events)
    if left:
        are = "event is" if left == 1 else "events are"
        yield f"{left} {are} left out by {known[0]} for want of a source with a date"


def _possible(parts: Sequence[Predicate], events: Sequence[Event]) -> Iterator[str]:
    """How many events possibly meet what none meets for certain."""
    eased = [replace(part, certain=False) if isinstance(part, Period) else part for part in parts]
    if eased != list(parts) and (count := sum(map(all_of(eased), events))):
        yield f"without --certain there {_are(count)}"


def _parted(leaves: Sequence[Predicate], unmet: Sequence[Predicate]) -> Iterator[str]:
    """A field and its name that were written as two words."""
    words = [leaf for leaf in leaves if isinstance(leaf, Words) and leaf.field == "text"]
    for leaf, following in pairwise(words):
        if leaf in unmet and leaf.text in _NAMED:
            yield f"{leaf.text} is looked for as a word; {leaf.text}:{spelled(following.text)} asks for the {leaf.text}"


def _nearest(leaf: Actor | Name | Words, events: Company) -> Iterator[str]:
    """The name nearest to one that no event has: the same in another field, one that holds it, one spelt alike."""
    own = "actor" if isinstance(leaf, Actor) else leaf.field
    if own not in ("text", "id", *_NAMED):
        return
    fields = [own] * (own != "text") + [field for field in _NAMED if field != own]
    wanted = fold(leaf.text)
    names = {
        field: {fold(name): name for name in sorted({*events.names(field)}) if name.strip()}
        for field in fields
    }
    for field, known in names.items():
        if wanted in known and field != own:
            yield f"{shown(known[wanted])} is {_an(field)}: {field}:{spelled(known[wanted])}"
            return
    for field, known in names.items():
        by_word = {word: name for key, name in known.items() for word in key.split()}
        near = get_close_matches(wanted, by_word | known, n=1)
        if near:
            yield f"the nearest {field} is {field}:{spelled((by_word | known)[near[0]])}"
            return


def _without_one(parts: Sequence[Predicate], events: Company) -> Iterator[str]:
    """The conditions each of which keeps out all that meets the others."""
    for part in parts:
        others = all_of(other for other in parts if other is not part)
        count = len(events.choose(others))
        if count:
            yield f"without {part} there {_are(count)}"


def _are(count: int) -> str:
    return "is 1 event" if count == 1 else f"are {count} events"


def _an(field: str) -> str:
    return f"an {field}" if field == "actor" else f"a {field}"


def _is_date(text: str) -> bool:
    try:
        EventDate.parse(text)
    except DateError:
        return False
    return True

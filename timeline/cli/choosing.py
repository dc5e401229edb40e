"""What the options and the words of a query ask for, as one condition. Imported only when something is asked."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from timeline.cli.clock import date_reader, today
from timeline.cli.options import Choice, Clock
from timeline.cli.typed import typed_date
from timeline.cli.words import note
from timeline.dates.event_date import EventDate
from timeline.dates.lengths import read_length
from timeline.errors import UsageError
from timeline.model import Event
from timeline.naming import NO_NAMES
from timeline.query.algebra import leaves
from timeline.query.around import THIRTY_DAYS, Around
from timeline.query.circa import widened
from timeline.query.company import Company
from timeline.query.linked import Linked
from timeline.query.own import own_fields
from timeline.query.periods import backwards
from timeline.query.predicates import Predicate, all_of, from_options
from timeline.query.select import select

if TYPE_CHECKING:
    from timeline.config import Config

_LONGEST = 400  # characters of what was looked for
_DATES = ("since", "until", "on", "known_by")


def found(
    events: Sequence[Event],
    choice: Choice,
    words: Sequence[str],
    clock: Clock,
    settings: "Config | None",
    twins: Mapping[int, Event],
) -> Sequence[Event]:
    """The events that the options and the query find; when there are none, says what was looked for."""
    events = Company.of(events)
    condition = where(choice, words, clock, settings, lambda: own_fields(events.extras()))
    condition = condition.among(events)
    hits: Sequence[Event]
    if twins:
        hits = tuple(event for event in events if condition(event) or condition(twins.get(id(event), event)))
    else:
        hits = select(events, condition)
    if not hits:
        # Only here: difflib takes 1.3 ms.
        from timeline.query.nearly import nearly  # noqa: PLC0415

        note("no event matches")
        note(f"  looked for {_brief(condition.meaning)}")
        for hint in tuple(_hints(words)) or (nearly(condition, events) if events.few else ()):
            note(f"  hint: {hint}")
    else:
        say_strange_ids(condition, events)
    return hits


def say_strange_ids(condition: Predicate, events: Sequence[Event]) -> None:
    """Say which ids a condition asks for that are none, though it finds events."""
    for wrong, meant in strange_ids(condition, events):
        note(f"{wrong}: {meant}")


def strange_ids(condition: Predicate, events: Sequence[Event]) -> list[tuple[str, str]]:
    """What is wrong with the ids that a condition asks for, each with what may be meant."""
    if not any(isinstance(one, Linked | Around) for one in leaves(condition)):
        return []
    # Only here, as above.
    from timeline.query import nearly  # noqa: PLC0415

    return list(nearly.strange_ids(condition, events))


def _brief(sentence: str) -> str:
    """A sentence as long as anybody reads."""
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST].rpartition(' ')[0]} …"


def _hints(words: Sequence[str]) -> Iterator[str]:
    """What may have gone wrong on the way through the shell."""
    for word in words:
        field, _, value = word.partition(":")
        if field.isalpha() and " " in value and not any(sign in value for sign in '":('):
            yield f"""a value with spaces needs quotes that the shell leaves alone: '{field}:"{value}"'"""
    if any(word in ("or", "and", "not") for text in words for word in text.split()):
        yield "the operators are OR, AND and NOT; in lower case they are words to look for"


def where(
    choice: Choice,
    words: Sequence[str],
    clock: Clock,
    settings: "Config | None" = None,
    own: Callable[[], Collection[str]] | None = None,
) -> Predicate:
    """What the options and the words of the query ask for, together, by the saved queries, the names and the width of `~` that the `settings` say.

    `own` gives the fields of the user's own that may be asked; where it is None, any name with a dot may be one.
    """
    dates = {
        name: [EventDate.parse(typed_date(text, clock)) for text in getattr(choice, name)] for name in _DATES
    }
    names = settings.names if settings else NO_NAMES
    options = from_options(
        since=dates["since"],
        until=dates["until"],
        on=dates["on"],
        known_by=dates["known_by"],
        certain=choice.certain,
        actor=choice.actor,
        place=choice.place,
        kind=choice.kind,
        tag=choice.tag,
        status=choice.status,
        source=choice.source,
        names=names,
    )
    text = " ".join(words).strip()
    day, read = today(clock), date_reader(clock)
    within = read_length(choice.within) if choice.within else THIRTY_DAYS
    query = all_of(())
    if text:
        # The language is 8 ms to import, for those who speak it.
        from timeline.query.language import parse_query  # noqa: PLC0415

        query = parse_query(
            text,
            today=day,
            read=read,
            certain=choice.certain,
            saved=settings.queries if settings else None,
            note=note,
            names=names,
            own=cache(own) if own else None,
            within=within,
        )
    if choice.within and not any(isinstance(one, Around) for one in leaves(query)):
        raise UsageError(
            "--within says nothing without around:", hint="add around:ID or around:DATE to the query"
        )
    condition = all_of((options, query))
    if backwards(condition):
        # As above.
        from timeline.query.language import refuse_backwards  # noqa: PLC0415

        refuse_backwards(condition, text, read)
    return widened(condition, settings.circa if settings else None)

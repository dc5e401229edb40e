"""What an export cannot hold, by field and count: computed from what the format declares and what the events say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.counting import counted
from timeline.dates.forms import FORMS, forms_of
from timeline.formats.format import EVERYTHING, OWN, SOURCES, Carries
from timeline.model import Event
from timeline.record import RECORD_FIELDS, SOURCE_FIELDS

_ORDER = {name: at for at, name in enumerate((*RECORD_FIELDS, *SOURCES, *FORMS))}


def loss(events: Iterable[Event], carries: Carries) -> Mapping[str, int]:
    """In how many events each thing is that a format does not carry.

    First come events that are left out whole, of which nothing but their sources is counted; then fields in the order of the
    contract, those of sources, those of the user's own, and what dates say.
    """
    if carries == EVERYTHING:
        return {}
    counts: Counter[str] = Counter()
    for event in events:
        counts.update({*_lost(event, carries)})
    ordered = sorted(counts, key=lambda name: (not name.startswith("events"), _ORDER.get(name, len(_ORDER))))
    return {name: counts[name] for name in ordered}


def loss_words(name: str, events: Sequence[Event], lost: Mapping[str, int]) -> str:
    """A loss in words, for the format of that name.

    >>> loss_words("mermaid", (), {"actors": 8, "time of day": 2})
    'mermaid: 0 events; not carried: actors 8, time of day 2'
    """
    items = ", ".join(f"{what} {number:,}" for what, number in lost.items())
    return f"{name}: {counted(len(events), 'event')}; not carried: {items}"


def _lost(event: Event, carries: Carries) -> Iterator[str]:
    if why := carries.left_out(event):
        yield why
        return
    yield from carries.also(event)
    if event.sources:
        yield from _lost_of_sources(event, carries)
    if "title" not in carries.fields:
        yield "events"
        return
    for name, value in event.to_record().items():
        if value and name != "sources" and not carries.fields & {name if name in RECORD_FIELDS else OWN}:
            yield name
    if "date" in carries.fields:
        yield from forms_of(event.date) - carries.dates


def _lost_of_sources(event: Event, carries: Carries) -> Iterator[str]:
    """All sources in one word where the format has none; else their fields, and those that are one too many."""
    if carries.fields.isdisjoint(SOURCES):
        yield "sources"
        return
    if carries.sources is not None and len(event.sources) > carries.sources:
        yield (
            f"sources beyond the first {carries.sources}"
            if carries.sources > 1
            else "sources beyond the first"
        )
    for source in event.sources[: carries.sources]:
        for name, value in source.to_record().items():
            if value and f"sources.{name if name in SOURCE_FIELDS else OWN}" not in carries.fields:
                yield f"sources.{name}"

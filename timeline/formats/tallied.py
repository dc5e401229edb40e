"""Tables with a row for each voice in an event, such as votes: one event, and in its summary how many said what."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from timeline.formats.recipe import Part, as_text
from timeline.mapping import Mapping
from timeline.record import Record, Value

TALLIED = ("event", "count")
"""What a preset says of such rows: in which columns those of one event are alike, and what is counted of them."""


@dataclass(slots=True)
class _Event:
    line: int
    record: Record
    counts: Counter[str]


class Tally:
    """What rows have said so far, by event; a row costs no more than its two cells, and the first of an event is read."""

    def __init__(self, mapping: Mapping, made: Callable[[str], list[Part]]) -> None:
        self._event, self._count = (
            [part for text in mapping.tally[name] for part in made(text)] for name in TALLIED
        )
        self.columns = {name for part in (*self._event, *self._count) for name in part.columns}
        self._events: dict[tuple[str, ...], _Event] = {}

    def counts(self, cells: Sequence[Value]) -> bool:
        """Whether a row tells of an event that is known; what it says of it is counted."""
        event = self._events.get(self._key(cells))
        if event:
            self._add(event, cells)
        return event is not None

    def keep(self, cells: Sequence[Value], line: int, record: Record) -> None:
        """Remember the event of its first row."""
        event = self._events[self._key(cells)] = _Event(line, record, Counter())
        self._add(event, cells)

    def records(self) -> Iterator[tuple[int, Record]]:
        """The events, in the order of their first rows, with what was counted at the end of their summaries."""
        for event in self._events.values():
            told = ", ".join(f"{said} {times}" for said, times in sorted(event.counts.items(), key=_most))
            summary = as_text(event.record.get("summary", ""))
            if told:
                event.record["summary"] = f"{summary} ({told})" if summary else told
            yield event.line, event.record

    def _key(self, cells: Sequence[Value]) -> tuple[str, ...]:
        return tuple(as_text(part.cell(cells)) for part in self._event)

    def _add(self, event: _Event, cells: Sequence[Value]) -> None:
        if said := "".join(as_text(part.cell(cells)) for part in self._count):
            event.counts[said] += 1


def _most(item: tuple[str, int]) -> tuple[int, str]:
    said, times = item
    return -times, said

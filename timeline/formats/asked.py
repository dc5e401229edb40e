"""Which rows of a table a query can ask for, by the few cells that decide it and before the others are read."""

from collections.abc import Callable, Sequence

from timeline.errors import InvalidData
from timeline.formats.fields import Step
from timeline.mapping import END, EXTRA, FIXED, PRECISION, Mapping
from timeline.model import Event
from timeline.record import Record, Value

_REMEMBERED = 1 << 16  # verdicts that are kept
# What may say a thing of sources that a field, or a word anywhere, is asked for.
_ELSEWHERE = {
    "date": {"sources", "sources.event_date", "source.event_date"},
    "source.quote": {"sources", "sources.quote", "source.quote"},
}


def decisive(mapping: Mapping, fields: frozenset[str]) -> frozenset[str]:
    """What must be read to know these fields of all events of a row; nothing where it takes more than recipes say."""
    names = fields | {END, PRECISION} if "date" in fields else fields
    said = (mapping.constants, *mapping.each)
    made = {*mapping.fields, *(name for one in said for name in one)}
    if (
        EXTRA in made
        or ("summary" in fields and mapping.tally)
        or any(not made.isdisjoint(_ELSEWHERE.get(name, ())) for name in fields)
    ):
        return frozenset()
    elsewhere = {name.removeprefix(FIXED) for one in said for name in one}
    return frozenset() if names & elsewhere else names


class Verdicts:
    """What was found of some cells, each time that they are the same: 1 to 2 µs, where a whole row takes 60 to 110."""

    def __init__(
        self,
        meets: Callable[[Event], bool],
        steps: Sequence[Step],
        places: Sequence[int],
        clean: Callable[[Value], Value],
    ) -> None:
        self._meets, self._steps, self._places, self._clean = meets, steps, places, clean
        self._found: dict[tuple[str, ...], bool] = {}

    def __call__(self, cells: Sequence[Value]) -> bool:
        """Whether a row with these cells may be asked for."""
        told = tuple([cell if isinstance(cell := cells[at], str) else repr(cell) for at in self._places])
        if (verdict := self._found.get(told)) is None:
            verdict = self._verdict(cells)
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[told] = verdict
        return verdict

    def _verdict(self, cells: Sequence[Value]) -> bool:
        alone: list[Value] = [""] * len(cells)
        for at in self._places:
            alone[at] = self._clean(cells[at])
        record: Record = {}
        try:
            for step in self._steps:
                step(alone, 0, record)
            return self._meets(Event.from_record({"date": "2000", "title": "a row", **record}))
        except InvalidData:  # which is told when the row is read
            return True

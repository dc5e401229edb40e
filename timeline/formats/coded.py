"""Rows of coded events: whether one is between two countries, which rows tell one event, and whether its day can be."""

from collections.abc import Callable, Sequence
from datetime import date
from hashlib import sha256

from timeline.formats.dated import Dating
from timeline.formats.fields import put
from timeline.formats.recipe import Part, as_text
from timeline.mapping import Mapping
from timeline.record import Record, Value, source_of

MERGES = ("event", "source", "none")
"""Which rows are one event: all of one day, source, target and code; those of one address among them; or each its own."""

NEEDED = ("source", "target", "code")
TRIAGED = (*NEEDED, "seen", "mutual")
"""What a preset must say of coded rows, and what it can."""

_LATE = 31  # days after which a report of an event is taken for a guess of a relative date ("last month")
DIGEST = 10  # digits of an address: one clash in a million addresses of one day, parties and code


class Triage:
    """How a mapping's coded rows are told apart, by the columns of one table."""

    def __init__(
        self, mapping: Mapping, made: Callable[[str], list[Part]], clean: Callable[[Value], Value]
    ) -> None:
        self._mapping, self._clean = mapping, clean
        said = mapping.coded
        self.parts: dict[str, list[Part]] = {
            name: [part for text in said.get(name, ()) for part in made(text)]
            for name in ("source", "target", "code", "seen")
        }
        self.columns = {name for parts in self.parts.values() for part in parts for name in part.columns}

    def wanted(self, cells: Sequence[Value]) -> bool:
        """Whether a row is between two different countries or regions, or all are asked for."""
        if self._mapping.everything:
            return True
        source, target = self.said("source", cells), self.said("target", cells)
        return bool(source and target and source != target)

    def settle(self, cells: Sequence[Value], line: int, record: Record, dating: Dating) -> None:
        """Say in a record which event its row tells, and the doubt that its day deserves."""
        day = str(record["date"])
        if self._mapping.merge != "none":
            event, alone = self.event(day, cells)
            put(record, "imported.event", f"{event}:{_digest(record)}" if alone else event)
        record["date"] = self.doubted(day, cells, line, dating)

    def doubted(self, day: str, cells: Sequence[Value], line: int, dating: Dating) -> str:
        """The day of an event, uncertain where it was not seen soon after."""
        if (seen := self.said("seen", cells)) and _cannot_be(
            day, dating.date(seen, line=line, column="+".join(self.parts["seen"][0].columns)).edtf
        ):
            return f"{day}?"
        return day

    def event(self, day: str, cells: Sequence[Value]) -> tuple[str, bool]:
        """Which event a row of that day tells, and whether only rows of the same source tell the same."""
        parties = [self.said("source", cells), self.said("target", cells)]
        code = self.said("code", cells)
        if all(parties) and self.mutual(code):
            parties.sort()
        key = [day, *(party or "-" for party in parties), code]
        return ":".join(key), not all(parties) or self._mapping.merge == "source"

    def mutual(self, code: str) -> bool:
        """Whether it does not matter who of the parties is the source."""
        return code.startswith(self._mapping.coded.get("mutual", ()))

    def said(self, name: str, cells: Sequence[Value]) -> str:
        """What a row says of its source, its target, its code, or when it was seen."""
        return "".join(as_text(self._clean(part.cell(cells))) for part in self.parts[name])


def _digest(record: Record) -> str:
    """A few signs for the address of a record's source; a record without one is alone."""
    sources = record.get("sources")
    first = source_of(sources[0]) if isinstance(sources, list) and sources else {}
    source = first if isinstance(first, dict) else {}
    text = source.get("url") or source.get("title") or record.get("imported")
    return sha256(str(text).encode()).hexdigest()[:DIGEST]


def _cannot_be(day: str, seen: str) -> bool:
    """Whether an event is said to have happened after it was seen, or so long before that the day is a guess.

    >>> [_cannot_be(day, "2018-01-01") for day in ("2018-01-01", "2019-01-01", "2017-01-01")]
    [False, True, True]
    """
    try:
        happened, told = (date.fromisoformat(text.partition("T")[0]) for text in (day, seen))
    except ValueError:  # no day, or of a far year
        return False
    return not 0 <= (told - happened).days <= _LATE

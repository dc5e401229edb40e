"""Which source of an event `edit` means: one more, the one with a number, or the first of an event that has none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from timeline.errors import Refused, UsageError
from timeline.model import Record, Value, source_of
from timeline.store.read import StoredRecord

_SAY = "say what it is: --source-title, --source-url, --source-quote …"


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Citing:
    """The source that `--source-…` speak of. Where an event has one, it is said and never guessed.

    A quote that stays under another title would be a false citation.
    """

    add_source: Annotated[
        bool, typer.Option("--add-source", help="Make one more source of what --source-… say.")
    ] = False
    source: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, show_default=False, help="Which source --source-… change, from 1."),
    ] = None

    def check(self, said: Record) -> None:
        """Refuse what contradicts itself, or says nothing of a source."""
        if self.add_source and self.source is not None:
            raise UsageError("--add-source and --source contradict each other", hint="give one of them")
        if (self.add_source or self.source is not None) and not said:
            raise UsageError("nothing is said of the source", hint=_SAY)

    def applied(self, record: Record, said: Record, stored: StoredRecord) -> Record:
        """The record with what is said of its source; a field said to be empty goes, and so does an empty source."""
        if not said:
            return record
        place = f"{stored.origin.path}:{stored.origin.line}: "
        items = record.get("sources", [])
        if isinstance(items, dict):
            raise Refused(
                f"{place}sources is a mapping and no list", hint=f"mend it first: timeline edit {stored.id}"
            )
        items = [items] if isinstance(items, str) and items else list(items)
        if self.source is not None:
            if self.source > len(items):
                raise Refused(
                    f"{place}there is no source {self.source}: the event has {_count(len(items))}",
                    hint="--add-source adds one",
                )
            at = self.source - 1
            items[at : at + 1] = _filled(_mapping(items[at]) | said)
        elif items and not self.add_source:
            which = (
                "--source 1 changes it"
                if len(items) == 1
                else f"--source N changes one of them, from 1 to {len(items)}"
            )
            raise UsageError(
                f"{place}the event has {_count(len(items))} already",
                hint=f"{which}, --add-source adds another",
            )
        else:
            items += _filled(said)
        others = {name: value for name, value in record.items() if name != "sources"}
        return record | {"sources": items} if items else others


def _mapping(source: Value) -> Record:
    """A source as a mapping."""
    mapping = source_of(source)
    return dict(mapping) if isinstance(mapping, dict) else {}


def _filled(source: Record) -> Sequence[Record]:
    """The source without its empty fields, or no source where nothing is left."""
    filled = {name: value for name, value in source.items() if value}
    return [filled] if filled else []


def _count(sources: int) -> str:
    return "a source" if sources == 1 else f"{sources} sources" if sources else "none"

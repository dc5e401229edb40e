"""What `timeline show --diff OTHER` compares. Imported only when it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.cli.words import note
from timeline.model import Event
from timeline.query.compare import Difference, compare
from timeline.store.read import read_events


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Both collections as one, the events that differ, and what is said of each, by its identity."""

    everything: tuple[Event, ...]
    differing: tuple[Event, ...]
    notes: dict[int, str]


def compared(ours: Sequence[Event], other: Path) -> Compared:
    """Our events against those of another collection; says on stderr how many differ."""
    differences = compare(ours, read_events([other]))
    only_here = sum(one.theirs is None for one in differences)
    only_there = sum(one.ours is None for one in differences)
    both = len(differences) - only_here - only_there
    note(
        f"{only_here} only here, {only_there} only in {other}, {both} told differently, "
        f"{len(ours) - only_here - both} the same"
    )
    return Compared(
        everything=(*ours, *(one.event for one in differences if one.ours is None)),
        differing=tuple(one.event for one in differences),
        notes={id(one.event): _said(one, other) for one in differences},
    )


def _said(one: Difference, other: Path) -> str:
    if one.theirs is None:
        return "only here"
    if one.ours is None:
        return f"only in {other}"
    fields = (f"{name} {_cut(ours)} there {_cut(theirs)}" for name, ours, theirs in one.fields)
    return "; ".join(fields)


def _cut(text: str) -> str:
    if not text:
        return "absent,"
    return f"“{text if len(text) <= 40 else text[:39] + '…'}”"

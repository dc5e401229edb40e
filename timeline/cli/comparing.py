"""What `timeline show --diff OTHER` compares. Imported only when it is asked for."""

from collections.abc import Sequence
from os import environ
from os.path import lexists
from pathlib import Path

from timeline.cli.collection import named
from timeline.cli.selection import stored
from timeline.cli.words import note
from timeline.counting import counted
from timeline.frozen import dataclass
from timeline.model import Event
from timeline.query.compare import Difference, compare
from timeline.views.words import day_name

SHOWN = 40  # characters of a text that differs
BEFORE = 12  # of them before the first that does


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Both collections as one, and what differs between them, by the identity of the event that is shown.

    `other` is as it was typed; `when` says of which day a revision is.
    """

    everything: tuple[Event, ...]
    differences: dict[int, Difference]
    other: str
    when: str

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that differ, each once: ours, where there is one."""
        return tuple(one.event for one in self.differences.values())

    @property
    def twins(self) -> dict[int, Event]:
        """What the other collection says of an event that is shown as we tell it."""
        return {at: one.theirs for at, one in self.differences.items() if one.ours and one.theirs}

    def note(self, event: Event) -> str:
        """What is said of an event that differs; nothing of one that does not."""
        one = self.differences.get(id(event))
        return _said(one, self.other) if one else ""

    def say(self, shown: Sequence[Event]) -> None:
        """Say on stderr how many of the shown events differ, and how; or that nothing does."""
        if not self.differences:
            note(f"nothing differs from {self.other}{self.when}")
            return
        found = [self.differences[id(event)] for event in shown]
        here = sum(one.theirs is None for one in found)
        there = sum(one.ours is None for one in found)
        told = len(found) - here - there
        note(f"{here} only here, {there} only in {self.other}{self.when}, {told} told differently")


def compared(ours: Sequence[Event], other: str, data: Sequence[Path]) -> Compared:
    """Our events against those of another collection; where there is no such path, of a revision of ours."""
    if lexists(other):
        theirs, when = stored([Path(other)], None, singly=True).every, ""
    else:
        theirs, when = _revision(other, named(data))
    differences = compare(ours, theirs)
    return Compared(
        everything=(*ours, *(one.event for one in differences if one.ours is None)),
        differences={id(one.event): one for one in differences},
        other=other,
        when=when,
    )


def _revision(name: str, collections: Sequence[Path]) -> tuple[tuple[Event, ...], str]:
    """The events of the collections in a revision, and of which day it is."""
    # Only for those who ask git: 4 ms.
    from timeline.store.revision import read_revision  # noqa: PLC0415

    found = [read_revision(name, one, environ) for one in collections]
    for one, collection in zip(found, collections, strict=True):
        if one.unread:
            links = counted(len(one.unread), "link or submodule", "links and submodules")
            note(f"{collection}: {links} not followed in {name}: {', '.join(one.unread)}")
    days = dict.fromkeys(day_name(one.day) for one in found if one.day is not None)
    return tuple(event for one in found for event in one.events), f" of {' and '.join(days)}" if days else ""


def _said(one: Difference, other: str) -> str:
    if one.theirs is None:
        return "only here"
    if one.ours is None:
        return f"only in {other}"
    return "; ".join(_told(name, ours, theirs) for name, ours, theirs in one.fields)


def _told(name: str, ours: str, theirs: str) -> str:
    """One field here and there, cut so that what differs is in sight."""
    if not ours or not theirs:
        return f"{name} only {'here' if ours else 'there'}: {_cut(ours or theirs, 0)}"
    same = next((at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    first = min(len(ours), len(theirs)) if same is None else same
    start = max(first - BEFORE, 0) if max(len(ours), len(theirs)) > SHOWN else 0
    start = ours.rfind(" ", 0, start) + 1  # whole words
    return f"{name} {_cut(ours, start)} here, {_cut(theirs, start)} there"


def _cut(text: str, start: int) -> str:
    part = ("…" if start else "") + text[start:]
    return f"“{part if len(part) <= SHOWN else part[: SHOWN - 1] + '…'}”"

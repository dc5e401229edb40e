"""Two collections compared: what only one of them has, and what they tell differently."""

from collections.abc import Iterator, Sequence

from timeline.frozen import dataclass
from timeline.model import Event
from timeline.record import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An event that one collection has and the other has not, or tells differently; None where it is absent."""

    ours: Event | None
    theirs: Event | None

    @property
    def event(self) -> Event:
        """The event to show: ours, where there is one."""
        event = self.ours or self.theirs
        assert event is not None
        return event

    @property
    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """The fields that differ, each with what is said here and there; "" where a side says nothing.

        A source's fields are told one by one: `sources.1.quote` is the quote of the first.
        """
        ours = _leaves(self.ours.to_record()) if self.ours else {}
        theirs = _leaves(self.theirs.to_record()) if self.theirs else {}
        return tuple(
            (name, ours.get(name, ""), theirs.get(name, ""))
            for name in dict.fromkeys((*ours, *theirs))
            if ours.get(name) != theirs.get(name)
        )


def compare(ours: Sequence[Event], theirs: Sequence[Event]) -> tuple[Difference, ...]:
    """Every difference, in our order and then in theirs. Events are the same by id; without one, when they are equal.

    Where an id occurs more than once, the first here is compared with the first there, and so on.
    """
    return tuple(_differences(ours, theirs))


def _differences(ours: Sequence[Event], theirs: Sequence[Event]) -> Iterator[Difference]:
    waiting: dict[str, list[Event]] = {}
    for event in theirs:
        waiting.setdefault(_identity(event), []).append(event)
    for event in ours:
        twins = waiting.get(_identity(event))
        twin = twins.pop(0) if twins else None
        if event != twin:
            yield Difference(ours=event, theirs=twin)
    left = {id(event) for events in waiting.values() for event in events}
    for event in theirs:
        if id(event) in left:
            yield Difference(ours=None, theirs=event)


def _identity(event: Event) -> str:
    return event.id or repr(event.to_record())


def _leaves(value: Value, path: str = "") -> dict[str, str]:
    """Every text in a value by its path; a list of texts is one text."""
    if isinstance(value, str):
        return {path: value}
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return {path: ", ".join(map(str, value))}
    parts = (
        value.items() if isinstance(value, dict) else ((str(at), item) for at, item in enumerate(value, 1))
    )
    leaves: dict[str, str] = {}
    for name, item in parts:
        leaves |= _leaves(item, f"{path}.{name}" if path else name)
    return leaves

"""What `timeline.toml` says against the events: actors that it does not know, and events outside an actor's time."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.checks.finding import Finding, PlacedRecord, finding
from timeline.dates.wording import wording
from timeline.errors import TimelineError, shown
from timeline.model import Event
from timeline.naming import Named, Names

if TYPE_CHECKING:
    from timeline.config import Mistakes


def mistakes_of_config(mistakes: "Mistakes") -> Iterator[Finding]:
    """What is wrong with the files themselves, line by line."""
    both = (("E601", mistakes.wrong), ("W601", mistakes.unknown))
    found = [_finding_of(code, error) for code, errors in both for error in errors]
    yield from sorted(found, key=lambda one: (one.path, one.line))


def mistakes_of_presets(mistakes: Iterable[TimelineError]) -> list[Finding]:
    """What is wrong with the presets of the user's own, file by file."""
    return [_finding_of("E602", error) for error in mistakes]


def _finding_of(code: str, error: TimelineError) -> Finding:
    """The finding that an error tells: on the first line where it is about the whole file."""
    return Finding(code=code, message=error.said, hint=error.hint, path=error.path, line=error.line or 1)


def strange_actors(placed: Sequence[PlacedRecord], names: Names) -> Iterator[Finding]:
    """Each actor that a file with actors does not know, where it first stands."""
    if not names.actors:
        return
    times: dict[str, int] = {}
    first: dict[str, tuple[PlacedRecord, int]] = {}
    for one in placed:
        for position, actor in enumerate(one.event.actors if one.event else ()):
            times[actor] = times.get(actor, 0) + 1
            first.setdefault(actor, (one, position))
    for actor, (one, position) in first.items():
        if names.known_actor(actor) is None:
            count = "" if times[actor] == 1 else f" ({times[actor]:,} times)"
            message = f"actor {shown(actor)}{count} is not in timeline.toml"
            hint = f"add it there: [actors.{shown(actor)}], or name it among the aliases of one that is"
            yield finding(one, "W420", ("actors", position), message, hint)


def events_out_of_time(placed: Iterable[PlacedRecord], names: Names) -> Iterator[Finding]:
    """Events that certainly happened before an actor was there, or after."""
    if not names.actors:
        return
    for one in placed:
        for position, actor in enumerate(one.event.actors if one.event else ()):
            known = names.known_actor(actor)
            if known and one.event and (when := _out_of_time(one.event, known)):
                message = f"{wording(one.event.date)} is {when}"
                hint = "see whether the date or the actor is meant, or change timeline.toml"
                yield finding(one, "W421", ("actors", position), message, hint)


def _out_of_time(event: Event, actor: Named) -> str:
    if actor.since and event.date.certainly_before(actor.since):
        return f"before {shown(actor.name)} was there, from {wording(actor.since)} on"
    if actor.until and actor.until.certainly_before(event.date):
        return f"after {shown(actor.name)} had gone, in {wording(actor.until)}"
    return ""

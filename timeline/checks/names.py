"""Actors under two spellings: one state by two names, or two names a slip apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.checks.fields import is_slip
from timeline.checks.finding import Finding, PlacedRecord, finding
from timeline.errors import shown
from timeline.folding import fold
from timeline.naming import NO_NAMES, Names
from timeline.record import Written
from timeline.states import state_named, words_of

_SHORTEST_SLIP = 6  # letters: among shorter words a slip makes another name (Iran, Iraq; Mali, Bali)
_LONGEST_SLIP = 60  # characters: a longer text is no name, and has as many neighbours


@dataclass(slots=True, eq=False)
class _Spelling:
    """One spelling of an actor: how many times it stands in the collection, and where first."""

    text: str
    first: PlacedRecord
    position: int
    order: int
    times: int = 1


def spellings_of_actors(placed: Sequence[PlacedRecord], known: Names = NO_NAMES) -> Iterator[Finding]:
    """Each spelling that seems to mean the actor of a more frequent one, told where it first stands.

    Names and aliases that are `known` are meant as they stand.
    """
    spellings = {text: one for text, one in _spellings(placed).items() if not known.known_actor(text)}
    groups: dict[object, list[_Spelling]] = {}
    for spelling in spellings.values():
        groups.setdefault(state_named(spelling.text) or words_of(fold(spelling.text)), []).append(spelling)
    for group in groups.values():
        kept, *others = sorted(group, key=_rank)
        state = state_named(kept.text)
        for other in others:
            why = f"both are {state.name}" if state else "they differ in case, accents or marks only"
            yield _told(other, kept, why)
    names = {key: min(group, key=_rank) for key, group in groups.items() if isinstance(key, str)}
    # A state misspelt is no state: the states that occur, under the name that is used, are what it is held against.
    targets = {words_of(fold(min(group, key=_rank).text)): min(group, key=_rank) for group in groups.values()}
    for name, other in _slips(names, targets):
        yield _told(names[name], other, "they are one letter apart")


def _spellings(placed: Sequence[PlacedRecord]) -> Mapping[str, _Spelling]:
    spellings: dict[str, _Spelling] = {}
    for order, one, times in _casts(placed):
        for position, actor in enumerate(one.event.actors if one.event else ()):
            if actor in spellings:
                spellings[actor].times += times
            else:
                spellings[actor] = _Spelling(actor, one, position, order, times)
    return spellings


def _casts(placed: Iterable[PlacedRecord]) -> Iterator[tuple[int, PlacedRecord, int]]:
    """The first record of those whose actors are written alike, with its place, and how many they are: a quarter of 100,000."""
    first: dict[str | int, tuple[int, PlacedRecord]] = {}
    times: dict[str | int, int] = {}
    for order, one in enumerate(placed):
        written = one.record.written("actors") if isinstance(one.record, Written) else order
        if written in times:
            times[written] += 1
        else:
            first[written], times[written] = (order, one), 1
    for written, (order, one) in first.items():
        yield order, one, times[written]


def _rank(spelling: _Spelling) -> tuple[int, int, int]:
    """The most frequent first, then the one that stands first."""
    return -spelling.times, spelling.order, spelling.position


def _slips(
    names: Mapping[str, _Spelling], targets: Mapping[str, _Spelling]
) -> Iterator[tuple[str, _Spelling]]:
    """Each name with the better known actor that it is one slip away from.

    Two texts one slip apart are equal once a letter is taken out of one or both: so neighbours are found among
    those who share a shortened text, never by comparing all with all.
    """
    shortened: dict[str, list[str]] = {}
    for name in targets:
        if _SHORTEST_SLIP <= len(name) <= _LONGEST_SLIP:
            for text in _shortenings(name):
                shortened.setdefault(text, []).append(name)
    for name, spelling in names.items():
        if not _SHORTEST_SLIP <= len(name) <= _LONGEST_SLIP:
            continue
        near = {
            other
            for text in _shortenings(name)
            for other in shortened.get(text, ())
            if _is_misspelt(name, other)
        }
        better = [targets[other] for other in near if _rank(targets[other]) < _rank(spelling)]
        if better:
            yield name, min(better, key=_rank)


def _shortenings(name: str) -> set[str]:
    """The name, and the same without one of its letters: in digits and blanks there is no slip."""
    return {name, *(name[:at] + name[at + 1 :] for at, sign in enumerate(name) if sign.isalpha())}


def _is_misspelt(name: str, other: str) -> bool:
    """Whether the names are alike but for a slip in one long word."""
    words, others = name.split(), other.split()
    if len(words) != len(others):
        return False
    differing = [(word, its) for word, its in zip(words, others, strict=True) if word != its]
    return (
        len(differing) == 1 and min(map(len, differing[0])) >= _SHORTEST_SLIP - 1 and is_slip(*differing[0])
    )


def _told(spelling: _Spelling, kept: _Spelling, why: str) -> Finding:
    message = f"actor {shown(spelling.text)} ({_times(spelling)}) looks like {shown(kept.text)} ({_times(kept)}): {why}"
    value = spelling.first.record.get("actors")
    field = ("actors", spelling.position) if isinstance(value, list) else ("actors",)
    return finding(
        spelling.first, "W410", field, message, f"write {shown(kept.text)}, or leave two who are two"
    )


def _times(spelling: _Spelling) -> str:
    return "once" if spelling.times == 1 else f"{spelling.times:,} times"

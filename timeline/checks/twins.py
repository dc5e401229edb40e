"""Events that look the same: dates that touch, titles that nearly equal. Finds what `identity.near_duplicate` finds, among all.

Comparing 10,000 titles with each other as that function does would take hours. Here an event meets only those whose
dates touch and whose titles are about as long, and three ever dearer bounds stand before the comparison.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from timeline.checks.finding import Finding, PlacedRecord, finding
from timeline.dates.event_date import EventDate
from timeline.dates.wording import wording
from timeline.errors import shown
from timeline.identity import SIMILARITY
from timeline.tuples import NamedTuple

_PLAN = 300_000  # of 10 to 20 µs each: beyond, only equal titles are found
_BEFORE_ALL = -(10**15)
_COUNTED = 6  # of each letter; more make the bound looser, never wrong
_LEAST = 64  # titles, for which it pays to look for those that are over
_LONGEST = 150  # characters; longer titles are the same only when they are equal


class _Title(NamedTuple):
    """A title as it is compared: its letters, and a bit for each letter's first, second, third … occurrence."""

    text: str
    letters: int
    position: int
    date: EventDate


def near_duplicates(placed: Sequence[PlacedRecord]) -> Iterator[Finding]:
    """Every event that looks the same as an earlier one, with one such earlier one. Equal ids are told elsewhere."""
    found, complete = twins(placed)
    if not complete:
        message = "so many titles are alike that not all of them were compared"
        yield finding(placed[0], "W416", (), message, "check parts of the collection on their own")
    for position, twin in sorted(found.items()):
        one, other = placed[position], placed[twin]
        if other.event and not (one.id and one.id == other.id):
            message = (
                f"looks the same as {other.place}: {wording(other.event.date)}, {shown(other.event.title)}"
            )
            yield finding(one, "W408", ("title",), message, "remove one, or say in the titles what differs")


def twins(placed: Sequence[PlacedRecord]) -> tuple[dict[int, int], bool]:
    """Positions of events that look the same as an earlier one, each with that of an earlier one; and whether all met."""
    sweep = _Sweep()
    for title in _titles(placed):
        sweep.close(title.date.first_day)
        sweep.meet(title)
        sweep.add(title)
    return sweep.found, sweep.left > 0


class _Sweep:
    """A sweep through time: `open` holds the titles whose dates may still touch the next ones, by length.

    `found` is what `twins` returns, `left` what remains of the plan.
    """

    def __init__(self) -> None:
        self.open: dict[int, list[tuple[int, _Title]]] = {}
        self.added: set[tuple[str, int | None, int | None]] = set()
        self.found: dict[int, int] = {}
        self.left = _PLAN
        self.waiting = _LEAST  # titles that may be added before those that are over are looked for

    def meet(self, title: _Title) -> None:
        """Compare a title with all that are open and about as long."""
        letters, size = title.letters, len(title.text)
        least, most = int(size * SIMILARITY / (2 - SIMILARITY)), int(size * (2 - SIMILARITY) / SIMILARITY) + 1
        for length in range(least, most + 1) if most - least < len(self.open) else list(self.open):
            others = self.open.get(length)
            if not others or self.left <= 0:
                continue
            self.left -= len(others) >> 7
            allowed = int((size + length) * (1 - SIMILARITY) + 1e-9)
            near = [one for bits, one in others if (bits ^ letters).bit_count() <= allowed]
            self.left -= len(near) >> 4
            for other in near:
                later, earlier = (title, other) if title.position > other.position else (other, title)
                touching = other.date.possibly_during(title.date.first_day, title.date.last_day)
                if (
                    touching
                    and later.position not in self.found
                    and self._alike(earlier.text, later.text, allowed)
                ):
                    self.found[later.position] = earlier.position

    def add(self, title: _Title) -> None:
        """Open a title. Of events with one title and one date the first stands for all."""
        key = (title.text, title.date.first_day, title.date.last_day)
        if key not in self.added:
            self.added.add(key)
            self.open.setdefault(len(title.text), []).append((title.letters, title))
            self.waiting -= 1

    def close(self, first: int | None) -> None:
        """Forget the titles whose last day is over, once as many were added as were left the last time."""
        if first is not None and self.waiting <= 0:
            for length, titles in self.open.items():
                self.open[length] = [
                    one for one in titles if one[1].date.last_day is None or one[1].date.last_day >= first
                ]
            self.waiting = max(_LEAST, sum(map(len, self.open.values())))

    def _alike(self, earlier: str, later: str, allowed: int) -> bool:
        """Whether two titles are as similar as `identity.near_duplicate` holds to be the same."""
        if earlier == later:
            return True
        if self.left <= 0 or max(len(earlier), len(later)) > _LONGEST:
            return False
        self.left -= 1
        if len(earlier) + len(later) - 2 * _common(earlier, later) > allowed:
            return False
        self.left -= len(earlier) * len(later) // 100
        return SequenceMatcher(a=earlier, b=later, autojunk=False).ratio() >= SIMILARITY


def _titles(placed: Sequence[PlacedRecord]) -> list[_Title]:
    """The titles of all events by the first day they can mean."""
    bits: dict[str, tuple[int, ...]] = {}  # of a letter that stands so many times
    titles = []
    for position, one in enumerate(placed):
        if one.event:
            text = one.event.title.casefold()
            letters = 0
            for letter in set(text):
                if letter not in bits:
                    bits[letter] = tuple(
                        ((1 << times) - 1) << _COUNTED * len(bits) for times in range(_COUNTED + 1)
                    )
                letters |= bits[letter][min(text.count(letter), _COUNTED)]
            titles.append(_Title(text, letters, position, one.event.date))
    titles.sort(
        key=lambda title: (
            title.date.first_day if title.date.first_day is not None else _BEFORE_ALL,
            title.position,
        )
    )
    return titles


def _common(text: str, other: str) -> int:
    """The length of the longest common subsequence, of which a matcher's blocks are one (Hyyrö 2004, bit by bit)."""
    places: dict[str, int] = {}
    for at, letter in enumerate(text):
        places[letter] = places.get(letter, 0) | 1 << at
    row = whole = (1 << len(text)) - 1
    for letter in other:
        met = row & places.get(letter, 0)
        row = (row + met | row - met) & whole
    return len(text) - row.bit_count()

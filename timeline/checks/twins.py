"""Events that look the same: dates that touch, titles that nearly equal. Finds what `identity.near_duplicate` finds, among all.

Comparing 10,000 titles with each other as that function does would take hours. Here an event meets only those whose
dates touch, and three ever dearer bounds stand before the comparison.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from timeline.checks.finding import Finding, PlacedRecord, finding
from timeline.checks.letters import Letters
from timeline.dates.wording import wording
from timeline.errors import shown
from timeline.identity import SIMILARITY
from timeline.tuples import NamedTuple

_PLAN = 500_000  # of 10 to 20 µs each: beyond, nothing more is compared
_FREE = 8_192  # titles, of which each may meet so many, however many there are
_BEFORE_ALL = -(10**15)
_LONGEST = 150  # characters; longer titles are the same only when they are equal


class _Title(NamedTuple):
    """A title as it is compared, and the days that its event may have happened on."""

    first_day: int
    position: int
    text: str
    last_day: int | None


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
    meeting = _Meeting(_titles(placed))
    meeting.hold()
    found = {
        meeting.titles[later].position: meeting.titles[one].position for later, one in meeting.found.items()
    }
    return found, meeting.left > 0


class _Meeting:
    """Titles by their first day, each of which meets those that begin before its last day is over: they stand behind it.

    `found` has of each that looks like one of an earlier position such a one: the first by length of those that stand
    before it here, or else the first behind it. `left` is what remains of the plan.
    """

    def __init__(self, titles: Sequence[_Title]) -> None:
        self.titles = titles
        self.letters = Letters([one.text for one in titles])
        self.found: dict[int, int] = {}
        self.left = _PLAN
        self.lengths: dict[int, int] = {}  # that occur, each with how many do before it
        self.known: list[int] = []  # lengths that occur before each title
        for one in titles:
            self.known.append(len(self.lengths))
            self.lengths.setdefault(len(one.text), len(self.lengths))

    def hold(self) -> None:
        """Hold each title against those that it meets. Of events with one title and one date the first stands for all."""
        days = [one.first_day for one in self.titles]
        sizes = [len(one.text) for one in self.titles]
        met: set[tuple[str, int, int | None]] = set()
        for at, (first_day, _, text, last_day) in enumerate(self.titles):
            end = len(days) if last_day is None else bisect_right(days, last_day, at)
            if end <= at + 1 or self.left <= 0 or (text, first_day, last_day) in met:
                continue
            met.add((text, first_day, last_day))
            self.left -= max(0, end - at - _FREE) >> 10
            size, most = len(text), _most(len(text))
            near = self.letters.near(at, at + 1, end, most)
            self.left -= len(near) >> 5
            for behind in near:
                if -most <= sizes[behind] - size <= most:
                    self._meet(at, behind)

    def _meet(self, at: int, behind: int) -> None:
        """Compare a title with one that stands behind it here, unless what would be found is found already."""
        forwards = self.titles[at].position < self.titles[behind].position
        earlier, later = (at, behind) if forwards else (behind, at)
        if later in self.found and not (forwards and self._comes_first(at, later)):
            return
        one, other = self.titles[earlier].text, self.titles[later].text
        allowed = _allowed(len(one), len(other))
        if (
            abs(len(one) - len(other)) <= allowed
            and self.letters.apart(earlier, later) <= allowed
            and self._alike(one, other, allowed)
        ):
            self.found[later] = earlier

    def _comes_first(self, at: int, later: int) -> bool:
        """Whether a title comes before what is found: among many lengths the shortest, else that of the length met first."""
        size = len(self.titles[later].text)
        length, found = len(self.titles[at].text), len(self.titles[self.found[later]].text)
        if _longest(size) - int(size * SIMILARITY / (2 - SIMILARITY)) < self.known[later]:
            return length < found
        return self.lengths[length] < self.lengths[found]

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


def _allowed(size: int, other: int) -> int:
    """How many letters two titles so long may have that the other has not, and be as similar."""
    return int((size + other) * (1 - SIMILARITY) + 1e-9)


def _most(size: int) -> int:
    """The same of a title so long and the longest that can be as similar to it."""
    return 0 if size > _LONGEST else _allowed(size, _longest(size))


def _longest(size: int) -> int:
    """How long a title may be that is as similar to one so long, or one more."""
    return int(size * (2 - SIMILARITY) / SIMILARITY) + 1


def _titles(placed: Sequence[PlacedRecord]) -> list[_Title]:
    """The titles of all events by the first day they can mean, then by position."""
    titles = []
    for position, one in enumerate(placed):
        if one.event:
            date = one.event.date
            first_day = _BEFORE_ALL if date.first_day is None else date.first_day
            titles.append(_Title(first_day, position, one.event.title.casefold(), date.last_day))
    titles.sort()
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

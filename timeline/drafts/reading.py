"""What one expression was read as, and what it was read against."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.dates.periods import Period
from timeline.drafts.tokens import Tokens

PAST, UNTOLD, AHEAD = -1, 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An expression's meaning: TIMEX3 `type`, `value` and `mod`, and the calendar `period` behind it, if any.

    `clock` is the time within the day (`T15:00`, `TMO`). `parts` are other expressions found on the way, as word
    numbers and their readings ("15 to 22 February" holds two). `explicit` says that the text itself gave the year.
    """

    type: str = "DATE"
    value: str = ""
    period: Period | None = None
    mod: str | None = None
    clock: str = ""
    edtf: str | None = None
    reason: str = ""
    anchor: Period | None = None
    explicit: bool = False
    parts: tuple[tuple[int, int, "Reading"], ...] = ()


def dated(  # noqa: PLR0913 - a short name for the commonest reading
    period: Period,
    reason: str,
    *,
    anchor: Period | None = None,
    mod: str | None = None,
    explicit: bool = False,
    edtf: str | None = None,
) -> Reading:
    """The reading of an expression that names `period`."""
    return Reading(
        value=period.value,
        period=period,
        mod=mod,
        reason=reason,
        anchor=anchor,
        explicit=explicit,
        edtf=edtf or period.edtf,
    )


@dataclass(slots=True, kw_only=True)
class Setting:
    """What the text has said so far: the dateline, and the dates that later expressions lean on."""

    dateline: Period | None
    narrative: bool
    last: Period | None = None  # the date most recently named, of any size
    last_day: Period | None = None
    last_explicit: Period | None = None
    told_at: int = -1  # the word after the expression that told `last`
    last_day_at: int = -1  # the word after the expression that told it
    leaning: bool = True  # whether news without a dateline leans on a full date that it told
    tense: Callable[[Tokens, int, int], int] = field(default=lambda _tokens, _first, _end: UNTOLD)

    @property
    def here(self) -> Period | None:
        """What "this year" and "on Friday" lean on: the dateline, or in narrative the date named last.

        News without a dateline leans on the day in full that it told last, if it told one; never on what leant itself.
        """
        if self.narrative:
            return self.last or self.dateline
        told = self.last_explicit if self.leaning else None
        return self.dateline or (told if told is not None and told.unit == "day" else None)

    def told_nearby(self, cut: Tokens, first: int) -> Period | None:
        """The day told last, if that was in this paragraph and near the dateline: what "the day" and "the morning" lean on."""
        day, here = self.last_day, self.dateline
        if (
            day is None
            or here is None
            or not 0 <= self.last_day_at <= first
            or not 0 <= here.index - day.index <= 7
        ):
            return None
        return None if "\n" in cut.codes[self.last_day_at : first] else day

    @property
    def there(self) -> Period | None:
        """What "the following year" and "two days later" lean on: the date named last."""
        return self.last or self.dateline


class Found(NamedTuple):
    """A rule's match: the words `first` to `end`, and the captured ones by name."""

    tokens: Tokens
    match: re.Match[str]
    inner: Reading | None = None
    inner_span: tuple[int, int] = (0, 0)

    @property
    def first(self) -> int:
        """Number of its first word."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Number of the word after its last."""
        return self.match.end()

    def has(self, name: str) -> bool:
        """Whether the optional part `name` is there."""
        return self.match.groupdict().get(name) is not None

    def word(self, name: str) -> str:
        """The captured first word in lower case, empty when there is none."""
        if not self.has(name):
            return ""
        return self.tokens.word(self.match.start(name)).lower()

    def raw(self, name: str) -> str:
        """The captured words as written, with what stands between them."""
        if not self.has(name):
            return ""
        first, end = self.match.span(name)
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[end - 1]] if end > first else ""

    def words(self, name: str) -> tuple[str, ...]:
        """The captured words in lower case."""
        return self.tokens.words(*self.match.span(name)) if self.has(name) else ()

    def before(self, distance: int = 1) -> str:
        """The word before the match, in lower case."""
        return self.tokens.word(self.first - distance).lower()

    def after(self, distance: int = 0) -> str:
        """The word after the match, in lower case."""
        return self.tokens.word(self.end + distance).lower()

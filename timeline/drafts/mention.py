"""An expression of time in a text, and what it was understood to mean."""

from dataclasses import dataclass

from timeline.dates.periods import Period
from timeline.said.values import Value
from timeline.said.why import Unanchored, Why

# How a reason says that a date was wanting.
UNANCHORED = ("no dateline", "no date to lean on")

_PLAIN = ("start", "end", "text", "type", "value", "mod", "edtf", "anchor", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One expression of time: where it stands, what TIMEX3 makes of it, and the date we would store.

    `start` and `end` count characters of the text. `type` is DATE, TIME, DURATION or SET; `value` and `mod` are
    TIMEX3's; `edtf` is None for what is no date; `anchor` is the date it was resolved against, when it needed one.
    `said` are its words as a value, `period` the piece of the calendar behind it, `tense` that of its clause (-1 past,
    0 untold, 1 ahead), and `whys` the values that `reason` puts into words.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    edtf: str | None
    anchor: str | None
    reason: str
    said: Value | None = None
    period: Period | None = None
    tense: int = 0
    whys: tuple[Why, ...] = ()

    @property
    def needs_anchor(self) -> bool:
        """Whether it could not be resolved for want of a dateline."""
        if self.anchor is not None or self.edtf is not None:
            return False
        return any(isinstance(why, Unanchored) for why in self.whys) or (
            self.said is None and any(why in self.reason for why in UNANCHORED)
        )

    def to_plain(self) -> dict[str, str | int | None]:
        """What a program may read of it, in the order of the fields; an absent value is null."""
        return {name: getattr(self, name) for name in _PLAIN}

"""An expression of time in a text, and what it was understood to mean."""

from dataclasses import dataclass, fields

# How a reason says that a date was wanting.
UNANCHORED = ("no dateline", "no date to lean on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One expression of time: where it stands, what TIMEX3 makes of it, and the date we would store.

    `start` and `end` count characters of the text. `type` is DATE, TIME, DURATION or SET; `value` and `mod` are
    TIMEX3's; `edtf` is None for what is no date; `anchor` is the date it was resolved against, when it needed one.
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

    @property
    def needs_anchor(self) -> bool:
        """Whether it could not be resolved for want of a dateline."""
        return self.anchor is None and self.edtf is None and any(why in self.reason for why in UNANCHORED)

    def to_plain(self) -> dict[str, str | int | None]:
        """What a program may read of it, in the order of the fields; an absent value is null."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

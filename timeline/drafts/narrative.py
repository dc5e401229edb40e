"""Whether a text tells history rather than news."""

from collections.abc import Iterable

from timeline.drafts.mention import Mention

_RECENT = 15  # years that news looks back without being history
_ENOUGH = 2  # years named, below which nothing is told about the text


def narrates(mentions: Iterable[Mention], *, this_year: int | None) -> bool:
    """Whether the years that the text names are mostly old ones.

    `mentions` are those of a text without a dateline, read without one.
    """
    years = [m.period.year for m in mentions if m.period and m.anchor is None and m.type in ("DATE", "TIME")]
    if len(years) < _ENOUGH:
        return False
    now = this_year if this_year is not None else max(years) + 1
    return sum(year < now - _RECENT for year in years) * 3 >= len(years) * 2

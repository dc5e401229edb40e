"""Whether a text tells history rather than news."""

from collections.abc import Iterable

from timeline.drafts.mention import Mention

_RECENT = 15  # years that news looks back without being history
_ENOUGH = 2  # years named, below which nothing is told about the text


def narrates(mentions: Iterable[Mention], *, this_year: int | None) -> bool:
    """Whether the years that the text names are mostly old ones.

    `mentions` are those of a text without a dateline, read without one.
    """
    years = [
        int(m.value[:4])
        for m in mentions
        if m.anchor is None and m.type in ("DATE", "TIME") and m.value[:4].isdigit()
    ]
    old = [
        year
        for year in years
        if year < (this_year if this_year is not None else max(years) + _RECENT + 1) - _RECENT
    ]
    ancient = sum(1 for m in mentions if m.value.startswith("BC"))
    return len(years) + ancient >= _ENOUGH and (len(old) + ancient) * 3 >= (len(years) + ancient) * 2

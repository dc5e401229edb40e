"""Sources cited in notes, in the form of the Chicago Manual of Style (17th edition, 14): in full once, and then short."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.dates.calendar import MONTH_NAMES
from timeline.dates.event_date import EventDate
from timeline.dates.wording import wording
from timeline.formats.markdown import guarded, inline, linked
from timeline.model import Source

_month = re.compile(rf"\b({'|'.join(name[:3] for name in MONTH_NAMES[1:])})\b")
_FULL = {name[:3]: name for name in MONTH_NAMES[1:]}
_subtitle = re.compile(r": | [—–-] ")
_SHORT = 5  # words of a short title (14.33 has four or so)
_TRAILING = frozenset(
    ("a", "an", "the", "of", "for", "in", "on", "at", "to", "with", "and", "or", "by", "from")
)


def long_date(date: EventDate) -> str:
    """The date in words, its months in full.

    >>> long_date(EventDate("2023-02-10"))
    '10 February 2023'
    """
    return _month.sub(lambda match: _FULL[match[0]], wording(date))


@dataclass(slots=True)
class Citations:
    """The notes of one text, as Markdown: each source in full where it is cited first, and short after that."""

    _short: dict[tuple[str, ...], tuple[str, str]] = field(default_factory=dict)

    def note(self, sources: Sequence[Source]) -> str:
        """What one note says of the sources: each cited, with the words that support the event."""
        *_, last = sources
        cited = "; ".join(map(self._cited, sources))
        # What is quoted of a source ends as it ends there, and a full stop of ours stands behind it.
        return guarded(f"{cited}." if last.quote else _ended(cited, "."))

    def _cited(self, source: Source) -> str:
        key = (source.author, source.title, source.publisher, str(source.date), source.url or source.archived)
        if key in self._short:
            title, name = self._short[key]
            parts = [inline(name), f"“{inline(title)}”" if title else "", inline(source.at)]
            cited = _listed([part for part in parts if part])
        else:
            self._short[key] = self._new_short(source)
            cited = _full(source)
        return f"{cited}: “{inline(source.quote)}”" if source.quote else cited

    def _new_short(self, source: Source) -> tuple[str, str]:
        """The short title and the name that stand for no other source: with the day, where two would look alike."""
        title = _short_title(source.title)
        name = source.author or source.publisher
        name = name if title or name else source.url or source.archived or "the source without a name"
        used = self._short.values()
        if (title, name) in used and source.date:
            name = f"{name}, {long_date(source.date)}".removeprefix(", ")
        return (title, name) if (title, name) not in used else (source.title, f"{name}, no. {len(used) + 1}")


def _full(source: Source) -> str:
    parts = [
        inline(source.author),
        f"“{inline(source.title)}”" if source.title else "",
        f"*{inline(source.publisher)}*" if source.publisher.strip() else "",
        inline(long_date(source.date)) if source.date else "",
        inline(source.at),
        f"accessed {inline(long_date(source.retrieved))}" if source.retrieved else "",
        linked(source.url, source.url) if source.url else "",
        f"archived at {linked(source.archived, source.archived)}" if source.archived else "",
    ]
    return _listed([part for part in parts if part] or ["a source without a name"])


def _listed(parts: Sequence[str]) -> str:
    """The parts with a comma between two, which stands within a quotation (6.9)."""
    *before, last = parts
    return " ".join([*(_ended(part, ",") for part in before), last])


def _ended(part: str, sign: str) -> str:
    """The part with that sign at its end, unless one that ends a sentence stands there."""
    if part.endswith("”"):
        return part if part[-2] in "?!" else f"{part[:-1].rstrip('.')}{sign}”"
    return part if sign == "." and part[-1] in "?!." else part + sign


def _short_title(title: str) -> str:
    """The title without its subtitle, and of that the first words.

    >>> _short_title("Issue of peace treaty with Japan remains 'closed' for Russia — Foreign Ministry")
    'Issue of peace treaty'
    """
    words = _subtitle.split(title, maxsplit=1)[0].split()[:_SHORT]
    while len(words) > 1 and words[-1].casefold() in _TRAILING:
        words.pop()
    return " ".join(words)

"""The words of a source beside the date that they give: `7 Feb 1855 (26 January 1855 O.S.)`."""

import re
from functools import lru_cache

from timeline.dates.calendar import MONTH_NAMES
from timeline.dates.event_date import EventDate
from timeline.dates.wording import wording
from timeline.folding import fold

_pieces = re.compile(r"\d{1,12}|[^\W\d_]{1,40}|[?~%]")
_SHORT = {name.lower(): name[:3].lower() for name in MONTH_NAMES} | {"circa": "c", "ca": "c"}
_ORDINALS = frozenset(("st", "nd", "rd", "th"))


@lru_cache(maxsize=1 << 12)
def written_beside(date: EventDate, words: str) -> str:
    """The words of the source in brackets, after a space; nothing where they say what the date says already.

    >>> written_beside(EventDate("1855-02-07"), "26 January 1855 O.S.")
    ' (26 January 1855 O.S.)'
    >>> [written_beside(EventDate("1855-02-07"), words) for words in ("February 7th, 1855", "1855-02-07", "")]
    ['', '', '']
    """
    line = " ".join(words.split())
    return f" ({line})" if line and line != date.text and _said(line) != _said(wording(date)) else ""


def _said(words: str) -> list[str]:
    """The numbers and words of a text, months short, in whatever order: what two ways of writing one date share."""
    pieces = [_SHORT.get(piece, piece.lstrip("0")) for piece in _pieces.findall(fold(words))]
    return sorted(piece for piece in pieces if piece not in _ORDINALS)

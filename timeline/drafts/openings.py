"""What stands before the subject of a clause: when, where, on what occasion, and what its subject did besides."""

import re

from timeline.drafts.party_words import capitals
from timeline.drafts.phrases import OPENING

# A comma in brackets ends nothing.
_TO_COMMA = r"(?:[^,(]|\([^()]*\)){1,90},\s+(?=\S)"
_SPAN = (
    r"(?:[\w-]+\s+){0,3}?(?:minutes?|hours?|days?|weeks?|months?|years?)\s+(?:before|after|later|earlier)\b"
)
_PARTICIPLE = r"(?P<doing>[A-Z][a-z]+ing)\s+(?!on\b|in\b|at\b|[a-z]+ed\b|said\b)[\da-z]|Asked\s+(?:about|by|on|whether|why|if)\b"
_OTHERS = rf"(?:(?i:{_SPAN})|{_PARTICIPLE}){_TO_COMMA}"
_PHRASE = rf"(?P<opens>\w+){_TO_COMMA}"
# Of what the opening names: an apposition of the subject would be closed by a comma, too.
_APPOSITION = r"(?:the|an?)\s[^,]+,\s+(?=(?:(?!\band\b)[^,])+$)"


def behind_opening(piece: str, *, opened: bool = False) -> int:
    """Where the subject begins in what stands before a verb; with `opened`, an opening stood there already.

    >>> piece = "At a summit, the first in Rome, Malta's president "
    >>> piece[behind_opening(piece) :]
    "Malta's president "
    """
    if "," not in piece:
        return 0
    done = 0
    if not opened:
        first = re.match(_PHRASE, piece)
        if first is None or first["opens"] not in OPENING:
            first = re.match(_OTHERS, piece)
            if first is None or first["doing"] in capitals():
                return 0
        done = first.end()
    while (one := re.match(_PHRASE, piece[done:])) and one["opens"].capitalize() in OPENING:
        done += one.end()
    described = re.match(_APPOSITION, piece[done:])
    return done + (described.end() if described else 0)

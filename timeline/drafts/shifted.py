"""The date of what lies beside a dated event by the words that join their clauses: "when", "two days after"."""

import re

from timeline.dates.calendar import day_iso
from timeline.drafts.mention import Mention
from timeline.said.clauses import word_list

_NUMBERS = {
    name: at
    for at, name in enumerate(
        ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
}
_NUMBERS |= {"an": 1, "one": 1}
_COUNTED = r"(?:,?\s*(?:just|only|barely))?,?\s*(?P<count>\w+)\s+(?P<unit>day|week|month|year)s?\s+(?P<side>after|before)\s*"
_VAGUE = (
    r",?\s*(?:(?:just|only|barely)\s+)?(?:(?P<unit>hour|day|week)s|shortly|soon)\s+(?P<side>after|before)\s*"
)
# How many days lie at least and at most between two events of which one was some of these units before the other.
MEASURES = {"hour": (0, 1), "day": (2, 13), "week": (14, 62), "month": (59, 365), "year": (730, 3650)}
_SMALL = word_list("day week month year")


def beside(words: str, mention: Mention) -> Mention | None:
    """The date of a clause that `words` put under one with a date; None where they do not say how the two lie.

    "After" tells of what was before it. What nobody counted lies about there.
    """
    period = mention.period
    if period is None or period.unit not in _SMALL or mention.edtf != period.edtf:
        return None
    if words.strip().lower() == "when":
        return mention
    counted = re.fullmatch(_COUNTED, words.lower())
    count = (
        (_NUMBERS.get(counted["count"]) or (int(counted["count"]) if counted["count"].isdecimal() else 0))
        if counted
        else 0
    )
    reason = f'"{words.strip(" ,")}" what is told of {period.edtf}'
    if counted and count:
        if counted["unit"] == "day" and period.unit != "day":
            return mention._replace(edtf=f"{period.edtf}~", reason=reason)
        moved = period.moved(count if counted["side"] == "before" else -count, counted["unit"])
        finer = counted["unit"] in ("month", "year") and period.unit == "day"
        there = moved.within(counted["unit"]) if finer else moved
        return mention._replace(edtf=there.edtf, period=there, reason=reason)
    vague = re.fullmatch(_VAGUE, words.lower())
    if vague is None:
        return None
    if vague["unit"] and period.unit == "day":
        least, most = MEASURES[vague["unit"]]
        way = -1 if vague["side"] == "after" else 1
        first, last = sorted((period.index + way * least, period.index + way * most))
        return mention._replace(edtf=f"[{day_iso(first)}..{day_iso(last)}]", reason=reason)
    return mention._replace(edtf=f"{period.edtf}~", reason=reason)

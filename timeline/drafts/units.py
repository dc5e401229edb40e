"""The units of time as English counts them, the steps between them, and TIMEX3's letters for them."""

from timeline.drafts.english_words import MOMENT, SECONDS, UNIT, UNITS
from timeline.drafts.reading import Found
from timeline.drafts.word_lists import word_list

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ANY_UNIT = UNIT | UNITS | SECONDS | MOMENT

UNTOLD_VALUES = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "year": "XXXX",
    "quarter": "XXXX-QX",
}

LETTERS = {
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "weekend": "WE",
    "quarter": "Q",
}

LETTERS |= {"half": "H", "hour": "H", "minute": "M", "second": "S", "fortnight": "W", "millennium": "ML"}

STEPS = {
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "past": -1,
}

STEPS |= {
    "next": 1,
    "following": 1,
    "subsequent": 1,
    "coming": 1,
    "upcoming": 1,
    "ensuing": 1,
    "succeeding": 1,
    "later": 1,
    "after": 1,
}

STEPS |= {"before": -1, "earlier": -1}

TOLD = frozenset(
    word_list(
        "previous preceding prior following subsequent ensuing succeeding same that before "
        "earlier later after"
    )
)

_SMALL = frozenset(("hour", "minute", "second"))

BACKWARD = frozenset(("ago", "earlier", "before", "previously", "prior", "beforehand", "back"))

EDGES = {
    "early": "START",
    "earliest": "START",
    "beginning": "START",
    "start": "START",
    "opening": "START",
    "outset": "START",
}

EDGES |= {
    "onset": "START",
    "dawn": "START",
    "first": "START",
    "mid": "MID",
    "middle": "MID",
    "midpoint": "MID",
    "late": "END",
}

EDGES |= {
    "end": "END",
    "close": "END",
    "latter": "END",
    "later": "END",
    "second": "END",
    "earlier": "START",
    "turn": "START",
}


def step_of(words: tuple[str, ...]) -> int:
    """How many units away the words lead: "last" -1, "this" 0, "following" 1."""
    return next((STEPS[word] for word in words if word in STEPS), 0)


def goes_on(found: Found) -> bool:
    """Whether "two days after" goes on to say after what."""
    after = found.after()
    return bool(after) and after not in word_list(". , ; : ) ? ! and but when in by on")


def one_unit(unit: str) -> str:
    """TIMEX3's text for one unit: P1Y, PT1H."""
    special = {"decade": "P10Y", "century": "P100Y", "millennium": "P1000Y", "fortnight": "P2W"}
    return special.get(unit, f"P{'T' if unit in ('hour', 'minute') else ''}1{LETTERS[unit]}")


def duration(count: float | None, unit: str) -> str:
    """TIMEX3's text of a length.

    >>> duration(2, "week"), duration(None, "month"), duration(30, "minute"), duration(2.5, "year"), duration(3, "decade")
    ('P2W', 'PXM', 'PT30M', 'P2.5Y', 'P30Y')
    """
    if unit == "fortnight":
        count, unit = (None if count is None else 2 * count), "week"
    if unit in ("decade", "century", "millennium") and count is not None:
        count, unit = count * {"decade": 10, "century": 100, "millennium": 1000}[unit], "year"
    if count == 0.5 and unit in ("hour", "year"):
        count, unit = (30, "minute") if unit == "hour" else (6, "month")
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"P{'T' if unit in _SMALL else ''}{number}{LETTERS[unit]}"


def modifier(words: tuple[str, ...]) -> str | None:
    """TIMEX3's `mod` for "about", "more than", "at least" and their like.

    >>> modifier(("more", "than")), modifier(("at", "least")), modifier(())
    ('MORE_THAN', 'EQUAL_OR_MORE', None)
    """
    text = " ".join(words)
    if not text:
        return None
    if text.startswith(("no more", "at most", "up to", "as many", "as long")):
        return "EQUAL_OR_LESS"
    if text.startswith(("no less", "at least", "not less")):
        return "EQUAL_OR_MORE"
    if "more than" in text or text.startswith(("over", "well over", "just over")):
        return "MORE_THAN"
    if text.startswith(("less", "fewer", "under", "nearly", "almost", "just under")):
        return "LESS_THAN"
    return (
        "APPROX"
        if text.startswith(("about", "around", "approx", "rough", "circa", "c", "some", "close"))
        else None
    )

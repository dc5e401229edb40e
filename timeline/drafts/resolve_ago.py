"""What "two days ago" and "three weeks later" mean: a length of time away from a date."""

from timeline.dates.periods import Period, finer
from timeline.drafts.english_words import PLURAL
from timeline.drafts.numerals import cardinal
from timeline.drafts.reading import Found, Reading, Setting, dated
from timeline.drafts.units import ANY_UNIT, BACKWARD, UNTOLD_VALUES, goes_on, modifier


def ago(found: Found, setting: Setting) -> Reading | None:  # noqa: C901 - each way a distance is said
    """A length of time before or after a date: as precise as its smallest unit says."""
    unit, way = ANY_UNIT[found.word("unit")], found.words("way")
    count = cardinal(found.words("count"))
    if way[0] == "on" or (way in (("before",), ("after",)) and goes_on(found)):
        return None
    told = way[0] not in ("ago", "hence") and way[:2] not in (
        ("from", "now"),
        ("from", "today"),
        ("from", "tomorrow"),
        ("from", "yesterday"),
    )
    here = setting.there if told or setting.narrative else setting.here
    if way[-1] in ("today", "now", "tomorrow", "yesterday"):
        here = setting.dateline or here
    step = {"tomorrow": 1, "yesterday": -1}.get(way[-1], 0)
    sign = -1 if way[0] in BACKWARD or way[:2] == ("in", "advance") else 1
    if unit in ("hour", "minute", "second") or found.words("count")[:2] in (("half", "a"), ("half", "an")):
        return hours_away(found, setting, sign, unit)
    if here is None:
        return Reading(value="PAST_REF" if sign < 0 else "FUTURE_REF", reason="there is no date to lean on")
    mod = modifier(found.words("some"))
    if count is None:
        return Reading(value=about_when(here, unit), reason="how many is not said", anchor=here)
    moved = moved_by(here.shift(step) if here.unit == "day" else here, sign * count, unit)
    if moved is None:
        return None
    smallest = unit
    for extra in ("2", "3"):
        if found.has("count" + extra):
            if ANY_UNIT[found.word("unit" + extra)] in ("hour", "minute", "second"):
                continue  # they move no day that is told
            smallest = ANY_UNIT[found.word("unit" + extra)]
            more = moved_by(
                moved,
                sign * (cardinal(found.words("count" + extra)) or 1),
                smallest,
            )
            moved = more or moved
    words = f"{found.raw('count')} {found.word('unit')} {'before' if sign < 0 else 'after'} {'the date told last' if told else 'the dateline'}"
    if smallest == "fortnight":
        smallest = "week"
    if way[-1] in ("today", "now", "tomorrow", "yesterday") and moved.unit == "day":
        return dated(moved, words, anchor=here, mod=mod)
    period = moved if finer(smallest, moved.unit) or moved.unit == smallest else moved.within(smallest)
    if finer(smallest, here.unit) and smallest not in ("decade", "century"):
        return Reading(
            value=UNTOLD_VALUES.get(smallest, "XXXX") if smallest != "day" else f"{here.value[:7]}-XX",
            reason="no day is told",
            anchor=here,
        )
    return dated(
        period,
        words,
        anchor=here,
        edtf=moved.edtf if period.unit == "week" and moved.unit == "day" else None,
        mod={
            "MORE_THAN": "BEFORE" if sign < 0 else "AFTER",
            "LESS_THAN": "AFTER" if sign < 0 else "BEFORE",
        }.get(mod or "", mod),
    )


def about_when(here: Period, unit: str) -> str:
    """TIMEX3's text for an uncounted step away: its year, and the unit unsaid."""
    text = UNTOLD_VALUES.get(unit, "XXXX")
    return (
        f"{here.value[:7]}-XX"
        if unit == "day" and here.unit in ("day", "month")
        else here.value[:4] + text[4:]
        if unit in ("week", "month") and here.year > 0
        else text
    )


def moved_by(here: Period, count: float, unit: str) -> Period | None:
    """The period `count` units away; halves of years and months count in the next smaller unit."""
    if unit in ("half", "semester"):
        count, unit = count * 6, "month"
    if count != int(count):
        smaller = {
            "year": ("month", 12),
            "decade": ("year", 10),
            "century": ("year", 100),
            "week": ("day", 7),
            "month": ("day", 30),
        }.get(unit)
        if smaller is None:
            return None
        count, unit = round(count * smaller[1]), smaller[0]
    if abs(count) > 100_000:
        return None
    if here.unit != "day" and finer(unit, here.unit):
        return here
    return here.moved(int(count), unit)


def hours_away(found: Found, setting: Setting, sign: int, unit: str) -> Reading | None:
    """Hours and minutes away, from a dateline that knows no hour."""
    here = (
        setting.last_day
        if setting.narrative or "later" in found.words("way") or "earlier" in found.words("way")
        else setting.here
    )
    here = here or setting.here
    if (
        (found.words("count")[:1] == ("half",) and unit not in ("hour", "minute", "second"))
        or here is None
        or here.unit != "day"
    ):
        return Reading(type="TIME", value="PAST_REF" if sign < 0 else "FUTURE_REF", reason="no hour is told")
    return Reading(type="TIME", value=f"{here.value}TXX", period=None, reason="no hour is told", anchor=here)


def loose_ago(found: Found, _setting: Setting) -> Reading | None:
    """Months later, years ago: a length of time that nobody counted."""
    unit, way = PLURAL[found.word("unit")], found.words("way")
    if way in (("before",), ("after",)) and goes_on(found):
        return None
    if way[0] == "ago":
        return Reading(value="PAST_REF", reason="how many is not said")
    return Reading(value=UNTOLD_VALUES.get(unit, "XXXX"), reason="how many is not said")

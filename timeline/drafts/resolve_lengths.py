"""What lengths of time, repeated times and vague times mean: DURATION, SET, and the three REFs of TIMEX3."""

from dataclasses import replace

from timeline.dates.periods import Period
from timeline.drafts.english_words import (
    ANYDAY,
    ANYSEASON,
    FREQUENCY,
    FUTURE,
    MONTH,
    PART,
    PAST,
    PRESENT,
    UNIT,
    WEEKDAYS,
)
from timeline.drafts.numerals import cardinal
from timeline.drafts.reading import AHEAD, Found, Reading, Setting, dated
from timeline.drafts.units import _SMALL, ANY_UNIT, duration, modifier


def length(found: Found, setting: Setting) -> Reading | None:
    """A counted length of time; "in two weeks" from the dateline is a date when what is said lies ahead."""
    unit = ANY_UNIT[found.word("unit")]
    words = found.words("count")
    before, after = found.before(), found.after()
    first = found.tokens.word(found.first).lower()
    if found.has("half"):
        return Reading(type="DURATION", value=duration(1.5, unit), reason="a length of time")
    count = cardinal(words)
    if words in (("a",), ("an",)) and (
        before in ("such", "what", "once", "twice", "times")
        or (unit == "day" and before not in {"in", "for"})
        or unit in ("second", "quarter", "half", "weekend", "minute")
    ):
        return None
    if unit == "quarter" and (
        (words[:1] and words[0] in ("three", "3", "a", "one")) or after in ("of", "million", "billion")
    ):
        return None
    if unit == "second" and not words[0].isdigit() and count != 2 and found.word("unit") == "second":
        return None
    if (
        first == "the"
        and not found.has("some")
        and (found.word("unit") in UNIT or found.tokens.codes[found.end : found.end + 1] == "W")
    ):
        return None  # "the ten-year plan": the length begins after the article
    if first == "the" and found.word("unit") in ("day", "year", "month", "week") and words[:1] == ("one",):
        return None
    value = duration(count, unit)
    if found.has("count2"):
        more = duration(cardinal(found.words("count2")), ANY_UNIT[found.word("unit2")])
        value += more[1:] if not ("T" in value and "T" in more) else more[2:]
    mod = modifier(found.words("some"))
    here = setting.here
    whole = count is not None and count == int(count) and unit not in _SMALL and unit != "half"
    timely = after in ("'", "'s", "’s", "’") and found.tokens.word(found.end + 1).lower() == "time"
    if (
        before == "in"
        and not setting.narrative
        and here
        and here.unit == "day"
        and whole
        and not found.has("count2")
        and found.tokens.codes[found.end - 1] != "-"
    ) and (
        timely
        or (
            setting.tense(found.tokens, found.first, found.end) == AHEAD
            and after not in ("of", "'", "-")
            and not found.raw("count").endswith("-")
        )
    ):
        moved = here.moved(int(count or 0), "week" if unit == "weekend" else unit)
        return dated(
            moved if unit in ("day", "week", "fortnight") else moved.within(unit),
            f"{found.raw('count')} {found.word('unit')} after the dateline",
            anchor=here,
            mod=mod,
        )
    return Reading(type="DURATION", value=value, mod=mod, reason="a length of time")


def span_of(found: Found, setting: Setting) -> Reading | None:
    """The last two weeks, the next six months: a length that ends or begins at a date."""
    unit = ANY_UNIT[found.word("unit")]
    count = cardinal(found.words("count"))
    way = found.word("way")
    if way in ("first", "final", "other") and found.words("count")[:1] in (("a",), ("an",)):
        return None
    mod = modifier(found.words("some"))
    reading = Reading(
        type="DURATION",
        value=duration(count, unit),
        mod=mod,
        reason=f"a length of time, the {way} of its kind",
    )
    here = setting.dateline
    if setting.narrative or here is None or count is None or mod or count != int(count) or count > 1000:
        return reading
    span = _span_from(here, int(count), unit, way)
    return replace(reading, edtf=span, anchor=here) if span else reading


def _span_from(here: Period, count: int, unit: str, way: str) -> str | None:
    """The days of "the last two weeks" and "the next six months", up to the dateline or from the day after it."""
    back = way in ("last", "past", "previous", "preceding")
    if not back and way not in ("next", "coming", "ensuing", "upcoming"):
        return None
    if unit == "quarter":
        own = here.within("quarter")
        first, last = (own.shift(-count), own.shift(-1)) if back else (own.shift(1), own.shift(count))
        return f"{first.within('month').edtf}/{Period('day', last.last_day).within('month').edtf}"
    if unit not in ("day", "week", "month", "year", "fortnight", "decade"):
        return None
    if back:
        return f"{here.moved(-count, unit).edtf}/{here.edtf}"
    return f"{here.shift(1).edtf}/{here.moved(count, unit).edtf}"


def loose_span(found: Found, _setting: Setting) -> Reading | None:
    """Recent years, the coming weeks."""
    words = found.tokens.words(found.first, found.end)
    if "recent" in words or "past" in words or "previous" in words:
        return Reading(value="PAST_REF", reason="a past that nobody measured")
    if "coming" in words or "next" in words or "future" in words:
        return Reading(value="FUTURE_REF", reason="a future that nobody measured")
    return Reading(type="DURATION", value=duration(None, ANY_UNIT[words[-1]]), reason="how many is not said")


def loose_length(found: Found, _setting: Setting) -> Reading | None:
    """For years; a months-long siege."""
    words = found.tokens.words(found.first, found.end)
    unit = ANY_UNIT.get(found.word("unit"), "day")
    if words[-1] in ("long", "old"):
        plural = found.word("unit").endswith("s")
        if found.word("unit") == "night" or (not plural and found.before() == "-"):
            return None
        return Reading(
            type="DURATION", value=duration(None if plural else 1, unit), reason="a length of time"
        )
    if words[0] == "the" or (
        len(words) == 1
        and found.before() not in ("for", "of", "in", "after", "over", "within", "take", "took")
    ):
        return None
    if len(words) == 1 and found.before() in ("of", "in", "over", "within") and found.after() in ("of", "to"):
        return None
    return Reading(type="DURATION", value=duration(None, unit), reason="how many is not said")


def every(found: Found, _setting: Setting) -> Reading | None:
    """Every Monday, each year, twice a week."""
    word = found.raw("unit")
    low = word.lower()
    if low in PART:
        return Reading(type="SET", value=f"XXXX-XX-XXT{PART[low]}", reason="again and again")
    if word in ANYDAY or low in ANYDAY:
        return Reading(
            type="SET", value=f"XXXX-WXX-{ANYDAY.get(word, ANYDAY.get(low, 0)) + 1}", reason="again and again"
        )
    if low in ANYSEASON:
        return Reading(
            type="SET", value=f"XXXX-{('SP', 'SU', 'FA', 'WI')[ANYSEASON[low] - 1]}", reason="again and again"
        )
    if word in MONTH or low in MONTH:
        return Reading(
            type="SET", value=f"XXXX-{MONTH.get(word, MONTH.get(low, 0)):02d}", reason="again and again"
        )
    words = found.tokens.words(found.first, found.end)
    if words[0] == "per" or (words[0] in ("each", "every") and len(words) == 2 and low.endswith("s")):
        return None
    count = cardinal(found.words("count")) if found.has("count") else 2.0 if "other" in words else 1.0
    return Reading(type="SET", value=duration(count, ANY_UNIT[low]), reason="again and again")


def often(found: Found, _setting: Setting) -> Reading | None:
    """Daily, annual."""
    if found.word("word") == "daily" and found.tokens.word(found.first)[0].isupper():
        return None  # a newspaper
    return Reading(type="SET", value=FREQUENCY[found.word("word")], reason="again and again")


def weekdays(found: Found, _setting: Setting) -> Reading | None:
    """On Mondays."""
    if found.after() == "'":
        return None
    return Reading(type="SET", value=f"XXXX-WXX-{WEEKDAYS[found.word('day')] + 1}", reason="again and again")


def vague(found: Found, setting: Setting) -> Reading | None:
    """Now, recently, soon."""
    word = found.word("word")
    if (word == "recently" and found.after() == "as") or (
        word == "soon" and (setting.narrative or found.after() in ("after", "as", "became", "before"))
    ):
        return None
    if word == "now" and (found.after() == "-" or found.before() == "-"):
        return None
    return Reading(
        value=(PRESENT | PAST | FUTURE)[word],
        reason={"P": "the writer's own time"}.get("", "said without measure"),
    )


def former(found: Found, setting: Setting) -> Reading | None:
    """Former, which histories mark as a time (TIMEX2's trigger words) and news does not."""
    if not setting.narrative or found.after() in ("and", "of", "or", "was", "were", ",", "."):
        return None
    return Reading(value="PAST_REF", reason="said without measure")


def vague_present(found: Found, _setting: Setting) -> Reading | None:
    """At present, these days."""
    words = found.tokens.words(found.first, found.end)
    if words[-1] == "present" and (
        found.after() in ("to", "a", "the", "at", "in", "for", "-")
        or found.tokens.codes[found.end : found.end + 1] in ("w", "W")
    ):
        return None
    if words == ("the", "moment") and found.before() not in ("at", "for"):
        return None
    return Reading(value="PRESENT_REF", reason="said without measure")


def vague_past(found: Found, _setting: Setting) -> Reading | None:
    """The past, recent years."""
    words = found.tokens.words(found.first, found.end)
    if (
        words[-1] == "past"
        and words[0] == "the"
        and found.before() != "in"
        and found.after()
        not in (
            "",
            ".",
            ",",
            ";",
            ")",
            "and",
            "as",
            "have",
            "has",
            "was",
            "when",
            "but",
            "we",
            "that",
            "to",
            "\n",
            "?",
            "!",
        )
    ):
        return None
    return Reading(value="PAST_REF", reason="said without measure")


def vague_future(_found: Found, _setting: Setting) -> Reading | None:
    """The near future, coming weeks."""
    return Reading(value="FUTURE_REF", reason="said without measure")


def vague_time(found: Found, setting: Setting) -> Reading | None:
    """That time, the same time: the time told last."""
    words = found.tokens.words(found.first, found.end)
    if words[-1] in ("time", "period") and found.before() not in (
        "at",
        "by",
        "since",
        "until",
        "from",
        "in",
        "during",
        "before",
        "after",
        "about",
    ):
        return None
    if words[-1] != "time" or found.after() in ("zone", "of", "around"):
        return None
    there = setting.there
    if not setting.narrative or there is None or words == ("the", "same", "time"):
        return None
    return replace(dated(there, "the date told last", anchor=there))

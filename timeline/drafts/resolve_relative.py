"""What expressions that lean on another date mean: "last week", "two days later", "on Friday"."""

from timeline.dates.calendar import weekday
from timeline.dates.periods import Period
from timeline.drafts.english_words import ANYSEASON, DEICTIC, MONTH, UNIT
from timeline.drafts.reading import AHEAD, Found, Reading, Setting, dated
from timeline.drafts.units import TOLD, UNTOLD_VALUES, goes_on, one_unit, step_of


def deictic(found: Found, setting: Setting) -> Reading | None:
    """Today, yesterday, tomorrow: days around the dateline, or around the day told last."""
    word = found.word("word")
    step = DEICTIC[word]
    if word == "today" and setting.narrative:
        return Reading(value="PRESENT_REF", reason="the writer's own day")
    here = setting.here
    if here is None or here.unit != "day":
        return Reading(value="PRESENT_REF" if step == 0 else "XXXX-XX-XX", reason="there is no dateline")
    names = {0: "the dateline", -1: "the day before the dateline", 1: "the day after the dateline"}
    day = here.shift(step)
    if word == "tonight":
        return Reading(
            type="TIME",
            value=f"{day.value}TNI",
            period=day,
            clock="TNI",
            edtf=day.edtf,
            reason="night of the dateline",
            anchor=here,
        )
    return dated(day, names[step], anchor=here)


def deictic_far(found: Found, setting: Setting) -> Reading | None:
    """The day before yesterday, the day after tomorrow."""
    here = setting.here
    if here is None or here.unit != "day":
        return None
    return dated(here.shift(2 if found.has("word") else -2), "two days from the dateline", anchor=here)


def this_unit(found: Found, setting: Setting) -> Reading | None:
    """This week, the current year."""
    return stepped(found, setting, 0, setting.here, "the dateline")


def last_unit(found: Found, setting: Setting) -> Reading | None:
    """Last week; the previous year, which is the one before the year told last."""
    word = found.word("step")
    told = word in TOLD or setting.narrative
    if lasting(found) or found.after() == "of":
        return past_unit(found, setting)
    if (
        word == "last"
        and found.tokens.word(found.first).lower() == "the"
        and not setting.narrative
        and found.word("unit") not in ("quarter", "week")
    ):
        unit = found.word("unit")
        return Reading(
            type="DURATION", value=one_unit(UNIT[unit]), reason="a length of time up to the dateline"
        )
    return stepped(
        found,
        setting,
        -1,
        setting.there if told else setting.here,
        "the date told last" if told else "the dateline",
    )


def next_unit(found: Found, setting: Setting) -> Reading | None:
    """Next week; the following day, which is the one after the day told last."""
    words = found.words("step")
    step = 2 if words == ("after", "next") else -2 if words == ("before", "last") else step_of(words)
    told = (
        (bool(TOLD & set(words)) and abs(step) == 1)
        or setting.narrative
        or (found.word("unit") == "day" and "next" in words)
    )
    if words in (("after",), ("before",), ("later",)) and found.word("unit") in (
        "decade",
        "century",
        "quarter",
    ):
        return None
    if words in (("after",), ("before",)) and goes_on(found):
        return None
    if lasting(found):
        return past_unit(found, setting)
    return stepped(
        found,
        setting,
        step,
        setting.there if told else setting.here,
        "the date told last" if told else "the dateline",
    )


def lasting(found: Found) -> bool:
    """Whether "the next year" is a length: for, over, within the next year."""
    return (
        found.word("unit") not in ("day", "quarter", "weekend")
        and found.words("step") in (("next",), ("last",), ("following",), ("coming",), ("previous",))
        and found.before() in ("for", "over", "within", "throughout")
        and found.tokens.word(found.first).lower() == "the"
    )


def year_ago(found: Found, setting: Setting) -> Reading | None:
    """The year-ago quarter: the dateline's year before."""
    here = setting.here
    if here is None:
        return None
    unit = UNIT[found.word("unit")]
    return dated(here.within(unit).shift(-1), f"the {unit} before the dateline's", anchor=here)


def year_end(found: Found, setting: Setting) -> Reading | None:
    """At year-end: the end of the dateline's year."""
    here = setting.here
    if here is None:
        return None
    own = here.within(UNIT[found.word("unit")])
    return dated(own, "the end of the dateline's own", anchor=here, mod="END")


def same_period(found: Found, setting: Setting) -> Reading | None:
    """The same period last year: what was told last, in another year."""
    here, there = setting.here, setting.last
    year = int(found.word("year")) if found.has("year") else here.year - 1 if here else None
    named = found.word("unit")
    if (
        here is not None
        and year is not None
        and named in ("month", "quarter")
        and (there is None or there.unit != named)
    ):
        there = here.within(named)
    if there is None or year is None or there.unit not in ("day", "month", "quarter", "half", "week"):
        return None if year is None else dated(Period("year", year), "the year named", anchor=here)
    if there.unit == "week":
        return dated(
            there.moved(52 * (year - there.year), "week"), "the week told last, in that year", anchor=there
        )
    return dated(
        there.moved(year - there.year, "year"), f"the {there.unit} told last, in that year", anchor=there
    )


def same_unit(found: Found, setting: Setting) -> Reading | None:
    """That year, the same day: of the date told last."""
    return stepped(found, setting, 0, setting.there, "the date told last")


def the_unit(found: Found, setting: Setting) -> Reading | None:
    """The day, the week: the dateline's own, where nothing else is named."""
    unit = UNIT[found.word("unit")]
    after = found.after()
    if setting.narrative and (unit not in ("year", "month") or found.before() not in ("of", "in")):
        return None
    if (
        after in ("of", "that", "when", "after", "before", "to", "in", "will", "they", "he", "we")
        or after == "-"
    ):
        return None
    here = setting.here
    if unit == "weekend" and here and here.unit == "day":
        step = (
            -1
            if weekday(here.index) < 5 and setting.tense(found.tokens, found.first, found.end) != AHEAD
            else 0
        )
        return dated(here.within("weekend").shift(step), "the weekend nearest the dateline", anchor=here)
    if unit == "quarter":
        told = setting.last
        return (
            None
            if told is None or told.unit != "quarter"
            else dated(told, "the quarter told last", anchor=told)
        )
    if found.match.end() - found.match.start() < 2 or unit in ("decade", "century", "quarter", "weekend"):
        return None
    if unit == "day":
        here = setting.told_nearby(found.tokens, found.first) or here
    if unit != "day" and found.before() not in (
        "in",
        "of",
        "for",
        "during",
        "on",
        "over",
        "through",
        "throughout",
        "within",
    ):
        return None
    return stepped(found, setting, 0, here, "the dateline")


def stepped(found: Found, setting: Setting, step: int, here: Period | None, what: str) -> Reading | None:
    """The unit `step` units away from the one that holds `here`; `what` names `here` in the reason."""
    unit = UNIT[found.word("unit")]
    if unit in ("hour", "minute"):
        return None
    if here is None:
        return Reading(value=UNTOLD_VALUES.get(unit, "XXXX"), reason="there is no date to lean on")
    if unit == "day" and here.unit != "day":
        day = setting.last_day
        if day is None:
            return Reading(
                value=f"{here.value}-XX" if here.unit == "month" else "XXXX-XX-XX",
                reason="no day is told",
                anchor=here,
            )
        here = day
    if unit in ("week", "weekend") and here.unit not in ("day", "week", "weekend"):
        return Reading(value="XXXX-WXX", reason="no day is told", anchor=here)
    if unit == "month" and here.unit not in ("day", "week", "weekend", "month"):
        return Reading(
            value=f"{here.value}-XX" if here.unit == "year" else "XXXX-XX",
            reason="no month is told",
            anchor=here,
        )
    if unit == "fortnight":
        return dated(here.within("week").shift(2 * step), f"a fortnight from {what}", anchor=here)
    own = here.within(unit)
    words = {0: f"the {unit} of {what}", -1: f"the {unit} before {what}", 1: f"the {unit} after {what}"}
    if unit == "day":
        words[0] = what
    return dated(own.shift(step), words.get(step, f"two {unit}s from {what}"), anchor=here)


def past_unit(found: Found, _setting: Setting) -> Reading | None:
    """The past year: a length of time, not the calendar's year."""
    unit = UNIT[found.word("unit")]
    return Reading(type="DURATION", value=one_unit(unit), reason="a length of time up to the dateline")


def shifted_month(found: Found, setting: Setting) -> Reading | None:
    """Last March, next May, the following June."""
    name = found.raw("month")
    month = MONTH.get(name) or MONTH[name.lower()]
    words = found.words("step")
    here = setting.there if TOLD & set(words) or setting.narrative else setting.here
    if here is None:
        return Reading(value=f"XXXX-{month:02d}", reason="there is no dateline")
    now = (
        here.within("month")
        if here.unit in ("day", "week", "weekend", "month")
        else Period.of_month(here.year, 1)
    )
    step = step_of(words)
    if step == 0:
        return dated(Period.of_month(here.year, month), "that month of the same year", anchor=here)
    back = now.shift(-((now.index - (month - 1) - 1) % 12 + 1))
    target = back if step < 0 else back.shift(12 if back.shift(12) > now else 24)
    if step < 0 and "last" not in words and "past" not in words and here.unit == "year":
        target = Period.of_month(here.year - 1, month)
    return dated(
        target,
        "the latest such month before the dateline" if step < 0 else "the next such month",
        anchor=here,
    )


def shifted_season(found: Found, setting: Setting) -> Reading | None:
    """Last summer, this spring, the following winter."""
    number, words = ANYSEASON[found.word("season")], found.words("step")
    here = setting.there if TOLD & set(words) or setting.narrative else setting.here
    if here is None:
        return None
    now = (
        here.within("season")
        if here.unit in ("day", "week", "weekend", "month", "season")
        else Period.of_year(here.year, "season", 1)
    )
    step = step_of(words)
    back = now.shift(-((now.index - (number - 1)) % 4))
    if step == 0:
        year = Period.of_year(here.year, "season", number)
        return dated(back if back == now else year, "that season of the same year", anchor=here)
    if step < 0:
        return dated(
            back if back != now else back.shift(-4), "the latest such season before the dateline", anchor=here
        )
    return dated(back.shift(4), "the next such season", anchor=here)


def earlier_in(found: Found, setting: Setting) -> Reading | None:
    """Later in the day."""
    here = (
        setting.last_day
        if setting.narrative
        else setting.told_nearby(found.tokens, found.first) or setting.here
    )
    if here is None or here.unit != "day" or found.match.end() - found.match.start() < 2:
        return None
    if found.tokens.word(found.end - 1).lower() in ("morning", "evening"):
        code = "MO" if found.tokens.word(found.end - 1).lower() == "morning" else "EV"
        return Reading(
            type="TIME",
            value=f"{here.value}T{code}",
            period=here,
            clock=f"T{code}",
            edtf=here.edtf,
            reason="part of the dateline's day",
            anchor=here,
        )
    way = "END" if found.tokens.word(found.first).lower() == "later" else "START"
    return dated(here, "the dateline" if not setting.narrative else "the day told last", anchor=here, mod=way)

"""What weekdays mean: before or after the dateline, by tense."""

from timeline.dates.calendar import weekday
from timeline.drafts.english_words import ANYDAY
from timeline.drafts.numerals import ordinal
from timeline.drafts.reading import AHEAD, Found, Reading, Setting, dated
from timeline.drafts.units import TOLD, WEEKDAY_NAMES, step_of


def weekday_of(word: str) -> int:
    """Monday 0 to Sunday 6, by a full or shortened name."""
    return ANYDAY.get(word, ANYDAY.get(word.capitalize(), ANYDAY.get(word.lower(), 0)))


def shifted_weekday(found: Found, setting: Setting) -> Reading | None:
    """Last Friday, this Sunday, the following Monday."""
    number, words = weekday_of(found.raw("day").rstrip(".")), found.words("step")
    told = bool(TOLD & set(words)) or setting.narrative
    here = (setting.last_day if told else None) or (
        setting.here if setting.here and setting.here.unit == "day" else setting.dateline
    )
    if here is None:
        return Reading(value=f"XXXX-WXX-{number + 1}", reason="there is no dateline")
    behind = (weekday(here.index) - number) % 7
    name = WEEKDAY_NAMES[number]
    if words[-1] in ("same", "that"):
        return dated(here.shift(-behind), f"{name} told last", anchor=here)
    if words[-1] in ("last", "past", "previous", "preceding", "prior"):
        return dated(
            here.shift(-(behind or 7)),
            f"the {name} before {'the date told last' if told else 'the dateline'}",
            anchor=here,
        )
    ahead = (number - weekday(here.index)) % 7
    if words == ("next",) and not told:
        return dated(
            here.within("week").shift(1).within("day").shift(number),
            f"{name} of the week after the dateline's",
            anchor=here,
        )
    if words == ("this",):
        return dated(
            here.within("week").within("day").shift(number), f"{name} of the dateline's week", anchor=here
        )
    return dated(
        here.shift(ahead or 7),
        f"the {name} after {'the date told last' if told else 'the dateline'}",
        anchor=here,
    )


def bare_weekday(found: Found, setting: Setting) -> Reading | None:
    """A weekday alone: the dateline's own day or the latest before it; in the future tense the first from it on."""
    raw = found.raw("day").rstrip(".")
    if (raw.islower() and len(raw) < 6) or (
        raw.lower() in ("sun", "sat", "mon", "wed", "fri")
        and found.before()
        not in ("on", "last", "this", "next", "by", "since", "until", ",", "from", "to", "-")
    ):
        return None
    number = weekday_of(raw)
    here = setting.last_day if setting.narrative else setting.here
    if here is None or here.unit != "day":
        return Reading(value=f"XXXX-WXX-{number + 1}", reason="there is no dateline")
    name = WEEKDAY_NAMES[number]
    if setting.narrative:
        return dated(
            here.shift((number - weekday(here.index)) % 7),
            f"the {name} on or after the day told last",
            anchor=here,
        )
    week = setting.last
    if (
        week is not None
        and week.unit == "week"
        and setting.told_at >= 0
        and not set(found.tokens.words(setting.told_at, found.first)) & {".", "\n", ";"}
    ):
        return dated(week.within("day").shift(number), f"{name} of the week told before", anchor=here)
    behind = (weekday(here.index) - number) % 7
    tense = setting.tense(found.tokens, found.first, found.end)
    if behind == 0:
        return dated(here, "weekday of the dateline itself", anchor=here)
    if tense == AHEAD:
        return dated(here.shift(7 - behind), "weekday after the dateline, in the future tense", anchor=here)
    return dated(here.shift(-behind), "weekday before the dateline", anchor=here)


def weekday_number(found: Found, setting: Setting) -> Reading | None:
    """Tuesday the eleventh: the nearest eleventh that is a Tuesday."""
    number, day = weekday_of(found.raw("day").rstrip(".")), ordinal(found.words("number"))
    here = setting.here
    if here is None or here.unit != "day" or day is None or not 1 <= day <= 31:
        return None
    if (
        found.tokens.codes[found.end : found.end + 1] in ("w", "W")
        and found.tokens.codes[found.match.start("number")] != "D"
    ):
        return None  # "on Tuesday the first machines were sold"
    months = [here.within("month").shift(step) for step in (0, 1, -1, 2, -2, 3, -3)]
    days = [
        month.within("day").shift(day - 1) for month in months if day <= month.last_day - month.first_day + 1
    ]
    fitting = next((one for one in days if weekday(one.index) == number), None)
    return (
        dated(fitting, f"the nearest such day that is a {WEEKDAY_NAMES[number]}", anchor=here)
        if fitting
        else None
    )


def week_and_day(found: Found, setting: Setting) -> Reading | None:
    """Monday of last week, next week Friday."""
    here = setting.here
    number = weekday_of(found.raw("day").rstrip("."))
    if here is None or here.unit not in ("day", "week"):
        return Reading(value=f"XXXX-WXX-{number + 1}", reason="there is no dateline")
    step = step_of(found.words("step"))
    day = here.within("week").shift(step).within("day").shift(number)
    return dated(
        day,
        f"{WEEKDAY_NAMES[number]} of the week {('before ', 'of ', 'after ')[step + 1]}the dateline",
        anchor=here,
    )

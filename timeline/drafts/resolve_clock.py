"""What times of the day mean: clock times with zones, and mornings, evenings and nights."""

from timeline.dates.periods import Period
from timeline.drafts.english_words import EARLY_LATE, MERIDIEM, ONES, PART, ZONE
from timeline.drafts.reading import AHEAD, Found, Reading, Setting
from timeline.drafts.word_lists import word_list


def clock_text(words: tuple[str, ...]) -> tuple[str, str] | None:
    """TIMEX3's text for a clock time, and EDTF's, which needs seconds.

    >>> clock_text(("3", "p.m", ".")), clock_text(("14:58", "utc")), clock_text(("0800", "utc")), clock_text(("midnight",))
    (('T15:00', 'T15:00:00'), ('T14:58Z', 'T14:58:00Z'), ('T08:00Z', 'T08:00:00Z'), ('T24:00', 'T24:00:00'))
    """
    first = words[0]
    if first == "noon":
        return "T12:00", "T12:00:00"
    if first == "midnight":
        return "T24:00", "T24:00:00"
    if len(words) == 3 and words[1] in ("+", "-"):
        return _offset_clock(first, words[1], words[2])
    half = next((MERIDIEM[word] for word in words if word in MERIDIEM), None)
    zone = next((ZONE.get(word.upper(), "") for word in words[1:] if word in ZONE), "")
    first = first.replace(".", ":")
    said = first.split(":") if first[:1].isdigit() else [str(ONES.get(first, 0))]
    if not all(piece.isdecimal() for piece in said):
        return None  # 1,200 a.m.
    pieces = [int(piece) for piece in said]
    if len(first) == 4 and first.isdigit():
        pieces = [int(first[:2]), int(first[2:])]
    hour, minute = pieces[0], pieces[1] if len(pieces) > 1 else 0
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    if minute > 59 or pieces > [24, 0, 0]:
        return None
    second = f":{pieces[2]:02d}" if len(pieces) > 2 else ""
    text = f"T{hour:02d}:{minute:02d}{second}"
    universal = zone if zone == "Z" else ""  # TIMEX3 writes no other zone; EDTF writes its offset
    return f"{text}{universal}", f"{text}{'' if second else ':00'}{zone}"


def _offset_clock(clock: str, sign: str, offset: str) -> tuple[str, str] | None:
    """A time with its distance from UTC, as mail headers write it: 17:05:00 +0300; None for 8:30 - 2018."""
    minutes = 60 * int(offset[:2]) + int(offset[2:])
    if int(clock.partition(":")[0]) > 23 or offset[2:] > "59" or minutes > (840 if sign == "+" else 720):
        return None
    zone = "Z" if offset == "0000" else f"{sign}{offset[:2]}:{offset[2:]}"
    full = clock.zfill(5 if clock.count(":") == 1 else 8)
    return f"T{full}{zone}", f"T{full if full.count(':') > 1 else full + ':00'}{zone}"


def clock(found: Found, setting: Setting) -> Reading | None:
    """A clock time, of the dateline's day or the day told last."""
    if found.has("time"):
        words = found.words("time")
        if words[0] in ("noon", "midnight") and found.before() == "high":
            return None
        times = clock_text(words)
    else:
        hour = _number(found.word("hour"))
        minutes = (
            _number(found.word("minutes"))
            if found.has("minutes")
            else 30
            if found.tokens.word(found.first).lower() == "half"
            else 15
        )
        if hour is None or minutes is None or minutes > 59 or hour > 24:
            return None
        if found.word("side") == "to":
            if minutes == 30:
                return None
            hour, minutes = hour - 1, 60 - minutes
        times = clock_text(
            (
                f"{hour}:{minutes:02d}",
                *found.words("hour"),
                *(w for w in found.tokens.words(found.first, found.end) if w in MERIDIEM),
            )
        )
    if times is None:
        return None
    here = _day(setting)
    if here is None:
        return Reading(
            type="TIME", value=f"XXXX-XX-XX{times[0]}", clock=times[0], reason="there is no dateline"
        )
    return at_time(here, times[0], times[1], "time of the dateline's day", here)


def at_time(day: Period, value: str, edtf: str, reason: str, anchor: Period | None) -> Reading:
    """A time within a day. Midnight as 24:00 is left to the day: which end of it is meant is seldom said."""
    text = f"{day.edtf}{edtf}" if not edtf.startswith("T24") else day.edtf
    return Reading(
        type="TIME", value=day.value + value, period=day, clock=value, edtf=text, reason=reason, anchor=anchor
    )


def in_part(day: Period, part: str, reason: str, anchor: Period | None, mod: str | None = None) -> Reading:
    """A part of a day, which EDTF can only date to the day."""
    return Reading(
        type="TIME",
        value=f"{day.value}T{part}",
        period=day,
        clock=f"T{part}",
        edtf=day.edtf,
        mod=mod,
        reason=reason,
        anchor=anchor,
    )


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else ONES.get(word)


def _day(setting: Setting) -> Period | None:
    here = setting.last_day if setting.narrative else setting.here
    return here if here and here.unit == "day" else None


def day_part(found: Found, setting: Setting) -> Reading | None:
    """Last night, this morning, the next evening."""
    words = found.words("word") or found.words("step")
    told = (
        words[-1] in ("that", "same", "next", "following", "previous") and words[0] != "next"
    ) or setting.narrative
    here = setting.last_day if told and setting.last_day else setting.here
    if here is None or here.unit != "day":
        return Reading(
            type="TIME",
            value=f"XXXX-XX-XXT{PART.get(found.word('part'), 'NI')}",
            reason="there is no dateline",
        )
    step = {"last": -1, "yesterday": -1, "previous": -1, "next": 1, "following": 1, "tomorrow": 1}.get(
        words[-1] if words[0] != "last" else "last", 0
    )
    part = PART[found.word("part")] if found.has("part") else "NI"
    mod = EARLY_LATE.get(found.word("edge")) if found.has("edge") else None
    return in_part(
        here.shift(step),
        part,
        f"part of {('the day before', 'the day of', 'the day after')[step + 1]} the {'date told last' if told else 'dateline'}",
        here,
        mod,
    )


def loose_part(found: Found, setting: Setting) -> Reading | None:
    """In the morning, at night: of the dateline's day or the day told last."""
    before, after = found.before(), found.after()
    article = found.tokens.word(found.first).lower() == "the"
    if (
        found.word("part") in ("dusk", "sunset", "sunrise")
        and not article
        and before not in ("at", "by", "before", "after")
    ):
        return None
    if (
        not article
        and before not in word_list("at by in before after until since of during from this late early on")
        and not found.has("edge")
    ):
        return None
    if after in (
        "sky",
        "club",
        "school",
        "watch",
        "fighter",
        "shift",
        "life",
        "post",
        "'s",
        "times",
        "news",
    ) or found.word("part").endswith("s"):
        return None
    if found.word("part") == "dawn" and after == "of":
        return None
    here = (None if setting.narrative else setting.told_nearby(found.tokens, found.first)) or _day(setting)
    mod = EARLY_LATE.get(found.word("edge")) if found.has("edge") else None
    if here is None:
        return Reading(
            type="TIME", value=f"XXXX-XX-XXT{PART[found.word('part')]}", mod=mod, reason="no day is told"
        )
    ahead = setting.tense(found.tokens, found.first, found.end) == AHEAD
    return in_part(
        here,
        PART[found.word("part")],
        "part of the dateline's day" if not ahead else "part of the day",
        here,
        mod,
    )

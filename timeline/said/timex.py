"""What TIMEX3 (TimeML 1.2.1) writes for what was said: its type, value and mod."""

from collections.abc import Mapping
from typing import Literal

from timeline.dates.periods import SEASONS, Period
from timeline.said.frozen import Frozen
from timeline.said.measures import Fiscal, Lasts, Often, Vaguely
from timeline.said.nearest import KINDS, kind_of
from timeline.said.values import (
    APPROXIMATE,
    WITHIN_DAY,
    Away,
    Clock,
    Feast,
    Fields,
    Length,
    Near,
    Night,
    Number,
    Part,
    SoFar,
    Value,
)

Type = Literal["DATE", "TIME", "DURATION", "SET"]

_LETTERS: Mapping[str, str] = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "weekend": "WE", "week": "W", "month": "M", "quarter": "Q",
    "season": "SN", "half": "H", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
_IN_YEARS: Mapping[str, int] = {"decade": 10, "century": 100, "millennium": 1000}
_REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_UNTOLD: Mapping[str, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}  # fmt: skip
_PART_MODS = {(0, 3): "START", (1, 3): "MID", (2, 3): "END", (0, 2): "START", (1, 2): "END"}


class Timex(Frozen):
    """The type, value and mod of an expression."""

    type: Type
    value: str
    mod: str | None = None


def of_period(said: Value, period: Period) -> Timex:
    """What is written for a piece of the calendar, or a part of its day.

    >>> of_period(Part(which=0, count=3, base=Fields(month=3)), Period.of_month(2024, 3))
    Timex(type='DATE', value='2024-03', mod='START')
    """
    part = _in_day(said)
    return Timex(type="TIME" if part else "DATE", value=period.value + part, mod=mod_of(said))


def _in_day(said: Value) -> str:
    """The hour or the part of a day, or of the day that a part is of: early in the morning."""
    if said.clock is not None:
        return clock_text(said.clock)
    if isinstance(said, Part):
        return _in_day(said.base)
    return f"T{said.part}" if said.part else "TNI" if isinstance(said, Night) else ""


def undated(said: Value, here: Period | None) -> Timex:
    """What is written for what is no piece of the calendar, or leans on what was not told (`here`: on too coarse a date).

    >>> undated(Near(weekday=4), None).value, undated(Fields(month=3, day=5), None).value
    ('XXXX-WXX-5', 'XXXX-03-05')
    """
    if isinstance(said, Lasts):
        lengths = [duration(each) for each in said.lengths]
        value = lengths[0] + "".join(
            each[2 if "T" in lengths[0] and "T" in each else 1 :] for each in lengths[1:]
        )
        mod = mod_of(said)
        if said.base is not None:
            mod = "START" if said.way > 0 else "END"
        return Timex(type="DURATION", value=value, mod=mod)
    if isinstance(said, Often):
        return Timex(type="SET", value=_often(said), mod=said.mod or None)
    part = _in_day(said)
    value = _wanting(said, here)
    if isinstance(said, Away) and said.unit in WITHIN_DAY:
        return Timex(type="TIME", value=value)
    if part:
        value = value if value.count("-") == 2 else "XXXX-XX-XX"
    return Timex(type="TIME" if part else "DATE", value=value + part, mod=mod_of(said))


def mod_of(said: Value) -> str | None:
    """What is written of more or less, of a beginning, a middle or an end."""
    if said.mod:
        return said.mod
    if isinstance(said, Part):
        return _PART_MODS.get((said.which, said.count))
    if isinstance(said, SoFar):
        return "START" if said.side < 0 else "END"
    return "APPROX" if said.doubt & APPROXIMATE else None


def duration(length: Length) -> str:
    """What is written for a length.

    >>> [duration(Length(count=count, unit=unit)) for count, unit in ((2, "week"), (None, "month"), (2.5, "year"), (3, "decade"))]
    ['P2W', 'PXM', 'P2.5Y', 'P30Y']
    """
    count, unit = length.count, length.unit
    if unit == "fortnight":
        count, unit = (None if count is None else 2 * count), "week"
    if unit in _IN_YEARS and count is not None:
        count, unit = count * _IN_YEARS[unit], "year"
    if count == 0.5 and unit in ("hour", "year"):
        count, unit = (30, "minute") if unit == "hour" else (6, "month")
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"P{'T' if unit in WITHIN_DAY else ''}{number}{_LETTERS[unit]}"


def clock_text(clock: Clock) -> str:
    """What is written for a time of day: of a zone only that it is universal time.

    >>> clock_text(Clock(hour=3, half=12)), clock_text(Clock(hour=14, minute=58, zone="Z")), clock_text(Clock(hour=24))
    ('T15:00', 'T14:58Z', 'T24:00')
    """
    hour = clock.hour if clock.half is None or clock.hour > 12 else clock.hour % 12 + clock.half
    second = f":{clock.second:02d}" if clock.second is not None else ""
    return f"T{hour:02d}:{clock.minute:02d}{second}{'Z' if clock.zone == 'Z' else ''}"


def _often(said: Often) -> str:
    if said.weekday is not None:
        return f"XXXX-WXX-{said.weekday + 1}"
    if said.month is not None:
        return f"XXXX-{_month(said.month)}"
    if said.every is not None:
        return duration(said.every)
    return f"XXXX-XX-XXT{said.part}"


def _month(month: int) -> str:
    kind = kind_of(month)
    number = month - KINDS[kind]
    if kind == "month":
        return f"{month:02d}"
    return SEASONS[number] if kind == "season" else f"{kind[0].upper()}{number + 1}"


def _wanting(said: Value, here: Period | None) -> str:  # noqa: C901 - one return for each kind of value
    """The value of a date of which something was not told."""
    if isinstance(said, Vaguely):
        return _REFS[said.way] if said.unit is None else _UNTOLD.get(said.unit, "XXXX")
    if isinstance(said, Fiscal):
        return f"FY{said.year.number}" + (f"-Q{said.quarter}" if said.quarter else "")
    if isinstance(said, Fields) and said.month is not None:
        return f"XXXX-{_month(said.month)}" + (f"-{said.day:02d}" if said.day is not None else "")
    if isinstance(said, Near):
        if said.weekday is not None:
            return f"XXXX-WXX-{said.weekday + 1}"
        if said.month is not None:
            return f"XXXX-{_month(said.month)}"
        return _stepless(said.unit or "day", here)
    if isinstance(said, Away):
        if said.unit in WITHIN_DAY and here is not None:
            return f"{here.value}TXX"
        if here is None and said.count < 2 and said.unit == "day":
            return _UNTOLD["day"] if said.count else "PRESENT_REF"
        if here is None:
            return _REFS[said.way]
        return _stepless(said.unit, here)
    if isinstance(said, Number | Feast):
        return "XXXX-XX-XX"
    base = getattr(said, "base", None)
    return _wanting(base, here) if isinstance(base, Value) else "XXXX"


def _stepless(unit: str, here: Period | None) -> str:
    """A unit near `here`, nobody knows which."""
    text = _UNTOLD.get(unit, "XXXX")
    if here is None or here.year <= 0:
        return text
    if unit == "day" and here.unit in ("day", "month"):
        return f"{here.value[:7]}-XX"
    return here.value[:4].ljust(4, "X") + text[4:] if unit in ("week", "month") else text

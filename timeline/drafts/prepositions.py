"""How the words around an expression shape the date we store: "since 2018" is `2018/..`, though its text is `2018`."""

from dataclasses import replace
from typing import NamedTuple

from timeline.dates.periods import Period, finer
from timeline.drafts.reading import Reading
from timeline.drafts.tokens import Tokens

_SINCE = frozenset(("since", "starting", "beginning", "effective"))
_UNTIL = frozenset(("until", "till", "through", "til"))
_GLUE = frozenset(("to", "until", "till", "through", "-", "–", "—", "till"))
_TIMEX_ONLY = frozenset(("DURATION", "SET"))


class Placed(NamedTuple):
    """A reading and the words it covers."""

    first: int
    end: int
    reading: Reading


def shape(tokens: Tokens, placed: list[Placed], dateline: Period | None) -> list[Placed]:
    """The readings with their EDTF shaped by the words around them: since, until, before, after, by, from … to, between."""
    out: list[Placed] = []
    skip = -1
    for number, one in enumerate(placed):
        if number == skip:
            continue
        other = placed[number + 1] if number + 1 < len(placed) else None
        other = _ahead(tokens, one, other, dateline) if other else None
        joined = _joined(tokens, one, other) if other else None
        if joined and other:
            edtf, reason = joined
            out.append(_with(one, edtf, reason))
            out.append(_with(other, edtf, reason))
            skip = number + 1
            continue
        out.append(_shaped(tokens, one))
    return out


def _ahead(tokens: Tokens, one: Placed, other: Placed, dateline: Period | None) -> Placed:
    """The second of two expressions, read as a range needs it: its weekday after the first one's, its "now" the dateline."""
    glue = tokens.words(one.end, other.first)
    first, second = one.reading.period, other.reading.period
    if first is None or not glue or glue[0] not in (*_GLUE, "and") or len(glue) > 2:
        return other
    if other.reading.value == "PRESENT_REF" and dateline is not None and one.reading.explicit:
        if _before(tokens, one.first)[:1] in (("between",), ("from",)):
            now = replace(other.reading, period=dateline, edtf=dateline.edtf, anchor=dateline)
            return other._replace(reading=now)
        return other
    told_behind = other.reading.reason.startswith("weekday before")
    if (
        glue[0] != "and"
        and second is not None
        and second.unit == first.unit == "day"
        and second < first
        and told_behind
    ):
        later = second.shift((first.index - second.index) // 7 * 7 + 7)
        told = "weekday after the one before it"
        return other._replace(
            reading=replace(other.reading, period=later, value=later.value, edtf=later.edtf, reason=told)
        )
    return other


def _with(placed: Placed, edtf: str, reason: str) -> Placed:
    return placed._replace(
        reading=replace(placed.reading, edtf=edtf, reason=f"{placed.reading.reason}; {reason}")
    )


def _dated(reading: Reading) -> bool:
    return reading.period is not None and reading.edtf is not None and reading.type not in _TIMEX_ONLY


def _joined(tokens: Tokens, one: Placed, other: Placed) -> tuple[str, str] | None:
    """The range that two expressions make together, and why."""
    first, second = one.reading.period, other.reading.period
    between = tokens.words(one.end, other.first)
    if (
        not (_dated(one.reading) and _dated(other.reading))
        or first is None
        or second is None
        or not 1 <= len(between) <= 3
    ):
        return None
    before = _before(tokens, one.first)
    if first.first_day > second.last_day or (first == second and one.reading.mod == other.reading.mod):
        return None
    if before[:1] == ("between",) and between[0] in ("and", "&", "-") and len(between) <= 2:
        if first.unit == second.unit and first.unit in ("day", "month", "year"):
            return f"[{first.edtf}..{second.edtf}]", "between two dates"
        return (
            f"[{Period('day', first.first_day).edtf}..{Period('day', second.last_day).edtf}]",
            "between two dates",
        )
    if (between[0] in _GLUE and len(between) <= 2 and between[-1] in (*_GLUE, "the")) or between in (
        (",", "to"),
        ("up", "to"),
    ):
        if (
            between[0] in ("-", "–", "—")
            and tokens.ends[one.end - 1] != tokens.starts[one.end]
            and before[:1] != ("from",)
            and not _alike(first, second)
        ):
            return None
        told = one.reading.explicit and other.reading.explicit
        if (
            between[0] in ("to", "through", "until", "till")
            and before[:1] != ("from",)
            and first.unit != second.unit
            and not told
        ):
            return None
        return f"{_end(one.reading, first)}/{_end(other.reading, second)}", "from one date to another"
    if between == ("or",) and first.unit == second.unit and first.unit in ("day", "month", "year"):
        return f"[{first.edtf},{second.edtf}]", "one of two dates"
    return None


def _alike(first: Period, second: Period) -> bool:
    return first.unit == second.unit


def _end(reading: Reading, period: Period) -> str:
    """One end of an interval: EDTF has no sets there, so a part of a period becomes about that period."""
    if period.unit in ("week", "weekend"):
        return Period("day", period.first_day).edtf
    if reading.edtf and reading.edtf.endswith("~"):
        return reading.edtf
    return period.edtf


def _before(tokens: Tokens, first: int) -> tuple[str, ...]:
    """The words before an expression, nearest first, without articles and hedges."""
    words = [tokens.word(first - step).lower() for step in range(1, 6)]
    while (
        words
        and words[0] in ("the", "at", "least", "about", "around", "early", "late", "as", "on", "in")
        and (
            words[0] not in ("in", "on", "at", "around")
            or words[1:2]
            in (["or"], ["since"], ["from"], ["until"], ["after"], ["before"], ["back"], ["not"])
        )
    ):
        words.pop(0)
    return tuple(words)


def _shaped(tokens: Tokens, placed: Placed) -> Placed:
    reading, period = placed.reading, placed.reading.period
    if period is None or not _dated(reading):
        return placed
    before = _before(tokens, placed.first)
    after = tokens.words(placed.end, min(placed.end + 2, len(tokens.codes)))
    word = before[0] if before else ""
    if (
        word in _SINCE
        or (
            word == "from"
            and (
                after[:1] in (("on",), ("onward",), ("onwards",), ("forward",))
                or before[1:2] == ("starting",)
            )
        )
        or after in (("or", "later"), ("and", "onwards"))
        or (after in (("and", "after"), ("and", "later")) and not tokens.word(placed.end + 2)[:1].isalnum())
        or (word == "from" and after[:1] in ((".",), (",",)) and reading.explicit)
    ):
        if word == "beginning" and tokens.word(placed.first - 1).lower() == "the":
            return placed
        return _with(placed, f"{_end(reading, period)}/..", "since then")
    if word in _UNTIL and (word != "through" or reading.explicit or period.unit in ("day", "month")):
        if word == "until" and before[1:2] == ("not",):
            return placed
        return _with(placed, f"../{_end(reading, period)}", "until then")
    if word in ("before", "after") and reading.clock.startswith("T") and period.unit == "day":
        return _with(placed, period.edtf, "that day")
    if word in ("before", "to") and (word == "before" or before[1:2] == ("prior",)):
        return _with(placed, f"[..{_day_or(period, -1)}]", "before then")
    if word == "after":
        return _with(placed, f"[{_day_or(period, 1)}..]", "after then")
    if word == "by" or before[:4] == ("than", "later", "no") or before[:3] == ("than", "later", "not"):
        return _with(placed, f"[..{_upto(period)}]", "by then")
    return placed


def _day_or(period: Period, step: int) -> str:
    """The neighbour of a period in its own size, as far as EDTF has that size inside brackets."""
    if period.unit in ("day", "month", "year"):
        return period.shift(step).edtf
    if not finer("week", period.unit):
        return Period("day", period.first_day - 1 if step < 0 else period.last_day + 1).edtf
    if period.unit in ("quarter", "half", "season"):
        return (period.within("month").shift(-1) if step < 0 else period.shift(1).within("month")).edtf
    return (period.within("year").shift(-1) if step < 0 else period.shift(1).within("year")).edtf


def _upto(period: Period) -> str:
    return period.edtf if period.unit in ("day", "month", "year") else Period("day", period.last_day).edtf

"""Expressions of time that give one date together, and those that the words around them give another sense than a date's own.

Days joined by "and", a length with the day on which it ended, the hour of a day, the year of a thing, what came later that year.
"""

import re
from collections.abc import Iterator

from timeline.dates.calendar import day_iso
from timeline.drafts.mention import Mention
from timeline.drafts.verbs import verb_roots
from timeline.said.measures import Lasts
from timeline.said.values import Away, Near, Part

_OWNED = r"(?:\b(?:an?|the|its|his|her|their|this|that)|\w['’]s|s['’])\s+$"
_THING = r"(?:\s+(?!(?:in|on|at|by|of|to|for|from|and|or|was|were|is|as|with|had|has)\b)[A-Za-z][\w'’-]*){1,3}?(?=[,.;]|\s+(?:in|on|at|by|of|to|for|from|and|or|was|were|is|as|with|had|has|[a-z]+(?:ed|ing)|that|which|who)\b|$)"
_SIDE = r"\b(after|following|since|before)\s+(?:the|an?|its|their|\w+['’]s)\s+$"
_HOUR_OF = r",?(?:\s+(?:local|Moscow|Beijing|Kyiv|Eastern|time|GMT|UTC|\([^)]{1,16}\)))*,?\s+(?:(?:on|at|about|around)\s+){0,2}"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def together(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The expressions of a sentence, those that are one date made one: all of "April 24 and 25"; the time that "two years until March" ends."""
    out: list[Mention] = []
    for mention in _without_hours(text, mentions):
        before = out[-1] if out else None
        if before is not None and _joined(text, before, mention):
            days = [*(before.edtf or "").strip("{}").split(","), mention.edtf or ""]
            out[-1] = mention._replace(
                start=before.start,
                text=text[before.start : mention.end],
                edtf="{" + ",".join(days) + "}",
                anchor=mention.anchor or before.anchor,
            )
        elif before is not None and (lasted := _lasted(text, before, mention)):
            out.append(mention._replace(edtf=lasted))
        else:
            out.append(_later(_after_a_thing(text, mention)))
    return tuple(out)


def _without_hours(text: str, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """The expressions without an hour beside the day that it is of, which no rule joined: "at 6 p.m. local time on Thursday"."""
    for at, mention in enumerate(mentions):
        hour = isinstance(mention.said, Away) and mention.said.clock is not None and not mention.said.count
        beside = (*mentions[max(0, at - 1) : at], *mentions[at + 1 : at + 2]) if hour else ()
        if not any(
            one.period is not None
            and one.period.unit == "day"
            and one.said.clock is None
            and re.fullmatch(_HOUR_OF, text[min(one.end, mention.end) : max(one.start, mention.start)])
            for one in beside
        ):
            yield mention


def year_of_a_thing(text: str, mention: Mention) -> re.Match[str] | None:
    """What a year belongs to that stands before it as its name: of "under a 2021 decision", the words behind the year.

    It tells which one is meant, and not when the sentence's verb was done.
    """
    if mention.period is None or mention.period.unit != "year" or not re.fullmatch(r"\d{4}", mention.text):
        return None
    if not re.search(_OWNED, text[max(0, mention.start - 20) : mention.start]):
        return None
    return re.match(_THING, text[mention.end : mention.end + 80])


def _after_a_thing(text: str, mention: Mention) -> Mention:
    """Of "after the 1959 revolution" the time from that year on: it may still have been the same year."""
    thing = year_of_a_thing(text, mention)
    side = re.search(_SIDE, text[max(0, mention.start - 30) : mention.start]) if thing else None
    if thing is None or side is None or mention.period is None:
        return mention
    year = mention.period.edtf
    end = mention.end + thing.end()
    return mention._replace(
        end=end,
        text=text[mention.start : end],
        edtf=f"[..{year}]" if side[1] == "before" else f"[{year}..]",
    )


def _later(mention: Mention) -> Mention:
    """Of "later that year", told of May, the time from May on."""
    said, period, anchor = mention.said, mention.period, mention.anchor or ""
    later = (
        isinstance(said, Part)
        and said.which == 2
        and isinstance(said.base, Near)
        and said.base.told == "last"
    )
    if not later or period is None or not mention.text.lower().startswith("later"):
        return mention
    if re.fullmatch(r"\d{4}-\d\d", anchor) and period.unit == "year":
        return mention._replace(edtf=f"[{anchor}..{anchor[:4]}-12]")
    if _DAY.fullmatch(anchor) and period.unit in ("year", "month", "week"):
        return mention._replace(edtf=f"[{anchor}..{day_iso(period.last_day)}]")
    return mention


def _joined(text: str, one: Mention, other: Mention) -> bool:
    """Whether two days are those of one event: "on Monday and Tuesday", but not "on Monday and Tuesday signed"."""
    edtf = (one.edtf or "").strip("{}").rpartition(",")[2]
    if not (
        _DAY.fullmatch(edtf)
        and _DAY.fullmatch(other.edtf or "")
        and text[one.end : other.start].split() == ["and"]
    ):
        return False
    follows = re.match(r"\s+(\w+)", text[other.end : other.end + 24])
    return follows is None or follows[1] not in verb_roots()


def _lasted(text: str, length: Mention, end: Mention) -> str:
    """The interval of a length that ended then, its start approximate where the length is: `2019-03~/2021-03`."""
    said, period = length.said, end.period
    if not isinstance(said, Lasts) or period is None or end.edtf != f"../{period.edtf}":
        return ""
    one, *others = said.lengths
    if others or not one.count or one.count % 1 or text[length.end : end.start].split() != ["until"]:
        return ""
    start = period.moved(-int(one.count), one.unit)
    return f"{start.edtf}{'~' if said.mod else ''}/{period.edtf}"

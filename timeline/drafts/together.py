"""Expressions of time that give one date together: days joined by "and", and a length with the day on which it ended."""

import re
from dataclasses import replace

from timeline.drafts.mention import Mention
from timeline.drafts.verbs import verb_roots
from timeline.said.measures import Lasts

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def together(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The expressions of a sentence, those that are one date made one: all of "April 24 and 25"; the time that "two years until March" ends."""
    out: list[Mention] = []
    for mention in mentions:
        before = out[-1] if out else None
        if before is not None and _joined(text, before, mention):
            days = [*(before.edtf or "").strip("{}").split(","), mention.edtf or ""]
            out[-1] = replace(
                mention,
                start=before.start,
                text=text[before.start : mention.end],
                edtf="{" + ",".join(days) + "}",
                anchor=mention.anchor or before.anchor,
            )
        elif before is not None and (lasted := _lasted(text, before, mention)):
            out.append(replace(mention, edtf=lasted))
        else:
            out.append(mention)
    return tuple(out)


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

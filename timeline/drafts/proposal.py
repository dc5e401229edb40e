"""A proposed event, and what of a text proposals are drawn from: its sentences, and the expressions that date events."""

import re
from collections.abc import Iterator

from timeline.dates.event_date import EventDate
from timeline.drafts.dateline import body_start
from timeline.drafts.dateline_year import Dateline
from timeline.drafts.mention import Mention
from timeline.drafts.sentences import sentences
from timeline.model import Event
from timeline.said.why import Converted
from timeline.tuples import NamedTuple

# What is to be done by then: the day of the deadline, and not of what sets it.
_DUE = ("eadline", " by ")  # of which one is in the words before
_DEADLINE = (
    r"\b(?:[Dd]eadline (?:of|for|is|was)|(?:oblig|requir|bind|bound|commit)\w* [^.;]{1,60} by)(?: the)? $"
)
_CREDITS = (
    *("FILE PHOTO", "File photo", "PHOTO:", "Photo:", "In this photo", "In this file photo"),
    *("Reporting by", "Additional reporting by", "Writing by", "Editing by"),
)
_HELPED = r".{0,80}\bcontributed to this (?:report|story|article)\b"


class Proposal(NamedTuple):
    """A draft event, the expression that dates it, the sentence it comes from, and why it is proposed.

    One that is `undated` is told without a time, and happened by the article's day. `twin` is the id of the event of the
    collection that it tells again, "" where it tells a new one; `cited` says whether the article is a source of that
    event already.
    """

    event: Event
    mention: Mention | None
    start: int
    end: int
    reason: str
    undated: bool = False
    twin: str = ""
    cited: bool = False


def told_sentences(text: str, line: Dateline) -> Iterator[tuple[int, int]]:
    """Start and end of the sentences, the one that begins with the dateline without it."""
    for start, end in sentences(text):
        begin = body_start(text, start, end, line)
        if begin < end and not _only_credits(text[begin : begin + 120]):
            yield begin, end


def _only_credits(opening: str) -> bool:
    """Whether a sentence that opens so tells who made the picture or the article, and no event."""
    if re.sub(r"^\W+", "", opening).startswith(_CREDITS):
        return True
    return "contributed to this" in opening and re.match(_HELPED, opening) is not None


def dates_events(text: str, line: Dateline, mention: Mention) -> bool:
    """Whether an expression can date an event: not the dateline, an address, a deadline, "resolution 2723 (2024)", or an "until" still to come."""
    if not mention.edtf or mention.type not in ("DATE", "TIME"):
        return False
    if line.end and mention.start <= line.start < mention.end:
        return False
    before = text[max(0, mention.start - 200) : mention.start]
    if ("://" in before or "www." in before) and re.search(r"(?:://|www\.)\S*$", before):
        return False
    bracketed = text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")"
    if bracketed and re.search(r"\d\s*\($", text[max(0, mention.start - 3) : mention.start]):
        return False
    before = text[max(0, mention.start - 100) : mention.start]
    if any(sign in before for sign in _DUE) and re.search(_DEADLINE, before):
        return False
    if mention.edtf.startswith("../") and line.day is not None:
        last = EventDate.parse(mention.edtf).last_day
        return last is None or last <= line.day.last_day
    return True


def as_written(mention: Mention | None) -> str:
    """The words of a date that names its day by another calendar, to be kept beside ours; nothing for other dates."""
    converted = mention is not None and any(isinstance(why, Converted) for why in mention.whys)
    return " ".join(mention.text.split()) if mention is not None and converted else ""

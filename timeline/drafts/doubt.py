"""A year that was inferred stays in doubt (EDTF level 2: `2023?-02-10`), in the source (`written_on`) and in the events that lean on it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.dates.event_date import EventDate
from timeline.drafts.dateline_year import Dateline
from timeline.drafts.mention import Mention
from timeline.drafts.proposal import Proposal
from timeline.errors import DateError

_ANY = r"\d{4}"


def doubted(date: EventDate, year: str = _ANY) -> EventDate:
    """The date with each of its years in doubt, or one `year`; one with a time of day, which EDTF lets nobody doubt, as it is.

    >>> str(doubted(EventDate("2023-02-07/2023-02-10")))
    '2023?-02-07/2023?-02-10'
    """
    try:
        return EventDate.parse(re.sub(rf"(?<![\d:+-]){year}(?![\d?~%:])", r"\g<0>?", date.text))
    except DateError:
        return date


def written_on(line: Dateline) -> EventDate | None:
    """The day of a dateline, its year in doubt where it was inferred."""
    if line.day is None:
        return None
    day = EventDate.parse(line.day.edtf)
    return doubted(day) if line.inferred else day


def in_doubt(
    proposals: Iterable[Proposal], line: Dateline, mentions: Sequence[Mention]
) -> Iterator[Proposal]:
    """The proposals of an article whose year was inferred, those dated by a year that the text prints as they are."""
    if not line.inferred:
        yield from proposals
        return
    printed = {
        mention.value for mention in mentions if mention.anchor is None and mention.start != line.start
    }
    assert line.day is not None
    own = line.day.value[:4]
    for proposal in proposals:
        event, mention = proposal.event, proposal.mention
        date = event.date
        if mention is None:  # between what all know and the dateline
            date = doubted(date, own)
        elif mention.anchor is not None and mention.anchor not in printed:
            date = doubted(date)
        yield proposal._replace(event=replace(event, date=date))

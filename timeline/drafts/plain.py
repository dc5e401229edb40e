"""Events of a text in a language whose verbs nobody has listed: one for each date that a sentence tells, in its own words."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.dates.event_date import EventDate
from timeline.drafts.actors import actors_by_name
from timeline.drafts.article import Setup
from timeline.drafts.clauses import ranged
from timeline.drafts.mention import Mention
from timeline.drafts.proposal import Proposal, as_written, dates_events, told_sentences
from timeline.drafts.shortening import TITLE_WORDS, in_own_words
from timeline.drafts.stretches import LONGEST_QUOTE, Span
from timeline.model import Event, Source
from timeline.said.news import news_words

_FEWEST = 4  # words of a piece that tells something by itself


def plain_proposals(
    text: str, setup: Setup, mentions: Sequence[Mention], source: Source, known: Mapping[str, str]
) -> Iterator[Proposal]:
    """The proposals of every sentence, in order."""
    placed, small = news_words(setup.language, "INSIDE"), news_words(setup.language, "COMMON")
    position = 0
    for start, end in told_sentences(text, setup.dateline):
        while position < len(mentions) and mentions[position].start < start:
            position += 1
        first = position
        while position < len(mentions) and mentions[position].start < end:
            position += 1
        dated = ranged(text, [m for m in mentions[first:position] if dates_events(text, setup.dateline, m)])
        for (mention, span), (begin, finish) in zip(dated, _pieces(text, (start, end), dated), strict=True):
            quote = _quote(text, (begin, finish), span)
            words = text[slice(*quote)]
            event = Event(
                date=EventDate.parse(mention.edtf or ""),
                date_as_written=as_written(mention),
                title=_title(text[begin:finish], small, whole=begin == start),
                actors=actors_by_name(text[begin:finish], known, placed),
                status="draft",
                sources=(
                    replace(
                        source,
                        quote=" ".join(words.split()) if "\n" in words else words,
                        extra={"offsets": f"{quote[0]}-{quote[1]}"},
                    ),
                ),
            )
            yield Proposal(event=event, mention=mention, start=begin, end=finish, reason=mention.reason)


def _title(piece: str, small: Collection[str], *, whole: bool) -> str:
    """The piece in few of its own words; what was left out before and behind it is shown."""
    title = in_own_words(piece, small)
    return title[:1].upper() + title[1:] if whole else f"…{title}"


def _pieces(text: str, sentence: Span, dated: Sequence[tuple[Mention, Span]]) -> list[Span]:
    """The piece of the sentence that each date stands in: all of a short one, else what stands between marks, if it is enough."""
    start, end = sentence
    if len(text[start:end].split()) <= TITLE_WORDS:
        return [sentence] * len(dated)
    cuts = [(start, start)]
    for (_, (_, before)), (_, (after, _)) in pairwise(dated):
        marks = list(re.finditer(r"[,;:]\s+|\s[—–-]\s+", text[before:after]))
        cuts.append((before + marks[-1].start(), before + marks[-1].end()) if marks else (-1, -1))
    cuts.append((end, end))
    pieces = []
    for number in range(len(dated)):
        begin = max(after for _, after in cuts[: number + 1])
        finish = next(before for before, _ in cuts[number + 1 :] if before >= 0)
        enough = len(text[begin:finish].split()) >= _FEWEST
        pieces.append((begin, finish) if enough else sentence)
    return pieces


def _quote(text: str, piece: Span, dated: Span) -> Span:
    """The words to quote: the piece, or of a long one what stands around its date."""
    start, end = piece
    if end - start > LONGEST_QUOTE:
        room = max((LONGEST_QUOTE - (dated[1] - dated[0])) // 2, 0)
        if dated[0] - start > room:
            start = text.find(" ", dated[0] - room, dated[0]) + 1 or dated[0]
        if end - dated[1] > room:
            cut = text.rfind(" ", dated[1], dated[1] + room)
            end = cut if cut >= 0 else dated[1]
    words = text[start:end]
    start += len(words) - len(words.lstrip(' \n\t"“«„'))
    return start, max(start + 1, end - len(words) + len(words.rstrip(' \n\t"”»,;:')))

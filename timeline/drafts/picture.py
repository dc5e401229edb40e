"""A drafted article as people see it: its sentences with the expressions of time marked, and the proposals beneath."""

from collections.abc import Iterator

from timeline.dates.event_date import EventDate
from timeline.dates.wording import wording
from timeline.drafts.doubt import doubted
from timeline.drafts.mention import Mention
from timeline.drafts.proposal import Proposal
from timeline.drafts.proposals import Drafted
from timeline.drafts.sentences import sentences
from timeline.views.paragraphs import Paragraph

_BLANK = Paragraph()


def picture(drafted: Drafted, *, everything: bool = False) -> list[Paragraph]:
    """The article's dated sentences with their proposals; with `everything` also what dates no event, and why."""
    parts = list(_head(drafted))
    number = 0
    unused = {id(mention) for mention in drafted.unused} if everything else set()
    for start, end in sentences(drafted.text):
        inside = [mention for mention in drafted.mentions if start <= mention.start < end]
        here = [proposal for proposal in drafted.proposals if start <= proposal.start < end]
        if not inside and not here:
            continue
        parts += [_BLANK, _marked(drafted.text, start, end, inside)]
        for proposal in here:
            number += 1
            parts += proposed(proposal, number, indent=2)
        parts += [_unused(mention) for mention in inside if id(mention) in unused]
    if not number:
        parts += [_BLANK, Paragraph((("no event is proposed", ""),))]
    return parts


def _head(drafted: Drafted) -> Iterator[Paragraph]:
    if drafted.title:
        yield Paragraph(((drafted.title, "strong"),))
    yield dateline_of(drafted)
    if drafted.setup.narrative:
        yield Paragraph((("read as a narrative: each date leans on the one told before it", "aside"),))


def dateline_of(drafted: Drafted) -> Paragraph:
    """When and where an article was written, and how that is known."""
    line = drafted.setup.dateline
    day = str(doubted(EventDate(line.day.edtf)) if line.inferred else line.day.edtf) if line.day else "none"
    where = ", ".join(part for part in (line.place, line.publisher) if part)
    return Paragraph(((f"dateline: {day}{f', {where}' if where else ''} ({line.reason})", "aside"),))


def _marked(text: str, start: int, end: int, mentions: list[Mention]) -> Paragraph:
    """The sentence with each expression in brackets, so that no colour is needed to see it."""
    parts, position = [], start
    for mention in mentions:
        parts.append((_flat(text[position : mention.start]), ""))
        parts.append((f"[{_flat(mention.text)}]", "found" if mention.edtf else "aside"))
        position = mention.end
    parts.append((_flat(text[position:end]), ""))
    return Paragraph(tuple(parts))


def _flat(text: str) -> str:
    return text.replace("\n", " ")


def proposed(proposal: Proposal, number: int, *, indent: int = 0) -> Iterator[Paragraph]:
    """One proposal: its date and title, who and where, and why it is proposed."""
    event = proposal.event
    said = wording(event.date)
    words = f" ({said})" if said != str(event.date) else ""
    head = ((f"{number}. ", ""), (str(event.date), "strong"), (words, "aside"), (f"  {event.title}", ""))
    yield Paragraph(head, indent)
    facts = [part for part in (", ".join(event.actors), event.place, event.kind) if part]
    twin = f"another source for {proposal.twin}: --review adds it" if proposal.twin else ""
    lines = [" · ".join(facts), f"because: {proposal.reason}", twin]
    for line in filter(None, lines):
        yield Paragraph(((line, "aside"),), indent + 5)


def _unused(mention: Mention) -> Paragraph:
    meant = f"{mention.type} {mention.value}" + (f" {mention.mod}" if mention.mod else "")
    return Paragraph(((f"-  {mention.text}: {meant}, no event ({mention.reason})", "aside"),), 2)

"""A drafted article as people see it: its sentences with the expressions of time marked, and the proposals beneath."""

from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.counting import counted
from timeline.dates.wording import wording
from timeline.drafts.doubt import written_on
from timeline.drafts.mention import Mention
from timeline.drafts.proposal import Proposal
from timeline.drafts.proposals import Drafted
from timeline.drafts.sentences import sentences
from timeline.views.paragraphs import Paragraph

_BLANK = Paragraph()
_UNUSED = {  # why an expression dates no event, of one and of several
    "wanting": ("without a dateline", "without a dateline"),
    "DURATION": ("length", "lengths"),
    "SET": ("repetition", "repetitions"),
    "vague": ("without a date", "without a date"),
    "beside": ("beside no event", "beside no event"),
}


def picture(drafted: Drafted, *, everything: bool = False) -> list[Paragraph]:
    """The article's dated sentences with their proposals; with `everything` also what dates no event, and why."""
    parts = list(_head(drafted))
    number = 0
    unused = {id(mention) for mention in drafted.unused} if everything else set()
    for start, end in sentences(drafted.text):
        inside = [mention for mention in drafted.mentions if start <= mention.start < end]
        here = [proposal for proposal in drafted.proposals if start <= proposal.start < end]
        if not here and all(map(drafted.prints, inside)):
            continue
        parts += [_BLANK, _marked(drafted.text, start, end, inside)]
        for proposal in here:
            number += 1
            parts += proposed(proposal, number, indent=2)
        parts += [_unused(mention) for mention in inside if id(mention) in unused]
    return [*parts, _BLANK, closing([drafted], drafted.proposals)]


def _head(drafted: Drafted) -> Iterator[Paragraph]:
    if drafted.title:
        yield Paragraph(((drafted.title, "strong"),))
    yield dateline_of(drafted)
    if drafted.setup.narrative:
        yield Paragraph((("read as a narrative: each date leans on the one told before it", "aside"),))


def dateline_of(drafted: Drafted) -> Paragraph:
    """When and where an article was written, and how that is known."""
    line = drafted.setup.dateline
    day = written_on(line)
    said = wording(day) if day else "none"
    where = ", ".join(part for part in (line.place, line.publisher) if part)
    return Paragraph(((f"dateline: {said}{f', {where}' if where else ''} ({line.reason})", "aside"),))


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
    title = (f"  {event.title}", "aside" if proposal.undated else "")
    head = ((f"{number}. ", ""), (wording(event.date), "strong"), title)
    yield Paragraph(head, indent)
    facts = [part for part in (", ".join(event.actors), event.place, event.kind) if part]
    if facts:
        yield Paragraph(((" · ".join(facts), "aside"),), indent + 5)
    yield from grounds(proposal, indent + 5)


def grounds(proposal: Proposal, indent: int) -> Iterator[Paragraph]:
    """Why an event is proposed, and whether it is there."""
    twin = f"another source for {proposal.twin}: --review adds it" if proposal.twin else ""
    there = f"there already: {proposal.twin}" if proposal.cited else twin
    for line in filter(None, (f"because: {_leaned(proposal)}{proposal.reason}", there)):
        yield Paragraph(((line, "aside"),), indent)


def _leaned(proposal: Proposal) -> str:
    """What words that lean on another date were taken for, as it is stored."""
    mention = proposal.mention
    if mention is None or mention.anchor is None:
        return ""
    return f'"{_flat(mention.text)}" is {proposal.event.date}: '


def closing(drafts: Sequence[Drafted], proposals: Sequence[Proposal], told: str = "") -> Paragraph:
    """How many proposals there are, how many of them tell what is there, and how many expressions were not used, and why."""
    sources = sum(bool(one.twin) and not one.cited for one in proposals)
    there = sum(one.cited for one in proposals)
    parts = [
        counted(len(drafts), "article") if len(drafts) > 1 else "",
        counted(len(proposals), "proposal") if proposals else "no event is proposed",
        told,
        counted(sources, "source") + " for what is there" if sources else "",
        f"{there:,} there already" if there else "",
        _not_used(drafts),
    ]
    return Paragraph((("; ".join(filter(None, parts)), "aside"),))


def _not_used(drafts: Sequence[Drafted]) -> str:
    counts = Counter(_why(one) for draft in drafts for one in draft.unused if not draft.prints(one))
    whys = ", ".join(
        f"{counts[why]:,} {words[counts[why] > 1]}" for why, words in _UNUSED.items() if counts[why]
    )
    return f"{counted(counts.total(), 'expression')} not used: {whys}" if counts else ""


def _why(mention: Mention) -> str:
    if mention.needs_anchor:
        return "wanting"
    return mention.type if mention.type in _UNUSED else "beside" if mention.edtf else "vague"


def _unused(mention: Mention) -> Paragraph:
    meant = f"{mention.type} {mention.value}" + (f" {mention.mod}" if mention.mod else "")
    return Paragraph(((f"-  {mention.text}: {meant}, no event ({mention.reason})", "aside"),), 2)

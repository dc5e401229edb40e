"""Many articles as one list: an event that several tell is one proposal, with the sources of all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf
from urllib.parse import urlsplit

from timeline.dates.order import SortKey
from timeline.drafts.headlines import opening_of
from timeline.drafts.likeness import Events
from timeline.drafts.picture import closing, dateline_of, proposed
from timeline.drafts.proposal import Proposal
from timeline.drafts.proposals import Drafted
from timeline.model import Event, Source
from timeline.views.paragraphs import Paragraph
from timeline.views.words import source_words


def gathered(drafts: Iterable[Drafted]) -> tuple[Proposal, ...]:
    """The events that the articles tell, each once: those that most publishers tell first, and then in the order of time.

    Two proposals of one article are two events, however alike they are.
    """
    known, groups, group_of = Events(), list[list[Proposal]](), list[list[Proposal]]()
    for draft in drafts:
        own: list[list[Proposal]] = []
        for proposal in draft.proposals:
            alike = (group_of[at] for at in known.like(proposal.event))
            group = next((one for one in alike if all(one is not other for other in own)), [])
            if not group:
                groups.append(group)
            group.append(proposal)
            own.append(group)
        for group, proposal in zip(own, draft.proposals, strict=True):
            known.add(proposal.event)
            group_of.append(group)
    return tuple(sorted(map(_united, groups), key=_rank))


def told_again(drafts: Iterable[Drafted], there: Iterable[Event]) -> list[Drafted]:
    """The articles, each proposal with the event of a collection that it tells, where that has one."""
    known, named = Events(), [event for event in there if event.id]
    for event in named:
        known.add(event)

    def again(proposal: Proposal) -> Proposal:
        other = next((named[at] for at in known.like(proposal.event)), None)
        if other is None:
            return proposal
        cited = {source.url or source.title for source in other.sources}
        return proposal._replace(
            twin=other.id,
            cited=all((source.url or source.title) in cited for source in proposal.event.sources),
        )

    return [draft._replace(proposals=tuple(map(again, draft.proposals))) for draft in drafts]


def publishers(event: Event) -> tuple[str, ...]:
    """Who tells of an event, each once: its publishers, or the hosts of addresses."""
    names = (source.publisher or urlsplit(source.url).hostname or source.title for source in event.sources)
    return tuple(dict.fromkeys(filter(None, names)))


def gathered_picture(drafts: Sequence[Drafted], proposals: Sequence[Proposal]) -> list[Paragraph]:
    """Each article with its dateline, and the events of all, with who tells them in which words."""
    parts = []
    for draft in drafts:
        parts.append(Paragraph(((draft.title or opening_of(draft.text, draft.setup), "strong"),)))
        parts.append(Paragraph(dateline_of(draft).parts, 2))
    for number, proposal in enumerate(proposals, 1):
        parts += [Paragraph(), *proposed(proposal, number)]
        for source in proposal.event.sources:
            quote = (f"{source_words(source)}: “", ""), *_marked(proposal, source.quote), ("”", "")
            parts.append(Paragraph(quote, 5))
    return [*parts, Paragraph(), closing(drafts, proposals, told_by_several(proposals))]


def told_by_several(proposals: Iterable[Proposal]) -> str:
    """How many of the events several publishers tell; "" for none."""
    several = sum(len(publishers(one.event)) > 1 for one in proposals)
    return f"{several:,} told by several publishers" if several else ""


def _marked(proposal: Proposal, quote: str) -> list[tuple[str, str]]:
    """A quote, the words that date the event in brackets."""
    words = " ".join(proposal.mention.text.split()) if proposal.mention else ""
    before, found, after = quote.partition(words) if words else (quote, "", "")
    return [(before, ""), (f"[{found}]" if found else "", "found"), (after, "")]


def _united(group: Sequence[Proposal]) -> Proposal:
    """Several proposals as one, in the words of that with the closest date, the surest, and the most actors."""
    best = min(group, key=lambda one: _vagueness(one.event))
    sources: list[Source] = []
    for one in (best, *group):
        sources += (source for source in one.event.sources if source not in sources)
    twin = next((one.twin for one in (best, *group) if one.twin), "")
    cited = all(one.cited for one in group)
    return best._replace(event=replace(best.event, sources=tuple(sources)), twin=twin, cited=cited)


def _vagueness(event: Event) -> tuple[float, bool, int]:
    first, last = event.date.first_day, event.date.last_day
    days = inf if first is None or last is None else last - first
    return days, any(mark in event.date.text for mark in "?~%"), -len(event.actors)


def _rank(proposal: Proposal) -> tuple[int, SortKey]:
    return -len(publishers(proposal.event)), proposal.event.date.sort_key

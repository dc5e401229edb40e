"""Many articles as one list: an event that several tell is one proposal, with the sources of all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from timeline.counting import counted
from timeline.dates.order import SortKey
from timeline.drafts.picture import dateline_of, proposed
from timeline.drafts.proposal import Proposal
from timeline.drafts.proposals import Drafted, alike
from timeline.model import Event
from timeline.views.paragraphs import Paragraph
from timeline.views.words import source_words


def gathered(drafts: Iterable[Drafted]) -> tuple[Proposal, ...]:
    """The events that the articles tell, each once: those that most publishers tell first, and then in the order of time.

    Two proposals are of one event where they are of the same days, share an actor if both name any, and either their
    titles share most words, or they are of one kind and name the same two actors or more.
    """
    by_days: dict[object, list[Proposal]] = {}
    for draft in drafts:
        for proposal in draft.proposals:
            date = proposal.event.date
            told = by_days.setdefault((date.first_day, date.last_day), [])
            twin = next((at for at, other in enumerate(told) if _same(other.event, proposal.event)), None)
            if twin is None:
                told.append(proposal)
            else:
                told[twin] = _united(told[twin], proposal)
    return tuple(sorted((one for told in by_days.values() for one in told), key=_rank))


def told_again(drafts: Iterable[Drafted], there: Iterable[Event]) -> list[Drafted]:
    """The articles, each proposal with the id of the event of a collection that it tells, where that has one."""
    by_days: dict[object, list[Event]] = {}
    for event in there:
        if event.id:
            by_days.setdefault((event.date.first_day, event.date.last_day), []).append(event)

    def twin(event: Event) -> str:
        others = by_days.get((event.date.first_day, event.date.last_day), ())
        return next((other.id for other in others if _same(other, event)), "")

    return [
        replace(draft, proposals=tuple(replace(one, twin=twin(one.event)) for one in draft.proposals))
        for draft in drafts
    ]


def publishers(event: Event) -> tuple[str, ...]:
    """Who tells of an event, each once: its publishers, or the hosts of addresses."""
    names = (source.publisher or urlsplit(source.url).hostname or source.title for source in event.sources)
    return tuple(dict.fromkeys(filter(None, names)))


def gathered_picture(drafts: Sequence[Drafted], proposals: Sequence[Proposal]) -> list[Paragraph]:
    """Each article with its dateline, and the events of all, with who tells them in which words."""
    parts = []
    for draft in drafts:
        parts.append(Paragraph(((draft.title or "an article without a headline", "strong"),)))
        parts.append(Paragraph(dateline_of(draft).parts, 2))
    for number, proposal in enumerate(proposals, 1):
        parts += [Paragraph(), *proposed(proposal, number)]
        for source in proposal.event.sources:
            parts.append(Paragraph(((f"{source_words(source)}: “{source.quote}”", ""),), 5))
    several = sum(len(publishers(one.event)) > 1 for one in proposals)
    told = f"{counted(len(drafts), 'article')}, {counted(len(proposals), 'event')}: {several:,} told by several publishers"
    return [*parts, Paragraph(), Paragraph(((told, "aside"),))]


def _same(one: Event, other: Event) -> bool:
    shared = set(one.actors) & set(other.actors)
    if one.actors and other.actors and not shared:
        return False
    return alike(one.title, other.title) or (one.kind == other.kind != "" and len(shared) >= 2)


def _united(one: Proposal, other: Proposal) -> Proposal:
    """The proposal that says more of who took part, with the sources of both."""
    fuller, _ = sorted((one, other), key=lambda each: -len(each.event.actors))
    further = tuple(source for source in other.event.sources if source not in one.event.sources)
    return replace(fuller, event=replace(fuller.event, sources=(*one.event.sources, *further)))


def _rank(proposal: Proposal) -> tuple[int, SortKey]:
    return -len(publishers(proposal.event)), proposal.event.date.sort_key

"""Events proposed from a text: one for each that it reports, dated, quoted, and for a person to accept."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from timeline.drafts.actors import NOBODY
from timeline.drafts.article import Setup, read_mentions, set_up
from timeline.drafts.cast import Cast
from timeline.drafts.doubt import in_doubt, written_on
from timeline.drafts.drawn import Drawn
from timeline.drafts.headlines import headline_of, opening_of
from timeline.drafts.mention import Mention
from timeline.drafts.offices import Told, home_of, told_states
from timeline.drafts.pages import Page
from timeline.drafts.proposal import Proposal
from timeline.drafts.shortening import in_own_words
from timeline.model import Event, Source
from timeline.said.story import USUAL, Habits
from timeline.tuples import NamedTuple

_ALIKE = 0.6  # share of title words above which two proposals of one date are one event


class Drafted(NamedTuple):
    """What a text gave: how it was read, every expression of time, and the proposals in the order of the text.

    `source` is the text as a source, without words of it.
    """

    text: str
    title: str
    source: Source
    setup: Setup
    mentions: tuple[Mention, ...]
    proposals: tuple[Proposal, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """The proposed events, without ids, as drafts."""
        return tuple(proposal.event for proposal in self.proposals)

    @property
    def unused(self) -> tuple[Mention, ...]:
        """The expressions that date no proposal."""
        used = [(p.mention.start, p.mention.end) for p in self.proposals if p.mention]
        return tuple(
            m for m in self.mentions if not any(start <= m.start and m.end <= end for start, end in used)
        )

    def prints(self, mention: Mention) -> bool:
        """Whether an expression is the day of the dateline."""
        line = self.setup.dateline
        return bool(line.end) and mention.start <= line.start < mention.end


def propose(  # noqa: PLR0913 - a reader may override each thing the text says of itself
    text: str,
    *,
    today: int | None = None,
    dateline: int | None = None,
    narrative: bool | None = None,
    known: Mapping[str, str] = NOBODY,
    language: str | None = None,
    habits: Habits = USUAL,
) -> Drafted:
    """The events that a text reports.

    `known` are the names of the collection's actors, in each spelling, `language` the text's own, where it is not to be
    told by its words, and `habits` those of its dates.
    """
    setup = set_up(
        text, today=today, dateline=dateline, narrative=narrative, language=language, habits=habits
    )
    return propose_page(Page("", text), setup, known=known)


def propose_page(
    page: Page, setup: Setup, *, known: Mapping[str, str] = NOBODY, undated: bool = True
) -> Drafted:
    """The events that an article reports. What its page says, the text need not: the headline, who published it, where.

    With `undated`, those too that it tells without a time, as having happened by its own day.
    """
    text, facts = page.text, page.facts
    mentions = tuple(read_mentions(text, setup))
    setup = setup._replace(opening=None)  # it has been read
    headline = facts.title or headline_of(text, setup)
    source = Source(
        title=headline or opening_of(text, setup),
        publisher=setup.dateline.publisher or facts.publisher,
        author=facts.author,
        date=written_on(setup.dateline),
        url=facts.url,
    )
    if setup.language == "en":
        cast = Cast(
            known=known,
            home=home_of(setup.dateline.place),
            publisher=setup.dateline.publisher,
            told=Told(told_states(headline)),
        )
        english = Drawn(text=text, setup=setup, source=source, cast=cast, title=headline)
        drawn: Iterator[Proposal] = chain(english.proposals(mentions), english.headline())
    else:
        from timeline.drafts.plain import plain_proposals  # noqa: PLC0415 - 0.5 ms, for other languages

        drawn = plain_proposals(text, setup, mentions, source, known)
    return Drafted(
        text=text,
        title=headline,
        source=source,
        setup=setup,
        mentions=mentions,
        proposals=tuple(
            one
            for one in in_doubt(distinct(_titled(drawn)), setup.dateline, mentions)
            if undated or not one.undated
        ),
    )


def _titled(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals, those whose title has no word with the words that they quote; what quotes none tells nothing."""
    for proposal in proposals:
        event = proposal.event
        if re.search(r"\w", event.title):
            yield proposal
        elif re.search(r"[^\W\d_]", quote := event.sources[0].quote):
            yield proposal._replace(event=replace(event, title=in_own_words(quote) or quote))


def distinct(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals without those that tell again, with the same date and kind, what one before them told.

    A statement and what it tells are of two kinds, and both stay. What is told with a date need not be told without one.
    """
    kept: list[Proposal] = []
    told: dict[tuple[str, str], list[int]] = {}  # the places of those kept
    for proposal in proposals:
        event = proposal.event
        others = told.setdefault((str(event.date), event.kind), [])
        twin = next((at for at in others if alike(event.title, kept[at].event.title)), None)
        if twin is None:
            others.append(len(kept))
            kept.append(proposal)
        elif len(event.actors) > len(kept[twin].event.actors):
            kept[twin] = kept[twin]._replace(event=replace(kept[twin].event, actors=event.actors))
    dated: dict[
        str, list[Proposal]
    ] = {}  # by the words of their titles: who tells a deed again uses one of them
    for one in kept:
        for stem in () if one.undated else _stems(one.event.title).values():
            dated.setdefault(stem, []).append(one)
    return tuple(one for one in kept if not (one.undated and _told_by(dated, one)))


def _told_by(dated: Mapping[str, Iterable[Proposal]], one: Proposal) -> bool:
    """Whether one of the proposals with a date, by the words of their titles, tells what one without tells."""
    return any(
        _tells(other, one) for stem in _stems(one.event.title).values() for other in dated.get(stem, ())
    )


def _tells(dated: Proposal, undated: Proposal) -> bool:
    """Whether a proposal tells elsewhere, with a date, what the other tells; what stands within the other's words tells more of it."""
    within = undated.start <= dated.start < undated.end
    return not within and _retold(undated.event.title, dated.event.title)


def alike(one: str, other: str) -> bool:
    """Whether two titles share most of their longer words.

    >>> alike("Malta and Italy sign accord", "Malta, Italy sign an accord"), alike("Talks", "Talks resume")
    (True, False)
    """
    words, others = _words(one), _words(other)
    return bool(words and others) and len(words & others) >= _ALIKE * max(2, min(len(words), len(others)))


def _retold(one: str, other: str) -> bool:
    """Whether two titles tell one deed, whoever does it and in whichever tense: names are those of every deed."""
    names = _names(one) | _names(f"\n{other}")
    deed, its = (
        {stem for word, stem in _stems(title).items() if word not in names} for title in (one, other)
    )
    return bool(deed and its) and len(deed & its) >= _ALIKE * min(len(deed), len(its))


@lru_cache(maxsize=1 << 12)
def _names(words: str) -> frozenset[str]:
    """The names among the words, in small letters; what begins with a capital at the very start may be none."""
    return frozenset(name.lower() for name in re.findall(r"(?<=\W)[A-Z]\w+", words))


@lru_cache(maxsize=1 << 12)
def _stems(title: str) -> dict[str, str]:
    """The longer words of a title, each with what is left of it in any tense or number."""
    return {word: re.sub(r"(?:ed|es|ing|e|s)$", "", word) for word in _words(title)}


@lru_cache(maxsize=1 << 12)
def _words(title: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", title.lower()) if len(word) > 3)

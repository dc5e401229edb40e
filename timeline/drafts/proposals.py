"""Events proposed from a text: one for each that it reports, dated, quoted, and for a person to accept."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.dates.event_date import EventDate
from timeline.drafts.actors import dateline_state, is_organisation, named, place_in
from timeline.drafts.article import Setup, read_mentions, set_up
from timeline.drafts.clauses import Clause, clauses
from timeline.drafts.mention import Mention
from timeline.drafts.sentences import sentences
from timeline.drafts.titles import title_of
from timeline.drafts.verbs import ROOTS, WARS
from timeline.model import Event, Source
from timeline.states import state_named

_AGAIN = "it happened then, and not again until now"
_ALIKE = 0.6  # share of title words above which two proposals of one date are one event


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A draft event, the expression that dates it, the sentence it comes from, and why it is proposed."""

    event: Event
    mention: Mention | None
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a text gave: how it was read, every expression of time, and the proposals in the order of the text."""

    text: str
    title: str
    setup: Setup
    mentions: tuple[Mention, ...]
    proposals: tuple[Proposal, ...]

    @property
    def unused(self) -> tuple[Mention, ...]:
        """The expressions that date no proposal."""
        used = {id(p.mention) for p in self.proposals}
        return tuple(m for m in self.mentions if id(m) not in used)

    @property
    def unanchored(self) -> tuple[Mention, ...]:
        """The expressions that could not be resolved for want of a dateline, which a narrative has not."""
        return () if self.setup.narrative else tuple(m for m in self.mentions if m.needs_anchor)


def propose(  # noqa: PLR0913 - a reader may override each thing the text says of itself
    text: str,
    *,
    today: int | None = None,
    dateline: int | None = None,
    narrative: bool | None = None,
    known: Sequence[str] = (),
    title: str = "",
    published: int | None = None,
) -> Drafted:
    """The events that a text reports.

    `known` are the collection's actors, `title` overrides the text's headline, and `published` (a day number) is
    the day that its page gives.
    """
    setup = set_up(text, today=today, dateline=dateline, narrative=narrative, published=published)
    mentions = tuple(read_mentions(text, setup))
    headline = title or headline_of(text, setup)
    source = Source(
        title=headline,
        publisher=setup.dateline.publisher,
        date=EventDate.parse(setup.dateline.day.edtf) if setup.dateline.day else None,
    )
    drawn = _Drawn(text=text, setup=setup, source=source, known=tuple(known))
    return Drafted(
        text=text,
        title=headline,
        setup=setup,
        mentions=mentions,
        proposals=_distinct(drawn.proposals(mentions)),
    )


def headline_of(text: str, setup: Setup) -> str:
    r"""The headline: the first line of four words or more that ends like no sentence and holds no dateline.

    >>> headline_of("All news\n\nTalks resume in Geneva after a year\n\nGENEVA, May 6, 2021. They met.", set_up("", today=None))
    'Talks resume in Geneva after a year'
    """
    offset = 0
    for line in text[:4000].splitlines(keepends=True):
        words = line.strip().lstrip("# ").strip("*_")
        if setup.dateline.end and offset <= setup.dateline.start < offset + len(line):
            offset += len(line)
            if ". " in line or "—" in line or "(" in line:
                return ""
            continue
        offset += len(line)
        if 4 <= len(words.split()) <= 30 and words[-1] not in ".!?:;,":
            return words
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """One text while its proposals are drawn from it."""

    text: str
    setup: Setup
    source: Source
    known: tuple[str, ...]

    def proposals(self, mentions: tuple[Mention, ...]) -> Iterator[Proposal]:
        """The proposals of every sentence, in order; a sentence may inherit the date of the one before it."""
        inherited: Proposal | None = None
        told_of: tuple[str, ...] = ()
        previous_end, position, war = 0, 0, ""
        for start, end in self._sentences():
            while position < len(mentions) and mentions[position].start < start:
                position += 1
            stop = position
            while stop < len(mentions) and mentions[stop].start < end:
                stop += 1
            inside = mentions[position:stop]
            if "\n" in self.text[previous_end:start].strip(" "):
                inherited, told_of = None, ()
            sentence = self.text[start:end]
            war = next((name for name in WARS if name in sentence.lower()), war)
            made = list(self._of_sentence(start, end, inside))
            if not made and not any(m.edtf for m in inside):
                made = list(self._without_date(start, end, inherited, war))
            yield from (_with_actors(proposal, told_of) for proposal in made)
            inherited = made[-1] if made else inherited
            told_of = (
                tuple(a.name for a in named(sentence) if state_named(a.name) and not a.placed)[:1] or told_of
            )
            previous_end = end

    def _sentences(self) -> Iterator[tuple[int, int]]:
        """The sentences, the one that begins with the dateline without it."""
        line = self.setup.dateline
        for start, end in sentences(self.text):
            if line.end and start <= line.start < end:
                tail = re.compile(
                    r"[^\n]{0,4}?(?:\.?\s*/[^/\n]{1,30}/\.?|\s*\([^()\n]{1,40}\)\s*[-–—:]*|\s*[-–—:.]+)\s*"
                ).match(self.text, line.end)
                start = tail.end() if tail else line.end  # noqa: PLW2901
            if start < end:
                yield start, end

    def _of_sentence(self, start: int, end: int, mentions: tuple[Mention, ...]) -> Iterator[Proposal]:
        dated = [m for m in mentions if m.edtf and m.type in ("DATE", "TIME") and not self._is_dateline(m)]
        if not dated:
            return
        found = clauses(self.text, start, end, dated)
        used: set[tuple[str, int]] = set()
        for clause in found:
            mention = clause.mention
            if mention is None:
                continue
            date, why = _event_date(self.text, mention)
            key = (date, clause.core.at)
            if key in used:
                continue
            used.add(key)
            yield self._proposal(clause, date, mention, why)

    def _around(self, clause: Clause) -> str:
        """The words in which the event's actors stand: its clause, and the subject it shares with another verb."""
        subject = clause.core.subject
        return (self.text[slice(*subject)] if subject else "") + self.text[clause.start : clause.end]

    def _is_dateline(self, mention: Mention) -> bool:
        line = self.setup.dateline
        return bool(line.end) and mention.start <= line.start < mention.end

    def _without_date(self, start: int, end: int, inherited: Proposal | None, war: str) -> Iterator[Proposal]:
        """Events of a sentence without a date: those of the sentence before, or after a war that has a name."""
        sentence = self.text[start:end]
        lowered = sentence.lower()
        after_war = re.search(r"\bafter (?:the (?:end|close) of )?(?:the )?war\b", lowered)
        if after_war and war:
            last = WARS[war][1]
            day = self.setup.dateline.day
            date = f"[{last}..{day.year}]" if day else f"[{last}..]"
            why = f"after the end of the {war.title()} ({last}, known and not said)" + (
                ", and before the dateline" if day else ""
            )
            for clause in clauses(self.text, start, end, [])[:1]:
                yield self._proposal(clause, date, None, why)
        elif (
            inherited is not None
            and inherited.mention is not None
            and re.search(r"\b(?:also|then|in addition|moreover|in turn)\b", lowered)
        ):
            for clause in clauses(self.text, start, end, []):
                yield self._proposal(
                    clause,
                    str(inherited.event.date),
                    inherited.mention,
                    "the sentence goes on from the one before, and so does its date",
                )

    def _proposal(self, clause: Clause, date: str, mention: Mention | None, why: str) -> Proposal:
        core = clause.core
        quote_start, quote_end = clause.quote
        quote = self.text[quote_start:quote_end]
        again = why.endswith(_AGAIN)
        near = (
            self.text[min(core.at, clause.end) : clause.end]
            if core.noun or core.subject
            else self.text[core.start : clause.end]
        )
        place = place_in(near) if not core.said and not again else ""
        if (
            not place
            and self.setup.dateline.place
            and core.said
            and mention is not None
            and self.setup.dateline.day is not None
            and date == self.setup.dateline.day.edtf
        ):
            place = self.setup.dateline.place
        actors = [a for a in named(self._around(clause), self.known) if not a.placed]
        names = [a.name for a in actors]
        home = dateline_state(self.setup.dateline.place)
        if (
            home
            and home not in names
            and re.match(
                r"(?:the )?(?:foreign|defen[cs]e|interior|finance) minist",
                self.text[core.start : core.start + 40],
                re.IGNORECASE,
            )
        ):
            names.insert(0, home)
        title = title_of(self.text, clause)
        source = replace(
            self.source,
            quote=" ".join(quote.split()) if "\n" in quote else quote,
            extra={"offsets": f"{quote_start}-{quote_end}"},
        )
        event = Event(
            date=EventDate.parse(date),
            title=f"Last time before: {shortened(title, 9)}" if again else title,
            actors=tuple(names[:6]),
            place=place,
            kind=f"cameo:{core.root}" if core.root else "",
            status="draft",
            sources=(source,),
        )
        parts = [why, f'"{core.word}": {ROOTS[core.root]}' if core.root else f'"{core.word}"']
        return Proposal(
            event=event,
            mention=mention,
            start=clause.start,
            end=clause.end,
            reason="; ".join(part for part in parts if part),
        )


def _with_actors(proposal: Proposal, told_of: tuple[str, ...]) -> Proposal:
    """The proposal with the state that the sentence before told of, where its own names none."""
    actors = proposal.event.actors
    if not told_of or any(state_named(name) or is_organisation(name) for name in actors):
        return proposal
    return replace(proposal, event=replace(proposal.event, actors=(*told_of, *actors)))


def shortened(title: str, limit: int) -> str:
    """The title's first words, in lower case at its start."""
    return title[:1].lower() + " ".join(title.split()[:limit])[1:]


def _event_date(text: str, mention: Mention) -> tuple[str, str]:
    """The date of the event that an expression dates: of "for the first time since 2018", 2018 itself."""
    before = text[max(0, mention.start - 40) : mention.start].lower()
    if mention.edtf and re.search(r"\bfirst (?:time|such [\w-]+|[\w-]+) (?:since)\s*(?:the\s*)?$", before):
        return mention.edtf.removesuffix("/.."), f"{mention.reason}; {_AGAIN}"
    return mention.edtf or "", mention.reason


def _distinct(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals without those that tell again, with the same date, what one before them told."""
    kept: list[Proposal] = []
    for proposal in proposals:
        words = _words(proposal.event.title)
        twin = next(
            (
                number
                for number, other in enumerate(kept)
                if other.event.date == proposal.event.date
                and len(words & _words(other.event.title))
                >= _ALIKE * min(len(words), len(_words(other.event.title)))
            ),
            None,
        )
        if twin is None:
            kept.append(proposal)
        elif len(proposal.event.actors) > len(kept[twin].event.actors):
            kept[twin] = replace(kept[twin], event=replace(kept[twin].event, actors=proposal.event.actors))
    return tuple(kept)


def _words(title: str) -> set[str]:
    return {word for word in re.findall(r"\w+", title.lower()) if len(word) > 3}

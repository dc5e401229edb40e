"""One text while events are drawn from it, sentence by sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.dates.event_date import EventDate
from timeline.drafts.article import Setup
from timeline.drafts.cast import Cast, first_state, names_a_party, with_actors
from timeline.drafts.clauses import clauses
from timeline.drafts.cores import cores
from timeline.drafts.faithful import faithful
from timeline.drafts.following import Undated, leaned
from timeline.drafts.headlines import retold
from timeline.drafts.mention import Mention
from timeline.drafts.phrases import Core
from timeline.drafts.places import place_in
from timeline.drafts.pronouns import PRONOUN, located, named_subject
from timeline.drafts.proposal import Proposal, as_written, dates_events, told_sentences
from timeline.drafts.reporting import EVENTS, NO_DEED, NOT_YET, TO_COME, goes_on
from timeline.drafts.shortening import shortened
from timeline.drafts.stretches import Clause
from timeline.drafts.titles import subject_of, title_of
from timeline.drafts.together import together
from timeline.drafts.verbs import ROOTS, WARS, noun_roots
from timeline.drafts.words import words_of
from timeline.model import Event, Source
from timeline.said.en.tense import past

BY_THE_ARTICLES_DAY = "by the article's day"
_LEAD = 2  # sentences that tell what an article is headed by
_OWN_WORDS = "titled by the words of the text"
_MARK = r"[“”\"]|``|''"
_AGAIN = "it happened then, and not again until now"


class Drawn:
    """One text while its proposals are drawn from it.

    `before` is the sentence before this one, `lead` what the first sentences tell, `read` how many of those are read.
    """

    def __init__(self, *, text: str, setup: Setup, source: Source, cast: Cast, title: str = "") -> None:
        self.text = text
        self.setup = setup
        self.source = source
        self.cast = cast
        self.title = title
        self.speakers: set[str] = set()
        self.before = (0, 0)
        self.told: list[Proposal] = []
        self.told_before = 0
        self.read = 0
        self.lead: tuple[Proposal, ...] = ()

    def proposals(self, mentions: tuple[Mention, ...]) -> Iterator[Proposal]:
        """The proposals of every sentence, in order; a sentence may inherit the date of the one before it."""
        inherited: Proposal | None = None
        told_of: tuple[str, ...] = ()
        position, war = 0, ""
        news = self.setup.dateline.day is not None and not self.setup.narrative
        for start, end in told_sentences(self.text, self.setup.dateline):
            while position < len(mentions) and mentions[position].start < start:
                position += 1
            stop = position
            while stop < len(mentions) and mentions[stop].start < end:
                stop += 1
            inside = together(self.text, mentions[position:stop])
            if "\n" in self.text[self.before[1] : start].strip(" "):
                inherited, told_of = None, ()
            sentence = self.text[start:end]
            lowered = sentence.lower()
            if "war" in lowered:
                war = next((name for name in WARS if name in lowered), war)
            self.cast.meet(self.text, start, end)
            made = list(self._of_sentence(start, end, inside))
            if not made and not any(dates_events(self.text, self.setup.dateline, m) for m in inside):
                made = list(self._without_date(start, end, inherited, war))
                if not made and news:
                    made = list(self._by_the_articles_day(clauses(self.text, start, end, []), start))
            if told_of and not all(map(names_a_party, made)) and goes_on(sentence):
                made = [with_actors(proposal, told_of) for proposal in made]
            self.told[self.told_before :] = [one for one in made if not one.undated]
            self.told_before = len(self.told)
            if self.read < _LEAD and not self._heads(start):
                self.read, self.lead = self.read + 1, (*self.lead, *made)
            yield from made
            inherited = made[-1] if made else inherited
            told_of = first_state(sentence) or told_of
            self.before = start, end
            self.cast.remember(self.text, start, end, heads=self._heads(start))

    def _of_sentence(self, start: int, end: int, mentions: tuple[Mention, ...]) -> Iterator[Proposal]:
        dated = [m for m in mentions if dates_events(self.text, self.setup.dateline, m)]
        if not dated:
            return
        for clause in clauses(self.text, start, end, dated):
            if clause.mention is None:
                yield from self._by_the_articles_day([clause], start)
                continue
            if clause.told_by and not self._reports(clause, start):
                continue
            date, again = _event_date(self.text, clause)
            date = self._by_now(clause, date)
            one = self._proposal(clause, date, clause.mention, clause.mention.reason, again=again)
            self.told.append(one)
            yield one

    def _without_date(self, start: int, end: int, inherited: Proposal | None, war: str) -> Iterator[Proposal]:
        """Events of a sentence without a date: those of the sentence before, or after a war that has a name."""
        lowered = self.text[start:end].lower()
        after_war = war and re.search(r"\bafter (?:the (?:end|close) of )?(?:the )?war\b", lowered)
        if after_war:
            last = WARS[war][1]
            day = self.setup.dateline.day
            after = (
                day is not None and last <= day.year
            )  # else the dateline, or the war, is not the one meant
            date = f"[{last}..{day.year}]" if day and after else f"[{last}..]"
            why = f"after the end of the {war.title()} ({last}, known and not said)" + (
                ", and before the dateline" if after else ""
            )
            for clause in clauses(self.text, start, end, [])[:1]:
                yield self._proposal(clause, date, None, why)
        elif (
            inherited is not None
            and inherited.mention is not None
            and re.search(r"\b(?:also|then|in addition|moreover|in turn)\b", lowered)
        ):
            for clause in clauses(self.text, start, end, []):
                if re.search(NOT_YET, self.text[clause.core.start : clause.core.at]):
                    continue
                yield self._proposal(
                    clause,
                    str(inherited.event.date),
                    inherited.mention,
                    "the sentence goes on from the one before, and so does its date",
                )

    def _by_the_articles_day(self, told: Iterable[Clause], start: int) -> Iterator[Proposal]:
        """The first event of clauses that say no time at all, and what its doer did besides: news tells what happened by the day on which it is written."""
        line = self.setup.dateline
        if line.day is None or self.setup.narrative or self._heads(start):
            return
        first: Clause | None = None
        for clause in told:
            if first is not None and clause.core.subject != (first.core.start, first.core.at):
                continue  # of no other doer: "held talks with Malta and visited the port"
            if self._reports(clause, start):
                first = first or clause
                one = self._proposal(clause, f"[..{line.day.edtf}]", None, BY_THE_ARTICLES_DAY)
                tied = leaned(
                    self.text, Undated(clause, start, one.event.actors), self.told, line.day.last_day
                )
                if tied is None:
                    yield one._replace(undated=True)
                else:
                    why = f'"{tied.words}", of what was told of {tied.before.event.date}'
                    yield self._proposal(clause, tied.date, tied.before.mention, why)

    def _by_now(self, clause: Clause, date: str) -> str:
        """The date of what has happened, which ends no later than the day of writing: "earlier in the week" of a Thursday's article."""
        line, core, mention = self.setup.dateline.day, clause.core, clause.mention
        days = re.fullmatch(r"\[(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\]", date) if date[:1] == "[" else None
        if days is None or line is None or mention is None or mention.tense > 0 or not past(core.word):
            return date
        if re.search(NOT_YET, self.text[core.start : core.at]) or not days[1] <= line.edtf < days[2]:
            return date
        return line.edtf if days[1] == line.edtf else f"[{days[1]}..{line.edtf}]"

    def _heads(self, start: int) -> bool:
        """Whether a sentence stands in the headline, which is drawn for itself."""
        heading = self.text.find(self.title) if self.title else -1
        return heading >= 0 and heading <= start < heading + len(self.title)

    def headline(self) -> Iterator[Proposal]:
        """The event of the headline, told in the present and without a date, unless the first sentences tell it."""
        title, line = self.title, self.setup.dateline
        start = self.text.find(title)
        if line.day is None or self.setup.narrative or not title or start < 0 or title.endswith("?"):
            return
        if re.match(TO_COME, title):
            return
        end = start + len(title)
        words = words_of(self.text, start, end)
        found = [core for core in cores(self.text, words, start) if not core.noun]
        core = found[0] if found else Core(words[-1][2], start, end, "", said=False)
        told = self._proposal(
            Clause(core, start, end, (start, end), None), f"[..{line.day.edtf}]", None, BY_THE_ARTICLES_DAY
        )
        event = replace(told.event, title=shortened(title))
        if retold(event, ((one.event, one.undated) for one in self.lead)):
            return
        yield told._replace(event=event, reason=f"the headline, {BY_THE_ARTICLES_DAY}", undated=True)

    def _reports(self, clause: Clause, start: int) -> bool:
        """Whether a clause without a date tells what has happened: in the past, in the reporter's words, and for the first time.

        "The meeting was …" tells more of an event that has its own date. A speaker's own words are no report of what was done, and what one says again was said on the same occasion.
        """
        core = clause.core
        before = self.text[core.start : core.at]
        quoted = re.search(_MARK, self.text[start : clause.end])
        inside = quoted and len(re.findall(_MARK, self.text[start : core.at])) % 2
        told_before = re.match(r"\s*(?:The|This|That|These|Those) (\w+)\b", before)
        if told_before and (told_before[1] in noun_roots() or told_before[1] in EVENTS):
            return False
        if re.search(NO_DEED, self.text[start : clause.end]):
            return False
        if re.search(NOT_YET, before) or (quoted and (core.said or inside)):
            return False
        if not core.said:
            return not core.word.endswith("s")
        speaker = subject_of(self.text, clause).rpartition(" ")[2]
        known = speaker in self.speakers or re.match(PRONOUN, f"{speaker} ") is not None
        known = (
            known and re.match(r"(?:Although|Though|While|Whereas)\b", before) is None
        )  # and what then is told
        self.speakers.add(speaker)
        return bool(speaker) and not known

    def _proposal(
        self, clause: Clause, date: str, mention: Mention | None, why: str, *, again: bool = False
    ) -> Proposal:
        """The clause's event; one that happened `again` now is told of the time before."""
        core = clause.core
        title, read_as = named_subject(
            located(title_of(self.text, clause), self.setup.dateline.place),
            clause,
            lambda: self.cast.before(self.text, self.before),
        )
        title, plurals = self.cast.named_for(self.text, clause, title)
        stands_for = (read_as, *plurals) if read_as else plurals
        told = faithful(title, core)
        if not told:
            begin = min(clause.start, core.subject[0] if core.subject else core.start)
            title, stands_for = shortened(self.text[begin : clause.end]) + "…", plurals
        if again:
            title = f"Last time before: {title[:1].lower()}{shortened(title, 9)[1:]}"
        actors = self.cast.acting(self.text, clause, stands_for)
        event = Event(
            date=EventDate.parse(date),
            date_as_written=as_written(mention),
            title=title,
            actors=actors,
            place="" if again else self._place(clause, date),
            kind=ROOTS.get(core.root, ""),
            status="draft",
            sources=(self._quoted(clause),),
            extra={"codes": {"cameo": core.root}} if core.root else {},
        )
        parts = [
            why,
            _AGAIN if again else "",
            f'"{core.word}": {ROOTS[core.root]}' if core.root else f'"{core.word}"',
        ]
        if not told:
            parts.append(_OWN_WORDS)
        parts += [f'"{said}" read as "{meant}"' for said, meant in stands_for]
        parts += self.cast.taken(actors)
        return Proposal(
            event=event,
            mention=mention,
            start=clause.start,
            end=clause.end,
            reason="; ".join(part for part in parts if part),
        )

    def _quoted(self, clause: Clause) -> Source:
        start, end = clause.quote
        quote = self.text[start:end]
        return replace(
            self.source,
            quote=" ".join(quote.split()) if "\n" in quote else quote,
            extra={"offsets": f"{start}-{end}"},
        )

    def _place(self, clause: Clause, date: str) -> str:
        """Where it happened: what the clause says after its core, or the dateline's place for what was said there that day."""
        core, line = clause.core, self.setup.dateline
        if not core.said:
            apart = core.noun or core.subject is not None
            begin = min(core.at, clause.end) if apart else max(core.start, clause.start)
            if (
                clause.dated and clause.dated[0][0] == core.end
            ):  # where the verb's first date and place are passed over
                begin = clause.dated[0][1]
            return place_in(self.text[begin : clause.end])
        here = line.place and clause.mention is not None and line.day is not None and date == line.day.edtf
        return line.place if here else ""


def _event_date(text: str, clause: Clause) -> tuple[str, bool]:
    """The date of the event that an expression dates, and whether it is the time before: of "for the first time since 2018", 2018."""
    mention = clause.mention
    if mention is None or mention.edtf is None:
        return "", False
    if clause.told_by and mention.period is not None:
        return f"[..{mention.period.edtf}]", False
    before = text[max(0, mention.start - 40) : mention.start].lower()
    if "first " in before and re.search(
        r"\bfirst (?:time|such [\w-]+|[\w-]+) (?:since)\s*(?:the\s*)?$", before
    ):
        return mention.edtf.removesuffix("/.."), True
    return mention.edtf, False

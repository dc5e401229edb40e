"""Whom a text has named so far, and who takes part in what its clauses tell."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from timeline.drafts.abbreviations import spelled_out
from timeline.drafts.actors import is_body, is_office, named
from timeline.drafts.bodies import callings
from timeline.drafts.hosts import citizens, hosts
from timeline.drafts.introduced import Introduced, introduced
from timeline.drafts.matters import parties_to
from timeline.drafts.name_parts import beside
from timeline.drafts.offices import Told, state_of
from timeline.drafts.party_words import is_party, state_words, told_as, whole
from timeline.drafts.phrases import OPENING
from timeline.drafts.pronouns import Before
from timeline.drafts.proposal import Proposal
from timeline.drafts.references import NOUNS, Parties, Reading, in_title, reference
from timeline.drafts.shortening import shortened
from timeline.drafts.stretches import Clause
from timeline.drafts.titles import own_start
from timeline.said.clauses import word_list
from timeline.states import state_named

ReadAs = tuple[str, str]
"""Words that name nobody, and whom they were read as."""
# By which a body is called again.
_SHORTENED = word_list("Council Commission Fund Agency Assembly League Organization Organisation Tribunal")

_ABBREVIATION = re.compile(r"\b[A-Z]{2,8}\b")
_WHERE = ("in", "at", "near", "outside", "across", "from", "of", "the")
_PLACED = r"\b(?:in|at|near|outside|across|from|of)\s+(?:the\s+)?$"
_MOST = 8  # actors of one event
_CONJUNCTIONS = word_list("The And But When While That Then If Because Although")


class Cast:
    """Whom a text has named so far, and `known`, the names of a collection and the abbreviations of the text.

    `full_names` are people and organisations by the words of their names that stand for them later, `acts_for` the states
    and bodies of people by these words, `holders` people by offices that nobody else in the text holds, `last_person` the
    one whom the sentence before named alone, `others` whether it named any, `called` the bodies told last by the words
    that stand for them. `home` is the state in which the text is dated and `publisher` who wrote it; `inferred` are the states
    of those whose office the text names without one. `told_with` are the parties to the talks or agreement of the clause last
    asked for, which it does not name, `met` the people of the sentence met last.
    """

    def __init__(
        self, *, known: Mapping[str, str], home: str = "", publisher: str = "", told: Told | None = None
    ) -> None:
        self.known = known
        self.home = home
        self.publisher = publisher
        self.told = told or Told()
        self.full_names: dict[str, str] = {}
        self.acts_for: dict[str, str] = {}
        self.holders: dict[str, str] = {}
        self.people: set[str] = set()
        self.last_person = ""
        self.others = False
        self.called: dict[str, str] = {}
        self.looked_for: set[str] = set()
        self.sentences: list[tuple[int, int]] = []
        self.read: Reading = {}
        self.inferred: dict[str, str] = {}
        self.told_with: tuple[str, ...] = ()
        self.offices: dict[tuple[str, str], str] = {}
        self.met: list[Introduced] = []

    def meet(self, text: str, start: int, end: int) -> None:
        """Come to a sentence: learn what its abbreviations stand for in the text, whose own name wins over a table's."""
        self.sentences.append((start, end))
        for short in _ABBREVIATION.findall(text, start, end):
            if short not in self.looked_for:
                self.looked_for.add(short)
                if full := spelled_out(short, text, end):
                    self.known = {**self.known, short: self.known.get(full, full)}
        sentence, inferred = text[start:end], len(self.inferred)
        self.met = []
        for one in introduced(sentence, self.acts_for, self.known):
            self.met.append(one)
            if not one.of and one.name not in self.acts_for and one.name not in self.people:
                self._infer(text, sentence, one)
        if len(self.inferred) > inferred:  # by which others may be known
            self.met = [*introduced(sentence, self.acts_for, self.known)]

    def _infer(self, text: str, sentence: str, one: Introduced) -> None:
        """Give the state of an office that the text names without it, where the text settles it: no state has two of one office."""
        state = state_of(
            sentence,
            one,
            self.told,
            home=self.home,
            publisher=self.publisher,
            text=text,
            acts_for=self.acts_for,
        )
        if state and self.offices.setdefault((state, one.duty), one.name) == one.name:
            self.inferred[one.name] = self.acts_for[one.name] = state

    def before(self, text: str, sentence: tuple[int, int]) -> Before:
        """What the text has told before the sentence behind this one."""
        names = self.full_names | {office.title(): name for office, name in self.holders.items() if name}
        here = self.sentences[-1][0] if self.sentences else sentence[1]
        return Before(text, sentence, here, self.last_person, self.others, names, self.people)

    def named_for(self, text: str, clause: Clause, title: str) -> tuple[str, tuple[ReadAs, ...]]:
        """The title with names for the plurals of the clause that name nobody, where it is sure for whom they stand."""
        begin = min(clause.start, clause.core.subject[0] if clause.core.subject else clause.start)
        found = []
        told = text[begin : clause.end]
        if not any(noun in told for noun in NOUNS):
            return title, ()
        for match in reference().finditer(text, begin, clause.end):
            parties = self._parties(text)
            if names := parties.meant(match):
                title = in_title(title, match, names)
                found.append((match[0], " and ".join(names)))
        return (shortened(title) if found else title), tuple(found)

    def _parties(self, text: str) -> Parties:
        spellings = {**self.acts_for, **self.known}
        return Parties(text=text, sentences=self.sentences, read=self.read, spellings=spellings)

    def taken(self, names: Iterable[str]) -> list[str]:
        """Of which of the actors told last it was inferred that they take part, or for whom they act, in words."""
        unnamed = (
            [f"of {' and '.join(self.told_with)}, with whom it was told before"] if self.told_with else []
        )
        return unnamed + [
            f"{name} taken to act for {self.inferred[name]}" for name in names if name in self.inferred
        ]

    def remember(self, text: str, start: int, end: int, *, heads: bool = False) -> None:
        """Keep the full names that the sentence met last gives, for sentences that shorten them."""
        sentence = text[start:end]
        self.called |= told_as(sentence)
        if not heads:
            self.told = self.told.then(sentence)
        met = []
        for person in self.met:
            *first, last = person.name.split()
            shorts = [last, *(word for word in first[:1] if not is_party(word))]
            if first:
                self.full_names.update(dict.fromkeys(shorts, person.name))
            full = self.full_names.get(last, person.name)
            of = person.of or self.inferred.get(person.name, "")
            if person.of and person.duty:
                self.offices.setdefault((person.of, person.duty), full)
            if of:
                self.acts_for.update(dict.fromkeys((*shorts, full), of))
            self.people.update((*shorts, full))
            if person.duty:  # two foreign ministers are not "the foreign minister"
                self.holders[person.duty] = full if self.holders.get(person.duty, full) == full else ""
            met.append(full)
        self.last_person = met[0] if len(set(met)) == 1 else ""
        self.others = bool(met)
        for actor in named(sentence) if any(word in sentence for word in _SHORTENED) else ():
            last = sentence[actor.start : actor.end].rpartition(" ")[2]
            if last in _SHORTENED and is_body(actor.name):
                self.full_names[last] = actor.name

    def acting(self, text: str, clause: Clause, read_as: Iterable[ReadAs]) -> tuple[str, ...]:
        """Who takes part: those named in the clause and in the subject it shares, by their full names, and for whom these act."""
        core = clause.core
        subject = text[slice(*core.subject)] if core.subject and not core.aside else ""
        kept = (core.at, *(start for start, _ in clause.dated))
        told = beside(text, own_start(text, clause), clause.end, kept)
        told += text[slice(*core.done_to)] if core.done_to else ""
        words = " ".join((*(meant for _, meant in read_as), subject, told))
        names = [a.name for a in named(words, self.known) if not a.placed]
        if self.called:
            names += [self.called[word] for word in callings().findall(words) if word in self.called]
        for short, full in self._shortened(words):
            if full not in names and not any(short in name.split() for name in names if name != short):
                names = [name for name in names if name != short] + [full]
        if "counterpart" in words and re.search(r"\bcounterparts?\b", words):
            names += self._own_states(words, text[: clause.start])
        theirs = [self.acts_for[name] for name in names if name in self.acts_for]
        self.told_with = ()
        if any(map(state_named, (*theirs, *names))):
            theirs += [state for state in hosts(words) if state not in names]
        elif not any(map(is_body, (*theirs, *names))):
            self.told_with = parties_to(clause, self._parties(text))
            theirs += self.told_with or citizens(words)
        return tuple(dict.fromkeys([*theirs, *names]))[:_MOST]

    def _shortened(self, words: str) -> Iterator[tuple[str, str]]:
        """The words that stand for a full name by themselves; in "Algoney Dagalo" is no other Dagalo."""
        lowered = words.lower()
        for office, holder in self.holders.items():
            for _, end in whole(lowered, f"the {office}") if holder else ():
                if not re.match(r" (?:[A-Z]|of\b|for\b)", words[end : end + 5]):
                    yield office, holder
        for short, full in self.full_names.items():
            for start, end in whole(words, short):
                before = re.search(r"(?<!\S)[A-Z][\w-]*(?= $)", words[max(0, start - 30) : start])
                behind = re.match(r" ([A-Z][\w-]*)", words[end : end + 30])
                other = behind is not None and full.startswith(short) and behind[1] not in full
                whole_name = before is None or before[0] not in full or words.endswith(full, 0, end)
                if whole_name and _belongs(before[0] if before else "", full) and not other:
                    yield short, full
                    break

    def _own_states(self, words: str, before: str) -> Iterator[str]:
        """The states for which people act who have counterparts, by what was said of them first: "Maltese Foreign Minister Anna Borg"."""
        for last in (name.rpartition(" ")[2] for name in self.full_names.values()):
            told = re.search(rf"\b{re.escape(last)}\b", before)
            if told is not None and re.search(rf"\b{re.escape(last)}\b", words):
                office = re.split(r"[.;\n]|, [a-z]", before[max(0, told.start() - 80) : told.start()])[-1]
                yield from [name for *_, name in state_words(office)][-1:]


def _belongs(before: str, full: str) -> bool:
    """Whether the capitalised word before a part of a name leaves it that name: an office, a state's word, or what opens a sentence."""
    return (
        not before
        or before in ("Mr", "Mrs", "Ms", "Dr")
        or before in full
        or is_party(before)
        or is_office(before)
        or before in OPENING
        or before in _CONJUNCTIONS
    )


def first_state(sentence: str) -> tuple[str, ...]:
    """The first state that a sentence names otherwise than as a place."""
    for start, _, name in state_words(sentence):
        before = sentence[max(0, start - 16) : start]
        if not before.rstrip().endswith(_WHERE) or not re.search(_PLACED, before):
            return (name,)
    return ()


def names_a_party(proposal: Proposal) -> bool:
    """Whether a state or body takes part."""
    return any(state_named(name) or is_body(name) for name in proposal.event.actors)


def with_actors(proposal: Proposal, told_of: tuple[str, ...]) -> Proposal:
    """The proposal with the state that the sentence before told of, where its own names none."""
    actors = proposal.event.actors
    if names_a_party(proposal):
        return proposal
    return proposal._replace(event=replace(proposal.event, actors=(*told_of, *actors)))

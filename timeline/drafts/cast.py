"""Whom a text has named so far, and who takes part in what its clauses tell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from timeline.drafts.actors import is_body, named, people, state_words
from timeline.drafts.bodies import callings, told_as
from timeline.drafts.name_parts import beside
from timeline.drafts.proposal import Proposal
from timeline.drafts.stretches import Clause
from timeline.drafts.titles import own_start
from timeline.states import state_named

_SHORTENED = r"\b(?:Council|Commission|Fund|Agency|Assembly|League|Organi[sz]ation|Tribunal)\b"  # by which a body is called again


@dataclass(slots=True, kw_only=True)
class Cast:
    """Whom a text has named so far, and `known`, the names of a collection.

    `full_names` are people and organisations by the last word of their names, `last_person` the one named last, `called`
    the bodies told last by the words that stand for them.
    """

    known: Mapping[str, str]
    full_names: dict[str, str] = field(default_factory=dict)
    last_person: str = ""
    called: dict[str, str] = field(default_factory=dict)

    def remember(self, sentence: str) -> None:
        """Keep the full names that a sentence gives, for sentences that shorten them."""
        self.last_person = ""
        self.called |= told_as(sentence)
        for person in people(sentence):
            *first, last = person.name.split()
            if first:
                self.full_names[last] = person.name
            self.last_person = self.full_names.get(last, person.name)
        for actor in named(sentence) if re.search(_SHORTENED, sentence) else ():
            last = sentence[actor.start : actor.end].rpartition(" ")[2]
            if re.fullmatch(_SHORTENED, last) and is_body(actor.name):
                self.full_names[last] = actor.name

    def acting(self, text: str, clause: Clause, read_as: tuple[str, str] | None) -> tuple[str, ...]:
        """Who takes part: those named in the clause and in the subject it shares, by their full names."""
        core = clause.core
        subject = text[slice(*core.subject)] if core.subject and not core.aside else ""
        kept = (core.at, *(start for start, _ in clause.dated))
        told = beside(text, own_start(text, clause), clause.end, kept)
        told += text[slice(*core.done_to)] if core.done_to else ""
        words = f"{read_as[1] if read_as else ''} {subject} {told}"
        names = [a.name for a in named(words, self.known) if not a.placed]
        names += [self.called[word] for word in callings().findall(words) if word in self.called]
        for short in re.findall(r"[A-Z][\w-]{2,}", words) if self.full_names else ():
            full = self.full_names.get(short)
            if (
                full
                and full not in names
                and not any(short in name.split() for name in names if name != short)
            ):
                names = [name for name in names if name != short] + [full]
        if re.search(r"\bcounterparts?\b", words):
            names += self._own_states(words, text[: clause.start])
        return tuple(dict.fromkeys(names))[:6]

    def _own_states(self, words: str, before: str) -> Iterator[str]:
        """The states for which people act who have counterparts, by what was said of them first: "Maltese Foreign Minister Anna Borg"."""
        for last in (name.rpartition(" ")[2] for name in self.full_names.values()):
            told = re.search(rf"\b{re.escape(last)}\b", before)
            if told is not None and re.search(rf"\b{re.escape(last)}\b", words):
                office = re.split(r"[.;\n]|, [a-z]", before[max(0, told.start() - 80) : told.start()])[-1]
                yield from [name for *_, name in state_words(office)][-1:]


def first_state(sentence: str) -> tuple[str, ...]:
    """The first state that a sentence names otherwise than as a place."""
    for start, _, name in state_words(sentence):
        if not re.search(
            r"\b(?:in|at|near|outside|across|from|of)\s+(?:the\s+)?$", sentence[max(0, start - 16) : start]
        ):
            return (name,)
    return ()


def with_actors(proposal: Proposal, told_of: tuple[str, ...]) -> Proposal:
    """The proposal with the state that the sentence before told of, where its own names none."""
    actors = proposal.event.actors
    if not told_of or any(state_named(name) or is_body(name) for name in actors):
        return proposal
    return replace(proposal, event=replace(proposal.event, actors=(*told_of, *actors)))

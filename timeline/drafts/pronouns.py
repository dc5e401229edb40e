"""Whom a pronoun that begins a title stands for."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from timeline.drafts.actors import is_organisation
from timeline.drafts.clauses import clauses
from timeline.drafts.shortening import shortened
from timeline.drafts.stretches import Clause
from timeline.drafts.subjects import FULL_NAME
from timeline.drafts.titles import subject_of
from timeline.states import state_named

PRONOUN = r"(?:It|He|She|They)(?=\s)"
_OBJECT = r"\s+(?:the|an?|its|their)\s+(?P<object>(?:[a-z-]+ ){0,2}?[a-z-]+)(?:[.;,]| (?:on|in|at|with|for|of|by|that|to)\b)"


class Before(NamedTuple):
    """What a text has told before a clause: its last sentence, the person named last there, and full names by their last word."""

    text: str
    sentence: tuple[int, int]
    person: str
    names: Mapping[str, str]


def named_subject(title: str, clause: Clause, before: Before) -> tuple[str, tuple[str, str] | None]:
    """The title with a name for the pronoun it begins with: of who speaks in the sentence, or of the sentence before."""
    pronoun = re.match(PRONOUN, title)
    if pronoun is None:
        return title, None
    within = re.search(rf"\b{pronoun[0].lower()}\b", before.text[clause.start : clause.core.at])
    if within:
        first = clauses(before.text, clause.start, clause.start + within.start(), [])
        name = subject_of(before.text, first[0]) if first else ""
    else:
        name = _subject_before(pronoun[0], before)
        if pronoun[0] in ("He", "She") and not _is_person(name, before):
            name = before.person
    name = before.names.get(name, name)
    if not name or re.match(PRONOUN, f"{name} "):
        return title, None
    return shortened(name + title[pronoun.end() :]), (pronoun[0].lower(), name)


def _is_person(name: str, before: Before) -> bool:
    """Whether a subject is somebody's name, told with an office or where the sentence names nobody else."""
    if is_organisation(name) or state_named(name) or not re.fullmatch(FULL_NAME, name):
        return False
    return not before.person or name in before.names.values()


def _subject_before(pronoun: str, before: Before) -> str:
    """What the sentence before tells of: the subject of its last clause, or its object where "it" cannot be those."""
    start, end = before.sentence
    told = [c for c in clauses(before.text, start, end, []) if not c.core.aside and not c.core.said]
    subject = subject_of(before.text, told[-1]) if told else ""
    if pronoun != "It" or not re.search(r"\band\b|,|[a-z]s$", subject):
        return subject  # else "it" is no plural, and may be what they did it to
    done = re.match(_OBJECT, before.text[told[-1].core.end : end])
    return done["object"] if done else ""

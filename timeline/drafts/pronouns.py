"""Whom a pronoun that begins a title stands for."""

import re
from collections.abc import Callable, Collection, Mapping

from timeline.drafts.actors import is_office, is_organisation
from timeline.drafts.clauses import clauses
from timeline.drafts.cores import cores
from timeline.drafts.shortening import shortened
from timeline.drafts.stretches import Clause
from timeline.drafts.subjects import FULL_NAME
from timeline.drafts.titles import subject_of
from timeline.drafts.words import words_of
from timeline.states import state_named
from timeline.tuples import NamedTuple

PRONOUN = r"(?:It|He|She|They)(?=\s)"
_OBJECT = r"\s+(?:the|an?|its|their)\s+(?P<object>(?:[a-z-]+ ){0,2}?[a-z-]+)(?:[.;,]| (?:on|in|at|with|for|of|by|that|to)\b)"

_HERE = r"\bhere(?=$| (?:on|for|with|and|to|as|after|before|during|under|from|by)\b)"


class Before(NamedTuple):
    """What a text has told before a clause: its last sentence, where that of the clause begins, the person named there alone, if `others` are no choice, and full names by what stands for them.

    `people` are those introduced so far, by each of their names.
    """

    text: str
    sentence: tuple[int, int]
    here: int
    person: str
    others: bool
    names: Mapping[str, str]
    people: Collection[str]


def named_subject(
    title: str, clause: Clause, told: Callable[[], Before]
) -> tuple[str, tuple[str, str] | None]:
    """The title with a name for the pronoun it begins with: of who speaks in the sentence, or of the sentence before."""
    pronoun = re.match(PRONOUN, title)
    if pronoun is None:
        return title, None
    word, before = pronoun[0], told()
    within = re.search(rf"\b{word.lower()}\b", before.text[clause.start : clause.core.at])
    speaks = before.text[clause.start : clause.start + within.start()] if within else ""
    if re.search(r"\b(?:which|whom)\s+$", speaks):
        return "", None  # it may be any that the sentence names: its own words tell it
    first = clauses(before.text, clause.start, clause.start + len(speaks), []) if speaks else []
    if first:
        name = subject_of(before.text, first[0])
    else:
        name = _subject_beside(clause, before, clause.start + len(speaks)) or _subject_before(word, before)
    if word == "It" and (_is_named(name, before) or (first and is_office(speaks))):
        name = _subject_before(word, before) if first else ""
    elif word in ("He", "She") and not first and not _is_person(name, before):
        name = before.person
    name = before.names.get(name, name)
    if not name or re.match(PRONOUN, f"{name} ") or (word == "It" and _is_named(name, before)):
        return (shortened(f"{speaks}{title[0].lower()}{title[1:]}") if first else title), None
    return shortened(name + title[pronoun.end() :]), (word.lower(), name)


def _subject_beside(clause: Clause, before: Before, at: int) -> str:
    """Of what the clause tells to which the one with the pronoun is joined: the ministers of "the ministers spoke; they were praised"."""
    words = words_of(before.text, before.here, at)
    told = [core for core in cores(before.text, words, before.here) if not core.noun and not core.aside]
    if not told:
        return ""
    core, dates = told[-1], (*clause.dated, *clause.others)
    return subject_of(before.text, Clause(core, core.start, core.end, (core.start, core.end), None, dates))


def located(title: str, place: str) -> str:
    """The title with the place of the dateline for "here".

    >>> located("Anna Borg held talks here with envoys", "Oslo"), located("Here we stand", "Oslo")
    ('Anna Borg held talks in Oslo with envoys', 'Here we stand')
    """
    return re.sub(_HERE, f"in {place}", title, count=1) if place and "here" in title else title


def _is_named(name: str, before: Before) -> bool:
    """Whether a name is one of the people that the text has introduced: no "it" is one of them."""
    return name in before.people


def _is_person(name: str, before: Before) -> bool:
    """Whether a subject is somebody's name or office, or a name where the sentence names nobody else."""
    if name in before.people or name in before.names or is_office(name):
        return True
    if is_organisation(name) or state_named(name) or not re.fullmatch(FULL_NAME, name):
        return False
    return not before.others


def _subject_before(pronoun: str, before: Before) -> str:
    """What the sentence before tells of: the subject of its last clause, or its object where "it" cannot be those."""
    start, end = before.sentence
    told = [c for c in clauses(before.text, start, end, []) if not c.core.aside and not c.core.said]
    subject = subject_of(before.text, told[-1]) if told else ""
    if pronoun != "It" or not re.search(r"\band\b|,|[a-z]s$", subject):
        return subject  # else "it" is no plural, and may be what they did it to
    done = re.match(_OBJECT, before.text[told[-1].core.end : end])
    return done["object"] if done else ""

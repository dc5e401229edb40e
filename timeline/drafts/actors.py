"""Who takes part: states by name, capital and demonym, organisations and people by how English writes them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from timeline.drafts.word_lists import word_list
from timeline.states import State, organ_of, state_names

_ORGANS = (
    "Ministry|Ministries|Organization|Organisation|Council|Commission|Committee|Union|Agency|Parliament|Assembly|Court|Bank|Party|League|Association"
    "|Nations|Embassy|Federation|Senate|Congress|Cabinet|Government|Authority|Office|Secretariat|Fund|Alliance|Coalition|Front|Army|Forces|Mission"
)
_OFFICES = (
    "President|Prime Minister|Foreign Minister|Defense Minister|Defence Minister|Finance Minister|Interior Minister|Trade Minister|Minister|Ambassador"
    "|Chancellor|King|Queen|Prince|Princess|Secretary-General|Secretary|Spokeswoman|Spokesman|Spokesperson|General|Gen\\.|Colonel|Admiral|Senator|Sen\\."
    "|Governor|Mayor|Envoy|Commissioner|Chairman|Chairwoman|Chair|Speaker|Premier|Deputy|Director|Chief|Leader|Mr\\.|Mrs\\.|Ms\\.|Dr\\.|Pope|Sheikh|Emir|Sultan"
)
_NOT_NAMES = frozenset(
    word_list("the a an on in at of and for to from by with mr mrs second first world war")
)
_PLACED = r"\b(?:in|at|near|outside|across|(?P<capital>from|of|to))\s+$"


class Named(NamedTuple):
    """An actor in the text: the name we store, and where it stands."""

    name: str
    start: int
    end: int
    placed: bool = False  # after "in" or "at": where something happens, rather than who does it


@cache
def _states() -> tuple[re.Pattern[str], dict[str, State]]:
    """Every word that stands for a state. Built when first asked: 600 names."""
    table: dict[str, State] = {}
    for sort in ("metonym", "capital", "demonym", "name"):
        table.update(state_names(sort))
    names = sorted(
        (name for name in table if len(name) > 3 or name in ("US", "UK", "UAE")), key=len, reverse=True
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)"), table


@cache
def _capitals() -> frozenset[str]:
    return frozenset(state_names("capital"))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    word = r"[A-Z][\w'’-]{1,24}"
    organisation = re.compile(rf"\b{word}(?:(?: | of | of the | for | and ){word}){{0,5}}")
    person = re.compile(
        rf"\b(?:{_OFFICES})\s+(?:of\s+{word}\s+)?(?P<name>{word}(?:\s(?:[A-Z]\.|al-|van|von|de|bin|{word})){{0,2}})"
    )
    return organisation, person


def named(text: str, known: Iterable[str] = ()) -> Iterator[Named]:
    """The actors in a piece of text, states first; `known` are names the collection has already.

    >>> [actor.name for actor in named("Japanese Prime Minister Fumio Kishida wrote to the Black Sea Economic Cooperation Organization")]
    ['Japan', 'Black Sea Economic Cooperation Organization', 'Fumio Kishida']
    """
    taken: list[tuple[int, int]] = []
    organisation, person = _patterns()
    found: list[Named] = []
    for match in organisation.finditer(text):
        words = match[0].split()
        if words and re.fullmatch(rf"(?:{_ORGANS})", words[-1]) and len(words) > 1:
            start = match.start()
            name = match[0]
            if words[0].lower() in _NOT_NAMES:
                start += len(words[0]) + 1
                name = name[len(words[0]) + 1 :]
            owner = organ_of(name)
            if owner is not None and owner.name == name:
                continue
            if owner is not None:
                found.append(Named(name=owner.name, start=start, end=start))
            found.append(Named(name=name, start=start, end=match.end()))
            taken.append((start, match.end()))
    pattern, table = _states()
    states = []
    for match in pattern.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        before = re.search(_PLACED, text[max(0, match.start() - 12) : match.start()])
        placed = before is not None and (
            not before["capital"] or (match[0] in _capitals() and before["capital"] != "to")
        )
        states.append(Named(name=table[match[0]].name, start=match.start(), end=match.end(), placed=placed))
    people = [
        Named(name=match["name"], start=match.start("name"), end=match.end("name"))
        for match in person.finditer(text)
        if match["name"].split()[0] not in table
        and not re.search(rf"\b(?:{_OFFICES}|{_ORGANS})$", match["name"])
        and match["name"].split()[0] not in ("Minister", "Ministry", "General", "Spokeswoman", "Spokesman")
    ]
    seen: set[str] = set()
    for actor in (
        *(s for s in states if not s.placed),
        *found,
        *people,
        *_known(text, known),
        *(s for s in states if s.placed),
    ):
        if actor.name not in seen:
            seen.add(actor.name)
            yield actor


def _known(text: str, known: Iterable[str]) -> Iterator[Named]:
    for name in known:
        if len(name) > 2 and (at := text.find(name)) >= 0:
            yield Named(name=name, start=at, end=at + len(name))


def is_organisation(name: str) -> bool:
    """Whether a name ends as an organisation's does.

    >>> is_organisation("United Nations Security Council"), is_organisation("Anna Borg")
    (True, False)
    """
    return bool(re.search(rf"\b(?:{_ORGANS})$", name))


def place_in(text: str) -> str:
    """The place after "in" or "at", empty when there is none.

    >>> place_in('the rally, held in Tokyo on Tuesday'), place_in("in March 2022")
    ('Tokyo', '')
    """
    for match in re.finditer(
        r"\b(?:in|at|near|outside) (?:the )?(?P<place>(?:[A-Z][\w'’-]{2,20})(?: [A-Z][\w'’-]{2,20}){0,2})",
        text,
    ):
        words = match["place"].split()
        if words[0].lower() in _NOT_DATES or re.search(rf"(?:{_ORGANS})$", match["place"]):
            continue
        return match["place"]
    return ""


_NOT_DATES = frozenset(
    word_list(
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep "
        "sept oct nov dec spring summer autumn winter easter christmas"
    )
)


def dateline_state(place: str) -> str:
    """The state whose capital the place is, empty when it is none's.

    >>> dateline_state("Moscow")
    'Russia'
    """
    state = state_names("capital").get(place)
    return state.name if state else ""

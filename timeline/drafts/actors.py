"""Who takes part: states by name, capital and demonym, organisations and people by how English writes them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from timeline.drafts.bodies import bodies
from timeline.drafts.name_parts import in_a_name, is_tail, stands_for_a_place
from timeline.drafts.party_words import capitals, party_words, state_words, words_of_parties
from timeline.folding import fold
from timeline.model import Event
from timeline.naming import Names
from timeline.said.clauses import word_list
from timeline.states import organ_of, state_named
from timeline.tuples import NamedTuple

_ORGANS = (
    "Ministry|Ministries|Organization|Organisation|Council|Commission|Committee|Union|Agency|Parliament|Assembly|Court|Bank|Party|League|Association"
    "|Nations|Embassy|Federation|Senate|Congress|Cabinet|Government|Authority|Office|Secretariat|Fund|Alliance|Coalition|Front|Army|Forces|Mission"
)
_OFFICES = (
    "President|Prime Minister|Foreign Minister|Defense Minister|Defence Minister|Finance Minister|Interior Minister|Trade Minister|Minister|Ambassador"
    "|Chancellor|King|Queen|Prince|Princess|Secretary-General|Secretary|Spokeswoman|Spokesman|Spokesperson|General|Gen.|Colonel|Admiral|Senator|Sen."
    "|Governor|Mayor|Envoy|Representative|Commissioner|Chairman|Chairwoman|Chair|Speaker|Premier|Deputy|Director|Chief|Leader|Mr.|Mrs.|Ms.|Dr.|Pope|Sheikh|Emir|Sultan"
)
_LOWER_OFFICES = (
    "president|prime minister|foreign minister|minister|ambassador|envoy|spokesman|spokeswoman|spokesperson|chancellor|premier|secretary-general"
    "|leader|chief|head|commander|counterpart|representative|commissioner|top diplomat|negotiator|chairperson|chargé d'affaires|charge d'affaires"
)
_OFFICE_WORDS, _ORGAN_WORDS = frozenset(_OFFICES.split("|")), frozenset(_ORGANS.split("|"))
_TITLES = _OFFICE_WORDS | _ORGAN_WORDS
_NOT_NAMES = word_list("the a an on in at of and for to from by with mr mrs second first world war")
_NOT_PEOPLE = word_list(
    "Minister Ministry Minister's General Spokeswoman Spokesman Foreign Affairs Defence Defense State Republic Federation Kingdom House Deputy"
)
# Offices of so many sorts that what follows them is a person's name only if it has two words.
_VAGUE = word_list(
    "General Chief Director Leader Deputy Chair Secretary Speaker Representative leader chief head commander"
)
# What the organs of every state are called: "the Defense Ministry" says nobody's name.
_ANY_STATES = word_list(
    "Foreign Defence Defense Interior Finance Justice Health Energy Agriculture Trade Economy Education Culture Transport Supreme Constitutional National"
    " Federal Central High State Security Army Navy Air Police Armed Affairs of the and People's Prime President's Royal Cabinet Military Appeals Upper Lower"
)
NOBODY: Mapping[str, str] = MappingProxyType({})
"""The actors of a collection that has none."""


class Named(NamedTuple):
    """An actor in the text: the name we store, and where it stands."""

    name: str
    start: int
    end: int
    placed: bool = False  # after "in" or "at": where something happens, rather than who does it


def _by_letters(words: str) -> dict[str, list[str]]:
    """Words, each under its first three letters, in their order."""
    found: dict[str, list[str]] = {}
    for word in words.split("|"):
        found.setdefault(word[:3], []).append(word)
    return found


# Looked up and not compiled: a pattern of a hundred alternatives takes 11 M instructions. A rank leads, an office ends.
_RANKS = _by_letters(f"{_OFFICES}|Foreign|First|Vice|State|Acting")
_HELD = _by_letters(f"{_OFFICES}|{_LOWER_OFFICES}")
_MOST_RANKS = 3


def _office_end(text: str, at: int, ranks: int = _MOST_RANKS) -> int:
    """Where an office ends that begins at a place, with at most so many ranks before it; 0 where none begins."""
    letters = text[at : at + 3]
    for rank in _RANKS.get(letters, ()) if ranks else ():
        if text.startswith(rank, at):
            behind = at + len(rank)
            while text[behind : behind + 1].isspace():
                behind += 1
            if behind > at + len(rank) and (end := _office_end(text, behind, ranks - 1)):
                return end
    return next((at + len(one) for one in _HELD.get(letters, ()) if text.startswith(one, at)), 0)


def _offices(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The offices of a text, each with what it is of and the name behind it: where it begins, and what stands behind it."""
    done = 0
    for letter in re.finditer(r"\b[A-Za-z]", text):
        start = letter.start()
        if (
            start >= done
            and (end := _office_end(text, start))
            and (behind := _patterns()[1].match(text, end))
        ):
            done = behind.end()
            yield start, behind


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Of texts whose apostrophes are all "'": a class with another beside the hyphen takes 2 M instructions each time."""
    word = r"[A-Z][\w'-]{1,24}"
    organisation = re.compile(rf"\b{word}(?:(?: | of | of the | for | and ){word}){{0,5}}")
    name = rf"(?:{word}|[A-Z]\.)(?:\s(?:[A-Z]\.|al-\w+|van|von|de|bin|{word})){{0,4}}"
    behind = re.compile(
        rf"(?:\s+(?:of|to|for)\s+(?:the\s+)?{word}(?:\s{word}){{0,4}}){{0,3}}(?:\s\([A-Z]{{2,10}}\))?(?:,?\s+(?P<name>{name}))?"
    )
    return organisation, behind


def people(text: str) -> Iterator[Named]:
    """The people that a text names with their office.

    >>> [p.name for p in people("Ambassador of India to Russia Bala Venkatesh Varma met Deputy Foreign Minister Sergey Ryabkov")]
    ['Bala Venkatesh Varma', 'Sergey Ryabkov']
    """
    table = words_of_parties()
    for opens, match in _offices(text.replace("’", "'")):
        begin, finish = match.span("name") if match["name"] else (opens, match.end())
        run = text[begin:finish]
        last = None if match["name"] else re.search(r".*\b(?:of|to|for)\s+(?:the\s+)?", run)
        if not match["name"] and last is None:
            continue
        words = list(re.finditer(r"\S+", run[last.end() if last else 0 :]))
        offset = begin + (last.end() if last else 0)
        skipped = 0
        while skipped < len(words) and (
            words[skipped][0] in table or words[skipped][0] in _NOT_PEOPLE or words[skipped][0] in _TITLES
        ):
            skipped += 1
        words = words[skipped:]
        if last is not None and (not skipped or len(words) < 2):
            continue
        office, *others = text[opens : match.end()].split()
        if len(words) > 4 or len(words) < (2 if others and office in _VAGUE else 1):
            continue
        start, end = offset + words[0].start(), offset + words[-1].end()
        name = text[start:end]
        if name.endswith(("'s", "’s")):
            name, end = name[:-2], end - 2
        name = name.rstrip("'’")
        if _last_word(name) in _TITLES or name in table:
            continue
        yield Named(name=name, start=start, end=start + len(name))


def is_office(text: str) -> bool:
    """Whether a phrase is an office with what belongs to it, a name left out.

    >>> is_office("Russian Foreign Minister "), is_office("Talks with ")
    (True, False)
    """
    return not _OFFICE_WORDS.isdisjoint(re.findall(r"\w+", text))


def _organisations(text: str, table: Iterable[Named]) -> Iterator[Named]:
    """The organisations in a text: those of the table, and by its last word each other; an organ of a state is that state.

    What begins as a body of the table is an organ of that body.
    """
    taken = []
    for body in table:
        if not is_tail(text, body.start, _ORGANS) and not in_a_name(
            text, body.start, body.end, capital=False
        ):
            taken.append((body.start, body.end))
            yield body
    for match in _patterns()[0].finditer(text.replace("’", "'")):
        start, end = match.span()
        name = text[start:end]
        first, _, rest = name.partition(" ")
        if first.lower() in _NOT_NAMES:
            start, name = start + len(first) + 1, rest
        if any(start < last and begin < end for begin, last in taken):
            continue
        if " " in name and is_organisation(name) and not is_office(name):
            owner = organ_of(name) or state_named(_of_whom(name))
            if owner is None and all(word in _ANY_STATES for word in name.split()[:-1]):
                continue
            yield Named(name=owner.name if owner else name, start=start, end=end)


def _of_whom(organ: str) -> str:
    """The name of the state whose organ it is: of "Seoul's Defense Ministry", South Korea."""
    whose = re.match(r"([^'’]+)['’]s? ", organ)
    return words_of_parties().get(whose[1], "") if whose else ""


def known_actors(events: Iterable[Event], names: Names) -> dict[str, str]:
    """The actors that are named or take part in events: each spelling, with the name by which it goes."""
    named = [text for one in names.actors for text in one.spellings]
    told = (name for event in events for name in event.actors if len(name) > 2)
    return {text: names.actor(text) if names.known_actor(text) else text for text in (*named, *told)}


def named(text: str, known: Mapping[str, str] = NOBODY) -> Iterator[Named]:
    """The actors in a piece of text, states first.

    `known` are spellings that the collection has already, each with the name by which its actor goes.

    >>> [actor.name for actor in named("Japanese Prime Minister Fumio Kishida wrote to the Black Sea Economic Cooperation Organization")]
    ['Japan', 'Black Sea Economic Cooperation Organization', 'Fumio Kishida']
    """
    called = bodies().called
    words = party_words(text)
    table = [
        Named(name=known.get(text[start:end], name), start=start, end=end)
        for start, end, name in words
        if name in called
    ]
    found = list(_organisations(text, table))
    taken = [(one.start, one.end) for one in found]
    states = []
    for start, end, state in words:
        if state in called:
            continue
        capital = text[start:end] in capitals()
        if any(begin <= start < finish for begin, finish in taken) or in_a_name(
            text, start, end, capital=capital
        ):
            continue
        placed = stands_for_a_place(text[max(0, start - 40) : start], text[end : end + 80], capital=capital)
        states.append(Named(name=state, start=start, end=end, placed=placed))
    seen: set[str] = set()
    for actor in (
        *(s for s in states if not s.placed),
        *found,
        *people(text),
        *_known(text, known),
        *(s for s in states if s.placed),
    ):
        name = known.get(actor.name, actor.name)
        if name not in seen:
            seen.add(name)
            yield actor._replace(name=name)


def actors_by_name(text: str, known: Mapping[str, str], placed: Collection[str]) -> tuple[str, ...]:
    """The actors that a text in whatever language names as the collection or the table of states does.

    After a word of those that say where (`placed`) a name is a place, and so is a capital.
    """
    states = [
        Named(name=known.get(state, state), start=start, end=end)
        for start, end, state in state_words(text)
        if text[start:end] not in capitals()
    ]
    found = sorted((*_known(text, known), *states), key=lambda one: one.start)
    names = [
        one.name
        for one in found
        if fold(text[: one.start].rpartition(" ")[0].rpartition(" ")[2]) not in placed
    ]
    return tuple(dict.fromkeys(names))[:6]


def _known(text: str, known: Mapping[str, str]) -> Iterator[Named]:
    for spelling, name in known.items():
        if spelling not in text:
            continue
        # Whole words, the EU is not in EUR: in scripts with capitals, which are those that part words by spaces.
        edges = [r"(?<!\w)" if _cased(spelling[0]) else "", r"(?!\w)" if _cased(spelling[-1]) else ""]
        if found := re.search(re.escape(spelling).join(edges), text):
            yield Named(name=name, start=found.start(), end=found.end())


def _cased(character: str) -> bool:
    return character.lower() != character.upper()


def is_organisation(name: str) -> bool:
    """Whether a name ends as an organisation's does.

    >>> is_organisation("United Nations Security Council"), is_organisation("Anna Borg")
    (True, False)
    """
    return _last_word(name) in _ORGAN_WORDS


def _last_word(name: str) -> str:
    """The last word of a name, with its full stop."""
    found = re.search(r"\w+\.?$", name)
    return found[0] if found else ""


def is_body(name: str) -> bool:
    """Whether a name is that of an organisation, one of the table or one that ends as such.

    >>> is_body("Hezbollah"), is_body("Anna Borg")
    (True, False)
    """
    return name in bodies().called or is_organisation(name)

"""The words that stand for a state or a body in a text, as English writes them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from operator import itemgetter
from unicodedata import combining, normalize

from timeline.drafts.bodies import bodies
from timeline.states import state_names

_SMALL = "abcdefghijklmnopqrstuvwxyz"
# Short names of states that are no codes in a text.
_SHORT_STATES = {
    "US": "United States",
    "USA": "United States",
    "UK": "United Kingdom",
    "UAE": "United Arab Emirates",
    "DPRK": "North Korea",
}


@cache
def _states() -> tuple[dict[str, str], list[str], re.Pattern[str]]:
    """Every word that stands for a state or a body, all in order, and a word that may begin one. Built when first asked."""
    table = dict(bodies().names)
    for sort in ("metonym", "capital", "demonym", "name"):
        table.update({name: state.name for name, state in state_names(sort).items() if len(name) > 3})
    table |= _SHORT_STATES
    for name in [name for name in table if not name.isascii()]:
        table.setdefault(unaccented(name), table[name])
    # A class of the letters that begin one, of which some are beyond Latin-1, takes 2 M instructions to compile.
    none = "".join(sorted(set(_SMALL).difference(map(itemgetter(0), table))))
    return table, sorted(table), re.compile(rf"(?<!\w)[^\W\d_{none}][^\W\d_]*")


@lru_cache(maxsize=1 << 12)
def _begun(first: str) -> list[str]:
    """Those that begin with a word, the longest first: found when it is met, since to part them all takes 8 M instructions."""
    names = _states()[1]
    alike = names[bisect_left(names, first) : bisect_left(names, f"{first}\U0010ffff")]
    whole = [name for name in alike if not name[len(first) : len(first) + 1].isalpha()]
    return sorted(whole, key=len, reverse=True)


@cache
def capitals() -> frozenset[str]:
    """Every word that is the name of a capital."""
    names = frozenset(state_names("capital"))
    return names | {unaccented(name) for name in names if not name.isascii()}


def unaccented(name: str) -> str:
    """A name as agencies write it, without accents.

    >>> unaccented("Chișinău")
    'Chisinau'
    """
    return "".join(mark for mark in normalize("NFD", name) if not combining(mark))


def words_of_parties() -> Mapping[str, str]:
    """The name of its state or body by each word that stands for one."""
    return _states()[0]


def state_words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words that stand for a state, with its name; those in the name of a body are its own.

    >>> [(word, state) for *_, word, state in ((a, b, text[a:b], s) for text in ["US and Japanese envoys in the Hague"] for a, b, s in state_words(text))]
    [('US', 'United States'), ('Japanese', 'Japan')]
    >>> list(state_words("the Syrian Democratic Forces"))
    []
    """
    known = bodies().called
    return ((start, end, name) for start, end, name in party_words(text) if name not in known)


@lru_cache(maxsize=8)
def party_words(text: str) -> tuple[tuple[int, int, str], ...]:
    """The words that stand for a state or a body, with its name. A sentence is asked for several times, and read once."""
    return tuple(_party_words(text))


def _party_words(text: str) -> Iterator[tuple[int, int, str]]:
    table, _, first = _states()
    end = 0
    for match in first.finditer(text):
        start = match.start()
        if start < end:
            continue
        for name in _begun(match[0]):
            if text.startswith(name, start) and not text[start + len(name) : start + len(name) + 1].isalnum():
                end = start + len(name)
                yield start, end, table[name]
                break


def told_as(sentence: str) -> dict[str, str]:
    """The bodies that a sentence names, by the words that may stand for them in those after it.

    >>> told_as("NATO expelled eight members of the Russian mission")
    {'alliance': 'NATO', 'bloc': 'NATO'}
    """
    called = bodies().called
    return {word: name for _, _, name in party_words(sentence) for word in called.get(name, ())}


def is_party(word: str) -> bool:
    """Whether a word stands for a state or a body by itself.

    >>> is_party("Jordan"), is_party("Anna")
    (True, False)
    """
    return word in words_of_parties()


def whole(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word or a name stands in a text by itself; no pattern is compiled for it.

    >>> list(whole("Li met Lin, Li's envoy", "Li"))
    [(0, 2), (12, 14)]
    """
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum() or text[end : end + 1] == "-"):
            yield at, end
        at = text.find(word, end)

"""Which state an actor is, by its names and codes, and which one it acts for: by capital, demonym, organ and office.

Ambiguity is settled once, here and by the `!` marks of `timeline.states_table`:

- **Codes count whatever their case.** An actor that is exactly `NO`, `it` or `Us` is Norway, Italy, the United States. Codes are never
  looked for inside a longer text. Two-letter codes of territories that usually mean something else (`PM`, `AI`, `PR`) are not read.
- **A name that two states share is neither's:** `Korea`, `Congo`, `Congolese`, `Virgin Islands`. Where one of them is usually meant,
  it is that one: `Guinea` (Conakry), `Dominican` (Dominican Republic), `Samoa`, `Ireland`, `Micronesia`, `Georgia` (the state, not the
  United States' Georgia), `Macedonia`, `FRG`. `Republic of China` and `ROC` are Taiwan, `PRC` is China.
- **A former state is never its successor** (`Soviet` is the Soviet Union's); a state that only changed its name is one state
  (`Burma`, `Zaire`, `Swaziland`, `Upper Volta`). `Federal Republic of Yugoslavia` is Serbia and Montenegro.
- **Territories with an ISO code** (Greenland, Hong Kong) are rows of their own, marked `territory`, never their sovereign.
- **Capitals that stand for something else** are no government: Brussels, The Hague, Jerusalem, Victoria, Georgetown.
- **An organ is guessed by words.** A state owns an actor when it is the only one named otherwise than as a place or a counterpart, and
  an organ or office stands beside it: `Russian Foreign Ministry Spokeswoman Maria Zakharova`, but not `Japan Times`, `Moscow City
  Court`, `Syrian Democratic Forces` or `EU Delegation to Japan`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal

from timeline.folding import fold
from timeline.tuples import NamedTuple

__all__ = ["Sort", "State", "all_states", "organ_of", "state_named", "state_names", "words_of"]

Sort = Literal["name", "demonym", "capital", "metonym"]
"""How a word stands for a state: `Japan`, `Japanese`, `Tokyo`, `Kantei`."""
_SORTS: Final[tuple[Sort, ...]] = ("metonym", "capital", "demonym", "name")

_LONGEST_ACTOR: Final = 200
"""Characters; a longer text is no actor's name, and is kept out of the cache."""


class State(NamedTuple):
    """A state or territory, present or former, with the English words and the codes that stand for it.

    Absent codes are "". Each state is one object: compare with `is`.
    """

    name: str
    row: str
    former: bool
    territory: bool

    @property
    def official(self) -> str:
        """Its name in treaties."""
        return self._items(1)[0]

    @property
    def iso2(self) -> str:
        """Its alpha-2 code of ISO 3166."""
        return next(iter(self._items(2)), "")

    @property
    def iso3(self) -> str:
        """Its alpha-3 code of ISO 3166."""
        return next(iter(self._items(3)), "")

    @property
    def cameo(self) -> tuple[str, ...]:
        """The codes that CAMEO uses besides or instead of alpha-3."""
        return self._items(4)

    @property
    def names(self) -> tuple[str, ...]:
        """Its other names."""
        return self._items(5)

    def _items(self, column: int) -> tuple[str, ...]:
        cell = self.row.split("|")[column].replace("!", "")
        return tuple(cell.split("; ")) if cell else ()

    def __str__(self) -> str:
        return self.name


class _Index(NamedTuple):
    """Every way to a state, read from the table once."""

    states: tuple[State, ...]
    exact: dict[str, State]  # folded names and codes
    named: dict[str, State]  # names as bare words
    written: dict[Sort, Mapping[str, State]]  # everything but codes, as the table spells it


def all_states() -> tuple[State, ...]:
    """Every state: those of today by name, then territories, then former states."""
    return _index().states


def state_names(sort: Sort = "name") -> Mapping[str, State]:
    """The words of one sort that stand for a state, as English writes them; no codes.

    >>> state_names("capital")["Tokyo"].name
    'Japan'
    """
    return _index().written[sort]


def state_named(text: str) -> State | None:
    """The state that an actor is, when its whole text is one of the state's names or codes.

    Case, accents, a leading "the" and the order of `Korea, Republic of` do not matter.

    >>> [str(state_named(text)) for text in ("jpn", "NO", "cote d\u2019ivoire", "Burma", "Soviet Union", "Tokyo")]
    ['Japan', 'Norway', 'Ivory Coast', 'Myanmar', 'Soviet Union', 'None']
    """
    return _named(text) if len(text) <= _LONGEST_ACTOR else None


@lru_cache(maxsize=4096)
def _named(text: str) -> State | None:
    """`state_named`, remembered: 0.1 µs instead of 1 to 4."""
    index = _index()
    folded = fold(text).strip()
    return index.exact.get(folded) or index.named.get(words_of(folded)) or _inverted(folded, index.named)


_CLITICS: Final = re.compile(r"'s(?!\w)|['.]")
_JOINTS: Final = re.compile(r"[\W_]+")


def words_of(folded: str) -> str:
    """The bare words of a folded name: no punctuation, possessive or leading "the"; "St" is "Saint".

    >>> words_of("the u.s."), words_of("st. kitts & nevis"), words_of("japan's")
    ('us', 'saint kitts and nevis', 'japan')
    """
    words = folded.split()
    if not "".join(words).isalpha():  # most names are, and need no regular expression: 0.5 µs instead of 2
        words = _JOINTS.sub(" ", _CLITICS.sub("", folded).replace("&", " and ")).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words if "st" not in words else ["saint" if word == "st" else word for word in words])


_INVERTED: Final = r"([^,(]+)(?:, ?| ?\()([^,()]+)\)?"


def _inverted(folded: str, named: Mapping[str, State]) -> State | None:
    """The state of a name in a list's order, `Korea, Republic of`, or with another of its names in brackets."""
    if not {",", "("} & {*folded} or not (parts := re.fullmatch(_INVERTED, folded)):
        return None
    head, tail = words_of(parts[1]), words_of(parts[2])
    if state := named.get(f"{tail} {head}"):
        return state
    return state if (state := named.get(head)) and state is named.get(tail) else None


@cache
def _index() -> _Index:
    """Read the table: 2 ms, once, when a state is first asked for."""
    from timeline import states_table as table  # noqa: PLC0415 (0.4 ms, for those who ask for a state)

    written: dict[Sort, dict[str, State]] = {"name": {}, "demonym": {}, "capital": {}, "metonym": {}}
    codes: dict[str, State] = {}
    states = (
        *_states(table.STATES, written, codes),
        *_states(table.TERRITORIES, written, codes, territory=True),
        *_states(table.FORMER, written, codes, former=True),
    )
    names = {fold(name): state for name, state in written["name"].items()}
    named = {name if name.isalpha() else words_of(name): state for name, state in names.items()}
    return _Index(states, codes | names, named, {sort: MappingProxyType(of) for sort, of in written.items()})


def _states(
    rows: str,
    written: dict[Sort, dict[str, State]],
    codes: dict[str, State],
    *,
    territory: bool = False,
    former: bool = False,
) -> Iterator[State]:
    """The states of one part of the table, each filed under its words and codes but those after `!`."""
    for row in rows.splitlines():
        name, official, iso2, iso3, cameo, names, capitals, demonyms, metonyms = row.split("|")
        state = State(name, row, former, territory)
        yield state
        for cell in (iso2, iso3, cameo):
            _file(codes, cell.lower(), state)
        for cell in (name, official, names):
            _file(written["name"], cell, state)
        _file(written["capital"], capitals, state)
        _file(written["demonym"], demonyms, state)
        _file(written["metonym"], metonyms, state)


def _file(words: dict[str, State], cell: str, state: State) -> None:
    """File a state under each item of a cell that recognises it."""
    if cell:
        for item in cell.split("; "):
            if item[0] != "!":
                words[item] = state


def organ_of(text: str) -> State | None:
    """The state that an actor is, acts for or is named after: also by capital, demonym, organ of government or office.

    The longest name wins (`South Korean` is no `Korean`), a state after "in", "to", "with" is a place or a counterpart, and when two
    states remain it is neither's.

    >>> [str(organ_of(text)) for text in ("Tokyo", "Japanese Foreign Ministry", "MFA Russia", "US Embassy in Japan", "Japan Times")]
    ['Japan', 'Japan', 'Russia', 'United States', 'None']
    """
    return _organ(text) if len(text) <= _LONGEST_ACTOR else None


class _Mention(NamedTuple):
    """A state's word in a text; no state: a false friend, or a body above the states."""

    state: State | None
    sort: Sort


@lru_cache(maxsize=4096)
def _organ(text: str) -> State | None:
    """`organ_of`, remembered: 0.1 µs instead of 4 to 10."""
    if state := state_named(text):
        return state
    words = words_of(fold(text))
    if words in _lexicon().states:
        return _lexicon().states[words]
    owners, rest = _owners(words.split())
    for sorts in (("name", "demonym"), ("metonym",), ("capital",)):  # the strongest first
        if states := {owner.state for owner in owners if owner.sort in sorts}:
            state = states.pop()
            own = (
                any(owner.sort == "metonym" and owner.state is state for owner in owners)
                and "metonym" not in sorts
            )  # Polish Sejm
            return state if not states and (own or _acting(rest, seat=sorts == ("capital",))) else None
    return None


class _Lexicon(NamedTuple):
    """The words by which organs are told."""

    states: dict[str, State | None]  # by every word for one but its codes; None: a false friend
    sorts: dict[str, Sort]
    most_words: int  # in one mention
    outward: frozenset[str]
    seat: frozenset[str]
    organ: frozenset[str]
    phrases: tuple[str, ...]
    private: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    """Read the words: 0.6 ms beside the table's, once, when an organ is first asked for."""
    from timeline import states_table as table  # noqa: PLC0415 (as above)

    index = _index()
    states: dict[str, State | None] = {}
    sorts: dict[str, Sort] = {}
    for sort in _SORTS:  # of a word of two sorts the last counts
        words = index.named
        if sort != "name":
            words = {words_of(fold(text)): state for text, state in index.written[sort].items()}
        states |= words
        sorts |= dict.fromkeys(words, sort)
    friends = [words_of(fold(text)) for text in _items(table.FALSE_FRIENDS)]
    states |= dict.fromkeys(friends)
    sorts |= dict.fromkeys(friends, "name")
    seat = frozenset(table.SEAT_WORDS.split())
    return _Lexicon(
        states=states,
        sorts=sorts,
        most_words=max(map(len, map(str.split, states))),
        outward=frozenset(table.OUTWARD_WORDS.split()),
        seat=seat,
        organ=seat.union(table.ORGAN_WORDS.split()),
        phrases=tuple(f" {phrase} " for phrase in _items(table.ORGAN_PHRASES)),
        private=frozenset(table.PRIVATE_WORDS.split()),
    )


def _items(text: str) -> list[str]:
    """The items of a list over several lines."""
    return text.strip().replace("\n", "; ").split("; ")


def _owners(words: list[str]) -> tuple[list[_Mention], str]:
    """The states mentioned otherwise than as a place or a counterpart, longest names first, and the words between."""
    states, sorts, most_words, outward, *_ = _lexicon()
    owners, rest = [], []
    start, before = 0, ""
    while start < len(words):
        for stop in range(min(len(words), start + most_words), start, -1):
            if (mention := " ".join(words[start:stop])) in states:
                if before not in outward:
                    owners.append(_Mention(states[mention], sorts[mention]))
                start, before = stop, ""
                break
        else:
            word = words[start]
            rest.append(word)
            before = before if word == "the" else word
            start += 1
    return owners, " ".join(rest)


def _acting(rest: str, *, seat: bool) -> bool:
    """True when the words beside a state's name make it an organ of that state; a capital asks for fewer words."""
    lexicon = _lexicon()
    words = set(rest.split())
    if not words.isdisjoint(lexicon.private):
        return False
    if seat:
        return not words.isdisjoint(lexicon.seat)
    return not words.isdisjoint(lexicon.organ) or any(phrase in f" {rest} " for phrase in lexicon.phrases)

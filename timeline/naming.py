"""Who is who: the actors and places that a `timeline.toml` names, above the table of states.

Whatever spelling a record uses stays in the record; queries, lanes, colours and counts ask here which of them are one.
"""

from collections.abc import Iterable, Iterator

from timeline.dates.event_date import EventDate
from timeline.folding import fold
from timeline.states import organ_of, state_named
from timeline.tuples import NamedTuple

_DEEPEST = 32  # parts of parts; a circle ends there


class Named(NamedTuple):
    """An actor or a place with its other names. `part_of` names the actor to which it belongs.

    An actor that has an alpha-3 code of ISO 3166-1, or a name or alias of a state's, is that state, under all its names.
    `since` and `until` say when an actor was there.
    """

    name: str
    aliases: tuple[str, ...] = ()
    part_of: str = ""
    iso3: str = ""
    wikidata: str = ""
    since: EventDate | None = None
    until: EventDate | None = None
    lat: float | None = None
    lon: float | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)


class Names:
    """All actors and places that are named; the states besides, which need no naming.

    >>> names = Names((Named(name="European Union", aliases=("EU", "ЕС")), Named(name="Japan", aliases=("Япония",))))
    >>> [names.actor(text) for text in ("eu", "ЕС", "JPN", "Япония", "NATO")]
    ['European Union', 'European Union', 'Japan', 'Japan', 'NATO']
    """

    __slots__ = ("_actors", "_places", "_states", "actors", "places")

    def __init__(self, actors: tuple[Named, ...] = (), places: tuple[Named, ...] = ()) -> None:
        self.actors = actors
        self.places = places
        self._actors = _by_spelling(actors)
        self._places = _by_spelling(places)
        states = ((state_named(text), one) for one in actors for text in (one.iso3, *one.spellings) if text)
        self._states = {state.name: one for state, one in states if state}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Names) and (self.actors, self.places) == (other.actors, other.places)

    def __hash__(self) -> int:
        return hash((self.actors, self.places))

    def known_actor(self, text: str) -> Named | None:
        """The actor of the file that a name, an alias or a state's name stands for."""
        if not self.actors:  # as in most collections: 0.1 µs
            return None
        if found := self._actors.get(fold(text).strip()):
            return found
        state = state_named(text)
        return self._states.get(state.name) if state else None

    def known_place(self, text: str) -> Named | None:
        """The place of the file that a name or an alias stands for."""
        return self._places.get(fold(text).strip()) if self.places else None

    def actor(self, text: str) -> str:
        """The name by which an actor goes: the file's, else the state's, else the text."""
        if found := self.known_actor(text):
            return found.name
        state = state_named(text)
        return state.name if state else text

    def place(self, text: str) -> str:
        """The name by which a place goes: the file's, else the text."""
        found = self.known_place(text)
        return found.name if found else text

    def belongs(self, text: str, whole: str) -> bool:
        """Whether an actor is another, or a part of it, or of a part; of a state, its organs, capital and people, too.

        >>> names = Names((Named(name="Council", part_of="EU"), Named(name="European Union", aliases=("EU",))))
        >>> names.belongs("Council", "European Union"), names.belongs("Tokyo", "Japan"), names.belongs("EU", "Council")
        (True, True, False)
        """
        wanted = self.actor(whole)
        if any(fold(name) == fold(wanted) for name in self._wholes(text)):
            return True
        state = state_named(whole) or state_named(wanted)
        return state is not None and organ_of(text) is state

    def _wholes(self, text: str) -> Iterator[str]:
        """What the actor is, what that is a part of, and so on."""
        for _ in range(_DEEPEST):
            known = self.known_actor(text)
            yield known.name if known else self.actor(text)
            if known is None or not known.part_of:
                return
            text = known.part_of


def _by_spelling(named: Iterable[Named]) -> dict[str, Named]:
    return {fold(text).strip(): one for one in named for text in one.spellings}


NO_NAMES = Names()
"""What a collection without a `timeline.toml` goes by: the table of states alone."""

"""Conditions on what events say: names, which match whole, and words, which are found within a text.

Case and accents do not count (`timeline.folding.fold`).
"""

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from timeline.folding import fold
from timeline.frozen import dataclass
from timeline.model import Event
from timeline.naming import NO_NAMES, Names
from timeline.query.algebra import Predicate
from timeline.query.fields import said
from timeline.query.spelling import spelled, spelled_word
from timeline.states import state_named

_REMEMBERED = 1 << 16  # verdicts on distinct names; a collection has some thousands of names

# Thai, Lao, Burmese, Khmer, Japanese and Chinese put no spaces between words: among them a word may begin anywhere.
# Not a class of a regular expression: that costs 1.5 ms to compile.
_UNSPACED = (
    *(("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3040", "\u30ff")),
    *(("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff")),
)
_word = re.compile(r"[^\W_]+")
_MANY = 4  # words from which it pays to look for them together


def words_in(text: str) -> list[str]:
    """The words of a text, folded, as those of a query are compared with them."""
    return _word.findall(fold(text))


@dataclass(frozen=True, slots=True)
class Name(Predicate):
    """A field of names (`id`, `place`, `kind`, `tag`, `status`) has this name, or with `prefix` one that begins so.

    A place that the `names` know is one place under all its names.
    """

    field: str
    text: str
    prefix: bool = False
    names: Names = dataclasses.field(default=NO_NAMES, compare=False, repr=False)
    _verdicts: dict[str, bool] = dataclasses.field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    cost: ClassVar[int] = 2

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        if self.field == "tag":
            for tag in event.tags:  # noqa: SIM110 (a generator costs 0.4 µs an event)
                if self.matches(tag):
                    return True
            return False
        return self.matches(event.standing if self.field == "status" else getattr(event, self.field))

    @property
    def words(self) -> frozenset[str]:
        """The words of the name; none where what is asked for has other names, or is what an event without the field has."""
        alone = self.field in ("id", "kind", "tag") or (self.field == "place" and not self.names.places)
        return frozenset(words_in(self.text)) if alone else frozenset()

    def matches(self, name: str) -> bool:
        """Whether a name is the one, or one of those, that is asked for."""
        verdict = self._verdicts.get(name)
        return _remembered(self._verdicts, name, self._names(name)) if verdict is None else verdict

    def _names(self, name: str) -> bool:
        if _same(name, self.text, prefix=self.prefix):
            return True
        known = self.names.known_place(name) if self.field == "place" else None
        return known is not None and any(
            _same(text, self.text, prefix=self.prefix) for text in known.spellings
        )

    def __str__(self) -> str:
        return f"{self.field}:{spelled(self.text, prefix=self.prefix)}"

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        if self.prefix:
            return f"have a {self.field} that begins with “{self.text}”"
        return f"have the {self.field} “{self.text}”"


@dataclass(frozen=True, slots=True)
class Actor(Predicate):
    """One of the actors has this name, or with `prefix` a name that begins so.

    A state is one actor under all its names and codes: `Japan` is `JPN`; so is one that the `names` know. With
    `organs`, its parts, and a state's government, capital and people as an actor count too: `Japanese Foreign
    Ministry`, `Tokyo`. Former states stay themselves.
    """

    text: str
    prefix: bool = False
    organs: bool = False
    names: Names = dataclasses.field(default=NO_NAMES, compare=False, repr=False)
    _verdicts: dict[str, bool] = dataclasses.field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    cost: ClassVar[int] = 1

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        verdicts = self._verdicts
        for actor in event.actors:
            verdict = verdicts.get(actor)
            if verdict is None:
                verdict = _remembered(verdicts, actor, self.matches(actor))
            if verdict:
                return True
        return False

    def matches(self, actor: str) -> bool:
        """Whether an actor is the one, or one of those, that is asked for."""
        if _same(actor, self.text, prefix=self.prefix):
            return True
        if self.prefix:
            known = self.names.known_actor(actor)
            return known is not None and any(_same(text, self.text, prefix=True) for text in known.spellings)
        if self.organs:
            return self.names.belongs(actor, self.text)
        return _same(self.names.actor(actor), self.names.actor(self.text), prefix=False)

    def __str__(self) -> str:
        return f"actor:{spelled(self.text, prefix=self.prefix, mark='~' if self.organs else '')}"

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        if self.prefix:
            return f"have an actor whose name begins with “{self.text}”"
        return f"have {self._meant()} as an actor"

    def _meant(self) -> str:
        known, state = self.names.known_actor(self.text), state_named(self.text)
        if known is None and state is None:
            return f"“{self.text}”"
        parts = ", its organs or its people" if state else ", or a part of it"
        return f"{self.names.actor(self.text)} under any name{parts if self.organs else ''}"


@dataclass(frozen=True, slots=True)
class Words(Predicate):
    """A text has these words one after the other, as whole words; with `prefix` the last one may go on.

    `field` is `title`, `summary`, `source` (title, publisher, author and addresses of any source), `text`, which is what a
    bare word of a query searches (title, summary, actors, place, tags, kind, id and quotes), or any other field of events,
    of sources or of the user's own, with a dot for a field in a field. What stands between two words, spaces or
    punctuation, does not count. A text without any letter or digit is found as it is.
    """

    field: str
    text: str
    prefix: bool = False
    _pattern: re.Pattern[str] = dataclasses.field(init=False, compare=False, repr=False)
    cost: ClassVar[int] = 9

    def __post_init__(self) -> None:
        folded = fold(self.text)
        sequence = r"[\W_]+".join(_word.findall(folded)) or re.escape(folded)
        object.__setattr__(self, "_pattern", re.compile(sequence))

    def __call__(self, event: Event) -> bool:
        """Whether the event meets the condition."""
        return any(self.found_in(fold(text)) for text in self.searched(event))

    @classmethod
    def tests(cls, parts: Sequence[Predicate]) -> Sequence[Callable[[Event], bool]]:
        """Many words are looked for together."""
        words = [one for one in parts if isinstance(one, Words)]
        return [_AnyWords(words)] if len(words) >= _MANY else parts

    @property
    def words(self) -> frozenset[str]:
        """The words of the text: no way of writing a record parts them."""
        return frozenset(words_in(self.text))

    def found_in(self, folded: str) -> bool:
        """Whether the words stand somewhere as whole words."""
        match = self._pattern.search(folded)
        while match:
            start, end = match.span()
            if (not start or _parted(folded[start - 1 : start + 1])) and (
                self.prefix or _parted(folded[end - 1 : end + 1])
            ):
                return True
            match = self._pattern.search(folded, start + 1)
        return False

    def searched(self, event: Event) -> Iterable[str]:
        """The texts in which the words are looked for."""
        if self.field == "title":
            return (event.title,)
        if self.field == "summary":
            return (event.summary,)
        if self.field == "source":
            return (
                text
                for source in event.sources
                for text in (source.title, source.publisher, source.author, source.url, source.archived)
            )
        if self.field != "text":
            return said(event, self.field)
        quotes = (source.quote for source in event.sources)
        return (
            event.title,
            event.summary,
            *event.actors,
            event.place,
            *event.tags,
            event.kind,
            event.id,
            *quotes,
        )

    def __str__(self) -> str:
        if self.field == "text":
            return spelled_word(self.text, prefix=self.prefix)
        return f"{self.field}:{spelled(self.text, prefix=self.prefix)}"

    @property
    def clause(self) -> str:
        """The condition as a clause."""
        own = "" if self.field in ("title", "summary") else "field "
        where = {"text": "anywhere", "source": "in a source"}.get(self.field, f"in the {own}{self.field}")
        return f"say “{self.text}{'…' if self.prefix else ''}” {where}"


class _AnyWords:
    """Whether an event says one of many words: of those that must be whole only such are looked for as begin with a word that it has."""

    def __init__(self, parts: Iterable[Words]) -> None:
        self._whole: dict[str, dict[str, list[Words]]] = {}
        self._others: list[Words] = []
        for part in parts:
            first, *more = [*words_in(part.text), ""]
            if len(more) > 1 or (first and not part.prefix):
                self._whole.setdefault(part.field, {}).setdefault(first, []).append(part)
            else:
                self._others.append(part)

    def __call__(self, event: Event) -> bool:
        return any(self._says(event, by_first) for by_first in self._whole.values()) or any(
            part(event) for part in self._others
        )

    @staticmethod
    def _says(event: Event, by_first: Mapping[str, Sequence[Words]]) -> bool:
        """Whether the event says one of the words of a field, which are given by the first of each."""
        any_part = next(iter(by_first.values()))[0]
        for text in map(fold, any_part.searched(event)):
            spaced = text.isascii() or not any(map(_unspaced, text))
            firsts = by_first.keys() & _word.findall(text) if spaced else by_first
            if any(part.found_in(text) for first in firsts for part in by_first[first]):
                return True
        return False


def _parted(pair: str) -> bool:
    """Whether a word may end between the two characters; after the last one it does."""
    return len(pair) < 2 or not (pair[0].isalnum() and pair[1].isalnum()) or any(map(_unspaced, pair))


def _unspaced(character: str) -> bool:
    return character > "\u0dff" and any(first <= character <= last for first, last in _UNSPACED)


def _same(name: str, wanted: str, *, prefix: bool) -> bool:
    folded = fold(name)
    return folded.startswith(fold(wanted)) if prefix else folded == fold(wanted)


def _remembered(verdicts: dict[str, bool], name: str, verdict: bool) -> bool:  # noqa: FBT001 (it is what it returns)
    if len(verdicts) >= _REMEMBERED:
        verdicts.clear()
    verdicts[name] = verdict
    return verdict

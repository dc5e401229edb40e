"""A recipe on the columns of one table: what a field is made of, and the function from a row's cells to it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache, partial
from operator import itemgetter
from string import capwords
from urllib.parse import urlsplit

from timeline.errors import InvalidData, shown
from timeline.folding import fold
from timeline.formats.codes import SCHEMES, label
from timeline.record import Value, texts_in
from timeline.states import state_named

Cell = Callable[[Sequence[Value]], Value]
"""What a part of a recipe makes of the cells of a row."""

_braced = re.compile(r"\{([^{}]+)\}")
_hump = re.compile(r"(?<=[a-z])(?=[A-Z])")
_blank = re.compile(r"[\s_-]+")
_aside = re.compile(r"(?<=\w)\s{0,9}(?:\([^()]{0,99}\)|\[[^][]{0,99}\]|[:*?])\s{0,9}\Z")
_plain_host = re.compile(r"https?://([a-z0-9.-]+)(?:/|$)")
"""An address of which nothing has to be parsed to find its host: most, in a tenth of the time."""
_JOINT = "; "


@lru_cache(maxsize=4096)
def host(url: str) -> str:
    """The publisher as the host of an address.

    >>> host("https://www.tass.com/politics/1")
    'tass.com'
    """
    if plain := _plain_host.match(url):
        return plain[1].removeprefix("www.")
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # a bracket that closes nothing
        return ""


def looked_up(find: Callable[[str], str]) -> Callable[[str], str]:
    """A word that finds what a code stands for; of a list, in which that stands for nothing, of each of its items.

    >>> looked_up(country)("JPN; RUS")
    'Japan; Russia'
    """

    def found(text: str) -> str:
        whole = find(text)
        if whole != text or _JOINT not in text:
            return whole
        return _JOINT.join(filter(None, map(find, text.split(_JOINT))))

    return found


def country(code: str) -> str:
    """The state that a code or a name stands for, or the text itself.

    >>> country("JPN"), country("NMR")
    ('Japan', 'NMR')
    """
    state = state_named(code)
    return state.name if state else code


def last(address: str) -> str:
    """The last part of an address.

    >>> last("http://www.wikidata.org/entity/Q17")
    'Q17'
    """
    return address.rstrip("/").rpartition("/")[2]


def digest(text: str) -> str:
    """A SHA-256 digest without its name; nothing where another function made it.

    >>> digest("SHA-256:0F") , digest("SHA3-512:0f"), digest("0f")
    ('0f', '', '0f')
    """
    name, _, digits = text.rpartition(":")
    return digits.lower() if name.upper() in ("", "SHA-256", "SHA256") else ""


def day(moment: str) -> str:
    """The day of a moment that is written in digits alone.

    >>> day("20180101233000")
    '20180101'
    """
    return moment[:8]


WORDS: Mapping[str, Callable[[str], str]] = {
    "host": host,
    "country": looked_up(country),
    "lower": str.lower,
    "last": last,
    "day": day,
    "digest": digest,
    "capitals": capwords,
    **{scheme: looked_up(partial(label, scheme)) for scheme in SCHEMES},
}
"""What a column of a template may go through, besides labels."""


def key(name: str) -> str:
    """The name of a column as it is compared: case, accents, what parts its words, and what stands aside behind it do not count.

    >>> key("Event_Date"), key(" Événement"), key("source-url"), key("startDate"), key("SQLDATE"), key("Date (UTC)")
    ('event date', 'evenement', 'source url', 'start date', 'sqldate', 'date')
    """
    return _blank.sub(" ", fold(_hump.sub(" ", _aside.sub("", name)))).strip()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a recipe: the columns that it reads, and what it makes of a row.

    Of a template of one column, `inner` is what that says, and the `frame` what stands before and after each of its items.
    `at` is the place of a column that is taken as it stands. Of a cell that begins as the pattern `begun` nothing else is read.
    """

    columns: tuple[str, ...]
    cell: Cell
    inner: Cell | None = None
    frame: tuple[str, str] = ("", "")
    at: int | None = None
    begun: str = ""


class Columns:
    """The columns of a table, found by their names."""

    def __init__(self, names: Sequence[str], labels: Mapping[str, Mapping[str, str]]) -> None:
        self.names = names
        self._labels = labels
        self._exact = {name: at for at, name in enumerate(names)}
        self._alike: dict[str, int] = {}
        for at, name in enumerate(names):
            self._alike.setdefault(key(name), at)

    def place(self, name: str) -> int | None:
        """Where the column of that name stands, from 0; by the very name, or else by one that is compared alike."""
        at = self._exact.get(name)
        return self._alike.get(key(name)) if at is None else at

    def parts(self, recipe: str) -> list[Part]:
        """The parts of a recipe; InvalidData, without a line, where it names what is not there."""
        if self.place(recipe) is not None:
            return [self._column(recipe)]
        if _braced.search(recipe):
            return [self._template(recipe)]
        return [self._column(name.strip()) for name in recipe.split("+")]

    def named(self, recipe: str) -> list[str]:
        """The columns that a recipe names, as the table has them; none where it names one that is not there."""
        try:
            return [name for part in self.parts(recipe) for name in part.columns]
        except InvalidData:
            return []

    def whole(self, recipe: str) -> bool:
        """Whether all is there that a recipe needs."""
        try:
            self.parts(recipe)
        except InvalidData:
            return False
        return True

    def lacking(self, recipe: str) -> str:
        """The first column that a recipe names and that is not there; "" where all are."""
        choices = [choice for braced in _braced.findall(recipe) for choice in braced.split("|") if choice]
        names = [self._split(choice)[0] for choice in choices] or [name.strip() for name in recipe.split("+")]
        return next((name for name in names if self.place(name) is None), "")

    def _column(self, name: str) -> Part:
        at = self.place(name)
        head, stop, field = name.rpartition(".")
        if at is None and stop and self.named(head):  # of an object in JSON
            part = self._column(head)
            return Part(part.columns, lambda cells: _within(part.cell(cells), field))
        if at is None:
            near = get_close_matches(key(name), [key(one) for one in self.names], n=1)
            meant = self.names[self._alike[near[0]]] if near else ""
            seen = ", ".join(map(shown, self.names[:12])) + " …" * (len(self.names) > 12)
            hint = f"did you mean {shown(meant)}?" if meant else f"there are {seen}"
            raise InvalidData(f"no column {shown(name)}", hint=hint)
        return Part((self.names[at],), itemgetter(at), at=at)

    def _template(self, recipe: str) -> Part:
        """A template: what stands between two columns is left out where one of them is empty, and all where all are."""
        pieces = _braced.split(recipe)
        first, last = pieces[0], pieces[-1]
        read = [
            (between, self._braced(braced))
            for between, braced in zip(["", *pieces[2:-1:2]], pieces[1::2], strict=True)
        ]

        def inner(cells: Sequence[Value]) -> Value:
            made = ""
            for between, choices in read:
                for one in choices:
                    if text := as_text(one.cell(cells)):
                        made += (between if made else "") + text
                        break
            return made

        def cell(cells: Sequence[Value]) -> Value:
            made = inner(cells)
            return f"{first}{made}{last}" if made else ""

        names = tuple(name for _, choices in read for one in choices for name in one.columns)
        begun = read[0][1][0].begun if len(names) == 1 else ""
        return Part(names, cell, inner if len(read) == 1 else None, (first, last), begun=begun)

    def _braced(self, braced: str) -> list[Part]:
        """The columns of which the first that says something is taken, each as its words make it.

        One that is not there says nothing; all may be missing where the last choice is empty: `{A|B|}`.
        """
        choices = [braced] if self.place(braced) is not None else braced.split("|")
        read = [self._split(choice) for choice in choices if choice]
        there = [choice for choice in read if self.named(choice[0])]
        return [self._worded(*choice) for choice in there or (read[:1] if all(choices) else ())]

    def _worded(self, name: str, words: Sequence[str]) -> Part:
        part, ways = self._column(name), [self._word(word) for word in words]
        if not ways:
            return part

        @lru_cache(maxsize=4096)
        def worded(text: str) -> str:
            for way in ways:
                text = way(text) if text else text
            return text

        begun = _plain_host.pattern if ways[0] is host and part.at is not None else ""
        return Part(part.columns, lambda cells: worded(as_text(part.cell(cells))), begun=begun)

    def _split(self, braced: str) -> tuple[str, list[str]]:
        """The column that stands in braces, and the words that it goes through; a name may hold a colon itself."""
        name, words = braced, list[str]()
        while self.place(name) is None and ":" in name:
            name, _, word = name.rpartition(":")
            words.insert(0, word.strip())
        return name.strip(), words

    def _word(self, name: str) -> Callable[[str], str]:
        if (labels := self._labels.get(name)) is not None:
            return lambda text: labels.get(text, text)
        if name in WORDS:
            return WORDS[name]
        known = [*self._labels, *WORDS]
        raise InvalidData(f"no labels {shown(name)}", hint=f"one of: {', '.join(known)}")


def as_text(value: Value) -> str:
    """A cell as one text; of a list its items.

    >>> as_text(["a", "b"]), as_text("a")
    ('a; b', 'a')
    """
    return value if isinstance(value, str) else "; ".join(texts_in(value))


def _within(value: Value, name: str) -> Value:
    return value.get(name, "") if isinstance(value, dict) else ""

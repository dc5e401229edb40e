"""What a record is: plain data as a file has it, its fields, and how they are read and judged one by one.

Every scalar is text. What is wrong is remembered field by field, so that all of it can be told.
"""

import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, TypeAlias

from timeline.dates.event_date import EventDate
from timeline.errors import DateError, InvalidData, described, shown
from timeline.tuples import NamedTuple

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Record: TypeAlias = dict[str, Value]

STATUSES = ("draft", "reported", "confirmed", "disputed")
PLACE_PRECISIONS = ("exact", "city", "region", "country")
SOURCE_FIELDS = (
    *("title", "publisher", "author", "date", "url", "archived", "quote", "at", "event_date"),
    *("supports", "grade", "file", "sha256", "retrieved"),
)
REFERENCES = ("after", "before", "related")
SOURCE_DATES = ("date", "event_date", "retrieved")
LIST_FIELDS = ("actors", "tags", *REFERENCES)
RECORD_FIELDS = (
    *(
        "id",
        "date",
        "date_as_written",
        "title",
        "summary",
        "actors",
        "place",
        "lat",
        "lon",
        "place_precision",
    ),
    *("kind", "tags", "status", "sources", "after", "before", "related"),
)
SLUG = r"[a-z0-9][a-z0-9:._-]*"

DEPTH_LIMIT = 100  # levels of lists and mappings within each other
LIST_KEY = (
    "events"  # of a file that is a mapping: here stands its list of records, and all else is the user's
)

EMPTY_ITEM = 'take it out; quote a name that is "null" or "~"'
_slug = re.compile(SLUG)
_address = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+")  # a URI with an authority (RFC 3986, 3)
NUMBER = r"[+-]?[0-9]{1,3}(\.[0-9]{1,20})?"
# Source dates repeat: on 10,000 generated events this halves the time of from_record.
parse_date = lru_cache(maxsize=1 << 16)(EventDate.parse)


class Settled(Mapping[str, Value]):
    """A record of which nothing is wrong, and which tells by itself what the event that it describes would."""

    __slots__ = ()

    @abstractmethod
    def plain(self) -> Record:
        """The same record as its event's `to_record` makes of it."""


class Written(Settled):
    """Such a record whose text is at hand."""

    __slots__ = ()

    @abstractmethod
    def written(self, name: str) -> str:
        """What stands behind the colon of a field, with a character for each byte; nothing where it is not there."""


class ParsedRecord(NamedTuple):
    """A record, and the line of the text in which it begins, from 1."""

    record: Record
    line: int


class Problem(NamedTuple):
    """One thing wrong with a record: a stable code, where in the record, what, and a way out.

    `field` is the path to the culprit: `("sources", 1, "date")` is the date of the second source.
    """

    code: str
    field: tuple[str | int, ...]
    message: str
    hint: str | None = None


class InvalidRecord(InvalidData):
    """A record that is no event, with everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].message, hint=problems[0].hint)
        self.problems = tuple(problems)


def bracketed_date(value: Value) -> str:
    """The EDTF set that YAML has taken for a list or a mapping, because it was not quoted; else nothing.

    >>> bracketed_date(["2021..2022"]), bracketed_date({"2021": "", "2022": ""}), bracketed_date(["soon"])
    ('[2021..2022]', '{2021,2022}', '')
    """
    if not isinstance(value, list | dict) or not all(isinstance(item, str) for item in value):
        return ""
    if isinstance(value, dict) and any(value.values()):
        return ""
    text = ",".join(value)  # type: ignore[arg-type]
    text = f"[{text}]" if isinstance(value, list) else f"{{{text}}}"
    try:
        return parse_date(text).text
    except DateError:
        return ""


def is_empty(value: object) -> bool:
    """Whether a value says nothing. What is neither text nor a list or a mapping says something, even 0 and False."""
    return value is None or (isinstance(value, str | list | dict) and not value)


def _as_text(value: object) -> str | None:
    return None if isinstance(value, list | dict) else "write it as text, in quotes"


def _strange(value: object, deepest: int = 100) -> Iterator[str]:
    """What in a field of the user's own is neither text nor a list or a mapping of such."""
    if isinstance(value, str):
        return
    if deepest == 0:
        yield "nested deeper than 100"
    elif isinstance(value, list):
        for item in value:
            yield from _strange(item, deepest - 1)
    elif isinstance(value, dict):
        yield from (f"has a key that is {described(key)}" for key in value if not isinstance(key, str))
        for item in value.values():
            yield from _strange(item, deepest - 1)
    else:
        yield f"must be text, or a list or a mapping of texts, not {described(value)}"


class Reading:
    """Reads checked fields out of a mapping, and remembers what was wrong."""

    __slots__ = ("path", "problems", "record")

    def __init__(
        self,
        record: Mapping[str, Value],
        path: tuple[str | int, ...] = (),
        problems: list[Problem] | None = None,
    ) -> None:
        self.record = record
        self.path = path
        self.problems: list[Problem] = [] if problems is None else problems

    def wrong(self, code: str, name: str, message: str, hint: str | None = None, *at: int) -> None:
        """Remember what is wrong with the field of that name, `at` a place in its list."""
        label = ".".join(str(part + 1) if isinstance(part, int) else part for part in (*self.path, name))
        problem = Problem(code=code, field=(*self.path, name, *at), message=f"{label} {message}", hint=hint)
        self.problems.append(problem)

    def text(self, name: str, quoted: str = "") -> str:
        """The text of a field; `quoted` is how it would stand in quotes, where YAML took it for something else."""
        value = self.record.get(name, "")
        if isinstance(value, str):
            return value
        if not is_empty(value):
            hint = _as_text(value)
            if isinstance(value, list):
                hint = "only " + ", ".join(LIST_FIELDS) + " and sources hold lists"
            if quoted:
                hint = f'quote it: {name}: "{quoted}"'
            self.wrong("E202", name, f"must be text, not {described(value)}", hint)
        return ""

    def own(self, known: AbstractSet[str]) -> dict[str, Value]:
        """The fields of the user's own."""
        if self.record.keys() <= known:
            return {}
        given: Mapping[Any, Value] = self.record  # by a caller whom no type checker has seen
        extra = {name: value for name, value in given.items() if name not in known and value is not None}
        for name, value in extra.items():
            if not isinstance(name, str):
                self.wrong(
                    "E202", "a field", f"is named {described(name)}", "write its name as text, in quotes"
                )
            elif strange := next(_strange(value), None):
                self.wrong("E202", name, strange, "write it as text, in quotes")
        return extra

    def title(self) -> str:
        """The title, which must be there and have one line."""
        title = self.text("title").removesuffix("\n")
        if not title.strip():
            if not self.problems or self.problems[-1].field != ("title",):
                self.wrong("E201", "title", "is missing", 'add a line like "title: what happened"')
        elif "\n" in title or "\r" in title:
            self.wrong("E205", "title", f"{shown(title)} has more than one line", "put the rest into summary")
        return title

    def slug(self, name: str) -> str:
        """An id."""
        text = self.text(name)
        if text and not _slug.fullmatch(text):
            hint = "an id has a-z, 0-9 and : . _ - only, and begins with a letter or digit"
            self.wrong("E204", name, f"{shown(text)} is not a slug", hint)
        return text

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; one text is a list of one."""
        value = self.record.get(name)
        if is_empty(value):
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list):
            message = f"must be a list of text, not {described(value)}"
            self.wrong("E202", name, message, f"write {name}: [one, two]")
            return ()
        for position, item in enumerate(value):
            if not isinstance(item, str):
                hint = 'quote a text that contains ": "' if isinstance(item, dict) else _as_text(item)
                self.wrong(
                    "E202", name, f"item {position + 1} must be text, not {described(item)}", hint, position
                )
            elif not item:
                self.wrong("E208", name, f"item {position + 1} is empty", EMPTY_ITEM, position)
        return tuple(value)  # type: ignore[arg-type]

    def date(self, name: str) -> EventDate | None:
        """A date in EDTF."""
        value = self.record.get(name, "")
        text = value if isinstance(value, str) else self.text(name, quoted=bracketed_date(value))
        if not text:
            return None
        try:
            return parse_date(text)
        except DateError as error:
            # Only where a date is wrong: what its words may have meant takes the reader of words, 2 ms.
            from timeline.said.written import meant_hint  # noqa: PLC0415

            self.wrong("E203", name, error.message, meant_hint(text) or error.hint)
        return None

    def required_date(self, name: str) -> EventDate | None:
        """A date that must be there."""
        before = len(self.problems)
        date = self.date(name)
        if date is None and len(self.problems) == before:
            hint = f'add a line like "{name}: 2022-03-21" (EDTF)'
            if (lists := self._lists_of_records()) and "title" not in self.record:
                hint = f"a list of records stands under {LIST_KEY}: and not {lists[0]}:"
            self.wrong("E201", name, "is missing", hint)
        return date

    def _lists_of_records(self) -> list[str]:
        """The fields that could be a file's list of records under another name."""
        return [
            name
            for name, value in self.record.items()
            if name not in RECORD_FIELDS and isinstance(value, list) and value and isinstance(value[0], dict)
        ]

    def number(self, name: str, limit: int) -> float | None:
        """A number from minus the limit to the limit."""
        text = self.text(name)
        if not text:
            return None
        if re.fullmatch(NUMBER, text) and abs(float(text)) <= limit:
            return float(text)
        self.wrong(
            "E207", name, f"{shown(text)} is not a number from -{limit} to {limit}", "write degrees: 43.06"
        )
        return None

    def word(self, name: str, words: Sequence[str]) -> str:
        """One of the words."""
        text = self.text(name)
        if text and text not in words:
            self.wrong("E206", name, f"{shown(text)} is not known", f"one of: {', '.join(words)}")
        return text


def texts_in(value: Value) -> Iterator[str]:
    """Every text in a value.

    >>> list(texts_in({"a": ["b", "c"], "d": "e"}))
    ['b', 'c', 'e']
    """
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)


def source_of(item: Value) -> Value:
    """A source as a mapping: one that is a text is its address, where it is one, else its title.

    >>> source_of("https://tass.com/1"), source_of("TASS, evening bulletin")
    ({'url': 'https://tass.com/1'}, {'title': 'TASS, evening bulletin'})
    """
    if not isinstance(item, str):
        return item
    return {"url" if _address.fullmatch(item) else "title": item}

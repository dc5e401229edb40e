"""A block of a file as the index has it: which of its records have which name, day and word, and what is drawn of each."""

import re
from array import array
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

from timeline.folding import fold
from timeline.model import Event, unread
from timeline.record import Value
from timeline.store.index import DAYS, DRAWN, FAR, ROW
from timeline.store.postings import MOST, NUMBERS, packed
from timeline.store.sifting import Unusual, checked, event_of, read_whole
from timeline.yaml_plain import comments_end
from timeline.yaml_sound import Shapes, in_letters

_word = re.compile(r"[^\W_]+")
_SPACED = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256)).lower()


class Parts(NamedTuple):
    """What the index holds of a block: names and days, words, and rows; and how many lines and records it has."""

    names: bytes
    words: bytes
    rows: bytes
    lines: int
    records: int


def parts_of(piece: bytes, names: dict[str, int], shapes: Shapes, *, first: bool) -> Parts:
    """What is to be held of some whole records of a file, the first of it or others. New names are put into the table.

    Unusual where a record does not tell by itself what it says, in which something is wrong, or which says what it follows.
    """
    filling = _Filling(names)
    body = piece.removeprefix(BOM_UTF8) if first else piece
    data = checked(body if body.endswith(b"\n") else body + b"\n")
    if b"\r" in body:  # its places are not those of the text
        raise Unusual
    text = data.decode("latin-1")
    at = comments_end(text) if first else 0
    if not text.startswith("- ", at):
        raise Unusual
    line = text.count("\n", 0, at)
    while at < len(text):
        end, record = shapes.record(text, at)
        if record is None:
            whole = read_whole(in_letters(text[at:end]))
            event, texts = event_of(whole), [*_texts(whole)]
        else:
            event, texts = unread(record, disputed=record.disputed), None
        if event.after or event.before:
            raise Unusual
        filling.add(event, data[at:end], texts)
        filling.row(event, at + len(piece) - len(body), body[at:end], line)
        line += text.count("\n", at, end)
        at = end
    return filling.parts(piece.count(b"\n"))


class _Filling:
    """The parts of a block, record by record."""

    def __init__(self, names: dict[str, int]) -> None:
        self._names = names
        self._named: dict[int, list[int]] = {}
        self._words: dict[bytes, list[int]] = {}
        self._days = array(DAYS), array(DAYS)
        self._odd: list[int] = []
        self._rows: list[bytes] = []

    def add(self, event: Event, data: bytes, texts: Iterable[str] | None) -> None:
        number = len(self._rows)
        if number == MOST:
            raise Unusual
        for name in dict.fromkeys(names_of(event)):
            self._named.setdefault(self._names.setdefault(name, len(self._names)), []).append(number)
        first, last = event.date.first_day, event.date.last_day
        far = first is None or last is None or not -FAR < first <= last < FAR
        self._days[0].append(0 if first is None or far else first)
        self._days[1].append(0 if last is None or far else last)
        if far or event.rival_dates:
            self._odd.append(number)
        for word in _words(data, texts):
            self._words.setdefault(word, []).append(number)

    def row(self, event: Event, at: int, data: bytes, line: int) -> None:
        drawn = "\0".join(str(getattr(event, name)) for name in DRAWN).encode()
        row = ROW.pack(0, at, len(data), crc32(data), line)[4:] + drawn
        self._rows.append(crc32(row).to_bytes(4, "little") + row)

    def parts(self, lines: int) -> Parts:
        count = len(self._rows)
        places = array(NUMBERS, [0])
        for row in self._rows:
            places.append(places[-1] + len(row))
        named = sorted(self._named)
        names = (
            *(one.tobytes() for one in (*self._days, places)),
            packed([self._odd], count),
        )
        head = array(NUMBERS, (sum(map(len, names)), len(named), *named))
        words = b"\0".join((b"", *self._words, b""))
        word_head = array(NUMBERS, (len(self._words), len(words)))
        return Parts(
            b"".join((head.tobytes(), *names, packed([self._named[one] for one in named], count))),
            word_head.tobytes() + words + packed([*self._words.values()], count),
            b"".join(self._rows),
            lines,
            count,
        )


def names_of(event: Event) -> Iterator[str]:
    """The names by which an event may be asked for, each behind the letter of its field."""
    for actor in event.actors:
        yield f"a{actor}"
    for tag in event.tags:
        yield f"t{tag}"
    for letter, name in (("p", event.place), ("k", event.kind), ("s", event.status)):
        if name:
            yield letter + name


def _words(data: bytes, texts: Iterable[str] | None) -> set[bytes]:
    """The words of a record, folded, among them those that only its writing has; given its texts, theirs alone."""
    if texts is None and data.isascii():
        return set(data.translate(_SPACED).split())
    text = data.decode() if texts is None else "\n".join(texts)
    return {word.encode() for word in _word.findall(fold(text))}


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif value:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)

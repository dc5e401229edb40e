"""Events of a large file, found without making the others: each record is looked at, and read no further than is asked."""

import re
from bisect import bisect_left
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from timeline.folding import fold
from timeline.model import Event, Origin, unread
from timeline.query.algebra import All
from timeline.record import InvalidRecord, Record, Value
from timeline.store.files import opened, unavailable
from timeline.yaml_plain import comments_end, is_usual
from timeline.yaml_sound import Shapes, SoundRecord
from timeline.yaml_text import piece_records
from timeline.yaml_values import in_letters

_BLOCK = 1 << 20  # bytes read at once
LONGEST = 1 << 26  # bytes of one record
_token = re.compile(rb"[^ \n]*")
_SPACED = b" " * 128 + bytes(range(128, 256))  # each byte that is of ASCII as a space


class Unusual(Exception):
    """A record that does not tell by itself what it says, or in which something is wrong."""


def events_of(path: str, data: bytes) -> list[Event]:
    """The events of a file's bytes; Unusual where they are to be read in another way."""
    return [
        one if isinstance(one, Event) else _unread(one, Origin(path, line))
        for one, line in _events(path, _blocks_of(data))
    ]


def sifted(path: Path, where: Callable[[Event], bool]) -> list[Event]:
    """The events of a file that meet a condition, in some megabytes of memory whatever its size.

    Unusual also where an event says what it follows, or what follows it: that may tell of others when they happened.
    """
    words: frozenset[str] = getattr(where, "words", frozenset())
    others = [part for part in where.parts if not part.words] if words and isinstance(where, All) else []
    found = []
    for one, line in _events(str(path), _blocks(path), words):
        sound = one if isinstance(one, SoundRecord) else None
        event = one if isinstance(one, Event) else _unread(one)
        if event.after or event.before if sound is None else sound.leans:
            raise Unusual
        # Where the words of a condition stand it is met by most: what needs none is asked before it.
        if all(part(event) for part in others) and where(event):
            found.append(event if sound is None else _unread(sound.alone(), Origin(str(path), line)))
    return found


def _unread(record: SoundRecord, origin: Origin | None = None) -> Event:
    return unread(record, origin, disputed=record.disputed)


def records_in(data: bytes) -> list[tuple[Mapping[str, Value], int]]:
    """The records of a file's bytes with their lines; those that are no mapping yet are known to be events.

    Unusual where one does not tell by itself what it says.
    """
    return [*_records(_blocks_of(data))]


def exact_records(data: bytes) -> list[Record]:
    """The records of a file's bytes as they are written, read whole; Unusual as above."""
    records: list[Record] = []
    shapes = Shapes()
    for number, (piece, _) in enumerate(_pieces(_blocks_of(data))):
        text = piece.decode("latin-1")
        at = begin(text, first=not number)
        while at < len(text):
            end, record = shapes.record(text, at)
            records.append(read_whole(in_letters(text[at:end])) if record is None else record.exact())
            at = end
    return records


def odd_records(data: bytes) -> dict[int, Record]:
    """Those of a file's records that are written in another way than the usual, by their places in it, from 0; each other is an event.

    Unusual where one does not tell by itself what it says.
    """
    odd: dict[int, Record] = {}
    shapes, place = Shapes(), 0
    for number, (piece, _) in enumerate(_pieces(_blocks_of(data))):
        text = piece.decode("latin-1")
        at = begin(text, first=not number)
        while at < len(text):
            ahead = shapes.passed(text, at, len(text))
            if ahead > at:
                place += text.count("\n- ", at, ahead) + 1
            if ahead < len(text):
                ahead, record = shapes.record(text, at := ahead)
                if record is None:
                    odd[place] = read_whole(in_letters(text[at:ahead]))
                place += 1
            at = ahead
    return odd


def _events(
    path: str, blocks: Iterable[bytes], words: frozenset[str] = frozenset()
) -> Iterator[tuple[SoundRecord | Event, int]]:
    """Each record of a file with its line, or its event, where it is written in another way."""
    for record, line in _records(blocks, words):
        yield (record if isinstance(record, SoundRecord) else event_of(record, Origin(path, line))), line


def _records(
    blocks: Iterable[bytes], words: frozenset[str] = frozenset()
) -> Iterator[tuple[SoundRecord | Record, int]]:
    """Each record of a file with its line; as a mapping that is read whole where it is written in another way.

    Of records that lean on none those are left out in which one of the words, which are folded, cannot stand.
    """
    shapes, line = Shapes(), 1
    for piece, foreign in _pieces(blocks):
        text = piece.decode("latin-1")
        screen = _Screen(piece, foreign, words) if words else None
        at = begin(text, first=line == 1)
        line += text.count("\n", 0, at)
        while True:
            if screen is not None:
                ahead = shapes.passed(text, at, screen.ahead(text, at))
                line += text.count("\n", at, ahead)
                at = ahead
            if at == len(text):
                break
            end, record = shapes.record(text, at)
            if record is None:
                yield read_whole(in_letters(text[at:end])), line
            elif screen is None or record.leans or screen.lets_through(at, end):
                yield record, line
            line += text.count("\n", at, end)
            at = end


def begin(text: str, *, first: bool) -> int:
    """Where the first record of some whole ones begins, of which a file begins with the `first`; Unusual where that is none."""
    at = comments_end(text) if first else 0
    if not text.startswith("- ", at):
        raise Unusual
    return at


def read_whole(text: str) -> Record:
    """The record that a text is; Unusual where it does not tell by itself what it says."""
    records = piece_records(text)
    if records is None or len(records) != 1:
        raise Unusual
    return records[0].record


def event_of(record: Record, origin: Origin | None = None) -> Event:
    """The event that a record is; Unusual where it is none."""
    try:
        return Event.from_record(record, origin)
    except InvalidRecord:
        raise Unusual from None


def _pieces(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, set[str]]]:
    """What begins with a record and ends with one, but for comments before the first and behind each; and the letters in it beyond ASCII."""
    rest = b""
    for number, block in enumerate(blocks):
        rest += block if number else block.removeprefix(BOM_UTF8)
        cut = rest.rfind(b"\n- ") + 1
        if cut:
            yield checked(rest[:cut])
            rest = rest[cut:]
        elif len(rest) > LONGEST:
            raise Unusual
    yield checked(rest if rest.endswith(b"\n") else rest + b"\n")


def checked(data: bytes) -> tuple[bytes, set[str]]:
    """The bytes of whole records as they are looked at, with plain line ends, and the letters in them that are not of ASCII; Unusual where they are to be read in another way."""
    foreign = set()
    if not data.isascii():
        # Each run of such bytes once: of 1 MB with some 3 ms sooner than all of it is decoded.
        beyond = b" ".join({*data.translate(_SPACED).split()})
        try:
            foreign = {*beyond.decode()} - {" "}
        except UnicodeDecodeError:
            raise Unusual from None
        if not is_usual(beyond):
            raise Unusual
    data = data.replace(b"\r\n", b"\n") if b"\r" in data else data
    if b"\r" in data:  # it ends a line of its own, also before another line end
        raise Unusual
    return data, foreign


def _blocks_of(data: bytes) -> Iterator[bytes]:
    """Bytes that are all there, some at a time."""
    return (data[at : at + _BLOCK] for at in range(0, len(data), _BLOCK))


def _blocks(path: Path) -> Iterator[bytes]:
    """The bytes of a file, some at a time."""
    try:
        with opened(path, "write the events into a file first") as file:
            while block := file.read(_BLOCK):
                yield block
    except OSError as error:
        raise unavailable(path, error, "read") from error


class _Screen:
    """Where in some bytes words, which are folded, may stand."""

    def __init__(self, data: bytes, foreign: set[str], words: frozenset[str]) -> None:
        self._words = sorted((word.encode() for word in words), key=len, reverse=True)
        self._lowered = data.lower()
        self._foreign = sorted(_foreign_places(data, foreign, words))

    def ahead(self, text: str, at: int) -> int:
        """Where, from the record on that begins at a place of the text, the first begins in which all of the words may stand."""
        place = self._lowered.find(self._words[0], at)
        foreign = bisect_left(self._foreign, at)
        places = [one for one in (place, *self._foreign[foreign : foreign + 1]) if one >= 0]
        return text.rfind("\n- ", at, min(places)) + 1 if places else len(text)

    def lets_through(self, start: int, end: int) -> bool:
        """Whether each of the words may stand from one place to another."""
        at = bisect_left(self._foreign, start)
        if self._foreign[at : at + 1] and self._foreign[at] < end:
            return True
        return all(self._lowered.find(word, start, end) >= 0 for word in self._words)


def _foreign_places(data: bytes, foreign: set[str], words: frozenset[str]) -> Iterator[int]:
    """Where in a text letters stand that are not of ASCII and may be part of one of the words."""
    letters = set("".join(words))
    concerned = [
        letter for letter in foreign if not (folded := fold(letter)) or not letters.isdisjoint(folded)
    ]
    begins = {letter.encode()[:2] for letter in concerned}
    # Looked for by the first byte of all: there are far fewer than letters.
    for first in {begin[:1] for begin in begins}:
        at = data.find(first)
        while at >= 0:
            if data[at : at + 2] in begins:
                begin = max(data.rfind(b" ", 0, at), data.rfind(b"\n", 0, at)) + 1
                token = _token.match(data, begin)
                if token and any(word in fold(token[0].decode()) for word in words):
                    yield at
            at = data.find(first, at + 1)

"""A block of a file as the index has it: which of its records have which name, day and word, their ids, and what is drawn of each."""

from array import array
from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from zlib import crc32

from timeline.dates.event_date import EventDate
from timeline.model import unread
from timeline.query.own import own_fields
from timeline.query.texts import words_in
from timeline.record import Value, parse_date
from timeline.store.index import CHECKSUM, DAYS, DRAWN, FAR, LETTERS, OWN, ROW
from timeline.store.postings import MOST, NUMBERS, packed
from timeline.store.sifting import Unusual, begin, checked, event_of, read_whole
from timeline.tuples import NamedTuple
from timeline.yaml_sound import Shapes
from timeline.yaml_values import in_letters

_ID = DRAWN.index("id")
_BEYOND = 16  # of so many records one reaches farther to the past than most, and one farther to the future
# Where no word can go on: it may in all that is not of ASCII.
_SPACED = bytes(code if code > 127 or chr(code).isalnum() else 32 for code in range(256)).lower()


class Parts(NamedTuple):
    """What the index holds of a block: names and days, ids, words, and rows; how many lines and records it has, and from which day to which all and most of them reach."""

    names: bytes
    ids: bytes
    words: bytes
    rows: bytes
    lines: int
    records: int
    days: tuple[int, int, int, int]


def parts_of(piece: bytes, names: dict[str, int], shapes: Shapes, *, first: bool) -> Parts:
    """What is to be held of some whole records of a file, the first of it or others. New names are put into the table.

    Unusual where a record does not tell by itself what it says, in which something is wrong, or which says what it follows.
    """
    filling = Filling(names)
    filling.take(piece, shapes, first=first)
    return filling.parts(piece.count(b"\n"))


class Filling:
    """The parts of a block, record by record."""

    def __init__(self, names: dict[str, int]) -> None:
        self._names = names
        self._named: dict[int, list[int]] = defaultdict(list)
        self._words: dict[bytes, list[int]] = defaultdict(list)
        self._days = array(DAYS), array(DAYS)
        self._first, self._last = FAR, -FAR
        self._odd: list[int] = []
        self._unusual: list[int] = []
        self._drawn = b""
        self._ids: list[bytes] = []
        self._rows: list[bytes] = []

    def take(self, piece: bytes, shapes: Shapes, *, first: bool, file: str = "") -> None:
        """Take in some whole records of a file, or all of one, by its name in a folder."""
        body = piece.removeprefix(BOM_UTF8) if first else piece
        data, _ = checked(body if body.endswith(b"\n") else body + b"\n")
        windows = b"\r" in body  # then every line ends in two bytes
        if windows and body.count(b"\r") != body.count(b"\n"):
            raise Unusual
        text = data.decode("latin-1")
        at = begin(text, first=first)
        line = text.count("\n", 0, at)
        while at < len(text):
            end, record = shapes.record(text, at)
            if record is None:
                whole = read_whole(in_letters(text[at:end]))
                event = event_of(whole)
                self._add(
                    event.to_record(),
                    _words_of("\n".join(_texts(whole))),
                    rivals=event.rival_dates,
                    own=bool(event.extra),
                    usual=False,
                )
                leans = bool(event.after or event.before)
            else:
                rivals = unread(record).rival_dates if record.disputed else ()
                self._add(record, _words(data[at:end]), rivals=rivals, own=record.own, usual=True)
                leans = record.leans
            if leans:
                raise Unusual
            below = line + text.count("\n", at, end)
            place, stop = at + line * windows, end + below * windows
            self._row(place + len(piece) - len(body), body[place:stop], line, file)
            at, line = end, below

    def _add(
        self,
        record: Mapping[str, Value],
        words: Iterable[bytes],
        *,
        rivals: Sequence[EventDate],
        own: bool,
        usual: bool,
    ) -> None:
        """Take in what a record says, its words, the other dates that its sources give, whether it has fields of the user's own, and whether it is written in the usual way."""
        number, get, numbers = len(self._rows), record.get, self._names
        if number == MOST:
            raise Unusual
        drawn = [str(get(name, "")) for name in DRAWN]
        self._drawn = "\0".join(drawn).encode()
        self._ids.append(drawn[_ID].encode())
        named = [
            f"{letter}{name}" for field, letter in LETTERS.items() for name in _listed(get(field, "")) if name
        ]
        if own:
            named += [f"{OWN}{path}" for path in own_fields((record,))]
        if "\0" in "".join((*drawn, *named)):  # which parts them
            raise Unusual
        for name in dict.fromkeys(named):
            self._named[numbers.setdefault(name, len(numbers))].append(number)
        date = parse_date(drawn[1])
        first, last = _reach(date)
        odd = bool(rivals) or not -FAR < first <= last < FAR
        self._days[0].append(0 if odd else first)
        self._days[1].append(0 if odd else last)
        if odd:
            self._odd.append(number)
        for first, last in ((first, last), *map(_reach, rivals)):  # noqa: B020 - its own, and those
            self._first, self._last = min(self._first, first), max(self._last, last)
        if not usual:
            self._unusual.append(number)
        lists = self._words
        for word in words:
            lists[word].append(number)

    def _row(self, at: int, data: bytes, line: int, file: str) -> None:
        """Take in where the same record stands, and in which file of a folder."""
        try:
            name = file.encode()
        except UnicodeEncodeError:  # it is no text
            raise Unusual from None
        row = (ROW.pack(0, at, len(data), crc32(data), line) + self._drawn + b"\0" + name)[CHECKSUM:]
        self._rows.append(crc32(row).to_bytes(CHECKSUM, "little") + row)

    def parts(self, lines: int) -> Parts:
        """What the index is to hold of them all, which have so many lines."""
        count = len(self._rows)
        places = array(NUMBERS, [0])
        for row in self._rows:
            places.append(places[-1] + len(row))
        named = sorted(self._named)
        most_from, most_to, far = self._most()
        names = (
            *(one.tobytes() for one in (*self._days, places)),
            packed([self._odd, self._unusual, far], count),
        )
        head = array(NUMBERS, (sum(map(len, names)), len(named), *named))
        words = b"\0".join((b"", *self._words, b""))
        word_head = array(NUMBERS, (len(self._words), len(words)))
        return Parts(
            b"".join((head.tobytes(), *names, packed([self._named[one] for one in named], count))),
            b"\0".join((b"", *self._ids, b"")),
            word_head.tobytes() + words + packed([*self._words.values()], count),
            b"".join(self._rows),
            lines,
            count,
            (self._first, self._last, most_from, most_to),
        )

    def _most(self) -> tuple[int, int, Sequence[int]]:
        """From which day to which most records reach, but for those that lean on others' dates; and which do not."""
        odd = frozenset(self._odd)
        known = [
            (first, last, at)
            for at, (first, last) in enumerate(zip(*self._days, strict=True))
            if at not in odd
        ]
        if not known:
            return 0, 0, ()
        beyond = len(known) // _BEYOND
        begin = sorted(first for first, _, _ in known)[beyond]
        end = sorted(last for _, last, _ in known)[-1 - beyond]
        return begin, end, [at for first, last, at in known if not begin <= first <= last <= end]


def _reach(date: EventDate) -> tuple[int, int]:
    """The days between which a date lies, as far as an index has any."""
    first, last = date.first_day, date.last_day
    return -FAR if first is None else _near(first), FAR if last is None else _near(last)


def _near(day: int) -> int:
    return min(max(day, -FAR), FAR)


def _listed(value: Value) -> Iterable[Value]:
    return (value,) if isinstance(value, str) else value


def _words(data: bytes) -> set[bytes]:
    """The words of a record, folded, among them those that only its writing has."""
    words = set(data.translate(_SPACED).split())
    if data.isascii():
        return words
    folded = {word for word in words if not word.isascii()}
    return (words - folded).union(*(_words_of(word.decode()) for word in folded))


def _words_of(text: str) -> set[bytes]:
    return {word.encode() for word in words_in(text)}


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif value:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)

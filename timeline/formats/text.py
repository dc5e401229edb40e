"""The text of a file that somebody saved: UTF-8, UTF-16, or what Windows writes in Western Europe, found by its bytes."""

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

from timeline.errors import InvalidData, UsageError, shown
from timeline.formats.format import ReadOptions
from timeline.tuples import NamedTuple

_CHUNK = 1 << 20
_AROUND = 1 << 16  # bytes before and after one that is no UTF-8, by which the encoding is judged
_GUESS = "cp1252"

# Of bytes as characters: what cp1252 has none for, and three letters with accents in a row, as no language of Western
# Europe has them.
_undefined = re.compile("[\x81\x8d\x8f\x90\x9d]")
_letters = re.compile("[\xc0-\xff]{3,40}")


class _Bad(NamedTuple):
    """A byte that is none of an encoding: where it stands, on which line, and what it is."""

    place: int
    line: int
    byte: int


@contextmanager
def opened(stream: BinaryIO, options: ReadOptions) -> Iterator[TextIO]:
    """The text of a stream, line ends as they are.

    In the encoding that is asked for, or the one that a mark or the bytes say. What is no UTF-8 is taken for cp1252, and
    this is told, where it can be that and no other byte is UTF-8; else InvalidData tells the line.
    """
    encoding = _asked(stream, options.mapping.encoding) or _marked(stream)
    bad = _first_bad(stream, encoding or "utf-8-sig")
    if bad is None:
        encoding = encoding or "utf-8-sig"
    elif encoding:
        hint = "save it as UTF-8, or name its encoding: --encoding cp1252"
        raise InvalidData(f"{bad.line}: byte {bad.byte:#04x} is not {encoding.upper()}", hint=hint)
    else:
        encoding = _guess(stream, bad, options)
    text = io.TextIOWrapper(stream, encoding, newline="")
    try:
        yield text
    finally:
        text.detach()  # the stream is for its owner to close


def _asked(stream: BinaryIO, encoding: str) -> str:
    """The encoding that is asked for; where it wants a mark and the stream has none, the order of bytes that the bytes say, else Windows'."""
    name = codecs.lookup(encoding).name if encoding else ""
    marks = {
        "utf-16": (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE),
        "utf-32": (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE),
    }
    start = stream.read(4)
    stream.seek(0)
    if name not in marks or start.startswith(marks[name]):
        return encoding
    found = _marked(stream)
    return found if found.startswith(name) else f"{name}-le"


def check_encoding(name: str) -> str:
    """An encoding that a person names; UsageError where there is none, or it is none of text."""
    try:
        "".encode(name)
    except (LookupError, ValueError):
        hint = "one of: utf-8, utf-16, cp1252, cp1251, iso-8859-1, and those that Python knows"
        raise UsageError(f"encoding {shown(name)} is not known", hint=hint) from None
    return "utf-8-sig" if codecs.lookup(name).name == "utf-8" else name


def _marked(stream: BinaryIO) -> str:
    """The encoding that a mark says, or that every second byte does: "" where neither does."""
    start = stream.read(1 << 10)
    stream.seek(0)
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    even, odd = start[::2].count(0), start[1::2].count(0)
    if len(start) > 3 and max(even, odd) > len(start) // 4 and min(even, odd) == 0:
        return "utf-16-be" if even else "utf-16-le"
    return ""


def _first_bad(stream: BinaryIO, encoding: str) -> _Bad | None:
    """The first byte of a stream that is none of the encoding, for which all of it is read once: 0.13 s for 400 MB of UTF-8."""
    decoder = codecs.getincrementaldecoder(encoding)()
    place = 0
    chunk = b"."
    try:
        while chunk:
            chunk = stream.read(_CHUNK)
            decoder.decode(chunk, final=not chunk)
            place += len(chunk)
    except UnicodeDecodeError as error:
        # What the decoder was given begins with what it had kept of the chunk before.
        start = place + len(chunk) - len(error.object) + error.start
        return _Bad(start, _line_at(stream, start, encoding), error.object[error.start])
    finally:
        stream.seek(0)
    return None


def _line_at(stream: BinaryIO, place: int, encoding: str) -> int:
    """On which line a byte of a stream is, of which all that stands before is in the encoding."""
    decoder, lines = codecs.getincrementaldecoder(encoding)(), _Lines()
    stream.seek(0)
    while place:
        chunk = stream.read(min(_CHUNK, place))
        lines.add(decoder.decode(chunk))
        place -= len(chunk)
    return lines.line


class _Lines:
    """On which line a text that comes in pieces is, whichever way its lines end."""

    def __init__(self) -> None:
        self.line = 1
        self._after_return = False

    def add(self, text: str) -> None:
        self.line += text.count("\n") + text.count("\r") - text.count("\r\n")
        self.line -= self._after_return and text.startswith("\n")
        self._after_return = text.endswith("\r") or (self._after_return and not text)


def _guess(stream: BinaryIO, bad: _Bad, options: ReadOptions) -> str:
    start = max(bad.place - _AROUND, 0)
    stream.seek(start)
    around = stream.read(2 * _AROUND)
    stream.seek(0)
    told = f"{bad.line}: byte {bad.byte:#04x} is not UTF-8"
    high = sum(char > 0x7F for char in around)
    decoded = around.decode("utf-8", "surrogateescape")
    some_utf8 = any(
        char > "\x7f" and not "\udc80" <= char <= "\udcff" for char in decoded[4 if start else 0 :]
    )
    signs = around.decode("latin-1")
    if some_utf8 or _undefined.search(signs) or "\0" in signs:
        raise InvalidData(
            told, hint="mend it, save the file as UTF-8, or name its encoding: --encoding cp1252"
        )
    if 2 * sum(map(len, _letters.findall(signs))) > high:
        raise InvalidData(told, hint="name the encoding: --encoding cp1251 for Cyrillic letters")
    options.note(f"{told}; taken as Western European: --encoding {_GUESS}")
    return _GUESS

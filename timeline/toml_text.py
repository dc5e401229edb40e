"""A TOML file that a person keeps: its tables, and on which line each key stands, which the parser does not tell."""

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.errors import InvalidData, Unavailable

LARGEST = 1_000_000
"""Bytes: some 10,000 actors with their aliases. A longer file is refused before it is read as TOML."""

_MOST_STOPS = 500  # in a line: the parser takes quadratic time for a key of many parts

_place = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toml:
    """A file's tables, and its text, in which places are found."""

    path: Path
    text: str
    tables: dict[str, Any]

    def wrong(self, keys: tuple[str, ...], message: str, hint: str) -> InvalidData:
        """A mistake at the key that these names lead to, from the outermost table inwards."""
        return InvalidData(f"{self.path}:{self.line(keys)}: {message}", hint=hint)

    def line(self, keys: tuple[str, ...]) -> int:
        """The line on which a key seems to stand, from 1: that of the nearest table where it is not found."""
        place = 0
        for key in keys:
            written = rf"""(?:^|[\[.{{,])[ \t]*(?:{re.escape(key)}|"{re.escape(key)}"|'{re.escape(key)}')[ \t]*(?=[\].=])"""
            found = re.compile(written, re.MULTILINE).search(self.text, place)
            place = found.end() - 1 if found else place
        return self.text.count("\n", 0, place) + 1


def read_toml(path: Path) -> Toml | None:
    """The file at a path; None where there is none. Raises InvalidData, with the line, and Unavailable."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise Unavailable(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise InvalidData(f"{path}:1: is longer than {LARGEST:,} bytes", hint="keep events in a collection")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidData(f"{path}:{line}: not UTF-8", hint="save the file as UTF-8") from error
    for number, line_text in enumerate(text.split("\n"), start=1):
        if line_text.count(".") > _MOST_STOPS:
            raise InvalidData(
                f"{path}:{number}: has more than {_MOST_STOPS} full stops",
                hint="write a list over several lines",
            )
    try:
        return Toml(path=path, text=text, tables=tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(path, text, str(error)) from error
    except RecursionError:
        raise InvalidData(
            f"{path}:{_line_of_end(text)}: nested too deep", hint="nothing in it needs brackets in brackets"
        ) from None
    except ValueError:  # of a number beyond what Python reads: 4,300 digits
        raise InvalidData(
            f"{path}:{_line_of_end(text)}: holds a number too long to be one", hint="put it in quotes"
        ) from None


def _line_of_end(text: str) -> int:
    """The line on which the parser gives up: the fewest lines of which it says anything but that they are no TOML."""
    lines = text.split("\n")
    return bisect_left(range(len(lines)), 1, key=lambda last: _gives_up("\n".join(lines[: last + 1]))) + 1


def _gives_up(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    except (RecursionError, ValueError):
        return True
    return False


def _not_toml(path: Path, text: str, message: str) -> InvalidData:
    place = _place.search(message)
    line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
    said = message[: place.start()] if place else message
    hint = "a line is a [table], or name = 'text'; a name of other letters than a-z stands in quotes, too"
    return InvalidData(f"{path}:{line}: not TOML: {said[:1].lower()}{said[1:]}", hint=hint)

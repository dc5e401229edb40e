"""A TOML file that a person keeps: its tables, and on which line each key stands, which the parser does not tell."""

import re
import tomllib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.errors import InvalidData, Unavailable, shown

LARGEST = 1_000_000
"""Bytes: some 10,000 actors with their aliases. A longer file is refused before it is read as TOML."""

_MOST_STOPS = 500  # in a line: the parser takes quadratic time for a key of many parts

_MOST_TRIED = 50  # places at which a statement of several lines may end, before it is taken for a broken one
_HINT = "a line is a [table], or name = 'text'; a name of other letters than a-z stands in quotes, too"
_AGAIN = "say all of it in one place"

_begun = re.compile(r"""[ \t]*(?:\[{1,2}[^\[\],]*\]{1,2}[ \t\r]*(?:#|$)|[\w"'-][^=\n]*=)""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toml:
    """A file's tables, and its text, in which places are found."""

    path: Path
    text: str
    tables: dict[str, Any]

    def wrong(self, keys: tuple[str, ...], message: str, hint: str) -> InvalidData:
        """A mistake at the key that these names lead to, from the outermost table inwards."""
        return InvalidData(message, hint=hint, path=self.path, line=self.line(keys))

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
        raise Unavailable(f"cannot be read: {error.strerror}", path=path) from error
    if len(data) > LARGEST:
        raise InvalidData(
            f"is longer than {LARGEST:,} bytes", hint="keep events in a collection", path=path, line=1
        )
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidData("not UTF-8", hint="save the file as UTF-8", path=path, line=line) from error
    for number, line_text in enumerate(text.split("\n"), start=1):
        if line_text.count(".") > _MOST_STOPS:
            raise InvalidData(
                f"has more than {_MOST_STOPS} full stops",
                hint="write a list over several lines",
                path=path,
                line=number,
            )
    try:
        return Toml(path=path, text=text, tables=tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        line, culprit = _first_wrong(text)
        why = " once more" if _is_toml(culprit) else ""
        message = f"not TOML: {shown(culprit.strip())}{why}"
        raise InvalidData(message, hint=_AGAIN if why else _HINT, path=path, line=line) from error
    except RecursionError:
        message, hint = "nested too deep", "nothing in it needs brackets in brackets"
    except ValueError:  # of a number beyond what Python reads: 4,300 digits
        message, hint = "holds a number too long to be one", "put it in quotes"
    raise InvalidData(message, hint=hint, path=path, line=_first_wrong(text)[0])


def _first_wrong(text: str) -> tuple[int, str]:
    """The line on which the first statement begins that is none, or that says what those above it said, and the line.

    The parser tells its place in its words alone. Here each statement is parsed by itself: the fewest lines, from where
    the last one ended to where another seems to begin, that are TOML.
    """
    lines = text.split("\n")
    lines[:-1] = [f"{line}\n" for line in lines[:-1]]  # not the last: a lone \r there would become a line end
    begins = [number for number, line in enumerate(lines) if _begun.match(line)]
    read = [0]
    while read[-1] < len(lines):
        first = read[-1]
        after = bisect_right(begins, first)
        ends = (first + 1, *begins[after : after + _MOST_TRIED], len(lines))
        end = next((end for end in ends if _is_toml("".join(lines[first:end]))), None)
        if end is None:
            break
        read.append(end)
    # Each is TOML by itself: what is wrong with them together is that one repeats another.
    known = bisect_left(range(1, len(read)), 1, key=lambda last: not _is_toml("".join(lines[: read[last]])))
    line = read[known]
    return line + 1, lines[line]


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True

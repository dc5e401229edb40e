"""Saved queries: a TOML file that a person keeps beside the collection, or in the user's configuration folder.

    [queries]
    dyad = 'actor:Russia actor:Japan'
    kurils = 'tag:kuril-islands OR place:Kur*'

`timeline show @dyad since:2022` then asks for the first one. Here a name is only checked to be one that can be asked
for; what the query says is read when it is.
"""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from timeline.errors import InvalidData, Unavailable, shown

_name = re.compile(r"\w[\w.-]*")
_place = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def saved_queries(paths: Iterable[Path]) -> dict[str, str]:
    """The queries of several files by name; of two with one name, the one in the first file.

    A file that does not exist holds none. Raises InvalidData, with the line, and Unavailable.
    """
    queries: dict[str, str] = {}
    for path in paths:
        queries = _read(path) | queries
    return queries


def _read(path: Path) -> dict[str, str]:
    try:
        text = path.read_bytes().decode()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise Unavailable(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InvalidData(f"{path}:{line}: not UTF-8", hint="save the file as UTF-8") from error
    try:
        table = tomllib.loads(text).get("queries", {})
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(path, text, str(error)) from error
    if not isinstance(table, dict):
        raise InvalidData(
            f'{path}:{_line(text, "queries")}: "queries" is not a table', hint="begin it with [queries]"
        )
    return {name: _query(path, text, name, value) for name, value in table.items()}


def _query(path: Path, text: str, name: str, value: object) -> str:
    if not isinstance(value, str):
        message = f"{path}:{_line(text, name)}: the query {shown(name)} is not text"
        raise InvalidData(message, hint="write it between quotes: name = 'actor:Russia actor:Japan'")
    if not _name.fullmatch(name):
        message = f"{path}:{_line(text, name)}: {shown(name)} cannot be the name of a query"
        raise InvalidData(message, hint="a name has letters, digits and _ . - only")
    return value


def _line(text: str, name: str) -> int:
    """The line on which a key seems to stand, from 1: tomllib does not tell."""
    key = re.search(rf"^[\s\[]*(?:queries\s*\.\s*)?[\"']?{re.escape(name)}\b", text, re.MULTILINE)
    return text.count("\n", 0, key.end()) + 1 if key else 1


def _not_toml(path: Path, text: str, message: str) -> InvalidData:
    place = _place.search(message)
    line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
    said = message[: place.start()] if place else message
    hint = "write one query a line under [queries]: name = 'actor:Russia actor:Japan'"
    return InvalidData(f"{path}:{line}: not TOML: {said[:1].lower()}{said[1:]}", hint=hint)

"""What can go wrong for a user, and the exit code each kind of mistake has (contract: Errors)."""

import re
from collections.abc import Mapping
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What the process returns to the shell."""

    OK = 0
    REFUSED = 1
    USAGE = 2
    INVALID = 3
    UNAVAILABLE = 4
    INTERRUPTED = 130


class TimelineError(Exception):
    """A mistake of the user's, of a file's, or of the machine's: said in words, never as a traceback.

    `message` is lower case, the place first, the culprit quoted; `hint` is a way out that would work. What is wrong in
    a file has its place as values, too: `path`, `line` from 1 (0 where it is the whole file), and `said` without them.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED

    def __init__(self, said: str, *, hint: str | None = None, path: object = "", line: int = 0) -> None:
        self.said, self.path, self.line = said, str(path), line
        place = f"{self.path}:{line}" if line else self.path
        self.message = f"{place}: {said}" if self.path else said
        self.hint = hint
        super().__init__(self.message)


class Refused(TimelineError):
    """A check or a guard said no: an id in use, a near-duplicate, no such id."""


class UsageError(TimelineError):
    """The command line cannot be understood."""

    exit_code = ExitCode.USAGE


class DateError(UsageError):
    """A text that is no date, in EDTF or in English."""


class QueryError(UsageError):
    """A query that does not parse; `column` counts characters of `text` from 0, which may be a `saved` query."""

    def __init__(
        self, message: str, *, text: str, column: int, hint: str | None = None, saved: bool = False
    ) -> None:
        super().__init__(message, hint=hint)
        self.text = text
        self.column = column
        self.saved = saved


class InvalidData(TimelineError):
    """A file was read, but what it says is not valid."""

    exit_code = ExitCode.INVALID


class InvalidYaml(InvalidData):
    """A text that holds no records: a stable code, the line on which it goes wrong (from 1), and why."""

    def __init__(self, message: str, *, line: int, code: str = "E101", hint: str | None = None) -> None:
        super().__init__(message, hint=hint, line=line)
        self.code = code


class Unavailable(TimelineError):
    """A file cannot be found, read or written."""

    exit_code = ExitCode.UNAVAILABLE


# C0 and C1 controls, the Unicode line and paragraph separators, bidirectional marks, embeddings, overrides
# and isolates (UAX #9), the byte order mark and interlinear marks, and lone surrogates: none may reach a terminal.
# Nor may the two noncharacters that XML 1.0 (2.2) forbids besides: a picture with one would be no SVG.
CONTROL_CHARACTERS = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"


_SAYABLE = 10**15  # Python refuses to write a number of thousands of digits


def harmless(text: str) -> str:
    r"""The text with every character that could command a terminal written out as an escape.

    >>> harmless("a\x1b[2Jb\u202ec")
    'a\\x1b[2Jb\\u202ec'
    """
    if text.isprintable():  # none of them is
        return text
    return re.sub(f"[{CONTROL_CHARACTERS}]", _escaped, text)  # compiled when first needed: 1 ms


def shown(text: str, *, limit: int = 80) -> str:
    """The text in double quotes as an error message shows it: harmless, and cut to `limit` characters.

    >>> shown("2022-13")
    '"2022-13"'
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return f'"{harmless(cut)}"'


def described(value: object) -> str:
    """What a value of whatever type is, in words, as an error message shows it.

    >>> described(3), described("x"), described(b"x"), described(["x"]), described(None), described(object())
    ('the number 3', 'the text "x"', 'bytes', 'a list', 'None', 'an object of type object')
    """
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return f"the text {shown(value)}"
    if isinstance(value, int | float):
        return f"the number {value}" if abs(value) < _SAYABLE else "a number"
    kinds = (bytes, "bytes"), (list, "a list"), (tuple, "a tuple"), (Mapping, "a mapping")
    return next(
        (words for kind, words in kinds if isinstance(value, kind)),
        f"an object of type {type(value).__name__}",
    )


def wrong_type(name: str, value: object, wanted: str) -> UsageError:
    """An argument that is not of a type that the function takes: which, what it is, and what was wanted."""
    return UsageError(f"{name} is {described(value)}", hint=f"give {wanted}")


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return {9: "\\t", 10: "\\n", 13: "\\r"}.get(code) or (
        f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    )

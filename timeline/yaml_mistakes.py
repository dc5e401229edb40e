"""What is wrong with a text that is no YAML, told by what stands where the parser stopped, for someone who writes records.

Each parser words its errors in its own way, and anew in a release: nothing of that is read.
"""

import re
from collections.abc import Callable

from yaml.error import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from timeline.errors import InvalidYaml, shown
from timeline.yaml_places import line_at

_QUOTATION = re.compile(r"""\"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)
_FIELD = re.compile(r"[^\n]*:(?=[ \t\r\n]|\Z)")
_TABBED = re.compile(r"[ -]*\t")
_DOCUMENT_MARK = re.compile(r"(?:---|\.\.\.)(?=[ \t\r\n]|\Z)")
_NAMELESS = re.compile(r"[&*!][^ \t\r\n]*\Z")
_NO_VALUE = ("a character that cannot begin a value", "put the text in double quotes")
_NO_FIELD = ('a line that is no "field: value"', 'write "field: value", or quote the text')


class _Stop:
    """Where the parser stopped, `at`, in what begins at `start`, where it tells that, and what stands there."""

    def __init__(self, body: str, start: int | None, at: int) -> None:
        self.body, self.start, self.at = body, start, at
        self.begin = at if start is None else start
        self.begun = body[start : start + 1] if start is not None else ""
        self.here = body[at : at + 1]
        self.line = body[body.rfind("\n", 0, at) + 1 : at + 1]
        self.alone = not self.line.removesuffix(self.here).strip(" \t-?")  # on its line, but for dashes
        self.ended = not body[at:].strip()
        self.entry = body[self.begin : self.begin + 2].strip() == "-"
        quotation = _QUOTATION.match(body, self.begin)
        self.quoting = self.begun in ("'", '"') and (quotation is None or quotation.end() > at)
        self.field = _FIELD.match(body, quotation.end() if quotation else self.begin) is not None


# What stands where the parser stopped, the first that holds: in words, with a way out, and whether it is at fault
# from its beginning on.
_MISTAKES: tuple[tuple[Callable[[_Stop], object], str, str, bool], ...] = (
    (
        lambda stop: stop.quoting and (stop.ended or _DOCUMENT_MARK.match(stop.body, stop.at)),
        "a quotation that does not end",
        "close the quotation mark",
        True,
    ),
    (
        lambda stop: stop.quoting,
        "a backslash that escapes nothing",
        'write "\\\\" for a backslash in double quotes',
        False,
    ),
    (
        lambda stop: stop.begun in ("&", "*") and _NAMELESS.match(stop.body, stop.begin, stop.at),
        'a "&" or "*" that begins no anchor or alias',
        "put the text in double quotes",
        False,
    ),
    (
        lambda stop: (
            stop.here == "!" or (stop.begun == "!" and _NAMELESS.match(stop.body, stop.begin, stop.at))
        ),
        "a YAML tag, which a collection cannot have",
        'quote a text that begins with "!"',
        False,
    ),
    (
        lambda stop: stop.ended and (stop.begun in ("[", "{") or stop.start == stop.at),
        "a bracket that does not close",
        "close it, and quote texts that hold , [ ] { or }",
        True,
    ),
    (
        lambda stop: stop.begun in ("[", "{"),
        "a list in brackets that goes wrong here",
        "quote texts that hold , [ ] { or }",
        False,
    ),
    (lambda stop: _TABBED.match(stop.line), "a tab indents this line", "indent with spaces", False),
    (
        lambda stop: stop.body.startswith("%") and (stop.start or 0) == 0,
        'a directive that YAML does not have, or that no "---" follows',
        'take out the line that begins with "%"',
        False,
    ),
    (lambda stop: stop.here in tuple("@`%|>") or stop.begun in ("|", ">"), *_NO_VALUE, False),
    (lambda stop: stop.here == ":" and stop.alone, *_NO_FIELD, False),
    (
        lambda stop: stop.here == ":",
        'a second ": " in one value, or a line indented too far',
        'put a text that contains ": " in double quotes',
        False,
    ),
    (
        lambda stop: stop.here == "-" and not stop.alone,
        'a "-" that begins no record here',
        "put it on a line of its own",
        False,
    ),
    (lambda stop: stop.start == stop.at, *_NO_VALUE, False),
    (lambda stop: not (stop.entry or stop.field), *_NO_FIELD, True),
    (
        lambda stop: not stop.alone,
        "words after a value that has ended",
        "put the whole text in quotes, or close a quotation above",
        False,
    ),
    (
        lambda stop: stop.entry and stop.start is not None,
        'a line outside of any record where "- " is expected',
        'begin each record with "- ", and indent its fields',
        False,
    ),
    (
        lambda _: True,
        "a line that does not fit the record above it",
        "indent every field of a record alike, and quote a text that begins with a quotation mark",
        False,
    ),
)


def wrong_yaml(error: YAMLError | UnicodeEncodeError, body: str) -> InvalidYaml:
    """What the parser found wrong, in the words of someone who writes records."""
    if isinstance(error, UnicodeEncodeError):
        return InvalidYaml(
            f"{shown(body[error.start])} is half a character, which YAML cannot hold",
            line=line_at(body, error.start),
            code="E108",
        )
    if isinstance(error, ReaderError):
        char = chr(error.character)
        what = "a NUL byte" if char == "\0" else f"the control character {shown(char)}"
        return InvalidYaml(
            f"{what} cannot stand in YAML",
            line=line_at(body, body.index(char)),
            code="E108",
            hint=f'write it as an escape in double quotes: "\\u{ord(char):04x}"',
        )
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return InvalidYaml("not YAML", line=1)
    start = error.context_mark.index if error.context_mark else None
    stop = _Stop(body, start, error.problem_mark.index)
    words, hint, whole = next((words, hint, whole) for holds, words, hint, whole in _MISTAKES if holds(stop))
    place = min(stop.begin if whole else stop.at, len(body.rstrip()))
    return InvalidYaml(f"not YAML: {words}", line=line_at(body, place), hint=hint)

"""A text cut into words, numbers and marks, each with its place and the character that rules know it by."""

import re
from functools import cache
from typing import NamedTuple

from timeline.drafts import english_rules, english_words
from timeline.drafts.patterns import Alphabet

BREAK, WORD, NAME, OTHER = "\n", "w", "W", "."
# Shapes of numbers: what each could be in a date decides which rules try it.
_SHAPES = ["hour12", "hour24", "day31", "zero", "led", "minute", "high", "hundreds", "year", "long", "clock4"]
_HOUR12, _HOUR24, _DAY31, _ZERO, _LED, _MINUTE, _HIGH, _HUNDREDS, _YEAR, _LONG, _CLOCK4 = "abcdefghijk"
_TWO = _HOUR12 + _HOUR24 + _DAY31 + _LED + _MINUTE + _HIGH + _ZERO
SHAPES = {
    "DAY": _HOUR12 + _HOUR24 + _DAY31 + _LED,
    "HOUR": _HOUR12 + _HOUR24 + _LED + _ZERO,
    "MONTH_NUMBER": _HOUR12 + _LED,
    "TWO": _TWO,
    "DIGITS": _TWO + _HUNDREDS + _YEAR + _LONG,
    "YEAR": _YEAR,
    "THREE": _HUNDREDS,
    "DECIMAL": _LONG,
    "CLOCK4": _CLOCK4 + _YEAR,
    "ISO": "A",
    "SLASHED": "B",
    "CLOCK": "C",
    "DIGIT_ORDINAL": "D",
    "DECADE": "E",
    "SHORT_YEAR": "F",
    "SHORT_DECADE": "G",
    "COMPACT": "H",
    "UNKNOWN": WORD,
    "NAME": NAME,
}
_SPLIT = r"""
    (?P<word>[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?(?:\d\w*)?)
  | \d (?: (?P<iso>\d{3}[-/]\d\d?[-/]\d\d?(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d/]|-\d))
         | (?P<slashed>\d?(?P<sep>[/.-])\d\d?(?P=sep)(?:\d{4}|\d\d)(?![\w/]))
         | (?P<clock>\d?:[0-5]\d(?::[0-5]\d)?(?![\d:]))
         | (?P<ordinal>\d{0,2}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
         | (?P<decade>\d{0,2}0['’]?s\b)
         | (?P<halves>[qhQH]\b)
         | (?P<long>\d{0,2}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{0,9}\.\d+)
         | (?P<digits>\d*)
       )
  | (?P<short>['’]\d\d(?!\d)(?:s\b)?)
  | (?P<possessive>['’]s\b)
  | (?P<break>\n[ \t\r]*\n\s*)
  | (?P<mark>\S)
    """
_KINDS = {"iso": "A", "slashed": "B", "clock": "C", "ordinal": "D", "short": "F", "long": _LONG}
_MARKS = {"–": "-", "—": "-", "−": "-", "‒": "-", "~": "-", "’": "'", "‘": "'"}  # noqa: RUF100 dashes as printed


@cache
def alphabet() -> Alphabet:
    """The characters that stand for the words of the rules."""
    return Alphabet(english_words.CLASSES, (*sorted(english_rules.words()), "'s"), SHAPES)


@cache
def _splitter() -> re.Pattern[str]:
    return re.compile(_SPLIT, re.VERBOSE)


class Tokens(NamedTuple):
    """The words of one stretch of text: `codes[i]` is the character for the word at `starts[i]:ends[i]` of `text`."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]

    def word(self, index: int) -> str:
        """The word itself, as written; empty outside the text."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]]
        return ""

    def words(self, first: int, end: int) -> tuple[str, ...]:
        """The words from `first` up to `end`, in lower case."""
        return tuple(self.text[self.starts[i] : self.ends[i]].lower() for i in range(first, end))


def tokens(text: str) -> Tokens:
    """The text's words, numbers and marks.

    >>> cut = tokens("On May 3–5, 1,200 men")
    >>> [cut.word(i) for i in range(len(cut.codes))]
    ['On', 'May', '3', '–', '5', ',', '1,200', 'men']
    """
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    known = alphabet().codes
    possessive = known["'s"]
    for match in _splitter().finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        word = match.group()
        if kind == "word":
            code = known.get(word) or known.get(word.lower()) or (NAME if word[0].isupper() else WORD)
        elif kind == "digits":
            code = _shape(word)
        elif kind == "mark":
            code = known.get(_MARKS.get(word, word), OTHER)
        elif kind == "break":
            code = BREAK
        elif kind == "possessive":
            code = possessive
        elif kind == "halves":
            code = known.get(word.lower(), OTHER)
        elif kind == "decade":
            code = "E" if word[:4].isdigit() else "G" if not word[:3].isdigit() else OTHER
        else:
            code = _KINDS[kind or ""]
            if code == "F" and word[-1] == "s":
                code = "G"
        codes.append(code)
        starts.append(start)
        ends.append(end)
    return Tokens(text=text, codes="".join(codes), starts=starts, ends=ends)


def _shape(word: str) -> str:
    """The shape of a whole number: what it could be in a date."""
    length = len(word)
    if length <= 2:
        number = int(word)
        if number == 0:
            return _ZERO
        if length == 2 and word[0] == "0":
            return _LED
        return (
            _HOUR12
            if number <= 12
            else _HOUR24
            if number <= 24
            else _DAY31
            if number <= 31
            else _MINUTE
            if number < 60
            else _HIGH
        )
    if length == 3:
        return _HUNDREDS
    if length == 4:
        return _YEAR if "1000" <= word <= "2999" else _CLOCK4
    return (
        "H"
        if length == 8
        and "1500" <= word[:4] <= "2199"
        and "01" <= word[4:6] <= "12"
        and "01" <= word[6:] <= "31"
        else _LONG
    )

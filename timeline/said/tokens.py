"""A text about dates cut into words, numbers and marks, each of which knows where it stands.

Words are folded (`timeline.folding`): case, accents and the full stops of abbreviations do not count, in any script.
A hyphen is "-"; the longer dashes, which join two dates and never stand inside one, are "–".
"""

from typing import NamedTuple

from timeline.folding import fold

_HYPHENS = "-\u2010\u2011"
_DASHES = "\u2012\u2013\u2014\u2015\u2212"
_QUOTES = "'\u2019\u2018\u02bc"
_UNSEEN = "\u200b\u200e\u200f\u2060\ufeff"  # marks of direction and joints of no width: nobody typed them
_DIGITS = "0123456789"


class Token(NamedTuple):
    """A folded word, a run of ASCII digits, or one mark, at `start` to `end` of the text.

    `tight` says that no space stands before it; `digits` how many digits it has, 0 when it is no number.
    """

    word: str
    start: int
    end: int
    tight: bool
    digits: int

    @property
    def number(self) -> int:
        """The number that its digits say."""
        return int(self.word)


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text. Every character but spaces and the full stops of abbreviations is in one.

    >>> [token.word for token in tokens_of("c. 15th März 44 B.C.–AD 14")]
    ['c', '15', 'th', 'marz', '44', 'bc', '–', 'ad', '14']
    """
    found: list[Token] = []
    at, size, tight = 0, len(text), False
    while at < size:
        character = text[at]
        if character.isspace() or character in _UNSEEN:
            at, tight = at + 1, tight and character in _UNSEEN
            continue
        start, digits = at, 0
        if character in _DIGITS:
            while at < size and (text[at] in _DIGITS or _groups_thousands(text, start, at)):
                at += 1
            word = text[start:at].replace(",", "")
            digits = len(word)
        elif character.isalpha():
            while at < size and (text[at].isalpha() or text[at] == "."):
                at += 1
            word = fold(text[start:at].replace(".", ""))
        else:
            at += 1
            word = _mark(character)
        found.append(Token(word=word, start=start, end=at, tight=tight, digits=digits))
        tight = True
    return tuple(found)


def _mark(character: str) -> str:
    if character in _HYPHENS:
        return "-"
    if character in _DASHES:
        return "–"
    return "'" if character in _QUOTES else character


def _groups_thousands(text: str, start: int, at: int) -> bool:
    """Whether the comma at `at` stands inside a number such as 10,000."""
    following = text[at + 1 : at + 4]
    return (
        text[at] == ","
        and (at - start) % 4 in {1, 2, 3}
        and following.isdecimal()
        and following.isascii()
        and not text[at + 4 : at + 5].isdecimal()
    )

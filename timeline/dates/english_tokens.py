"""English date text cut into words, numbers and marks, each of which knows where it stands."""

from collections.abc import Collection
from dataclasses import dataclass

_DASHES = "-–—‒‑−"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word (lower case, no full stops), a run of ASCII digits, or one mark.

    `tight` says that no space stands before it; `start` and `end` are its place in the text.
    """

    word: str
    start: int
    end: int
    tight: bool

    @property
    def numeric(self) -> bool:
        """Whether it is a run of digits."""
        return self.word[0] in "0123456789"


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text. Every character but spaces and the full stops of abbreviations is in one.

    >>> [token.word for token in tokens_of("c. 15th March 44 B.C.")]
    ['c', '15', 'th', 'march', '44', 'bc']
    """
    found: list[Token] = []
    at, size, tight = 0, len(text), False
    while at < size:
        if text[at].isspace():
            at, tight = at + 1, False
            continue
        start = at
        if text[at] in "0123456789":
            while at < size and (text[at] in "0123456789" or _groups_thousands(text, start, at)):
                at += 1
            word = text[start:at].replace(",", "")
        elif _is_letter(text[at]):
            while at < size and (_is_letter(text[at]) or text[at] == "."):
                at += 1
            word = text[start:at].replace(".", "").lower()
        else:
            at += 1
            word = "-" if text[start] in _DASHES else "'" if text[start] == "’" else text[start]
        # An en dash is never part of a word or a numeric date: it joins two dates.
        joined = tight and not (word == "-" and text[start] != "-")
        found.append(Token(word=word, start=start, end=at, tight=joined))
        tight = text[start] not in _DASHES[1:]
    return tuple(found)


def _is_letter(character: str) -> bool:
    return "a" <= character <= "z" or "A" <= character <= "Z"


def _groups_thousands(text: str, start: int, at: int) -> bool:
    """Whether the comma at `at` stands inside a number such as 10,000."""
    return (
        text[at] == ","
        and (at - start) % 4 in {1, 2, 3}
        and text[at + 1 : at + 4].isdecimal()
        and text[at + 1 : at + 4].isascii()
        and not text[at + 4 : at + 5].isdecimal()
    )


class Cursor:
    """A place in a text's tokens, moved by what is understood."""

    __slots__ = ("at", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self.at = 0

    def word(self, ahead: int = 0) -> str:
        """The word at the cursor or some places ahead of it, "" past the end."""
        index = self.at + ahead
        return self.tokens[index].word if index < len(self.tokens) else ""

    def tight(self, ahead: int = 0) -> bool:
        """Whether that token follows the one before it without a space."""
        index = self.at + ahead
        return index < len(self.tokens) and self.tokens[index].tight

    def number(self, ahead: int = 0) -> int | None:
        """The number there, or None when the token is not one."""
        index = self.at + ahead
        if index < len(self.tokens) and self.tokens[index].numeric:
            return int(self.tokens[index].word)
        return None

    def digits(self, ahead: int = 0) -> int:
        """How many digits the number there is written with; 0 when it is none."""
        return len(self.word(ahead)) if self.number(ahead) is not None else 0

    def take(self, *words: str) -> bool:
        """Move past the words when they come next."""
        if all(self.word(ahead) == word for ahead, word in enumerate(words)):
            self.at += len(words)
            return True
        return False

    def take_one(self, words: Collection[str]) -> str:
        """Move past the next word when it is one of these, and give it; "" otherwise."""
        word = self.word()
        if word and word in words:
            self.at += 1
            return word
        return ""

    @property
    def done(self) -> bool:
        """Whether everything was understood."""
        return self.at >= len(self.tokens)

    @property
    def rest(self) -> str:
        """The text from here on."""
        return "" if self.done else self.text[self.tokens[self.at].start :]

    def since(self, at: int) -> str:
        """The text from an earlier place to here."""
        if not self.tokens or at >= self.at:
            return ""
        return self.text[self.tokens[at].start : self.tokens[self.at - 1].end]

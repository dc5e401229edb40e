"""A small language for rules over words: each word becomes one character, each rule one regular expression.

A rule is written in words, classes and marks: `the? day:DAY ORDINAL_MARK? of? month:MONTH ,? year:YEAR`. Lower case
is the word itself, upper case a class of words, `name:` captures, `?` makes optional, `( a | b )` chooses. The
text's words are written as one character each, so a rule cannot stumble over letters and its expression stays small:
no repetition in it is unbounded, hence no rule takes more than a bounded number of steps at a place.
"""

import re
from collections.abc import Mapping
from functools import cached_property

_TERM = r"(?:(?P<name>[a-z_]+\d?):)?(?P<item>[^\s()|?]+|\()|(?P<mark>[)|?])|\s+"


class Alphabet:
    """The characters that stand for words: one for each known word, one for each shape of number, two for the rest."""

    def __init__(
        self, classes: Mapping[str, Mapping[str, object]], words: tuple[str, ...], shapes: Mapping[str, str]
    ) -> None:
        known = list(words)
        for table in classes.values():
            known.extend(table)
        self.codes: dict[str, str] = {}
        for word in known:
            if word not in self.codes:
                self.codes[word] = chr(0x100 + len(self.codes))
        self._classes = {
            name: "".join(self.codes[word] for word in table) for name, table in classes.items()
        } | dict(shapes)

    def members(self, item: str) -> str:
        """The characters that the word or class `item` stands for."""
        if item in self._classes:
            return self._classes[item]
        return self.codes[item]


class Pattern:
    """One rule's pattern: compiled when first tried, since compiling all of them takes longer than an article."""

    def __init__(self, text: str, alphabet: Alphabet, fragments: Mapping[str, str]) -> None:
        self.text = text
        for _ in range(3):
            for name, fragment in fragments.items():
                if name in text:
                    text = re.sub(rf"\b{name}\b", f"( {fragment} )", text)
        self._source, self.first = _translate(text, alphabet)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The regular expression over characters that stand for words."""
        return re.compile(self._source)


def _translate(text: str, alphabet: Alphabet) -> tuple[str, frozenset[str]]:  # noqa: C901 - one pass over the pattern
    """The expression's source, and the characters it can begin with."""
    out: list[str] = []
    term = re.compile(_TERM)
    # Each open group: first characters of its finished branches, of the current branch, and whether all so far is optional.
    stack: list[list[object]] = [[set(), set(), True, False]]
    last: tuple[set[str], bool] = (set(), False)
    position = 0

    def settle() -> None:
        """Count the element before as part of the branch, now that it is known whether `?` follows."""
        nonlocal last
        frame = stack[-1]
        if frame[2]:
            frame[1] |= last[0]  # type: ignore[operator]
            if last[0] and not last[1]:
                frame[2] = False
        last = (set(), False)

    while position < len(text):
        match = term.match(text, position)
        if match is None:
            raise ValueError(f"pattern {text!r} at {position}")
        position = match.end()
        mark, item, name = match["mark"], match["item"], match["name"]
        if item == "(":
            settle()
            out.append(f"(?P<{name}>" if name else "(?:")
            stack.append([set(), set(), True, False])
        elif item:
            settle()
            members = alphabet.members(item)
            body = "[" + re.escape(members) + "]" if len(members) > 1 else re.escape(members)
            out.append(f"(?P<{name}>{body})" if name else body)
            last = (set(members), False)
        elif mark == "?":
            out.append("?")
            last = (last[0], True)
        elif mark == "|":
            settle()
            out.append("|")
            frame = stack[-1]
            frame[0] |= frame[1]  # type: ignore[operator]
            frame[3] = frame[3] or frame[2]
            frame[1], frame[2] = set(), True
        elif mark == ")":
            settle()
            frame = stack.pop()
            out.append(")")
            last = (frame[0] | frame[1], bool(frame[3] or frame[2]))  # type: ignore[operator]
    settle()
    frame = stack[0]
    return "".join(out), frozenset(frame[0] | frame[1])  # type: ignore[operator]

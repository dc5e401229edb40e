r"""How a text is spelled in a query: where it needs quotes, what a `*` and a backslash mean.

A value that ends in `*` stands for every text that begins so. In a value `\*`, `\~`, `\"` and `\\` stand for the
character itself; before any other character a backslash is a backslash.
"""

import re
from collections.abc import Sequence

_escaped = re.compile(r'\\([\\"*~])')
_plain_value = re.compile(r'[^\s()"]+')
_plain_word = re.compile(r"[^\W_][\w.,;'&/+-]*")
_operators = ("AND", "OR", "NOT")


def read_pattern(value: str) -> tuple[str, bool]:
    r"""The text of a value, and whether it stands for what begins so.

    >>> read_pattern("Jap*"), read_pattern(r"M\*A\*S\*H\*"), read_pattern(r"C:\temp")
    (('Jap', True), ('M*A*S*H*', False), ('C:\\temp', False))
    """
    backslashes = len(value) - 1 - len(value[:-1].rstrip("\\"))
    prefix = value.endswith("*") and backslashes % 2 == 0
    return _escaped.sub(r"\1", value[:-1] if prefix else value), prefix


def spelled(text: str, *, prefix: bool = False, mark: str = "") -> str:
    r"""The value that `read_pattern` reads as the text, with quotes where it needs them; `mark` stands before it.

    >>> spelled("Jap", prefix=True), spelled("Saudi Arabia"), spelled('5" gun*')
    ('Jap*', '"Saudi Arabia"', '"5\\" gun\\*"')
    """
    value = text.replace("\\", "\\\\").replace('"', '\\"')
    if value.endswith("*"):
        value = value[:-1] + "\\*"
    if value.startswith("~"):
        value = "\\" + value
    value = f"{value}*" if prefix else value
    return mark + (value if _plain_value.fullmatch(value) else f'"{value}"')


def spelled_word(text: str, *, prefix: bool = False) -> str:
    """The text as a bare word of a query, in quotes where it would be read as something else.

    >>> spelled_word("treaty", prefix=True), spelled_word("OR"), spelled_word("cameo:036"), spelled_word("peace treaty")
    ('treaty*', '"OR"', '"cameo:036"', '"peace treaty"')
    """
    if _plain_word.fullmatch(text) and (prefix or text not in _operators):
        return f"{text}*" if prefix else text
    value = spelled(text, prefix=prefix)
    return value if value.startswith('"') else f'"{value}"'


def nearest(word: str, words: Sequence[str], otherwise: str = "") -> str:
    """A hint for a word that is none of the words: the one meant, or else what is said `otherwise`, or all there are.

    >>> nearest("actr", ("actor", "place")), nearest("x", ("actor", "place"))
    ('did you mean "actor"?', 'one of: actor, place')
    """
    # Here, and not above: difflib costs 1.3 ms to import, and most queries are well spelt.
    from difflib import SequenceMatcher, get_close_matches  # noqa: PLC0415

    near = get_close_matches(word, words, n=3, cutoff=0.61)  # at 0.6 cameo is claim
    near.sort(key=lambda one: (-SequenceMatcher(None, one, word).ratio(), words.index(one)))
    return f'did you mean "{near[0]}"?' if near else otherwise or f"one of: {', '.join(words)}"

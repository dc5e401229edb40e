"""The words of a query: where each stands, its field, its value, and which are operators."""

import re
from collections.abc import Iterator

from timeline.errors import QueryError
from timeline.tuples import NamedTuple

OPERATORS = ("AND", "OR", "NOT")

# A field is a word before a colon; an address (https://…) has none. A value is quoted, with a backslash before a quote
# that belongs to it, or goes on to the next space or parenthesis.
_term = re.compile(r"(?:([^\W\d_][\w.-]*):(?!//))?(~?)(\"(?:[^\"\\]|\\.)*\"|[^\s()\"]*)", re.DOTALL)


class Token(NamedTuple):
    """One word of a query. `kind` is one of `( ) AND OR NOT`, or `term`; `column` counts characters from 0.

    Of a term, `field` is what stands before the colon ("" for a bare word), `value` what stands after it, without
    its quotes, at `value_column`.
    """

    kind: str
    column: int
    field: str = ""
    value: str = ""
    value_column: int = 0
    quoted: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The words of a query in turn. Raises QueryError where a quote does not end, or a word does not."""
    place = 0
    while place < len(text):
        character = text[place]
        if character.isspace():
            place += 1
        elif character in "()":
            yield Token(character, place)
            place += 1
        elif character == "-":
            _check_minus(text, place)
            yield Token("NOT", place)
            place += 1
        else:
            token, place = _read_term(text, place)
            yield token


def _check_minus(text: str, place: int) -> None:
    following = text[place + 1 : place + 2]
    if not following or following.isspace() or following == ")":
        raise QueryError(
            'nothing stands after "-"', text=text, column=place, hint='to find a dash, quote it: "-"'
        )
    if following == "-":
        hint = "an option stands outside the quotes of the query"
        raise QueryError('"--" begins an option', text=text, column=place, hint=hint)


def _read_term(text: str, place: int) -> tuple[Token, int]:
    match = _term.match(text, place)
    assert match is not None  # it may match nothing, but it always matches
    field, mark, value = match[1] or "", match[2], match[3]
    end = match.end()
    if text[end : end + 1] == '"':
        if value:
            hint = (
                "put a space between a word and a quotation"
                if value[0] == '"' or not field
                else "quote all of it"
            )
            raise QueryError("a quotation mark stands inside a word", text=text, column=end, hint=hint)
        raise QueryError("a quotation does not end", text=text, column=end, hint='put a " where it ends')
    if end < len(text) and not text[end].isspace() and text[end] not in "()":
        raise QueryError(
            "a quotation ends inside a word",
            text=text,
            column=end,
            hint="put a space between a quotation and a word",
        )
    quoted = value.startswith('"')
    if not field and not quoted and not mark and value in OPERATORS:
        return Token(value, place), end
    inner = value[1:-1] if quoted else value
    column = match.start(2) if field else place
    return Token("term", place, field, mark + inner, column, quoted), end

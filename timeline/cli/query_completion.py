"""How a query can go on from what is typed of it: a field, a value of a field, the name of a saved query."""

import re
from collections.abc import Callable, Mapping, Sequence

from timeline.folding import fold
from timeline.query.fields import EVENT_ATTRIBUTES, SOURCE_ATTRIBUTES
from timeline.query.predicates import PRESENCE_FIELDS
from timeline.query.spelling import read_pattern, spelled
from timeline.query.terms import FIELDS

_name = re.compile(r"[^\W\d_][\w.-]*")
_term = re.compile(
    r"-*(?!-)(?:(?P<field>[^\W\d_][\w.-]*):(?P<mark>~?)(?P<value>.*)|(?P<word>@?[\w.-]*))", re.DOTALL
)


def query_words(
    typed: str,
    values: Mapping[str, Callable[[], Sequence[str]]],
    saved: Callable[[], Sequence[str]],
    own: Callable[[], Sequence[str]],
) -> list[str]:
    """Every query that begins with the terms of the one that is typed, and ends with one that goes on from its last.

    `values` says what values a field has in the collection, `saved` which queries are saved, and `own` which fields of the
    user's own there are.

    >>> query_words('tag:rally OR (-place:kur', {"place": lambda: ["Kuril Islands", "Tokyo"]}, list, list)
    ['tag:rally OR (-place:"Kuril Islands"']
    """
    last = _last_term(typed)
    match = _term.fullmatch(typed, last)
    if match is None:
        return []
    if match["word"] is not None:
        head, word = typed[: match.start("word")], match["word"]
        if word.startswith("@"):
            return [f"{head}@{name}" for name in saved() if name.startswith(word[1:])]
        fields = (*FIELDS, *(name for name in own() if _name.fullmatch(name)))
        return [f"{head}{name}:" for name in fields if fold(name).startswith(fold(word))]
    field, value = match["field"], match["value"]
    head = typed[: match.start("value")]
    if field in PRESENCE_FIELDS:
        found: Sequence[str] = (*EVENT_ATTRIBUTES, *SOURCE_ATTRIBUTES, *own())
    else:
        found = values[field]() if field in values else ()
    quoted = value.startswith('"')
    begins = fold(read_pattern(value[1:] if quoted else value)[0])
    spellings = [spelled(one) for one in found if fold(one).startswith(begins)]
    # Where one needs quotation marks all get them: so the shell can go on to where they part.
    if quoted or any(one.startswith('"') for one in spellings):
        spellings = [one if one.startswith('"') else f'"{one}"' for one in spellings]
    return [head + one for one in spellings]


def _last_term(text: str) -> int:
    """Where the last term of a query begins: behind the last space or parenthesis that is not quoted."""
    start, quoted, escaped = 0, False, False
    for at, char in enumerate(text):
        if quoted and not escaped and char == "\\":
            escaped = True
            continue
        if char == '"' and not escaped:
            quoted = not quoted
        elif not quoted and (char.isspace() or char in "()"):
            start = at + 1
        escaped = False
    return start

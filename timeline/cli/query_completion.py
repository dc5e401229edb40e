"""How a query can go on from what is typed of it: a field, a value of a field, the name of a saved query."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from timeline.cli.completing import TYPED
from timeline.cli.value_completion import known, own, saved
from timeline.folding import fold
from timeline.query.spelling import read_pattern, spelled
from timeline.record import STATUSES

_name = re.compile(r"[^\W\d_][\w.-]*")
_term = re.compile(
    r"-*(?!-)(?:(?P<field>[^\W\d_][\w.-]*):(?P<mark>~?)(?P<value>.*)|(?P<word>@?[\w.-]*))", re.DOTALL
)
# The fields of which the collection has values, by the names that a query has for them.
_VALUED = {"id": "id", "actor": "actors", "place": "place", "kind": "kind", "tag": "tags"}


def queries(ctx: Any) -> list[str]:
    """Queries that go on from the one that is typed: fields, their values, and the saved ones."""
    return query_words(ctx.meta[TYPED], partial(_values, ctx), partial(saved, ctx), partial(own, ctx))


def _values(ctx: Any, field: str, typed: str) -> Sequence[str]:
    if field == "status":
        return STATUSES
    return known(ctx, _VALUED[field], typed) if field in _VALUED else ()


def query_words(
    typed: str,
    values: Callable[[str, str], Sequence[str]],
    saved: Callable[[], Sequence[str]],
    own: Callable[[str], Sequence[str]],
) -> list[str]:
    """Every query that begins with the terms of the one that is typed, and ends with one that goes on from its last.

    `values` says what values a field has in the collection that begin so, if not others too, `saved` which queries are saved,
    and `own` which fields of the user's own there are that begin so.

    >>> query_words('tag:rally OR (-place:kur', lambda field, begin: ["Kuril Islands", "Tokyo"], list, lambda begin: [])
    ['tag:rally OR (-place:"Kuril Islands"']
    """
    last = _last_term(typed)
    match = _term.fullmatch(typed, last)
    if match is None:
        return []
    if match["word"] is not None:
        # What a query can ask for costs 15 ms to import, and is for these alone.
        from timeline.query.terms import FIELDS  # noqa: PLC0415

        head, word = typed[: match.start("word")], match["word"]
        if word.startswith("@"):
            return [f"{head}@{name}" for name in saved() if name.startswith(word[1:])]
        fields = (*FIELDS, *(name for name in own(word) if _name.fullmatch(name)))
        return [f"{head}{name}:" for name in fields if fold(name).startswith(fold(word))]
    field, value = match["field"], match["value"]
    head = typed[: match.start("value")]
    quoted = value.startswith('"')
    begin = read_pattern(value[1:] if quoted else value)[0]
    found = values(field, begin) or _fields(field, own, begin)
    begins = fold(begin)
    spellings = [spelled(one) for one in found if fold(one).startswith(begins)]
    # Where one needs quotation marks all get them: so the shell can go on to where they part.
    if quoted or any(one.startswith('"') for one in spellings):
        spellings = [one if one.startswith('"') else f'"{one}"' for one in spellings]
    return [head + one for one in spellings]


def _fields(field: str, own: Callable[[str], Sequence[str]], begin: str) -> Sequence[str]:
    """The fields that `has` and `missing` ask for."""
    # As above.
    from timeline.query.fields import EVENT_ATTRIBUTES, SOURCE_ATTRIBUTES  # noqa: PLC0415
    from timeline.query.predicates import PRESENCE_FIELDS  # noqa: PLC0415

    return (*EVENT_ATTRIBUTES, *SOURCE_ATTRIBUTES, *own(begin)) if field in PRESENCE_FIELDS else ()


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

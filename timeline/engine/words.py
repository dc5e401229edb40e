"""Words in the texts of a table: found by the engine where a text is of ASCII, else by the event itself.

A regular expression of an engine knows letters of ASCII only, and the folded texts of Latin scripts have no others.
"""

from functools import reduce
from operator import and_, or_
from typing import Any

from timeline.engine.tables import Table
from timeline.query.texts import Words, words_in

_ASCII = r"\A[\x00-\x7f]*\z"
_OF_SOURCES = ("source_title", "source_publisher", "source_author", "source_url", "source_archived")


def says(where: Words, table: Table) -> tuple[Any, Any]:
    """Whether a row says the words for certain, and whether it may."""
    col, never = table.nw.col, table.never
    if where.field in ("title", "summary"):
        return _in(col(f"folded_{where.field}"), where, table)
    if where.field == "text":
        found = [
            _in(col(one), where, table) for one in ("folded_title", "folded_summary", "folded_rest", "id")
        ]
    elif where.field == "source":
        found = [_in(col(one).str.to_lowercase(), where, table, folded=False) for one in _OF_SOURCES]
        # Several sources stand in one text, with the names of their fields between.
        found.append((never, _may(col("sources").str.to_lowercase(), where, table, folded=False)))
    else:  # in a source, or in a field that has no column
        found = [(never, (col("source_count") > 0) | (col("extra") != ""))]
    return reduce(or_, [sure for sure, _ in found]), reduce(or_, [maybe for _, maybe in found])


def _in(text: Any, where: Words, table: Table, *, folded: bool = True) -> tuple[Any, Any]:
    """Whether a text says the words for certain, and whether it may; what is not `folded` is in small letters at least."""
    words = words_in(where.text)
    may = _may(text, where, table, folded=folded)
    if not words or not all(map(str.isascii, words)):
        return table.never, may
    between, end = r"[^0-9a-z\x1f]+", "" if where.prefix else r"([^0-9a-z]|\z)"
    found = text.str.contains(rf"(\A|[^0-9a-z]){between.join(words)}{end}")
    plain = text.str.contains(_ASCII)
    return found & plain, (found & plain) | (~plain & may)


def _may(text: Any, where: Words, table: Table, *, folded: bool) -> Any:
    """Whether a text may say the words: each stands in it, or it is not folded, and not of ASCII."""
    words = words_in(where.text)
    if not words:
        return table.always
    standing = reduce(and_, [text.str.contains(word, literal=True) for word in words])
    return standing if folded else standing | ~text.str.contains(_ASCII)

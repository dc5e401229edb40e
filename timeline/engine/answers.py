"""Conditions as an engine answers them: the same, or between two that it can answer.

Of a row that meets the one and not the other the event itself is asked, so that no condition is refused and none is
answered otherwise than of a collection in YAML.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial, reduce
from operator import and_, or_
from typing import Any

from timeline.engine.tables import Table
from timeline.engine.words import says
from timeline.folding import fold
from timeline.formats.joined import JOINED, NOBODY, standing
from timeline.formats.parquet_table import NEVER
from timeline.query.algebra import All, AnyOf, Everything, Not
from timeline.query.counts import Count
from timeline.query.fields import EVENT_ATTRIBUTES, SOURCE_ATTRIBUTES, Has
from timeline.query.periods import Claimed, KnownBy, On, Period, Since, Until
from timeline.query.texts import Actor, Name, Words
from timeline.record import STATUSES
from timeline.tuples import NamedTuple

_MOST_NAMES = 50  # that one condition asks for by name; of more the events themselves are asked
_SOURCE_COLUMNS = {
    **{name: f"source_{name}" for name in ("quote", "url", "archived", "author", "publisher")},
    "source-title": "source_title",
    "source-date": "source_date",
}


class Answer(NamedTuple):
    """An expression that is true of rows that meet a condition for certain, and one that is true of all that may."""

    sure: Any
    maybe: Any

    @property
    def exact(self) -> bool:
        """Whether no row is in doubt."""
        return self.sure is self.maybe


def answer(where: Callable[..., bool], table: Table) -> Answer:
    """What an engine can say of a condition; of one that it does not know, nothing."""
    read = _READERS.get(type(where))
    if read is None:
        return Answer(table.never, table.always)
    return read(where, table)


def _exactly(expression: Any) -> Answer:
    return Answer(expression, expression)


def _everything(_where: Everything, table: Table) -> Answer:
    return _exactly(table.always)


def _several(join: Callable[[Any, Any], Any], where: All | AnyOf, table: Table) -> Answer:
    answers = [answer(part, table) for part in where.parts]
    if all(one.exact for one in answers):
        return _exactly(reduce(join, [one.sure for one in answers]))
    return Answer(reduce(join, [one.sure for one in answers]), reduce(join, [one.maybe for one in answers]))


def _not(where: Not, table: Table) -> Answer:
    found = answer(where.part, table)
    if found.exact:
        return _exactly(~found.sure)
    return Answer(~found.maybe, ~found.sure)


def _happened(where: Since | Until | On, table: Table) -> Answer:
    """By the event's own date; where sources give others, or other events narrow it, the event is asked."""
    col = table.nw.col
    own = _during(where, table)
    if table.none("rivals") and not (table.kin if where.certain else where.circa):
        return _exactly(own)
    if where.certain:
        narrowed = col("row").is_in(list(table.kin)) if table.kin else table.never
        return Answer(own & ~col("rivals") & ~narrowed, own | narrowed)
    return Answer(own & ~col("rivals"), own | col("rivals") | _reaching(where, table))


def _claimed(where: Claimed, table: Table) -> Answer:
    col = table.nw.col
    own = col("vouched") & _during(where, table)
    if table.none("rivals") and not where.circa:
        return _exactly(own)
    return Answer(own & ~col("rivals"), own | col("rivals") | (col("vouched") & _reaching(where, table)))


def _during(where: Since | Until | On | Claimed, table: Table) -> Any:
    """Whether the event's own date touches the days that are asked for, or lies within them."""
    first = None if isinstance(where, Until) else where.date.first_day
    last = None if isinstance(where, Since) else where.date.last_day
    col = table.nw.col
    early, late = col("earliest_day"), col("latest_day")
    bounds = [] if first is None else [early >= first if where.certain else late >= first]
    bounds += [] if last is None else [late <= last if where.certain else early <= last]
    return reduce(and_, bounds) if bounds else table.always


def _reaching(where: Period, table: Table) -> Any:
    """Whether a date may reach farther than it says."""
    if where.circa is None or where.certain:
        return table.never
    return table.nw.col("order_doubt").is_in([1, 3])


def _known_by(where: KnownBy, table: Table) -> Answer:
    last = where.date.last_day
    dated = table.nw.col("published_earliest") < NEVER
    if last is None:
        return _exactly(dated)
    found = table.nw.col("published_latest" if where.certain else "published_earliest") <= last
    return Answer(found, found if where.circa is None or where.certain else dated)


def _name(where: Name, table: Table) -> Answer:
    col = table.nw.col
    if where.field == "tag":
        return _listed(filter(where.matches, table.names("tags")), "tags", table)
    if where.field == "status":
        return _exactly(
            col("status").is_in([one for one in ("", *STATUSES) if where.matches(one or "reported")])
        )
    if where.field == "id":  # which is folded as it stands
        text = fold(where.text)
        return _exactly(col("id").str.starts_with(text) if where.prefix else col("id") == text)
    found = [*filter(where.matches, table.names(where.field))]
    if len(found) > _MOST_NAMES:
        return Answer(table.never, table.always)
    return _exactly(col(where.field).is_in(found)) if found else _exactly(table.never)


def _actor(where: Actor, table: Table) -> Answer:
    return _listed(filter(where.matches, table.names("actors")), "actors", table)


def _listed(names: Iterable[str], column: str, table: Table) -> Answer:
    """Whether a list has one of the names."""
    found, text = [*names], table.nw.col(JOINED[column])
    if len(found) > _MOST_NAMES:
        return Answer(table.never, text != NOBODY)
    stand = [text.str.contains(standing(name), literal=True) for name in found]
    return _exactly(reduce(or_, stand) if stand else table.never)


def _count(where: Count, table: Table) -> Answer:
    col = table.nw.col
    number = col("source_count") if where.field == "sources" else col(where.field).list.len()
    return _exactly(
        number >= where.least if where.most is None else number.is_between(where.least, where.most)
    )


def _has(where: Has, table: Table) -> Answer:
    col = table.nw.col
    if where.field in ("date", "title"):
        return _exactly(table.always)
    if where.field in ("id", "summary", "place", "kind", "status"):
        return _exactly(col(where.field) != "")
    if where.field in JOINED:
        return _exactly(col(JOINED[where.field]) != NOBODY)
    if where.field == "sources":
        return _exactly(col("source_count") > 0)
    if where.field in EVENT_ATTRIBUTES or where.field not in SOURCE_ATTRIBUTES:
        return Answer(table.never, col("extra") != "")
    column = _SOURCE_COLUMNS.get(where.field)
    sure = col(column) != "" if column else table.never
    return Answer(sure, sure | (col("sources") != "") | (col("extra") != ""))


def _words(where: Words, table: Table) -> Answer:
    return Answer(*says(where, table))


_READERS: Mapping[type, Callable[[Any, Table], Answer]] = {
    Everything: _everything,
    All: partial(_several, and_),
    AnyOf: partial(_several, or_),
    Not: _not,
    **dict.fromkeys((Since, Until, On), _happened),
    Claimed: _claimed,
    KnownBy: _known_by,
    Name: _name,
    Actor: _actor,
    Count: _count,
    Has: _has,
    Words: _words,
}

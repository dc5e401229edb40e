"""Every kind of condition, and the two ways to one: a field with a value, as queries say it, and the options.

Both make the same predicates: `--actor 'Jap*'` is `actor:Jap*`, `--since 2022` is `since:2022`.
"""

from collections.abc import Collection, Sequence

from timeline.dates.event_date import EventDate
from timeline.errors import UsageError, shown
from timeline.folding import fold
from timeline.naming import NO_NAMES, Names
from timeline.query.algebra import All, AnyOf, Everything, Not, Predicate, all_of, any_of, none_of, simplified
from timeline.query.fields import EVENT_ATTRIBUTES, SOURCE_ATTRIBUTES, Has
from timeline.query.periods import KnownBy, On, Since, Until
from timeline.query.spelling import nearest, read_pattern
from timeline.query.texts import Actor, Name, Words
from timeline.record import STATUSES
from timeline.states import state_named

__all__ = [
    "Actor",
    "All",
    "AnyOf",
    "Everything",
    "Has",
    "KnownBy",
    "Name",
    "Not",
    "On",
    "Predicate",
    "Since",
    "Until",
    "Words",
    "all_of",
    "any_of",
    "from_field",
    "from_options",
    "none_of",
    "presence",
    "simplified",
]

NAME_FIELDS = ("id", "place", "kind", "tag")
WORD_FIELDS = ("title", "summary", "text", "source")
PRESENCE_FIELDS = ("has", "missing")
TEXT_FIELDS = (*NAME_FIELDS, "actor", "status", *WORD_FIELDS, *PRESENCE_FIELDS)

# Other names under which `has:` and `missing:` know a field: those of a query's fields and of the options of `add`.
_FIELD_SPELLINGS = {
    "actor": "actors",
    "tag": "tags",
    "source": "sources",
    **{f"source-{name}": name for name in ("publisher", "author", "url", "archived", "quote")},
}


def from_field(field: str, value: str, names: Names = NO_NAMES) -> Predicate:
    """The condition that a field of text, one of `TEXT_FIELDS`, says with a value.

    >>> from_field("actor", "Jap*"), from_field("missing", "quote")
    (Actor(text='Jap', prefix=True, organs=False), Not(part=Has(field='quote')))

    Raises UsageError when the value says nothing: no such status, no such field, no such state after `~`.
    """
    if field in PRESENCE_FIELDS:
        return presence(field, value)
    if field == "actor" and value.startswith("~"):
        return _with_organs(value[1:], names)
    text, prefix = read_pattern(value)
    if not text.strip():
        return _anything(field, prefix=prefix)
    if field == "actor":
        return Actor(text, prefix=prefix, names=names)
    if field == "status":
        return Name("status", _status(value))
    if field in NAME_FIELDS:
        return Name(field, text, prefix=prefix, names=names)
    return Words(field, text, prefix=prefix)


def presence(field: str, value: str, own: Collection[str] = ()) -> Predicate:
    """The condition that `has` or `missing` says of a field of the contract, or of one of the user's `own`.

    >>> presence("missing", "box.no", {"box", "box.no"})
    Not(part=Has(field='box.no'))
    """
    name = value.lower().replace("_", "-")
    name = _FIELD_SPELLINGS.get(name, name)
    known = (*EVENT_ATTRIBUTES, *SOURCE_ATTRIBUTES)
    if not name.strip():
        raise UsageError(f'nothing stands after "{field}:"', hint=f"write the name of a field: {field}:quote")
    if name not in known:
        if value not in own:
            raise UsageError(f"{shown(value)} is not a field", hint=nearest(name, (*known, *sorted(own))))
        name = value
    return Has(name) if field == "has" else Not(Has(name))


def from_options(  # noqa: PLR0913 (as many as the contract has options)
    *,
    since: Sequence[EventDate] = (),
    until: Sequence[EventDate] = (),
    on: Sequence[EventDate] = (),
    known_by: Sequence[EventDate] = (),
    certain: bool = False,
    actor: Sequence[str] = (),
    place: Sequence[str] = (),
    kind: Sequence[str] = (),
    tag: Sequence[str] = (),
    status: Sequence[str] = (),
    source: Sequence[str] = (),
    names: Names = NO_NAMES,
) -> Predicate:
    """The condition that the options say together: each narrows, and one given twice narrows twice.

    >>> str(from_options(actor=["Russia", "Jap*"], since=[EventDate.parse("2022")]))
    'since:2022 actor:Russia actor:Jap*'
    """
    parts: list[Predicate] = [Since(date, certain=certain) for date in since]
    parts += [Until(date, certain=certain) for date in until]
    parts += [On(date, certain=certain) for date in on]
    parts += [KnownBy(date, certain=certain) for date in known_by]
    texts = {"actor": actor, "place": place, "kind": kind, "tag": tag, "status": status, "source": source}
    parts += [from_field(field, value, names) for field, values in texts.items() for value in values]
    return all_of(parts)


def _with_organs(value: str, names: Names) -> Actor:
    text, prefix = read_pattern(value)
    if prefix or (state_named(text) is None and names.known_actor(text) is None):
        raise UsageError(
            f"{shown(value)} is no state known here, and no actor of timeline.toml",
            hint='"~" finds a state with its organs: ~Japan; without it any actor is found by name',
        )
    return Actor(text, organs=True, names=names)


def _anything(field: str, *, prefix: bool) -> Predicate:
    """What a field says with `*` alone; UsageError when it is followed by nothing at all."""
    if field == "text":
        if not prefix:
            raise UsageError(
                "nothing is asked for", hint="write a word between the quotes, or * for every event"
            )
        return Everything()
    record_field = _FIELD_SPELLINGS.get(field, field)
    if not prefix:
        hint = f"no space stands after the colon; to find events without one, write missing:{record_field}"
        raise UsageError(f'nothing stands after "{field}:"', hint=hint)
    return Has(record_field)


def _status(value: str) -> str:
    word = fold(value)
    if word not in STATUSES:
        raise UsageError(f"status {shown(value)} is not known", hint=nearest(word, STATUSES))
    return word

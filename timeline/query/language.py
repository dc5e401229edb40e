r"""The language of queries: words to conditions, and back in normal form.

- Words narrow: `Japan treaty` finds events that say both. `AND` between them is allowed, `OR` joins what may be
  either, `NOT` or a `-` before a term is its contrary. Operators are upper case, `NOT` binds closest, then `AND`,
  then `OR`; parentheses group.
- `field:value` asks one field: `actor:Japan`, `title:treaty`, `since:2022`. `*` at the end stands for any rest.
- Quotes hold words together: `"illegal occupation"`, `since:"March 2022"`, `"OR"`, `"cameo:036"`.
- `date:2022` is `on:2022`, `date:2022..2023` is `since:2022 until:2023`; dates are EDTF or English.
- `has:quote`, `missing:sources` ask whether a field says anything, `sources:2..` how many there are.
- A field of a source (`grade:B2`) or of the user's own is asked by its name, with a dot for a field in a field: `imported.file:x`.
- `after:ID`, `before:ID`, `related:ID` ask what is said of an event, `follows:ID`, `leads-to:ID` along the chain, and `around:ID`
  or `around:2022` what is near it in time.
- `@name` stands for a saved query.

>>> print(format_query(parse_query('actor:Japan AND (NOT title:treaty OR since:"March 2022")', today=19398)))
actor:Japan (NOT title:treaty OR since:2022-03)
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import field, replace

from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length
from timeline.errors import QueryError, UsageError, shown
from timeline.frozen import dataclass
from timeline.naming import NO_NAMES, Names
from timeline.query.around import THIRTY_DAYS
from timeline.query.periods import backwards
from timeline.query.predicates import (
    On,
    Predicate,
    Since,
    Until,
    all_of,
    any_of,
    from_field,
    none_of,
    simplified,
)
from timeline.query.spelling import nearest, spelled_word
from timeline.query.terms import PERIODS, Terms
from timeline.query.tokens import Token, tokens
from timeline.said.reading import read_date
from timeline.said.understood import DateReader

DEEPEST = 100  # parentheses within parentheses, and saved queries within saved queries
MOST = 10_000  # conditions that saved queries may stand for, counted wherever they are named
_LESS = "a saved query that names another twice is twice as long: name each once"


def parse_query(  # noqa: PLR0913 (what a date means depends on all of these)
    text: str,
    *,
    today: int,
    read: DateReader | None = None,
    certain: bool = False,
    saved: Mapping[str, str] | None = None,
    note: Callable[[str], object] | None = None,
    names: Names = NO_NAMES,
    own: Callable[[], Collection[str]] | None = None,
    within: Length = THIRTY_DAYS,
) -> Predicate:
    """The condition that a query says, in its simplest form; an empty query is met by everything.

    `today` is a day number, `read` reads dates otherwise than `read_date` does on that day, `certain` holds for every date of the query, `saved` are the queries that `@name`
    stands for, `names` tells which actors and places are one, `own` gives the fields of the user's own (None: any name with a dot),
    `within` is how far `around` reaches, and `note` is told what was taken for granted about a date. Raises QueryError, with the column.
    """
    terms = Terms(
        read=read or (lambda date: read_date(date, today=today)),
        certain=certain,
        note=note,
        names=names,
        own=own,
        within=within,
    )
    return _Reading(terms, saved or {}).parse(text)[0]


def refuse_backwards(where: Predicate, text: str, read: DateReader) -> None:
    """Refuse a condition that asks for a period that ends before it begins, from options or in a query's text.

    Raises QueryError with the column of the last term of the text that bounds it, or UsageError where none does.
    """
    found = backwards(where)
    if found is None:
        return
    start, end = found
    message = f"the period since {shown(str(start))} until {shown(str(end))} ends before it begins"
    hint = f"write since:{end} until:{start}"
    bounds: dict[type, EventDate] = {Since: start, Until: end}
    for token in reversed(list(tokens(text))):
        bound = bounds.get(PERIODS.get(token.field.lower(), On))
        if bound and read(token.value).edtf == bound.text:
            raise QueryError(message, text=text, column=token.column, hint=hint)
    raise UsageError(message, hint=hint)


def format_query(where: Predicate) -> str:
    """The query text of a condition in normal form, which `parse_query` reads as its simplest form.

    What is certain is not part of the text: it is asked for beside it.
    """
    return str(simplified(where))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a query is read by, besides its text. `within` are the saved queries that are being read."""

    terms: Terms
    saved: Mapping[str, str]
    within: tuple[str, ...] = ()
    known: dict[str, tuple[Predicate, int]] = field(default_factory=dict)

    def parse(self, text: str, depth: int = 0) -> tuple[Predicate, int]:
        """The condition that a text says, and how many it stands for once its saved queries are written out."""
        parser = _Parser(text, self)
        where = parser.any_of(depth)
        if parser.next is not None:
            raise parser.wrong('no "(" stands before this ")"', parser.next.column, _quoted(")"))
        return where, parser.size

    def named(self, name: str, depth: int) -> tuple[Predicate, int]:
        """What a saved query says, and its size; UsageError when there is none, or when it names itself."""
        if name not in self.saved:
            hint = (
                nearest(name, tuple(self.saved)) if self.saved else f'to find the word, quote it: "@{name}"'
            )
            raise UsageError(f"no saved query is named {shown(name)}", hint=hint)
        if name in self.within:
            raise UsageError(
                f"the saved query {shown(name)} asks for itself", hint=" -> ".join((*self.within, name))
            )
        if depth >= DEEPEST:
            raise UsageError(
                f"the saved query {shown(name)} is nested too deep", hint=f"at most {DEEPEST} deep"
            )
        if name not in self.known:
            try:
                self.known[name] = replace(self, within=(*self.within, name)).parse(
                    self.saved[name], depth + 1
                )
            except QueryError as error:
                if error.saved:
                    raise  # the innermost is where the mistake stands
                raise QueryError(
                    f"in the saved query {shown(name)}: {error.message}",
                    text=error.text,
                    column=error.column,
                    hint=error.hint,
                    saved=True,
                ) from error
        return self.known[name]


class _Parser:
    """One query text being read from left to right, a token ahead."""

    def __init__(self, text: str, reading: _Reading) -> None:
        self.text = text
        self.reading = reading
        self.size = 0
        self.tokens = tokens(text)
        self.next = next(self.tokens, None)

    def ahead(self, *kinds: str) -> bool:
        """Whether the next token is of one of the kinds; "" is the end."""
        return (self.next.kind if self.next else "") in kinds

    def take(self) -> Token:
        token = self.next
        assert token is not None
        self.next = next(self.tokens, None)
        return token

    def wrong(self, message: str, column: int, hint: str | None = None) -> QueryError:
        return QueryError(message, text=self.text, column=column, hint=hint)

    def any_of(self, depth: int) -> Predicate:
        parts = [self.all_of(depth)]
        while self.ahead("OR"):
            self.operator()
            parts.append(self.all_of(depth))
        return any_of(parts)

    def all_of(self, depth: int) -> Predicate:
        parts: list[Predicate] = []
        while not self.ahead(")", "OR", ""):
            if parts and self.ahead("AND"):
                self.operator()
            parts.append(self.one(depth))
        if not parts and self.ahead("OR"):
            raise self.nothing_before(self.take())
        return all_of(parts)

    def one(self, depth: int) -> Predicate:
        """A term or a group, or its contrary; any number of `NOT` may stand before it."""
        contrary = False
        while self.ahead("NOT"):
            contrary = not contrary
            self.operator()
        token = self.take()
        if token.kind == "AND":
            raise self.nothing_before(token)
        where = self.group(token, depth) if token.kind == "(" else self.term(token, depth)
        return none_of(where) if contrary else where

    def operator(self) -> None:
        """Take an operator, after which there is something to ask for."""
        operator = self.take()
        if self.ahead(")", "OR", "AND", ""):
            written = "-" if self.text[operator.column] == "-" else operator.kind
            raise self.wrong(f'nothing stands after "{written}"', operator.column, _quoted(written))

    def nothing_before(self, operator: Token) -> QueryError:
        return self.wrong(f'nothing stands before "{operator.kind}"', operator.column, _quoted(operator.kind))

    def group(self, opening: Token, depth: int) -> Predicate:
        if depth >= DEEPEST:
            raise self.wrong("the parentheses are nested too deep", opening.column, f"at most {DEEPEST} deep")
        if self.ahead(")"):
            raise self.wrong("nothing stands between the parentheses", opening.column, _quoted("()"))
        where = self.any_of(depth + 1)
        if self.ahead(""):
            raise self.wrong('no ")" stands after this "("', opening.column, _quoted("("))
        self.take()
        return where

    def term(self, token: Token, depth: int) -> Predicate:
        try:
            if token.value.startswith("@") and not token.field and not token.quoted and len(token.value) > 1:
                return self.saved(token.value[1:], depth)
            self.size += 1
            if token.field:
                return self.reading.terms.condition(self.field(token), token.value)
            return from_field("text", token.value)
        except QueryError:
            raise
        except UsageError as error:
            raise self.wrong(error.message, token.value_column, error.hint) from error

    def saved(self, name: str, depth: int) -> Predicate:
        """What a saved query asks; UsageError when all that it stands for is too much."""
        where, size = self.reading.named(name, depth)
        self.size += size
        if self.size > MOST:
            raise UsageError(
                f"with {shown('@' + name)} the query has more than {MOST:,} conditions", hint=_LESS
            )
        return where

    def field(self, token: Token) -> str:
        """The field that a term asks; QueryError, with the one that may be meant, when there is none."""
        name = self.reading.terms.field(token.field)
        if name:
            return name
        name = token.field.lower().replace("_", "-")
        as_text = f"to find the text, quote it: {spelled_word(f'{token.field}:{token.value}')}"
        hint = nearest(name, self.reading.terms.fields, as_text)
        raise self.wrong(f"{shown(token.field)} is not a field", token.column, hint)


def _quoted(text: str) -> str:
    return f'to find it as a text, quote it: "{text}"'

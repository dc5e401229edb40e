"""Questions about events, and a second, plain way to answer them: no cleverness, straight from the contract."""

from collections.abc import Callable
from dataclasses import dataclass

from event_strategies import ACTORS, KINDS, PLACES, PUBLISHERS, RECENT, TAGS
from hypothesis import strategies as st

from timeline.dates.event_date import EventDate
from timeline.folding import fold
from timeline.model import Event
from timeline.record import STATUSES
from timeline.states import organ_of, state_named

TODAY = 19398  # 2023-02-10, a Friday
OPTION_DATES = ("since", "until", "on", "known-by")
WORDS = (
    "treaty",
    "peace treaty",
    "trea*",
    "peace trea*",
    "ILLEGAL occupation",
    "tokyo",
    "strasse",
    "条約",
    "—",
    "036",
)
COUNTS = ("0", "1", "2", "1..", "..1", "1..2", "2..")
VALUES = {
    "actor": (*ACTORS, "japan", "Jap*", "~Japan", "Jan Lukasiewicz", "sao tome", "Ja*", "NO"),
    "place": (*PLACES, "brasilia", "Mos*", "根室*"),
    "kind": (*KINDS, "cameo:*", "CAMEO:036", "036"),
    "tag": (*TAGS, "kuril islands", "peace*", "peace"),
    "status": (*STATUSES, "Draft"),
    "source": (*PUBLISHERS, "kyodo", "tass.com", "treat*", "web.archive.org"),
}
QUERY_VALUES = {
    **VALUES,
    "id": ("a", "a*", "2*"),
    "title": WORDS,
    "summary": WORDS,
    "text": WORDS,
    **dict.fromkeys(("actors", "tags", "sources"), COUNTS),
    **dict.fromkeys(
        ("has", "missing"), ("actors", "tags", "quote", "sources", "source-date", "place", "status", "extra")
    ),
}
Naive = Callable[[Event], bool]


@dataclass(frozen=True)
class Asked:
    """A question: its query text, and whether an event is an answer, worked out plainly."""

    text: str
    answers: Naive


def options() -> st.SearchStrategy[dict[str, list[str]]]:
    """Any combination of the options that choose events, with their values."""
    dates = {name: st.lists(st.sampled_from(RECENT), max_size=1) for name in OPTION_DATES}
    texts = {name: st.lists(st.sampled_from(values), max_size=2) for name, values in VALUES.items()}
    return st.fixed_dictionaries({}, optional=dates | texts)


def questions(*, certain: bool) -> st.SearchStrategy[Asked]:
    """Queries of any shape, with more parentheses than are needed."""
    return st.recursive(terms(certain=certain), _joined, max_leaves=8)


@st.composite
def terms(draw: st.DrawFn, *, certain: bool) -> Asked:
    """One field with a value, or words."""
    field = draw(st.sampled_from((*QUERY_VALUES, *OPTION_DATES, "date", "claim")))
    if field in QUERY_VALUES:
        value = draw(st.sampled_from(QUERY_VALUES[field]))
    else:
        value = draw(st.sampled_from(RECENT))
    quotes = '"' if " " in value or draw(st.booleans()) else ""
    named = "" if field == "text" and draw(st.booleans()) else f"{field}:"
    return Asked(f"{named}{quotes}{value}{quotes}", naive(field, value, certain=certain))


def naive(field: str, value: str, *, certain: bool = False) -> Naive:
    """Whether an event is an answer to one field with a value."""
    return lambda event: _answers(event, field, value, certain=certain)


def _joined(parts: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    grouped = parts.map(lambda asked: Asked(f"({asked.text})", asked.answers))
    contrary = st.builds(
        lambda sign, part: Asked(f"{sign}{part.text}", lambda event: not part.answers(event)),
        st.sampled_from(("NOT ", "-")),
        grouped,
    )
    both = st.builds(
        lambda sign, one, two: Asked(
            f"{one.text}{sign}{two.text}", lambda event: one.answers(event) and two.answers(event)
        ),
        st.sampled_from((" ", " AND ", "\n")),
        grouped,
        grouped,
    )
    either = st.builds(
        lambda one, two: Asked(
            f"{one.text} OR {two.text}", lambda event: one.answers(event) or two.answers(event)
        ),
        grouped,
        grouped,
    )
    return st.one_of(contrary, both, either)


def _answers(event: Event, field: str, value: str, *, certain: bool) -> bool:
    wanted, prefix = value.removesuffix("*"), value.endswith("*")
    match field:
        case "since" | "until" | "on" | "date":
            return _in_period(event.date, field, EventDate.parse(value), certain=certain)
        case "actors" | "tags" | "sources":
            return _is_number(len(getattr(event, field)), value)
        case "claim":
            vouching = [
                source
                for source in event.sources
                if source.event_date or "date" in (source.supports or ("date",))
            ]
            given = [source.event_date or event.date for source in vouching]
            return any(_in_period(date, "on", EventDate.parse(value), certain=certain) for date in given)
        case "known-by":
            dates = [source.date for source in event.sources if source.date]
            return any(_in_period(date, "until", EventDate.parse(value), certain=certain) for date in dates)
        case "actor":
            return any(_is_actor(actor, value) for actor in event.actors)
        case "tag":
            return any(_is_name(tag, wanted, prefix=prefix) for tag in event.tags)
        case "status":
            return (event.status or "reported") == value.lower()
        case "id" | "place" | "kind":
            return _is_name(getattr(event, field), wanted, prefix=prefix)
        case "has":
            return _has(event, value)
        case "missing":
            return not _has(event, value)
        case _:
            return any(_says(text, wanted, prefix=prefix) for text in _texts(event, field))


def _is_number(number: int, value: str) -> bool:
    least, dots, most = value.partition("..")
    return number == int(value) if not dots else int(least or 0) <= number <= int(most or 9)


def _in_period(date: EventDate, how: str, period: EventDate, *, certain: bool) -> bool:
    endless = float("inf")
    first = -endless if date.first_day is None else date.first_day
    last = endless if date.last_day is None else date.last_day
    start = -endless if how == "until" or period.first_day is None else period.first_day
    end = endless if how == "since" or period.last_day is None else period.last_day
    return start <= first and last <= end if certain else first <= end and start <= last


def _is_actor(actor: str, value: str) -> bool:
    if _is_name(actor, value.removesuffix("*").removeprefix("~"), prefix=value.endswith("*")):
        return True
    state = state_named(value.removeprefix("~"))
    if state is None:
        return False
    return state_named(actor) is state or (value.startswith("~") and organ_of(actor) is state)


def _is_name(name: str, wanted: str, *, prefix: bool) -> bool:
    return fold(name).startswith(fold(wanted)) if prefix else fold(name) == fold(wanted)


def _texts(event: Event, field: str) -> list[str]:
    if field in ("title", "summary"):
        return [getattr(event, field)]
    if field == "source":
        names = ("title", "publisher", "author", "url", "archived")
        return [getattr(source, name) for source in event.sources for name in names]
    quotes = [source.quote for source in event.sources]
    return [
        event.title,
        event.summary,
        event.place,
        event.kind,
        event.id,
        *event.actors,
        *event.tags,
        *quotes,
    ]


def _says(text: str, wanted: str, *, prefix: bool) -> bool:
    if wanted in ("条約", "—"):  # a script without spaces, and no word at all
        return fold(wanted) in fold(text)
    words, asked = _words(text), _words(wanted)
    stretches = [words[place : place + len(asked)] for place in range(len(words))]
    if prefix:
        return any(
            len(stretch) == len(asked) and stretch[:-1] == asked[:-1] and stretch[-1].startswith(asked[-1])
            for stretch in stretches
        )
    return asked in stretches


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()


def _has(event: Event, name: str) -> bool:
    if name in ("quote", "source-date"):
        attribute = name.removeprefix("source-")
        return any(getattr(source, attribute) for source in event.sources)
    return bool(getattr(event, name))

"""Hypothesis strategies for whole events: what a law about events is tried on.

Half of the names are drawn from a few, so that events share actors, places and tags; the other half is any text
that a file can hold.
"""

from dataclasses import replace

from hypothesis import strategies as st
from strategies import edtf_texts

from timeline.dates.event_date import EventDate
from timeline.model import Event, Source
from timeline.record import PLACE_PRECISIONS, STATUSES, Value

ACTORS = (
    "Japan",
    "JPN",
    "Japanese Foreign Ministry",
    "Tokyo",
    "Russia",
    "USSR",
    "São Tomé",
    "Jan Łukasiewicz",
)
PLACES = ("Tokyo", "Moscow", "Brasília", "根室市")
KINDS = ("statement", "treaty", "cameo:036", "cameo:03", "plover:SANCTION")
TAGS = ("peace-treaty", "rally", "Kuril Islands", "条約")
TITLES = (
    "Treaty signed",
    "No peace treaty, says Tokyo",
    "The “illegal occupation” of 1945",
    "Rally ends",
    "条約調印",
)
QUOTES = ("illegal occupation", "there will be no treaty", "Straße")
PUBLISHERS = ("TASS", "Kyodo News", "Агентство")
RECENT = (
    "2018",
    "2018-12",
    "2022-03-21",
    "2022-03~",
    "2022?",
    "1945~",
    "1950~/2022-03-21",
    "2018/..",
    "../1956",
)

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
some_text = texts.filter(bool)
titles = texts.map(lambda text: text.replace("\n", " ").replace("\r", " ")).filter(
    lambda text: bool(text.strip())
)
slugs = st.from_regex(r"[a-z0-9][a-z0-9:._-]{0,8}", fullmatch=True)
values: st.SearchStrategy[Value] = st.recursive(
    some_text,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=2) | st.dictionaries(some_text, inner, min_size=1, max_size=2)
    ),
    max_leaves=4,
)


def event_dates() -> st.SearchStrategy[EventDate]:
    """Dates of every form of EDTF, half of them from a few recent ones."""
    return st.one_of(st.sampled_from(RECENT), edtf_texts()).map(EventDate.parse)


def extras() -> st.SearchStrategy[dict[str, Value]]:
    """Fields that the contract does not name; mostly none."""
    names = some_text.map(lambda text: f"x-{text}")
    return st.one_of(st.just({}), st.just({}), st.dictionaries(names, values, max_size=2))


def sources() -> st.SearchStrategy[Source]:
    """Sources with any of their fields, or none."""
    return st.builds(
        Source,
        title=_named(TITLES, texts),
        publisher=_named(PUBLISHERS, texts),
        author=_named(("Maria Zakharova",), texts),
        date=st.one_of(st.none(), event_dates()),
        url=st.sampled_from(("", "https://tass.com/politics/1574873", "http://example.org/?q=1#a")),
        archived=st.sampled_from(("", "https://web.archive.org/web/2023/https://tass.com")),
        quote=_named(QUOTES, texts),
        at=_named(("p. 3",), texts),
        supports=_several(("date", "place")),
        grade=st.sampled_from(("", "B2")),
        file=_named(("copies/a.html",), texts),
        sha256=st.sampled_from(("", "0" * 64)),
        retrieved=st.one_of(st.none(), event_dates()),
        event_date=st.one_of(st.none(), st.none(), event_dates()),
        extra=extras(),
    )


def whole_events() -> st.SearchStrategy[Event]:
    """Events with any of the fields of the contract, and others."""
    return st.builds(
        Event,
        id=st.one_of(st.just(""), slugs),
        date=event_dates(),
        date_as_written=_named(("26 January 1855 O.S.",), texts),
        title=st.one_of(st.sampled_from(TITLES), titles),
        summary=_named(TITLES, texts),
        actors=_several(ACTORS),
        place=_named(PLACES, texts),
        lat=st.one_of(st.none(), st.integers(-900_000, 900_000).map(lambda number: number / 10_000)),
        lon=st.one_of(st.none(), st.integers(-1_800_000, 1_800_000).map(lambda number: number / 10_000)),
        place_precision=st.sampled_from(("", *PLACE_PRECISIONS)),
        kind=_named(KINDS, texts),
        tags=_several(TAGS),
        status=st.sampled_from(("", *STATUSES)),
        sources=st.lists(sources(), max_size=2).map(tuple),
        after=st.lists(slugs, max_size=1).map(tuple),
        before=st.lists(slugs, max_size=1).map(tuple),
        related=st.lists(slugs, max_size=2).map(tuple),
        extra=extras(),
    )


def events(*, max_size: int = 4) -> st.SearchStrategy[list[Event]]:
    """Collections of a few whole events; ids may clash, as those of two merged collections do."""
    return st.lists(whole_events(), max_size=max_size)


def alternatives(event: Event) -> list[Event]:
    """The event once for each date that it may have, its own first, told by sources that all agree."""
    agreed = tuple(replace(source, event_date=None) for source in event.sources)
    given = [source.event_date for source in event.sources if source.event_date]
    return [replace(event, date=date, sources=agreed) for date in (event.date, *given)]


def undisputed_events() -> st.SearchStrategy[list[Event]]:
    """Collections of a few events whose sources agree on the date."""
    return events().map(lambda collection: [alternatives(event)[0] for event in collection])


def _named(names: tuple[str, ...], others: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), st.sampled_from(names), others)


def _several(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.one_of(st.sampled_from(names), some_text), max_size=3).map(tuple)

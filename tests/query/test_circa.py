"""How far `~` reaches: it widens what is possible, and nothing of what is certain, drawn or asked for."""

from itertools import product

import pytest
from event_strategies import event_dates, events
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length, reach
from timeline.model import Event, Source
from timeline.query.algebra import All, AnyOf, Not, Predicate
from timeline.query.around import Around
from timeline.query.circa import widened
from timeline.query.claims import claims, possible_dates
from timeline.query.known import as_of
from timeline.query.periods import Claimed, KnownBy, On, Period, Since, Until
from timeline.query.select import select
from timeline.query.texts import Words

KINDS: tuple[type[Period], ...] = (Since, Until, On, Claimed, KnownBy)
TWO_YEARS = Length(2, "y")
lengths = st.builds(Length, st.integers(0, 40), st.sampled_from("dwmy"))


@st.composite
def conditions(draw: st.DrawFn, *, certain: bool) -> Predicate:
    """What asks for a time, alone or joined; no contrary, which is of fewer events where the condition is of more."""
    dates = draw(st.lists(event_dates(), min_size=1, max_size=3))
    parts: list[Predicate] = [draw(st.sampled_from(KINDS))(date, certain=certain) for date in dates]
    if draw(st.booleans()):
        parts.append(Around(str(dates[0]), dates[0], certain=certain))
    return draw(st.sampled_from((All, AnyOf)))(tuple(parts))


def chosen(collection: list[Event], where: Predicate) -> list[int]:
    return [id(event) for event in select(collection, where)]


@given(events(), conditions(certain=False), lengths)
def test_what_possibly_matches_does_so_still(
    collection: list[Event], where: Predicate, circa: Length
) -> None:
    assert set(chosen(collection, where)) <= set(chosen(collection, widened(where, circa)))


@given(events(), conditions(certain=True), lengths)
def test_what_is_certain_stays_as_it_is(collection: list[Event], where: Predicate, circa: Length) -> None:
    assert chosen(collection, where) == chosen(collection, widened(where, circa))


@given(events(), conditions(certain=False))
def test_no_width_widens_nothing(collection: list[Event], where: Predicate) -> None:
    assert widened(where, None) is where
    assert chosen(collection, where) == chosen(collection, widened(where, Length(0, "y")))


@given(events(), event_dates(), lengths)
def test_an_event_is_found_where_a_date_of_its_own_reaches(
    collection: list[Event], asked: EventDate, circa: Length
) -> None:
    """Worked out plainly: the days that each date reaches, against the days that are asked for."""

    def touches(date: EventDate, first: int | None, last: int | None) -> bool:
        least, most = reach(date, circa)
        return not (
            (least is not None and last is not None and least > last)
            or (most is not None and first is not None and most < first)
        )

    first, last = asked.first_day, asked.last_day
    bounds = {Since: (first, None), Until: (None, last), On: (first, last)}
    for event in collection:
        for kind, days in bounds.items():
            found = widened(kind(asked), circa)(event)
            assert found == any(touches(date, *days) for date in possible_dates(event))
        said = [claim.date for claim in claims(event)]
        assert widened(Claimed(asked), circa)(event) == any(touches(date, first, last) for date in said)
        out = [source.date for source in event.sources if source.date is not None]
        assert widened(KnownBy(asked), circa)(event) == any(touches(date, None, last) for date in out)
        assert bool(as_of([event], asked, circa)) == any(touches(date, None, last) for date in out)


TALKS = Event(id="talks", date=EventDate("1950~"), title="Talks")
RALLY = Event(
    id="rally",
    date=EventDate("1960"),
    title="Rally",
    sources=(Source(event_date=EventDate("1955~"), date=EventDate("1970~")),),
)


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (On(EventDate("1952-12-31")), ["talks"]),
        (On(EventDate("1953")), ["rally"]),  # by its rival date
        (On(EventDate("1955~")), ["rally"]),  # what is asked for reaches nowhere
        (Until(EventDate("1948-01-01")), ["talks"]),
        (Until(EventDate("1947")), []),
        (All((Since(EventDate("1952")), Until(EventDate("1953")))), ["talks", "rally"]),
        # One date of it lies after the beginning and another before the end: none lies between.
        (All((Since(EventDate("1958")), Until(EventDate("1959")))), []),
        (Claimed(EventDate("1957")), ["rally"]),
        (KnownBy(EventDate("1968")), ["rally"]),
        (KnownBy(EventDate("1967")), []),
        (Around("1953-01-30", EventDate("1953-01-30")), ["talks", "rally"]),
        (Around("1953-01-31", EventDate("1953-01-31")), ["rally"]),
        (Not(On(EventDate("1952"))), ["rally"]),
        (All((On(EventDate("1952")), Words("title", "talks"))), ["talks"]),
        (On(EventDate("1950"), certain=True), ["talks"]),
        (On(EventDate("1952"), certain=True), []),
        (On(EventDate("1948/1952"), certain=True), ["talks"]),
    ],
)
def test_two_years(where: Predicate, found: list[str]) -> None:
    assert [event.id for event in select((TALKS, RALLY), widened(where, TWO_YEARS))] == found


def test_near_an_event_that_is_only_about_right_is_near_all_that_it_reaches() -> None:
    spring = Event(id="spring", date=EventDate("1953-01-30"), title="Spring")
    for centre, circa in product(("talks", "spring"), (None, TWO_YEARS)):
        near = {event.id for event in select((TALKS, spring), widened(Around(centre), circa))}
        assert near == ({"talks", "spring"} if circa else {centre})

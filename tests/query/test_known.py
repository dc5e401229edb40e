"""What could be known on a day: events as the sources published by then tell them."""

import pytest
from event_strategies import events
from hypothesis import given

from timeline.dates.event_date import EventDate
from timeline.model import Event, Source
from timeline.query.claims import claims
from timeline.query.known import as_of, never_published
from timeline.query.periods import KnownBy

SHIMODA = Event(
    date=EventDate("1855-02-07"),
    date_as_written="26 January 1855 O.S.",
    title="The treaty of Shimoda is signed",
    sources=(
        Source(publisher="Handbook", date=EventDate("1990")),
        Source(publisher="Gazette", date=EventDate("1855-03"), event_date=EventDate("1855-01-26")),
        Source(publisher="Times", date=EventDate("1856"), event_date=EventDate("1855-02")),
        Source(publisher="Atlas", date=EventDate("1857"), supports=("place",)),
        Source(publisher="Archive", event_date=EventDate("1850")),
    ),
)


@pytest.mark.parametrize(
    ("day", "date", "publishers", "written"),
    [
        ("1855-03", "1855-01-26", ["Gazette"], False),
        ("1855-12-31", "1855-01-26", ["Gazette"], False),
        ("1856", "1855-02", ["Gazette", "Times"], False),
        ("1857", "1855-02", ["Gazette", "Times", "Atlas"], False),  # what vouches for a place gives no date
        ("2000", "1855-02-07", ["Handbook", "Gazette", "Times", "Atlas"], True),
    ],
)
def test_an_event_is_told_by_the_sources_of_the_time(
    day: str, date: str, publishers: list[str], written: bool
) -> None:
    (told,) = as_of([SHIMODA], EventDate(day))
    assert told.date.text == date
    assert [source.publisher for source in told.sources] == publishers
    assert bool(told.date_as_written) == written


def test_before_its_first_source_nothing_is_known_of_an_event() -> None:
    assert as_of([SHIMODA], EventDate("1855-02")) == ()


def test_a_source_that_gives_no_date_leaves_the_event_its_own() -> None:
    event = Event(
        date=EventDate("2018"),
        title="t",
        sources=(Source(date=EventDate("2019"), supports=("place",)),),
    )
    assert [one.date for one in as_of([event], EventDate("2020"))] == [event.date]


def test_events_without_a_dated_source_are_counted() -> None:
    event = Event(date=EventDate("2018"), title="t")
    assert as_of([event], EventDate("2020")) == ()
    assert never_published([SHIMODA, event, event]) == 2


@given(events())
def test_what_is_known_is_what_known_by_finds_and_each_date_is_claimed(collection: list[Event]) -> None:
    day = EventDate("2022")
    told = as_of(collection, day)
    assert [(one.id, one.title) for one in told] == [
        (one.id, one.title) for one in filter(KnownBy(day), collection)
    ]
    for one in told:
        given = [claim.date for claim in claims(one)]
        assert one.date in given or not given
    assert as_of(told, day) == told

"""Who says when: claims by date, and which of them rival the event's own."""

import pytest
from event_strategies import whole_events
from hypothesis import given

from timeline.dates.event_date import EventDate
from timeline.model import Event, Source
from timeline.query.claims import claims, rivals

OWN, OTHER = EventDate("2018-03"), EventDate("2018-04-01")


def event(*sources: Source) -> Event:
    return Event(date=OWN, title="t", sources=sources)


@pytest.mark.parametrize(
    ("source", "date"),
    [
        (Source(), OWN),
        (Source(event_date=OTHER), OTHER),
        (Source(supports=("date", "place")), OWN),
        (Source(supports=("place",)), None),
        (Source(supports=("place",), event_date=OTHER), OTHER),
    ],
)
def test_a_source_gives_its_own_date_or_that_of_the_event_or_none(
    source: Source, date: EventDate | None
) -> None:
    assert [claim.date for claim in claims(event(source))] == ([date] if date else [])


def test_sources_of_one_date_make_one_claim_and_claims_come_in_order() -> None:
    late, plain, early, again = (
        Source(event_date=OTHER),
        Source(),
        Source(event_date=EventDate("2017")),
        Source(event_date=OTHER),
    )
    found = claims(event(late, plain, early, again))
    assert [(claim.date.text, len(claim.sources)) for claim in found] == [
        ("2017", 1),
        ("2018-03", 1),
        ("2018-04-01", 2),
    ]
    assert [claim.date.text for claim in rivals(event(late, plain, early, again))] == ["2017", "2018-04-01"]


@given(whole_events())
def test_rivals_are_the_claims_of_another_date(one: Event) -> None:
    assert rivals(one) == tuple(claim for claim in claims(one) if claim.date != one.date)
    assert sum(len(claim.sources) for claim in claims(one)) <= len(one.sources)

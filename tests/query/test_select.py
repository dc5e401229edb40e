"""Order, its reverse, and the neighbours of hits."""

from collections.abc import Sequence

import pytest
from event_strategies import events
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates.event_date import EventDate
from timeline.errors import UsageError
from timeline.model import Event, Source
from timeline.query.predicates import Everything
from timeline.query.select import ORDERS, arrange, select, with_context

orders = st.sampled_from(sorted(ORDERS))


def dated(date: str, **fields: object) -> Event:
    return Event(**{"date": EventDate(date), "title": date, **fields})  # type: ignore[arg-type]


def places(found: Sequence[Event], collection: list[Event]) -> list[int]:
    where = {id(event): place for place, event in enumerate(collection)}
    return [where[id(event)] for event in found]


@settings(max_examples=50)
@given(events(max_size=6), orders, st.booleans())
def test_arranging_keeps_every_event(collection: list[Event], by: str, reverse: bool) -> None:
    assert sorted(places(arrange(collection, by=by, reverse=reverse), collection)) == list(
        range(len(collection))
    )


@settings(max_examples=50)
@given(events(max_size=6), orders)
def test_arranging_twice_changes_nothing(collection: list[Event], by: str) -> None:
    once = arrange(collection, by=by)
    assert arrange(once, by=by) == once


@settings(max_examples=50)
@given(events(max_size=6))
def test_dates_ascend_and_equal_ones_stay(collection: list[Event]) -> None:
    found = arrange(collection)
    keys = [
        (event.date.sort_key, place) for event, place in zip(found, places(found, collection), strict=True)
    ]
    assert keys == sorted(keys)
    assert arrange(collection, reverse=True) == found[::-1]


@settings(max_examples=50)
@given(events(max_size=6), orders)
def test_absent_values_come_last_either_way(collection: list[Event], by: str) -> None:
    for reverse in (False, True):
        present = [bool(ORDERS[by](event)) for event in arrange(collection, by=by, reverse=reverse)]
        assert present == sorted(present, reverse=True)


def test_names_are_ordered_without_case_and_accents_and_equal_ones_by_date() -> None:
    early, late, zurich, none = (
        dated("2001", place="élan"),
        dated("2002", place="Elan"),
        dated("2000", place="Z"),
        dated("1999"),
    )
    collection = [none, zurich, late, early]
    assert arrange(collection, by="place") == (early, late, zurich, none)
    assert arrange(collection, by="place", reverse=True) == (zurich, late, early, none)


def test_the_earliest_source_date_counts() -> None:
    old = dated("2000", sources=(Source(date=EventDate("2023")), Source(date=EventDate("2001"))))
    new = dated("1990", sources=(Source(date=EventDate("2010")), Source()))
    assert arrange([new, old, dated("1980")], by="source-date")[:2] == (old, new)


def test_events_are_ordered_by_how_many_sources_they_have() -> None:
    one, three, none = (
        dated(date, sources=(Source(),) * count) for date, count in (("2002", 1), ("2001", 3), ("2000", 0))
    )
    assert arrange([three, none, one], by="sources") == (one, three, none)
    assert arrange([three, none, one], by="sources", reverse=True) == (three, one, none)


def test_an_unknown_order_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match='order "dat" is not known') as caught:
        arrange([], by="dat")
    assert caught.value.hint == 'did you mean "date"?'


@settings(max_examples=10)
@given(events(max_size=6))
def test_everything_is_everything_as_it_stands(collection: list[Event]) -> None:
    assert select(collection, Everything()) == tuple(collection)
    assert select(iter(collection), Everything()) == tuple(collection)


@settings(max_examples=50)
@given(events(max_size=8), st.sets(st.integers(0, 7)), st.integers(0, 3), orders, st.booleans())
def test_context_is_every_neighbour_of_a_hit_and_nothing_else(
    collection: list[Event],
    chosen: set[int],
    count: int,
    by: str,
    reverse: bool,
) -> None:
    hits = arrange([collection[place] for place in chosen if place < len(collection)], by=by, reverse=reverse)
    ordered = arrange(collection, by=by, reverse=reverse)
    hit_ids = {id(event) for event in hits}
    near = [
        (event, id(event) not in hit_ids)
        for place, event in enumerate(ordered)
        if any(id(other) in hit_ids for other in ordered[max(place - count, 0) : place + count + 1])
    ]
    found = with_context(hits, collection, count, by=by, reverse=reverse)
    assert [(id(event), context) for event, context in found] == [
        (id(event), context) for event, context in near
    ]

"""Comparing finds what only one collection has, and what they tell differently, field by field."""

import pytest
from event_strategies import events
from hypothesis import given

from timeline.model import Event
from timeline.query.compare import compare
from timeline.record import Value


def event(id_: str, title: str = "t", **fields: Value) -> Event:
    return Event.from_record({"id": id_, "date": "2022", "title": title, **fields})


@given(events())
def test_a_collection_does_not_differ_from_itself(collection: list[Event]) -> None:
    assert compare(collection, list(reversed(collection))) == () or len({e.id for e in collection}) < len(
        collection
    )
    assert compare(collection, collection) == ()


@given(events(), events())
def test_comparing_the_other_way_round_finds_the_same(ours: list[Event], theirs: list[Event]) -> None:
    there = compare(ours, theirs)
    back = compare(theirs, ours)
    assert len(there) == len(back)
    assert sum(d.ours is None for d in there) == sum(d.theirs is None for d in back)


def test_differences_are_told_field_by_field() -> None:
    ours = [event("a"), event("b", actors=["Russia"]), event("same")]
    theirs = [event("same"), event("c"), event("b", "T", place="Tokyo")]
    only_ours, differs, only_theirs = compare(ours, theirs)
    assert (only_ours.event.id, only_ours.theirs) == ("a", None)
    assert (only_theirs.event.id, only_theirs.ours) == ("c", None)
    assert differs.fields == (("title", "t", "T"), ("actors", "Russia", ""), ("place", "", "Tokyo"))


@pytest.mark.parametrize("count", [1, 2])
def test_events_without_an_id_are_the_same_when_they_are_equal(count: int) -> None:
    ours = [event("", "x")] * count
    (difference, *_) = compare([*ours, event("", "y")], ours)
    assert difference.event.title == "y"


def test_a_source_is_told_field_by_field() -> None:
    ours = event("a", sources=[{"title": "T", "quote": "yes"}, {"url": "u"}])
    theirs = event("a", sources=[{"title": "T", "quote": "no"}])
    (difference,) = compare([ours], [theirs])
    assert difference.fields == (("sources.1.quote", "yes", "no"), ("sources.2.url", "u", ""))

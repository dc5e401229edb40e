"""Twice is once: what is there already is passed over, in whatever order it comes, and nothing that it says is lost unsaid."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Event
from timeline.record import Record
from timeline.upkeep.guard import Guard
from timeline.upkeep.intake import Intake, in_precedence, intake, named, unlike


@st.composite
def told(draw: st.DrawFn) -> Event:
    """An event that is easily one of several others, told in part or in full."""
    record: dict[str, Any] = {
        "id": draw(st.sampled_from(["", "", "a", "2022-talks", "2022-talks-2"])),
        "date": draw(st.sampled_from(["2022", "2022-03"])),
        "title": draw(st.sampled_from(["Talks", "Rally"])),
        "actors": [*draw(st.permutations(["Japan", "Russia"]))][: draw(st.integers(0, 2))],
        "place": draw(st.sampled_from(["", "Oslo", "Rome"])),
        "related": draw(st.sampled_from([[], ["a"], ["none"]])),
    }
    return Event.from_record({name: value for name, value in record.items() if value})


def collection(there: Sequence[Event], taken: Intake) -> list[Event]:
    """What is there afterwards; nothing comes in where an id clashes."""
    return [*there, *([] if taken.clashes else map(Event.from_record, taken.records))]


@given(st.lists(told(), max_size=6), st.lists(told(), max_size=6))
def test_twice_is_once(events: list[Event], there: list[Event]) -> None:
    once = collection(there, intake(events, there))
    assert collection(once, intake(events, once)) == once


@given(
    st.lists(told(), max_size=6).flatmap(lambda events: st.tuples(st.just(events), st.permutations(events)))
)
def test_the_order_of_the_rows_decides_nothing(both: tuple[list[Event], list[Event]]) -> None:
    one, other = (intake(events, []) for events in both)
    assert sorted(one.records, key=repr) == sorted(other.records, key=repr)
    assert {event.id for event in one.clashes} == {event.id for event in other.clashes}


def holds(record: Record, fields: Record) -> bool:
    """Whether a record says what the fields say; its lists may say more."""
    for name, value in fields.items():
        there = record.get(name)
        if isinstance(value, list) and isinstance(there, list) and name != "actors":
            if not all(item in there for item in value):
                return False
        elif there != value:
            return False
    return True


@given(st.lists(told(), max_size=6), st.lists(told(), max_size=3))
def test_no_event_is_lost_unsaid(events: list[Event], there: list[Event]) -> None:
    taken = intake(events, there)
    after = [*there, *map(Event.from_record, taken.records)]
    said = [event for event, _, _ in taken.retold] + list(taken.clashes)
    for event in events:
        fields = {name: value for name, value in event.to_record().items() if name != "id"}
        assert event in said or any(holds(one.to_record(), fields) for one in after)


@given(st.lists(told(), max_size=6), st.lists(told(), max_size=3))
def test_ids_that_come_in_are_new_and_their_own(events: list[Event], there: list[Event]) -> None:
    ids = [record["id"] for record in intake(events, there).records]
    assert len({*ids}) == len(ids)
    assert not {*ids} & {event.id for event in there}


@given(st.lists(told(), max_size=6))
def test_references_to_nothing_are_told_once_all_are_in(events: list[Event]) -> None:
    taken = intake(events, [])
    ids = {record["id"] for record in taken.records}
    loose = [id_ for record in taken.records for id_ in record.get("related", []) if id_ not in ids]
    assert [id_ for _, id_ in taken.loose] == loose


@pytest.mark.parametrize(
    ("row", "known"),
    [
        ({"date": "2022", "title": "Talks", "actors": ["Russia", "Japan"]}, True),
        ({"date": "2022", "title": "Talks", "actors": ["Japan", "Russia"]}, True),
        ({"date": "2022", "title": " Talks ", "actors": ["Japan", "Russia"]}, True),
        ({"date": "2022", "title": "Talks", "actors": ["Japan", "Russia"], "place": "Rome"}, True),
        ({"date": "2022", "title": "Talks", "actors": ["Japan"]}, False),
        ({"date": "2022~", "title": "Talks", "actors": ["Japan", "Russia"]}, False),
        ({"date": "2022", "title": "Talks end", "actors": ["Japan", "Russia"]}, False),
        ({"id": "a", "date": "2023", "title": "Talks"}, True),
        ({"id": "a", "date": "2022", "title": "Other"}, True),
        ({"id": "a", "date": "2023", "title": "Other"}, False),
        ({"id": "b", "date": "2022", "title": "Talks", "actors": ["Japan", "Russia"]}, False),
    ],
)
def test_what_is_the_same_event(row: Record, known: bool) -> None:
    there = Event.from_record({"id": "a", "date": "2022", "title": "Talks", "actors": ["Japan", "Russia"]})
    assert (Guard([there]).same(Event.from_record(row)) is there) == known


@given(st.lists(told(), max_size=6), st.lists(told(), max_size=3))
def test_of_events_that_look_alike_the_first_comes_in(events: list[Event], there: list[Event]) -> None:
    records, twins = unlike(events, there)
    assert len(records) + len(twins) == len(events)
    after = [*there, *map(Event.from_record, records)]
    assert all(twin.title == event.title for event, twin in twins)
    assert unlike(events, after)[0] == []


@given(st.lists(told(), max_size=6), st.lists(told(), max_size=3))
def test_each_event_is_named_and_those_without_an_id_get_their_own(
    events: list[Event], there: list[Event]
) -> None:
    records = named(events, there)
    made = [record["id"] for record, event in zip(records, events, strict=True) if not event.id]
    assert len({*made}) == len(made)
    assert not {*made} & {event.id for event in there}
    for record, event in zip(records, events, strict=True):
        assert record | {"id": event.id} == {"id": event.id} | event.to_record()


def test_of_rows_that_say_as_much_the_one_of_the_first_id_elsewhere_comes_first() -> None:
    rows = [
        Event.from_record(
            {"date": "2022", "title": "Talks", "place": place, "imported": {"from": "A", "id": number}}
        )
        for place, number in (("Oslo", "2"), ("Rome", "1"))
    ]
    assert [rows[at].place for at in in_precedence(rows)] == ["Rome", "Oslo"]

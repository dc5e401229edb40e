"""Events counted by what a field says: a naive count agrees."""

from collections import Counter
from itertools import combinations

import pytest
from event_strategies import events
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.event_date import EventDate
from timeline.errors import UsageError
from timeline.model import Event
from timeline.query.lanes import LANES, lanes_of
from timeline.query.tally import tallies


def event(date: str, *actors: str, **fields: object) -> Event:
    return Event(date=EventDate(date), title="t", actors=actors, **fields)  # type: ignore[arg-type]


@given(events(), st.sampled_from([*LANES, "actor,kind", "actor,actor"]))
def test_every_event_counts_wherever_it_stands(collection: list[Event], by: str) -> None:
    first, _, second = by.partition(",")
    naive: Counter[tuple[str, ...]] = Counter()
    for one in collection:
        lanes = lanes_of(one, first)
        if first == second:
            naive.update(tuple(sorted(pair)) for pair in combinations(lanes, 2))
        elif second:
            naive.update((down, across) for down in lanes for across in lanes_of(one, second))
        else:
            naive.update((lane,) for lane in lanes)
    found = tallies(collection, by)
    assert {row.names: row.events for row in found} == naive
    assert [row.events for row in found] == sorted((row.events for row in found), reverse=True)
    for row in found:
        assert row.first.date.sort_key <= row.last.date.sort_key


def test_the_first_and_the_last_are_told_in_the_order_of_time() -> None:
    late, early, other = event("2022", "Japan"), event("2018-03", "JPN"), event("2019", "Russia")
    (japan, russia) = tallies([late, early, other], "actor")
    assert (japan.names, japan.events, japan.first, japan.last) == (("Japan",), 2, early, late)
    assert (russia.names, russia.first, russia.last) == (("Russia",), other, other)


def test_a_field_of_the_users_own_is_counted_with_what_lacks_it() -> None:
    collection = [
        event("2018", extra={"imported": {"from": "gdelt2"}}),
        event("2019", extra={"imported": {"from": "gdelt2"}}),
        event("2020"),
    ]
    found = {row.names: row.events for row in tallies(collection, "imported.from")}
    assert found == {("gdelt2",): 2, ("(no imported.from)",): 1}


@pytest.mark.parametrize(
    ("by", "message"),
    [
        ("actr", '"actr" is no field to count by'),
        ("imported.file", '"imported.file" is no field to count by'),
        ("actor,tag,kind", "events are counted by one field or two"),
    ],
)
def test_what_cannot_be_counted_by_is_refused(by: str, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        tallies([event("2018", "Japan")], by)
    assert raised.value.message == message

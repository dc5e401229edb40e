"""Events counted by what a field says: a naive count agrees."""

from collections import Counter
from itertools import combinations

from event_strategies import events
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.event_date import EventDate
from timeline.model import Event
from timeline.query.groups import groups
from timeline.query.lanes import LANES, lanes_by


def event(date: str, *actors: str, **fields: object) -> Event:
    return Event(date=EventDate(date), title="t", actors=actors, **fields)  # type: ignore[arg-type]


@given(events(), st.sampled_from([*LANES, "actor,kind", "actor,actor"]))
def test_every_event_counts_wherever_it_stands(collection: list[Event], by: str) -> None:
    first, _, second = by.partition(",")
    along_of, across_of = lanes_by(first, collection), lanes_by(second or first, collection)
    naive: Counter[tuple[str, ...]] = Counter()
    for one in collection:
        lanes = along_of(one)
        if first == second:
            naive.update(tuple(sorted(pair)) for pair in combinations(lanes, 2))
        elif second:
            naive.update((down, across) for down in lanes for across in across_of(one))
        else:
            naive.update((lane,) for lane in lanes)
    found = groups(collection, by)
    assert {row.names: row.events for row in found} == naive
    assert [row.events for row in found] == sorted((row.events for row in found), reverse=True)
    for row in found:
        assert row.first.date.sort_key <= row.last.date.sort_key


def test_the_first_and_the_last_are_told_in_the_order_of_time() -> None:
    late, early, other = event("2022", "Japan"), event("2018-03", "JPN"), event("2019", "Russia")
    (japan, russia) = groups([late, early, other], "actor")
    assert (japan.names, japan.events, japan.first, japan.last) == (("Japan",), 2, early, late)
    assert (russia.names, russia.first, russia.last) == (("Russia",), other, other)


def test_a_field_of_the_users_own_is_counted_with_what_lacks_it() -> None:
    collection = [
        event("2018", extra={"imported": {"from": "gdelt2"}}),
        event("2019", extra={"imported": {"from": "gdelt2"}}),
        event("2020"),
    ]
    found = {row.names: row.events for row in groups(collection, "imported.from")}
    assert found == {("gdelt2",): 2, ("(no imported.from)",): 1}

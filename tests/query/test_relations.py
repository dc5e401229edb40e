"""What events say of one another is told on both."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.event_date import EventDate
from timeline.model import Event
from timeline.query.relations import Relations, relations_of

ids = st.sampled_from(("a", "b", "c", "gone"))
some = st.lists(
    st.builds(
        Event,
        id=st.sampled_from(("", "a", "b", "c")),
        date=st.just(EventDate("2022")),
        title=st.just("t"),
        **{name: st.lists(ids, max_size=2).map(tuple) for name in ("after", "before", "related")},
    ),
    max_size=5,
)


@given(some)
def test_each_relation_is_told_on_both_events_and_no_other(events: list[Event]) -> None:
    found = relations_of(events)
    for name, converse in (("after", "before"), ("before", "after"), ("related", "related")):
        for place, event in enumerate(events):
            own = set(getattr(found.get(place, Relations()), name))
            said = {other for other in getattr(event, name) if other not in {one.id for one in events}}
            said |= {at for at, other in enumerate(events) if other.id in getattr(event, name)}
            said |= {
                at for at, other in enumerate(events) if event.id and event.id in getattr(other, converse)
            }
            assert own == said


def test_events_that_say_nothing_have_no_relations() -> None:
    assert relations_of([Event(date=EventDate("2022"), title="t")]) == {}


def test_an_id_that_thousands_have_means_the_first_of_them() -> None:
    events = [Event(id="a", date=EventDate("2022"), title="t", after=("a",)) for _ in range(3000)]
    found = relations_of(events)
    assert all(len(one.after) == 8 for one in found.values())
    assert len(found[0].before) == 3000

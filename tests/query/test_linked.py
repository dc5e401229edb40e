"""What follows an event, what leads to it, and what is around it, told from all events together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length, read_length
from timeline.model import Event
from timeline.query.language import parse_query
from timeline.query.nearly import nearly
from timeline.query.select import select

TODAY = 19398
LINKS = ("after", "before", "related")
ids = st.sampled_from(("a", "b", "c", "d"))
some = st.permutations(("a", "b", "c", "d")).flatmap(
    lambda names: st.tuples(
        *(
            st.builds(
                Event,
                id=st.just(name),
                date=st.just(EventDate("2022")),
                title=st.just("t"),
                **{link: st.lists(ids, max_size=2).map(tuple) for link in LINKS},
            )
            for name in names
        )
    )
)


def found(events: tuple[Event, ...], query: str, within: Length = Length(30, "d")) -> set[str]:  # noqa: B008 (a value)
    return {event.id for event in select(events, parse_query(query, today=TODAY, within=within))}


def _naive(events: tuple[Event, ...], link: str, name: str) -> set[str]:
    """The ids that stand in a link to one, whichever says so."""
    converse = {"after": "before", "before": "after", "related": "related"}[link]
    own = {one.id for one in events if name in getattr(one, link)}
    return own | {other for one in events if one.id == name for other in getattr(one, converse)}


@given(some, ids)
def test_links_are_those_that_either_event_says(events: tuple[Event, ...], name: str) -> None:
    for link in LINKS:
        assert found(events, f"{link}:{name}") - {name} == _naive(events, link, name) - {name}


@given(some, ids)
def test_a_chain_is_followed_to_its_end(events: tuple[Event, ...], name: str) -> None:
    for field, link in (("follows", "after"), ("leads-to", "before")):
        reached: set[str] = set()
        waiting = _naive(events, link, name)
        while waiting - reached:
            reached |= waiting
            waiting = {further for one in reached for further in _naive(events, link, one)}
        assert found(events, f"{field}:{name}") - {name} == reached - {name}
        contrary = found(events, f"NOT {field}:{name} OR {field}:{name}")
        assert contrary == {event.id for event in events}


EVENTS = tuple(
    Event(id=id_, date=EventDate(date), title=id_, after=after)
    for id_, date, after in (
        ("2018-talks", "2018-03-01", ()),
        ("2018-visit", "2018-03", ()),
        ("2018-rally", "2018-03-31", ("2018-talks",)),
        ("2018-treaty", "2018-04-01", ("2018-rally", "gone")),
        ("2019", "2019", ()),
    )
)


@pytest.mark.parametrize(
    ("query", "within", "ids"),
    [
        ("after:2018-talks", "30d", {"2018-rally"}),
        ("after:2018-t", "30d", set()),  # two events begin so
        ("after:2018-ta", "30d", {"2018-rally"}),
        ("after:2018-*", "30d", {"2018-rally", "2018-treaty"}),
        ("follows:2018-talks", "30d", {"2018-rally", "2018-treaty"}),
        ("leads-to:2018-treaty", "30d", {"2018-rally", "2018-talks"}),
        ("after:gone", "30d", {"2018-treaty"}),
        ("around:2018-talks", "30d", {"2018-talks", "2018-visit", "2018-rally"}),
        ("around:2018-talks", "31d", {"2018-talks", "2018-visit", "2018-rally", "2018-treaty"}),
        ("around:2018-talks", "1m", {"2018-talks", "2018-visit", "2018-rally", "2018-treaty"}),
        ("around:2018-ta", "1w", {"2018-talks", "2018-visit"}),
        ('around:"1 March 2018"', "0d", {"2018-talks", "2018-visit"}),
        ("around:2019", "0d", {"2019"}),  # the id
        ("around:2018", "0d", {"2018-talks", "2018-visit", "2018-rally", "2018-treaty"}),  # the date
        ("around:none", "30d", set()),
        ("around:2018-t*", "0d", {"2018-talks", "2018-visit", "2018-treaty"}),
        ("around:2018-talks", "1 month", {"2018-talks", "2018-visit", "2018-rally", "2018-treaty"}),
    ],
)
def test_an_event_is_asked_for_by_its_id(query: str, within: str, ids: set[str]) -> None:
    assert found(EVENTS, query, read_length(within)) == ids


def test_what_is_certainly_around_lies_inside() -> None:
    where = parse_query("around:2018-talks", today=TODAY, certain=True, within=Length(2, "w"))
    assert [event.id for event in select(EVENTS, where)] == ["2018-talks"]


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("after:2018", "after asks for an id: since:2018 is the date"),
        ("leads-to:2018", "leads-to asks for an id: until:2018 is the date"),
        ("related:2018-tolks", 'no event has the id "2018-tolks": the nearest is related:2018-talks'),
        ("after:xyz", 'no event has the id "xyz": timeline show --view list has the ids'),
        ("around:2018-tolks", 'no event has the id "2018-tolks": the nearest is around:2018-talks'),
        (
            "follows:2018-t",
            '2 ids begin with "2018-t": 2018-talks, 2018-treaty; follows:2018-t* asks for all',
        ),
        ("around:2018-t", '2 ids begin with "2018-t": 2018-talks, 2018-treaty; around:2018-t* asks for all'),
        ("follows:2018-TALKS", 'no event has the id "2018-TALKS": the nearest is follows:2018-talks'),
        (
            "leads-to:2018-t kind:x",
            '2 ids begin with "2018-t": 2018-talks, 2018-treaty; leads-to:2018-t* asks for all',
        ),
    ],
)
def test_an_id_that_is_none_is_told_with_what_may_be_meant(query: str, hint: str) -> None:
    assert hint in nearly(parse_query(query, today=TODAY).among(EVENTS), EVENTS)

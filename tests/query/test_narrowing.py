"""What an event follows and what follows it narrow when it can have happened, and contradictions narrow nothing."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import day_iso
from timeline.dates.event_date import EventDate
from timeline.dates.lengths import Length
from timeline.model import Event, Source
from timeline.query.algebra import Not
from timeline.query.around import Around
from timeline.query.company import Company
from timeline.query.narrowing import limits_of
from timeline.query.periods import Claimed, KnownBy, On, Since, Until
from timeline.query.select import arrange, select


def event(
    id_: str, date: str, *claims: str, after: tuple[str, ...] = (), before: tuple[str, ...] = ()
) -> Event:
    sources = tuple(Source(event_date=EventDate(claim)) for claim in claims)
    return Event(id=id_, date=EventDate(date), title=id_, sources=sources, after=after, before=before)


def narrowed(*events: Event) -> dict[str, tuple[str, str]]:
    """The days that the date of each narrowed event can mean."""
    found = limits_of(events)
    told = {}
    for one in events:
        days = found[id(one)].of(one.date) if id(one) in found else None
        if days:
            told[one.id] = tuple("…" if day is None else day_iso(day) for day in days)
    return told  # type: ignore[return-value]


TALKS = event("talks", "2022-03-21")


@pytest.mark.parametrize(
    ("date", "after", "before"),
    [
        ("2022", ("2022-03-21", "2022-12-31"), ("2022-01-01", "2022-03-21")),
        ("2022-03", ("2022-03-21", "2022-03-31"), ("2022-03-01", "2022-03-21")),
        ("202X", ("2022-03-21", "2029-12-31"), ("2020-01-01", "2022-03-21")),
        ("[2021,2023-05]", ("2023-05-01", "2023-05-31"), ("2021-01-01", "2021-12-31")),
        ("[2022..2023]", ("2022-03-21", "2023-12-31"), ("2022-01-01", "2022-03-21")),
        ("[..2024]", ("2022-03-21", "2024-12-31"), ("…", "2022-03-21")),
        ("[2020..]", ("2022-03-21", "…"), ("2020-01-01", "2022-03-21")),
        ("2022-03-21", None, None),
        # What lasts began then, and when it ended nobody has said.
        ("2022/2024", ("2022-03-21", "2024-12-31"), None),
        ("/2024", ("2022-03-21", "2024-12-31"), None),
        ("2021/2024", None, None),
        ("{2022,2023}", ("2022-03-21", "2023-12-31"), None),
        ("{2021,2023}", None, None),
    ],
)
def test_what_follows_cannot_have_begun_before_and_what_precedes_not_after(
    date: str, after: tuple[str, str] | None, before: tuple[str, str] | None
) -> None:
    assert narrowed(TALKS, event("a", date, after=("talks",))).get("a") == after
    assert narrowed(TALKS, event("a", date, before=("talks",))).get("a") == before


def test_either_of_two_events_may_say_it_and_a_chain_carries_it_on() -> None:
    first, last = (
        event("first", "2022-03-21", before=("between",)),
        event("last", "2022-05", after=("between",)),
    )
    assert narrowed(first, event("between", "2022"), last) == {"between": ("2022-03-21", "2022-05-31")}
    ends = event("a", "2022-03"), event("d", "2022", after=("c",))
    middle = event("b", "[2021..]", after=("a",)), event("c", "[..2024]", after=("b",), before=("d",))
    assert narrowed(*ends, *middle) == {
        "b": ("2022-03-01", "2022-12-31"),
        "c": ("2022-03-01", "2022-12-31"),
        "d": ("2022-03-01", "2022-12-31"),
    }


@pytest.mark.parametrize(
    "events",
    [
        # E303: the dates of two contradict what one says; a third is not narrowed by either.
        (event("a", "2023"), event("b", "2022", after=("a",)), event("c", "20XX", after=("b",))),
        (
            event("a", "2022-03-21T12:00:00Z"),
            event("b", "2022-03-21T10:00:00Z", after=("a",)),
            event("c", "2022", after=("a", "b")),
        ),
        # Rival dates do not save it: what the events themselves say is contradicted.
        (event("a", "2022"), event("b", "2021", "2022-05", after=("a",))),
        # Only along the chain: what lies between would be narrowed to nothing.
        (event("a", "2023"), event("b", "20XX", after=("a",)), event("c", "2022", "2022-06", after=("b",))),
        (
            event("a", "2023"),
            event("b", "20XX", after=("a",)),
            event("c", "2022", after=("b",)),
            event("d", "20XX", after=("c",)),
        ),
        # In a circle nothing is before anything.
        (event("a", "2022-03", after=("b",)), event("b", "2022", after=("a",))),
        (event("a", "2022", after=("a",)),),
        # Ids that no event has, or two.
        (event("a", "2022", after=("gone",), before=("",)),),
        (event("a", "2022", after=("b",)), event("b", "2022-03"), event("b", "2022-04")),
    ],
)
def test_contradictions_circles_and_ids_that_mean_no_one_event_narrow_nothing(
    events: tuple[Event, ...],
) -> None:
    assert narrowed(*events) == {}


def test_what_contradicts_nothing_is_narrowed_beside_a_contradiction() -> None:
    wrong = event("a", "2023"), event("b", "2022", after=("a",))
    assert narrowed(*wrong, TALKS, event("c", "2022", after=("talks", "b"))) == {
        "c": ("2022-03-21", "2022-12-31")
    }


def test_an_event_that_sources_date_otherwise_narrows_by_all_its_dates_and_each_is_narrowed() -> None:
    contested = event("a", "2022-03-21", "2022-02")
    assert narrowed(contested, event("b", "2022", after=("a",))) == {"b": ("2022-02-01", "2022-12-31")}
    late = event("b", "2022", "2021", "2022-04", after=("talks",))
    limits = limits_of([TALKS, late])[id(late)]
    assert [limits.of(source.event_date) for source in late.sources if source.event_date] == [None, None]
    assert narrowed(TALKS, late) == {"b": ("2022-03-21", "2022-12-31")}


def test_certainly_asks_what_is_narrowed_and_possibly_what_is_said() -> None:
    late = event("late", "2022", after=("talks",))
    spring = EventDate("2022-03-21/2022")
    for where in (On(spring, certain=True), Since(EventDate("2022-03-21"), certain=True)):
        assert select([TALKS, late], where) == (TALKS, late)
        assert select([TALKS, late], Not(where)) == ()
        assert select([late], where) == ()  # nothing says so among these
    assert select([TALKS, late], Until(EventDate("2022-03-20"))) == (late,)
    about_july = Around("2022-07", EventDate("2022-07"), Length(5, "m"), certain=True)
    assert select([TALKS, late], about_july) == (TALKS, late)
    assert select([late], about_july) == ()


def test_one_date_of_a_source_that_lies_outside_makes_it_uncertain() -> None:
    late = event("late", "2022", "2021", after=("talks",))
    assert select([TALKS, late], Since(EventDate("2022"), certain=True)) == (TALKS,)


def test_what_a_source_says_is_what_it_says() -> None:
    late = Event(
        id="late",
        date=EventDate("2022"),
        title="late",
        sources=(Source(date=EventDate("2022")),),
        after=("talks",),
    )
    assert select([TALKS, late], Claimed(EventDate("2022-03-21/2022"), certain=True)) == ()
    assert select([TALKS, late], KnownBy(EventDate("2022-12"), certain=True)) == (late,)


def test_the_order_is_that_of_the_dates() -> None:
    late, march = event("late", "2022", after=("talks",)), event("march", "2022-03")
    assert arrange([TALKS, march, late]) == (late, march, TALKS)


def test_events_in_company_are_looked_at_once_and_where_none_follows_another_not_at_all() -> None:
    company = Company([TALKS, event("late", "2022", after=("talks",))])
    assert Company.of(company) is company
    assert company.limits is company.limits
    where = Since(EventDate("2022"), certain=True)
    assert where.among([TALKS]) is where
    assert Since(EventDate("2022")).among(company) == Since(EventDate("2022"))


def test_a_chain_of_any_length_is_walked_without_recursion() -> None:
    chain = [event(f"e{n}", "20XX", after=(f"e{n - 1}",)) for n in range(1, 5_000)]
    found = limits_of([event("e0", "2022-03-21"), *reversed(chain)])
    assert {limits.first for limits in found.values()} == {TALKS.date.first_day}


spans = st.tuples(st.integers(1, 5), st.integers(1, 5)).map(sorted)
relations = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=5)


@given(st.lists(spans, min_size=4, max_size=4), relations)
def test_bounds_are_those_of_every_way_in_which_it_can_have_been(
    days: list[list[int]], pairs: list[tuple[int, int]]
) -> None:
    events = [
        event(
            str(at),
            f"[1970-01-0{first}..1970-01-0{last}]",
            after=tuple(str(one) for one, other in pairs if other == at),
        )
        for at, (first, last) in enumerate(days)
    ]
    pairs = [(one, other) for one, other in pairs if one != other]
    pairs = _without(pairs, _circular(pairs) | _contradicted(days, pairs))
    pairs = _without(pairs, _impossible(days, pairs))
    ways = [
        way
        for way in product(*(range(first, last + 1) for first, last in days))
        if all(way[one] <= way[other] for one, other in pairs)
    ]
    found = limits_of(events)
    for at, one in enumerate(events):
        told = found[id(one)].of(one.date) if id(one) in found else None
        possible = [way[at] - 1 for way in ways]
        assert (told or (one.date.first_day, one.date.last_day)) == (min(possible), max(possible))


def _without(pairs: list[tuple[int, int]], apart: set[int]) -> list[tuple[int, int]]:
    return [pair for pair in pairs if apart.isdisjoint(pair)]


def _circular(pairs: list[tuple[int, int]]) -> set[int]:
    return {one for one, other in _reached(pairs) if one == other}


def _contradicted(days: list[list[int]], pairs: list[tuple[int, int]]) -> set[int]:
    return {at for one, other in pairs if days[other][1] < days[one][0] for at in (one, other)}


def _impossible(days: list[list[int]], pairs: list[tuple[int, int]]) -> set[int]:
    """Events on the way from one that begins too late to one that ends too early."""
    reached = _reached(pairs) | {(at, at) for at in range(4)}
    return {
        at
        for at, one, other in product(range(4), repeat=3)
        if {(one, at), (at, other)} <= reached and days[one][0] > days[other][1]
    }


def _reached(pairs: list[tuple[int, int]]) -> set[tuple[int, int]]:
    reached = set(pairs)
    for middle, one, other in product(range(4), repeat=3):
        if {(one, middle), (middle, other)} <= reached:
            reached.add((one, other))
    return reached

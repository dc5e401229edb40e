"""Near-duplicates are those that `add` would refuse, found among all events at once."""

import pytest
from checked import found
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.checks import twins as twins_module
from timeline.checks.finding import place_record
from timeline.checks.twins import twins
from timeline.identity import near_duplicate
from timeline.model import Origin
from timeline.record import Record

DATES = (
    "2022-03-21",
    "2022-03",
    "2022",
    "2018/..",
    "../2018",
    "1950~/2022-03-21",
    "2022-03-22",
    "../..",
    "2021",
)
titles = st.one_of(
    st.sampled_from(
        (
            "Talks end in Moscow",
            "Talks end in Moskow",
            "TALKS END IN MOSCOW",
            "Talks ended in Moscow",
            "Talks",
        )
    ),
    st.text(alphabet="ab", min_size=8, max_size=30),
)
records = st.lists(st.fixed_dictionaries({"date": st.sampled_from(DATES), "title": titles}), max_size=12)


@settings(max_examples=300)
@given(records)
def test_an_event_is_found_when_and_only_when_add_would_refuse_it(records: list[Record]) -> None:
    placed = [place_record(record, Origin(path="e", line=at), at) for at, record in enumerate(records)]
    found, complete = twins(placed)
    events = [one.event for one in placed if one.event]
    assert complete
    assert set(found) == {at for at, event in enumerate(events) if near_duplicate(event, events[:at])}
    for at, twin in found.items():
        assert twin < at
        assert near_duplicate(events[at], [events[twin]])


@settings(max_examples=60)
@given(
    st.lists(
        st.fixed_dictionaries({"date": st.sampled_from(DATES[:3]), "title": titles}), min_size=10, max_size=24
    )
)
def test_of_several_that_look_the_same_one_is_named_by_what_stands_before_it(records: list[Record]) -> None:
    """The first by the day of those that begin no later, or else the first behind; each met by itself, the slow way."""
    placed = [place_record(record, Origin(path="e", line=at), at) for at, record in enumerate(records)]
    found, _ = twins(placed)
    events = [one.event for one in placed if one.event]
    order = sorted(range(len(events)), key=lambda at: (events[at].date.first_day, at))
    lengths = list(dict.fromkeys(len(events[at].title) for at in order))
    for at, event in enumerate(events):
        before, behind = order[: order.index(at)], order[order.index(at) :]
        size = len(event.title)
        known = {len(events[one].title) for one in before}
        few = int(size * 1.1 / 0.9) + 1 - int(size * 0.9 / 1.1) >= len(known)
        before.sort(key=lambda one: lengths.index(len(events[one].title)) if few else len(events[one].title))
        alike = (one for one in [*before, *behind] if one < at and near_duplicate(event, [events[one]]))
        assert found.get(at) == next(alike, None)


def test_events_of_one_id_are_told_as_that_alone() -> None:
    text = "- {id: a, date: 2022, title: Talks end}\n- {id: a, date: 2022, title: Talks end}\n"
    assert [one.code for one in found(text)] == ["E301"]


def test_long_titles_are_twins_only_when_they_are_equal() -> None:
    long = "talks " * 100
    text = "".join(f"- {{date: 2022, title: {long}{end}}}\n" for end in ("a", "b", "a"))
    assert [(one.code, one.line) for one in found(text)] == [("W408", 3)]


def test_when_too_many_are_alike_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twins_module, "_PLAN", 20)
    text = "".join(
        f"- {{date: 2022, title: Talks in Moscow end after {at} days of meetings}}\n" for at in range(99)
    )
    (told,) = (one for one in found(text) if one.code == "W416")
    assert told.message == "so many titles are alike that not all of them were compared"

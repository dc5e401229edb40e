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

"""What is told when no event meets a condition."""

import re
from functools import partial

import pytest
from event_strategies import events
from hypothesis import given
from query_strategies import Asked, questions

from timeline.dates.event_date import EventDate
from timeline.errors import QueryError, UsageError
from timeline.model import Event, Source
from timeline.query.language import parse_query, refuse_backwards
from timeline.query.nearly import nearly
from timeline.said.reading import read_date

TODAY = 19398
read = partial(read_date, today=TODAY)
EVENTS = (
    Event(
        date=EventDate("2018"),
        title="Final statement of the rally",
        actors=("Japan", "Maria Zakharova"),
        place="Tokyo",
        kind="rally",
        tags=("kuril-islands",),
    ),
    Event(
        date=EventDate("2022"),
        title="Talks",
        actors=("Russia",),
        kind="talks",
        sources=(Source(title="x", date=EventDate("2022")),),
    ),
)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("kind:rally kind:talks", "an event has one kind: to find either, write kind:rally OR kind:talks"),
        ("status:draft status:disputed", "an event has one status: to find either, write status:draft OR"),
        (
            "place:Moscow place:Tok*",
            "an event has one place: to find either, write place:Moscow OR place:Tok*",
        ),
        ("2009", "2009 is looked for as a word; on:2009 is the date"),
        ("talks 2022-03", "2022-03 is looked for as a word; on:2022-03 is the date"),
        ("actor:Zakharova", 'the nearest actor is actor:"Maria Zakharova"'),
        ("Zakharva", 'the nearest actor is actor:"Maria Zakharova"'),
        ("actor:Rusia", "the nearest actor is actor:Russia"),
        ("place:Tokio", "the nearest place is place:Tokyo"),
        ("tag:kuril-island", "the nearest tag is tag:kuril-islands"),
        ("kind:raly OR kind:talk", "the nearest kind is kind:talks"),
        ("actor:rally", '"rally" is a kind: kind:rally'),
        ("kind:japan", '"Japan" is an actor: actor:Japan'),
        ("known-by:2023 kind:rally", "1 event is left out by known-by:2023 for want of a source with a date"),
        ("actor:Japan kind:talks", "without actor:Japan there is 1 event"),
        ("since:2019 kind:rally", "without since:2019 there is 1 event"),
        ("actor Japan", "actor is looked for as a word; actor:Japan asks for the actor"),
        ("rally place Tokyo", "place is looked for as a word; place:Tokyo asks for the place"),
        (
            'actor "Maria Zakharova"',
            'actor is looked for as a word; actor:"Maria Zakharova" asks for the actor',
        ),
    ],
)
def test_what_was_nearly_matched_is_told(query: str, told: str) -> None:
    where = parse_query(query, today=TODAY)
    assert not any(map(where, EVENTS))
    assert any(hint.startswith(told) for hint in nearly(where, EVENTS))


@pytest.mark.parametrize(
    "query", ["on:2018-05", "since:2018-05 until:2018-06 kind:rally", "known-by:2022-03"]
)
def test_what_possibly_matches_is_told_where_nothing_does_for_certain(query: str) -> None:
    where = parse_query(query, today=TODAY, certain=True)
    assert not any(map(where, EVENTS))
    count = sum(map(parse_query(query, today=TODAY), EVENTS))
    assert any(hint == f"without --certain there is {count} event" for hint in nearly(where, EVENTS))


@pytest.mark.parametrize(
    "query", ["source:xyzzy", "actor:Q", "kind:nowhere kind:now*", "NOT (rally OR talks)"]
)
def test_nothing_is_told_where_nothing_is_near(query: str) -> None:
    assert nearly(parse_query(query, today=TODAY), EVENTS) == ()


@given(events(max_size=8), questions(certain=False))
def test_a_name_that_is_told_finds_events(everything: list[Event], asked: Asked) -> None:
    where = parse_query(asked.text, today=TODAY)
    if any(map(where, everything)):
        return
    for hint in nearly(where, everything):
        if told := re.fullmatch(r"the nearest \w+ is (.*)|.* is an? \w+: (\w+:.*)", hint, re.DOTALL):
            assert any(map(parse_query(told[1] or told[2], today=TODAY), everything)), hint


@pytest.mark.parametrize(
    ("query", "marked", "hint"),
    [
        ("since:2022 until:2018", "until:2018", "write since:2018 until:2022"),
        (
            "until:2018-03 talks since:2018-04-01",
            "since:2018-04-01",
            "write since:2018-03 until:2018-04-01",
        ),
        (
            "talks OR NOT (since:2022 kind:x until:2018)",
            "until:2018)",
            "write since:2018 until:2022",
        ),
        (
            'until:2024 Since:"March 2022" UNTIL:"May 2021" since:2019',
            'UNTIL:"May 2021" since:2019',
            "write since:2021-05 until:2022-03",
        ),
    ],
)
def test_a_period_that_ends_before_it_begins_is_refused_and_marked(
    query: str, marked: str, hint: str
) -> None:
    with pytest.raises(QueryError, match="ends before it begins") as caught:
        refuse_backwards(parse_query(query, today=TODAY), query, read)
    assert caught.value.hint == hint
    assert query[caught.value.column :] == marked


def test_a_period_of_options_or_of_a_saved_query_has_nothing_to_mark() -> None:
    where = parse_query("@x", today=TODAY, saved={"x": "since:2022 until:2018"})
    with pytest.raises(UsageError, match="ends before it begins") as caught:
        refuse_backwards(where, "@x", read)
    assert not isinstance(caught.value, QueryError)


@pytest.mark.parametrize(
    "query", ["since:2018 until:2018", "since:2022 OR until:2018", "since:2018-06 until:2018"]
)
def test_other_periods_stand(query: str) -> None:
    refuse_backwards(parse_query(query, today=TODAY), query, read)

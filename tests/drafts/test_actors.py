"""Actors and places as news writes them."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.actors import named, people, place_in
from timeline.drafts.proposals import propose


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("US and UK envoys met NATO officials", ["United States", "United Kingdom", "NATO"]),
        (
            "Deputy Minister of Foreign Affairs of the Russian Federation Oleg Petrov",
            ["Russia", "Oleg Petrov"],
        ),
        ("Ambassador of India to Malta Bala Venkatesh Varma", ["India", "Malta", "Bala Venkatesh Varma"]),
        ("the envoy Anna Borg", ["Anna Borg"]),
        ("The Council met", []),
        ("General Motors named a chief", []),
        ("the European Union and the UN Security Council", ["European Union", "UN Security Council"]),
    ],
)
def test_actors_are_found(text: str, names: list[str]) -> None:
    assert [actor.name for actor in named(text)] == names


def test_people_stand_where_they_are_said_to() -> None:
    text = "Prime Minister Anna Borg's visit to President of Malta Carlo Rossi"
    found = [(person.name, text[person.start : person.end]) for person in people(text)]
    assert found == [("Anna Borg", "Anna Borg"), ("Carlo Rossi", "Carlo Rossi")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("in World War II", ""),
        ("at the Ambassador's request", ""),
        ("in Moscow's Red Square", "Moscow"),
        ("in NATO", ""),
        ("at Crans-Montana", "Crans-Montana"),
    ],
)
def test_a_place_is_a_place(text: str, place: str) -> None:
    assert place_in(text) == place


def test_short_names_stand_for_those_told_in_full() -> None:
    text = (
        "OSLO, May 6, 2021 (NPA) — The UN Security Council met President Anna Borg on Thursday. "
        "The Council and Borg will meet on Friday."
    )
    last = propose(text, today=days_from_civil(2021, 5, 7)).proposals[-1]
    assert {"UN Security Council", "Anna Borg"} <= set(last.event.actors)
    assert not {"Council", "Borg"} & set(last.event.actors)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("NATO Secretary-General Anna Berg praised both sides.", ["NATO", "Anna Berg"]),
        ("UN High Commissioner Filippo Grandi spoke.", ["UN", "Filippo Grandi"]),
        # A state's word in another name is not the state.
        ("The Washington summit of both sides failed.", []),
        ("Parties of Northern Ireland met.", []),
        ("The former Soviet republics met.", []),
        ("Former Japanese Prime Minister Taro Abe spoke.", ["Japan", "Taro Abe"]),
    ],
)
def test_a_name_is_taken_whole_and_of_a_body_the_letters(text: str, names: list[str]) -> None:
    assert [actor.name for actor in named(text)] == names


def test_the_state_of_the_sentence_before_is_carried_only_where_that_goes_on() -> None:
    text = "ROME, May 6, 2021 (NPA) — Malta expelled two envoys on Monday. {} on Tuesday."
    carried, alone = (
        propose(text.format(words), today=days_from_civil(2021, 5, 7)).proposals[-1].event.actors
        for words in ("It closed its port", "Monitors counted ten ships")
    )
    assert carried == ("Malta",)
    assert "Malta" not in alone

"""For whom people act is what the text said of them first, whatever a table or a later sentence might say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import days_from_civil
from timeline.drafts.abbreviations import spelled_out
from timeline.drafts.introduced import introduced
from timeline.drafts.name_parts import stands_for_a_place
from timeline.drafts.party_words import is_party
from timeline.drafts.proposals import propose

TODAY = days_from_civil(2021, 5, 7)


def actors(*sentences: str) -> set[str]:
    """Who takes part in the last event that the sentences tell."""
    text = " ".join(("VIENNA, May 6, 2021 (NPA) -", *sentences))
    return set(propose(text, today=TODAY).proposals[-1].event.actors)


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("Maltese Foreign Minister Anna Borg spoke.", ["Malta"]),
        ("Malta's foreign minister, Anna Borg, spoke.", ["Malta"]),
        ("The Minister for Foreign Affairs of Malta, Anna Borg, spoke.", ["Malta"]),
        ("The visiting EU foreign policy chief Anna Borg spoke.", ["European Union"]),
        ("The U.N. special representative for Chad, Anna Borg, spoke.", ["United Nations"]),
        ("He called on Malta's top diplomat, Anna Borg, on Monday.", ["Malta"]),
        ("The Council President, Anna Borg (Malta), spoke.", ["Malta"]),
        ("The Executive Director of the United Nations Environment Programme (UNEP), Anna Borg, spoke.", ["UNEP"]),
        # An office behind "and" is of the same state, unless it is the same office.
        ("Maltese Foreign Minister Anna Borg and Defense Minister Jan Berg spoke.", ["Malta", "Malta"]),
        ("Maltese President Anna Borg and President Jan Berg spoke.", ["Malta", ""]),
        ("Malta spoke. President Anna Borg left.", [""]),
    ],
)  # fmt: skip
def test_people_act_for_whom_their_office_says(sentence: str, of: list[str]) -> None:
    assert [one.of for one in introduced(sentence)] == of


def test_who_joins_somebody_known_is_of_their_state() -> None:
    assert [one.of for one in introduced("Borg and Defense Minister Jan Berg spoke.", {"Borg": "Malta"})] == [
        "Malta"
    ]


@pytest.mark.parametrize(
    ("later", "names"),
    [
        ("Borg met Libyan envoys on Tuesday.", {"Malta", "Anna Borg", "Libya"}),
        ("Minister Borg met Libyan envoys on Tuesday.", {"Malta", "Anna Borg", "Libya"}),
        ("She met Libyan envoys on Tuesday.", {"Malta", "Anna Borg", "Libya"}),
        ("Libyan envoys met Carlo Borg on Tuesday.", {"Libya"}),  # another of that name
    ],
)
def test_who_was_introduced_brings_their_state(later: str, names: set[str]) -> None:
    assert actors("Maltese Foreign Minister Anna Borg resigned on Monday.", later) == names


def test_a_brother_is_somebody_else() -> None:
    told = "Chadian President Adam Hamdan Nour resigned on Monday."
    assert actors(told, "Libyan envoys met Carlo Hamdan Nour on Tuesday.") == {"Libya"}
    assert actors(told, "Libyan envoys met Adam Hamdan Nour on Tuesday.") == {
        "Libya",
        "Chad",
        "Adam Hamdan Nour",
    }


def test_a_family_name_may_stand_first() -> None:
    told = "Chinese President Li Mingzhe resigned on Monday."
    assert actors(told, "On Tuesday, Li met envoys from Chad.") >= {"China", "Li Mingzhe"}


@pytest.mark.parametrize(
    ("short", "text", "name"),
    [
        ("RSF", "the army and the Rapid Support Forces", "Rapid Support Forces"),
        ("JEM", "the Justice and Equality Movement (JEM)", "Justice and Equality Movement"),
        ("JEM", "the Justice and Equality Movement", ""),  # nothing says that this is a body
        ("AU", "the African Union (AU)", "African Union"),
        ("US", "a wreath at the Tomb of the Unknown Soldier", ""),
        ("DRC", "the Democratic Republic of the Congo (DRC)", "Democratic Republic of the Congo"),
        ("RAA", "a Reciprocal Access Agreement (RAA)", ""),
    ],
)
def test_an_abbreviation_is_what_the_text_calls_so(short: str, text: str, name: str) -> None:
    assert spelled_out(short, text) == name


@given(
    st.lists(
        st.sampled_from(
            [
                "Rapid",
                "Support",
                "Forces",
                "Union",
                "of",
                "the",
                "and",
                "(RSF)",
                "(SF)",
                "McDonald",
                "S",
                "met,",
            ]
        ),
        max_size=20,
    ).map(" ".join),
    st.sampled_from(("RSF", "SF", "RS", "RSFU")),
    st.integers(0, 140),
)
def test_an_abbreviation_is_what_the_text_said_up_to_a_place(text: str, short: str, end: int) -> None:
    assert spelled_out(short, text, min(end, len(text))) == spelled_out(short, text[:end])


def test_the_texts_own_abbreviation_wins_over_the_table() -> None:
    told = "The army and the Rapid Support Forces signed a truce on Monday."
    assert actors(told, "RSF leader Adam Nour left Chad on Tuesday.") >= {"Rapid Support Forces", "Adam Nour"}
    assert actors("RSF praised Chad on Tuesday.") == {"Reporters Without Borders", "Chad"}


def test_the_council_of_another_house_is_not_the_one_told_before() -> None:
    told = "The UN Security Council met on Monday."
    assert actors(told, "The Federation Council met on Tuesday.") == {"Russia"}
    assert actors(told, "The Council met on Tuesday.") == {"UN Security Council"}


@pytest.mark.parametrize(
    ("before", "after", "placed"),
    [
        ("Borg visited ", " in May", False),
        ("Borg visited ", " for a summit on water", True),
        ("Borg arrived in ", ".", False),
        ("Chad recalled its ambassador from ", ".", False),
        ("Chad reopened its embassy in ", ".", False),
        ("Chad's delegation held talks in ", ".", True),
        ("the UN mission in ", ".", True),
    ],
)
def test_a_capital_is_its_state_where_an_act_is_towards_it(before: str, after: str, *, placed: bool) -> None:
    assert stands_for_a_place(before, after, capital=True) == placed


def test_a_capital_is_known_without_its_accents() -> None:
    assert is_party("Chisinau")
    assert is_party("Chișinău")

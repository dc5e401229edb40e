"""Actors under two names are found, and different actors are left alone."""

import pytest
from checked import codes, found
from hypothesis import given
from hypothesis import strategies as st

from timeline.checks.names import _is_misspelt, _shortenings


def _actors(*names: str) -> str:
    return "".join(
        f'- {{date: {1900 + at}, title: "No. {at} of {name}", actors: ["{name}"]}}\n'
        for at, name in enumerate(names)
    )


@pytest.mark.parametrize(
    "names",
    [
        ("Russia", "Russian Federation"),
        ("Japan", "JPN"),
        ("São Tomé", "Sao Tome"),
        ("The Kuril League", "Kuril League"),
        ("Foreign Ministry", "Foreign Ministy"),
        ("Russia", "Rusisa"),
        ("Kazakhstan", "Kazakstan"),
    ],
)
def test_two_spellings_of_one(names: tuple[str, str]) -> None:
    assert codes(_actors(*names)) == ["2 W410"]


@pytest.mark.parametrize(
    "names",
    [
        *(
            ("Iran", "Iraq"),
            ("Austria", "Australia"),
            ("Niger", "Nigeria"),
            ("Slovakia", "Slovenia"),
            ("North Korea", "South Korea"),
        ),
        *(
            ("Russia", "Soviet Union"),
            ("Brigade 1", "Brigade 2"),
            ("Japan", "Japanese Foreign Ministry"),
            ("Oman", "Omani"),
        ),
        *(("Guinea", "Guinea-Bissau"), ("WTO", "WHO"), ("Group of 7", "Group of 8")),
    ],
)
def test_two_who_are_two(names: tuple[str, str]) -> None:
    assert codes(_actors(*names)) == []


def test_the_rarer_spelling_is_told_once_where_it_first_stands() -> None:
    (one,) = found(_actors("Russian Federation", "Russia", "Russian Federation", "Russia", "Russia"))
    assert one.line == 1
    assert (
        one.message == 'actor "Russian Federation" (2 times) looks like "Russia" (3 times): both are Russia'
    )


@given(
    st.text(alphabet="abé1 ", min_size=6, max_size=20),
    st.integers(0, 20),
    st.sampled_from(("", "a", "b", "é", "1", " ", "ab")),
    st.integers(0, 2),
)
def test_names_a_slip_apart_are_neighbours(name: str, at: int, put_in: str, taken_out: int) -> None:
    other = name[:at] + put_in + name[at + taken_out :]
    for near in (other, name[:at] + name[at : at + 2][::-1] + name[at + 2 :]):
        one, two = (" ".join(text.split()) for text in (name, near))  # as names are held against each other
        if _is_misspelt(one, two):
            assert _shortenings(one) & _shortenings(two)

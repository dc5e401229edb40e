"""What letters tell of how far texts are apart is never more than they are."""

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.checks.letters import Letters
from timeline.checks.twins import _common

LETTERS = "ab cétzаяЖ平1Q"
texts = st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=40), min_size=2, max_size=30)


def _distance(text: str, other: str) -> int:
    """How many letters are taken out and put in to make one text of the other."""
    return len(text) + len(other) - 2 * _common(text, other)


@given(texts)
@example(["a" * 150, "a" * 149 + "A"])
def test_letters_tell_no_more_than_the_distance(texts: list[str]) -> None:
    letters = Letters(texts)
    for at, text in enumerate(texts):
        for other, its in enumerate(texts):
            assert letters.apart(at, other) <= _distance(text, its)


@given(texts, st.integers(0, 30))
def test_of_many_none_is_passed_over_that_is_near(texts: list[str], most: int) -> None:
    letters = Letters(texts)
    for at, text in enumerate(texts):
        near = letters.near(at, 0, len(texts), most)
        assert {other for other, its in enumerate(texts) if _distance(text, its) <= most} <= {*near}


def test_of_many_most_are_passed_over_that_are_far() -> None:
    texts = [
        f"{word} in {town}" for word in ("talks", "treaty", "protest") for town in ("Rome", "Vienna", "Oslo")
    ]
    assert Letters(texts).near(0, 0, len(texts), 3) == [0]


def test_equal_texts_are_near_however_long() -> None:
    texts = ["talks " * 200, "b", "talks " * 200, *"cdefghij"]
    letters = Letters(texts)
    assert letters.apart(0, 2) == 0
    assert {0, 2} <= {*letters.near(0, 0, len(texts), 0)}

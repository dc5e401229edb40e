"""Sentences end where they end, and nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.drafts.sentences import GAP, LONGEST, sentences


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("They met. They left.", ["They met.", "They left."]),
        ("Mr. Abe met Gen. Ivanov on Feb. 7. He left.", ["Mr. Abe met Gen. Ivanov on Feb. 7.", "He left."]),
        ("J. F. Kennedy spoke. The U.S. envoy left.", ["J. F. Kennedy spoke.", "The U.S. envoy left."]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("A headline\n\nA text.", ["A headline", "A text."]),
        ("It rose by 2.5 percent. So it is.", ["It rose by 2.5 percent.", "So it is."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == pieces


@given(st.text(alphabet='aB.!? \n"”1', max_size=300))
def test_sentences_are_in_order_apart_and_bare(text: str) -> None:
    last = 0
    for start, end in sentences(text):
        assert last <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        last = end
    assert all(char.isspace() for char in _outside(text))


def _outside(text: str) -> str:
    kept = list(text)
    for start, end in sentences(text):
        kept[start:end] = [" "] * (end - start)
    return "".join(kept)


def test_what_never_ends_is_cut() -> None:
    pieces = list(sentences("word " * 2000))
    assert max(end - start for start, end in pieces) <= LONGEST


@pytest.mark.parametrize(
    "text",
    [
        "It began at 9:00 a.m. Beijing time on Sunday.",
        "They met at 3 p.m. Friday.",
        "It ended at 5 p.m. EDT on May 6.",
    ],
)
def test_a_time_of_day_ends_no_sentence(text: str) -> None:
    assert list(sentences(text)) == [(0, len(text))]


@given(
    st.lists(
        st.sampled_from(["word", " ", "\n", "\t", ". ", " " * 19, " " * 25, "x" * 1500, "A.", '"']),
        max_size=30,
    )
)
def test_what_patterns_are_tried_on_is_bounded(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = [text[start:end] for start, end in sentences(text)]
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(len(sentence) <= LONGEST and not re.search(rf"\s{{{GAP},}}", sentence) for sentence in found)

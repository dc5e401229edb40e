"""What is proposed of the invented stories is worth accepting: the floors are what was measured, and only rise."""

import pytest
from drafts.stories import good_title, judge, read_stories

# Precision gave way once, for the verbs beside the dated one: some of those are events that these stories do not record.
FLOORS: dict[str, dict[str, float]] = {
    "seen": {
        "recall": 93,
        "precision": 96,
        "dates": 100,
        "titles": 98,
        "actors precision": 97,
        "actors recall": 98,
        "acceptable unedited": 89,
    },
    "scored": {
        "recall": 97,
        "precision": 91,
        "dates": 98,
        "titles": 98,
        "actors precision": 96,
        "actors recall": 95,
        "acceptable unedited": 89,
    },
    "dense": {
        "recall": 96,
        "precision": 89,
        "dates": 98,
        "titles": 90,
        "actors precision": 80,
        "actors recall": 85,
        "acceptable unedited": 63,
    },
}


@pytest.mark.parametrize("part", ["seen", "scored"])
def test_there_are_twenty_of_each(part: str) -> None:
    assert len(read_stories(part)) == 20


@pytest.mark.parametrize("part", FLOORS)
def test_proposals_are_no_worse_than_they_were(part: str) -> None:
    shares = judge(read_stories(part)).shares()
    assert {name: share for name, share in shares.items() if share < FLOORS[part][name]} == {}, shares


@pytest.mark.parametrize(
    "title",
    [
        "In speech",
        "He rejected the offer",
        "Iran rejected",
        "The offer Iran rejected",
        "Iran rejected the offer of",
        "",
    ],
)
def test_a_title_that_lacks_a_head_or_dangles_is_not_good(title: str) -> None:
    assert not good_title(title, "Iran rejected offer")


@pytest.mark.parametrize("title", ["Iran rejected the offer", "Iran’s rivals: Iran rejected offer of talks…"])
def test_a_title_with_its_heads_in_order_is_good(title: str) -> None:
    assert good_title(title, "Iran rejected offer")

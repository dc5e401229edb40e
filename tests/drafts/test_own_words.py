"""Titles that keep the subject, the verb and the object of their clause, where much stands between them."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.proposals import propose

DAY = days_from_civil(2021, 5, 6)  # a Thursday


def titles(sentence: str) -> list[str]:
    drafted = propose(sentence, dateline=DAY, narrative=False)
    return [one.event.title for one in drafted.proposals]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Malta mourned the victims of a bus bombing at a naval school in Gozo that killed nine people in May 2012.", "Bus bombing at naval school in Gozo killed nine people"),
        ("Malta praised the treaty between Peru and Chile that ended the dispute in 2012.", "Treaty between Peru and Chile ended dispute"),
        ("The council said Malta must free Deputy Minister Carlo Rossi, who was put under house arrest on 26 March.", "Deputy Minister Carlo Rossi was put under house arrest"),
        ("Malta and Peru agreed to set up a joint office, which will open its doors in September.", "Joint office will open its doors"),
    ],
)  # fmt: skip
def test_a_relative_clause_tells_of_the_noun_it_belongs_to(sentence: str, title: str) -> None:
    assert title in titles(sentence)

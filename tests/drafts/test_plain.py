"""Drafts of articles in French and Russian: each date of a sentence is an event in the sentence's own words."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.drafts.proposals import propose
from timeline.drafts.quoting import find_quote
from timeline.drafts.shortening import TITLE_WORDS

DAY = days_from_civil(2023, 2, 10)  # a Friday
FRENCH = "Il l'a dit. "
RUSSIAN = "Он об этом и сказал. "


def events(text: str, known: dict[str, str] | None = None) -> list[tuple[str, str]]:
    drafted = propose(text, dateline=DAY, known=known or {})
    return [(str(proposal.event.date), proposal.event.title) for proposal in drafted.proposals]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FRENCH + "Le Japon a protesté mardi.", [("2023-02-07", "Le Japon a protesté mardi")]),
        (RUSSIAN + "Япония выразила протест во вторник.", [("2023-02-07", "Япония выразила протест во вторник")]),
        # A short sentence is told whole, of each of its dates.
        (
            "Le ministre est arrivé mercredi et rencontrera le président lundi.",
            [
                ("2023-02-08", "Le ministre est arrivé mercredi et rencontrera le président lundi"),
                ("2023-02-13", "Le ministre est arrivé mercredi et rencontrera le président lundi"),
            ],
        ),
        # A long one is cut between its marks, and the cut is shown.
        (
            "L'accord sur les visas, proposé par la Lituanie en 2019, remplace celui que les deux pays avaient signé en juin 1998.",
            [
                ("2019", "L'accord sur les visas, proposé par la Lituanie en 2019"),
                ("1998-06", "…remplace celui que les deux pays avaient signé en juin 1998"),
            ],
        ),
        (
            "В марте 2022 года министерство объявило, что страна прекращает переговоры о мирном договоре с соседями из-за санкций.",
            [("2022-03", "В марте 2022 года министерство объявило, что страна прекращает переговоры о мирном договоре с соседями из-за…")],
        ),
        # What looks ahead without an end dates nothing yet.
        (FRENCH + "Le traité reste en vigueur jusqu'en 2030.", []),
    ],
)  # fmt: skip
def test_each_date_is_an_event_in_the_words_of_its_sentence(text: str, found: list[tuple[str, str]]) -> None:
    assert events(text) == found


def test_quotes_stand_in_the_text_and_are_not_too_long() -> None:
    text = (
        "PARIS, 10 février (AFP) - Le ministre, "
        + "qui parlait à ses hôtes, " * 30
        + "a promis jeudi une réponse. "
    )
    for proposal in propose(text, dateline=DAY).proposals:
        quote = proposal.event.sources[0].quote
        assert find_quote(text, quote)
        assert "jeudi" in quote
        assert len(quote) <= 260
        assert len(proposal.event.title.split()) <= TITLE_WORDS
        assert proposal.event.status == "draft"
        assert proposal.event.kind == ""  # no list of English verbs is asked


def test_actors_are_those_that_the_collection_or_the_table_of_states_names() -> None:
    text = "Le 7 février, le Portugal et la Chancellerie ont signé à Paris, et en Iran, un accord."
    (proposal,) = propose(text, dateline=DAY, known={"Chancellerie": "Ministry of Foreign Affairs"}).proposals
    assert proposal.event.actors == ("Portugal", "Ministry of Foreign Affairs")


def test_a_day_by_another_calendar_keeps_its_words() -> None:
    (proposal,) = propose(
        "They signed it on 26 January 1855 O.S. in Shimoda.", dateline=DAY, narrative=True
    ).proposals
    assert proposal.event.date == EventDate("1855-02-07")
    assert proposal.event.date_as_written == "26 January 1855 O.S."

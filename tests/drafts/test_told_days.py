"""Days that a text tells by more than their number: anniversaries, Old Style, a number alone; and houses that are no year."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.article import mentions

DATELINE = days_from_civil(2023, 2, 10)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two years ago today the army seized power.", [("Two years ago today", "2021-02-10")]),
        ("A year ago today the embassy closed.", [("A year ago today", "2022-02-10")]),
        ("Ten days ago today they met.", [("Ten days ago today", "2023-01-31")]),
        ("Two years ago the army seized power.", [("Two years ago", "2021")]),
        ("William landed on 5 November 1688 O.S. and marched.", [("5 November 1688 O.S.", "1688-11-15")]),
        (
            "It was signed on January 26, 1855 (O.S.), in Shimoda.",
            [("January 26, 1855 (O.S.)", "1855-02-07")],
        ),
        ("The tsar abdicated on 2 March 1917 Old Style.", [("2 March 1917 Old Style", "1917-03-15")]),
        ("The tsar abdicated on 2 March 1917 in style.", [("2 March 1917", "1917-03-02")]),
        ("They resumed on the 11th.", [("the 11th", "2023-01-11")]),
        ("They resumed on the 8th.", [("the 8th", "2023-02-08")]),
        ("They will resume on the 9th.", [("the 9th", "2023-03-09")]),
        ("They will resume on the 20th.", [("the 20th", "2023-02-20")]),
        ("He spoke at 1600 Pennsylvania Avenue on Tuesday.", [("Tuesday", "2023-02-07")]),
        ("He moved to 1700 Martin Luther King Street.", []),
        ("He moved to Paris in 1700, Street by Street.", [("1700", "1700")]),
        ("He came to Rome in 1600 and stayed.", [("1600", "1600")]),
    ],
)
def test_a_day_is_what_the_words_beside_it_say(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.text, one.edtf) for one in mentions(text, dateline=DATELINE)] == told


@pytest.mark.parametrize("number", range(1, 29))
def test_the_past_never_lies_ahead_of_the_dateline(number: int) -> None:
    (one,) = mentions(f"The talks were resumed on the {number}th.", dateline=DATELINE)
    assert one.edtf is not None
    assert one.edtf <= "2023-02-10"


@pytest.mark.parametrize(
    "text",
    [
        "1 day and a half 2 fortnights before 2023-02-10",
        "3 fortnights before March 2022",
        "the second fortnight of March 2022",
        "the first hour of 2022",
    ],
)
def test_every_unit_has_its_size(text: str) -> None:
    assert mentions(text, dateline=DATELINE)

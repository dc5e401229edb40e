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
        ("Signed on January 26 (February 7), 1855.", [("January 26 (February 7), 1855", "1855-02-07")]),
        ("It was signed on 19-Nov-12.", [("19-Nov-12", "2012-11-19")]),
        ("On this day in 1945 it was taken.", [("this day in 1945", "1945-02-10")]),
        ("It began on the 9th.", [("the 9th", "2023-02-09")]),
        ("They agreed on April 2.", [("April 2", "2022-04-02")]),
        ("They agreed to meet on April 2.", [("April 2", "2023-04-02")]),
        ("The law was proposed in December.", [("December", "2022-12")]),
        (
            "They met in the week of 3 May 2021.",
            [("the week of 3 May 2021", "[2021-05-03..2021-05-09]")],
        ),
        (
            "On the night of 13–14 February 1945 it burned.",
            [("the night of 13–14 February 1945", "[1945-02-13..1945-02-14]")],
        ),
        (
            "It was found on 3/4 May 2021.",
            [("3", "[2021-05-03,2021-05-04]"), ("4 May 2021", "[2021-05-03,2021-05-04]")],
        ),
        # What is agreed to be done lies ahead of that; what is only reached or refused does not.
        ("They agreed on Monday to resume talks in March.", [("Monday", "2023-02-06"), ("March", "2023-03")]),
        ("They failed on Monday to agree in March.", [("Monday", "2023-02-06"), ("March", "2022-03")]),
        ("They agreed to the terms in March.", [("March", "2022-03")]),
        ("It was written in 1648/9.", []),
        ("It was printed in 1441 AH.", [("1441 AH", "[2019-08-31..2020-08-20]")]),
        ("Prices fell in the second half of the 1990s.", [("the second half of the 1990s", "[1995..1999]")]),
        ("It stood in the 1st century BC.", [("the 1st century BC", "[-0099..0000]")]),
        ("It stood in the 2nd millennium BC.", [("the 2nd millennium BC", "-1XXX")]),
        ("The picture is from March 2018.", [("March 2018", "2018-03")]),
        ("It was built in nineteen ninety-one.", [("nineteen ninety-one", "1991")]),
        ("Theresa May met April Smith of Sun Microsystems at Spring Street.", []),
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

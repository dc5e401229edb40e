"""What a source calls a date stands beside it where it says it otherwise, and never says it twice."""

import pytest
from hypothesis import given
from strategies import dates

from timeline.dates.event_date import EventDate
from timeline.dates.wording import wording
from timeline.dates.written import written_beside


@given(dates().map(EventDate.parse))
def test_a_date_is_never_said_twice(date: EventDate) -> None:
    for said in (wording(date), date.text, wording(date).upper()):
        assert written_beside(date, said) == ""


@pytest.mark.parametrize(
    ("date", "words", "told"),
    [
        ("1855-02-07", "26 January 1855 O.S.", True),
        ("1855-02-07", "7 February 1855 N.S.", True),
        ("1855-02-07", "Feb. 7th, 1855", False),
        ("1855-02-07", "07 FEBRUARY 1855", False),
        ("1855-02-07", "7 February 1855 ?", True),
        ("1950~", "circa 1950", False),
        ("1950~", "1950", True),
        ("2018?", "2018", True),
        ("2018", "2018?", True),
        ("1917-11-07", "25 октября 1917", True),
        ("1855", " \n", False),
        ("1855", "?", True),
    ],
)
def test_what_is_otherwise_is_told(date: str, words: str, told: bool) -> None:
    assert written_beside(EventDate(date), words) == (f" ({words})" if told else "")

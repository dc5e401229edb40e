"""What all values of time share: they are made whole, never change, and every reason has words."""

import pytest

from timeline.said.values import Fields, Length, Number
from timeline.said.why import Coarser, Converted, Leant, Measured, Moved, Took, Unanchored, Why, because
from timeline.said.written import meant_hint


def test_a_value_has_the_fields_of_its_class_and_no_others() -> None:
    with pytest.raises(TypeError, match="Number has the fields"):
        Number()  # type: ignore[call-arg]  # what is tested
    with pytest.raises(TypeError, match="Fields has the fields"):
        Fields(week=3)  # type: ignore[call-arg]  # what is tested
    with pytest.raises(TypeError, match="Length has the fields"):
        Length(count=2, unit="day").but(size=3)


def test_a_value_does_not_change() -> None:
    value = Number(number=3)
    with pytest.raises(AttributeError, match="does not change: number"):
        value.number = 4  # type: ignore[misc]  # what is tested
    assert value.but(number=4) == Number(number=4) != value


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Converted(calendar="Julian"), "by the Julian calendar"),
        (Coarser(words="early March"), 'an interval cannot begin or end with "early March"'),
        (Took(what="year"), "its year is the likeliest"),
        (Moved(count=None, unit="day", on="told"), "nobody counted the days from the date told last"),
        (Moved(count=0, unit="month", on="dateline"), "the month of the dateline"),
        (Moved(count=-2, unit="week", on="day"), "2 weeks before the day told in full"),
        (Leant(kind="month", lean="week after", on="told"), "the month of the week after the date told last"),
        (Unanchored(wants="date"), "there is no date to lean on"),
        (Measured(kind="fiscal"), "fiscal year, which begins when its country says"),
    ],
)
def test_every_reason_has_words(why: Why, words: str) -> None:
    assert because([why]) == words


def test_a_hint_is_given_only_where_the_text_says_all_of_a_date() -> None:
    assert [meant_hint(text) for text in ("soon", "7 Feb", "next Friday", "3/21/2022")] == [
        *[None] * 3,
        'write "2022-03-21"',
    ]

"""The gold articles in other languages than English, read with the datelines that a reader gave them."""

import pytest
from drafts.gold_articles import IN_OTHER_LANGUAGES, Gold

from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period
from timeline.said.running import expressions
from timeline.said.story import Story

WHOLE = ("ru",)  # the languages whose every article is read as it should be
to_come = pytest.mark.xfail(reason="not every expression of it is read yet", strict=False)


@pytest.mark.parametrize(
    "gold",
    [pytest.param(gold, marks=() if gold.language in WHOLE else to_come) for gold in IN_OTHER_LANGUAGES],
    ids=lambda gold: f"{gold.language} {gold.name}",
)
def test_every_expression_is_understood(gold: Gold) -> None:
    day = None if gold.dateline is None else EventDate.parse(gold.dateline).first_day
    story = Story(dateline=None if day is None else Period("day", day), narrative=gold.narrative)
    found = [
        (
            one.start,
            one.end,
            gold.text[one.start : one.end],
            timex.type,
            timex.value,
            timex.mod,
            one.reading.edtf,
        )
        for one in expressions(gold.text, gold.language, story)
        if (timex := one.reading.timex)
    ]
    assert found == list(gold.mentions)

"""Running text whose days and months are Julian where they name no calendar."""

import pytest

from timeline.dates.periods import Period
from timeline.said.running import expressions
from timeline.said.story import Habits, Story
from timeline.said.why import Converted

HERE = Period.day(1917, 11, 10)
JULIAN = Habits(calendar="julian")


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "They signed it on 26 January 1855 in Shimoda.", "1855-02-07"),
        ("en", "They signed it on Wednesday, 26 January 1855.", "1855-02-07"),
        ("en", "The palace fell on 25 October.", "1917-11-07"),
        ("en", "The palace fell on the 25th.", "1917-11-07"),
        ("en", "It ended last March.", "[1917-03-14..1917-04-13]"),
        ("en", "He spoke last Christmas.", "1917-01-07"),
        ("en", "They met in January 1855.", "[1855-01-13..1855-02-12]"),
        ("en", "They met in early March 1855.", "[1855-03-13..1855-03-22]"),
        ("en", "They had met before January 1855.", "[..1855-01-12]"),
        ("en", "They have met since March 1855.", "1855-03-13/.."),
        ("en", "They met from 1 to 3 May 1855.", "1855-05-13/1855-05-15"),
        ("fr", "Ils ont signé le 26 janvier 1855.", "1855-02-07"),
        ("ru", "Договор подписали 26 января 1855 г. в Симоде.", "1855-02-07"),
    ],
)
def test_days_and_months_are_converted_and_the_reason_says_so(language: str, text: str, edtf: str) -> None:
    story = Story(dateline=HERE, narrative=False, habits=JULIAN)
    found = list(expressions(text, language, story))
    assert {one.reading.edtf for one in found} == {edtf}
    assert all(Converted(calendar="Julian") in one.reading.whys for one in found)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They signed it on 7 February 1855 (N.S.) in Shimoda.", "1855-02-07"),
        ("It was signed in 1855.", "1855"),
        ("He fled yesterday.", "1917-11-09"),
        ("It was signed on 26 January (7 February), 1855.", "1855-02-07"),
    ],
)
def test_what_names_its_calendar_or_counts_from_the_dateline_is_ours(text: str, edtf: str) -> None:
    (one,) = expressions(text, "en", Story(dateline=HERE, narrative=False, habits=JULIAN))
    assert one.reading.edtf == edtf

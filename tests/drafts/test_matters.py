"""To whose talks, agreement or truce a text refers that names nobody with it again."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.proposals import propose

DATELINE = "OSLO, May 6, 2021 (NPA) - "


def actors(text: str) -> set[str]:
    return set(propose(DATELINE + text, today=days_from_civil(2021, 5, 7)).proposals[-1].event.actors)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Chad and Mali signed an accord on Monday. The agreement will take effect on June 1.",
            {"Chad", "Mali"},
        ),
        ("Chad and Mali agreed to a truce on Monday. The cease-fire will begin on June 1.", {"Chad", "Mali"}),
        ("Chad and Mali opened talks. It rained. Negotiations resumed on Wednesday.", {"Chad", "Mali"}),
        ("Chad and Mali agreed that talks would resume on June 1.", {"Chad", "Mali"}),
        # Told with both by a plural, which is read in its turn.
        (
            "Chad and Mali met on Monday. The two sides opened talks on Tuesday. The talks ended on Wednesday.",
            {"Chad", "Mali"},
        ),
        # Another matter, and a new one.
        ("Chad and Mali signed an accord on Monday. The truce will begin on June 1.", set()),
        ("Chad and Mali signed an accord on Monday. A new agreement was signed on Tuesday.", set()),
        # Who proposed or brokered it is no party to it.
        (
            "Soldiers accepted a truce brokered by Chad and Mali on Monday. The truce will begin on June 1.",
            set(),
        ),
    ],
)
def test_a_matter_told_again_is_of_those_it_was_told_with(text: str, names: set[str]) -> None:
    assert actors(text) == names


def test_the_reason_says_that_the_parties_were_told_before() -> None:
    text = f"{DATELINE}Chad and Mali opened talks. Negotiations resumed on Wednesday."
    told = propose(text, today=days_from_civil(2021, 5, 7)).proposals[-1]
    assert "of Chad and Mali, with whom it was told before" in told.reason

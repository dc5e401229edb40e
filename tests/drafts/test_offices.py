"""Whose state an office is that a text names without one."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.offices import home_of
from timeline.drafts.proposals import Drafted, propose

LEAD = "OSLO, May 6, 2021 (NPA) - Norway closed its border with Chad on Monday. "


def drafted(text: str) -> Drafted:
    return propose(text, today=days_from_civil(2021, 5, 7))


def actors(text: str) -> set[str]:
    return set(drafted(text).proposals[-1].event.actors)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Foreign Minister Anna Borg and her Chadian counterpart met on Tuesday.", {"Norway", "Chad", "Anna Borg"}),
        ("Prime Minister Anna Borg welcomed the step on Tuesday.", {"Norway", "Anna Borg"}),
        # Norway has a king; Chad's president is as near as nobody.
        ("President Anna Borg welcomed the step on Tuesday.", {"Anna Borg"}),
        # Whom somebody of Norway received may be of another state.
        ("Norwegian Prime Minister Carlo Rossi saw Foreign Minister Anna Borg on Tuesday.", {"Norway", "Carlo Rossi", "Anna Borg"}),
        # The sentence before tells of Chad first.
        ("Chad recalled its envoy. Foreign Minister Anna Borg resigned on Tuesday.", {"Anna Borg"}),
        # No state has two foreign ministers.
        (
            "Norwegian Foreign Minister Carlo Rossi resigned. Foreign Minister Anna Borg welcomed it on Tuesday.",
            {"Anna Borg"},
        ),
    ],
)  # fmt: skip
def test_an_office_without_a_state_is_of_the_one_that_the_text_settles(text: str, names: set[str]) -> None:
    assert actors(LEAD + text) == names


def test_who_is_met_is_of_the_other_state_that_the_text_opened_with() -> None:
    text = (
        LEAD
        + "Norwegian Prime Minister Carlo Rossi spoke on Sunday. Rossi met President Anna Borg on Tuesday."
    )
    assert actors(text) == {"Norway", "Chad", "Carlo Rossi", "Anna Borg"}


def test_elsewhere_an_office_is_of_the_only_state_spoken_of() -> None:
    text = (
        "RIGA, May 6, 2021 (Reuters) - Chad closed its border on Monday. President Anna Borg left on Tuesday."
    )
    assert actors(text) == {"Chad", "Anna Borg"}


@pytest.mark.parametrize(("agency", "names"), [("AP", {"Anna Borg"}), ("Reuters", {"Chad", "Anna Borg"})])
def test_the_american_press_tells_of_a_president_without_his_state(agency: str, names: set[str]) -> None:
    text = (
        f"N'DJAMENA, Chad, May 6, 2021 ({agency}) - Chad closed its border with the United States on Monday. "
        "President Anna Borg welcomed it on Tuesday."
    )
    assert actors(text) == names


def test_a_state_that_was_inferred_is_said_to_be() -> None:
    (_, told) = drafted(f"{LEAD}Prime Minister Anna Borg resigned on Tuesday.").proposals
    assert "Anna Borg taken to act for Norway" in told.reason


@pytest.mark.parametrize(
    ("place", "state"), [("NEW DELHI", "India"), ("TIJUANA, Mexico", "Mexico"), ("GENEVA", ""), ("", "")]
)
def test_a_dateline_is_at_home_at_a_capital(place: str, state: str) -> None:
    assert home_of(place) == state

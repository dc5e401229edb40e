"""What has no date of its own leans on what was told before, where its own words say so."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.proposals import propose

TODAY = days_from_civil(2023, 2, 10)


def last_date(text: str) -> str:
    (*_, last) = propose(f"VALLETTA, May 6, 2021 (NPA) — {text}", today=TODAY).proposals
    return str(last.event.date)


MET = "President Anna Borg of Malta met President Luca Neri of Italy on Monday."
BY_ITS_DAY = "[..2021-05-06]"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        # An occasion told before is named again.
        (f"{MET}\n\nAfter the talks, the premiers signed an accord.", "2021-05-03~"),
        (f"{MET}\n\nDuring the meeting, Borg rejected the plan.", "2021-05-03"),
        (f"{MET}\n\nMalta rejected the plan after the meeting.", "2021-05-03~"),
        ("Borg met Neri on Thursday.\n\nAfter the talks, Malta rejected the plan.", "2021-05-06"),
        ("Borg visited Rome from 1 to 3 May.\n\nDuring the visit, Malta signed an accord.", "[2021-05-01..2021-05-03]"),
        ("Borg arrived in Rome on Tuesday.\n\nOn the sidelines of the visit, Malta signed an accord.", "[2021-05-04..2021-05-06]"),
        ("Malta adopted the law on Monday.\n\nSpeaking after the vote, Italy's envoy rejected it.", "2021-05-03~"),
        # None was told, or another one.
        ("Malta closed the border on Monday.\n\nAfter the talks, Italy rejected the plan.", BY_ITS_DAY),
        (f"{MET}\n\nDuring the attack, Cyprus closed its embassy.", BY_ITS_DAY),
        # So many units behind, which nobody counted.
        ("Malta expelled two envoys on Monday. Italy closed its embassy hours later.", "[2021-05-03..2021-05-04]"),
        ("Malta expelled two envoys on April 1. Italy closed its embassy weeks later.", "[2021-04-15..2021-05-06]"),
        ("Malta expelled two envoys in June 2020. Italy closed its embassy weeks later.", "[2020-06..2020-08]"),
        ("Malta expelled two envoys in June 2020. Italy closed its embassy hours later.", "2020-06~"),
        ("Malta expelled two envoys in June 2020. Italy closed its embassy shortly afterwards.", "2020-06~"),
        ("Malta expelled two envoys in June 2020; Italy in return closed its embassy.", "2020-06~"),
        ("Malta expelled two envoys in April 2021. Italy later closed its embassy.", "[2021-04-01..2021-05-06]"),
        ("Cyprus seized a ship on Monday. Malta lodged a protest over the incident.", "2021-05-03~"),
        # Not from another paragraph, from what is still to come, nor where "had" goes further back.
        ("Malta expelled two envoys in June 2020.\n\nItaly later closed its embassy.", BY_ITS_DAY),
        ("Malta will expel two envoys on Friday. Italy closed its embassy in return.", BY_ITS_DAY),
        ("Malta expelled two envoys in June 2020. Italy had later closed its embassy.", BY_ITS_DAY),
        ("Malta expelled two envoys in June 2020. Italy closed its embassy in response to a raid.", BY_ITS_DAY),
        # Both who met, one who is named in the same sentence, and who did it "also".
        (f"{MET} The two leaders signed an accord.", "2021-05-03"),
        ("Malta expelled envoys of Italy on Monday, and Italy closed its embassy.", "2021-05-03~"),
        ("Malta expelled envoys of Italy on Monday, and Cyprus closed its embassy.", BY_ITS_DAY),
        (f"{MET}\n\nMalta also signed an accord with Cyprus.", "2021-05-03~"),
        (f"{MET}\n\nCyprus also signed an accord with Greece.", BY_ITS_DAY),
    ],
)  # fmt: skip
def test_what_has_no_date_leans_on_what_its_words_name_again(text: str, date: str) -> None:
    assert last_date(text) == date


def test_the_reason_names_the_words_and_the_date_they_lean_on() -> None:
    told = propose(
        "VALLETTA, May 6, 2021 (NPA) — Malta closed the border in June 2020. Italy closed its embassy shortly afterwards.",
        today=TODAY,
    ).proposals
    assert told[-1].reason.startswith('"shortly afterwards", of what was told of 2020-06;')


def test_an_inferred_year_stays_in_doubt() -> None:
    told = propose(
        "VALLETTA, Feb 8 (Reuters) - Borg met Neri on Monday. In March 2022 Malta left.\n\nAfter the talks, Malta signed an accord.",
        today=TODAY,
    ).proposals
    assert str(told[-1].event.date) == "2023?-02-06~"


def test_days_are_counted_from_a_day_whichever_year_was_told_since() -> None:
    assert (
        last_date("Malta left on April 4 over the vote of 2020. A day later, Italy closed its embassy.")
        == "2021-04-05"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A clause under a dated one tells a deed of its own, at the time that its conjunction says.
        ("Malta expelled two envoys on Wednesday, a day after Italy closed its embassy.", ["2021-05-05", "2021-05-04"]),
        ("Malta expelled two envoys on Wednesday, days after Italy closed its embassy.", ["2021-05-05", "[2021-04-22..2021-05-03]"]),
        ("Malta expelled two envoys in April, days after Italy closed its embassy.", ["2021-04", "2021-04~"]),
        ("Tensions soared in March when gunmen attacked police.", ["2021-03", "2021-03"]),
        ("Talks began in November 2020, when Italy expelled two envoys.", ["2020-11", "2020-11"]),
        # Which lies before it by nobody knows how long, or is said of another clause.
        ("Malta expelled two envoys on Wednesday after Italy closed its embassy.", ["2021-05-05"]),
        ("Malta closed the border on Wednesday, an envoy said, hours after Italy proposed talks.", ["2021-05-05"]),
        # What one doer did besides; what is only agreed is told by what is to be done.
        ("Malta imposed sanctions and threatened to close the border.", [BY_ITS_DAY, BY_ITS_DAY]),
        ("Malta condemned the raid and agreed to meet envoys in Rome on June 3.", [BY_ITS_DAY, "2021-06-03"]),
        ("Last month, Malta rejected the plan, and Italy abolished its agency.", ["2021-04", "2021-04~"]),
        ("Malta threatened to close the border, before lifting the ban last month.", [BY_ITS_DAY]),
    ],
)  # fmt: skip
def test_clauses_under_and_beside_a_dated_one_tell_deeds_of_their_own(text: str, told: list[str]) -> None:
    found = propose(f"VALLETTA, May 6, 2021 (NPA) — {text}", today=TODAY).proposals
    assert [str(one.event.date) for one in found] == told

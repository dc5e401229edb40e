"""Which expressions give one date together, which give none, and what is told without any."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.proposals import Drafted, propose

HEAD = "OSLO, May 6, 2021 (NPA) - "
DAY = "[..2021-05-06]"


def drafted(text: str) -> Drafted:
    return propose(HEAD + text, today=days_from_civil(2021, 5, 7))


def dates(text: str) -> list[str]:
    return [str(event.date) for event in drafted(text).events]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Malta and Italy met on April 24 and 25 in Rome.", "{2021-04-24,2021-04-25}"),
        ("Malta and Italy met on April 24 and April 26.", "{2021-04-24,2021-04-26}"),
        ("Envoys of Chad and Niger held talks on Monday and Tuesday in Lome.", "{2021-05-03,2021-05-04}"),
        ("Malta and Italy met from 24 to 25 April.", "2021-04-24/2021-04-25"),
    ],
)
def test_days_joined_by_and_are_one_event(text: str, date: str) -> None:
    assert dates(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Malta visited Rome on Monday and on Tuesday signed a pact.",
        "Malta recalled its envoy on Monday and Tuesday expelled two diplomats.",
    ],
)
def test_two_deeds_on_two_days_stay_two(text: str) -> None:
    assert dates(text) == ["2021-05-03", "2021-05-04"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The islands were cut off for nearly two years until March 2021.", "2019-03~/2021-03"),
        ("The border was closed for three months until April 2021.", "2021-01/2021-04"),
        ("The port was shut for ten days until 20 April 2021.", "2021-04-10/2021-04-20"),
        ("The port was shut until April 2021.", "../2021-04"),
        ("The port was shut for several months until April 2021.", "../2021-04"),
        ("The port was shut for two and a half years until April 2021.", "../2021-04"),
    ],
)
def test_a_length_with_its_end_is_an_interval(text: str, date: str) -> None:
    assert dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Malta and Italy signed a pact that obliges both to open the port by the end of the year.", DAY),
        ("Malta and Italy signed a pact that requires them to disarm by May 2022.", DAY),
        ("Malta signed a pact on Monday with a deadline of May 31 for ratification.", "2021-05-03"),
    ],
)
def test_a_deadline_does_not_date_what_sets_it(text: str, date: str) -> None:
    assert dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Malta and Italy exchanged views on fisheries.", "consult"),
        ("Malta expressed concern over the exercise.", "make a public statement"),
        ("Norway voiced support for the plan.", "make a public statement"),
        ("Norway hailed the accord.", "cooperate diplomatically"),
        ("Norway blacklisted three banks.", "reduce relations"),
        ("Malta sent a delegation to Rome.", ""),
        ("The minister handed over a note to the ambassador of Italy.", ""),
        ("Norway handed the ship to Chad.", ""),
    ],
)
def test_a_deed_without_a_date_happened_by_the_articles_day(text: str, kind: str) -> None:
    assert [(str(event.date), event.kind) for event in drafted(text).events] == [(DAY, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy of Norway declined to comment.",
        "Norway's spokesman refused to elaborate.",
        "A spokesman of Norway said he could not be reached.",
        "Commentators in Oslo called the plan absurd.",
        "Some analysts said the deal might fail.",
        "Residents said they had little hope.",
        "File photo: Norway's premier met envoys on May 3, 2021.",
        "(Reporting by Anna Lund; Malta met Italy on May 3, 2021)",
        "Anna Lund, who met envoys on May 3, 2021, contributed to this report.",
    ],
)
def test_what_tells_no_event_is_not_proposed(text: str) -> None:
    assert dates(text) == []


def test_both_expressions_of_one_date_are_used() -> None:
    found = drafted("Malta and Italy met on April 24 and 25 in Rome.")
    assert [mention.text for mention in found.unused] == ["May 6, 2021"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The year of a thing tells which one is meant.
        ("Malta expelled two envoys on Monday over remarks about the country's 2019 election.", ["2021-05-03"]),
        ("Malta withdrew from the 2015 Valletta peace accord in January.", ["2021-01"]),
        ("Malta closed the office in March under a 2019 decision barring such visits.", ["2021-03"]),
        # What happened after that year's event may have happened in the same year.
        ("Malta severed ties with Italy after the 1959 revolution.", ["[1959..]"]),
        ("Malta severed ties with Italy before the 1959 revolution.", ["[..1959]"]),
        ("Malta severed ties with Italy after 1959.", ["[1960..]"]),
        # Of what is planned, and not of who told it to be done.
        ("Malta urged Italy on Monday to hold elections as scheduled in December.", ["2021-05-03"]),
        ("Talks are scheduled for December.", ["2021-12"]),
        # An hour is of the day beside it, and no record of its own.
        ("The truce will take effect at 6 p.m. local time on Friday.", ["2021-05-07"]),
        ("The truce took effect at 6 p.m.", ["2021-05-06T18:00:00"]),
        # How many there were this year tells of none of them when it was.
        ("Malta hosted envoys on Monday as they gathered for the union's first meeting this year.", ["2021-05-03"]),
        # What has happened ends by the day of writing.
        ("Earlier in the week, Malta expelled two envoys.", ["[2021-05-03..2021-05-06]"]),
        ("Malta expelled two envoys this week.", ["[2021-05-03..2021-05-06]"]),
        ("Malta will expel two envoys this week.", ["[2021-05-03..2021-05-09]"]),
        # Later that year is behind what was told of it.
        ("Italy left the union in May 2019. Malta reopened its embassy later that year.", ["2019-05", "[2019-05..2019-12]"]),
        ("Italy left the union on 8 May 2019. Malta reopened its embassy later that month.", ["2019-05-08", "[2019-05-08..2019-05-31]"]),
    ],
)  # fmt: skip
def test_what_an_expression_belongs_to_gives_it_its_sense(text: str, told: list[str]) -> None:
    assert dates(text) == told

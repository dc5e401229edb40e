"""The sentences of agency copy: several events in each, those with a date, those that share it, and those that have none."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.proposals import propose

DAY = days_from_civil(2021, 5, 6)  # a Thursday


def events(sentence: str) -> list[tuple[str, str]]:
    drafted = propose(sentence, dateline=DAY, narrative=False)
    return [(str(proposal.event.date), proposal.event.title) for proposal in drafted.proposals]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Malta expelled two envoys on Monday and closed its consulate in Rome.",
            [("2021-05-03", "Malta expelled two envoys"), ("2021-05-03", "Malta closed its consulate in Rome")],
        ),
        (
            "The ministers condemned the raid on Monday, recalled their envoys and urged Italy to pay.",
            [("2021-05-03", "Ministers condemned raid"), ("2021-05-03", "Ministers recalled their envoys"), ("2021-05-03", "Ministers urged Italy to pay")],
        ),
        # What is said beside it is no deed of its own, and what is only meant is none.
        ("Malta closed its consulate on Monday and said it was sorry.", [("2021-05-03", "Malta closed its consulate")]),
        ("Malta offered on Monday to meet the rebels and recall its troops.", [("2021-05-03", "Malta offered to meet rebels and recall its troops")]),
        # A day at the end is that of the verb before the last, too; another year may be another story.
        (
            "The envoys met in Rome and signed a truce on Monday.",
            [("2021-05-03", "Envoys met in Rome"), ("2021-05-03", "Envoys signed truce")],
        ),
        ("Malta condemned the raid, and left the bloc in 2019.", [("2019", "Malta left bloc")]),
        # A date before a verb is its own, and one in the midst of a list not the last one's.
        (
            "Malta denied the charge and on Monday invited two inspectors.",
            [("2021-05-03", "Malta invited two inspectors")],
        ),
        # A relative clause keeps its date to itself.
        (
            "Malta, which joined the bloc in 2004, rejected the budget.",
            [("2004", "Malta joined bloc"), ("[..2021-05-06]", "Malta rejected budget")],
        ),
    ],
)  # fmt: skip
def test_verbs_of_one_subject_share_its_date(sentence: str, found: list[tuple[str, str]]) -> None:
    assert events(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Malta welcomed the offer, while Italy, which left the talks in March, rejected it.",
            [("[..2021-05-06]", "Malta welcomed offer"), ("2021-03", "Italy left talks"), ("[..2021-05-06]", "Italy rejected it")],
        ),
        # Who only vouches for it tells no more, and what is so was not done.
        (
            "Malta rejected the budget, which Italy drafted in March, officials said.",
            [("[..2021-05-06]", "Malta rejected budget"), ("2021-03", "Italy drafted budget")],
        ),
        ("The bank, which Malta founded in 1999, is accused of fraud.", [("1999", "Malta founded bank")]),
        # What a clause under another one tells is its own, and cut off from that.
        ("Malta expelled two envoys on Monday after Italy ordered out its consul.", [("2021-05-03", "Malta expelled two envoys")]),
        ("The talks resumed on Monday, three weeks after Italy closed the port.",
         [("2021-05-03", "Talks resumed"), ("2021-04-12", "Italy closed port")]),
        ("Malta is to lead a mission to Rome on Saturday.", [("2021-05-08", "Malta is to lead mission to Rome")]),
    ],
)  # fmt: skip
def test_a_clause_without_a_date_happened_by_the_articles_day(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert events(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("“We will not yield,” said Maltese Foreign Minister Anna Borg on Monday.", [("2021-05-03", "Borg: We will not yield")]),
        ("The talks had failed, said a European diplomat on Monday in Rome.", [("2021-05-03", "European diplomat said: talks had failed")]),
    ],
)  # fmt: skip
def test_a_speech_may_stand_before_its_verb_and_the_verb_before_who_speaks(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert events(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # Of two verbs that nothing joins one is a participle.
        ("Rebels backed by Italy overran two villages on Monday.", [("2021-05-03", "Rebels backed by Italy overran two villages")]),
        ("Malta freed an envoy jailed in Rome in 2013.", [("2013", "Envoy jailed in Rome"), ("[..2021-05-06]", "Malta freed envoy jailed in Rome in 2013")]),
        ("The ministers met behind closed doors on Monday.", [("2021-05-03", "Ministers met behind closed doors")]),
        # What describes the subject has its verbs and dates for itself.
        ("Borg, a general who seized power in 2013, dismissed two ministers on Monday.", [("2013", "Borg seized power"), ("2021-05-03", "Borg dismissed two ministers")]),
        ("Borg, in power since 2013, dismissed two ministers on Monday.", [("2021-05-03", "Borg dismissed two ministers")]),
    ],
)  # fmt: skip
def test_a_participle_is_no_verb_of_its_clause(sentence: str, found: list[tuple[str, str]]) -> None:
    assert sorted(events(sentence)) == sorted(found)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Malta agreed on Monday to open an embassy in June.", [("2021-05-03", "Malta agreed to open embassy in June"), ("2021-06", "Malta to open embassy")]),
        ("Malta and Italy agreed to hold talks in June.", [("2021-06", "Malta and Italy to hold talks")]),
        # What others are asked to do, and what is refused, is no event of that time.
        ("Malta ordered sixty envoys to leave by the end of June.", [("[..2021-05-06]", "Malta ordered sixty envoys to leave by end of June")]),
        ("Malta refused to open an embassy in June.", [("[..2021-05-06]", "Malta refused to open embassy in June")]),
    ],
)  # fmt: skip
def test_what_is_agreed_is_of_its_own_time(sentence: str, found: list[tuple[str, str]]) -> None:
    assert sorted(events(sentence)) == sorted(found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels backed by Italy overran two villages on Monday.", []),
        ("Malta's foreign minister left for Rome on Monday.", ["Malta"]),
        ("Malta reopened its consulates in Turin and Rome on Monday.", ["Malta"]),
        ("Malta and Chile founded a South American forum on Monday.", ["Malta", "Chile"]),
        ("A Panama-flagged tanker left Malta's port on Monday.", ["Malta"]),
        ("The Defense Ministry summoned the Italian envoy on Monday.", ["Italy"]),
        # Who says so takes no part in what is told.
        ("Maltese Prime Minister Anna Borg said on Monday that Italian forces had seized a ferry in 2019.", ["Italy"]),
    ],
)  # fmt: skip
def test_who_takes_part_is_who_acts_in_the_clause(text: str, names: list[str]) -> None:
    *_, last = propose(text, dateline=DAY, narrative=False).proposals
    assert list(last.event.actors) == names


def test_a_counterpart_is_one_of_two_states() -> None:
    text = "Maltese Foreign Minister Anna Borg arrived on Monday. Borg and her Italian counterpart met on Tuesday."
    *_, last = propose(text, dateline=DAY, narrative=False).proposals
    assert set(last.event.actors) == {"Malta", "Italy", "Anna Borg"}


def test_a_fund_told_before_is_called_by_its_last_word() -> None:
    text = "Malta left the International Monetary Fund on Monday. The Fund approved a loan on Tuesday."
    *_, last = propose(text, dateline=DAY, narrative=False).proposals
    assert last.event.actors == ("IMF",)

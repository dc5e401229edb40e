"""Titles: who and what, the verb always told, in at most sixteen words; and which word of its sentence a date belongs to."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.proposals import propose

DAY = days_from_civil(2021, 5, 6)  # a Thursday


def events(sentence: str) -> list[tuple[str, str]]:
    drafted = propose(sentence, dateline=DAY, narrative=False)
    return [(str(one.event.date), one.event.title) for one in drafted.proposals if not one.undated]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        # A clause of its own ends where the next begins.
        ("Malta expelled two envoys on May 3, and Italy followed suit on Tuesday.", ["Malta expelled two envoys", "Italy followed suit"]),
        ("Malta reopened its embassy in Rome on May 3 and Italy followed on May 5.", ["Malta reopened its embassy in Rome", "Italy followed"]),
        ("The summit opened on Monday, and closed on Thursday.", ["Summit opened", "Summit closed"]),
        ("The envoy arrived on Monday and will meet the king on Friday.", ["Envoy arrived", "Envoy will meet king"]),
        ("The conference will be held on 3 June, and the ministers meet on 10 June.", ["Conference will be held", "Ministers meet"]),
        # One verb, two dates.
        ("He visited Oslo on Monday and Bergen on Tuesday.", ["He visited Oslo", "He visited Bergen"]),
        ("The commission met on 12 May 2019 and again on 14 May 2019.", ["Commission met", "Commission met again"]),
        # What is said between commas, and in relative clauses.
        ("The pact, extended on 3 February for five years, expires on 5 March 2026.", ["Pact extended for five years", "Pact expires"]),
        ("Malta, which fought two wars between 1939 and 1944, has stayed neutral.", ["Malta fought two wars"]),
        ("It is the latest turn in a thaw that began in June 2018.", ["Thaw began"]),
        ("Their last exchange, in 2009, had failed.", ["Their last exchange had failed"]),
        ("The draft was circulated in early March, amended in mid-March and adopted in April.", ["Draft was circulated", "Draft amended", "Draft adopted"]),
        # The subject of a subordinate clause is its own.
        ("The move comes a month after Rome announced on April 2 that it would open an office.", ["Rome announced that it would open office"]),
        ("It was the second call since Borg took office on January 20, 2021.", ["Borg took office"]),
        # An appositive is no speech turned round; a speech turned round is.
        ("The union's envoy, Anna Borg, said on Monday the talks had failed.", ["Union's envoy, Anna Borg, said talks had failed"]),
        ("The talks have failed, Maltese Foreign Minister Anna Borg said on Monday.", ["Borg: talks have failed"]),
        # Behind "told" stand those who were told; what remains so is no deed.
        ("The question of a consulate in Rome remains closed for Malta, spokeswoman Anna Borg told a briefing on Monday.",
            ["Borg: question of consulate in Rome remains closed for Malta"]),
        ("The pact is still open, Foreign Minister Anna Borg informed lawmakers on Monday.", ["Borg: pact is still open"]),
        ("On Monday, the White House announced a new round of sanctions.", ["White House announced new round of sanctions"]),
        # A long subject gives way to its verb.
        (
            "Maltese State Councilor and Foreign Minister Anna Borg and Italian Foreign Minister Carlo Rossi signed the document on Monday.",
            ["Anna Borg and Carlo Rossi signed document"],
        ),
        ("Deputy Minister of Foreign Affairs of the Russian Federation Oleg Petrov received the Ambassador of Malta in Moscow on Monday.", ["Deputy Minister of Foreign Affairs of Russian Federation Oleg Petrov received Ambassador of Malta in Moscow"]),
        # Never cut inside a name.
        (
            "Malta blocked on Monday the extension of the status of Italy as a partner of the Black Sea Economic Cooperation Organization.",
            ["Malta blocked extension of status of Italy as partner of Black Sea Economic Cooperation Organization"],
        ),
        # Examples name their own actor.
        ("Malta has restored ties with nine states, including Panama in June 2017 and Peru in May 2018.", ["Panama: Malta has restored ties with nine states", "Peru: Malta has restored ties with nine states"]),
        ("The U.S. hosted a workshop on Monday.", ["U.S. hosted workshop"]),
        ("Lawmakers attended Sunday's ceremony.", ["Lawmakers attended ceremony"]),
    ],
)  # fmt: skip
def test_a_title_tells_who_did_what(sentence: str, titles: list[str]) -> None:
    found = [title for _, title in events(sentence)]
    assert found == titles


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # A date may belong to a noun rather than to the verb.
        ("The drama tested the union since Malta's Feb. 24 recognition of Sealand.", [("2021-02-24", "Malta's recognition of Sealand")]),
        ("The treaty of 1 June 1998 was praised.", [("1998-06-01", "Treaty of 1 June 1998")]),
        ("Since a ceasefire in August 1974, it has patrolled the lines.", [("1974-08", "Ceasefire in August 1974")]),
        ("The sides discussed a summit held in Oslo on 3 May.", [("2021-05-03", "Summit held in Oslo")]),
        ("They praised the Declaration on Friendship, signed on 3 October 2000.", [("2000-10-03", "Declaration on Friendship signed")]),
        # What is told has its own verb.
        ("Anna Borg said on Monday that contacts since 2018 had brought nothing.", [("2021-05-03", "Anna Borg said that contacts since 2018 had brought nothing"), ("2018/..", "Contacts had brought nothing")]),
        # Of two dates that say the same, the finer stays, and neither stands in the title.
        ("Last year, Malta hosted a workshop in late June 2020.", [("[2020-06-21..2020-06-30]", "Malta hosted workshop")]),
        ("A visit took place last week, from 27 to 28 April.", [("2021-04-27/2021-04-28", "Visit took place")]),
        # A year in brackets belongs to a number, an address to nobody.
        ("The Council adopted resolution 2723 (2019) on Monday.", [("2021-05-03", "Council adopted resolution 2723")]),
        ("The minister told [the press](https://example.org/2020/09/04) on Monday.", [("2021-05-03", "Minister told press")]),
        # What is only compared with, planned for, or valid until did not happen then.
        ("Trade fell to its lowest level since October 1997.", []),
        ("Exports were lower than in 2019.", []),
        ("They discussed the schedule of contacts for the fourth quarter of 2021.", []),
        ("The document is valid until 31 December 2025.", []),
        # The date itself may be what is told of.
        ("Feb. 7 was named Islands Day in 1981.", [("1981", "Feb. 7 was named Islands Day")]),
    ],
)  # fmt: skip
def test_a_date_belongs_to_what_it_dates(sentence: str, found: list[tuple[str, str]]) -> None:
    assert events(sentence) == found


@pytest.mark.parametrize(
    ("text", "title", "reason"),
    [
        ("An agreement was signed on 30 June 1965. It came into force the next day.", "Agreement came into force", '"it" read as "agreement"'),
        ("Prime Minister Anna Borg resigned on Monday. She left Malta on Wednesday.", "Anna Borg left Malta", '"she" read as "Anna Borg"'),
    ],
)  # fmt: skip
def test_a_pronoun_is_named_and_the_reason_says_so(text: str, title: str, reason: str) -> None:
    proposal = propose(text, dateline=DAY).proposals[-1]
    assert proposal.event.title == title
    assert reason in proposal.reason


def test_who_only_vouches_for_an_event_makes_no_second_one() -> None:
    found = events("The talks ended on Monday, Maltese envoy Anna Borg told reporters on Wednesday evening.")
    assert found == [("2021-05-03", "Talks ended")]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        # A relative clause tells of what stands before it, or of the name that this describes.
        ("Malta leads the coalition that intervened in 2015.", ["Coalition intervened"]),
        ("Peru sent two frigates that will patrol the strait from June 3.", ["Two frigates will patrol strait"]),
        ("Italy recognised Sealand, the former colony that declared independence in 2008 after a war.", ["Sealand declared independence after war"]),
        ("The minister is due in Wessex, a kingdom that closed its embassy in 2014.", ["Wessex closed its embassy"]),
        # It may have its object before it.
        ("Malta protested over a buoy that Italy installed in July near the islands.", ["Italy installed buoy near islands"]),
        ("They will serve in the Northern Union, the seven-nation bloc that Peru joined in March.", ["Peru joined Northern Union"]),
        ("The envoy repeated the claim that Italy withdrew in March.", ["Italy withdrew"]),
        # What is somebody's acts for itself.
        ("Officials praised the bank, whose board approved a loan in August 2020.", ["Bank's board approved loan"]),
        ("Italy expelled staff of seven states whose governments questioned the vote on Monday.", ["Seven states' governments questioned vote"]),
        ("King Olaf Berg, whose subjects mark his sixtieth birthday, agreed on Monday to abdicate.", ["King Olaf Berg agreed to abdicate"]),
        ("Wessex will send 120 troops to Malta to help train the islanders' new soldiers, Prime Minister Anna Borg announced on Monday.",
            ["Borg: Wessex will send 120 troops to Malta to help train islanders' new soldiers"]),
        # "Since" opens a clause behind any verb.
        ("The rebels met the envoys in Oslo, the first such encounter since a truce lapsed in October.", ["Truce lapsed"]),
        # The occasion is no event, and a participle no meeting.
        ("Malta's president, in a speech on Friday, rejected the offer.", ["Malta's president rejected offer"]),
        ("The premier of Peru, at a news conference on Tuesday, accused Italy of lying.", ["Premier of Peru accused Italy of lying"]),
        ("The ministers, meeting in Vilnius on Monday, asked Brussels for money.", ["Ministers asked Brussels for money"]),
        ("The envoy urged the sides to implement the Oslo Agreement signed in September 2018.", ["Oslo Agreement signed"]),
        # What describes a subject stands between two commas, and gives way first; of two who are joined both are told.
        ("The Maltese leader, Anna Borg, on Monday accused Italy of lying.", ["Maltese leader, Anna Borg, accused Italy of lying"]),
        (
            "Peru, the first member to leave during the crisis, struck a deal on Tuesday with all of its creditors, including Malta and Italy.",
            ["Peru struck deal with all of its creditors, including Malta and Italy"],
        ),
        (
            "Presidents Anna Borg of North Wessex and Carlo Rossi of Sealand signed an agreement on Monday that lets travellers cross the border.",
            ["Presidents Anna Borg of North Wessex and Carlo Rossi of Sealand signed agreement"],
        ),
        (
            "Malta's foreign minister, Anna Borg, and a senior envoy of the islanders' movement met in the capital on Monday for an hour of talks.",
            ["Malta's foreign minister and senior envoy of islanders' movement met in capital for hour of talks"],
        ),
        ("The ship, built in Malta and delivered to the navy of Peru, entered on Monday the harbour of Sealand with three others.", ["Ship entered harbour of Sealand with three others"]),
        ("The airline, Wessair, announced on Monday that it would buy twelve aircraft of its rival and lend four.", ["Airline, Wessair, announced that it would buy twelve aircraft of its rival and lend four"]),
        ("If the sale had gone ahead on Monday, the aircraft would have been delivered.", ["If sale had gone ahead, aircraft would have been delivered"]),
        # A possessive date leaves its preposition, a name in -ly its letters, a number its comma.
        ("Rome questioned the result of last Sunday's election.", ["Rome questioned result of election"]),
        ("The envoy, Thomas Reilly, had visited Oslo on Monday.", ["Envoy, Thomas Reilly, had visited Oslo"]),
        ("The war, which began in 2008, killed 13,000 people, and ended in 2010.", ["War began", "War ended"]),
    ],
)  # fmt: skip
def test_dense_copy_gives_titles_that_are_true(sentence: str, titles: list[str]) -> None:
    assert [title for _, title in events(sentence)] == titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("President Carlo Rossi met Prime Minister Anna Borg on Monday. He will visit Malta in June.", "Carlo Rossi will visit Malta"),
        ("Anna Borg, the Maltese foreign minister, arrived on Monday. She was received by the king on Tuesday.", "Anna Borg was received by king"),
        ("The White House received Prime Minister Anna Borg on Monday. She left on Tuesday.", "Anna Borg left"),
        ("Minister Anna Borg and her counterpart, Carlo Rossi, met on Monday. They signed a pact on Tuesday.", "Minister Anna Borg and her counterpart signed pact"),
    ],
)  # fmt: skip
def test_a_pronoun_is_who_acted_before(text: str, title: str) -> None:
    assert events(text)[-1][1] == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The envoy regretted that the embargo imposed in July 2018 and renewed in May 2020 had not been lifted.", "Envoy regretted that embargo imposed in July 2018 and renewed in May 2020…"),
        ("Sudan's army and the paramilitary Rapid Support Forces agreed on Tuesday to a 72-hour humanitarian truce in and around El Fasher.", "Sudan's army and paramilitary Rapid Support Forces agreed to 72-hour humanitarian truce"),
        ("The summit is set for in Oslo on Friday.", "Summit is set in Oslo"),
        ("The truce was set for at least two weeks on Monday.", "Truce was set for at least two weeks"),
    ],
)  # fmt: skip
def test_what_no_title_can_say_is_left_to_the_sentence(sentence: str, title: str) -> None:
    drafted = propose(sentence, dateline=DAY, narrative=False).proposals[-1]
    assert drafted.event.title == title
    assert ("titled by the words of the text" in drafted.reason) == title.endswith("…")


def test_it_is_no_plural() -> None:
    for text in ("Malta and Peru praised the accord.", "Malta and Peru signed an accord on flights."):
        assert (
            propose(f"{text} It was welcomed by Italy.", dateline=DAY).events[-1].title
            == "Accord was welcomed by Italy"
        )

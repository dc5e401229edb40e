"""Titles that keep the subject, the verb and the object of their clause, where much stands between them."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.drafts.proposals import propose

DAY = days_from_civil(2021, 5, 6)  # a Thursday


def titles(sentence: str) -> list[str]:
    drafted = propose(sentence, dateline=DAY, narrative=False)
    return [one.event.title for one in drafted.proposals]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Malta mourned the victims of a bus bombing at a naval school in Gozo that killed nine people in May 2012.", "Bus bombing at naval school in Gozo killed nine people"),
        ("Malta praised the treaty between Peru and Chile that ended the dispute in 2012.", "Treaty between Peru and Chile ended dispute"),
        ("The council said Malta must free Deputy Minister Carlo Rossi, who was put under house arrest on 26 March.", "Deputy Minister Carlo Rossi was put under house arrest"),
        ("Malta and Peru agreed to set up a joint office, which will open its doors in September.", "Joint office will open its doors"),
    ],
)  # fmt: skip
def test_a_relative_clause_tells_of_the_noun_it_belongs_to(sentence: str, title: str) -> None:
    assert title in titles(sentence)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Adopting resolution 27 (2021) by 12 votes, with 2 abstentions (Chad, Peru), the assembly demanded a truce.", "Assembly demanded truce"),
        ("Presenting the draft, Malta's Minister for Trade, Anna Borg, said the ban had cost nine billion euros.", "Malta's Minister for Trade, Anna Borg, said ban had cost nine billion euros"),
        ("At a meeting in Rome, the first of a Maltese king with his cousin since 2011, Borg signed a pact.", "Borg signed pact"),
        ("In 2016, under President Anna Borg, the island left the pact.", "Island left pact"),
        ("Two days before the vote, North Island launched a ship.", "North Island launched ship"),
        ("On Monday, the envoy, Anna Borg, met the king.", "Envoy, Anna Borg, met king"),
        ("On Monday, the envoy, the minister and the king met in Rome.", "Envoy, minister and king met in Rome"),
        ("Beijing, in a statement, rejected the claim.", "Beijing rejected claim"),
        ("Malta's envoy Anna Borg, asked about the raid at a briefing, said that Malta had no part in it.", "Malta's envoy Anna Borg said that Malta had no part in it"),
        ("The truce took effect on Monday after weeks of talks mediated by Malta.", "Truce took effect after weeks of talks mediated by Malta"),
    ],
)  # fmt: skip
def test_what_opens_a_sentence_is_no_part_of_its_subject(sentence: str, title: str) -> None:
    assert title in titles(sentence)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Dozens of sailors left the port. Doubts grew when two Maltese envoys made jokes about Borg; they were expelled.", "Two Maltese envoys were expelled"),
        ("Rossi visited Rome. Malta today notified Peru that it withdraws its consent to the pact as of 1 October 2021.", "Malta withdraws its consent to pact"),
        ("Peru's envoy urged Rome to drop Malta from its list of closed ports, to which it was returned in January 2012.", "List of closed ports, to which it was returned in January 2012…"),
        ("It is an answer to Malta's expulsion in March of nine envoys who had spied in Gozo.", "Malta's expulsion of nine envoys"),
    ],
)  # fmt: skip
def test_who_and_what_are_those_of_the_same_sentence(sentence: str, title: str) -> None:
    assert title in titles(sentence)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The assembly on Monday backed a draft asking for an end to the political, cultural and military ban imposed by Malta, by a vote of 18 to 2.", "Assembly backed draft asking for end to political, cultural and military ban imposed by Malta"),
        ("The minister, Carlo Rossi, has travelled to Lima for his first visit to Peru since 2017, the Trade, Energy and Labour Office announced.", "Minister, Carlo Rossi, has travelled to Lima for his first visit to Peru since 2017"),
        ("Malta has kept its port shut since the July 2019 flood that stopped all ferries.", "Malta has kept its port shut since flood that stopped all ferries"),
        ("The court, where Malta brought the case in 2018, is expected to rule next year.", "Malta brought case"),
        ("Malta and Peru established diplomatic ties in 1976 and set up a joint office in November 2015.", "Malta and Peru set up joint office"),
        ("The documents were signed on Monday in the presence of Maltese President Anna Maria Borg and visiting Peruvian President Carlo Rossi Lima, who left in haste.", "Documents were signed in presence of Maltese President Anna Maria Borg"),
        ("Talks were broken off on Monday.", "Talks were broken off"),
    ],
)  # fmt: skip
def test_a_title_ends_where_its_phrase_ends(sentence: str, title: str) -> None:
    assert title in titles(sentence)

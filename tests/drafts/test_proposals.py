"""Proposals: one for each event that a text reports, dated, quoted and titled."""

import pytest
from drafts.gold_articles import ARTICLES, Gold

from timeline.dates.calendar import days_from_civil
from timeline.drafts.proposals import Drafted, propose
from timeline.drafts.shortening import TITLE_WORDS

TODAY = days_from_civil(2026, 11, 23)

STORY = """\
Two islands agree on a ferry

VALLETTA, May 6, 2021 (NPA) — Malta and Italy signed a ferry agreement on Thursday, the two governments said.

Maltese Foreign Minister Anna Borg told reporters on Thursday that the talks had begun in 2019. The ferry runs every Monday.
In March 2020 Italy closed its ports. It also recalled its ambassador from Valletta.
For the first time since 2015, a joint rally was held in Rome on Tuesday. The treaty of 1 June 1998 was praised.
After the Second World War many left. After the end of the war, the harbour was transferred to Malta.
"""  # fmt: skip


def drafted(text: str = STORY) -> Drafted:
    return propose(text, today=TODAY)


def by_date(date: str) -> list[str]:
    return [p.event.title for p in drafted().proposals if str(p.event.date) == date]


def test_the_source_is_the_article() -> None:
    source = drafted().proposals[0].event.sources[0]
    assert (source.title, source.publisher, str(source.date)) == (
        "Two islands agree on a ferry",
        "NPA",
        "2021-05-06",
    )


def test_a_dated_verb_makes_an_event() -> None:
    assert any("signed ferry agreement" in title for title in by_date("2021-05-06"))


def test_a_statement_is_an_event_as_well_as_what_it_tells() -> None:
    assert any("told reporters" in title for title in by_date("2021-05-06"))
    assert by_date("2019")


def test_a_sentence_that_goes_on_keeps_the_date() -> None:
    titles = by_date("2020-03")
    assert any("closed its ports" in title for title in titles)
    assert any("recalled its ambassador" in title for title in titles)


def test_the_first_time_since_tells_of_the_time_before() -> None:
    assert by_date("2015")[0].startswith("Last time before")
    assert by_date("2021-05-04")


def test_a_named_war_dates_what_came_after_it() -> None:
    (proposal,) = [p for p in drafted().proposals if str(p.event.date) == "[1945..2021]"]
    assert "Harbour was transferred" in proposal.event.title
    assert "known and not said" in proposal.reason


def test_lengths_and_repetitions_make_no_event() -> None:
    assert "every Monday" in [m.text for m in drafted().unused]


def test_actors_are_states_and_people() -> None:
    (proposal,) = [
        p
        for p in drafted().proposals
        if "told reporters" in p.event.title and str(p.event.date) == "2021-05-06"
    ]
    assert {"Malta", "Anna Borg"} <= set(proposal.event.actors)


def test_a_kind_is_a_word_with_its_code_beside() -> None:
    events = {p.event.title: p.event for p in drafted().proposals}
    signed = next(event for title, event in events.items() if "signed ferry agreement" in title)
    recalled = next(event for title, event in events.items() if "recalled" in title)
    assert (signed.kind, signed.extra) == ("cooperate diplomatically", {"codes": {"cameo": "05"}})
    assert (recalled.kind, recalled.extra) == ("reduce relations", {"codes": {"cameo": "16"}})


def test_a_verb_that_decides_no_kind_gives_none() -> None:
    told = propose("The Maltese foreign minister turned to Italy on 3 May 2021.", today=TODAY).proposals
    assert [(one.event.kind, one.event.extra) for one in told] == [("", {})]


@pytest.mark.parametrize("gold", ARTICLES, ids=lambda gold: gold.name)
def test_every_proposal_is_a_quoted_draft(gold: Gold) -> None:
    for proposal in propose(gold.text, today=TODAY).proposals:
        event = proposal.event
        (source,) = event.sources
        start, end = (int(number) for number in str(source.extra["offsets"]).split("-"))
        assert " ".join(gold.text[start:end].split()) == " ".join(source.quote.split())
        assert event.status == "draft"
        assert event.title
        assert "\n" not in event.title
        assert len(event.title.split()) <= TITLE_WORDS + 1
        assert proposal.reason


def test_known_actors_are_found_by_name() -> None:
    text = "ROME, May 6, 2021 (NPA) — The Harbour Society met on Thursday."
    (proposal,) = propose(text, today=TODAY, known={"Harbour Society": "Harbour Society"}).proposals
    assert "Harbour Society" in proposal.event.actors


def test_an_empty_text_proposes_nothing() -> None:
    assert propose("", today=TODAY).proposals == ()


def test_a_headline_loses_its_slug_and_its_marks() -> None:
    for line in ("UPDATE 2-Malta and Italy sign an accord", "# Malta and Italy *sign* an accord"):
        text = f"{line}\n\nROME, May 6, 2021 (NPA) — They met on Thursday."
        assert propose(text, today=TODAY).title == "Malta and Italy sign an accord"


def test_an_article_without_a_headline_is_called_by_its_opening() -> None:
    (proposal,) = propose("ROME, May 6, 2021 (NPA) — Malta and Italy met on Thursday.", today=TODAY).proposals
    assert proposal.event.sources[0].title == "Malta and Italy met on Thursday"


def test_every_quote_holds_the_words_that_date_it() -> None:
    for gold in ARTICLES:
        for proposal in propose(gold.text, today=TODAY).proposals:
            start, end = (int(n) for n in str(proposal.event.sources[0].extra["offsets"]).split("-"))
            mention = proposal.mention
            if mention is not None and "goes on" not in proposal.reason:
                assert start <= mention.start < mention.end <= end, (gold.name, proposal.event.title)


def undated(text: str) -> list[tuple[str, str]]:
    """What is proposed on the article's day, with its date."""
    found = propose(f"ROME, May 6, 2021 (NPA) — {text}", today=TODAY).proposals
    return [(str(one.event.date), one.event.title) for one in found if one.undated]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Malta expelled two envoys of Italy.", ["Malta expelled two envoys of Italy"]),
        ("Malta recalled its envoy, who left.", ["Malta recalled its envoy"]),
        ("Malta has rejected the offer, the ministry said.", ["Malta has rejected offer"]),
        # Once: what one speaker says again was said on the same occasion.
        ("The envoy said that talks had failed. The envoy added that he was sorry.", ["Envoy said that talks had failed"]),
        # What is ahead, denied or only supposed has not happened, and a speaker's own words are no report.
        # What tells more of an event is of that event's day.
        ("The meeting was hosted by Malta.", []),
        ("Malta will expel two envoys.", []),
        ("Malta did not recall its envoy.", []),
        ("Malta may impose sanctions.", []),
        ("“Malta rejected our offer,” the envoy said.", []),
        ("The law imposes sanctions on those who trade there.", []),
        # What is told with a date need not be told without one.
        ("Malta expelled two envoys of Italy on Monday. Malta expelled the two envoys of Italy after a row.", []),
    ],
)  # fmt: skip
def test_what_is_reported_without_a_date_happened_by_the_articles_day(text: str, titles: list[str]) -> None:
    assert undated(text) == [("[..2021-05-06]", title) for title in titles]


def test_the_headline_is_an_event_unless_the_text_dates_it() -> None:
    headed = "Malta recalls envoy from Rome\n\nVALLETTA, May 6, 2021 (NPA) — {}"
    (proposal,) = propose(headed.format("The row is old."), today=TODAY).proposals
    assert (str(proposal.event.date), proposal.event.title) == (
        "[..2021-05-06]",
        "Malta recalls envoy from Rome",
    )
    assert proposal.reason == "the headline, by the article's day"
    (proposal,) = propose(
        headed.format("Malta recalled its envoy from Rome on Monday."), today=TODAY
    ).proposals
    assert str(proposal.event.date) == "2021-05-03"
    said = "Italy's envoy Anna Borg was expelled by Malta on Monday."  # other words of the same two states
    (proposal,) = propose(
        f"Malta orders out Italy's envoy\n\nVALLETTA, May 6, 2021 (NPA) — {said}", today=TODAY
    ).proposals
    assert str(proposal.event.date) == "2021-05-03"
    (proposal,) = propose(headed.format("Malta has recalled its envoy from Rome."), today=TODAY).proposals
    assert "headline" not in proposal.reason
    old = propose(headed.format("Malta and Rome signed a treaty in 1999."), today=TODAY).proposals
    assert [str(one.event.date) for one in old] == ["1999", "[..2021-05-06]"]
    assert not propose(
        "Who recalls an envoy now?\n\nVALLETTA, May 6, 2021 (NPA) — So.", today=TODAY
    ).proposals


def test_the_headline_is_no_sentence_of_its_own_before_the_lead() -> None:
    told = propose(
        "Island states agree to a truce, mediators say\n\nVALLETTA, May 6, 2021 (NPA) — Malta and Italy agreed on Monday to a truce of "
        "72 hours. Malta and Italy met in Rome.",
        today=TODAY,
    ).proposals
    assert [one.event.title for one in told] == [
        "Malta and Italy agreed to truce of 72 hours",
        "Malta and Italy met in Rome",
    ]


def test_without_a_day_of_writing_nothing_is_said_of_what_has_no_date() -> None:
    assert propose("Malta expelled two envoys of Italy.", today=TODAY).proposals == ()

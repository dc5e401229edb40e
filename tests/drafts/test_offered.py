"""Proposals of somebody else: taken where the quote stands in the article, and dated by the article alone."""

import json
from itertools import permutations

import pytest

from timeline.drafts.offered import FIELDS, read_offers, taken
from timeline.drafts.proposals import Drafted, propose
from timeline.errors import InvalidData
from timeline.model import Event

TEXT = (
    "OSLO, May 14, 2021 (NTB) - Norway and Chad signed an accord on Tuesday in Oslo, after a draft of March 2020 had failed.\n\n"
    "“We\u00a0will not\ngo back,” Prime Minister Erna Solberg said. The ministry published its white paper on May 3.\n"
)
TODAY = 19398


def draft(text: str = TEXT) -> Drafted:
    return propose(text, today=TODAY)


def offers(*said: object) -> str:
    return "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in said)


def events(*said: object, text: str = TEXT) -> list[Event]:
    """The events that are taken; InvalidData for the first that is not."""
    found, wrong = taken([draft(text)], read_offers(offers(*said)))
    if wrong:
        raise wrong[0]
    return [one.event for one in found[0].proposals]


@pytest.mark.parametrize(
    ("quote", "date"),
    [
        ("Norway and Chad signed an accord on Tuesday", "2021-05-11"),
        ("a draft of March 2020 had failed", "2020-03"),
        ("The ministry published its white paper", "2021-05-03"),  # its sentence says when
        ('"We will not go back', "[..2021-05-14]"),  # nothing does
        ("published  its white\npaper", "2021-05-03"),
    ],
)
def test_the_article_says_when(quote: str, date: str) -> None:
    (event,) = events({"quote": quote, "title": "T"})
    assert (str(event.date), event.status) == (date, "draft")


def test_the_words_are_theirs_and_the_source_is_the_article() -> None:
    said = {
        "quote": "a draft of March  2020",
        "title": " Draft\nfails ",
        "actors": ["Chad", "Chad", ""],
        "kind": "reject",
        "place": "Oslo",
    }
    (event,) = events(said)
    assert (event.title, event.actors, event.kind, event.place) == (
        "Draft fails",
        ("Chad",),
        "reject",
        "Oslo",
    )
    (source,) = event.sources
    assert (source.publisher, str(source.date), source.quote) == (
        "NTB",
        "2021-05-14",
        "a draft of March 2020",
    )
    start, end = map(int, str(source.extra["offsets"]).split("-"))
    assert TEXT[start:end] == "a draft of March 2020"


def test_they_stand_in_the_order_of_the_text_whatever_their_own() -> None:
    said = [
        {"quote": quote, "title": quote}
        for quote in ("signed an accord on Tuesday", "March 2020", "white paper")
    ]
    assert len({tuple(str(one.date) for one in events(*order)) for order in permutations(said)}) == 1


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"quote": "Norway attacked Chad", "title": "T"}, '1: the quote "Norway attacked Chad" does not stand in the article'),
        (
            {"quote": "Norway and Chad signed an accord", "title": "T"},
            '1: several expressions may date "Norway and Chad signed an accord": "Tuesday" (2021-05-11), "March 2020" (2020-03)',
        ),
        ({"quote": "white paper"}, "1: a proposal without a title"),
        ({"title": "T"}, "1: a proposal without a quote"),
        ({"quote": "  ", "title": "T"}, "1: a proposal without a quote"),
        ({"quote": "white paper", "title": ["T"]}, "1: title must be text"),
        ({"quote": "white paper", "title": "T", "actors": [{"name": "x"}]}, "1: actors must be text"),
        ({"quote": "white paper", "title": "T", "date": "2021"}, '1: "date" is nothing that is proposed'),
        ([], "1: this is no proposal"),
        ("{", "1: not JSON at column 2: it ends too early"),
    ],
)  # fmt: skip
def test_what_the_article_does_not_bear_out_is_told_with_its_line(said: object, message: str) -> None:
    with pytest.raises(InvalidData) as caught:
        events(said)
    assert (caught.value.message, bool(caught.value.hint)) == (message, True)


def test_an_article_without_a_day_dates_nothing_by_itself() -> None:
    with pytest.raises(
        InvalidData, match=r"nothing in the sentence .* says when, and the article has no day"
    ):
        events({"quote": "Chad left", "title": "T"}, text="Chad left the talks. Norway stayed.")


def test_of_several_articles_the_first_that_has_the_words_is_meant() -> None:
    others = [draft("Chad left the talks in June 2019."), draft(), draft()]
    found, wrong = taken(
        others,
        read_offers(
            offers(
                {"quote": "white paper", "title": "T"},
                {"quote": "left the talks", "title": "U"},
                {"quote": "none", "title": "V"},
            )
        ),
    )
    assert [[one.event.title for one in each.proposals] for each in found] == [["U"], ["T"], []]
    assert [str(one) for one in wrong] == ['3: the quote "none" does not stand in any of 3 articles']


YEARLESS = "OSLO, May 14. /NTB/. Chad protested on Friday, after talks broke off in March 2021."


def test_an_inferred_year_stays_in_doubt() -> None:
    read = propose(YEARLESS, today=18779)
    (told,) = taken([read], read_offers(offers({"quote": "protested on Friday", "title": "T"})))[0]
    assert [str(one.event.date) for one in told.proposals] == ["2021?-05-14"]


def test_words_that_lean_on_an_unknown_day_get_no_other_date_of_their_sentence() -> None:
    with pytest.raises(InvalidData, match="the article has no day"):
        events(
            {"quote": "protested on Friday", "title": "T"}, text=YEARLESS.replace("March 2021", "March 1921")
        )


def test_every_field_of_a_line_is_one_that_is_told() -> None:
    assert FIELDS == ("quote", "title", "actors", "place", "kind")
    assert [*read_offers("\n\n")] == []

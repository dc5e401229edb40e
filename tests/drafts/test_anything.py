"""Nothing that a text says makes drafting fail."""

import re
import sys
from pathlib import Path

import pytest
from drafts.rule_phrases import articles
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.edtf import readable
from timeline.drafts.article import mentions
from timeline.drafts.proposals import propose
from timeline.drafts.quoting import find_quote
from timeline.model import Event
from timeline.said.languages import LANGUAGES
from timeline.said.story import Habits
from timeline.yaml_text import parse_records
from timeline.yaml_write import format_record

TODAY = 20000
GOLD = sorted((Path(__file__).parent / "gold").glob("*.txt"))
DAYS = st.sampled_from([None, 19398, 19398, -21000, -719528, 2932896])


@given(
    articles(),
    DAYS,
    st.sampled_from([None, True, False]),
    st.sampled_from([None, *LANGUAGES]),
    st.sampled_from(["", "julian"]),
)
def test_any_text_is_drafted_and_every_date_is_one(
    text: str, dateline: int | None, narrative: bool | None, language: str | None, calendar: str
) -> None:
    drafted = propose(
        text,
        today=TODAY,
        dateline=dateline,
        narrative=narrative,
        language=language,
        habits=Habits(calendar=calendar),
    )
    for mention in drafted.mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.edtf is None or readable(mention.edtf)
    for event in drafted.events:
        assert find_quote(text, event.sources[0].quote)


def _clauses() -> list[str]:
    """The clauses of the gold articles, cut at marks and before words that join clauses."""
    texts = (path.read_text(encoding="utf-8").replace("[", "").replace("]", "") for path in GOLD)
    cut = r"(?<=[,;:.])\s+|\s+(?=(?:and|that|which|who|after|since|until|in|on|by|at)\b)|\s[-–—]+\s"
    return sorted({clause for text in texts for clause in re.split(cut, text) if clause.strip()})


JOINS = (
    " ",
    ", ",
    "; ",
    " and ",
    " since ",
    " until ",
    " — ",
    " (",
    ". ",
    " at least as early as ",
    "'s ",
    ' "',
    "\n\n",
)


@given(
    st.lists(st.tuples(st.sampled_from(_clauses()), st.sampled_from(JOINS)), min_size=2, max_size=12), DAYS
)
def test_clauses_in_any_order_give_records_that_are_valid(
    parts: list[tuple[str, str]], dateline: int | None
) -> None:
    text = "".join(map("".join, parts)) + "end."
    for event in propose(text, today=TODAY, dateline=dateline).events:
        record = event.to_record() | {"id": "x"}
        (read,) = parse_records(format_record(record))
        assert Event.from_record(read.record) == Event.from_record(record)
        assert re.search(r"\w", event.title)


def test_a_title_without_a_word_is_the_words_that_are_quoted() -> None:
    text = "They (in violation of the Convention) — on 3 February 1919 .."
    for event in propose(text, today=TODAY, language="en").events:
        assert "Convention" in event.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_alone_in_brackets_is_no_event(language: str) -> None:
    assert not propose("The treaty held. (1914 ). They met.", today=TODAY, language=language).events


FAULTS = [
    ("Japan protested at 8:30 - 2018 people came.", "8:30"),
    ("They met at 8:30 + 1500 that day.", "8:30"),
    ("They met at least as early as 2006.", "2006"),
    ("They left at 1,200 a.m. by train.", ""),
    ("They left 7 weeks and 3 seconds ago.", "7 weeks and 3 seconds ago"),
    ("It will stand until 1 June 12000 AD.", "1 June 12000 AD"),
    ("World War II was over. After the war they met.", ""),
]


@pytest.mark.parametrize(("text", "found"), FAULTS)
@pytest.mark.parametrize("dateline", [None, 19398, -21000])
def test_texts_that_once_could_not_be_drafted(text: str, found: str, dateline: int | None) -> None:
    propose(text, today=TODAY, dateline=dateline)
    read = [mention.text for mention in mentions(text, dateline=dateline)]
    assert found in read or not found


def test_a_time_with_its_distance_from_utc_is_still_one() -> None:
    (mention,) = mentions("at 17:05:00 +0300.", dateline=19398)
    assert mention.edtf == "2023-02-10T17:05:00+03:00"


HARD = [
    "Japan signed the treaty on Tuesday. ",
    "Japan signed" + " " * 600 + "the treaty and" + "\t" * 600 + "Russia met on Tuesday. ",
    'Japan signed "' + '"' * 300 + " on Tuesday with " + "A" * 300 + ". ",
    "Japan signed the treaty" + ",;" * 300 + " on Tuesday, and " * 20,
    "on the last day of the third week of ",
    "at least as early as 2006 or ",
    "8:30 - 2018 + 0300 ",
    "\n \n",
    "Mr. A. B. ",
    "Япония, " * 40 + "подписала договор во вторник. ",
    "PARIS, 10 février" + " - " * 300 + "(AFP) Le Japon a signé, mardi, " * 9,
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", HARD, ids=range(len(HARD)))
def test_twice_the_text_takes_twice_the_calls(piece: str, language: str) -> None:
    """Counted, not timed; what one call of a pattern takes is bounded by the length of a sentence and its gaps."""

    def calls(text: str) -> int:
        count = 0

        def counted(_frame: object, event: str, _function: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(counted)
        try:
            propose(text, today=TODAY, dateline=19398, language=language)
        finally:
            sys.setprofile(before)
        return count

    size = 1 + 3000 // len(piece)
    calls(piece * size)  # what is made once is made
    assert calls(piece * 2 * size) < 2.5 * calls(piece * size)

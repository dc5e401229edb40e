"""The expressions of running text: which words they are, what they mean in news and in a history, and how they join."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period
from timeline.said.chart import Chart
from timeline.said.languages import text_grammar
from timeline.said.openings import openings_of
from timeline.said.policies import AHEAD, PAST, UNTOLD
from timeline.said.running import Expression, expressions, stretches
from timeline.said.story import Story
from timeline.said.why import because

FRIDAY = Period.day(2023, 2, 10)


def read(text: str, *, narrative: bool = False, dateline: Period | None = FRIDAY) -> list[Expression]:
    return list(expressions(text, "en", Story(dateline=dateline, narrative=narrative)))


def meanings(
    text: str, *, narrative: bool = False, dateline: Period | None = FRIDAY
) -> list[tuple[str, str | None]]:
    found = read(text, narrative=narrative, dateline=dateline)
    return [(text[one.start : one.end], one.reading.edtf) for one in found]


# In news of 2023-02-10, a Friday.
NEWS: dict[str, list[tuple[str, str | None]]] = {
    "They met on 7 February.": [("7 February", "2023-02-07")],
    "They will meet on 7 February.": [("7 February", "2024-02-07")],
    "They met in December.": [("December", "2022-12")],
    "They will meet in December.": [("December", "2023-12")],
    "They met on Tuesday.": [("Tuesday", "2023-02-07")],
    "They will meet on Tuesday.": [("Tuesday", "2023-02-14")],
    "He has ruled since 2018.": [("2018", "2018/..")],
    "He ruled until 2018.": [("2018", "../2018")],
    "It ended before 2018.": [("2018", "[..2017]")],
    "It began after March 2018.": [("March 2018", "[2018-04..]")],
    "It must end by 1 May 2023.": [("1 May 2023", "[..2023-05-01]")],
    "It lasted from 2012 to 2014.": [("2012", "2012/2014"), ("2014", "2012/2014")],
    "It was found between 2012 and 2014.": [("2012", "[2012..2014]"), ("2014", "[2012..2014]")],
    "It burned in 1941 or 1942.": [("1941", "[1941,1942]"), ("1942", "[1941,1942]")],
    "They met from 3 to 5 May 2021.": [
        ("3", "2021-05-03/2021-05-05"),
        ("5 May 2021", "2021-05-03/2021-05-05"),
    ],
    "They met from May 6 to 7, 2024.": [
        ("May 6", "2024-05-06/2024-05-07"),
        ("7, 2024", "2024-05-06/2024-05-07"),
    ],
    "It lasted from 31 May to 1 June 1916.": [
        ("31 May", "1916-05-31/1916-06-01"),
        ("1 June 1916", "1916-05-31/1916-06-01"),
    ],
    "The war of 264 to 241 BC": [("264", "-0263/-0240"), ("241 BC", "-0263/-0240")],
    "It was dug out throughout 1990-94.": [("1990", "1990/1994"), ("94", "1990/1994")],
}

NEWS |= {
    "It fell before 2010 or after 2018.": [("2010", "[..2009]"), ("2018", "[2019..]")],
    "It fell after 5 May 2018 but before 6 May 2018.": [
        ("5 May 2018", "[2018-05-06..]"),
        ("6 May 2018", "[..2018-05-05]"),
    ],
    "It fell after 2016 and before 2018.": [("2016", "2017"), ("2018", "2017")],
    "They met at 3 pm or later.": [("3 pm", "2023-02-10")],
    "It fell on the 29th, 30th or 31st of March.": [
        (day, "[2022-03-29,2022-03-30,2022-03-31]") for day in ("the 29th", "30th", "31st of March")
    ],
    "They met Thursday to Monday.": [(day, "2023-02-02/2023-02-06") for day in ("Thursday", "Monday")],
    "The talks, Thursday to Monday": [(day, "2023-02-09/2023-02-13") for day in ("Thursday", "Monday")],
    "He has ruled from 2018 to the present.": [("2018", "2018/.."), ("the present", None)],
    "He was born abroad (1945–?).": [("1945", "1945/")],
    "They moved the pre-1945 borders.": [("1945", "[..1944]")],
    "2015-1-32 was no date.": [],
}

NEWS |= {
    "It began on the 9th and ended on the 28th.": [("the 9th", "2023-01-09"), ("the 28th", "2023-01-28")],
    "It began on the 9th of May 1915 and ended on the 28th.": [
        ("the 9th of May 1915", "1915-05-09"),
        ("the 28th", "1915-05-28"),
    ],
    "They agreed on April 2 to meet.": [("April 2", "2022-04-02")],
    "They agreed to meet on April 2.": [("April 2", "2023-04-02")],
    "The mandate was extended to June 30.": [("June 30", "2023-06-30")],
    "Taxes payable by March": [("March", "[..2023-03]")],
    "He came on 31 April 2022.": [],
    "The A320s of MH-1999 flew.": [],
    "They left two years, three months and four days ago.": [
        ("two years, three months and four days ago", "2020-11-06"),
    ],
    "It will stand until 1 June 12000 AD.": [("1 June 12000 AD", None)],
    "They lost in the last two quarters, and in the last two and a half years.": [
        ("the last two quarters", "2022-07/2022-12"),
        ("the last two and a half years", None),
    ],
    "Last fortnight it rained, and in the last 3 hours.": [
        ("Last fortnight", "[2023-01-23..2023-01-29]"),
        ("the last 3 hours", None),
    ],
    "After 2018, but before the 2021 war they met.": [("2018", "[2019..2020]"), ("2021", "[2019..2020]")],
    "They met on Friday the 31st.": [("Friday the 31st", "2023-03-31")],
    "They met on the 5th of last month.": [("the 5th of last month", "2023-01-05")],
    "It rained in week 3 of last year.": [("week 3 of last year", "[2022-01-17..2022-01-23]")],
    "They met in the same month of 2015.": [("the same month of 2015", "2015-02")],
    "It burned in the night of 13/14 February 1945.": [
        ("the night of 13/14 February 1945", "[1945-02-13..1945-02-14]"),
    ],
    "They met in the first week of the 1950s.": [("the first week of the 1950s", "[1950-01-01..1950-01-07]")],
    "It was in the first decade of the 20th century.": [("the 20th century", "19XX")],
    "It was in the first year of the 1950s.": [("the 1950s", "195X")],
    "He stayed in mid- to late March 2022.": [
        ("mid", "2022-03-11/2022-03-31"),
        ("late March 2022", "2022-03-11/2022-03-31"),
    ],
}


@pytest.mark.parametrize("text", NEWS)
def test_news_leans_to_its_dateline_by_its_tense(text: str) -> None:
    assert meanings(text) == NEWS[text]


def test_a_history_leans_to_what_it_told_last() -> None:
    text = "The League met in March 1848. In May its envoys came. On 14 July 1851 the fleet sailed. In September they were tried."
    found = [edtf for _, edtf in meanings(text, narrative=True, dateline=None)]
    assert found == ["1848-03", "1848-05", "1851-07-14", "1851-09"]


def test_a_history_that_has_come_to_autumn_runs_on_into_the_next_year() -> None:
    text = "On 7 December 1941 the fleet was attacked. In January they declared war."
    assert meanings(text, narrative=True)[-1] == ("January", "1942-01")


MOVES_NOTHING = (
    "It was the largest since 1813.",
    "The accord (1813) held.",
    "The Constitution of 1813 held.",
)


@pytest.mark.parametrize("between", MOVES_NOTHING)
def test_a_year_that_only_names_or_measures_moves_no_history(between: str) -> None:
    text = f"The League met in March 1848. {between} In May its envoys came."
    assert meanings(text, narrative=True, dateline=None)[-1] == ("May", "1848-05")


def test_a_date_in_figures_keeps_the_doubt_before_it() -> None:
    assert meanings("It fell about 13/02/2023.") == [("about 13/02/2023", "2023-02-13~")]


def test_what_leans_on_nothing_says_so() -> None:
    (one,) = read("They met on Tuesday.", dateline=None)
    assert (one.reading.timex.value, one.reading.edtf) == ("XXXX-WXX-2", None)
    assert because(one.reading.whys) == "there is no dateline"


LEANS_ON_TOO_LITTLE = {
    "In 1955 he left last week.": "1955-WXX",
    "In May 1955 they met three hours later.": "1955-05TXX",
    "In 1955 they met on the 9th.": "XXXX-XX-XX",
    "In 1955 they met two weeks later.": "1955-WXX",
    "They met on the 31st of the following month.": "XXXX-XX",
}


@pytest.mark.parametrize("text", LEANS_ON_TOO_LITTLE)
def test_what_leans_on_too_coarse_a_date_is_not_dated(text: str) -> None:
    *_, one = read(text, narrative=True, dateline=None)
    assert (one.reading.timex.value, one.reading.edtf) == (LEANS_ON_TOO_LITTLE[text], None)


def test_a_weekday_beside_its_date_seeks_the_year_and_is_told_where_it_differs() -> None:
    (sought,) = read("They met on Tuesday, 7 June.")
    assert sought.reading.edtf == "2022-06-07"
    (wrong,) = read("They met on Monday, 7 June 2022.")
    assert wrong.reading.edtf == "2022-06-07"
    assert "its weekday is not the one the text names" in because(wrong.reading.whys)


@given(st.text(max_size=60), st.integers(min_value=2, max_value=30))
def test_stretches_are_the_text(text: str, size: int) -> None:
    pieces = list(stretches(text, size))
    assert "".join(piece for _, piece in pieces) == text
    assert all(text[at : at + len(piece)] == piece for at, piece in pieces)


TOKENS = (
    *(
        "on",
        "in",
        "the",
        "3",
        "5",
        "12",
        "1941",
        "2018",
        "may",
        "March",
        "Friday",
        "to",
        "and",
        "or",
        "-",
        "–",
        ",",
    ),
    *(".", "(", ")", "before", "since", "until", "by", "last", "next", "week", "year", "of", "early", "'"),
)
WORDS = st.lists(st.sampled_from(TOKENS), max_size=12)


@given(WORDS, st.booleans())
def test_expressions_stand_in_order_and_their_edtf_is_one(words: list[str], narrative: bool) -> None:
    text = " ".join(words)
    found = read(text, narrative=narrative)
    ends = [place for one in found for place in (one.start, one.end)]
    assert ends == sorted(ends)
    for one in found:
        assert one.start < one.end
        if one.reading.edtf is not None:
            assert str(EventDate.parse(one.reading.edtf)) == one.reading.edtf


@given(WORDS)
def test_no_mention_begins_where_two_tokens_are_passed_over(words: list[str]) -> None:
    grammar = text_grammar("en")
    chart, openings = Chart(grammar, " ".join(words), cased=True), openings_of(grammar)
    codes = [token.digits or token.word for token in chart.tokens] + [""]
    for at in range(len(chart.tokens)):
        if not openings.fit("mention", codes[at], codes[at + 1]):
            assert not chart.at("mention", at)


TENSES = {
    "The talks held on ": PAST,
    "They will meet on ": AHEAD,
    "The summit is scheduled for ": AHEAD,
    "The accord is to be signed on ": AHEAD,
    "Talks between them on ": UNTOLD,
    "It will open. They met on ": PAST,
}


@pytest.mark.parametrize("text", TENSES)
def test_the_nearest_verb_before_an_expression_tells_its_tense(text: str) -> None:
    assert [one.reading.tense for one in read(f"{text}4 April.")] == [TENSES[text]]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "He came on 03/02/2023.", "2023-03-02"),
        ("en", "He came on 03.02.2023.", "2023-02-03"),
        ("en", "He came on 12.25.2022.", "2022-12-25"),
        ("fr", "Il est venu le 03/02/2023.", "2023-02-03"),
        ("ru", "Он приехал 03/02/2023.", "2023-02-03"),
    ],
)
def test_the_month_stands_first_in_english_alone_and_behind_no_full_stop(
    language: str, text: str, edtf: str
) -> None:
    (one,) = expressions(text, language, Story(dateline=FRIDAY, narrative=False))
    assert one.reading.edtf == edtf

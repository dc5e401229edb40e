"""Expressions of time, one by one: what they mean on Friday, 10 February 2023."""

import pytest
from counting import steps
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period
from timeline.drafts.article import mentions
from timeline.drafts.mention import Mention
from timeline.drafts.tagger import tag

FRIDAY = days_from_civil(2023, 2, 10)


def read(text: str, *, narrative: bool = False) -> list[tuple[str, str, str | None]]:
    """Text, value and EDTF of every expression."""
    return [(m.text, m.value, m.edtf) for m in mentions(text, dateline=FRIDAY, narrative=narrative)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 2023-01-09.", [("2023-01-09", "2023-01-09", "2023-01-09")]),
        ("They met on 13/01/2023.", [("13/01/2023", "2023-01-13", "2023-01-13")]),
        ("They met on Jan. 9, 2023.", [("Jan. 9, 2023", "2023-01-09", "2023-01-09")]),
        ("They met on the 9th of January 2023.", [("the 9th of January 2023", "2023-01-09", "2023-01-09")]),
        ("It was born in April of '87.", [("April of '87", "1987-04", "1987-04")]),
        ("It ended in nineteen ninety-six.", [("nineteen ninety-six", "1996", "1996")]),
        ("He left in March last year.", [("March last year", "2022-03", "2022-03")]),
        ("He spoke last Tuesday.", [("last Tuesday", "2023-02-07", "2023-02-07")]),
        ("He will speak next Tuesday.", [("next Tuesday", "2023-02-14", "2023-02-14")]),
        ("He will speak on Friday.", [("Friday", "2023-02-10", "2023-02-10")]),
        ("He spoke on Monday of last week.", [("Monday of last week", "2023-01-30", "2023-01-30")]),
        ("He spoke the day before yesterday.", [("the day before yesterday", "2023-02-08", "2023-02-08")]),
        ("They left three weeks ago.", [("three weeks ago", "2023-W03", "2023-01-20")]),
        ("They left a decade ago.", [("a decade ago", "2013", "2013~")]),
        ("They left years ago.", [("years ago", "PAST_REF", None)]),
        ("They will meet in two weeks.", [("two weeks", "2023-02-24", "2023-02-24")]),
        ("It was built in two weeks.", [("two weeks", "P2W", None)]),
        ("He came on Tuesday morning.", [("Tuesday morning", "2023-02-07TMO", "2023-02-07")]),
        ("He came at 3 p.m. on Tuesday.", [("3 p.m. on Tuesday", "2023-02-07T15:00", "2023-02-07T15:00:00")]),
        ("He came at noon.", [("noon", "2023-02-10T12:00", "2023-02-10T12:00:00")]),
        ("It lasted more than two years.", [("more than two years", "P2Y", None)]),
        ("It lasted a year and a half.", [("a year and a half", "P1.5Y", None)]),
        ("They meet every other week.", [("every other week", "P2W", None)]),
        ("They met on Mondays.", [("Mondays", "XXXX-WXX-1", None)]),
        ("It was so from 1914 to 1918.", [("1914", "1914", "1914/1918"), ("1918", "1918", "1914/1918")]),
        ("It was so in 1939-45.", [("1939", "1939", "1939/1945"), ("45", "1945", "1939/1945")]),
        ("It may be 2018 or 2020.", [("2018", "2018", "[2018,2020]"), ("2020", "2020", "[2018,2020]")]),
        ("It was known before 2018.", [("2018", "2018", "[..2017]")]),
        ("It was known after March 2018.", [("March 2018", "2018-03", "[2018-04..]")]),
        ("He must go by 1 May 2023.", [("1 May 2023", "2023-05-01", "[..2023-05-01]")]),
        ("He stayed until the 1990s.", [("the 1990s", "199", "../199X")]),
        ("It began in the second half of the 19th century.", [("the second half of the 19th century", "18", "[1850..1899]")]),
        ("It began in the first half of 2022.", [("the first half of 2022", "2022-H1", "2022-40")]),
        ("It began in the third quarter of last year.", [("the third quarter of last year", "2022-Q3", "2022-35")]),
        ("The last day of March 2022 came.", [("The last day of March 2022", "2022-03-31", "2022-03-31")]),
        ("The first week of January 2023 passed.", [("The first week of January 2023", "2022-W52", "[2023-01-01..2023-01-07]")]),
        ("Thanksgiving 2022 passed.", [("Thanksgiving 2022", "2022-11-24", "2022-11-24")]),
        ("The fiscal year 2022 ended.", [("The fiscal year 2022", "FY2022", None)]),
        ("Week 31 of 2022 passed.", [("Week 31 of 2022", "2022-W31", "[2022-08-01..2022-08-07]")]),
        ("From 264 to 146 BC they fought.", [("264", "BC0264", "-0263/-0145"), ("146 BC", "BC0146", "-0263/-0145")]),
        ("It is half past eight.", [("half past eight", "2023-02-10T08:30", "2023-02-10T08:30:00")]),
        ("Two days before Christmas they left.", [("Two days before Christmas", "2022-12-23", "2022-12-23")]),
        ("On Tuesday, February 7, they met.", [("Tuesday, February 7", "2023-02-07", "2023-02-07")]),
    ],
)  # fmt: skip
def test_an_expression_means(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(text) == expected


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    assert "2022-04-31" not in [value for _, value, _ in read("It fell on 31 April 2022.")]


@pytest.mark.parametrize(
    "text",
    [
        "The convoy had 2000 soldiers and 1500 tons.",
        "Flight 1999 cost $2015.",
        "They may march on the second.",
        "Mr. August Klein met April Hartley.",
        "The Long March went on.",
        "Version 1.2.2018a of the list.",
        "The MH-1999 crashed.",
        "Every body knows the May Fair.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert not [row for row in read(text) if row[2] is not None]


def test_a_story_leans_on_the_date_told_last() -> None:
    told = read(
        "In May 1905 he left. Two days later, on 14 June 1905, they met. In July it rose. The following year it fell.",
        narrative=True,
    )
    assert [value for _, value, _ in told][-3:] == ["1905-06-14", "1905-07", "1906"]


def test_months_run_on_past_december() -> None:
    told = read("In November 1905 he left. In January he came back.", narrative=True)
    assert told[-1][1] == "1906-01"


def test_without_an_anchor_only_what_needs_one_is_open() -> None:
    found = mentions("He came on Tuesday, in May 2020 and in 1999.")
    assert [(m.value, m.needs_anchor) for m in found] == [
        ("XXXX-WXX-2", True),
        ("2020-05", False),
        ("1999", False),
    ]


def _lawful(text: str, found: tuple[Mention, ...]) -> None:
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.type in ("DATE", "TIME", "DURATION", "SET")
        assert mention.value
        if mention.edtf is not None:
            assert str(EventDate.parse(mention.edtf)) == mention.edtf
        end = mention.end


_WORDS = [
    "on",
    "in",
    "at",
    "since",
    "until",
    "from",
    "to",
    "between",
    "and",
    "the",
    "a",
    "of",
    "last",
    "next",
    "early",
    "late",
    "mid",
    "-",
    "–",
    ",",
    ".",
    "'s",
    "first",
    "second",
    "12",
    "3",
    "31",
    "2018",
    "1999",
    "44",
    "480",
    "BC",
    "May",
    "March",
    "Monday",
    "Friday",
    "February",
    "Feb.",
    "week",
    "days",
    "years",
    "ago",
    "later",
    "before",
    "after",
    "quarter",
    "half",
    "century",
    "1990s",
    "'82",
    "8:30",
    "p.m.",
    "noon",
    "GMT",
    "Christmas",
    "Easter",
    "two",
    "twenty",
    "five",
    "hundred",
    "thousand",
    "spring",
    "winter",
    "morning",
    "night",
    "today",
    "now",
    "recently",
    "every",
    "year",
    "1st",
    "21st",
    "7/8/07",
    "2018-02-30",
    "2020-01-01",
    "\n\n",
]


@given(words=st.lists(st.sampled_from(_WORDS), max_size=30), narrative=st.booleans())
def test_whatever_the_words_spans_are_true_and_dates_are_dates(*, words: list[str], narrative: bool) -> None:
    text = " ".join(words)
    _lawful(text, mentions(text, dateline=FRIDAY, narrative=narrative))


@given(st.text(max_size=80))
def test_any_text_is_read_without_complaint(text: str) -> None:
    _lawful(text, mentions(text, today=FRIDAY))


@pytest.mark.parametrize(
    "word",
    [
        "the end of ",
        "early ",
        "one ",
        "2018 ",
        "12 ",
        "Feb 1",
        "the night of ",
        "1.",
        "2018-",
        ".",
        "two days before ",
        "'82 ",
    ],
)
def test_work_grows_with_the_text_and_not_faster(word: str) -> None:
    def read(length: int) -> None:
        text = word * (length // len(word))
        for _ in tag(text, dateline=Period("day", FRIDAY), narrative=False):
            pass

    read(1000)  # the first time, tables are made
    assert steps(lambda: read(2000)) < 2.2 * steps(lambda: read(1000))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He spoke shortly after 11 a.m. on Monday.", "2021-05-03"),  # no interval from a time on
        ("It has stood since 2018 and after that it fell.", "2018/.."),
        ("They met in 2018 and later the talks failed.", "2018"),
        ("They met in 2018 and later.", "2018/.."),
        ("She is to speak within weeks, i.e. by the end of July.", "[..2021-07]"),
    ],
)
def test_after_and_later_mean_what_they_say(text: str, edtf: str) -> None:
    assert edtf in [m.edtf for m in mentions(text, dateline=days_from_civil(2021, 5, 6))]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It fell in 2019. In July of that year they met.", "2019-07"),
        ("It fell in 2019. On 25 July of that year they met.", "2019-07-25"),
        ("It fell in 2019. In the spring of that year they met.", "2019-21"),
        ("It fell in 2019. They had met in March of the previous year.", "2018-03"),
        ("It happened on the 5th of last month.", "2023-01-05"),
        ("They met on the night of 20 June 2021.", "[2021-06-20..2021-06-21]"),
        ("They met on the eve of 20 June 2021.", "2021-06-19"),
        ("They met at 8 p.m. on 20 June 2021.", "2021-06-20T20:00:00"),
        ("They met two days before 20 June 2021.", "2021-06-18"),
        ("They met three months after June 2021.", "2021-09"),
        ("They met several days before 20 June 2021.", None),
        ("They met on Thanksgiving 2023.", "2023-11-23"),
        ("They met on Memorial Day 2023.", "2023-05-29"),
        ("They met on Easter 2021.", "2021-04-04"),
        ("They met on Orthodox Easter 2021.", "2021-05-02"),
        ("They met on Orthodox Easter Monday 2021.", "2021-05-03"),
        ("They met on Greek Orthodox Good Friday 2021.", "2021-04-30"),
        ("They met on Orthodox Pentecost 2021.", "2021-06-20"),
        ("They met in the second half of 2021.", "2021-41"),
        ("They met in the last quarter of 2021.", "2021-36"),
        ("They met on the first day of March 2021.", "2021-03-01"),
        ("They met in the last week of 2021.", "[2021-12-25..2021-12-31]"),
        ("They met sometime in 2021.", "2021"),
        ("They met in next year's first quarter.", "2024-33"),
        ("They met in Q3 2021.", "2021-35"),
        ("They met in the third quarter.", "2022-35"),
        ("They left two years, three months and four days ago.", "2020-11-06"),
        ("They will meet three weeks from tomorrow.", "2023-03-04"),
        ("It fell on 3 May 2019. Three days later they met.", "2019-05-06"),
    ],
)
def test_an_expression_leans_on_what_it_names(text: str, edtf: str | None) -> None:
    assert mentions(text, dateline=FRIDAY)[-1].edtf == edtf


def test_two_expressions_share_a_noun() -> None:
    assert [m.edtf for m in mentions("in the 18th and 19th centuries", dateline=FRIDAY)] == ["17XX", "18XX"]

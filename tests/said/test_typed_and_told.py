"""What is typed says the same in running text, or a table tells why a text is read otherwise."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from said.test_rules import TOLD

from timeline.dates.calendar import days_from_civil
from timeline.dates.periods import Period
from timeline.errors import DateError
from timeline.said.chart import Chart
from timeline.said.languages import LANGUAGES
from timeline.said.policies import Standpoint
from timeline.said.running import expressions
from timeline.said.settle import settle
from timeline.said.story import Story

TODAY = days_from_civil(2023, 2, 10)  # a Friday
SENTENCES = {"en": "It happened {}.", "fr": "Cela eut lieu {}.", "ru": "Это было {}."}


class Otherwise(NamedTuple):
    """Why texts of some languages are read otherwise than what is typed, and what each tells ("" for nothing)."""

    languages: str
    why: str
    told: dict[str, str]


TABLE = (
    Otherwise(
        "en fr",
        "figures beside figures count or number something; the year of four digits is one all the same",
        {"2009 03 31": "2009"},
    ),
    Otherwise(
        "en fr ru",
        "figures alone are shares, parts of a number, or what somebody's catalogue writes",
        {"2022-080": "", "193-": "", "[193-?]": "", "19--?": "", "19xx": ""},
    ),
    Otherwise("en ru", "two numbers with a stroke are a share", {"13/2": ""}),
    Otherwise("en", "a number and an open digit are the name of a type", {"about 201X": ""}),
    Otherwise("en", "an ordinal without an article belongs to a noun", {"25th": ""}),
    Otherwise("en", "a season without an article or a preposition belongs to a noun", {"winter": ""}),
    Otherwise("en", "where the past is told, nothing happened in what is to come", {"in 3 weeks": "P3W"}),
    Otherwise(
        "en fr", "a question mark ends a sentence", {"1956 ?": "1956", "1939-1945?": "1939/1945, 1939/1945"}
    ),
    Otherwise("en", "a question mark ends a sentence", {"[1931 or 1932]?": "[1931,1932], [1931,1932]"}),
    Otherwise(
        "en",
        "a doubt is that of the whole sentence: it probably happened",
        {
            "1920, probably": "1920",
            "probably, around 1950": "1950~",
            "probably between 2018 and 2020": "[2018..2020], [2018..2020]",
        },
    ),
    Otherwise("en fr", "what stands behind belongs to what follows", {"1922 ca.": "1922"}),
    Otherwise("en", "who writes of what is unknown before a dash writes of something else", {"unknown – 1985": "1985"}),
    Otherwise("en fr", "an x is that of a product", {"1920 x 1925": "1920, 1925"}),
    Otherwise(
        "en",
        "something was in each of several dates, and each is a mention of its own",
        {"2018 and 2020": "2018, 2020", "2018, and 2020": "2018, 2020", "2017, 2018 and 2020": "2017, 2018, 2020"},
    ),
    Otherwise(
        "ru",
        "something was in each of several dates, and each is a mention of its own",
        {"в XVIII и XIX веках": "17XX, 18XX", "в 2019-м и с. г.": "2019, 2023"},
    ),
    Otherwise("en fr ru", "two dots are those of a path", {"2022-03-01..2022-03-21": "2022-03-01"}),
    Otherwise(
        "ru",
        "a number is a year where its word stands by, or an ending",
        {"2018": "", "2009 03 31": "", "1956 ?": "", "1939-1945?": "", "1945 -- 1950": "", "1945-?": "", "1920 x 1925": ""},
    ),
    Otherwise("ru", "a year before a decade is not told to be one", {"1955–1960-е": "196X"}),
    Otherwise("ru", "of a year that is over, earlier is in it", {"ранее в 2018 году": "2018"}),
)  # fmt: skip
OTHERWISE = {(name, text): told for row in TABLE for name in row.languages.split() for text, told in row.told.items()}  # fmt: skip

MORE = {
    "en": (
        "1956 January to July", "March 2022 - May", "1940s BC", "on January 26 (February 7), 1855", "30 April/1 May 2021", "March 750", "c. 1550-70",
        "after c. 1950", "by c. 1950", "between c. 1920 and 1925", "c. 1920 or 1925", "since c. 1950", "by the 1950s", "between the 1950s and the 1970s",
        "between March 2018 and 2020", "by spring 2022", "from 2018 to now", "2018 or after", "2014 and later", "3, 4 or 5 May 2021", "Thursday to Monday",
        "2022-03-01 or 2023",
    ),
    "fr": (
        "du 14/26 décembre 1825", "vers 1550-70", "de 2018 à nos jours", "2014 et au-delà", "au plus tard en 1925", "jusqu'en 1925", "2018, 2019 ou 2020",
        "première quinzaine de mars", "de mars 2022 à mai",
    ),
    "ru": (
        "14/26 декабря 1825 года", "не позднее 1925 года", "не позднее 3 мая 1945", "к 1950-м годам", "с 2018 года по настоящее время",
        "в течение 2020 года", "в 2018, 2019 или 2020 году", "19 век", "с марта 2022 по май",
    ),
}  # fmt: skip


def typed(text: str, name: str) -> str:
    """The EDTF of what is typed, "" where the language does not read it."""
    value = Chart(LANGUAGES.load(name), text.rstrip(".,;!")).whole("text")
    try:
        return "" if value is None else settle(value, Standpoint(today=TODAY)).edtf
    except DateError:
        return ""


def told(text: str, name: str) -> list[str]:
    """What is stored of the expressions in a sentence of the past, or what TIMEX3 writes where they are no dates."""
    story = Story(dateline=Period("day", TODAY), narrative=False)
    readings = [one.reading for one in expressions(SENTENCES[name].format(text), name, story)]
    return [each.edtf for each in readings if each.edtf] or [each.timex.value for each in readings]


def examples() -> Iterator[tuple[str, str]]:
    """All that the rules of a language give as examples, where the language itself reads it."""
    for name in LANGUAGES:
        found = dict.fromkeys(text for rule in LANGUAGES.load(name).rows for text in rule.examples)
        yield from ((name, text) for text in (*found, *TOLD.get(name, ()), *MORE[name]) if typed(text, name))


EXAMPLES = list(examples())


@pytest.mark.parametrize(("name", "text"), [each for each in EXAMPLES if each not in OTHERWISE])
def test_what_is_typed_says_the_same_in_running_text(name: str, text: str) -> None:
    assert set(told(text, name)) == {typed(text, name)}


@pytest.mark.parametrize(("name", "text"), OTHERWISE)
def test_what_a_text_reads_otherwise_is_known(name: str, text: str) -> None:
    assert ", ".join(told(text, name)) == OTHERWISE[name, text]
    assert set(told(text, name)) != {typed(text, name)}


def test_only_what_is_typed_can_be_told_otherwise() -> None:
    assert set(OTHERWISE) <= set(EXAMPLES)
    assert all(typed(text, name) for name, texts in MORE.items() for text in texts)

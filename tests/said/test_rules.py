"""Every row of the grammar: its examples are read by it, what looks like it and is not, is not; languages agree."""

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.errors import DateError
from timeline.said import common, joins, spans
from timeline.said.chart import Chart
from timeline.said.languages import LANGUAGES, language
from timeline.said.patterns import Grammar, Rule
from timeline.said.policies import Standpoint
from timeline.said.settle import settle

AT = Standpoint(today=days_from_civil(2023, 2, 10))  # a Friday
SHARED = (*common.WORDS, *common.NUMBERS, *joins.JOINS, *spans.SPANS)
ROWS = [(name, rule) for name in LANGUAGES for rule in LANGUAGES.load(name).rows if rule not in SHARED]
ALL = [*ROWS, *(("en", rule) for rule in SHARED)]
IDS = [f"{name}-{rule.name}" for name, rule in ALL]

# What the rows that all languages share read in the others: their own examples are English.
TOLD = {
    "fr": {
        "le 21-févr.-2022": "2022-02-21", "3 mai de l'année 2021": "2021-05-03", "7 février": "2023-02-07",
        "14 juillet": "2022-07-14", "mars 2022": "2022-03", "au mois de mars de l'année 2022": "2022-03",
        "sept. 2001": "2001-09", "2021-août": "2021-08", "2021 avril-juin": "2021-04/2021-06",
        "1945-mai 1946": "1945/1946-05", "printemps 2024": "2024-21", "été de l'année 2021": "2021-22",
        "2021-T3": "2021-35", "2021T3": "2021-35", "hiver 1939-1940": "1939-24", "hiver 2023/25": "",
        "l'hiver": "2022-24", "1er ramadan 1443": "[2022-04-02..2022-04-04]",
        "ramadan 1443 de l'hégire": "[2022-04-02..2022-05-03]", "ramadan 2022": "",
        "le 18 brumaire an VIII": "1799-11-09", "9 thermidor de l'an II": "1794-07-27",
        "le 31 brumaire an VIII": "", "le 18 brumaire an XV": "",
        "en brumaire an VIII": "[1799-10-23..1799-11-21]", "dans 3 semaines": "2023-03-03",
        "deux semaines après le 5 mai 2022": "2022-05-19", "2 mois avant le 5 mai 2022": "2022-03",
        "3 jours après mars 2022": "", "aujourd'hui": "2023-02-10", "hier": "2023-02-09",
        "avant-hier": "2023-02-08", "après-demain": "2023-02-12", "ce mardi": "", "cet hiver": "2022-24",
        "ce mois de mai": "2023-05", "début mars 2024": "[2024-03-01..2024-03-10]",
        "mi-mars 2024": "[2024-03-11..2024-03-20]", "à la fin de mars 2024": "[2024-03-21..2024-03-31]",
        "milieu du XXe siècle": "1950~", "fin des années 1990": "[1997..1999]", "début 10 février 2023": "",
        "premier lundi de mai 2021": "2021-05-03", "dernier vendredi de mars 2022": "2022-03-25",
        "cinquième lundi de juin 2021": "", "première semaine de mai 1945": "[1945-05-01..1945-05-07]",
        "dernier jour d'octobre 2015": "2015-10-31", "semaine du 21 mars 2022": "[2022-03-21..2022-03-27]",
        "3 mai 1945 à midi": "1945-05-03T12:00:00",
    },
    "ru": {
        "21 марта 2022 года": "2022-03-21", "24-фев-2022": "2022-02-24", "3 мая, 1945": "1945-05-03",
        "7 фев.": "2023-02-07", "29 февраля": "2020-02-29", "март 2022 года": "2022-03",
        "сент. 2001": "2001-09", "2022 год, март": "2022-03", "2021-май": "2021-05",
        "осень 1941 года": "1941-23", "летом в 2020 году": "2020-22", "2021 год, III квартал": "2021-35",
        "зимой 1941/42 г.": "1941-24", "зима 1939–1940 гг.": "1939-24", "зимой 2023/25": "",
        "зимой": "2022-24", "1 рамадана 1443 г. хиджры": "[2022-04-02..2022-04-04]",
        "рамадан 1443": "[2022-04-02..2022-05-03]", "рамадан": "", "рамадан 2022": "",
        "1441 г. х.": "[2019-08-31..2020-08-20]", "1505 г. хиджры": "[2081-10-03..2082-09-24]",
        "18 брюмера VIII года": "1799-11-09", "брюмер VIII года": "[1799-10-23..1799-11-21]",
        "2 месяца назад": "2022-12", "два десятилетия назад": "2003~", "через 3 недели": "2023-03-03",
        "через две недели после 5 мая 2022": "2022-05-19", "за день до 21 марта 2022": "2022-03-20",
        "через 3 дня после марта 2022": "", "сегодня": "2023-02-10", "вчера": "2023-02-09",
        "послезавтра": "2023-02-12", "в прошлую пятницу": "2023-02-03", "в следующую пятницу": "",
        "в этот вторник": "", "в прошлом марте": "2022-03", "прошлым летом": "2022-22",
        "в следующем марте": "", "начало марта 2024": "[2024-03-01..2024-03-10]",
        "в середине XX века": "1950~", "конец 1990-х": "[1997..1999]", "начало 10 февраля 2023": "",
        "первый понедельник мая 2021": "2021-05-03", "в последнюю пятницу марта 2022": "2022-03-25",
        "пятый понедельник июня 2021": "", "22 июня 1941, полдень": "1941-06-22T12:00:00",
    },
}  # fmt: skip


def read(text: str, grammar: Grammar) -> str:
    """The EDTF of a whole text; "" when it is refused."""
    value = Chart(grammar, text.rstrip(".,;!")).whole("text")
    try:
        return "" if value is None else settle(value, AT).edtf
    except DateError:
        return ""


def without(name: str, rule: Rule, *others: Rule) -> Grammar:
    """The grammar of a language in which others stand for a rule."""
    grammar = LANGUAGES.load(name)
    return Grammar(grammar.vocabulary, [*(row for row in grammar.rows if row is not rule), *others])


@pytest.mark.parametrize(("name", "rule"), ALL, ids=IDS)
def test_a_row_reads_its_examples(name: str, rule: Rule) -> None:
    assert rule.examples
    grammar = LANGUAGES.load(name)
    assert {text: read(text, grammar) for text in rule.examples} == rule.examples


@pytest.mark.parametrize("name", TOLD)
def test_shared_rows_read_the_words_of_each_language(name: str) -> None:
    grammar = LANGUAGES.load(name)
    assert {text: read(text, grammar) for text in TOLD[name]} == TOLD[name]


@pytest.mark.parametrize(("name", "rule"), ALL, ids=IDS)
def test_no_row_can_be_left_out(name: str, rule: Rule) -> None:
    others, grammar = without(name, rule), LANGUAGES.load(name)
    assert any(
        Chart(others, text).whole("text") != Chart(grammar, text).whole("text") for text in rule.examples
    ), "the row says nothing that others do not say"


def test_names_of_rows_are_unique() -> None:
    for name in LANGUAGES:
        names = [rule.name for rule in LANGUAGES.load(name).rows]
        assert len(names) == len(set(names))


def test_a_row_gives_nothing_where_another_language_has_no_words() -> None:
    bare = language({}, ())
    assert read("2022/03/21", bare) == "2022-03-21"
    assert read("21 March 2022", bare) == ""


def test_phrases_nest_only_so_deep() -> None:
    assert read("(" * 60 + "2018" + ")" * 60, LANGUAGES.load("en")) == ""
    assert read("((2018))", LANGUAGES.load("en")) == "2018"

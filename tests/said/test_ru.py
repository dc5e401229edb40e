"""Russian dates: laws on generated days, what people write, refusals, and corpora where they stand beside the project."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import civil_from_days, days_from_civil, weekday
from timeline.dates.event_date import EventDate
from timeline.dates.feasts import orthodox_easter
from timeline.errors import DateError
from timeline.said.languages import LANGUAGES, languages_of
from timeline.said.patterns import Grammar
from timeline.said.reading import read_date
from timeline.said.ru.words import VOCABULARY

TODAY = days_from_civil(2023, 2, 10)  # a Friday
SHARED = Path(__file__).resolve().parents[3] / "shared"

# Nominative, genitive, prepositional, and what people shorten it to.
MONTHS = (
    ("январь", "января", "январе", "янв."),
    ("февраль", "февраля", "феврале", "февр."),
    ("март", "марта", "марте", "мар."),
    ("апрель", "апреля", "апреле", "апр."),
    ("май", "мая", "мае", "май"),
    ("июнь", "июня", "июне", "июн."),
    ("июль", "июля", "июле", "июл."),
    ("август", "августа", "августе", "авг."),
    ("сентябрь", "сентября", "сентябре", "сент."),
    ("октябрь", "октября", "октябре", "окт."),
    ("ноябрь", "ноября", "ноябре", "нояб."),
    ("декабрь", "декабря", "декабре", "дек."),
)
# Nominative, and with its preposition "on".
WEEKDAYS = (
    ("понедельник", "в понедельник", "пн."),
    ("вторник", "во вторник", "вт."),
    ("среда", "в среду", "ср."),
    ("четверг", "в четверг", "чт."),
    ("пятница", "в пятницу", "пт."),
    ("суббота", "в субботу", "сб."),
    ("воскресенье", "в воскресенье", "вс."),
)
UNITS = "перв втор трет четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат"
TEENS = "пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
STEMS = f"{UNITS} {TEENS}".split()

NEARBY = "позапозавчера позавчера вчера сегодня завтра послезавтра послепослезавтра"

days = st.integers(days_from_civil(100, 1, 1), days_from_civil(9999, 12, 31))


def read(text: str, *, today: int = TODAY, language: str | None = None) -> str:
    return read_date(text, today=today, language=language).edtf


def in_words(day: int) -> str:
    """The day of a month in the genitive."""
    tens, unit = divmod(day, 10)
    if day > 20 and unit:
        return f"{('двадцать', 'тридцать')[tens - 2]} {in_words(unit)}"
    stem = "тридцат" if day == 30 else STEMS[day - 1]
    return stem + ("ьего" if stem == "трет" else "ого")


# Laws

DAY_STYLES = (
    "{d} {of} {y}",
    "{d} {of} {y} г.",
    "{d} {of} {y} года",
    "{d} {OF} {y}г.",
    "{d} {short} {y} г.",
    "{d}-е {of} {y}",
    "{d}-го {of} {y}-го года",
    "{words} {of} {y} года",
    "{on}, {d} {of} {y} г.",
    "{weekday} {d} {of} {y}",
    "{wd}, {d} {short} {y}",
    "{y} год, {d} {of}",
    "{d:02d}.{m:02d}.{y} г.",
    "  {d}   {of},  {y}  ",
    "{d} {of} {y} г. (н. ст.)",
)


@given(days, st.sampled_from(DAY_STYLES))
def test_a_day_is_the_same_in_every_style(day: int, style: str) -> None:
    year, month, number = civil_from_days(day)
    name, of, _, short = MONTHS[month - 1]
    called, on, brief = WEEKDAYS[weekday(day)]
    text = style.format(
        d=number, m=month, y=year, of=of, OF=of.upper(), short=of if short == name else short,
        words=in_words(number), weekday=called, on=on, wd=brief,
    )  # fmt: skip
    assert read(text) == f"{year:04d}-{month:02d}-{number:02d}"


def test_every_day_of_a_year_is_read() -> None:
    for day in range(days_from_civil(2024, 1, 1), days_from_civil(2025, 1, 1)):
        _, month, number = civil_from_days(day)
        of = MONTHS[month - 1][1]
        assert (
            read(f"{number} {of} 2024 г.")
            == read(f"{in_words(number)} {of} 2024")
            == f"2024-{month:02d}-{number:02d}"
        )


@given(
    st.integers(100, 9999),
    st.sampled_from(MONTHS),
    st.sampled_from(["{0} {y}", "{0} {y} года", "в {2} {y} г.", "{3} {y}", "до {1} {y}", "{y} год, {0}"]),
)
def test_a_month_stays_a_month(year: int, names: tuple[str, ...], style: str) -> None:
    month = f"{year:04d}-{MONTHS.index(names) + 1:02d}"
    found = read(style.format(*names, y=year))
    if style.startswith("до"):
        last, first = EventDate.parse(found).last_day, EventDate.parse(month).first_day
        assert last is not None
        assert last + 1 == first
    else:
        assert found == month


@given(days, st.integers(-3, 3))
def test_words_beside_today_are_days(today: int, away: int) -> None:
    word = NEARBY.split()[away + 3]
    year, month, day = civil_from_days(today + away)
    if 100 <= year <= 9999:
        assert read(word, today=today) == f"{year:04d}-{month:02d}-{day:02d}"


@given(days, st.integers(0, 6))
def test_a_weekday_is_the_latest_and_the_past_one_is_before_today(today: int, wanted: int) -> None:
    on = WEEKDAYS[wanted][1]
    latest = EventDate.parse(read(on, today=today)).first_day
    assert latest is not None
    assert 0 <= today - latest < 7
    assert weekday(latest) == wanted
    past = EventDate.parse(read(f"прошлый {WEEKDAYS[wanted][0]}", today=today)).first_day
    assert past == (latest - 7 if latest == today else latest)


@given(st.integers(1, 20), st.sampled_from(["{} в.", "{} век", "в {} веке", "{} столетие", "{}-й век"]))
def test_a_century_is_the_same_in_digits_and_roman_numerals(number: int, style: str) -> None:
    roman = next(words.split(", ")[0] for each, words in VOCABULARY["ROMAN"].items() if each == number)
    assert read(style.format(number)) == f"{number - 1:02d}XX"
    if "-й" not in style:
        assert read(style.format(roman.upper())) == f"{number - 1:02d}XX"


@given(st.integers(1583, 2299))
def test_orthodox_easter_is_a_sunday_not_before_the_western_one_of_old(year: int) -> None:
    day = orthodox_easter(year)
    assert weekday(day) == 6
    assert read(f"Пасха {year} г.") == "-".join(f"{part:02d}" for part in civil_from_days(day))
    assert days_from_civil(year, 4, 1) <= day <= days_from_civil(year, 5, 10)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1916, 4, 23), (1991, 4, 7), (2000, 4, 30), (2022, 4, 24), (2024, 5, 5)]
)
def test_orthodox_easters_that_almanacs_give(year: int, month: int, day: int) -> None:
    assert orthodox_easter(year) == days_from_civil(year, month, day)


words = st.sampled_from(
    [each for table in VOCABULARY.values() for words in table.values() for each in words.split(", ")]
)
pieces = st.one_of(
    words, words, st.sampled_from(["1", "14", "2022", "1950", "-", "–", "/", ",", ".", "(", ")", "?", "XIX"])
)


@given(st.lists(pieces, max_size=8), st.sampled_from(["", " ", " "]))
def test_any_words_give_a_valid_date_or_a_date_error(parts: list[str], space: str) -> None:
    try:
        understood = read_date(space.join(parts), today=TODAY)
    except DateError:
        return
    assert EventDate.parse(understood.edtf).text == understood.edtf


# What people write

READ = {
    "21 марта 2022 г.": "2022-03-21",
    "в марте 2022": "2022-03",
    "Март 2022 года": "2022-03",
    "около 1920": "1920~",
    "ок. 1920 г.": "1920~",
    "примерно в 1920 году": "1920~",
    "предположительно 1956": "1956?",
    "1956 г., предположительно": "1956?",
    "вероятно, около 1950": "1950%",
    "1920 (?)": "1920?",
    "1920 (приблизительно)": "1920~",
    "1950 или около того": "1950~",
    "до 2018": "[..2017]",
    "ранее 2018 г.": "[..2017]",
    "после 2018": "[2019..]",
    "позднее 2018-го": "[2019..]",
    "с 2018": "2018/..",
    "начиная с 2018 года": "2018/..",
    "с 2018 года и далее": "2018/..",
    "по 2018 год": "../2018",
    "вплоть до 2018 года": "../2018",
    "не ранее 2018": "[2018..]",
    "не раньше чем в мае 2018": "[2018-05..]",
    "не позднее 3 мая 1945 г.": "[..1945-05-03]",
    "к маю 2022": "[..2022-05]",
    "2018 или позже": "[2018..]",
    "2018 или ранее": "[..2018]",
    "между 2018 и 2020": "[2018..2020]",
    "между мартом и маем 2022 года": "[2022-03..2022-05]",
    "между 1 и 3 мая 2021": "[2021-05-01..2021-05-03]",
    "после 2018, но до 2021": "[2019..2020]",
    "с 2018 по 2020 год": "2018/2020",
    "в период с 2018 по 2020 гг.": "2018/2020",
    "1941–1945 гг.": "1941/1945",
    "1–3 мая 2021": "2021-05-01/2021-05-03",
    "с 1 по 3 мая 2021 г.": "2021-05-01/2021-05-03",
    "с 30 апреля по 3 мая 2021 г.": "2021-04-30/2021-05-03",
    "май—июнь 2021 г.": "2021-05/2021-06",
    "с 2018 г. по настоящее время": "2018/..",
    "2018 – н. в.": "2018/..",
    "2018 или 2020": "[2018,2020]",
    "1, 2 или 3 мая 2021": "[2021-05-01,2021-05-02,2021-05-03]",
    "май или июнь 1945": "[1945-05,1945-06]",
    "2018 и 2020 годы": "{2018,2020}",
    "весь 2018 год": "2018/2018",
    "начало марта 2024": "[2024-03-01..2024-03-10]",
    "в середине марта 2024": "[2024-03-11..2024-03-20]",
    "конец марта 2024": "[2024-03-21..2024-03-31]",
    "весной 2024": "2024-21",
    "зимой 1941/42 гг.": "1941-24",
    "I квартал 2022": "2022-33",
    "2-е полугодие 2021 года": "2021-41",
    "в 1980-х годах": "198X",
    "XIX век": "18XX",
    "в конце XIX в.": "[1867..1899]",
    "44 г. до н. э.": "-0043",
    "с 44 по 30 г. до н. э.": "-0043/-0029",
    "3 недели назад": "2023-01-20",
    "2 месяца назад": "2022-12",
    "в прошлую пятницу": "2023-02-03",
    "на прошлой неделе": "[2023-01-30..2023-02-05]",
    "в прошлом году": "2022",
    "25 декабря прошлого года": "2022-12-25",
    "26 января 1855 (ст. ст.)": "1855-02-07",
    "26 января 1855 г. по старому стилю": "1855-02-07",
    "25 октября (7 ноября) 1917 г.": "1917-11-07",
    "14 (26) декабря 1825 г.": "1825-12-26",
    "22.VI.1941 г.": "1941-06-22",
    "7 ноября (25 октября по ст. ст.) 1917 года": "1917-11-07",
    "Рождество": "2023-01-07",
    "Рождество 1995 года": "1995-01-07",
    "День Победы 1995 г.": "1995-05-09",
    "в ночь на 14 февраля 1945": "[1945-02-13..1945-02-14]",
    "в ночь с 31 декабря на 1 января 2000 года": "[1999-12-31..2000-01-01]",
    "в пятницу, 10 февраля 2023 г., в 15:00": "2023-02-10T15:00:00",
    "10 февраля 2023 года в 9 утра": "2023-02-10T09:00:00",
    "[не ранее 1921]": "[1921..]",
    "не ранее 1920 г. и не позднее 1925 г.": "[1920..1925]",
    "не ранее 1 – не позднее 3 мая 1945": "[1945-05-01..1945-05-03]",
    "1-я пол. XIX в.": "[1800..1849]",
    "нач. 1990-х гг.": "[1990..1993]",
    "посл. четв. XIX в.": "[1875..1899]",
    "с 1950-х по 1970-е годы": "195X/197X",
}


@pytest.mark.parametrize(("typed", "stored"), READ.items())
def test_what_people_write_is_read(typed: str, stored: str) -> None:
    assert read(typed) == stored
    assert read(typed.upper()) == stored
    assert read(typed, language="ru") == stored


REFUSED = [
    ("скоро", '"скоро"', "write it like"),
    ("до завтрака", ': "завтрака"', "write it like"),
    ("21 марта 2022 примерно так", ': "так"', "write it like"),
    ("31 апреля 2022", "April 2022 has 30 days", "from 1 to 30"),
    ("5 марта 22 г.", "four digits", "1922"),
    ("9 мая 45-го года", "four digits", "1945"),
    ("понедельник, 10 февраля 2023", "is a Friday", "leave Monday out"),
    ("в следующий вторник", "more than one", "2023-02-14"),
    ("1900-е годы", "190X or 19XX", "190X"),
    ("20-е годы", "which century", "1920s"),
    ("Рождество 1914 года", "1914-01-07 or 1914-12-25", "1914-12-25"),
    ("26 января (8 февраля) 1855 г.", "names two days", "one day"),
    ("30 января 1648/9 г.", "1649-02-09 or 1649-01-30", "1649-02-09"),
    ("с 2020 по 2018 год", "ends before it begins", ""),
    ("II–I вв. до н. э.", "cannot be an interval's end", "give a year"),
    ("рамадан", "has no year", "Islamic year"),
    ("20–30-е годы", "which century", "1920s"),
    ("0 г. до н. э.", "no year 0", "1 BC"),
    ("в 10 ночи 3 мая 1945", "", ""),
]


@pytest.mark.parametrize(("typed", "message", "hint"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_refusal_names_the_part_and_a_way_out(typed: str, message: str, hint: str) -> None:
    with pytest.raises(DateError) as raised:
        read(typed)
    assert message in raised.value.message
    assert hint in (raised.value.hint or "")


def test_the_language_decides_between_two_readings() -> None:
    with pytest.raises(DateError, match="can mean"):
        read("03.02.2023")
    assert read("03.02.2023", language="ru") == "2023-02-03"


def test_a_habit_of_centuries_reads_two_digits() -> None:
    assert read_date("9 мая 45 г.", today=TODAY, century=1900).edtf == "1945-05-09"
    assert read_date("18.07.14 г.", today=TODAY, century=1950).edtf == "2014-07-18"


def test_a_text_without_cyrillic_letters_is_not_russian() -> None:
    assert list(languages_of("soon, 2022")) == [name for name in LANGUAGES if name != "ru"]
    program = (
        "import sys\nfrom timeline.errors import DateError\nfrom timeline.said.reading import read_date\n"
        "for text in ('2022-03', '21 March 2022', 'soon'):\n"
        "    try:\n        read_date(text, today=0)\n    except DateError:\n        pass\n"
        "sys.exit('timeline.said.ru' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_no_class_of_words_stands_idle() -> None:
    """Each class is asked for by a rule: a word that no rule knows says nothing."""
    grammar: Grammar = LANGUAGES.load("ru")
    patterns = " ".join(f"{rule.pattern} {rule.unless}" for rule in grammar.rows)
    asked = {term.strip("^?()|").rpartition(":")[2] for term in patterns.split()}
    assert asked >= VOCABULARY.keys()


# Corpora


def corpus(name: str) -> Any:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} does not stand beside the project")
    return json.loads(path.read_text(encoding="utf-8"))


def test_typed_dates_in_cyrillic_are_read() -> None:
    rows = [
        row
        for row in corpus("cases/typed_dates.json")
        if any("а" <= letter <= "я" for letter in row["typed"])
    ]
    assert rows
    for row in rows:
        assert read(row["typed"]) in row["accept"]


def spans(row: Mapping[str, Any]) -> set[tuple[int, int]]:
    """The first and last day that a row of the corpus means."""
    grain, times = row["grain"], row["times"]
    parts = [EventDate.parse("-".join(f"{part:04d}" if not at else f"{part:02d}" for at, part in enumerate(time) if part))
             for time in times]  # fmt: skip
    first = parts[0].first_day
    assert first is not None
    if len(parts) == 2:
        assert parts[1].first_day is not None
        return {(first, parts[1].first_day - 1)}
    size = {"Week": 7, "Quarter": 90}.get(grain)
    last = parts[0].last_day
    assert last is not None
    return {(first, first + size - 1 + extra) for extra in (0, 1, 2)} if size else {(first, last)}


def test_short_inputs_of_a_corpus_are_read() -> None:
    told = corpus("timex/duckling_ru_cases.json")
    today = days_from_civil(*map(int, told["reference"].split("-")))
    found: dict[str, str] = {}
    right = []
    rows = [row for row in told["rows"] if not row["leans_forward"]]
    for row in rows:
        try:
            date = EventDate.parse(read(row["text"], today=today, language="ru"))
        except DateError:
            continue
        right += [row["text"]] * ((date.first_day, date.last_day) in spans(row))
        found[row["text"]] = date.text
    assert len(right) >= 0.8 * len(rows)
    assert {text for text in found if text not in right} <= {"зима"}  # none wrong

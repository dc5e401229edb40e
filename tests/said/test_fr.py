"""French dates: laws on generated dates, what is read and refused, and shared corpora where they are beside the project."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import civil_from_days, days_from_civil, days_in_month, weekday
from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period
from timeline.errors import DateError
from timeline.said.reading import read_date
from timeline.said.understood import DayOrder

SHARED = Path(__file__).resolve().parents[2] / "../shared"
TODAY = days_from_civil(2023, 2, 10)  # a Friday
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]  # fmt: skip
SHORT = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()  # noqa: SIM905
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()  # noqa: SIM905

days = st.integers(days_from_civil(1000, 1, 1), days_from_civil(9999, 12, 31))


def read(text: str, **told: Any) -> str:
    return read_date(text, **{"today": TODAY} | told).edtf


# Laws

DAY_STYLES = (
    "{d} {month} {y}",
    "le {d} {month} {y}",
    "{d} {short} {y}",
    "LE {d} {MONTH} {y}.",
    "{weekday} {d} {month} {y}",
    "le {weekday} {d} {month} {y}",
    "{short_weekday}. {d} {short} {y}",
    "le {d} du mois de {month} {y}",
    "{d}-{month}-{y}",
    "{d}/{short}/{y}",
    "{y}-{month}-{d}",
    "le {n:02d}/{m:02d}/{y}",
    "le {n}.{m}.{y}",
    "le {n:02d} {m:02d} {y}",
    "en date du {d} {plain} {y}",
)


@given(days, st.sampled_from(DAY_STYLES))
def test_a_day_is_the_same_in_every_style(day: int, style: str) -> None:
    year, month, number = civil_from_days(day)
    name, of_week = MONTHS[month - 1], WEEKDAYS[weekday(day)]
    text = style.format(
        d="1er" if number == 1 else number,
        n=number,
        m=month,
        y=year,
        month=name,
        short=SHORT[month - 1],
        MONTH=name.upper(),
        plain=name.replace("é", "e").replace("û", "u"),
        weekday=of_week,
        short_weekday=of_week[:3],
    )
    assert read(text) == f"{year:04d}-{month:02d}-{number:02d}"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_day_of_a_year_is_read(month: int) -> None:
    for number in range(1, days_in_month(2024, month) + 1):
        edtf = f"2024-{month:02d}-{number:02d}"
        assert read(f"le {number} {MONTHS[month - 1]} 2024") == edtf
        assert read(f"jusqu'au {number} {SHORT[month - 1]} 2024") == f"../{edtf}"


@given(
    st.integers(100, 9999),
    st.integers(1, 12),
    st.sampled_from(["{n} {y}", "en {n} {y}", "{s} {y}", "{n} de l'an {y}"]),
)
def test_a_month_stays_a_month(year: int, month: int, style: str) -> None:
    text = style.format(n=MONTHS[month - 1], s=SHORT[month - 1], y=year)
    assert read(text) == f"{year:04d}-{month:02d}"


@given(
    st.integers(1, 9998),
    st.sampled_from(["{} av. J.-C.", "{} avant Jésus-Christ", "{} av. J.C.", "l'an {} avant notre ère"]),
)
def test_years_before_christ_count_from_1_bc_as_year_0(year: int, style: str) -> None:
    assert EventDate.parse(read(style.format(year))).first_day == days_from_civil(1 - year, 1, 1)


@given(st.integers(1000, 9998), st.integers(1, 100))
def test_between_is_one_moment_and_from_is_all_of_them(year: int, length: int) -> None:
    later = min(year + length, 9999)
    assert read(f"entre {year} et {later}") == f"[{year}..{later}]"
    assert read(f"de {year} à {later}") == read(f"depuis {year} jusqu'en {later}") == f"{year}/{later}"


@given(st.integers(1001, 9998))
def test_before_and_after_touch_the_year(year: int) -> None:
    assert read(f"avant {year}") == f"[..{year - 1}]"
    assert read(f"après {year}") == f"[{year + 1}..]"


@given(st.integers(days_from_civil(1583, 1, 1), days_from_civil(2400, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_latest_with_today_and_a_last_one_before_today(today: int, wanted: int) -> None:
    plain = EventDate.parse(read(WEEKDAYS[wanted], today=today)).first_day
    last = EventDate.parse(read(f"{WEEKDAYS[wanted]} dernier", today=today)).first_day
    on = EventDate.parse(read(f"{WEEKDAYS[wanted]} en huit", today=today)).first_day
    assert plain is not None
    assert last is not None
    assert on is not None
    assert today - 7 < plain <= today
    assert today - 7 <= last < today < today + 7 <= on < today + 14
    assert weekday(plain) == weekday(last) == weekday(on) == wanted


ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()  # noqa: SIM905


@pytest.mark.parametrize("century", range(1, 22))
def test_centuries_are_counted_in_roman_and_in_digits(century: int) -> None:
    roman, nth = ROMAN[century - 1], "er" if century == 1 else "e"
    found = {read(f"{number}{nth} siècle") for number in (roman, century)}
    assert found == {f"{century - 1:02d}XX"}


# What is read, and what is not

READ = {
    # doubt
    "vers 1920": "1920~",
    "environ 1920": "1920~",
    "1920 environ": "1920~",
    "aux alentours de mars 1920": "1920-03~",
    "probablement 1956": "1956?",
    "sans doute vers 1956": "1956%",
    "1920 (incertain)": "1920?",
    "1920 (date approximative)": "1920~",
    "peut-être entre 2018 et 2020": "[2018?..2020?]",
    # from, to, before, after
    "jusqu’en 2018": "../2018",
    "à partir du 3 mai 2018": "2018-05-03/..",
    "dès mars 2018": "2018-03/..",
    "des années 1950 aux années 1970": "195X/197X",
    "avant le 3 mai 2018": "[..2018-05-02]",
    "au plus tard en 2018": "[..2018]",
    "pas avant 2018": "[2018..]",
    "2018 ou après": "[2018..]",
    "après 2018 mais avant 2021": "[2019..2020]",
    "de 2018 à nos jours": "2018/..",
    "d'avril à juin 2017": "2017-04/2017-06",
    "du 28 décembre au 3 janvier 2022": "2021-12-28/2022-01-03",
    "du 3 mai 2021": "2021-05-03",
    "toute l'année 1985": "1985/1985",
    # choices
    "2018 et 2020": "{2018,2020}",
    "en 2017, 2018 ou 2020": "[2017,2018,2020]",
    "le 1er ou le 2 mai 2021": "[2021-05-01,2021-05-02]",
    "mai/juin 1945": "[1945-05,1945-06]",
    # parts
    "à la mi-mars 2024": "[2024-03-11..2024-03-20]",
    "courant mars 2024": "2024-03",
    "au cours de l'été 2022": "2022-22",
    "au début des années 1950": "[1950..1953]",
    "mi-XXe siècle": "1950~",
    "de 2007 à la fin de 2008": "2007/2008",
    # marks, hours, calendars
    "[vers 1920]": "1920~",
    "le lundi 3 mai 2021 à 15h30": "2021-05-03T15:30:00",
    "26 janvier 1855 (ancien style)": "1855-02-07",
    "25 octobre (7 novembre) 1917": "1917-11-07",
    "9 thermidor an II": "1794-07-27",
    "2020/23/sept": "2020-09-23",
    # said on a day
    "lundi de Pâques": "2022-04-18",
    "il y a trois ans": "2020",
    "hier soir": "2023-02-09",
    "cette année": "2023",
    "cet hiver": "2022-24",
}


@pytest.mark.parametrize("text", READ)
def test_french_is_read(text: str) -> None:
    assert read(text) == READ[text]


# What is refused, with a part of what is said of it.
REFUSED = {
    "mars 2022 ou presque": '"presque"',
    "bientôt": '"bientôt" is not understood',
    "31 avril 2022": "April 2022 has 30 days",
    "mardi 3 mai 2021": "3 May 2021 is a Monday",
    "mardi prochain": "can mean more than one",
    "les années 20": "which century",
    "juillet 98": '"98" needs a month',
    "le 20/02/14": '"14" needs a month',
    "entre 2020 et 2018": "ends before it begins",
    "le 21 mars 2022 vers 15h": '"15h"',
    "5 jui 2021": '"jui 2021"',
    "3 derniers mois": '"derniers mois"',
    "v. 1920": "is not understood",
    "s. d.": "is not understood",
    "nuit de Noël 1914": "is not understood",
    "dimanche 31": "no month near today has such a day",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_understood_is_named(text: str) -> None:
    with pytest.raises(DateError, match=re.escape(REFUSED[text])) as refused:
        read(text)
    assert refused.value.hint


@given(st.integers(1, 12), st.integers(1, 12))
def test_numbers_in_french_words_have_the_day_first_unless_told(day: int, month: int) -> None:
    text = f"le {day}/{month}/2021"
    assert read(text) == f"2021-{month:02d}-{day:02d}"
    assert read(text, order=DayOrder.MONTH_FIRST) == f"2021-{day:02d}-{month:02d}"
    assert read(f"{day}/{month}/2021", language="fr") == f"2021-{month:02d}-{day:02d}"
    if day != month:
        for bare in (f"{day}/{month}/2021", f"{day} {month} 2021"):
            with pytest.raises(DateError, match="can mean"):
                read(bare)


def test_the_language_that_is_asked_for_is_the_one() -> None:
    assert read("21 mars 2022", language="fr") == "2022-03-21"
    with pytest.raises(DateError, match="is not understood"):
        read("21 mars 2022", language="en")


def test_what_was_taken_for_granted_is_told() -> None:
    assert read_date("14 juillet", today=TODAY).note == 'took "14 juillet" as 2022-07-14'
    assert read_date("14 juillet 1789", today=TODAY).note is None
    assert read_date("18 brumaire an VIII", today=TODAY).as_written == "18 brumaire an VIII"


def test_french_is_loaded_when_its_words_occur() -> None:
    program = (
        "import sys; from timeline.said.reading import read_date\n"
        "for text in ('2022-03-21', '21 March 2022', 'le 21 mars 2022'):\n"
        "    read_date(text, today=0); print(any('said.fr.' in name for name in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]


# Shared corpora: other people's facts, read as by one who has chosen French and a century.


def bounds(text: str, today: int) -> tuple[int | None, int | None] | None:
    """The first and last day of a text; None when it is refused."""
    try:
        date = EventDate.parse(read(text, today=today, language="fr", century=1950))
    except DateError:
        return None
    return date.first_day, date.last_day


def facts(name: str) -> Any:
    path = SHARED / "timex" / name
    if not path.exists():
        pytest.skip("the shared corpora are not beside the project")
    return json.loads(path.read_text(encoding="utf-8"))


def day_number(text: str) -> int:
    year, month, day = (int(part) for part in text[:10].split("-"))
    return days_from_civil(year, month, day)


# Where the contract decides otherwise than that corpus: "next" and "this" of a weekday, seasons of whole months, thirds
# of a period, years that are counted as years, weeks of a month from its first day.
OURS = {
    "ce lundi": "",
    "lundi prochain": "",
    "mardi suivant": "",
    "mardi d'après": "",
    "mercredi suivant": "",
    "cet été": "2013-22",
    "cet hiver": "2012-24",
    "début avril": "[2012-04-01..2012-04-10]",
    "en début d'année": "[2013-01..2013-04]",
    "au début de l'année": "[2013-01..2013-04]",
    "dans une année": "2014",
    "dans 1 an": "2014",
    "il y a deux ans": "2011",
    "premiere semaine d'octobre 2014": "[2014-10-01..2014-10-07]",
}


def leans_to_the_past(found: tuple[int | None, int | None], first: int, last: int) -> bool:
    """Whether these are the same days of an earlier year or month, or as many days whole weeks before."""
    if found[0] is None or found[1] is None or found[0] >= first:
        return False
    ours, theirs = (
        [civil_from_days(each) for each in pair] for pair in ((found[0], found[1]), (first, last))
    )
    same = all(one[1:] == other[1:] or one[2] == other[2] for one, other in zip(ours, theirs, strict=True))
    return same or ((first - found[0]) % 7 == 0 and found[1] - found[0] == last - first)


def test_phrases_of_a_corpus_mean_its_days_or_lean_as_the_policy_says() -> None:
    rows, today, right = facts("duckling_fr_cases.json")["rows"], days_from_civil(2013, 2, 12), 0
    for row in rows:
        first, *ends = (days_from_civil(year, month or 1, day or 1) for year, month, day in row["times"])
        unit = "day" if ends else row["grain"].lower()  # the end of theirs is the first day after
        last = ends[0] - 1 if ends else Period("day", first).within(unit).last_day
        found = bounds(row["text"], today)
        if row["text"] in OURS:
            date = OURS[row["text"]] and EventDate.parse(OURS[row["text"]])
            right += found == ((date.first_day, date.last_day) if date else None)
        else:
            right += found == (first, last) or (
                row["leans_forward"] and found is not None and leans_to_the_past(found, first, last)
            )
    assert right / len(rows) >= 0.8


def test_dates_with_their_year_in_another_corpus_mean_its_days() -> None:
    outcomes = []
    for case in facts("ms_french_cases.json"):
        for result in case["results"]:
            values = result.get("values") or []
            if (
                len(values) != 1
                or not re.search("[0-9]{4}", result["text"])
                or (result["type"] or "").endswith("timerange")
            ):
                continue
            if not case["reference"] and re.search("hier|aujourd|demain|prochain", result["text"]):
                continue  # nobody says on which day
            value = values[0]
            if not re.match(r"\(?[0-9]{4}($|-[0-9W])", value.get("timex") or "") or re.search(
                "T[0-9]", value["timex"]
            ):
                continue
            lone = value.get("value")
            start, end = (lone or value.get(side) for side in ("start", "end"))
            if not (start or end) or "not" in f"{start}{end}":
                continue
            found = bounds(result["text"], day_number(case["reference"] or "2016-11-07"))
            ends = {None if end is None else day_number(end) - (0 if lone else 1)}
            if end and found and start and not lone:  # their ranges leave out the last unit, ours hold it
                year, month, day = civil_from_days(day_number(end))
                ends |= (
                    {day_number(end), days_from_civil(year, month, days_in_month(year, month))}
                    if day == 1
                    else {day_number(end)}
                )
                ends |= {days_from_civil(year, 12, 31)} if (month, day) == (1, 1) else set()
            right = (
                found is not None and found[0] == (day_number(start) if start else None) and found[1] in ends
            )
            outcomes.append(right)
    assert sum(outcomes) / len(outcomes) >= 0.75

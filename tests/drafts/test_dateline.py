"""Datelines and headers, and the year that is inferred where none is printed."""

import re
from collections.abc import Iterator

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.drafts.article import Setup, mentions, set_up
from timeline.drafts.articles import in_company
from timeline.drafts.dateline import FORMS, Form
from timeline.drafts.dateline_why import Where
from timeline.drafts.languages import language_of
from timeline.drafts.proposals import propose
from timeline.drafts.tagger import tag

TODAY = days_from_civil(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day", "place", "publisher"),
    [
        ("TOKYO, Feb. 7, 2023 (Kyodo) — They met.", "2023-02-07", "Tokyo", "Kyodo"),
        ("ANKARA, 7 February 2023 (AA) – They met.", "2023-02-07", "Ankara", "AA"),
        ("ISLAMABAD - Feb 10, 2023 (APP): They met.", "2023-02-10", "Islamabad", "APP"),
        ("NEW DELHI, Feb 10, 2023 (PTI) They met.", "2023-02-10", "New Delhi", "PTI"),
        ("TOKYO - Feb 10, 2023 - 15:48 - KYODO NEWS - They met.", "2023-02-10", "Tokyo", "KYODO NEWS"),
        ("UN News, 10 February 2023 - They met.", "2023-02-10", "", "UN News"),
        ("MOSCOW, February 10, 2023. /TASS/. They met.", "2023-02-10", "Moscow", "TASS"),
        ("BEIJING, Feb. 7, 2024 (Xinhua) -- They met.", "2024-02-07", "Beijing", "Xinhua"),
        ("UNITED NATIONS, May 6, 2021 - They met.", "2021-05-06", "United Nations", ""),
        ("Date: Fri, 10 Feb 2023 12:00:00 +0000\nSubject: talks\n\nThey met.", "2023-02-10", "", ""),
        ("Published: 10 February 2023\n\nThey met.", "2023-02-10", "", ""),
        ("Talks resume\nFeb 10, 2023\n\nKYIV (Reuters) - They met.", "2023-02-10", "Kyiv", "Reuters"),
        ("2023-02-10T10:00:00Z\n\nThey met.", "2023-02-10", "", ""),
        ("Updated 2023-02-10\n\nROME, Feb. 9 (ANSA) - They met.", "2023-02-09", "Rome", "ANSA"),
        ("NEW YORK, 30 January 2024 — They met.", "2024-01-30", "New York", ""),
        ("WASHINGTON, DC, May 6, 2021 (AP) — They met.", "2021-05-06", "Washington, DC", "AP"),
        ("BOGOTÁ, May 6, 2021 (EFE) — They met.", "2021-05-06", "Bogotá", "EFE"),
        ("Aug. 13, 2020 5:40 PM EDT\n\nJERUSALEM (AP) — They met.", "2020-08-13", "Jerusalem", "AP"),
        ("NPA | March 26, 2023\n\nROME, March 26 (NPA) -- They met.", "2023-03-26", "Rome", "NPA"),
        ("Joint statement\n\nParis, 28 August 2025\n\nToday they met.", "2025-08-28", "Paris", ""),
        ("*Published 5 September 2023*\n\n**Vienna** — They met.", "2023-09-05", "Vienna", ""),
        (
            "5 May 2019\n\nThey met.\n\n6 May 2020\n\nThey left.\n\n7 May 2021\n\nThey came back.",
            None,
            "",
            "",
        ),
        ("They met on 7 February 2023 in Tokyo.", None, "", ""),
        ("", None, "", ""),
    ],
)
def test_a_dateline_is_read(text: str, day: str | None, place: str, publisher: str) -> None:
    line = set_up(text, today=TODAY).dateline
    assert (line.day.value if line.day else None, line.place, line.publisher) == (day, place, publisher)


@pytest.mark.parametrize(
    ("text", "day", "place", "publisher"),
    [
        ("PARIS, 10 février 2023 (AFP) - Ils se sont vus.", "2023-02-10", "Paris", "AFP"),
        ("Paris, 10 fév 2023 (AFP) - Ils se sont vus.", "2023-02-10", "Paris", "AFP"),
        ("MOSCOU, 1er mars 2023. /TASS/. Ils se sont vus.", "2023-03-01", "Moscou", "TASS"),
        ("BRUXELLES (Belga) - Ils se sont vus le 3 mai 2021.", None, "Bruxelles", "Belga"),
        ("Publié le 10 février 2023 à 18h05\n\nIls se sont vus.", "2023-02-10", "", ""),
        ("Mis à jour le : 10 février 2023\n\nIls se sont vus.", "2023-02-10", "", ""),
        ("Paris, le 3 octobre 2023\n\nLa ministre les a reçus.", "2023-10-03", "Paris", ""),
        ("МОСКВА, 10 февраля 2023. /ТАСС/. Они встретились.", "2023-02-10", "Москва", "ТАСС"),
        ("САНКТ-ПЕТЕРБУРГ, 10 фев 2023 - РИА Новости. Они встретились.", "2023-02-10", "Санкт-Петербург", "РИА Новости"),
        ("Москва. 10 февраля 2023. INTERFAX.RU - Они встретились.", "2023-02-10", "Москва", "INTERFAX.RU"),
        ("Москва. 10 февраля 2023. ИНТЕРФАКС - Они встретились.", "2023-02-10", "Москва", "ИНТЕРФАКС"),
        ("МОСКВА, 10 февраля 2023, РИА Новости. Они встретились.", "2023-02-10", "Москва", "РИА Новости"),
        ("Опубликовано: 10.02.2023\n\nОни встретились.", "2023-02-10", "", ""),
        # What stands behind a dash or a full stop is an agency only by its name.
        ("Решение. 10 февраля 2023. Нота - Они встретились.", None, "", ""),
        ("Они встретились в Москве. 10 февраля 2023 года. ТАСС - агентство.", None, "", ""),
    ],
)  # fmt: skip
def test_a_dateline_in_another_language_is_read_by_the_same_forms(
    text: str, day: str | None, place: str, publisher: str
) -> None:
    line = set_up(text, today=TODAY).dateline
    assert (line.day.value if line.day else None, line.place, line.publisher) == (day, place, publisher)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_no_form_of_a_dateline_can_be_left_out(form: Form) -> None:
    language = "fr" if "février" in form.example else language_of(form.example) or ""
    body = {"en": "They met.", "fr": "Il l'a dit.", "ru": "Он и она."}[language]
    mention, *_ = tag(form.example, dateline=None, narrative=False, language=language)
    fitting = [one for one in FORMS if re.match(one.behind, form.example[mention.end :] + " ")]
    assert form in fitting
    text = form.example + ("\n" if form.behind.endswith("$") else " ") + body
    line = set_up(text, today=TODAY, language=language).dateline
    assert text[line.start : line.end] == mention.text
    assert text[line.body :] == body


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("MOSCOU, 10 février. /NPA/. La note du 21 mars 2022 est claire, a déclaré vendredi le porte-parole.", "déclaré vendredi"),
        ("МОСКВА, 10 фев - РИА Новости. Нота от 21 марта 2022 была ясной, заявил он в пятницу журналистам.", "заявил он в пятницу"),
        ("МОСКВА, 10 февраля. /НПА/. Встречу провели во вторник. Нота от 21 марта 2022 была ясной, сообщила она на брифинге в пятницу.", "на брифинге в пятницу"),
    ],
)  # fmt: skip
def test_a_missing_year_is_inferred_in_every_language(text: str, reason: str) -> None:
    line = set_up(text, today=TODAY).dateline
    assert line.day is not None
    assert line.day.value == "2023-02-10"
    assert reason in line.reason


def story(dateline: str, *sentences: str) -> str:
    return f"MOSCOW, {dateline}. /NPA/. {' '.join(sentences)}"


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        (story("February 10", "He said on Friday that the note of March 21, 2022 was clear."), "2023-02-10", "is a Friday"),
        (story("February 10", "He said on Thursday that the note of March 21, 2022 was clear."), "2023-02-10", "the day after a Thursday"),
        # Not before the newest past date, so not 2017, when 10 February was a Friday as well.
        (story("February 10", "He said on Friday that the note of 1 May 2016 was clear."), "2017-02-10", "is a Friday"),
        # What will be does not anchor.
        (story("February 10", "The vote will be held on 17 March 2024, he said on Friday. The note of March 21, 2022 was clear."), "2023-02-10", "March 21, 2022"),
        # A weekday on which something else happened says nothing.
        (story("March 5", "The rally was held on Tuesday. The treaty of 1 February 2026 was signed."), "2026-03-05", "only year"),
    ],
)  # fmt: skip
def test_a_missing_year_is_inferred_and_explained(text: str, day: str, reason: str) -> None:
    line = set_up(text, today=TODAY).dateline
    assert line.day is not None
    assert line.day.value == day
    assert reason in line.reason


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        # A year is background, or ahead: it bounds nothing.
        (story("February 10", "He said on Friday that it was so since the crackdown of 1989."), (2017, 2018, 2023, 2024)),
        (story("February 10", "He said on Friday that the war ended in 1953."), (2017, 2018, 2023, 2024)),
        (story("February 10", "He said on Friday that by 2025 it will be over."), (2017, 2018, 2023, 2024)),
        # The newest day told is old, or a year told is newer.
        (story("February 10", "He said on Friday that the note of 1 May 2009 was clear."), (2017, 2018, 2023, 2024)),
        (story("February 10", "He said on Friday that the note of 1 May 2016 was clear. They met in 2020."), (2018, 2023, 2024)),
        # The weekday contradicts all years that the text leaves.
        (story("February 10", "He said on Wednesday that the note of 1 May 2024 was clear."), (2025, 2026)),
    ],
)  # fmt: skip
def test_a_year_that_is_not_sure_is_asked_for_and_the_latest_that_fits_is_offered(
    text: str, candidates: tuple[int, ...]
) -> None:
    line = set_up(text, today=TODAY).dateline
    assert line.day is None
    assert line.candidates[-len(candidates) :] == candidates
    assert line.offered == f"{candidates[-1]}-02-10"


def test_an_inferred_year_stays_in_doubt_where_nothing_printed_says_it() -> None:
    text = story(
        "February 10",
        "Japan signed a treaty on Wednesday. He said on Friday that Oslo signed a pact on March 21, 2022.",
    )
    drafted = propose(text, today=TODAY)
    assert {"2022-03-21", "2023?-02-08"} <= {str(event.date) for event in drafted.events}
    assert {str(source.date) for event in drafted.events for source in event.sources} == {"2023?-02-10"}
    sure = propose(text, today=TODAY, dateline=days_from_civil(2023, 2, 10))
    assert "?" not in "".join(str(event.date) for event in sure.events)


def test_several_fitting_years_are_told_and_none_is_taken() -> None:
    line = set_up(story("February 10", "The treaty of 1 May 2016 was praised."), today=TODAY).dateline
    assert line.day is None
    assert line.ambiguous
    assert line.candidates == tuple(range(2017, 2027))
    assert "several fit" in line.reason


def test_no_year_lies_after_today() -> None:
    text = story("February 10", "He said on Friday that the note of March 21, 2022 was clear.")
    line = set_up(text, today=days_from_civil(2023, 2, 9)).dateline
    assert line.day is None


def test_a_given_dateline_wins_and_says_so() -> None:
    text = story("February 10, 2023", "They met.")
    line = set_up(text, today=TODAY, dateline=days_from_civil(2022, 2, 10)).dateline
    assert line.day is not None
    assert line.day.value == "2022-02-10"
    assert line.reason == "given, instead of the text's 2023-02-10"


def test_a_page_dates_a_text_that_does_not() -> None:
    line = set_up("They met on Friday.", today=TODAY, published=days_from_civil(2023, 2, 10)).dateline
    assert line.day is not None
    assert line.day.value == "2023-02-10"


@pytest.mark.parametrize(
    ("text", "published", "where", "day", "inferred", "reason"),
    [
        ("OSLO, Feb 8 (NPA) - They met.", "2023-02-10", "page", "2023-02-08", False, "the dateline, its year from the page's own date"),
        ("OSLO, Dec 31 (NPA) - They met.", "2023-01-02", "front matter", "2022-12-31", False, "its year from the date in its front matter"),
        ("OSLO, Feb 8 (NPA) - They met.", "2023-02-10", "name", "2023-02-08", True, "year inferred from the day in the file's name"),
        ("OSLO, Feb 8 (NPA) - They met.", "2023-09-10", "page", "2023-09-10", False, "since the dateline has no year"),
        ("OSLO, Feb 8 (NPA) - They met.", "2023-09-10", "name", None, False, "several fit"),
        ("They met on Friday.", "2023-02-10", "name", "2023-02-10", False, "the day in the file's name, since the text gives none"),
        ("The war began in 1914. In May 1915 Italy joined, and in 1918 it ended.", "2023-02-10", "name", None, False, "no dateline"),
        ("OSLO, Feb 8, 2021 (NPA) - They met.", "2023-02-10", "page", "2021-02-08", False, "the dateline"),
    ],
)  # fmt: skip
def test_what_stands_around_a_text_tells_its_year(
    text: str, published: str, where: Where, day: str | None, inferred: bool, reason: str
) -> None:
    stated = EventDate(published).first_day
    line = set_up(text, today=TODAY, published=stated, where=where).dateline
    assert (line.day.value if line.day else None, line.inferred) == (day, inferred)
    assert reason in line.reason


def test_articles_of_a_folder_tell_the_year_of_one_without() -> None:
    undated = "OSLO, Feb 8 (NPA) - They met on Tuesday."
    texts = [undated, "OSLO, Feb 10, 2023 (NPA) - They met.", "OSLO, Jan 20, 2023 (NPA) - They met."]
    line = next(in_company(set_up(text, today=TODAY) for text in texts)).dateline
    assert line.day is not None
    assert (line.day.value, line.inferred) == ("2023-02-08", True)
    assert line.reason == "year inferred from the other articles of the folder"
    for others in (["OSLO, Feb 10, 2022 (NPA) - They met."], ["OSLO, Sept 10, 2023 (NPA) - They met."]):
        setups = (set_up(text, today=TODAY) for text in texts + others)
        assert next(in_company(setups)).dateline.day is None


def test_an_article_that_asks_for_no_other_waits_for_none() -> None:
    texts = [f"OSLO, {day} (NPA) - They met." for day in ("Feb 10, 2023", "Feb 8", "Jan 20, 2023")]
    read: list[str] = []

    def setups() -> Iterator[Setup]:
        for text in texts:
            read.append(text)
            yield set_up(text, today=days_from_civil(2023, 2, 10))

    given = in_company(setups())
    next(given)
    assert read == texts[:1]
    assert [setup.dateline.day and setup.dateline.day.value for setup in given] == [
        "2023-02-08",
        "2023-01-20",
    ]


@pytest.mark.parametrize(
    ("text", "narrative"),
    [
        ("The war began in 1914. In May 1915 Italy joined, and in 1918 it ended.", True),
        ("The company was founded in 2019. In 2021 it grew.", False),
        ("PARIS, May 6, 2021 (AFP) - The war began in 1914 and ended in 1918.", False),
        ("They fought from 264 BC until 241 BC.", True),
    ],
)
def test_history_is_told_from_news(*, text: str, narrative: bool) -> None:
    assert set_up(text, today=TODAY).narrative is narrative


def test_the_dateline_is_no_part_of_what_is_told() -> None:
    for lead in ("JERUSALEM (AP) — ", "**Vienna** — ", "NEW YORK — ", "OSLO, May 6 (NPA) - "):
        text = f"{lead}The two states signed a treaty in May 2019."
        drafted = propose(text, today=TODAY, dateline=days_from_civil(2021, 5, 6))
        assert [p.event.title for p in drafted.proposals] == ["Two states signed treaty"]


def test_a_date_in_full_means_itself_whatever_dateline_is_given() -> None:
    text = "MOSCOW, February 10, 2023. /NPA/. They met."
    (mention,) = mentions(text, dateline=days_from_civil(2022, 2, 10))
    assert mention.edtf == "2023-02-10"


def test_news_without_a_dateline_leans_only_on_a_day_told_in_full() -> None:
    text = "On 18 October 2025 they met. They had met on 26 August and on 25 July."
    found = mentions(text, narrative=False)
    assert [m.edtf for m in found] == ["2025-10-18", "2025-08-26", "2025-07-25"]
    assert "the day told in full" in found[1].reason
    text = "Vilnius. 11 January 2023. On 10-11 January he was in Riga. On 11 January he signed the pact of 8 May 1995. On 9 January he left."
    assert [m.edtf for m in mentions(text, narrative=False)][3:] == ["2023-01-11", "1995-05-08", "2023-01-09"]
    assert [m.edtf for m in mentions("They met in June 2018. They had met on July 9.", narrative=False)] == [
        "2018-06",
        None,
    ]


def test_a_dateline_of_unknown_year_leaves_unsaid_what_leans_on_it() -> None:
    found = mentions(
        "OSLO, Sept 16 (NPA) - They met on Sunday. The pact of 1 June 2018 held. They left on July 9.",
        today=TODAY,
    )
    assert [(m.text, m.edtf) for m in found if m.edtf] == [("1 June 2018", "2018-06-01")]


@pytest.mark.parametrize("today", [(2012, 3, 1), (2019, 3, 1)])
def test_a_weekday_alone_chooses_no_year_among_several(today: tuple[int, int, int]) -> None:
    """Up to 2012, 9 July was the day of a Saturday or the day after in 2011 alone; it is no reason for 2011."""
    text = "PARIS, July 9 (NPA) - The jet was shown on Sunday, July 8, 2007. They had met on Thursday, it said on Saturday."
    line = set_up(text, today=days_from_civil(*today)).dateline
    assert line.day is None
    assert line.candidates

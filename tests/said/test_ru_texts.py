"""Russian running text: the tense of a clause, and what stands for a date and what does not."""

import json
from pathlib import Path

import pytest
from said.test_ru import spans

from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period
from timeline.said.chart import Chart
from timeline.said.languages import text_grammar
from timeline.said.policies import AHEAD, PAST, UNTOLD
from timeline.said.ru.tense import tense
from timeline.said.running import expressions
from timeline.said.story import Story


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Министр прилетела в пятницу.", PAST),
        ("В пятницу стороны договорились.", PAST),
        ("Он пришёл в пятницу.", PAST),
        ("Хотя посол ждёт приёма, в пятницу его не приняли.", PAST),
        ("Переговоры, которые идут с пятницу, он назвал трудными.", PAST),
        ("Он сообщил, что в пятницу состоится встреча.", AHEAD),
        ("В пятницу посол встретится с министром.", AHEAD),
        ("Стороны вернутся за стол в пятницу.", AHEAD),
        ("Документ должны подписать в пятницу.", AHEAD),
        ("Документ будет подписан в пятницу.", AHEAD),
        ("Встреча намечена на пятницу.", AHEAD),
        ("Мандат был продлён до пятницы.", AHEAD),
        ("Выборы перенесли на пятницу.", AHEAD),
        ("Стороны договорились встретиться в пятницу.", AHEAD),
        ("Стороны договорились в пятницу.", PAST),
        ("Подать бумаги можно до пятницы.", AHEAD),
        ("Отдел состоит из трёх человек, а в пятницу выходной.", UNTOLD),
        ("В пятницу посол подписывает бумаги.", UNTOLD),
        ("Он уехал. Пятницу никто не назвал бы днём.", PAST),
        ("Он уехал. Цели на пятницу.", UNTOLD),
    ],
)
def test_a_clause_tells_its_tense(text: str, told: int) -> None:
    chart = Chart(text_grammar("ru"), text, cased=True)
    (at,) = (number for number, token in enumerate(chart.tokens) if token.word in ("пятницу", "пятницы"))
    assert tense(chart, at, at + 1) == told


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Подать заявку можно до конца марта.", "[..2023-03]"),
        ("Подать заявку можно до 1 апреля включительно.", "[..2023-04-01]"),
        ("Подать заявку можно до 1 апреля.", "[..2023-03-31]"),
        ("Мост откроют не ранее 2025 года.", "[2025..]"),
        ("Мост откроют не ранее весны 2025 года.", "[2025-03..]"),
        ("Мост откроют к весне 2025 года.", "[..2025-05]"),
        ("Он закрыт с 5 марта 2022 года.", "2022-03-05/.."),
        ("Он прибыл 7 февраля. 20 судов ушли.", "2023-02-07"),
        ("Мост был в ночь с 8 на 9 февраля закрыт.", "[2023-02-08..2023-02-09]"),
    ],
)
def test_words_around_a_date_say_on_which_side_something_lies(text: str, edtf: str) -> None:
    story = Story(dateline=Period.day(2023, 2, 10), narrative=False)
    assert [one.reading.edtf for one in expressions(text, "ru", story)] == [edtf]


CORPUS = Path(__file__).resolve().parents[3] / "shared/timex/duckling_ru_cases.json"


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpora are not beside this checkout")
def test_short_texts_of_a_corpus_are_read() -> None:
    told = json.loads(CORPUS.read_text(encoding="utf-8"))
    day = Period.day(*map(int, told["reference"].split("-")))
    right = {}
    for row in told["rows"]:
        found = [
            EventDate.parse(one.reading.edtf)
            for one in expressions(row["text"], "ru", Story(dateline=day, narrative=False))
            if one.reading.edtf
        ]
        right[row["text"]] = any((date.first_day, date.last_day) in spans(row) for date in found)
    settled = [row["text"] for row in told["rows"] if not row["leans_forward"]]
    assert sum(right[text] for text in settled) >= 0.88 * len(settled)
    # News leans to its dateline: what was said of days to come by whoever plans them is another day, or a length.
    ahead = {row["text"] for row in told["rows"] if row["leans_forward"]}
    assert {text for text in ahead if not right[text]} <= {
        "вторник",
        "во вторник",
        "в пятницу",
        "суббота",
        "к двадцать четвёртому февраля",
        "в след среду",
        "лето",
        "рождество",
        "следующие 3 недели",
        "следующие три недели",
        "следующие 3 месяца",
        "следующие три месяца",
        "следующие 3 года",
        "14. - 15.10.",
        "14. - 15.10",
    }

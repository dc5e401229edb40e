"""Russian running text: the tense of a clause, and what stands for a date and what does not."""

import pytest

from timeline.said.chart import Chart
from timeline.said.languages import text_grammar
from timeline.said.policies import AHEAD, PAST, UNTOLD
from timeline.said.ru.tense import tense


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
        ("Отдел состоит из трёх человек, а в пятницу выходной.", UNTOLD),
        ("В пятницу посол подписывает бумаги.", UNTOLD),
        ("Он уехал. Пятницу никто не назвал бы днём.", PAST),
        ("Он уехал. Цели на пятницу.", UNTOLD),
    ],
)
def test_a_clause_tells_its_tense(text: str, told: int) -> None:
    chart = Chart(text_grammar("ru"), text, cased=True)
    (at,) = (number for number, token in enumerate(chart.tokens) if token.word == "пятницу")
    assert tense(chart, at, at + 1) == told

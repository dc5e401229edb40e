"""French running text: the tense of a clause, and what stands for a date and what does not."""

import pytest
from said.test_fr import OURS, day_number, facts, leans_to_the_past

from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period
from timeline.said.chart import Chart
from timeline.said.fr.tense import tense
from timeline.said.languages import text_grammar
from timeline.said.policies import AHEAD, PAST, UNTOLD
from timeline.said.running import Expression, expressions
from timeline.said.story import Story


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le ministre est arrivé vendredi.", PAST),
        ("Il s'était rendu vendredi à Sofia.", PAST),
        ("La ministre, qui recevait ses alliés vendredi, doit leur écrire.", PAST),
        ("Vendredi, le Premier ministre et deux alliés ont assisté au vote.", PAST),
        ("Les cités se battirent vendredi.", PAST),
        ("Vendredi, 800.000 personnes avaient défilé.", PAST),
        ("Le texte, conclu vendredi, est public.", PAST),
        ("Il rencontrera vendredi le président.", AHEAD),
        ("Ils se retrouveront vendredi.", AHEAD),
        ("Le texte devrait être signé vendredi.", AHEAD),
        ("Le texte sera signé vendredi.", AHEAD),
        ("Elle est attendue vendredi à Paris.", AHEAD),
        ("Une visite est prévue vendredi.", AHEAD),
        ("Les syndicats ont appelé à manifester vendredi.", AHEAD),
        ("Il doit se rendre vendredi à Sofia.", AHEAD),
        ("Les députés vendredi.", UNTOLD),
        ("Le conseil de sécurité vendredi.", UNTOLD),
        ("L'opéra du front vendredi.", UNTOLD),
        ("Il reste fermé, a-t-il dit. Vendredi.", UNTOLD),
    ],
)
def test_a_clause_tells_its_tense(text: str, told: int) -> None:
    chart = Chart(text_grammar("fr"), text, cased=True)
    (at,) = (number for number, token in enumerate(chart.tokens) if token.word == "vendredi")
    assert tense(chart, at, at + 1) == told


def means(text: str, dateline: int) -> list[Expression]:
    return list(expressions(text, "fr", Story(dateline=Period("day", dateline), narrative=False)))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("La loi du 9 décembre 1905, promulguée le 11", "1905-12-11"),
        ("Ouvert le 28 mai 2021, il ferma le 3", "2021-06-03"),
        ("Signé le 9 mai 2021 et négocié le 5", "2021-05-05"),
        ("En mai 2021, il vint le 5", "2021-05-05"),
        ("Signé le 9 mai 2021. Il partit le 5", "2023-02-05"),
    ],
)
def test_a_day_of_the_month_is_near_the_day_told_in_its_sentence(text: str, edtf: str) -> None:
    assert means(text, days_from_civil(2023, 2, 10))[-1].reading.edtf == edtf


# Shared corpora: other people's facts.


def days_of(edtf: str | None) -> tuple[int | None, int | None]:
    date = EventDate.parse(edtf) if edtf else None
    return (date.first_day, date.last_day) if date else (None, None)


def test_phrases_of_a_corpus_mean_its_days_or_lean_as_the_policy_says() -> None:
    rows, today, right = facts("duckling_fr_cases.json")["rows"], days_from_civil(2013, 2, 12), 0
    for row in rows:
        first, *ends = (days_from_civil(year, month or 1, day or 1) for year, month, day in row["times"])
        unit = "day" if ends else row["grain"].lower()  # the end of theirs is the first day after
        last = ends[0] - 1 if ends else Period("day", first).within(unit).last_day
        wanted = days_of(OURS.get(row["text"])) if OURS.get(row["text"]) else (first, last)
        found = [days_of(one.reading.edtf) for one in means(row["text"], today)]
        right += wanted in found or (
            row["leans_forward"] and any(leans_to_the_past(each, first, last) for each in found)
        )
    assert right / len(rows) >= 0.8


def test_full_values_of_another_corpus_are_understood() -> None:
    outcomes = []
    for case in facts("ms_french_cases.json"):
        for result in case["results"] if case["reference"] else []:
            value, kind = result["values"][0], (result["type"] or "").rpartition(".")[2]
            timex = value.get("timex") or "X"
            if kind not in ("date", "daterange", "datetime") or len(result["values"]) > 1 or "X" in timex:
                continue
            if "not resolved" in str(value) or not (value.get("value") or value.get("start")):
                continue
            first, last = value.get("value") or value["start"], value.get("value") or value.get("end")
            wanted = [(day_number(first), day_number(last) - step) for step in (0, kind == "daterange")]
            outcomes.append(
                any(
                    one.reading.timex.value == timex
                    or (kind != "datetime" and days_of(one.reading.edtf) in wanted)
                    for one in means(case["input"], day_number(case["reference"]))
                    if one.start <= result["end"] and result["start"] < one.end
                )
            )
    assert sum(outcomes) / len(outcomes) >= 0.7

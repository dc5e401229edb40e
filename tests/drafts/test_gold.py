"""The gold articles are read as a careful reader reads them: every expression, and nothing else."""

import pytest
from drafts.gold_articles import ARTICLES, IN_OTHER_LANGUAGES, Gold

from timeline.dates.event_date import EventDate
from timeline.drafts.article import read_mentions, set_up

EVERY = (*ARTICLES, *IN_OTHER_LANGUAGES)
by_name = pytest.mark.parametrize("gold", EVERY, ids=lambda gold: f"{gold.language} {gold.name}")


def _today(gold: Gold) -> int:
    day = EventDate.parse(gold.today).first_day
    assert day is not None
    return day


def test_there_are_enough_of_them() -> None:
    assert len(ARTICLES) >= 25


@by_name
def test_the_dateline_is_found_or_inferred(gold: Gold) -> None:
    setup = set_up(gold.text, today=_today(gold))
    assert (setup.dateline.day.value if setup.dateline.day else None) == gold.dateline, setup.dateline.reason
    assert setup.narrative is gold.narrative


@by_name
def test_every_expression_is_found_and_understood(gold: Gold) -> None:
    setup = set_up(gold.text, today=_today(gold))
    found = [
        (m.start, m.end, m.text, m.type, m.value, m.mod, m.edtf) for m in read_mentions(gold.text, setup)
    ]
    assert found == list(gold.mentions)


@by_name
def test_every_date_of_the_gold_is_one(gold: Gold) -> None:
    for *_, edtf in gold.mentions:
        if edtf is not None:
            assert str(EventDate.parse(edtf)) == edtf

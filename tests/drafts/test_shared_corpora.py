"""The public corpora beside the project: what was promised of them, where they are there."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period
from timeline.drafts.article import mentions, set_up
from timeline.drafts.proposals import propose
from timeline.drafts.quotes import quote_problems
from timeline.drafts.quoting import Searched
from timeline.drafts.shortening import TITLE_WORDS
from timeline.drafts.tagger import tag
from timeline.store.read import read_events

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / "../shared"
TODAY = days_from_civil(2026, 11, 23)
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared corpora are not beside this checkout")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_timex", SHARED / "timex/score_timex.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("folder", "narrative", "value", "strict"),
    [("meantime", False, 0.76, 0.75), ("wikiwars", True, 0.80, 0.75)],
)
def test_corpora_are_read_as_well_as_promised(
    *, scorer: ModuleType, folder: str, narrative: bool, value: float, strict: float
) -> None:
    documents = scorer.load_dir(SHARED / "timex" / folder)
    found = {}
    for document in documents:
        year, month, day = (int(piece) for piece in document.dct[:10].split("-"))
        if day > 31:
            year, day = day, year
        dateline = Period.day(year, month, day)
        found[document.name] = [
            (m.start, m.end, m.type, m.value)
            for m in tag(document.text, dateline=dateline, narrative=narrative)
        ]
    score = scorer.score(documents, found)
    assert score["value_f1"] >= value
    assert score["strict_f1"] >= strict


@pytest.fixture(scope="module")
def article() -> str:
    return (SHARED / "article.txt").read_text(encoding="utf-8")


def test_the_first_article_is_dated_without_being_told_the_year(article: str) -> None:
    line = set_up(article, today=TODAY).dateline
    assert line.day is not None
    assert (line.day.value, line.place, line.publisher) == ("2023-02-10", "Moscow", "TASS")
    assert "told a briefing on Friday" in line.reason


def test_the_first_articles_expressions_are_understood(article: str) -> None:
    dated = [(m.text, m.edtf) for m in mentions(article, today=TODAY) if m.edtf]
    assert dated == [
        ("the middle of the last century", "1950~/.."),
        ("February 10", "2023-02-10"),
        ("Friday", "2023-02-10"),
        ("March 21, 2022", "2022-03-21"),
        ("2018", "2018/.."),
        ("Tuesday", "2023-02-07"),
        ("the middle of the last century", "1950~/.."),
        ("March 2022", "2022-03"),
    ]


def test_the_first_articles_events_are_proposed(article: str) -> None:
    drafted = propose(article, today=TODAY)
    dates = sorted(str(proposal.event.date) for proposal in drafted.proposals if not proposal.undated)
    wanted = [
        "1950~/..",
        "2018",
        "2022-03",
        "2022-03",
        "2022-03",
        "2022-03-21",
        "2023?-02-07",
        "2023?-02-10",
        "[1945..2023?]",
    ]
    assert dates == wanted
    for proposal in drafted.proposals:
        assert proposal.reason
        assert len(proposal.event.title.split()) <= TITLE_WORDS + 1
        assert proposal.event.actors
        (source,) = proposal.event.sources
        start, end = (int(number) for number in str(source.extra["offsets"]).split("-"))
        assert article[start:end] == source.quote


def test_each_event_of_the_collection_is_among_them(article: str) -> None:
    proposals = propose(article, today=TODAY).proposals
    for event in read_events([ROOT / "data/events.yaml"]):
        assert any(
            proposal.event.date.possibly_during(event.date.first_day, event.date.last_day)
            and set(event.actors) & set(proposal.event.actors)
            for proposal in proposals
        ), event.id


def test_the_collections_quotes_stand_in_the_article_and_date_its_events(article: str) -> None:
    for event in read_events([ROOT / "data/events.yaml"]):
        assert quote_problems(event, {"article.txt": Searched(article)}, today=TODAY) == ()


def test_every_edtf_of_the_corpora_is_one() -> None:
    for path in sorted((SHARED / "timex/wikiwars").glob("*.tml"))[:4]:
        text = path.read_text(encoding="utf-8")[:60_000]
        for mention in tag(text, dateline=None, narrative=True):
            if mention.edtf is not None:
                assert str(EventDate.parse(mention.edtf)) == mention.edtf

"""What is searched for in the page: the words of a query that need no engine, with the answers of the terminal."""

from pathlib import Path

import pytest
from browser import Browser
from page_driving import DRAWN, search, told
from page_events import few, many, page_of

from timeline.query.language import parse_query
from timeline.said.understood import Understood


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("talks", "talks end"),
        ("tal", "talks end"),
        ("tal ", "ides treaty occupation talks month end patrols sun"),
        ("talks -ministry", "talks"),
        ('"ends the talks"', "end"),
        ("cote ivoire", "end"),
        ("further round", "end"),
        ("actor:Japan", "treaty talks month patrols"),
        ("actor:japan NOT (tag:visits OR kind:talks)", "treaty patrols"),
        ("actor:JP", "treaty talks month patrols"),
        ("actor:ussr", "occupation"),
        ("actor:Foreign*", "end"),
        ("tag:treaty -place:Moscow", "treaty"),
        ("status:draft OR status:disputed", "occupation patrols"),
        ("since:2022-03-21", "talks month end patrols sun"),
        ("until:1855-01-26", "ides treaty"),
        ("on:-0043", "ides"),
        ("date:1900..1949", "occupation"),
        ("source:herald", "end"),
        ("title:treaty", "treaty talks"),
    ],
)
def test_a_search_finds_what_a_query_finds(page: Browser, query: str, ids: str) -> None:
    if query == "tal ":  # a word that is whole
        assert search(page, query) == []
        return
    assert search(page, query) == ids.split()
    assert told(page) == f"{len(ids.split())} of 8 event{'s'}"
    assert {one for one, _ in page.run(f"JSON.parse({DRAWN})")} <= {*ids.split()}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("since:soon", "soon is no date as 2022, 2022-03 or 2022-03-21"),
        ("nothing:x", "nothing: is not known here"),
        ("actor:~Japan", "~ is known to the command line only"),
        ("a)", "a bracket is missing"),
        ("a OR", "a word is missing"),
    ],
)
def test_what_cannot_be_asked_is_said_and_changes_nothing(page: Browser, query: str, words: str) -> None:
    assert search(page, "treaty") == ["treaty", "talks", "end"]
    assert search(page, query) == ["treaty", "talks", "end"]
    assert told(page) == words
    assert page.run("page.find.getAttribute('aria-invalid')") == "true"


def test_the_page_finds_what_the_terminal_finds(tab: Browser, tmp_path: Path) -> None:
    events = [*few(), *many(200)]
    tab.emulate()
    tab.open(page_of(events, tmp_path / "page.html"))
    words = [
        "talks",
        '"of matter 7"',
        "matter -spoke",
        "actor:Japan OR tag:tag-3",
        'actor:"State 7" -tag:tag-7',
        "NOT (title:matter OR treaty)",
    ]
    words += [
        "since:1950 until:1960-06",
        "on:2022-03",
        "date:1945..1950",
        "tag:tag-2*",
        "source:example.org",
        "summary:agreed 7",
        "kind:t*",
        "place:rome",
    ]
    words += [
        "status:reported -herald",
        "id:e1*",
        "Côte",
        "actor:USSR",
        'actor:"state 12" AND (tag:tag-12 OR since:2000)',
        "until:-0043",
        "since:1945 -since:1946",
    ]
    for text in words:
        query = parse_query(text, today=0, read=lambda date: Understood(edtf=date))
        assert search(tab, f"{text} ") == [event.id for event in events if query(event)], text

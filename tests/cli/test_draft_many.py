"""`timeline draft` of several articles: one list, and what the collection has of it."""

from pathlib import Path

import pytest
from commands import Run, answer

from timeline.store.read import read_events

UNDATED = "The envoys met on Friday and in March 2020."
ACCORD = {
    "npa.txt": "Accord signed at last\n\nVALLETTA, May 6, 2021 (NPA) - Malta and Italy signed a ferry accord on Tuesday.\n",
    "wire.txt": "Ferry deal\n\nROME, May 6, 2021 (Wire) - Italy and Malta signed the long-awaited ferry accord on Tuesday. Greece closed its port on Monday.\n",
}


@pytest.fixture
def articles(events: Path) -> Path:
    folder = Path("articles")
    folder.mkdir()
    for name, text in ACCORD.items():
        (folder / name).write_text(text)
    return folder


def test_what_several_articles_tell_is_one_event_with_the_sources_of_all(run: Run, articles: Path) -> None:
    ran = run("draft", "articles")
    assert "2 articles; 2 proposals; 1 told by several publishers" in ran.out
    assert ran.out.index("1. 4 May 2021") < ran.out.index("2. 3 May 2021")
    assert ran.out.index("NPA, 6 May 2021: “") < ran.out.index("Wire, 6 May 2021: “")
    assert run("draft", "articles/npa.txt", "articles/wire.txt").out == ran.out
    assert "1. 4 May 2021" in run("draft", "articles", "--by", "article").out
    assert run("draft", "articles", "--yaml").out.count("- id:") == 2
    assert run("draft", "articles", "--yaml", "--by", "article").out.count("- id:") == 3
    assert run("draft", "articles", "--by", "day").code == 2


def test_an_event_that_is_there_gets_another_source_only_from_a_person(
    run: Run, articles: Path, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("draft", "articles/npa.txt", "--add").out == "2021-05-04-malta-and-italy-signed-ferry-accord\n"
    one = "2021-05-04-malta-and-italy-signed-ferry-accord"
    assert f"another source for {one}: --review adds it" in " ".join(
        run("draft", "articles/wire.txt").out.split()
    )
    before = events.read_text()
    ran = run("draft", "articles/wire.txt", "--add")
    assert ran.out == "2021-05-03-greece-closed-its-port\n"
    assert f'left out, since "{one}" looks the same' in ran.err
    assert events.read_text().startswith(before)
    answer(monkeypatch, "a", "s")
    ran = run("draft", "articles/wire.txt", "--review")
    assert f'another source for "{one}"' in ran.err
    assert events.read_text().count("publisher: Wire") == 2
    again = events.read_text()
    answer(monkeypatch, "a", "s")
    assert run("draft", "articles/wire.txt", "--review").code == 0
    assert events.read_text() == again


def test_what_is_cited_already_is_there(run: Run, articles: Path) -> None:
    run("draft", str(articles / "npa.txt"), "--add")
    out = run("draft", str(articles)).out
    assert "another source for 2021-05-04-malta-and-italy-signed-ferry-accord" in out
    again = run("draft", str(articles / "npa.txt")).out
    assert "there already: 2021-05-04-malta-and-italy-signed-ferry-accord" in again
    assert again.endswith("1 proposal; 1 there already\n")


def test_what_seems_to_be_there_may_be_an_event_of_its_own(
    run: Run, articles: Path, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("draft", str(articles / "npa.txt"), "--add")
    answer(monkeypatch, "n", "s")
    (articles / "wire.txt").write_text(
        "ROME, May 6, 2021 (Wire) - The ferry accord between Italy and Malta was signed on Tuesday."
    )
    ran = run("draft", str(articles / "wire.txt"), "--review")
    assert "a new event" in ran.err
    added = read_events([events])[2:]
    assert [str(event.date) for event in added] == ["2021-05-04", "2021-05-04"]


def test_one_article_without_a_day_stops_no_other(run: Run, events: Path) -> None:
    folder = Path("articles")
    folder.mkdir()
    (folder / "a.txt").write_text(UNDATED)
    (folder / "b.txt").write_text("OSLO, May 6, 2021 (NPA) - Malta and Italy signed an accord on Tuesday.\n")
    ran = run("draft", "articles", "--add")
    assert ran.code == 0
    assert 'a.txt: "Friday" needs a dateline' in ran.err
    assert "2021-05-04-malta-and-italy-signed-accord\n" in ran.out


def test_what_is_taken_for_granted_is_said_once_for_all_articles(run: Run, events: Path) -> None:
    folder = Path("articles")
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Malta and Italy signed an accord on Tuesday.\n")
    ran = run(
        "draft", "articles", "--dateline", "7 Feb", "--today", "2023-02-10", "--yaml", "--by", "article"
    )
    assert ran.err.count('took "7 Feb" as 2023-02-07') == 1
    assert ran.out.count("\n  date: 2023-02-07") == 2

"""`timeline draft`: an article in, proposals out, and nothing kept that nobody asked for."""

import io
import json
import sys
from pathlib import Path

import pytest
from commands import Run, answer

from timeline.store.read import read_events

STORY = """\
Two islands agree on a ferry

VALLETTA, May 6 (NPA) — Malta and Italy signed a ferry agreement on Thursday, the Maltese government said on Thursday.

The ferry of 2 March 2020 ran every Monday. In June 2020 Italy closed its ports.
"""
UNDATED = "The envoys met on Friday and in March 2020."


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def test_the_article_is_drawn_with_its_dateline_and_proposals(run: Run, story: str) -> None:
    ran = run("draft", story, "--today", "2026-11-23")
    assert ran.code == 0
    assert "dateline: 6 May 2021 (year uncertain), Valletta, NPA (year inferred: in 2021" in " ".join(
        ran.out.split()
    )
    assert "signed a ferry agreement on [Thursday]" in " ".join(ran.out.split())
    assert "Jun 2020  Italy closed its ports" in ran.out
    assert "reduce relations" in ran.out
    assert '"Thursday" is 2021?-05-06: the latest weekday' in " ".join(ran.out.split())
    assert "because:" in ran.out
    assert ran.out.endswith("3 proposals; 2 expressions not used: 1 repetition, 1 beside no event\n")
    assert "\x1b" not in ran.out


def test_all_also_lists_what_makes_no_event(run: Run, story: str) -> None:
    assert "every Monday: SET P1W" not in run("draft", story).out
    ran = run("draft", story, "--all")
    assert "every Monday: SET XXXX-WXX-1, no event" in ran.out


def test_mentions_are_lines_of_json(run: Run, story: str) -> None:
    ran = run("draft", story, "--mentions", "--today", "2026-11-23")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert list(rows[0]) == ["start", "end", "text", "type", "value", "mod", "edtf", "anchor", "reason"]
    assert [row["text"] for row in rows] == [
        "May 6",
        "Thursday",
        "Thursday",
        "2 March 2020",
        "every Monday",
        "June 2020",
    ]
    assert all(STORY[row["start"] : row["end"]] == row["text"] for row in rows)
    assert rows[1]["edtf"] == "2021-05-06"


def test_yaml_is_a_collection(run: Run, story: str, tmp_path: Path) -> None:
    ran = run("draft", story, "--yaml", "--today", "2026-11-23")
    path = tmp_path / "drafts.yaml"
    path.write_text(ran.out, encoding="utf-8")
    events = read_events([path])
    assert len(events) == len({event.id for event in events}) >= 3
    assert {event.status for event in events} == {"draft"}
    assert all(event.sources[0].quote in STORY for event in events)


def test_add_appends_drafts_and_prints_their_ids(run: Run, story: str, events: Path) -> None:
    ran = run("draft", story, "--add", "--today", "2026-11-23")
    there = read_events([events])
    assert ran.code == 0
    assert ran.out.split() == [event.id for event in there[2:]]
    assert events.read_text(encoding="utf-8").startswith("# two events\n")


def test_what_is_there_is_not_added_again(run: Run, story: str, events: Path) -> None:
    run("draft", story, "--add", "--today", "2026-11-23")
    before = events.read_bytes()
    ran = run("draft", story, "--add", "--today", "2026-11-23")
    assert (ran.code, ran.out) == (0, "")
    assert "looks the same" in ran.err
    assert events.read_bytes() == before


def test_review_asks_and_keeps_what_is_accepted(
    run: Run, story: str, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "s", "e", "never", "2020-03", "Ferry ran", "Malta, Italy", "Valletta", "-", "a", "q")
    ran = run("draft", story, "--review", "--today", "2026-11-23")
    added = read_events([events])[2:]
    assert ran.code == 0
    assert [(event.title, str(event.date), event.actors, event.place, event.status) for event in added] == [
        ("Ferry ran", "2020-03", ("Malta", "Italy"), "Valletta", "reported")
    ]
    assert 'date "never" is not understood' in ran.err


@pytest.mark.parametrize(
    ("typed", "kind", "extra"), [("", "consult", {"codes": {"cameo": "04"}}), ("feast", "feast", {})]
)
def test_a_kind_that_a_person_types_has_no_code(
    run: Run,
    tmp_path: Path,
    events: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    kind: str,
    extra: object,
) -> None:
    story = tmp_path / "talks.txt"
    story.write_text("Malta and Italy held talks on 3 May 2021.", encoding="utf-8")
    answer(monkeypatch, "e", "", "", "", "", typed, "a")
    assert run("draft", str(story), "--review", "--today", "2026-11-23").code == 0
    added = read_events([events])[-1]
    assert (added.kind, added.extra) == (kind, extra)


def test_review_that_is_left_writes_nothing(
    run: Run, story: str, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = events.read_bytes()
    answer(monkeypatch, "q")
    ran = run("draft", story, "--review")
    assert ran.code == 0
    assert "0 accepted, 0 rejected, 3 drafts left" in ran.err
    assert events.read_bytes() == before


def test_a_dateline_is_asked_for_only_where_one_is_needed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(UNDATED, encoding="utf-8")
    ran = run("draft", str(path), "--mentions")
    assert ran.code == 2
    assert '"Friday" needs a dateline, and there is none' in ran.err
    assert "--dateline" in ran.err
    assert "2020-03" in ran.out
    assert run("draft", str(path), "--dateline", "2023-02-10", "--mentions").code == 0
    path.write_text("They met in March 2020.", encoding="utf-8")
    assert run("draft", str(path)).code == 0


def test_nothing_is_added_where_a_dateline_is_wanting(run: Run, tmp_path: Path, events: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(UNDATED, encoding="utf-8")
    before = events.read_bytes()
    assert run("draft", str(path), "--add").code == 2
    assert events.read_bytes() == before


def test_several_fitting_years_are_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        "OSLO, May 6 (NPA) - They met on Friday. The treaty of 1 March 2020 held.", encoding="utf-8"
    )
    ran = run("draft", str(path), "--today", "2023-02-10")
    assert ran.code == 2
    assert "several fit: 2020, 2021, 2022" in ran.err
    assert "--dateline 2022-05-06" in ran.err


def test_a_story_is_read_as_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "history.txt"
    path.write_text("In May 1905 he left. In July he came back.", encoding="utf-8")
    ran = run("draft", str(path), "--narrative", "--mentions")
    assert json.loads(ran.out.splitlines()[1])["edtf"] == "1905-07"


def test_a_narrative_needs_no_dateline(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "history.txt"
    path.write_text('"We leave tonight," he said. In May 1905 he left.', encoding="utf-8")
    for option in ("--mentions", "--yaml"):
        assert run("draft", str(path), "--narrative", option).code == 0


def test_a_folder_is_one_run(run: Run, story: str, tmp_path: Path) -> None:
    (tmp_path / "second.md").write_text(
        "# Talks\n\nROME, May 7, 2021 (NPA) - They met on Friday.", encoding="utf-8"
    )
    ran = run("draft", str(tmp_path), "--mentions", "--today", "2026-11-23")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert {Path(row["article"]).name for row in rows} == {"second.md", Path(story).name}
    assert rows[-1]["edtf"] or rows[0]["edtf"]


def test_stdin_is_an_article(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode()), encoding="utf-8"))
    assert "Jun 2020" in run("draft", "-", "--today", "2026-11-23").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--yaml", "--add"), 2, "exclude one another"),
        (("--dateline", "2023"), 2, '--dateline "2023" is not one day'),
        (("--dateline", "soon"), 2, '"soon"'),
    ],
)
def test_mistakes_are_told(run: Run, story: str, words: tuple[str, ...], code: int, said: str) -> None:
    ran = run("draft", story, *words)
    assert ran.code == code
    assert said in ran.err
    assert "hint:" in ran.err


def test_what_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    assert run("draft", str(tmp_path / "none.txt")).code == 4
    assert "holds no article" in run("draft", str(tmp_path)).err
    assert run("draft", "-", "--review").code == 2


def test_terminal_escapes_in_an_article_are_shown_and_not_obeyed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text(
        "OSLO, May 6, 2021 (N\x1b[2JA) - Evil \x1b]0;x\x07 was signed on Thursday \u202e here.",
        encoding="utf-8",
    )
    for option in ((), ("--yaml",), ("--mentions",), ("--all",)):
        ran = run("draft", str(path), *option)
        assert "\x1b" not in ran.out
        assert "\u202e" not in ran.out


def test_nothing_is_asked_where_nothing_could_be_written(run: Run, story: str, tmp_path: Path) -> None:
    for option in ("--review", "--add"):
        ran = run("draft", story, option, "--data", str(tmp_path / "none.yaml"), "--today", "2026-11-23")
        assert ran.code == 4
        assert "accept" not in ran.err


def test_a_missing_article_is_told_as_one(run: Run, tmp_path: Path) -> None:
    ran = run("draft", str(tmp_path / "none.txt"))
    assert "there is no such article" in ran.err
    assert "timeline init" not in ran.err


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("x" * 256, "cannot read it: file name too long"),
        ("x/" * 3000, "cannot read it: file name too long"),
        ("events.txt/x", "cannot read it: not a directory"),
        ("loop", "cannot read it: too many levels of symbolic links"),
    ],
)
@pytest.mark.parametrize("option", ["--yaml", "--mentions", "--all"])
def test_an_article_that_cannot_be_found_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str, option: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("events.txt").touch()
    Path("loop").symlink_to("loop")
    ran = run("draft", name, option)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith(f"{name.rstrip('/')}: {why}\n")


def test_the_language_of_an_article_is_told_by_its_words(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_text("PARIS, 10 février 2023 (AFP) - Les négociations ont repris mardi.", encoding="utf-8")
    ran = run("draft", str(path), "--mentions")
    assert ran.err == ""
    assert [json.loads(line)["edtf"] for line in ran.out.splitlines()] == ["2023-02-10", "2023-02-07"]
    assert '"mardi"' not in run("draft", str(path), "--mentions", "--language", "EN").out


def test_a_text_by_the_julian_calendar_is_converted_and_keeps_its_words(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ru.txt"
    path.write_text(
        "ПЕТРОГРАД, 26 октября 1917 г. (ПТА) - Дворец взят вчера. Указ от 3 марта 1917 года был отменён.",
        encoding="utf-8",
    )
    ran = run("draft", str(path), "--yaml", "--calendar", "julian")
    assert [line.strip() for line in ran.out.splitlines() if "date" in line.partition(":")[0]] == [
        "date: 1917-11-07",
        "date: 1917-11-08",
        "date: 1917-03-16",
        "date_as_written: 3 марта 1917 года",
        "date: 1917-11-08",
    ]
    assert "1917-10-25" in run("draft", str(path), "--yaml").out


def test_a_language_that_is_not_read_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "de.txt"
    path.write_text("Die Minister haben das Abkommen in Wien unterzeichnet. " * 9, encoding="utf-8")
    ran = run("draft", str(path))
    assert ran.code == 0
    assert ran.err == f"{path}: does not look like en or fr or ru: --language says what it is read in\n"
    assert run("draft", str(path), "--language", "fr").err == ""
    assert run("draft", str(path), "--language", "de").code == 2


def test_lines_end_in_no_spaces(run: Run, story: str) -> None:
    assert not [line for line in run("draft", story, "--all").out.splitlines() if line != line.rstrip()]


def test_review_counts_from_the_day_that_is_given(
    run: Run, story: str, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "e", "yesterday", "", "", "", "", "a", "q")
    assert run("draft", story, "--review", "--today", "2026-11-23").code == 0
    assert str(read_events([events])[-1].date) == "2026-11-22"


def test_a_page_names_its_publisher_and_address(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("selectolax")
    path = tmp_path / "page.html"
    path.write_text(
        '<html><head><meta property="og:site_name" content="The Wire"><meta property="og:url" content="https://example.org/1">'
        '<meta property="article:published_time" content="2023-02-10T10:00:00Z"></head>'
        "<body><p>Malta and Italy signed a treaty on Friday.</p></body></html>",
        encoding="utf-8",
    )
    ran = run("draft", str(path), "--yaml")
    assert "publisher: The Wire" in ran.out
    assert "url: https://example.org/1" in ran.out
    assert "date: 2023-02-10" in ran.out


def test_an_article_that_is_the_collection_is_not_drafted_into_it(run: Run, events: Path) -> None:
    before = events.read_text(encoding="utf-8")
    for name in ("data/events.yaml", "./data/../data/events.yaml"):
        ran = run("draft", name, "--add")
        assert ran.code == 1
        assert "is a file of the collection that is written to" in ran.err
    assert events.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("options", "days"),
    [
        ((), ["2021-03-02", "2019-03-21", "196X"]),
        (("--day-first",), ["2021-02-03", "2019-03-21", "196X"]),
        (("--century", "1850"), ["2021-03-02", "1919-03-21", "186X"]),
    ],
)
def test_numbers_are_read_as_the_options_say(
    run: Run, tmp_path: Path, options: tuple[str, ...], days: list[str]
) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        "OSLO, May 6, 2021. They met on 03/02/2021, on 21/3/19 and in the sixties.", encoding="utf-8"
    )
    ran = run("draft", str(path), "--mentions", *options)
    assert [json.loads(line)["edtf"] for line in ran.out.splitlines()[1:]] == days


def test_an_order_that_contradicts_itself_is_refused(run: Run, story: str) -> None:
    assert run("draft", story, "--day-first", "--month-first").code == 2


def test_proposals_of_somebody_else_are_taken_as_far_as_the_article_goes(run: Run, events: Path) -> None:
    Path("a.txt").write_text("OSLO, May 14, 2021. Norway and Chad signed an accord on Tuesday.\n")
    lines = (
        '{"quote": "signed an accord", "title": "Accord signed", "actors": ["Chad"]}',
        '{"quote": "no", "title": "No"}',
    )
    Path("p.jsonl").write_text("\n".join(lines))
    ran = run("draft", "a.txt", "--proposals", "p.jsonl", "--add")
    assert (ran.code, ran.out) == (0, "2021-05-11-accord-signed\n")
    assert ran.err.splitlines()[:3] == [
        'p.jsonl:2: the quote "no" does not stand in the article',
        "  hint: quote it word for word; spaces, quotation marks and dashes do not count",
        "p.jsonl: 2 proposals: 1 taken, 1 not",
    ]
    assert "actors: [Chad]" in events.read_text()
    Path("p.jsonl").write_text("")
    assert "0 proposals: 0 taken, 0 not" in run("draft", "a.txt", "--proposals", "p.jsonl").err
    assert run("draft", "a.txt", "--proposals", "nothing.jsonl").code == 4

"""`timeline edit` and `timeline remove`: only what was asked for changes."""

import os
import pty
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from commands import EVENTS, Run

from timeline.record import RECORD_FIELDS
from timeline.store.read import read_events

ROOT = Path(__file__).resolve().parents[2]


def test_a_field_changes_and_all_else_stays(run: Run, events: Path) -> None:
    ran = run("edit", "second", "--title", "Talks are over", "--add-actor", "Japan", "--place", "Moscow")
    assert (ran.code, ran.out, ran.err) == (0, "second\n", "")
    changed = EVENTS.replace('"Talks end"', '"Talks are over"').replace("[Russia]\n", "[Russia, Japan]\n")
    assert events.read_text() == changed.replace("  related:", "  place: Moscow\n  related:")


def test_lists_are_replaced_and_dropped_and_fields_unset(run: Run, events: Path) -> None:
    run("edit", "first", "--actor", "USSR", "--drop-tag", "peace-treaty", "--unset", "kind")
    text = events.read_text()
    assert "  actors: [USSR]\n  place: Moscow\n  sources:" in text


def test_a_query_changes_many(run: Run, events: Path) -> None:
    assert run("edit", "--where", "actor:Russia", "--status", "confirmed").out == "first\nsecond\n"
    assert events.read_text().count("status: confirmed") == 2
    assert "nothing to change" in run("edit", "first", "--status", "confirmed").err


def test_the_source_that_is_named_changes_field_by_field(run: Run, events: Path) -> None:
    run("edit", "first", "--source", "1", "--source-url", "https://example.org/", "--source-date", "May 2018")
    assert (
        "    - publisher: TASS\n      date: 2018-05\n      title: A story\n      url: https://example.org/\n"
        in (events.read_text())
    )


def test_a_source_is_added_named_or_emptied_and_never_guessed(run: Run, events: Path) -> None:
    ran = run("edit", "first", "second", "--source-title", "Another story")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "data/events.yaml:2: the event has a source already\n"
        "  hint: --source 1 changes it, --add-source adds another\n"
    )
    assert events.read_text() == EVENTS
    assert run("edit", "second", "--source-title", "A source").code == 0
    assert run("edit", "first", "--add-source", "--source-title", "Another", "--source-at", "p. 3").code == 0
    more = "      title: A story\n    - title: Another\n      at: p. 3\n"
    assert more in events.read_text()
    assert run("edit", "first", "--source", "2", "--source-at", "", "--source-quote", " q ").code == 0
    assert "    - title: Another\n      quote: q\n" in events.read_text()
    assert run("edit", "first", "--source", "2", "--source-title", "", "--source-quote", "").code == 0
    assert events.read_text() == EVENTS.replace("  related:", "  sources:\n    - title: A source\n  related:")


def test_a_copy_of_a_source_is_noted_with_its_hash(run: Run, events: Path) -> None:
    for name in ("old", "new"):
        Path(name).write_text(name)
    assert run("edit", "first", "--source", "1", "--source-file", "old").code == 0
    with_old = EVENTS.replace("A story\n", f"A story\n      file: ../old\n      sha256: {hash_of('old')}\n")
    assert events.read_text() == with_old
    assert run("edit", "first", "--source", "1", "--source-file", "").code == 0
    assert events.read_text() == EVENTS
    run(
        "add", "Note", "--date", "2023", "--source-title", "Page", "--source-file", str(Path("new").resolve())
    )
    source = read_events([events])[-1].sources[0]
    assert (source.title, source.file, source.sha256) == ("Page", "../new", hash_of("new"))


def test_the_day_of_a_copy_is_not_that_of_another(run: Run, events: Path) -> None:
    for name in ("old", "new"):
        Path(name).write_text(name)
    run("edit", "first", "--source", "1", "--source-file", "old")
    dated = events.read_text().replace("      file:", "      retrieved: 2018-06\n      file:")
    events.write_text(dated)
    Path("old").rename("moved")
    ran = run("edit", "first", "--source", "1", "--source-file", "moved")
    assert (ran.code, ran.err, events.read_text()) == (0, "", dated.replace("../old", "../moved"))
    ran = run("edit", "first", "--source", "1", "--source-file", "new")
    assert (ran.code, ran.err) == (0, "first: retrieved told of the copy before, and went with it\n")
    assert "retrieved" not in events.read_text()


def test_the_day_of_a_page_without_a_copy_is_kept_with_its_first(run: Run, events: Path) -> None:
    Path("new").write_text("new")
    dated = EVENTS.replace("A story\n", "A story\n      retrieved: 2018-06\n")
    events.write_text(dated)
    assert run("edit", "first", "--source", "1", "--source-file", "new").err == ""
    source = read_events([events])[0].sources[0]
    assert (str(source.retrieved), source.file, source.sha256) == ("2018-06", "../new", hash_of("new"))


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def test_a_field_without_an_option_is_set_and_taken_out(run: Run, events: Path) -> None:
    assert (
        run("edit", "first", "--field", "archive=RGVA 7/1 = 3", "--lat", "-33.9", "--lon", "18.4").code == 0
    )
    assert "  archive: RGVA 7/1 = 3\n" in events.read_text()
    assert "  lat: -33.9\n  lon: 18.4\n" in events.read_text()
    assert run("edit", "first", "--field", "archive=", "--lat", "", "--lon", " ").code == 0
    assert events.read_text() == EVENTS


@pytest.mark.parametrize("name", RECORD_FIELDS)
def test_a_field_is_set_by_its_option_or_as_one_that_has_none(run: Run, events: Path, name: str) -> None:
    ran = run("edit", "first", "--field", f"{name}=x", "--dry-run")
    if ran.code:
        options = re.findall(r"--[a-z-]+[a-z]", ran.err.partition("hint: ")[2])
        assert options
        assert {*options} <= {*re.findall(r"--[a-z-]+[a-z]", run("edit", "--help").out)}
    else:
        assert f"+  {name}: x" in ran.out


def test_blanks_around_a_name_are_not_part_of_it(run: Run, events: Path) -> None:
    run("edit", "second", "--title", " Talks over ", "--add-actor", " Japan ", "--place", " Moscow\u00a0")
    changed = EVENTS.replace('"Talks end"', '"Talks over"').replace("[Russia]\n", "[Russia, Japan]\n")
    assert events.read_text() == changed.replace("  related:", "  place: Moscow\n  related:")


def test_an_id_may_be_given_by_its_beginning(run: Run, events: Path) -> None:
    run("add", "Note", "--date", "2023", "--after", "sec", "--related", "fir")
    assert events.read_text().endswith("  after: [second]\n  related: [first]\n")
    assert run("edit", "2023", "--drop-after", "s", "--add-before", "f").out == "2023-note\n"
    assert events.read_text().endswith("  before: [first]\n  related: [first]\n")
    ran = run("remove", "fi", "2023-n", "--yes", "--cascade")
    assert (ran.code, ran.err.splitlines()[:2]) == (0, ["first: 2018, Talks begin", "2023-note: 2023, Note"])
    text = events.read_text()
    assert "id: second" in text
    assert "first" not in text


def test_a_new_id_is_followed_by_references(run: Run, events: Path) -> None:
    assert run("edit", "first", "--id", "talks-begin").out == "talks-begin\nsecond\n"
    assert events.read_text() == EVENTS.replace("id: first", "id: talks-begin").replace(
        "[first]", "[talks-begin]"
    )


DATED = (
    "- id: 2022-03-21-talks\n  date: 2022-03-21\n  title: Talks\n  before: [2023-rally]\n"
    "- id: 2023-rally\n  date: 2023\n  title: Rally\n  after: [2022-03-21-talks, none]\n"
    "- {date: 2024, title: Nameless, related: {2023-rally: no list}}\n"
)


def test_what_was_said_of_another_date_or_place_is_named(run: Run, events: Path) -> None:
    run("edit", "first", "--lat", "55.8", "--lon", "37.6", "--field", "date_as_written=in 2018")
    ran = run("edit", "first", "--date", "2019", "--place", "Rome", "--lat", "41.9", "--dry-run")
    assert (ran.code, ran.err) == (
        0,
        "first: date_as_written, lon as before; "
        "--unset date_as_written --unset lon takes out what is no longer so\n",
    )
    assert run("edit", "first", "--place", "Rome", "--unset", "lat", "--unset", "lon").err == ""
    assert run("edit", "first", "--place", "Moscow", "--lat", "55.8", "--lon", "37.6").err == ""


def test_events_without_an_id_are_counted(run: Run, events: Path) -> None:
    events.write_text("- {id: a, date: 2020, title: A}\n- {date: 2021, title: B}\n- {date: 2022, title: C}\n")
    ran = run("edit", "--where", "since:2020", "--kind", "talks")
    assert (ran.out, ran.err) == ("a\n", "and 2 events without an id\n")


def test_a_date_that_changes_leaves_the_id_and_says_so(run: Run, events: Path) -> None:
    events.write_text(DATED)
    ran = run("edit", "2022", "--date", "22 March 2022")
    assert (ran.code, ran.out) == (0, "2022-03-21-talks\n")
    assert ran.err == 'the id "2022-03-21-talks" keeps the old date; --new-id makes a new one\n'
    assert events.read_text() == DATED.replace("date: 2022-03-21", "date: 2022-03-22")


@pytest.mark.parametrize(
    "words", [["--date", "2022-03-21~"], ["--title", "T"], ["--date", "2022-03-22", "--id", "x"]]
)
def test_an_id_that_names_no_old_date_is_not_spoken_of(run: Run, events: Path, words: list[str]) -> None:
    events.write_text(DATED.replace("{2023-rally: no list}", "x"))
    ran = run("edit", "2022", *words)
    assert (ran.code, ran.err) == (0, "")


def test_a_new_id_is_made_and_references_follow(run: Run, events: Path) -> None:
    events.write_text(DATED)
    ran = run("edit", "2022", "2023", "--new-id", "--date", "2022", "--title", "Talks")
    assert (ran.code, ran.out, ran.err) == (0, "2022-talks\n2022-talks-2\n", "")
    text = DATED.replace("2022-03-21-talks", "2022-talks").replace("[2023-rally]", "[2022-talks-2]")
    text = text.replace("id: 2023-rally", "id: 2022-talks-2").replace("title: Rally", "title: Talks")
    assert events.read_text() == text.replace("date: 2022-03-21", "date: 2022").replace(
        "date: 2023", "date: 2022"
    )
    assert run("edit", "2022-talks-2", "--new-id").err == "nothing to change\n"
    events.write_text("- {date: 2024, title: Nameless}\n")
    assert run("edit", "--where", "title:nameless", "--new-id").out == "2024-nameless\n"


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        ([], 2, "which event?"),
        (["third", "--kind", "x"], 1, 'no event has the id "third"'),
        (["--where", "tag:none", "--kind", "x"], 1, "no event matches"),
        (["--where", "actr:x", "--kind", "x"], 2, '"actr" is not a field'),
        (["first", "--status", "x"], 2, 'status "x" is not known'),
        (["first", "--unset", "title"], 2, "every event has a title"),
        (["first", "--id", "second"], 1, 'the id "second" is in use'),
        (["first", "second", "--id", "third"], 1, '2 events cannot all have the id "third"'),
        (["first"], 2, "there is no terminal for an editor"),
        (["first", "second"], 2, "there is no terminal for an editor"),
    ],
)
def test_a_refused_change_leaves_the_file_alone(
    run: Run, events: Path, words: list[str], code: int, err: str
) -> None:
    ran = run("edit", *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(err)
    assert "\n  hint: " in ran.err
    assert events.read_text() == EVENTS


def test_an_invalid_record_can_be_mended(run: Run, events: Path) -> None:
    events.write_text("- id: a\n  date: 2022-13\n  title: t\n  status: x\n")
    assert run("edit", "a", "--date", "December 2022").code == 0
    assert events.read_text() == "- id: a\n  date: 2022-12\n  title: t\n  status: x\n"


def test_a_dry_run_shows_the_change_and_writes_nothing(run: Run, events: Path) -> None:
    out = run("edit", "first", "--kind", "negotiation", "--dry-run").out
    assert "-  kind: talks\n+  kind: negotiation\n" in out
    out = run("remove", "second", "--dry-run").out
    assert "-- id: second\n" in out
    assert events.read_text() == EVENTS


def test_removing_takes_the_record_and_nothing_else(run: Run, events: Path) -> None:
    ran = run("remove", "second", "--yes")
    assert (ran.code, ran.out, ran.err) == (0, "", "second: 2022-03-21, Talks end\n")
    assert events.read_text() == EVENTS[: EVENTS.index("- id: second")]


def test_removing_asks_first_and_reports_what_refers(run: Run, events: Path) -> None:
    ran = run("remove", "first")
    assert ran.code == 1
    assert "data/events.yaml:14: related refers to first, which will be nothing" in ran.err
    assert "nobody is here to answer\n  hint: add --yes\n" in ran.err
    assert events.read_text() == EVENTS


def test_cascade_takes_the_references_too(run: Run, events: Path) -> None:
    assert run("remove", "first", "--yes", "--cascade").code == 0
    assert (
        events.read_text()
        == '# two events\n\n- id: second\n  date: 2022-03-21   # a Monday\n  title: "Talks end"\n  actors: [Russia]\n'
    )


def test_the_editor_is_opened_again_until_the_event_is_right(events: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1]); text = path.read_text()\n"
        "path.write_text(text.replace('Talks end', 'Done') if '2022-13' not in text else text.replace('2022-13', '2022-04'))\n"
        "if 'Done' in path.read_text() and '2022-03-21' in text: path.write_text(path.read_text().replace('2022-03-21', '2022-13'))\n"
    )
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", "edit", "second"],
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=follower,
        cwd=events.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT), "EDITOR": f"{sys.executable} {editor}"},
        text=True,
    ) as process:
        os.write(leader, b"y\n")
        out, _ = process.communicate(timeout=30)
    os.close(follower)
    asked = os.read(leader, 10_000).decode()
    os.close(leader)
    assert out == "second\n"
    assert 'date "2022-13" is not a calendar date' in asked
    assert events.read_text() == EVENTS.replace("2022-03-21 ", "2022-04 ").replace("Talks end", "Done")

"""`timeline remove` on a terminal: it shows, asks, and removes what was agreed to and nothing else."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from commands import EVENTS, Run

ROOT = Path(__file__).resolve().parents[2]


def asked(events: Path, answer: str, *, meanwhile: str = "") -> tuple[int, str]:
    """The exit code, and what is said when a person answers; the file may be changed before they do."""
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", "remove", "first"],
        stdin=follower,
        stderr=follower,
        cwd=events.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        said = b""
        while b"Remove? [y/N]: " not in said:
            said += os.read(leader, 10_000)
        if meanwhile:
            events.write_text(meanwhile)
        os.write(leader, answer.encode())
        process.wait(timeout=30)
    os.close(follower)
    try:
        while more := os.read(leader, 10_000):
            said += more
    except OSError:
        pass
    os.close(leader)
    return process.returncode, said.decode().replace("\r\n", "\n")


def test_yes_removes_what_was_shown(events: Path) -> None:
    code, said = asked(events, "y\n")
    assert code == 0
    assert said.startswith(
        "first: 2018, Talks begin\n"
        "  events.yaml:14: related refers to first, which will be nothing; --cascade takes it out\n"
    )
    assert "id: first" not in events.read_text()


@pytest.mark.parametrize("answer", ["n\n", "\n", "what\n"])
def test_any_other_answer_removes_nothing(events: Path, answer: str) -> None:
    code, said = asked(events, answer)
    assert (code, said.splitlines()[-1]) == (1, "nothing is removed")
    assert events.read_text() == EVENTS


def test_an_interrupt_removes_nothing(events: Path) -> None:
    assert asked(events, "\x04")[0] == 130
    assert events.read_text() == EVENTS


def test_what_has_changed_since_it_was_shown_is_not_removed(events: Path) -> None:
    text = EVENTS.replace("Talks begin", "Something else")
    code, said = asked(events, "y\n", meanwhile=text)
    assert code == 4
    assert (
        "events.yaml: was changed by another program meanwhile; nothing is removed\n  hint: look again"
        in said
    )
    assert events.read_text() == text


def test_an_emptied_file_of_one_event_goes_and_another_stays(run: Run, events: Path, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    (folder / "one.yaml").write_text("id: one\ndate: 2022\ntitle: x\n")
    (folder / "list.yaml").write_text("# kept\n- id: two\n  date: 2022\n  title: y\n")
    assert run("remove", "one", "two", "--yes", "--data", "all").code == 0
    assert [path.name for path in folder.iterdir()] == ["list.yaml"]
    assert (folder / "list.yaml").read_text() == "# kept\n"


def test_cascade_edits_the_records_that_refer(run: Run, events: Path) -> None:
    text = EVENTS.replace("related: [first]", "related: [ first , second ]  # both")
    events.write_text(text)
    out = run("remove", "first", "--cascade", "--dry-run").out
    assert "-  related: [ first , second ]  # both\n+  related: [ second ]  # both\n" in out
    assert events.read_text() == text
    assert run("remove", "first", "--cascade", "--yes").code == 0
    assert events.read_text().endswith("  related: [ second ]  # both\n")


def test_what_a_query_finds_is_shown_and_removed(run: Run, events: Path) -> None:
    nameless = "- date: 2023\n  title: Nameless\n  actors: [Russia]\n"
    events.write_text(EVENTS + nameless)
    ran = run("remove", "--where", "since:2022 actor:Russia")
    assert (ran.code, ran.err.splitlines()[:2]) == (
        1,
        ["second: 2022-03-21, Talks end", "data/events.yaml:19: 2023, Nameless"],
    )
    assert run("remove", "--where", "since:2023", "--today", "2024-01-01", "--yes").code == 0
    assert events.read_text() == EVENTS
    assert run("remove", "fir", "--where", "tag:peace-treaty", "--yes").code == 0
    assert events.read_text() == "# two events\n\n" + EVENTS.partition("\n\n")[2]


def test_what_matches_nothing_removes_nothing(run: Run, events: Path) -> None:
    ran = run("remove", "--where", "actor:Peru", "--yes")
    assert (ran.code, ran.err) == (1, "no event matches\n  hint: try the query with: timeline show\n")
    assert events.read_text() == EVENTS

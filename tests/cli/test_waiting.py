"""Every command that writes waits its turn, says for whom, and gives up after --wait SECONDS."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import EVENTS, Run

from timeline.store.lock import locked

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "TOKYO, February 10. /TASS/. A rally was held in Tokyo on Tuesday.\n"
WRITING = {
    "add": ["add", "x", "--date", "2022", "--data", "data/events.yaml"],
    "edit": ["edit", "first", "--kind", "x", "--data", "data/events.yaml"],
    "remove": ["remove", "first", "--yes", "--data", "data/events.yaml"],
    "remove --where": ["remove", "--where", "id:first", "--yes", "--data", "data/events.yaml"],
    "merge": ["merge", "first", "second", "--data", "data/events.yaml"],
    "rename": ["rename", "actor", "Russia", "x", "--data", "data/events.yaml"],
    "move": ["move", "first", "--to", "data/new.yaml", "--force", "--data", "data/events.yaml"],
    "check --fix": ["check", "--fix", "--data", "data/events.yaml"],
    "init": ["init", "data/new.yaml"],
    "import": ["import", "more.jsonl", "--data", "data/events.yaml"],
    "draft --add": [
        "draft",
        "article.txt",
        "--add",
        "--dateline",
        "2023-02-10",
        "--data",
        "data/events.yaml",
    ],
}


@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_a_writing_command_waits_and_gives_up(run: Run, events: Path, words: list[str]) -> None:
    Path("more.jsonl").write_text('{"date": "2022", "title": "x"}\n')
    Path("article.txt").write_text(ARTICLE)
    started = time.monotonic()
    with locked(events.parent, wait=0):
        ran = run(*words, "--wait", "0.2")
    assert ran.code == 4, ran
    assert "waiting for process " in ran.err
    assert ", and still so after 0.2 s\n  hint: try again, or wait longer: --wait 60\n" in ran.err
    assert time.monotonic() - started >= 0.2
    assert [path.name for path in events.parent.iterdir()] == ["events.yaml"]
    assert events.read_text() == EVENTS


def test_commands_that_only_show_wait_for_nobody(run: Run, events: Path) -> None:
    with locked(events.parent, wait=0):
        for words in (["show"], ["check"], ["export"], ["add", "x", "--date", "2022", "--dry-run"]):
            assert run(*words).code == 0


def test_of_two_who_begin_a_collection_one_does(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "timeline", "init", str(tmp_path / "events.yaml")]
    both = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    told = [one.communicate()[1] for one in both]
    assert sorted(one.returncode for one in both) == [0, 1, 1, 1]
    assert sum("exists already" in text for text in told) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "events.yaml",
        "timeline.schema.json",
        "timeline.toml",
    ]

"""`timeline undo`: the last change of a collection taken back."""

from pathlib import Path

import pytest
from commands import EVENTS, Run


@pytest.fixture(autouse=True)
def _state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_STATE", str(tmp_path_factory.mktemp("state")))


CHANGES: dict[str, list[str]] = {
    "add": ["add", "Rally", "--date", "2024"],
    "edit": ["edit", "first", "--kind", "rally"],
    "edit --where": ["edit", "--where", "actor:Russia", "--add-tag", "both"],
    "remove": ["remove", "first", "--yes", "--cascade"],
    "merge": ["merge", "second", "first"],
    "rename": ["rename", "actor", "Japan", "Nippon"],
    "move": ["move", "first", "--to", "new.yaml", "--cascade"],
    "import": ["import", "in.csv"],
    "draft": ["draft", "in.txt", "--add"],
    "check": ["check", "--fix"],
}


@pytest.mark.parametrize("words", CHANGES.values(), ids=CHANGES)
def test_every_change_can_be_taken_back(run: Run, events: Path, words: list[str]) -> None:
    old = EVENTS.replace("date: 2018\n", "date: May 2018\n") if words[0] == "check" else EVENTS
    events.write_text(old)
    Path("in.csv").write_text("id,date,title\nc,2024,Rally\n")
    Path("in.txt").write_text("MOSCOW, February 10, 2023 /TASS/. Russia left the talks on 21 March 2022.\n")
    run(*words)
    new = events.read_text()
    assert new != old
    would = run("undo", "--dry-run")
    assert would.out.startswith("--- a/")
    assert events.read_text() == new
    answer = run("undo")
    assert (answer.code, answer.out) == (0, "data/events.yaml\n" + "new.yaml\n" * (words[0] == "move"))
    assert not Path("new.yaml").exists()
    assert answer.err == f"took back: timeline {' '.join(words)}\n"
    assert events.read_text() == old
    assert run("undo").code == 1


def test_changes_are_taken_back_one_after_another(run: Run, events: Path) -> None:
    states = []
    for number in range(3):
        states.append(events.read_text())
        run("edit", "first", "--kind", f"k{number}")
    while states:
        assert run("undo").code == 0
        assert events.read_text() == states.pop()
    assert "there is no change to take back" in run("undo").err


def test_of_a_large_file_that_has_moved_on_the_change_is_shown(
    run: Run, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("timeline.store.change.LARGE", "timeline.store.large.WHOLE"):
        monkeypatch.setattr(name, 0)
    events.write_text("".join(f"- id: e{at}\n  date: 2022\n  title: T\n  kind: talks\n" for at in range(9)))
    run("edit", "e4", "--kind", "rally")
    events.write_text(events.read_text() + "# mine\n")
    for words in (["undo"], ["undo", "--dry-run"]):
        answer = run(*words)
        assert (answer.code, answer.out) == (1, "")
        assert "only the change is kept, which backwards is\n-  kind: rally\n+  kind: talks\n" in answer.err
        assert "do that by hand" in answer.err
        assert "mine" not in answer.err


def test_what_has_moved_on_is_shown(run: Run, events: Path) -> None:
    run("edit", "first", "--kind", "rally")
    events.write_text(events.read_text() + "# theirs\n")
    for words in (["undo"], ["undo", "--dry-run"]):
        answer = run(*words)
        assert (answer.code, answer.out) == (1, "")
        assert "\n+# theirs\n" in answer.err
    assert events.read_text().endswith("# theirs\n")


def test_what_is_forgotten_is_not_taken_back(run: Run, events: Path) -> None:
    run("edit", "first", "--kind", "rally")
    run("edit", "first", "--kind", "talks")
    assert run("undo", "--forget").err == "forgot 2 changes\n"
    assert run("undo").code == 1


def test_exports_and_beginnings_are_not_taken_back(run: Run, events: Path) -> None:
    run("edit", "first", "--kind", "rally")
    run("export", "-o", "out.csv")
    run("init", "new")
    assert run("undo").out == "data/events.yaml\n"
    assert events.read_text() == EVENTS
    assert Path("out.csv").exists()
    assert Path("new/events.yaml").exists()


@pytest.mark.parametrize("home", ["", "relative"])
def test_without_a_place_for_it_there_is_no_journal(
    run: Run, events: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
) -> None:
    monkeypatch.delenv("TIMELINE_STATE")
    monkeypatch.setenv("XDG_STATE_HOME", home)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    run("edit", "first", "--kind", "rally")
    assert next((tmp_path / "home").rglob("*.done")).parts[-5:-1] == (
        ".local",
        "state",
        "timeline",
        "changes",
    )
    assert not Path("relative").exists()

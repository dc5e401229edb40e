"""A change that a kill or a failure cuts short: all old or all new for whoever comes next, and said."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import ModuleType

import pytest
from journals import MEMORY, added, change, journal_of, laid_out, noted, nothing, state

from timeline.errors import Refused, Unavailable
from timeline.store import commit, journal, write
from timeline.store.commit import roll_back, undo
from timeline.store.files import unfinished
from timeline.store.journal import Entry, Part, Turn, begin, done, empty, finish, read_entry
from timeline.store.lock import locked
from timeline.store.read import read_events
from timeline.store.sides import made

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def memory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        yield Path(name)


CALLS = ("open", "replace", "rename", "link", "unlink", "fsync", "fchmod", "close", "mkdir", "chmod")


def killed(act: Callable[[], object], at: int) -> bool:
    """Whether a process that does this is killed before so manieth call to the system, and not through by then."""
    calls = [0]

    def failing(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            calls[0] += 1
            if calls[0] == at:
                os._exit(9)
            return real(*arguments, **named)

        return call

    child = os.fork()
    if not child:
        for name in CALLS:
            setattr(os, name, failing(getattr(os, name)))
        act()
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9)
    return code == 9


ACTS: dict[str, Callable[[Path, Turn], object]] = {
    "exchange": lambda place, turn: change(place, turn, "all exchange", 3),
    "move": lambda place, turn: change(place, turn, "move", 1),
    "undo": lambda place, turn: undo(place / "all", turn, nothing),
}


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system forks no processes")
@pytest.mark.parametrize("name", ACTS)
def test_a_change_killed_at_any_call_is_all_old_or_all_new_for_the_next(memory: Path, name: str) -> None:
    def begun(place: Path) -> tuple[Turn, dict[str, tuple[bytes, int, str]]]:
        turn = laid_out(place)
        if name == "undo":
            change(place, turn, "all exchange", 3)
        return turn, state(place)

    whole = memory / "whole"
    turn, old = begun(whole)
    ACTS[name](whole, turn)
    new = state(whole)
    assert new != old
    seen = []
    for at in range(1, 1_000):
        place = memory / str(at)
        turn, _ = begun(place)
        was_killed = killed(lambda: ACTS[name](place, turn), at)  # noqa: B023 - called now
        half = state(place)
        roll_back(turn, [place / "all", place / "list.yaml"])
        found = {path: one for path, one in state(place).items() if not path.endswith(".tmp")}
        assert found in (old, new), at
        assert not unfinished(journal_of(turn))
        seen.append((half in (old, new), found == old))
        if not was_killed:
            break
        for folder in ("all", "all/sub", "list.yaml"):  # who writes next finds no trace of the dead
            write.rewrite(place / folder, added(99), turn)
        assert not list((place / "all").rglob("*.tmp"))
        assert not list(place.glob("*.tmp"))
        assert not list((place / "state").rglob("*.tmp"))
    assert {(False, True), (True, True), (True, False)} <= set(seen) or name == "undo"
    assert at > 20


def half_done(place: Path, turn: Turn) -> Entry:
    """A change of four files, of which a killed writer has made one."""
    parts = [
        Part(place=path, old=path.read_bytes(), new=b"id: z\ndate: 2020\ntitle: z\n", mode=0o644)
        for path in sorted(one.resolve() for one in (place / "all").rglob("*.yaml"))
    ]
    folders = sorted({part.place.parent for part in parts})
    path = begin(turn, [place / "all"], folders, parts)
    assert path
    parts[0].place.write_bytes(b"".join(made(parts[0].new, None)))
    entry = read_entry(path)
    assert entry
    assert entry.parts == parts
    return entry


def test_what_was_left_half_done_is_taken_back_and_said(tmp_path: Path) -> None:
    turn, said = noted(laid_out(tmp_path))
    old = state(tmp_path)
    half_done(tmp_path, turn)
    roll_back(turn, [tmp_path / "list.yaml"])
    assert state(tmp_path) != old
    roll_back(turn, [tmp_path / "all"])
    assert state(tmp_path) == old
    assert said == ["took back a change that was left half done (edit): 4 files"]


def test_what_is_under_way_is_left_to_its_writer(tmp_path: Path) -> None:
    turn, said = noted(laid_out(tmp_path))
    entry = half_done(tmp_path, turn)
    half = state(tmp_path)
    with locked(entry.folders[1], wait=0):
        roll_back(turn, [tmp_path / "all"])
    assert (state(tmp_path), said) == (half, [])


def test_a_writer_takes_back_what_the_one_before_left(tmp_path: Path) -> None:
    turn, said = noted(laid_out(tmp_path))
    half_done(tmp_path, turn)
    write.rewrite(tmp_path / "all", added(1), turn)
    assert sorted(event.id for event in read_events([tmp_path / "all"])) == ["a", "b", "c", "d", "n1"]
    assert said == ["took back a change that was left half done (edit): 4 files"]


def test_files_with_other_bytes_are_left_and_named(tmp_path: Path) -> None:
    turn, said = noted(laid_out(tmp_path))
    half_done(tmp_path, turn)
    (tmp_path / "all/b.yaml").write_text("id: theirs\ndate: 2021\ntitle: theirs\n")
    roll_back(turn, [tmp_path / "all"])
    assert sorted(event.id for event in read_events([tmp_path / "all"])) == ["a", "c", "d", "theirs"]
    assert said[1:] == [f"{tmp_path}/all/b.yaml: was changed by another program since, and is left as it is"]
    assert not unfinished(journal_of(turn))


def test_who_may_not_write_reads_what_is_there_and_is_told(tmp_path: Path) -> None:
    turn, said = noted(laid_out(tmp_path))
    entry = half_done(tmp_path, turn)
    entry.parts[0].place.chmod(0o444)
    for _ in range(2):
        roll_back(turn, [tmp_path / "all"])
    assert (
        said
        == [
            f"a change that was left half done (edit) cannot be taken back here: {entry.parts[0].place} cannot be written"
        ]
        * 2
    )
    entry.parts[0].place.chmod(0o644)
    roll_back(turn, [tmp_path / "all"])
    assert entry.parts[0].place.read_bytes() == entry.parts[0].old


@pytest.mark.parametrize("hand", ["changed", "gone", "back"])
def test_a_change_with_other_hands_in_its_files_is_not_taken_back(tmp_path: Path, hand: str) -> None:
    turn = laid_out(tmp_path)
    change(tmp_path, turn, "all exchange", 0)
    assert not (tmp_path / "all/a.yaml").exists()
    match hand:
        case "changed":
            (tmp_path / "all/b.yaml").write_text("theirs")
        case "gone":
            (tmp_path / "all/b.yaml").unlink()
        case "back":
            (tmp_path / "all/a.yaml").write_text("theirs")
    there = state(tmp_path)
    seen: list[Part] = []
    with pytest.raises(
        Refused, match=r"changed by other hands since the last change \(edit\), which is not taken back"
    ):
        undo(tmp_path / "all", turn, seen.extend)
    assert state(tmp_path) == there
    assert [(part.place.name, part.new) for part in seen] == [
        ("a.yaml" if hand == "back" else "b.yaml", None if hand == "gone" else b"theirs")
    ]
    assert len(done(journal_of(turn))) == 1


def fail_after(
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    name: str,
    calls: int,
    error: Exception,
    times: int = 99,
) -> None:
    """Let a function of a module work for so many calls, and then fail so many times."""
    real, made = getattr(module, name), count(1)

    def call(*given: object) -> object:
        if calls < next(made) <= calls + times:
            raise error
        return real(*given)

    monkeypatch.setattr(module, name, call)


def test_an_undo_that_fails_leaves_the_change_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = laid_out(tmp_path)
    change(tmp_path, turn, "all edit", 15)
    there = state(tmp_path)
    (tmp_path / "all/sub/c.yaml").chmod(0o444)
    with pytest.raises(Unavailable, match="is read-only"):
        undo(tmp_path / "all", turn, nothing)
    (tmp_path / "all/sub/c.yaml").chmod(0o644)
    assert state(tmp_path) == there
    assert not unfinished(journal_of(turn))
    undo(tmp_path / "all", turn, nothing)
    assert state(tmp_path) != there


def test_what_could_not_be_put_back_is_put_back_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn, said = noted(laid_out(tmp_path))
    old = state(tmp_path)
    fail_after(monkeypatch, commit, "_put", 2, Unavailable("no disk"))
    with pytest.raises(Unavailable, match="no disk; the rest is taken back by the next command"):
        change(tmp_path, turn, "all edit", 15)
    assert state(tmp_path) != old
    monkeypatch.undo()
    roll_back(turn, [tmp_path / "all"])
    assert state(tmp_path) == old
    assert said == ["took back a change that was left half done (edit): 4 files"]


def test_an_undo_that_can_neither_go_on_nor_back_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = laid_out(tmp_path)
    old = state(tmp_path)
    change(tmp_path, turn, "all edit", 15)
    fail_after(monkeypatch, commit, "_put", 2, Unavailable("no disk"))
    with pytest.raises(Unavailable, match="no disk; the rest is taken back by the next command"):
        undo(tmp_path / "all", turn, nothing)
    monkeypatch.undo()
    roll_back(turn, [tmp_path / "all"])
    assert state(tmp_path) == old


def test_an_undo_that_cannot_be_noted_takes_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn, said = noted(laid_out(tmp_path))
    change(tmp_path, turn, "all edit", 15)
    new = state(tmp_path)
    fail_after(monkeypatch, journal, "sync_folder", 0, OSError("no disk"))
    with pytest.raises(Unavailable, match="changes: cannot sync it: no disk"):
        undo(tmp_path / "all", turn, nothing)
    monkeypatch.undo()
    roll_back(turn, [tmp_path / "all"])
    assert (state(tmp_path), said) == (new, [])
    assert len(done(journal_of(turn))) == 1


def test_an_undo_that_is_put_back_and_cannot_be_marked_so_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = laid_out(tmp_path)
    old = state(tmp_path)
    change(tmp_path, turn, "all edit", 15)
    fail_after(monkeypatch, journal, "sync_folder", 1, OSError("no disk"))
    fail_after(monkeypatch, commit, "_put", 2, Unavailable("no disk"), times=1)
    with pytest.raises(Unavailable, match="no disk; the rest is taken back by the next command"):
        undo(tmp_path / "all", turn, nothing)
    monkeypatch.undo()
    roll_back(turn, [tmp_path / "all"])
    assert state(tmp_path) == old


def test_a_change_that_cannot_be_marked_as_done_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = laid_out(tmp_path)
    old = state(tmp_path)
    fail_after(monkeypatch, journal, "sync_folder", 1, OSError("no disk"), times=1)
    with pytest.raises(Unavailable, match="cannot sync it: no disk"):
        change(tmp_path, turn, "all edit", 15)
    assert state(tmp_path) == old
    assert list(journal_of(turn).iterdir()) == []


def test_a_change_that_can_neither_be_marked_as_done_nor_put_back_is_taken_back_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn, said = noted(laid_out(tmp_path))
    old = state(tmp_path)
    fail_after(monkeypatch, journal, "sync_folder", 1, OSError("no disk"))
    fail_after(monkeypatch, commit, "_put", 4, Unavailable("no disk"))
    with pytest.raises(
        Unavailable, match="cannot sync it: no disk; the rest is taken back by the next command"
    ):
        change(tmp_path, turn, "all edit", 15)
    monkeypatch.undo()
    assert state(tmp_path) != old
    roll_back(turn, [tmp_path / "all"])
    assert state(tmp_path) == old
    assert said == ["took back a change that was left half done (edit): 4 files"]


def test_what_cannot_be_put_back_without_a_journal_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out(tmp_path)
    fail_after(monkeypatch, commit, "_put", 1, Unavailable("no disk"))
    with pytest.raises(
        Unavailable, match=rf"no disk; {tmp_path}/all/a\.yaml could not be put back as it was"
    ):
        change(tmp_path, Turn(), "all edit", 15)


def test_a_change_that_comes_in_between_is_not_taken_back_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = laid_out(tmp_path)
    change(tmp_path, turn, "all edit", 1)
    real = commit.roll_back

    def meanwhile(*given: object) -> None:
        real(*given)  # type: ignore[arg-type]
        empty(journal_of(turn))
        path = begin(turn, [(tmp_path / "all").resolve()], [], [])
        assert path
        finish(path)

    monkeypatch.setattr(commit, "roll_back", meanwhile)
    with pytest.raises(Unavailable, match="was changed by another program meanwhile; nothing is taken back"):
        undo(tmp_path / "all", turn, nothing)


def test_a_killed_command_is_taken_back_by_the_next_that_reads(tmp_path: Path) -> None:
    """The whole command, killed between the second file and the third."""
    laid_out(tmp_path)
    old = state(tmp_path)
    code = (
        "import os, signal, sys\nfrom timeline.cli.app import main\nreal, calls = os.replace, []\n"
        "def fatal(*given):\n    calls.append(real(*given))\n"
        "    len(calls) > 1 and os.kill(os.getpid(), signal.SIGKILL)\n"
        "os.replace = fatal\nsys.argv[0] = 'timeline'\nmain()\n"
    )
    environ = os.environ | {"TIMELINE_STATE": str(tmp_path / "state")}
    words = ["edit", "--where", "title:x", "--kind", "talks", "--data", "all"]
    command = [sys.executable, "-c", code, *words]
    environ["PYTHONPATH"] = str(ROOT)
    assert subprocess.run(command, cwd=tmp_path, env=environ, check=False).returncode == -signal.SIGKILL
    assert state(tmp_path) != old
    show = [sys.executable, "-m", "timeline", "show", "kind:talks", "--data", "all"]
    shown = subprocess.run(show, cwd=tmp_path, env=environ, capture_output=True, text=True, check=True)
    assert shown.stderr.startswith(
        "took back a change that was left half done (edit --where title:x --kind talks --data all): 4 files\n"
    )
    assert state(tmp_path) == old

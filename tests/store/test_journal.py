"""The journal: a change that a kill cuts short is all old or all new for whoever comes next, and each can be taken back."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import Refused, Unavailable
from timeline.record import Record
from timeline.store import commit, journal, staging, write
from timeline.store.change import Change
from timeline.store.commit import last_change, roll_back, undo
from timeline.store.files import FileState, unfinished
from timeline.store.journal import Entry, Part, Turn, begin, done, empty, finish, read_entry
from timeline.store.lock import locked
from timeline.store.read import StoredRecord, read_events

ROOT = Path(__file__).resolve().parents[2]
# Where syncing costs nothing.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
LIST = b"\xef\xbb\xbf# theirs\r\n- id: x\r\n  date: 2022\r\n  title: 'one'  # kept\r\n- {id: y, date: 2023, title: two}\r\n"


@pytest.fixture
def memory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        yield Path(name)


def laid_out(place: Path) -> Turn:
    """A folder of events, one below it, one elsewhere that a link leads to, and a list; with a journal beside."""
    for folder in ("all/sub", "else"):
        (place / folder).mkdir(parents=True)
    for name in ("all/a", "all/b", "all/sub/c"):
        (place / f"{name}.yaml").write_text(f"id: {name[-1]}\ndate: 2022\ntitle: x\n")
    (place / "else/d.yaml").write_text("- id: d\n  date: 2022\n  title: x\n")
    (place / "all/b.yaml").chmod(0o640)
    (place / "all/d.yaml").symlink_to("../else/d.yaml")
    (place / "list.yaml").write_bytes(LIST)
    return Turn(wait=5, journal=place / "state" / "changes", command="edit")


def state(place: Path) -> dict[str, tuple[bytes, int, str]]:
    """Everything but the journal: bytes, modes, and where links lead."""
    return {
        str(path.relative_to(place)): (
            path.read_bytes() if path.exists() else b"",
            path.lstat().st_mode,
            str(path.readlink()) if path.is_symlink() else "",
        )
        for path in place.rglob("*")
        if not path.is_dir() and "state" not in path.parts
    }


def journal_of(turn: Turn) -> Path:
    assert turn.journal is not None
    return turn.journal


def noted(turn: Turn) -> tuple[Turn, list[str]]:
    said: list[str] = []
    return Turn(wait=turn.wait, journal=turn.journal, command=turn.command, say=said.append), said


def nothing(parts: Sequence[Part]) -> None:
    raise AssertionError(parts)


# Changes, each drawn from a number, so that one that cannot be made passes by.


def added(number: int) -> write.Decide:
    record: Record = {"id": f"n{number}", "date": "2024", "title": f"new {number}"}
    return lambda _stored: Change(added=[record])


def retitled(number: int) -> write.Decide:
    def decide(stored: tuple[StoredRecord, ...]) -> Change:
        some = {
            at: {**one.record, "title": f"t{number}"} for at, one in enumerate(stored) if (number >> at) & 1
        }
        return Change(edited=some)

    return decide


def thinned(number: int) -> write.Decide:
    return lambda stored: Change(removed=frozenset(at for at in range(len(stored)) if (number >> at) & 1))


def exchanged(number: int) -> write.Decide:
    """Some events out, some changed, one in."""

    def decide(stored: tuple[StoredRecord, ...]) -> Change:
        out = frozenset(at for at in range(len(stored)) if at % 3 == number % 3)
        edited = {at: {**one.record, "kind": f"k{number}"} for at, one in enumerate(stored) if at not in out}
        return Change(removed=out, edited=edited, added=[{"id": f"e{number}", "date": "2025", "title": "in"}])

    return decide


def moved(number: int) -> write.DecideAll:
    """The first event of a folder goes into a list."""

    def decide(stored: Sequence[tuple[StoredRecord, ...]]) -> Sequence[Change]:
        one = stored[0][number % len(stored[0])].record if stored[0] else None
        if one is None:
            return [Change(), Change()]
        return [Change(removed=frozenset([number % len(stored[0])])), Change(added=[one])]

    return decide


def change(place: Path, turn: Turn, kind: str, number: int) -> None:
    if kind == "move":
        write.rewrite_all([place / "all", place / "list.yaml"], moved(number), turn)
        return
    name, _, how = kind.partition(" ")
    decide = {"add": added, "edit": retitled, "remove": thinned, "exchange": exchanged}[how](number)
    write.rewrite(place / {"list": "list.yaml"}.get(name, name), decide, turn)


KINDS = [f"{where} {how}" for where in ("all", "list") for how in ("add", "edit", "remove", "exchange")] + [
    "move"
]


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from([*KINDS, "undo", "undo"]), st.integers(0, 40)), max_size=12))
def test_undo_gives_back_what_was_there_before_each_change(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        place = Path(name)
        turn = laid_out(place)
        before = [state(place)]
        for kind, number in steps:
            was = state(place)
            if kind == "undo":
                assert was == before[-1]
                taken_back(place, turn, before)
            else:
                try:
                    change(place, turn, kind, number)
                except Refused:
                    assert state(place) == was
                if state(place) != was:
                    before.append(state(place))
        while len(before) > 1:
            taken_back(place, turn, before)
        assert done(journal_of(turn)) == []
        assert not unfinished(journal_of(turn))


def taken_back(place: Path, turn: Turn, before: list[dict[str, tuple[bytes, int, str]]]) -> None:
    """Take back the last change of all, of whichever collection it is."""
    if len(before) == 1:
        for collection in ("all", "list.yaml"):
            with pytest.raises(Refused, match="there is no change to take back"):
                undo(place / collection, turn, nothing)
        return
    entry = read_entry(done(journal_of(turn))[-1])
    assert entry
    concerned = next(one for one in (place / "all", place / "list.yaml") if entry.concerns(one.resolve()))
    undo(concerned, turn, nothing)
    before.pop()
    assert state(place) == before[-1]


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
    parts[0].place.write_bytes(parts[0].new or b"")
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
    real, calls = commit._put, []

    def failing(part: Part, at: FileState | None) -> None:
        calls.append(part)
        if len(calls) > 2:
            raise Unavailable("no disk")
        real(part, at)

    monkeypatch.setattr(commit, "_put", failing)
    with pytest.raises(Unavailable, match=r"no disk; .* could not be put back as it was"):
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
    real, calls = commit._put, []

    def failing(part: Part, at: FileState | None) -> None:
        calls.append(part)
        if len(calls) > 2:
            raise Unavailable("no disk")
        real(part, at)

    monkeypatch.setattr(commit, "_put", failing)
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
    real, calls = staging.sync_folder, []

    def failing(folder: Path) -> None:
        calls.append(folder)
        if len(calls) == 2:
            raise OSError("no disk")
        real(folder)

    monkeypatch.setattr(journal, "sync_folder", failing)
    with pytest.raises(OSError, match="no disk"):
        change(tmp_path, turn, "all edit", 15)
    assert state(tmp_path) == old
    assert list(journal_of(turn).iterdir()) == []


def test_two_collections_have_steps_of_their_own(tmp_path: Path) -> None:
    turn = laid_out(tmp_path)
    change(tmp_path, turn, "all edit", 1)
    change(tmp_path, turn, "list edit", 1)
    undo(tmp_path / "all", turn, nothing)
    with pytest.raises(Refused):
        last_change(tmp_path / "all", turn)
    assert b"t1" in (tmp_path / "list.yaml").read_bytes()


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


def test_a_journal_is_private_and_keeps_the_last_changes(tmp_path: Path) -> None:
    turn = laid_out(tmp_path)
    for number in range(53):
        change(tmp_path, turn, "list add", number)
    entries = done(journal_of(turn))
    assert [int(path.stem) for path in entries] == list(range(4, 54))
    assert stat.S_IMODE(journal_of(turn).stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in entries} == {0o600}
    assert empty(journal_of(turn)) == 50
    assert list(journal_of(turn).iterdir()) == []


def test_a_journal_keeps_so_many_bytes_and_the_last_change_in_any_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_BYTES", 2_000)
    turn = laid_out(tmp_path)
    (tmp_path / "list.yaml").write_bytes(LIST + b"# " + b"x" * 1_000 + b"\n")
    for number in range(3):
        change(tmp_path, turn, "list add", number)
        assert [int(path.stem) for path in done(journal_of(turn))] == [number + 1]


@pytest.mark.parametrize(
    "text", [b"", b"{}\n", b"[]", b'{"command": "", "collections": [], "folders": [], "files": []}\nx']
)
def test_what_is_no_entry_counts_for_nothing(tmp_path: Path, text: bytes) -> None:
    turn, said = noted(laid_out(tmp_path))
    journal_of(turn).mkdir(parents=True)
    for name in ("1.begun", "2.done", "x.begun", "y.done"):
        (journal_of(turn) / name).write_bytes(text)
    roll_back(turn, [tmp_path / "all"])
    with pytest.raises(Refused):
        last_change(tmp_path / "all", turn)
    change(tmp_path, turn, "all edit", 1)
    assert [path.name for path in done(journal_of(turn))] == ["2.done", "3.done"]
    assert said == []


@pytest.mark.parametrize("what", ["a file", "read-only"])
def test_without_a_journal_one_file_is_changed_and_several_are_not(tmp_path: Path, what: str) -> None:
    turn = laid_out(tmp_path)
    folder = journal_of(turn).parent
    if what == "a file":
        folder.write_text("x")
    else:
        turn = Turn(journal=Path("/proc/timeline"))
    change(tmp_path, turn, "all edit", 1)
    change(tmp_path, turn, "list edit", 1)
    there = state(tmp_path)
    with pytest.raises(Unavailable, match="a change of 4 files is noted here first, and cannot be") as caught:
        change(tmp_path, turn, "all edit", 14 | 1)
    assert caught.value.hint == "name a folder for it: TIMELINE_STATE=FOLDER"
    assert state(tmp_path) == there


UNDOER = """
import sys
from pathlib import Path
from timeline.errors import TimelineError
from timeline.store import write
from timeline.store.change import Change
from timeline.store.commit import undo
from timeline.store.journal import Turn
place, act = Path(sys.argv[1]), sys.argv[2]
turn = Turn(wait=60, journal=place / "state" / "changes")
for number in range(25):
    if act == "undo":
        try:
            undo(place / "all", turn, lambda parts: sys.exit("moved on"))
        except TimelineError as error:
            assert error.exit_code == 1 or "meanwhile" in str(error), error
    else:
        write.rewrite(place / "all", lambda stored: Change(edited={
            at: {**one.record, "title": f"t{number}"} for at, one in enumerate(stored)
        }), turn)
"""


def test_of_two_who_write_and_one_who_undoes_none_is_in_the_way(tmp_path: Path) -> None:
    turn = laid_out(tmp_path)
    old = state(tmp_path)
    command = [sys.executable, "-c", UNDOER, str(tmp_path)]
    both = [
        subprocess.Popen([*command, act], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for act in ("edit", "undo")
    ]
    told = [one.communicate()[1] for one in both]
    assert ([one.returncode for one in both], told) == ([0, 0], ["", ""])
    assert len({event.title for event in read_events([tmp_path / "all"])}) == 1
    while done(journal_of(turn)):
        undo(tmp_path / "all", turn, nothing)
    assert state(tmp_path) == old


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

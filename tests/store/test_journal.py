"""The journal: what it keeps, how much of it, and each change taken back as it was made."""

import errno
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import KINDS, LIST, MEMORY, change, journal_of, laid_out, noted, nothing, state

from timeline.errors import Refused, Unavailable
from timeline.store import change as store_change
from timeline.store import journal, large, write
from timeline.store.commit import last_change, roll_back, undo
from timeline.store.files import unfinished
from timeline.store.journal import Part, Turn, done, empty, read_entry
from timeline.store.read import read_events

ROOT = Path(__file__).resolve().parents[2]


# Of the thorough profile, 2,000.
@settings(max_examples=settings().max_examples * 2 // 3)
@given(
    st.lists(st.tuples(st.sampled_from([*KINDS, "undo", "undo"]), st.integers(0, 40)), max_size=12),
    st.booleans(),
)
def test_undo_gives_back_what_was_there_before_each_change(
    steps: list[tuple[str, int]], every_file_is_large: bool
) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as name, pytest.MonkeyPatch.context() as patch:
        if every_file_is_large:
            patch.setattr(store_change, "LARGE", -1)
            patch.setattr(large, "WHOLE", 0)
        place = Path(name)
        turn = laid_out(place)
        (place / "else/e.yaml").write_text("# alone, behind a link\nid: e\ndate: 2022\ntitle: x\n")
        (place / "all/e.yaml").symlink_to("../else/e.yaml")
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


def test_two_collections_have_steps_of_their_own(tmp_path: Path) -> None:
    turn = laid_out(tmp_path)
    change(tmp_path, turn, "all edit", 1)
    change(tmp_path, turn, "list edit", 1)
    undo(tmp_path / "all", turn, nothing)
    with pytest.raises(Refused):
        last_change(tmp_path / "all", turn)
    assert b"t1" in (tmp_path / "list.yaml").read_bytes()


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


LARGE_FILE = b"# head\n" + b"".join(b"- id: e%d\n  date: 2022\n  title: T\n" % at for at in range(50))


@pytest.fixture
def large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of which the journal keeps what a change takes and gives."""
    monkeypatch.setattr(store_change, "LARGE", -1)
    monkeypatch.setattr(large, "WHOLE", 0)
    path = tmp_path / "events.yaml"
    path.write_bytes(LARGE_FILE)
    return path


def kept_turn(tmp_path: Path) -> Turn:
    return Turn(journal=tmp_path / "state/changes", command="edit e7")


def test_of_a_large_file_the_journal_keeps_what_a_change_takes_and_gives(
    large_file: Path, tmp_path: Path
) -> None:
    turn = kept_turn(tmp_path)
    write.edit(large_file, ["e7"], lambda record: record | {"title": "Talks"}, turn)
    assert large_file.read_bytes() == LARGE_FILE.replace(
        b"e7\n  date: 2022\n  title: T\n", b"e7\n  date: 2022\n  title: Talks\n"
    )
    (path,) = done(journal_of(turn))
    assert path.stat().st_size < 600 < len(LARGE_FILE)
    undo(large_file, turn, nothing)
    assert large_file.read_bytes() == LARGE_FILE


@pytest.mark.parametrize("hand", [b"# head", b"e49", b"Talks", b"\n"])
def test_a_large_file_that_has_moved_on_is_not_taken_back(
    large_file: Path, tmp_path: Path, hand: bytes
) -> None:
    turn = kept_turn(tmp_path)
    write.edit(large_file, ["e7"], lambda record: record | {"title": "Talks"}, turn)
    theirs = large_file.read_bytes().replace(hand, hand[::-1] + b" ", 1)
    large_file.write_bytes(theirs)
    told: list[Part] = []
    with pytest.raises(Refused, match="changed by other hands"):
        undo(large_file, turn, told.extend)
    assert [part.place for part in told] == [large_file]
    assert large_file.read_bytes() == theirs
    assert len(done(journal_of(turn))) == 1


@pytest.mark.parametrize("left", ["old", "new", "other"])
def test_a_large_file_that_was_left_half_done_is_rolled_back(
    large_file: Path, tmp_path: Path, left: str
) -> None:
    turn, said = noted(kept_turn(tmp_path))
    write.edit(large_file, ["e7"], lambda record: record | {"title": "Talks"}, turn)
    (path,) = done(journal_of(turn))
    journal.reopen(path)
    if left != "new":
        large_file.write_bytes(LARGE_FILE if left == "old" else LARGE_FILE + b"# theirs\n")
    was = large_file.read_bytes()
    roll_back(turn, [large_file])
    assert large_file.read_bytes() == (was if left == "other" else LARGE_FILE)
    assert any("left as it is" in one for one in said) == (left == "other")
    assert not unfinished(journal_of(turn))


def test_where_the_disk_fails_a_large_file_has_its_old_bytes(
    large_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = kept_turn(tmp_path)

    def failing(_folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("timeline.store.replace.sync_folder", failing)
    with pytest.raises(Unavailable):
        write.edit(large_file, ["e7"], lambda record: record | {"title": "Talks"}, turn)
    assert large_file.read_bytes() == LARGE_FILE


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

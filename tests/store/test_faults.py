"""Permissions, disks and interrupts: whatever fails, the old files stay, nothing is left beside them, and it is said."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timeline.errors import ExitCode, Refused, TimelineError, Unavailable
from timeline.record import Record
from timeline.store import files, replace, write
from timeline.store.change import Change, Opened, look_into
from timeline.store.commit import put_back
from timeline.store.journal import Part
from timeline.store.read import read_events

TEXT = "- id: a\n  date: 2022\n  title: x\n"
NOBODY = 65534
root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else, or mount")


def new(_: object) -> Record:
    return {"id": "new", "date": "2023", "title": "z"}


def titled(record: Record) -> Record:
    return {**record, "title": "y"}


WRITERS: dict[str, Callable[[Path], object]] = {
    "add": lambda path: write.add(path, new),
    "edit": lambda path: write.edit(path, ["a"], titled),
    "remove": lambda path: write.remove(path, ["a"]),
}
writers = pytest.mark.parametrize("change", WRITERS.values(), ids=WRITERS)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may look into; pytest's own are private."""
    place = Path(tempfile.mkdtemp(prefix="faults-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


@pytest.fixture
def nobody(folder: Path) -> Iterator[None]:
    """Be somebody whom permissions concern."""
    (folder / "events.yaml").write_text(TEXT)
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)
    os.setegid(0)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(change: Callable[[Path], object], path: Path) -> str:
    """What is said of a change that fails; exit code 4."""
    with pytest.raises(Unavailable) as caught:
        change(path)
    assert caught.value.exit_code == ExitCode.UNAVAILABLE
    return caught.value.message


@root_only
@writers
def test_a_file_of_somebody_else_is_not_written_to(
    folder: Path, nobody: None, change: Callable[[Path], object]
) -> None:
    path = folder / "events.yaml"
    assert refused(change, path) == f"{path}: is read-only"
    assert path.read_text() == TEXT


@root_only
@writers
def test_a_folder_that_may_not_be_written_to_is_told(
    folder: Path, nobody: None, change: Callable[[Path], object]
) -> None:
    path = folder / "events.yaml"
    os.seteuid(0)
    path.chmod(0o666)
    os.seteuid(NOBODY)
    assert refused(change, path) == f"{folder}: no permission to write into it"
    assert path.read_text() == TEXT
    assert names(folder) == ["events.yaml"]


@root_only
def test_a_folder_collection_that_may_not_be_written_to_is_told(folder: Path, nobody: None) -> None:
    assert refused(WRITERS["add"], folder) == f"{folder}: no permission to write into it"


@root_only
@writers
@pytest.mark.parametrize("closed", ["events.yaml", "."])
def test_what_may_not_be_read_is_told(
    folder: Path, nobody: None, change: Callable[[Path], object], closed: str
) -> None:
    os.seteuid(0)
    (folder / closed).chmod(0o000)
    os.seteuid(NOBODY)
    assert refused(change, folder / "events.yaml").endswith(": no permission to read it")
    with pytest.raises(Unavailable, match="no permission to read it"):
        read_events([folder / "events.yaml"])


@root_only
@writers
def test_a_full_disk_leaves_the_old_file_and_no_litter(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        path = disk / "events.yaml"
        text = TEXT + "# " + "x" * 20_000 + "\n"
        path.write_text(text)
        (disk / "filler").write_bytes(b"x" * 32_000)
        assert refused(change, path) == f"{path}: cannot write it: no space left on device"
        assert path.read_text() == text
        assert names(disk) == ["events.yaml", "filler"]
        (disk / "filler").unlink()
        change(path)
        assert path.read_text() != text
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@root_only
@writers
def test_a_file_that_is_a_mount_of_its_own_is_told(tmp_path: Path, change: Callable[[Path], object]) -> None:
    path, source = tmp_path / "events.yaml", tmp_path / "source"
    for one in (path, source):
        one.write_text(TEXT)
    if subprocess.run(
        ["mount", "--bind", str(source), str(path)], capture_output=True, check=False
    ).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        assert refused(change, path) == f"{path}: cannot replace it: device or resource busy"
        assert path.read_text() == TEXT
        assert names(tmp_path) == ["events.yaml", "source"]
    finally:
        subprocess.run(["umount", str(path)], check=True)


@root_only
@writers
def test_an_immutable_file_is_told(folder: Path, change: Callable[[Path], object]) -> None:
    path = folder / "events.yaml"
    path.write_text(TEXT)
    if (
        not shutil.which("chattr")
        or subprocess.run(["chattr", "+i", str(path)], capture_output=True, check=False).returncode
    ):
        pytest.skip("this file system knows no immutable files")
    try:
        assert refused(change, path) == f"{path}: is read-only" or path.read_text() == TEXT
        assert path.read_text() == TEXT
        assert names(folder) == ["events.yaml"]
    finally:
        subprocess.run(["chattr", "-i", str(path)], check=True)


@writers
def test_a_symbolic_link_to_another_file_system_stays_one(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other file system here")
    with tempfile.TemporaryDirectory(dir=memory) as name:
        path = Path(name) / "real.yaml"
        path.write_text(TEXT)
        link = tmp_path / "events.yaml"
        link.symlink_to(path)
        change(link)
        assert link.is_symlink()
        assert path.read_text() != TEXT
        assert names(path.parent) == ["real.yaml"]
        assert names(tmp_path) == ["events.yaml"]


@pytest.mark.parametrize("name", ["edit", "remove"])
def test_what_somebody_else_wrote_meanwhile_is_neither_edited_nor_removed(tmp_path: Path, name: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(TEXT)
    planned = WRITERS[name]

    def meanwhile(collection: Path, known: Opened, indexes: Path | None = None) -> object:
        files = look_into(collection, known, indexes)
        path.write_text(TEXT + "# theirs\n")
        return files

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write, "look_into", meanwhile)
        assert refused(planned, path).endswith("was changed by another program meanwhile; nothing is written")
    assert path.read_text() == TEXT + "# theirs\n"


class _Injected:
    """Calls to the system of which the one at `fatal` fails, and no other."""

    NAMES = ("fsync", "replace", "rename")  # without link(2) a new file is renamed

    def __init__(self, patch: pytest.MonkeyPatch, fatal: int, error: BaseException) -> None:
        self.calls = 0
        for name in self.NAMES:
            patch.setattr(os, name, self._failing(getattr(os, name), fatal, error))

    def _failing(
        self, real: Callable[..., object], fatal: int, error: BaseException
    ) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            self.calls += 1
            if self.calls == fatal:
                raise error
            return real(*arguments)

        return call


@pytest.mark.parametrize(
    "error", [OSError(errno.EIO, "no disk"), KeyboardInterrupt()], ids=["error", "interrupt"]
)
def test_a_change_of_many_files_is_made_whole_or_not_wherever_it_fails(
    tmp_path: Path, error: BaseException
) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    for name in "abcd":
        (folder / f"{name}.yaml").write_text(f"id: {name}\ndate: 2022\ntitle: x\nrelated: [b]\n")
        (folder / f"{name}.yaml").chmod(0o640)
    before = state(folder)

    def change(stored: object) -> Change:
        return Change(
            added=[new(None)],
            edited={at: {"id": name, "date": "2022", "title": "x"} for at, name in ((0, "a"), (2, "c"))},
            removed=frozenset((1, 3)),
        )

    for fatal in range(1, 100):
        with pytest.MonkeyPatch.context() as patch:
            injected = _Injected(patch, fatal, error)
            try:
                write.rewrite(folder, change)
            except (TimelineError, KeyboardInterrupt):
                assert state(folder) == before, fatal
            else:
                assert fatal > injected.calls
                break
    assert names(folder) == ["a.yaml", "c.yaml", "new.yaml"]
    assert fatal > 8


def state(folder: Path) -> dict[str, tuple[str, int]]:
    return {path.name: (path.read_text(), path.stat().st_mode) for path in folder.iterdir()}


def test_a_file_of_which_a_failing_disk_says_nothing_is_not_taken_for_gone(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(TEXT)

    def fail(*_given: object, **_named: object) -> os.stat_result:
        raise OSError(errno.EIO, "no disk")

    told: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "files_of", lambda _: (path,))
        for name in ("fstat", "lstat", "stat"):
            patch.setattr(os, name, fail)
        told += put_back([Part(place=path, old=None, new=TEXT.encode())])
        try:
            read_events([tmp_path])
        except Unavailable as error:
            told.append(error.said)
    assert told == [path, "cannot read it: no disk"]


KILLED = """
import os, signal, sys
from pathlib import Path
from timeline.store import replace, write
real = getattr(os, sys.argv[2])
def fatal(*arguments):
    real(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(os, sys.argv[2], fatal)
if sys.argv[3] == "add":
    write.add(Path(sys.argv[1]), lambda _: {"id": "new", "date": "2023", "title": "z"})
else:
    write.remove(Path(sys.argv[1]), ["new"])
"""


@pytest.mark.parametrize(("call", "change"), [("link", "add"), ("rename", "remove")])
@pytest.mark.parametrize("after", ["edit", "remove", "add"])
def test_an_event_whose_writer_was_killed_is_like_any_other(
    tmp_path: Path, call: str, change: str, after: str
) -> None:
    """Killed between two names, a new event has both; killed in removing, the old one is aside."""
    if change == "remove":
        write.add(tmp_path, new)
    command = [sys.executable, "-c", KILLED, str(tmp_path), call, change]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert [event.id for event in read_events([tmp_path])] == (["new"] if change == "add" else [])
    if change == "remove":
        write.add(tmp_path, new)
    match after:
        case "edit":
            write.edit(tmp_path, ["new"], titled)
        case "remove":
            write.remove(tmp_path, ["new"])
        case "add":
            write.add(tmp_path, lambda _: {"id": "more", "date": "2023", "title": "z"})
    assert names(tmp_path) == {"edit": ["new.yaml"], "remove": [], "add": ["more.yaml", "new.yaml"]}[after]


@pytest.mark.parametrize("change", ["edit", "add", "remove"])
def test_a_change_that_can_neither_be_synced_nor_taken_back_stands_and_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "no disk")

    write.add(tmp_path, lambda _: {"id": "a", "date": "2023", "title": "x"})
    monkeypatch.setattr(replace, "sync_folder", fail)
    monkeypatch.setattr(replace, "_put_back", lambda *_: False)
    monkeypatch.setattr(replace, "discard", lambda _: False)
    real = os.rename
    moves: list[object] = []

    def once(*arguments: object) -> None:
        moves.append(arguments)
        if len(moves) > 1:
            fail()
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "rename", once)
    WRITERS[change](tmp_path)
    titles = {event.id: event.title for event in read_events([tmp_path])}
    assert titles == {"edit": {"a": "y"}, "add": {"a": "x", "new": "z"}, "remove": {}}[change]


def test_a_file_of_two_collections_is_changed_once(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\ndate: 2022\ntitle: x\n")
    with pytest.raises(Refused, match=r"a\.yaml: is a file of both collections"):
        write.rewrite_all(
            [tmp_path, tmp_path / "a.yaml"],
            lambda stored: [Change(edited={0: titled({**records[0].record})}) for records in stored],
        )

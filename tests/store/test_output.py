"""Outputs: whole or not at all, never over what is read, and streams are written to as they come."""

import errno
import fcntl
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.errors import InvalidData, Refused, Unavailable
from timeline.store import output
from timeline.store.output import (
    check_collection,
    check_inputs,
    descriptor_of,
    is_stream,
    write_folder,
    write_output,
)
from timeline.store.read import read_records

LITTER = ".timeline-out-1.tmp"
KILLED = """
import os, signal, sys
from pathlib import Path
from timeline.store.output import write_output
def pieces():
    yield b"new" * 10_000
    os.kill(os.getpid(), signal.SIGKILL)
write_output(Path(sys.argv[1]), pieces())
"""


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_file_of_any_kind_is_written_whole_or_not(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_output(path, [b"a", b"b"])
    assert path.read_bytes() == b"ab"

    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise InvalidData("stop")

    with pytest.raises(InvalidData):
        write_output(path, pieces())
    assert path.read_bytes() == b"ab"
    assert names(tmp_path) == ["out.csv"]
    write_output(Path("/dev/null"), [b"a"])
    for wrong in (tmp_path, tmp_path / "none" / "x", tmp_path / ("x" * 300)):
        with pytest.raises(Unavailable):
            write_output(wrong, [b"a"])
    assert read_records([]) == ()


def test_what_a_killed_writer_leaves_goes_with_the_next_and_never_grows(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    for name in ("out.csv", "out.csv", "other.csv"):
        killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / name)], check=False)
        assert killed.returncode == -signal.SIGKILL
        assert names(tmp_path) == [LITTER, "out.csv"]
        assert path.read_bytes() == b"old"
    write_output(path, [b"new"])
    assert names(tmp_path) == ["out.csv"]
    assert path.read_bytes() == b"new"


def test_a_living_writer_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / LITTER).write_bytes(b"theirs")
    with (tmp_path / LITTER).open() as theirs:
        fcntl.flock(theirs, fcntl.LOCK_EX)
        write_output(tmp_path / "out.csv", [b"mine"])
        assert (tmp_path / LITTER).read_bytes() == b"theirs"
    assert names(tmp_path) == [LITTER, "out.csv"]


def test_two_writers_of_one_file_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"

    def pieces() -> Iterator[bytes]:
        yield b"outer"
        write_output(path, [b"inner"])
        assert path.read_bytes() == b"inner"

    write_output(path, pieces())
    assert path.read_bytes() == b"outer"
    assert names(tmp_path) == ["out.csv"]


def test_a_hidden_file_that_cannot_be_locked_is_told_and_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "no disk")

    monkeypatch.setattr(fcntl, "flock", fail)
    with pytest.raises(Unavailable, match="cannot write it: no disk"):
        write_output(tmp_path / "out.csv", [b"a"])
    assert names(tmp_path) == []


def test_a_file_that_is_replaced_is_no_failure_whatever_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "no disk")

    monkeypatch.setattr(output, "sync_folder", fail)
    write_output(tmp_path / "out.csv", [b"a"])
    assert (tmp_path / "out.csv").read_bytes() == b"a"


@pytest.mark.parametrize("name", ["same", "dotted", "symbolic", "hard", "linked folder", "folder"])
def test_an_output_never_replaces_what_is_read(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    path = folder / "events.yaml"
    path.write_text("- {date: 2022, title: x}\n")
    (tmp_path / "link.csv").symlink_to(path)
    (tmp_path / "linked").symlink_to(folder)
    targets = {
        "same": path,
        "dotted": folder / ".." / "all" / "events.yaml",
        "symbolic": tmp_path / "link.csv",
        "hard": tmp_path / "hard.csv",
        "linked folder": tmp_path / "linked" / "events.yaml",
        "folder": path,
    }
    if name == "hard":
        os.link(path, tmp_path / "hard.csv")
    with pytest.raises(Refused, match="is read by this command, and would be replaced"):
        check_inputs(targets[name], [folder if name == "folder" else path])


def test_a_yaml_file_that_is_not_read_goes_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "Events.YAML"
    path.write_text("- {date: 2022, title: x}\n")
    (tmp_path / "out.csv").symlink_to(path)
    for target in (path, tmp_path / "out.csv"):
        for force, way in ((False, "--force replaces it"), (None, "write to another file")):
            with pytest.raises(Refused, match="is a YAML file, perhaps of a collection") as caught:
                check_collection(target, force=force)
            assert str(caught.value.hint).endswith(way)
        check_collection(target, force=True)
    for name in ("new.yaml", "x" * 300 + ".yaml"):
        check_collection(tmp_path / name)


def test_an_open_file_is_known_by_all_its_names(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "1").write_text("")
    known = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2, "/dev/fd/17": 17}
    known |= {"/proc/self/fd/1": 1, f"/proc/{os.getpid()}/fd/2": 2, str(tmp_path / "link"): 1}
    for path, descriptor in known.items():
        assert descriptor_of(Path(path)) == descriptor
    for name in ("loop", "1", "none", "none/1", "x" * 300):
        assert descriptor_of(tmp_path / name) is None
    assert descriptor_of(Path("/dev/null")) is None
    assert is_stream(Path("/dev/null"))
    assert not is_stream(tmp_path)


def test_an_open_file_is_written_to_where_it_stands(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("before\n")
    with log.open("a") as file:
        write_output(Path(f"/dev/fd/{file.fileno()}"), [b"new\n"])
        file.write("after\n")
    assert log.read_text() == "before\nnew\nafter\n"
    assert names(tmp_path) == ["log"]


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        write_output(pipe, [b"a", b"b"])
        assert reader.communicate()[0] == b"ab"
    assert pipe.is_fifo()


def test_a_terminal_by_another_name_is_sent_nothing_to_obey() -> None:
    leader, follower = pty.openpty()
    write_output(Path(f"/dev/fd/{follower}"), [b"a\x1b[2Jb\n"])
    assert b"a\\x1b[2Jb" in os.read(leader, 100)
    os.close(follower)
    os.close(leader)


def test_a_folder_is_written_whole_or_not(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "a.md", b"a"
        raise InvalidData("b is none")

    with pytest.raises(InvalidData):
        write_folder(tmp_path / "notes", broken())
    assert names(tmp_path) == []
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to("empty")
    for name in ("notes", "link"):
        write_folder(tmp_path / name, [("a.md", b"a"), ("b.md", b"b")])
        assert names(tmp_path / name) == ["a.md", "b.md"]
    assert (tmp_path / "notes").stat().st_mode == (tmp_path / "notes").parent.joinpath("empty").stat().st_mode
    with pytest.raises(Refused):
        write_folder(tmp_path / "notes", [("c.md", b"c")])
    with pytest.raises(Unavailable):
        write_folder(tmp_path / "none" / "notes", [])
    assert names(tmp_path) == ["empty", "link", "notes"]

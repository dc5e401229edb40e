"""Collections found and read: files, folders, and everything that is no proper file."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from timeline.errors import InvalidData, Unavailable
from timeline.model import Origin
from timeline.store import files
from timeline.store.files import find_collection
from timeline.store.read import read_events, read_records

EVENT = "- id: {id}\n  date: 2022\n  title: x\n"


def ids(*paths: Path) -> list[str]:
    return [event.id for event in read_events(paths)]


def test_the_nearest_collection_upwards_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "events.yaml").touch()
    assert find_collection(deep) == tmp_path / "events.yaml"
    (tmp_path / "a" / "data").mkdir()
    (tmp_path / "a" / "data" / "events.yaml").touch()
    assert find_collection(deep) == tmp_path / "a" / "data" / "events.yaml"


def test_no_collection_is_told_with_a_way_to_start_one() -> None:
    with pytest.raises(Unavailable) as caught:
        find_collection(Path("/proc"))
    assert "timeline init" in (caught.value.hint or "")


def test_a_folder_is_read_in_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.yml").write_text(EVENT.format(id="b"))
    (tmp_path / "sub" / "c.yaml").write_text("id: c\ndate: 2022\ntitle: x\n")
    (tmp_path / "a.yaml").write_text("# nothing\n")
    (tmp_path / ".hidden.yaml").write_text("- broken: [")
    (tmp_path / ".timeline-new.tmp").write_text("- broken: [")
    (tmp_path / "notes.txt").write_text("- broken: [")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "z.yaml").symlink_to(tmp_path / "b.yml")
    assert ids(tmp_path) == ["b", "c"]
    assert ids(tmp_path, tmp_path / "b.yml") == ["b", "c", "b"]


def test_an_event_knows_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(
        b"\xef\xbb\xbf# \r\n- date: 2021\r\n  title: 'one\xe2\x80\xa8line'\r\n- date: 2022\r\n  title: x\r\n"
    )
    event = read_events([path])[1]
    assert event.origin == Origin(path=str(path), line=4)


def test_the_first_problem_stops_and_the_others_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- date: 2022\n  title: x\n- title: y\n  sources:\n    - url: u\n      date: 2\n")
    with pytest.raises(InvalidData) as caught:
        read_events([path])
    assert caught.value.message == f"{path}:3: date is missing"
    assert (caught.value.hint or "").endswith(f"1 more problem in this file: timeline check --data {path}")
    assert len(read_records([path])) == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"- title: caf\xe9\n", ":1: byte 0xe9 is not UTF-8"),
        ("- title: x\n".encode("utf-16"), ":1: byte 0xff is not UTF-8"),
        (b"- a: 1\n- b: \0\n", ":2: a NUL byte cannot stand in YAML"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(data)
    with pytest.raises(InvalidData) as caught:
        read_events([path])
    assert caught.value.message == f"{path}{message}"


def test_an_empty_file_is_an_empty_collection(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.touch()
    assert read_events([path]) == ()
    assert read_events([tmp_path]) == ()


def test_what_is_no_file_never_hangs(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, Path("/dev/zero")):
        with pytest.raises(Unavailable, match="a pipe or a device"):
            read_events([path])


def test_what_is_not_there_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "dangling.yaml").symlink_to(tmp_path / "nowhere")
    for path in (tmp_path / "events.yaml", tmp_path):
        with pytest.raises(Unavailable, match="there is no such file or folder"):
            read_events([path])
    (tmp_path / "dangling.yaml").unlink()
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    with pytest.raises(Unavailable, match=os.strerror(errno.ELOOP).lower()):
        read_events([tmp_path])


@pytest.mark.parametrize("moment", ["_entries", "files_of"])
def test_what_goes_away_while_a_folder_is_read_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Between the look at a folder's names and that at each, and between that and the reading."""
    for name in ("a", "sub/b", "c"):
        path = tmp_path / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"- {{id: {path.stem}, date: 2022, title: x}}\n")
    real = getattr(files, moment)

    def gone(folder: Path, *endings: object) -> object:
        found = real(folder, *endings)
        (tmp_path / "c.yaml").unlink(missing_ok=True)
        shutil.rmtree(tmp_path / "sub", ignore_errors=True)
        return found

    monkeypatch.setattr(files, moment, gone)
    assert ids(tmp_path) == ["a"]
    (tmp_path / "a.yaml").unlink()
    with pytest.raises(Unavailable, match="there is no such file"):
        ids(tmp_path / "a.yaml")


def test_a_loop_of_links_that_is_no_file_of_events_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {id: a, date: 2022, title: x}\n")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "one.txt").symlink_to("two.txt")
    (tmp_path / "two.txt").symlink_to("one.txt")
    assert ids(tmp_path) == ["a"]

"""Folders in which a command works: gone with it, and those of the dead with the next."""

import subprocess
import sys
from pathlib import Path

import pytest

from timeline.store import working
from timeline.store.output import new_folder
from timeline.store.working import begin_working, working_folder

KILLED = """
import os, signal, sys
from pathlib import Path
from timeline.store.output import new_folder
from timeline.store.working import begin_working
begin_working(Path(sys.argv[1]))[0].joinpath("spilt").write_text("x")
with new_folder(Path(sys.argv[1], "years")) as made:
    made.joinpath("a.parquet").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_what_the_dead_have_left_goes_with_the_next_and_what_is_in_use_stays(tmp_path: Path) -> None:
    mine, end = begin_working(tmp_path)
    (mine / "a").write_text("x")
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert len(names(tmp_path)) == 3
    with working_folder(tmp_path) as other:
        assert sorted(name for name in names(tmp_path) if "table" in name) == sorted([mine.name, other.name])
        assert (mine / "a").read_text() == "x"
    end()
    assert [name[:14] for name in names(tmp_path)] == [".timeline-out-"]
    with new_folder(tmp_path / "years"):
        pass
    assert names(tmp_path) == ["years"]


def test_what_is_no_folder_of_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "timeline-table-mine").mkdir()
    (tmp_path / "timeline-table-mine" / "notes.txt").write_text("x")
    (tmp_path / "timeline-table-file").write_text("x")
    (tmp_path / "else").mkdir()
    (tmp_path / "timeline-table-link").symlink_to(tmp_path / "else")
    before = names(tmp_path)
    with working_folder(tmp_path):
        pass
    assert names(tmp_path) == before


def test_a_folder_that_another_clears_while_it_is_made_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def cleared(path: Path, _descriptor: int) -> bool:
        seen.append(path.parent)
        if len(seen) == 1:
            path.unlink()
            path.parent.rmdir()
        return len(seen) > 1

    monkeypatch.setattr(working, "is_mine", cleared)
    folder, end = begin_working(tmp_path)
    assert [folder.name] == names(tmp_path)
    assert folder == seen[1] != seen[0]
    end()


def test_where_nothing_can_be_locked_nothing_is_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _descriptor: int) -> bool:
        raise OSError

    monkeypatch.setattr(working, "is_mine", refuse)
    one, end = begin_working(tmp_path)
    other, stop = begin_working(tmp_path)
    assert sorted([one.name, other.name]) == names(tmp_path)
    end()
    stop()
    assert names(tmp_path) == []

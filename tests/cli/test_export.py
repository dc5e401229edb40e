"""`timeline export`: the same events in another format."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from commands import Run

ROOT = Path(__file__).resolve().parents[2]


def test_csv_is_the_default(run: Run, events: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export").out)))
    assert [row["id"] for row in rows] == ["first", "second"]


def test_the_same_words_choose_the_same_events(run: Run, events: Path) -> None:
    lines = run("export", "actor:Japan", "--since", "2018", "-f", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["first"]


def test_the_ending_of_the_file_names_the_format(run: Run, events: Path, tmp_path: Path) -> None:
    assert run("export", "-o", "out.jsonl").out == ""
    assert json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])["id"] == "first"
    run("export", "-o", "out.txt")
    assert (tmp_path / "out.txt").read_bytes().startswith(b"id,date,earliest")


def test_a_file_is_replaced_whole_and_its_mode_stays(run: Run, events: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")
    target.chmod(0o600)
    run("export", "--bom", "-o", "out.csv")
    assert target.read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert target.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out.csv"]


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        (["-f", "cvs"], 2, 'format "cvs" is not known\n  hint: did you mean "csv"?\n'),
        (["-o", "none/out.csv"], 4, "none"),
    ],
)
def test_what_cannot_be_written_is_told(
    run: Run, events: Path, words: list[str], code: int, err: str
) -> None:
    ran = run("export", *words)
    assert ran.code == code
    assert ran.err.startswith(err)


def test_a_terminal_is_sent_nothing_to_obey(events: Path) -> None:
    events.write_text('- date: 2022\n  title: "a\\e[2Jb"\n')
    leader, follower = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "timeline", "export"],
        stdout=follower,
        cwd=events.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )
    os.close(follower)
    out = os.read(leader, 10_000)
    os.close(leader)
    assert b"a\\x1b[2Jb" in out
    assert b"\x1b" not in out

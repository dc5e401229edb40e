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

from timeline.formats import endings, going

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
    run("export", "-o", "out")
    assert (tmp_path / "out").read_bytes().startswith(b"id,date,earliest")
    assert run("export", "-o", "out.txt").code == 2
    assert not (tmp_path / "out.txt").exists()


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


@pytest.mark.parametrize("name", ["out.txt", "out.xls", "out.ods", "out.csv.gz"])
@pytest.mark.parametrize("words", [[], ["-f", "csv"], ["-f", "jsonl"]])
def test_a_name_that_says_another_format_is_refused(
    run: Run, events: Path, tmp_path: Path, name: str, words: list[str]
) -> None:
    ran = run("export", "-o", name, *words)
    assert ran.code == 2
    assert ran.err.startswith(f'{name}: "{Path(name).suffix}" is the ending of no format')
    assert not (tmp_path / name).exists()


def test_every_ending_is_of_its_formats_and_of_no_other(run: Run, events: Path, tmp_path: Path) -> None:
    assert [name for name in going("out") if not endings(name, "out")] == ["notes"]
    for ending in endings("", "out"):
        for name in going("out"):
            if not endings(name, "out"):  # a folder
                assert run("export", "-f", name, "-o", f"out{ending}").code == 2
                continue
            ran = run("export", "-f", name, "-o", f"out{ending.upper()}", "--force")
            assert ran.code in ((0, 4) if ending in endings(name, "out") else (2,)), (name, ending)
            assert ran.code != 4 or "installed" in ran.err or "needs" in ran.err
            assert ending in endings(name, "out") or ran.err.endswith("or leave out -f\n")


@pytest.mark.parametrize("words", [["export"], ["export", "--force"], ["show"]])
def test_what_is_read_is_never_replaced(run: Run, events: Path, tmp_path: Path, words: list[str]) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("- {date: 2022, title: x}\n")
    (tmp_path / "link.csv").symlink_to(events)
    (tmp_path / "link.svg").symlink_to(other)
    before = (events.read_text(), other.read_text())
    for name in ("data/events.yaml", "./data/../data/events.yaml", "link.csv"):
        ran = run(*words, "-o", name)
        assert (ran.code, ran.err.startswith(f"{Path(name)}: is read by this command")) == (1, True)
    if words == ["show"]:
        assert run("show", "--diff", "other.yaml", "-o", "link.svg").code == 1
        assert run("show", "-o", "link.svg").code == 1
        assert run("show", "-o", "link.svg").err.startswith("link.svg: is a YAML file")
    assert run(*words, "-d", "data", "-o", "data/events.yaml").code == 1
    assert (events.read_text(), other.read_text()) == before


@pytest.mark.parametrize("command", ["export", "export -f csv", "show --view table"])
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-"])
def test_standard_output_is_written_to_by_any_of_its_names(events: Path, command: str, name: str) -> None:
    def shell(line: str) -> None:
        subprocess.run(line, shell=True, check=True, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)})

    folder = events.parent
    program = f"{sys.executable} -m timeline {command}"
    shell(
        f"echo before > log; {program} -o {name} >> log; {program} > plain; {program} -o {name} | cat > piped"
    )
    plain = (folder / "plain").read_bytes()
    assert (folder / "log").read_bytes() == b"before\n" + plain
    assert (folder / "piped").read_bytes() == plain
    shell(f"{program} -o /dev/stderr 2>> log; {program} -o /dev/fd/3 3>> log")
    assert (folder / "log").read_bytes().count(b"Talks begin") == 3
    assert sorted(path.name for path in folder.iterdir()) == ["events.yaml", "log", "piped", "plain"]


def test_notes_are_a_folder_that_is_new_or_empty(run: Run, events: Path, tmp_path: Path) -> None:
    assert run("export", "-f", "notes").err == (
        "notes are a folder, with a file for each event\n  hint: add -o FOLDER\n"
    )
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty", "new.notes"):
        assert run("export", "-f", "notes", "-o", name).code == 0
        assert sorted(path.name for path in (tmp_path / name).iterdir()) == ["first.md", "second.md"]
    ran = run("export", "-f", "notes", "-o", "new")
    assert (ran.code, ran.err) == (
        1,
        "new: is there already, and is no empty folder\n  hint: name a new folder\n",
    )
    assert run("export", "-f", "notes", "-o", "data/events.yaml").code == 1
    assert run("export", "-f", "notes", "-o", "none/new").code == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "empty", "new", "new.notes"]


def test_a_terminal_is_sent_no_bytes_that_are_no_text(events: Path) -> None:
    leader, follower = pty.openpty()
    ran = subprocess.run(
        [sys.executable, "-m", "timeline", "export", "-f", "docx"],
        stdout=follower,
        stderr=subprocess.PIPE,
        cwd=events.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        text=True,
    )
    os.close(follower)
    os.close(leader)
    assert (ran.returncode, ran.stderr) == (2, "docx is nothing that a terminal shows\n  hint: add -o FILE\n")


def test_an_export_says_its_loss_and_a_strict_one_writes_nothing(run: Run, events: Path) -> None:
    told = "md: 2 events; not carried: id 2, related 1\n"
    ran = run("export", "-f", "md")
    assert (ran.code, ran.err) == (0, told)
    ran = run("export", "-f", "md", "--strict")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == told + "  hint: leave out --strict, or add -f jsonl, which holds everything\n"
    ran = run("export", "-f", "json", "--strict")
    assert (ran.code, ran.err) == (0, "")

"""`timeline import`: the way back from an export, all of it or nothing."""

from pathlib import Path

import pytest
from commands import EVENTS, Run


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl"])
def test_importing_an_export_gives_back_the_same_events(run: Run, events: Path, name: str) -> None:
    before = run("export", "-f", "jsonl").out
    run("export", "-o", name)
    (events.parent / "new.yaml").touch()
    ran = run("import", name, "--data", "data/new.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "first\nsecond\n", "2 events added, 0 there already\n")
    assert run("export", "-f", "jsonl", "--data", "data/new.yaml").out == before
    assert run("import", name, "--data", "data/new.yaml").err == "0 events added, 2 there already\n"


def test_only_what_the_query_finds_comes_in_and_gets_an_id(run: Run, events: Path) -> None:
    Path("in.csv").write_text("date,title,actors\n2023,Rally,Japan\n2024-03,Talks,Russia\n")
    assert run("import", "in.csv", "--where", "actor:Japan").out == "2023-rally\n"
    assert (
        events.read_text() == EVENTS + "\n- id: 2023-rally\n  date: 2023\n  title: Rally\n  actors: [Japan]\n"
    )


@pytest.mark.parametrize(
    ("name", "text", "code", "err"),
    [
        (
            "in.csv",
            "date,title\n2022,a\n2022-13,b\n",
            3,
            'in.csv:3: date "2022-13" is not a calendar date\n  hint: ',
        ),
        (
            "in.csv",
            "id,date,title\nfirst,2022,a\n",
            1,
            'in.csv:2: the id "first" is in use by another event\n  hint: ',
        ),
        ("in.jsonl", "[]\n", 3, "in.jsonl:1: must be a JSON object\n  hint: "),
        ("none.csv", "", 4, "none.csv: cannot read it: no such file"),
    ],
)
def test_what_cannot_come_in_leaves_the_file_alone(
    run: Run, events: Path, name: str, text: str, code: int, err: str
) -> None:
    if text:
        Path(name).write_text(text)
    ran = run("import", name)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(err)
    assert events.read_text() == EVENTS


def test_bytes_that_are_no_text_are_told(run: Run, events: Path) -> None:
    Path("in.csv").write_bytes(b"date,title\n2022,caf\xe9\n")
    ran = run("import", "in.csv")
    assert ran.code == 3
    assert ran.err.startswith("in.csv: byte 0xe9 is not UTF-8\n  hint: ")


def test_a_dry_run_writes_nothing(run: Run, events: Path) -> None:
    Path("in.csv").write_text("date,title\n2022,Note\n")
    assert "+  title: Note\n" in run("import", "in.csv", "--dry-run").out
    assert events.read_text() == EVENTS

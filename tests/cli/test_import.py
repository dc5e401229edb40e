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
        (
            "in.csv",
            "id,date,title\nfirst,2022,a\nsecond,2022,a\n",
            1,
            'in.csv:2: the id "first" is in use by another event\n  hint: compare them: timeline show --diff, '
            'or change the id\nin.csv:3: the id "second" is in use by another event\n  hint: ',
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


ROWS = "date,title,actors\n2022-03-21,Rally,Japan\n2022-03-21,Rally,Japan\n2022-03-21,Rally,Russia\n"


@pytest.mark.parametrize("data", ["one.yaml", "many"])
def test_rows_without_an_id_come_in_once(run: Run, events: Path, data: str) -> None:
    Path("one.yaml").write_text("")
    Path("many").mkdir()
    Path("in.csv").write_text(ROWS)
    Path("in.jsonl").write_text('{"date": "2022-03-21", "title": "Rally", "actors": "Japan"}\n' * 2)
    ran = run("import", "in.csv", "in.jsonl", "--data", data)
    assert (ran.code, ran.out) == (0, "2022-03-21-rally\n2022-03-21-rally-2\n")
    assert ran.err == "2 events added, 3 there already\n"
    before = run("export", "--data", data).out
    for name in ("in.csv", "in.jsonl"):
        ran = run("import", name, "--data", data)
        assert ran.err.startswith("0 events added, ")
    assert run("export", "--data", data).out == before


def test_what_an_event_there_does_not_say_is_told_and_not_taken(run: Run, events: Path) -> None:
    Path("in.csv").write_text("id,date,title,place\nfirst,2018,Talks begin,Oslo\n")
    ran = run("import", "in.csv")
    assert ran.err == (
        'in.csv:2: "first" is there already, and differs: place\n0 events added, 1 there already\n'
    )
    assert events.read_text() == EVENTS
    run("edit", "first", "--status", "confirmed", "--title", "Talks are begun")
    Path("in.csv").write_text("id,date,title\nfirst,2018,Talks begin\n")
    assert run("import", "in.csv").code == 0


def test_a_reference_to_nothing_comes_in_and_is_told(run: Run, events: Path) -> None:
    Path("in.jsonl").write_text('{"id": "n", "date": "2022", "title": "Note", "after": ["first", "gone"]}\n')
    ran = run("import", "in.jsonl")
    assert (ran.code, ran.out) == (0, "n\n")
    assert (
        ran.err
        == 'in.jsonl:1: refers to "gone", which no event has as its id\n1 event added, 0 there already\n'
    )


def test_many_notes_of_one_kind_are_counted(run: Run, events: Path) -> None:
    Path("in.csv").write_text("date,title,related\n" + "".join(f"20{at},Note,x\n" for at in range(30, 45)))
    lines = run("import", "in.csv").err.splitlines()
    assert lines[9:] == [
        'in.csv:11: refers to "x", which no event has as its id',
        "… 5 more like this",
        "15 events added, 0 there already",
    ]


def test_a_dry_run_writes_nothing(run: Run, events: Path) -> None:
    Path("in.csv").write_text("date,title\n2022,Note\n")
    assert "+  title: Note\n" in run("import", "in.csv", "--dry-run").out
    assert events.read_text() == EVENTS

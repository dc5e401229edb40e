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
            'in.csv:3: date "2022-13" is not a calendar date: there is no month 13\n  hint: ',
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
        (
            "in.jsonl",
            "[]\n[]\n",
            3,
            'in.jsonl:1: must be a JSON object\n  hint: write {"date": "2022-03", "title": "…"}\nin.jsonl:2: ',
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


def test_what_windows_saved_in_western_europe_is_taken_so_and_told(run: Run, events: Path) -> None:
    Path("in.csv").write_bytes(b"date,title\n2022,caf\xe9\n")
    ran = run("import", "in.csv")
    assert (ran.code, ran.err) == (
        0,
        "in.csv:2: byte 0xe9 is not UTF-8; taken as Western European: --encoding cp1252\n"
        "1 event added, 0 there already\n",
    )
    assert events.read_text().endswith("  title: café\n")


@pytest.mark.parametrize(
    ("data", "err"),
    [
        ("date,title\n2022,été\n".encode() + b"2023,caf\xe9\n", "in.csv:3: byte 0xe9 is not UTF-8\n"),
        ("date,title\n2022,Переговоры\n".encode("cp1251"), "in.csv:2: byte 0xcf is not UTF-8\n"),
        (b"date,title\n2022,a\x81\n", "in.csv:2: byte 0x81 is not UTF-8\n"),
    ],
    ids=["one byte among UTF-8", "Cyrillic", "no character"],
)
def test_bytes_that_may_be_something_else_are_told_with_their_line(
    run: Run, events: Path, data: bytes, err: str
) -> None:
    Path("in.csv").write_bytes(data)
    ran = run("import", "in.csv")
    assert (ran.code, ran.err.startswith(err)) == (3, True)
    assert events.read_text() == EVENTS


def test_an_encoding_that_is_named_is_taken(run: Run, events: Path) -> None:
    Path("in.csv").write_bytes("date,title\n2022,Переговоры\n".encode("cp1251"))
    assert run("import", "in.csv", "--encoding", "cp1251").err == "1 event added, 0 there already\n"
    assert events.read_text().endswith("  title: Переговоры\n")


ROWS = "date,title,actors\n2022-03-21,Rally,Japan\n2022-03-21,Rally,Japan\n2022-03-21,Rally,Russia\n"


@pytest.mark.parametrize("data", ["one.yaml", "many"])
def test_rows_without_an_id_come_in_once(run: Run, events: Path, data: str) -> None:
    Path("one.yaml").write_text("")
    Path("many").mkdir()
    Path("in.csv").write_text(ROWS)
    Path("in.jsonl").write_text('{"date": "2022-03-21", "title": "Rally", "actors": "Japan"}\n' * 2)
    ran = run("import", "in.csv", "in.jsonl", "--data", data)
    assert (ran.code, ran.out) == (0, "2022-03-21-rally\n2022-03-21-rally-2\n")
    assert ran.err == "5 rows: 2 events, 3 merged; 0 skipped\n2 events added, 0 there already\n"
    before = run("export", "--data", data).out
    for name in ("in.csv", "in.jsonl"):
        ran = run("import", name, "--data", data)
        assert "0 events added, " in ran.err
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


def test_every_mistake_of_every_file_is_told_in_one_run(run: Run, events: Path) -> None:
    Path("in.csv").write_text("date,title,lat\n2022-04-31,A,x\n2022,,x\n2022,B\nsoon,C\n")
    Path("in.jsonl").write_text('[]\n{"date": "2022"}\n{"date": "2022", "title": "D"}\n')
    ran = run("import", "in.csv", "in.jsonl")
    assert (ran.code, ran.out) == (3, "")
    assert [line for line in ran.err.splitlines() if not line.startswith("  hint: ")] == [
        'in.csv:2: date "2022-04-31" is not a calendar date: April 2022 has 30 days',
        'in.csv:2: lat "x" is not a number from -90 to 90',
        "in.csv:3: title is missing",
        'in.csv:3: lat "x" is not a number from -90 to 90',
        'in.csv:5: date "soon" is not understood',
        "in.jsonl:1: must be a JSON object",
        "in.jsonl:2: title is missing",
    ]
    assert ran.err.count("  hint: ") == 7
    assert events.read_text() == EVENTS


@pytest.mark.parametrize(
    ("words", "date", "kept"),
    [
        (["--day-first"], "03/02/2023", "2023-02-03"),
        (["--month-first"], "3/2/2023", "2023-03-02"),
        (["--today", "2023-02-10"], "yesterday", "2023-02-09"),
        ([], " c. 1950 ", "1950~"),
    ],
)
@pytest.mark.parametrize("name", ["in.csv", "in.jsonl"])
def test_dates_are_read_as_they_are_typed(
    run: Run, events: Path, words: list[str], date: str, kept: str, name: str
) -> None:
    Path("in.csv").write_text(f"date,title,source_date\n{date},Note,{date}\n")
    Path("in.jsonl").write_text(f'{{"date": "{date}", "title": "Note", "sources": [{{"date": "{date}"}}]}}\n')
    assert run("import", name, *words).code == 0
    assert events.read_text().endswith(f"  date: {kept}\n  title: Note\n  sources:\n    - date: {kept}\n")


def test_a_year_taken_for_granted_is_told_with_its_line(run: Run, events: Path) -> None:
    Path("in.csv").write_text("date,title\n7 Feb,Note\n")
    assert run("import", "in.csv", "--today", "2023-02-10").err == (
        'in.csv:2: took "7 Feb" as 2023-02-07\n1 event added, 0 there already\n'
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["in.csv", "in.jsonl"])
def test_text_is_utf_8_or_says_that_it_is_utf_16(run: Run, events: Path, encoding: str, name: str) -> None:
    mark = "\ufeff" * (encoding in {"utf-16-le", "utf-16-be"})
    text = "date\ttitle\n2022\t条約\n" if name == "in.csv" else '{"date": "2022", "title": "条約"}\n'
    Path(name).write_bytes((mark + text).encode(encoding))
    assert run("import", name).code == 0
    assert events.read_text().endswith("  title: 条約\n")


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("asked", ["utf-16", "UTF-16", "utf-32"])
def test_an_encoding_that_wants_a_mark_is_read_without_one(
    run: Run, events: Path, asked: str, order: str
) -> None:
    order = "le" if asked == "utf-32" else order
    Path("in.csv").write_bytes("date,title\n2022,Talks at Å\n".encode(f"{asked}-{order}"))
    assert run("import", "in.csv", "--encoding", asked).code == 0
    assert events.read_text().endswith("  title: Talks at Å\n")


def test_a_cell_under_no_name_is_kept_and_told(run: Run, events: Path) -> None:
    Path("in.csv").write_text("date,title,,\n2022,Note,a note,\n2023,Other,another,\n")
    assert run("import", "in.csv").err == (
        'in.csv:2: a cell stands under no name, and is kept as the field "column-3"\n2 events added, 0 there already\n'
    )
    assert events.read_text().count("  column-3: a") == 2


def test_more_mistakes_than_anybody_reads_are_counted(run: Run, events: Path) -> None:
    Path("in.csv").write_text("date,title\n" + "soon,Note\n" * 150)
    lines = run("import", "in.csv").err.splitlines()
    assert len(lines) == 201
    assert lines[-3:-1] == ["… 50 more, and the last:", 'in.csv:151: date "soon" is not understood']


def test_a_dry_run_writes_nothing(run: Run, events: Path) -> None:
    Path("in.csv").write_text("date,title\n2022,Note\n")
    assert "+  title: Note\n" in run("import", "in.csv", "--dry-run").out
    assert events.read_text() == EVENTS


def test_a_file_by_the_julian_calendar_is_converted_but_for_the_days_of_its_sources(
    run: Run, events: Path
) -> None:
    Path("in.csv").write_text(
        "date,title,source_title,source_date\n26 January 1855,Treaty,Book,12 March 1998\n"
    )
    ran = run("import", "in.csv", "--calendar", "Julian")
    assert ran.out == "1855-02-07-treaty\n"
    assert "  date_as_written: 26 January 1855\n" in events.read_text()
    assert "date: 1998-03-12" in events.read_text()
    assert 'in.csv:2: took "26 January 1855" as 1855-02-07, by the Julian calendar\n' in ran.err
    assert (
        run("import", "in.csv", "--calendar", "Gregorian", "--dry-run").out.count("+  date: 1855-01-26") == 1
    )


def test_a_folder_of_notes_comes_in_and_what_is_alike_in_them_is_told_once(run: Run, events: Path) -> None:
    vault = Path("vault")
    (vault / "people").mkdir(parents=True)
    (vault / ".obsidian").mkdir()
    (vault / ".obsidian" / "x.md").write_text("---\ndate: 2001\n---\n")
    (vault / "loop").symlink_to(vault.resolve())
    (vault / "2022-03-21 Talks end.md").write_text(
        "---\nwhen: 21 March 2022\nafter: '[[2018 Talks]]'\n---\nWords.\n"
    )
    (vault / "2018 Talks.md").write_text("---\nwhen: 2018\n---\n")
    (vault / "people" / "Japan.md").write_text("# Japan\n")
    (vault / "people" / "Russia.md").write_text("# Russia\n")
    ran = run("import", "vault")
    assert (ran.code, ran.out) == (0, "2018-talks\n2022-03-21-talks-end\n")
    assert ran.err == (
        "taken as --map date=when (in 2 files: vault/2018 Talks.md, vault/2022-03-21 Talks end.md)\n"
        "a note without a date is no event (in 2 files: vault/people/Japan.md, vault/people/Russia.md)\n"
        "2 events added, 0 there already\n"
    )
    assert run("import", "vault").err.endswith("\n0 events added, 2 there already\n")
    before = events.read_text()
    (vault / "bad.md").write_text("---\ndate: soon\n---\n")
    (vault / "worse.md").write_bytes(b"---\ndate: 2022\ntitle: \x81\n---\n")
    ran = run("import", "vault")
    assert (ran.code, events.read_text()) == (3, before)
    assert 'vault/bad.md:2: date "soon"' in ran.err
    assert "vault/worse.md:3: byte 0x81 is not UTF-8" in ran.err


def test_a_folder_without_notes_is_told(run: Run, events: Path) -> None:
    Path("tables").mkdir()
    ran = run("import", "tables")
    assert (ran.code, ran.err) == (
        4,
        "tables: no Markdown note in this folder\n  hint: name the files: timeline import folder/*.csv\n",
    )

"""Other people's files made tables at once: the table is the export of the collection that their import makes."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from commands import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.formats import parquet_table
from timeline.formats.preset import SHIPPED, read_preset

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")

asked = pytest.importorskip("timeline.engine.asked", reason="narwhals is not installed")

SHARED = Path(__file__).resolve().parents[3] / "shared" / "events"
often = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def same(run: Run, folder: Path, files: Sequence[Path], *words: str) -> None:
    """Hold the table that files make against the export of what they make in YAML: every row, and every count."""
    collection, exported, table = (folder / name for name in ("a.yaml", "a.parquet", "b.parquet"))
    collection.write_text("")
    table.unlink(missing_ok=True)
    names = [str(file) for file in files]
    ours = run("import", *names, *words, "-d", str(collection))
    theirs = run("import", *names, *words, "-o", str(table))
    assert theirs.code == ours.code
    told, _, last = ours.err.rstrip("\n").rpartition("\n")
    if ours.code:
        assert theirs.err == ours.err
        assert not table.exists()
        return
    assert theirs.out == ""
    assert theirs.err.rstrip("\n").rpartition("\n")[0] == told
    assert theirs.err.split()[-3] == last.split()[0]  # how many were added, and written
    run("export", "-d", str(collection), "-o", str(exported))
    assert rows(table) == rows(exported)


def rows(path: Path) -> list[object]:
    with duckdb.connect() as connection:
        return list(connection.execute("FROM read_parquet(?)", [str(path)]).fetchall())


# What stands in cells: mostly what data sets have, and what they should not have.
CELLS: dict[str, st.SearchStrategy[str]] = {
    "date": st.sampled_from(
        ["20180101", "20180102", "20170101", "20180301", "20181301", "", "soon", " 20180101"]
    ),
    "seen": st.sampled_from(["20180101", "20180102001500", "2018", ""]),
    "country": st.sampled_from(
        ["JPN", "RUS", "USA", "EUR", "NMR", "XYZ", "", "jpn", " RUS", "Côte d'Ivoire"]
    ),
    "name": st.sampled_from(
        ["JAPAN", "PRESIDENT", "", "o'brien", "'=1", "ÉCOLE  DE PARIS", 'THE "NEW"', "a;b"]
    ),
    "code": st.sampled_from(["042", "036", "0311", "190", "999", "", "04 2"]),
    "place": st.sampled_from(["Moscow, Russia", "Bogotá", "", "Tokyo;Osaka", " Kyiv ", "x\u0085y", "'=2"]),
    "number": st.sampled_from(["35.685", "-12", "91", "1,5", "", "x", "0"]),
    "type": st.sampled_from(["0", "1", "4", "9", ""]),
    "url": st.sampled_from(
        [f"https://www.example.org/{n}" for n in range(4)]
        + [
            "",
            "https://example.org",
            "https://example.org?a=/",
            "http://EXAMPLE.org:80/é",
            'http://a.b/"x"',
            "http://[bad",
            "ftp://a/\\",
            "no address",
            "http://a.b/c d",
        ]
    ),
    "id": st.sampled_from([*map(str, range(1, 12)), ""]),
}
GDELT = {
    "GLOBALEVENTID": "id",
    "SQLDATE": "date",
    "Actor1CountryCode": "country",
    "Actor1Name": "name",
    "Actor1Code": "country",
    "Actor2CountryCode": "country",
    "Actor2Name": "name",
    "Actor2Code": "name",
    "EventCode": "code",
    "GoldsteinScale": "number",
    "NumMentions": "number",
    "ActionGeo_Type": "type",
    "ActionGeo_FullName": "place",
    "ActionGeo_Lat": "number",
    "ActionGeo_Long": "number",
    "DATEADDED": "seen",
    "SOURCEURL": "url",
}


@st.composite
def gdelt_lines(draw: st.DrawFn) -> str:
    """Rows of GDELT: some are repeated, changed in a cell, cut, too long, or empty."""
    names = read_preset(SHIPPED / "gdelt2.toml").columns
    lines: list[str] = []
    before: dict[str, str] = {}
    for _ in range(draw(st.integers(1, 12))):
        plain = {name: kind for name, kind in GDELT.items() if not before or draw(st.integers(0, 3)) == 0}
        before |= {name: draw(CELLS[kind]) for name, kind in plain.items()}
        if draw(st.integers(0, 9)):  # most rows have a number of their own
            before["GLOBALEVENTID"] = str(100 + len(lines))
        cells = [before.get(name, "") for name in names]
        shape = draw(st.integers(0, 30))
        if shape == 0:
            cells = cells[: draw(st.integers(1, 60))]
        elif shape == 1:
            cells += draw(st.sampled_from([[""], ["x"]]))
        elif shape == 2:
            cells = draw(st.sampled_from([[""], [""] * 61, [" "] * 3]))
        lines.append("\t".join(cells))
    end = draw(st.sampled_from(["\n", "\n", "\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from([end, ""]))


@often
@given(
    st.lists(gdelt_lines(), min_size=1, max_size=2),
    st.sampled_from(
        [(), ("--all",), ("--merge", "source"), ("--merge", "none"), ("--all", "--merge", "none")]
    ),
    st.sampled_from([(), ("--skip-bad",), ("--skip-bad",)]),
)
def test_rows_of_gdelt_are_the_table_that_their_import_is(
    run: Run,
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[str],
    how: tuple[str, ...],
    skipping: tuple[str, ...],
) -> None:
    folder = tmp_path_factory.mktemp("gdelt")
    files = [folder / f"{number}.CSV" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_bytes(text.encode())
    same(run, folder, files, "--preset", "gdelt2", *how, *skipping)


@often
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2018", "2018-03", "March 2018", "2018-13", "c. 1950", ""]),
            st.sampled_from(["Talks", "Talks 2", "Talks-2", "TALKS", "Séance", "", "a\tb", "Talks "]),
            st.sampled_from(["Japan", "Japan; Russia", "Russia; Japan", "", "Côte d'Ivoire"]),
            st.sampled_from(["", "a", "a", "b", "B 1"]),
            st.sampled_from(["", "https://a.org/1", "https://a.org/2"]),
        ),
        min_size=1,
        max_size=10,
    ),
    st.sampled_from([(), ("--skip-bad",)]),
    st.booleans(),
)
def test_rows_of_any_table_are_the_table_that_their_import_is(
    run: Run,
    tmp_path_factory: pytest.TempPathFactory,
    cells: list[tuple[str, ...]],
    skipping: tuple[str, ...],
    numbered: bool,
) -> None:
    folder = tmp_path_factory.mktemp("plain")
    file = folder / "a.csv"
    table = [("Date", "Headline", "Participants", "id", "Link"), *cells]
    # An engine gives ids itself, and leaves rows that have their own to Python.
    lines = ["|".join(row if numbered else (*row[:3], row[4])) for row in table]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    same(run, folder, [file], *skipping)


@pytest.mark.parametrize(
    ("file", "preset"),
    [
        ("gdelt/20180101000000.export.CSV", "gdelt2"),
        ("gdelt/aamend_events1_mixed57_58.csv", "gdelt1"),
        ("icews/events.2018.first500.tab", "icews"),
    ],
)
@pytest.mark.parametrize("how", [(), ("--all",), ("--merge", "source"), ("--all", "--merge", "none")])
def test_real_files_are_the_table_that_their_import_is(
    run: Run, tmp_path: Path, file: str, preset: str, how: tuple[str, ...]
) -> None:
    if not (SHARED / file).exists():
        pytest.skip("the folder ../shared is not here")
    same(run, tmp_path, [SHARED / file], "--preset", preset, "--skip-bad", *how)


def test_what_cannot_be_a_table_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("date,title\n2018,Talks\n")
    table = str(tmp_path / "a.parquet")
    done = run("import", str(file), "-o", str(tmp_path / "a.yaml"))
    assert (done.code, done.err.splitlines()[0]) == (
        2,
        f'{tmp_path}/a.yaml: a table ends in .parquet, not in ".yaml"',
    )
    done = run("import", str(file), "-o", table, "--update")
    assert (done.code, done.err.splitlines()[0]) == (2, "--update is for a collection, and -o makes a table")
    bibliography = tmp_path / "a.bib"
    bibliography.write_text("@misc{a, title = {A story}, url = {https://a.org}}\n")
    done = run("import", str(bibliography), "-o", table)
    assert (done.code, done.err.splitlines()[0]) == (2, "the rows are sources, and a table is of events")
    assert run("import", str(file), "-o", table).code == 0
    assert run("import", str(file), table, "-o", table).code == 1


def test_who_cannot_write_a_table_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.csv"
    file.write_text("date,title\n2018,Talks\n")
    words = ("import", str(file), "-o", str(tmp_path / "a.parquet"))
    monkeypatch.setattr(parquet_table, "VERSION", "'")  # what DuckDB refuses, as it would a full disk
    done = run(*words)
    assert done.code == 4
    assert done.err.startswith("DuckDB cannot write the table: ")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = run(*words)
    assert (done.code, done.err.splitlines()[0]) == (4, "writing Parquet needs DuckDB")


def test_events_of_a_table_that_are_chosen_come_into_a_collection(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"e{at},201{at},Talks {at},{'Japan' if at % 2 else 'Russia'}" for at in range(8)]
    (tmp_path / "a.csv").write_text("\n".join(["id,date,title,actors", *lines]) + "\n")
    table, collection = str(tmp_path / "a.parquet"), tmp_path / "b.yaml"
    assert run("import", str(tmp_path / "a.csv"), "-o", table).code == 0
    collection.write_text("")
    done = run("import", table, "--where", "actor:Japan since:2013", "-d", str(collection))
    assert (done.code, done.out) == (0, "e3\ne5\ne7\n")
    assert done.err == "8 rows: 3 events, 5 outside the filter; 0 skipped\n3 events added, 0 there already\n"
    again = run("import", table, "--where", "actor:Japan since:2013", "-d", str(collection))
    assert (again.out, again.err.splitlines()[-1]) == ("", "0 events added, 3 there already")
    assert (
        run("show", "-d", str(collection), "--view", "list").out
        == run("show", "-d", table, "--view", "list", "actor:Japan", "since:2013").out
    )
    done = run("import", table, str(tmp_path / "a.csv"), "-d", str(collection))
    assert (done.code, done.err.splitlines()[0]) == (
        2,
        f"{tmp_path}/a.csv: is no table, and is not read beside one",
    )
    monkeypatch.setattr(asked, "MOST", 2)
    done = run("import", table, "-d", str(collection))
    assert (done.code, done.err.splitlines()[0]) == (1, "8 events of a table are too many for a collection")


def test_files_that_are_asked_by_a_preset_answer_as_their_import_does(run: Run, tmp_path: Path) -> None:
    names = read_preset(SHIPPED / "gdelt2.toml").columns
    files = []
    for number, parties in enumerate((("JPN", "RUS"), ("RUS", "JPN"), ("JPN", "JPN"))):
        said = {
            "GLOBALEVENTID": str(number),
            "SQLDATE": "20180101",
            "EventCode": "042",
            "SOURCEURL": f"https://a.org/{number}",
        }
        said |= {"Actor1CountryCode": parties[0], "Actor2CountryCode": parties[1], "DATEADDED": "20180101"}
        files.append(tmp_path / f"{number}.CSV")
        files[-1].write_text("\t".join(said.get(name, "") for name in names) + "\n")
    collection = tmp_path / "a.yaml"
    collection.write_text("")
    run("import", *map(str, files), "--preset", "gdelt2", "-d", str(collection))
    raw = [word for file in files for word in ("-d", str(file))]
    for command in (
        ("show", "--view", "list"),
        ("stats",),
        ("export", "-f", "jsonl"),
        ("show", "--context", "1"),
    ):
        for question in ((), ("actor:Russia",), ("actor:China",)):
            ours = run(*command, "-d", str(collection), *question)
            counts = "3 rows: 1 event, 1 outside the filter, 1 merged; 0 skipped\n"
            assert run(*command, *raw, "--preset", "gdelt2", *question) == replace(
                ours, err=counts + ours.err
            )
    files[0].write_text(files[0].read_text().replace("20180101", "20181301", 1))
    done = run("show", *raw, "--preset", "gdelt2")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f'{files[0]}:1: SQLDATE "20181301" is no date of the format')
    done = run("show", *raw, "--preset", "gdelt-mentions")
    assert done.code in (2, 3)
    mentions = tmp_path / "m.csv"
    mentions.write_text(
        "\t".join(["5", "20180101", "20180102", "1", "a.org", "https://a.org/1", *[""] * 10]) + "\n"
    )
    done = run("show", "-d", str(mentions), "--preset", "gdelt-mentions")
    assert (done.code, done.err.splitlines()[0]) == (
        2,
        "the rows of gdelt-mentions are sources, and a table is of events",
    )


def test_files_that_only_python_reads_are_asked_by_a_preset_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[fields]\ndate = "When"\ntitle = "What"\nid = "No"\n')
    (tmp_path / "a.csv").write_text('When,What,No\n2018,"Talks, and more",a\n')
    done = run("show", "--view", "list", "-d", str(tmp_path / "a.csv"), "--preset", str(tmp_path / "a.toml"))
    assert (done.code, done.err) == (0, "")
    assert done.out.split() == ["2018", "Talks,", "and", "more", "a"]

"""What a user is told of tables: a wrong preset, options that say nothing, files that are not there, and what was replaced."""

from pathlib import Path

import pytest
from commands import Run

from timeline.engine import asked
from timeline.formats.preset import SHIPPED, read_preset

pytest.importorskip("duckdb", reason="DuckDB is not installed")
pytest.importorskip("narwhals.stable.v2", reason="narwhals is not installed")


def coded(path: Path, preset: str, *, rows: int = 12, cells: int | None = None, bad: int = 0) -> Path:
    """A file of rows of a data set, of which the first so many are `bad`, and which may have fewer `cells` than columns."""
    names = read_preset(SHIPPED / f"{preset}.toml").columns[:cells]
    lines = []
    for number in range(rows):
        said = {"GLOBALEVENTID": str(number), "SQLDATE": "20181301" if number < bad else "20180101"}
        said |= {"Actor1CountryCode": "JPN", "Actor2CountryCode": "RUS", "EventCode": "042"}
        said |= {"DATEADDED": "20180101", "SOURCEURL": f"https://a.org/{number}"}
        lines.append("\t".join(said.get(name, "") for name in names) + "\n")
    path.write_text("".join(lines))
    return path


@pytest.mark.parametrize(
    ("preset", "cells", "other"),
    [("gdelt2", None, "gdelt1"), ("gdelt1", None, "gdelt2"), ("gdelt1", 57, "gdelt2")],
)
def test_a_preset_of_another_width_is_told_once_with_the_one_that_fits(
    run: Run, tmp_path: Path, preset: str, cells: int | None, other: str
) -> None:
    file = coded(tmp_path / "a.CSV", preset, cells=cells)
    has, wants = (
        cells or len(read_preset(SHIPPED / f"{preset}.toml").columns),
        len(read_preset(SHIPPED / f"{other}.toml").columns),
    )
    told = f"{file}:1: {has} cells, but {wants} columns\n  hint: --preset {preset} reads such a table\n"
    table = tmp_path / "a.parquet"
    for command in (("show", "-d", str(file)), ("import", str(file), "-o", str(table), "--skip-bad")):
        done = run(*command, "--preset", other)
        assert (done.code, done.out, done.err) == (3, "", told)
    assert not table.exists()
    assert run("import", str(file), "-o", str(table), "--preset", preset).code == 0


def test_columns_that_are_named_for_none_of_the_first_rows_are_told_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("2018,Talks,x\n" * 30)
    done = run(
        "import", str(tmp_path / "a.csv"), "--columns", "date,title", "-o", str(tmp_path / "a.parquet")
    )
    assert (done.code, done.err) == (
        3,
        f"{tmp_path}/a.csv:1: 3 cells, but 2 columns\n  hint: name as many: --columns, or columns in the preset\n",
    )


def test_how_rows_are_read_says_nothing_of_a_table(run: Run, tmp_path: Path) -> None:
    file, table = coded(tmp_path / "a.CSV", "gdelt2"), tmp_path / "a.parquet"
    (tmp_path / "a.yaml").write_text("")
    assert run("import", str(file), "--preset", "gdelt2", "-o", str(table)).code == 0
    for command in (
        ("stats", "-d", str(table), "--preset", "gdelt2"),
        ("import", str(table), "--constant", "tag=x", "-d", str(tmp_path / "a.yaml")),
    ):
        option = next(word for word in command if word.startswith("--"))
        done = run(*command)
        assert (done.code, done.err) == (
            2,
            f"{table}: is a table already, and {option} is for rows\n  hint: leave out {option}\n",
        )


def test_that_all_coded_events_come_is_true_of_what_is_not_coded(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be set once for all imports."""
    monkeypatch.chdir(tmp_path)
    Path("timeline.toml").write_text("[defaults.import]\nall = true\n")
    Path("a.csv").write_text("date,title\n2018,Talks\n")
    Path("a.yaml").write_text("")
    assert run("import", "a.csv", "-o", "a.parquet").code == 0
    assert run("import", "a.parquet", "-d", "a.yaml").code == 0


def test_rows_that_are_none_are_told_with_how_to_have_the_others(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    coded(Path("a.CSV"), "gdelt2", bad=2)
    done = run("stats", "-d", "a.CSV", "--preset", "gdelt2")
    *_, told, hint = done.err.splitlines()
    assert (done.code, done.out, told) == (3, "", "2 of 12 rows are no event")
    way = hint.partition("timeline ")[2].split()
    assert run(*way).code == 0
    assert run("stats", "-d", way[-1]).code == 0


@pytest.mark.parametrize("cells", [1, 26, 59])
def test_a_row_that_ends_too_early_is_told_and_not_passed_over(run: Run, tmp_path: Path, cells: int) -> None:
    file, table = coded(tmp_path / "a.CSV", "gdelt2"), tmp_path / "a.parquet"
    (tmp_path / "a.yaml").write_text("[]\n")
    lines = file.read_text().splitlines()
    short = "\t".join(lines[3].split("\t")[:cells])
    file.write_text("\n".join([*lines[:3], short, *lines[4:], ""]))
    told = f"{file}:4: {cells} cell{'s' if cells > 1 else ''}, but 61 columns"
    for command in (
        ("stats", "-d", str(file)),
        ("import", str(file), "-o", str(table)),
        ("import", str(file), "-d", str(tmp_path / "a.yaml")),
    ):
        done = run(*command, "--preset", "gdelt2")
        assert (done.code, told in done.err.splitlines()) == (3, True), command
    done = run("import", str(file), "-o", str(table), "--preset", "gdelt2", "--skip-bad")
    assert done.code == 0
    assert "12 rows: 1 event, 10 merged; 1 skipped" in done.err


def test_yaml_beside_files_that_are_read_by_a_preset_is_read_as_yaml(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    coded(Path("a.CSV"), "gdelt2")
    Path("ours").mkdir()
    Path("ours/a.yaml").write_text("- date: 1999\n  title: Talks\n")
    for ours in ("ours", "ours/a.yaml"):
        done = run("stats", "-d", ours, "-d", "a.CSV", "--preset", "gdelt2", "--by", "file")
        assert (done.code, [line.split()[:2] for line in done.out.splitlines() if line]) == (
            0,
            [["file", "events"], ["ours/a.yaml", "1"], ["a.CSV", "1"], ["2", "events"]],
        )
        done = run("stats", "-d", ours, "--preset", "gdelt2")
        assert (done.code, done.err) == (
            2,
            "--preset reads rows, and --data names none\n  hint: name their file: --data FILE.CSV\n",
        )


def test_a_table_that_is_not_there_is_no_collection_to_be_begun(run: Run, tmp_path: Path) -> None:
    for name in ("a.parquet", "b*.parquet", "c.csv"):
        done = run("stats", "-d", str(tmp_path / name))
        assert (done.code, done.err) == (
            4,
            f"{tmp_path}/{name}: there is no such file or folder\n  hint: see which tables there are: ls\n",
        )


def test_a_table_of_other_columns_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("date,title,x,x\n2018,Talks,1,2\n")
    done = run("stats", "-d", str(tmp_path / "a.csv"))
    assert done.code == 3
    assert done.err.startswith(f'{tmp_path}/a.csv:1: column "x" occurs twice\n')


@pytest.mark.parametrize(
    "words",
    [("--context", "1"), ("--as-of", "2023"), ("around:2018",), ("related:x",), ("leads-to:x",)],
    ids=" ".join,
)
def test_what_looks_at_every_event_is_refused_of_too_many_with_a_way_to_ask_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("".join(["id,date,title\n", *(f"e{at},20{at},Talks\n" for at in range(18, 25))]))
    assert run("import", "a.csv", "-o", "a.parquet").code == 0
    few = run("show", "-d", "a.parquet", *words)
    assert few.code == 0
    monkeypatch.setattr(asked, "MOST", 4)
    done = run("show", "-d", "a.parquet", "actor:nobody", *words)
    told, hint = done.err.splitlines()
    assert (done.code, done.out) == (1, "")
    assert told == (
        "--context, --as-of, around:, related: and their kind look at every event, and 7 of a table are too many"
    )
    way, then = hint.partition("timeline ")[2].split(", and then ")
    assert run(*way.split()).code == 0
    assert run("show", *then.split(), *words).code == 0


@pytest.mark.parametrize("name", ["no/a.parquet", "no/years", "folder.parquet", "full"])
def test_where_nothing_can_be_written_nothing_is_read(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.parquet").mkdir()
    Path(tmp_path, "full").mkdir()
    Path(tmp_path, "full", "a.txt").write_text("")
    (tmp_path / "a.csv").write_text("date,title\nsoon,Talks\n")
    done = run("import", str(tmp_path / "a.csv"), "-o", str(tmp_path / name))
    assert done.code in (1, 4)
    assert done.err.startswith(f"{tmp_path}/{name}: ")


def test_a_read_only_table_is_not_replaced(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "a.parquet"
    table.write_text("")
    table.chmod(0o444)
    (tmp_path / "a.csv").write_text("date,title\nsoon,Talks\n")
    done = run("import", str(tmp_path / "a.csv"), "-o", str(table))
    assert (done.code, done.err.splitlines()[0]) == (4, f"{table}: is read-only")


@pytest.mark.parametrize("title", ["Talks", '"Talks, and more"'], ids=["engine", "python"])
def test_a_table_that_is_replaced_is_told(run: Run, tmp_path: Path, title: str) -> None:
    (tmp_path / "a.csv").write_text(f"date,title\n2018,{title}\n")
    words = ("import", str(tmp_path / "a.csv"), "-o", str(tmp_path / "a.parquet"))
    assert run(*words).err == "1 event written\n"
    assert run(*words).err == f"1 event written; {tmp_path}/a.parquet is replaced\n"


def test_a_path_above_a_column_keeps_the_name_of_the_file(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "long" / "way" / "down"
    folder.mkdir(parents=True)
    (tmp_path / "a.csv").write_text("date,title\n2018,Talks\n")
    (folder / "far.yaml").write_text("- date: 2018\n  title: Talks\n")
    words = ("-d", str(folder / "far.yaml"), "-d", str(tmp_path / "a.csv"), "--by", "file", "--width", "60")
    for view in ("density", "matrix", "lanes"):
        assert "far.yaml" in run("show", "--view", view, *words).out

"""Tables at the prompt: the commands that read them answer as of the YAML, the others refuse, and what is damaged is told."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from commands import Run

from timeline.engine.asked import Tables
from timeline.engine.duckdb import DuckDB
from timeline.engine.tables import Table
from timeline.formats import parquet
from timeline.model import Event

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
pytest.importorskip("narwhals.stable.v2", reason="narwhals is not installed")

EVENTS = Path(__file__).resolve().parents[2] / "data/events.yaml"
QUESTIONS = (
    (),
    ("actor:Russia", "actor:Japan", "NOT", "tag:rally"),
    ("--since", "2022-03", "--certain", "--reverse"),
    ("illegal occupation", "--order", "title", "--last", "2"),
    ("--order", "source-date", "--first", "3"),
    ("related:soviet-incorporation",),
    ("around:2022-03-21",),
    ("has:related",),
    ("quote:treaty", "--known-by", "2023"),
    ("nothing at all",),
)


@pytest.fixture(params=["events.parquet", "events.csv", "events.jsonl", "."])
def table(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> str:
    name = "events.parquet" if request.param == "." else request.param
    assert not run("export", "-d", str(EVENTS), "-o", str(tmp_path / name)).code
    return str(tmp_path / request.param)


@pytest.mark.parametrize(
    "command",
    [
        *(("show", "--view", view) for view in ("list", "timeline", "lanes", "density", "matrix", "gaps")),
        ("show", "--view", "lanes", "--by", "source"),
        ("show", "--view", "table", "--context", "1"),
        ("show", "--as-of", "2023", "--view", "list"),
        ("export", "-f", "jsonl"),
        ("stats",),
        ("stats", "--by", "grade"),
    ],
    ids=" ".join,
)
def test_a_table_is_answered_as_the_yaml_is(run: Run, table: str, command: tuple[str, ...]) -> None:
    step = 4 if not table.endswith("parquet") else 1 if "list" in command else 3
    for question in QUESTIONS[::step]:
        assert run(*command, "-d", table, *question) == run(*command, "-d", str(EVENTS), *question), question


@pytest.mark.parametrize("way", ["import", "export"])
def test_a_folder_of_tables_has_one_for_each_year_and_is_answered_as_the_yaml_is(
    run: Run, tmp_path: Path, way: str
) -> None:
    file, folder = tmp_path / "a.yaml", tmp_path / "years"
    # What has no date that can be a folder's name, and what stands in the same folder for it.
    more = [
        ("-0043-03-15", "Ides"),
        ("Y17E7", "Far"),
        ("../..", "Ever"),
        ("../1950", "Before"),
        ("0750", "Then"),
    ]
    text = "".join(
        f'- id: x{at}\n  date: "{date}"\n  title: {title}\n' for at, (date, title) in enumerate(more)
    )
    file.write_text(EVENTS.read_text(encoding="utf-8") + text, encoding="utf-8")
    words = ("import", str(file)) if way == "import" else ("export", "-d", str(file), "-f", "parquet")
    assert not run(*words, "-o", str(folder)).code
    assert {"year=after", "year=before", "year=0750", "year=1950", "year=2022"} <= {
        one.name for one in folder.iterdir()
    }
    for question in QUESTIONS[:4]:
        for command in (("show", "--view", "list"), ("stats",), ("export", "-f", "jsonl")):
            assert run(*command, "-d", str(folder), *question) == run(*command, "-d", str(file), *question)
    before = sorted(path.name for path in folder.rglob("*"))
    done = run(*words, "-o", str(folder))
    assert (done.code, sorted(path.name for path in folder.rglob("*"))) == (1, before)
    assert "is there already, and is no empty folder" in done.err


def test_a_folder_of_tables_without_an_event_is_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("")
    assert not run(
        "export", "-d", str(tmp_path / "a.yaml"), "-f", "parquet", "-o", str(tmp_path / "none")
    ).code
    assert run("show", "-d", str(tmp_path / "none")).err == "the collection has no events\n"


def test_a_pattern_that_no_shell_has_opened_names_its_tables(run: Run, tmp_path: Path) -> None:
    for name, title in (("b", "Talks"), ("a", "Rally")):
        (tmp_path / f"{name}.csv").write_text(f"id,date,title\n{name},2018,{title}\n")
    found = run("show", "-d", str(tmp_path / "*.csv"), "--view", "list")
    assert (
        found.out
        == run("show", "-d", str(tmp_path / "a.csv"), "-d", str(tmp_path / "b.csv"), "--view", "list").out
    )
    assert run("show", "-d", str(tmp_path / "?.parquet")).code == 4


@pytest.mark.parametrize(
    "command",
    [("add", "Talks", "--date", "2024"), ("remove", "x", "--yes"), ("check",), ("undo",), ("evidence", "x")],
)
def test_other_commands_refuse_a_table_in_words(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "events.parquet"
    done = run(*command, "-d", str(path))
    assert done.code == 1
    assert done.err == (
        f"{path}: is a table, which only show, export and stats read\n"
        f"  hint: make a collection of what you choose: timeline export -d {path} since:2022 -o events.yaml\n"
    )


def test_dates_that_are_one_day_in_other_words_count_apart(tmp_path: Path) -> None:
    alike = ("{}-11-30", "{}-11-3X", "{}-11-30?", "[{}-11-30]", "{}-11-30/..", "{}-11-30/{}-12-02")
    apart = (text.replace("{}", str(year)) for year, text in enumerate(alike, 2001))
    together = (text.replace("{}", "2022") for text in alike)
    dates = (*apart, *together, *("2023-12-01",) * 3, "-0100-03-15", "2023", "../..")
    events = [Event.from_record({"title": "Talks", "date": date}) for date in dates]
    path = tmp_path / "events.parquet"
    with path.open("wb") as file:
        file.writelines(parquet.write(events))
    counted = {str(bunch.event.date): bunch.times for bunch in Tables([path]).bunches(["date"])}
    assert counted == Counter(dates)


def test_a_table_beside_yaml_is_answered_as_one_collection(run: Run, tmp_path: Path) -> None:
    coded = write(tmp_path / "coded.parquet")
    (tmp_path / "coded.yaml").write_text("[]\n")
    run("export", "-d", str(coded), "-o", str(tmp_path / "coded.yaml"), "--force")
    for command in (
        ("show", "--view", "list"),
        ("stats", "--by", "kind"),
        ("show", "--view", "density"),
        ("show", "--view", "list", "--order", "title", "--last", "4"),
        ("show", "--view", "list", "since:2018", "actor:Japan"),
    ):
        mixed = run(*command, "-d", str(EVENTS), "-d", str(coded))
        assert mixed.code == 0
        assert mixed == run(*command, "-d", str(EVENTS), "-d", str(tmp_path / "coded.yaml")), command
    by_file = run("stats", "--by", "file", "-d", str(EVENTS), "-d", str(coded)).out
    assert "  8  " in by_file  # the shipped events
    assert "  3  1500     1502\n" in by_file


def test_a_table_that_is_named_twice_counts_twice_as_yaml_does(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "events.parquet"
    run("export", "-d", str(EVENTS), "-o", str(table))
    for question in ((), ("quote:withdrew OR at:x",), ("actor:Japan", "--last", "3")):
        for command in (("show", "--view", "list"), ("stats",), ("export", "-f", "jsonl")):
            words = (*command, *(question if command[0] != "stats" else question[:1]))
            twice = run(*words, "-d", str(table), "-d", str(table))
            assert twice == run(*words, "-d", str(EVENTS), "-d", str(EVENTS)), words


def test_a_table_is_compared_as_the_yaml_is(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(
        EVENTS.read_text(encoding="utf-8").replace("Tokyo rally", "Rally in Tokyo"), encoding="utf-8"
    )
    run("export", "-d", str(EVENTS), "-o", str(tmp_path / "ours.parquet"))
    run("export", "-d", str(other), "-o", str(tmp_path / "other.parquet"))
    for ours, theirs in (
        ("ours.parquet", "other.yaml"),
        ("", "other.parquet"),
        ("ours.parquet", "other.parquet"),
    ):
        data = str(tmp_path / ours) if ours else str(EVENTS)
        found = run("show", "-d", data, "--diff", str(tmp_path / theirs), "--view", "list")
        expected = run("show", "-d", str(EVENTS), "--diff", str(other), "--view", "list")
        assert "Rally in Tokyo" in expected.out
        assert [found.code, found.out, found.err] == [
            expected.code,
            expected.out.replace("other.yaml", theirs),
            expected.err.replace("other.yaml", theirs),
        ]


def test_files_one_behind_the_other_are_in_order(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    every = [
        Event.from_record({"id": f"e{number}", "date": f"{1500 + number // 2}", "title": f"Talks {number}"})
        for number in range(12)
    ]
    for name, part in (("b", every[4:8]), ("c", every[8:]), ("a", every[:4])):
        (folder / f"{name}.parquet").write_bytes(b"".join(parquet.write(part)))
    whole = tmp_path / "events.parquet"
    whole.write_bytes(b"".join(parquet.write(every)))
    assert Table([folder], {}, DuckDB).ordered
    assert not Table([folder, whole], {}, DuckDB).ordered
    for command in (("show", "--view", "list"), ("stats", "--by", "kind"), ("show", "--view", "gaps")):
        for more in ((), ("--reverse",)) if command[0] == "show" else ((),):
            assert run(*command, *more, "-d", str(folder)) == run(*command, *more, "-d", str(whole))


def test_who_lacks_the_libraries_is_told_how_to_get_them(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = run("show", "-d", str(tmp_path / "events.parquet"))
    assert (done.code, done.err) == (
        4,
        'reading tables needs DuckDB and narwhals\n  hint: pip install "timeline[engine]"\n',
    )


def write(path: Path, count: int = 3) -> Path:
    events = [
        Event.from_record({"id": f"e{number}", "date": f"{1500 + number}", "title": f"Talks {number}"})
        for number in range(count)
    ]
    path.write_bytes(b"".join(parquet.write(events)))
    return path


def test_a_file_that_is_not_there_or_no_parquet_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    assert run("show", "-d", str(path)).code == 4
    path.write_text("date: 2018")
    done = run("show", "-d", str(path))
    assert done.code == 3
    assert f"{path}: is no Parquet" in done.err
    path.write_bytes(b"PAR1")
    done = run("stats", "-d", str(path))
    assert done.code == 3
    assert f"{path}: is damaged: its columns cannot be read" in done.err


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("* EXCLUDE (title)", 'column "title" is missing'),
        ("* EXCLUDE (earliest_day)", 'column "earliest_day" is missing'),
        ("* REPLACE ('x' AS actors)", 'column "actors" must be VARCHAR[], not VARCHAR'),
        ("* REPLACE (latest_day::VARCHAR AS latest_day)", 'column "latest_day" must be BIGINT, not VARCHAR'),
    ],
)
def test_a_missing_column_and_one_of_another_type_are_named(
    run: Run, tmp_path: Path, change: str, message: str
) -> None:
    write(tmp_path / "events.parquet")
    path = tmp_path / "other.parquet"
    duckdb.sql(f"COPY (SELECT {change} FROM '{tmp_path}/events.parquet') TO '{path}'")
    done = run("show", "-d", str(path))
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"{path}: {message}\n")


def test_a_table_that_another_program_has_shuffled_is_in_order_all_the_same(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "events.parquet", 20)
    path = tmp_path / "other.parquet"
    asked = "* REPLACE (CASE WHEN summary != '' THEN summary END AS summary)"
    duckdb.sql(f"COPY (SELECT {asked} FROM '{tmp_path}/events.parquet' ORDER BY hash(id)) TO '{path}'")
    for command in (
        ("show", "--view", "list"),
        ("stats", "--by", "kind"),
        ("show", "missing:summary", "--last", "3"),
    ):
        assert run(*command, "-d", str(path)) == run(*command, "-d", str(tmp_path / "events.parquet"))


def test_a_row_without_a_date_is_named(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "events.parquet")
    path = tmp_path / "other.parquet"
    for said in ("NULL", "'soon'"):
        changed = f"* REPLACE (CASE WHEN id = 'e0' THEN {said} ELSE date END AS date)"
        duckdb.sql(f"COPY (SELECT {changed} FROM '{tmp_path}/events.parquet') TO '{path}'")
        for command in (("show", "--view", "list"), ("stats",), ("show", "--view", "density")):
            done = run(*command, "-d", str(path))
            said_so = '"soon"' if "soon" in said else '""'
            assert done.code == 3
            assert done.err.startswith(f'{path}: column "date" has no date in row 1, but {said_so}\n')


def test_what_is_no_status_is_named_where_it_is_counted(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "events.parquet")
    path = tmp_path / "other.parquet"
    duckdb.sql(f"COPY (SELECT * REPLACE ('banana' AS status) FROM '{tmp_path}/events.parquet') TO '{path}'")
    for command in (("show",), ("stats", "--by", "status"), ("show", "--view", "density", "--by", "status")):
        done = run(*command, "-d", str(path))
        assert (done.code, done.out) == (3, "")
        assert done.err.startswith(f'{path}: column "status" has no status, but "banana" in row 1\n')


def test_a_row_whose_fields_are_no_json_is_named(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "events.parquet")
    path = tmp_path / "other.parquet"
    duckdb.sql(f"COPY (SELECT * REPLACE ('[{{' AS sources) FROM '{tmp_path}/events.parquet') TO '{path}'")
    done = run("show", "-d", str(path))
    assert done.code == 3
    assert done.err.startswith(f'{path}: column "sources" is no JSON of sources in row 1\n')


def test_where_too_many_rows_lean_on_others_that_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.engine.tables._MOST_KIN", 0)
    (tmp_path / "a.jsonl").write_text('{"id": "a", "date": "2018", "title": "Talks", "after": ["b"]}\n')
    done = run("show", "-d", str(tmp_path / "a.jsonl"))
    assert (done.code, done.err) == (
        1,
        "more than 0 rows say what they follow or precede, which is asked of each other row\n"
        "  hint: leave `after` and `before` out of the table\n",
    )


def test_a_bad_row_of_a_csv_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text("id,date,title\na,2018,Talks\nb,2018-13,Talks\n")
    done = run("show", "-d", str(path))
    assert done.code == 3
    assert done.err.startswith(f"{path}:3: ")

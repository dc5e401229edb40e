"""Damaged tables: the right answer or a refusal that names the file and the column, and never a traceback."""

from pathlib import Path

import pytest
from commands import Run

from timeline.formats import parquet, sealed
from timeline.model import Event
from timeline.record import Record

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
pytest.importorskip("narwhals.stable.v2", reason="narwhals is not installed")

QUESTIONS = (
    ("export", "-f", "jsonl"),
    ("stats", "--by", "actor"),
    ("show", "--view", "list", "actor:Japan"),
    ("show", "--view", "lanes", "--first", "9"),
    ("show", "--view", "table", "--order", "actor"),
)


def write(path: Path, count: int = 8) -> Path:
    events = []
    for at in range(count):
        record: Record = {"id": f"e{at}", "date": f"20{at % 80 + 10}", "title": f"Talks {at}"}
        record |= {
            "actors": ["Japan"] * (at % 2),
            "sources": [{"url": f"https://a.org/{at}", "date": "2018"}],
        }
        events.append(Event.from_record(record))
    path.write_bytes(b"".join(parquet.write(events)))
    return path


@pytest.mark.parametrize("command", QUESTIONS, ids=" ".join)
def test_a_byte_that_has_changed_is_noticed(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = write(tmp_path / "a.parquet")
    data, whole = path.read_bytes(), run(*command, "-d", str(path))
    told = set()
    for at in range(1, len(data), len(data) // 12):
        path.write_bytes(data[:at] + bytes([data[at] ^ 64]) + data[at + 1 :])
        done = run(*command, "-d", str(path))
        assert done == whole or (done.code == 3 and done.err.startswith(f"{path}: is ")), at
        told.add(done.err.partition("\n")[0])
        path.write_bytes(data[:at])
        done = run(*command, "-d", str(path))
        assert (done.code, done.out) == (3, "")
        assert done.err.startswith(f"{path}: is "), at
    assert f"{path}: is damaged: it is not as it was written" in told


def test_what_stands_in_the_pages_of_a_large_file_is_told_where_it_cannot_be_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a larger file the rows are not compared each time: a column that cannot be read is named."""
    monkeypatch.setattr(sealed, "MOST", 0)
    path = write(tmp_path / "events.parquet", 400)
    whole = path.read_bytes()
    told = set()
    for at in range(4, len(whole) * 2 // 3, len(whole) // 60):
        path.write_bytes(whole[:at] + bytes(4) + whole[at + 4 :])
        done = run("show", "-d", str(path), "--view", "list")
        assert done.code in (0, 3), done.err
        assert done.code == 0 or done.err.startswith(f"{path}: "), done.err
        told.add(done.err.partition("\n")[0])
    assert f'{path}: column "title" is damaged' in told


def changed(folder: Path, change: str, metadata: str = "") -> Path:
    """A table that another program has changed."""
    path = folder / "other.parquet"
    told = f", KV_METADATA {{timeline: '1', names: '{metadata}'}}" if metadata else ""
    duckdb.sql(
        f"COPY (SELECT {change} FROM '{write(folder / 'a.parquet')}') TO '{path}' (FORMAT parquet{told})"
    )
    return path


@pytest.mark.parametrize("command", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize(
    "names", ["{", "[1, 2]", "5", '{"actors": 5}', '{"actors": ["Russia"], "tags": [1]}']
)
def test_names_in_metadata_that_we_have_not_sealed_are_not_believed(
    run: Run, tmp_path: Path, names: str, command: tuple[str, ...]
) -> None:
    path = changed(tmp_path, "*", names)
    assert run(*command, "-d", str(path)) == run(*command, "-d", str(tmp_path / "a.parquet"))


@pytest.mark.parametrize("command", QUESTIONS, ids=" ".join)
def test_nulls_in_lists_are_nobody(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    more = "* REPLACE (list_append(actors, NULL) AS actors, CASE WHEN id != 'e1' THEN [NULL] END::VARCHAR[] AS tags)"
    for change in (more, f"* EXCLUDE (joined_actors) {more.removeprefix('* ')}"):
        path = changed(tmp_path, change)
        assert run(*command, "-d", str(path)) == run(*command, "-d", str(tmp_path / "a.parquet"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("NULL::BIGINT AS earliest_day", 'column "earliest_day" has no value in a row'),
        (
            "CASE WHEN id != 'e4' THEN order_doubt END AS order_doubt",
            'column "order_doubt" has no value in a row',
        ),
        ("NULL::VARCHAR AS title", 'column "title" has no text in row 1'),
        ("'known' AS status", 'column "status" has no status, but "known" in row 1'),
        ("'5' AS sources", 'column "sources" is no JSON of sources in row 1'),
        ("'[[1]]' AS sources", 'column "sources" is no JSON of sources in row 1'),
        ("'[1]' AS extra", 'column "extra" is no JSON of fields in row 1'),
        ("repeat('[', 100000) AS extra", 'column "extra" is no JSON of fields in row 1'),
    ],
)
def test_what_columns_cannot_say_is_told_with_file_and_column(
    run: Run, tmp_path: Path, change: str, message: str
) -> None:
    path = changed(tmp_path, f"* REPLACE ({change})")
    for command in QUESTIONS[:1]:
        done = run(*command, "-d", str(path))
        assert (done.code, done.out) == (3, "")
        assert done.err.startswith(f"{path}: {message}\n"), done.err


def test_a_name_that_is_none_in_a_list_of_ours_is_told(run: Run, tmp_path: Path) -> None:
    path = changed(tmp_path, "* REPLACE ([NULL, 'x'] AS actors)", "{}")
    sealed.seal(path)
    done = run("export", "-f", "jsonl", "-d", str(path))
    assert done.code == 3
    assert done.err.startswith(f'{path}: column "actors" has no name in row 1\n')

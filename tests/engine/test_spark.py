"""Tables answered by Spark: as Python and DuckDB answer them; and what is said where it cannot.

What asks Spark itself takes Java and PySpark: it is run where these are, and the gate installs neither. PySpark alone took 35 s of
processor and 456 MB from the network to install, and these tests 516 s on a busy machine of two processors.
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from commands import EVENTS, Run
from engine_suite import answers, cuts, few_questions, found, pictures, random_events, standing, told, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from query_strategies import questions

from timeline.engine.duckdb import DuckDB
from timeline.errors import InvalidData, Refused, Unavailable
from timeline.formats import parquet
from timeline.model import Event
from timeline.query.select import arrange

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
asked = pytest.importorskip("timeline.engine.asked", reason="narwhals is not installed")
spark = pytest.importorskip("timeline.engine.spark")

Engine = Callable[..., Any]
TITLES = [Event.from_record({"id": f"e{n}", "date": f"{1500 + n}", "title": f"Talks {n}"}) for n in range(5)]


class Owner:
    """What a session of Spark ends with."""


def installed() -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    if not shutil.which("java"):
        pytest.skip("Java is not installed")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Spark on two processors of this machine, once for all."""
    installed()
    owner = Owner()
    session = spark.started(owner, "local[2]", str(tmp_path_factory.mktemp("spark")))
    yield partial(spark.Spark, session=session)
    del session, owner


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return random_events(60)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, events: list[Event]) -> Path:
    return write(tmp_path_factory.mktemp("tables") / "of events", events)


def test_spark_answers_as_python_does(engine: Engine, folder: Path, events: list[Event]) -> None:
    tables = asked.Tables([folder], {}, engine)
    asked_for = [*few_questions()]
    assert dict(answers(tables, asked_for)) == dict(answers(standing(events), asked_for))


def test_spark_orders_and_cuts_as_python_does(engine: Engine, folder: Path, events: list[Event]) -> None:
    tables = asked.Tables([folder], {}, engine)
    assert dict(cuts(tables, [True])) == dict(cuts(standing(events), [True]))


def test_spark_counts_and_draws_as_python_does(engine: Engine, folder: Path, events: list[Event]) -> None:
    assert dict(pictures(asked.Tables([folder], {}, engine))) == dict(pictures(standing(events)))


@settings(max_examples=6, deadline=None, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_spark_answers_any_question(
    engine: Engine, folder: Path, events: list[Event], data: st.DataObject
) -> None:
    tables = asked.Tables([folder], {}, engine)
    certain = data.draw(st.booleans())
    text = data.draw(questions(certain=certain)).text
    ours, theirs = (arrange(found(one, text, certain=certain)) for one in (standing(events), tables))
    assert told(theirs) == told(ours), text


def test_rows_stand_where_they_stand_whoever_wrote_and_named_their_files(
    engine: Engine, tmp_path: Path
) -> None:
    """Without the columns of texts, with nulls, in no order, under names that mean something to Spark."""
    folder = write(tmp_path / "tables", random_events(40), files=1)
    changed = "* EXCLUDE (joined_actors, joined_tags) REPLACE (nullif(summary, '') AS summary)"
    others = tmp_path / "ü {a,b} 100%20#+?"
    others.mkdir()
    for name in ("a b", "year=2018"):
        duckdb.sql(
            f"COPY (SELECT {changed} FROM '{folder}/0.parquet' ORDER BY hash(title || '{name}')) TO '{others}/{name}.parquet'"
        )
    data = [others, folder, folder]
    ours, theirs = asked.Tables(data), asked.Tables(data, {}, engine)
    assert [(one.to_record(), one.origin) for one in theirs] == [
        (one.to_record(), one.origin) for one in ours
    ]
    assert dict(pictures(theirs)) == dict(pictures(ours))
    assert told(found(theirs, "actor:Japan")) == told(found(ours, "actor:Japan"))


@pytest.mark.parametrize("name", ["_events.parquet", ".events.parquet"])
def test_a_file_that_spark_passes_by_is_told(engine: Engine, tmp_path: Path, name: str) -> None:
    for path in (tmp_path / name, tmp_path / "events.parquet"):
        path.write_bytes(b"".join(parquet.write(TITLES)))
    with pytest.raises(Refused) as caught:
        asked.Tables([tmp_path / "events.parquet", tmp_path / name], {}, engine)
    assert (caught.value.message, caught.value.hint) == (
        f"{tmp_path / name}: is a file that Spark passes by: its name begins with a dot or an underscore",
        "give it another name",
    )


def test_a_damaged_file_is_named_as_by_duckdb(engine: Engine, tmp_path: Path) -> None:
    path = write(tmp_path / "tables", random_events(200), files=1) / "0.parquet"
    whole = path.read_bytes()
    at = whole.index(b"\x28\xb5\x2f\xfd") + 8  # the frame of the first page
    path.write_bytes(whole[:at] + bytes(40) + whole[at + 40 :])
    messages = []
    for made in (DuckDB, engine):
        with pytest.raises(InvalidData) as caught:
            list(asked.Tables([path], {}, made))
        messages.append(caught.value.message)
    assert messages[0] == messages[1]


def test_a_file_that_has_gone_is_told(engine: Engine, tmp_path: Path) -> None:
    path = write(tmp_path / "tables", TITLES, files=1) / "0.parquet"
    tables = asked.Tables([path], {}, engine)
    path.unlink()
    with pytest.raises(InvalidData):
        list(tables)


def program(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "timeline", *words],
        cwd=folder,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_is_as_quiet_as_with_duckdb_and_leaves_nothing_behind(tmp_path: Path) -> None:
    installed()
    folder, scratch = tmp_path / "here", tmp_path / "scratch"
    write(folder, TITLES)
    scratch.mkdir()
    words = ("export", "-d", "0.parquet", "-d", "1.parquet", "-f", "jsonl", "missing:place")
    ours = program(folder, *words)
    theirs = program(folder, *words, "--engine", "spark", "--master", "local[2]", TMPDIR=str(scratch))
    assert (theirs.returncode, theirs.stdout, theirs.stderr) == (0, ours.stdout, ours.stderr)
    assert theirs.stdout
    assert sorted(one.name for one in folder.iterdir()) == ["0.parquet", "1.parquet"]
    assert not [*scratch.iterdir()]


@pytest.mark.parametrize(
    ("words", "env", "code", "message"),
    [
        (
            (),
            {"JAVA_HOME": "/nowhere"},
            4,
            "Spark has not started: it needs Java 17 or later\n  hint: apt install default-jre-headless\n",
        ),
        (
            ("--master", "nowhere"),
            {},
            2,
            '"nowhere" is no master of Spark\n  hint: one of: local[*], spark://HOST:PORT, yarn, k8s://URL\n',
        ),
        (("--master", "spark://here"), {}, 4, "Spark cannot work at spark://here: "),
    ],
)
def test_what_spark_lacks_is_told_without_a_traceback(
    tmp_path: Path, words: Sequence[str], env: dict[str, str], code: int, message: str
) -> None:
    installed()
    write(tmp_path / "tables", TITLES)
    done = program(tmp_path, "show", "-d", "tables", "--engine", "spark", *words, **env)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(message)
    assert "Traceback" not in done.stderr


def test_a_master_that_does_not_answer_is_told_at_once() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
        master = f"spark://127.0.0.1:{port}"
        with pytest.raises(Unavailable) as caught:
            spark.reached(master, [("127.0.0.1", port)])
        assert (caught.value.message, caught.value.hint) == (
            f"no master answers at {master}",
            "name one that runs, or leave out --master for this machine",
        )
        for host, number in (("127.0.0.1", "99999"), ("x" * 300, "7077")):
            with pytest.raises(Unavailable, match="no master answers"):
                spark.reached(master, [(host, number)])
        free.listen()
        spark.reached(master, [("127.0.0.1", port)])


class NoWorker:
    """A cluster as its master tells of it: one member, which is this program."""

    _jsc = property(lambda self: self)
    sc = getExecutorMemoryStatus = lambda self: self  # noqa: N815 - as Spark calls it

    def size(self) -> int:
        return 1


def test_a_cluster_without_a_worker_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "_WORKS", 0)
    with pytest.raises(Unavailable) as caught:
        spark.working(NoWorker(), "spark://there:7077")
    assert (caught.value.message, caught.value.hint) == (
        "no worker of spark://there:7077 has taken the work up in 0 seconds",
        "see whether one is free",
    )


def test_who_lacks_the_library_is_told_how_to_get_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    write(tmp_path / "tables", TITLES)
    done = run("show", "-d", str(tmp_path / "tables"), "--engine", "spark")
    assert (done.code, done.err) == (
        4,
        '--engine spark needs PySpark\n  hint: pip install "timeline[spark]"\n',
    )


def test_the_engine_that_is_there_anyway_can_be_named(run: Run, tmp_path: Path) -> None:
    folder = write(tmp_path / "tables", TITLES)
    words = ("show", "-d", str(folder), "--view", "list")
    assert run(*words, "--engine", "duckdb") == run(*words)


def test_what_an_engine_has_nothing_to_do_with_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(EVENTS, encoding="utf-8")
    folder, rows = str(write(tmp_path / "tables", TITLES)), str(tmp_path / "rows.CSV")
    Path(rows).write_text("", encoding="utf-8")
    for words, message in (
        (
            ("-d", str(tmp_path / "a.yaml"), "--engine", "spark"),
            "--engine is for tables, and --data names none\n"
            "  hint: make one: timeline export -o events.parquet\n",
        ),
        (
            ("-d", folder, "--master", "local[2]"),
            "--master is for --engine spark\n  hint: add --engine spark, or leave out --master\n",
        ),
        (
            ("-d", rows, "--engine", "spark", "--preset", "gdelt2"),
            "--engine spark is for tables, and --preset reads rows\n"
            f"  hint: make the table first: timeline import {rows} --preset gdelt2 -o events.parquet\n",
        ),
        (
            ("-d", folder, "--engine", "spark", "--preset", "gdelt2"),
            f"{folder}/0.parquet: is a table already, and --preset is for rows\n  hint: leave out --preset\n",
        ),
        (("-d", folder, "--engine", "sparc"), 'engine "sparc" is not known\n  hint: did you mean "spark"?\n'),
    ):
        done = run("show", *words)
        assert (done.code, done.out, done.err) == (2, "", message)


class Java:
    """An exception as Java gives it."""

    def __init__(self, said: str, cause: "Java | None" = None) -> None:
        self._said, self._cause = said, cause

    def getCause(self) -> "Java | None":  # noqa: N802 - Java's name
        return self._cause

    def __str__(self) -> str:
        return self._said


def test_what_went_wrong_first_is_told() -> None:
    full = Java("java.lang.OutOfMemoryError: Java heap space\n\tat A")
    error = OSError("An error occurred")
    error.java_exception = Java("SparkException: Job aborted", full)  # type: ignore[attr-defined]
    assert spark.cause(error) == "java.lang.OutOfMemoryError: Java heap space"
    assert spark.cause(OSError("no such master\nat all")) == "no such master"

"""Questions of tables by Spark, on this machine and on a cluster of two workers, beside the index and DuckDB: the same answers, and what they take.

    python benchmarks/spark.py [--events 2000] [--rows 1000000] [--folder FOLDER] [--table TABLE]

Java and PySpark have to be there. The whole suite of questions (`tests/engine_suite.py`) is put to random events with every form of
EDTF, and to Python and, but for its pictures, the index of a file, too; what `benchmarks/tables.py` asks, to as many rows of real GDELT, or to a table of one's own. The cluster
is a master and two workers of one processor each, on the loopback of this machine. Each engine is a process of its own; printed
are its seconds until it can be asked, those of all questions of the suite, and those of each question of the rows.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from socket import create_connection, socket

from timeline.engine.asked import Tables
from timeline.engine.duckdb import DuckDB
from timeline.engine.spark import Spark, started
from timeline.model import Event
from timeline.query.company import Company

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
suite, tables = map(import_module, ("engine_suite", "tables"))
DUCKDB = "duckdb"
_PAIR = " ".join(f'actor:"{name}"' for name in tables.PAIR)


def of_rows(events: Company) -> Iterator[tuple[str, object]]:
    """What is asked of many rows."""
    dyad = suite.arrange(suite.found(events, f"{_PAIR} on:{tables.YEAR}"))
    yield "a dyad in a year, the first 50", suite.told(dyad[:50])
    yield "how many are of the dyad", len(suite.found(events, _PAIR))
    yield "counts by day", sorted((one.event.date.text, one.times) for one in events.bunches(["date"]))
    pairs = suite.groups(events, "actor,actor", suite.NAMES)
    yield "stats by pair", [(one.names, one.events, str(one.first.date), str(one.last.date)) for one in pairs]
    lanes = events.in_lanes("actor", 12, suite.NAMES)
    yield "lanes of the 12 fullest actors", sorted((str(one.event.date), one.times) for one in lanes)


def of_events(events: Sequence[Event]) -> Iterator[tuple[str, object]]:
    """The suite."""
    yield from suite.answers(events, [*suite.every_question()])
    yield from suite.cuts(events, (False, True))
    yield from suite.pictures(events)


def digest(answer: object) -> str:
    """What stands for an answer."""
    return sha256(repr(answer).encode()).hexdigest()


class Owner:
    """What a session of Spark ends with."""


def answered(engine: str, folder: Path, table: Path) -> None:
    """Put the questions to one engine, and print a digest of each answer, with the second at which it was there."""
    begun, owner = time.perf_counter(), Owner()
    made = partial(Spark, session=started(owner, engine, str(folder))) if engine != DUCKDB else DuckDB
    print(json.dumps(("set up", "", time.perf_counter() - begun)), flush=True)
    for which, data in ((of_events, folder / "events"), (of_rows, table)):
        for question, answer in which(Tables([data], {}, made)):
            print(json.dumps((question, digest(answer), time.perf_counter() - begun)), flush=True)


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """A master and two workers on this machine, none of which is seen from another."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    master = f"spark://127.0.0.1:{port}"
    program = Path(str(find_spec("pyspark").origin)).parent / "bin/spark-class"  # type: ignore[union-attr]
    here = ("--host", "127.0.0.1", "--webui-port", "0")
    worker = ("--cores", "1", "--memory", "1g", "--work-dir", str(folder / "work"), master)
    running = []
    for words in (
        ("master.Master", "--port", str(port)),
        ("worker.Worker", *worker),
        ("worker.Worker", *worker),
    ):
        command = [str(program), f"org.apache.spark.deploy.{words[0]}", *here, *words[1:]]
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        while words[0] == "master.Master":
            with suppress(OSError), create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
    try:
        yield master
    finally:
        for process in running:
            process.terminate()
            process.wait()


def main() -> None:
    """Ask every engine, and say whether they answer alike, and what they take."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--table", type=Path, default=None)
    parser.add_argument("--engine", default="", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.engine:
        answered(given.engine, given.folder, given.table)
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        table = given.table or tables.table(folder, tables.base(folder), given.rows, shuffled=False)
        events = suite.random_events(given.events)
        suite.write(Path(scratch, "events"), events)
        expected = {question: digest(answer) for question, answer in of_events(suite.standing(events))}
        size = len(expected)
        there = suite.apart(events)
        by_index, by_python = suite.by_index(Path(scratch), there), suite.every_answer(there)
        alike = dict(by_index) == dict(by_python)
        print("index:", "alike" if alike else "OTHERWISE", flush=True)
        with cluster(Path(scratch)) as master:
            for engine in (DUCKDB, "local[2]", master):
                words = ["--engine", engine, "--folder", scratch, "--table", str(table)]
                command = [sys.executable, __file__, *words]
                with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
                    _say(engine, map(json.loads, running.stdout or ()), expected, size)
                if running.returncode:
                    sys.exit(f"{engine} has failed")


def _say(
    engine: str, told: Iterator[tuple[str, str, float]], expected: dict[str, str], suite_size: int
) -> None:
    """What an engine took, and where it answers otherwise than Python, or than the first that was asked."""
    _, _, ready = next(told)
    print(f"{engine}: ready in {ready:.1f} s", flush=True)
    before = ready
    for number, (question, found, until) in enumerate(told, 1):
        if number == suite_size:
            print(f"  {until - ready:.1f} s: the suite, {number} questions", flush=True)
        if number > suite_size:
            print(f"  {until - before:.2f} s: {question}", flush=True)
        if expected.setdefault(question, found) != found:
            print(f"  OTHERWISE: {question}", flush=True)
        before = until


if __name__ == "__main__":
    main()

"""What is asked of a table of millions of rows takes: by `timeline`, and by the duckdb client with SQL typed by hand.

    python benchmarks/tables.py [--rows 1000000] [--shuffled] [--folder FOLDER] [--runs 3] [--tools FOLDER]

The rows are those of real GDELT, imported and exported, repeated over the days of ten years with new ids, in the order of
dates as we write them; or shuffled, as a file of others. They come from `../shared/events/gdelt`, where that exists, or
from --base, a Parquet in our columns. A file that FOLDER has is not made anew. Whole processes that take turns: of each
question the median in seconds on the clock and of the processor, what of the latter is above the same of the base, and
the most memory in megabytes. Before them which row groups, and which bytes of them, a period leaves to be read.
"""

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

from timeline.formats import parquet_table, sealed

ROOT = Path(__file__).resolve().parents[1]
CODED = ROOT.parent / "shared/events/gdelt/20180101000000.export.CSV"
FIRST_DAY, DAYS = 14610, 3653  # the years 2010 to 2019
YEAR = 2015
PAIR = ("United States", "Canada")
_DAY = "(DATE '1970-01-01' + {}::INTEGER)"
_PAIRED = " AND ".join(f"list_contains(actors, '{name}')" for name in PAIR)
_IN_YEAR = f"latest_day >= datediff('day', DATE '1970-01-01', DATE '{YEAR}-01-01') AND earliest_day < datediff('day', DATE '1970-01-01', DATE '{YEAR + 1}-01-01')"

QUESTIONS: Mapping[str, tuple[Sequence[str], str]] = {
    "a dyad in a year, the first 50": (
        ("show", *(f'actor:"{name}"' for name in PAIR), f"on:{YEAR}", "--first", "50", "--view", "list"),
        f"SELECT date, title, id FROM it WHERE {_PAIRED} AND {_IN_YEAR} ORDER BY {', '.join(parquet_table.ORDER)} LIMIT 50",
    ),
    "density by month": (
        ("show", "--view", "density", "--per", "month"),
        f"SELECT date_trunc('month', {_DAY.format('earliest_day')}) AS month, count(*) FROM it GROUP BY 1 ORDER BY 1",
    ),
    "lanes by actor": (
        ("show", "--view", "lanes", "--by", "actor", "--top", "12"),
        """WITH each AS (SELECT unnest(actors) AS actor, earliest_day FROM it),
        top AS (SELECT actor FROM each GROUP BY 1 ORDER BY count(*) DESC LIMIT 12)
        SELECT actor, earliest_day // 40 AS cell, count(*) FROM each WHERE actor IN (FROM top) GROUP BY 1, 2 ORDER BY 1, 2""",
    ),
    "stats by pair": (
        ("stats", "--by", "actor,actor", "--top", "20"),
        """WITH each AS (SELECT actors, count(*) AS times, min(earliest_day) AS first, max(earliest_day) AS last FROM it
        WHERE len(actors) > 1 GROUP BY 1), pairs AS (SELECT unnest(actors) AS one, actors, times, first, last FROM each)
        SELECT one, other, sum(times), min(first), max(last)
        FROM (SELECT one, unnest(actors) AS other, times, first, last FROM pairs)
        WHERE one < other GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 20""",
    ),
}


class Cost(NamedTuple):
    """What one process took: seconds on the clock and of the processor, and the most memory in megabytes."""

    seconds: float
    busy: float
    megabytes: float


def base(folder: Path) -> Path:
    """Some real rows as a table."""
    made = folder / "base.parquet"
    if not made.exists():
        timeline, events = str(Path(sys.executable).with_name("timeline")), str(folder / "base.yaml")
        for words in (
            ("init", events),
            ("import", "-d", events, str(CODED), "--preset", "gdelt2", "--all"),
            ("export", "-d", events, "-o", str(made)),
        ):
            subprocess.run([timeline, *words], check=True, capture_output=True)
    return made


def table(folder: Path, real: Path, rows: int, *, shuffled: bool) -> Path:
    """The rows repeated: as many each day, of which the day stands wherever the row's own stood."""
    made = folder / f"{'shuffled' if shuffled else 'ordered'}-{rows}.parquet"
    if made.exists():
        return made
    with duckdb.connect(
        config={"temp_directory": str(folder / "spilled"), "memory_limit": "5GB"}
    ) as connection:
        run = connection.execute
        read = f"read_parquet('{real}', file_row_number = true)"
        run(f"CREATE TABLE real AS SELECT *, file_row_number AS number FROM {read}")
        ((count,),) = run("SELECT count(*) FROM real").fetchall()
        names = dict(run("SELECT key, value FROM parquet_kv_metadata(?)", [str(real)]).fetchall())[
            b"names"
        ].decode()
        numbers = folder / f"numbers-{rows}.parquet"
        run(f"COPY (SELECT range AS n FROM range({rows})) TO '{numbers}'")
        spot = f"(n * {_step(rows)}) % {rows}" if shuffled else "n"
        columns = ", ".join(_shifted(name) for name in parquet_table.TYPES)
        mark = (
            ""
            if shuffled
            else f", KV_METADATA {{{parquet_table.MARK}: '{parquet_table.VERSION}', names: {parquet_table.quoted(names)}}}"
        )
        run("SET threads = 1")  # or what comes of a join stands in another order
        run(
            f"COPY (SELECT {columns} FROM (SELECT {spot} AS spot, {FIRST_DAY} + (spot * {DAYS}) // {rows} AS day, "
            f"{_DAY.format('day')}::VARCHAR AS iso FROM read_parquet('{numbers}')) AS made "
            f"JOIN real ON real.number = spot % {count}) TO '{made}' (FORMAT parquet, COMPRESSION zstd{mark})"
        )
        numbers.unlink()
    if not shuffled:
        sealed.seal(made)
    return made


def _step(rows: int) -> int:
    """How far a shuffled row is from the next: prime to their number, so that each place comes once, and no step is near it."""
    return next(step for step in range(int(rows * 0.618), rows) if math.gcd(step, rows) == 1)


def _shifted(name: str) -> str:
    changed = {
        "id": "iso || substr(id, 11) || '-' || spot",
        "extra": """replace(extra, '"id":"719', '"id":"' || spot)""",
        **dict.fromkeys(("date", "earliest", "latest", "source_date"), "iso"),
        **dict.fromkeys(
            ("earliest_day", "latest_day", "order_day", "published_earliest", "published_latest"), "day"
        ),
    }
    return f"{changed[name]} AS {name}" if name in changed else name


def timed(command: Sequence[str]) -> Cost:
    """One run of a whole process, its output read by nobody."""
    begun = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=subprocess.PIPE)
        assert process.stderr is not None
        said = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: {said}")
    return Cost(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measured(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Cost]:
    """The median of each, by turns."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            cost = timed(command)
            if number:  # the first fills the cache of files
                costs[name].append(cost)
    return {
        name: Cost(
            statistics.median(one.seconds for one in taken),
            statistics.median(one.busy for one in taken),
            max(one.megabytes for one in taken),
        )
        for name, taken in costs.items()
    }


def skipped(path: Path) -> str:
    """Which row groups a year leaves, and the bytes of the columns that a list of a dyad asks of them."""
    asked = (
        "SELECT count(DISTINCT row_group_id) FILTER (WHERE inside), count(DISTINCT row_group_id), "
        "sum(total_compressed_size) FILTER (WHERE inside), sum(total_compressed_size) FROM (SELECT *, row_group_id IN "
        "(SELECT row_group_id FROM parquet_metadata($path) GROUP BY 1 HAVING "
        "max(TRY_CAST(stats_max AS BIGINT)) FILTER (WHERE path_in_schema = 'latest_day') >= $first AND "
        "min(TRY_CAST(stats_min AS BIGINT)) FILTER (WHERE path_in_schema = 'earliest_day') <= $last) AS inside "
        "FROM parquet_metadata($path)) WHERE path_in_schema IN ('joined_actors', 'earliest_day', 'latest_day')"
    )
    first = FIRST_DAY + 365 * 5 + 1
    ((kept, groups, inside, whole),) = duckdb.execute(
        asked, {"path": str(path), "first": first, "last": first + 364}
    ).fetchall()
    return f"{kept} of {groups} row groups, {(inside or 0) / 1e6:.1f} of {whole / 1e6:.1f} MB of the columns that are asked"


def main() -> None:
    """Make the table and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--shuffled", action="store_true")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tools", type=Path, default=Path("/nowhere"))
    given = parser.parse_args()
    if not given.base and not CODED.exists():
        sys.exit("no rows: neither --base nor ../shared/events/gdelt is there")
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        real = given.base or base(folder)
        begun = time.perf_counter()
        path = table(folder, real, given.rows, shuffled=given.shuffled)
        print(
            f"{path.name}: {path.stat().st_size / 1e6:,.0f} MB, made or found in {time.perf_counter() - begun:.0f} s; {skipped(path)}"
        )
        report(path, real, given.runs, shutil.which("duckdb", path=f"{given.tools}:{os.environ['PATH']}"))


def told(cost: Cost) -> str:
    """A cost in words."""
    return f"{cost.seconds:.2f} s, {cost.busy:.2f} of processor, {cost.megabytes:.0f} MB"


def report(path: Path, real: Path, runs: int, client: str | None) -> None:
    """A line for each question."""
    timeline = str(Path(sys.executable).with_name("timeline"))
    for name, (words, sql) in QUESTIONS.items():
        commands = {
            "of the base": [timeline, *words, "-d", str(real)],
            "ours": [timeline, *words, "-d", str(path)],
        }
        if client:
            commands["by hand"] = [client, "-c", sql.replace("FROM it", f"FROM '{path}'")]
        found = measured(commands, runs)
        ours = found["ours"]
        less = ours.busy - found["of the base"].busy
        line = f"{name}: {told(ours)}; above start-up {less:.2f} s of processor"
        if hand := found.get("by hand"):
            line += f"; by hand {told(hand)}; {less / hand.busy:.2f} x"
        print(line, flush=True)


if __name__ == "__main__":
    main()

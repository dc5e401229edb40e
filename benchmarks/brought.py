"""What the import of a million rows of GDELT as a table takes, beside DuckDB, which sorts the same rows as they stand.

    python benchmarks/brought.py [--rows 1000000] [--folder FOLDER] [--runs 5]

The rows are those of `../shared/events/gdelt`, repeated with other ids, addresses and days, each time a day later. Whole
processes that take turns, the first of each uncounted: medians in seconds on the clock and of the processor, the most memory,
and by how much the import takes longer on the clock.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

tables = import_module("tables")
_ID, _DAYS, _SEEN, _ADDRESS, _WIDTH = 0, (1, 2, 3), 59, 60, 61
_FIRST_ID = 700_000_000
_SORTED = """
import duckdb
with duckdb.connect() as connection:
    connection.execute("SET enable_progress_bar = false")
    connection.execute('''COPY (FROM read_csv('{rows}', delim = '\\t', quote = '', escape = '', header = false,
    auto_detect = false, null_padding = true, columns = {columns}) ORDER BY c1) TO '{made}' (FORMAT parquet, COMPRESSION zstd)''')
"""


def coded(rows: int) -> Iterator[str]:
    """Lines of GDELT, of any number."""
    real = [line.split("\t") for line in tables.CODED.read_text(encoding="utf-8").splitlines()]
    for number in range(rows):
        turn, at = divmod(number, len(real))
        cells = [*real[at]]
        cells[_ID] = str(_FIRST_ID + number)
        day = _later(cells[_DAYS[0]], turn)
        for place, length in zip(_DAYS, (8, 6, 4), strict=True):
            cells[place] = day[:length]
        cells[_SEEN] = _later(cells[_SEEN][:8], turn) + cells[_SEEN][8:]
        cells[_ADDRESS] += f"?{turn}"
        yield "\t".join(cells)


def _later(day: str, days: int) -> str:
    """A day without hyphens, some days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).strftime("%Y%m%d")


def main() -> None:
    """Make the rows, and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    if not tables.CODED.exists():
        sys.exit("no rows: ../shared/events/gdelt is not there")
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        rows = folder / f"coded-{given.rows}.CSV"
        if not rows.exists():
            with rows.open("w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in coded(given.rows))
        columns = {f"c{at}": "VARCHAR" for at in range(_WIDTH)}
        sql = _SORTED.format(rows=rows, columns=columns, made=folder / "sorted.parquet")
        timeline = str(Path(sys.executable).with_name("timeline"))
        words = ("import", str(rows), "--preset", "gdelt2", "-o", str(folder / "brought.parquet"))
        commands = {"import": [timeline, *words], "sorted": [sys.executable, "-c", sql]}
        found = tables.measured(commands, given.runs)
        for name, cost in found.items():
            print(f"{name}: {tables.told(cost)}")
        print(f"{found['import'].seconds / found['sorted'].seconds:.2f} x")


if __name__ == "__main__":
    main()

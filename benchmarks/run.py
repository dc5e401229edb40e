"""What the tool costs, as whole processes and as ratios within one run.

    python benchmarks/run.py [--runs N] [--events FILE]

Prints the median of N runs (11 or more) of each command, and its ratio to `python -c "import typer, rich.table"`,
which is what any Typer program that draws with rich pays before its first line of work. The 10,000 events come from
`../shared/bench/gen.py` where that exists, or from --events FILE; without either, their rows are left out.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from timeline.dates.event_date import EventDate

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT.parent / "shared" / "bench" / "gen.py"
SHIPPED = ROOT / "data" / "events.yaml"
# timeline.cli rests the garbage collector, as every command does.
READ = "import sys, timeline.cli; from pathlib import Path; from timeline.store.read import read_events; read_events([Path(sys.argv[1])])"


def seconds(command: Sequence[str]) -> float:
    """The wall time of one run, its output into a pipe that is read and thrown away."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ)
    return time.perf_counter() - started


def medians(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """The median time of each command; the commands take turns, so that a slow spell of the machine hits all."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        seconds(command)
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    return {name: statistics.median(taken) for name, taken in times.items()}


def edtf_rate() -> float:
    """Distinct EDTF expressions parsed a second, bounds included: 93 days, 4 months, 1 year, 2 others in 100."""
    texts = []
    for number in range(100_000):
        year, month, day = 1800 + number // 336 % 300, number // 28 % 12 + 1, number % 28 + 1
        text = f"{year}-{month:02}-{day:02}"
        match number % 100:
            case 0:
                text = f"{year}{number % 9 + 1}"[:4] + "?~"[number // 100 % 2]
            case 1:
                text = f"{year}-{month:02}/{year + number % 7}-{month:02}"
            case 2:
                text = f"[{text}..{year + 1}-01-01]"
            case 3 | 4 | 5 | 6:
                text = f"{year}-{month:02}~"
        texts.append(text)
    distinct = list(dict.fromkeys(texts))
    started = time.perf_counter()
    for text in distinct:
        EventDate.parse(text)
    return len(distinct) / (time.perf_counter() - started)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--events", type=Path)
    given = parser.parse_args()
    python = sys.executable
    timeline = str(Path(python).with_name("timeline"))
    with tempfile.TemporaryDirectory() as folder:
        events = given.events
        if events is None and GENERATOR.exists():
            subprocess.run([python, str(GENERATOR), "10000", folder, "--formats", "yaml"], check=True)
            events = Path(folder) / "events.yaml"
        commands = {
            'python -c "import typer, rich.table"': [python, "-c", "import typer, rich.table"],
            "timeline --version": [timeline, "--version"],
            "timeline show, the shipped events": [timeline, "show", "--data", str(SHIPPED)],
        }
        if events is not None:
            commands |= {
                "reading 10,000 events": [python, "-c", READ, str(events)],
                "timeline show, 10,000 events": [timeline, "show", "--data", str(events)],
                "timeline export, 10,000 events to CSV": [timeline, "export", "--data", str(events)],
            }
        found = medians(commands, max(given.runs, 11))
    base = next(iter(found.values()))
    for name, median in found.items():
        print(f"{median * 1000:8.1f} ms  {median / base:6.2f} x  {name}")
    if events is not None:
        extra = found["timeline show, 10,000 events"] - found["reading 10,000 events"]
        print(f"{extra / 10_000 * 1e6:8.1f} us an event drawn, above reading it")
    else:
        print("no 10,000 events: neither --events FILE nor the generator is there")
    print(f"{edtf_rate():8.0f} distinct EDTF expressions a second")


if __name__ == "__main__":
    main()

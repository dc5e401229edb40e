"""The real command, many times at once and killed at any moment: what it has printed is in the file.

    python benchmarks/kills.py [--adds 40] [--kills 200]

First `--adds` processes of `timeline add` begin at once. Then as many are started as `--kills` says, each killed at a random
moment of its run (so some have printed their id, and some never began). After each the file must be whole, begin
with its old bytes, and hold every id that was printed.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timeline.store.read import read_events

TIMELINE = (sys.executable, "-m", "timeline")
HEADER = "# kept by hand\n- id: first\n  date: 1945~   # outside knowledge\n  title: 'stays as it is'\n"


def add(path: Path, title: str) -> subprocess.Popen[str]:
    """A process that adds an event which nobody else adds."""
    words = (
        "add",
        title,
        "--date",
        "2022-03",
        "--actor",
        "NO",
        "--force",
        "--wait",
        "120",
        "--data",
        str(path),
    )
    return subprocess.Popen([*TIMELINE, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def together(path: Path, number: int) -> float:
    """So many processes at once; the seconds that they take."""
    started = time.perf_counter()
    processes = [add(path, f"Together {at}") for at in range(number)]
    printed = [process.communicate()[0].strip() for process in processes]
    taken = time.perf_counter() - started
    if any(process.returncode for process in processes):
        sys.exit("an add failed")
    ids = [event.id for event in read_events([path])]
    if len(set(printed)) != number or sorted(ids) != sorted(["first", *printed]):
        sys.exit(f"{number} adds made {len(ids) - 1} events")
    return taken


def killed(path: Path, number: int, dice: random.Random) -> tuple[int, int]:
    """So many adds, each killed; how many had printed their id, and how many are in the file all the same."""
    started = time.perf_counter()
    add(path, "To be measured").communicate()
    usual = time.perf_counter() - started
    before = len(read_events([path]))
    acknowledged: set[str] = set()
    for at in range(number):
        process = add(path, f"Killed {at}")
        # Most of the time goes into starting; what is interesting happens at the end.
        time.sleep(dice.uniform(0.4, 1.3) * usual)
        process.kill()
        printed, _ = process.communicate()
        acknowledged.update(line for line in printed.split("\n")[:-1])
        ids = {event.id for event in read_events([path])}
        if not acknowledged <= ids:
            sys.exit(f"printed, and not there: {acknowledged - ids}")
        if not path.read_text(encoding="utf-8").startswith(HEADER):
            sys.exit("the bytes of the first record have changed")
    return len(acknowledged), len(read_events([path])) - before


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--adds", type=int, default=40)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "events.yaml"
        path.write_text(HEADER, encoding="utf-8")
        taken = together(path, given.adds)
        print(f"{given.adds} adds at once: {given.adds} new events, in {taken:.1f} s")
        acknowledged, made = killed(path, given.kills, random.Random(given.seed))
        print(f"{given.kills} adds killed: {acknowledged} had printed an id, {made} are there; always whole")
        add(path, "The last").communicate()
        print(f"left beside the file: {sorted(one.name for one in path.parent.iterdir() if one != path)}")


if __name__ == "__main__":
    main()

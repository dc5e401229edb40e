"""Tables that are being written, killed: the old one or none, never half of one, and nothing is left that the next run does not clear.

    python benchmarks/torn.py [--kills 60] [--calls]

A table is made of coded rows or of events, as a file beside which an old one stands, and as a folder of a table for each year. The
command is killed at random moments of its run, and with `--calls` at each system call that touches what it writes, under strace.
"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

TIMELINE = (sys.executable, "-m", "timeline")
_CALL = re.compile(r"(?:\d+ +)?(\w+)\(")


class Trial(NamedTuple):
    """What is typed, and what it makes."""

    words: Sequence[str]
    target: str


TRIALS: Mapping[str, Trial] = {
    "import": Trial(("import", "new.csv", "-o", "out/t.parquet"), "out/t.parquet"),
    "import-years": Trial(("import", "new.csv", "-o", "out/years"), "out/years"),
    "import-python": Trial(("import", "new.jsonl", "-o", "out/t.parquet"), "out/t.parquet"),
    "export": Trial(("export", "-d", "new.jsonl", "-o", "out/t.parquet"), "out/t.parquet"),
    "export-years": Trial(("export", "-d", "new.jsonl", "-f", "parquet", "-o", "out/years"), "out/years"),
}
EVENTS = 2000


class Bench:
    """A folder in which a command is killed."""

    def __init__(self, trial: Trial, place: Path) -> None:
        self.trial, self.place = trial, place
        self.target = place / trial.target
        self.temporary = place / "tmp"
        self.environment = {
            **os.environ,
            "TMPDIR": str(self.temporary),
            "TIMELINE_STATE": str(place / "state"),
        }

    def laid_out(self) -> None:
        """The rows, and the old table where a file is made."""
        for folder in ("out", "tmp"):
            (self.place / folder).mkdir()
        rows = [f"e{at},{1900 + at % 100},Talks {at},Japan" for at in range(EVENTS)]
        (self.place / "new.csv").write_text("\n".join(["id,date,title,actors", *rows]) + "\n")
        lines = (
            f'{{"id": "e{at}", "date": "{1900 + at % 100}", "title": "Talks {at}"}}' for at in range(EVENTS)
        )
        (self.place / "new.jsonl").write_text("\n".join(lines) + "\n")
        if self.target.suffix:
            (self.place / "old.csv").write_text("id,date,title\na,2018,Old\n")
            self.make_old()
        self.old = self.state()
        started = time.perf_counter()
        if self.start().wait():
            sys.exit(f"{self.trial.words} fails")
        self.usual = time.perf_counter() - started
        self.new = self.state()
        if self.old == self.new or self.litter():
            sys.exit(f"{self.trial.words} does nothing, or leaves something: {self.litter()}")

    def make_old(self) -> None:
        """Make the old table."""
        subprocess.run(
            [*TIMELINE, "import", "old.csv", "-o", self.trial.target],
            cwd=self.place,
            env=self.environment,
            check=True,
            stderr=subprocess.DEVNULL,
        )

    def start(self, before: Sequence[str] = ()) -> subprocess.Popen[bytes]:
        """The command, begun."""
        return subprocess.Popen(
            [*before, *TIMELINE, *self.trial.words],
            cwd=self.place,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def state(self) -> tuple[tuple[str, int], ...]:
        """The files of the target, by the number of events that each has; every one is read whole."""
        import duckdb  # noqa: PLC0415 - not in the children

        files = sorted(self.target.rglob("*.parquet")) if self.target.is_dir() else [self.target]
        found = []
        for file in files:
            if file.exists():
                asked = "SELECT count(*), sum(length(title)) FROM read_parquet(?)"
                ((count, _),) = duckdb.execute(asked, [str(file)]).fetchall()
                found.append((str(file.relative_to(self.place)), count))
        return tuple(found)

    def litter(self) -> list[str]:
        """What stands beside the target, and in the folder for what is temporary."""
        beside = [one for one in (self.place / "out").iterdir() if one != self.target]
        return sorted(str(one.relative_to(self.place)) for one in (*beside, *self.temporary.iterdir()))

    def back(self) -> None:
        """As it was before: the old table, or none."""
        if not self.target.suffix:
            shutil.rmtree(self.target, ignore_errors=True)
        elif self.state() != self.old:
            self.make_old()

    def judged(self) -> str:
        """What came of a kill, in a word; what is left beside the target is counted, and goes with the next run."""
        now = self.state()
        if now not in (self.old, self.new):
            sys.exit(f"{self.trial.words}: neither old nor new: {now}")
        return "new" if now == self.new else "old"

    def calls(self) -> Iterator[tuple[str, int]]:
        """Each system call that touches the folder in which the target stands, or what is in it."""
        log = self.place / "log"
        self.back()
        self.start(["strace", "-f", "-qq", "-o", str(log), *self._traced()]).wait()
        seen: Counter[str] = Counter(
            found[1] for line in log.open(errors="replace") if (found := _CALL.match(line))
        )
        for call, times in seen.items():
            if call != "exit_group":
                yield from ((call, when) for when in range(1, times + 1))

    def killed_at(self, call: str, when: int) -> None:
        """Kill the command as it makes a call for the so-manieth time."""
        inject = ["-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={when}"]
        self.start(["strace", "-f", "-qq", "-o", os.devnull, *self._traced(), *inject]).wait()

    def _traced(self) -> list[str]:
        out = self.place / "out"
        hidden = (out / f".timeline-out-{number}.tmp" for number in (1, 2))
        return [word for path in (out, self.target, *hidden) for word in ("-P", str(path))]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--kills", type=int, default=60)
    options.add_argument("--calls", action="store_true")
    options.add_argument("--commands", default=",".join(TRIALS))
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    dice = random.Random(given.seed)
    for name in given.commands.split(","):
        place = Path(tempfile.mkdtemp(prefix="torn-"))
        try:
            bench = Bench(TRIALS[name], place)
            bench.laid_out()
            tally: Counter[str] = Counter()
            left: Counter[str] = Counter()
            for _ in range(given.kills):
                bench.back()
                process = bench.start()
                time.sleep(dice.uniform(0.3, 1.1) * bench.usual)
                process.send_signal(signal.SIGKILL)
                process.wait()
                tally[bench.judged()] += 1
                left.update(re.sub(r"[-\w]+$", "", one.partition("/")[0] + "/") for one in bench.litter())
            print(
                f"{name}: {given.kills} killed at random: {dict(tally)}; left beside: {dict(left)}",
                flush=True,
            )
            if given.calls:
                tally.clear()
                for call, when in bench.calls():
                    bench.back()
                    bench.killed_at(call, when)
                    tally[bench.judged()] += 1
                print(f"{name}: killed at {sum(tally.values())} system calls: {dict(tally)}", flush=True)
            bench.back()
            bench.start().wait()
            print(f"{name}: after the next run: {bench.litter() or 'nothing is left'}", flush=True)
        finally:
            shutil.rmtree(place)


if __name__ == "__main__":
    main()

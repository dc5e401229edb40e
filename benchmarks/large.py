"""What each command costs on a file of 100,000 events, and on one with a line of 10 MB: seconds, and megabytes at most.

    python benchmarks/large.py [--events 100000]

Through the real command, one process each. After each change the rest of the file is compared.
"""

import argparse
import os
import sys
import tempfile
import time
from operator import itemgetter
from pathlib import Path

from timeline.store.read import read_records

TIMELINE = (sys.executable, "-m", "timeline")
RECORD = """\
- id: e{number}
  date: {year}-{month:02}-{day:02}
  title: {actor} and {other} meet for round {number} of their talks
  summary: >-
    The delegations spoke for {day} hours about item {number} of the agenda, and agreed to
    meet again.
  actors: [{actor}, {other}]
  place: Geneva
  tags: [talks, round-{month}]
  sources:
    - title: Round {number} ends
      publisher: TASS
      date: {year}-{month:02}-{day:02}
      url: https://example.org/{number}
"""
STATES = ("Russia", "Japan", "France", "Norway", "Kenya", "Chile", "India")


def events(number: int) -> str:
    """So many events."""
    return "".join(
        RECORD.format(
            number=at,
            year=1900 + at % 120,
            month=at % 12 + 1,
            day=at % 28 + 1,
            actor=STATES[at % 7],
            other=STATES[(at + 1 + at % 5) % 7],
        )
        for at in range(number)
    )


def run(path: Path, *words: str) -> None:
    """Run a command on a file, and print what it took."""
    started = time.perf_counter()
    command = [*TIMELINE, *words, "--data", str(path)]
    silence = os.open(os.devnull, os.O_WRONLY)
    process = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, silence, 1), (os.POSIX_SPAWN_DUP2, silence, 2)],
    )
    _, status, usage = os.wait4(process, 0)
    os.close(silence)
    taken = time.perf_counter() - started
    code = os.waitstatus_to_exitcode(status)
    print(
        f"{taken:7.1f} s  {usage.ru_maxrss // 1024:5} MB  exit {code}  timeline {' '.join(words)}", flush=True
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--events", type=int, default=100_000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        for name, text in (
            (f"{given.events:,} events", events(given.events)),
            (
                "a line of 10 MB",
                events(3) + f"- id: long\n  date: 2022\n  title: t\n  summary: {'word ' * 2_000_000}\n",
            ),
        ):
            path.write_text(text, encoding="utf-8")
            print(f"{name}, {len(text) / 1e6:.0f} MB")
            run(path, "show", "--view", "table", "--first", "1")
            run(path, "check", "--today", "2023-02-10")
            run(path, "add", "One more", "--date", "2022", "--dry-run")
            run(path, "edit", "e1", "--kind", "talks", "--dry-run")
            run(path, "add", "One more", "--date", "2022", "--force")
            run(path, "edit", "e1", "--kind", "talks")
            run(path, "remove", "2022-one-more", "e1", "--yes")
            first, _, rest = text.partition("- id: e1\n")
            expected = first + "- id: e2\n" + rest.partition("- id: e2\n")[2]
            if path.read_text(encoding="utf-8").rstrip("\n") != expected.rstrip("\n"):
                sys.exit("the rest of the file has changed")
            table, taken = path.with_suffix(".csv"), path.with_name("taken.yaml")
            run(path, "export", "--output", str(table), "--force")
            taken.write_text("", encoding="utf-8")
            run(taken, "import", str(table))
            # What goes out is in order, as what comes in then is.
            before, after = (sorted(read_records([one]), key=itemgetter("id")) for one in (path, taken))
            if before != after:
                sys.exit("what came in is not what went out")


if __name__ == "__main__":
    main()

"""One process changes thirty files again and again, another takes changes back, and both are killed: always one state, whole.

    python benchmarks/undoing.py [--rounds 300]

In each round one of the two is killed at a random moment, and a little later the other. A reader must then find all files
as one change or another left them; and what the journal holds can be taken back, step by step, each step whole.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timeline.store.commit import roll_back, undo
from timeline.store.files import unfinished
from timeline.store.journal import Turn, done
from timeline.store.read import read_records

MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # where syncing costs nothing
WORK = """
import random, sys, time
from itertools import count
from pathlib import Path
from timeline.errors import TimelineError
from timeline.store import write
from timeline.store.change import Change
from timeline.store.commit import undo
from timeline.store.journal import Turn

place, act, first = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
turn = Turn(wait=60, journal=place / "state" / "changes", command=act)
for number in count(first):
    if act == "undo":
        try:
            undo(place / "all", turn, lambda parts: sys.exit(f"moved on: {parts}"))
            print("undone", flush=True)
            time.sleep(random.uniform(0, 0.1))  # what is there can pile up
        except TimelineError as error:
            assert "no change to take back" in str(error) or "meanwhile" in str(error), error
    else:
        write.rewrite(place / "all", lambda stored: Change(edited={
            at: {**one.record, "kind": f"k{number}"} for at, one in enumerate(stored)
        }), turn)
        print("written", flush=True)
"""


def start(place: Path, act: str, first: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WORK, str(place), act, str(first)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def look(place: Path) -> str:
    """The kind that all events have; the end, where they differ."""
    kinds = {str(record.get("kind", "")) for record in read_records([place / "all"])}
    if len(kinds) != 1:
        sys.exit(f"half a change: {kinds}")
    return kinds.pop()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--rounds", type=int, default=300)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    dice = random.Random(given.seed)
    did, steps, halves = {"written": 0, "undone": 0}, 0, 0
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        place = Path(name)
        (place / "all").mkdir()
        for at in range(30):
            (place / f"all/{at:02}.yaml").write_text(f"id: e{at:02}\ndate: 2022\ntitle: x\n")
        turn = Turn(wait=60, journal=place / "state" / "changes")
        assert turn.journal
        for number in range(given.rounds):
            both = [start(place, act, 1_000 * number) for act in ("edit", "undo")]
            dice.shuffle(both)
            for process in both:
                time.sleep(dice.uniform(0.1, 0.4))
                process.kill()
            for process in both:
                said, failed = process.communicate()
                if failed:
                    sys.exit(failed)
                for word in said.split():
                    did[word] += 1
            halves += bool(unfinished(turn.journal))
            roll_back(turn, [place / "all"])
            look(place)
            left = [*place.glob("all/.*"), *unfinished(turn.journal)]
            if left:
                sys.exit(f"left: {left}")
        while done(turn.journal):
            undo(place / "all", turn, lambda parts: sys.exit(f"moved on: {parts}"))
            look(place)
            steps += 1
    print(
        f"{given.rounds} rounds: {did['written']} changes of 30 files and {did['undone']} undone, {2 * given.rounds} killed, "
        f"{halves} with one half done; always whole; {steps} steps taken back at the end"
    )


if __name__ == "__main__":
    main()

"""Eight writers add, edit and remove at random, and are killed at random; then the file has to explain itself.

    python benchmarks/stress.py [--seconds 60] [--writers 8] [--kills 200]

Each writer says what it is about to do and, when the store has returned, that it is done. After every kill the file
is parsed and each record checked. At the end the file is compared with what was said: what is done is there, and
of what was only begun each writer has at most one change in it, or not.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timeline.record import Record
from timeline.store.read import read_events, read_records

WRITER = """
import json, random, sys
from pathlib import Path
from timeline.errors import TimelineError
from timeline.store import write
from timeline.store.journal import Turn

path, log, name, seed = Path(sys.argv[1]), open(sys.argv[2], "a"), sys.argv[3], int(sys.argv[4])
dice, mine = random.Random(seed), []
TURN = Turn(wait=60)


def say(*words):
    log.write(json.dumps(words) + "\\n")
    log.flush()


for number in range(50):
    step = dice.choice(("add", "add", "edit", "remove")) if mine else "add"
    id_ = f"{name}-{number}" if step == "add" else dice.choice(mine)
    title = f"title {number}: of {name}"
    say("begin", step, id_, title)
    if step == "add":
        write.add(path, lambda _: {"id": id_, "date": "2022-03-21", "title": title, "actors": ["NO", name]}, turn=TURN)
        mine.append(id_)
    elif step == "edit":
        write.edit(path, [id_], lambda record: {**record, "title": title, "tags": ["edited"]}, turn=TURN)
    else:
        write.remove(path, [id_], turn=TURN)
        mine.remove(id_)
    say("done", step, id_, title)
"""
HEADER = "# kept by hand\n- id: first\n  date: 1945~   # outside knowledge\n  title: 'stays as it is'\n"


def start(folder: Path, name: str, seed: int) -> subprocess.Popen[bytes]:
    arguments = (str(folder / "events.yaml"), str(folder / "logs" / name), name, str(seed))
    return subprocess.Popen([sys.executable, "-c", WRITER, *arguments])


def applied(state: dict[str, str], step: str, id_: str, title: str) -> dict[str, str]:
    if step == "remove":
        return {other: said for other, said in state.items() if other != id_}
    return {**state, id_: title}


def explained(log: Path, found: dict[str, str]) -> bool:
    """Whether what one writer said explains the records with its name."""
    state: dict[str, str] = {}
    pending: tuple[str, str, str] | None = None
    for line in log.read_text().splitlines():
        word, step, id_, title = json.loads(line)
        pending = (step, id_, title)
        if word == "done":
            state = applied(state, *pending)
            pending = None
    return found == state or (pending is not None and found == applied(state, *pending))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--writers", type=int, default=8)
    options.add_argument("--kills", type=int, default=0, help="go on until so many kills, too")
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    dice = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "logs").mkdir()
        path = folder / "events.yaml"
        path.write_text(HEADER)
        begun = kills = finished = checks = 0
        writers: list[subprocess.Popen[bytes]] = []
        end = time.monotonic() + given.seconds
        while time.monotonic() < end or kills < given.kills:
            while len(writers) < given.writers:
                writers.append(start(folder, f"w{begun}", dice.getrandbits(32)))
                begun += 1
            time.sleep(dice.random() * 0.3)
            victim = dice.choice(writers)
            if victim.poll() is None:
                victim.kill()
                kills += 1
            victim.wait()
            read_events([path])
            checks += 1
            done = [writer for writer in writers if writer.poll() is not None]
            finished += sum(writer.returncode == 0 for writer in done)
            failed = [writer.returncode for writer in done if writer.returncode not in {0, -9}]
            if failed:
                sys.exit(f"a writer failed with {failed}")
            writers = [writer for writer in writers if writer not in done]
            if len(read_records([path])) > 400:  # writing must not get slower and slower
                for writer in writers:
                    writer.wait()
                writers = []
                account(folder)
                path.write_text(HEADER)
                for log in (folder / "logs").iterdir():
                    log.unlink()
        for writer in writers:
            writer.wait()
        account(folder)
        litter = [one.name for one in folder.iterdir() if one.name not in {"events.yaml", "logs"}]
        print(
            f"{begun} writers, {kills} killed, {finished} finished; {checks} times whole; all explained; left: {litter}"
        )


def account(folder: Path) -> None:
    """Hold the file against what its writers said."""
    text = (folder / "events.yaml").read_text()
    if not text.startswith(HEADER):
        sys.exit("the bytes of the first record have changed")
    by_writer: dict[str, dict[str, str]] = {}
    found: list[Record] = list(read_records([folder / "events.yaml"]))[1:]
    for record in found:
        id_, title = str(record["id"]), str(record["title"])
        by_writer.setdefault(id_.split("-", maxsplit=1)[0], {})[id_] = title
    if sum(len(titles) for titles in by_writer.values()) != len(found):
        sys.exit("a record stands twice")
    for log in (folder / "logs").iterdir():
        if not explained(log, by_writer.pop(log.name, {})):
            sys.exit(f"what {log.name} said does not explain the file")
    if by_writer:
        sys.exit(f"nobody said that they added {by_writer}")


if __name__ == "__main__":
    main()

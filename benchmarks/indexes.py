"""The index of a large file: damaged ones, and what it costs, in CPU seconds of `python -c "import typer, rich.table"` (B).

    python benchmarks/indexes.py [--damaged 10000] [--events 100000 | --file PATH] [--runs 5]

Damaged ones are asked in one process, about 4,000 events in a file, and as many files of one; the costs are those of whole processes, each in turn, medians.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from statistics import median

from large import events  # type: ignore[import-not-found] # it stands beside this one

from timeline.query.language import parse_query
from timeline.store.narrowed import Narrowed
from timeline.store.stored import Stored

QUERIES = (
    "tag:round-3",
    "actor:Norway since:1956 until:1965",
    "NOT actor:Japan on:1999",
    "agenda id:e77",
    "place:Gen* on:1950",
)
LIST = ("show", "--view", "list", "--since", "1956", "--until", "1965", "--tag")
WORD = ("show", "--view", "list")
SETTLED = 2.2  # seconds after which a file can be told by its times


def damaged(random: Random, data: bytes) -> bytes:
    """Bytes of which some have become others, gone or come."""
    at, end = sorted(random.choices(range(len(data)), k=2))
    some = min(end - at, random.randrange(1, 200))
    return random.choice(
        (
            data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :],
            data[:at] + random.randbytes(some) + data[at + some :],
            data[:at] + bytes(some) + data[at + some :],
            data[:at] + data[at + some :],
            data[:at] + data[end : end + some] + data[at + some :],
            data[:at],
        )
    )


def damage(number: int, *, apart: bool) -> Counter[str]:
    """What so many damaged indexes answered: what the file says, or the files of one event each, nothing, or something else."""
    random, tally = Random(number), Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        path, folder = Path(name) / "events.yaml", Path(name) / "cache"
        if apart:
            path.mkdir()
            for at, record in enumerate(f"\n{events(4000)}".split("\n- ")[1:]):
                (path / f"{at}.yaml").write_text(f"- {record}\n", encoding="utf-8")
        else:
            path.write_text(events(4000), encoding="utf-8")
        Narrowed(path, folder).make()
        asked = [parse_query(query, today=0) for query in QUERIES]
        every = Stored([path]).every
        answers = [[(one.to_record(), one.origin) for one in filter(where, every)] for where in asked]
        (place,) = folder.iterdir()
        whole = place.read_bytes()
        for _ in range(number):
            place.write_bytes(damaged(random, whole))
            at = random.randrange(len(asked))
            beside = Narrowed(path, folder)
            found = beside.events(asked[at])
            if found is None:
                tally["thrown away"] += 1
            else:
                right = [(one.to_record(), one.origin) for one in found] == answers[at]
                tally["right, from what is whole" if right else "WRONG"] += 1
    return tally


def cpu(words: tuple[str, ...], environment: Mapping[str, str]) -> float:
    """The CPU seconds of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def costs(path: Path, runs: int, tag: str, word: str, begun: str) -> None:
    """Print what questions to a file cost, with its index and without."""
    took: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {
            "TIMELINE_CACHE": cache,
            "TIMELINE_STATE": f"{cache}/state",
            "TIMELINE_DATA": str(path),
        }
        asking = environment | {"_TIMELINE_COMPLETION": "zsh"}
        timeline = ("-m", "timeline")
        listed = (*timeline, *LIST, tag)
        time.sleep(SETTLED)
        took["a list, and the index is made"] = [cpu(listed, environment)]
        for run in range(runs):
            took.setdefault("B", []).append(cpu(("-c", "import typer, rich.table"), environment))
            took.setdefault("a list, cold", []).append(cpu((*listed, "--no-index"), environment))
            took.setdefault("a list, warm", []).append(cpu(listed, environment))
            took.setdefault("a word, warm", []).append(cpu((*timeline, *WORD, word), environment))
            took.setdefault("an id completed", []).append(cpu((*timeline, "remove", begun), asking))
            subprocess.run(
                [sys.executable, *timeline, "add", f"Parley {run}", "--date", "1950", "--force"],
                env=environment,
                stdout=subprocess.DEVNULL,
                check=True,
            )
            took.setdefault("a list, after an add", []).append(cpu(listed, environment))
            time.sleep(SETTLED)
            took.setdefault("the list after that", []).append(cpu(listed, environment))
        size = sum(one.stat().st_size for one in Path(cache).glob("*.index"))
    one = median(took.pop("B"))
    print(f"the index is {size / path.stat().st_size:.2f} of the file; B is {one * 1000:.0f} ms")
    for what, seconds in took.items():
        print(f"{what:<32} {median(seconds) / one:6.2f} B")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--damaged", type=int, default=10_000)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--file", type=Path, help="a file of others, with the tag summit; it is copied")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    tally = damage(given.damaged // 2, apart=False) + damage(given.damaged // 2, apart=True)
    print(
        f"{given.damaged:,} damaged indexes:",
        ", ".join(f"{count:,} {what}" for what, count in sorted(tally.items())),
    )
    if tally["WRONG"]:
        sys.exit(1)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "events.yaml"
        path.write_bytes(given.file.read_bytes() if given.file else events(given.events).encode())
        costs(
            path,
            given.runs,
            *(("summit", "embargo on:1970-05", "1960-11-1") if given.file else ("round-3", "777", "e77")),
        )


if __name__ == "__main__":
    main()

"""Damaged tables: every question is answered as of the whole one, or refused with the name of the file, and never with a traceback.

    python benchmarks/damage.py [--flips 2000] [--cuts 200] [--copies 40] [--engine 2000] [--large]

A table of the shipped events, so many copies in other years, is cut at places that lie evenly in it, and single bytes of it are
changed at random: in its pages, and in its footer, which says where these stand, what names there are, and between which values
each lies. Of each damaged table the same questions are asked, each trial in a process of its own: an engine that dies is told.
"""

import argparse
import hashlib
import os
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb

from timeline.cli.app import main as timeline
from timeline.dates.event_date import EventDate
from timeline.engine import asked  # noqa: F401 - once, and not in each process
from timeline.formats import sealed
from timeline.formats.parquet import write
from timeline.store.read import read_events

EVENTS = Path(__file__).resolve().parents[1] / "data/events.yaml"
QUESTIONS = (
    ("export", "-f", "jsonl"),
    ("stats",),
    ("show", "--view", "density", "--by", "kind"),
    ("show", "--view", "list", "actor:Japan", "since:1955", "--first", "20"),
    ("stats", "tag:rally", "--by", "actor,actor"),
)
FOOTER = 8  # the bytes behind the footer: how long it is, and what the file is


def table(copies: int) -> bytes:
    """The events, so many times, each time ten years earlier."""
    events = [
        replace(
            one,
            id=f"{one.id}-{at}" if one.id else "",
            date=EventDate(str(1000 + at * 10)),
            after=(),
            before=(),
            related=(),
        )
        for at in range(copies)
        for one in read_events([EVENTS])
    ]
    return b"".join(write(events))


def answers(path: Path) -> list[tuple[int, str]]:
    """What is answered to each question: the exit code, and what was said; of a process that dies, its signal."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        for question in QUESTIONS:
            sys.argv[1:] = [*question, "-d", str(path)]
            sys.stdout, sys.stderr = (open(os.dup(writer), "w", encoding="utf-8") for _ in range(2))  # noqa: PTH123, SIM115 - as below
            code = 1
            try:
                timeline()
            except SystemExit as stop:
                code = int(stop.code or 0)
            except BaseException:  # noqa: BLE001 - what no command should raise is told, as Python does
                traceback.print_exc()
            sys.stdout.flush()
            sys.stderr.flush()
            os.write(writer, f"\x1c{code}\x1d".encode())
        os._exit(0)
    os.close(writer)
    with open(reader, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - a descriptor is no path
        said = file.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    found = []
    for one in said.split("\x1d")[:-1]:
        text, _, number = one.rpartition("\x1c")
        found.append((int(number), text))
    return found if code == 0 else [*found, (code, "dead")]


def judged(path: Path, said: list[tuple[int, str]], whole: list[tuple[int, str]]) -> tuple[str, str]:
    """What came of a damage, in a word, and what was wrong, if anything."""
    words = "same"
    for question, one, right in zip(QUESTIONS, said, whole, strict=False):
        if one == right:
            continue
        code, text = one
        # On stderr, before which some events may have been written.
        told = code == 3 and f"{path}: " in text and "Traceback" not in text
        if not told and code:
            return "wrong", f"{' '.join(question)}: [{code}] {text[-400:]}"
        words = "told" if told and words != "other" else "other"
    if len(said) != len(whole):
        return "wrong", f"died: {said[-1:]}"
    return words, ""


def by_engine(path: Path, dice: random.Random, flips: int) -> Counter[str]:
    """What the engine itself makes of single bytes changed in the pages: the same rows, an error, or other rows, unsaid."""
    data = path.read_bytes()
    footer = len(data) - FOOTER - int.from_bytes(data[-FOOTER : 4 - FOOTER], "little")
    tally: Counter[str] = Counter()
    whole = b""
    for at in range(-1, flips):
        if at >= 0:
            place = dice.randrange(4, footer)
            changed = bytes([data[place] ^ dice.randrange(1, 256)])
            path.write_bytes(data[:place] + changed + data[place + 1 :])
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            try:
                rows = duckdb.connect().execute("FROM read_parquet(?)", [str(path)]).fetchall()
                os.write(writer, hashlib.sha256(repr(rows).encode()).digest())
            except (duckdb.Error, UnicodeDecodeError):
                os.write(writer, b"error")
            os._exit(0)
        os.close(writer)
        with open(reader, "rb") as file:  # noqa: PTH123 - as above
            said = file.read()
        os.waitpid(child, 0)
        whole = whole or said
        tally["same" if said == whole else "told" if said == b"error" else "other" if said else "died"] += (
            at >= 0
        )
    path.write_bytes(data)
    return tally


def damages(data: bytes, cuts: int, flips: int, dice: random.Random) -> Iterator[tuple[str, int, bytes]]:
    """Every damage: of which kind, where, and the bytes."""
    for at in range(cuts):
        place = len(data) * at // cuts
        yield "cut", place, data[:place]
    footer = len(data) - FOOTER - int.from_bytes(data[-FOOTER : 4 - FOOTER], "little")
    for _ in range(flips):
        place = dice.randrange(len(data))
        changed = bytes([data[place] ^ dice.randrange(1, 256)])
        yield "page" if place < footer else "footer", place, data[:place] + changed + data[place + 1 :]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--flips", type=int, default=2000)
    options.add_argument("--cuts", type=int, default=200)
    options.add_argument("--copies", type=int, default=40)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument(
        "--large", action="store_true", help="as of a file whose rows are too many to be compared"
    )
    options.add_argument("--engine", type=int, default=0, help="bytes changed that the engine alone reads")
    given = options.parse_args()
    if given.large:
        sealed.MOST = 0
    folder = Path(tempfile.mkdtemp(prefix="damage-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    tally: Counter[tuple[str, str]] = Counter()
    failures = []
    try:
        path = folder / "events.parquet"
        data = table(given.copies)
        path.write_bytes(data)
        whole = answers(path)
        if any(code for code, _ in whole):
            sys.exit(f"the whole table: {whole}")
        if given.engine:
            print(
                f"{len(data):,} bytes, by the engine alone: {dict(by_engine(path, random.Random(given.seed), given.engine))}"
            )
        for kind, place, damaged in damages(data, given.cuts, given.flips, random.Random(given.seed)):
            path.write_bytes(damaged)
            word, wrong = judged(path, answers(path), whole)
            tally[kind, word] += 1
            if wrong:
                failures.append(f"{kind} at {place}: {wrong}")
    finally:
        shutil.rmtree(folder)
    print(f"a table of {len(data):,} bytes, {len(QUESTIONS)} questions of each damage:")
    for kind in dict.fromkeys(kind for kind, _ in tally):
        told = ", ".join(f"{number:,} {word}" for (one, word), number in sorted(tally.items()) if one == kind)
        print(f"{kind}: {told}")
    if failures:
        print("\n".join(failures[:20]))
        sys.exit(f"{len(failures)} wrong")


if __name__ == "__main__":
    main()

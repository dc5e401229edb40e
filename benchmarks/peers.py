"""The same work on the same events by `timeline` and by other programs that ask a file: CPU seconds, and megabytes at most.

    python benchmarks/peers.py [--events 100000] [--runs 5] [--tools FOLDER]

Each program reads its own format of the same events. `list` is one tag in ten years, in order of date; `all` every event
as a table; `add` one more event; `import` a CSV of them all. What a program keeps beside the events stands ready: our
index, the database of sqlite-utils. Whole processes that take turns, the median of each, as a table in Markdown. FOLDER
is searched for programs before the PATH; one that is not installed is left out, and told.
"""

import argparse
import csv
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

STATES = ("Russia", "Japan", "France", "Norway", "Kenya", "Chile", "India", "Poland", "Turkey", "Egypt")
PLACES = ("Geneva", "Vienna", "Tokyo", "Moscow", "Cairo", "Oslo", "Helsinki", "Ankara")
TAGS = [
    "summit",
    "sanctions",
    "fisheries",
    "border",
    "trade",
    "energy",
    "treaty",
    "visit",
    "court",
    "ceasefire",
]
DEEDS = ("opens talks", "signs an accord", "recalls its ambassador", "rejects the draft")
WORDS = [
    "ministry",
    "talks",
    "border",
    "council",
    "islands",
    "press",
    "statement",
    "delayed",
    "accepted",
    "security",
    "agreement",
    "visit",
    "and",
    "of",
    "the",
    "on",
]
WORKS = ("list", "all", "add", "import")
COLUMNS = ("id", "date", "title", "summary", "actors", "place", "tags", "source_title", "source_url")


class Sample(NamedTuple):
    """An event as every program is given it."""

    id: str
    date: str
    title: str
    summary: str
    actors: list[str]
    place: str
    tags: list[str]
    source: str
    url: str


class Cost(NamedTuple):
    """What one process took: CPU seconds, and the most memory in megabytes."""

    seconds: float
    megabytes: float


class Task(NamedTuple):
    """What a program does for one work: its words ({run} is the number of the run), the words that make ready what it reads, and a file that it makes.

    That file is not there before, or says what is `given`.
    """

    program: str
    work: str
    words: tuple[str, ...]
    ready: tuple[str, ...] = ()
    fresh: str = ""
    given: str = ""


OURS = (sys.executable, "-m", "timeline")
DATA = ("--data", "events.yaml")
LISTED = (*OURS, "show", "tag:summit", "--since", "1956", "--until", "1965", "--view", "list", *DATA)
JOURNAL = ("-f", "events.journal", "-b", "1956-01-01", "-e", "1966-01-01")
MILLER = '$date >= "1956" && $date < "1966" && $tags =~ "(^|; )summit(;|$)"'
TABLE = "read_csv('events.csv', all_varchar = true)"
CHOSEN = "select date, id, title from {} where date >= '1956' and date < '1966' and {} order by date"
IN_TABLE = CHOSEN.format(TABLE, "list_contains(string_split(tags, '; '), 'summit')")
IN_DATABASE = CHOSEN.format("events", "'; ' || tags || ';' like '%; summit;%'")
NEW = ("-f", "Id", "-v", "new{run}", "-f", "Date", "-v", "2025-01-01", "-f", "Title", "-v", "One more")
TASKS = (
    Task("timeline", "list", LISTED, ready=LISTED),
    Task("timeline", "all", (*OURS, "export", *DATA)),
    Task("timeline", "add", (*OURS, "add", "One more, {run}", "--date", "20{run}", *DATA)),
    Task(
        "timeline",
        "import",
        (*OURS, "import", "events.csv", "--data", "new{run}.yaml"),
        fresh="new{run}.yaml",
        given="[]\n",
    ),
    Task("timeline --no-index", "list", (*LISTED, "--no-index")),
    Task("timeline --no-index", "all", (*OURS, "export", "--no-index", *DATA)),
    Task(
        "recutils",
        "list",
        (
            *("recsel", "-t", "Event", "-S", "Date", "-p", "Date,Id,Title"),
            *("-e", "Tag = 'summit' && Date ~ '^19(5[6-9]|6[0-5])'", "events.rec"),
        ),
    ),
    Task("recutils", "all", ("rec2csv", "-t", "Event", "events.rec")),
    # Else it compares each key with all others: over a minute for 100,000.
    Task("recutils", "add", ("recins", "--force", "-t", "Event", *NEW, "events.rec")),
    Task("recutils", "import", ("csv2rec", "-t", "Event", "events.csv")),
    Task("ledger", "list", ("ledger", *JOURNAL, "--sort", "date", "print", "%summit")),
    Task("ledger", "all", ("ledger", "-f", "events.journal", "csv")),
    Task("hledger", "list", ("hledger", *JOURNAL, "print", "tag:summit")),
    Task("hledger", "all", ("hledger", "-f", "events.journal", "register", "-O", "csv")),
    Task(
        "miller",
        "list",
        (
            *("mlr", "--icsv", "--ocsv", "filter", MILLER, "then", "sort", "-f", "date"),
            *("then", "cut", "-o", "-f", "date,id,title", "events.csv"),
        ),
    ),
    Task("duckdb on CSV", "list", ("duckdb", "-csv", "-c", IN_TABLE)),
    Task(
        "duckdb on CSV",
        "import",
        ("duckdb", "new{run}.db", "-c", f"create table events as from {TABLE}"),
        fresh="new{run}.db",
    ),
    Task(
        "sqlite-utils",
        "list",
        ("sqlite-utils", "query", "events.db", IN_DATABASE, "--csv"),
        ready=("sqlite-utils", "insert", "events.db", "events", "events.csv", "--csv"),
    ),
    Task("sqlite-utils", "all", ("sqlite-utils", "rows", "events.db", "events", "--csv")),
    Task("sqlite-utils", "add", ("sqlite-utils", "insert", "events.db", "events", "one.json")),
    Task(
        "sqlite-utils",
        "import",
        ("sqlite-utils", "insert", "new{run}.db", "events", "events.csv", "--csv"),
        fresh="new{run}.db",
    ),
)


def samples(number: int) -> Iterator[Sample]:
    """So many events, in order of date, always the same: days of 1945 to 2024, two summaries' sentences each."""
    drawn = random.Random(15)
    for at in range(number):
        year, month, day = 1945 + 80 * at // number, drawn.randint(1, 12), drawn.randint(1, 28)
        one, other = drawn.sample(STATES, 2)
        deed = drawn.choice(DEEDS)
        yield Sample(
            id=f"e{at}",
            date=f"{year}-{month:02}-{day:02}",
            title=f"{one} {deed} with {other} over item {at}",
            summary=" ".join(drawn.choices(WORDS, k=30)),
            actors=[one, other],
            place=drawn.choice(PLACES),
            tags=sorted(drawn.sample(TAGS, drawn.randint(1, 3))),
            source=f"Report {at} of the talks",
            url=f"https://example.org/{drawn.getrandbits(40):010x}",
        )


def as_yaml(event: Sample) -> str:
    """A record of ours, as `timeline add` writes it."""
    return (
        f"- id: {event.id}\n  date: {event.date}\n  title: {event.title}\n  summary: {event.summary}\n"
        f"  actors: [{', '.join(event.actors)}]\n  place: {event.place}\n  tags: [{', '.join(event.tags)}]\n"
        f"  sources:\n    - title: {event.source}\n      url: {event.url}\n"
    )


def as_rec(event: Sample) -> str:
    """A record of GNU recutils."""
    fields = [("Id", event.id), ("Date", event.date), ("Title", event.title), ("Summary", event.summary)]
    fields += [("Actor", actor) for actor in event.actors] + [("Place", event.place)]
    fields += [("Tag", tag) for tag in event.tags] + [("Source", f"{event.source} {event.url}")]
    return "".join(f"{name}: {text}\n" for name, text in fields) + "\n"


def as_journal(event: Sample) -> str:
    """A transaction of ledger and hledger, with the tags as theirs: `:one:two:` and `one:, two:`."""
    tags = ", ".join(f"{tag}:" for tag in event.tags)
    actors = ", ".join(event.actors)
    return (
        f"{event.date} ({event.id}) {event.title}  ; {tags}\n    ; :{':'.join(event.tags)}:\n    ; {event.summary}\n    ; actors: {actors}\n"
        f"    ; source: {event.source} {event.url}\n    event  1 ev\n    balance\n\n"
    )


def write(folder: Path, number: int) -> None:
    """The events in the formats of all programs, and one more to put in; one at a time, for a child starts as large as we are."""
    with (
        (folder / "events.yaml").open("w") as ours,
        (folder / "events.rec").open("w") as rec,
        (folder / "events.journal").open("w") as journal,
        (folder / "events.csv").open("w", newline="") as table,
    ):
        rec.write("%rec: Event\n%key: Id\n\n")
        rows = csv.writer(table)
        rows.writerow(COLUMNS)
        for event in samples(number):
            ours.write(as_yaml(event))
            rec.write(as_rec(event))
            journal.write(as_journal(event))
            rows.writerow("; ".join(cell) if isinstance(cell, list) else cell for cell in event)
    row = {"id": "e-new", "date": "2025-01-01", "title": "One more", "tags": "summit"}
    (folder / "one.json").write_text(json.dumps(row), encoding="utf-8")


def cost(words: tuple[str, ...]) -> Cost:
    """Run a program, its output into a file, and say what it took; one that fails ends everything."""
    to_file = [
        (os.POSIX_SPAWN_OPEN, at, name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        for at, name in ((1, "out"), (2, "said"))
    ]
    process = os.posix_spawnp(words[0], words, os.environ, file_actions=to_file)
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{words}: {Path('said').read_text(encoding='utf-8')}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(todo: list[Task], runs: int) -> dict[tuple[str, str], Cost]:
    """The median cost of each program's work; the programs take turns, so that a slow spell of the machine hits all."""
    found: dict[tuple[str, str], list[Cost]] = {}
    for work in WORKS:
        for run in range(10, 10 + runs):  # of two digits: part of a year in what is added
            for task in (task for task in todo if task.work == work):
                if task.given:
                    Path(task.fresh.format(run=run)).write_text(task.given, encoding="utf-8")
                words = tuple(word.replace("{run}", str(run)) for word in task.words)
                found.setdefault((task.program, work), []).append(cost(words))
                if task.fresh:
                    Path(task.fresh.format(run=run)).unlink()
    return {
        key: Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))
        for key, costs in found.items()
    }


def table(costs: dict[tuple[str, str], Cost]) -> Iterator[str]:
    """The rows of the table, a program each."""
    yield f"| | {' | '.join(WORKS)} |"
    yield "|---" * (len(WORKS) + 1) + "|"
    for program in dict.fromkeys(program for program, _ in costs):
        cells = [costs.get((program, work)) for work in WORKS]
        said = (f"{cell.seconds:.2f} s, {cell.megabytes:.0f} MB" if cell else "" for cell in cells)
        yield f"| {program} | {' | '.join(said)} |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--events", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--tools", default="")
    given = options.parse_args()

    os.environ["PATH"] = os.pathsep.join([*filter(None, [given.tools]), os.environ["PATH"]])
    missing = {task.words[0] for task in TASKS if not shutil.which(task.words[0])}
    for name in sorted(missing):
        print(f"{name} is not installed: left out", file=sys.stderr)
    todo = [task for task in TASKS if task.words[0] not in missing]
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name in ("STATE", "CACHE"):
            os.environ[f"TIMELINE_{name}"] = str(Path(folder) / name)
        write(Path(folder), given.events)
        for task in todo:
            if task.ready:
                cost(task.ready)
        print("\n".join(table(measure(todo, given.runs))))


if __name__ == "__main__":
    main()

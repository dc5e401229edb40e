"""Every system call of every writing command that touches its files: failing, failing from there on, and killed there.

    python benchmarks/faults.py [--seconds 600] [--jobs 2] [--commands add,edit,…] [--kills]

Needs strace (Debian: strace). Each command runs once untouched, which tells its calls and what it makes of the files.
Then it runs again for each of these calls: with the call failing (no disk, no space), with it and all later ones of its
kind failing, and with the process killed at it, before the call is made. Looked for are:

- a failure that is told though the change is in, and a success though it is not; a change that is half made;
- after a kill and a command that reads, files that are neither the old nor the new ones, or a next command that fails;
- a hidden file, or a change that is not done, that is still there when the next command has written.

With --seconds the runs are drawn at random, so that a short while tells something of each command. Every command runs in a
child of a process that has loaded it, to which strace is attached before it begins: of 0.9 s a fault that leaves 0.15.
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
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple, NoReturn

from timeline.cli import commands
from timeline.cli.app import main as timeline

HIDDEN = (".timeline-new.tmp", ".timeline-out-1.tmp", ".timeline.lock")
JOURNAL = ("changes", *(f"changes/{name}" for name in ("new.tmp", "1.begun", "1.done", "2.begun", "2.done")))
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # where syncing costs nothing
WITHOUT_JOURNAL = ("init", "export", "show")
SECONDS = 60  # in which a command ends
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")

ONE = "- id: a\n  date: 2022\n  title: x\n- id: b\n  date: 2023\n  title: y\n  related: [a]\n"
FOLDER = {"all/a.yaml": "id: a\ndate: 2022\ntitle: x\n", "all/b.yaml": "id: b\ndate: 2023\ntitle: y\n"}
WRONG = "- id: a\n  date: 2022\n  title: x\n  actors: Japan\n"
ARTICLE = "MOSCOW, February 10, 2023 /TASS/. Russia left the talks on 21 March 2022. Japan protested on 22 March 2022.\n"


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A command, the files that it meets, and the names of those that its change is made of."""

    words: Sequence[str]
    files: Mapping[str, str] = field(default_factory=lambda: {"events.yaml": ONE})
    counts: Sequence[str] = ("events.yaml",)
    before: Sequence[str] = ()  # a command that has run


def _edit(data: str) -> tuple[str, ...]:
    return ("edit", "--where", "title:x OR title:y", "--kind", "talks", "--data", data)


MANY = {
    f"all/{at:02}.yaml": f"id: e{at:02}\ndate: 2022\ntitle: {'yx'[at % 2]}\nactors: [Japan]\nrelated: [e{(at + 1) % 30:02}]\n"
    for at in range(30)
}
HALF = tuple(f"e{at:02}" for at in range(0, 30, 2))
MOVE = ("move", *HALF, "--cascade", "--to", "else/", "--data", "all")
BOTH = MANY | {"else/y.yaml": "id: y\ndate: 2022\ntitle: x\n"}
MOVED = (*BOTH, *(f"else/{name}.yaml" for name in HALF))
NEXT = ("add", "Next", "--date", "1999", "--id", "next", "--force", "--data")
OUT = {"events.yaml": ONE, "out.csv": "old", "out.svg": "old"}
TRIALS: dict[str, Trial] = {
    "add": Trial(words=("add", "Rally", "--date", "2024", "--data", "events.yaml")),
    "add-folder": Trial(
        words=("add", "Rally", "--date", "2024", "--id", "new", "--data", "all"),
        files=FOLDER,
        counts=("all/a.yaml", "all/b.yaml", "all/new.yaml"),
    ),
    "edit": Trial(words=("edit", "a", "--kind", "talks", "--data", "events.yaml")),
    "edit-folder": Trial(
        words=("edit", "a", "--kind", "talks", "--data", "all"), files=FOLDER, counts=tuple(FOLDER)
    ),
    "edit-several": Trial(words=_edit("all"), files=FOLDER, counts=tuple(FOLDER)),
    "remove": Trial(words=("remove", "b", "--yes", "--data", "events.yaml")),
    "remove-folder": Trial(
        words=("remove", "b", "--yes", "--data", "all"), files=FOLDER, counts=tuple(FOLDER)
    ),
    "check": Trial(words=("check", "--fix", "--data", "events.yaml"), files={"events.yaml": WRONG}),
    "check-folder": Trial(
        words=("check", "--fix", "--data", "all"),
        files={**FOLDER, "all/w.yaml": WRONG.replace("id: a", "id: w")},
        counts=("all/w.yaml",),
    ),
    "import": Trial(
        words=("import", "in.csv", "--data", "events.yaml"),
        files={"events.yaml": ONE, "in.csv": "id,date,title\nc,2024,Rally\nd,2025,Talks\n"},
    ),
    "import-folder": Trial(
        words=("import", "in.csv", "--data", "all"),
        files={**FOLDER, "in.csv": "id,date,title\nc,2024,Rally\n"},
        counts=(*FOLDER, "all/c.yaml"),
    ),
    "edit-30": Trial(words=_edit("all"), files=MANY, counts=tuple(MANY)),
    "remove-30": Trial(
        words=("remove", "--where", "title:y", "--cascade", "--yes", "--data", "all"),
        files=MANY,
        counts=tuple(MANY),
    ),
    "merge-30": Trial(words=("merge", *HALF, "--data", "all"), files=MANY, counts=tuple(MANY)),
    "move-30": Trial(words=MOVE, files=BOTH, counts=MOVED),
    "move-file-30": Trial(
        words=("move", "--where", "title:y OR title:x", "--to", "new.yaml", "--data", "all"),
        files=MANY,
        counts=(*MANY, "new.yaml"),
    ),
    "import-30": Trial(
        words=("import", "in.csv", "--data", "all"),
        files={"all/x.yaml": "id: x\ndate: 2022\ntitle: x\n"}
        | {"in.csv": "id,date,title\n" + "".join(f"n{at:02},2024,Rally {at}\n" for at in range(30))},
        counts=("all/x.yaml", *(f"all/n{at:02}.yaml" for at in range(30))),
    ),
    "rename-30": Trial(
        words=("rename", "actor", "Japan", "Nippon", "--data", "all"), files=MANY, counts=tuple(MANY)
    ),
    "undo": Trial(words=("undo", "--data", "all"), files=FOLDER, counts=tuple(FOLDER), before=_edit("all")),
    "undo-30": Trial(words=("undo", "--data", "all"), files=MANY, counts=tuple(MANY), before=_edit("all")),
    "undo-move-30": Trial(words=("undo", "--data", "all"), files=BOTH, counts=MOVED, before=MOVE),
    "draft": Trial(
        words=("draft", "in.txt", "--add", "--data", "events.yaml"),
        files={"events.yaml": ONE, "in.txt": ARTICLE},
    ),
    "init": Trial(words=("init", "new.yaml"), files={}, counts=("new.yaml",)),
    "init-again": Trial(
        words=("init", "new.yaml"),
        files={"timeline.schema.json": '{"title": "theirs"}'},
        counts=("new.yaml",),
    ),
    "export": Trial(
        words=("export", "-o", "out.csv", "--data", "events.yaml"),
        files=OUT,
        counts=("events.yaml", "out.csv"),
    ),
    "export-new": Trial(
        words=("export", "-o", "new.csv", "--data", "all"), files=FOLDER, counts=(*FOLDER, "new.csv")
    ),
    "show": Trial(
        words=("show", "-o", "out.svg", "--data", "events.yaml"), files=OUT, counts=("events.yaml", "out.svg")
    ),
}


class Fault(NamedTuple):
    """What is done to the call at `when` of those of that name: an `error`, from there on, or (no error) a kill."""

    call: str
    when: int
    error: str = ""
    onwards: bool = False

    @property
    def told(self) -> str:
        """The fault as strace is told it."""
        what = f"error={self.error}" if self.error else "signal=SIGKILL"
        return f"inject={self.call}:{what}:when={self.when}{'+' if self.onwards else ''}"


Files = tuple[bytes | None, ...]


@dataclass(kw_only=True)
class Bench:
    """A trial with what its command does when nothing fails."""

    name: str
    trial: Trial
    old: Files = ()
    new: Files = ()
    calls: Counter[str] = field(default_factory=Counter)

    def faults(self) -> Iterator[Fault]:
        """Everything that is done to it."""
        for call, times in self.calls.items():
            for when in range(1, times + 1):
                for error in ("EIO", "ENOSPC"):
                    yield Fault(call, when, error)
                yield Fault(call, when, "EIO", onwards=True)
                yield Fault(call, when)

    def run(self, place: Path, fault: Fault | None = None) -> tuple[int, str, Counter[str]]:
        """The command in a folder: its exit code, what it said, and its calls there."""
        with tempfile.NamedTemporaryFile("r") as log:
            strace = ["strace", "-f", "-o", log.name]
            for path in self._paths(place):
                strace += ["-P", str(path)]
            if fault:
                strace += ["-e", f"trace={fault.call}", "-e", fault.told]
            code, said = ran(place, self.placed(place, self.trial.words), strace)
            calls = Counter(found[1] for line in log if (found := _CALL.match(line)))
        return code, said, calls

    def placed(self, place: Path, words: Sequence[str]) -> list[str]:
        """Words with the files that they name in a folder."""
        return [str(place / word) if self._is_path(word) else word for word in words]

    def _is_path(self, word: str) -> bool:
        return "/" in word or "." in word or word == "all"

    def _paths(self, place: Path) -> Iterator[Path]:
        names = {*self.trial.files, *self.trial.counts, "timeline.schema.json"}
        folders = {place, *((place / name).parent for name in names)}
        yield from sorted(folders)
        yield from sorted(place / name for name in names)
        yield from sorted(folder / name for folder in folders for name in HIDDEN)
        yield from (place / "state" / name for name in JOURNAL)

    def laid_out(self, place: Path) -> None:
        """The files as they are before."""
        for name, text in self.trial.files.items():
            path = place / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if self.trial.before:
            code, said = ran(place, self.placed(place, self.trial.before))
            if code:
                sys.exit(f"{self.name}: what comes before fails: {code} {said}")

    def state(self, place: Path) -> Files:
        """The files that count, as they are."""
        paths = [place / name for name in self.trial.counts]
        return tuple(path.read_bytes() if path.exists() else None for path in paths)

    def measured(self, place: Path) -> "Bench":
        """The bench, once its command has run untouched."""
        self.laid_out(place)
        self.old = self.state(place)
        code, said, self.calls = self.run(place)
        self.new = self.state(place)
        if code or self.old == self.new or litter(place):
            sys.exit(f"{self.name}: does nothing, or leaves something, when nothing fails: {code} {said}")
        return self


def ran(place: Path, words: Sequence[str], strace: Sequence[str] = ()) -> tuple[int, str]:
    """A command in a folder, in a child of this process, before the eyes of `strace`: its exit code, and what it said."""
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            signal.alarm(SECONDS)
            for stream, file in enumerate((os.open(os.devnull, os.O_RDWR), said.fileno(), said.fileno())):
                os.dup2(file, stream)
            os.chdir(place)
            os.environ["TIMELINE_STATE"] = str(place / "state")
            sys.argv[1:] = words
            if strace:
                os.kill(os.getpid(), signal.SIGSTOP)
            _leave()
        if strace:
            os.waitpid(child, os.WUNTRACED)
            tracer = subprocess.Popen([*strace, "-p", str(child)], stderr=subprocess.PIPE, text=True)
            assert tracer.stderr
            tracer.stderr.readline()  # "attached": before that, its first calls might not be seen
            os.kill(child, signal.SIGCONT)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if strace:
            tracer.communicate()
        said.seek(0)
        return code, said.read().decode()


def _leave() -> NoReturn:
    """Run the command that was typed, and end this process without a word to those that are above it."""
    code = 1
    try:
        timeline()
    except SystemExit as stop:
        code = int(stop.code or 0)
    except BaseException:  # noqa: BLE001 - what no command should raise is told, as Python does
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def litter(place: Path) -> list[str]:
    """The hidden files in a folder and below, and what the journal holds beside changes that are done."""
    found = [*place.rglob(".*"), *(path for path in place.glob("state/changes/*") if path.suffix != ".done")]
    return sorted(str(path.relative_to(place)) for path in found)


def tried(trial: tuple[Bench, Fault], end: float) -> tuple[str, str, str]:
    """What came of one fault: of which trial, in a word, and what was wrong with it, or nothing."""
    bench, fault = trial
    if time.monotonic() > end:
        return bench.name, "", ""
    place = Path(tempfile.mkdtemp(prefix="faults-", dir=MEMORY))
    try:
        bench.laid_out(place)
        code, said, _ = bench.run(place, fault)
        wrong = _judged(bench, place, fault, code, said)
        came = "killed" if not fault.error else "failed" if code else "passed"
        return (
            bench.name,
            came,
            f"{bench.name}: {fault.told}: {wrong} [{code}] {said.strip()[-300:]}" if wrong else "",
        )
    finally:
        shutil.rmtree(place)


def _judged(bench: Bench, place: Path, fault: Fault, code: int, said: str) -> str:
    now = bench.state(place)
    if fault.error:
        if "Traceback" in said:
            return "a traceback"
        if code == 0 and now != bench.new:
            return "told as done, and is not"
    elif code != -signal.SIGKILL:
        return "was not killed"
    if bench.trial.words[0] not in WITHOUT_JOURNAL:
        read, told = ran(place, ["check", *bench.placed(place, bench.trial.words[-2:])])
        now = bench.state(place)
        if read not in (0, 1) or "Traceback" in told:
            return f"a command that reads fails: {told.strip()} "
    # What can neither go on nor back on a disk that fails again and again, the next command finishes: said.
    if fault.error and code and now != bench.old and not (now == bench.new and "by the next command" in said):
        return "told as failed, and is done" if now == bench.new else "half done"
    if now not in (bench.old, bench.new):
        return "neither old nor new after the kill"
    return _next(bench, place, now)


def _next(bench: Bench, place: Path, now: Files) -> str:
    """What is wrong with the next command: the same again, or, where its change is in, others to these files."""
    words = bench.trial.words
    again = now != bench.new or words[0] in ("export", "show")
    if again:
        following: list[Sequence[str]] = [words]
    else:  # what is left in a folder goes with the next who writes there
        collections = {name.split("/")[0] for name in bench.trial.counts}
        following = [(*NEXT, one) for one in sorted(collections) if (place / one).exists()]
    for command in following:
        code, said = ran(place, bench.placed(place, command))
        if code or (again and bench.state(place) != bench.new):
            return f"the next command fails: {said.strip()} "
    left = litter(place)
    return f"left after the next command: {left}" if left else ""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--seconds", type=float, default=0)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--commands", default=",".join(TRIALS))
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--kills", action="store_true", help="only kills")
    given = options.parse_args()
    if not shutil.which("strace"):
        sys.exit("strace is not installed: apt-get install strace")
    for name in commands.COMMANDS:
        commands.command(name)  # loads it
    benches = []
    for name in given.commands.split(","):
        with tempfile.TemporaryDirectory(prefix="faults-", dir=MEMORY) as place:
            benches.append(Bench(name=name, trial=TRIALS[name]).measured(Path(place)))
    trials = [
        (bench, fault) for bench in benches for fault in bench.faults() if not given.kills or not fault.error
    ]
    if given.seconds:
        random.Random(given.seed).shuffle(trials)
    end = time.monotonic() + given.seconds if given.seconds else float("inf")
    came: dict[str, Counter[str]] = {bench.name: Counter() for bench in benches}
    wrong = []
    with ProcessPoolExecutor(given.jobs) as pool:
        for name, outcome, found in pool.map(partial(tried, end=end), trials, chunksize=8):
            came[name].update([outcome] if outcome else [])
            wrong += [found] if found else []
            came[name]["wrong"] += bool(found)
    print(f"{'command':14} {'calls':>6} {'failed':>7} {'passed':>7} {'killed':>7} {'wrong':>6}")
    for bench in benches:
        counts = [
            sum(bench.calls.values()),
            *(came[bench.name][key] for key in ("failed", "passed", "killed", "wrong")),
        ]
        print(f"{bench.name:14} {counts[0]:6} {counts[1]:7} {counts[2]:7} {counts[3]:7} {counts[4]:6}")
    runs = sum(sum(counter.values()) - counter["wrong"] for counter in came.values())
    print(f"{runs} faults of {len(trials)}: {len(wrong)} wrong")
    print("\n".join(wrong))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()

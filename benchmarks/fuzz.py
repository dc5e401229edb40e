"""Garbage in, words out: made-up and damaged collections through `check`, `show` and every view, and through the writers' plans.

    python benchmarks/fuzz.py [--inputs 200000] [--seconds 0] [--processes 2] [--seed 0]

Inputs are the cases of the YAML test suite (from ../shared, where that is), the shipped events, and records of hostile
texts; most are damaged. Each is read, checked, and where it is valid drawn in every view; what is drawn or told must
hold no control character. Of each that can be changed a record is edited, removed and added, planned only: the bytes outside
the record must be the old ones. Whatever is no `TimelineError` is a failure, and its input is kept.
"""

import argparse
import io
import json
import re
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from functools import partial
from inspect import unwrap
from multiprocessing import get_context
from pathlib import Path
from random import Random

import typer
import yaml

from timeline.checks.report import ReportFormat
from timeline.cli.check import check
from timeline.cli.drawing import Drawing
from timeline.cli.options import Choice, Clock
from timeline.cli.show import show
from timeline.errors import CONTROL_CHARACTERS, TimelineError
from timeline.record import LIST_FIELDS, RECORD_FIELDS, SOURCE_FIELDS, Record, Value
from timeline.store.change import FileChange
from timeline.store.write import plan_add, plan_edit, plan_remove
from timeline.views import VIEWS
from timeline.yaml_outline import outline
from timeline.yaml_places import item_span
from timeline.yaml_text import parse_records
from timeline.yaml_write import Style, format_record

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SLOW = 5.0  # seconds for one input in all views; more is a failure
MEMORY = 1 << 30  # bytes that a process may take
SHARE = 5_000  # inputs a process
COMMANDING = re.compile(f"(?!\n)[{CONTROL_CHARACTERS}]")
CLOCK = Clock(today="2023-02-10")
TOKENS = (
    *(
        "- ",
        "\n- ",
        ": ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "  ",
        "#",
        " #",
        "'",
        '"',
        "|",
        ">",
        "|+\n",
        ">-\n",
        "? ",
        "\n...",
    ),
    *(
        "\n---\n",
        "&a ",
        "*a",
        "<<: *a",
        "!!str ",
        "!!python/object:os.system ",
        "!x ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "%TAG",
    ),
    *(
        "\0",
        "\x1b[2J",
        "\x85",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\ufffe",
        "\x7f",
        "👩‍👩‍👧",
        "e\u0301",
        "日本",
        "\u0600",
        "\\",
        '"\\u001b"',
    ),
    *(
        "date: ",
        "title: ",
        "id: ",
        "sources:\n  - ",
        "after: [",
        "lat: 91",
        "date: 2022-13",
        "date: ..",
        "date: Y-17E7",
    ),
    *(
        "date: 2022/..",
        "date: '[..2022]'",
        "actors: Japan",
        "status: draft",
        "- date: 2022\n  title: x\n",
        "~",
        "0750",
        "NO",
    ),
)
DATES = (
    *("2022", "2022-03", "2022-03-21", "1950~", "2018?", "201X", "XXXX", "2022-XX-XX", "2022/..", "../2022", "../..", "/2022"),
    *("[2018..2020]", "{1960,1961-12}", "[..1984]", "[1984..]", "Y-17E7", "Y170000002", "-0043", "1950S2", "2001-21", "2001-41"),
    *("2023-02-10T15:00:00+03:00", "2023-02-10T15:00:00Z", "-99999999999", "Y99999999999", "0000", "9999-12-31", "-9999/9999"),
    *("2022-02-30", "soon", "", "2022-13", "~", "[2022", "Y1E999999999", "1XXX-XX", "156X-12-25", "2004-06-~01/2004-06-~20"),
)  # fmt: skip


@dataclass(kw_only=True)
class Tally:
    """What became of the inputs: counts by outcome, the slowest, the memory, and what failed."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0
    memory: int = 0
    failures: list[tuple[bytes, str]] = field(default_factory=list)


def seeds() -> list[str]:
    """Texts that are or resemble collections."""
    found = [(ROOT / "data/events.yaml").read_text(encoding="utf-8")]
    marks = (("␣", " "), ("»", "\t"), ("—", ""), ("↵", "\n"), ("∎\n", ""), ("⇔", "\ufeff"))
    for path in sorted((SHARED / "events/yaml").glob("*")):
        found.append(path.read_text(encoding="utf-8"))
        with suppress(yaml.YAMLError, TypeError):
            for case in yaml.load(found[-1], yaml.BaseLoader):
                text = str(case.get("yaml", ""))
                for mark, sign in marks:
                    text = text.replace(mark, sign)
                # As it is, and as what a field of an event holds.
                found += [text, "- date: 2022\n  title: t\n  x:\n" + re.sub("(?m)^", "    ", text)]
    return found


def texts() -> list[str]:
    """Texts to be hostile with."""
    naughty = SHARED / "events/naughty/blns.json"
    strings = json.loads(naughty.read_text(encoding="utf-8")) if naughty.exists() else []
    return [*TOKENS, *strings, "a", "two words", "x" * 300, "日本語" * 40, "", " "]


class Maker:
    """Makes inputs, reproducibly."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.seeds = seeds()
        self.texts = texts()

    def input(self) -> bytes:
        dice = self.dice
        text = self.sheet() if dice.random() < 0.6 else dice.choice(self.seeds)
        for _ in range(dice.choice((0, 0, 0, 1, 1, 2, 5))):
            text = self.damaged(text)
        data = text.encode("utf-8", "surrogatepass" if dice.random() < 0.1 else "replace")
        for _ in range(dice.choice((0,) * 19 + (1, 3))):
            at = dice.randrange(len(data) + 1)
            data = data[:at] + dice.randbytes(dice.randrange(3)) + data[at + dice.randrange(3) :]
        return data

    def damaged(self, text: str) -> str:
        dice = self.dice
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + dice.choice((0, 0, 1, 3, 30)))
        match dice.randrange(5):
            case 0:
                return text[:start] + dice.choice(self.texts) + text[end:]
            case 1:
                return text[:start] + text[end:]
            case 2:
                return text[:start] + text[start:end] * dice.choice((2, 3, 200)) + text[end:]
            case 3:
                other = dice.choice(self.seeds)
                return text[:start] + other[dice.randrange(len(other) + 1) :]
            case _:
                return text[:start] + dice.choice(TOKENS) + text[start:]

    def sheet(self) -> str:
        dice = self.dice
        style = Style(
            dash=dice.choice((0, 2)),
            gap=dice.choice((2, 4)),
            hang=dice.choice((0, 2)),
            newline=dice.choice(("\n", "\n", "\r\n")),
            bracketed=dice.random() < 0.7,
            inline=dice.random() < 0.1,
        )
        usual = dice.random() < 0.85
        records = [self.record(at, usual=usual) for at in range(dice.choice((1, 1, 2, 3, 8)))]
        return ("\n" if dice.random() < 0.5 else "").join(format_record(one, style) for one in records)

    def record(self, at: int, *, usual: bool) -> Record:
        dice = self.dice
        record: Record = {
            "id": f"e{at}",
            "date": dice.choice(DATES[:27] if usual else DATES),
            "title": self.text().replace("\n", " ").replace("\r", " ").strip() or "title",
        }
        for name in dice.sample(RECORD_FIELDS, dice.randrange(6)):
            if name in LIST_FIELDS:
                record[name] = [self.text() or "a" for _ in range(dice.randrange(1, 4))]
            elif name == "sources":
                record[name] = [
                    {one: self.source_text(one) for one in dice.sample(SOURCE_FIELDS, dice.randrange(1, 5))}
                ]
            elif name in ("summary", "place", "kind") or not usual:
                record[name] = self.text()
        if dice.random() < 0.1:
            record[self.text() or "x"] = self.value(3)
        return record

    def text(self) -> str:
        return self.dice.choice(self.texts)

    def source_text(self, name: str) -> str:
        return self.dice.choice(DATES[:27]) if name.endswith("date") else self.text()

    def value(self, depth: int) -> Value:
        match self.dice.randrange(3) if depth else 0:
            case 0:
                return self.text()
            case 1:
                return [self.value(depth - 1) for _ in range(self.dice.randrange(3))]
            case _:
                return {self.text(): self.value(depth - 1) for _ in range(self.dice.randrange(3))}


def said(function: Callable[[], object]) -> str:
    """What a command prints; a `TimelineError` and an exit code are answers, too."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace", write_through=True)
    with redirect_stdout(out), redirect_stderr(out):
        try:
            function()
        except typer.Exit:
            pass
        except TimelineError as error:
            print(error.message, error.hint)
    buffer = out.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def tried(path: Path, dice: Random) -> str:
    """One input through `check`, and where it is valid through every view; the outcome."""
    outs = [
        said(
            lambda: unwrap(check)(
                data=[path],
                format_=dice.choice(list(ReportFormat)),
                today="2023-02-10",
                fix=False,
                dry_run=dice.random() < 0.1,
            )
        )
    ]
    for view in VIEWS:
        drawing = Drawing(view=view, width=dice.choice((40, 60, 100)), ascii_=dice.random() < 0.2)
        outs.append(said(partial(unwrap(show), choice=Choice(), drawing=drawing, data=[path], clock=CLOCK)))
        if outs[-1].startswith(str(path)):
            break
    for out in outs:
        if found := COMMANDING.search(out):
            raise AssertionError(
                f"U+{ord(found[0]):04X} is let through: {out[max(0, found.start() - 60) : found.end()]!r}"
            )
    return "drawn" if len(outs) > len(VIEWS) else "refused"


def spans(text: str) -> list[tuple[int, int]]:
    whole = outline(text)
    if whole.root is None or not whole.listed:
        return [(0, len(text))]
    if whole.root.style:
        return [(node.start, node.end) for node in whole.root.children]
    return [item_span(text, whole.root, at) for at in range(len(whole.root.children))]


def changed(path: Path, data: bytes, dice: Random) -> str:
    """A record of the input edited, removed, and one added, in plans; what is outside the record is as it was."""
    try:
        text = data.decode()
        mark = "\ufeff" * text.startswith("\ufeff")
        body = text.removeprefix(mark)
        records = [one.record for one in parse_records(body)]
    except (UnicodeDecodeError, TimelineError):
        return "not to be changed"
    ids = Counter(str(one.get("id", "")) for one in records)
    at = next((at for at, one in enumerate(records) if one.get("id") and ids[str(one["id"])] == 1), None)
    new: Record = {"id": "zz-new", "date": "2023", "title": "new"}
    outcome = "changed"
    try:
        result(plan_add(path, lambda _: new), data, (*records, new), None)
    except TimelineError:
        outcome = "change refused"
    if at is None:
        return outcome
    id_, span = str(records[at]["id"]), spans(body)[at]
    values: tuple[Value, ...] = ("new", ["a", "NO"], "x: #y", {"k": "v"})
    field_, value = dice.choice(RECORD_FIELDS[1:]), dice.choice(values)
    edited: Record = {**records[at], field_: value}
    try:
        result(
            plan_edit(path, [id_], lambda _: edited),
            data,
            (*records[:at], edited, *records[at + 1 :]),
            (mark, body, span),
        )
    except TimelineError:
        outcome = "change refused"
    try:
        result(plan_remove(path, [id_]), data, (*records[:at], *records[at + 1 :]), (mark, body, span))
    except TimelineError:
        outcome = "change refused"
    return outcome


def result(
    plan: Sequence[FileChange],
    data: bytes,
    meant: Sequence[Record],
    where: tuple[str, str, tuple[int, int]] | None,
) -> None:
    """Hold a plan against what was meant."""
    if not plan:
        return
    ((_, old, new),) = plan
    assert old == data
    text = new.decode()
    if text or where is None:  # a file of a single record goes as a whole
        assert [one.record for one in parse_records(text)] == list(meant), "does not read back as meant"
    if where is not None:
        mark, body, (start, end) = where
        before, after = mark + body[:start], body[end:]
        outside = "".join((before + after).replace(",", "").split())
        exact = text.startswith(before) and text.endswith(after)
        assert exact or "".join(text.replace(",", "").split()).startswith(outside[: len(outside) // 2]), (
            "bytes outside changed"
        )


def work(arguments: tuple[int, int, float, Path | None]) -> Tally:
    """A share of the inputs, tried in this process."""
    seed, inputs, end, keep = arguments
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    tally = Tally()
    maker = Maker(seed)
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        path = Path(folder) / "events.yaml"
        for _ in range(inputs):
            if end and time.time() > end:
                break
            data = maker.input()
            path.write_bytes(data)
            started = time.perf_counter()
            try:
                tally.counts[tried(path, maker.dice)] += 1
                tally.counts[changed(path, data, maker.dice)] += 1
                taken = time.perf_counter() - started
                assert taken < SLOW, f"took {taken:.1f} s"
            except Exception:  # noqa: BLE001 - what is looked for
                tally.failures.append((data[:10_000], traceback.format_exc()[-3_000:]))
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{seed}-{tally.counts['inputs']}.yaml").write_bytes(data)
                    (keep / f"{seed}-{tally.counts['inputs']}.txt").write_text(tally.failures[-1][1])
            tally.slowest = max(tally.slowest, time.perf_counter() - started)
            tally.counts["inputs"] += 1
            if len(tally.failures) > 20:
                break
    tally.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return tally


def bombs() -> Iterator[tuple[str, str]]:
    """Inputs made to take all time or memory there is."""
    levels = "".join(f"  x{at}: &x{at} [{', '.join([f'*x{at - 1}'] * 9)}]\n" for at in range(1, 40))
    record = "- date: 2022\n  title: t\n"
    yield "alias bomb", f"{record}  x0: &x0 lol\n{levels}"
    yield (
        "merge bomb",
        "- &x0 {date: 2022, title: t}\n"
        + "".join(
            f"- &x{at} {{<<: [{', '.join([f'*x{at - 1}'] * 20)}], k{at}: v}}\n" for at in range(1, 400)
        ),
    )
    yield "nested brackets", record + "  x: " + "[" * 200_000
    yield "nested blocks", record + "  x:\n" + "    " + "- " * 100_000 + "x\n"
    yield "a line of 10 MB", record + "  summary: " + "word " * 2_000_000 + "\n"
    yield "a title of 1 MB", "- date: 2022\n  title: " + "x" * 1_000_000 + "\n"
    yield "20,000 anchors", record + "  x: [" + ", ".join(f"&a{at} y" for at in range(5_000)) + "]\n"
    yield "a key of 1 MB", record + '  ? "' + "k" * 1_000_000 + '"\n  : v\n'
    yield "50,000 open quotations", "- date: '\n" * 50_000
    yield "10,000 broken records", "- date: 2022-13\n  titel: [\n" * 10_000
    yield (
        "5,000 like titles",
        "".join(
            f"- date: 2022\n  title: Talks between the two sides resume in {at:05}\n" for at in range(5_000)
        ),
    )
    yield (
        "5,000 actors",
        "- date: 2022\n  title: t\n  actors: [" + ", ".join(f"Name {at}" for at in range(5_000)) + "]\n",
    )
    yield (
        "a circle of 5,000",
        "".join(
            f"- {{id: e{at}, date: 2022, title: t{at * 7919}, after: [e{(at + 1) % 5000}]}}\n"
            for at in range(5_000)
        ),
    )
    yield (
        "years far away",
        "".join(f"- date: Y{sign}9999999999{at}\n  title: t\n" for sign in ("", "-") for at in range(10)),
    )


def bombed(case: tuple[str, str]) -> tuple[str, float, float, int, str]:
    """The seconds that `check` and all views take for a bomb, and the memory."""
    name, text = case
    dice = Random(0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        path.write_text(text, encoding="utf-8")
        started = time.perf_counter()
        said(lambda: unwrap(check)(data=[path], today="2023-02-10"))
        checked = time.perf_counter() - started
        outcome = tried(path, dice)
        return (
            name,
            checked,
            time.perf_counter() - started - checked,
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            outcome,
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--inputs", type=int, default=200_000)
    options.add_argument("--seconds", type=float, default=0, help="stop then, however many inputs are left")
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--keep", type=Path, help="a folder for the inputs that failed")
    given = options.parse_args()
    started = time.time()
    end = started + given.seconds if given.seconds else 0.0
    # Fresh processes: what one bomb takes does not count for the next.
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for name, checked, drawn, memory, outcome in pool.imap(bombed, bombs(), chunksize=1):
            print(
                f"{name:24} check {checked:6.2f} s, show {drawn:6.2f} s in 6 runs, {memory:4} MB, {outcome}"
            )
    # Processes that live long keep what the C library's allocator does not give back.
    shares = [min(SHARE, given.inputs - first) for first in range(0, given.inputs, SHARE)]
    tasks = [(given.seed * 100_000 + at, share, end, given.keep) for at, share in enumerate(shares)]
    with get_context("spawn").Pool(given.processes, maxtasksperchild=1) as pool:
        tallies = pool.map(work, tasks, chunksize=1)
    counts = sum((tally.counts for tally in tallies), Counter[str]())
    failures = [failure for tally in tallies for failure in tally.failures]
    print(", ".join(f"{number:,} {name}" for name, number in counts.most_common()))
    print(
        f"slowest {max(tally.slowest for tally in tallies):.2f} s, {max(tally.memory for tally in tallies)} MB, "
        f"{time.time() - started:.0f} s in all"
    )
    for data, told in failures:
        print(told, data[:300], sep="\n")
    if failures:
        sys.exit(f"{len(failures)} inputs failed")


if __name__ == "__main__":
    main()

"""How well and how fast the drafts layer reads time: against three public corpora, and against the clock.

    python benchmarks/drafts.py              all figures
    python benchmarks/drafts.py --failures   also every failure in the parts that may be looked at
    python benchmarks/drafts.py --whole      whole drafts against the clock, and no more: run it with two trees in turn

The corpora lie in `../shared/timex` (see its README for licences). Each is split by a hash of the file's name (of the
input, for the single cases): SHA-256's first byte even is the part that rules may be derived from, odd is only scored.
"""

import hashlib
import importlib.util
import json
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from timeline.dates.calendar import days_from_civil
from timeline.dates.event_date import EventDate
from timeline.dates.periods import Period
from timeline.drafts.article import mentions
from timeline.drafts.mention import Mention
from timeline.drafts.proposals import propose
from timeline.drafts.tagger import tag
from timeline.errors import TimelineError

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT / "../shared/timex"


def part(name: str) -> str:
    """Which part of the split a file or an input belongs to."""
    return "look" if hashlib.sha256(name.encode()).digest()[0] % 2 == 0 else "score-only"


def _scorer() -> Any:
    """The scorer that lies beside the corpora, and reads them."""
    spec = importlib.util.spec_from_file_location("score_timex", SHARED / "score_timex.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def _written(stamp: str) -> tuple[int, int, int]:
    """Year, month and day of a document's creation; one file has them the other way round."""
    year, month, day = (int(piece) for piece in stamp[:10].split("-"))
    return (year, month, day) if day <= 31 else (day, month, year)


def corpora(*, failures: bool) -> None:
    """The two annotated corpora, by the scorer that lies beside them."""
    scorer = _scorer()
    for folder, narrative in (("meantime", False), ("wikiwars", True)):
        documents = scorer.load_dir(SHARED / folder)
        system = {}
        for document in documents:
            found = tag(document.text, dateline=Period.day(*_written(document.dct)), narrative=narrative)
            system[document.name] = [(m.start, m.end, m.type, m.value) for m in found]
        for which in ("look", "score-only", "all"):
            chosen = [d for d in documents if which in ("all", part(f"{d.name}.tml"))]
            print(scorer.row(f"{folder} ({which}, {len(chosen)} files)", scorer.full(chosen, system)))
            if failures and which == "look":
                for row in scorer.score(chosen, system, True)["detail"]:
                    print("   ", *row[1:], sep="\t")


def cases(*, failures: bool) -> None:  # noqa: C901 - one pass over the cases counts everything
    """The single cases that name a full calendar value: a day, a stretch of days, a day and a time."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    missed: Counter[str] = Counter()
    examples: dict[str, list[str]] = {}
    for case in json.loads((SHARED / "ms_english_cases.json").read_text(encoding="utf-8")):
        if not case["reference"]:
            continue
        year, month, day = (int(piece) for piece in case["reference"][:10].split("-"))
        found = mentions(case["input"], dateline=days_from_civil(year, month, day), narrative=False)
        for result in case["results"]:
            kind = (result["type"] or "").rpartition(".")[2]
            if not full(result, kind):
                continue
            for which in (part(case["input"]), "all"):
                total[which, kind] += 1
                total[which, "all three"] += 1
            if any(
                agrees(mention, result["values"][0], kind)
                for mention in found
                if mention.start <= result["end"] and result["start"] < mention.end
            ):
                for which in (part(case["input"]), "all"):
                    right[which, kind] += 1
                    right[which, "all three"] += 1
                continue
            why = failure_class(result, kind, found)
            missed[why] += 1
            if part(case["input"]) == "look":
                examples.setdefault(why, []).append(
                    f"{result['text']!r} in {case['input']!r} ({case['reference'][:10]}): wanted {result['values'][0]}, got {[(m.text, m.value, m.edtf) for m in found]}"
                )
    for (which, kind), count in sorted(total.items()):
        print(
            f"single cases {which:10} {kind:10} {right[which, kind]:4d}/{count:4d} = {100 * right[which, kind] / count:5.1f} % exactly right"
        )
    for why, count in missed.most_common():
        print(f"    {count:4d}  {why}")
        if failures:
            for line in sorted(set(examples.get(why, []))):
                print("          ", line)


def full(result: dict[str, Any], kind: str) -> bool:
    """Whether a reference result is a single calendar value, with nothing left open."""
    if kind not in ("date", "daterange", "datetime") or len(result["values"]) != 1:
        return False
    value = result["values"][0]
    timex = value.get("timex") or "X"
    return (
        "X" not in timex
        and "not resolved" not in str(value)
        and not timex.startswith(("FY", "SY"))
        and bool(value.get("value") or value.get("start") or value.get("end"))
    )


def agrees(mention: Mention, value: dict[str, Any], kind: str) -> bool:
    """Whether a mention means the same calendar value."""
    if mention.value == str(value["timex"]):
        return True
    if kind == "datetime":
        moment = str(value["value"]).replace(" ", "T")
        return (
            mention.value == str(value["timex"])
            or (mention.value + ":00:00")[:19] == moment
            or (mention.edtf or "")[:19] == moment
        )
    if mention.edtf is None:
        return False
    try:
        date = EventDate.parse(mention.edtf)
    except TimelineError:
        return False
    first, last = date.first_day, date.last_day
    if kind == "date":
        return first == last == _day(value["value"])
    start, end = value.get("start"), value.get("end")
    if (first is None) != (start is None) or (last is None) != (end is None):
        return False
    return (start is None or first == _day(start)) and (
        end is None or last in (_day(end), _day(end) - 1) or _same_end(mention.edtf, end)
    )


def _same_end(edtf: str, end: str) -> bool:
    """Whether an interval's last piece begins where the reference, which leaves the last piece out, ends."""
    if "/" not in edtf and ".." not in edtf:
        return False
    piece = edtf.strip("[]").replace("..", "/").rpartition("/")[2]
    return bool(piece) and EventDate.parse(piece).first_day == _day(end)


def _day(text: str) -> int:
    return days_from_civil(*(int(piece) for piece in text[:10].split("-")))


def failure_class(result: dict[str, Any], kind: str, found: tuple[Mention, ...]) -> str:
    """What sort of expression was missed."""
    words, value = result["text"], result["values"][0]
    here = [m for m in found if m.start <= result["end"] and result["start"] < m.end]
    if not here:
        return f"{kind}: not found"
    if value.get("Mod") or value.get("mod"):
        return f"{kind}: open or partial ({value.get('Mod') or value.get('mod')})"
    if kind == "daterange" and value["timex"].startswith("("):
        return f"{kind}: range or length put on the calendar"
    if any(unit in words for unit in ("week", "month", "year", "day")) and kind == "date":
        return f"{kind}: counted from the reference day"
    return f"{kind}: another value"


def speed() -> None:
    """Words a second, the cost of importing, and memory for a text of 5 MB."""
    text = "\n\n".join(
        path.read_text(encoding="utf-8") for path in sorted((SHARED / "wikiwars").glob("*.tml"))
    )
    text = (text * (5_000_000 // len(text) + 1))[:5_000_000]
    for _ in tag(text[:100_000], dateline=Period.day(2023, 2, 10), narrative=False):
        pass
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    count = sum(1 for _ in tag(text, dateline=Period.day(2023, 2, 10), narrative=False))
    seconds = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"speed: {len(text.split()) / seconds:,.0f} words a second, {count:,} mentions in 5 MB in {seconds:.1f} s, {(after - before) / 1024:.1f} MB more memory"
    )
    for what in ("timeline.drafts.article", "timeline.drafts.proposals"):
        lines = subprocess.run(
            [sys.executable, "-X", "importtime", "-c", f"import {what}"],
            capture_output=True,
            text=True,
            check=False,
        ).stderr
        row = next((line for line in lines.splitlines() if line.endswith(f" {what}")), "")
        print(f"import {what}: {row.split('|')[1].strip() if row else '?'} us")
    begin = time.perf_counter()
    subprocess.run(
        [
            sys.executable,
            "-c",
            "from timeline.drafts.article import mentions; mentions('MOSCOW, February 10, 2023. On Friday the treaty of March 21, 2022 was signed.')",
        ],
        check=True,
    )
    print(f"a process that reads one sentence: {1000 * (time.perf_counter() - begin):.0f} ms")


def whole() -> None:
    """Words a second of CPU time, of whole drafts of the corpora and the stories: the median of passes after one that warms."""
    articles: list[tuple[str, int | None]] = [
        (document.text, days_from_civil(*_written(document.dct)))
        for folder in ("meantime", "wikiwars")
        for document in _scorer().load_dir(SHARED / folder)
    ]
    for path in sorted((ROOT / "tests/drafts/stories").glob("*.yaml")):
        articles += [(story["text"], None) for story in yaml.safe_load(path.read_text(encoding="utf-8"))]
    words = sum(len(text.split()) for text, _ in articles)
    taken = []
    for _ in range(4):
        begin = time.process_time()
        for text, day in articles:
            propose(text, today=days_from_civil(2026, 11, 23), dateline=day)
        taken.append(time.process_time() - begin)
    seconds = statistics.median(taken[1:])
    print(f"whole drafts: {words / seconds:,.0f} words a second of CPU, {words:,} words in {seconds:.2f} s")


if __name__ == "__main__":
    if "--whole" in sys.argv:
        whole()
        raise SystemExit
    corpora(failures="--failures" in sys.argv)
    cases(failures="--failures" in sys.argv)
    speed()

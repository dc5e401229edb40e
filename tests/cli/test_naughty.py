"""Texts that are known to break programs, in every field: stored and read back, or refused in words; shown, never obeyed."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Run

from timeline.errors import CONTROL_CHARACTERS
from timeline.formats import FORMATS, going
from timeline.model import Event
from timeline.record import InvalidRecord, Record
from timeline.store import write
from timeline.store.change import Change
from timeline.store.read import read_records
from timeline.views import VIEWS

ROOT = Path(__file__).resolve().parents[2]
NAUGHTY = ROOT / "../shared/events/naughty/blns.json"
# What a list of such texts may have forgotten: each control and bidirectional character, markup, formulas, YAML.
OURS = [
    *(f"a{chr(code)}b" for code in range(0x20)),
    *(f"a{chr(code)}b" for code in (*range(0x7F, 0xA0), 0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x2028, 0x202F))),
    *(f"a{chr(code)}b" for code in (*range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), 0xFFFE, 0x1F1FA, 0xE0001)),
    *("\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\x1b]8;;http://x\x1b\\x\x1b]8;;\x1b\\", "[red]x[/red]", "[/]", ":smile:"),
    *("=1+1", "+1", "-1", "@x", "\t=1", "'=1", "a; b", "a\\; b", "a\\", '"', "'", "a\r\nb", "- a", "a: b", "*a", "&a", "!a"),
    *("NO", "~", "null", "0750", "1e3", "2022-03-21", "...", "---", "<<", "{a}", "[a]", "%a", "|", ">", "#a", "a #b", " a "),
]  # fmt: skip
COMMANDING = re.compile(f"(?!\n)[{CONTROL_CHARACTERS}]")


def strings() -> list[str]:
    found = json.loads(NAUGHTY.read_text(encoding="utf-8")) if NAUGHTY.exists() else []
    return [*found, *OURS]


def records_of(text: str) -> Iterator[Record]:
    """A record for each field that may hold the text."""
    usual: Record = {"date": "2022-03-21", "title": "t"}
    yield {**usual, "id": text}
    yield {**usual, "title": text}
    for name in ("summary", "place", "kind"):
        yield {**usual, name: text}
    for name in ("actors", "tags", "related"):
        yield {**usual, name: [text, "and another"]}
    yield {**usual, "sources": [{"title": text, "quote": text, "url": text, "publisher": text}]}
    yield {**usual, text or "x": {text: [text]}}


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of every text in every field that takes it."""
    path = tmp_path_factory.mktemp("naughty") / "events.yaml"
    path.write_text("# none yet\n")
    kept: list[Record] = []
    refusals: list[InvalidRecord] = []
    for number, text in enumerate(strings()):
        for at, record in enumerate(records_of(text)):
            try:
                Event.from_record(record)
            except InvalidRecord as error:
                refusals.append(error)
                continue
            kept.append({"id": f"n{number}-{at}", **record} if record.get("id", "") == "" else record)
    assert all(refusal.hint for refusal in refusals)
    assert not COMMANDING.search(" ".join(f"{refusal.message} {refusal.hint}" for refusal in refusals))
    named = list({str(record["id"]): record for record in kept}.values())
    write.rewrite(path, lambda _: Change(added=named))
    assert read_records([path]) == tuple(named)
    assert len(named) > 1500 or not NAUGHTY.exists()
    return path


def test_texts_are_stored_and_read_back(naughty: Path) -> None:
    assert path_is_text(naughty)


def path_is_text(path: Path) -> bool:
    """Whether a file could be printed on a terminal as it is."""
    return not COMMANDING.search(path.read_bytes().decode())


def test_each_text_is_changed_in_place(naughty: Path, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(
        "- id: a\n  date: 2022\n  title: x\n  tags: [one, two]  # kept\n  sources:\n    - quote: q\n"
    )
    for text in strings():
        record: Record = {
            "id": "a",
            "date": "2022",
            "title": "x",
            "tags": ["one", text or "y"],
            "sources": [{"quote": text}],
        }
        write.edit(path, ["a"], lambda _, record=record: record)  # type: ignore[misc]
        assert read_records([path]) == (record,)
        assert "# kept\n" in path.read_text()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [40, 100])
def test_no_view_lets_a_control_character_through(run: Run, naughty: Path, view: str, width: int) -> None:
    words = ("--ascii",) if width == 40 else ()
    ran = run("show", "--data", str(naughty), "--view", view, "--width", str(width), "--no-pager", *words)
    assert ran.code == 0
    assert ran.out
    assert not COMMANDING.search(ran.out + ran.err)


@pytest.mark.parametrize("words", [["-f", "text"], ["-f", "json"], ["-f", "github"], ["--fix", "--dry-run"]])
def test_no_report_of_check_lets_one_through(run: Run, naughty: Path, words: list[str]) -> None:
    ran = run("check", "--data", str(naughty), "--today", "2023-02-10", *words)
    assert ran.out.count("\n") > 100
    assert not COMMANDING.search(ran.out + ran.err)


def test_no_diff_lets_one_through(run: Run, naughty: Path) -> None:
    ran = run("edit", "--data", str(naughty), "--where", "*", "--kind", "a\x1b[2J\u202eb", "--dry-run")
    assert ran.code == 0
    assert ran.out.count("\n") > 1000
    assert not COMMANDING.search(ran.out + ran.err)
    ran = run("merge", "--data", str(naughty), *(f"n{number}-2" for number in range(20, 40)), "--dry-run")
    assert ran.code == 0
    assert ran.err.count("gives way to") > 10
    assert not COMMANDING.search(ran.out + ran.err)
    ran = run("remove", "--data", str(naughty), "n20-2", "--dry-run")
    assert ran.code == 0
    assert not COMMANDING.search(ran.out + ran.err)


@pytest.mark.parametrize(
    "format_", [name for name in going("out") if not {"binary", "folder"} & {*FORMATS.words(name)}]
)
def test_no_export_lets_one_through_to_a_terminal(naughty: Path, format_: str) -> None:
    leader, follower = pty.openpty()
    words = [sys.executable, "-m", "timeline", "export", "--data", str(naughty), "-f", format_]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "dumb"}
    with subprocess.Popen(words, stdout=follower, stderr=follower, env=environment) as process:
        os.close(follower)
        out = b""
        try:
            while more := os.read(leader, 100_000):
                out += more
        except OSError:  # the other end is closed
            pass
    os.close(leader)
    assert process.returncode == 0
    assert out.count(b"\n") > 1000 or format_ in {"geojson", "bibtex", "csl"} or not NAUGHTY.exists()
    assert not COMMANDING.search(out.decode().replace("\r\n", "\n"))

"""Programs and libraries of others that read what we write: `.ci/run` installs them; elsewhere their tests skip."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from timeline.model import Event
from timeline.record import InvalidRecord, Record

NAUGHTY = Path(__file__).resolve().parents[2] / "shared" / "events" / "naughty" / "blns.json"
# What each format would obey, if it were let.
OURS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "'=1", "{=1}"),
    *("a\r\nBEGIN:VALARM", "a\nEND:VEVENT", "a\\nb", "a;b,c\\", "ATTACH:http://x", "\u2028X-A:1"),
    *(
        "[a](http://x)",
        "![a](http://x)",
        "<http://x>",
        "http://x.org",
        "www.x.org",
        "<b>x</b>",
        "<script>x</script>",
    ),
    *(
        "*a*",
        "_a_",
        "`a`",
        "~~a~~",
        "|a|b|",
        "# a",
        "- a",
        "1. a",
        "(a) b",
        "> a",
        "+ a",
        "a.  b",
        "---",
        "===",
        "    a",
    ),
    *(
        "[^1]",
        "^[a]",
        "[^1]: a",
        "@key",
        "[@key]",
        "$x$",
        "$$x$$",
        "\\textbf{a}",
        "\\input{/etc/passwd}",
        "{#id .class}",
    ),
    *(
        "```{=latex}",
        ":::",
        ":smile:",
        "a: b",
        ": a",
        "%% a",
        "%%{init: {}}%%",
        "section a",
        "title a",
        "a : b : c",
    ),
    *(
        "---\ntitle: a\n---",
        "!!python/object:a",
        "*a",
        "&a",
        "? a",
        "key: value",
        "// a",
        "2020: a",
        "now: a",
        "#tag",
    ),
    *(
        "group a",
        "endGroup",
        "[[a]]",
        "![[a]]",
        "@article{a,",
        "},",
        "a\x1b[2Jb",
        "a\u202eb",
        "a\u200bb",
        "&amp;",
        "&#60;",
    ),
    *(
        "a\\",
        '"',
        "'",
        "\\",
        "{",
        "}",
        "{{x}}",
        "${x}",
        "javascript:alert(1)",
        "data:text/html,x",
        "%x",
        "#",
        "a%",
    ),
)


def strings() -> list[str]:
    """Texts that are known to break programs."""
    found = json.loads(NAUGHTY.read_text(encoding="utf-8")) if NAUGHTY.exists() else []
    return [*OURS, *found]


def hostile_events() -> list[Event]:
    """An event for each such text, with the text in every field that takes it."""
    events = []
    for number, text in enumerate(strings()):
        title = re.sub("[\r\n]", " ", text) if text.strip() else "Talks"
        source: Record = dict.fromkeys(
            ("title", "publisher", "author", "url", "archived", "quote", "at"), text
        )
        record: Record = {
            "id": f"n{number}",
            "date": "2022-03-21",
            "title": title,
            "lat": "1",
            "lon": "2",
            **dict.fromkeys(("summary", "place", "kind", "mine"), text),
            "actors": [text or "x", "x"],
            "tags": [text or "x"],
            "sources": [{**source, "grade": "A"}],
        }
        try:
            events.append(Event.from_record(record))
        except InvalidRecord:
            continue
    assert len(events) > 90
    return events


def node(script: str, package: str, text: str) -> Any:
    """What a script for Node prints as JSON of a text; in it stand `module`, which is the package's file, and `text`."""
    path = next(
        (p for one in os.environ.get("NODE_PATH", "").split(":") if (p := Path(one, package)).exists()), None
    )
    if path is None or shutil.which("node") is None:
        pytest.skip(f"{package} is in no folder of NODE_PATH, or node is not installed")
    program = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ createRequire }} from "node:module";
        const text = readFileSync(0, "utf8"), file = {json.dumps(str(path))};
        const require = createRequire(file);
        {script}
    """
    words = ["node", "--input-type=module", "--eval", program]
    done = subprocess.run(words, input=text.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def nodes(text: str, reader: str) -> Iterator[tuple[str, Any]]:
    """Every node that pandoc reads in a text, each with what is in it."""
    words = ["pandoc", "--from", reader, "--to", "json"]
    done = subprocess.run(words, input=text.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    waiting = [json.loads(done.stdout)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict) and "t" in one:
            yield one["t"], one.get("c")
            waiting.append(one.get("c"))
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one

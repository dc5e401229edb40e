"""Mermaid: what its parser reads is the dates and titles of the events, in their sections, and nothing else."""

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings
from outside import hostile_events, node

from timeline.dates.wording import wording
from timeline.errors import harmless
from timeline.formats.format import WriteOptions
from timeline.formats.mermaid import write
from timeline.model import Event

READER = """
    const { JSDOM } = require("jsdom");
    globalThis.window = new JSDOM("<!doctype html><body></body>").window;
    globalThis.document = globalThis.window.document;
    const mermaid = (await import(file)).default;
    await mermaid.parse("timeline\\n    2022 : a");
    const read = [];
    for (const one of JSON.parse(text)) {
        await mermaid.parse(one);
        const { db } = await mermaid.mermaidAPI.getDiagramFromText(one);
        const found = [db.getCommonDb().getDiagramTitle() ?? "", db.getSections(), db.getTasks()];
        read.push(JSON.stringify(found));  // the next text is read into the same lists
    }
    console.log(`[${read.join(",")}]`);
"""


def text_of(events: Sequence[Event], **options: Any) -> str:
    return "".join(write(events, WriteOptions(**options)))


def plain(text: str) -> str:
    """A text as Mermaid draws it, who keeps references by signs of its own until then."""
    return re.sub("ﬂ°°([0-9]+)¶ß", lambda match: chr(int(match[1])), text).strip()


def read(*texts: str) -> list[tuple[str, list[str], list[tuple[str, str]]]]:
    answer = node(READER, "mermaid/dist/mermaid.core.mjs", json.dumps(texts))
    return [
        (
            plain(title),
            [plain(section) for section in sections],
            [(plain(task["task"]), plain(one)) for task in tasks for one in task["events"]],
        )
        for title, sections, tasks in answer
    ]


def expected(events: Sequence[Event]) -> list[tuple[str, str]]:
    return [(wording(event.date), harmless(" ".join(event.title.split())) or "–") for event in events]


def test_a_section_a_year_and_a_date_once() -> None:
    events = [
        Event.from_record({"date": date, "title": title})
        for date, title in (("2022-03", "a: b"), ("2022-03", "#1"), ("-0043", "Ides"), ("2022", "c"))
    ]
    assert text_of(events, title="T") == (
        "timeline\n    title T\n"
        "    section 2022\n"
        "        Mar 2022 : a#58; b\n"
        "                 : #35;1\n"
        "        2022 : c\n"
        "    section 44 BC\n"
        "        44 BC : Ides\n"
    )
    assert text_of([], ending=".md") == "```mermaid\ntimeline\n```\n"


def test_mermaid_reads_every_text_as_text() -> None:
    events = hostile_events()
    (one,) = read(text_of(events, title="%%{init: {}}%% a"))
    title, sections, tasks = one
    assert title == "%%{init: {}}%% a"
    assert sections == ["2022"]
    assert tasks == expected(events)
    by = read(*(text_of([event], by="kind", title=event.title) for event in events))
    assert [tasks for _, _, tasks in by] == [expected([event]) for event in events]
    kinds = [harmless(" ".join(event.kind.split())) or "–" if event.kind else "(no kind)" for event in events]
    assert [sections for _, sections, _ in by] == [[kind] for kind in kinds]


def test_mermaid_reads_every_date() -> None:
    found: list[Sequence[Event]] = []

    @settings(max_examples=40)
    @given(event_lists())
    def collect(events: Sequence[Event]) -> None:
        found.append(events)

    collect()
    filled = [events for events in found if events]
    for events, (_, _, tasks) in zip(filled, read(*map(text_of, filled)), strict=True):
        assert sorted(tasks) == sorted(expected(events))


@pytest.mark.parametrize("sign", [":", "#", "%", ";", "<", "\\", "$", "`"])
def test_no_sign_that_means_something_stands_there(sign: str) -> None:
    text = text_of([Event.from_record({"date": "2022", "title": f"a{sign}b"})])
    assert f"a#{ord(sign)};b" in text

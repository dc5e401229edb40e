"""Notes: a file an event, its whole record in front, and below it the words of the event, with links to other notes."""

import io
import re
from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from event_strategies import events as event_lists
from hypothesis import given, settings
from markdown_it import MarkdownIt
from outside import hostile_events

from timeline.errors import InvalidData
from timeline.formats.format import ReadOptions, WriteOptions
from timeline.formats.notes import FORMAT, files, read
from timeline.identity import new_id
from timeline.model import Event
from timeline.record import Record

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ALLOWED = {"text", "text_special", "strong_open", "strong_close", "link_open", "link_close"}


def notes(events: Sequence[Event]) -> dict[str, str]:
    return dict(files(events, WriteOptions()))


def parts(text: str) -> tuple[Any, str]:
    """The front matter as any YAML reader has it, every scalar a text, and what follows."""
    assert text.startswith("---\n")
    front, _, body = text[4:].partition("\n---\n")
    return yaml.load(front, yaml.BaseLoader), body


@settings(max_examples=60)
@given(event_lists())
def test_the_front_matter_is_the_record(events: Sequence[Event]) -> None:
    found = notes(events)
    assert len({name.casefold() for name in found}) == len(events)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9._-]*\.md", name) for name in found)
    for event, text in zip(events, found.values(), strict=True):
        record, _ = parts(text)
        assert Event.from_record(record) == event
    assert FORMAT.files is files


def test_names_and_other_events_are_links() -> None:
    records: list[dict[str, Any]] = [
        {"id": "un:1", "date": "2022", "title": "A", "place": "Oslo", "actors": ["Japan", "a|b", "São Tomé"]},
        {
            "date": "2023-02",
            "title": "B c",
            "after": ["un:1"],
            "related": ["elsewhere"],
            "summary": "- one\n\ntwo",
        },
    ]
    found = notes([Event.from_record(record) for record in records])
    assert [*found] == ["un_1.md", "2023-02-b-c.md"]
    first, second = (parts(text)[1] for text in found.values())
    assert first == "\n# A\n\n**2022**, [[Oslo]]\n\nActors: [[Japan]], a\\|b, [[São Tomé]]\n\n"
    assert second == (
        "\n# B c\n\n**Feb 2023**\n\n\\- one\n\ntwo\n\nAfter: [[un_1]]\n\nSee also: [[elsewhere]]\n\n"
    )


def test_no_text_is_markup_or_a_link_to_a_note() -> None:
    events = hostile_events()
    for event, text in zip(events, notes(events).values(), strict=True):
        record, body = parts(text)
        assert Event.from_record(record) == event
        tokens = READER.parse(body)
        blocks = {token.type.partition("_")[0] for token in tokens}
        assert blocks <= {"heading", "paragraph", "inline", "bullet", "list"}
        assert sum(token.type == "heading_open" for token in tokens) == 2
        assert sum(token.type == "list_item_open" for token in tokens) == 1
        children = [child for token in tokens for child in token.children or ()]
        assert {child.type for child in children} <= ALLOWED
        assert all(
            str(child.attrs["href"]).startswith("http") for child in children if child.type == "link_open"
        )
        for link in re.findall(r"(?<!\\)\[\[(.*?)\]\]", body):
            assert link in (*event.actors, event.place)
            assert re.fullmatch(r"\w[\w .,'’()–-]*", link)


def taken(text: str, name: str = "2022-03-21 Talks end", told: list[str] | None = None) -> list[Record]:
    """The records of a note; InvalidData for what is wrong with one."""
    found = []
    note = ([] if told is None else told).append
    for _, row in read(io.BytesIO(text.encode()), ReadOptions(name=name, note=note)):
        if isinstance(row, InvalidData):
            raise row
        assert isinstance(row, dict)
        found.append(row)
    return found


@settings(max_examples=60)
@given(event_lists())
def test_a_note_comes_back_as_the_event_that_it_was_made_of(events: Sequence[Event]) -> None:
    for event, (name, text) in zip(events, notes(events).items(), strict=True):
        stem = name.removesuffix(".md")
        (record,) = taken(text, stem)
        assert Event.from_record(record) == Event.from_record({"id": new_id("", stem), **event.to_record()})


def test_hostile_events_come_back_too() -> None:
    events = hostile_events()
    for event, text in zip(events, notes(events).values(), strict=True):
        there = {name: value for name, value in event.to_record().items() if value != ""}  # is absent
        assert [Event.from_record({**one, "id": event.id}) for one in taken(text)] == [
            Event.from_record(there)
        ]


DATED = "---\ndate: 2022-03-21\n"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (f"{DATED}---\n", {"title": "Talks end", "id": "2022-03-21-talks-end"}),
        (f"{DATED}---", {"title": "Talks end"}),
        (f"{DATED}...\n# A *heading*\n\nWords.\n", {"title": "A *heading*", "summary": "Words."}),
        (f"{DATED}Event: Named\n---\n# Other\nMore\n", {"title": "Named", "summary": "More"}),
        (f"{DATED}summary: Said\n---\nMore.\n", {"summary": "Said"}),
        (f"{DATED}Participants: ['[[Russia]]', '[[people/Japan|them]]']\n---\n", {"actors": ["Russia", "Japan"]}),
        (f"{DATED}actors:\n  - [[Russia]]\n  - Japan\n---\n", {"actors": ["Russia", "Japan"]}),
        (f"{DATED}tags: ['#peace', talks]\n---\n", {"tags": ["peace", "talks"]}),
        (f"{DATED}related: '[[2023 Briefing#Later]]'\n---\n", {"related": ["2023-briefing"]}),
        (f"{DATED}after: [2018-talks]\n---\n", {"after": ["2018-talks"]}),
        (f"{DATED}---\nSaid [[Lavrov]] in [[Moscow|the capital]].\n\n\n- one\n", {"summary": "Said Lavrov in the capital.\n\n- one"}),
        (f"{DATED}id: own\nmood: calm\n---\n", {"id": "own", "mood": "calm"}),
        ("---\r\nwhen: 2022-03\r\n---\r\nWords\r\n", {"date": "2022-03", "summary": "Words"}),
        ("---\nyear: 2022\nmonth: 3\n---\n", {"date": "2022-03"}),
    ],
)  # fmt: skip
def test_the_words_of_other_people_s_notes(text: str, fields: Record) -> None:
    (record,) = taken(text)
    assert {name: record.get(name) for name in fields} == fields


def test_a_note_of_ours_that_somebody_wrote_into_has_that_as_its_summary() -> None:
    event = Event.from_record(
        {"id": "a", "date": "2022", "title": "A", "actors": ["Japan"], "after": ["b:c"]}
    )
    (text,) = notes([event]).values()
    assert "After: [[b:c]]" not in text
    (record,) = taken(text.replace("Actors:", "He came late.\n\nActors:"), "a")
    assert Event.from_record(record) == Event.from_record({**event.to_record(), "summary": "He came late."})


@pytest.mark.parametrize(
    "text",
    ["", "words", "---\ntags: [a]\n---\nwords", "---\ndate:\n---\n", "---\n---\n", "---\nevents: []\n---\n"],
)
def test_a_note_without_a_date_is_no_event_and_this_is_told(text: str) -> None:
    told: list[str] = []
    assert not taken(text, told=told)
    assert told == ["1: a note without a date is no event"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ndate: 2022\n", "1: what stands in front has no end"),
        ("---\ndate: 2022\nactors: [a\n---\n", "3: not YAML"),
        ("---\ndate: 2022\ndate: 2023\n---\n", "3: "),
        ("---\ndate: {{date}}\n---\n", "2: "),
        ("---\ndate: !!python/object:a 2022\n---\n", "2: "),
    ],
)
def test_what_is_wrong_in_front_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(InvalidData) as caught:
        taken(text)
    assert caught.value.message.startswith(message)

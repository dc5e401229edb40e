"""Notes: a file an event, its whole record in front, and below it the words of the event, with links to other notes."""

import re
from collections.abc import Sequence
from typing import Any

import yaml
from event_strategies import events as event_lists
from hypothesis import given, settings
from markdown_it import MarkdownIt
from outside import hostile_events

from timeline.formats.format import WriteOptions
from timeline.formats.notes import FORMAT, files
from timeline.model import Event

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

"""Markdown: a table whose cells are the words of the events, and in which no text of theirs is markup."""

from collections.abc import Sequence
from typing import Any

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings
from markdown_it import MarkdownIt
from outside import hostile_events

from timeline.errors import harmless
from timeline.formats.format import WriteOptions
from timeline.formats.markdown import guarded, inline
from timeline.formats.md import write
from timeline.model import Event

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "text_special", "link_open", "link_close"}


def text_of(events: Sequence[Event]) -> str:
    return "".join(write(events, WriteOptions()))


def table(text: str) -> tuple[list[str], list[list[Any]]]:
    """The names of the columns, and the tokens of each row's cells."""
    tokens = READER.parse(text)
    assert [token.type for token in tokens if token.level == 0] == ["table_open", "table_close"]
    cells = [token for token in tokens if token.type == "inline"]
    names = [token.content for token in cells if token.level == 4][: text.partition("\n")[0].count(" | ") + 1]
    rest = cells[len(names) :]
    return names, [rest[at : at + len(names)] for at in range(0, len(rest), len(names))]


def words(cell: Any) -> str:
    return "".join(child.content for child in cell.children)


@settings(max_examples=40)
@given(event_lists())
def test_each_event_is_a_row_of_its_words(events: Sequence[Event]) -> None:
    names, rows = table(text_of(events))
    assert names[:2] == ["Date", "Event"]
    assert len(rows) == len(events)
    for given_, row in zip(events, rows, strict=True):
        cells = dict(zip(names, row, strict=True))
        assert words(cells["Event"]) == harmless(" ".join(given_.title.split()))
        actors = harmless(" ".join("; ".join(given_.actors).split()))
        assert (
            words(cells["Actors"]) == actors
            if actors
            else "Actors" not in cells or not words(cells["Actors"])
        )


def test_columns_that_no_event_fills_are_left_out() -> None:
    assert text_of([Event.from_record({"date": "2022~", "title": "a|b", "place": "Oslo"})]) == (
        "| Date | Event | Place |\n| --- | --- | --- |\n| c. 2022 | a\\|b | Oslo |\n"
    )
    assert text_of([]) == "| Date | Event |\n| --- | --- |\n"


def test_no_text_is_markup_and_no_address_but_of_the_web_is_a_link() -> None:
    events = hostile_events()
    _, rows = table(text_of(events))
    assert len(rows) == len(events)
    for row in rows:
        for cell in row:
            assert {child.type for child in cell.children} <= PLAIN
            links = [child.attrs["href"] for child in cell.children if child.type == "link_open"]
            assert all(str(link).startswith(("http://", "https://")) for link in links)


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "+ a",
        "1. a",
        "1) a",
        "(a) b",
        "a. b",
        "# a",
        "> a",
        "=a",
        "---",
        ": a",
        "~ a",
        "% a",
        "| a",
        "    a",
    ],
)
def test_no_text_begins_a_block(text: str) -> None:
    tokens = READER.parse(guarded(inline(text)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert words(tokens[1]) == text.strip()


def test_words_stay_as_they_can_be_read() -> None:
    assert (
        inline("Talks (in Oslo) end: 5 of 7 agree, it's said.")
        == "Talks (in Oslo) end: 5 of 7 agree, it's said."
    )

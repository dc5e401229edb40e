"""The narrative: chapters of prose whose notes cite each source in full once, and then short."""

import shutil
from collections.abc import Sequence
from typing import Any

import pytest
from outside import hostile_events, nodes

from timeline.errors import UsageError
from timeline.formats.citation import Citations
from timeline.formats.format import WriteOptions
from timeline.formats.narrative import write
from timeline.model import Event, Source

STORY = {
    "author": "Maria Ivanova",
    "title": "Talks on a treaty: what they said",
    "publisher": "TASS",
    "date": "2023-02-10",
    "url": "https://tass.com/1",
    "archived": "https://web.archive.org/tass",
    "retrieved": "2023-03-03",
    "at": "para 2",
    "quote": "no treaty",
}
pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


def event(**fields: Any) -> Event:
    return Event.from_record({"date": "2022-03", "title": "Talks", **fields})


def text_of(events: Sequence[Event], by: str = "", title: str = "") -> str:
    return "".join(write(events, WriteOptions(by=by, title=title)))


def test_a_source_is_cited_in_full_once_and_then_short() -> None:
    other = {**STORY, "at": "para 9", "quote": "never"}
    text = text_of([event(sources=[STORY]), event(sources=[other, {"publisher": "AP", "title": "Why?"}])])
    assert text == (
        "## 2022\n\n"
        "**March 2022.** Talks.[^1]\n\n"
        "**March 2022.** Talks.[^2]\n\n"
        "[^1]: Maria Ivanova, “Talks on a treaty: what they said,” *TASS*, 10 February 2023, para 2, accessed 3 March"
        " 2023, [https\\://tass.com/1](https://tass.com/1), archived at"
        " [https\\://web.archive.org/tass](https://web.archive.org/tass): “no treaty”.\n\n"
        "[^2]: Maria Ivanova, “Talks on a treaty,” para 9: “never”; “Why?” *AP*.\n"
    )


def test_two_sources_that_look_alike_are_told_apart() -> None:
    citations = Citations()
    first, second, third = (
        Source(publisher="AP", title="Talks", url=f"https://x/{number}") for number in range(3)
    )
    dated = Source(publisher="AP", title="Talks", date=event(date="2023-02").date)
    for source in (first, second, third, dated):
        citations.note([source])
    short = [citations.note([source]) for source in (first, second, third, dated, first)]
    assert short == [
        *("AP, “Talks.”", "AP, no. 2, “Talks.”", "AP, no. 3, “Talks.”", "AP, February 2023, “Talks.”"),
        "AP, “Talks.”",
    ]


def test_chapters_are_years_or_what_is_asked_for() -> None:
    events = [event(date="-0043", actors=["Rome"]), event(date="../..", actors=["Rome", "Gaul"]), event()]
    titles = [line for line in text_of(events, title="A *history*").splitlines() if line.startswith("#")]
    assert titles == ["# A \\*history\\*", "## 44 BC", "## Without a year", "## 2022"]
    text = text_of(events, by="actor")
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "## Rome",
        "## Gaul",
        "## (no actor)",
    ]
    assert text.count("**always.**") == 2
    with pytest.raises(UsageError):
        text_of(events, by="colour")


def test_a_paragraph_says_when_where_what_and_how_sure() -> None:
    one = event(date="2022-03~", place="Oslo", summary="They end!", status="disputed")
    assert text_of([one]).splitlines()[2] == "**c. March 2022, Oslo.** Talks. They end! *(disputed)*"


@pandoc
@pytest.mark.parametrize("reader", ["markdown", "markdown-smart", "gfm+footnotes", "commonmark_x"])
def test_no_text_is_markup(reader: str) -> None:
    events = hostile_events()
    allowed = {"Para", "Str", "Space", "Strong", "Emph", "Note", "Link", "Header", "Quoted", "SoftBreak"}
    allowed |= {"DoubleQuote", "SingleQuote"}
    found = [*nodes(text_of(events), reader)]
    names = {name for name, _ in found}
    assert names <= allowed, names - allowed
    assert sum(name == "Note" for name, _ in found) == len(events)
    assert sum(name == "Header" for name, _ in found) == 1
    addresses = [inside[2][0] for name, inside in found if name == "Link"]
    assert all(address.startswith(("http://", "https://", "mailto:")) for address in addresses)

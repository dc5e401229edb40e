"""markwhen: its parser finds every event, on the days that it can mean, with the words and properties of the record."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings
from outside import hostile_events, node

from timeline.dates.calendar import days_from_civil
from timeline.dates.forms import forms_of
from timeline.errors import harmless
from timeline.formats.days import days_of
from timeline.formats.format import WriteOptions
from timeline.formats.markwhen import FORMAT, left_out, write
from timeline.model import Event

READER = """
    const { parse } = require(file);
    const flat = (node, into) => {
        if (node.children) node.children.forEach((one) => flat(one, into));
        else into.push({
            title: node.firstLine.restTrimmed, range: node.dateRangeIso, properties: node.properties, tags: node.tags,
            text: node.supplemental.map((one) => one.raw ?? ""), id: node.id ?? "", percent: node.percent ?? null,
            types: node.supplemental.map((one) => one.type),
        });
        return into;
    };
    const read = JSON.parse(text).map((one) => {
        const { events, header, parseMessages } = parse(one);
        return { events: flat(events, []), header, messages: parseMessages,
                 groups: events.children.filter((one) => one.children).map((one) => one.title) };
    });
    console.log(JSON.stringify(read));
"""
JOINER = "\u2060"


def text_of(events: Sequence[Event], **options: Any) -> str:
    return "".join(write(events, WriteOptions(**options)))


def read(*texts: str) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = node(READER, "@markwhen/parser/cjs/index.js", json.dumps(texts))
    assert not [one["messages"] for one in answer if one["messages"]]
    return answer


def words(text: str) -> str:
    return harmless(" ".join(text.split()))


def shown(text: str) -> str:
    return text.replace(JOINER, "").strip()


def day(iso: str) -> int:
    """The day of a moment as JavaScript writes it: `-000043-01-01T00:00:00.000+00:00`."""
    year, month, number = iso.partition("T")[0].rsplit("-", 2)
    return days_from_civil(int(year), int(month), int(number))


@pytest.mark.parametrize(
    ("date", "written"),
    [
        *(
            ("2022-03-21", "2022-03-21"),
            ("2022-03", "2022-03"),
            ("0750", "0750"),
            ("2018/2020-03", "2018/2020-03"),
        ),
        *(
            ("1950~", "1950"),
            ("195X", "1950/1959"),
            ("2001-21", "2001-03/2001-05"),
            ("2018/..", "2018"),
            ("1950~/2022-03-21", "1950/2022-03-21"),
        ),
        *(("[2018..2020]", "2018/2020"), ("2023-02-10T15:00:00Z", "2023-02-10"), ("../2018-03", "2018-03")),
        *(("-0043-03-15", "44 BCE"), ("-0100/0050", "101 BCE - 50 CE"), ("0000", "1 BCE")),
    ],
)
def test_a_date_is_one_that_the_parser_takes(date: str, written: str) -> None:
    event = Event.from_record({"date": date, "title": "Talks"})
    assert f"\n{written}: Talks\n" in text_of([event])


def test_the_parser_counts_the_events_and_their_days() -> None:
    found: list[Sequence[Event]] = []

    @settings(max_examples=60)
    @given(event_lists())
    def collect(events: Sequence[Event]) -> None:
        found.append(events)

    collect()
    for events, answer in zip(found, read(*map(text_of, found)), strict=True):
        there = [event for event in events if not left_out(event)]
        assert len(answer["events"]) == len(there)
        for event, one in zip(there, answer["events"], strict=True):
            days = days_of(event.date)
            assert days is not None
            first, after = day(one["range"]["fromDateTimeIso"]), day(one["range"]["toDateTimeIso"])
            if "year before 1" in forms_of(event.date):
                assert abs(first - days.first) <= 366
            else:
                assert (first, after - 1) == (days.first, days.last)
            assert one["properties"].get("id", "") == event.id
            assert (
                forms_of(event.date) <= FORMAT.carries.dates or one["properties"]["edtf"] == event.date.text
            )


def test_no_text_is_an_event_a_tag_a_property_or_a_comment() -> None:
    events = hostile_events()
    (answer,) = read(text_of(events, title="a: #b"))
    assert shown(answer["header"]["title"]).endswith("b")
    assert len(answer["events"]) == len(events)
    for event, one in zip(events, answer["events"], strict=True):
        tags = [
            tag
            for tag in event.tags
            if tag.isascii() and tag.replace("_", "a").isalnum() and not tag.isdigit()
        ]
        assert one["tags"] == list(dict.fromkeys(tags))
        assert shown(one["title"]) == shown(words(event.title))
        assert set(one["properties"]) <= {
            *("id", "title", "summary", "location", "actors", "lat", "lon", "kind", "tags", "sources", "edtf")
        }
        assert one["percent"] is None
        assert one["id"] in ("", event.id)
        assert shown(" ".join(one["text"])) == shown(words(event.summary))
        assert set(one["types"]) <= {"text", "paragraphBreak"}


def test_sections_are_what_is_asked_for() -> None:
    events = [
        Event.from_record({"date": "2022", "title": "a", "actors": ["Japan", "Russia # 1"]}),
        Event.from_record({"date": "2023", "title": "b"}),
    ]
    (answer,) = read(text_of(events, by="actor"))
    assert [shown(one) for one in answer["groups"]] == ["Japan", "Russia # 1", "(no actor)"]

"""A card has everything that is known about an event."""

import re

from event_strategies import whole_events
from hypothesis import given, settings
from view_drawing import drawn, event

from timeline.errors import harmless
from timeline.model import Event, Origin
from timeline.record import Value
from timeline.views.words import tag_words


def _texts(value: Value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [*value, *(text for item in value.values() for text in _texts(item))]
    return [text for item in value for text in _texts(item)]


@settings(deadline=None)
@given(one=whole_events())
def test_every_text_of_an_event_is_on_its_card(one: Event) -> None:
    texts = [
        one.id,
        one.date_as_written,
        one.title,
        one.summary,
        one.place,
        one.kind,
        one.status,
        one.date.text,
    ]
    texts += [
        *one.actors,
        *map(tag_words, one.tags),
        *one.after,
        *one.before,
        *one.related,
        *_texts(dict(one.extra)),
    ]
    for source in one.sources:
        texts += [source.title, source.publisher, source.author, source.url, source.archived, source.quote]
        texts += [source.at, *source.supports, source.grade, source.file, source.sha256]
        texts += [source.retrieved.text] if source.retrieved else []
        texts += _texts(dict(source.extra))
    card = re.sub(r"\s", "", drawn("card", [one], 120))
    for text in texts:
        for line in text.split("\n"):
            assert re.sub(r"\s", "", harmless(line)) in card


def test_a_card_reads_well() -> None:
    one = event(
        "1950~/2022-03-21",
        "Talks",
        summary="First line.\nSecond line.",
        actors=["Russia", "Japan"],
        place="Moscow",
        lat="55.75",
        lon="37.6",
        place_precision="city",
        status="disputed",
        sources=[
            {
                "title": "Closed",
                "publisher": "TASS",
                "author": "A. N.",
                "date": "2023-02-10",
                "url": "https://example.org/a",
                "archived": "https://example.net/b",
                "quote": "remains closed",
                "event_date": "2022",
                "page": "3",
            },
            {"url": "https://example.org/c"},
        ],
        confidence={"level": "3", "by": ["a", "b"]},
        **{"a rather long field": "x"},
    )
    lines = [line.strip() for line in drawn("card", [one], 70).split("\n")]
    assert lines[0] == "◆~ Talks [disputed]"
    assert lines[2:] == [
        "date      c. 1950 – 21 Mar 2022 (1950~/2022-03-21)",
        "summary   First line.",
        "Second line.",
        "actors    Russia, Japan",
        "place     Moscow (lat 55.75, lon 37.6, city)",
        "status    disputed",
        "source 1  Closed",
        "TASS, A. N., 10 Feb 2023",
        "“remains closed”",
        "gives the date 2022",
        "https://example.org/a",
        "archived https://example.net/b",
        "page: 3",
        "source 2  https://example.org/c",
        "confidence: level: 3; by: a, b",
        "a rather long field: x",
        "",
    ]


def test_a_card_says_where_the_record_stands() -> None:
    one = Event.from_record({"date": "2018", "title": "A"}, Origin(path="data/events.yaml", line=12))
    assert "from      data/events.yaml:12" in drawn("card", [one])


def test_links_are_made_of_clean_urls_only_and_only_in_colour() -> None:
    good, bad = "https://example.org/a", "https://example.org/\x1b]8;;evil"
    events = [event("2018", sources=[{"url": good}, {"url": bad}, {"url": "javascript:alert(1)"}])]
    text = drawn("card", events, colour=True, links=True)
    assert f";{good}\x1b\\" in text
    assert "\x1b]8;;evil" not in text
    assert "javascript:alert(1)\x1b\\" not in text
    assert "\x1b]8" not in drawn("card", events, colour=True)


def test_relations_are_told_in_both_directions() -> None:
    events = [
        event("2018", "Talks", id="talks", before=["treaty"], related=["gone"]),
        event("2019", "Treaty", id="treaty", after=["talks"]),
        event("2020", "Parade", after=["treaty"], related=["talks"]),
    ]
    talks, treaty, parade = drawn("card", events).split("\n\n")
    assert "before    treaty\n" in talks
    assert "related   gone, “Parade”" in talks
    assert "after     talks\n" in treaty
    assert "before    “Parade”" in treaty
    assert "after     treaty\n" in parade

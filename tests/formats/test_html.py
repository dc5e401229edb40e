"""The page as a file: one that every parser takes, whose data is data, and that allows itself nothing but its own scripts."""

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings
from outside import hostile_events
from page_events import few, many

from timeline.errors import CONTROL_CHARACTERS, UsageError, harmless
from timeline.formats import check_options, html
from timeline.formats.format import WriteOptions
from timeline.formats.loss import loss
from timeline.model import Event
from timeline.naming import Named, Names


def page(events: Sequence[Event], **options: Any) -> str:
    return "".join(html.write(events, WriteOptions(**options)))


def data(text: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/ld\+json" id="_events">(.*?)</script>', text, re.DOTALL)
    value: dict[str, Any] = json.loads(found)
    return value


def elements(text: str) -> Any:
    html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed")
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def test_a_parser_takes_the_page() -> None:
    tree = elements(page(few(), title="A treaty"))
    assert tree.findtext("head/title") == "A treaty"
    assert [one.get("id") for one in tree.find(".//ol").findall("li")] == [event.id for event in few()]
    assert len(tree.findall(".//script")) == 4


def test_no_text_is_markup() -> None:
    events = hostile_events()
    plain = elements(page([Event.from_record({**event.to_record(), "title": "x"}) for event in many(3)]))
    tree = elements(page(events, title="</title><script>x</script>"))
    assert {one.tag for one in tree.iter()} == {one.tag for one in plain.iter()}
    found = {name for one in tree.find(".//ol").iter() for name in one.attrib}
    assert found <= {"id", "href", "rel", "class"}
    for item, event in zip(tree.find(".//ol").findall("li"), events, strict=True):
        assert item.findtext("a").split() == harmless(event.title).split()
        assert all(link.get("href").startswith(("http", "#")) for link in item.iter("a"))


def test_no_character_commands() -> None:
    assert not re.search(f"(?!\n|\t)[{CONTROL_CHARACTERS}]", page(hostile_events()))


def test_only_its_own_scripts_run_in_its_own_style() -> None:
    text = page(few())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    hashes = [f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in (*scripts, style)]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src {' '.join(hashes[:3])}",
        f"style-src {hashes[3]}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert not re.search(
        r"<[^>]* (?:style|on\w+)=", re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
    )


def test_the_data_is_json_ld_that_says_what_the_events_say() -> None:
    said = data(page(few(), title="A treaty"))
    assert (said["@type"], said["name"], said["@context"]["@vocab"]) == (
        "ItemList",
        "A treaty",
        "https://schema.org/",
    )
    one = said["itemListElement"][5]
    assert one == {
        "@type": "Event",
        "@id": "#end",
        "name": "Ministry ends the talks",
        "description": "It names sanctions.\nAnd Côte d'Ivoire.",
        "startDate": "2022-03-21",
        "actor": ["Russia", "Foreign Ministry"],
        "location": "Moscow",
        "keywords": ["treaty"],
        "status": "confirmed",
        "subjectOf": [
            {
                "@type": "CreativeWork",
                "name": "Talks end",
                "publisher": "The Herald",
                "when": "22 Mar 2022",
                "url": "https://example.org/talks",
                "archivedAt": "https://archive.example.org/talks",
                "quote": "no further round",
                "pagination": "p. 3",
            }
        ],
        "when": "21 Mar 2022",
        "edtf": "2022-03-21",
        "days": [[0, 19072, 19072, 0]],
        "after": ["#talks"],
    }
    assert said["itemListElement"][0]["days"] == [[0, -735160, -735160, 0]]
    own = {name for event in said["itemListElement"] for name in event} - {"@type", "@id"}
    known = {
        "name",
        "description",
        "startDate",
        "actor",
        "location",
        "additionalType",
        "keywords",
        "subjectOf",
    }
    assert own - known <= said["@context"].keys()


def test_names_are_one_where_they_are_known() -> None:
    said = data(page(few()))["names"]
    assert (said["actor"], said["place"]) == ({"JPN": "Japan"}, {})
    assert {"JP", "JPN"} <= {*said["also"]["Japan"]}
    names = Names(
        (Named(name="MFA", aliases=("Foreign Ministry",)),), (Named(name="Москва", aliases=("Moscow",)),)
    )
    said = data(page(few(), names=names))["names"]
    assert said["actor"] == {"JPN": "Japan", "Foreign Ministry": "MFA"}
    assert said["place"] == {"Moscow": "Москва"}
    assert (said["also"]["MFA"], said["also"]["Москва"]) == (
        ["MFA", "Foreign Ministry"],
        ["Москва", "Moscow"],
    )


@settings(max_examples=40)
@given(event_lists())
def test_nothing_is_lost_and_every_event_has_an_address_of_its_own(events: Sequence[Event]) -> None:
    said = data(page(events))["itemListElement"]
    assert len({one["@id"] for one in said}) == len(events)
    assert loss(events, html.FORMAT.carries) == {}
    for one, event in zip(said, events, strict=True):
        texts = json.dumps(one, ensure_ascii=False)
        for name in ("title", "place", "kind", "date_as_written"):
            assert json.dumps(harmless(getattr(event, name)), ensure_ascii=False)[1:-1] in texts
        assert one["edtf"] == event.date.text


def test_summaries_are_left_out_where_asked_and_many_events_say_less_without_scripts() -> None:
    small, whole = page(many(40), no_summaries=True), page(many(40))
    assert "They spoke for" in whole
    assert "They spoke for" not in small
    assert "<noscript>" in whole
    assert "<noscript>" not in page(many(1001))
    with pytest.raises(UsageError) as caught:
        check_options("csv", ["no_summaries"])
    assert caught.value.message == "--no-summaries says nothing to the format csv"


def test_a_large_page_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    notes: list[str] = []
    page(many(40), note=notes.append)
    assert notes == []
    monkeypatch.setattr(html, "_MUCH", 50_000)
    page(many(40), note=notes.append)
    page(many(40), note=notes.append, no_summaries=True)
    assert notes == [
        "html: 0 MB is much for a mail or a phone; --no-summaries makes it smaller",
        "html: 0 MB is much for a mail or a phone",
    ]


def test_many_events_far_apart_have_a_page_without_a_picture_for_paper() -> None:
    assert "</svg></section>" in page(many(201)).replace("\n", "")
    assert '<section class="still" aria-label="Picture"></section>' in page([*many(201), *few()])


def test_a_field_of_the_users_own_makes_lanes_and_no_markup() -> None:
    by = '"><script>alert(1)</script>'
    bare = few()[0]
    text = page([bare, replace(bare, extra={by: "Nachlass"})], by=by)
    assert "<script>alert" not in text
    lanes = [one["lane"] for one in data(text)["itemListElement"]]
    assert lanes == [[f"(no {by})"], ["Nachlass"]]


@pytest.mark.parametrize("by", ["", "actor", "source", "status"])
def test_lanes_that_are_asked_for_are_chosen(by: str) -> None:
    text = page(few(), by=by)
    assert re.findall(r'<option value="(\w*)" selected', text) == [by]
    lanes = [one.get("lane") for one in data(text)["itemListElement"]]
    assert lanes[5] == {"source": ["The Herald"], "status": ["confirmed"]}.get(by)

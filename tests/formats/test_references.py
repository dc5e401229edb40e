"""Bibliographies: each source once, as readers of BibTeX and CSL-JSON have it, and no text a command of TeX or HTML."""

import json
import re
import shutil
from collections.abc import Sequence
from typing import Any

import pytest
from event_strategies import events as event_lists
from hypothesis import given, settings
from outside import hostile_events, nodes

from timeline.errors import harmless
from timeline.formats import bibtex, csl
from timeline.formats.format import WriteOptions
from timeline.formats.references import references
from timeline.model import Event

ARTICLE = {"title": "Talks end", "publisher": "TASS", "date": "2023-02-10", "url": "https://tass.com/1_2%20"}


def event(*sources: Any) -> Event:
    return Event.from_record({"date": "2022", "title": "Talks", "sources": [*sources]})


def bib(events: Sequence[Event]) -> str:
    return "".join(bibtex.write(events, WriteOptions()))


def items(events: Sequence[Event]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads("".join(csl.write(events, WriteOptions())))
    return found


def entries(text: str) -> Any:
    parser = pytest.importorskip("bibtexparser", reason="bibtexparser is not installed")
    library = parser.parse_string(text)
    assert not library.failed_blocks
    assert not library.comments
    assert not library.strings
    assert not library.preambles
    return library.entries


def plain(value: str) -> str:
    """What TeX sets of a text in which every command is one of ours."""
    value = re.sub(r"\A\{(.*)\}\Z", r"\1", value, flags=re.DOTALL)
    names = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
    return re.sub(
        r"\\text(\w+?)\{\}|\\([$&#%_])", lambda match: names[match[1]] if match[1] else match[2], value
    )


def test_a_source_that_is_cited_twice_is_one_entry() -> None:
    events = [
        event({**ARTICLE, "quote": "a"}),
        event({**ARTICLE, "at": "p. 2", "retrieved": "2023-03"}, "A title"),
    ]
    assert [*references(events)] == ["tass-2023-talks", "a"]
    assert bib(events) == (
        "@online{tass-2023-talks,\n  title = {{Talks end}},\n  organization = {{TASS}},\n  date = {2023-02-10},\n"
        "  year = {2023},\n  url = {https://tass.com/1_2%20},\n  urldate = {2023-03},\n}\n\n"
        "@misc{a,\n  title = {{A title}},\n}\n\n"
    )
    assert items(events) == [
        {
            "id": "tass-2023-talks",
            "type": "webpage",
            "title": "Talks end",
            "container-title": "TASS",
            "issued": {"date-parts": [[2023, 2, 10]]},
            "URL": "https://tass.com/1_2%20",
            "accessed": {"date-parts": [[2023, 3]]},
        },
        {"id": "a", "type": "document", "title": "A title"},
    ]


@pytest.mark.parametrize(
    ("date", "fields", "issued"),
    [
        ("1950~", "year = {c. 1950}", {"date-parts": [[1950]], "circa": True}),
        ("2022-03/2022-05", "year = {Mar–May 2022}", {"date-parts": [[2022, 3], [2022, 5]]}),
        ("2018/..", "year = {since 2018}", {"literal": "since 2018"}),
        ("-0043", "year = {44 BC}", {"literal": "44 BC"}),
        ("2001-21", "year = {spring 2001}", {"literal": "spring 2001"}),
    ],
)
def test_a_date_is_never_more_than_it_says(date: str, fields: str, issued: dict[str, Any]) -> None:
    one = event({"title": "a", "date": date, "retrieved": date})
    assert fields in bib([one])
    assert "date =" not in bib([one])
    assert "accessed" in bib([one])
    assert items([one])[0]["issued"] == issued


@settings(max_examples=30)
@given(event_lists())
def test_every_source_is_found_once(events: Sequence[Event]) -> None:
    keyed = references(events)
    assert len(items(events)) == len(keyed)
    found = entries(bib(events))
    assert [one.key for one in found] == [*keyed]
    for source, one in zip(keyed.values(), found, strict=True):
        title = one.fields_dict.get("title")
        assert plain(title.value if title else "") == harmless(" ".join(source.title.split()))


def test_no_text_is_a_command_of_tex() -> None:
    events = hostile_events()
    found = entries(bib(events))
    assert len(found) == len(references(events))
    for source, one in zip(references(events).values(), found, strict=True):
        assert {*one.fields_dict} <= {"author", "title", "organization", "url", "note"}
        title = one.fields_dict["title"].value if source.title.strip() else ""
        assert plain(title) == harmless(" ".join(source.title.split()))
        assert not re.search(r"(?<!\\)[$&#%_~^]", title)
        assert set(re.findall(r"\\[a-z]+", title)) <= {
            *(
                "\\textbackslash",
                "\\textbraceleft",
                "\\textbraceright",
                "\\textasciitilde",
                "\\textasciicircum",
            )
        }


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("reader", ["bibtex", "biblatex", "csljson"])
def test_pandoc_reads_every_source_as_text(reader: str) -> None:
    events = hostile_events()
    text = json.dumps(items(events)) if reader == "csljson" else bib(events)
    found = [*nodes(text, reader)]
    known = {
        "Str",
        "Space",
        "SoftBreak",
        "Quoted",
        "SingleQuote",
        "DoubleQuote",
        "Span",
        "Para",
        "Plain",
        "RawInline",
    }
    known |= {"Cite", "NormalCitation"}  # of all of them, by pandoc itself
    known |= {"Superscript"}  # what it makes of "™" and the like
    assert {name for name, _ in found if not name.startswith("Meta")} <= known
    assert sum(name == "Cite" for name, _ in found) == 1
    raw = {inside[1] for name, inside in found if name == "RawInline"}
    assert raw <= {r"\textbraceleft{}", r"\textbraceright{}"}  # our own, which it does not know
    titles = sum(name == "MetaMap" and "title" in inside for name, inside in found)
    assert titles == sum(bool(source.title.strip()) for source in references(events).values())

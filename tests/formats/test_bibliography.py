"""BibTeX and CSL-JSON in: entries as sources of the events that name them."""

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates.event_date import EventDate
from timeline.errors import InvalidData, Unavailable
from timeline.formats import FORMATS
from timeline.formats.format import ReadOptions, WriteOptions
from timeline.model import Event, Source
from timeline.record import Record, Value
from timeline.said.reading import read_date
from timeline.upkeep.supplement import supplement

pytest.importorskip("bibtexparser", reason="bibtexparser is not installed")


def read(name: str, text: str, told: list[str] | None = None) -> list[Record | InvalidData]:
    """The source of each entry, or what is wrong with it."""
    options = ReadOptions(
        date=lambda text: read_date(text, today=19398), note=([] if told is None else told).append
    )
    reader = FORMATS.load(name).read
    assert reader is not None
    found: list[Record | InvalidData] = []
    for line, row in reader(io.BytesIO(text.encode()), options):
        if isinstance(row, InvalidData):
            assert row.message.startswith(f"{line}: ")
            found.append(row)
        else:
            assert isinstance(row, dict)
            sources = row["sources"]
            assert isinstance(sources, list)
            (source,) = sources
            assert isinstance(source, dict)
            found.append(source)
    return found


# Letters, what BibTeX and TeX take for commands, and what CSL takes for HTML.
texts = (
    st.text("ab é条\\\\{}~^$&#%_<>", min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
dates = st.sampled_from(["2023", "2023-02", "2023-02-10"]).map(EventDate.parse)
sources = st.builds(Source, title=texts, publisher=texts, date=dates, retrieved=dates)


@pytest.mark.parametrize("name", ["bibtex", "csl"])
@settings(max_examples=60)
@given(st.lists(sources, min_size=1, max_size=3, unique_by=lambda source: source.title))
def test_what_was_written_comes_back_to_sources_of_that_title(name: str, there: Sequence[Source]) -> None:
    write = FORMATS.load(name).write
    assert write is not None
    text = "".join(map(str, write([replace(event(), sources=tuple(there))], WriteOptions())))
    rows = [entry(**row) for row in read(name, text) if isinstance(row, dict)]
    bare = event(*(Source(title=source.title).to_record() for source in there))
    (changed,) = supplement(rows, [bare]).changed.values()
    assert Event.from_record(changed) == event(*(source.to_record() for source in there))


def event(*sources: str | Record) -> Event:
    return Event.from_record({"id": "a", "date": "2022", "title": "A", "sources": [*sources]})


def entry(**said: Value) -> Event:
    return Event.from_record({"date": "2000", "title": "x", "sources": [{**said}]})


TOLD = {
    "key": "k1",
    "title": "T",
    "url": "https://x.example/1",
    "doi": "https://doi.org/10.1000/x",
    "publisher": "P",
}
FILLED = {"title": "T", "url": "https://x.example/1", "publisher": "P"}


@pytest.mark.parametrize(
    ("cited", "filled"),
    [
        ("https://x.example/1", FILLED),
        ("https://doi.org/10.1000/x", {**FILLED, "url": "https://doi.org/10.1000/x"}),
        ("https://x.example/1/", {**FILLED, "url": "https://x.example/1/"}),
        ("doi:10.1000/X", FILLED),
        ("http://dx.doi.org/10.1000/X", {**FILLED, "url": "http://dx.doi.org/10.1000/X"}),
        ("T", FILLED),
        ("t", {**FILLED, "title": "t"}),
        ("k1", {**FILLED, "key": "k1"}),
        ("@k1", {**FILLED, "key": "k1"}),
        ("[@k1]", {**FILLED, "key": "k1"}),
        ({"key": "k1", "publisher": "Q"}, {**FILLED, "key": "k1", "publisher": "Q"}),
        ({"title": "T", "url": "https://other.example"}, None),
        ("k", None),
        ("K1", None),
    ],
)
def test_a_source_names_an_entry_by_address_title_or_key(cited: str | Record, filled: Record | None) -> None:
    found = supplement([entry(**TOLD)], [event(cited)])
    if filled is None:
        assert (found.changed, found.unnamed, found.nowhere) == ({}, ["k1"], 1)
        return
    assert found.changed[0]["sources"] == [filled]
    again = supplement([entry(**TOLD)], [Event.from_record(found.changed[0])])
    assert (again.changed, again.there) == ({}, 1)


def test_of_entries_of_one_title_the_one_that_agrees_is_meant_or_none() -> None:
    rows = [entry(key=f"b{year}", title="Briefing", date=year, author="Z") for year in ("2020", "2021")]
    found = supplement(rows, [event({"title": "Briefing", "date": "2021"}), event("Briefing")])
    assert [*found.changed] == [0]
    assert found.changed[0]["sources"] == [{"title": "Briefing", "author": "Z", "date": "2021"}]
    assert found.unnamed == ["b2020"]


def test_an_update_replaces_what_a_source_says_otherwise() -> None:
    found = supplement([entry(**TOLD)], [event({"title": "T", "publisher": "Q"})], update=True)
    assert found.changed[0]["sources"] == [FILLED]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("title = {A {NATO} \\& B: 50\\%}", {"title": "A NATO & B: 50%"}),
        ("title = \"M{\\\"u}ller and {\\'e}t{\\'e}\"", {"title": "Müller and été"}),
        ("title = {a \\textbraceleft{}b\\textbraceright{} \\textasciicircum{}}", {"title": "a {b} ^"}),
        ("author = {Doe, Jane and TASS}", {"author": "Doe, Jane; TASS"}),
        ("editor = {Doe, Jane}", {"author": "Doe, Jane"}),
        ("journal = {The Times}, publisher = {Press}", {"publisher": "The Times"}),
        ("url = {https://x.example/a_b~c%20d}", {"url": "https://x.example/a_b~c%20d"}),
        ("url = {https://x.example/a\\_b}", {"url": "https://x.example/a_b"}),
        ("doi = {10.1000/x}", {"url": "https://doi.org/10.1000/x"}),
        ("doi = {doi:10.1000/x}", {"url": "https://doi.org/10.1000/x"}),
        ("date = {2004-21}", {"date": "2004-21"}),
        ("date = {1988~/1990}, year = 1988", {"date": "1988~/1990"}),
        ("year = 2023, month = feb, day = 7", {"date": "2023-02-07"}),
        ("year = 2023, month = {February}", {"date": "2023-02"}),
        ("year = {2023}, month = 2", {"date": "2023-02"}),
        ("year = {2023}, month = {Mar/Apr}", {"date": "[2023-03,2023-04]"}),
        ("year = {c. 1950}", {"date": "1950~"}),
        ("urldate = {2023-02-11}", {"retrieved": "2023-02-11"}),
    ],
)  # fmt: skip
def test_the_words_of_bibtex(fields: str, said: Record) -> None:
    (found,) = read("bibtex", f"@misc{{k, {fields}}}")
    assert isinstance(found, dict)
    assert {name: found.get(name) for name in said} == said


def test_the_words_of_csl() -> None:
    item = {
        "id": "k",
        "title": "T",
        "author": [{"family": "Doe", "given": "Jane"}, {"literal": "TASS"}],
        "container-title": "The Times",
        "issued": {"date-parts": [[2023, 2], [2023, "3", 1]], "circa": True},
        "accessed": {"raw": "11 Feb 2023"},
        "DOI": "10.1000/x",
    }
    assert read("csl", json.dumps([item])) == [
        {
            "title": "T",
            "author": "Doe, Jane; TASS",
            "publisher": "The Times",
            "date": "2023-02~/2023-03-01~",
            "url": "https://doi.org/10.1000/x",
            "doi": "https://doi.org/10.1000/x",
            "retrieved": "2023-02-11",
            "key": "k",
        }
    ]


def test_what_is_no_entry_is_told_with_its_line_and_what_is_not_taken_with_its_count() -> None:
    told: list[str] = []
    found = read(
        "bibtex", "@misc{a, title={A}, file={x}, note={n}}\n@misc{a, title={B}}\n@misc{c, title={", told
    )
    assert [str(one) for one in found[1:]] == ['2: the key "a" stands on line 1, too', "3: this is no entry"]
    assert told == ["1: not taken: 1 file"]
    assert [str(one) for one in read("csl", '[{"id": "a", "title": "A"},\n5]')[1:]] == ["2: no item"]
    (wrong,) = read("bibtex", "@misc{a, title={A}, year={sometime}}")
    assert str(wrong).startswith('1: source date "sometime"') or "sometime" in str(wrong)


def test_a_date_that_is_no_plain_one_is_read_from_its_words() -> None:
    source = Source(title="T", date=EventDate.parse("1950~"))
    there = replace(event(), sources=(source,))
    write = FORMATS.load("bibtex").write
    assert write is not None
    (row,) = read("bibtex", "".join(map(str, write([there], WriteOptions()))))
    assert isinstance(row, dict)
    assert row["date"] == "1950~"


@pytest.mark.parametrize(
    ("module", "told"),
    [
        ("bibtexparser", "reading BibTeX needs bibtexparser"),
        ("pylatexenc.latex2text", "reading BibTeX needs pylatexenc"),
    ],
)
def test_bibtex_takes_an_extra(monkeypatch: pytest.MonkeyPatch, module: str, told: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(Unavailable) as caught:
        read("bibtex", "")
    assert (caught.value.message, caught.value.hint) == (told, 'pip install "timeline[bibliography]"')

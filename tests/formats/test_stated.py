"""JSON and YAML of other people: records in whatever words, wherever in the file their list stands."""

import io
import json
from collections.abc import Sequence

import pytest
from event_strategies import events as event_lists
from hypothesis import given
from rows import records

from timeline.errors import InvalidData
from timeline.formats import FORMATS
from timeline.formats.format import ReadOptions, WriteOptions
from timeline.mapping import Mapping
from timeline.model import Event

FOREIGN = {
    "Headline": "Talks",
    "when": "2022-03",
    "location": "Oslo",
    "citations": ["https://example.org/", "TASS"],
    "n": 3,
}
OURS = {
    "title": "Talks",
    "date": "2022-03",
    "place": "Oslo",
    "sources": ["https://example.org/", "TASS"],
    "n": "3",
}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("json", json.dumps([FOREIGN])),
        ("json", json.dumps({"events": [FOREIGN], "version": 1})),
        ("json", json.dumps({"version": 1, "data": [FOREIGN]}, indent=1)),
        ("json", json.dumps(FOREIGN)),
        ("jsonl", json.dumps(FOREIGN)),
        (
            "yaml",
            "- Headline: Talks\n  when: 2022-03\n  location: Oslo\n  citations: [https://example.org/, TASS]\n  n: 3\n",
        ),
        (
            "yaml",
            "data:\n- {Headline: Talks, when: 2022-03, location: Oslo, citations: [https://example.org/, TASS], n: 3}\n",
        ),
        (
            "yaml",
            "events:\n- {Headline: Talks, when: 2022-03, location: Oslo, citations: [https://example.org/, TASS], n: 3}\n",
        ),
    ],
)
def test_records_in_other_words_are_rows_of_a_table(name: str, text: str) -> None:
    notes: list[str] = []
    assert records(FORMATS.load(name), text, ReadOptions(note=notes.append)) == [OURS]
    assert [note.partition(":")[2] for note in notes] == [
        " taken as --map date=when --map title=Headline --map place=location --map sources=citations"
    ]


@pytest.mark.parametrize("name", ["json", "yaml", "jsonl"])
@given(events=event_lists())
def test_what_we_wrote_comes_back(name: str, events: Sequence[Event]) -> None:
    form = FORMATS.load(name)
    assert form.write is not None
    text = "".join(map(str, form.write(events, WriteOptions())))
    assert [Event.from_record(record) for record in records(form, text)] == list(events)


TALKS, END = {"date": "2022-03", "title": "Talks"}, {"date": "2023", "title": "End"}
SHAPES: list[tuple[object, list[object]]] = [  # a document, the events in it
    ({"response": {"page": 1, "results": [TALKS, END]}}, [TALKS, END]),
    ({"e1": TALKS, "e2": END}, [{"id": "e1", **TALKS}, {"id": "e2", **END}]),
    ({"0": TALKS, "1": END}, [TALKS, END]),
    ({"data": {"e1": TALKS}}, [{"id": "e1", **TALKS}]),
    ({"data": {"events": [TALKS, END]}}, [TALKS, END]),
    ({"date": ["2022-03", "2023"], "title": ["Talks", "End"]}, [TALKS, END]),
    ([["date", "title"], ["2022-03", "Talks"], ["2023", "End"]], [TALKS, END]),
    ({"data": [{"id": "a", "attributes": TALKS}]}, [{"id": "a", **TALKS}]),
    ({"edges": [{"node": TALKS}, {"node": END}]}, [TALKS, END]),
    (
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "geometry": {"type": "Point", "coordinates": [12.5, 41.9]},
                    "properties": TALKS,
                }
            ],
        },
        [{"lon": "12.5", "lat": "41.9", **TALKS}],
    ),
    ([{**TALKS, "date": {"start": "2022", "end": "2023"}}], [{**TALKS, "date": "2022/2023"}]),
    ([{**TALKS, "date": {"$date": "2022-03"}}], [TALKS]),
    ([{**TALKS, "place": {"name": "Oslo", "country": "NO"}}], [{**TALKS, "place": "Oslo"}]),
    ([{**TALKS, "actors": [{"name": "Japan"}, "Russia"]}], [{**TALKS, "actors": ["Japan", "Russia"]}]),
    ([{**TALKS, "event": {"name": "mine"}}], [{**TALKS, "event": {"name": "mine"}}]),
    ({**TALKS, "mine": [{"date": "2020"}]}, [{**TALKS, "mine": [{"date": "2020"}]}]),
]


@pytest.mark.parametrize(("document", "found"), SHAPES)
def test_records_are_found_in_the_shapes_that_programs_give_them(
    document: object, found: list[object]
) -> None:
    assert records(FORMATS.load("json"), json.dumps(document)) == found
    assert records(FORMATS.load("json"), json.dumps(document, indent=1)) == found


def test_lines_of_json_under_another_ending_are_read() -> None:
    notes: list[str] = []
    text = "\n".join(map(json.dumps, [TALKS, END]))
    assert records(FORMATS.load("json"), text, ReadOptions(note=notes.append)) == [TALKS, END]
    assert notes == ["1: taken as -f jsonl"]


def test_what_is_wrong_in_a_record_with_a_key_is_told_with_its_line() -> None:
    text = json.dumps({"e1": TALKS, "e2": {**END, "place": ["a", "b"]}}, indent=1)
    reader = FORMATS.load("json").read
    assert reader
    assert [line for line, _ in reader(io.BytesIO(text.encode()), ReadOptions())] == [2, 6]


def test_a_line_that_we_wrote_keeps_the_fields_that_others_call_so() -> None:
    ours = {"id": "a", "date": "2022", "title": "x", "url": "https://example.org/", "location": "Oslo"}
    text = json.dumps(ours, separators=(",", ":"))
    assert records(FORMATS.load("jsonl"), text) == [ours]
    foreign = records(FORMATS.load("jsonl"), json.dumps(ours))[0]
    assert (foreign["place"], foreign["sources"]) == ("Oslo", [{"url": "https://example.org/"}])


def test_a_mapping_counts_for_what_we_wrote_too() -> None:
    options = ReadOptions(mapping=Mapping(fields={"title": ("n",)}))
    assert records(FORMATS.load("jsonl"), '{"id":"a","date":"2022","n":"x"}\n', options)[0]["title"] == "x"


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("json", '[\n{"date": "2022",\n"title": "a"},\n\n{"date": "2023", "title": "b"}]', [2, 5]),
        (
            "json",
            '{"x": [1],\n"data": [{"date": "2022", "title": "a"},\n{"date": "2023", "title": "b"}]}',
            [2, 3],
        ),
        ("yaml", "- {date: 2022, title: a}\n\n- date: 2023\n  title: b\n", [1, 3]),
    ],
)
def test_a_record_stands_where_it_begins(name: str, text: str, lines: list[int]) -> None:
    read = FORMATS.load(name).read
    assert read is not None
    assert [line for line, _ in read(io.BytesIO(text.encode()), ReadOptions())] == lines


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("json", "", "1: not JSON at column 1: it ends too early"),
        ("json", '[\n{"a": }]', '2: not JSON at column 7: "}]"'),
        ("json", "[1]", "1: must be a JSON object"),
        ("json", '"x"', "1: must be a JSON object"),
        ("yaml", "- date: [", "1: not YAML"),
        ("yaml", "x\n", "1: a collection is a list"),
    ],
)
def test_what_is_no_list_of_records_is_told(name: str, text: str, message: str) -> None:
    with pytest.raises(InvalidData) as caught:
        records(FORMATS.load(name), text)
    assert caught.value.message.startswith(message)
    assert caught.value.hint


def test_a_field_that_comes_late_is_kept() -> None:
    lines = [json.dumps({"date": "2022", "title": "x"})] * 1_000 + [
        json.dumps({"date": "2022", "title": "x", "late": "y"})
    ]
    assert records(FORMATS.load("jsonl"), "\n".join(lines))[-1] == {"date": "2022", "title": "x", "late": "y"}


def test_an_object_in_a_record_is_looked_into() -> None:
    text = json.dumps(
        [
            {
                "start_date": {"year": 1815, "month": "12", "day": ""},
                "text": {"headline": "Ada"},
                "unique_id": "a",
            }
        ]
    )
    options = ReadOptions(mapping=Mapping(fields={"title": ("text.headline",), "date": ("start_date",)}))
    assert records(FORMATS.load("json"), text, options) == [
        {"date": "1815-12", "title": "Ada", "unique_id": "a"}
    ]

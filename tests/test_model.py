"""Records become events when they are right, and say everything that is wrong when they are not."""

import pytest
from event_strategies import events
from hypothesis import given

from timeline.model import Event, Source
from timeline.record import InvalidRecord, Problem, Record, Value

WHOLE: Record = {
    "id": "2022-03-21-talks-end",
    "date": "2022-03-21",
    "date_as_written": "8 March 2022 O.S.",
    "title": "Talks end",
    "summary": "No more.",
    "actors": ["Russia", "Japan"],
    "place": "Moscow",
    "lat": "55.75",
    "lon": "37.62",
    "place_precision": "city",
    "kind": "statement",
    "tags": ["peace-treaty"],
    "status": "confirmed",
    "sources": [{"title": "T", "date": "2023-02-10", "quote": "q", "event_date": "2022-03", "page": "7"}],
    "after": ["a"],
    "before": ["b"],
    "related": ["c"],
    "note": {"deep": ["x"]},
}


def problems_of(record: Record) -> tuple[Problem, ...]:
    with pytest.raises(InvalidRecord) as caught:
        Event.from_record(record)
    return caught.value.problems


@given(events())
def test_from_record_undoes_to_record(events: list[Event]) -> None:
    assert [Event.from_record(event.to_record()) for event in events] == events


def test_a_whole_record_keeps_every_field() -> None:
    assert Event.from_record(WHOLE).to_record() == WHOLE


def test_one_text_is_a_list_of_one_and_empty_is_absent() -> None:
    event = Event.from_record(
        {"date": "2022", "title": "t", "actors": "Russia", "tags": "", "place": "", "sources": ""}
    )
    assert event.actors == ("Russia",)
    assert (event.tags, event.place, event.sources) == ((), "", ())
    assert event == Event.from_record({"date": "2022", "title": "t", "actors": ["Russia"]})


def test_tilde_and_no_and_octal_are_text() -> None:
    event = Event.from_record({"date": "0750", "title": "~", "actors": ["NO"]})
    assert (event.date.text, event.title, event.actors) == ("0750", "~", ("NO",))


def test_absent_status_is_reported() -> None:
    event = Event.from_record({"date": "2022", "title": "t"})
    assert (event.status, event.standing) == ("", "reported")


def test_a_folded_title_loses_its_final_line_end_only() -> None:
    assert Event.from_record({"date": "2022", "title": "long\n"}).title == "long"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://x/1", Source(url="https://x/1")),
        (["ftp://a.b/c", "TASS"], (Source(url="ftp://a.b/c"), Source(title="TASS"))),
        ("see https://x/1", Source(title="see https://x/1")),
        ("www.tass.com", Source(title="www.tass.com")),
        ("null", Source(title="null")),
        (["https://x/1", {"title": "T"}], (Source(url="https://x/1"), Source(title="T"))),
    ],
)
def test_a_source_that_is_one_text_is_its_address_or_its_title(
    written: Value, read: Source | tuple[Source, ...]
) -> None:
    event = Event.from_record({"date": "2022", "title": "t", "sources": written})
    assert event.sources == (read if isinstance(read, tuple) else (read,))
    assert Event.from_record(event.to_record()) == event


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("21 March 2022", 'write "2022-03-21"'),
        ("3/21/2022", 'write "2022-03-21"'),
        ("c. 1950", 'write "1950~"'),
        ("03/02/2023", 'write "2023-02-03" or "2023-03-02", whichever is meant'),
        ("20220503", 'write "2022-05-03"'),
        ("2018-09-00", 'a month without a day is "2018-09"'),
        (["2021..2022"], 'quote it: date: "[2021..2022]"'),
        (["1667", "1668"], 'quote it: date: "[1667,1668]"'),
        ({"2021": "", "2022": ""}, 'quote it: date: "{2021,2022}"'),
        (["soon"], "only actors, tags, after, before, related and sources hold lists"),
    ],
)
def test_a_date_that_is_not_stored_so_is_told_what_to_write(date: Value, hint: str) -> None:
    assert problems_of({"date": date, "title": "t"})[0].hint == hint


# Nothing in these says a year, a calendar, or one date for certain; no hint may offer what was not said.
@pytest.mark.parametrize(
    "date",
    ["44641", "-44641", "202203", "7 Feb", "Tuesday", "3 weeks ago", "yesterday", "last March", "soon"],
)
def test_no_hint_offers_a_date_that_was_not_said(date: str) -> None:
    assert "write" not in (problems_of({"date": date, "title": "t"})[0].hint or "")


def test_a_source_with_no_fields_is_a_source() -> None:
    assert Event.from_record({"date": "2022", "title": "t", "sources": [{}]}).sources == (Source(),)


@pytest.mark.parametrize(
    ("change", "code", "field", "message"),
    [
        ({"title": ""}, "E201", ("title",), "title is missing"),
        ({"title": "  "}, "E201", ("title",), "title is missing"),
        ({"date": ""}, "E201", ("date",), "date is missing"),
        ({"title": ["a"]}, "E202", ("title",), "title must be text, not a list"),
        ({"place": {"a": "b"}}, "E202", ("place",), "place must be text, not a mapping"),
        ({"actors": {"a": "b"}}, "E202", ("actors",), "actors must be a list of text, not a mapping"),
        ({"tags": ["a", ["b"]]}, "E202", ("tags", 1), "tags item 2 must be text, not a list"),
        ({"tags": ["a", ""]}, "E208", ("tags", 1), "tags item 2 is empty"),
        (
            {"sources": {"TASS": "x"}},
            "E202",
            ("sources",),
            "sources must be a list of sources, not a mapping of names",
        ),
        ({"sources": ["x", ""]}, "E208", ("sources", 1), "sources item 2 is empty"),
        ({"sources": [["x"]]}, "E202", ("sources", 0), "sources item 1 must be a source, not a list"),
        ({"date": ["2021..2022"]}, "E202", ("date",), "date must be text, not a list"),
        (
            {"sources": {"title": "x"}},
            "E202",
            ("sources",),
            "sources must be a list of sources, not one mapping",
        ),
        ({"id": "No Slug"}, "E204", ("id",), 'id "No Slug" is not a slug'),
        ({"title": "a\nb"}, "E205", ("title",), 'title "a\\nb" has more than one line'),
        ({"status": "true"}, "E206", ("status",), 'status "true" is not known'),
        ({"lat": "91"}, "E207", ("lat",), 'lat "91" is not a number from -90 to 90'),
        ({"lon": "nan"}, "E207", ("lon",), 'lon "nan" is not a number from -180 to 180'),
        ({"place_precision": "near"}, "E206", ("place_precision",), 'place_precision "near" is not known'),
    ],
)
def test_each_mistake_has_a_code_a_place_and_words(
    change: Record, code: str, field: tuple[str | int, ...], message: str
) -> None:
    with pytest.raises(InvalidRecord) as caught:
        Event.from_record(WHOLE | change)
    (problem,) = caught.value.problems
    assert (problem.code, problem.field, problem.message) == (code, field, message)


def test_a_bad_date_of_a_source_names_the_source() -> None:
    with pytest.raises(InvalidRecord) as caught:
        Event.from_record({"date": "2022-13", "title": "", "sources": [{}, {"date": "soon"}]})
    problems = caught.value.problems
    assert [(problem.code, problem.field) for problem in problems] == [
        *[("E203", ("date",)), ("E201", ("title",)), ("E203", ("sources", 1, "date"))],
    ]
    assert problems[2].message.startswith('sources.2.date "soon"')

"""Repairs change forms and never meanings, and leave nothing to repair."""

import pytest
from event_strategies import events, some_text
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.checks.repairs import repaired
from timeline.model import Event
from timeline.record import LIST_FIELDS, Record, Value

ids = st.one_of(st.sampled_from(("a", "A b", "a-b", "Договор", "…")), some_text)
records = st.lists(
    st.fixed_dictionaries(
        {"id": ids}, optional={name: st.one_of(ids, st.lists(ids, max_size=2)) for name in LIST_FIELDS}
    ),
    max_size=5,
)


@given(records)
def test_what_is_repaired_needs_no_repair(records: list[Record]) -> None:
    assert repaired(_with(records, repaired(records))) == {}


@given(records)
def test_ids_that_were_different_stay_different_and_references_follow(records: list[Record]) -> None:
    after = _with(records, repaired(records))
    assert len({str(one["id"]) for one in after}) == len({str(one["id"]) for one in records})
    first = {str(one["id"]): at for at, one in reversed(list(enumerate(records)))}
    for one, new in zip(records, after, strict=True):
        for name in ("after", "before", "related"):
            old_ids, new_ids = one.get(name), new.get(name)
            if isinstance(old_ids, list) and isinstance(new_ids, list):
                for old, id_ in zip(old_ids, new_ids, strict=True):
                    at = first.get(str(old))
                    assert id_ == (old if at is None else after[at]["id"])


@settings(max_examples=25)
@given(events())
def test_valid_events_need_no_repair(events: list[Event]) -> None:
    assert repaired([event.to_record() for event in events]) == {}


def test_an_id_of_no_latin_letter_is_made_of_date_and_title() -> None:
    assert repaired([{"id": "…", "date": "2022", "title": "Talks"}]) == {
        0: {"id": "2022-talks", "date": "2022", "title": "Talks"}
    }


def test_a_slug_in_use_gets_a_number_and_a_doubled_id_stays() -> None:
    assert repaired([{"id": "a b"}, {"id": "a-b"}]) == {0: {"id": "a-b-2"}}
    assert repaired([{"id": "a b"}, {"id": "a b"}]) == {}


def test_one_source_becomes_a_list_and_a_text_of_several_names_waits_for_a_person() -> None:
    assert repaired([{"sources": {"TASS": "T"}}, {"sources": "https://x/1"}, {"sources": ["TASS"]}]) == {}
    assert repaired([{"sources": {"title": "T"}, "actors": "Russia, Japan", "tags": ""}]) == {
        0: {"sources": [{"title": "T"}], "actors": "Russia, Japan", "tags": ""}
    }


def _with(records: list[Record], changed: dict[int, Record]) -> list[Record]:
    return [changed.get(at, one) for at, one in enumerate(records)]


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("21 March 2022", "2022-03-21"),
        ("3/21/2022", "2022-03-21"),
        (["2021..2022"], "[2021..2022]"),
        ({"2021": "", "2022": ""}, "{2021,2022}"),
        *(
            (text, text)
            for text in ("2018", "[1667,1668]", "03/02/2023", "7 Feb", "yesterday", "44641", "soon", "")
        ),
        (["soon"], ["soon"]),
    ],
)
def test_a_date_of_one_meaning_is_written_in_edtf(written: Value, stored: Value) -> None:
    record: Record = {
        "date": written,
        "sources": ["TASS", {"date": written, "event_date": written, "quote": "7 Feb"}],
    }
    meant: Record = {
        "date": stored,
        "sources": ["TASS", {"date": stored, "event_date": stored, "quote": "7 Feb"}],
    }
    assert repaired([record]) == ({} if written == stored else {0: meant})

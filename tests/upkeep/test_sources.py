"""Which source `edit` means: every other source stays what it was, and none is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import Refused, UsageError
from timeline.model import Origin
from timeline.record import Record, Value
from timeline.store.read import StoredRecord
from timeline.upkeep.sources import with_source

texts = st.text(min_size=1, max_size=5)
mappings = st.dictionaries(st.sampled_from(["title", "url", "quote", "page"]), texts, min_size=1)
sources = st.lists(st.one_of(texts, mappings), max_size=4)
said = st.dictionaries(st.sampled_from(["title", "quote", "date"]), st.one_of(st.just(""), texts), min_size=1)


def applied(before: Value, said: Record, *, number: int | None = None, another: bool = False) -> list[Value]:
    """The sources of an event that had those before."""
    record: Record = {"id": "a", "sources": before} if before else {"id": "a"}
    stored = StoredRecord(record=record, origin=Origin(path="e.yaml", line=1), position=0)
    after = with_source(stored, record, said, number=number, another=another)
    assert {name: value for name, value in after.items() if name != "sources"} == {"id": "a"}
    value = after.get("sources", [])
    assert isinstance(value, list)
    return value


@given(sources, said)
def test_a_source_is_added_behind_the_others(before: list[Value], said: Record) -> None:
    filled = {name: text for name, text in said.items() if text}
    assert applied(before, said, another=True) == before + ([filled] if filled else [])


@given(sources, said, st.integers(1, 5))
def test_only_the_source_that_is_named_changes(before: list[Value], said: Record, number: int) -> None:
    if number > len(before):
        with pytest.raises(Refused):
            applied(before, said, number=number)
        return
    after = applied(before, said, number=number)
    at = number - 1
    assert after[:at] == before[:at]
    gone = len(after) < len(before)
    assert after[number - gone :] == before[number:]
    if not gone:
        new, old = after[at], before[at]
        assert isinstance(new, dict)
        assert {name: text for name, text in said.items() if text}.items() <= new.items()
        if isinstance(old, dict):
            assert {name: text for name, text in old.items() if name not in said}.items() <= new.items()


@given(sources, said)
def test_none_is_guessed(before: list[Value], said: Record) -> None:
    if before:
        with pytest.raises(UsageError) as caught:
            applied(before, said)
        assert caught.value.exit_code == 2
        assert "--add-source" in str(caught.value.hint)
    else:
        assert len(applied(before, said)) == any(said.values())


@pytest.mark.parametrize(
    ("text", "name"), [("https://example.org/1", "url"), ("A story", "title"), ("p. 3: a/b", "title")]
)
def test_a_source_that_is_one_text_keeps_it_when_more_is_said(text: str, name: str) -> None:
    assert applied([text], {"quote": "q"}, number=1) == [{name: text, "quote": "q"}]
    assert applied(text, {"quote": "q"}, number=1) == [{name: text, "quote": "q"}]

"""Names of fields, forms of lists and characters in texts are looked at, in records and in sources."""

import pytest
from checked import codes, found
from event_strategies import events
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.checks import fields
from timeline.checks.fields import is_slip, near_field, text_items
from timeline.checks.finding import place_record
from timeline.model import Event, Origin
from timeline.record import RECORD_FIELDS, SOURCE_FIELDS

words = st.text(alphabet="abcdeé", min_size=1, max_size=6)


@given(words, st.data())
def test_one_slip_is_one_slip_both_ways(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    slips = {
        word[:at] + "z" + word[at:],
        word[:at] + "z" + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    }
    for slip in slips - {word}:
        assert is_slip(word, slip) == is_slip(slip, word) is True
    assert not is_slip(word, word)
    assert not is_slip(word, f"zz{word}")


@pytest.mark.parametrize(("known"), [RECORD_FIELDS, SOURCE_FIELDS])
def test_no_known_field_is_misspelt(known: tuple[str, ...]) -> None:
    assert not [name for name in known if near_field(name, tuple(set(known) - {name}))]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        *(
            ("Title", "title"),
            ("DATE", "date"),
            ("place-precision", "place_precision"),
            ("place precision", "place_precision"),
        ),
        *(
            ("titel", "title"),
            ("actor", "actors"),
            ("source", "sources"),
            ("sorces", "sources"),
            ("long", "lon"),
        ),
        *(("update", None), ("notes", None), ("date2", None), ("x", None), ("end", None), ("x" * 1000, None)),
    ],
)
def test_a_slip_finds_its_field_and_a_word_of_ones_own_none(name: str, near: str | None) -> None:
    assert near_field(name, RECORD_FIELDS) == near


def test_unknown_fields_are_the_users_own() -> None:
    assert codes("- {date: 2022, title: Talks, notes: x, wikidata: Q1, sources: [{title: T, page: 7}]}") == []


def test_names_with_commas_are_one_item_and_lists_are_several() -> None:
    assert text_items("actors", "Korea, Republic of") == ("Korea, Republic of",)
    assert text_items("actors", "Russia; Japan;") == ("Russia", "Japan")
    assert text_items("tags", ",") == (",",)


def test_the_hint_for_a_list_can_be_typed_as_it_is() -> None:
    one, other = found('- {date: 2022, title: Talks, actors: "Russia, Japan", tags: "a: b"}')
    assert one.hint == "write actors: [Russia, Japan]"
    assert other.hint == "write it as a list: [one, two]"


def test_line_ends_and_tabs_are_texts_own() -> None:
    assert (
        codes('- {date: 2022, title: Talks, summary: "a\\nb\\tc", sources: [{title: T, quote: "a\\nb"}]}')
        == []
    )


def test_commanding_characters_are_found_however_deep() -> None:
    text = '- date: 2022\n  title: Talks\n  deep:\n    - a: ["b", "c\\u0007"]\n'
    assert [(one.code, one.line, one.field) for one in found(text)] == [("W409", 4, ("deep", 0, "a", 1))]


@settings(max_examples=50)
@given(events(max_size=1))
def test_checks_of_fields_read_any_event(events: list[Event]) -> None:
    for event in events:
        placed = place_record(event.to_record(), Origin(path="e", line=1), 0)
        assert not list(fields.problems(placed))
        for check in (
            fields.misspelt_fields,
            fields.lists_as_text,
            fields.repeated_items,
            fields.commanding_characters,
        ):
            for one in check(placed):
                assert one.code.startswith("W")

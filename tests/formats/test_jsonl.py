"""JSON Lines: lossless, one record a line."""

from collections.abc import Sequence

import pytest
from event_strategies import events as event_lists
from hypothesis import given
from rows import records

from timeline.errors import InvalidData
from timeline.formats.jsonl import FORMAT, write
from timeline.model import Event


def back(text: str) -> list[Event]:
    return [Event.from_record(record) for record in records(FORMAT, text)]


@given(event_lists())
def test_reading_undoes_writing(events: Sequence[Event]) -> None:
    text = "".join(write(events))
    assert back(text) == list(events)
    assert text.count("\n") == len(events)


def test_nothing_that_a_terminal_obeys_is_written() -> None:
    hostile = Event.from_record({"date": "2022", "title": "a\x1b[2Jb\u202ec\x9b\u2028d"})
    text = "".join(write([hostile]))
    assert text == '{"date":"2022","title":"a\\u001b[2Jb\\u202ec\\u009b\\u2028d"}\n'
    assert back(text) == [hostile]


def test_other_peoples_json_is_read_as_text() -> None:
    text = (
        '{"date": 2022, "title": "t", "lat": 43.06, "seen": true, "gone": null, "deep": {"n": [1, null]}}\n\n'
    )
    (event,) = back(text)
    assert event.lat == 43.06
    assert event.extra == {"seen": "true", "deep": {"n": ["1", ""]}}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[1]", "1: must be a JSON object"),
        ("{date: 1}", '1: not JSON at column 2: "date: 1}"'),
        ('{"a": "1", "a": "2"}', '1: key "a" occurs twice'),
        ('{"a": "\\ud800"}', "1: half of a surrogate pair"),
        ('{"a": ' + "[" * 100_000, "1: nested too deep"),
    ],
)
def test_what_is_not_such_json_is_refused_with_its_line(line: str, message: str) -> None:
    with pytest.raises(InvalidData) as caught:
        back(line)
    assert caught.value.message == message
    assert caught.value.hint

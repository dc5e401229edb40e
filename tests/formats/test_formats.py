"""Laws for every row of the table of formats."""

import pytest
from rows import records

from timeline.formats import FORMATS
from timeline.formats.format import WriteOptions
from timeline.model import Event

EVENT = Event.from_record({"id": "a", "date": "2022-03~", "title": "Talks", "actors": ["Russia", "Japan"]})


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_reads_what_it_wrote(name: str) -> None:
    form = FORMATS.load(name)
    text = "".join(form.write([EVENT], WriteOptions()))
    assert [Event.from_record(record) for record in records(form, text)] == [EVENT]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_and_reads_no_events_at_all(name: str) -> None:
    form = FORMATS.load(name)
    text = "".join(form.write([], WriteOptions()))
    assert records(form, text) == []

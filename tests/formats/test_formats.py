"""Laws for every row of the table of formats."""

import re
from collections.abc import Iterable, Sequence

import pytest
from event_strategies import event_dates
from event_strategies import events as event_lists
from hypothesis import given, settings
from rows import records

from timeline.dates.event_date import EventDate
from timeline.dates.forms import forms_of
from timeline.errors import CONTROL_CHARACTERS, UsageError
from timeline.formats import FORMATS, check_options, check_way, endings, going
from timeline.formats.format import OWN, Carries, WriteOptions
from timeline.formats.loss import loss
from timeline.model import Event
from timeline.record import RECORD_FIELDS, SOURCE_FIELDS, Record

TEXT = [name for name in going("out") if not {"binary", "folder"} & {*FORMATS.words(name)}]
BOTH = [name for name in TEXT if name in going("in") and not FORMATS.load(name).sources]
FOLDERS = [name for name in going("out") if "folder" in FORMATS.words(name)]
COMMANDING = re.compile(f"(?![\n\r])[{CONTROL_CHARACTERS}]")


def written(name: str, events: Iterable[Event]) -> list[str]:
    """The pieces of a format that writes text."""
    write = FORMATS.load(name).write
    assert write is not None
    pieces = list(write(events, WriteOptions()))
    assert all(isinstance(piece, str) for piece in pieces)
    return [str(piece) for piece in pieces]


def carried(event: Event, carries: Carries) -> Record:
    """What of an event is found again."""
    record = event.to_record()
    sources = []
    for source in event.sources[: carries.sources]:
        names = {f"sources.{name if name in SOURCE_FIELDS else OWN}": name for name in source.to_record()}
        kept = {name: source.to_record()[name] for key, name in names.items() if key in carries.fields}
        sources += [kept] if kept else []
    left = {n: value for n, value in record.items() if {n if n in RECORD_FIELDS else OWN} & carries.fields}
    return left | ({"sources": [*sources]} if sources else {})


@pytest.mark.parametrize("name", FORMATS)
def test_a_row_says_what_its_format_does(name: str) -> None:
    form = FORMATS.load(name)
    writes = form.write is not None, form.files is not None
    assert writes == (name in going("out") and name not in FOLDERS, name in FOLDERS)
    assert (form.read is not None) == (name in going("in"))
    assert form.read or any(writes)


@pytest.mark.parametrize("name", BOTH)
@settings(max_examples=40)
@given(event_lists())
def test_what_comes_back_is_equal_but_for_what_the_loss_names(name: str, events: Sequence[Event]) -> None:
    form = FORMATS.load(name)
    there = [event for event in events if not form.carries.left_out(event)]
    found = records(form, "".join(written(name, events)))
    again = [
        Event.from_record({"date": event.date.text, **one}) for event, one in zip(there, found, strict=True)
    ]
    assert [carried(event, form.carries) for event in again] == [
        carried(event, form.carries) for event in there
    ]
    if not loss(events, form.carries):
        assert again == list(events)


@pytest.mark.parametrize("name", TEXT)
@settings(max_examples=30)
@given(event_lists())
def test_what_is_written_ends_its_lines_and_commands_no_terminal(name: str, events: Sequence[Event]) -> None:
    pieces = written(name, events)
    assert all(piece.endswith("\n") for piece in pieces)
    if name != "csv":  # whose cells come back as they were; a terminal is sent escapes
        assert not COMMANDING.search("".join(pieces))


@pytest.mark.parametrize("name", BOTH)
def test_a_format_writes_and_reads_no_events_at_all(name: str) -> None:
    assert records(FORMATS.load(name), "".join(written(name, []))) == []


def test_a_format_goes_its_way_and_no_other() -> None:
    check_way("csv", "in")
    with pytest.raises(UsageError) as caught:
        check_way("md", "in")
    assert caught.value.message == "md cannot be read"
    assert "csv, jsonl" in (caught.value.hint or "")


def test_what_is_only_written_names_the_format_by_which_its_files_are_read() -> None:
    check_way("geojson", "out")
    with pytest.raises(UsageError) as caught:
        check_way("geojson", "in")
    assert (caught.value.message, caught.value.hint) == (
        "geojson is only written, and read as json",
        "write -f json",
    )


def test_an_option_is_for_the_formats_that_read_it() -> None:
    check_options("csv", ["plain", "bom"])
    with pytest.raises(UsageError) as caught:
        check_options("jsonl", ["bom"])
    assert (caught.value.message, caught.value.hint) == (
        "--bom says nothing to the format jsonl",
        "leave it out, or add -f csv",
    )


def test_every_ending_is_lower_case_and_some_format_s() -> None:
    assert all(re.fullmatch(r"\.[a-z]+", ending) for ending in endings())
    assert endings("csv") == (".csv",)


@given(event_dates())
def test_a_date_that_says_no_more_has_no_form(date: EventDate) -> None:
    plain = re.fullmatch(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?", date.text) and date.text[:4] != "0000"
    assert bool(plain) == (not forms_of(date))


def test_forms_are_named() -> None:
    assert forms_of(EventDate("[1950S2,1985-1X,2001-21,2010..]")) == {
        *("set of dates", "significant digits", "unspecified digits", "season", "open end")
    }

"""CSV: the columns of the contract, harmless in a spreadsheet, and a way back."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from event_strategies import events as event_lists
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import InvalidData
from timeline.formats.csv import COLUMNS, read, write
from timeline.formats.format import WriteOptions
from timeline.model import Event

CONTRACT = (
    "id,date,earliest,latest,title,summary,actors,place,kind,tags,status,source_title,source_publisher,"
    "source_author,source_date,source_url,source_archived,source_quote,sources,extra"
)


def event(**fields: object) -> Event:
    record = {"date": "2022-03", "title": "Talks", **fields}
    return Event.from_record(record)  # type: ignore[arg-type]


def text_of(*events: Event, plain: bool = False) -> str:
    return "".join(write(events, WriteOptions(plain=plain)))


def back(text: str) -> list[Event]:
    return [Event.from_record(record) for _, record in read(io.StringIO(text, newline=""))]


def row_of(event: Event, *, plain: bool = False) -> dict[str, str]:
    return next(csv.DictReader(io.StringIO(text_of(event, plain=plain), newline="")))


@given(event_lists())
def test_reading_undoes_writing(events: Sequence[Event]) -> None:
    assert back(text_of(*events)) == list(events)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_survives_in_any_column(text: str) -> None:
    source = {"title": text, "publisher": text, "quote": text}
    given = event(
        summary=text, actors=[text, text], place=text, kind=text, tags=[text], sources=[source], note=text
    )
    assert back(text_of(given)) == [given]


def test_columns_are_those_of_the_contract_and_lines_end_in_crlf() -> None:
    text = text_of()
    assert text == CONTRACT + "\r\n"
    assert ",".join(COLUMNS) == CONTRACT


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        ("2022-03", "2022-03-01", "2022-03-31"),
        ("1950~/..", "1950-01-01", ""),
        ("../2018", "", "2018-12-31"),
        ("-0199", "-0199-01-01", "-0199-12-31"),
        ("Y170000000", "170000000-01-01", "170000000-12-31"),
        ("2023-02-10T23:30:00-05:00", "2023-02-10", "2023-02-10"),
    ],
)
def test_earliest_and_latest_are_days_and_empty_when_open(date: str, earliest: str, latest: str) -> None:
    row = row_of(event(date=date))
    assert tuple(row[name].removeprefix("'") for name in ("date", "earliest", "latest")) == (
        date,
        earliest,
        latest,
    )


def test_lists_join_with_semicolons_and_escape_their_own() -> None:
    assert row_of(event(actors=["Russia", "A; B", "C\\D"]))["actors"] == r"Russia; A\; B; C\\D"


def test_one_plain_source_fills_its_columns_and_no_json() -> None:
    row = row_of(event(sources=[{"title": "T", "publisher": "TASS", "date": "2023-02-10", "quote": "q"}]))
    assert (row["source_title"], row["source_publisher"], row["source_date"], row["source_quote"]) == (
        *("T", "TASS", "2023-02-10", "q"),
    )
    assert row["sources"] == ""


@pytest.mark.parametrize(
    "sources",
    [[{"title": "a"}, {"title": "b"}], [{"title": "a", "event_date": "2021"}], [{"title": "a", "page": "3"}]],
)
def test_what_the_source_columns_cannot_hold_is_json(sources: list[dict[str, str]]) -> None:
    assert row_of(event(sources=sources))["sources"].startswith('[{"title":"a"')


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'=", "''@"])
def test_a_formula_is_defused_in_any_column_and_restored(start: str) -> None:
    given = event(title=f"{start}1" if start != "\r" else "t", summary=f"{start}1+1", tags=[f"{start}cmd"])
    row = row_of(given)
    assert row["summary"] == f"'{start}1+1"
    assert row["tags"].startswith("'")
    assert back(text_of(given)) == [given]
    assert row_of(given, plain=True)["summary"] == f"{start}1+1"


def test_an_apostrophe_that_guards_no_formula_stays() -> None:
    given = event(title="'s-Gravenhage", summary="'quoted'")
    assert row_of(given)["title"] == "'s-Gravenhage"
    assert back(text_of(given)) == [given]


def test_a_spreadsheet_made_by_hand_is_read() -> None:
    text = "\ufefftitle,date,actors,note\r\nTalks,2022-03,Russia;Japan\\,seen\r\n\r\nNo more,2023,,\r\n"
    first, second = back(text)
    assert first == event(actors=["Russia", "Japan\\"], note="seen")
    assert second == event(date="2023", title="No more")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1: the file is empty"),
        ("a,b\r\n", '1: no column "date"'),
        ("date,title,date\r\n", '1: column "date" occurs twice'),
        ("date,title\r\n2022,a,b\r\n", "2: 3 cells, but 2 columns"),
        ('date,title\r\n2022,"a"b\r\n', "2: not CSV: ',' expected after '\"'"),
        ("date,title,extra\r\n2022,a,[1]\r\n", "2: extra must be a JSON object"),
        ("date,title,sources\r\n2022,a,[\r\n", "2: not JSON at column 2: expecting value"),
    ],
)
def test_what_is_not_such_a_csv_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(InvalidData) as caught:
        back(text)
    assert caught.value.message == message
    assert caught.value.hint


def test_every_naughty_string_survives_in_every_column() -> None:
    path = Path(__file__).resolve().parents[3] / "shared" / "events" / "naughty" / "blns.json"
    if not path.exists():
        pytest.skip("the folder ../shared is not here")
    texts = [text for text in json.loads(path.read_text(encoding="utf-8")) if text.strip()]
    given = [
        event(
            summary=text,
            actors=[text],
            place=text,
            kind=text,
            tags=[text, "x"],
            note=text,
            sources=[{"title": text}],
        )
        for text in texts
    ]
    assert len(given) > 400
    assert back(text_of(*given)) == given

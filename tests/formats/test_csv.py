"""CSV: the columns of the contract, harmless in a spreadsheet, and a way back."""

import csv
import io
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from event_strategies import events as event_lists
from hypothesis import given
from hypothesis import strategies as st
from rows import records

from timeline.dates.event_date import EventDate
from timeline.errors import DateError, InvalidData
from timeline.formats.csv import COLUMNS, FORMAT, cells_of, read, write
from timeline.formats.delimited import SEPARATORS
from timeline.formats.format import ReadOptions, WriteOptions
from timeline.mapping import Mapping
from timeline.model import Event
from timeline.record import Value
from timeline.said.reading import read_date
from timeline.said.understood import DayOrder, Understood

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
    return [Event.from_record(record) for record in records(FORMAT, text)]


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


_CELL = st.text(alphabet="a,\"'=+-@\t\r\né ", max_size=3)


@given(
    st.lists(
        st.builds(
            event,
            title=st.just("x"),
            summary=_CELL,
            place=_CELL,
            kind=_CELL,
            tags=st.lists(_CELL.filter(bool)),
        )
    ),
    st.booleans(),
)
def test_rows_are_written_as_the_standard_library_writes_them(events: list[Event], plain: bool) -> None:
    whole = io.StringIO(newline="")
    writer = csv.writer(whole)
    writer.writerow(COLUMNS)
    for one in events:
        cells = cells_of(one)
        writer.writerow(cells if plain else [re.sub(r"\A(?='*[=+\-@\t\r])", "'", cell) for cell in cells])
    assert text_of(*events, plain=plain) == whole.getvalue()


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
        ("a,b\r\n", '1: no column for the date among "a", "b"'),
        ("Päivä;Otsikko\r\n", '1: no column for the date among "Päivä", "Otsikko"'),
        ("sep=;\r\ndate;b\r\n", '2: no column for the title among "date", "b"'),
        ("date,title,Date\r\n", '1: column "Date" occurs twice'),
        (
            'date,title\r\n2022,"a\r\nb\r\n',
            "2: not CSV: a quotation mark stands inside a cell, or does not close",
        ),
        ("date,title,date\r\n", '1: column "date" occurs twice'),
        ("date,title\r\n2022,a,b\r\n", "2: 3 cells, but 2 columns"),
        (
            'date,title\r\n2022,"a"b\r\n',
            "2: not CSV: a quotation mark stands inside a cell, or does not close",
        ),
        ("date,title,extra\r\n2022,a,[1]\r\n", "2: extra must be a JSON object"),
        ("date,title,sources\r\n2022,a,[\r\n", "2: not JSON at column 2: it ends too early"),
    ],
)
def test_what_is_not_such_a_csv_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(InvalidData) as caught:
        back(text)
    assert caught.value.message == message
    assert caught.value.hint


cells = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from([*SEPARATORS, '"', "\n"]), max_size=6
).filter(lambda text: not text.lstrip().startswith("'"))


@given(
    st.permutations(["Date", " title", "PLACE ", "", "Note; or | so", "summary"]),
    st.lists(st.lists(cells, min_size=4, max_size=4), max_size=4),
    st.sampled_from(SEPARATORS),
    st.booleans(),
)
def test_no_cell_of_any_table_is_lost(
    header: list[str], rows: list[list[str]], separator: str, says: bool
) -> None:
    names = [name for name in header if name.strip().casefold() not in ("date", "title")]
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=separator)
    writer.writerow(header)
    for row in rows:
        given = dict(zip(names, row, strict=True)) | {"Date": " 2022 ", " title": "\u00a0Talks "}
        writer.writerow([given[name] for name in header])
    notes: list[str] = []
    found = records(FORMAT, f"sep={separator}\r\n" * says + file.getvalue(), ReadOptions(note=notes.append))
    assert len(found) == len(rows)
    for row, record in zip(rows, found, strict=True):
        fields = {"PLACE ": "place", "": f"column-{header.index('') + 1}", "Note; or | so": "Note; or | so"}
        filled = {fields.get(name, name): cell.strip() for name, cell in zip(names, row, strict=True)}
        filled = {name: cell for name, cell in filled.items() if cell}
        assert record == {"date": "2022", "title": "Talks"} | filled
    nameless = [note for note in notes if "under no name" in note]
    assert len(nameless) == any(row[names.index("")].strip() for row in rows)
    assert any("--delimiter" in note for note in notes) == (separator != "," and not says)


DAY = EventDate.parse("2023-02-10").first_day or 0
TYPED = [
    *("21 March 2022", "c. 1950", "1950s", "21-Mar-2022", " 2022-03-21 ", "7 Feb", "13/02/2023", "yesterday"),
    *("2022-03/2022-05", "[2021,2022]"),
]
REFUSED = ["03/02/2023", "soon", "2022-04-31", "2022-13-01", "n.d.", "1 May or", "-"]


@pytest.mark.parametrize("cell", TYPED)
def test_a_cell_is_read_as_the_same_date_typed_at_the_prompt(cell: str) -> None:
    notes: list[str] = []
    options = ReadOptions(date=lambda text: read_date(text, today=DAY), note=notes.append)
    (record,) = records(FORMAT, f'date,title,source_date\n"{cell}",Talks,"{cell}"\n', options)
    typed = read_date(cell, today=DAY)
    assert record == {"date": typed.edtf, "title": "Talks", "sources": [{"date": typed.edtf}]}
    assert notes == [f"2: {typed.note}"] * 2 * bool(typed.note)


@pytest.mark.parametrize(
    ("order", "edtf"), [(DayOrder.DAY_FIRST, "2023-02-03"), (DayOrder.MONTH_FIRST, "2023-03-02")]
)
def test_the_order_of_day_and_month_is_the_files_too(order: DayOrder, edtf: str) -> None:
    options = ReadOptions(date=lambda text: read_date(text, today=DAY, order=order))
    assert records(FORMAT, "date,title\n03/02/2023,Talks\n", options)[0]["date"] == edtf


@pytest.mark.parametrize("column", ["date", "source_date"])
@pytest.mark.parametrize("cell", REFUSED)
def test_what_is_no_date_at_the_prompt_is_none_in_a_cell(cell: str, column: str) -> None:
    with pytest.raises(DateError) as typed:
        read_date(cell, today=DAY)
    options = ReadOptions(date=lambda text: read_date(text, today=DAY))
    header, rest = ("title,date", "") if column == "date" else ("title,source_date,date", ",2022")
    with pytest.raises(InvalidData) as caught:
        records(FORMAT, f"{header}\nTalks,{cell}{rest}\n", options)
    assert caught.value.message == f"2: {typed.value.message}".replace("2: date", f"2: {column}")
    assert caught.value.hint == typed.value.hint


def test_what_our_export_wrote_as_edtf_is_never_read_otherwise() -> None:
    asked: list[str] = []

    def typed(text: str) -> Understood:
        asked.append(text)
        return Understood(edtf="2022")

    text = text_of(event(date="1921-22"), event(date="2022"))
    assert records(FORMAT, text, ReadOptions(date=typed))[0]["date"] == "1921-22"
    assert not asked
    by_hand = text.replace("1921-22", "year 22")
    assert records(FORMAT, by_hand, ReadOptions(date=typed))[0]["date"] == "2022"
    assert asked == ["year 22"]
    records(FORMAT, "date,title\n1921-22,Talks\n", ReadOptions(date=typed))
    assert asked == ["year 22", "1921-22"]


def test_names_of_columns_count_whatever_their_case_and_are_told() -> None:
    notes: list[str] = []
    text = "Date,TITLE,Source URL,After,Notes\n2022,Talks,https://example.org/,a; b,x\n"
    (record,) = records(FORMAT, text, ReadOptions(note=notes.append))
    assert record == {
        "date": "2022",
        "title": "Talks",
        "sources": [{"url": "https://example.org/"}],
        "after": ["a", "b"],
        "Notes": "x",
    }
    assert notes == [
        "1: taken as --map date=Date --map title=TITLE --map after=After --map 'source.url=Source URL'"
    ]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Year,Event,Location", {"date": "2022", "title": "x", "place": "y"}),
        ("year,title,event", {"date": "2022", "title": "x", "event": "y"}),
        ("Date,Headline,Event", {"date": "2022", "title": "x", "Event": "y"}),
        ("date,title,Participants", {"date": "2022", "title": "x", "actors": ["y"]}),
        ("date,title,source", {"date": "2022", "title": "x", "sources": ["y"]}),
        ("date,title,URL", {"date": "2022", "title": "x", "sources": [{"url": "y"}]}),
        ("date,title,url,source_url", {"date": "2022", "title": "x", "url": "y"}),
    ],
)
def test_a_column_is_known_by_what_people_call_it(header: str, fields: dict[str, Value]) -> None:
    assert records(FORMAT, f"{header}\n2022,x,y\n") == [fields]


def test_a_source_in_one_cell_is_an_address_or_a_title_with_what_else_is_said_of_it() -> None:
    text = "date,title,source,source quote\n2022,x,https://example.org/,q\n2022,x,A story,\n2022,x,,q\n"
    assert [record.get("sources") for record in records(FORMAT, text)] == [
        [{"url": "https://example.org/", "quote": "q"}],
        ["A story"],
        [{"quote": "q"}],
    ]


def test_columns_that_follow_from_the_date_are_told_and_not_taken() -> None:
    notes: list[str] = []
    options = ReadOptions(note=notes.append)
    assert records(FORMAT, "date,title,latest\n2022,x,2023\n", options) == [{"date": "2022", "title": "x"}]
    assert notes == ['1: not taken: "latest"']
    records(FORMAT, text_of(event()), ReadOptions(note=notes.append))
    assert len(notes) == 1


def test_columns_that_are_not_taken_and_stand_side_by_side_are_told_as_a_stretch() -> None:
    notes: list[str] = []
    options = ReadOptions(
        note=notes.append, mapping=Mapping(others="leave", fields={"date": ("when",), "title": ("what",)})
    )
    records(FORMAT, "a,b,when,c,d,e,f,what,g\n1,1,2022,1,1,1,1,x,1\n", options)
    assert notes == ['1: not taken: "a", "b", "c" to "f", "g"']


def test_a_backslash_in_a_list_is_one_unless_it_guards() -> None:
    (record,) = records(FORMAT, "date,title,tags\n2022,x,C:\\temp; a\\; b; c\\\\d\n")
    assert record["tags"] == ["C:\\temp", "a; b", "c\\d"]


def test_a_blank_before_a_quotation_mark_is_none_of_the_cell() -> None:
    assert records(FORMAT, 'date, "title", place\n2022, "Talks, end", "Oslo"\n') == [
        {"date": "2022", "title": "Talks, end", "place": "Oslo"}
    ]
    given = event(title=" Talks", summary=" a, b ", place='  "x"')
    assert back(text_of(given)) == [given]


def test_blank_lines_before_the_names_count_as_lines() -> None:
    rows = list(read(io.BytesIO(b"\n;;\ndate;title\n\n2022;x\n"), ReadOptions()))
    assert rows == [(5, {"date": "2022", "title": "x"})]


def test_every_bad_row_is_told_and_the_good_ones_are_read() -> None:
    text = 'date,title,extra\n2022,a,{\n2022,b\n\n,,\n2022,"c\nd",,,\n2022,e,,,x\n2022,f,[]\n'
    rows = list(read(io.BytesIO(text.encode()), ReadOptions()))
    told = [
        row.message.partition(":")[0] if isinstance(row, InvalidData) else row["title"]
        for _, row in rows
        if isinstance(row, InvalidData | dict)
    ]
    assert told == ["2", "b", "c d", "8", "9"]
    assert [line for line, _ in rows] == [2, 3, 6, 8, 9]


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

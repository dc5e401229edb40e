"""Workbooks: a sheet is a table like any other, and no file costs more than memory has."""

import io
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import Cell, ods, packed, xlsx

from timeline.errors import InvalidData, TimelineError, Unavailable
from timeline.formats.format import ReadOptions
from timeline.formats.workbook import read
from timeline.mapping import NOTHING, Mapping
from timeline.record import Record

pytest.importorskip("python_calamine", reason="the library for workbooks is not installed")

ROWS: list[list[Cell]] = [
    ["Date", "Title", "n"],
    [date(2022, 3, 21), " Talks ", 3.0],
    [],
    ["1950s", "Ice", 2.5],
    [2018, "Rally", None],
]
RECORDS = [
    (2, {"date": "2022-03-21", "title": "Talks", "n": "3"}),
    (4, {"date": "1950s", "title": "Ice", "n": "2.5"}),
    (5, {"date": "2018", "title": "Rally"}),
]


def rows(data: bytes, mapping: Mapping = NOTHING, notes: list[str] | None = None) -> list[tuple[int, object]]:
    note = ([] if notes is None else notes).append
    return list(read(io.BytesIO(data), ReadOptions(mapping=mapping, note=note)))


@pytest.mark.parametrize("data", [xlsx({"A": ROWS}), ods(ROWS)], ids=["xlsx", "ods"])
def test_a_sheet_is_a_table(data: bytes) -> None:
    assert rows(data) == RECORDS


def test_rows_are_counted_as_the_program_numbers_them() -> None:
    assert [line for line, _ in rows(xlsx({"A": ROWS}, row=4))] == [5, 7, 8]


def test_the_first_sheet_that_holds_anything_is_taken_and_told() -> None:
    other: list[list[Cell]] = [["date", "title"], ["2023", "x"]]
    data = xlsx({"Notes": [], "My Events": ROWS, "B": other})
    notes: list[str] = []
    assert rows(data, notes=notes) == RECORDS
    assert notes == ["1: taken as --sheet 'My Events' --map date=Date --map title=Title"]
    assert rows(data, Mapping(sheet="B")) == [(2, {"date": "2023", "title": "x"})]
    with pytest.raises(InvalidData) as caught:
        rows(data, Mapping(sheet="C"))
    assert (caught.value.message, caught.value.hint) == (
        '1: no sheet "C"',
        'there are "Notes", "My Events", "B"',
    )


def test_a_sheet_without_names_has_those_that_are_said() -> None:
    said = Mapping(columns=("date", "title"))
    bare: list[list[Cell]] = [["2023", "x"], ["2024", "y"]]
    records: list[tuple[int, Record]] = [
        (1, {"date": "2023", "title": "x"}),
        (2, {"date": "2024", "title": "y"}),
    ]
    assert rows(xlsx({"A": bare}), said) == records
    assert rows(xlsx({"A": [["Date", "Title"], *bare]}), said) == [(line + 1, one) for line, one in records]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "1: not a workbook that can be read"),
        (b"date,title\n2022,x\n", "1: not a workbook that can be read"),
        (xlsx({"A": ROWS})[:-40], "1: not a workbook that can be read"),
        (packed({"content.xml": "<a><b></a>"}), "1: not a workbook that can be read"),
        (xlsx({"A": []}), "1: the sheet is empty"),
        (xlsx({"A": [["x"]]}, row=99_999_999), "1: larger than what can be read at once"),
        (ods([["x"] * 200], repeated=1_048_576), "1: larger than what can be read at once"),
    ],
    ids=range(7),  # and not by bytes, which hold the second at which they were packed
)
def test_what_is_no_sheet_is_told(data: bytes, message: str) -> None:
    with pytest.raises(InvalidData) as caught:
        rows(data)
    assert (caught.value.message, bool(caught.value.hint)) == (message, True)


@given(st.sampled_from([xlsx({"A": ROWS}), ods(ROWS)]), st.integers(0, 5_000), st.binary(max_size=3))
def test_any_damage_is_told(data: bytes, place: int, other: bytes) -> None:
    place %= len(data)
    try:
        rows(data[:place] + other + data[place + len(other) :])
    except TimelineError as error:
        assert error.message.startswith("1: ")  # noqa: PT017


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(Unavailable) as caught:
        rows(xlsx({"A": ROWS}))
    assert caught.value.message == "reading workbooks needs python-calamine"
    assert caught.value.hint == 'pip install "timeline[tables]"'

"""The presets that come with the package: each is read, and makes events of rows as its data set has them."""

import csv
import io
import re
from collections.abc import Mapping as Columns
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from preset_rows import ROWS
from rows import records

from timeline.formats.csv import FORMAT
from timeline.formats.fitting import hint_of_preset
from timeline.formats.foreign import read_files
from timeline.formats.format import ReadOptions
from timeline.formats.preset import SHIPPED, read_preset
from timeline.model import Event
from timeline.record import Value
from timeline.said.reading import read_date
from timeline.said.understood import Understood

SHARED = Path(__file__).resolve().parents[3] / "shared" / "events"


def typed(text: str) -> Understood:
    return read_date(text, today=19398)


def test_every_preset_has_rows_here() -> None:
    assert {name for name, _, _ in ROWS} == {path.stem for path in SHIPPED.glob("*.toml")}


@pytest.mark.parametrize(("name", "text", "made"), ROWS)
def test_a_preset_makes_events_of_rows(name: str, text: str, made: list[Columns[str, Value]]) -> None:
    mapping = read_preset(SHIPPED / f"{name}.toml")
    found = records(FORMAT, text, ReadOptions(date=typed, mapping=mapping))
    assert found == made
    for record in found if mapping.rows != "sources" else ():
        Event.from_record(record)


@pytest.mark.parametrize(("name", "text", "made"), ROWS)
def test_a_table_that_is_not_understood_is_told_its_preset(
    name: str, text: str, made: list[Columns[str, Value]]
) -> None:
    tab = "\t" in text.partition("\n")[0]
    cells = next(csv.reader(io.StringIO(text), delimiter="\t" if tab else ","))
    assert hint_of_preset(cells, "none") == f"--preset {name} reads such a table"
    assert hint_of_preset(["a", *cells[1:3]], "none") == "none"


@pytest.mark.parametrize(("name", "file"), [("acled", "acled.csv"), ("polecat", "polecat.tsv")])
def test_the_header_of_a_data_set_has_all_that_its_preset_asks_for(name: str, file: str) -> None:
    if not (SHARED / "headers" / file).exists():
        pytest.skip("the folder ../shared is not here")
    notes: list[str] = []
    options = ReadOptions(date=typed, note=notes.append, mapping=read_preset(SHIPPED / f"{name}.toml"))
    assert records(FORMAT, (SHARED / "headers" / file).read_text(encoding="utf-8"), options) == []
    assert [note.partition(":")[2][:11] for note in notes] == [" not taken:"]


def test_what_a_preset_needs_and_a_table_has_not_is_told() -> None:
    notes: list[str] = []
    options = ReadOptions(date=typed, note=notes.append, mapping=read_preset(SHIPPED / "wikidata.toml"))
    records(FORMAT, "item,itemLabel,date\nhttp://www.wikidata.org/entity/Q1,x,1855\n", options)
    assert notes == [
        f'1: no "{column}", of which {field} would be made'
        for field, column in [
            ("end", "end"),
            ("precision", "precision"),
            ("summary", "itemDescription"),
            ("place", "placeLabel"),
            ("actors", "participantLabel"),
        ]
    ]


@pytest.mark.parametrize(
    ("name", "file", "rows", "bad"),
    [
        ("icews", "icews/events.2018.first500.tab", 500, 0),
        ("timelinejs-sheet", "timelinejs/contrib_women_in_computing.csv", 11, 1),
    ],
)
def test_a_real_file_comes_in_and_its_rows_add_up(name: str, file: str, rows: int, bad: int) -> None:
    if not (SHARED / file).exists():
        pytest.skip("the folder ../shared is not here")
    reading = read_files([SHARED / file], "", typed, typed, mapping=read_preset(SHIPPED / f"{name}.toml"))
    assert (reading.rows, reading.bad, len(reading.events)) == (rows, bad, rows - bad - reading.outside)


@pytest.mark.parametrize("file", sorted(SHARED.rglob("*.csv")), ids=lambda path: path.name)
def test_any_real_table_comes_in_or_is_told(file: Path) -> None:
    reading = read_files([file], "", typed, typed)
    assert reading.rows == len(reading.events) + reading.bad
    assert reading.events or reading.wrong
    assert all(error.message.startswith(f"{file}:") and error.hint for error in reading.wrong)


@given(st.sampled_from(ROWS), st.data())
def test_a_damaged_byte_leaves_events_or_mistakes_with_their_lines(
    tmp_path_factory: pytest.TempPathFactory,
    row: tuple[str, str, list[Columns[str, Value]]],
    data: st.DataObject,
) -> None:
    name, text, _ = row
    damaged = bytearray(text.encode())
    at = data.draw(st.integers(0, len(damaged) - 1))
    damaged[at : at + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=2))
    file = tmp_path_factory.getbasetemp() / "damaged.csv"
    file.write_bytes(damaged)
    reading = read_files([file], "csv", typed, typed, mapping=read_preset(SHIPPED / f"{name}.toml"))
    assert reading.rows == len(reading.events) + reading.outside + reading.alike + reading.bad
    assert bool(reading.wrong) == bool(reading.bad or not reading.readable)
    for error in reading.wrong:
        assert re.match(r":[0-9]+: ", error.message.removeprefix(str(file))), error.message

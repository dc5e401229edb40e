"""The presets that come with the package: each is read, and makes events of rows as its data set has them."""

from collections.abc import Mapping as Columns
from pathlib import Path

import pytest
from rows import records

from timeline.formats.csv import FORMAT
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


def gdelt_event(version: str) -> Columns[str, Value]:
    """The event of that row."""
    return {
        "date": "2018-01-01",
        "title": "Japan – Make a visit – Russia",
        "actors": ["Japan", "Russia"],
        "kind": "cameo:042",
        "place": "Moscow, Russia",
        "place_precision": "city",
        "status": "draft",
        "sources": [{"url": "https://www.example.org/a", "publisher": "example.org", "date": "2018-01-02"}],
        "imported": {"id": "5", "from": f"GDELT {version}", "event": "2018-01-01:JPN:RUS:042"},
    }


def gdelt(preset: str) -> str:
    """A row of GDELT."""
    said = {
        "GLOBALEVENTID": "5",
        "SQLDATE": "20180101",
        "Actor1CountryCode": "JPN",
        "Actor2CountryCode": "RUS",
        "EventCode": "042",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Moscow, Russia",
        "DATEADDED": "20180102001500" if preset == "gdelt2" else "20180102",
        "SOURCEURL": "https://www.example.org/a",
    }
    names = read_preset(SHIPPED / f"{preset}.toml").columns
    return "\t".join(said.get(name, "") for name in names) + "\n"


ROWS: list[tuple[str, str, Columns[str, Value]]] = [
    (
        "wikidata",
        "item,itemLabel,date,precision\n"
        "http://www.wikidata.org/entity/Q1,Treaty of Shimoda,1855-02-07T00:00:00Z,11\n",
        {
            "date": "1855-02-07",
            "title": "Treaty of Shimoda",
            "status": "draft",
            "sources": [{"url": "http://www.wikidata.org/entity/Q1", "publisher": "wikidata.org"}],
            "imported": {"id": "Q1", "from": "Wikidata"},
        },
    ),
    (
        "timelinejs-sheet",
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Group\n"
        "1956,10,,,1956,12,,,autumn 1956,Talks,Long,https://example.org/,Treaties\n",
        {
            "date": "1956-10/1956-12",
            "date_as_written": "autumn 1956",
            "title": "Talks",
            "summary": "Long",
            "tags": ["Treaties"],
            "sources": [{"url": "https://example.org/"}],
        },
    ),
    (
        "icews",
        "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Country"
        "\tStory ID\tSentence Number\tPublisher\tCity\tProvince\tCountry\tLatitude\tLongitude\n"
        '7\t2018-06-01\tMinister "A"\tJapan\tConsult\t040\t1\tNA\tRussia\t9\t2\tKyodo\tNA\tTokyo\tJapan\t35.7\t139.7\n',
        {
            "date": "2018-06-01",
            "title": "Japan – Consult – Russia",
            "actors": ["Japan", "Russia"],
            "place": "Tokyo, Japan",
            "lat": "35.7",
            "lon": "139.7",
            "kind": "cameo:040",
            "status": "draft",
            "sources": [{"title": "story 9, sentence 2", "publisher": "Kyodo"}],
            "imported": {
                "id": "7:2018-06-01",
                "source": 'Minister "A"',
                "intensity": "1",
                "from": "ICEWS",
                "event": "2018-06-01:Japan:Russia:040",
            },
        },
    ),
    (
        "ucdp-ged",
        "id,type_of_violence,conflict_name,side_a,side_b,source_article,source_headline,where_prec,where_coordinates"
        ",where_description,latitude,longitude,country,event_clarity,date_prec,date_start,date_end"
        ",deaths_civilians,best,high,low\n"
        "9,1,A: Government,Government of A,Rebels,Agency 1;Agency 2,Clash,3,Town,near it,1.5,2.5,A,2,4,2001-03-01,2001-03-31"
        ",1,4,6,3\n",
        {
            "date": "[2001-03-01..2001-03-31]",
            "title": "Government of A – State-based violence – Rebels",
            "summary": "Clash",
            "actors": ["Government of A", "Rebels"],
            "place": "Town, A",
            "lat": "1.5",
            "lon": "2.5",
            "place_precision": "region",
            "kind": "ucdp:1",
            "tags": ["clarity:2", "A: Government"],
            "status": "draft",
            "sources": ["Agency 1", "Agency 2"],
            "imported": {
                "id": "9",
                "best": "4",
                "high": "6",
                "low": "3",
                "civilians": "1",
                "where": "near it",
                "from": "UCDP GED",
            },
        },
    ),
    *((f"gdelt{name}", gdelt(f"gdelt{name}"), gdelt_event(name)) for name in "12"),
]


def test_every_preset_has_rows_here() -> None:
    assert {name for name, _, _ in ROWS} == {path.stem for path in SHIPPED.glob("*.toml")}


@pytest.mark.parametrize(("name", "text", "record"), ROWS)
def test_a_preset_makes_events_of_rows(name: str, text: str, record: Columns[str, Value]) -> None:
    options = ReadOptions(date=typed, mapping=read_preset(SHIPPED / f"{name}.toml"))
    (found,) = records(FORMAT, text, options)
    assert found == record
    Event.from_record(found)


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

"""A mapping is a value: guessed, typed, kept in a file, and the same however it came."""

import csv
import io
import json
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import records

from timeline.errors import InvalidData, TimelineError, Unavailable
from timeline.formats.coded import MERGES, NEEDED
from timeline.formats.csv import FORMAT
from timeline.formats.format import ReadOptions
from timeline.formats.preset import KEYS, preset_text, read_preset
from timeline.formats.synonyms import SYNONYMS, guessed, names_of
from timeline.formats.tallied import TALLIED
from timeline.mapping import NOTHING, TARGETS, Mapping
from timeline.record import Record
from timeline.said.reading import read_date
from timeline.said.understood import DayOrder, Understood

TODAY = 19398


def by_hand(text: str) -> Understood:
    return read_date(text, today=TODAY)


def read(text: str, mapping: Mapping = NOTHING, notes: list[str] | None = None) -> list[Record]:
    note = ([] if notes is None else notes).append
    return records(FORMAT, text, ReadOptions(date=by_hand, note=note, mapping=mapping))


def one(text: str, **said: object) -> Record:
    (record,) = read(text, Mapping(**said))  # type: ignore[arg-type]
    return record


def test_a_name_stands_for_one_field() -> None:
    fields = [(name, field) for field, texts in SYNONYMS.items() for name in {*names_of(texts)}]
    names = [name for name, _ in fields]
    assert not [one for one in fields if names.count(one[0]) > 1]


@pytest.mark.parametrize("target", SYNONYMS)
def test_a_field_is_known_by_each_of_its_names(target: str) -> None:
    assert target in TARGETS
    for name in names_of(SYNONYMS[target]):
        title = [] if target == "title" else ["title"]
        assert guessed([*title, name.title()], {})[target] == (name.title(),)


@pytest.mark.parametrize(
    ("header", "recipes"),
    [
        ("Year,Month,Day,Headline", {"date": ("Year+Month+Day",), "title": ("Headline",)}),
        ("yr,mo,dy,event", {"date": ("yr+mo+dy",), "title": ("event",)}),
        ("Date (UTC),TITLE*", {"date": ("Date (UTC)",), "title": ("TITLE*",)}),
        ("Datum,Ereignis,Ort", {"date": ("Datum",), "title": ("Ereignis",), "place": ("Ort",)}),
        ("Data,Titolo", {"date": ("Data",), "title": ("Titolo",)}),
        ("Data,Year,Title", {"date": ("Year",), "title": ("Title",)}),
        ("日期,标题,地点", {"date": ("日期",), "title": ("标题",), "place": ("地点",)}),
        ("année,mois,titre", {"date": ("année+mois",), "title": ("titre",)}),
        ("Дата,Событие,Участники", {"date": ("Дата",), "title": ("Событие",), "actors": ("Участники",)}),
        ("Date,Year,Event", {"date": ("Date",), "title": ("Event",)}),
        ("start date,end date,name", {"date": ("start date",), "end": ("end date",), "title": ("name",)}),
        ("date,actor1,actor2,what", {"date": ("date",), "actors": ("actor1", "actor2"), "title": ("what",)}),
        ("date,description", {"date": ("date",), "title": ("description",)}),
        ("date,title,description", {"date": ("date",), "title": ("title",), "summary": ("description",)}),
    ],
)
def test_columns_are_guessed_by_what_people_call_them(
    header: str, recipes: dict[str, tuple[str, ...]]
) -> None:
    assert dict(sorted(guessed(header.split(","), {}).items())) == dict(sorted(recipes.items()))


@pytest.mark.parametrize(
    ("cells", "date"),
    [
        ("2022,3,21", "2022-03-21"),
        ("2022,3,", "2022-03"),
        ("2022,,", "2022"),
        ("750,1,2", "0750-01-02"),
        ("-44,3,15", "-0044-03-15"),
        ("2022,March,21", "2022-03-21"),
        ("1914,-9,-9", "1914"),
    ],
)
def test_a_date_stands_in_several_columns(cells: str, date: str) -> None:
    assert one(f"y,m,d,title\n{cells},x\n", fields={"date": ("y+m+d",)}, empty=("-9",))["date"] == date


def test_a_date_has_a_time_of_day_in_a_column_of_its_own() -> None:
    assert (
        one("Date,Time,title\n21/03/2022,15:00,x\n", fields={"date": ("Date+Time",)})["date"]
        == "2022-03-21T15:00:00"
    )


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        ("2022-03-21", "2022-03-25", "2022-03-21/2022-03-25"),
        ("2022-03-21", "2022-03-21", "2022-03-21"),
        ("2022-03-21", "", "2022-03-21"),
        ("March 2022", "1 May 2022", "2022-03/2022-05-01"),
        ("2022-03-21 10:00", "2022-03-21 12:00", "2022-03-21T10:00:00"),
        ("2014", "..", "2014/.."),
    ],
)
def test_an_end_makes_an_interval(start: str, end: str, date: str) -> None:
    assert one(f"date,end,title\n{start},{end},x\n")["date"] == date


@pytest.mark.parametrize(
    ("code", "date"),
    [
        ("1", "2012-02-07"),
        ("2", "2012-02-07~"),
        ("3", "2012-02"),
        ("9", "2012"),
        ("8", "201X"),
        ("7", "20XX"),
        ("month", "2012-02"),
        ("4", "[2012-02-07..2012-02-20]"),
        ("", "2012-02-07/2012-02-20"),
    ],
)
def test_a_column_says_how_exact_a_date_is(code: str, date: str) -> None:
    end = "2012-02-20" if code in ("4", "") else ""
    said = {"fields": {"precision": ("prec",)}, "precision": {"4": "between"}}
    assert one(f"date,end,prec,title\n2012-02-07,{end},{code},x\n", **said)["date"] == date


@pytest.mark.parametrize(
    ("form", "cell", "date"),
    [
        ("%d.%m.%Y", "3.4.2012", "2012-04-03"),
        ("%m/%Y", "03/1950", "1950-03"),
        ("%Y%m%d", "20171202", "2017-12-02"),
        ("%m/%d/%Y %H:%M", "03/04/2012 15:30", "2012-03-04T15:30:00"),
    ],
)
def test_a_format_says_what_the_numbers_of_a_date_are(form: str, cell: str, date: str) -> None:
    assert one(f"date,title\n{cell},x\n", date_format=form)["date"] == date


def test_a_template_leaves_out_what_stands_beside_an_empty_column() -> None:
    said: dict[str, Any] = {
        "fields": {
            "title": ("{a} – {code:cameo} – {b}",),
            "kind": ("cameo:{code}",),
            "source.publisher": ("{url:host}",),
        }
    }
    said["labels"] = {"cameo": {"036": "Express intent to meet"}}
    text = (
        "date,a,b,code,url\n2022,Russia,Japan,036,https://www.tass.com/1\n2022,,Japan,036,\n2022,Russia,,,\n"
    )
    rows = read(text, Mapping(others="leave", **said, constants={"date": ("2022",)}))
    assert [row["title"] for row in rows] == [
        "Russia – Express intent to meet – Japan",
        "Express intent to meet – Japan",
        "Russia",
    ]
    assert [row.get("kind") for row in rows] == ["cameo:036", "cameo:036", None]
    assert [row.get("sources") for row in rows] == [[{"publisher": "tass.com"}], None, None]


def test_lists_come_from_several_columns_and_are_parted_as_asked() -> None:
    fields = {"actors": ("A", "B"), "tags": ("quad:{q}",)}
    record = one('date,title,A,B,q\n2022,x,"Russia, Japan",Japan,1\n', fields=fields, separator=",")
    assert (record["actors"], record["tags"]) == (["Russia", "Japan"], ["quad:1"])


def test_a_row_is_one_event_for_each_date_that_it_has() -> None:
    each = ({"date": ("Signed",), "kind": ("signature",)}, {"date": ("In force",), "kind": ("force",)})
    fields = {"title": ("Title",)}
    text = (
        "Title,Signed,In force,signature,force\nA treaty,2012-01-01..2012-02-22,2014,s,f\nAnother,2013,,s,f\n"
    )
    rows = read(text, Mapping(fields=fields, each=each, edtf=True, others="leave"))
    assert [(row["title"], row["kind"]) for row in rows] == [
        ("A treaty", "s"),
        ("A treaty", "f"),
        ("Another", "s"),
    ]


def test_a_list_that_a_program_wrote_as_json_is_one() -> None:
    assert [
        row.get("tags") for row in read('date,title,tags\n2022,x,"[""a"", ""b""]"\n2022,y,[]\n2022,z,[a\n')
    ] == [
        ["a", "b"],
        None,
        ["[a"],
    ]


def test_names_that_differ_in_case_alone_are_two_where_neither_is_ours() -> None:
    assert one("date,title,Source,source\n2022,x,A,b\n")["sources"] == ["A"]


def test_constants_and_fields_in_a_mapping() -> None:
    said = {
        "fields": {"imported.row": ("n",), "source.url": ("u",)},
        "constants": {
            "tags": ("coded",),
            "status": ("draft",),
            "imported.from": ("a set",),
            "source.grade": ("C",),
        },
    }
    assert one("date,title,tags,n,u\n2022,x,a,7,https://x.org/\n", **said) == {
        "date": "2022",
        "title": "x",
        "tags": ["a", "coded"],
        "status": "draft",
        "imported": {"row": "7", "from": "a set"},
        "sources": [{"grade": "C", "url": "https://x.org/"}],
    }


def test_a_table_without_names_has_those_that_are_said() -> None:
    said = Mapping(
        columns=("date", "title", "n"), others="leave", fields={"date": ("date",), "title": ("title",)}
    )
    notes: list[str] = []
    assert read("2022\tx\t1\n2023\ty\t2\n", said, notes) == [
        {"date": "2022", "title": "x"},
        {"date": "2023", "title": "y"},
    ]
    assert notes == ["1: taken as --delimiter tab", '1: not taken: "n"']
    assert read("date,title,n\n2022,x,1\n", said) == [{"date": "2022", "title": "x"}]


@pytest.mark.parametrize("above", ["Report, of visits\n\n", "Report;;\nby hand;;\n", "a\n" * 9])
def test_names_of_columns_stand_below_what_somebody_wrote_above_them(above: str) -> None:
    notes: list[str] = []
    rows = read(f"{above}Date;Title;Place\n2022;Talks;Oslo\n", NOTHING, notes)
    assert rows == [{"date": "2022", "title": "Talks", "place": "Oslo"}]
    line = above.count("\n") + 1
    assert (
        notes[0]
        == f"{line}: takes this line for the names of the columns, and passes over what stands above it"
    )
    assert not read("date,title\n", NOTHING, notes)
    with pytest.raises(InvalidData, match="1: no column for the date"):
        read("a\n" * 10 + "date,title\n2022,x\n")


def test_an_id_of_another_program_becomes_one_of_ours() -> None:
    assert one("id,date,title\nRUS/12 a,2022,x\n")["id"] == "rus-12-a"


def test_a_quotation_mark_in_a_table_that_quotes_nothing_is_one() -> None:
    assert one('date\ttitle\n2022\t"Illegal" occupation\n', quoted=False)["title"] == '"Illegal" occupation'


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"fields": {"title": ("Titel",)}}, '1: no column "Titel"'),
        ({"fields": {"title": ("{Title:deeds}",)}}, '1: no labels "deeds"'),
        ({"fields": {"precision": ("Prec",)}}, '2: Prec "x" is no precision'),
        ({"fields": {"end": ("End",)}}, '2: date "2022" and End "2021" are no time'),
        ({"date_format": "%d.%m.%Y"}, '2: date "2022" is no date of the format'),
    ],
)
def test_what_a_mapping_cannot_make_is_told(said: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidData) as caught:
        one("date,Title,Prec,End\n2022,x,x,2021\n", **said)
    assert (caught.value.message, bool(caught.value.hint)) == (message, True)


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
texts = st.lists(names, min_size=1, max_size=3).map(tuple)
recipes = st.dictionaries(
    st.sampled_from(TARGETS) | names.map(lambda text: f"x{text}".strip()), texts, max_size=3
)
mappings = st.builds(
    Mapping,
    about=st.just("") | names,
    encoding=st.sampled_from(["", "cp1252", "utf-16"]),
    delimiter=st.sampled_from(["", ";", "\t", "|"]),
    quoted=st.booleans(),
    sheet=st.just("") | names,
    columns=st.just(()) | texts,
    fields=recipes,
    each=st.lists(recipes, max_size=2).map(tuple),
    constants=recipes,
    separator=st.just("") | names,
    empty=st.just(()) | texts,
    labels=st.dictionaries(names, st.dictionaries(names, st.just("") | names, max_size=2), max_size=2),
    edtf=st.booleans(),
    date_format=st.sampled_from(["", "%d.%m.%Y"]),
    order=st.sampled_from([None, *DayOrder]),
    century=st.none() | st.integers(0, 9900),
    calendar=st.sampled_from(["", "julian"]),
    precision=st.dictionaries(names.map(str.lower), st.sampled_from(["day", "month"]), max_size=2),
    others=st.sampled_from(["", "keep", "leave"]),
    rows=st.sampled_from(["", "events", "sources"]),
    tally=st.just({}) | st.fixed_dictionaries(dict.fromkeys(TALLIED, texts)),
    coded=st.just({})
    | st.fixed_dictionaries(dict.fromkeys(NEEDED, texts), optional={"seen": texts, "mutual": texts}),
    merge=st.sampled_from(["", *MERGES]),
    everything=st.booleans(),
)


@given(mappings)
def test_a_preset_says_what_the_mapping_says(
    tmp_path_factory: pytest.TempPathFactory, mapping: Mapping
) -> None:
    path = tmp_path_factory.getbasetemp() / "preset.toml"
    path.write_text(preset_text(mapping), encoding="utf-8", newline="")
    assert read_preset(path) == mapping


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("feilds = 1\n", '1: "feilds" is not known in a preset'),
        ("\n[fields]\ntitle = 3\n", '2: "fields" is not what it must be'),
        ('encoding = "klingon"\n', '1: "encoding" is not what it must be'),
        ('delimiter = "ab"\n', '1: "delimiter" is not what it must be'),
        ('date-format = "%q"\n', '1: "date-format" is not what it must be'),
        ('[precision]\n1 = "roughly"\n', '1: "precision" is not what it must be'),
        ("labels = 1\n", '1: "labels" is not what it must be'),
        ("each = [1]\n", '1: "each" is not what it must be'),
        ('order = "year-first"\n', '1: "order" is not what it must be'),
        ("[fields\n", '1: not TOML: "[fields"'),
    ],
)
def test_what_is_wrong_in_a_preset_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "p.toml"
    path.write_text(text)
    with pytest.raises(InvalidData) as caught:
        read_preset(path)
    assert (caught.value.message, bool(caught.value.hint)) == (f"{path}:{told}", True)


def test_a_preset_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        read_preset(tmp_path / "p.toml")


@given(
    st.sampled_from([*KEYS]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | names,
        lambda inner: st.lists(inner, max_size=2),
        max_leaves=3,
    ),
)
def test_any_value_of_a_key_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: object
) -> None:
    path = tmp_path_factory.getbasetemp() / "preset.toml"
    path.write_text(f"{key} = {json.dumps(value).replace('null', '1.5')}\n", encoding="utf-8")
    try:
        read_preset(path)
    except TimelineError as error:
        assert error.message.startswith(f"{path}:1: ")  # noqa: PT017


cells = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)
    .map(str.strip)
    .filter(lambda text: text[:1] != "'")
)


@given(
    st.permutations(["date", "title", "place", "summary"]),
    st.lists(
        st.tuples(st.sampled_from(["2022", "2022-03", "21 March 2022"]), cells.filter(bool), cells, cells),
        max_size=4,
    ),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_table_says_the_same_in_whatever_form(
    order: list[str], rows: list[tuple[str, ...]], delimiter: str, end: str, all_quoted: bool, encoding: str
) -> None:
    plain = ["date", "title", "place", "summary"]
    renamed = {name: f"Col {name.upper()}" for name in plain}
    file = io.StringIO(newline="")
    quoting: Literal[0, 1] = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerow([renamed[name] for name in order])
    for row in rows:
        writer.writerow([dict(zip(plain, row, strict=True))[name] for name in order])
    mapping = Mapping(fields={name: (renamed[name],) for name in plain})
    options = ReadOptions(date=by_hand, mapping=mapping)
    assert FORMAT.read
    found = [row for _, row in FORMAT.read(io.BytesIO(file.getvalue().encode(encoding)), options)]
    expected = [
        {
            name: by_hand(cell).edtf if name == "date" else cell
            for name, cell in zip(plain, row, strict=True)
            if cell
        }
        for row in rows
    ]
    assert found == expected


@pytest.mark.parametrize("end", ["present", "Ongoing", "en cours", "по настоящее время"])
def test_an_end_that_has_not_come_is_open(end: str) -> None:
    assert one(f"Start,End,Title\n2012-04-14,{end},Talks\n")["date"] == "2012-04-14/.."

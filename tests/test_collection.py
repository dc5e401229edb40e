"""What `import timeline` gives a notebook: laws first, then a notebook user's day."""

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from importlib.util import find_spec
from inspect import Parameter, signature
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from event_strategies import event_dates, events, whole_events
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.errors import Refused, Unavailable, UsageError
from timeline.frames import FRAME_COLUMNS
from timeline.model import Event
from timeline.query.language import parse_query
from timeline.query.select import arrange, select
from timeline.record import Record

TODAY = 19398  # 2023-02-10, a Friday
RECORDS: list[Record] = [
    {"id": "halt", "date": "2022-03-21", "title": "Talks end", "actors": ["Russia", "Japan"]},
    {"id": "wording", "date": "2018", "title": "Wording", "actors": ["Japan"]},
    {
        "id": "exit",
        "date": "2022-03",
        "title": "Dialogue left",
        "actors": ["Russia"],
        "my field": {"a": ["1"]},
    },
]

frames = pytest.mark.parametrize(
    "library",
    [
        pytest.param(
            name, marks=pytest.mark.skipif(find_spec(name) is None, reason=f"{name} is not installed")
        )
        for name in ("polars", "pandas")
    ],
)


def _ids(found: Sequence[Event]) -> list[str]:
    return [event.id for event in found]


@pytest.fixture
def talks() -> timeline.Collection:
    return timeline.Collection.from_records(RECORDS)


@given(events())
def test_records_go_out_and_come_back(some: list[Event]) -> None:
    collection = timeline.Collection(some)
    assert timeline.Collection.from_records(collection.to_records()) == collection


@frames
@given(some=events())
def test_a_data_frame_goes_out_and_comes_back(library: str, some: list[Event]) -> None:
    collection = timeline.Collection(some)
    frame = getattr(collection, f"to_{library}")()
    assert timeline.Collection.from_frame(frame) == collection
    assert len(frame) == len(some)


class _Frame:
    """What `from_frame` asks of a data frame, whichever library made it."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.columns = list(row)
        self.rows = [row]

    def to_dicts(self) -> list[dict[str, Any]]:
        return self.rows


_cells = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary(), st.lists(st.integers()),
    st.dictionaries(st.text(), st.integers()), st.builds(object), st.just(["a", "b"]), st.just(date(2022, 3, 21)),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from([*FRAME_COLUMNS, "my field", 3]), _cells))
def test_a_data_frame_of_anything_is_read_or_refused_in_words(row: dict[str, Any]) -> None:
    try:
        read = timeline.Collection.from_frame(_Frame({"date": "2022", "title": "T"} | row))
    except timeline.TimelineError:
        return
    assert timeline.Collection.from_records(read.to_records()) == read


def test_a_text_among_lists_of_a_data_frame_is_one_item() -> None:
    (event,) = timeline.Collection.from_frame(_Frame({"date": "2022", "title": "T", "actors": "Japan"}))
    assert event.actors == ("Japan",)


@frames
def test_a_data_frame_has_days(library: str, talks: timeline.Collection) -> None:
    frame = getattr(talks, f"to_{library}")()
    assert list(frame["earliest"]) == [date(2022, 3, 21), date(2018, 1, 1), date(2022, 3, 1)]
    assert list(frame["latest"]) == [date(2022, 3, 21), date(2018, 12, 31), date(2022, 3, 31)]
    assert list(frame["date"]) == ["2022-03-21", "2018", "2022-03"]


def test_a_data_frame_library_that_is_missing_is_named(
    talks: timeline.Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(Unavailable, match="polars is not installed") as missing:
        talks.to_polars()
    assert missing.value.hint == "pip install polars"


def test_where_reaches_as_far_as_is_asked(talks: timeline.Collection) -> None:
    assert _ids(talks.where("around:2022-01-31")) == ["exit"]
    assert _ids(talks.where("around:2022-01-31", within="2 months")) == ["halt", "exit"]
    assert _ids(talks.where("around:halt", within="5y")) == ["halt", "wording", "exit"]
    with pytest.raises(UsageError, match='"soon" is no length of time'):
        talks.where("around:halt", within="soon")


def test_where_refuses_a_period_that_ends_before_it_begins(talks: timeline.Collection) -> None:
    with pytest.raises(UsageError, match="ends before it begins") as caught:
        talks.where("since:2022 until:2018")
    assert caught.value.hint == "write since:2018 until:2022"


def test_where_asks_for_fields_of_the_users_own(talks: timeline.Collection) -> None:
    assert _ids(talks.where('has:"my field"')) == ["exit"]


@given(events(), st.sampled_from(["since:2018", "actor:Japan OR tag:rally", "NOT has:quote", "until:1956"]))
def test_where_chooses_what_show_does(some: list[Event], query: str) -> None:
    found = timeline.Collection(some).where(query, today="2023-02-10")
    assert tuple(found) == select(some, parse_query(query, today=TODAY))


@given(some=events(), first=event_dates(), last=event_dates(), certain=st.booleans())
def test_between_is_since_and_until(
    *, some: list[Event], first: timeline.EventDate, last: timeline.EventDate, certain: bool
) -> None:
    collection = timeline.Collection(some)
    if not first.possibly_before(last):
        with pytest.raises(UsageError, match="ends before it begins"):
            collection.between(first, last)
        return
    found = collection.between(first, last, certain=certain)
    query = f'since:"edtf:{first}" until:"edtf:{last}"'  # typed, 2000-21 can be a pair of years
    assert tuple(found) == select(some, parse_query(query, today=TODAY, certain=certain))


@given(events())
def test_order_is_that_of_show(some: list[Event]) -> None:
    collection = timeline.Collection(some)
    assert tuple(collection.order()) == arrange(some)
    assert tuple(collection.order("title", reverse=True)) == arrange(some, by="title", reverse=True)


@given(st.lists(event_dates()))
def test_dates_sort_as_events_do_and_ties_by_text(dates: list[timeline.EventDate]) -> None:
    assert sorted(dates) == sorted(dates, key=lambda one: (one.sort_key, one.text))
    for one in dates:
        assert pickle.loads(pickle.dumps(one)) == one
        assert not one < one  # noqa: PLR0124 - the law
        assert one <= one  # noqa: PLR0124


@given(event_dates(), event_dates())
def test_possibly_certainly_and_in_agree(one: timeline.EventDate, period: timeline.EventDate) -> None:
    assert one.possibly(period) == one.possibly_during(period.first_day, period.last_day)
    assert one.certainly(period) == (one in period) == one.certainly_during(period.first_day, period.last_day)


@given(st.dates())
def test_a_day_of_the_calendar_is_its_own_first_and_last(day: date) -> None:
    known = timeline.parse_date(day.isoformat())
    assert known.first == known.last == day
    assert known.certainly(day)
    assert day in known


@given(whole_events())
def test_a_picture_is_xml_and_obeys_no_text(event: Event) -> None:
    drawn = ET.fromstring(timeline.Collection([event])._repr_html_())
    names = {element.tag.rpartition("}")[2] for element in drawn.iter()}
    drawn_by_us = {"svg", "title", "desc", "rect", "g", "text", "tspan", "line", "circle", "polygon", "a"}
    assert names <= {"div", "p", *drawn_by_us}


def test_a_long_collection_is_drawn_in_part() -> None:
    many = timeline.Collection.from_records({"date": "2022", "title": f"Event {n}"} for n in range(300))
    assert "and 100 more" in many._repr_html_()
    assert timeline.Collection()._repr_html_() == "<p>no events</p>"


def test_a_collection_is_a_sequence(talks: timeline.Collection) -> None:
    assert len(talks) == 3
    assert talks[0].title == "Talks end"
    assert _ids(talks[1:]) == ["wording", "exit"]
    assert isinstance(talks[1:], timeline.Collection)
    assert talks[2] in talks
    assert repr(talks) == "<Collection: 3 events, 2018 to 21 Mar 2022>"
    assert repr(talks[:1]) == "<Collection: 1 event, 21 Mar 2022>"
    assert repr(talks[:0]) == "<Collection: no events>"
    assert talks != list(talks)
    with pytest.raises(TypeError):
        hash(talks)


def test_settings_are_read_once_and_stand_as_the_events_do(tmp_path: Path) -> None:
    path, settings = tmp_path / "events.yaml", tmp_path / "timeline.toml"
    path.write_text("- date: 2022\n  title: T\n- date: 2023\n  title: U\n")
    settings.write_text("[queries]\nlate = 'since:2023'\n")
    loaded = timeline.load(path)
    late = loaded.where("@late")
    settings.write_text("not TOML")
    assert (
        loaded.where("@late")
        == late.where("@late")
        == pickle.loads(pickle.dumps(loaded)).where("@late")
        == late
    )
    with pytest.raises(timeline.TimelineError, match="not TOML"):
        timeline.load(path).where("@late")


@pytest.mark.parametrize("name", ["events.parquet", "events.csv", "years"])
def test_a_table_is_refused_in_words(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    file = path if path.suffix else path / "year=2022" / "events.parquet"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"PAR1")
    with pytest.raises(Refused) as caught:
        timeline.load(path)
    assert caught.value.message == f"{path}: is a table, which load does not read"


def test_a_collection_is_loaded_with_its_saved_queries(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- {date: 2018, title: T}\n- {date: 2022, title: U}\n", encoding="utf-8")
    (tmp_path / "timeline.toml").write_text("[queries]\nlate = 'since:2020'\n", encoding="utf-8")
    loaded = timeline.load(path)
    assert [event.title for event in loaded.where("@late")] == ["U"]
    assert [event.title for event in timeline.load(tmp_path, path).where("@late")] == ["U", "U"]


def test_csv_is_what_the_command_writes_and_never_over_the_collection(
    tmp_path: Path, talks: timeline.Collection
) -> None:
    talks.to_csv(tmp_path / "talks.csv")
    assert (tmp_path / "talks.csv").read_text(encoding="utf-8").startswith("id,date,earliest,latest,title")
    path = tmp_path / "events.yaml"
    path.write_text("- {date: 2018, title: T}\n", encoding="utf-8")
    with pytest.raises(Refused):
        timeline.load(path).to_csv(path)
    assert path.read_text(encoding="utf-8") == "- {date: 2018, title: T}\n"


def test_dates_are_read_as_they_are_typed() -> None:
    assert timeline.parse_date("Tuesday", today=date(2023, 2, 10)).text == "2023-02-07"
    assert timeline.parse_date("03/02/2023", day_first=True).text == "2023-02-03"
    assert timeline.parse_date("03/02/2023", month_first=True).text == "2023-03-02"
    assert timeline.parse_date("today").first == date.today()  # noqa: DTZ011 - a person's own day


def test_an_article_gives_events() -> None:
    with pytest.raises(UsageError, match='"de" is not known'):
        timeline.draft("Japan protestierte.", language="de")
    french = timeline.draft("Le Japon a protesté le 7 février 2023.", today="2026-01-01", language="fr")
    assert [mention.edtf for mention in french.mentions] == ["2023-02-07"]
    drafted = timeline.draft("TOKYO, February 7. Japan protested on Tuesday.", dateline="2023-02-07")
    assert [(str(event.date), event.status) for event in drafted.events] == [("2023-02-07", "draft")]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("timeline.load()", "load needs a path"),
        ("timeline.load('/nowhere/e.yaml')", "/nowhere/e.yaml: there is no such file or folder"),
        ("timeline.parse_date('soon')", "soon"),
        (
            "timeline.parse_date('1/2/2023', day_first=True, month_first=True)",
            "day_first and month_first contradict each other",
        ),
        ("timeline.parse_date('Tuesday', today='2023')", '"2023" is not one day'),
        ("timeline.EventDate('2022-13')", '"2022-13" is not a calendar date'),
        ("timeline.EventDate('2022').possibly(2022)", "the period is the number 2022"),
        ("timeline.load(3)", "load: paths is the number 3"),
        ("timeline.load('e.yaml', b'e.yaml')", "load: paths is bytes"),
        ("timeline.load('e\\0.yaml')", 'load: paths: "e\\x00.yaml" has a NUL in it'),
        ("timeline.parse_date(2018)", "parse_date: text is the number 2018"),
        ("timeline.parse_date('Tuesday', today=19398)", "parse_date: today is the number 19398"),
        ("timeline.parse_date('1/2/2023', day_first='yes')", 'parse_date: day_first is the text "yes"'),
        ("timeline.draft(b'KYIV')", "draft: text is bytes"),
        ("timeline.EventDate(2018)", "the text of an EventDate is the number 2018"),
        ("3 in timeline.EventDate('2022')", "the period is the number 3"),
        ("timeline.Collection('ab')", 'Collection: event 1 is the text "a"'),
        (
            "timeline.Collection([timeline.Event(date=timeline.EventDate('2022'), title=3)])",
            "Collection: event 1 has a field of a wrong type",
        ),
        ("timeline.Collection().where(None)", "where: query is None"),
        ("timeline.Collection().between(2018, '2019')", "between: first is the number 2018"),
        ("timeline.Collection().to_csv(10**5000)", "to_csv: path is a number"),
        ("timeline.Collection.from_records(['x'])", 'record 1 is the text "x"'),
        (
            "timeline.Collection.from_records([{'date': 2018, 'title': 'T'}])",
            "must be text, not the number 2018",
        ),
        ("timeline.Collection.from_records([{'date': '2018', 'title': 'T', 'lat': 0}])", "not the number 0"),
        ("timeline.Collection.from_records([{'date': '2018', 'title': 'T', 'tags': ('a',)}])", "not a tuple"),
        (
            "timeline.Collection.from_records([{'date': '2018', 'title': 'T', 'sources': 3}])",
            "not the number 3",
        ),
        (
            "timeline.Collection.from_records([{'date': '2018', 'title': 'T', 3: 'x'}])",
            "is named the number 3",
        ),
        (
            "timeline.Collection.from_records([{'date': '2018', 'title': 'T', 'x': [{'y': 3}]}])",
            "not the number 3",
        ),
        ("timeline.Collection.from_frame([{'date': '2018', 'title': 'T'}])", "from_frame: frame is a list"),
        ("timeline.Collection().where('act:x')", '"act" is not a field'),
        ("timeline.Collection().where('@x')", 'no saved query is named "x"'),
        ("timeline.Collection().order('size')", 'order "size" is not known'),
        ("timeline.Collection.from_records([{'date': '2022', 'title': 'T'}, {'date': 'x'}])", "record 2: "),
    ],
)
def test_what_a_caller_gets_wrong_is_told_with_a_way_out(call: str, message: str) -> None:
    with pytest.raises(timeline.TimelineError) as wrong:
        eval(call, {"timeline": timeline})
    assert message in wrong.value.message
    assert wrong.value.hint


# Of each promised class one to ask; and what is given for a parameter that must be there.
_ONES = {
    "Collection": timeline.Collection.from_records(RECORDS),
    "Event": Event.from_record(RECORDS[0]),
    "EventDate": timeline.EventDate("2022"),
}
_GIVEN: dict[str, object] = {
    "text": "2022",
    "first": "2022",
    "last": "2023",
    "query": "rally",
    "path": "events.csv",
}
# What the house asks of each event, and no page tells of; and who may be told of a record's place.
_INNER = ("possibly_during", "certainly_during", "possibly_before", "certainly_before", "origin")


def _parameters() -> Iterator[tuple[str, Callable[..., object], str]]:
    """Each parameter of each function and method that `import timeline` gives."""
    for name in sorted({*timeline.__all__} - {"TimelineError"}):
        public = getattr(timeline, name)
        functions = {} if name in ("Event", "Source") else {name: public}
        for method in vars(public) if name in _ONES else ():
            if method == "__contains__" or not method.startswith("_"):
                functions[f"{name}.{method}"] = getattr(_ONES[name], method)
        for called, function in functions.items():
            if callable(function) and called.rpartition(".")[2] not in _INNER:
                yield from (
                    (called, function, one) for one in signature(function).parameters if one not in _INNER
                )


@pytest.mark.parametrize(
    ("called", "function", "wrong"), [pytest.param(*one, id=f"{one[0]}-{one[2]}") for one in _parameters()]
)
def test_every_argument_of_a_wrong_type_is_told(
    called: str, function: Callable[..., object], wrong: str
) -> None:
    given: tuple[object, ...] = ()
    named: dict[str, object] = {}
    for name, one in signature(function).parameters.items():
        if name == wrong and one.kind is Parameter.VAR_POSITIONAL:
            given = (object(),)
        elif name == wrong or (one.default is one.empty and one.kind is not Parameter.VAR_POSITIONAL):
            named[name] = object() if name == wrong else _GIVEN[name]
    with pytest.raises(timeline.TimelineError) as told:
        function(*given, **named)
    assert "an object of type object" in told.value.message
    assert told.value.hint


@pytest.mark.parametrize("kind", [Event, timeline.Source])
def test_a_field_of_a_wrong_type_is_told_when_the_event_comes_into_a_collection(kind: type) -> None:
    whole: dict[str, Any] = {"date": timeline.EventDate("2022"), "title": "T"}
    for name in (one.name for one in fields(kind)):
        for wrong in (object(), b"x", 3j, [3]):
            made = kind(**(whole if kind is Event else {}) | {name: wrong})
            event = made if kind is Event else Event(sources=(made,), **whole)
            with pytest.raises(timeline.TimelineError, match=r"^Collection: event 1") as told:
                timeline.Collection([event])
            assert told.value.hint, name


def test_comparing_with_another_type_is_pythons_own() -> None:
    date_ = timeline.EventDate("2022")
    assert date_ != "2022"
    with pytest.raises(TypeError):
        _ = date_ < "2022"
    with pytest.raises(TypeError):
        timeline.Collection()["x"]  # type: ignore[call-overload]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'colection'"):
        _ = timeline.colection  # type: ignore[attr-defined]
    assert set(timeline.__all__) <= set(dir(timeline))


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import timeline; print(set(sys.modules) - before)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "{'timeline'}\n"

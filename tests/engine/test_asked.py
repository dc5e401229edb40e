"""Tables answer as a collection does: equal events in equal order, equal counts, for every question that there is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import pytest
from engine_suite import NAMES, drawn
from event_strategies import events as event_lists
from event_strategies import some_text, whole_events
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from query_strategies import TODAY, questions

from timeline.dates.lengths import Length
from timeline.errors import Refused, TimelineError
from timeline.formats import parquet
from timeline.formats.parquet_table import working_in
from timeline.model import Event
from timeline.query.circa import widened
from timeline.query.company import Company
from timeline.query.groups import groups
from timeline.query.language import parse_query
from timeline.query.select import ORDERS, arrange, select
from timeline.views import COUNTING, lane_plan
from timeline.views.options import Shown

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
asked = pytest.importorskip("timeline.engine.asked", reason="narwhals is not installed")
laned = pytest.importorskip("timeline.engine.laned", reason="narwhals is not installed")

OWN = ("x", "x.y")
often = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def tables(folder: Path, events: Sequence[Event], *, files: int = 1) -> Company:
    """The events as tables, a part of them in each file."""
    for number in range(files):
        path = folder / f"{number}.parquet"
        path.write_bytes(b"".join(parquet.write(events[number::files])))
    found: Company = asked.Tables([folder])
    return found


def records(events: Iterable[Event]) -> list[object]:
    return [event.to_record() for event in events]


def standing(events: Sequence[Event], files: int = 1) -> list[Event]:
    """The events in the order in which they stand in the files."""
    return list(chain.from_iterable(arrange(events[number::files]) for number in range(files)))


@often
@given(
    st.data(),
    st.booleans(),
    event_lists(max_size=8),
    st.sampled_from([1, 2]),
    st.sampled_from([None, Length(2, "y")]),
)
def test_a_condition_chooses_the_same_events_in_the_same_order(
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
    certain: bool,
    events: list[Event],
    files: int,
    circa: Length | None,
) -> None:
    table = tables(tmp_path_factory.mktemp("tables"), events, files=files)
    there = standing(events, files)
    for _ in range(5):
        text = data.draw(questions(certain=certain)).text
        where = widened(parse_query(text, today=TODAY, certain=certain, names=NAMES), circa)
        by, reverse = data.draw(st.sampled_from([*ORDERS])), data.draw(st.booleans())
        start, stop = (data.draw(st.one_of(st.none(), st.integers(0, 6))) for _ in range(2))
        ours = arrange(select(there, where.among(there)), by=by, reverse=reverse)
        theirs = arrange(select(table, where.among(table)), by=by, reverse=reverse)
        assert len(theirs) == len(ours)
        assert bool(theirs) == bool(ours)
        assert records(theirs) == records(ours), text
        assert records(theirs[start:stop]) == records(ours[start:stop]), text
        assert records(theirs[start:][:stop]) == records(ours[start:][:stop]), text


@often
@given(st.data(), event_lists(max_size=6), some_text)
def test_any_word_of_an_event_is_found_in_it(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, events: list[Event], other: str
) -> None:
    table, there = tables(tmp_path_factory.mktemp("tables"), events), standing(events)
    said = [
        text for event in there for text in (event.title, event.summary, *event.actors, *event.tags) if text
    ]
    for field in (
        "",
        "title:",
        "summary:",
        "source:",
        "quote:",
        "actor:",
        "tag:",
        "place:",
        "kind:",
        "author:",
    ):
        text = data.draw(st.sampled_from([*said, other]))
        start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
        part = text[start:end].replace('"', "").replace("\\", "").replace("*", "").replace("~", "")
        try:
            where = parse_query(f'{field}"{part}{data.draw(st.sampled_from(("", "*")))}"', today=TODAY)
        except TimelineError:
            continue
        assert records(arrange(select(table, where))) == records(arrange(select(there, where))), where


@often
@given(
    event_lists(max_size=10),
    st.sampled_from(
        ["actor", "actor,actor", "kind", "place", "tag", "source", "status", "kind,actor", "title"]
    ),
    st.sampled_from([1, 2]),
)
def test_groups_have_the_same_counts_and_dates(
    tmp_path_factory: pytest.TempPathFactory, events: list[Event], by: str, files: int
) -> None:
    assume(events)
    table = tables(tmp_path_factory.mktemp("tables"), events, files=files)
    ours, theirs = groups(standing(events, files), by, NAMES), groups(table, by, NAMES)
    assert [(one.names, one.events, one.first.date, one.last.date) for one in theirs] == [
        (one.names, one.events, one.first.date, one.last.date) for one in ours
    ]


@often
@given(st.data(), st.lists(whole_events(), min_size=1, max_size=10), st.sampled_from([*COUNTING]))
def test_what_is_only_counted_is_the_same_picture(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, events: list[Event], view: str
) -> None:
    table, there = tables(tmp_path_factory.mktemp("tables"), [*events, *events]), standing([*events, *events])
    by = data.draw(st.sampled_from([None, "actor", "tag", "source", "status", "place"]))
    limits, ours = table.limits, Company.of(there).limits
    fields = (*COUNTING[view], by or ("actor" if view == "matrix" else "date"))
    theirs = [
        Shown(one.event, limits=limits.get(id(one.event)), times=one.times)
        for one in Company.of(arrange(table)).bunches(fields)
    ]
    plain = [Shown(one, limits=ours.get(id(one))) for one in there]
    assert drawn(view, theirs, by) == drawn(view, plain, by)


@often
@given(
    st.lists(whole_events(), min_size=1, max_size=10),
    st.sampled_from(["actor", "tag", "kind", "place", "status", "file"]),
    st.sampled_from([None, 1, 2]),
    st.integers(1, 4),
)
def test_lanes_that_are_counted_are_the_same_picture(
    tmp_path_factory: pytest.TempPathFactory, events: list[Event], by: str, top: int | None, few: int
) -> None:
    every = [*events, *events[::2], *events]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lane_plan, "_MOST_TITLED", few)
        patch.setattr(laned, "FEW", few)
        table = tables(
            tmp_path_factory.mktemp("tables"), [replace(one, after=(), before=()) for one in every]
        )
        found = arrange(table)
        assert isinstance(found, Company)
        bunches = found.in_lanes(by, top, NAMES)
        assert bunches
        theirs = [Shown(one.event, times=one.times, lanes=one.lanes) for one in bunches]
        assert drawn("lanes", theirs, by, top) == drawn("lanes", [Shown(one) for one in found], by, top)


@pytest.mark.parametrize("seed", range(6))
def test_lanes_come_in_the_order_of_their_first_events(tmp_path: Path, seed: int) -> None:
    draw = Random(seed)
    names = "Japan", "Nippon", "Russia", "China", "Peace Party", "Korea", "Council"
    events = [
        Event.from_record(
            {
                "date": draw.choice(["2018-03-01", "2018-03-02", "2018-03", "2018-04~", "2018-05/2018-06"]),
                "title": "Talks",
                "actors": draw.sample(names, draw.randint(0, 4)),
                "status": draw.choice(["reported", "disputed", "reported"]),
                **({"sources": [{"event_date": "2018-04"}]} if draw.random() < 0.1 else {}),
            }
        )
        for _ in range(40)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lane_plan, "_MOST_TITLED", 8)
        patch.setattr(laned, "FEW", 8)
        found = arrange(tables(tmp_path, events, files=1 + seed % 2))
        assert isinstance(found, Company)
        for by, top in (("actor", None), ("actor", 3), ("status", None), ("file", 1), ("tag", None)):
            theirs = [
                Shown(one.event, times=one.times, lanes=one.lanes) for one in found.in_lanes(by, top, NAMES)
            ]
            assert theirs
            assert drawn("lanes", theirs, by, top) == drawn("lanes", [Shown(one) for one in found], by, top)


def test_names_are_found_in_a_table_that_does_not_list_them(tmp_path: Path) -> None:
    events = [
        Event.from_record({"date": "2018", "title": "Talks", "actors": [*actors], "place": place})
        for actors, place in ((["Japan", "Russia"], "Tokyo"), ([], ""), (["Nippon"], "Edo"), (["Japan"], ""))
    ]
    ours, theirs = tmp_path / "ours.parquet", tmp_path / "theirs.parquet"
    ours.write_bytes(b"".join(parquet.write(events)))
    with duckdb.connect() as connection:
        connection.execute(f"COPY (FROM '{ours}' ORDER BY title DESC, id) TO '{theirs}'")
    for question, times in (
        ("actor:Japan", 3),
        ("place:Edo", 2),
        ("actor:Japan actor:Russia", 1),
        ("actor:China", 0),
    ):
        where = parse_query(question, today=TODAY, names=NAMES)
        assert [len(select(asked.Tables([path]), where)) for path in (ours, theirs)] == [times] * 2


def test_no_question_reads_anew_what_a_file_tells_of_itself(tmp_path: Path) -> None:
    found: Any = tables(tmp_path, [Event.from_record({"date": "2018", "title": "Talks"})])
    connection = found._table._reading.connection
    for asked_of in (connection, connection.cursor()):
        asked_of.execute("SELECT current_setting('parquet_metadata_cache')")
        assert asked_of.fetchall() == [(True,)]


def test_the_engine_draws_no_bar_where_answers_go(tmp_path: Path) -> None:
    found: Any = tables(tmp_path, [Event.from_record({"date": "2018", "title": "Talks"})])
    with working_in(duckdb, tmp_path) as writing:
        for asked_of in (found._table._reading.connection, writing):
            said = asked_of.cursor().execute("SELECT current_setting('enable_progress_bar')")
            assert said.fetchall() == [(False,)]


def test_more_than_can_be_made_at_once_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "MOST", 2)
    events = [Event.from_record({"date": f"20{number}", "title": "Talks"}) for number in range(10, 14)]
    table = arrange(tables(tmp_path, events))
    assert isinstance(table, Company)
    assert len(Company.of(table[:2]).every) == 2
    assert len(Company.of(table[2:]).every) == 2
    assert [event.date.text for event in table] == ["2010", "2011", "2012", "2013"]
    for many in (table, Company.of(table[:3])):
        with pytest.raises(Refused) as caught:
            _ = many.every
        assert caught.value.message == "more than 2 events of a table are too many to look at one by one"
        assert caught.value.hint == "add --first 1000, or count them: timeline stats, or --view density"
    with pytest.raises(Refused) as caught:
        arrange(table, by="source-date")
    assert caught.value.hint == "choose fewer, as with since:2022, or leave out --order"
    assert [event.date.text for event in arrange(Company.of(table[:2]), by="source-date")] == ["2010", "2011"]

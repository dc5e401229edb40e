"""Lanes: what any field makes of events, whether the contract names it or a person does."""

import pytest

from timeline.dates.event_date import EventDate
from timeline.errors import UsageError
from timeline.model import Event, Origin, Source
from timeline.query.lanes import LANES, fields_of, lanes_by


def happened(**fields: object) -> Event:
    return Event(**{"date": EventDate("2022"), "title": "t", **fields})  # type: ignore[arg-type]


def lanes(by: str, *events: Event) -> list[tuple[str, ...]]:
    return [*map(lanes_by(by, events), events)]


def test_every_event_stands_in_a_lane() -> None:
    assert [lanes(by, happened()) for by in LANES] == [
        [("reported",) if by == "status" else (f"(no {by})",)] for by in LANES
    ]


def test_lanes_are_named_by_what_the_event_says() -> None:
    event = happened(
        actors=("JPN", "Tokyo", "Japan"),
        tags=("a", "b", "a"),
        kind="treaty",
        place="Tokyo",
        sources=(Source(publisher="TASS", title="x"), Source(title="y"), Source(quote="z")),
        origin=Origin(path="data/events.yaml", line=3),
    )
    assert [lanes(by, event)[0] for by in LANES] == [
        ("Japan", "Tokyo"),
        ("a", "b"),
        ("treaty",),
        ("Tokyo",),
        ("TASS", "y"),
        ("reported",),
        ("data/events.yaml",),
    ]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("grade", ("B2", "A1")),
        ("source-title", ("x", "y")),
        ("source_title", ("x", "y")),
        ("source-date", ("2022-03-21",)),
        ("related", ("talks", "rally")),
        ("place-precision", ("city",)),
        ("date", ("2022",)),
        ("imported.file", ("a.csv", "b.csv")),
        ("imported", ("a.csv", "7", "b.csv")),
        ("a.b", ("whole",)),
        ("Nachweis", ("Akte",)),
    ],
)
def test_any_field_makes_lanes(by: str, names: tuple[str, ...]) -> None:
    event = happened(
        related=("talks", "rally"),
        place="Tokyo",
        place_precision="city",
        sources=(
            Source(title="x", grade="B2", date=EventDate("2022-03-21")),
            Source(title="y", grade="A1"),
            Source(title="x", grade="B2"),
        ),
        extra={
            "imported": [{"file": "a.csv", "line": "7"}, {"file": "b.csv"}],
            "a": {"b": "in"},
            "a.b": "whole",
            "Nachweis": "Akte",
        },
    )
    assert lanes(by, event, happened()) == [names, ("2022",) if by == "date" else (f"(no {by})",)]


def test_a_source_and_a_field_of_the_users_own_may_have_one_name() -> None:
    own, sourced = happened(extra={"author": "me"}), happened(sources=(Source(author="N. N."),))
    assert lanes("author", own, sourced) == [("me",), ("N. N.",)]


@pytest.mark.parametrize(
    ("by", "hint"),
    [
        ("actors", 'did you mean "actor"?'),
        ("autor", 'did you mean "author"?'),
        ("imported.fil", 'did you mean "imported.file"?'),
        ("grade", "one of actor, tag, kind, place, source, status, file, or any other field that they have"),
        ("colour", "one of actor, tag, kind, place, source, status, file, or any other field that they have"),
    ],
)
def test_a_field_that_no_event_has_is_refused(by: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        lanes_by(by, [happened(extra={"imported": {"file": "a.csv"}})])
    assert caught.value.message == f'no event here has the field "{by}"'
    assert caught.value.hint == hint


def test_of_no_events_nothing_is_refused() -> None:
    assert lanes_by("colour", [])(happened()) == ("(no colour)",)


def test_one_field_or_two_are_named() -> None:
    assert fields_of("actor, imported.file") == ("actor", "imported.file")
    with pytest.raises(UsageError, match="by one field or two") as caught:
        fields_of("actor,tag,kind")
    assert caught.value.hint == "write --by actor,tag"

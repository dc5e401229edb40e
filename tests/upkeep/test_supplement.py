"""Sources that come to events that are there."""

from itertools import permutations

import pytest

from timeline.model import Event
from timeline.record import Record
from timeline.upkeep.supplement import Supplement, supplement

RECORDS: list[Record] = [
    {
        "id": "a",
        "date": "2018",
        "title": "A",
        "sources": [{"title": "Mine", "url": "https://x.example/1"}, "https://x.example/2"],
        "imported": [{"from": "set", "id": "1"}, {"from": "set", "id": "2"}],
    },
    {"id": "b", "date": "2018", "title": "B", "sources": ["https://x.example/2"]},
]
THERE = [*map(Event.from_record, RECORDS)]


def row(url: str, number: str = "", **said: str) -> Event:
    record: Record = {"date": "2000", "title": "x", "sources": [{"url": url, **said}]}
    if number:
        record["imported"] = {"from": "set", "id": number}
    return Event.from_record(record)


def counts(found: Supplement) -> tuple[int, int, int, int]:
    return found.added, found.filled, found.there, found.nowhere


def sources(found: Supplement, at: int) -> object:
    return found.changed[at]["sources"]


def test_a_mention_of_a_row_is_one_more_source_of_its_event() -> None:
    found = supplement([row("https://x.example/3", "2")], THERE)
    assert counts(found) == (1, 0, 0, 0)
    assert sources(found, 0) == [
        {"title": "Mine", "url": "https://x.example/1"},
        {"url": "https://x.example/2"},
        {"url": "https://x.example/3"},
    ]


def test_a_copy_is_told_of_every_source_of_its_address_and_what_stands_there_stays() -> None:
    rows = [
        row("https://x.example/2", archived="https://copy.example/2"),
        row("https://x.example/1", title="Theirs", sha256="0f" * 32),
    ]
    found = supplement(rows, THERE)
    assert counts(found) == (0, 2, 0, 0)
    assert sources(found, 0) == [
        {"title": "Mine", "url": "https://x.example/1", "sha256": "0f" * 32},
        {"url": "https://x.example/2", "archived": "https://copy.example/2"},
    ]
    assert sources(found, 1) == [{"url": "https://x.example/2", "archived": "https://copy.example/2"}]


@pytest.mark.parametrize(("update", "title"), [(False, "Mine"), (True, "Theirs")])
def test_what_a_source_says_already_is_changed_by_an_update_alone(update: bool, title: str) -> None:
    found = supplement([row("https://x.example/1", title="Theirs")], THERE, update=update)
    assert counts(found) == ((0, 1, 0, 0) if update else (0, 0, 1, 0))
    if update:
        assert sources(found, 0) == [
            {"title": title, "url": "https://x.example/1"},
            {"url": "https://x.example/2"},
        ]
    else:
        assert [(id_, names) for _, id_, names in found.retold] == [("a", ["title"])]


def test_a_row_of_no_event_is_counted_and_changes_nothing() -> None:
    found = supplement([row("https://x.example/9"), row("https://x.example/1", "9")], THERE)
    assert (counts(found), found.changed) == ((0, 0, 0, 2), {})


@pytest.mark.parametrize("update", [False, True])
def test_the_order_of_rows_does_not_count_and_twice_is_once(update: bool) -> None:
    rows = [row("https://x.example/3", "1", grade=grade) for grade in "AB"] + [
        row("https://x.example/2", at="p. 1")
    ]
    found: list[dict[int, Record]] = []
    for several in permutations(rows):
        first = supplement(several, THERE, update=update)
        found.append(dict(first.changed))
        there = [
            Event.from_record(first.changed.get(at, event.to_record())) for at, event in enumerate(THERE)
        ]
        assert not supplement(several, there, update=update).changed
    assert all(one == found[0] for one in found)

"""What an index knows of a large file is not looked at again for a change: the bytes written and what is refused are the same."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch
from zlib import crc32

import pytest
from event_strategies import events
from hypothesis import given, settings
from strategies import edtf_texts

from timeline.dates.event_date import EventDate
from timeline.errors import TimelineError
from timeline.identity import near_duplicate
from timeline.model import Event
from timeline.query.language import parse_query
from timeline.record import Record
from timeline.store import apart, change, index, indexing, large, stored, stretches, write
from timeline.store.apart import Apart
from timeline.store.files import read_bytes
from timeline.store.ids import positions
from timeline.store.index import Block, Bytes, Index, Stamp, loaded, place_of
from timeline.store.journal import Turn
from timeline.store.proven import follow, odd_known
from timeline.store.sides import Cut
from timeline.store.sifting import Unusual, odd_records
from timeline.store.stored import Stored
from timeline.store.stretches import Successor, WholeFile
from timeline.upkeep.changes import removed
from timeline.upkeep.intake import placed
from timeline.yaml_write import format_record

# The usual, and other ways to write a record: in which an id, a date or a title is on no line of its own.
USUAL = "- id: e{at}\n  date: {year}-03-21\n  title: Talks {at} in Zürich\n  actors: [Norway, Chile]\n"
ODD = (
    "- {{id: e{at}, date: {year}, title: Talks {at} in Zürich}}\n",
    '- id: "e\\x{code:x}"\n  date: {year}/2001\n  title: |-\n    Talks {at} in Zürich\n',
    '- ? id\n  : e{at}\n  date: "[{year}..2001]"\n  title: >-\n    Talks {at}\n    in Zürich\n',
    "- id: e{at}\n  title: 'Talks {at} in Zürich'\n  date: {year}~\n  # see e{at}\n  related: [e1]\n",
)


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Small files and blocks stand for large ones, and each time tells."""
    with (
        patch.object(change, "LARGE", 0),
        patch.multiple(stored, LARGE=0, _INDEXED=0),
        patch.object(indexing, "_BLOCK", 600),
        patch.object(index, "_GRAIN", -(1 << 62)),
    ):
        yield


def text_of(random: Random, number: int) -> str:
    ways = [USUAL, USUAL, USUAL, *ODD]
    return "".join(
        random.choice(ways).format(at=at, year=random.choice((1901, 1902, 1950)), code=48 + at % 10)
        for at in range(number)
    )


def indexed(path: Path, folder: Path) -> None:
    """Make the index, as whoever asks does."""
    Stored([path], folder).choose(bool)


def odd_of(path: Path, folder: Path) -> dict[int, Record] | None:
    return odd_known(path, *read_bytes(path), folder)


@pytest.mark.parametrize("seed", range(8))
def test_what_an_index_knows_of_records_is_what_is_found_out_of_them(tmp_path: Path, seed: int) -> None:
    path, folder, random = tmp_path / "events.yaml", tmp_path / "cache", Random(seed)
    path.write_text(text_of(random, 40), encoding="utf-8")
    assert odd_of(path, folder) is None
    indexed(path, folder)
    for _ in range(10):
        data = path.read_bytes()
        known = odd_of(path, folder)
        assert known == odd_records(data)
        assert known
        pieces = data.decode().split("\n- ")
        pieces[random.randrange(1, len(pieces))] = text_of(random, 1)[2:-1]
        path.write_text("\n- ".join(pieces), encoding="utf-8")


def test_bytes_of_another_file_are_not_what_an_index_knows(tmp_path: Path) -> None:
    path, folder = tmp_path / "events.yaml", tmp_path / "cache"
    path.write_text(text_of(Random(0), 40), encoding="utf-8")
    indexed(path, folder)
    data, state = read_bytes(path)
    assert odd_known(path, data, state, folder) is not None
    assert odd_known(path, data + b"\n", state, folder) is None
    os.utime(path, ns=(1, 1))
    assert odd_known(path, data, state, folder) is None
    with patch.object(index, "_GRAIN", 1 << 62):  # times do not tell
        path.write_bytes(data)
        state = read_bytes(path)[1]
        assert odd_known(path, data.replace(b"1901", b"1902"), state, folder) is None


def test_no_index_tells_of_a_file_in_which_something_is_wrong(tmp_path: Path) -> None:
    path, folder = tmp_path / "events.yaml", tmp_path / "cache"
    path.write_text(text_of(Random(0), 40), encoding="utf-8")
    indexed(path, folder)
    path.write_text(f"{text_of(Random(0), 40)}- title: no date\n", encoding="utf-8")
    assert odd_of(path, folder) is None


@pytest.mark.parametrize("seed", range(20))
def test_changes_write_and_refuse_the_same_with_an_index_and_without(tmp_path: Path, seed: int) -> None:
    random, folder = Random(seed), tmp_path / "cache"
    path = tmp_path / "events.yaml"
    path.write_text(text_of(random, 30), encoding="utf-8")
    indexed(path, folder)
    done = 0
    for number in range(8):
        make = drawn_change(random, path, number)
        before = path.read_bytes()
        told = outcome(path, make, Turn())
        after = path.read_bytes()
        path.write_bytes(before)
        with patch.object(apart, "odd_records", side_effect=AssertionError):
            assert outcome(path, make, Turn(indexes=folder)) == told
        assert path.read_bytes() == after
        done += after != before
    assert done


@pytest.mark.parametrize("seed", range(20))
def test_after_a_change_of_ours_the_index_tells_of_the_file_without_looking_at_what_is_as_it_was(
    tmp_path: Path, seed: int
) -> None:
    random, folder = Random(seed), tmp_path / "cache"
    path = tmp_path / "events.yaml"
    path.write_text(text_of(random, 30), encoding="utf-8")
    indexed(path, folder)
    done = kept = 0
    for number in range(8):
        before, blocks = path.read_bytes(), index_of(path, folder).blocks
        looked_at = AssertionError("a block is looked at again")
        with patch.object(large, "WHOLE", 0), patch.object(stretches, "crc32", side_effect=looked_at):
            outcome(path, drawn_change(random, path, number), Turn(indexes=folder))
            found = Stored([path], folder).choose(parse_query("since:1902 until:1950", today=0))
        if path.read_bytes() != before:
            now = index_of(path, folder)
            assert [block.checksum for block in now.blocks] == [*map(crc32, pieces(path, now))]
            assert now.stamp == Stamp.of(path.stat())
            done, kept = done + 1, kept + len({*sums(blocks)} & {*sums(now.blocks)})
        wanted = Stored([path]).choose(parse_query("since:1902 until:1950", today=0))
        assert [(one.to_record(), one.origin) for one in found] == [
            (one.to_record(), one.origin) for one in wanted
        ]
    assert done
    assert kept


def index_of(path: Path, folder: Path) -> Index:
    name = str(path.resolve())
    return loaded(Bytes(place_of(folder, name)), name)


def pieces(path: Path, known: Index) -> Iterator[bytes]:
    """The bytes of each block, which are all of the file."""
    data = path.read_bytes()
    for block in known.blocks:
        yield data[: block.length]
        data = data[block.length :]
    assert not data


def sums(blocks: Sequence[Block]) -> list[int]:
    return [block.checksum for block in blocks]


def test_events_behind_the_others_share_a_block_until_it_is_large(tmp_path: Path) -> None:
    path, folder = tmp_path / "events.yaml", tmp_path / "cache"
    path.write_text(text_of(Random(0), 40), encoding="utf-8")
    indexed(path, folder)
    before = len(index_of(path, folder).blocks)
    with patch.object(large, "WHOLE", 0):
        for number in range(12):
            new: Record = {"date": "1999", "title": f"Parley {number}"}
            write.add(path, partial(placed, new, force=True), Turn(indexes=folder))
    added = index_of(path, folder).blocks[before:]
    assert sum(block.records for block in added) >= 12
    assert len(added) < 6


def test_an_index_does_not_follow_what_others_wrote(tmp_path: Path) -> None:
    path, folder = tmp_path / "events.yaml", tmp_path / "cache"
    path.write_text(text_of(Random(0), 40), encoding="utf-8")
    indexed(path, folder)
    known = index_of(path, folder)
    data, before = read_bytes(path)
    other = tmp_path / "other.yaml"
    other.write_bytes(data + b"- {id: new, date: 1999, title: Parley}\n")
    state = read_bytes(other)[1]
    other.replace(path)
    new = Cut(len(data), b"", 0, b"")
    follow(path, replace(before, changed=before.changed - 1), state, new, folder)
    follow(path, before, replace(state, changed=state.changed - 1), new, folder)
    assert index_of(path, folder) == known
    follow(path, before, state, new, folder)
    assert index_of(path, folder).stamp == Stamp.of(path.stat())
    path.unlink()
    follow(path, before, state, new, folder)
    assert not path.exists()


def test_of_a_file_of_ours_its_times_tell_where_it_was_written_before_it_got_its_name(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(text_of(Random(0), 4), encoding="utf-8")
    now = path.stat().st_ctime_ns
    with patch.object(index, "_GRAIN", 1 << 62):
        os.utime(path, ns=(now, now - 1))
        assert Successor(Bytes(path), 0, 0).settled(now)
        assert not WholeFile(Bytes(path)).settled(now)
        os.utime(path, ns=(now, now + 10**12))
        assert not Successor(Bytes(path), 0, 0).settled(now)


def outcome(path: Path, make: "partial[Any]", turn: Turn) -> str:
    try:
        made = make(turn=turn)
    except TimelineError as error:
        return f"{error} {error.hint}"
    return made if isinstance(made, str) else "done"


def drawn_change(random: Random, path: Path, number: int) -> "partial[Any]":
    """An event more, another text for one, or one less: of some that are there, that look like others, and that are not there."""
    at, year = random.randrange(34), random.choice(("1901", "1902-03", "1950-03-21", "2022", "19XX"))
    new: Record = {"date": year, "title": random.choice((f"Talks {at} in Zürich", f"Other {number}"))}
    if random.random() < 0.5:
        more: tuple[Record, ...] = ({"id": f"e{at}"}, {"related": [f"e{at}"]}, {"related": ["e"]})
        new |= random.choice(more)
    if random.random() < 0.5:
        return partial(write.add, path, partial(placed, new, force=random.random() < 0.3))
    if random.random() < 0.5:
        return partial(write.edit, path, [f"e{at}"], lambda record: record | {"place": f"Oslo {number}"})
    return partial(
        write.rewrite, path, lambda found: removed(found, positions(found, [f"e{at}"]), cascade=False)
    )


@given(events(max_size=8), edtf_texts())
@settings(deadline=None)
def test_those_that_touch_a_date_are_found_with_what_is_asked_of_them(
    collection: list[Event], text: str
) -> None:
    data = "".join(format_record(one.to_record()) for one in collection).encode()
    path, date = Path("events.yaml"), EventDate(text)
    try:
        records = Apart(path, data)
    except Unusual:
        return
    there = [one.event for one in records]
    wanted = [one for one in there if one.date.possibly_during(date.first_day, date.last_day)]
    found = [one for one in records.touching(date) if one.date.possibly_during(date.first_day, date.last_day)]
    assert [(one.date, one.title, one.origin) for one in found] == [
        (one.date, one.title, one.origin) for one in wanted
    ]
    assert found == wanted  # what else they say is read when it is asked for
    new = Event(date=date, title=collection[0].title if collection else "x")
    assert near_duplicate(new, records.touching(date)) == near_duplicate(new, there)

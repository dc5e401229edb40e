"""Whatever has become of a file and of the index beside it, the events that are found are those of the file as it stands."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from shutil import rmtree
from unittest.mock import patch

import pytest
from commands import Run
from event_strategies import events
from hypothesis import given, settings
from hypothesis import strategies as st
from query_strategies import TODAY, Asked, questions

from timeline.cli.app import root
from timeline.cli.completion import offered
from timeline.errors import InvalidData, TimelineError
from timeline.model import Event, Origin
from timeline.query.language import parse_query
from timeline.record import LIST_FIELDS, Record
from timeline.store import beside, index, indexing, narrowed, read, sifting, stored, stretches, values
from timeline.store.blocks import Filling, parts_of
from timeline.store.index import Bytes, Damaged, Stamp, loaded
from timeline.store.narrowed import Narrowed
from timeline.store.stored import Stored
from timeline.store.stretches import Stretch
from timeline.store.values import values_of
from timeline.yaml_write import format_record

EVENT = """\
- id: e{at}
  date: {year}-03
  title: Talks {at} in Zürich
  actors: [Norway, Chile]
  place: {place}
  tags: [round-{odd}]
"""
QUERIES = (
    *(
        "tag:round-3",
        "since:1910 until:1912",
        "NOT place:Bonn",
        "place:Bonn OR tag:round-1",
        "certain",
        "zurich",
    ),
    *(
        "id:e7",
        "tag:round-2 NOT since:1950",
        "status:reported place:Bergen",
        "actor:chile on:1903-03",
        "place:Bo*",
    ),
)
made = Stamp.of
Answer = list[tuple[Record, Origin | None]] | str


def many(number: int) -> str:
    places = ("Bonn", "Bergen", "Łódź")
    return "".join(
        EVENT.format(at=at, year=1900 + at % 100, odd=at % 7, place=places[at % 3]) for at in range(number)
    )


def answer(path: Path, query: str, folder: Path | None) -> Answer:
    """What is found; what is said of the file where that cannot be read."""
    try:
        found = Stored([path], folder).choose(parse_query(query, today=TODAY))
        return [(one.to_record(), one.origin) for one in found]
    except TimelineError as error:
        return str(error)


def never(_path: Path, _where: Callable[[Event], bool]) -> list[Event]:
    raise AssertionError("the file is read though there is an index")


def wait(path: Path) -> None:
    """Give a file times that tell, as they do of one that nobody has touched for some seconds."""
    os.utime(path, ns=(0, 0))


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Small files and blocks stand for large ones; each record pays to be asked for by itself, and each time tells."""
    with (
        patch.multiple(stored, LARGE=0, _INDEXED=0),
        patch.object(indexing, "_BLOCK", 600),
        patch.object(narrowed, "_SHARE", 0),
        patch.object(beside, "_MANY", 0),
        patch.object(index, "_GRAIN", -(1 << 62)),
    ):
        yield


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("indexes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "events.yaml"
    file.write_text(many(60), encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@given(events(max_size=6), st.one_of(questions(certain=False), questions(certain=True)), st.booleans())
@settings(deadline=None)
def test_what_an_index_finds_is_what_is_selected(
    shared: Path, collection: list[Event], asked: Asked, certain: bool
) -> None:
    file = shared / "events.yaml"
    file.write_text("".join(format_record(one.to_record()) for one in collection), encoding="utf-8")
    where = parse_query(asked.text, today=TODAY, certain=certain)
    with patch.object(index, "_GRAIN", 1 << 62):  # several files of one time and size are tried
        Stored([file], shared).choose(where)
        found = Stored([file], shared).choose(where)
    alone = Stored([file]).choose(where)
    assert [(one, one.origin) for one in found] == [(one, one.origin) for one in alone]
    assert [one.rival_dates for one in found] == [one.rival_dates for one in alone]


def dated(random: Random, at: int) -> str:
    """A record of a few years that are in order, but for some, which may have no end, or another date by a source."""
    year = 1900 + (at // 4 if random.random() < 0.8 else random.randrange(80))
    date = f"{year}-{random.randrange(1, 13):02}"
    if random.random() < 0.2:
        date += random.choice(("~", "/..", f"/{year + random.randrange(1, 30)}", "-11", "-11/1990"))
    date = random.choice((date,) * 9 + ("../1950", "Y170000000", "Y-17E7", "/1950"))
    record = f"- date: {date}\n  title: Talks {at}\n  tags: [round-{at % 3}]\n"
    if random.random() < 0.1:
        return f"{record}  sources:\n    - event_date: {random.randrange(1880, 2000)}\n"
    return record


@pytest.mark.parametrize("seed", range(8))
def test_days_are_told_of_blocks_as_of_each_event(path: Path, folder: Path, seed: int) -> None:
    random = Random(seed)
    path.write_text("".join(dated(random, at) for at in range(320)), encoding="utf-8")
    with patch.object(indexing, "_BLOCK", random.choice((600, 3000, 20000))):
        answer(path, "tag:round-1", folder)
    every = Stored([path]).every
    with patch.object(sifting, "sifted", never):
        for _ in range(40):
            first = random.choice(("1900", "1925-03", "1950", f"{random.randrange(1890, 1999)}"))
            last = f"{int(first[:4]) + random.randrange(-1, 60)}"
            days = random.choice(
                (f"since:{first}", f"until:{last}", f"since:{first} until:{last}", f"on:{first}")
            )
            query = random.choice((days, f"NOT {days}", f"tag:round-1 {days}", f"(on:{last} OR {days})"))
            if days.endswith(f"until:{last}") and last < first[:4]:
                continue  # it is refused
            for certain in (False, True):
                where = parse_query(query, today=TODAY, certain=certain)
                found = Stored([path], folder).choose(where)
                assert [one.origin for one in found] == [one.origin for one in filter(where, every)]


@pytest.mark.parametrize("query", QUERIES)
def test_an_index_answers_without_the_file_being_read(path: Path, folder: Path, query: str) -> None:
    told = answer(path, query, None)
    assert answer(path, query, folder) == told
    with patch.object(sifting, "sifted", never):
        assert answer(path, query, folder) == told
    assert told or query == "certain"


def test_what_is_drawn_in_a_list_is_not_read_in_the_file(path: Path, folder: Path) -> None:
    where = parse_query("tag:round-3", today=TODAY)
    Stored([path], folder).choose(where)
    with patch.object(narrowed, "piece_records", side_effect=AssertionError):
        found = Stored([path], folder).choose(where)
        assert (found[0].id, found[0].title, str(found[0].date), found[0].status) == (
            *("e3", "Talks 3 in Zürich", "1903-03", ""),
        )
        with pytest.raises(AssertionError):
            _ = found[0].place


def test_of_a_file_that_changed_only_the_blocks_that_did_are_read(path: Path, folder: Path) -> None:
    answer(path, "tag:round-3", folder)
    text = path.read_text(encoding="utf-8")
    for changed in (
        text + EVENT.format(at="x", year=1903, odd=3, place="Bonn"),
        text.replace("Talks 30 ", "Parley 30 "),
        text.replace("- id: e31", "- id: new\n  date: 1903\n  title: New\n  tags: [round-3]\n- id: e31"),
        f"# a comment\n{text}",
        "".join(f"- {one}" for at, one in enumerate(text.split("- ")[1:]) if at not in (20, 21)),
        text.replace("Talks 5 ", "Parley 5 ").replace("Talks 55 ", "Parley 55 "),
        text,
    ):
        path.write_text(changed, encoding="utf-8")
        with (
            patch.object(stretches, "parts_of", wraps=parts_of) as reading,
            patch.object(sifting, "sifted", never),
        ):
            found = answer(path, "tag:round-3", folder)
        assert found == answer(path, "tag:round-3", None)
        assert 1 <= reading.call_count <= 6  # of 13


def test_a_file_that_may_have_changed_within_a_clocks_grain_is_compared(path: Path, folder: Path) -> None:
    with patch.object(index, "_GRAIN", 1 << 62):
        answer(path, "tag:round-3", folder)
        times = path.stat().st_atime_ns, path.stat().st_mtime_ns
        path.write_text(path.read_text(encoding="utf-8").replace("round-3", "round-4"), encoding="utf-8")
        os.utime(path, ns=times)
        assert answer(path, "tag:round-3", folder) == []


FIELDS = ("id", *LIST_FIELDS[:2], "place", "kind", "")


@given(
    events(max_size=6),
    st.sampled_from(FIELDS),
    st.sampled_from(("", "e", "r", "ta", "to", "\u0142", "z", "条", "\ud800")),
)
@settings(deadline=None)
def test_the_values_that_an_index_tells_are_those_of_the_records(
    shared: Path, collection: list[Event], field: str, begins: str
) -> None:
    file = shared / "values.yaml"
    file.write_text("".join(format_record(one.to_record()) for one in collection), encoding="utf-8")
    told = values_of([file], field, begins, None)
    with patch.object(index, "_GRAIN", 1 << 62):  # several files of one time and size are tried
        assert values_of([file], field, begins, shared) == told


@pytest.mark.parametrize("seed", range(6))
def test_values_are_those_of_the_file_after_any_change(path: Path, folder: Path, seed: int) -> None:
    random, text = Random(seed), many(60)
    for _ in range(25):
        text = edits(random, text if random.random() < 0.7 else many(60))
        path.write_bytes(text.encode())
        field, begins = random.choice(FIELDS), random.choice(("", "e", "n", "round-1", "b"))
        if random.random() < 0.5:
            answer(path, "tag:round-3", folder)
        assert _offered(path, field, begins, folder) == _offered(path, field, begins, None)


def _offered(path: Path, field: str, begins: str, folder: Path | None) -> set[str] | str:
    try:
        return values_of([path], field, begins, folder)
    except TimelineError as error:
        return str(error)


def test_values_are_told_by_an_index_that_is_made_for_them(path: Path, folder: Path) -> None:
    assert values_of([path], "id", "e5", folder) == {"e5", *(f"e{at}" for at in range(50, 60))}
    with patch.object(values, "read_records", side_effect=AssertionError):
        assert values_of([path], "actors", "ch", folder) == {"Chile"}
        assert values_of([path], "place", "l", folder) == {"Łódź"}
        path.write_text(many(60).replace("place: Bonn", "place: Rom"), encoding="utf-8")
        assert values_of([path], "place", "", folder) == {"Rom", "Bergen", "Łódź"}


@pytest.mark.parametrize(
    "line",
    [
        *("remove e1", "show id:e5", "show --tag R", "show --actor C", "show --place L", "rename place B"),
        *("show no", "show has:no", "show --by n", "stats --kind t", "merge e59 "),
    ],
)
def test_the_same_is_offered_with_an_index_and_without(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    path.write_text(many(60) + "- id: x1\n  date: 2022\n  title: t\n  kind: talks\n  notes: {no: 1}\n")
    monkeypatch.setenv("TIMELINE_CACHE", str(folder))
    monkeypatch.setenv("TIMELINE_DATA", str(path))
    *before, begun = line.split(" ")
    with patch.object(stored, "_INDEXED", 1 << 30):
        alone = offered(before, begun, root())
    assert not folder.exists()
    assert alone.words
    for _ in range(2):
        with patch.object(values, "read_records", side_effect=AssertionError):
            assert offered(before, begun, root()) == alone
    assert [*folder.iterdir()]


def test_a_damaged_index_changes_no_values(path: Path, folder: Path) -> None:
    random = Random(7)
    told = {field: values_of([path], field, "", None) for field in FIELDS}
    values_of([path], "id", "", folder)
    (place,) = folder.iterdir()
    whole = place.read_bytes()
    for _ in range(300):
        place.write_bytes(damaged(random, whole))
        field = random.choice(FIELDS)
        with patch.object(Narrowed, "make"):  # it would mend it
            assert values_of([path], field, "", folder) == told[field]


def test_a_name_that_has_what_parts_names_is_in_no_index(path: Path, folder: Path) -> None:
    path.write_text(many(30) + '- date: 1903\n  title: t\n  tags: ["a\\0b", round-3]\n', encoding="utf-8")
    assert answer(path, "tag:round-3", folder) == answer(path, "tag:round-3", None)
    assert values_of([path], "tags", "", folder) == values_of([path], "tags", "", None)
    (place,) = folder.iterdir()
    assert not loaded(Bytes(place), str(path.resolve())).tells


def edits(random: Random, text: str) -> str:
    """A text as a person, a program or git may leave it; now and then one that is no collection any more."""
    records = text.split("\n- ")
    at = random.randrange(len(records))
    match random.randrange(9):
        case 0:
            records.insert(
                at, f"id: n{random.randrange(999)}\n  date: 19{random.randrange(10, 99)}\n  title: New"
            )
        case 1 if len(records) > 1:
            del records[at]
        case 2:
            records[at] = records[at].replace("round-", f"round-{random.randrange(7)}")
        case 3:
            records[at] = records[at].replace("Norway", random.choice(("Sweden", "Norges", "Ωmega")))
        case 4:
            records.reverse()
            records[-1] = records[-1].removeprefix("- ")
            records[0] = f"- {records[0]}" if not records[0].startswith("- ") else records[0]
        case 5:
            return f"# comment\n{text}"
        case 6:
            records[at] += f"\n  after: [{random.choice(('e1', 'e2'))}]"
        case 7:
            records[at] = records[at].replace("date: ", random.choice(("date: x", "when: ", "date: 1918/19")))
        case _:
            return text.replace("\n", random.choice(("\n", "\r\n"))).rstrip("\n")
    return "\n- ".join(records)


def one_a_file(folder: Path, number: int) -> None:
    """A folder of one event a file, some of them in folders of their own."""
    for at, record in enumerate(many(number).split("- id: ")[1:]):
        inside = folder / str(at % 3) if at % 5 == 0 else folder
        inside.mkdir(parents=True, exist_ok=True)
        (inside / f"e{at}.yaml").write_text(f"- id: {record}", encoding="utf-8")


def changed(random: Random, collection: Path) -> None:
    """Something that a person, a program or git does to a folder of files; now and then it is no collection any more."""
    files = sorted(collection.rglob("*.yaml"))
    path = random.choice(files)
    text = path.read_bytes().decode()
    match random.randrange(10):
        case 0:
            path.unlink()
        case 1:
            path.rename(path.with_name(f"n{random.randrange(999)}.yaml"))
        case 2:
            (collection / f"n{random.randrange(999)}.yaml").write_text("- date: 1903\n  title: New\n")
        case 3:
            (collection / random.choice((".hidden.yaml", "empty.yaml", "other.txt"))).touch()
        case 4:
            path.write_text(f"\ufeff# a comment\n{text}", encoding="utf-8")
        case 5:
            os.utime(path, ns=(0, random.choice((0, 1 << 60))))
        case 6:  # of the same size and time
            times = path.stat().st_atime_ns, path.stat().st_mtime_ns
            path.write_text(text.replace("round-1", "round-2"), encoding="utf-8")
            os.utime(path, ns=times)
        case 7:
            other = random.choice(files)
            other.write_bytes(path.read_bytes())
        case 8 if random.random() < 0.4:
            path.write_text(f"{text}  {random.choice(('after: [e1]', 'lat: 100', 'date: 1903'))}\n")
        case _:
            path.write_bytes(edits(random, text).encode())


@pytest.mark.parametrize("seed", range(8))
def test_answers_are_those_of_a_folder_after_any_change(tmp_path: Path, folder: Path, seed: int) -> None:
    random, collection = Random(seed), tmp_path / "events"
    one_a_file(collection, 40)
    for step in range(25):
        if step % 12 == 0:
            rmtree(collection)
            one_a_file(collection, 40)
        for _ in range(random.randrange(3)):
            changed(random, collection)
        query = random.choice(QUERIES)
        assert answer(collection, query, folder) == answer(collection, query, None)
        field = random.choice(FIELDS)
        assert _offered(collection, field, "", folder) == _offered(collection, field, "", None)


def test_of_a_folder_no_file_is_opened_that_did_not_change(tmp_path: Path, folder: Path) -> None:
    collection = tmp_path / "events"
    one_a_file(collection, 40)
    told = answer(collection, "tag:round-3", None)
    assert answer(collection, "tag:round-3", folder) == told
    where = parse_query("tag:round-3", today=TODAY)
    with patch.object(read, "contents_of", side_effect=AssertionError):
        found = Stored([collection], folder).choose(where)
        assert [(one.to_record(), one.origin) for one in found] == told
        with patch.object(narrowed, "Bytes", side_effect=AssertionError):
            found = Stored([collection], folder).choose(where)
            assert {one.id for one in found} == {"e3", "e10", "e17", "e24", "e31", "e38"}
        (collection / "e3.yaml").write_text("- date: 1903\n  title: New\n  tags: [round-3]\n")
        take = Filling.take
        with patch.object(Filling, "take", autospec=True, side_effect=take) as taken:
            assert "New" in {one.title for one in Stored([collection], folder).choose(where)}
        assert 1 <= taken.call_count < 12  # of 40
        with pytest.raises(InvalidData, match="the file changed while it was read"):
            _ = next(one for one in found if one.id == "e3").place


def test_a_folder_that_may_have_changed_within_a_clocks_grain_is_read(tmp_path: Path, folder: Path) -> None:
    collection = tmp_path / "events"
    one_a_file(collection, 40)
    with patch.object(index, "_GRAIN", 1 << 62):
        answer(collection, "tag:round-3", folder)
        path = collection / "e3.yaml"
        status = path.stat()
        path.write_text(path.read_text(encoding="utf-8").replace("round-3", "round-4"), encoding="utf-8")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        same = Stamp.of(status)
        with patch.object(
            Stamp, "of", side_effect=lambda one: same if one.st_ino == same.inode else made(one)
        ):
            found = answer(collection, "tag:round-3", folder)
    assert found == answer(collection, "tag:round-3", None)


def test_a_folder_that_is_to_be_read_in_another_way_is_not_indexed_each_time(
    tmp_path: Path, folder: Path
) -> None:
    collection = tmp_path / "events"
    one_a_file(collection, 40)
    (collection / "e39.yaml").write_text("- date: 1903\n  title: &a New\n  tags: [*a, round-3]\n")
    told = answer(collection, "tag:round-3", None)
    for taken in (True, False):
        with patch.object(Narrowed, "make", autospec=True, side_effect=Narrowed.make) as make:
            assert answer(collection, "tag:round-3", folder) == told
        assert make.called is taken
    assert values_of([collection], "id", "", folder) == values_of([collection], "id", "", None)


@pytest.mark.parametrize("seed", range(12))
def test_answers_are_those_of_the_file_after_any_change(path: Path, folder: Path, seed: int) -> None:
    random = Random(seed)
    texts = [many(60)]
    for _ in range(25):
        text = edits(random, random.choice(texts)) if random.random() < 0.8 else random.choice(texts)
        texts = [*texts[-3:], text]
        if random.random() < 0.5:
            path.write_bytes(text.encode())
        else:  # as editors and git do
            new = path.with_suffix(".new")
            new.write_bytes(text.encode())
            new.replace(path)
        if random.random() < 0.3:  # the clock is set back
            wait(path)
        query = random.choice(QUERIES)
        assert answer(path, query, folder) == answer(path, query, None)


def damaged(random: Random, data: bytes) -> bytes:
    """An index of which something has become something else."""
    at, end = sorted(random.choices(range(len(data)), k=2))
    return random.choice(
        (
            data[:at],
            data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :],
            data[:at] + bytes(end - at) + data[end:],
            data[:at] + data[end:],
            data[:at] + random.randbytes(min(end - at, 64)) + data[at + min(end - at, 64) :],
            data + data[at:end],
        )
    )


def test_a_damaged_index_changes_no_answer(path: Path, folder: Path) -> None:
    random = Random(7)
    told = {query: answer(path, query, folder) for query in QUERIES}
    (place,) = folder.iterdir()
    whole = place.read_bytes()
    thrown_away = 0
    for _ in range(300):
        place.write_bytes(damaged(random, whole))
        query = random.choice(QUERIES)
        with patch.object(Narrowed, "make"):  # it would mend it
            assert answer(path, query, folder) == told[query]
        with suppress(Damaged):
            loaded(Bytes(place), str(path.resolve()))
            continue
        thrown_away += 1
    assert 100 < thrown_away < 290  # the others are whole but for some block, or row


def test_a_damaged_index_is_made_anew(path: Path, folder: Path) -> None:
    told = answer(path, "tag:round-3", folder)
    (place,) = folder.iterdir()
    whole = place.read_bytes()
    for wrong in (b"", whole[:-1], bytes(len(whole)), whole.replace(b"Talks 3 ", b"Talks 4 ")):
        place.write_bytes(wrong)
        assert answer(path, "tag:round-3", folder) == told
        assert place.read_bytes() == whole


def test_the_index_of_another_file_is_none(path: Path, folder: Path, tmp_path: Path) -> None:
    answer(path, "tag:round-3", folder)
    (place,) = folder.iterdir()
    other = tmp_path / "other.yaml"
    os.link(path, other)
    place.rename(index.place_of(folder, str(other.resolve())))
    assert not Narrowed(other, folder).old


def test_where_no_index_can_be_kept_there_is_none(path: Path, tmp_path: Path) -> None:
    no_folder = tmp_path / "file"
    no_folder.touch()
    assert answer(path, "tag:round-3", no_folder) == answer(path, "tag:round-3", None)
    assert (
        answer(tmp_path / "absent.yaml", "tag:round-3", tmp_path)
        == f"{tmp_path}/absent.yaml: there is no such file or folder"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- id: e1\n", "- id: e1\n  after: [e2]\n"),
        ("- id: e1\n", "- id: e1\r\n"),
        ("- id: e1\n", "- id: e1\n  lat: 100\n"),
        ("- id: e0\n", "events:\n- id: e0\n"),
    ],
)
def test_of_a_file_that_is_to_be_read_in_another_way_an_index_tells_just_that(
    path: Path, folder: Path, old: str, new: str
) -> None:
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))
    for _ in range(2):
        assert answer(path, "tag:round-3", folder) == answer(path, "tag:round-3", None)
    (place,) = folder.iterdir()
    assert not loaded(Bytes(place), str(path.resolve())).tells
    with patch.object(Narrowed, "make", side_effect=AssertionError):
        answer(path, "tag:round-3", folder)
    path.write_text(many(60), encoding="utf-8")
    for _ in range(2):
        assert answer(path, "tag:round-3", folder) == answer(path, "tag:round-3", None)
    assert loaded(Bytes(place), str(path.resolve())).tells


def test_a_file_with_windows_line_ends_has_an_index(path: Path, folder: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    told = answer(path, "tag:round-3", None)
    assert answer(path, "tag:round-3", folder) == told
    with patch.object(sifting, "sifted", never):
        assert answer(path, "tag:round-3", folder) == told


def test_the_first_question_reads_a_file_once(path: Path, folder: Path) -> None:
    told = answer(path, "tag:round-3", None)
    with patch.object(sifting, "sifted", never):
        assert answer(path, "tag:round-3", folder) == told


def test_a_file_that_changes_while_its_index_is_made_has_none(path: Path, folder: Path) -> None:
    def change(stretches: Iterator[Stretch], _number: int) -> Iterator[Stretch]:
        yield next(stretches)
        path.write_text(many(30), encoding="utf-8")
        yield from stretches

    one = Narrowed(path, folder, change)  # type: ignore[arg-type] # it is given an iterator
    one.make()
    assert not one.stands
    assert not [*folder.iterdir()]


def test_a_record_that_is_no_longer_the_one_that_was_found_is_not_told_of(path: Path, folder: Path) -> None:
    where = parse_query("tag:round-3", today=TODAY)
    Stored([path], folder).choose(where)
    event, *_ = Stored([path], folder).choose(where)
    path.write_text(many(60).replace("Bonn", "Rome"), encoding="utf-8")
    with pytest.raises(InvalidData, match="the file changed while it was read"):
        _ = event.place


def test_indexes_of_files_that_are_gone_go_when_another_is_made(
    path: Path, folder: Path, tmp_path: Path
) -> None:
    gone, there = tmp_path / "gone.yaml", tmp_path / "there.yaml"
    for one in (gone, there):
        one.write_text(many(20), encoding="utf-8")
        answer(one, "tag:round-3", folder)
    gone.unlink()
    left, begun = folder / ".left.index.7", folder / ".begun.index.8"
    others = (left, begun, folder / "other.index", folder / "other", folder / "half.index")
    for place in others:
        place.write_bytes(b"timeline 4")
    os.utime(left, (0, 0))
    answer(path, "tag:round-3", folder)
    names = {one.name for one in folder.iterdir()}
    assert {index.place_of(folder, str(one.resolve())).name for one in (there, path)} <= names
    assert index.place_of(folder, str(gone.resolve())).name not in names
    assert {one.name for one in others} - names == {left.name}


def _make(path: Path, folder: Path) -> None:
    for _ in range(20):
        Narrowed(path, folder).make()


def test_several_may_make_an_index_at_once(path: Path, folder: Path) -> None:
    told = answer(path, "tag:round-3", None)
    makers = [
        multiprocessing.get_context("fork").Process(target=_make, args=(path, folder)) for _ in range(3)
    ]
    for one in makers:
        one.start()
    while any(one.is_alive() for one in makers):
        assert answer(path, "tag:round-3", folder) == told
    assert [one.exitcode for one in makers] == [0, 0, 0]
    assert [one.suffix for one in folder.iterdir()] == [".index"]


def test_no_index_is_used_or_made_where_it_is_forbidden(
    run: Run, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_CACHE", str(folder))
    words = ["-d", str(path), "tag:round-3"]
    told = run("show", *words, "--no-index").out
    assert not folder.exists()
    for command in ("show", "export", "stats"):
        assert run(command, *words).out == run(command, *words, "--no-index").out
    assert [*folder.iterdir()]
    with patch.object(sifting, "sifted", never):
        assert run("show", *words).out == told
    monkeypatch.delenv("TIMELINE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "shared"))
    run("show", *words)
    assert [*(folder / "shared" / "timeline").iterdir()]

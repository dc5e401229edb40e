"""A changed text says what is read back of it, however little of it is read; benchmarks/plain.py damages larger ones."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from yaml_strategies import changes

from timeline.dates.event_date import EventDate
from timeline.errors import InvalidYaml, TimelineError
from timeline.record import InvalidRecord, ParsedRecord, Record, Value
from timeline.store import change, rereading, write
from timeline.store.apart import Apart
from timeline.store.change import Change, OpenFile
from timeline.store.files import FileState
from timeline.store.ids import places_of
from timeline.store.present import present_in
from timeline.store.read import LineRecord, StoredRecord, stored_records
from timeline.store.rereading import read_back
from timeline.upkeep.intake import placed
from timeline.upkeep.references import redirected, referring
from timeline.yaml_text import parse_records, piece_records

RECORDS = (
    "- id: a\n  date: 2022\n",
    "- id: b # c\n  title: |-\n    x\n    y\n\n# between\n",
    '- tags: [a, "b"]\n',
    "- sources:\n    - title: x\n      quote: 'a'\n",
    "- place: {a: b}\n  title: one\n    two\n",
)
PIECES = (
    *RECORDS,
    "",
    "- ",
    "\n",
    "\n- ",
    "  ",
    "a",
    "'",
    '"',
    "|",
    ": ",
    "# ",
    "&a ",
    "*a",
    "...\n",
    "\r\n",
)


def opened(text: str) -> OpenFile | None:
    parsed = piece_records(text)
    state = FileState(device=0, inode=0, size=0, changed=0)
    return (
        None
        if parsed is None
        else OpenFile(Path(), b"", state, "", text, [LineRecord(*one) for one in parsed], apart=True)
    )


def outcome(read: Sequence[Mapping[str, Value] | ParsedRecord]) -> list[Mapping[str, Value]]:
    return [one.record if isinstance(one, ParsedRecord) else one for one in read]


SOUND = (
    "- id: a\n  date: 2022\n  title: Talks\n",
    "- id: b\n  date: 2022-03~\n  title: 'It''s over'\n  actors: [Japan, \"NO\"]\n  after: [a]\n",
    "- date: 2021\n  title: Zürich\n  sources:\n    - title: x\n      quote: >-\n        one\n        two\n",
    "- id: c\n  date: 2020\n  title: one\n    two\n  related: [b]\n",
)


@given(
    records=st.lists(st.sampled_from(RECORDS), min_size=1, max_size=5)
    | st.lists(st.sampled_from((*SOUND, *RECORDS)), min_size=1, max_size=5),
    head=st.sampled_from(("", "# a\n", "\n")),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES)), max_size=2),
    size=st.sampled_from((1 << 20, -1)),
    apart=st.booleans(),
)
@example(records=[RECORDS[0]] * 3, head="", cuts=[(0.0, len(RECORDS[0]), "")], size=1 << 20, apart=True)
@example(records=[*RECORDS[:3]], head="# a\n", cuts=[(0.0, 30, "")], size=1 << 20, apart=True)
@example(records=[*SOUND[:3]], head="# a\n", cuts=[], size=-1, apart=False)
def test_what_is_read_back_is_what_the_text_says(
    records: list[str], head: str, cuts: list[tuple[float, int, str]], size: int, *, apart: bool
) -> None:
    old = head + "".join(records)
    new = old
    for part, length, piece in cuts:
        at = int(part * len(new))
        new = new[:at] + piece + new[at + length :]
    file = opened(old)
    assert file is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rereading, "LARGE", size)
        try:
            meant = outcome(parse_records(new))
        except InvalidYaml:
            with pytest.raises(InvalidYaml):
                read_back(file._replace(apart=apart), new)
        else:
            assert outcome(read_back(file._replace(apart=apart), new)) == meant


def test_of_many_records_only_those_that_change_are_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("# head\n" + "".join(f"- id: e{at}\n  date: 2022\n  title: T\n" for at in range(200)))
    sizes: list[int] = []

    def noting(piece: str) -> list[ParsedRecord] | None:
        sizes.append(len(piece))
        return piece_records(piece)

    monkeypatch.setattr(rereading, "piece_records", noting)
    monkeypatch.delattr(rereading, "parse_records")
    write.edit(path, ["e90"], lambda record: record | {"title": "Talks"})
    write.remove(path, ["e91"])
    write.remove(path, ["e0"])
    write.add(path, lambda _: {"id": "new", "date": "2023", "title": "N"})
    assert len(sizes) == 4
    assert max(sizes) < 200


def test_what_was_read_and_is_as_it_was_is_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(RECORDS[0])
    known = change.open_collection(path)
    monkeypatch.delattr(change, "piece_records")
    assert change.look_into(path, known) == known
    path.write_text(RECORDS[0].replace("a", "b"))
    monkeypatch.setattr(change, "piece_records", piece_records, raising=False)
    (again,) = change.in_full(change.look_into(path, known))
    assert again.parsed[0].record["id"] == "b"


@given(
    records=st.lists(st.sampled_from((*SOUND, *RECORDS)), min_size=1, max_size=9),
    places=st.sets(st.integers(0, 8), min_size=1, max_size=3),
    changed=changes(),
    shape=st.sampled_from(("", "\ufeff", "crlf", "unended")),
)
def test_a_large_file_is_changed_as_a_small_one(
    records: list[str], places: set[int], changed: Callable[[Record], Record], shape: str
) -> None:
    # Each with an id of its own, but for those that have none.
    named = [text.replace("id: ", f"id: n{at}-", 1) for at, text in enumerate(records)]
    text = "# head\n" + "".join(named)
    text = {"crlf": text.replace("\n", "\r\n"), "unended": text.rstrip("\n"), "\ufeff": f"\ufeff{text}"}.get(
        shape, text
    )
    places = {at % len(records) for at in places}

    def removed(stored: Sequence[StoredRecord]) -> Change:
        follow = redirected(stored, {stored[at].id or "none": "" for at in places} | {"a": ""}, {})
        edits = {one: new for one, new in follow.items() if one not in places}
        return Change(removed=frozenset(places), edited=edits)

    decisions: list[write.Decide] = [
        lambda stored: Change(edited={at: changed({**stored[at].record}) for at in places}),
        lambda stored: Change(added=[placed(dict(NEW), present_in(Path(), stored), force=False)]),
        lambda _: Change(added=[{"date": "2022", "title": "One", "summary": "two\nlines"}]),
        removed,
    ]
    for decide in decisions:
        small, large = (outcome_of(text, decide, size) for size in (1 << 20, -1))
        assert large == small


@given(
    records=st.lists(st.sampled_from(SOUND), min_size=2, max_size=9),
    head=st.sampled_from(("", "# - id: a\n\n", "\ufeff")),
    date=st.sampled_from(("2022", "2022-03-04", "2021/..", "19XX")),
)
def test_what_is_asked_of_a_large_file_is_what_its_records_say(
    records: list[str], head: str, date: str
) -> None:
    text = head + "".join(records)
    data = text.encode()
    apart = Apart(Path("e"), data)
    parsed = [LineRecord(*one) for one in parse_records(text)]
    stored = [*stored_records(Path("e"), parsed)]
    assert [apart[at] for at in range(len(apart))] == stored
    assert [one.event for one in apart] == [one.event for one in stored]
    assert {id_: [*there] for id_, there in apart.places.items()} == places_of(stored)
    wanted = EventDate(date)
    near = [one.event for one in stored if one.event.date.possibly(wanted)]
    assert [one for one in apart.touching(wanted) if one.date.possibly(wanted)] == near
    for id_ in ("a", "b", "none", "B?"):
        refer = {one.position for one, _, _ in referring(stored, [id_])}
        assert refer <= {*apart.mentioning([id_])}
        assert (id_ in apart.places) == any(one.id == id_ for one in stored)


NEW: Record = {"date": "2022", "title": "Talks end", "related": ["a"]}


def outcome_of(text: str, decide: write.Decide, large: int) -> object:
    """What becomes of a file, where one of so many bytes is large; or the words of the refusal."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(change, "LARGE", large)
        path = Path(folder, "events.yaml")
        path.write_bytes(text.encode())
        try:
            (told,) = write.plan_rewrite(path, decide) or (None,)
        except (TimelineError, InvalidRecord) as error:
            return type(error), str(error).replace(folder, "")
        return told and (told.old, told.new)

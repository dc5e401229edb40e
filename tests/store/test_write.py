"""Writing under faults: nothing lost, nothing half written, no litter."""

import errno
import fcntl
import os
import random
import resource
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.errors import InvalidData, Refused, TimelineError, Unavailable
from timeline.record import Record
from timeline.store import present, write
from timeline.store.ids import positions
from timeline.store.journal import Turn
from timeline.store.lock import locked
from timeline.store.present import Present
from timeline.store.read import read_events, read_records

TEXT = "# mine\n- id: a\n  date: 2022\n  title: x\n"
ADDER = """
import sys
from pathlib import Path
from timeline.store import write
from timeline.store.journal import Turn
for name in sys.argv[2:]:
    print(write.add(Path(sys.argv[1]), lambda _: {"id": name, "date": "2023", "title": name}, Turn(wait=60)), flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(TEXT)
    return path


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def new(_: object) -> Record:
    return {"id": "new", "date": "2023", "title": "z"}


def start(path: Path, *names: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ADDER, str(path), *names], stdout=subprocess.PIPE, text=True
    )


def test_forty_at_once_lose_nothing(path: Path) -> None:
    workers = [start(path, *(f"w{worker}-{at}" for at in range(5))) for worker in range(8)]
    said = [line for worker in workers for line in worker.communicate()[0].split()]
    assert len(said) == 40
    assert sorted(event.id for event in read_events([path])) == sorted(["a", *said])
    assert path.read_text().startswith(TEXT)
    assert names(path.parent) == ["events.yaml"]


def test_killed_at_any_moment_the_file_is_whole(path: Path) -> None:
    said = set()
    dice = random.Random(7)
    for at in range(12):
        worker = start(path, *(f"k{at}-{number}" for number in range(200)))
        time.sleep(0.1 + dice.random() * 0.3)
        worker.kill()
        said.update(worker.communicate()[0].split("\n")[:-1])
        assert said <= {event.id for event in read_events([path])}
        assert path.read_text().startswith(TEXT)
    write.add(path, new)
    assert names(path.parent) == ["events.yaml"]


def failing(code: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize(
    ("name", "code"), [("fsync", errno.EIO), ("replace", errno.EXDEV), ("fsync", errno.ENOSPC)]
)
def test_a_failing_disk_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: int
) -> None:
    monkeypatch.setattr(os, name, failing(code))
    for change in (
        lambda: write.add(path, new),
        lambda: write.edit(path, ["a"], lambda record: {**record, "title": "y"}),
    ):
        with pytest.raises(Unavailable):
            change()
        assert path.read_text() == TEXT
        assert names(path.parent) == ["events.yaml"]


def test_a_folder_that_does_not_sync_is_told_and_the_change_taken_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fail(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "no disk")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Unavailable, match="cannot sync it: no disk"):
        write.add(path, new)
    assert path.read_text() == TEXT
    assert names(path.parent) == ["events.yaml"]
    with pytest.raises(Unavailable):
        write.add(path.parent, new)
    assert names(path.parent) == ["events.yaml"]


def test_a_full_disk_leaves_the_old_file(path: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    path.write_text(TEXT + "# " + "x" * 5000 + "\n")
    old = path.read_bytes()
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(Unavailable, match=os.strerror(errno.EFBIG).lower()):
            write.add(path, new)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == old
    assert names(path.parent) == ["events.yaml"]


def test_modes_and_symbolic_links_survive(path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.yaml"
    link.symlink_to("../events.yaml")
    write.add(link, new)
    assert link.is_symlink()
    assert len(read_events([path])) == 2
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(folder) == ["link.yaml"]


def test_a_read_only_file_is_not_replaced(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(Unavailable, match="is read-only"):
        write.add(path, new)
    assert path.read_text() == TEXT


def test_a_file_with_two_names_is_not_torn_apart(path: Path) -> None:
    os.link(path, path.with_name("other.yaml"))
    with pytest.raises(Unavailable, match="has 2 names"):
        write.add(path, new)
    assert path.samefile(path.with_name("other.yaml"))


@pytest.mark.parametrize("swap", [True, False])
def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(path: Path, *, swap: bool) -> None:
    def make(_: object) -> Record:
        if swap:
            other = path.with_name("other")
            other.write_text(TEXT)
            other.rename(path)
        else:
            path.write_text(TEXT + "# theirs\n")
        return new(_)

    with pytest.raises(Unavailable, match="was changed by another program"):
        write.add(path, make)
    assert path.read_text() == (TEXT if swap else TEXT + "# theirs\n")
    assert names(path.parent) == ["events.yaml"]


def test_a_writer_waits_says_for_whom_and_gives_up(path: Path) -> None:
    said: list[str] = []
    with (
        locked(path.parent, wait=0),
        pytest.raises(Unavailable, match=rf"locked by process {os.getpid()}"),
    ):
        write.add(path, new, Turn(wait=0.05, say=said.append))
    assert len(said) == 1
    assert said[0].startswith(f"waiting for process {os.getpid()}")
    assert write.add(path, new) == "new"


def test_where_folders_cannot_be_locked_a_hidden_file_stands_in(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = fcntl.flock

    def flock(descriptor: int, operation: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EBADF, "not open for writing")
        real(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", flock)
    with locked(path.parent, wait=0):
        assert names(path.parent) == [".timeline.lock", "events.yaml"]
        with pytest.raises(Unavailable, match="locked by"):
            write.add(path, new, Turn(wait=0.05))
    assert names(path.parent) == ["events.yaml"]
    assert write.add(path, new) == "new"
    assert names(path.parent) == ["events.yaml"]


def test_a_dead_writer_blocks_nobody(path: Path) -> None:
    code = "import sys, time; from pathlib import Path; from timeline.store.lock import locked\n"
    code += "with locked(Path(sys.argv[1]), wait=0): print('held', flush=True); time.sleep(60)"
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(path.parent)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(Unavailable, match="locked by"):
        write.add(path, new, Turn(wait=0))
    holder.kill()
    holder.communicate()
    assert write.add(path, new, Turn(wait=0)) == "new"


def test_judging_is_done_on_what_is_there_under_the_lock(path: Path) -> None:
    def make(there: Present) -> Record:
        assert [*there.ids] == ["a"]
        raise Refused("looks the same")

    with pytest.raises(Refused, match="looks the same"):
        write.add(path, make)
    assert path.read_text() == TEXT


def test_a_dry_run_writes_nothing(path: Path) -> None:
    ((name, old, planned),) = write.plan_add(path, new)
    assert (name, old) == (str(path), TEXT.encode())
    assert planned.startswith(TEXT.encode())
    assert path.read_text() == TEXT
    write.add(path, new)
    assert path.read_bytes() == planned


def test_a_folder_gets_a_file_an_event(path: Path) -> None:
    folder = path.parent
    assert write.add(folder, new) == "new"
    assert (folder / "new.yaml").read_text() == "id: new\ndate: 2023\ntitle: z\n"
    with pytest.raises(Refused, match="exists already"):
        write.add(folder, new)
    write.edit(folder, ["new", "a"], lambda record: {**record, "place": "Oslo"})
    assert (folder / "new.yaml").read_text() == "id: new\ndate: 2023\ntitle: z\nplace: Oslo\n"
    assert path.read_text() == TEXT + "  place: Oslo\n"
    write.remove(folder, ["new", "a"])
    assert names(folder) == ["events.yaml"]
    assert path.read_text() == "# mine\n"
    with pytest.raises(Refused) as caught:
        write.add(folder, lambda _: {"date": "2023", "title": "y"})
    told = "in a folder each event is a file named after its id, and this one has none"
    assert caught.value.message == told


def test_an_id_is_a_file_name_that_every_system_can_have(path: Path) -> None:
    path.unlink()
    made = {"a:b:c": "a_b_c.yaml", "con": "con_.yaml", "com1": "com1_.yaml", "aux.2022": "aux_.2022.yaml"}
    made |= {
        "lpt0": "lpt0_.yaml",
        "console": "console.yaml",
        "2022.con": "2022.con.yaml",
        "nul-2": "nul-2.yaml",
    }
    for id_ in made:
        assert write.add(path.parent, lambda _, id_=id_: {"id": id_, "date": "2023", "title": "z"}) == id_  # type: ignore[misc]
    assert names(path.parent) == sorted(made.values())
    assert sorted(event.id for event in read_events([path.parent])) == sorted(made)
    with pytest.raises(Refused, match=r"a_b_c\.yaml: exists already"):
        write.add(path.parent, lambda _: {"id": "a_b:c", "date": "2023", "title": "z"})


def test_a_file_that_becomes_invalid_between_two_looks_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mended(_: object) -> None:
        """Another program mends the file before its lines are told."""

    path.write_text(TEXT + "- id: b\n  date: soon\n")
    monkeypatch.setattr(present, "read_events", mended)
    with pytest.raises(InvalidData) as caught:
        write.add(path, new)
    assert caught.value.message == f"{path}: was changed by another program meanwhile; nothing is written"


def test_a_single_event_file_takes_no_second(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text("id: a\ndate: 2022\ntitle: x\n")
    with pytest.raises(Refused, match="holds a single event"):
        write.add(path, new)


def test_an_invalid_neighbour_stops_adding_and_not_editing(path: Path) -> None:
    path.write_text(TEXT + "- id: b\n  date: soon\n")
    with pytest.raises(InvalidData, match=":6: date "):
        write.add(path, new)
    write.edit(path, ["b"], lambda record: {**record, "date": "2024", "title": "z"})
    assert len(read_events([path])) == 2


@pytest.mark.parametrize("id_", ["none", ""])
def test_an_unknown_id_is_refused(path: Path, id_: str) -> None:
    with pytest.raises(Refused, match="no event has the id"):
        write.remove(path, [id_])


def test_an_id_that_two_events_have_is_refused_with_both_places(path: Path) -> None:
    path.write_text(TEXT + TEXT)
    with pytest.raises(Refused, match=r"2 events have the id \"a\": .*:2, .*:6"):
        write.remove(path, ["a"])


def own(path: Path, id_: str) -> write.Excerpt:
    return write.excerpts(path, lambda there: positions(there, [id_]))[0]


def replace(path: Path, old: write.Excerpt, text: str) -> None:
    write.rewrite(path, write.replacing(path, [old], [text]))


def test_a_persons_text_takes_the_place_of_a_record(path: Path) -> None:
    path.write_text(TEXT + "- id: b\n  date: 2022\n  title: y\n")
    old = own(path, "a")
    assert old.text == "- id: a\n  date: 2022\n  title: x\n"
    replace(path, old, "- id: a  # hers\n  date: 2023\n  title: z")
    assert (
        path.read_text()
        == "# mine\n- id: a  # hers\n  date: 2023\n  title: z\n- id: b\n  date: 2022\n  title: y\n"
    )
    with pytest.raises(Unavailable, match="was changed by another program"):
        replace(path, old, old.text)
    now = own(path, "a")
    for text, message in (
        ("", "this is no event, not one event"),
        ("- id: c\n- id: d\n", "this is 2 events, not one event"),
        ("- id: [\n", r":\d: not YAML"),
        ("- text\n", ":2: a collection is a list"),
    ):
        with pytest.raises(TimelineError, match=message):
            replace(path, now, text)
    assert own(path, "a") == now


@pytest.mark.parametrize(
    ("old", "planned"),
    [
        ("", "- id: new\n  date: 2023\n  title: z\n"),
        ("# c", "# c\n\n- id: new\n  date: 2023\n  title: z\n"),
        ("---\n# c\n\n", "---\n# c\n\n- id: new\n  date: 2023\n  title: z\n"),
        ("[]\n", "- id: new\n  date: 2023\n  title: z\n"),
        (
            "- id: a\n  date: 2022\n  title: |+\n    x\n",
            "- id: a\n  date: 2022\n  title: |+\n    x\n- id: new\n  date: 2023\n  title: z\n",
        ),
        (
            "- id: a\r\n  date: 2022\r\n  title: x",
            "- id: a\r\n  date: 2022\r\n  title: x\r\n\r\n- id: new\r\n  date: 2023\r\n  title: z\r\n",
        ),
        (
            "- {id: a, date: 2022, title: x}\n",
            "- {id: a, date: 2022, title: x}\n\n- {id: new, date: 2023, title: z}\n",
        ),
        (
            '[{"id": "a", "date": "2022", "title": "x"}]',
            '[{"id": "a", "date": "2022", "title": "x"}, {"id": "new", "date": "2023", "title": "z"}]',
        ),
        (
            "- id: a\n  date: 2022\n  title: x\n...\n",
            "- id: a\n  date: 2022\n  title: x\n\n- id: new\n  date: 2023\n  title: z\n...\n",
        ),
    ],
)
def test_a_new_record_looks_at_home(path: Path, old: str, planned: str) -> None:
    path.write_bytes(old.encode())
    write.add(path, new)
    assert path.read_bytes().decode() == planned


@pytest.mark.parametrize(
    "old", ["- id: a\n  title: x", "id: a\ntitle: x", "- id: a\r\n  title: x", "- id: a\n  title: |-\n    x"]
)
@pytest.mark.parametrize("new", ["x\ny\n", "x\ny", "word " * 40 + "end", "one line"])
def test_a_block_that_is_put_last_has_its_line_end(path: Path, old: str, new: str) -> None:
    """Where the text's end cuts a block short, PyYAML reads a line end after all, and libyaml none."""
    path.write_bytes(old.encode())
    write.edit(path, ["a"], lambda record: {**record, "title": new, "x": new} if new else record)
    text = path.read_bytes().decode()
    assert read_records([path])[0] == {"id": "a", "title": new, "x": new}
    assert text.endswith("\r\n" if "\r" in old else "\n") == (new != "one line")


def test_a_file_in_a_folder_below_is_written_under_its_own_lock_too(path: Path) -> None:
    below = path.parent / "sub"
    below.mkdir()
    (below / "b.yaml").write_text("id: b\ndate: 2022\ntitle: x\n")
    with locked(below, wait=0), pytest.raises(Unavailable, match="sub: locked by process"):
        write.edit(path.parent, ["b"], lambda record: {**record, "title": "y"}, Turn(wait=0))
    write.edit(path.parent, ["b"], lambda record: {**record, "title": "y"}, Turn(wait=0))
    assert (below / "b.yaml").read_text() == 'id: b\ndate: 2022\ntitle: "y"\n'


def test_a_persons_text_finds_its_file_in_a_folder(path: Path) -> None:
    (path.parent / "later.yaml").write_text("id: b\ndate: 2022\ntitle: x\n")
    old = own(path.parent, "b")
    assert old.text == "id: b\ndate: 2022\ntitle: x\n"
    replace(path.parent, old, old.text + "kind: k\n")
    assert (path.parent / "later.yaml").read_text() == old.text + "kind: k\n"
    assert path.read_text() == TEXT


def test_what_is_planned_is_what_is_done(path: Path) -> None:
    def titled(record: Record) -> Record:
        return {**record, "title": "new"}

    planned = write.plan_edit(path, ["a"], titled)
    assert path.read_text() == TEXT
    assert tuple(one.change for one in write.edit(path, ["a"], titled)) == planned
    planned = write.plan_remove(path, ["a"])
    assert tuple(one.change for one in write.remove(path, ["a"])) == planned
    assert path.read_bytes() == planned[0].new


def test_a_folder_that_cannot_be_opened_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", failing(errno.EIO))
    with pytest.raises(Unavailable, match=f"cannot lock it: {os.strerror(errno.EIO).lower()}"):
        write.add(path, new)
    assert path.read_text() == TEXT

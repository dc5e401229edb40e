"""Collections with a journal beside them, and changes of them, for tests of what is taken back."""

import os
from collections.abc import Sequence
from pathlib import Path

from timeline.record import Record
from timeline.store import write
from timeline.store.change import Change
from timeline.store.journal import Part, Turn
from timeline.store.moving import move
from timeline.store.read import StoredRecord
from timeline.upkeep.changes import Edited
from timeline.upkeep.merging import merged
from timeline.upkeep.moving import moving
from timeline.upkeep.renaming import renamed_everywhere

# Where syncing costs nothing.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
LIST = b"\xef\xbb\xbf# theirs\r\n- id: x\r\n  date: 2022\r\n  title: 'one'  # kept\r\n- {id: y, date: 2023, title: two}\r\n"


def laid_out(place: Path) -> Turn:
    """A folder of events, one below it, one elsewhere that a link leads to, and a list; with a journal beside."""
    for folder in ("all/sub", "else"):
        (place / folder).mkdir(parents=True)
    for name in ("all/a", "all/b", "all/sub/c"):
        (place / f"{name}.yaml").write_text(f"id: {name[-1]}\ndate: 2022\ntitle: x\n")
    (place / "else/d.yaml").write_text("- id: d\n  date: 2022\n  title: x\n")
    (place / "all/b.yaml").chmod(0o640)
    (place / "all/d.yaml").symlink_to("../else/d.yaml")
    (place / "list.yaml").write_bytes(LIST)
    return Turn(wait=5, journal=place / "state" / "changes", command="edit")


def state(place: Path) -> dict[str, tuple[bytes, int, str]]:
    """Everything but the journal: bytes, modes, and where links lead."""
    return {
        str(path.relative_to(place)): (
            path.read_bytes() if path.exists() else b"",
            path.lstat().st_mode,
            str(path.readlink()) if path.is_symlink() else "",
        )
        for path in place.rglob("*")
        if not path.is_dir() and "state" not in path.parts
    }


def journal_of(turn: Turn) -> Path:
    assert turn.journal is not None
    return turn.journal


def noted(turn: Turn) -> tuple[Turn, list[str]]:
    said: list[str] = []
    return Turn(wait=turn.wait, journal=turn.journal, command=turn.command, say=said.append), said


def nothing(parts: Sequence[Part]) -> None:
    raise AssertionError(parts)


# Changes, each drawn from a number, so that one that cannot be made passes by.


def added(number: int) -> write.Decide:
    record: Record = {"id": f"n{number}", "date": "2024", "title": f"new {number}"}
    return lambda _stored: Change(added=[record])


def retitled(number: int) -> write.Decide:
    def decide(stored: Sequence[StoredRecord]) -> Change:
        some = {
            at: {**one.record, "title": f"t{number}"} for at, one in enumerate(stored) if (number >> at) & 1
        }
        return Change(edited=some)

    return decide


def thinned(number: int) -> write.Decide:
    return lambda stored: Change(removed=frozenset(at for at in range(len(stored)) if (number >> at) & 1))


def exchanged(number: int) -> write.Decide:
    """Some events out, some changed, one in."""

    def decide(stored: Sequence[StoredRecord]) -> Change:
        out = frozenset(at for at in range(len(stored)) if at % 3 == number % 3)
        edited = {at: {**one.record, "kind": f"k{number}"} for at, one in enumerate(stored) if at not in out}
        return Change(removed=out, edited=edited, added=[{"id": f"e{number}", "date": "2025", "title": "in"}])

    return decide


def tied(number: int) -> write.Decide:
    """Each event refers to another."""

    def decide(stored: Sequence[StoredRecord]) -> Change:
        ids = [one.id for one in stored]
        return Change(
            edited={
                at: {**one.record, "related": [ids[(at + number) % len(ids)]]}
                for at, one in enumerate(stored)
            }
        )

    return decide


def united(number: int) -> write.Decide:
    """One event becomes part of another, as `timeline merge` does it."""

    def decide(stored: Sequence[StoredRecord]) -> Change:
        places = dict.fromkeys([number % len(stored), (number + 1) % len(stored)]) if stored else {}
        found = merged(stored, [*places], []).edited if len(places) > 1 else Edited()
        return Change(edited=found.records, removed=found.removed)

    return decide


def renamed(number: int) -> write.Decide:
    """One event gets another id, as by `timeline rename`, and what refers to it follows."""

    def decide(stored: Sequence[StoredRecord]) -> Change:
        old = stored[number % len(stored)].id if stored else "none"
        return Change(edited=renamed_everywhere(stored, "id", old, f"r{number}").records)

    return decide


HOW = {
    "add": added,
    "edit": retitled,
    "remove": thinned,
    "exchange": exchanged,
    "tie": tied,
    "merge": united,
    "rename": renamed,
}
KINDS = [f"{where} {how}" for where in ("all", "list") for how in HOW] + ["move"] * len(HOW)
WAYS = [
    *(("all", "list.yaml"), ("all", "all/sub"), ("all", "all/new.yaml"), ("all", "new.yaml")),
    *(("list.yaml", "all"), ("list.yaml", "all/d.yaml"), ("list.yaml", "else"), ("all/sub", "all")),
]


def moved(place: Path, turn: Turn, number: int) -> None:
    """Some events of a collection go into another, or to another file of it, as by `timeline move`."""
    source, target = (place / name for name in WAYS[number % len(WAYS)])

    def choose(stored: Sequence[StoredRecord]) -> list[int]:
        return [at for at in range(len(stored)) if at % 2 == number // len(WAYS) % 2]

    move(source, target, moving(source, target, choose, cascade=number % 3 > 0, force=number % 3 > 1), turn)


def change(place: Path, turn: Turn, kind: str, number: int) -> None:
    if kind == "move":
        moved(place, turn, number)
        return
    name, _, how = kind.partition(" ")
    write.rewrite(place / {"list": "list.yaml"}.get(name, name), HOW[how](number), turn)

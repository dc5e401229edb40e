"""`timeline init`: start an empty, documented collection."""

import os
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.collection import only_named
from timeline.cli.composing import composed
from timeline.cli.options import EMPTY, OneData, Wait
from timeline.cli.words import note
from timeline.errors import Refused
from timeline.store.files import unavailable
from timeline.store.lock import locked
from timeline.store.starting import start_collection


@composed(example="timeline init data/events.yaml")
def init(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]", readable=False, help="The file to make, or a folder for it.", show_default=False
        ),
    ] = None,
    *,
    data: OneData = EMPTY,
    wait: Wait = 10,
) -> None:
    """Start an empty, documented collection.

    Makes data/events.yaml, or the file PATH, or events.yaml in the folder PATH. Beside it stands a schema, by which
    editors check and complete records, and a `timeline.toml` in which everything is a comment yet. It never overwrites a collection, nor a schema that is none of ours.
    """
    target = _target(path or (only_named(data) if data else Path("data/events.yaml")))
    hint = f"add to it: timeline add --data {target}"
    if os.path.lexists(target):
        raise Refused(f"{target}: exists already", hint=hint)
    _make_folder(target.parent)
    # Under the lock, and never over a file: two who begin at once make one collection.
    with locked(Path(os.path.realpath(target.parent)), wait=wait, on_wait=note):
        for said in start_collection(target, hint=hint):
            note(said)
    note(f"made {target}")


def _target(path: Path) -> Path:
    return path if path.suffix in (".yaml", ".yml") else path / "events.yaml"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unavailable(folder, error, "make") from error

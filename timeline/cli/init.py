"""`timeline init`: start an empty, documented collection."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.collection import only_named
from timeline.cli.composing import composed
from timeline.cli.options import EMPTY, OneData, Wait
from timeline.cli.words import note
from timeline.errors import Refused, Unavailable
from timeline.schema import FILE_NAME, TITLE, schema_text
from timeline.store.files import read_bytes, unavailable
from timeline.store.lock import locked
from timeline.store.output import write_output
from timeline.store.replace import create_file
from timeline.store.staging import discard

SCHEMA_LINE = f"# yaml-language-server: $schema={FILE_NAME}\n"
COLLECTION = """\
# Diplomatic events, kept by `timeline`. One record an event; every value is text.
#
# - id: 2022-03-21-talks-end            a unique name; `timeline add` makes one
#   date: 2022-03-21                    EDTF: 2022, 2022-03, 1950~ (about), 2018? (uncertain), 2018/2020 (lasting),
#                                       [2018..2020] (one moment between), 2018/.. (open end)
#   title: What happened, in one line
#   summary: A few sentences.
#   actors: [Russia, Japan]
#   place: Moscow
#   kind: statement                     a word, or scheme:code such as cameo:036
#   tags: [peace-treaty]
#   status: reported                    draft, reported, confirmed or disputed
#   sources:
#     - title: The headline
#       publisher: TASS
#       date: 2023-02-10                when it was published
#       url: https://example.org/story
#       quote: the words that support the event
#
# Add one:   timeline add "What happened" --date "21 March 2022" --actor Russia
# Draw all:  timeline show

"""


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
    editors check and complete records. It never overwrites a collection, nor a schema that is none of ours.
    """
    path = path or (only_named(data) if data else Path("data/events.yaml"))
    target = path if path.suffix in (".yaml", ".yml") else path / "events.yaml"
    hint = f"add to it: timeline add --data {target}"
    if os.path.lexists(target):
        raise Refused(f"{target}: exists already", hint=hint)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unavailable(target.parent, error, "make") from error
    # Under the lock, and never over a file: two who begin at once make one collection.
    with locked(Path(os.path.realpath(target.parent)), wait=wait, on_wait=note):
        _make(target, hint)
    note(f"made {target}")


def _make(target: Path, hint: str) -> None:
    """Write the schema and then the collection, so that what fails or is killed on the way can be run again."""
    schema = target.with_name(FILE_NAME)
    text = schema_text()
    there = _text_of(schema)
    foreign = there is not None and not _is_ours(there)
    if foreign:
        note(f"{schema}: is another schema, and stays; ours: timeline check --schema")
    elif there != text:
        write_output(schema, [text.encode()])
    try:
        create_file(target, ("" if foreign else SCHEMA_LINE).encode() + COLLECTION.encode(), hint=hint)
    except BaseException:
        if there is None:
            discard(schema)
        raise


def _text_of(schema: Path) -> str | None:
    """What stands there already, "" where that cannot be read; None only where nothing does for certain."""
    try:
        schema.lstat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unavailable(schema, error, "read") from error
    try:
        return read_bytes(schema)[0].decode(errors="replace")
    except Unavailable:
        return ""


def _is_ours(text: str) -> bool:
    """Whether a file is a schema that `init` wrote, now or in an earlier version."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(plain, dict) and plain.get("title") == TITLE

"""How events are written for other programs: the options of an export, what it cannot hold, and where it goes."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.destination import destination
from timeline.cli.options import path_option, text_option
from timeline.cli.progress import watched
from timeline.cli.settings import asked
from timeline.cli.words import note
from timeline.errors import Refused, UsageError
from timeline.formats import FORMATS, check_options, format_to_write, going
from timeline.formats.format import WriteOptions
from timeline.formats.loss import loss, loss_words
from timeline.model import Event
from timeline.store.output import (
    check_collection,
    for_terminal,
    is_stream,
    new_folder,
    write_folder,
    write_output,
)
from timeline.tuples import NamedTuple

if TYPE_CHECKING:
    from timeline.config import Config


def _readers(option: str) -> str:
    """The formats that read an option, as help names them."""
    return ", ".join(name for name in FORMATS if option in FORMATS.words(name)).capitalize()


class Writing(NamedTuple):
    """In which format events are written, how, and where."""

    format_: Annotated[
        str,
        text_option(
            "FORMAT",
            f"One of {', '.join(going('out'))}; by default the file's ending says, or csv.",
            "formats",
            "--format",
            "-f",
        ),
    ] = ""
    output: Annotated[
        Path | None, path_option("FILE", "Write FILE, and not standard output (-).", "--output", "-o")
    ] = None
    force: Annotated[
        bool, typer.Option("--force", help="Replace FILE even where it is a YAML file; never what is read.")
    ] = False
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing where the format cannot hold everything.")
    ] = False
    plain: Annotated[
        bool,
        typer.Option("--plain", help="CSV: leave cells that look like formulas as they are; no way back."),
    ] = False
    bom: Annotated[bool, typer.Option("--bom", help="CSV: begin with a byte order mark, for Excel.")] = False
    by: Annotated[
        str,
        text_option(
            "FIELD",
            f"{_readers('by')}: chapters by actor, tag, kind, place, source, status, file or any other field.",
            "lanes",
        ),
    ] = ""
    title: Annotated[str, text_option("TEXT", f"{_readers('title')}: the title of it all.")] = ""
    no_summaries: Annotated[
        bool, typer.Option("--no-summaries", help="HTML: leave out the summaries, for a smaller page.")
    ] = False


@dataclass(frozen=True, kw_only=True)
class Export:
    """An export that has been asked for, and is to be had: its format by name, how, and the file, if it is none of the inputs."""

    name: str
    options: WriteOptions
    target: Path | None
    strict: bool


def export_to(writing: Writing, inputs: Iterable[Path], settings: "Config | None") -> Export:
    """What is asked for; UsageError or Refused, before anything is read, where that cannot be."""
    target = destination(writing.output, inputs)
    # The name of a stream says nothing.
    name = format_to_write(None if target and is_stream(target) else target, writing.format_)
    if "folder" in FORMATS.words(name) and (target is None or is_stream(target)):
        raise UsageError(f"{name} are a folder, with a file for each event", hint="add -o FOLDER")
    if target is not None:
        check_collection(target, force=writing.force)
    elif "binary" in FORMATS.words(name) and sys.stdout.isatty():
        raise UsageError(f"{name} is nothing that a terminal shows", hint="add -o FILE")
    options = {
        one.name: getattr(writing, one.name) for one in fields(WriteOptions) if hasattr(writing, one.name)
    }
    check_options(name, asked(options, settings))
    ending = target.suffix.lower() if target else ""
    return Export(
        name=name, options=WriteOptions(**options, ending=ending), target=target, strict=writing.strict
    )


def write_events(events: Sequence[Event], export: Export, settings: "Config | None") -> None:
    """Write the events; what the format cannot hold of them is said, or where nothing may be lost, refused."""
    form = FORMATS.load(export.name)
    lost = loss(events, form.carries)
    told = loss_words(export.name, events, lost) if lost else ""
    if told and export.strict:
        raise Refused(told, hint="leave out --strict, or add -f jsonl, which holds everything")
    shown = watched(events, total=len(events), what=f"writing {export.name}")
    options = replace(export.options, note=note, names=settings.names if settings else None)
    if form.files is not None and export.target is not None:
        write_folder(export.target, ((name, text.encode()) for name, text in form.files(shown, options)))
    elif form.folder and export.target and not export.target.suffix and not is_stream(export.target):
        with new_folder(export.target) as made:
            form.folder(shown, made)
    elif form.write is not None:
        _put(form.write(shown, options), export.target)
    if told:
        note(told)


def _put(pieces: Iterable[str | bytes], target: Path | None) -> None:
    """Write the file, or where there is none, standard output."""
    if target is not None:
        write_output(target, map(_encoded, pieces))
        return
    sys.stdout.flush()
    terminal = sys.stdout.isatty()
    for piece in map(_encoded, pieces):
        if terminal:
            sys.stdout.write(for_terminal(piece))
        else:
            sys.stdout.buffer.write(piece)
    sys.stdout.flush()


def _encoded(piece: str | bytes) -> bytes:
    """UTF-8, whatever the terminal's encoding is."""
    return piece.encode() if isinstance(piece, str) else piece

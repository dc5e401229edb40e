"""How events are written for other programs: the options of an export, what it cannot hold, and where it goes."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.destination import destination
from timeline.cli.options import FormatName, path_option
from timeline.cli.progress import watched
from timeline.cli.words import note
from timeline.errors import Refused
from timeline.formats import FORMATS, check_options, format_to_write
from timeline.formats.format import WriteOptions
from timeline.formats.loss import loss, loss_words
from timeline.model import Event
from timeline.store.output import check_collection, for_terminal, is_stream, write_output


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Writing:
    """In which format events are written, how, and where."""

    format_: FormatName = ""
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


@dataclass(frozen=True, kw_only=True)
class Export:
    """An export that has been asked for, and is to be had: its format by name, how, and the file, if it is none of the inputs."""

    name: str
    options: WriteOptions
    target: Path | None
    strict: bool


def export_to(writing: Writing, inputs: Iterable[Path]) -> Export:
    """What is asked for; UsageError or Refused, before anything is read, where that cannot be."""
    target = destination(writing.output, inputs)
    # The name of a stream says nothing.
    name = format_to_write(None if target and is_stream(target) else target, writing.format_)
    if target is not None:
        check_collection(target, force=writing.force)
    asked = {one.name: getattr(writing, one.name) for one in fields(WriteOptions)}
    check_options(name, [one.name for one in fields(WriteOptions) if asked[one.name] != one.default])
    return Export(name=name, options=WriteOptions(**asked), target=target, strict=writing.strict)


def write_events(events: Sequence[Event], export: Export) -> None:
    """Write the events; what the format cannot hold of them is said, or where nothing may be lost, refused."""
    form = FORMATS.load(export.name)
    assert form.write is not None
    lost = loss(events, form.carries)
    told = loss_words(export.name, events, lost) if lost else ""
    if told and export.strict:
        raise Refused(told, hint="leave out --strict, or add -f jsonl, which holds everything")
    shown = watched(events, total=len(events), what=f"writing {export.name}")
    _put(form.write(shown, export.options), export.target)
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

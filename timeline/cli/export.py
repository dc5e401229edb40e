"""`timeline export`: write events in another format."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.collection import paths, read
from timeline.cli.composing import composed
from timeline.cli.destination import destination
from timeline.cli.options import EMPTY, Choice, Clock, Data, FormatName, Query, path_option
from timeline.cli.progress import watched
from timeline.cli.selection import chosen
from timeline.cli.settings import config
from timeline.errors import UsageError
from timeline.formats import FORMATS, format_to_write
from timeline.formats.format import Format, WriteOptions
from timeline.store.output import check_collection, for_terminal, is_stream, write_output


@composed(example="timeline export --since 2022 -o events.csv")
def export(
    query: Query = EMPTY,
    *,
    format_: FormatName = "",
    output: Annotated[
        Path | None, path_option("FILE", "Write FILE, and not standard output (-).", "--output", "-o")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace FILE even where it is a YAML file; never what is read.")
    ] = False,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="CSV: leave cells that look like formulas as they are; no way back."),
    ] = False,
    bom: Annotated[bool, typer.Option("--bom", help="CSV: begin with a byte order mark, for Excel.")] = False,
    choice: Choice,
    data: Data = EMPTY,
    clock: Clock,
) -> None:
    """Write events in another format; CSV by default.

    Chooses the same events as `timeline show` does for the same words.
    """
    target = destination(output, paths(data))
    # The name of a stream says nothing.
    name = format_to_write(None if target and is_stream(target) else target, format_)
    if target is not None:
        check_collection(target, force=force)
    form = _format(name, for_csv=plain or bom)
    events = chosen(read(data), choice, query, clock, config(data))
    pieces = form.write(watched(events, total=len(events), what=f"writing {name}"), WriteOptions(plain=plain))
    _put(_encoded(pieces, bom=bom), target)


def _format(name: str, *, for_csv: bool) -> Format:
    """The format of that name; refused where what is asked is for CSV, and it is another."""
    if for_csv and name != "csv":
        raise UsageError(
            f"--plain and --bom are for CSV, and not for {name}", hint="leave them out, or add -f csv"
        )
    return FORMATS.load(name)


def _encoded(pieces: Iterator[str], *, bom: bool) -> Iterator[bytes]:
    """UTF-8, whatever the terminal's encoding is."""
    if bom:
        yield b"\xef\xbb\xbf"
    for piece in pieces:
        yield piece.encode()


def _put(pieces: Iterator[bytes], target: Path | None) -> None:
    """Write the file, or where there is none, standard output."""
    if target is not None:
        write_output(target, pieces)
        return
    sys.stdout.flush()
    terminal = sys.stdout.isatty()
    for piece in pieces:
        if terminal:
            sys.stdout.write(for_terminal(piece))
        else:
            sys.stdout.buffer.write(piece)
    sys.stdout.flush()

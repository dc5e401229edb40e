"""`timeline export`: write events in another format."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.collection import chosen, read
from timeline.cli.options import EMPTY, Choice, Clock, Data, FormatName, Query, composed, path_option
from timeline.cli.progress import watched
from timeline.errors import UsageError, harmless
from timeline.formats import FORMATS, format_of
from timeline.formats.format import WriteOptions
from timeline.store.replace import write_file


@composed(example="timeline export --since 2022 -o events.csv")
def export(
    query: Query = EMPTY,
    *,
    format_: FormatName = "",
    output: Annotated[
        Path | None, path_option("FILE", "Write FILE, and not standard output (-).", "--output", "-o")
    ] = None,
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
    name = format_ or format_of(output)
    written = FORMATS.load(name).write
    if (plain or bom) and name != "csv":
        raise UsageError(
            f"--plain and --bom are for CSV, and not for {name}", hint="leave them out, or add -f csv"
        )
    events = chosen(read(data), choice, query, clock, data)
    pieces = written(watched(events, total=len(events), what=f"writing {name}"), WriteOptions(plain=plain))
    encoded = _encoded(pieces, bom=bom)
    if output is None or str(output) == "-":
        _print(encoded)
    else:
        write_file(output, encoded)


def _encoded(pieces: Iterator[str], *, bom: bool) -> Iterator[bytes]:
    """UTF-8, whatever the terminal's encoding is."""
    if bom:
        yield b"\xef\xbb\xbf"
    for piece in pieces:
        yield piece.encode()


def _print(pieces: Iterator[bytes]) -> None:
    sys.stdout.flush()
    terminal = sys.stdout.isatty()
    for piece in pieces:
        if terminal:
            # A file may hold an escape; a terminal would obey it.
            lines = piece.decode().removesuffix("\n").removesuffix("\r").split("\n")
            sys.stdout.write("\n".join(map(harmless, lines)) + "\n")
        else:
            sys.stdout.buffer.write(piece)
    sys.stdout.flush()

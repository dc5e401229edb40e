"""Where a picture goes: the terminal at its width, a pager when it is long, or a pipe."""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from timeline.cli.child import interrupted, run_child
from timeline.errors import ExitCode

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WIDEST = 1000  # columns, as for --width
PIECE = 2048  # segments: some 500 events


def wants_ascii() -> bool:
    """Whether stdout, or a locale that says C in so many words, has ASCII only.

    Python gives UTF-8 to the C locale; whoever sets LC_ALL=C asks for less.
    """
    named = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG", "")
    return named in ("C", "POSIX") or not (sys.stdout.encoding or "").lower().replace("-", "").startswith(
        "utf"
    )


def is_piped() -> bool:
    """Whether stdout goes to a program or a file, and nobody says how wide a line may be."""
    return not sys.stdout.isatty() and not os.environ.get("COLUMNS")


def draw(picture: "RenderableType", *, width: int | None = None, no_color: bool = False, pager: bool) -> None:
    """Print the picture, in colour where a terminal has it; a long one goes through the pager.

    NO_COLOR and FORCE_COLOR are obeyed. Where there is no terminal, rich is not asked.
    """
    # Where something is drawn, it is there; not for --help.
    from timeline.views.drawn import Drawn  # noqa: PLC0415

    width = width or _said("COLUMNS", 80, WIDEST)
    if not _may_be_coloured() and isinstance(picture, Drawn):
        _write(picture.text(width or _found_width(), sys.stdout.encoding.lower()))
        return
    screen = _console(width, no_color=no_color)
    command = _pager() if pager and screen.is_terminal and sys.stdout.isatty() else None
    if command is None:
        _print(picture, screen)
        return
    with screen.capture() as captured:
        _print(picture, screen)
    text = captured.get()
    if text.count("\n") < screen.height:
        sys.stdout.write(text)
        return
    # As git does: less quits where one screen is enough, passes colours, and leaves the screen as it is. Whoever has
    # set LESS still needs the colours passed.
    if Path(command[0]).name == "less":
        command = [*command, "-R"]
    environment = {"LESS": "FRX", "LV": "-c"} | os.environ
    if interrupted(run_child(command, stdin=text.encode(errors="replace"), environment=environment)):
        raise typer.Exit(ExitCode.INTERRUPTED)


def _may_be_coloured() -> bool:
    """Whether stdout is a terminal, or somebody says that it is as good as one: what rich asks (force-color.org)."""
    return sys.stdout.isatty() or "FORCE_COLOR" in os.environ or "TTY_COMPATIBLE" in os.environ


def _found_width() -> int:
    """The columns of the terminal from which the command runs, wherever its output goes; 80 where there is none."""
    for descriptor in range(3):
        with suppress(OSError):
            return os.get_terminal_size(descriptor).columns or 80
    return 80


def _console(width: int | None, *, no_color: bool) -> "Console":
    """A console on stdout that leaves markup, emoji and highlighting alone."""
    from rich.console import Console  # noqa: PLC0415 - 15 ms, which a pipe need not wait for

    plain = no_color or bool(os.environ.get("NO_COLOR"))
    return Console(
        width=width,
        height=_said("LINES", 25, WIDEST),
        no_color=plain or None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _said(name: str, unknown: int, most: int) -> int | None:
    """How many columns or lines the environment says there are; None where it says nothing: then the terminal does.

    What is no number, or none above 0, says that it is not known. rich would draw in no columns, or in any number.
    """
    said = os.environ.get(name, "")
    if not said:
        return None
    if not re.fullmatch(r"0*[1-9][0-9]*", said, re.ASCII):
        return unknown
    digits = said.lstrip("0")
    return min(int(digits), most) if len(digits) < 10 else most


def _write(texts: Iterator[str]) -> None:
    """Write piece by piece as it is drawn."""
    while piece := "".join(islice(texts, PIECE)):
        sys.stdout.write(piece)


def _print(picture: "RenderableType", screen: "Console") -> None:
    """The same by rich, whose own print would wait for the last line."""
    from rich.segment import Segments  # noqa: PLC0415 - as above

    pieces = screen.render(picture)
    while piece := list(islice(pieces, PIECE)):
        screen.print(Segments(piece), crop=False, end="")


def _pager() -> list[str] | None:
    if os.environ.get("TERM", "dumb") in ("", "dumb"):  # nothing but lines: no program can page them
        return None
    try:
        words = shlex.split(os.environ.get("TIMELINE_PAGER") or os.environ.get("PAGER") or "less")
    except ValueError:  # a quotation that does not end: no pager
        return None
    return words if words and words != ["cat"] and shutil.which(words[0]) else None

"""Where a picture goes: the terminal at its width, a pager when it is long, or a pipe."""

import os
import re
import shlex
import shutil
import sys
from itertools import islice
from pathlib import Path

import typer
from rich.console import Console, RenderableType
from rich.segment import Segments

from timeline.cli.child import interrupted, run_child
from timeline.errors import ExitCode

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


def console(*, width: int | None = None, no_color: bool = False) -> Console:
    """A console on stdout that obeys NO_COLOR and FORCE_COLOR and leaves markup, emoji and highlighting alone."""
    plain = no_color or bool(os.environ.get("NO_COLOR"))
    return Console(
        width=width or _said("COLUMNS", 80, WIDEST),
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


def draw(picture: RenderableType, screen: Console, *, pager: bool) -> None:
    """Print the picture; a long one goes through the pager when stdout is a terminal."""
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


def _print(picture: RenderableType, screen: Console) -> None:
    """Print the picture piece by piece as it is drawn: rich's own print would wait for its last line."""
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

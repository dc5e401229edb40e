"""The command `timeline`: a table of commands, each imported when it runs, and the one place where errors become words."""

import os
import sys
from collections.abc import Callable
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from timeline import __version__
from timeline.cli.commands import COMMANDS, command
from timeline.cli.words import say_error, say_usage_error
from timeline.errors import ExitCode, TimelineError, Unavailable


class Deferred(TyperCommand):
    """A command known by name and help only, until it runs."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """The context of the real command, imported now."""
        # The settings know the store and the collection: not for `--version` and `--help`.
        from timeline.cli.settings import defaults  # noqa: PLC0415

        real = command(str(self.name))
        set_once = defaults(str(self.name), real, args)
        return real.make_context(info_name, args, parent=parent, default_map=set_once, **extra)


class Root(TyperGroup):
    """The group of all commands. It turns our errors into words and lets a closed pipe end quietly."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {
            name: Deferred(name, callback=None, help=help_) for name, (_, help_) in COMMANDS.items()
        }

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a mistake of the user's ends in words and its exit code."""
        try:
            return _flushed(super().invoke, ctx)
        except BrokenPipeError:  # the reader has gone
            _forget_stdout()
            raise typer.Exit(ExitCode.OK) from None
        except OSError as error:
            if error.filename is not None:  # a file that nobody has put into words
                raise
            _forget_stdout()
            reason = (error.strerror or str(error)).lower()
            say_error(Unavailable(f"standard output: cannot write it: {reason}"))
            raise typer.Exit(ExitCode.UNAVAILABLE) from None


def _flushed(invoke: Callable[[Any], Any], ctx: Any) -> Any:
    """What the command returns, once all that it printed is written."""
    try:
        return invoke(ctx)
    except TimelineError as error:
        say_error(error)
        raise typer.Exit(error.exit_code) from None
    finally:
        sys.stdout.flush()


def _forget_stdout() -> None:
    """Throw away what cannot be written: Python would complain once more when it flushes stdout at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def root() -> Any:
    """The root command, importing none of the others."""
    app = typer.Typer(cls=Root, rich_markup_mode=None)
    app.callback(epilog="\b\nExample:\n  timeline show --since 2022 --actor Japan")(timeline)
    return typer.main.get_command(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"timeline {__version__}")  # noqa: T201 - the cli prints
        raise typer.Exit


def timeline(
    *,
    version: Annotated[  # the callback answers
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Diplomatic-event timelines: honest dates, sources, plain text, and pictures in the terminal."""


def main() -> NoReturn:
    """Run `timeline` with the words at the prompt, and leave with its exit code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - as long as the process
    for stream in (sys.stdout, sys.stderr):
        # A character that the terminal's encoding lacks is drawn as "?", never a traceback.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        code = root().main(sys.argv[1:] or ["--help"], prog_name="timeline", standalone_mode=False)
    except typer.TyperException as error:
        say_usage_error(error, next((word for word in sys.argv[1:2] if word in COMMANDS), ""))
        code = ExitCode.USAGE
    except typer.Abort:
        print(file=sys.stderr)  # noqa: T201 - ends the line of the prompt
        code = ExitCode.INTERRUPTED
    sys.exit(code if isinstance(code, int) else ExitCode.OK)

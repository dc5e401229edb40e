"""The command `timeline`: a table of commands, each imported when it runs, and the one place where errors become words."""

import io
import os
import sys
from difflib import get_close_matches
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from timeline import __version__
from timeline.cli.commands import CHANGING, COMMANDS, HELP, VARIABLE, command
from timeline.cli.streams import STANDARD_OUTPUT, named_output
from timeline.cli.words import say_error
from timeline.errors import ExitCode, Refused, TimelineError, Unavailable, UsageError, shown

# What takes something away, or answers for a person: where one of these is nearest to what is misspelt, nothing is
# offered, lest a person agree before reading it.
DESTROYING = frozenset({"remove", "--force", "--yes", "--cascade"})


class Deferred(TyperCommand):
    """A command known by name and help only, until it runs."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """The context of the real command, imported now."""
        # The settings know the store and the collection: not for `--version` and `--help`.
        from timeline.cli.defaults import defaults  # noqa: PLC0415

        real = command(str(self.name))
        set_once = {} if extra.get("resilient_parsing") else defaults(str(self.name), real, args)
        return real.make_context(info_name, args, parent=parent, default_map=set_once, **extra)


class Root(TyperGroup):
    """The group of all commands."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {
            name: Deferred(name, callback=None, help=help_) for name, (_, help_) in COMMANDS.items()
        }

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is named; UsageError, with the one that may be meant, when there is none."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.commands, n=1)
            hint = f"did you mean {near[0]}?" if near and near[0] not in DESTROYING else "see timeline --help"
            raise UsageError(f"no such command {shown(args[0])}", hint=hint)
        return super().resolve_command(ctx, args)


def root() -> Any:
    """The root command, importing none of the others."""
    app = typer.Typer(cls=Root, add_completion=False, rich_markup_mode=None)
    app.callback(context_settings=HELP, epilog="\b\nExample:\n  timeline show --since 2022 --actor Japan")(
        timeline
    )
    return typer.main.get_command(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"timeline {__version__}")  # noqa: T201 - the cli prints
        raise typer.Exit


def _install_completion(shell: str) -> None:
    if shell:
        from timeline.cli.shells import install  # noqa: PLC0415 - 3 ms, for this option alone

        install(shell)
        raise typer.Exit


def _show_completion(shell: str) -> None:
    if shell:
        from timeline.cli.shells import script  # noqa: PLC0415 - as above

        print(script(shell), end="")  # noqa: T201 - the cli prints
        raise typer.Exit


def timeline(
    *,
    version: Annotated[  # the callback answers
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    install_completion: Annotated[
        str,
        typer.Option(
            metavar="[SHELL]",
            callback=_install_completion,
            show_default=False,
            help="Complete words in bash, zsh or fish: the shell in use, or SHELL.",
        ),
    ] = "",
    show_completion: Annotated[
        str,
        typer.Option(
            metavar="[SHELL]",
            callback=_show_completion,
            show_default=False,
            help="Print what --install-completion would keep.",
        ),
    ] = "",
) -> None:
    """Diplomatic-event timelines: honest dates, sources, plain text, and pictures in the terminal."""


def main() -> NoReturn:
    """Run `timeline` with the words at the prompt, and leave with its exit code."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - as long as the process
    for stream in (sys.stdout, sys.stderr):
        # A character that the terminal's encoding lacks is drawn as "?", never a traceback.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    if sys.stdout is sys.__stdout__ and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout = named_output(sys.stdout)
    try:
        code = _outcome(sys.argv[1:])
    except BrokenPipeError:  # the reader has gone
        _forget_stdout()
        code = ExitCode.OK
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        if error.filename == STANDARD_OUTPUT:
            _forget_stdout()
            hint = "what it changed stays changed: look before you run it again"
            changing = sys.argv[1:2] and sys.argv[1] in CHANGING
            say_error(
                Unavailable(f"{STANDARD_OUTPUT}: cannot write it: {reason}", hint=hint if changing else None)
            )
        else:  # a file that nobody has put into words; the system does not always say which
            say_error(Unavailable(f"{error.filename or 'a file'}: cannot be read or written: {reason}"))
        code = ExitCode.UNAVAILABLE
    sys.exit(code)


def _outcome(words: list[str]) -> int:
    """The exit code, once all that was printed is written. The one place where errors become words."""
    cli = root()
    try:
        if (
            "_TIMELINE_COMPLETE" in os.environ
        ):  # a script of the first release: its shell would run what it reads
            hint = "timeline --install-completion"
            raise Refused("this shell completes with the script of an earlier release", hint=hint)
        if shell := os.environ.get(VARIABLE):
            # Only when a shell asks: 60 ms.
            from timeline.cli.completion import reply  # noqa: PLC0415

            sys.stdout.write(reply(shell, words, cli, sys.stdout.encoding))
            return ExitCode.OK
        if words in (["--install-completion"], ["--show-completion"]):
            from timeline.cli.shells import shell_in_use  # noqa: PLC0415 - as above

            words = [*words, shell_in_use()]
        with cli.make_context("timeline", words or ["--help"]) as ctx:
            cli.invoke(ctx)
    except typer.Exit as stop:
        return stop.exit_code
    except TimelineError as error:
        say_error(error)
        return error.exit_code
    except typer.TyperException as error:
        from timeline.cli.usage import usage_error  # noqa: PLC0415 - as above

        say_error(usage_error(error, words, cli, DESTROYING))
        return ExitCode.USAGE
    except typer.Abort:
        print(file=sys.stderr)  # noqa: T201 - ends the line of the prompt
        return ExitCode.INTERRUPTED
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    finally:
        sys.stdout.flush()
    return ExitCode.OK


def _forget_stdout() -> None:
    """Throw away what cannot be written: Python would complain once more when it flushes stdout at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

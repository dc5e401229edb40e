"""What is said on stderr: errors with their hints, and notes."""

import sys
from typing import Any

import typer

from timeline.errors import QueryError, TimelineError, harmless


def note(text: str) -> None:
    """Say something that is neither an error nor output: which year was taken, that nothing matches."""
    print(harmless(text), file=sys.stderr)  # noqa: T201 - the cli prints


def say_error(error: TimelineError) -> None:
    """The error as the contract words it: message, the marked column of a query, hint."""
    sys.stdout.flush()
    note(error.message)
    if isinstance(error, QueryError):
        # One column a character, so that the caret stands under the culprit.
        line = "".join(char if char.isprintable() else "?" for char in error.text)
        note(f"  {line}")
        note(f"  {' ' * error.column}^")
    if error.hint:
        note(f"  hint: {error.hint}")


def say_usage_error(error: Any, command: str) -> None:
    """A mistake that the option parser found, in our words rather than Click's; `command` is the one that ran."""
    message, _, meant = error.format_message().partition(" Did you mean ")
    message, _, _ = message.partition(" (Possible options:")
    note(_lower(message).replace("'", '"').rstrip("."))
    option = getattr(error, "option_name", None)
    near = getattr(error, "possibilities", None)
    if near or meant:
        note(f"  hint: did you mean {near[0] if near else meant.strip(chr(39) + '?')}?")
    elif option and not option.startswith("--"):
        note("  hint: a word that begins with \"-\" is an option; quote the query, as in 'talks -tag:rally'")
    else:
        note(f"  hint: see timeline {command} --help" if command else "  hint: see timeline --help")


def ask(question: str) -> str:
    """What a person answers at the terminal. Asked on stderr, so that stdout is left to programs.

    Typer's own prompt writes part of itself to stdout.
    """
    print(f"{question}: ", end="", file=sys.stderr, flush=True)  # noqa: T201 - the cli prints
    answer = sys.stdin.readline()
    if not answer:
        raise typer.Abort
    return answer.strip()


def agree(question: str, *, default: bool = False) -> bool:
    """Whether a person answers yes."""
    answer = ask(f"{question} [{'Y/n' if default else 'y/N'}]").casefold()
    return answer in ("y", "yes") if answer else default


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]

"""What is said on stderr: errors with their hints, and notes."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import typer

from timeline.errors import QueryError, TimelineError, harmless, shown

_SEEN = 60  # characters of a query on either side of what is wrong in it
_TOLD = 100  # errors of one run; who has more has one mistake many times


def note(text: str) -> None:
    """Say something that is neither an error nor output: which year was taken, that nothing matches."""
    with suppress(OSError):  # of a stderr that cannot be written, nobody can be told
        print(harmless(text), file=sys.stderr)  # noqa: T201 - the cli prints


def say_error(error: TimelineError) -> None:
    """The error as the contract words it: message, the marked column of a query, hint."""
    sys.stdout.flush()
    note(error.message)
    if isinstance(error, QueryError):
        # Only here: 3 ms that no other message needs.
        from rich.cells import cell_len  # noqa: PLC0415

        line = "".join(char if char.isprintable() else "?" for char in error.text)
        start = max(error.column - _SEEN, 0)
        before, after = line[start : error.column], line[error.column : error.column + _SEEN]
        before = f"…{before}" if start else before
        note(f"  {before}{after}{'…' if error.column + _SEEN < len(line) else ''}")
        note(f"  {' ' * cell_len(before)}^")
    if error.hint:
        note(f"  hint: {error.hint}")


def say_all(errors: Sequence[TimelineError], *, more: int = 0) -> NoReturn:
    """Say every error, and end with the last: many mistakes of a file are told in one run.

    There were `more` that are not among these.
    """
    _say_but_last(errors, more)
    raise errors[-1]


def say_some(errors: Sequence[TimelineError], *, more: int = 0) -> None:
    """Say errors as `say_all` does, and go on."""
    _say_but_last(errors, more)
    say_error(errors[-1])


def _say_but_last(errors: Sequence[TimelineError], more: int) -> None:
    for error in errors[: min(_TOLD, len(errors)) - 1]:
        say_error(error)
    if len(errors) + more > _TOLD:
        note(f"… {len(errors) + more - _TOLD} more, and the last:")


def refusal(value: str, kind: Any) -> str:
    """Why a value is none of an option's type, as the parser knows the type; "" where it is one.

    >>> from types import SimpleNamespace
    >>> refusal("ten", SimpleNamespace(name="int range", min=40, max=1000))
    '"ten" is not a whole number'
    """
    if choices := getattr(kind, "choices", ()):
        return "" if value in choices else f"{shown(value)} is not one of {', '.join(map(shown, choices))}"
    number = {"int": int, "float": float}.get(kind.name.partition(" ")[0])
    if number is None:
        return ""
    try:
        read = number(value)
    except ValueError:
        return f"{shown(value)} is not a {'whole ' if number is int else ''}number"
    low, high = kind.min, kind.max
    if low is not None and high is not None and not low <= read <= high:
        return f"{read} is not between {low} and {high}"
    return f"{read} is less than {low}" if low is not None and read < low else ""


def ask(question: str) -> str:
    """What a person answers at the terminal. Asked on stderr, so that stdout is left to programs.

    Typer's own prompt writes part of itself to stdout.
    """
    print(f"{question}: ", end="", file=sys.stderr, flush=True)  # noqa: T201 - the cli prints
    try:
        answer = sys.stdin.readline()
    except KeyboardInterrupt:
        print(file=sys.stderr)  # noqa: T201 - ends the line of the prompt
        raise
    if not answer:
        raise typer.Abort
    return answer.strip()


def agree(question: str, *, default: bool = False) -> bool:
    """Whether a person answers yes."""
    answer = ask(f"{question} [{'Y/n' if default else 'y/N'}]").casefold()
    return answer in ("y", "yes") if answer else default

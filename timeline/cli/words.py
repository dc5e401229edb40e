"""What is said on stderr: errors with their hints, and notes."""

import re
import sys
from collections.abc import Container, Sequence
from contextlib import suppress
from typing import Any, NoReturn

import typer

from timeline.errors import QueryError, TimelineError, harmless

_SEEN = 60  # characters of a query on either side of what is wrong in it
_TOLD = 100  # errors of one run; who has more has one mistake many times
_IN_OUR_WORDS = (  # what the option parser says of a value, and what we say
    (r"'([^']*)'", r'"\1"'),
    (r"is not a valid (int range|integer)", "is not a whole number"),
    (r"is not a valid float( range)?", "is not a number"),
    (r"is not in the range (\S+)<=x<=([^\s.]+)", r"is not between \1 and \2"),
    (r"is not in the range x>=([^\s.]+)", r"is less than \1"),
)


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


def say_all(errors: Sequence[TimelineError]) -> NoReturn:
    """Say every error, and end with the last: many mistakes of a file are told in one run."""
    for error in errors[: min(_TOLD, len(errors)) - 1]:
        say_error(error)
    if len(errors) > _TOLD:
        note(f"… {len(errors) - _TOLD} more, and the last:")
    raise errors[-1]


def say_usage_error(error: Any, command: str, unsaid: Container[str] = ()) -> None:
    """A mistake that the option parser found, in our words rather than Click's; `command` is the one that ran.

    Where the option nearest to a misspelt one is among the `unsaid`, none is offered.
    """
    message, _, _ = error.format_message().partition(" Did you mean ")
    message, _, _ = message.partition(" (Possible options:")
    note(in_our_words(message))
    option = getattr(error, "option_name", None)
    near = getattr(error, "possibilities", None)
    begun = _begun(option, error.ctx) if option and near else ()
    if begun:
        note(f"  hint: one of: {', '.join(begun)}")
    elif near and near[0] not in unsaid:
        note(f"  hint: did you mean {near[0]}?")
    elif option and not option.startswith("--"):
        asks = command in ("show", "export")
        way = "quote the query, as in 'talks -tag:rally'" if asks else "put -- before it where it is none"
        note(f'  hint: a word that begins with "-" is an option; {way}')
    else:
        note(f"  hint: see timeline {command} --help" if command else "  hint: see timeline --help")


def in_our_words(message: str) -> str:
    """What the option parser says, in lower case, with our quotation marks, and of numbers as people speak of them.

    >>> in_our_words("'ten' is not a valid int range."), in_our_words("10 is not in the range 40<=x<=1000.")
    ('"ten" is not a whole number', '10 is not between 40 and 1000')
    """
    for theirs, ours in _IN_OUR_WORDS:
        message = re.sub(theirs, ours, message)
    return (message[:1].lower() + message[1:]).rstrip(".")


def _begun(option: str, context: Any) -> Sequence[str]:
    """The options of which a word that is none is the first part: --source-title and its like, of --source."""
    options = (one for parameter in context.command.params for one in parameter.opts) if context else ()
    return tuple(one for one in options if one.startswith(f"{option}-"))


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

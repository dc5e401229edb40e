"""What `timeline.toml` sets once for all: what an option is when it is not given."""

from collections.abc import Iterator, Mapping, Sequence
from os import environ, pathsep
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from timeline.cli.commands import COMMANDS, command
from timeline.cli.settings import config
from timeline.cli.words import refusal
from timeline.errors import InvalidData, shown
from timeline.query.spelling import nearest

if TYPE_CHECKING:
    from timeline.config import Config, Default

# What may be set once for all: options that choose how something is read, ordered or drawn. Never one that writes,
# names a file or a program, forces or answers: whoever gives away a folder would decide for whoever reads it.
SETTABLE = frozenset(
    (
        *("view", "by", "top", "labels", "columns", "per", "scale", "order", "reverse", "context", "width"),
        *("ascii", "no-color", "no-pager", "narrative", "all", "bom"),
        *("day-first", "month-first", "century", "language"),
    )
)


def defaults(name: str, command: Any, words: Sequence[str]) -> dict[str, object]:
    """What the options of a command are when they are not given, by the names of its parameters."""
    options = _options(command)
    found = config(_data(words)) if SETTABLE & options.keys() else None
    if found is None:
        return {}
    asked = [
        one for one in found.defaults if one.command == name or (not one.command and one.option in options)
    ]
    # What a command says of itself comes last, and stands.
    return dict(_set(one, options) for one in sorted(asked, key=lambda one: one.command))


def mistaken_defaults(found: "Config") -> Iterator[InvalidData]:
    """The defaults that could not be taken."""
    for one in found.defaults:
        try:
            if one.command and one.command not in COMMANDS:
                hint = nearest(one.command, tuple(COMMANDS))
                raise InvalidData(
                    f"{shown(one.command)} is no command", hint=hint, path=one.path, line=one.line
                )
            _set(one, _options(command(one.command or "show")))
        except InvalidData as error:
            yield error


def _options(command: Any) -> dict[str, Any]:
    return {option.removeprefix("--"): one for one in command.params for option in one.opts}


def _set(default: "Default", options: Mapping[str, Any]) -> tuple[str, object]:
    """The parameter and its value; InvalidData where there is no such option, or no file may set it, or not so."""
    named, path, line = f"{default.command or 'dates'}.{default.option}", default.path, default.line
    if default.option not in SETTABLE & options.keys():
        known = sorted(SETTABLE & options.keys())
        hint = (
            f"what chooses how events are read, ordered or drawn can: {', '.join(known)}" if known else None
        )
        if known and default.option not in options:
            hint = nearest(default.option, known)
        raise InvalidData(f"{named} cannot be set once for all", hint=hint, path=path, line=line)
    words = _words(default.option)
    if words and default.value not in words:
        raise InvalidData(
            f"{named} is {shown(str(default.value))}",
            hint=f"one of: {', '.join(words)}",
            path=path,
            line=line,
        )
    parameter, written = options[default.option], str(default.value)
    try:
        return parameter.name, parameter.type.convert(written, parameter, None)
    except typer.BadParameter:
        wrong = refusal(written, parameter.type) or f"{shown(written)} is neither true nor false"
        raise InvalidData(
            f"{named}: {wrong}", hint="write what the option takes", path=path, line=line
        ) from None


def _words(option: str) -> Sequence[str]:
    """The words of which one is the value of an option; none where it is something else."""
    # Only for those who set something: the tables are those by which the commands themselves judge.
    from timeline.query.select import ORDERS  # noqa: PLC0415
    from timeline.views import VIEWS  # noqa: PLC0415
    from timeline.views.buckets import PERIODS  # noqa: PLC0415
    from timeline.views.options import WORDS  # noqa: PLC0415

    tables: Mapping[str, Sequence[str]] = {
        "view": tuple(VIEWS),
        "per": tuple(PERIODS),
        "order": tuple(ORDERS),
        **WORDS,
    }
    return tables.get(option, ())


def _data(words: Sequence[str]) -> list[Path]:
    """The collections that the words of a command name, as far as can be told before they are parsed."""
    found: list[Path] = []
    named = environ.get("TIMELINE_DATA", "")
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--":
            break
        if word in ("--data", "-d"):
            found.append(Path(following))
        elif word.startswith("--data="):
            found.append(Path(word.removeprefix("--data=")))
        elif word.startswith("-d") and not word.startswith("--"):
            found.append(Path(word[2:]))
    return found or [Path(path) for path in named.split(pathsep) if path]

"""What `timeline.toml` says, beside the collections in question and in the user's configuration folder."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from os import environ, pathsep
from os.path import exists, isdir
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from timeline.cli.collection import paths
from timeline.errors import InvalidData, TimelineError, shown
from timeline.query.spelling import nearest

if TYPE_CHECKING:
    from timeline.config import Config, Default

FILE_NAME = "timeline.toml"

# What may be set once for all: options that choose how something is read, ordered or drawn. Never one that writes,
# names a file or a program, forces or answers: whoever gives away a folder would decide for whoever reads it.
SETTABLE = frozenset(
    (
        *(
            "view",
            "by",
            "per",
            "scale",
            "order",
            "reverse",
            "context",
            "width",
            "ascii",
            "no-color",
            "no-pager",
        ),
        *("day-first", "month-first", "narrative", "all", "bom"),
    )
)


def config_files(data: Sequence[Path]) -> list[Path]:
    """The files that are there: beside each collection or in its folder, then the user's own."""
    try:
        folders = [path if isdir(path) else path.parent for path in paths(data)]  # noqa: PTH112 - Path's own raises for a name that is too long
    except TimelineError:  # no collection: the command will say so
        folders = []
    own = Path(typer.get_app_dir("timeline"))
    files = (folder / FILE_NAME for folder in dict.fromkeys((*folders, own)))
    return [file for file in files if exists(file)]  # noqa: PTH110 - likewise


def config(data: Sequence[Path]) -> "Config | None":
    """What the files say; None where there is none. Raises the first mistake in them."""
    files = config_files(data)
    if not files:
        return None
    # tomllib, the states and the names: 15 ms, for collections that have such a file.
    from timeline.config import read_config  # noqa: PLC0415

    return read_config(files)


def defaults(name: str, command: Any, words: Sequence[str]) -> dict[str, object]:
    """What the options of a command are when they are not given, by the names of its parameters."""
    options = _options(command)
    found = config(_data(words)) if SETTABLE & options.keys() else None
    return dict(_set(one, options) for one in found.defaults if one.command == name) if found else {}


def mistaken_defaults(
    found: "Config", names: Collection[str], command: Callable[[str], Any]
) -> Iterator[InvalidData]:
    """The defaults that could not be taken; `names` are those of all commands, and `command` gives one."""
    for one in found.defaults:
        try:
            if one.command not in names:
                hint = nearest(one.command, tuple(names))
                raise InvalidData(f"{one.place}: {shown(one.command)} is no command", hint=hint)
            _set(one, _options(command(one.command)))
        except InvalidData as error:
            yield error


def _options(command: Any) -> dict[str, Any]:
    return {option.removeprefix("--"): one for one in command.params for option in one.opts}


def _set(default: "Default", options: Mapping[str, Any]) -> tuple[str, object]:
    """The parameter and its value; InvalidData where there is no such option, or no file may set it, or not so."""
    named = f"{default.place}: {default.command}.{default.option}"
    if default.option not in SETTABLE & options.keys():
        known = ", ".join(sorted(SETTABLE & options.keys()))
        hint = f"what chooses how events are read, ordered or drawn can: {known}" if known else None
        raise InvalidData(f"{named} cannot be set once for all", hint=hint)
    words = _words(default.option)
    if words and default.value not in words:
        raise InvalidData(f"{named} is {shown(str(default.value))}", hint=f"one of: {', '.join(words)}")
    parameter = options[default.option]
    try:
        return parameter.name, parameter.type.convert(default.value, parameter, None)
    except typer.BadParameter as error:
        raise InvalidData(f"{named}: {error.message}", hint="write what the option takes") from None


def _words(option: str) -> Sequence[str]:
    """The words of which one is the value of an option; none where it is something else."""
    # Only for those who set something: the tables are those by which the commands themselves judge.
    from timeline.query.lanes import LANES  # noqa: PLC0415
    from timeline.query.select import ORDERS  # noqa: PLC0415
    from timeline.views import VIEWS  # noqa: PLC0415
    from timeline.views.buckets import PERIODS  # noqa: PLC0415

    tables: Mapping[str, Sequence[str]] = {
        "view": tuple(VIEWS),
        "by": tuple(LANES),
        "per": tuple(PERIODS),
        "order": tuple(ORDERS),
        "scale": ("broken", "linear"),
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

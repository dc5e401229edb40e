"""What `timeline.toml` says, beside the collections in question and in the user's configuration folder."""

from collections.abc import Mapping, Sequence
from os.path import exists
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from timeline.cli.collection import named
from timeline.errors import TimelineError
from timeline.store.files import SETTINGS_NAME, settings_beside

if TYPE_CHECKING:
    from timeline.config import Config


def config_files(data: Sequence[Path]) -> list[Path]:
    """The files that are there: beside each collection or in its folder, then the user's own."""
    try:
        files = settings_beside(named(data))
    except TimelineError:  # no collection: the command will say so
        files = ()
    own = Path(typer.get_app_dir("timeline")) / SETTINGS_NAME
    return [file for file in dict.fromkeys((*files, own)) if exists(file)]  # noqa: PTH110 - Path's own raises for a name that is too long


def preset_folder() -> Path:
    """Where the presets of the user's own are."""
    return Path(typer.get_app_dir("timeline")) / "presets"


def own_presets() -> list[Path]:
    """The presets of the user's own, by name."""
    return sorted(preset_folder().glob("*.toml"))


def config(data: Sequence[Path]) -> "Config | None":
    """What the files say; None where there is none. Raises the first mistake in them."""
    files = config_files(data)
    if not files:
        return None
    # tomllib, the states and the names: 15 ms, for collections that have such a file.
    from timeline.config import read_config  # noqa: PLC0415

    return read_config(files)


def asked(values: Mapping[str, object], settings: "Config | None") -> list[str]:
    """The options that somebody asks for, of those with these values: not what `[defaults]` says that they are when nobody does."""
    said = {(one.option, str(one.value)) for one in settings.defaults} if settings else ()
    return [name for name, value in values.items() if value and (name, str(value)) not in said]

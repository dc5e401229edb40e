"""What `timeline check` goes by: all is read before anything is written, so that no check fails once there are repairs."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from timeline.checks.finding import Finding
from timeline.checks.naming import mistakes_of_config, mistakes_of_presets
from timeline.checks.survey import Further
from timeline.cli.collection import paths
from timeline.cli.defaults import mistaken_defaults
from timeline.cli.settings import config_files, own_presets
from timeline.errors import TimelineError
from timeline.naming import NO_NAMES, Names
from timeline.store.files import FileState, contents_of
from timeline.tuples import NamedTuple


class Material(NamedTuple):
    """What a check goes by; today is a day number. `unread` says why articles are not searched."""

    today: int
    contents: Mapping[Path, Sequence[tuple[Path, bytes, FileState]]]
    names: Names = NO_NAMES
    mistakes: Sequence[Finding] = ()
    further: Sequence[Further] = ()
    unread: Sequence[TimelineError] = ()


def material(data: Sequence[Path], archive: Path | None, today: int) -> Material:
    """The files of each collection, what `timeline.toml` says, and the archived articles."""
    contents = {path: tuple(contents_of(path)) for path in paths(data)}
    further, unread = _quotes(archive, today)
    names, mistakes = _settings(data)
    return Material(today, contents, names, [*mistakes, *_presets()], further, unread)


def _settings(data: Sequence[Path]) -> tuple[Names, list[Finding]]:
    """The names that `timeline.toml` gives, and all that is wrong with it."""
    files = config_files(data)
    if not files:
        return NO_NAMES, []
    # tomllib and the reader: 8 ms, for collections that have such a file.
    from timeline.config import Mistakes, checked_config  # noqa: PLC0415

    mistakes = Mistakes()
    settings = checked_config(files, mistakes)
    mistakes.wrong.extend(mistaken_defaults(settings))
    return settings.names, list(mistakes_of_config(mistakes))


def _presets() -> list[Finding]:
    """All that is wrong with the presets of the user's own."""
    files = own_presets()
    if not files:
        return []
    # What reads tables: 20 ms, for those who have presets.
    from timeline.formats.preset import checked_preset  # noqa: PLC0415

    mistakes: list[TimelineError] = []
    for file in files:
        checked_preset(file, mistakes)
    return mistakes_of_presets(mistakes)


def _quotes(archive: Path | None, today: int) -> tuple[Sequence[Further], Sequence[TimelineError]]:
    """What the archived articles say against the quotes of an event, and why some are not searched."""
    if archive is None:
        return (), ()
    # Reading articles costs 40 ms to import, and most checks read none.
    from timeline.drafts.archive import archived_texts  # noqa: PLC0415
    from timeline.drafts.quotes import quote_problems  # noqa: PLC0415

    texts, unread = archived_texts(archive)
    return [partial(quote_problems, articles=texts, today=today)], unread

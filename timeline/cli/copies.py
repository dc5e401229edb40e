"""The kept copies that a check looks into, and what is said of those that cannot be read."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from timeline.checks.reading import CheckedFile
from timeline.checks.survey import Further
from timeline.cli.progress import watched
from timeline.drafts.copies import copy_problems, examine, quotes_by_copy
from timeline.errors import TimelineError
from timeline.store.files import folder_of


def looked_into(
    collections: Mapping[Path, Sequence[CheckedFile]],
) -> tuple[Further, list[TimelineError]]:
    """What tells the problems of an event's copies, each copy read once; and why quotes were not looked for in some."""
    folders = {file.path: folder_of(path) for path, files in collections.items() for file in files}
    wanted = quotes_by_copy(
        (one.event, folders[file.path])
        for files in collections.values()
        for file in files
        for one in file.records
        if one.event
    )
    each = watched(wanted.items(), total=len(wanted), what="reading kept copies")
    examined = {path: examine(path, quotes) for path, quotes in each}
    unread = [one.unread for one in examined.values() if one.unread]
    return partial(copy_problems, folders=folders, examined=examined), unread

"""Words of tables for the shell to offer, where they lean on what is typed, and the revisions of a repository."""

from os import environ
from typing import Any

from timeline.cli.completing import TYPED
from timeline.cli.value_completion import collections, own
from timeline.errors import TimelineError, harmless
from timeline.formats import going
from timeline.query.lanes import LANES
from timeline.store.revision import named_revisions
from timeline.views.columns import COLUMNS
from timeline.views.options import WORDS


def revisions(ctx: Any) -> list[str]:
    """The branches and tags of the repository that the collection is in; none where there is no collection."""
    try:
        collection, *_ = collections(ctx)
        return [name for name in named_revisions(collection, environ) if name == harmless(name)]
    except (TimelineError, OSError):
        return []


def formats(ctx: Any) -> list[str]:
    """The names of the formats that the command can read, or write."""
    return going("in" if ctx.info_name == "import" else "out")


def presets(_ctx: Any) -> list[str]:
    """The names of the presets."""
    from timeline.cli.mapped import preset_names  # noqa: PLC0415 - 25 ms, which the command that asks has

    return preset_names()


def lanes(ctx: Any) -> list[str]:
    """What lanes can be made of, fields of the user's own as well, behind the one that is typed."""
    before, comma, typed = ctx.meta[TYPED].rpartition(",")
    return [f"{before}{comma}{name}" for name in (*LANES, *own(ctx, typed))]


def columns(ctx: Any) -> list[str]:
    """The columns a table can have, behind those that are typed."""
    before, comma, _ = ctx.meta[TYPED].rpartition(",")
    return [f"{before}{comma}{name}" for name in COLUMNS]


def scales(_ctx: Any) -> list[str]:
    """The scales of lanes."""
    return list(WORDS["scale"])


def labels(_ctx: Any) -> list[str]:
    """What may stand beside the marks of lanes."""
    return list(WORDS["labels"])

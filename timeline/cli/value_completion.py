"""What a collection and its `timeline.toml` have for the shell to offer: ids, names, fields of the user's own, saved queries."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.cli.collection import indexes, named
from timeline.cli.completing import TYPED
from timeline.cli.settings import config
from timeline.errors import TimelineError, harmless
from timeline.folding import fold
from timeline.store.values import values_of

if TYPE_CHECKING:
    from timeline.config import Config


def ids(ctx: Any) -> list[str]:
    """The ids of the collection."""
    return known(ctx, "id", ctx.meta[TYPED])


def actors(ctx: Any) -> list[str]:
    """Every actor of the collection, and every name of one that `timeline.toml` names."""
    return known(ctx, "actors", ctx.meta[TYPED])


def tags(ctx: Any) -> list[str]:
    """Every tag of the collection."""
    return known(ctx, "tags", ctx.meta[TYPED])


def kinds(ctx: Any) -> list[str]:
    """Every kind of the collection."""
    return known(ctx, "kind", ctx.meta[TYPED])


def places(ctx: Any) -> list[str]:
    """Every place of the collection, and every name of one that `timeline.toml` names."""
    return known(ctx, "place", ctx.meta[TYPED])


def names(ctx: Any) -> list[str]:
    """The names that can be renamed, of what is typed before."""
    from timeline.upkeep.renaming import FIELDS  # noqa: PLC0415 - the command that asks has it

    what = ctx.params.get("what") or ""
    return _stored(ctx, FIELDS[what], ctx.meta[TYPED]) if what in FIELDS else []


def own(ctx: Any, typed: str) -> list[str]:
    """The fields of the user's own in the collection, that begin as typed."""
    return _stored(ctx, "", typed)


def known(ctx: Any, field: str, typed: str) -> list[str]:
    """The values of a field that begin as typed; actors and places by every name that `timeline.toml` has for them."""
    settings = _config(ctx) if field in ("actors", "place") else None
    if settings is None:
        return _stored(ctx, field, typed)
    called = settings.names.actors if field == "actors" else settings.names.places
    return _harmless({*_stored(ctx, field, typed), *(text for one in called for text in one.spellings)})


def saved(ctx: Any) -> list[str]:
    """The names of the saved queries."""
    settings = _config(ctx)
    return [*settings.queries] if settings else []


def collections(ctx: Any) -> list[Path]:
    """The collections that are named on the line, or the nearest one."""
    return named([Path(path) for path in ctx.params.get("data") or ()])


def _config(ctx: Any) -> "Config | None":
    """What the `timeline.toml` of the collections says; nothing, quietly, when it cannot be read."""
    try:
        return config(collections(ctx))
    except (TimelineError, OSError):
        return None


def _stored(ctx: Any, field: str, typed: str) -> list[str]:
    """The different values among the collection's records that begin as typed; nothing, quietly, when it cannot be read."""
    folder = None if ctx.params.get("no_index") else indexes()
    try:
        return _harmless(values_of(collections(ctx), field, fold(typed), folder))
    except (TimelineError, OSError):
        return []


def _harmless(values: set[str]) -> list[str]:
    """The values in order. One with a control character is never offered: a terminal would obey it."""
    return sorted(value for value in values if value == harmless(value))

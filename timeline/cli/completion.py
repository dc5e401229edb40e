"""What the shell offers while a person types: ids, actors, tags, kinds and places of the collection."""

import re
from collections.abc import Callable, Iterable
from os import environ
from pathlib import Path
from typing import Any

from timeline.cli.topics import TOPICS
from timeline.errors import TimelineError, harmless
from timeline.formats import FORMATS
from timeline.model import STATUSES, Record, Value
from timeline.query.lanes import LANES
from timeline.query.select import ORDERS
from timeline.store.files import find_collection
from timeline.store.read import read_records
from timeline.views import VIEWS
from timeline.views.buckets import PERIODS

_special = re.compile(r"[^\w@%+=:,./-]")


def ids(ctx: Any) -> list[str]:
    """The ids of the collection."""
    return _values(ctx, lambda record: [record.get("id", "")])


def actors(ctx: Any) -> list[str]:
    """Every actor of the collection."""
    return _values(ctx, lambda record: _listed(record.get("actors", [])))


def tags(ctx: Any) -> list[str]:
    """Every tag of the collection."""
    return _values(ctx, lambda record: _listed(record.get("tags", [])))


def kinds(ctx: Any) -> list[str]:
    """Every kind of the collection."""
    return _values(ctx, lambda record: [record.get("kind", "")])


def places(ctx: Any) -> list[str]:
    """Every place of the collection."""
    return _values(ctx, lambda record: [record.get("place", "")])


def statuses(_ctx: Any) -> list[str]:
    """The words a status can be."""
    return list(STATUSES)


def orders(_ctx: Any) -> list[str]:
    """The keys by which events can be ordered."""
    return list(ORDERS)


def formats(_ctx: Any) -> list[str]:
    """The names of the formats."""
    return list(FORMATS)


def views(_ctx: Any) -> list[str]:
    """The names of the views."""
    return list(VIEWS)


def lanes(_ctx: Any) -> list[str]:
    """What lanes can be made of."""
    return list(LANES)


def periods(_ctx: Any) -> list[str]:
    """What density can be counted per."""
    return list(PERIODS)


def scales(_ctx: Any) -> list[str]:
    """The scales of lanes."""
    return ["broken", "linear"]


def topics(_ctx: Any) -> list[str]:
    """What there is help about."""
    return list(TOPICS)


def _values(ctx: Any, values: Callable[[Record], Iterable[Value]]) -> list[str]:
    """The different values among the collection's records; nothing, quietly, when it cannot be read."""
    try:
        paths = [Path(path) for path in ctx.params.get("data") or ()] or [find_collection(Path.cwd())]
        records = read_records(paths)
    except (TimelineError, OSError):
        return []
    found = {value for record in records for value in values(record) if isinstance(value, str) and value}
    return sorted(_as_typed(value) for value in found if value == harmless(value))


def _as_typed(value: str) -> str:
    """The value as it is typed at a prompt: bash inserts what it is given as it stands, other shells quote it."""
    return _special.sub(r"\\\g<0>", value) if environ.get("_TIMELINE_COMPLETE") == "complete_bash" else value


def _listed(value: Value) -> Iterable[Value]:
    return [value] if isinstance(value, str) else value

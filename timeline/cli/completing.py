"""Values for the shell to offer, looked up only when it asks."""

from collections.abc import Callable
from typing import Any

from timeline.registry import Registry

TYPED = "timeline.typed"  # under which a context's `meta` tells what has been typed of a value
# The sorts of values: words of a table, or a function that gives them for the context of a command.
VALUES: Registry[Any] = Registry(
    "value",
    {
        **{
            name: f"timeline.cli.value_completion:{name}"
            for name in ("ids", "actors", "tags", "kinds", "places", "names")
        },
        **{
            name: f"timeline.cli.word_completion:{name}"
            for name in ("revisions", "formats", "presets", "lanes", "columns", "scales", "labels")
        },
        "queries": "timeline.cli.query_completion:queries",
        "engines": "timeline.engine:ENGINES",
        "statuses": "timeline.record:STATUSES",
        "orders": "timeline.query.select:ORDERS",
        "views": "timeline.views:VIEWS",
        "periods": "timeline.views.buckets:PERIODS",
        "topics": "timeline.cli.topics:TOPICS",
        "renamable": "timeline.upkeep.renaming:FIELDS",
    },
)


def completed(name: str) -> Callable[[Any], list[str]] | None:
    """A completer that offers the values of that sort; None without a name.

    What knows them needs the store, the formats or the views, which no command should pay to parse its options.
    """
    if not name:
        return None

    def complete(ctx: Any) -> list[str]:
        values = VALUES.load(name)
        return [*(values(ctx) if callable(values) else values)]

    return complete

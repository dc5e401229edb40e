"""Values for the shell to offer, looked up only when it asks."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

TYPED = "timeline.typed"  # under which a context's `meta` tells what has been typed of a value


def completed(name: str) -> Callable[[Any], list[str]] | None:
    """A completer that calls the function of that name in `timeline.cli.completion`; None without a name.

    That module needs the store, the formats and the views: 60 ms that no command should pay to parse its options.
    """
    if not name:
        return None

    def complete(ctx: Any) -> list[str]:
        values: list[str] = getattr(import_module("timeline.cli.completion"), name)(ctx)
        return values

    return complete

"""The one resolver: from a rule's name to what its expressions mean."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType

from timeline.drafts.reading import Found, Reading, Setting

Resolver = Callable[[Found, Setting], Reading | None]
# Imported when the first text is read: 15 ms, which a command that reads none should not pay.
_ROOMS = (
    *(
        "resolve_calendar",
        "resolve_months",
        "resolve_years",
        "resolve_spans",
        "resolve_relative",
        "resolve_weekdays",
    ),
    *(
        "resolve_ago",
        "resolve_lengths",
        "resolve_clock",
        "feasts",
        "resolve_joined",
        "resolve_parts",
        "resolve_pairs",
    ),
)


def resolver(name: str) -> Resolver:
    """The function that knows what the rule's expressions mean; KeyError when there is none.

    >>> resolver("bare_weekday").__name__
    'bare_weekday'
    """
    for room in _rooms():
        found = vars(room).get(name)
        if found is not None and callable(found):
            return found  # type: ignore[no-any-return]
    raise KeyError(name)


def _rooms() -> list[ModuleType]:
    return [import_module(f"timeline.drafts.{room}") for room in _ROOMS]

"""Diplomatic-event timelines: honest dates, sources, plain text, and pictures in the terminal.

The names below are what a notebook or a script may rely on; each is imported when it is asked for.

>>> import timeline
>>> timeline.parse_date("c. March 1950")
EventDate('1950-03~')
"""

TYPE_CHECKING = False  # as typing has it, whose import takes 9 ms of `timeline --version`
if TYPE_CHECKING:
    from timeline.collection import Collection, draft, load, parse_date
    from timeline.dates.event_date import EventDate
    from timeline.errors import TimelineError
    from timeline.model import Event, Source

__version__ = "0.1.0"
__all__ = ["Collection", "Event", "EventDate", "Source", "TimelineError", "draft", "load", "parse_date"]

# A command pays for none of them: `timeline --version` is 0.7 of `import typer`, and they are as much again.
_HOMES = {
    "Collection": "timeline.collection",
    "Event": "timeline.model",
    "EventDate": "timeline.dates.event_date",
    "Source": "timeline.model",
    "TimelineError": "timeline.errors",
    "draft": "timeline.collection",
    "load": "timeline.collection",
    "parse_date": "timeline.collection",
}


if not TYPE_CHECKING:  # or every misspelt name would have a type

    def __getattr__(name: str) -> object:
        """One of the public names, from the module in which it lives."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - 1 ms

        return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """What is here, and what would be if it were asked for."""
    return sorted({*globals(), *_HOMES})

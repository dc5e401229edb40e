"""The table of commands, each imported when it is asked for."""

import re
from typing import Any

import typer
from typer.core import TyperCommand

from timeline.cli.roles import Role, roles
from timeline.registry import Registry

# Help is told from here, so that `timeline --help` imports no command; a test holds each line to the docstring.
COMMANDS: dict[str, tuple[str, str]] = {
    "show": ("timeline.cli.show:show", "Filter, order and draw events."),
    "add": ("timeline.cli.add:add", "Put one event into the collection, and print its id."),
    "edit": ("timeline.cli.edit:edit", "Change fields of events, or open them in $EDITOR."),
    "remove": ("timeline.cli.remove:remove", "Take events out, and nothing else."),
    "merge": (
        "timeline.cli.merge:merge",
        "Make one event of several: KEEP, with all that the others say besides.",
    ),
    "rename": (
        "timeline.cli.rename:rename",
        "Put one name for another everywhere: of an actor, a tag, a place, a kind or an id.",
    ),
    "move": (
        "timeline.cli.move:move",
        "Take events, as they stand, to another file or another collection.",
    ),
    "undo": (
        "timeline.cli.undo:undo",
        "Take back the last change of the collection, and print the files that are as before.",
    ),
    "review": (
        "timeline.cli.review:review",
        "Walk through drafts: accept, edit, skip, reject, back or quit.",
    ),
    "evidence": (
        "timeline.cli.evidence:evidence",
        "List who says when: the dates that the sources of an event give, side by side.",
    ),
    "stats": ("timeline.cli.stats:stats", "Count events, with the first and the last of each."),
    "check": ("timeline.cli.check:check", "Find everything that is wrong, with file and line."),
    "export": ("timeline.cli.export:export", "Write events in another format; CSV by default."),
    "import": (
        "timeline.cli.import_:import_",
        "Bring events in from another format; all of them or none. Prints their ids.",
    ),
    "draft": ("timeline.cli.draft:draft", "Propose events from a news article, for a person to accept."),
    "init": ("timeline.cli.init:init", "Start an empty, documented collection."),
    "help": (
        "timeline.cli.help:help_",
        "Show a page of the documentation, or what there is to know of a command.",
    ),
}
CHANGING = frozenset(
    ("add", "undo", "edit", "remove", "merge", "rename", "move", "review", "check", "import", "draft", "init")
)
"""Those that may have changed a collection before they print."""
VARIABLE = "_TIMELINE_COMPLETION"
"""What a shell sets when it asks for what could be typed, to its own name."""

_modules: Registry[Any] = Registry("command", {name: row for name, (row, _) in COMMANDS.items()})


HELP = {"help_option_names": ["-h", "--help"]}
_contrary = re.compile(r"-[^\W\d_][\w.-]+:")


class Spoken(TyperCommand):
    """A command whose words may be a query."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words; `-FIELD:…` is the contrary of a term where a query may stand, and never an option."""
        if any(one.metavar == "QUERY" and one.param_type_name == "argument" for one in self.params):
            # A space before it means nothing to a query, and no option begins with one.
            args = [
                f" {word}" if role is Role.OPTION and _contrary.match(word) else word
                for word, (role, _) in zip(args, roles(self.params, args), strict=True)
            ]
        return super().parse_args(ctx, args)


def command(name: str) -> Any:
    """The command of that name, ready to parse its options; imports its module."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    function = _modules.load(name)
    # An epilog is re-wrapped; \b keeps the example's lines.
    app.command(name, cls=Spoken, context_settings=HELP, epilog=f"\b\n{function.example}")(function)
    return typer.main.get_command(app)
